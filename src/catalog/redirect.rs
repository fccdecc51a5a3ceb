//! The redirect URL of an app, and other URLs that a product shows.

use serde::Deserialize;

use super::{Confidence, Template};

/// The redirect URL of an app.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    /// URLs that the product prescribes, the first one chosen at the start; empty: the admin's own, or the one that the
    /// product shows.
    #[serde(default)]
    pub offered: Vec<Template>,
    /// What goes into the allow list, where that is not the redirect URL itself.
    #[serde(default)]
    pub allow_list: Vec<Template>,
    /// Where the product shows its redirect URL; then nothing is offered.
    pub from_product: Option<FromProduct>,
    /// How sure they are.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    #[serde(default)]
    pub source: Vec<String>,
}

/// A URL that the product shows, so that it goes from there to the provider.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FromProduct {
    /// The exact label in the product.
    pub label: String,
    /// Where in the product it is: its own menu words, outermost first.
    #[serde(default)]
    pub place: Vec<String>,
    /// How sure label and place are.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    #[serde(default)]
    pub source: Vec<String>,
}
