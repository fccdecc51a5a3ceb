//! A pasted URL split into what comes before the query and a list of its parameters with their places.

use crate::chars::{is_quote_or_angle, is_space};
use percent_encoding::percent_decode_str;

/// A URL in a pasted text. Places are characters of that text, from 0; nothing is corrected.
pub(super) struct PastedAddress<'t> {
    /// Whether there were quotes or angle brackets around it.
    pub quoted: bool,
    /// What comes before the query, without whitespace and quotes around it.
    pub base: &'t str,
    /// The first character of the base.
    pub base_start: usize,
    /// How many characters the whole URL has, without whitespace and quotes around it.
    pub length: usize,
    /// The parameters in the order of the text; empty parts are left out.
    pub parts: Vec<QueryPart<'t>>,
    /// The place of the `#`, if there is one. What follows it is not split, because no browser sends it.
    pub fragment: Option<usize>,
}

/// One parameter of a query, not decoded.
#[derive(Clone, Copy)]
pub(super) struct QueryPart<'t> {
    /// Not decoded.
    pub name: &'t str,
    /// Not decoded; `None` where there is no `=`.
    pub value: Option<&'t str>,
    /// The separator before it.
    pub joint: Joint,
    /// The first character of the separator.
    pub joint_start: usize,
    /// The first character of the name.
    pub start: usize,
    /// How many characters name, `=` and value have together.
    pub length: usize,
}

/// The separator before a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// The `?` that begins the query, or the beginning of the text.
    First,
    /// `&`.
    Ampersand,
    /// `&amp;` or `&#38;`, as email programs and web pages write it.
    HtmlAmpersand,
    /// A second `?`. RFC 3986 §3.4 allows it in a value, but if `name=` follows, two URLs were joined.
    QuestionMark,
}

impl<'t> PastedAddress<'t> {
    /// Splits a text. A text without `?` whose first `=` comes before any `://` is a query alone.
    pub fn split(text: &'t str) -> PastedAddress<'t> {
        let inner = text.trim_start_matches(is_around).trim_end_matches(is_around);
        let start = text.chars().take_while(|ch| is_around(*ch)).count();
        let quoted = text.trim().len() != inner.len();
        let mut address = PastedAddress {
            quoted,
            base: inner,
            base_start: start,
            length: inner.chars().count(),
            parts: Vec::new(),
            fragment: None,
        };
        let sent = match fragment(inner) {
            Some((before, _)) => {
                address.fragment = Some(start + before.chars().count());
                before
            }
            None => inner,
        };
        address.base = sent;
        match sent.split_once('?') {
            Some((base, query)) => {
                address.base = base;
                address.parts = parts(query, start + base.chars().count() + 1);
            }
            None if sent.split("://").next().is_some_and(|before| before.contains('=')) => {
                address.base = "";
                address.parts = parts(sent, start);
            }
            None => {}
        }
        address
    }

    /// The first parameter with this name.
    pub fn part(&self, name: &str) -> Option<&QueryPart<'t>> {
        self.parts.iter().find(|part| part.is(name))
    }
}

impl<'t> QueryPart<'t> {
    /// Whether its name, decoded once, is the given one.
    pub fn is(&self, name: &str) -> bool {
        percent_decode_str(self.name).eq(name.bytes())
    }

    /// The value, not decoded; empty where there is none (RFC 6749 §3.1 treats both the same).
    pub fn written(&self) -> &'t str {
        self.value.unwrap_or_default()
    }

    /// The value, decoded once, with a `+` left as it is.
    pub fn decoded(&self) -> String {
        decoded(self.written())
    }

    /// The first character of the value, and its length.
    pub fn value_span(&self) -> (usize, usize) {
        let length = self.written().chars().count();
        (self.start + self.length - length, length)
    }

    /// The place after its last character.
    pub fn end(&self) -> usize {
        self.start + self.length
    }
}

/// The text percent-decoded once; unchanged if the result is not UTF-8.
pub(super) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), Into::into)
}

/// Unlike an invisible character, a quote around a URL is reported as such.
fn is_around(ch: char) -> bool {
    is_space(ch) || is_quote_or_angle(ch)
}

/// The parts before and after the `#`, but not the `#` of `&#38;`.
fn fragment(text: &str) -> Option<(&str, &str)> {
    text.match_indices('#').find_map(|(at, _)| {
        let (before, behind) = (text.get(..at)?, text.get(at + 1..)?);
        let is_reference = before.ends_with('&') && behind.starts_with("38;");
        (!is_reference).then_some((before, behind))
    })
}

/// The parameters of a query that begins at `at`.
fn parts(query: &str, at: usize) -> Vec<QueryPart<'_>> {
    let mut all = Vec::new();
    let (mut rest, mut start) = (query, at);
    let (mut joint, mut joint_start) = (Joint::First, at.saturating_sub(1));
    loop {
        let (piece, separator) = piece(rest);
        let length = piece.chars().count();
        if !piece.is_empty() {
            let (name, value) = match piece.split_once('=') {
                Some((name, value)) => (name, Some(value)),
                None => (piece, None),
            };
            all.push(QueryPart { name, value, joint, joint_start, start, length });
        }
        let Some((next, written, behind)) = separator else { return all };
        (joint, joint_start) = (next, start + length);
        start = joint_start + written;
        rest = behind;
    }
}

/// What ends a parameter: its kind, how many characters it has, and what follows it.
type Separator<'t> = (Joint, usize, &'t str);

/// Everything up to what ends a parameter.
fn piece(text: &str) -> (&str, Option<Separator<'_>>) {
    // In an unencoded URL, a `?` begins its own query.
    let mut holds_address = false;
    let mut slashes = 0_u8;
    for (at, ch) in text.char_indices() {
        slashes = match (ch, slashes) {
            (':', _) => 1,
            ('/', 1 | 2) => slashes + 1,
            _ => 0,
        };
        holds_address |= slashes == 3;
        let (Some(before), Some(behind)) = (text.get(..at), text.get(at + ch.len_utf8()..)) else { continue };
        match ch {
            '&' => {
                let (written, behind) = html_ampersand(behind);
                let joint = if written == 1 { Joint::Ampersand } else { Joint::HtmlAmpersand };
                return (before, Some((joint, written, behind)));
            }
            '?' if !holds_address && has_name(behind) => return (before, Some((Joint::QuestionMark, 1, behind))),
            _ => {}
        }
    }
    (text, None)
}

/// How many characters a `&` is written with, and what follows it.
fn html_ampersand(mut behind: &str) -> (usize, &str) {
    let mut written = 1;
    while let Some(rest) = ["amp;", "#38;"].iter().find_map(|end| behind.strip_prefix(end)) {
        written += 4;
        behind = rest;
    }
    (written, behind)
}

/// The text with `&` for each `&amp;` and `&#38;`, even where they are nested.
pub(super) fn with_plain_ampersands(text: &str) -> String {
    let mut pieces = text.split('&');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for mut piece in pieces {
        plain.push('&');
        while let Some(behind) = ["amp;", "#38;"].iter().find_map(|end| piece.strip_prefix(end)) {
            piece = behind;
        }
        plain.push_str(piece);
    }
    plain
}

/// Whether a text begins with `name=`.
fn has_name(text: &str) -> bool {
    let rest = text.trim_start_matches(|ch: char| ch.is_ascii_alphanumeric() || "_-.".contains(ch));
    rest.len() < text.len() && rest.starts_with('=')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(usize, &str, Option<&str>, Joint)> {
        PastedAddress::split(text).parts.iter().map(|part| (part.start, part.name, part.value, part.joint)).collect()
    }

    #[test]
    fn a_query_is_a_list_with_places() {
        let list = shown(" https://ü.example/a?x=1&amp;y=a=b&&z&x=");
        assert_eq!(
            list,
            [
                (21, "x", Some("1"), Joint::First),
                (29, "y", Some("a=b"), Joint::HtmlAmpersand),
                (36, "z", None, Joint::Ampersand),
                (38, "x", Some(""), Joint::Ampersand),
            ]
        );
    }

    #[test]
    fn a_second_question_mark_splits_only_where_a_name_follows_and_no_address_is_before_it() {
        assert_eq!(shown("?x=1?response_type=code").len(), 2);
        assert_eq!(shown("?x=1?y").len(), 1);
        assert_eq!(shown("?redirect_uri=https://a.example/cb?y=1&z=2").len(), 2);
        assert_eq!(shown("?redirect_uri=https%3A%2F%2Fa.example?y=1").len(), 2);
    }

    #[test]
    fn a_fragment_is_not_a_reference_to_a_character() {
        assert_eq!(PastedAddress::split("?x=1&#38;y=2").fragment, None);
        assert_eq!(PastedAddress::split("ü?x=1#y").fragment, Some(5));
        assert_eq!(PastedAddress::split("<https://a.example/#x?y=1>").base, "https://a.example/");
        assert_eq!(PastedAddress::split("response_type=code&client_id=a").parts.len(), 2);
        assert!(PastedAddress::split("https://a.example/b=c").parts.is_empty());
    }
}
