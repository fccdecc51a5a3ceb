//! What an error lets one look for in the rest of a text: parameters in a URL, a scope that is not there, a value with a
//! blank, a host with capitals.

use core::ops::Range;

use super::across::{is_about_redirect, says};
use super::{DocumentPiece, PieceReading};
use crate::reading::value::is_placeholder;
use crate::reading::{FindingKind, ReadRequest, RefusalText, RequestBody, RequestGrant, Span};

/// How many places of a word are looked at; a log repeats them.
const MOST: usize = 64;
/// How many lines a URL is wrapped over.
const MOST_LINES: usize = 12;
/// In bytes: no name of a host is longer (RFC 1035 §2.3.4).
const LONGEST_HOST: usize = 255;

/// The query of a token URL that has the grant type, where the server says that it found none.
pub(super) fn parameters_in_query(text: &str, refusal: &RefusalText) -> Option<(FindingKind, Range<usize>)> {
    let is_about = says(refusal, &["grant_type", "grant type"]);
    let is_missing = says(refusal, &["missing", "required", "not found", "must be", "no grant", "not provided"]);
    if !is_about || !is_missing {
        return None;
    }
    let place = text.match_indices("http").take(MOST).find_map(|(at, _)| {
        let (url, end) = wrapped_url(text, at)?;
        let (address, query) = url.split_once('?')?;
        let is_token = address.trim_end_matches('/').to_ascii_lowercase().ends_with("token");
        let has_grant = query.split('&').any(|pair| pair.starts_with("grant_type="));
        let behind = text.get(at..end)?.split_once('?')?.1;
        let lead = behind.trim_start_matches(|ch: char| ch.is_whitespace() || ch == '>');
        (is_token && has_grant).then_some(end - lead.len()..end)
    })?;
    Some((FindingKind::ParametersInQuery, place))
}

/// A URL with the lines over which an email or a log wrapped it, and the byte where it ends.
fn wrapped_url(text: &str, start: usize) -> Option<(String, usize)> {
    let is_of_url = |ch: char| ch.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(ch);
    let mut url = String::new();
    let mut end = start;
    for (number, line) in text.get(start..)?.split_inclusive('\n').take(MOST_LINES).enumerate() {
        let begin = line.trim_start_matches(['>', ' ', '\t']);
        let inner = begin.trim_end();
        let word = inner.split(char::is_whitespace).next()?;
        let is_whole = word.len() == inner.len();
        if word.is_empty() || !word.chars().all(is_of_url) || number > 0 && !is_whole {
            break;
        }
        end += line.len() - begin.len() + word.len();
        url.push_str(word);
        if !is_whole || !line.ends_with('\n') {
            break;
        }
        end += line.len() - line.trim_end().len();
    }
    let rest = text.get(start..end)?.trim_end().len();
    url.contains("://").then_some((url, start + rest))
}

/// The last token request before the error, where it has no scope and the server chose one that it then rejects (RFC
/// 6749 §3.3).
pub(super) fn scope_left_out(known: &[DocumentPiece], refusal: &RefusalText) -> Option<Span> {
    if !says(refusal, &["invalid_scope", "invalid scope"]) {
        return None;
    }
    let request = known.iter().rev().find_map(|piece| match &piece.reading {
        PieceReading::Request(request) => Some(request),
        _ => None,
    })?;
    let is_own = request.grant == Some(RequestGrant::ClientCredentials);
    (is_own && request.sent.is_complete && request.sent.is_for_token && !has_scope(request))
        .then_some(request.sent.head)
}

/// Whether a request has a scope, or something that stands for it: RFC 8707 §2, Auth0's `audience`.
fn has_scope(request: &ReadRequest) -> bool {
    let is_scope =
        |name: &str| ["scope", "scopes", "resource", "audience"].contains(&name.to_ascii_lowercase().as_str());
    let in_body = match &request.body {
        RequestBody::Form(pairs) => pairs.iter().any(|pair| is_scope(&pair.name)),
        // EXPOSE: only whether the word is in it is computed.
        RequestBody::Json(text) | RequestBody::Text(text) => text.expose().contains("scope"),
        RequestBody::None => false,
        RequestBody::Unknown => true,
    };
    in_body || request.query.iter().any(|(name, _)| is_scope(name))
}

/// The names of parameters that people list, one in a line.
const LISTED: [&str; 8] =
    ["grant_type", "client_id", "client_secret", "username", "password", "scope", "code", "redirect_uri"];

/// A value in a list of parameters that alone has a blank behind it, where the error is about that parameter: `grant_type
/// - password `.
pub(super) fn blank_behind_value(text: &str, refusal: &RefusalText) -> Option<(FindingKind, Range<usize>)> {
    if !says(refusal, &["grant_type", "grant type"]) {
        return None;
    }
    let mut at = 0;
    let mut listed: Vec<(&str, Range<usize>, usize)> = Vec::new();
    for line in text.split_inclusive('\n').take(MOST_LINES * MOST) {
        let start = at;
        at += line.len();
        let line = line.trim_end_matches(['\n', '\r']);
        let inner = line.trim_start_matches(['>', ' ', '\t', '*', '-', '|']);
        let Some(name) = LISTED.into_iter().find(|name| inner.starts_with(name)) else { continue };
        let behind = inner.get(name.len()..).unwrap_or_default();
        let value = behind.trim_start_matches([' ', '\t', '-', ':', '=', '\u{2013}']);
        let word = value.trim_end();
        let is_set_off = behind.len() > value.len() && behind.trim_start().starts_with(['-', ':', '=', '\u{2013}']);
        if is_set_off && !word.is_empty() && !word.contains(char::is_whitespace) {
            let from = start + line.len() - value.len();
            listed.push((name, from..from + value.len(), value.len() - word.len()));
        }
    }
    // Two blanks are a line break in Markdown.
    let (_, place, _) = listed.iter().find(|(name, _, blanks)| *name == "grant_type" && *blanks == 1)?;
    let is_alone = listed.len() > 1 && listed.iter().filter(|(_, _, blanks)| *blanks > 0).count() == 1;
    is_alone.then(|| (FindingKind::BlanksAround, place.clone()))
}

/// The blanks at the end of a URL in quotes that a setting has: the program puts paths behind them.
pub(super) fn blank_behind_url(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    text.split_inclusive('\n').find_map(|line| {
        let from = start;
        start += line.len();
        let at = ["\"http", "'http"].iter().find_map(|lead| line.find(lead))?;
        let (before, value) = line.split_at_checked(at)?;
        let name = before.trim_end().strip_suffix(['=', ':'])?.trim();
        let is_of_name = |ch: char| ch.is_ascii_alphanumeric() || "_-.\"' ".contains(ch);
        let quote = value.chars().next()?;
        let (url, behind) = value.get(1..)?.split_once(quote)?;
        let inner = url.trim_end_matches([' ', '\t', '\u{a0}']);
        let is_blank = inner.len() < url.len() && inner.contains("://") && !inner.contains(char::is_whitespace);
        let is_setting = !name.is_empty() && name.chars().all(is_of_name) && matches!(behind.trim(), "" | "," | ";");
        (is_blank && is_setting).then(|| from + at + 1 + inner.len()..from + at + 1 + url.len())
    })
}

/// A redirect URL whose host has capitals, where the server says that it is not the registered one.
pub(super) fn capitals_in_redirect(text: &str, refusal: &RefusalText) -> Option<(FindingKind, Range<usize>)> {
    if !is_about_redirect(refusal) {
        return None;
    }
    let mut start = 0;
    text.split_inclusive('\n').find_map(|line| {
        let from = start;
        start += line.len();
        let lower = line.to_ascii_lowercase();
        if !["redirect", "callback", "reply"].iter().any(|word| lower.contains(word)) {
            return None;
        }
        let place = line.match_indices("://").take(MOST).find_map(|(at, sign)| {
            let host_at = at + sign.len();
            let rest = line.get(host_at..)?;
            let end =
                rest.find(|ch: char| !(ch.is_ascii_alphanumeric() || matches!(ch, '.' | '-'))).unwrap_or(rest.len());
            has_capitals(rest.get(..end)?).then_some(host_at..host_at + end)
        })?;
        Some((FindingKind::RedirectHasCapitals, from + place.start..from + place.end))
    })
}

/// Whether a host was written with capitals, and is no word that stands for one.
fn has_capitals(host: &str) -> bool {
    let chars: Vec<char> = host.chars().take(LONGEST_HOST).collect();
    let has = |is: fn(&char) -> bool| chars.iter().any(is);
    host.contains('.')
        && has(char::is_ascii_uppercase)
        && has(char::is_ascii_lowercase)
        && !is_placeholder(&chars)
        && !host.to_ascii_lowercase().starts_with("your")
        && !host.split('.').any(|label| label.len() > 1 && label.chars().all(|ch| ch.is_ascii_uppercase()))
}
