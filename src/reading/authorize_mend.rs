//! Fixes for the findings about an authorization URL.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::authorize::{encoded_blank_ends, is_encoded_whole};
use super::authorize_base::{Base, endpoint_parts};
use super::query::{Joint, PastedAddress, QueryPart, decoded, is_line_break, replaced};
use super::{AuthorizeHabits, Finding, FindingKind, Place};
use crate::oauth::is_space_or_invisible;

/// The pasted text with the fix for a finding of [`read_authorize_url`](super::read_authorize_url) applied; `None`
/// where that would be a guess.
///
/// Host, path and scheme are taken from the provider's endpoint; the other fixes need no habits.
#[must_use]
pub fn mended_authorize_url(finding: &Finding, text: &str, habits: &AuthorizeHabits<'_>) -> Option<String> {
    let address = PastedAddress::of(text);
    let base = Base::of(&address);
    let (scheme, authority, path) = habits.endpoint.and_then(endpoint_parts)?;
    match (finding.kind, finding.place) {
        (FindingKind::ApiHost, Some(Place { start, length, .. })) => Some(replaced(text, start, length, authority)),
        (FindingKind::AuthorizePath, _) => Some(replaced(text, base.path_start, base.path.chars().count(), path)),
        (FindingKind::NotHttps, _) if base.authority.eq_ignore_ascii_case(authority) => {
            Some(replaced(text, base.start, base.scheme_length(), &format!("{scheme}://")))
        }
        _ => mended(finding, text),
    }
}

/// The fixes that need no habits.
pub(super) fn mended(finding: &Finding, text: &str) -> Option<String> {
    let Place { start, length, .. } = finding.place?;
    let address = PastedAddress::of(text);
    match finding.kind {
        FindingKind::HtmlAmpersand => {
            let plain = with_plain_ampersands(text);
            (plain.len() < text.len()).then_some(plain)
        }
        FindingKind::SecondQuestionMark => {
            let is_there = address.parts.iter().any(|part| is_glued(part) && part.joint_start == start);
            is_there.then(|| with_joined_queries(text, &address))
        }
        FindingKind::ResponseTypeNotCode => Some(replaced(text, start, length, "code")),
        FindingKind::ScopeUnwanted | FindingKind::SecretInAddress => {
            let name = decoded(part_at(&address, start)?.name);
            let parts: Vec<_> = address.parts.iter().filter(|part| part.is(&name)).collect();
            Some(without(text, &address, &parts))
        }
        FindingKind::RepeatedParameter => {
            let name = decoded(part_at(&address, start)?.name);
            let mut same = address.parts.iter().filter(|part| part.is(&name));
            let first = same.next()?.decoded();
            let later: Vec<_> = same.collect();
            later.iter().all(|part| part.decoded() == first).then(|| without(text, &address, &later))
        }
        FindingKind::RedirectNotEncoded => {
            let part = redirect(&address)?;
            // A `%` can belong to the redirect URL itself or to an incomplete encoding.
            let is_plain = part.value_place() == (start, length) && !part.written().contains(['%', '+']);
            is_plain.then(|| replaced(text, start, length, &encoded(part.written())))
        }
        FindingKind::RedirectCutOff => {
            let part = redirect(&address)?;
            let (from, _) = part.value_place();
            let whole: String = text.chars().skip(from).take((start + length).checked_sub(from)?).collect();
            let whole = with_plain_ampersands(&whole);
            let is_plain = part.end() == start && !whole.contains(['%', '+']);
            is_plain.then(|| replaced(text, from, start + length - from, &encoded(&whole)))
        }
        FindingKind::EncodedTwice if is_encoded_whole(&address) => {
            // What does not decode to text stays as it is.
            let plain = Some(decoded(address.base)).filter(|plain| plain != address.base)?;
            (start == address.base_start).then(|| replaced(text, start, length, &plain))
        }
        FindingKind::EncodedTwice => {
            let part = redirect(&address).filter(|part| part.value_place() == (start, length))?;
            Some(replaced(text, start, length, &part.decoded()))
        }
        FindingKind::ChallengeMethodUnknown => {
            let part = address.part("code_challenge_method")?;
            part.decoded().eq_ignore_ascii_case("S256").then(|| replaced(text, start, length, "S256"))
        }
        FindingKind::BlankInAddress => without_blank(text, start, length),
        _ => None,
    }
}

/// RFC 3986 §2.3: everything but letters, digits, `-`, `.`, `_` and `~` is escaped.
const NOT_UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

fn encoded(value: &str) -> String {
    utf8_percent_encode(value, NOT_UNRESERVED).to_string()
}

fn redirect<'a, 't>(address: &'a PastedAddress<'t>) -> Option<&'a QueryPart<'t>> {
    address.part("redirect_uri")
}

fn part_at<'a, 't>(address: &'a PastedAddress<'t>, start: usize) -> Option<&'a QueryPart<'t>> {
    address.parts.iter().find(|part| part.start == start)
}

fn is_glued(part: &QueryPart<'_>) -> bool {
    part.joint == Joint::QuestionMark
}

/// The text with `&` for each `&amp;` and `&#38;`, even where they are nested.
fn with_plain_ampersands(text: &str) -> String {
    let mut pieces = text.split('&');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for mut piece in pieces {
        plain.push('&');
        while let Some(behind) = ["amp;", "#38;"].iter().find_map(|end| piece.strip_prefix(end)) {
            piece = behind;
        }
        plain.push_str(piece);
    }
    plain
}

fn with_joined_queries(text: &str, address: &PastedAddress<'_>) -> String {
    let separators = address.parts.iter().filter(|part| is_glued(part));
    rewritten(text, separators.map(|part| (part.joint_start, part.start, "&")))
}

/// The text without some parameters, each with the separator before it; the first one with the separator after it.
fn without(text: &str, address: &PastedAddress<'_>, parts: &[&QueryPart<'_>]) -> String {
    let mut gone = parts.iter().map(|part| part.start).peekable();
    let mut keeps_one = false;
    let mut cuts = Vec::new();
    for (part, next) in address.parts.iter().zip(address.parts.iter().skip(1).map(Some).chain([None])) {
        if gone.next_if_eq(&part.start).is_none() {
            keeps_one = true;
            continue;
        }
        // No parameter before it is kept: the separator after the base stays, the one before the next parameter goes.
        cuts.push(match next {
            Some(next) if !keeps_one => (part.start, next.start, ""),
            None if !keeps_one => (part.start, part.end(), ""),
            _ => (part.joint_start, part.end(), ""),
        });
    }
    rewritten(text, cuts.into_iter())
}

/// A text with some ranges replaced, each from its first character to just before its end, in the order of the text.
fn rewritten<'w>(text: &str, stretches: impl Iterator<Item = (usize, usize, &'w str)>) -> String {
    let mut written = String::with_capacity(text.len());
    let mut letters = text.chars();
    let mut at = 0;
    for (from, to, with) in stretches {
        written.extend(letters.by_ref().take(from.saturating_sub(at)));
        written.push_str(with);
        letters.by_ref().take(to.saturating_sub(from)).for_each(drop);
        at = to;
    }
    written.extend(letters);
    written
}

/// Encoded whitespace at an end of a value is removed. So are the line breaks of a program that wrapped the URL, with
/// the whitespace next to them, all at once. A space alone could stand for anything, so it stays.
fn without_blank(text: &str, start: usize, length: usize) -> Option<String> {
    let at: String = text.chars().skip(start).take(length).collect();
    if encoded_blank_ends(&at).0 == length {
        return Some(replaced(text, start, length, ""));
    }
    if !at.contains(is_line_break) {
        return None;
    }
    let mut kept = String::with_capacity(text.len());
    let mut run = String::new();
    for letter in text.chars() {
        if is_space_or_invisible(letter) {
            run.push(letter);
            continue;
        }
        if !run.contains(is_line_break) {
            kept.push_str(&run);
        }
        run.clear();
        kept.push(letter);
    }
    Some(kept)
}
