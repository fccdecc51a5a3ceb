//! An access token that is encrypted (RFC 7516): only who issued it can read it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::chars::front_of;

/// How many tokens are looked at.
const MOST: usize = 64;
/// In bytes: no header of a token is longer.
const LONGEST: usize = 2048;

/// Whether a text has such a token, the beginning of one, or its decoded header.
pub(super) fn has_token(text: &str) -> bool {
    has_header(text)
        || text.match_indices("eyJ").take(MOST).any(|(at, _)| is_encrypted(text.get(at..).unwrap_or_default()))
}

/// Whether the decoded header names how the content is encrypted (RFC 7516 §4.1.2).
fn has_header(text: &str) -> bool {
    let value = |name: &str, of: &[&str]| {
        text.match_indices(name).take(MOST).any(|(at, name)| {
            let behind = text.get(at + name.len()..).unwrap_or_default();
            let value = behind.trim_start_matches(|ch: char| ch.is_whitespace() || "\"'\\:=>".contains(ch));
            (1..=LONGEST_JOINT).contains(&(behind.len() - value.len())) && of.iter().any(|one| value.starts_with(one))
        })
    };
    value("alg", &["dir", "RSA-OAEP", "ECDH-ES", "A256KW", "A128KW"]) && value("enc", &["A128", "A192", "A256"])
}

/// In bytes: between a name and its value.
const LONGEST_JOINT: usize = 8;

/// Whether the first part is the header of an encrypted token, or the second one is empty (RFC 7516 §7.1, §4.5: `dir`).
fn is_encrypted(token: &str) -> bool {
    let front = front_of(token, LONGEST);
    let is_of_part = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '_');
    let end = front.find(|ch| !is_of_part(ch)).unwrap_or(front.len());
    let (header, behind) = front.split_at_checked(end).unwrap_or_default();
    let is_empty = behind.strip_prefix("..").is_some_and(|rest| rest.starts_with(is_of_part));
    let decoded =
        || URL_SAFE_NO_PAD.decode(header).is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains("\"enc\""));
    is_empty && header.len() > LEAST || behind.starts_with('.') && decoded()
}

/// In bytes: a shorter header has no algorithm.
const LEAST: usize = 16;

#[cfg(test)]
mod tests {
    use super::super::tells_apart;
    use super::*;

    #[test]
    fn tokens_that_are_encrypted() {
        tells_apart(
            has_token,
            &[
                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..Qm3fT0",
                "Bearer eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.abc.def.ghi.jkl",
                "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"iss\":\"https://a.eu.auth0.com/\"}",
                "{\n  \"enc\": \"A128CBC-HS256\",\n  \"alg\": \"RSA-OAEP-256\"\n}",
                "alg: dir\nenc: A256GCM",
            ],
            &[
                "",
                "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhIn0.abc",
                "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9...abc",
                "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.. (cut)",
                "{\"alg\":\"RS256\",\"typ\":\"JWT\"}",
                "alg: dir",
            ],
        );
    }
}
