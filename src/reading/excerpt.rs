//! The part of a text that a finding is about, with invisible characters made visible.

use core::ops::Range;

use super::Place;
use super::wrapping::part;
use crate::chars::CharClass;
use crate::oauth::Secret;

/// A part of an excerpt.
#[derive(Clone, Debug)]
pub struct Piece {
    /// What to show. May be a part of a secret.
    pub text: Secret,
    /// Whether the finding is about it.
    pub is_marked: bool,
}

/// The text at a place and around it: at most 24 characters of the marked part and twelve on each side, with `…` where
/// more was left out.
///
/// `text` is the text in which the place is counted. Invisible characters are made visible: a space in the marked part
/// is `␣`, a tab `⇥`, a line break `↵`, others are `[U+200B]`. With `masked`, every character outside the marked part
/// is `•`, except unusual ones. A place between two characters is an empty marked piece.
#[must_use]
pub fn excerpt(text: &str, place: &Place, masked: bool) -> Vec<Piece> {
    cut_out(text, place, |_, is_marked| masked && !is_marked)
}

/// The same with only these parts of the text masked, in characters. A single marked character is never masked: it is
/// what the finding is about.
#[must_use]
pub fn masked_excerpt(text: &str, place: &Place, spans: &[Range<usize>]) -> Vec<Piece> {
    let is_inside = |at: usize| {
        let next = spans.partition_point(|span| span.end <= at);
        spans.get(next).is_some_and(|span| span.contains(&at))
    };
    cut_out(text, place, |at, is_marked| is_inside(at) && !(is_marked && place.length == 1))
}

/// `masks`: whether the character at that place is masked, outside and inside of the marked part.
fn cut_out(text: &str, place: &Place, masks: impl Fn(usize, bool) -> bool) -> Vec<Piece> {
    let letters: Vec<char> = text.chars().collect();
    let start = place.start.min(letters.len());
    let end = place.start.saturating_add(place.length).min(letters.len());
    let shown_end = end.min(start + LONGEST_MARKED);
    let (from, to) = (start.saturating_sub(CONTEXT), end.saturating_add(CONTEXT).min(letters.len()));
    let written = |range: Range<usize>, is_marked: bool| -> String {
        let part = part(&letters, &range).iter().zip(range.start..);
        part.map(|(letter, at)| shown(*letter, is_marked, masks(at, is_marked))).collect()
    };
    let cut = |is_cut: bool| if is_cut { "…" } else { "" };
    let pieces = [
        (format!("{}{}", cut(from > 0), written(from..start, false)), false),
        (format!("{}{}", written(start..shown_end, true), cut(shown_end < end)), true),
        (format!("{}{}", written(end..to, false), cut(to < letters.len())), false),
    ];
    let is_there = |(text, is_marked): &(String, bool)| *is_marked || !text.is_empty();
    pieces.into_iter().filter(is_there).map(|(text, is_marked)| Piece { text: Secret::new(text), is_marked }).collect()
}

/// A whole text with invisible characters made visible, as in an [`excerpt`]: with `is_marked`, spaces too.
#[must_use]
pub fn visible(text: &str, is_marked: bool) -> String {
    text.chars().map(|letter| shown(letter, is_marked, false)).collect()
}

const CONTEXT: usize = 12;
const LONGEST_MARKED: usize = 24;

fn shown(letter: char, is_marked: bool, masked: bool) -> String {
    match CharClass::of(letter) {
        Some(CharClass::Space) if letter == ' ' && is_marked => "␣".to_owned(),
        Some(CharClass::Space) if letter == ' ' && !masked => " ".to_owned(),
        Some(CharClass::Tab) => "⇥".to_owned(),
        Some(CharClass::LineBreak) if matches!(letter, '\n' | '\r') => "↵".to_owned(),
        Some(CharClass::TypographicQuote) => letter.to_string(),
        None | Some(CharClass::StraightQuote) if !masked => letter.to_string(),
        None | Some(CharClass::StraightQuote) => "•".to_owned(),
        Some(CharClass::Space) if letter == ' ' => "•".to_owned(),
        Some(_) => format!("[U+{:04X}]", u32::from(letter)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Within;

    /// The pieces joined, the marked one in brackets.
    fn seen(text: &str, start: usize, length: usize, masked: bool) -> String {
        let pieces = excerpt(text, &Place { within: Within::Pair, start, length }, masked);
        // EXPOSE: the test compares the whole text.
        let one = |piece: &Piece| {
            let text = piece.text.expose();
            if piece.is_marked { format!("[{text}]") } else { text.to_owned() }
        };
        pieces.iter().map(one).collect()
    }

    #[test]
    fn what_cannot_be_seen_is_written_out() {
        assert_eq!(seen(" id", 0, 1, false), "[␣]id");
        assert_eq!(seen("a b c", 3, 1, false), "a b[␣]c");
        assert_eq!(seen("id\r\n", 2, 2, false), "id[↵↵]");
        assert_eq!(seen("i\td\u{a0}", 1, 1, false), "i[⇥]d[U+00A0]");
        assert_eq!(seen("id\u{200b}\u{1f600}", 2, 1, false), "id[[U+200B]]\u{1f600}");
        assert_eq!(seen("\u{201c}id", 0, 1, false), "[\u{201c}]id");
    }

    #[test]
    fn a_whole_text_is_written_out_too() {
        assert_eq!(visible("a b\u{a0}c\n", false), "a b[U+00A0]c↵");
        assert_eq!(visible("a b", true), "a␣b");
    }

    #[test]
    fn only_what_stands_near_is_shown() {
        let long = "0123456789".repeat(10);
        assert_eq!(seen(&long, 50, 1, false), "…890123456789[0]123456789012…");
        assert_eq!(seen(&long, 0, 99, false), "[012345678901234567890123…]9");
        assert_eq!(seen(&long, 100, 0, false), "…890123456789[]");
        assert_eq!(seen("ab", 1, 0, false), "a[]b");
        assert_eq!(seen("", 0, 0, false), "[]");
        assert_eq!(seen("ab", 7, usize::MAX, false), "ab[]");
    }

    #[test]
    fn parts_are_masked_also_where_they_are_marked() {
        let seen = |start: usize, length: usize| {
            let place = Place { within: Within::Pasted, start, length };
            let pieces = masked_excerpt("?code=aB1 dE\u{200b}f&x=1", &place, core::slice::from_ref(&(6..13)));
            // EXPOSE: the test compares the whole text.
            let one = |piece: &Piece| format!("{}{}", if piece.is_marked { "|" } else { "" }, piece.text.expose());
            pieces.iter().map(one).collect::<Vec<_>>().join("/")
        };
        assert_eq!(seen(6, 7), "?code=/|•••␣••[U+200B]/f&x=1");
        assert_eq!(seen(9, 1), "?code=•••/|␣/••[U+200B]f&x=1");
        assert_eq!(seen(6, 1), "?code=/|a/•••••[U+200B]f&x=1");
        assert_eq!(seen(1, 4), "?/|code/=••••••[U+200B]f&x=…");
    }

    #[test]
    fn a_masked_excerpt_shows_odd_characters_alone() {
        assert_eq!(seen("se\u{200b}cr et:\"x ", 10, 1, true), "••[U+200B]•••••••[x]•");
        assert_eq!(seen("äöü ", 3, 1, true), "•••[␣]");
        let printed = format!("{:?}", excerpt("secret", &Place { within: Within::Pasted, start: 0, length: 1 }, false));
        assert!(!printed.contains("secret") && printed.contains("[redacted]"));
    }
}
