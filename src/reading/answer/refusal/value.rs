//! A value in a text, as programs print values: quoted in any way, escaped, encoded, or bare.

use crate::chars::{is_curly_double, is_curly_single, is_quote};
use crate::reading::query;

/// A string and where it ends, in bytes.
pub(super) struct Quoted {
    pub text: String,
    pub end: usize,
}

/// How far behind the end of its line a string is searched for its quote: a window wraps long lines when they are copied.
const MOST_WRAPPED: usize = 200;

/// How many backslashes before a quote are counted; more are no escape.
const MOST_BACKSLASHES: usize = 16;

/// How many backslashes the text begins with.
pub(super) fn backslashes(text: &str) -> usize {
    text.bytes().take(MOST_BACKSLASHES).take_while(|byte| *byte == b'\\').count()
}

/// The string that begins at `start`; `None` where no quote is. A quote that is escaped as deeply as the first one
/// closes it; without one, the end of the line does.
pub(super) fn quoted(text: &str, start: usize) -> Option<Quoted> {
    let rest = text.get(start..)?;
    let depth = backslashes(rest);
    let opened = rest.get(depth..)?;
    let quote = opened.chars().next().filter(|ch| is_quote(*ch))?;
    let mut first = start + depth + quote.len_utf8();
    // A quote in a table of comma-separated values is written twice (RFC 4180 §2).
    let second = text.get(first..)?.strip_prefix(quote).unwrap_or_default();
    let is_doubled = second.starts_with(|ch: char| ch.is_alphanumeric() || ch == '{');
    if is_doubled {
        first += quote.len_utf8();
    }
    let (last, end, _) = closed(text, first, quote, depth);
    let raw = text.get(first..last)?;
    let end = if is_doubled && text.get(end..)?.starts_with(quote) { end + quote.len_utf8() } else { end };
    let mut value = unescaped(raw, layers(depth, raw));
    // Node prints a long string in pieces: 'one\n' +\n  'two'.
    if let Some(next) = next_piece(text.get(end..)?)
        && let Some(more) = quoted_piece(text, end + next)
    {
        value.push_str(&more.text);
        return Some(Quoted { text: value, ..more });
    }
    Some(Quoted { text: value, end })
}

/// The pieces after a `+`, one after the other, so that nothing calls itself.
fn quoted_piece(text: &str, start: usize) -> Option<Quoted> {
    let (mut value, mut at) = (String::new(), start);
    loop {
        let rest = text.get(at..)?;
        let depth = backslashes(rest);
        let quote = rest.get(depth..)?.chars().next().filter(|ch| is_quote(*ch))?;
        let first = at + depth + quote.len_utf8();
        let (last, end, is_cut) = closed(text, first, quote, depth);
        let raw = text.get(first..last)?;
        value.push_str(&unescaped(raw, layers(depth, raw)));
        match next_piece(text.get(end..)?) {
            Some(next) if !is_cut => at = end + next,
            _ => return Some(Quoted { text: value, end }),
        }
    }
}

fn next_piece(rest: &str) -> Option<usize> {
    let spaces = |text: &str| text.bytes().take(MOST_WRAPPED).take_while(u8::is_ascii_whitespace).count();
    let plus = spaces(rest);
    let behind = rest.get(plus..)?.strip_prefix('+')?;
    let next = plus + 1 + spaces(behind);
    rest.get(next..)?.starts_with(['"', '\'', '`', '\\']).then_some(next)
}

/// Where the string ends, where its quote ends, and whether the text ends first.
fn closed(text: &str, first: usize, quote: char, depth: usize) -> (usize, usize, bool) {
    let rest = text.get(first..).unwrap_or_default();
    let inner = inner_depth(rest);
    let mut slashes = 0;
    let mut broken: Option<usize> = None;
    for (at, ch) in rest.char_indices() {
        if broken.is_some_and(|broken| at > broken + MOST_WRAPPED) {
            break;
        }
        match ch {
            '\\' => slashes += 1,
            '\n' => {
                broken.get_or_insert(at);
                slashes = 0;
            }
            _ if closes(quote, ch) => {
                let is_escaped = match (depth, inner) {
                    (0, 0) => slashes % 2 == 1,
                    (0, inner) => slashes >= inner,
                    _ => slashes > depth,
                };
                let behind = rest.get(at + ch.len_utf8()..).unwrap_or_default();
                let next = behind.trim_start_matches([' ', '\t', '\\']);
                let is_apostrophe = matches!(ch, '\'' | '\u{2019}') && behind.starts_with(char::is_alphanumeric);
                if broken.is_some() && next.starts_with([':', '=']) {
                    break;
                }
                let is_end = broken.is_none() || next.is_empty() || next.starts_with([',', '}', ']', ')', '\r', '\n']);
                if !is_escaped && !is_apostrophe && is_end {
                    let last = if depth == 0 { at } else { at - slashes };
                    return (first + last, first + at + ch.len_utf8(), false);
                }
                slashes = 0;
            }
            _ => slashes = 0,
        }
    }
    let line = broken.unwrap_or(rest.len());
    let is_cut = rest.get(line..).unwrap_or_default().trim().is_empty();
    let end = first + line - usize::from(rest.get(..line).is_some_and(|line| line.ends_with('\r')));
    (end, end, is_cut)
}

/// How often a string is escaped: its own quotes are behind `depth` backslashes.
fn layers(depth: usize, raw: &str) -> u32 {
    match (depth.checked_ilog2(), inner_depth(raw).checked_ilog2()) {
        (Some(own), _) => own + 2,
        (None, inner) => inner.map_or(1, |inner| inner + 1),
    }
}

/// How many backslashes are before the quotes of an object in a string that was escaped once more than its own quotes were,
/// as when a form escapes what it shows: `"{\\"status\\":400}"`. An odd number is that of an object in a string.
fn inner_depth(inside: &str) -> usize {
    let object = inside.strip_prefix('{').unwrap_or_default();
    let depth = backslashes(object);
    let is_quoted = object.get(depth..).is_some_and(|rest| rest.starts_with(['"', '\'']));
    if depth.is_multiple_of(2) && is_quoted { depth } else { 0 }
}

fn closes(quote: char, ch: char) -> bool {
    ch == quote
        || is_curly_double(quote) && (is_curly_double(ch) || ch == '"')
        || is_curly_single(quote) && (is_curly_single(ch) || ch == '\'')
        || matches!((quote, ch), ('«', '»') | ('»', '«') | ('‹', '›'))
}

/// The text without its escapes (RFC 8259 §7, and those of Python and JavaScript), removed so many times.
pub(super) fn unescaped(text: &str, times: u32) -> String {
    let mut text = text.to_owned();
    for _ in 0..times.min(MOST_LAYERS) {
        if !text.contains('\\') {
            break;
        }
        text = unescaped_once(&text);
    }
    text
}

const MOST_LAYERS: u32 = 4;

fn unescaped_once(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('\\') {
        plain.push_str(before);
        let mut chars = behind.chars();
        let (decoded, length) = match chars.next() {
            Some('n') => (Some('\n'), 1),
            Some('r') => (Some('\r'), 1),
            Some('t') => (Some('\t'), 1),
            Some(ch @ ('"' | '\'' | '\\' | '/' | '`')) => (Some(ch), 1),
            Some('u') => code_point(behind),
            Some('x') => (hex(behind, 1, 2).and_then(char::from_u32), 3),
            _ => (None, 0),
        };
        match decoded {
            Some(ch) => {
                plain.push(ch);
                rest = behind.get(length..).unwrap_or_default();
            }
            None => {
                plain.push('\\');
                rest = behind;
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn hex(text: &str, start: usize, digits: usize) -> Option<u32> {
    let digits = text.get(start..start + digits)?;
    u32::from_str_radix(digits, 16).ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// `u0022`, or both halves of a surrogate pair.
fn code_point(text: &str) -> (Option<char>, usize) {
    let Some(code) = hex(text, 1, 4) else { return (None, 0) };
    if !(0xD800..0xDC00).contains(&code) {
        return (char::from_u32(code), 5);
    }
    let low = text.get(5..7).filter(|lead| *lead == "\\u").and_then(|_| hex(text, 7, 4));
    match low.filter(|low| (0xDC00..0xE000).contains(low)) {
        Some(low) => (char::from_u32(0x1_0000 + ((code - 0xD800) << 10) + (low - 0xDC00)), 11),
        None => (None, 0),
    }
}

/// A value of a query or a form body, where a space is a `+` (RFC 6749 appendix B).
pub(super) fn query_decoded(text: &str) -> String {
    query::decoded(&text.replace('+', " "))
}

/// The text with the character references of HTML that servers write in sentences.
pub(super) fn without_entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        plain.push_str(before);
        match entity(behind) {
            Some((ch, length)) => {
                plain.push(ch);
                rest = behind.get(length..).unwrap_or_default();
            }
            None => {
                plain.push('&');
                rest = behind;
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// The character, and how many bytes it takes after its `&`.
fn entity(text: &str) -> Option<(char, usize)> {
    const LONGEST: usize = 8;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = text.get(..end)?;
    let ch = match name {
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        "lt" => '<',
        "gt" => '>',
        "nbsp" => ' ',
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((ch, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_ends_at_its_own_quote() {
        for (text, value, behind) in [
            (r#""a \"b\" c" d"#, r#"a "b" c"#, " d"),
            (r#"'client's own' x"#, "client's own", " x"),
            (r#"\"a\" b"#, "a", " b"),
            (r#"\"a \\\"b\\\"\" c"#, r#"a "b""#, " c"),
            ("\u{201c}a\u{201d}, b", "a", ", b"),
            ("'a\\n' +\n   'b' , c", "a\nb", " , c"),
            ("\"\"a\"\",\"", "a", ",\""),
            ("\"a b\nc\", d", "a b\nc", ", d"),
            ("\"a b\n\"c\": \"d\",", "a b", "\n\"c\": \"d\","),
            ("\"\"", "", ""),
            ("\"a\\u0022\\u00e4\\ud83d\\ude00\"", "a\"ä\u{1f600}", ""),
        ] {
            let found = quoted(text, 0).unwrap();
            assert_eq!((found.text.as_str(), text.get(found.end..)), (value, Some(behind)), "{text}");
        }
        assert_eq!(quoted("\"cut", 0).unwrap().text, "cut");
        assert!(quoted("a", 0).is_none());
    }

    #[test]
    fn references_of_html() {
        assert_eq!(without_entities("a&quot;b&#39;&#x27;&amp;lt; & &; &x;"), "a\"b''&lt; & &; &x;");
    }
}
