//! The part of a text that a finding is about, with invisible characters made visible.

use core::ops::Range;

use super::Span;
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
///
/// ```
/// use authdesk::oauth::Secret;
/// use authdesk::reading::{Span, Within, excerpt};
///
/// let span = Span { within: Within::Pasted, start: 4, length: 1 };
/// let pieces = excerpt("Demo\u{200b}Secret", &span, true);
/// assert!(pieces[0].text.same_as(&Secret::new("••••")) && !pieces[0].is_marked);
/// assert!(pieces[1].text.same_as(&Secret::new("[U+200B]")) && pieces[1].is_marked);
/// assert!(pieces[2].text.same_as(&Secret::new("••••••")));
/// ```
#[must_use]
pub fn excerpt(text: &str, span: &Span, masked: bool) -> Vec<Piece> {
    CharIndex::new(text).excerpt(text, span, masked)
}

/// Where the characters of a text begin, so that a place of a long text is found without going through all of it.
#[derive(Clone, Debug)]
pub struct CharIndex {
    /// The byte at which every 256th character begins.
    bytes: Vec<usize>,
    /// How many characters there are.
    length: usize,
    /// The character after each line break.
    lines: Vec<usize>,
}

const STRIDE: usize = 256;

impl CharIndex {
    /// Goes through a text once.
    #[must_use]
    pub fn new(text: &str) -> CharIndex {
        let bytes = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut index = CharIndex { bytes, length: 0, lines: Vec::new() };
        for (byte, ch) in text.char_indices() {
            if index.length.is_multiple_of(STRIDE) {
                index.bytes.push(byte);
            }
            index.length += 1;
            if ch == '\n' {
                index.lines.push(index.length);
            }
        }
        // What ends with a line break is no line more.
        index.lines.pop_if(|start| *start == index.length);
        index
    }

    /// The number of the line of a character, from 1; `None` for a text of one line.
    #[must_use]
    pub fn line(&self, at: usize) -> Option<usize> {
        (!self.lines.is_empty()).then(|| self.lines.partition_point(|start| *start <= at) + 1)
    }

    /// How many characters the text has.
    #[must_use]
    pub fn length(&self) -> usize {
        self.length
    }

    /// The same as [`excerpt`] of the text that this is the index of, in a time that does not depend on its length.
    #[must_use]
    pub fn excerpt(&self, text: &str, span: &Span, masked: bool) -> Vec<Piece> {
        self.cut_out(text, span, |_, is_marked| masked && !is_marked)
    }

    /// The same with only these parts of the text masked, in characters, and there also what is marked. A single marked
    /// character is never masked: it is what the finding is about.
    #[must_use]
    pub fn masked_excerpt(&self, text: &str, span: &Span, secrets: &[Range<usize>]) -> Vec<Piece> {
        let is_secret = |at: usize| {
            let next = secrets.partition_point(|secret| secret.end <= at);
            secrets.get(next).is_some_and(|secret| secret.contains(&at))
        };
        self.cut_out(text, span, |at, is_marked| is_secret(at) && !(is_marked && span.length == 1))
    }

    /// `masks`: whether the character at that place is masked, outside and inside of the marked part.
    fn cut_out(&self, text: &str, span: &Span, masks: impl Fn(usize, bool) -> bool) -> Vec<Piece> {
        let start = span.start.min(self.length);
        let end = span.start.saturating_add(span.length).min(self.length);
        let shown_end = end.min(start + LONGEST_MARKED);
        let (from, to) = (start.saturating_sub(CONTEXT), end.saturating_add(CONTEXT).min(self.length));
        let show = |range: Range<usize>, is_marked: bool| -> String {
            let part = self.slice(text, range.clone()).chars().zip(range.start..);
            part.map(|(ch, at)| shown(ch, is_marked, masks(at, is_marked))).collect()
        };
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        let pieces = [
            (format!("{}{}", cut(from > 0), show(from..start, false)), false),
            (format!("{}{}", show(start..shown_end, true), cut(shown_end < end)), true),
            (format!("{}{}", show(end..to, false), cut(to < self.length)), false),
        ];
        let is_there = |(text, is_marked): &(String, bool)| *is_marked || !text.is_empty();
        let piece = |(text, is_marked)| Piece { text: Secret::new(text), is_marked };
        pieces.into_iter().filter(is_there).map(piece).collect()
    }

    /// The part of the text between two characters.
    pub(super) fn slice<'t>(&self, text: &'t str, range: Range<usize>) -> &'t str {
        text.get(self.byte(text, range.start)..self.byte(text, range.end)).unwrap_or_default()
    }

    /// How many characters are before a byte.
    pub(super) fn number(&self, text: &str, byte: usize) -> usize {
        let strides = self.bytes.partition_point(|start| *start <= byte).saturating_sub(1);
        let start = self.bytes.get(strides).copied().unwrap_or_default();
        strides * STRIDE + text.get(start..byte).map_or(0, |between| between.chars().count())
    }

    /// The byte at which a character begins; the length of the text after the last one.
    fn byte(&self, text: &str, at: usize) -> usize {
        let Some(before) = self.bytes.get(at / STRIDE) else { return text.len() };
        let rest = text.get(*before..).unwrap_or_default();
        rest.char_indices().nth(at % STRIDE).map_or(text.len(), |(byte, _)| before + byte)
    }
}

/// A whole text with invisible characters made visible, as in an [`excerpt`]: with `is_marked`, spaces too.
///
/// ```
/// use authdesk::reading::visible;
///
/// assert_eq!(visible("Demo Client\u{a0}Id\n", false), "Demo Client[U+00A0]Id↵");
/// assert_eq!(visible("Demo Client", true), "Demo␣Client");
/// ```
#[must_use]
pub fn visible(text: &str, is_marked: bool) -> String {
    text.chars().map(|ch| shown(ch, is_marked, false)).collect()
}

/// A whole text with places marked, its lines as lines and only what is marked written out as in an [`excerpt`]. Of places
/// that overlap, the first counts.
///
/// ```
/// use authdesk::reading::{Span, Within, marked_whole};
///
/// let span = Span { within: Within::Pasted, start: 1, length: 1 };
/// let pieces = marked_whole("a b\r\nc\u{200b}", &[span]);
/// let texts: Vec<&str> = pieces.iter().map(|piece| piece.text.expose()).collect();
/// assert_eq!(texts, ["a", "␣", "b\nc[U+200B]"]);
/// ```
#[must_use]
pub fn marked_whole(text: &str, spans: &[Span]) -> Vec<Piece> {
    let index = CharIndex::new(text);
    let mut spans = spans.to_vec();
    spans.sort_by_key(|span| span.start);
    let piece = |range: Range<usize>, is_marked: bool| {
        let line_end = if is_marked { "↵\n" } else { "\n" };
        let lines = index.slice(text, range).replace("\r\n", "\n");
        let lines: Vec<String> = lines.split('\n').map(|line| visible(line, is_marked)).collect();
        Piece { text: Secret::new(lines.join(line_end)), is_marked }
    };
    let (mut pieces, mut at) = (Vec::new(), 0);
    for span in spans.iter().filter(|span| span.start <= index.length) {
        if span.start < at {
            continue;
        }
        let end = span.start.saturating_add(span.length).min(index.length);
        pieces.push(piece(at..span.start, false));
        pieces.push(piece(span.start..end, true));
        at = end;
    }
    pieces.push(piece(at..index.length, false));
    pieces.retain(|piece| piece.is_marked || !piece.text.is_empty());
    pieces
}

const CONTEXT: usize = 12;
const LONGEST_MARKED: usize = 24;

fn shown(ch: char, is_marked: bool, masked: bool) -> String {
    match CharClass::of(ch) {
        Some(CharClass::Space) if ch == ' ' && is_marked => "␣".to_owned(),
        Some(CharClass::Space) if ch == ' ' && !masked => " ".to_owned(),
        Some(CharClass::Tab) => "⇥".to_owned(),
        Some(CharClass::LineBreak) if matches!(ch, '\n' | '\r') => "↵".to_owned(),
        Some(CharClass::TypographicQuote) => ch.to_string(),
        None | Some(CharClass::StraightQuote) if !masked => ch.to_string(),
        None | Some(CharClass::StraightQuote) => "•".to_owned(),
        Some(CharClass::Space) if ch == ' ' => "•".to_owned(),
        Some(_) => format!("[U+{:04X}]", u32::from(ch)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Within;

    /// The pieces joined, the marked one in brackets.
    fn seen(text: &str, start: usize, length: usize, masked: bool) -> String {
        let pieces = excerpt(text, &Span { within: Within::Pair, start, length }, masked);
        // EXPOSE: the test compares the whole text.
        let one = |piece: &Piece| {
            let text = piece.text.expose();
            if piece.is_marked { format!("[{text}]") } else { text.to_owned() }
        };
        pieces.iter().map(one).collect()
    }

    #[test]
    fn a_place_is_found_wherever_it_is() {
        let text: String = (0..2000_u32).map(|at| if at % 7 == 0 { 'ö' } else { 'x' }).collect();
        let chars: Vec<char> = text.chars().collect();
        let index = CharIndex::new(&text);
        assert_eq!(index.length(), 2000);
        for start in (0..2000).step_by(13).chain([255, 256, 257, 1999]) {
            for end in [start, start + 1, start + 300, 2000].map(|end: usize| end.min(2000)) {
                assert_eq!(index.slice(&text, start..end), chars[start..end].iter().collect::<String>());
            }
        }
        assert_eq!(CharIndex::new("").slice("", 0..0), "");
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
    fn several_places_of_a_whole_text_are_marked() {
        let span = |start: usize, length: usize| Span { within: Within::Pasted, start, length };
        let seen = |text: &str, spans: &[Span]| {
            // EXPOSE: the test compares the whole text.
            let one = |piece: &Piece| format!("{}{}", if piece.is_marked { "|" } else { "" }, piece.text.expose());
            marked_whole(text, spans).iter().map(one).collect::<Vec<_>>().join("/")
        };
        assert_eq!(seen("ab cd", &[span(3, 1), span(0, 2)]), "|ab/ /|c/d");
        assert_eq!(seen("ab", &[span(0, 2), span(1, 1)]), "|ab");
        assert_eq!(seen("ab", &[span(2, 0)]), "ab/|");
        assert_eq!(seen("ab", &[span(7, 1)]), "ab");
        assert_eq!(seen("a\r\nb\n", &[span(1, 2)]), "a/|↵\n/b\n");
        assert_eq!((seen("", &[]), seen("a\tb", &[])), (String::new(), "a⇥b".to_owned()));
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
            let span = Span { within: Within::Pasted, start, length };
            let text = "?code=aB1 dE\u{200b}f&x=1";
            let pieces = CharIndex::new(text).masked_excerpt(text, &span, core::slice::from_ref(&(6..13)));
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
        let printed = format!("{:?}", excerpt("secret", &Span { within: Within::Pasted, start: 0, length: 1 }, false));
        assert!(!printed.contains("secret") && printed.contains("[redacted]"));
    }
}
