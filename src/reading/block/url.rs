//! The query of a URL, and the user name and password before its host (RFC 3986 §3.2.1).

use percent_encoding::percent_decode_str;

use super::draft::{BlockDraft, Issue};
use crate::chars::is_space_or_invisible;
use crate::oauth::percent_encoded;
use crate::reading::FindingKind;
use crate::reading::request::piece::{ByteSpan, Fragment};
use crate::reading::secrets::is_unencoded_password;

pub(super) fn read(text: &str) -> BlockDraft {
    let mut draft = BlockDraft::default();
    let end = text.trim_end_matches(is_space_or_invisible).len();
    let inner = text.get(..end).unwrap_or_default();
    userinfo(text, inner, &mut draft);
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

/// What is before the host, with the names that RFC 3986 has for it.
fn userinfo(text: &str, address: &str, draft: &mut BlockDraft) {
    let Some((scheme, rest)) = address.split_once("://") else { return };
    let Some((user, password)) = authority(rest).rsplit_once('@').and_then(|(both, _)| both.split_once(':')) else {
        return;
    };
    let start = scheme.len() + "://".len();
    for (name, value, start) in [("user", user, start), ("password", password, start + user.len() + 1)] {
        let span = ByteSpan::new(start, start + value.len());
        check(value, start, draft);
        let decoded = percent_decode_str(value).decode_utf8_lossy().into_owned();
        draft.text(format!("userinfo.{name}"), Fragment::new(text, decoded, span, false));
    }
}

/// User name, host and port, of what is behind `://`.
pub(super) fn authority(rest: &str) -> &str {
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let has_slash = |at: &usize| {
        let (user, _) = rest.split_at_checked(*at).unwrap_or_default();
        user.split_once(':').is_some_and(|(_, password)| password.contains('/') && is_unencoded_password(password))
    };
    let host = rest.find('@').filter(has_slash).unwrap_or(0);
    let end = rest.get(host..).and_then(|behind| behind.find('/')).map_or(rest.len(), |slash| host + slash);
    rest.get(..end).unwrap_or_default()
}

/// Characters that a URL cannot have, and a `%` that begins no escape (RFC 3986 §2.1).
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
