//! How a provider compares redirect URLs, by the settings of an app.

use serde::Deserialize;

use super::Confidence;

/// A setting under which redirect URLs are compared, and what is known of it.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ComparisonMode {
    /// Its name in the prose (`redirect_modes`).
    pub id: String,
    /// What is known; the first rule that fits counts. Where none fits, nothing is known.
    pub rules: Vec<ComparisonRule>,
}

/// What is known of some differences.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ComparisonRule {
    /// The parts that may differ; empty for every part.
    #[serde(default)]
    pub parts: Vec<ComparedPart>,
    /// How the two URLs must be related as a whole.
    #[serde(default)]
    pub shape: ComparedShape,
    /// Whether the provider then accepts the redirect URL; otherwise it rejects it.
    pub accepts: bool,
    /// How sure it is.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    pub source: Vec<String>,
}

/// In what two redirect URLs differ.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ComparedPart {
    /// The scheme, such as `http` for `https`.
    Scheme,
    /// The host, in more than capitalization and `www.`.
    Host,
    /// The capitalization of the host.
    HostCase,
    /// `www.` before the host, in only one of them.
    Www,
    /// The port.
    Port,
    /// The default port of the scheme (443, 80), written in only one of them.
    DefaultPort,
    /// The path, in more than capitalization, slash and encoding.
    Path,
    /// The capitalization of the path.
    PathCase,
    /// The slash at the end of the path, in only one of them.
    Slash,
    /// The same characters, percent-encoded differently.
    Encoding,
    /// The query.
    Query,
    /// What comes after `#`.
    Fragment,
    /// A space or an invisible character, in only one of them.
    Blank,
}

/// How a requested redirect URL relates to a registered one.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ComparedShape {
    /// In any way.
    #[default]
    Any,
    /// It begins with the registered one and goes on.
    Longer,
    /// Its host is below the registered host.
    Subdomain,
    /// It has a different domain.
    OtherDomain,
    /// The registered one has neither path nor query.
    BaseOnly,
    /// Both hosts are `127.0.0.1`.
    Loopback,
}
