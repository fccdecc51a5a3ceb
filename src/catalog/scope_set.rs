//! Granular scopes that belong together.

use serde::Deserialize;

use super::Confidence;

/// Granular scopes that belong together; it has at least one, listed or not.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScopeSet {
    /// Its name in the prose (`scope_sets`).
    pub id: String,
    /// Whether it can be left out.
    pub choice: Choice,
    /// Whether the vendor's guide asks for it all the same: only of a checkbox that is selected at the start. Without it,
    /// the page warns.
    #[serde(default)]
    pub required: bool,
    /// The scopes; each must be in the provider's table.
    #[serde(default)]
    pub names: Vec<String>,
    /// Names as the vendor prints them that the provider's table does not have.
    #[serde(default)]
    pub unlisted: Vec<String>,
    /// How sure the list is.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    #[serde(default)]
    pub source: Vec<String>,
}

impl ScopeSet {
    /// Whether it can be selected or left out.
    #[must_use]
    pub fn is_choice(&self) -> bool {
        self.choice != Choice::Always
    }
}

/// Whether a set of scopes can be left out.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Always needed.
    Always,
    /// A checkbox, selected at the start.
    On,
    /// A checkbox, cleared at the start.
    Off,
    /// One of all sets of the variant that say so; the first one is chosen at the start.
    OneOf,
}
