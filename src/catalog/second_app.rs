//! A second app for the same product.

use serde::Deserialize;

use super::Confidence;

/// A second app at the provider, such as one for a meeting SDK. Templates have its credentials as `second.client_id` and
/// `second.client_secret`.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SecondApp {
    /// Its name.
    pub id: String,
    /// The app type, a name in the provider's `apps`.
    pub app: String,
    /// Whether the product needs it.
    #[serde(default = "needed")]
    pub needed: bool,
    /// The lines of the step "Create the second app".
    pub create: Vec<String>,
    /// How sure it is.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    #[serde(default)]
    pub source: Vec<String>,
}

/// A second app is needed, unless the file says otherwise.
fn needed() -> bool {
    true
}
