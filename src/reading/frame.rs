//! What a text was set in where it was copied: the fences of Markdown, the marks of an email that quotes it, an indent,
//! the name of a container before each line of its log, the colors of a terminal.

use crate::reading::colors::colors;
use crate::reading::{Span, Within};

/// A text without its frame, and where its characters were.
pub(super) struct Unframed {
    pub text: String,
    /// For each line whose front was removed: its first character in `text`, and how many were removed up to there.
    lines: Vec<(usize, usize)>,
}

impl Unframed {
    /// `None` for a text without a frame.
    pub(super) fn new(text: &str) -> Option<Unframed> {
        let has_fence = text.lines().any(is_fence);
        let front = common_front(text);
        if !has_fence && front.is_none() {
            return None;
        }
        let mut unframed = Unframed { text: String::with_capacity(text.len()), lines: Vec::new() };
        let (mut kept, mut removed) = (0, 0);
        for line in text.split_inclusive('\n') {
            // A fence becomes spaces, so that whatever was found stays where it is.
            if is_fence(line) {
                let end = line.len() - line.trim_end_matches(['\n', '\r']).len();
                let blank = line.chars().count() - end;
                unframed.text.extend(core::iter::repeat_n(' ', blank));
                unframed.text.push_str(line.get(line.len() - end..).unwrap_or_default());
                kept += line.chars().count();
                continue;
            }
            let inner = front.as_ref().map_or(line, |front| front.removed_from(line));
            let less = line.chars().count() - inner.chars().count();
            removed += less;
            if less > 0 {
                unframed.lines.push((kept, removed));
            }
            unframed.text.push_str(inner);
            kept += inner.chars().count();
        }
        Some(unframed)
    }

    /// A text without the colors of a terminal; `None` for one that has none.
    pub(super) fn without_colors(text: &str) -> Option<Unframed> {
        let gone = colors(text);
        if gone.is_empty() {
            return None;
        }
        let mut plain = Unframed { text: String::with_capacity(text.len()), lines: Vec::new() };
        let (mut from, mut kept, mut removed) = (0, 0, 0);
        for escape in gone {
            let part = text.get(from..escape.start).unwrap_or_default();
            plain.text.push_str(part);
            kept += part.chars().count();
            removed += text.get(escape.clone()).unwrap_or_default().chars().count();
            plain.lines.push((kept, removed));
            from = escape.end;
        }
        plain.text.push_str(text.get(from..).unwrap_or_default());
        Some(plain)
    }

    /// Whether every character is where it was.
    pub(super) fn is_in_place(&self) -> bool {
        self.lines.is_empty()
    }

    /// The same part of the framed text.
    pub(super) fn span(&self, span: Span) -> Span {
        if span.within != Within::Pasted {
            return span;
        }
        let start = self.place(span.start);
        let last = span.length.checked_sub(1).map(|more| self.place(span.start + more));
        Span { start, length: last.map_or(0, |last| last + 1 - start), ..span }
    }

    /// The place in the framed text of a character of this one.
    fn place(&self, at: usize) -> usize {
        let lines = self.lines.partition_point(|(start, _)| *start <= at);
        let line = lines.checked_sub(1).and_then(|last| self.lines.get(last));
        at + line.map_or(0, |(_, removed)| *removed)
    }
}

/// The line that begins or ends a block of code in Markdown (CommonMark §4.5).
fn is_fence(line: &str) -> bool {
    let inner = line.trim();
    let language = inner.strip_prefix("```").or_else(|| inner.strip_prefix("~~~"));
    language.is_some_and(|language| language.len() < 20 && language.chars().all(|ch| ch.is_alphanumeric() || ch == '-'))
}

/// What is before every line.
enum Front {
    /// A `>` and perhaps a space.
    Quote,
    /// So many spaces or tabs.
    Indent(usize),
    /// A name and `|`, up to here in bytes.
    Name(usize),
}

impl Front {
    fn removed_from<'t>(&self, line: &'t str) -> &'t str {
        match self {
            Front::Quote => {
                let inner = line.trim_start_matches([' ', '\t']);
                inner.strip_prefix("> ").or_else(|| inner.strip_prefix('>')).unwrap_or(inner)
            }
            Front::Indent(count) => {
                let spaces = line.bytes().take(*count).take_while(|ch| matches!(ch, b' ' | b'\t')).count();
                line.get(spaces..).unwrap_or(line)
            }
            Front::Name(length) => {
                let inner = line.get(*length..).unwrap_or(line);
                inner.strip_prefix(' ').unwrap_or(inner)
            }
        }
    }
}

fn common_front(text: &str) -> Option<Front> {
    let lines = || text.lines().filter(|line| !line.trim().is_empty() && !is_fence(line));
    let first = lines().next()?;
    if lines().all(|line| line.trim_start().starts_with('>')) {
        return Some(Front::Quote);
    }
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    if let Some(count) = lines().map(indent).min().filter(|count| *count > 0) {
        return Some(Front::Indent(count));
    }
    // `docker compose logs`
    let (name, _) = first.split_once('|')?;
    let is_name =
        name.trim_end().len() < 40 && name.trim_end().chars().all(|ch| ch.is_alphanumeric() || "_-.".contains(ch));
    let length = name.len() + 1;
    let is_same = |line: &str| line.get(..length) == first.get(..length);
    (is_name && !name.trim().is_empty() && lines().all(is_same) && lines().nth(1).is_some())
        .then_some(Front::Name(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn unframes(text: &str, inner: &str) {
        let unframed = Unframed::new(text).unwrap();
        assert_eq!(unframed.text, inner);
        let framed: Vec<char> = text.chars().collect();
        for (at, ch) in inner.chars().enumerate().filter(|(_, ch)| *ch != ' ') {
            assert_eq!(framed[unframed.place(at)], ch, "{at} of {inner:?}");
        }
        assert_eq!(unframed.is_in_place(), inner.chars().count() == framed.len());
    }

    #[test]
    fn every_frame() {
        unframes("```\nä b\n```\n", "   \nä b\n   \n");
        unframes("see\n~~~json\r\n{}\r\n~~~", "see\n       \r\n{}\r\n   ");
        unframes("> ä\n>\n> b c\n", "ä\n\nb c\n");
        unframes("  a\n    b\n\n  ö\n", "a\n  b\n\nö\n");
        unframes("\ta\n\tb", "a\nb");
        unframes("web_1  | ä\nweb_1  | b\n", "ä\nb\n");
    }

    #[test]
    fn the_colors_of_a_terminal() {
        let text = "\u{1b}[31mä\u{1b}[0m b\u{1b}[1mc\n\u{1b}[0md";
        let plain = Unframed::without_colors(text).unwrap();
        assert_eq!(plain.text, "ä bc\nd");
        let framed: Vec<char> = text.chars().collect();
        for (at, ch) in plain.text.chars().enumerate() {
            assert_eq!(framed[plain.place(at)], ch);
        }
        assert!(!plain.is_in_place() && Unframed::without_colors("a").is_none());
    }

    #[test]
    fn what_is_no_frame() {
        for text in ["", "a\n  b", "> a\nb", "a | b\nc | d", "`a`", "name | x", "``` not a fence ```"] {
            assert!(Unframed::new(text).is_none(), "{text}");
        }
    }
}
