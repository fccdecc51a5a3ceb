//! The URL of a source: one that a browser opens as a page, and nothing else.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer};

use super::parsed::parsed;

/// A URL with `https` or `http`. It becomes a link, so `javascript:` and its like are refused where it is read.
///
/// ```
/// use authdesk::catalog::WebAddress;
///
/// assert!("https://example.com/guide".parse::<WebAddress>().is_ok());
/// for other in ["javascript:alert(1)", " https://example.com/", "//example.com/", "https://", "https://a b/"] {
///     assert!(other.parse::<WebAddress>().is_err(), "{other}");
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddress(String);

/// A text that is no such URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddressError(String);

impl WebAddress {
    /// The URL as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for WebAddress {
    type Err = WebAddressError;

    fn from_str(text: &str) -> Result<WebAddress, WebAddressError> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let has_host = rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '?', '#']));
        let is_whole = has_host && !text.contains(|ch: char| ch.is_whitespace() || ch.is_control());
        if is_whole { Ok(WebAddress(text.to_owned())) } else { Err(WebAddressError(text.to_owned())) }
    }
}

impl fmt::Display for WebAddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no URL of a source: it must begin with `https://` or `http://` and have no spaces", self.0)
    }
}

impl<'de> Deserialize<'de> for WebAddress {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<WebAddress, D::Error> {
        parsed(deserializer)
    }
}
