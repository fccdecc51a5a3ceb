//! Where a text contains what must not be read over a shoulder, whatever the text is: a command, a URL, a response, a log.
//!
//! Nothing here decides what a text means; the readers do. A value is found by its name ([`names`]) in any of the
//! notations in which programs write a name and a value ([`notation`]), or by its own form: credentials after `Basic`
//! and `Bearer` (RFC 7617 §2, RFC 6750 §2.1), JSON Web Tokens, the password in a URL (RFC 3986 §3.2.1), `curl -u`,
//! pairs in program code ([`composed`]), values alone on their lines ([`lines`]).

mod composed;
mod lines;
mod names;
mod notation;
mod scan;
mod unit;
mod value;

use core::ops::Range;

use lines::values_alone;
pub use names::is_secret_name;
use scan::Scan;
pub(in crate::reading) use value::is_unencoded_password;

use crate::chars::{is_around_value, is_invisible};
use crate::reading::settings::secret_places;

/// The places of all secrets in a text, in characters: in order, apart from each other, none empty.
///
/// A masked text keeps everything else, so errors, scopes and URLs stay readable. What only looks like a secret is left
/// alone where that is certain: the number of an error (`"code": 4711`), its name (`"code": "invalid_grant"`), the name of
/// a variable in a command (`client_secret=$SECRET`).
///
/// ```
/// use authdesk::reading::secret_spans;
///
/// assert_eq!(secret_spans("https://a.example/?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz"), [24..46]);
/// assert!(secret_spans(r#"{"error": "invalid_grant", "code": 4711}"#).is_empty());
/// ```
#[must_use]
pub fn secret_spans(text: &str) -> Vec<Range<usize>> {
    secret_spans_with(text, &[])
}

/// Whether a text contains a secret; quicker than [`secret_spans`] where it does.
#[must_use]
pub fn has_secret(text: &str) -> bool {
    !Scan::new(text).up_to(1).is_empty() || !values_alone(text).is_empty() || !secret_places(text).is_empty()
}

/// The places of all secrets in a text, and of these known ones, in characters. Values of fewer than six bytes are not
/// searched: they would be found everywhere.
#[must_use]
pub fn secret_spans_with(text: &str, known: &[&str]) -> Vec<Range<usize>> {
    let mut spans = Scan::new(text).up_to(usize::MAX);
    spans.extend(values_alone(text));
    spans.extend(secret_places(text));
    for value in known.iter().filter(|value| is_searched(value)) {
        spans.extend(text.match_indices(value).map(|(at, value)| at..at + value.len()));
    }
    in_characters(text, merged(spans))
}

/// Whether a text contains one of these known values.
#[must_use]
pub fn contains_known(text: &str, known: &[&str]) -> bool {
    known.iter().any(|value| is_searched(value) && text.contains(value))
}

/// The place of a text that is nothing but one value without a name, such as a token, a code or base64, in characters.
/// Words are none: `invalid_grant` is not a value.
#[must_use]
pub fn bare_value(text: &str) -> Option<Range<usize>> {
    let value = text.trim_matches(is_around_value);
    let is_of_value = |ch: char| {
        ch.is_ascii_alphanumeric() || is_invisible(ch) || matches!(ch, '-' | '.' | '_' | '~' | '+' | '/' | '=')
    };
    if value.len() < LEAST_BARE || !value.chars().all(is_of_value) || value::is_words(value) {
        return None;
    }
    let start = text.chars().count() - text.trim_start_matches(is_around_value).chars().count();
    Some(start..start + value.chars().count())
}

/// The first character of a text that nobody sees, or that changes how others are shown: a control character (a line
/// break is one), an invisible one, one that changes the direction of writing.
#[must_use]
pub fn unseen(text: &str) -> Option<char> {
    text.chars().find(|ch| ch.is_control() || is_invisible(*ch) || matches!(ch, '\u{2028}' | '\u{2029}'))
}

/// A text with a dot in place of each character of the spans. It has as many lines, each as long: whitespace stays, and
/// every line break is a single line feed, as in a text area.
#[must_use]
pub fn dotted(text: &str, spans: &[Range<usize>]) -> String {
    let mut spans = spans.iter().peekable();
    let mut dotted = String::with_capacity(text.len());
    let mut chars = text.chars().enumerate().peekable();
    while let Some((at, ch)) = chars.next() {
        while spans.peek().is_some_and(|span| span.end <= at) {
            spans.next();
        }
        let is_hidden = spans.peek().is_some_and(|span| span.contains(&at));
        match ch {
            '\r' if chars.peek().is_some_and(|(_, next)| *next == '\n') => {}
            '\r' => dotted.push('\n'),
            _ if is_hidden && !ch.is_whitespace() => dotted.push(DOT),
            _ => dotted.push(ch),
        }
    }
    dotted
}

/// What is shown in place of a character.
const DOT: char = '•';

/// From this length on, in bytes, a known value is searched.
const LEAST_KNOWN: usize = 6;

/// From this length on, in bytes, a value alone may be a secret.
const LEAST_BARE: usize = 16;

fn is_searched(value: &str) -> bool {
    value.len() >= LEAST_KNOWN
}

/// In order, without overlaps.
fn merged(mut spans: Vec<Range<usize>>) -> Vec<Range<usize>> {
    spans.sort_by_key(|span| (span.start, span.end));
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}

/// From bytes to characters.
fn in_characters(text: &str, mut spans: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut places = text.char_indices().map(|(at, _)| at).chain([text.len()]).enumerate();
    let mut last = 0;
    let mut character = |byte: usize| {
        if let Some((at, _)) = places.by_ref().find(|(at, place)| {
            last = *at;
            *place >= byte
        }) {
            return at;
        }
        last
    };
    let mut before: Option<(usize, usize)> = None;
    for span in &mut spans {
        let start = match before {
            Some((byte, at)) if byte == span.start => at,
            _ => character(span.start),
        };
        let end = character(span.end);
        before = Some((span.end, end));
        *span = start..end;
    }
    spans
}
