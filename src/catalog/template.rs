//! `{account_id}:{client_id}` and the like: how the values of a product are put together.

use core::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use strum::{EnumString, VariantNames};

/// A value of the flow that a template can name: `{account_id}` and so on, [`Placeholder::VARIANTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum Placeholder {
    /// The Account ID of a Server-to-Server app.
    AccountId,
    /// The client ID (RFC 6749 §2.2).
    ClientId,
    /// The client secret (RFC 6749 §2.3.1).
    ClientSecret,
    /// The redirect URL, exactly as it was entered (RFC 6749 §3.1.2).
    RedirectUrl,
    /// The refresh token of the token response (RFC 6749 §1.5).
    RefreshToken,
    /// The access token of the token response (RFC 6749 §1.4).
    AccessToken,
    /// The chosen scopes, separated by spaces (RFC 6749 §3.3).
    Scopes,
    /// The provider's authorization endpoint (RFC 6749 §3.1).
    AuthorizeUrl,
    /// The provider's token endpoint (RFC 6749 §3.2).
    TokenUrl,
}

impl Placeholder {
    /// Whether its value must be masked.
    #[must_use]
    pub fn is_secret(self) -> bool {
        matches!(self, Placeholder::ClientSecret | Placeholder::RefreshToken | Placeholder::AccessToken)
    }
}

/// A text with named placeholders. `{{` and `}}` are the braces themselves.
///
/// ```
/// use authdesk::catalog::{Placeholder, Template, TemplateError};
///
/// let template = Template::parse("{account_id}:{client_id}").unwrap();
/// let value = |name| match name {
///     Placeholder::AccountId => Some("DemoAccount"),
///     Placeholder::ClientId => Some("s6BhdRkqt3"),
///     _ => None,
/// };
/// assert_eq!(template.fill(value).unwrap(), "DemoAccount:s6BhdRkqt3");
/// assert_eq!(Template::parse("{clientid}"), Err(TemplateError::UnknownName("clientid".into())));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    parts: Vec<TemplatePart>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum TemplatePart {
    Text(String),
    Hole(Placeholder),
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    ///
    /// A brace that is not closed or not opened, and a name that no value has.
    pub fn parse(text: &str) -> Result<Template, TemplateError> {
        let mut parts = Vec::new();
        let mut plain = String::new();
        let mut rest = text.chars().peekable();
        while let Some(ch) = rest.next() {
            match ch {
                '{' | '}' if rest.peek() == Some(&ch) => {
                    rest.next();
                    plain.push(ch);
                }
                '{' => {
                    let mut name = String::new();
                    loop {
                        match rest.next() {
                            Some('}') => break,
                            Some(next) => name.push(next),
                            None => return Err(TemplateError::NotClosed),
                        }
                    }
                    let hole = name.parse().map_err(|_| TemplateError::UnknownName(name))?;
                    if !plain.is_empty() {
                        parts.push(TemplatePart::Text(core::mem::take(&mut plain)));
                    }
                    parts.push(TemplatePart::Hole(hole));
                }
                '}' => return Err(TemplateError::NotOpened),
                other => plain.push(other),
            }
        }
        if !plain.is_empty() {
            parts.push(TemplatePart::Text(plain));
        }
        Ok(Template { parts })
    }

    /// The values it needs, in the order of the text; one that occurs twice is listed twice.
    pub fn placeholders(&self) -> impl Iterator<Item = Placeholder> {
        self.parts.iter().filter_map(|part| match part {
            TemplatePart::Text(_) => None,
            TemplatePart::Hole(hole) => Some(*hole),
        })
    }

    /// Whether any of its values must be masked.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        self.placeholders().any(Placeholder::is_secret)
    }

    /// The text with each placeholder filled in.
    ///
    /// # Errors
    ///
    /// The first value that `value` does not have yet.
    pub fn fill<'v>(&self, value: impl Fn(Placeholder) -> Option<&'v str>) -> Result<String, Placeholder> {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                TemplatePart::Text(plain) => text.push_str(plain),
                TemplatePart::Hole(hole) => text.push_str(value(*hole).ok_or(*hole)?),
            }
        }
        Ok(text)
    }
}

/// Why a text is no template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateError {
    /// A `{` without its `}`.
    NotClosed,
    /// A `}` without its `{`.
    NotOpened,
    /// A name that is none of [`Placeholder::VARIANTS`].
    UnknownName(String),
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TemplateError::NotClosed => f.write_str("a template has `{` without `}`; write `{{` for a brace"),
            TemplateError::NotOpened => f.write_str("a template has `}` without `{`; write `}}` for a brace"),
            TemplateError::UnknownName(name) => {
                write!(f, "no value is called `{{{name}}}`; the names are")?;
                Placeholder::VARIANTS.iter().try_for_each(|known| write!(f, " {known}"))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Template {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Template, D::Error> {
        deserializer.deserialize_str(TemplateVisitor)
    }
}

/// Parses while the reader is at the text, so that an error has the text's place.
struct TemplateVisitor;

impl Visitor<'_> for TemplateVisitor {
    type Value = Template;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Template, E> {
        Template::parse(text).map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn filled(template: &str) -> String {
        Template::parse(template)
            .unwrap()
            .fill(|name| match name {
                Placeholder::AccountId => Some("1234abc"),
                Placeholder::ClientId => Some("5678def"),
                _ => None,
            })
            .unwrap()
    }

    #[test]
    fn fills_the_example_of_the_cirqlive_guide() {
        assert_eq!(filled("{account_id}:{client_id}"), "1234abc:5678def");
    }

    #[test]
    fn keeps_plain_text_and_doubled_braces() {
        assert_eq!(filled("Server-To-Server OAuth App"), "Server-To-Server OAuth App");
        assert_eq!(filled("{{{client_id}}};"), "{5678def};");
    }

    #[test]
    fn names_the_value_that_is_missing() {
        let template = Template::parse("{client_id}/{refresh_token}").unwrap();
        let missing = template.fill(|name| (name == Placeholder::ClientId).then_some("5678def"));
        assert_eq!(missing, Err(Placeholder::RefreshToken));
        assert!(template.is_secret());
    }

    #[test]
    fn refuses_unknown_names_and_loose_braces() {
        assert_eq!(Template::parse("{clientid}"), Err(TemplateError::UnknownName("clientid".into())));
        assert_eq!(Template::parse("{client_id"), Err(TemplateError::NotClosed));
        assert_eq!(Template::parse("client_id}"), Err(TemplateError::NotOpened));
        assert!(
            TemplateError::UnknownName("x".into())
                .to_string()
                .starts_with("no value is called `{x}`; the names are account_id")
        );
    }
}
