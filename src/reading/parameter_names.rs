//! Names of parameters that are nearly right.

use super::spelling::is_near;

/// The parameter that a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meant {
    pub name: &'static str,
    /// No other parameter is called so; otherwise it is meant only where the right one is required and missing.
    pub is_sure: bool,
}

/// RFC 6749 §2.3.1, §4.1.1, §4.1.3, §4.3.2 and §6, RFC 7521 §4.2, RFC 7636 §4.3 and §4.5, RFC 8628 §3.4, and
/// `account_id`.
const NAMES: [&str; 18] = [
    "grant_type",
    "client_id",
    "client_secret",
    "redirect_uri",
    "scope",
    "code",
    "refresh_token",
    "code_verifier",
    "code_challenge",
    "code_challenge_method",
    "response_type",
    "device_code",
    "account_id",
    "username",
    "password",
    "client_assertion",
    "client_assertion_type",
    "assertion",
];

/// Words that people write instead, without capitals and separators.
const INSTEAD: [(&str, &str); 11] = [
    ("scopes", "scope"),
    ("redirecturl", "redirect_uri"),
    ("redirecturls", "redirect_uri"),
    ("redirectionuri", "redirect_uri"),
    ("redirectionurl", "redirect_uri"),
    ("callbackurl", "redirect_uri"),
    ("callbackuri", "redirect_uri"),
    ("authcode", "code"),
    ("authorizationcode", "code"),
    ("challengemethod", "code_challenge_method"),
    ("granttypes", "grant_type"),
];

/// The same for words that a server may use for something else.
const PERHAPS: [(&str, &str); 9] = [
    ("redirect", "redirect_uri"),
    ("callback", "redirect_uri"),
    ("returnurl", "redirect_uri"),
    ("grant", "grant_type"),
    ("refresh", "refresh_token"),
    ("verifier", "code_verifier"),
    ("challenge", "code_challenge"),
    ("user", "username"),
    ("pass", "password"),
];

/// In bytes: no name that is meant is longer.
const LONGEST: usize = 40;
/// Shorter names resemble too many others.
const SHORTEST: usize = 8;

/// What was meant by a name that is not exactly that of a parameter: other capitals or separators, a word that means
/// the same, one mistake. Parameters are compared exactly (RFC 6749 §3.1, §3.2).
pub(super) fn meant_by(name: &str) -> Option<Meant> {
    if NAMES.contains(&name) || name.len() > LONGEST || name.contains(|ch: char| ch.is_whitespace() || ch == '?') {
        return None;
    }
    let plain = plain(name);
    let of = |list: &[(&str, &'static str)]| list.iter().find(|(word, _)| *word == plain).map(|(_, name)| *name);
    let same = || NAMES.into_iter().find(|known| self::plain(known) == plain);
    let near = || {
        let is_long = |word: &str| word.len() >= SHORTEST;
        NAMES.into_iter().find(|known| {
            let known = self::plain(known);
            is_long(&plain) && is_long(&known) && is_near(&known, &plain, 1)
        })
    };
    let sure = same().or_else(|| of(&INSTEAD)).or_else(near).map(|name| Meant { name, is_sure: true });
    sure.or_else(|| of(&PERHAPS).map(|name| Meant { name, is_sure: false }))
}

/// Only letters and digits, in lowercase.
fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|ch| ch.to_ascii_lowercase()).collect()
}

/// Names of their own that servers document, by the end of the host: IAM Identity Center (API reference, CreateToken),
/// DingTalk (`userAccessToken`), Nylas v2 (authentication scopes), TikTok Shop and TikTok for Business
/// (authorization). No names: any.
const OWN: [(&str, &[&str]); 5] = [
    ("amazonaws.com", &[]),
    ("dingtalk.com", &[]),
    ("api.nylas.com", &["scopes"]),
    ("tiktok-shops.com", &["auth_code"]),
    ("business-api.tiktok.com", &["auth_code"]),
];

/// Whether a server documents a parameter of that name.
pub(super) fn is_own(host: &str, name: &str) -> bool {
    let is_of = |end: &str| {
        let host = host.split(':').next().unwrap_or(host);
        host == end || host.strip_suffix(end).is_some_and(|below| below.ends_with('.'))
    };
    OWN.iter().any(|(end, names)| is_of(end) && (names.is_empty() || names.contains(&name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn means(name: &str, meant: &str, is_sure: bool) {
        assert_eq!(meant_by(name).map(|one| (one.name, one.is_sure)), Some((meant, is_sure)), "{name}");
    }

    #[test]
    fn names_that_are_nearly_right() {
        for (name, meant) in [
            ("scopes", "scope"),
            ("scope[]", "scope"),
            ("redirect_url", "redirect_uri"),
            ("redirectUri", "redirect_uri"),
            ("redirect-uri", "redirect_uri"),
            ("redirect_urI", "redirect_uri"),
            ("redirectUrl", "redirect_uri"),
            ("callback_url", "redirect_uri"),
            ("grantType", "grant_type"),
            ("grant_typ", "grant_type"),
            ("grant-type", "grant_type"),
            ("clientId", "client_id"),
            ("client-id", "client_id"),
            ("cilent_id", "client_id"),
            ("clientSecret", "client_secret"),
            ("client_secert", "client_secret"),
            ("refreshToken", "refresh_token"),
            ("auth_code", "code"),
            ("Code", "code"),
            ("codeVerifier", "code_verifier"),
            ("code_verifer", "code_verifier"),
            ("responseType", "response_type"),
            ("accountId", "account_id"),
        ] {
            means(name, meant, true);
        }
        for (name, meant) in [("redirect", "redirect_uri"), ("grant", "grant_type"), ("user", "username")] {
            means(name, meant, false);
        }
    }

    #[test]
    fn other_names() {
        for name in [
            "scope",
            "redirect_uri",
            "state",
            "audience",
            "resource",
            "client_info",
            "client_name",
            "token_type",
            "subject_token",
            "actor_token",
            "access_type",
            "user_scope",
            "post_logout_redirect_uri",
            "country_code",
            "code_type",
            "nonce",
            "user_code",
            "",
            "a client id",
        ] {
            assert_eq!(meant_by(name), None, "{name}");
        }
    }

    #[test]
    fn names_of_servers() {
        assert!(is_own("oidc.eu-west-1.amazonaws.com", "clientId") && is_own("api.nylas.com:443", "scopes"));
        assert!(!is_own("api.nylas.com", "clientId") && !is_own("notdingtalk.com", "clientId"));
        assert!(!is_own("acme.auth.eu-west-1.amazoncognito.com", "clientId"));
    }
}
