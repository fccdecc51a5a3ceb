//! The query of a URL.

use percent_encoding::percent_decode_str;

use super::draft::{BlockDraft, Issue};
use crate::chars::is_space_or_invisible;
use crate::oauth::percent_encoded;
use crate::reading::FindingKind;
use crate::reading::request::piece::{ByteSpan, Fragment};

pub(super) fn read(text: &str) -> BlockDraft {
    let mut draft = BlockDraft::default();
    let end = text.trim_end_matches(is_space_or_invisible).len();
    let inner = text.get(..end).unwrap_or_default();
    let Some((address, query)) = inner.split_once('?') else { return draft };
    let query = query.split('#').next().unwrap_or_default();
    let mut start = address.len() + 1;
    for part in query.split('&') {
        if let Some((name, value)) = part.split_once('=') {
            let span = ByteSpan::new(start + name.len() + 1, start + part.len());
            check(value, span.start, &mut draft);
            let decoded = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
            draft.text(decoded(name), Fragment::new(text, decoded(value), span, false));
        }
        start += part.len() + 1;
    }
    draft
}

/// Characters that a query cannot have, and a `%` that begins no escape (RFC 3986 §2.1).
fn check(value: &str, start: usize, draft: &mut BlockDraft) {
    for (at, ch) in value.char_indices() {
        let place = ByteSpan::new(start + at, start + at + ch.len_utf8());
        let digits = value.get(at + 1..at + 3);
        let is_escape = digits.is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        if ch == '%' && !is_escape {
            draft.issues.push(Issue::new(FindingKind::PercentNotEncoded, place).replaced_by("%25"));
        } else if is_space_or_invisible(ch) {
            let encoded = percent_encoded(&ch.to_string());
            draft.issues.push(Issue::new(FindingKind::SpaceNotEncoded, place).replaced_by(encoded));
        }
    }
}
