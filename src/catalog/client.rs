//! By which words settings are known: those of a client that takes what others do not, or those for a server that does
//! not take what others do.

use serde::Deserialize;

/// A client or a server, and how a text shows that settings are for it.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Client {
    /// Words that are in its settings or their heading, in lowercase.
    pub says: Vec<String>,
    /// Names in `sources`.
    pub source: Vec<String>,
}
