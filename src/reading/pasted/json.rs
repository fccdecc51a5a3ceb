//! JSON, recognized by the names of its members; the readers do the parsing.

use super::{Detected, PastedKind, head};
use crate::oauth::is_dumped_answer;
use crate::reading::discovery::{is_listing, is_metadata, is_of_resource};
use crate::reading::read_refusal_text;

/// A HAR file, recognized by its first name.
pub(super) fn archive(text: &str) -> Option<Detected> {
    let rest = text.strip_prefix('{')?.trim_start().strip_prefix("\"log\"")?;
    rest.trim_start().starts_with(':').then(|| Detected::one(PastedKind::Har))
}

/// A response or an error, even if it is cut off, quoted once more, or preceded by a short remark.
pub(super) fn object(text: &str) -> Option<Detected> {
    let start = head(text).find('{').filter(|start| *start < LONGEST_REMARK)?;
    let (remark, rest) = text.split_at_checked(start)?;
    let kind = kind_of(rest).filter(|kind| *kind != PastedKind::ErrorAnswer || is_error(text))?;
    if remark.trim_matches(['"', '\'', ' ']).is_empty() {
        return Some(Detected::one(kind));
    }
    let end = Members::read(head(rest)).end.map_or(rest.len(), |end| end + 1);
    Some(Detected::one(kind).with(rest.get(..end)?))
}

/// A message can be one of something else, such as a profile.
fn is_error(text: &str) -> bool {
    read_refusal_text(head(text)).is_some_and(|read| read.is_error)
}

/// In bytes. Examples are `Invoke-RestMethod : ` and the number of a status.
const LONGEST_REMARK: usize = 200;

/// A response as a PowerShell table, or some lines of a response.
pub(super) fn table(text: &str) -> Option<Detected> {
    let mut lines = head(text).lines().map(|line| line.trim_start_matches([' ', '\t', '"']));
    let is_row = |line: &str, name: &str| {
        line.strip_prefix(name).is_some_and(|rest| rest.trim_start_matches('"').starts_with([' ', '\t', ':']))
    };
    lines.any(|line| is_row(line, "access_token")).then(|| Detected::one(PastedKind::TokenAnswer))
}

/// A response as a program prints it.
pub(super) fn dump(text: &str) -> Option<Detected> {
    is_dumped_answer(head(text)).then(|| Detected::one(PastedKind::TokenAnswer))
}

/// A discovery document as a program prints it.
pub(super) fn listing(text: &str) -> Option<Detected> {
    is_listing(head(text)).then(|| Detected::one(PastedKind::Discovery))
}

/// The kind of an object; `None` if none of its names decides it.
pub(super) fn kind_of(text: &str) -> Option<PastedKind> {
    let text = head(text);
    let first = text.strip_prefix('{')?.trim_start();
    // Quoted once more: its quotes are escaped.
    let plain = if first.starts_with('\\') { text.replace("\\\"", "\"") } else { text.to_owned() };
    let names = Members::read(&plain).names;
    let has = |known: &[&str]| names.iter().any(|name| known.contains(&name.as_str()));
    if has(&["access_token", "refresh_token", "expires_in", "token_type", "user_code"]) {
        return Some(PastedKind::TokenAnswer);
    }
    let names = || names.iter().map(String::as_str);
    if is_metadata(names()) || is_of_resource(names()) {
        return Some(PastedKind::Discovery);
    }
    let is_error = has(&["reason", "error", "error_description", "errorCode", "errorMessage", "message", "errors"]);
    is_error.then_some(PastedKind::ErrorAnswer)
}

/// What the first object of a text describes, by its names: a token (RFC 7662 §2.2, and what Google and Twitch have for
/// it), a user (OpenID Connect Core §5.3.2), or keys (RFC 7517 §5).
pub(in crate::reading) fn described(text: &str) -> Option<&'static str> {
    let names = first_names(text.get(text.find('{')?..)?);
    let has = |known: &[&str]| names.iter().any(|name| known.contains(&name.as_str()));
    if has(&["access_token", "refresh_token", "id_token", "device_code", "error", "errors", "message"]) {
        return None;
    }
    let is_of_token = has(&["expires_in"])
        && has(&["aud", "audience", "azp", "issued_to", "user_id", "client_id", "scopes", "application"]);
    let is_of_user = has(&["sub"])
        && has(&["email", "name", "preferred_username", "given_name", "email_verified"])
        && !has(&["exp", "iat", "nonce"]);
    match names.as_slice() {
        [name] if name == "keys" => Some("JWKS"),
        [name, rest @ ..]
            if name == "active"
                || !rest.is_empty() && has(&["active"]) && has(&["scope", "client_id", "exp", "token_type"]) =>
        {
            Some("introspection")
        }
        _ if is_of_token => Some("tokeninfo"),
        _ if is_of_user => Some("UserInfo"),
        _ => None,
    }
}

/// The first names of an object, which may be cut off.
pub(in crate::reading) fn first_names(text: &str) -> Vec<String> {
    Members::read(head(text)).names
}

/// The first names of an object and the place of its end, if the text contains it.
#[derive(Default)]
struct Members {
    names: Vec<String>,
    end: Option<usize>,
}

/// More names than any response has.
const MOST_NAMES: usize = 40;

impl Members {
    fn read(text: &str) -> Members {
        let mut members = Members::default();
        let mut depth = 0_usize;
        let mut string: Option<usize> = None;
        let mut last = None;
        let mut is_escaped = false;
        for (at, ch) in text.char_indices() {
            if let Some(start) = string {
                match ch {
                    _ if is_escaped => is_escaped = false,
                    '\\' => is_escaped = true,
                    '"' => (string, last) = (None, text.get(start..at)),
                    _ => {}
                }
                continue;
            }
            match ch {
                '"' => string = Some(at + 1),
                '{' | '[' => depth += 1,
                '}' | ']' => depth = depth.saturating_sub(1),
                ':' if depth == 1 && members.names.len() < MOST_NAMES => {
                    members.names.extend(last.take().map(str::to_owned));
                }
                _ => {}
            }
            if depth == 0 {
                members.end = Some(at);
                break;
            }
        }
        members
    }
}
