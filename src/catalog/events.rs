//! The events that the provider reports to a product.

use serde::Deserialize;

use super::{Confidence, FromProduct, Template};

/// The event subscription of an app.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Events {
    /// The event notification URL, where the product prescribes it.
    pub endpoint: Option<Template>,
    /// Where the product shows it, where it does.
    pub from_product: Option<FromProduct>,
    /// The events to select, as the source words them.
    #[serde(default)]
    pub names: Vec<String>,
    /// Events that can be selected too.
    #[serde(default)]
    pub optional: Vec<String>,
    /// What must be done first, where that is known.
    pub order: Option<EventOrder>,
    /// Whether the product needs events at all.
    #[serde(default = "needed")]
    pub needed: bool,
    /// How sure all of it is.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    #[serde(default)]
    pub source: Vec<String>,
}

/// Whether the product must have the Secret Token before the provider can validate the event notification URL.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EventOrder {
    /// The values are entered in the product first; then the URL is validated.
    ProductFirst,
    /// The URL is validated first.
    ZoomFirst,
}

/// A product needs its events, unless its file says otherwise.
fn needed() -> bool {
    true
}
