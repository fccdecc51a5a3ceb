//! Where a value ends, and what is no secret after all.

use core::ops::Range;

use super::unit::{Unit, skip, unit};
use crate::chars::{is_curly_double, is_dot};

/// How an unquoted value is told from what is behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// How often the `=` before it is percent-encoded: what is encoded more often is a part of the value.
    pub depth: usize,
    /// The quote before the name, which ends the value too; spaces do not.
    pub quote: Option<Unit>,
    /// A `#` ends it.
    pub is_in_url: bool,
    /// A comma or a closing bracket ends it.
    pub is_in_list: bool,
}

/// Whether what is between `user:` and `@` of a URL can be a password in base64 that nobody encoded, although it has
/// slashes, which RFC 3986 §3.2.1 allows nowhere there. What is behind a port, `8080/users/me`, has less.
pub(in crate::reading) fn is_unencoded_password(text: &str) -> bool {
    let has = |is: fn(&u8) -> bool| text.bytes().any(|byte| is(&byte));
    let is_mixed = has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_digit);
    text.len() >= LEAST_PASSWORD
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=-_".contains(&byte))
        && (is_mixed || text.contains(['+', '=']))
}

/// In bytes: a secret is not shorter.
const LEAST_PASSWORD: usize = 8;

/// Ends of values that are known already, so that values inside of values take no more time.
#[derive(Debug, Default)]
pub(super) struct Ends {
    unquoted: [usize; DEPTHS],
    without_closing_quote: Vec<(char, usize)>,
}

/// Deeper ones are treated alike.
const DEPTHS: usize = 4;

impl Ends {
    /// The value between quotes; `open` is the first one. Without a closing one it ends at whitespace.
    pub(super) fn quoted(&mut self, text: &str, open: &Unit) -> Range<usize> {
        let start = open.end;
        let level = quote_level(open.slashes);
        let kind = (closing(open.ch), level);
        if !self.without_closing_quote.contains(&kind) {
            let mut at = start;
            let mut wrapped_at = None;
            while let Some(next) = unit(text, at) {
                // A wrapped value has no spaces, so the line below is another one: its own quotes are read anew.
                if let Some(end) = wrapped_at.filter(|_| next.is_space()) {
                    return start..end;
                }
                if next.ch == kind.0 && closes(level, next.slashes) {
                    return start..next.start + next.slashes.saturating_sub(level);
                }
                if next.is_line_break() || next.is_space() && next.slashes > 0 {
                    wrapped_at = wrapped_at.or(Some(at));
                }
                if next.is_line_break() && next.slashes == 0 {
                    match continued(text, at) {
                        Some(end) => at = end,
                        None => return start..at,
                    }
                } else {
                    at = next.end;
                }
            }
            self.without_closing_quote.push(kind);
        }
        let end = skip(text, start, |next| !next.is_space() && !next.is_quote());
        start..continued(text, end).unwrap_or(end)
    }

    /// The value without quotes.
    pub(super) fn unquoted(&mut self, text: &str, start: usize, bounds: &Bounds) -> Range<usize> {
        let is_plain = bounds.quote.is_none() && !bounds.is_in_list;
        let known = self.unquoted.get_mut(bounds.depth.min(DEPTHS - 1));
        if let Some(end) = known.as_ref().filter(|end| is_plain && ***end > start) {
            return start..**end;
        }
        let ends = |next: &Unit| {
            let is_outer = next.depth <= bounds.depth;
            match next.ch {
                '&' | '<' | '>' => is_outer,
                '#' => is_outer && bounds.is_in_url,
                ',' | '}' | ']' | ')' => bounds.is_in_list,
                _ if next.is_quote() => is_outer && bounds.quote.is_none_or(|quote| same_quote(quote.ch, next.ch)),
                _ if next.is_line_break() => is_outer,
                _ => next.is_space() && is_outer && bounds.quote.is_none(),
            }
        };
        let mut end = skip(text, start, |next| !ends(next));
        while end > start
            && let Some(further) = continued(text, end)
        {
            end = skip(text, further, |next| !ends(next));
        }
        if let Some(known) = known.filter(|_| is_plain) {
            *known = end;
        }
        start..end
    }
}

/// The credentials behind `Basic` and `Bearer`, and a token: RFC 7235 §2.1, `token68`.
pub(super) fn token(text: &str, start: usize) -> Range<usize> {
    let mut end = skip(text, start, is_of_token);
    while end > start
        && let Some(further) = continued(text, end)
    {
        end = skip(text, further, is_of_token);
    }
    start..end
}

pub(super) fn is_of_token(unit: &Unit) -> bool {
    unit.is_of_word() || unit.is_invisible() || matches!(unit.ch, '.' | '~' | '+' | '/' | '=')
}

/// A value that a program wrapped, or that was copied with a space inside: the end of its next part, if what comes after
/// this whitespace can be nothing else.
fn continued(text: &str, at: usize) -> Option<usize> {
    let mut breaks = 0;
    let mut start = at;
    while let Some(next) = unit(text, start).filter(Unit::is_space) {
        breaks += usize::from(next.is_line_break() && next.ch != '\r');
        if breaks > 1 || start - at > WIDEST_INDENT {
            return None;
        }
        start = next.end;
    }
    if start == at {
        return None;
    }
    let end = skip(text, start, |next| is_of_token(next) && next.ch != '=');
    let padded = skip(text, end, |next| next.ch == '=');
    let is_name = unit(text, padded).is_some_and(|next| next.ch == ':' || padded > end && next.is_of_word());
    let part = text.get(start..end)?;
    let is_token = part.len() >= LEAST_CONTINUED && !part.starts_with('-') && !is_words(part);
    (is_token && !is_name).then_some(padded)
}

/// In bytes: PowerShell indents the lines of a value by the length of the longest name.
const WIDEST_INDENT: usize = 80;

/// Shorter ones are words, numbers and options.
const LEAST_CONTINUED: usize = 8;

/// How deep a quote is in quotes: a value in JSON in JSON starts with `\"`, and contains `\\\"`.
fn quote_level(slashes: usize) -> usize {
    let mut level = 0;
    while level < DEEPEST_QUOTE && level * 2 < slashes {
        level = level * 2 + 1;
    }
    level
}

const DEEPEST_QUOTE: usize = 31;

fn closes(level: usize, slashes: usize) -> bool {
    slashes < level || slashes % (2 * (level + 1)) == level
}

fn closing(open: char) -> char {
    match open {
        '“' | '„' | '‟' => '”',
        '‘' | '‚' | '‛' => '’',
        '«' => '»',
        '‹' => '›',
        other => other,
    }
}

fn same_quote(one: char, other: char) -> bool {
    one == other || closing(one) == other || is_curly_double(one) && is_curly_double(other)
}

/// Whether a text is words or numbers, as the name of an error or an option is: `invalid_grant`, `AADSTS70000`,
/// `Read-Host`, `application/json`. A code or a token has capitals and digits in between.
pub(super) fn is_words(text: &str) -> bool {
    text.split(|ch: char| !ch.is_alphanumeric()).all(is_word)
}

fn is_word(text: &str) -> bool {
    let letters = text.trim_end_matches(|ch: char| ch.is_ascii_digit());
    let has_case = |is: fn(char) -> bool| letters.chars().all(is);
    let is_long = |text: &str| text.len() > LONGEST_WORD;
    if is_long(text) || text.len() - letters.len() > LONGEST_NUMBER && !letters.is_empty() {
        return false;
    }
    !letters.contains(|ch: char| ch.is_numeric())
        && (has_case(|ch| !ch.is_lowercase()) || has_case(|ch| !ch.is_uppercase()) || is_camel(letters))
}

/// Each capital is followed by two small letters.
fn is_camel(letters: &str) -> bool {
    let mut small = 2;
    for ch in letters.chars() {
        if !ch.is_uppercase() {
            small += 1;
        } else if small < 2 {
            return false;
        } else {
            small = 0;
        }
    }
    small >= 2
}

const LONGEST_WORD: usize = 28;
const LONGEST_NUMBER: usize = 6;

/// Whether it is the number of an error or a status.
pub(super) fn is_number(text: &str) -> bool {
    text.len() <= LONGEST_NUMBER + 1 && text.bytes().all(|digit| digit.is_ascii_digit())
}

/// Whether it is masked already, or a place for a value: `${SECRET}`, `{{secret}}`, `%SECRET%`, `!SECRET!`, `$(…)`; in a command `$secret` too.
pub(super) fn is_placeholder(text: &str, is_command: bool) -> bool {
    let inner = |open: &str, close: &str| text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    let is_name = |name: &str| {
        let is_of_name = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '-' | '.' | ':' | ' ');
        !name.is_empty() && name.len() <= LONGEST_NAME && name.chars().all(is_of_name)
    };
    let variable =
        || text.strip_prefix('$').filter(|name| is_command && !name.starts_with(|ch: char| ch.is_ascii_digit()));
    // HTTPie reads what follows from a file.
    text == "@"
        || text.chars().all(|ch| is_dot(ch) || ch == '*')
        || text.starts_with("$(")
        || [inner("${", "}"), inner("{{", "}}"), inner("%", "%"), inner("!", "!")].into_iter().flatten().any(is_name)
        || variable().is_some_and(is_name)
}

const LONGEST_NAME: usize = 60;
