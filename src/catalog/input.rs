//! What an admin knows besides the credentials: a host name, a base URL, a tenant.

use serde::Deserialize;

use super::Confidence;

/// A field of the guide from which URLs and values are built; templates have it by its name.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// Its shape, which decides what is checked.
    pub kind: InputKind,
    /// What there is to choose from; only for the kind `choice`.
    #[serde(default)]
    pub of: Vec<String>,
    /// The product's own label for it, quoted; without one, the prose has a label.
    pub label: Option<String>,
    /// A made-up one.
    pub example: Option<String>,
    /// How sure it is that the product needs it so.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    #[serde(default)]
    pub source: Vec<String>,
}

/// The shapes of an input.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum InputKind {
    /// A host name, perhaps with a port.
    Host,
    /// A base URL without a slash at its end.
    Site,
    /// A whole URL.
    Url,
    /// Letters, digits, `.`, `-` and `_`.
    Word,
    /// The number of a port.
    Port,
    /// An email address.
    Email,
    /// Anything.
    Text,
    /// One of several texts.
    Choice,
    /// A secret of the product: masked, never kept, never in a link.
    Secret,
}

impl Input {
    /// How many inputs a product can have at most: each is a field of the page.
    pub const MOST: usize = 8;

    /// Whether it must be masked.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        self.kind == InputKind::Secret
    }
}
