//! A connection string (see `src/blocks/connection_string.rs`).

use super::draft::BlockDraft;
use super::line::trimmed;
use super::literal::{Escapes, QuoteRules, quoted};
use crate::reading::FindingKind;
use crate::reading::request::piece::{ByteSpan, Cursor, Fragment};

/// Microsoft, "Connection Strings in ADO.NET": the enclosing quote is written twice inside of the quotes.
const QUOTES: [QuoteRules; 2] = [
    QuoteRules { quote: "\"", escapes: Escapes::Doubled, many_lines: true },
    QuoteRules { quote: "'", escapes: Escapes::Doubled, many_lines: true },
];

pub(super) fn read(text: &str) -> BlockDraft {
    let mut draft = BlockDraft::default();
    let mut chars = Cursor { text, at: 0 };
    while !chars.rest().is_empty() {
        pair(&mut chars, &mut draft);
    }
    draft
}

fn pair(chars: &mut Cursor<'_>, draft: &mut BlockDraft) {
    let rest = chars.rest();
    let end = rest.find(';').unwrap_or(rest.len());
    let piece = rest.get(..end).unwrap_or_default();
    let Some((name, _)) = piece.split_once('=') else {
        if !piece.trim().is_empty() {
            draft.issue(FindingKind::SemicolonInValue, trimmed(chars, end, char::is_whitespace).span);
        }
        chars.at += end;
        chars.takes(";");
        return;
    };
    chars.at += name.len() + 1;
    chars.skip_spaces();
    let value = value(chars, draft);
    draft.text(name.trim(), value);
    chars.takes(";");
}

fn value(chars: &mut Cursor<'_>, draft: &mut BlockDraft) -> Fragment {
    let until = |chars: &Cursor<'_>| chars.rest().find(';').unwrap_or(chars.rest().len());
    let Some(rules) = QUOTES.into_iter().find(|rules| chars.rest().starts_with(rules.quote)) else {
        let length = until(chars);
        let value = trimmed(chars, length, char::is_whitespace);
        chars.at += length;
        return value;
    };
    let read = quoted(chars, rules, draft);
    let start = read.value.span.start;
    if !read.is_closed {
        draft.issue(FindingKind::QuoteNotClosed, ByteSpan::new(start, start + 1));
    }
    let behind = trimmed(chars, until(chars), char::is_whitespace);
    if !behind.text.is_empty() {
        draft.issue(FindingKind::TextAfterQuote, behind.span);
    }
    chars.at += until(chars);
    read.value
}
