//! URLs and their parameters.

use super::{Detected, PastedKind, behind, has, head};
use crate::chars::{is_quote_or_angle, is_space_or_invisible};
use crate::reading::discovery::well_known_in;
use crate::reading::insertions::marked;

/// A URL, with or without its scheme.
pub(super) fn address(text: &str) -> Option<Detected> {
    let inner = bare(head(text));
    let has_scheme =
        ["https://", "http://", "https%3a%2f%2f", "http%3a%2f%2f"].iter().any(|scheme| behind(inner, scheme).is_some());
    (has_scheme || has_host(inner) || has_own_scheme(inner)).then(|| found(inner))
}

/// Parameters without a URL: a query, a fragment, a form body.
pub(super) fn parameters(text: &str) -> Option<Detected> {
    let inner = bare(head(text));
    let first = inner.trim_start_matches(['?', '#', '&', '/']);
    let name = first.split(['=', '&']).next()?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.~%".contains(&byte));
    if !is_name || !first.contains('=') {
        return None;
    }
    let names = Names::read(first);
    // A form as a token response; in a fragment it is one of the authorization endpoint (RFC 6749 §4.2.2).
    if !inner.starts_with(['?', '#']) && names.tokens {
        return Some(Detected::one(PastedKind::TokenAnswer));
    }
    let has_mark = inner.starts_with(['?', '#', '&']);
    let is_known = ANSWER.contains(&name) || REQUEST.contains(&name) || name == GRANT;
    (has_mark || is_known || names.answers).then(|| match names {
        Names { grants: true, answers: true, .. } => {
            Detected::one(PastedKind::HttpExchange).or(PastedKind::RedirectAddress)
        }
        _ => found(first),
    })
}

/// The kind of a URL that was wrapped or is in a sentence.
pub(super) fn kind_of(address: &str) -> PastedKind {
    found(head(address)).kinds.first().map_or(PastedKind::RedirectAddress, |(kind, _)| *kind)
}

/// A URL in a text.
pub(super) struct Spotted<'t> {
    pub(super) text: &'t str,
    /// Its first byte in the text.
    pub(super) start: usize,
    pub(super) kind: PastedKind,
}

/// The first relevant URL in a sentence: a wrapped one, or one with OAuth parameters.
pub(super) fn in_sentence(text: &str) -> Option<Spotted<'_>> {
    let text = head(text);
    // Without one of these there are no parameters and no URL.
    if !text.bytes().any(|byte| matches!(byte, b'?' | b'#')) && !text.contains("http") {
        return None;
    }
    let marked = marked(text);
    let mut end = 0;
    for word in marked.as_deref().unwrap_or(text).split_inclusive(char::is_whitespace) {
        let start = end;
        end += word.len();
        // An email shows the text of a link and then its URL in brackets.
        let front = word.find("http").or_else(|| word.find('/')).unwrap_or(word.len());
        // A parameter alone is read with its name.
        let front = word.get(..front).and_then(|before| before.find("redirect_uri=")).unwrap_or(front);
        let Some(inner) = word.get(front..) else { continue };
        let inner =
            inner.trim_end_matches(|ch| is_space_or_invisible(ch) || is_quote_or_angle(ch) || ".,;)]}".contains(ch));
        let names = Names::read(inner.split_once('?').or_else(|| inner.split_once('#')).map_or("", |(_, query)| query));
        if names.answers || names.requests || super::unwrapped(inner).is_some() {
            let start = start + front;
            return Some(Spotted { text: text.get(start..start + inner.len())?, start, kind: kind_of(inner) });
        }
    }
    None
}

/// RFC 6749 §4.1.2 and §4.1.2.1.
const ANSWER: [&str; 4] = ["code", "error", "state", "error_description"];

/// RFC 6749 §4.1.1, RFC 7636 §4.3.
const REQUEST: [&str; 5] = ["response_type", "client_id", "redirect_uri", "code_challenge", "code_challenge_method"];

/// RFC 6749 §4.1.3.
const GRANT: &str = "grant_type";

/// Which groups of parameters are present.
#[derive(Default)]
pub(super) struct Names {
    /// A code or an error.
    pub(super) answers: bool,
    requests: bool,
    grants: bool,
    tokens: bool,
    state: bool,
}

impl Names {
    /// The names after any `?`, `#` or `&`, even where the `=` is encoded.
    pub(super) fn read(query: &str) -> Names {
        let mut names = Names::default();
        for pair in query.split(['?', '#', '&']).flat_map(|pair| pair.split("%26")) {
            let pair = pair.strip_prefix("amp;").unwrap_or(pair);
            let Some(name) = pair.split(['=', '%']).next().filter(|name| name.len() < pair.len()) else { continue };
            names.answers |= name == "code" || name == "error";
            names.requests |= REQUEST.contains(&name);
            names.grants |= name == GRANT;
            names.tokens |= name == "access_token" || name == "user_code";
            names.state |= name == "state";
        }
        names
    }
}

/// The kind of a URL, decided by its parameters, or by its path if they decide nothing.
fn found(address: &str) -> Detected {
    let query = address.find(['?', '#']).and_then(|at| address.get(at..)).unwrap_or(address);
    let names = Names::read(query);
    let is_encoded = behind(address, "http").is_some_and(|rest| !rest.starts_with("://") && !rest.starts_with("s://"));
    if names.grants {
        return Detected::one(PastedKind::HttpExchange);
    }
    // An authorization URL has its own `state`, and a redirect URL may have its own `client_id`.
    let has_response_type = has(query, "response_type");
    if (names.answers || is_encoded && has(address, "code%3d")) && !has_response_type {
        return Detected::one(PastedKind::RedirectAddress);
    }
    let path = address.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    if names.requests || has_response_type || path.ends_with("/authorize") {
        return Detected::one(PastedKind::AuthorizeUrl);
    }
    if well_known_in(path).is_some() {
        return Detected::one(PastedKind::Discovery);
    }
    let found = Detected::one(PastedKind::RedirectAddress);
    if names.state { found } else { found.or(PastedKind::AuthorizeUrl) }
}

/// `example.com/cb` or `localhost:8080/cb`, without whitespace.
fn has_host(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let Some(end) = first.find(['/', '?']) else { return false };
    let (host, rest) = first.split_at_checked(end).unwrap_or_default();
    let name = host.split(':').next().unwrap_or_default();
    let last = name.rsplit('.').next().unwrap_or_default();
    let is_name = name.contains('.') && last.len() > 1 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_host = |ch: char| ch.is_ascii_alphanumeric() || "-.:".contains(ch);
    let is_number = name.split('.').count() == 4 && name.split('.').all(|part| part.parse::<u8>().is_ok());
    (is_name || is_number || name == "localhost")
        && host.chars().all(is_host)
        && (first.len() == text.len() || rest.contains('='))
}

/// A custom scheme of an app, with a response after it (RFC 8252 §7.1).
fn has_own_scheme(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(":/") else { return false };
    let is_scheme = |ch: char| ch.is_ascii_alphanumeric() || "+-.".contains(ch);
    let query = rest.split_once(['?', '#']).map_or("", |(_, query)| query);
    !scheme.is_empty() && scheme.chars().all(is_scheme) && Names::read(query).answers
}

fn bare(text: &str) -> &str {
    text.trim_start_matches(|ch| is_quote_or_angle(ch) || is_space_or_invisible(ch) || "([".contains(ch))
}
