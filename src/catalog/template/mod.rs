//! `{account_id}:{client_id}` and the like: how the values of a product are put together.

mod error;
mod filter;
mod placeholder;

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer};

pub use self::error::{TemplateError, TemplateProblem};
pub use self::filter::Filter;
pub use self::placeholder::Placeholder;
use super::parsed::parsed;
use crate::oauth::Secret;

/// A text with named holes, each perhaps with filters. `{{` and `}}` are the braces themselves.
///
/// ```
/// use authdesk::catalog::{Hole, Placeholder, Template};
///
/// let template = Template::parse("{account_id}:{client_id|base64}@{host}").unwrap();
/// let value = |hole: &Hole| match hole {
///     Hole::Value(Placeholder::AccountId) => Some("DemoAccount"),
///     Hole::Value(Placeholder::ClientId) => Some("s6BhdRkqt3"),
///     Hole::Input(name) if name == "host" => Some("example.com"),
///     _ => None,
/// };
/// assert_eq!(template.fill(value).unwrap().expose(), "DemoAccount:czZCaGRSa3F0Mw==@example.com");
///
/// let error = template.known(&["site"]).unwrap_err();
/// assert!(error.to_string().starts_with("character 34 of the template: no value is called `{host}`"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    parts: Vec<TemplatePart>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum TemplatePart {
    Text(String),
    Hole(FilteredHole),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct FilteredHole {
    hole: Hole,
    filters: Vec<Filter>,
    /// Where its name is in the text of the template, in characters.
    at: usize,
}

/// What a hole is filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hole {
    /// A value of the flow.
    Value(Placeholder),
    /// An input of the product, by its name.
    Input(String),
}

impl Template {
    /// Reads a template. Whether its inputs exist is up to [`Template::known`].
    ///
    /// # Errors
    ///
    /// A brace that is not closed or not opened, a name that neither a value nor an input can have, an unknown filter.
    pub fn parse(text: &str) -> Result<Template, TemplateError> {
        let mut parts = Vec::new();
        let mut plain = String::new();
        let mut rest = text.chars().enumerate().peekable();
        while let Some((at, ch)) = rest.next() {
            match ch {
                '{' | '}' if rest.peek().is_some_and(|(_, next)| *next == ch) => {
                    rest.next();
                    plain.push(ch);
                }
                '{' => {
                    let mut inside = String::new();
                    loop {
                        match rest.next() {
                            Some((_, '}')) => break,
                            // No name has a brace in it.
                            Some((_, '{')) | None => return Err(TemplateError::new(at, TemplateProblem::NotClosed)),
                            Some((_, next)) => inside.push(next),
                        }
                    }
                    if !plain.is_empty() {
                        parts.push(TemplatePart::Text(core::mem::take(&mut plain)));
                    }
                    parts.push(TemplatePart::Hole(FilteredHole::parse(&inside, at + 1)?));
                }
                '}' => return Err(TemplateError::new(at, TemplateProblem::NotOpened)),
                other => plain.push(other),
            }
        }
        if !plain.is_empty() {
            parts.push(TemplatePart::Text(plain));
        }
        Ok(Template { parts })
    }

    /// Whether it is one value and nothing else.
    #[must_use]
    pub fn is_one_hole(&self) -> bool {
        matches!(self.parts.as_slice(), [TemplatePart::Hole(_)])
    }

    /// What it needs, in the order of the text; what occurs twice is listed twice.
    pub fn holes(&self) -> impl Iterator<Item = &Hole> {
        self.filtered().map(|filtered| &filtered.hole)
    }

    /// The values of the flow that it needs.
    pub fn placeholders(&self) -> impl Iterator<Item = Placeholder> {
        self.holes().filter_map(|hole| match hole {
            Hole::Value(placeholder) => Some(*placeholder),
            Hole::Input(_) => None,
        })
    }

    /// The names of the inputs that it needs.
    pub fn inputs(&self) -> impl Iterator<Item = &str> {
        self.holes().filter_map(|hole| match hole {
            Hole::Value(_) => None,
            Hole::Input(name) => Some(name.as_str()),
        })
    }

    /// Checks that there are inputs of all the names in it.
    ///
    /// # Errors
    ///
    /// The first name that is none of these, with its place and with the names that exist.
    pub fn known(&self, inputs: &[&str]) -> Result<(), TemplateError> {
        let is_known = |name: &str| inputs.contains(&name);
        let unknown = self.filtered().find(|filtered| match &filtered.hole {
            Hole::Value(_) => false,
            Hole::Input(name) => !is_known(name),
        });
        unknown.map_or(Ok(()), |filtered| Err(TemplateError::unknown_name(filtered.at, filtered.hole.name(), inputs)))
    }

    /// The text with each hole filled in; a secret, because it may contain one.
    ///
    /// # Errors
    ///
    /// The first hole for which `value` has nothing yet.
    pub fn fill<'t, 'v>(&'t self, value: impl Fn(&Hole) -> Option<&'v str>) -> Result<Secret, &'t Hole> {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                TemplatePart::Text(plain) => text.push_str(plain),
                TemplatePart::Hole(filtered) => {
                    let value = value(&filtered.hole).ok_or(&filtered.hole)?;
                    let filters = filtered.filters.iter();
                    text.push_str(&filters.fold(value.to_owned(), |value, filter| filter.applied(&value)));
                }
            }
        }
        Ok(Secret::new(text))
    }

    /// The text with a name in the place of each hole, for people: without its filters.
    #[must_use]
    pub fn with_names(&self, name: impl Fn(&Hole) -> String) -> String {
        let part = |part: &TemplatePart| match part {
            TemplatePart::Text(plain) => plain.clone(),
            TemplatePart::Hole(filtered) => name(&filtered.hole),
        };
        self.parts.iter().map(part).collect()
    }

    fn filtered(&self) -> impl Iterator<Item = &FilteredHole> {
        self.parts.iter().filter_map(|part| match part {
            TemplatePart::Text(_) => None,
            TemplatePart::Hole(filtered) => Some(filtered),
        })
    }
}

impl FilteredHole {
    /// Reads what is between the braces, which begins at this character.
    fn parse(inside: &str, at: usize) -> Result<FilteredHole, TemplateError> {
        let mut words = inside.split('|');
        let name = words.next().unwrap_or_default();
        let hole = match name.parse() {
            Ok(placeholder) => Hole::Value(placeholder),
            Err(_) if is_input_name(name) => Hole::Input(name.to_owned()),
            Err(_) => return Err(TemplateError::unknown_name(at, name, &[])),
        };
        let mut filters = Vec::new();
        let mut filter_at = at + name.chars().count() + 1;
        for word in words {
            let filter = word
                .parse()
                .map_err(|_| TemplateError::new(filter_at, TemplateProblem::UnknownFilter(word.to_owned())))?;
            filters.push(filter);
            filter_at += word.chars().count() + 1;
        }
        Ok(FilteredHole { hole, filters, at })
    }
}

/// Whether an input can have this name: lowercase letters, digits and `_`, with a letter at the beginning.
pub(super) fn is_input_name(name: &str) -> bool {
    name.starts_with(|ch: char| ch.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        && name.parse::<Placeholder>().is_err()
}

impl Hole {
    /// Its name in templates.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Hole::Value(placeholder) => placeholder.name(),
            Hole::Input(name) => name,
        }
    }
}

impl fmt::Display for Hole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Template {
    type Err = TemplateError;

    fn from_str(text: &str) -> Result<Template, TemplateError> {
        Template::parse(text)
    }
}

impl<'de> Deserialize<'de> for Template {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Template, D::Error> {
        parsed(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn filled(template: &str) -> String {
        let value = |hole: &Hole| match hole.name() {
            "account_id" => Some("1234abc"),
            "client_id" => Some("5678def"),
            "client_secret" => Some("a b'c\"d/ü"),
            "host" => Some("zoom.example.com"),
            _ => None,
        };
        Template::parse(template).unwrap().fill(value).unwrap().expose().to_owned()
    }

    #[track_caller]
    fn refused(template: &str, at: usize, problem: &str) {
        let error = Template::parse(template).unwrap_err();
        assert_eq!(error.at, at, "{template}");
        assert!(error.to_string().contains(problem), "{template}: {error}");
    }

    #[test]
    fn fills_the_example_of_the_cirqlive_guide() {
        assert_eq!(filled("{account_id}:{client_id}"), "1234abc:5678def");
    }

    #[test]
    fn keeps_plain_text_and_doubled_braces() {
        assert_eq!(filled("Server-To-Server OAuth App"), "Server-To-Server OAuth App");
        assert_eq!(filled("{{{client_id}}};"), "{5678def};");
        assert_eq!(filled("https://{host}/a?b={client_id}"), "https://zoom.example.com/a?b=5678def");
    }

    #[test]
    fn each_filter_writes_a_value_by_its_rules() {
        assert_eq!(filled("{client_secret|base64}"), "YSBiJ2MiZC/DvA==");
        assert_eq!(filled("{client_secret|form}"), "a+b%27c%22d%2F%C3%BC");
        assert_eq!(filled("{client_secret|json}"), r#""a b'c\"d/ü""#);
        assert_eq!(filled("{client_secret|shell}"), r#"'a b'\''c"d/ü'"#);
        assert_eq!(filled("{client_secret|url}"), "a%20b%27c%22d%2F%C3%BC");
        // RFC 7617 §2 after RFC 6749 §2.3.1, for each of the two values.
        assert_eq!(filled("{client_secret|form|base64}"), "YStiJTI3YyUyMmQlMkYlQzMlQkM=");
    }

    #[test]
    fn names_the_hole_that_is_missing() {
        let template = Template::parse("{client_id}/{tenant}/{refresh_token}").unwrap();
        let missing = |names: &[&str]| {
            let value = |hole: &Hole| names.contains(&hole.name()).then_some("x");
            template.fill(value).map(|_| ()).map_err(Hole::name)
        };
        assert_eq!(missing(&["client_id"]), Err("tenant"));
        assert_eq!(missing(&["client_id", "tenant"]), Err("refresh_token"));
        assert_eq!(missing(&["client_id", "tenant", "refresh_token"]), Ok(()));
        assert!(template.inputs().eq(["tenant"]));
        assert!(template.placeholders().eq([Placeholder::ClientId, Placeholder::RefreshToken]));
    }

    #[test]
    fn a_secret_is_not_printed_wherever_it_was_filled_in() {
        let template = Template::parse("{client_secret|base64}").unwrap();
        assert_eq!(format!("{:?}", template.fill(|_| Some("hunter2"))), "Ok([redacted])");
    }

    #[test]
    fn refuses_what_is_no_template_and_says_where() {
        refused("ü{client_id", 1, "character 2 of the template: a `{` without `}`");
        refused("client_id}", 9, "a `}` without `{`");
        refused("a {Client ID} b", 3, "no value is called `{Client ID}`; the names are account_id client_id");
        refused("{}", 1, "no value is called `{}`");
        refused("{second.secret}", 1, "second.client_id second.client_secret");
        refused("{client_id|base32}", 11, "no filter is called `|base32`; the filters are base64 form json shell url");
        refused("{client_id|base64|}", 18, "no filter is called `|`");
        refused("{client_id |base64}", 1, "no value is called `{client_id }`");
    }

    #[test]
    fn a_name_that_no_input_has_is_told_with_its_place_and_the_names_there_are() {
        let template = Template::parse("https://{host}/{clientid}").unwrap();
        let error = template.known(&["host", "site"]).unwrap_err();
        assert_eq!(error.at, 16);
        let text = error.to_string();
        assert!(text.starts_with("character 17 of the template: no value is called `{clientid}`; the names are"));
        assert!(text.ends_with("second.client_secret host site"), "{text}");
        assert_eq!(template.known(&["clientid", "host"]), Ok(()));
    }
}
