//! Programs that are clients of authorization servers, where their settings take what those of others do not.

use serde::Deserialize;

/// A client, and how a text shows that settings are its own.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Client {
    /// Words that are in its settings or their heading, in lowercase.
    pub says: Vec<String>,
    /// Names in `sources`.
    pub source: Vec<String>,
}
