//! Which values can be compared with each other, and when two are the same.

use crate::reading::query::decoded;
use crate::reading::value::{is_masked, is_placeholder, is_unset};
use crate::reading::{SentValue, Span};

/// A value with its place in the document. There is no `Debug`: it may be a secret.
#[derive(Clone)]
pub(super) struct Value {
    pub text: String,
    pub span: Span,
}

/// A parameter of a request, as far as it can be compared.
#[derive(Clone)]
pub(super) enum Field {
    /// It is certainly not sent.
    Absent,
    /// It is sent, or may be, and what it is cannot be read: a variable, a mask, placeholder text.
    Hidden,
    Known(Value),
}

impl Field {
    pub(super) fn new(text: &str, span: Span) -> Field {
        if is_real(text) { Field::Known(Value { text: text.to_owned(), span }) } else { Field::Hidden }
    }

    pub(super) fn of_sent(value: &SentValue) -> Field {
        // EXPOSE: it is compared with the other values of the text; nothing of it is in a finding.
        value.value.as_ref().map_or(Field::Hidden, |text| Field::new(text.expose(), value.span))
    }

    pub(super) fn known(&self) -> Option<&Value> {
        match self {
            Field::Known(value) => Some(value),
            Field::Absent | Field::Hidden => None,
        }
    }

    pub(super) fn is_absent(&self) -> bool {
        matches!(self, Field::Absent)
    }

    /// Whether both are known and the same.
    pub(super) fn is(&self, other: &Field) -> bool {
        self.known().zip(other.known()).is_some_and(|(one, other)| same(&one.text, &other.text))
    }

    /// Whether both are known and not the same.
    pub(super) fn differs(&self, other: &Field) -> bool {
        self.known().zip(other.known()).is_some_and(|(one, other)| !same(&one.text, &other.text))
    }
}

/// In bytes: what is longer is no value of OAuth.
const LONGEST: usize = 16_384;
const LONGEST_NAME: usize = 100;

/// Whether a value is what was sent, and not what somebody wrote in its place.
fn is_real(text: &str) -> bool {
    let is_cut = text.ends_with("...") || text.contains('\u{2026}');
    let is_odd = |ch: char| ch.is_whitespace() || "${}<>[]()`\"'*|\\".contains(ch);
    let is_variable = text.starts_with('%') || text.starts_with("@") || text.starts_with(':');
    let chars: Vec<char> = text.chars().take(LONGEST_NAME).collect();
    !text.is_empty()
        && text.len() <= LONGEST
        && !is_cut
        && !is_variable
        && !text.contains(is_odd)
        && !is_unset(text)
        && !is_masked(text)
        && !is_placeholder(&chars)
        && !is_name(text)
}

/// `AUTHORIZATION_CODE`, `your-code`, `the-code-here`, `client_id_1`: the name of a value instead of the value.
fn is_name(text: &str) -> bool {
    if text.len() > LONGEST_NAME || text.contains("://") {
        return false;
    }
    let is_constant = text.contains('_') && text.chars().all(|ch| ch.is_ascii_uppercase() || ch == '_');
    let lower = text.to_ascii_lowercase();
    let words: Vec<&str> = lower.split(|ch: char| !ch.is_ascii_alphabetic()).filter(|word| !word.is_empty()).collect();
    let joined = words.concat();
    let is_of_somebody = matches!(words.first(), Some(&("your" | "my" | "some" | "insert" | "the" | "placeholder")));
    let names = NAMES.iter().any(|name| joined == *name || is_of_somebody && joined.contains(name));
    is_constant || names || lower.starts_with("your") || words.last() == Some(&"here") || words.contains(&"example")
}

const NAMES: [&str; 18] = [
    "code",
    "authcode",
    "authorizationcode",
    "clientid",
    "appid",
    "applicationid",
    "clientsecret",
    "secret",
    "token",
    "accesstoken",
    "refreshtoken",
    "idtoken",
    "state",
    "verifier",
    "codeverifier",
    "challenge",
    "codechallenge",
    "redirecturi",
];

/// Whether somebody made a host up for the report: `xxx`, `your-domain.com`, and the names of RFC 2606.
pub(super) fn is_made_up_host(host: &str) -> bool {
    const RESERVED: [&str; 6] = ["example.com", "example.org", "example.net", "example", "test", "invalid"];
    const WORDS: [&str; 6] = ["your", "mydomain", "my-domain", "myapp", "my-app", "somedomain"];
    let is_filler = |label: &str| label.len() > 1 && label.chars().all(|ch| matches!(ch, 'x' | 'y' | 'z' | '-'));
    let is_below =
        |parent: &&str| host.strip_suffix(*parent).is_some_and(|front| front.is_empty() || front.ends_with('.'));
    host.split('.').any(is_filler)
        || matches!(host.split('.').next(), Some("domain"))
        || RESERVED.iter().any(is_below)
        || WORDS.iter().any(|word| host.contains(word))
}

/// The host of a URL in lowercase, without user name and port.
pub(super) fn host_of(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    let end = if host.starts_with('[') { host.find(']').map_or(host.len(), |at| at + 1) } else { host.len() };
    let host = host.get(..end)?.split(if host.starts_with('[') { '\0' } else { ':' }).next()?;
    (!host.is_empty()).then(|| host.to_ascii_lowercase())
}

/// Whether two values are the same, however each was encoded where it is.
pub(super) fn same(one: &str, other: &str) -> bool {
    one == other || plain(one) == plain(other)
}

/// Decoded; in a form a `+` is a space, and in a URL it may be itself.
pub(super) fn plain(text: &str) -> String {
    decoded(text).replace('+', " ")
}

/// Whether a program generated a code or a token, so that it is by no chance in two places.
pub(super) fn is_random(text: &str) -> bool {
    is_generated(text, 12)
}

/// The same for a state, which may be shorter.
pub(super) fn is_random_state(text: &str) -> bool {
    is_generated(text, 8)
}

fn is_generated(text: &str, shortest: usize) -> bool {
    text.len() >= shortest
        && text.contains(|ch: char| ch.is_ascii_digit())
        && text.contains(|ch: char| ch.is_ascii_alphabetic())
}
