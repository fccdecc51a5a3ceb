//! The escapes with which a program colors what it prints in a terminal (ECMA-48), wherever the text was copied from.

use core::ops::Range;
use std::borrow::Cow;

/// How an escape begins: the character itself, and what editors, JSON and programs write for it.
const ESCAPES: [&str; 8] = ["\u{1b}", "\u{9b}", "\\u001b", "\\u001B", "\\x1b", "\\x1B", "\\033", "^["];
/// What ends a color; where the character was lost, only this tells that there were any.
const ENDS: [&str; 3] = ["[0m", "[39m", "[22m"];
/// What begins one there.
const BEGINS: [&str; 7] = ["[3", "[9", "[1m", "[1;", "[2m", "[4m", "[0;"];
/// In bytes: no escape is longer, but for a link.
const LONGEST: usize = 24;
/// In bytes.
const LONGEST_LINK: usize = 2000;

/// The text without them.
pub(crate) fn without_colors(text: &str) -> Cow<'_, str> {
    let gone = colors(text);
    if gone.is_empty() {
        return Cow::Borrowed(text);
    }
    let (mut plain, mut from) = (String::with_capacity(text.len()), 0);
    for escape in gone {
        plain.push_str(text.get(from..escape.start).unwrap_or_default());
        from = escape.end;
    }
    plain.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(plain)
}

/// Where they are, in bytes and in the order of the text.
pub(in crate::reading) fn colors(text: &str) -> Vec<Range<usize>> {
    let is_bare = [ENDS.as_slice(), BEGINS.as_slice()].iter().all(|signs| signs.iter().any(|sign| text.contains(sign)));
    if !is_bare && !ESCAPES.iter().any(|escape| text.contains(escape)) {
        return Vec::new();
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, sign) in text.match_indices(['[', ']', '\u{9b}']) {
        let (before, behind) = text.split_at_checked(at).unwrap_or_default();
        let escape = ESCAPES.iter().find(|escape| before.ends_with(**escape)).map_or(0, |escape| escape.len());
        let start = at - escape;
        if found.last().is_some_and(|last| last.end > start) {
            continue;
        }
        let length = match sign {
            "]" if escape == 0 => None,
            "]" => link(behind),
            _ => sequence(behind, sign.len()).filter(|(end, _)| escape > 0 || sign != "[" || *end == 'm' && is_bare),
        };
        let is_range = length.is_some_and(|(_, length)| behind.get(length..).is_some_and(|rest| rest.starts_with(']')));
        found.extend(length.filter(|_| escape > 0 || !is_range).map(|(_, length)| start..at + length));
    }
    found
}

/// The last letter of a sequence such as `[1;31m`, and how long it is. Without numbers it may be anything.
fn sequence(text: &str, sign: usize) -> Option<(char, usize)> {
    let inner = text.get(sign..)?;
    let length = inner.bytes().take(LONGEST).take_while(|byte| byte.is_ascii_digit() || *byte == b';').count();
    let end = inner.get(length..)?.chars().next().filter(char::is_ascii_alphabetic)?;
    (length > 0 || matches!(end, 'm' | 'K')).then_some((end, sign + length + 1))
}

/// How long a link or a title is, from its bracket to its end.
fn link(text: &str) -> Option<(char, usize)> {
    let front = crate::chars::front_of(text, LONGEST_LINK);
    let ends = ["\u{7}", "\u{1b}\\"].iter().filter_map(|end| Some(front.find(end)? + end.len()));
    ends.min().map(|length| (']', length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_shows() {
        for (text, plain) in [
            ("\u{1b}[31merror\u{1b}[0m: a", "error: a"),
            ("\u{1b}[1;31mPOST\u{1b}[m /token \u{1b}[38;5;208m400\u{1b}[0m", "POST /token 400"),
            ("\u{9b}31merror\u{9b}0m", "error"),
            ("\\u001b[32minfo\\u001b[39m token", "info token"),
            ("\\x1b[31merror\\x1b[0m \\033[1mb\\033[0m", "error b"),
            ("^[[31merror^[[0m", "error"),
            ("[36mapp_1  |[0m [31mERROR[39m c", "app_1  | ERROR c"),
            ("\u{1b}]8;;https://a.example\u{7}link\u{1b}]8;;\u{7}", "link"),
            ("\u{1b}[2K\u{1b}[1Gdone", "done"),
        ] {
            assert_eq!(without_colors(text), plain, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_color() {
        for text in [
            "",
            "[31m",
            "rate(x[5m]) [30m] [0m]",
            "a[0] [1m",
            "scopes:[user:read]",
            "C:\\x1b",
            "[info] [0ms]",
            "^[a-z]+$",
        ] {
            assert_eq!(without_colors(text), text);
        }
    }
}
