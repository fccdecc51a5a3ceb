//! A text as it was typed, before a program made it look better.

use crate::chars::{CharClass, front_of, is_curly_single};

/// The beginning of a text, at most so many bytes of it, with straight quotation marks, hyphens and line feeds where
/// programs have put others, and without what is not seen.
///
/// ```
/// use authdesk::reading::retyped;
///
/// assert_eq!(retyped("says “it’s client‑\u{ad}id”\r\u{2028}", 100), "says \"it's client-id\"\n\n");
/// assert_eq!(retyped("aü", 2), "a");
/// ```
#[must_use]
pub fn retyped(text: &str, most: usize) -> String {
    let as_typed = |ch: char| match CharClass::of(ch) {
        Some(CharClass::Invisible | CharClass::ByteOrderMark) => None,
        Some(CharClass::LineBreak) => Some('\n'),
        Some(CharClass::TypographicQuote) if is_single(ch) => Some('\''),
        Some(CharClass::TypographicQuote) => Some('"'),
        _ if is_hyphen(ch) => Some('-'),
        _ => Some(ch),
    };
    front_of(text, most).chars().filter_map(as_typed).collect()
}

fn is_single(quote: char) -> bool {
    is_curly_single(quote) || matches!(quote, '′' | '‹' | '›')
}

fn is_hyphen(ch: char) -> bool {
    matches!(ch, '\u{2010}' | '\u{2011}')
}
