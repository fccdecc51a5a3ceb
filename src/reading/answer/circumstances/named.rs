//! What a text names: a host that could not be resolved, a setting that is not set, the clients of a token.

use crate::chars::{end_of, front_of};
use crate::reading::variables::is_of_name;

/// How many places of a word are looked at.
const MOST: usize = 64;
/// In bytes: no host name is longer (RFC 1035 §2.3.4).
const LONGEST_HOST: usize = 63;

/// What programs write before the host that they could not resolve, in lowercase: Node.js, Go, Java, curl, Python.
const LOOKED_UP: [&str; 9] = [
    "enotfound ",
    "eai_again ",
    "lookup ",
    "unknownhostexception: ",
    "resolve host: ",
    "resolve host '",
    "resolve '",
    "hostname: '",
    "host='",
];
/// What tells that it was the name that failed.
const NOT_RESOLVED: [&str; 11] = [
    "enotfound",
    "eai_again",
    "no such host",
    "unknownhostexception",
    "resolve host",
    "failed to resolve",
    "name or service not known",
    "temporary failure in name resolution",
    "nodename nor servname",
    "server misbehaving",
    "nameresolutionerror",
];

/// Whether the name that could not be resolved has no dot, as those of containers and services have none. `lower` is in
/// lowercase.
pub(super) fn has_one_word_host(lower: &str) -> bool {
    if !NOT_RESOLVED.iter().any(|part| lower.contains(part)) {
        return false;
    }
    LOOKED_UP.iter().any(|lead| {
        lower.match_indices(lead).take(MOST).any(|(at, _)| {
            let rest = front_of(lower.get(at + lead.len()..).unwrap_or_default(), LONGEST_HOST + 1);
            let is_of_host = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '_' | '.');
            let host = rest.get(..rest.find(|ch| !is_of_host(ch)).unwrap_or(rest.len())).unwrap_or_default();
            let is_name = host.len() > 2 && host.starts_with(|ch: char| ch.is_ascii_lowercase());
            is_name && !host.contains('.') && host != "localhost" && host != "undefined" && host != "null"
        })
    })
}

/// What tells that a program checked values against a schema: Zod, t3-env, Joi at Nest, pydantic.
const CHECKED: [&str; 7] = [
    "zoderror",
    "invalid_type",
    "invalid environment variable",
    "config validation error",
    "for settings",
    "missing environment variable",
    "missing required environment variable",
];
/// What is behind the name of a value that is not there.
const ABSENT: [&str; 4] = ["required", "undefined", "missing", "nan"];
/// Parts of the names of settings of a connection, without signs.
const SETTINGS: [&str; 8] =
    ["clientid", "clientsecret", "redirecturi", "redirecturl", "accountid", "issuer", "refreshtoken", "callbackurl"];
/// In bytes: how far behind its name that is said.
const LONGEST_ISSUE: usize = 140;

/// Whether a program says of a setting of a connection that it is not set. `lower` is in lowercase.
pub(super) fn has_undefined_setting(lower: &str) -> bool {
    if !CHECKED.iter().any(|part| lower.contains(part)) {
        return false;
    }
    let is_missing_variable = lower.contains("environment variable") && lower.contains("missing");
    ["id", "secret", "uri", "url", "issuer", "token"].iter().any(|end| {
        lower.match_indices(end).take(MOST).any(|(at, end)| {
            let (before, behind) = lower.split_at_checked(at + end.len()).unwrap_or_default();
            let before = end_of(before, LONGEST_HOST);
            let start = before.rfind(|ch| !is_of_name(ch)).map_or(0, |at| at + 1);
            let name: String = before.get(start..).unwrap_or_default().chars().filter(|ch| *ch != '_').collect();
            let behind = front_of(behind, LONGEST_ISSUE);
            !behind.starts_with(is_of_name)
                && SETTINGS.iter().any(|known| name.ends_with(known))
                && (is_missing_variable || ABSENT.iter().any(|word| behind.contains(word)))
        })
    })
}

/// Whether a text with a refresh token has the IDs of two clients at Google. `lower` is in lowercase.
pub(super) fn has_two_google_clients(lower: &str) -> bool {
    const DOMAIN: &str = ".apps.googleusercontent.com";
    if !lower.contains("refresh") {
        return false;
    }
    let is_of_id = |ch: char| ch.is_ascii_alphanumeric() || ch == '-';
    let mut ids = lower.match_indices(DOMAIN).take(MOST).filter_map(|(at, _)| {
        let before = end_of(lower.get(..at)?, LONGEST_HOST);
        let id = before.get(before.rfind(|ch| !is_of_id(ch)).map_or(0, |at| at + 1)..)?;
        let is_example = ["your", "xxx", "example", "client"].iter().any(|word| id.contains(word));
        (id.starts_with(|ch: char| ch.is_ascii_digit()) && !is_example).then_some(id)
    });
    let Some(first) = ids.next() else { return false };
    // What somebody has cut is no second one.
    ids.any(|id| !id.starts_with(first) && !first.starts_with(id))
}

/// How the access tokens of GitHub and Google begin.
const OPAQUE: [&str; 6] = ["ghp_", "gho_", "ghu_", "ghs_", "github_pat_", "ya29."];
/// In characters, behind that.
const LEAST_OPAQUE: usize = 12;

/// Whether a text has such a token, or what of it is not masked.
pub(super) fn has_opaque_token(text: &str) -> bool {
    let is_of_token = |ch: &char| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '-' | '*' | '.' | '\u{2022}');
    OPAQUE.iter().any(|begin| {
        text.match_indices(begin).take(MOST).any(|(at, begin)| {
            let (before, behind) = text.split_at_checked(at).unwrap_or_default();
            let behind = behind.get(begin.len()..).unwrap_or_default();
            !before.ends_with(is_of_name) && behind.chars().take_while(is_of_token).count() >= LEAST_OPAQUE
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_a_dot() {
        for text in [
            "error: getaddrinfo enotfound keycloak",
            "getaddrinfo eai_again keycloak keycloak:8080",
            "dial tcp: lookup keycloak on 127.0.0.11:53: no such host",
            "lookup auth-server: no such host",
            "java.net.unknownhostexception: keycloak: name or service not known",
            "httpconnectionpool(host='keycloak', port=8080): max retries exceeded (failed to resolve 'keycloak')",
            "host='id-server', port=80): [errno -2] name or service not known",
            "curl: (6) could not resolve host: keycloak",
        ] {
            assert!(has_one_word_host(text), "{text}");
        }
        for text in [
            "",
            "getaddrinfo enotfound id.example.com",
            "getaddrinfo enotfound undefined",
            "lookup id.example.com on 127.0.0.11:53: no such host",
            "curl: (6) could not resolve host: keycloak.internal",
            "host='keycloak', port=8080): read timed out",
            "connect econnrefused keycloak:8080",
        ] {
            assert!(!has_one_word_host(text), "{text}");
        }
    }

    #[test]
    fn settings_that_are_not_set() {
        for text in [
            "zoderror: [ { \"code\": \"invalid_type\", \"expected\": \"string\", \"received\": \"undefined\", \"path\": [ \"client_id\" ], \"message\": \"required\" } ]",
            "invalid environment variables: { zoom_client_secret: [ 'required' ] }",
            "config validation error: \"zoom_client_id\" is required",
            "2 validation errors for settings\nclient_id\n  field required [type=missing]",
            "missing required environment variable: google_client_id",
            "path: [ 'oauth', 'clientid' ], message: 'invalid input: expected string, received undefined', code: 'invalid_type'",
        ] {
            assert!(has_undefined_setting(text), "{text}");
        }
        for text in [
            "",
            "zoderror: path: [ 'email' ], message: 'required'",
            "invalid environment variables: { database_url: [ 'required' ] }",
            "zoderror: path: [ 'client_id' ], message: 'string must contain at least 8 characters'",
            "client_id is required",
        ] {
            assert!(!has_undefined_setting(text), "{text}");
        }
    }

    #[test]
    fn tokens_that_are_no_jwt() {
        for text in [
            "ghu_16C7e42F292c6912E7710c83",
            "token=gho_16C7e42F292c6912",
            "\"ya29.a0AfB_byDxyz12\"",
            "ghp_************",
        ] {
            assert!(has_opaque_token(text), "{text}");
        }
        for text in ["", "ghu_", "high_ghu_16C7e42F292c6912E", "ghp_TOKEN", "eyJhbGciOiJIUzI1NiJ9.e30.x"] {
            assert!(!has_opaque_token(text), "{text}");
        }
    }

    #[test]
    fn two_clients_at_google() {
        let one = "418273640912-a1b2c3d4.apps.googleusercontent.com";
        let other = "905172836451-z9y8x7w6.apps.googleusercontent.com";
        assert!(has_two_google_clients(&format!("\"client_id\":\"{one}\",\"refresh_token\":\"1//0g\"\nid: {other}")));
        for text in [
            format!("{one} refresh_token {one}"),
            format!("{one} {other}"),
            format!("refresh_token {one} your-client-id.apps.googleusercontent.com"),
            format!("refresh_token {one} 1234-xxx.apps.googleusercontent.com"),
        ] {
            assert!(!has_two_google_clients(&text), "{text}");
        }
    }
}
