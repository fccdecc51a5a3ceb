//! Assignments of Python: strings and literals; everything else of a program is left out.

use super::draft::{BlockDraft, Issue};
use super::line::{bare, check_quoted, curly_quoted, rest_of_line, skip_line};
use super::literal::{Escapes, QuoteRules, quoted};
use super::unquoted::{is_literal, lacks_quotes};
use crate::reading::FindingKind;
use crate::reading::request::piece::{ByteSpan, Cursor, Fragment};

/// "The Python Language Reference", 2.4.1; other escapes stay as they are.
const ESCAPES: Escapes = Escapes::Lenient("\n\\'\"abfnrtv0xuU");

pub(super) fn read(text: &str) -> BlockDraft {
    let mut draft = BlockDraft::default();
    let mut chars = Cursor { text, at: 0 };
    while !chars.rest().is_empty() {
        line(&mut chars, &mut draft);
        skip_line(&mut chars);
    }
    draft
}

fn line(chars: &mut Cursor<'_>, draft: &mut BlockDraft) {
    chars.skip_spaces();
    let whole = rest_of_line(chars);
    let Some((name, rest)) = whole.split_once('=').filter(|(name, _)| is_target(name.trim())) else { return };
    if rest.starts_with('=') {
        return;
    }
    chars.at += name.len() + 1;
    chars.skip_spaces();
    // The annotation of a type.
    let name = name.split(':').next().unwrap_or_default().trim();
    let rest = rest_of_line(chars);
    let prefix = rest.bytes().take(2).take_while(|letter| b"rRuUbB".contains(letter)).count();
    let behind = rest.get(prefix..).unwrap_or_default();
    let Some(quote) = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quote| behind.starts_with(quote)) else {
        return expression(chars, name, draft);
    };
    let is_raw = rest.get(..prefix).is_some_and(|prefix| prefix.contains(['r', 'R']));
    chars.at += prefix;
    let escapes = if is_raw { Escapes::None } else { ESCAPES };
    let read = quoted(chars, QuoteRules { quote, escapes, many_lines: quote.len() > 1 }, draft);
    // Strings next to each other are joined, and methods may follow: what then comes out is not known.
    let behind = rest_of_line(chars).trim_start();
    let goes_on = behind.starts_with(['"', '\'', '.', '%', '+', '\\', ',', ';']);
    if !goes_on || !read.is_closed {
        check_quoted(chars, &read, &["#"], draft);
    }
    if goes_on && !behind.starts_with([';', ',']) {
        return;
    }
    draft.text(name, read.value);
}

fn is_target(name: &str) -> bool {
    let name = name.split(':').next().unwrap_or_default().trim();
    name.starts_with(|ch: char| ch.is_alphabetic() || ch == '_')
        && name.chars().all(|ch| ch.is_alphanumeric() || matches!(ch, '_' | '.'))
}

fn expression(chars: &Cursor<'_>, name: &str, draft: &mut BlockDraft) {
    let rest = rest_of_line(chars);
    let value: Fragment = bare(chars, rest.find('#').unwrap_or(rest.len()));
    if let Some((inner, issue)) = curly_quoted(&value) {
        draft.issues.push(issue);
        draft.text(name, inner);
    } else if lacks_quotes(&value.text) {
        let quoted = crate::quoting::python_quoted(&value.text);
        draft.issues.push(Issue::new(FindingKind::QuotesMissing, value.span).replaced_by(quoted));
        draft.text(name, value);
    } else if is_literal(&value.text) || matches!(value.text.as_str(), "True" | "False" | "None") {
        draft.literal(name, value);
    } else if value.text.is_empty() {
        draft.issue(FindingKind::QuotesMissing, ByteSpan::new(value.span.start, value.span.start));
    }
}
