//! Texts that people read: errors, lists of scopes, pages.

use super::{Detected, PastedKind, address, has, head};
use crate::chars::end_of;
use crate::oauth::grouped_number;
use crate::reading::answer::reported;
use crate::reading::{RefusalForm, read_refusal_text};

/// The error message of a page or of a response, without the JSON.
pub(super) fn error(text: &str) -> Option<Detected> {
    let is_page = text.starts_with('<');
    let says = || {
        let report = reported(text);
        PHRASES.iter().any(|phrase| has(&report, phrase))
    };
    let has_phrase = || text.len() <= LONGEST_SENTENCE && says() && !is_description(text);
    // A returned URL contains more, such as `?error=access_denied`.
    let holds_landing =
        || address::in_sentence(head(text)).is_some_and(|spot| spot.kind == PastedKind::RedirectAddress);
    let is_error = has_page_number(head(text)) || !is_page && (has_phrase() || is_read(text)) && !holds_landing();
    is_error.then(|| Detected::one(PastedKind::ErrorAnswer))
}

/// Whether the reader of errors knows it as something else: a package, a description of several errors.
fn is_description(text: &str) -> bool {
    read_refusal_text(text).is_some_and(|read| read.form == RefusalForm::Other)
}

/// Whether the reader of errors is sure; of a long log, the end tells.
fn is_read(text: &str) -> bool {
    read_refusal_text(end_of(text, MOST_READ)).is_some_and(|read| read.is_error)
}

/// In bytes.
const MOST_READ: usize = 100_000;
/// In bytes: a longer text that contains one of the phrases is about something else.
const LONGEST_SENTENCE: usize = 4000;

/// How servers and products word their errors where they say nothing else, in lowercase.
const PHRASES: [&str; 87] = [
    "access token is expired",
    "account admin is required",
    "account does not exist",
    "audience validation failed",
    "bad client credentials",
    "blocked by cors policy",
    "callback url mismatch",
    "can not find the authentication",
    "certificate verify failed",
    "client authentication failed",
    "client id does not match",
    "client id or client secret is missing",
    "client not found",
    "client secret not provided",
    "code is expired",
    "code was already redeemed",
    "contact your account admin",
    "correlation failed",
    "could not resolve host",
    "creating authorization code error",
    "cross-origin request blocked",
    "csrf cookie",
    "dial tcp",
    "disabled by admin",
    "does not contain scopes",
    "does not enabled rest api",
    "failed to fetch user profile",
    "given you access to this app",
    "google verification process",
    "grant type is not supported",
    "has been revoked",
    "has not been used in project",
    "has not consented to use",
    "invalid access token",
    "invalid api key",
    "invalid authorization code",
    "invalid client",
    "invalid parameter: redirect_uri",
    "invalid redirect",
    "invalid refresh token",
    "invalid scope",
    "invalid state",
    "invalid token",
    "invalide : redirect_uri",
    "invalidstateexception",
    "issuer did not match",
    "lifetime validation failed",
    "ltiger parameter: redirect_uri",
    "meeting does not exist",
    "missing grant type",
    "missing these required scopes",
    "need admin approval",
    "no access token returned",
    "no permission",
    "no such host",
    "nonce mismatch",
    "only available for paid account",
    "only supports oauth",
    "origin_mismatch",
    "out of the token tolerance range",
    "owner of the token does not exist",
    "pkce verification failed",
    "redirect uri included is not valid",
    "redirect uri mismatch",
    "redirect_uri is not associated",
    "redirect_uri mismatch",
    "refresh token invalid",
    "request header fields too large",
    "request header or cookie too large",
    "requires an access token",
    "scope has changed from",
    "self signed certificate",
    "self-signed certificate",
    "signature validation failed",
    "signature verification failed",
    "signed by unknown authority",
    "the app has been disabled",
    "token cannot be empty",
    "unable to validate audience",
    "unsupported grant type",
    "upstream sent too big header",
    "url blocked: this redirect",
    "user does not exist",
    "valid csrf token",
    "valid origin for the client",
    "verify code challenge",
    "you cannot authorize",
];

/// An error number in the form that error pages use: `(4,700)`.
fn has_page_number(text: &str) -> bool {
    let brackets = text.split('(').skip(1).filter_map(|rest| rest.split_once(')'));
    brackets.into_iter().any(|(written, _)| grouped_number(written).is_some())
}

/// A list of scopes, or a table that contains some.
pub(super) fn scopes(text: &str) -> Option<Detected> {
    let words = head(text).split(|ch: char| ch.is_whitespace() || ",;+|".contains(ch));
    let (mut scopes, mut others, mut of_openid) = (0_usize, 0_usize, 0_usize);
    for word in words.map(|word| word.trim_matches(AROUND)).filter(|word| !word.is_empty()) {
        of_openid += usize::from(OPENID.contains(&word));
        if is_scope(word) { scopes += 1 } else { others += 1 }
    }
    if of_openid > 1 && of_openid == others {
        return Some(Detected::one(PastedKind::Scopes));
    }
    // A table row has the description of a scope next to its name.
    let is_row = scopes == 1 && others <= MOST_WORDS_OF_A_ROW;
    (scopes > 1 || is_row).then(|| Detected::one(PastedKind::Scopes))
}

/// OpenID Connect Core §5.4 and §11.
const OPENID: [&str; 6] = ["openid", "profile", "email", "address", "phone", "offline_access"];

/// What lists and code put around a name.
const AROUND: [char; 16] =
    ['"', '\'', '`', '[', ']', '(', ')', '{', '}', '<', '>', '*', '-', '.', '\u{2022}', '\u{b7}'];
const MOST_WORDS_OF_A_ROW: usize = 12;

/// Whether a word has the form of a scope, classic or granular: lowercase, with an action between or after colons.
pub(super) fn is_scope(word: &str) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|ch: char| ch.is_ascii_lowercase())
            && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-.".contains(&byte))
    };
    word.contains(':') && word.split(':').all(is_part) && word.split(':').skip(1).any(|part| ACTIONS.contains(&part))
}

const ACTIONS: [&str; 8] = ["read", "write", "update", "delete", "admin", "master", "bot", "userapp"];

/// A web page where a response was expected.
pub(super) fn page(text: &str) -> Option<Detected> {
    let start = text.get(..5)?.to_ascii_lowercase();
    ["<!doc", "<html", "<head", "<body", "<?xml"]
        .contains(&start.as_str())
        .then(|| Detected::one(PastedKind::TokenAnswer))
}
