//! What a text shows to be wrong with a request, in whatever language its program is written.

use core::ops::Range;

use crate::chars::{end_of, front_of, is_quote};
use crate::reading::request::meant_by;
use crate::reading::value::hash_in;
use crate::reading::{FindingKind, RefusalText};

/// A kind, its place in bytes, and a name for its sentence.
pub(super) type Proof = (FindingKind, Range<usize>, Option<&'static str>);

/// How many places of a word are looked at.
const MOST: usize = 64;

/// What is wrong; `is_read` tells that a place is in a request, whose reader looks at it.
pub(super) fn proofs(text: &str, refusal: Option<&RefusalText>, is_read: impl Fn(usize) -> bool) -> Vec<Proof> {
    let mut found: Vec<Proof> = Vec::new();
    found.extend(grant(text).filter(|(_, place, _)| !is_read(place.start)));
    found.extend(hash_in(text).filter(|_| is_about_client(text)).map(|place| (FindingKind::SecretHashed, place, None)));
    found.extend(scheme(text));
    found.extend(login_as_client(text).map(|place| (FindingKind::EmailInstead, place, None)));
    found.extend(basic_at_api(text).map(|place| (FindingKind::BasicAtApi, place, None)));
    found.extend(refusal.and_then(|refusal| code_missing(text, refusal)));
    found
}

fn is_about_client(text: &str) -> bool {
    ["grant_type", "client_secret", "invalid_client", "client_id"].iter().any(|name| text.contains(name))
}

/// The value of `grant_type` in a string of a program, if it is nearly one of the grant types.
fn grant(text: &str) -> Option<Proof> {
    text.match_indices("grant_type").take(MOST).find_map(|(at, name)| {
        let behind = front_of(text.get(at + name.len()..)?, LONGEST);
        let joint = behind.trim_start_matches(|ch: char| is_quote(ch) || " \\])>:=,".contains(ch));
        let (lead, length) = (
            behind.len() - joint.len(),
            joint.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count(),
        );
        let (value, rest) = joint.split_at_checked(length)?;
        let is_set = behind.get(..lead)?.contains([':', '=', ',']) && !behind.get(..lead)?.contains("==");
        // A variable has no quotes around it, a form ends with the next parameter.
        let is_text = rest.starts_with(|ch: char| is_quote(ch) || ch == '&');
        let meant = meant_by(value).filter(|_| is_set && is_text && value.contains(['_', '-']))?;
        let from = at + name.len() + lead;
        Some((FindingKind::GrantMistyped, from..from + length, Some(meant)))
    })
}

/// In bytes.
const LONGEST: usize = 120;

/// What a program puts after the word of a scheme: credentials after `Bearer`, or decoded where they should be encoded.
fn scheme(text: &str) -> Vec<Proof> {
    const DECODERS: [&str; 8] = [
        "atob(",
        "b64decode(",
        "base64_decode(",
        "frombase64string(",
        "decode64(",
        "base64.decode(",
        "base64decode(",
        "decodestring(",
    ];
    const ENCODERS: [&str; 8] = [
        "btoa(",
        "b64encode(",
        "base64_encode(",
        "tobase64string(",
        "encode64(",
        "base64.encode(",
        "base64encode(",
        "encodetostring(",
    ];
    let found = ["Basic ", "Bearer "].iter().find_map(|word| {
        text.match_indices(word).take(MOST).find_map(|(at, _)| {
            let behind = front_of(text.get(at + word.len()..)?, LONGEST).split('\n').next()?;
            let call = behind.trim_start_matches(|ch: char| is_quote(ch) || " ${+.&".contains(ch));
            let joint = behind.len() - call.len();
            let open = call.find('(').filter(|open| joint <= LONGEST_JOINT && *open <= LONGEST_CALL)?;
            let (name, argument) = call.split_at_checked(open + 1)?;
            let is_name = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '.' | ':' | '\\' | '(');
            let lower = name.to_ascii_lowercase();
            if !name.chars().all(is_name) {
                return None;
            }
            let is_one = |names: &[&str]| names.iter().any(|known| lower.ends_with(known));
            let has_pair = argument.split(')').next()?.contains(':');
            let place = at..at + word.len() + joint + name.len();
            let is_bearer = *word == "Bearer ";
            let is_pair = is_bearer && has_pair && (is_one(&ENCODERS) || is_one(&DECODERS));
            let is_decoded = is_one(&DECODERS) && (has_pair || !is_bearer);
            let faults = [(FindingKind::PairAsBearer, is_pair), (FindingKind::PairDecoded, is_decoded)];
            let proofs = faults.into_iter().filter(|(_, is)| *is).map(|(kind, _)| (kind, place.clone(), None));
            Some(proofs.collect()).filter(|proofs: &Vec<Proof>| !proofs.is_empty())
        })
    });
    found.unwrap_or_default()
}

/// The email address and the password of a person that a program encodes for the header of a token request, by the names
/// of its variables: `${email}:${password}`.
fn login_as_client(text: &str) -> Option<Range<usize>> {
    const ENCODED: [&str; 4] = ["base64", "btoa(", "b64encode(", "encode64("];
    if !text.contains("Basic") || !["grant_type", "grantType"].iter().any(|name| text.contains(name)) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    lower.match_indices("email").take(MOST).find_map(|(at, name)| {
        let behind = front_of(lower.get(at + name.len()..)?, LONGEST_CALL);
        let is_joint = |ch: char| is_quote(ch) || " ${}+.&:".contains(ch);
        let word = behind.trim_start_matches(is_joint);
        let joint = behind.get(..behind.len() - word.len())?;
        // A name and its value have no more than quotes between them.
        let is_joined = joint.matches(':').count() == 1 && joint.contains(['}', '+', '.', '&', '$']);
        let is_password = ["password", "passwd", "pwd"].iter().any(|known| word.starts_with(known));
        let near = [end_of(lower.get(..at)?, LONGEST), front_of(lower.get(at..)?, LONGEST)];
        let is_encoded = ENCODED.iter().any(|call| near.iter().any(|part| part.contains(call)));
        (is_joined && is_password && is_encoded).then_some(at..at + name.len() + joint.len())
    })
}

/// In bytes: quotes and operators between the scheme and a call.
const LONGEST_JOINT: usize = 12;
/// In bytes: the name of a function with its class.
const LONGEST_CALL: usize = 40;

/// The header of a call of an API that has the credentials with which the token was requested before.
fn basic_at_api(text: &str) -> Option<Range<usize>> {
    let mut url = None;
    let mut at_token: Vec<&str> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n').take(MOST_LINES) {
        let from = start;
        start += line.len();
        let first = line.find("http").and_then(|at| line.get(at..)).filter(|rest| rest.contains("://"));
        url =
            first.map(|rest| rest.split(|ch: char| ch.is_whitespace() || is_quote(ch)).next().unwrap_or(rest)).or(url);
        let Some(at) = line.find("Basic ").filter(|_| line.to_ascii_lowercase().contains("authorization")) else {
            continue;
        };
        let value = line.get(at + "Basic ".len()..).unwrap_or_default().trim();
        let value = value
            .split(|ch: char| ch.is_whitespace() || is_quote(ch) || matches!(ch, ',' | ';'))
            .next()
            .unwrap_or_default();
        let Some(url) = url.filter(|_| value.len() >= SHORTEST) else { continue };
        let path = url.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
        if ["token", "oauth", "introspect", "revoke"].iter().any(|part| path.contains(part)) {
            at_token.push(value);
        } else if at_token.contains(&value) {
            return Some(from + at..from + at + "Basic ".len() + value.len());
        }
    }
    None
}

/// In bytes: shorter credentials are those of an example.
const SHORTEST: usize = 16;
const MOST_LINES: usize = 5000;

/// The printed body of a token request that has the client's values and no code (RFC 6749 §4.1.3).
fn code_missing(text: &str, refusal: &RefusalText) -> Option<Proof> {
    const INSTEAD: [&str; 8] = [
        "code",
        "refresh_token",
        "grant_type",
        "username",
        "assertion",
        "device_code",
        "subject_token",
        "access_token",
    ];
    if !matches!(refusal.error.as_deref(), Some("bad_verification_code" | "invalid_grant" | "invalid_request")) {
        return None;
    }
    text.match_indices("client_secret").take(MOST).find_map(|(at, _)| {
        let start = text.get(..at)?.rfind(['\n', '{']).map_or(0, |at| at + 1);
        let length = text.get(at..)?.find(['\n', '}']).unwrap_or(text.len() - at);
        let body = text.get(start..at + length)?;
        let has = |name: &str| {
            body.match_indices(name).any(|(at, _)| {
                let is_joint = |ch: char| is_quote(ch) || matches!(ch, '\\' | ' ');
                let before = body.get(..at).unwrap_or_default();
                let behind = body.get(at + name.len()..).unwrap_or_default().trim_start_matches(is_joint);
                !before.ends_with(|ch: char| ch.is_alphanumeric() || ch == '_') && behind.starts_with([':', '='])
            })
        };
        let before = end_of(text.get(..start)?, AROUND);
        let is_sent = before.contains("POST") && (before.contains("/token") || before.contains("access_token"));
        let is_alone = has("client_id") && has("redirect_uri") && !INSTEAD.iter().any(|name| has(name));
        (is_sent && is_alone).then_some((FindingKind::ParameterMissing, start..at + length, Some("code")))
    })
}

/// In bytes: how far a body is from the line of its request.
const AROUND: usize = 800;
