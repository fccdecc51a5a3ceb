//! An INI file, as Python's `configparser` reads it (see `src/blocks/ini.rs`).

use super::draft::{BlockDraft, below};
use super::line::{bare, rest_of_line, skip_line};
use crate::reading::FindingKind;
use crate::reading::request::piece::{ByteSpan, Cursor};

pub(super) fn read(text: &str) -> BlockDraft {
    let mut draft = BlockDraft::default();
    let mut chars = Cursor { text, at: 0 };
    let mut section = String::new();
    while !chars.rest().is_empty() {
        line(&mut chars, &mut section, &mut draft);
        skip_line(&mut chars);
    }
    draft
}

fn line(chars: &mut Cursor<'_>, section: &mut String, draft: &mut BlockDraft) {
    let line = rest_of_line(chars);
    let inner = line.trim();
    if inner.is_empty() || inner.starts_with(['#', ';']) {
        return;
    }
    if let Some(name) = inner.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')) {
        *section = name.trim().to_owned();
        return;
    }
    let is_more = line.starts_with([' ', '\t']) && !draft.entries.is_empty();
    let Some(at) = line.find(['=', ':']).filter(|at| *at > 0 && !is_more) else {
        // A line that is indented goes on with the value of the line before.
        if !is_more {
            draft.issue(FindingKind::LineNotRead, ByteSpan::new(chars.at, chars.at + line.trim_end().len()));
        }
        return;
    };
    let name = line.get(..at).unwrap_or_default().trim();
    let key = if section.is_empty() { name.to_owned() } else { below(&format!("{section}."), name) };
    chars.at += at + 1;
    let value = bare(chars, line.len() - at - 1);
    if let Some(at) = lone_percent(&value.text) {
        draft.issue(FindingKind::PercentInIni, value.part(at, at + 1));
    }
    draft.text(key, value);
}

/// The place of a `%` that `BasicInterpolation` cannot read: neither `%%` nor `%(name)s`.
fn lone_percent(value: &str) -> Option<usize> {
    let mut rest = value.match_indices('%').map(|(at, _)| at).peekable();
    while let Some(at) = rest.next() {
        if rest.next_if_eq(&(at + 1)).is_none() && !value.get(at + 1..).is_some_and(|behind| behind.starts_with('(')) {
            return Some(at);
        }
    }
    None
}
