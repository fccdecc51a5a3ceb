//! A text between quotes, in whichever format.

use super::draft::BlockDraft;
use super::line::behind;
use crate::reading::request::piece::{ByteSpan, Cursor, Fragment};

/// How such a text is written.
#[derive(Clone, Copy)]
pub(super) struct QuoteRules {
    /// What opens and closes it.
    pub quote: &'static str,
    pub escapes: Escapes,
    /// It may contain line breaks.
    pub many_lines: bool,
}

/// What its characters mean.
#[derive(Clone, Copy)]
pub(super) enum Escapes {
    /// Each is itself.
    None,
    /// The quote is written twice.
    Doubled,
    /// A backslash and one of these; any other after a backslash is a mistake.
    Strict(&'static str),
    /// The same; before any other the backslash is itself.
    Lenient(&'static str),
}

/// What was read.
pub(super) struct Quoted {
    /// The text, with the place of all of it and its quotes.
    pub value: Fragment,
    pub is_closed: bool,
    /// Backslashes with what follows them, that the format does not know.
    pub unknown_escapes: Vec<ByteSpan>,
}

/// The longest text of several lines, in bytes, and how many bytes of a whole text may be looked at in vain for the end of
/// one: open quotes must not make the rest be read again and again.
const LONGEST: usize = 8192;
const IN_VAIN: usize = 1 << 16;

/// Reads the text whose opening quote comes next. One that is not closed ends with its line.
pub(super) fn quoted(chars: &mut Cursor<'_>, rules: QuoteRules, draft: &mut BlockDraft) -> Quoted {
    if rules.many_lines && draft.in_vain < IN_VAIN {
        let start = *chars;
        let read = attempt(chars, rules);
        let is_real = rules.quote.len() > 1 || !goes_on(&start, chars) || ends_here(chars);
        if read.is_closed && is_real {
            return read;
        }
        draft.in_vain += chars.at - start.at;
        *chars = start;
    }
    attempt(chars, QuoteRules { many_lines: false, ..rules })
}

/// Whether there is a line break between the two.
fn goes_on(start: &Cursor<'_>, end: &Cursor<'_>) -> bool {
    start.text.get(start.at..end.at).is_some_and(|raw| raw.contains('\n'))
}

/// Whether nothing comes after the quote but what may follow a value: otherwise another line opened with it.
fn ends_here(chars: &Cursor<'_>) -> bool {
    behind(chars, &["#", ";", ",", "]", "}"]).is_none()
}

fn attempt(chars: &mut Cursor<'_>, rules: QuoteRules) -> Quoted {
    let start = chars.at;
    chars.takes(rules.quote);
    let mut text = String::new();
    let mut unknown_escapes = Vec::new();
    let is_closed = loop {
        if chars.takes(rules.quote) {
            if !matches!(rules.escapes, Escapes::Doubled) || !chars.takes(rules.quote) {
                break true;
            }
            text.push_str(rules.quote);
            continue;
        }
        let at = chars.at;
        let is_over = |ch: char| if rules.many_lines { at - start > LONGEST } else { matches!(ch, '\n' | '\r') };
        let Some(ch) = chars.peek().filter(|ch| !is_over(*ch)) else { break false };
        chars.next();
        match rules.escapes {
            Escapes::Strict(known) if ch == '\\' => {
                if !escape(chars, known, &mut text) {
                    text.push(ch);
                    let length = chars.peek().map_or(0, char::len_utf8);
                    unknown_escapes.push(ByteSpan::new(at, chars.at + length));
                }
            }
            Escapes::Lenient(known) if ch == '\\' => {
                if !escape(chars, known, &mut text) {
                    text.push(ch);
                }
            }
            _ => text.push(ch),
        }
    };
    let value = Fragment::new(chars.text, text, ByteSpan::new(start, chars.at), false);
    Quoted { value, is_closed, unknown_escapes }
}

/// Takes what follows a backslash, if it is one of these.
fn escape(chars: &mut Cursor<'_>, known: &str, text: &mut String) -> bool {
    let Some(letter) = chars.peek().filter(|letter| known.contains(*letter)) else { return false };
    let digits = match letter {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    if digits > 0 {
        let mut ahead = *chars;
        ahead.next();
        let code = ahead.rest().get(..digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let Some(ch) = code.and_then(char::from_u32) else { return false };
        text.push(ch);
        chars.at = ahead.at + digits;
        return true;
    }
    chars.next();
    match letter {
        'n' => text.push('\n'),
        'r' => text.push('\r'),
        't' => text.push('\t'),
        'b' => text.push('\u{8}'),
        'f' => text.push('\u{c}'),
        'v' => text.push('\u{b}'),
        'a' => text.push('\u{7}'),
        'e' => text.push('\u{1b}'),
        '0' => text.push('\0'),
        // The line goes on.
        '\n' => {}
        other => text.push(other),
    }
    true
}
