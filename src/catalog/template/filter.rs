use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use strum::{EnumString, VariantNames};

/// How a value is written where it is filled in: `{client_secret|base64}`, [`Filter::VARIANTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum Filter {
    /// Base64 with `+`, `/` and padding (RFC 4648 §4), of the bytes in UTF-8.
    Base64,
    /// Form-encoded (`application/x-www-form-urlencoded`, RFC 6749 appendix B): a space becomes `+`.
    Form,
    /// A string of JSON with its quotation marks (RFC 8259 §7).
    Json,
    /// A word for a POSIX shell, between single quotation marks.
    Shell,
    /// A segment of the path of a URL (RFC 3986 §3.3): everything but letters, digits, `-`, `.`, `_` and `~` is
    /// percent-encoded.
    Url,
}

impl Filter {
    /// The value as this filter writes it.
    #[must_use]
    pub(super) fn applied(self, value: &str) -> String {
        match self {
            Filter::Base64 => STANDARD.encode(value),
            Filter::Form => form_urlencoded::byte_serialize(value.as_bytes()).collect(),
            Filter::Json => serde_json::Value::from(value).to_string(),
            Filter::Shell => ["'", &value.replace('\'', r"'\''"), "'"].concat(),
            Filter::Url => utf8_percent_encode(value, RESERVED).to_string(),
        }
    }
}

const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
