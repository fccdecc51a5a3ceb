//! A text character by character, with the encodings undone that links inside of links and JSON inside of logs have.

use crate::chars::{is_invisible, is_line_break, is_quote, is_space, is_space_in_line};

/// A character, and how it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// The decoded character; U+FFFD for a part of one that is encoded.
    pub ch: char,
    /// Where it starts, in bytes.
    pub start: usize,
    /// Where the next one starts.
    pub end: usize,
    /// How often it is percent-encoded (RFC 3986 §2.1): `&`, `%26`, `%2526`.
    pub depth: usize,
    /// How many backslashes are before it.
    pub slashes: usize,
}

impl Unit {
    pub(super) fn is_of_word(&self) -> bool {
        self.ch.is_ascii_alphanumeric() || matches!(self.ch, '_' | '-')
    }

    pub(super) fn is_quote(&self) -> bool {
        is_quote(self.ch)
    }

    pub(super) fn is_invisible(&self) -> bool {
        is_invisible(self.ch)
    }

    pub(super) fn is_space(&self) -> bool {
        is_space(self.ch)
    }

    pub(super) fn is_space_in_line(&self) -> bool {
        is_space_in_line(self.ch)
    }

    pub(super) fn is_line_break(&self) -> bool {
        is_line_break(self.ch)
    }
}

/// The character at a byte.
pub(super) fn unit(text: &str, start: usize) -> Option<Unit> {
    // Most of any text.
    if let Some(byte) =
        text.as_bytes().get(start).filter(|byte| byte.is_ascii() && !matches!(byte, b'%' | b'\\' | b'&'))
    {
        return Some(Unit { ch: char::from(*byte), start, end: start + 1, depth: 0, slashes: 0 });
    }
    let rest = text.get(start..)?;
    let ch = rest.chars().next()?;
    let plain = Unit { ch, start, end: start + ch.len_utf8(), depth: 0, slashes: 0 };
    Some(match ch {
        '%' => percent_encoded(text, plain),
        '\\' => escaped(text, plain),
        '&' => entity(rest, plain),
        _ => plain,
    })
}

/// The first character that is not like that.
pub(super) fn skip(text: &str, mut at: usize, mut is_skipped: impl FnMut(&Unit) -> bool) -> usize {
    while let Some(next) = unit(text, at).filter(&mut is_skipped) {
        at = next.end;
    }
    at
}

fn percent_encoded(text: &str, plain: Unit) -> Unit {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (plain.end, 1);
    while bytes.get(at..at + 2) == Some(b"25") {
        at += 2;
        depth += 1;
    }
    let hex = |at: usize| bytes.get(at).and_then(|digit| char::from(*digit).to_digit(16));
    match (hex(at), hex(at + 1)) {
        (Some(high), Some(low)) => {
            let ch = char::from_u32(high * 16 + low).filter(char::is_ascii).unwrap_or(char::REPLACEMENT_CHARACTER);
            Unit { ch, end: at + 2, depth, ..plain }
        }
        _ => Unit { end: at, depth: depth - 1, ..plain },
    }
}

/// What is behind backslashes: a quote, a slash, `\n`, `\u0026`, or a line break that a shell takes out.
fn escaped(text: &str, plain: Unit) -> Unit {
    let after = |at: usize| text.get(at..).unwrap_or_default();
    let slashes = after(plain.start).bytes().take_while(|byte| *byte == b'\\').count();
    let at = plain.start + slashes;
    let Some(ch) = after(at).chars().next() else { return Unit { end: at, ..plain } };
    let unit = |ch: char, end: usize| Unit { ch, end, slashes, ..plain };
    match ch {
        'n' | 'r' | 't' => unit('\n', at + 1),
        'u' => {
            let digits =
                text.get(at + 1..at + 5).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
            match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
                Some(code) => unit(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), at + 5),
                None => Unit { end: at, ..plain },
            }
        }
        '/' => unit('/', at + 1),
        _ if is_line_break(ch) => unit(' ', at + ch.len_utf8()),
        _ if is_quote(ch) => unit(ch, at + ch.len_utf8()),
        _ => Unit { end: at, ..plain },
    }
}

/// What HTML writes differently.
fn entity(rest: &str, plain: Unit) -> Unit {
    const ENTITIES: [(&str, char); 8] = [
        ("&amp;", '&'),
        ("&#38;", '&'),
        ("&quot;", '"'),
        ("&#34;", '"'),
        ("&#39;", '\''),
        ("&apos;", '\''),
        ("&lt;", '<'),
        ("&gt;", '>'),
    ];
    let found = ENTITIES.iter().find(|(name, _)| rest.starts_with(name));
    found.map_or(plain, |(name, ch)| Unit { ch: *ch, end: plain.start + name.len(), ..plain })
}
