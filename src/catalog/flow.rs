//! How a product gets its tokens.

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// Who uses which grant type.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// The grant type of the token request.
    pub grant: GrantType,
    /// The admin gets the token by hand and enters it: the guide has the steps for it. Otherwise the product does.
    #[serde(default)]
    pub by_hand: bool,
}

impl Flow {
    /// Whether the admin authorizes the app and gets an authorization code on the page.
    #[must_use]
    pub fn brings_code(self) -> bool {
        self.by_hand && self.grant == GrantType::AuthorizationCode
    }
}

/// The grant types a product can use, by their name in a token request.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum GrantType {
    /// RFC 6749 §4.1.
    AuthorizationCode,
    /// Zoom's own grant type for Server-to-Server apps.
    AccountCredentials,
    /// RFC 6749 §4.4.
    ClientCredentials,
}
