//! Why a request got no response at all.

use serde::Deserialize;

/// Why a request got no response, so that whatever a program says about OAuth follows from that. The most telling
/// first: what proves that somebody answered tells more than silence.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NetworkFault {
    /// A proxy wants credentials of its own (407, RFC 9110 §15.5.8).
    Proxy,
    /// What answered does not speak TLS.
    NotTls,
    /// The certificate of the server is not trusted.
    Certificate,
    /// The host name has no address.
    NotResolved,
    /// Nothing listens there, or no way leads there.
    Refused,
    /// The connection was closed before a response.
    Closed,
    /// No response came in time.
    TimedOut,
}
