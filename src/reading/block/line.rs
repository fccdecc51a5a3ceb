//! What readers of lines have in common: a cursor's line, comments, and what comes after a value.

use super::draft::{BlockDraft, Issue};
use super::literal::Quoted;
use crate::chars::{is_curly_double, is_curly_single};
use crate::reading::FindingKind;
use crate::reading::request::piece::{ByteSpan, Cursor, Fragment, is_space_or_tab};

/// The rest of the line, without its line break.
pub(super) fn rest_of_line<'t>(chars: &Cursor<'t>) -> &'t str {
    let rest = chars.rest();
    let line = rest.split('\n').next().unwrap_or_default();
    line.strip_suffix('\r').unwrap_or(line)
}

/// Moves to the next line.
pub(super) fn skip_line(chars: &mut Cursor<'_>) {
    chars.skip_past("\n");
}

/// A part of the text as it is, without the spaces and tabs around it. Other spaces are copied by mistake and stay, so that
/// they are found.
pub(super) fn bare(chars: &Cursor<'_>, length: usize) -> Fragment {
    trimmed(chars, length, is_space_or_tab)
}

/// The same without these characters around it.
pub(super) fn trimmed(chars: &Cursor<'_>, length: usize, is_around: fn(char) -> bool) -> Fragment {
    let raw = chars.rest().get(..length).unwrap_or_default();
    let start = chars.at + raw.len() - raw.trim_start_matches(is_around).len();
    let text = raw.trim_matches(is_around).to_owned();
    let span = ByteSpan::new(start, start + text.len());
    Fragment { at: Some(start), text, span, expands: false }
}

/// Adds what is wrong with a text between quotes, and with what follows it in its line. `comments`: what may begin there.
pub(super) fn check_quoted(chars: &Cursor<'_>, read: &Quoted, comments: &[&str], draft: &mut BlockDraft) {
    let span = read.value.span;
    if !read.is_closed {
        draft.issue(FindingKind::QuoteNotClosed, ByteSpan::new(span.start, span.start + 1));
        return;
    }
    for escape in &read.unknown_escapes {
        let slash = ByteSpan::new(escape.start, escape.start + 1);
        let issue = Issue::new(FindingKind::EscapeUnknown, *escape);
        draft.issues.push(issue.fixed(vec![(slash, "\\\\".to_owned())]));
    }
    if let Some(behind) = behind(chars, comments) {
        draft.issue(FindingKind::TextAfterQuote, behind);
    }
}

/// The word that follows in the same line, or its beginning, unless it is one of these.
pub(super) fn behind(chars: &Cursor<'_>, expected: &[&str]) -> Option<ByteSpan> {
    let mut ahead = *chars;
    ahead.skip_spaces();
    let rest = ahead.rest();
    let chars_of_word = rest.chars().take(LONGEST_WORD).take_while(|ch| !ch.is_whitespace());
    let word: usize = chars_of_word.map(char::len_utf8).sum();
    let is_expected = expected.iter().any(|sign| rest.starts_with(sign));
    (word > 0 && !is_expected).then(|| ByteSpan::new(ahead.at, ahead.at + word))
}

/// How much of a word a finding is about: there may be many in one long line.
const LONGEST_WORD: usize = 40;

/// A value between curly quotes, in a format that does not know them: its text, and the finding, which is fixed by straight
/// ones.
pub(super) fn curly_quoted(value: &Fragment) -> Option<(Fragment, Issue)> {
    let text = value.text.as_str();
    let is_curly = |ch: &char| is_curly_double(*ch) || is_curly_single(*ch);
    // Between other quotes they belong to the text.
    let first = text.chars().next().filter(is_curly).filter(|_| value.at == Some(value.span.start))?;
    let is_same: fn(char) -> bool = if is_curly_double(first) { is_curly_double } else { is_curly_single };
    let open = value.part(0, first.len_utf8());
    let inner = text.get(first.len_utf8()..)?;
    let close = inner.char_indices().find(|(_, ch)| is_same(*ch) || *ch == '"');
    let issue = Issue::new(FindingKind::CurlyQuotes, open);
    let Some((at, last)) = close else { return Some((value.tail(first.len_utf8()), issue)) };
    let at = first.len_utf8() + at;
    let quotes = [open, value.part(at, at + last.len_utf8())];
    let is_clean = !text.contains(['\\', '"', '$', '`', '!']);
    let fix = quotes.into_iter().filter(|_| is_clean).map(|span| (span, "\"".to_owned())).collect();
    Some((value.slice(first.len_utf8(), at), issue.fixed(fix)))
}
