//! The URL that a document was read from, and whose hosts the URLs in it name.

use crate::reading::addresses_in;

/// RFC 8414 §3 and OpenID Connect Discovery 1.0 §4.
const WELL_KNOWN: [&str; 2] = ["/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"];

/// The last URL of a discovery document in a text, without its query.
pub(in crate::reading) fn well_known_in(text: &str) -> Option<&str> {
    if !text.contains("/.well-known/") {
        return None;
    }
    addresses_in(text).into_iter().rfind(|address| parts(address).is_some())
}

/// What is before the well-known part of a URL, and what is after it.
fn parts(address: &str) -> Option<(&str, &str)> {
    let (front, behind) = WELL_KNOWN.iter().find_map(|part| address.split_once(part))?;
    (behind.is_empty() || behind.starts_with('/')).then_some((front, behind))
}

/// Whether the issuer is the one whose document is at that URL: the well-known part is appended to it (OpenID Connect
/// Discovery 1.0 §4) or inserted between its host and its path (RFC 8414 §3.1). A slash at the end makes no difference
/// there, and a proxy may change the scheme.
pub(super) fn is_of_issuer(address: &str, issuer: &str) -> bool {
    let Some((front, behind)) = parts(address) else { return true };
    let bare = |url: &str| {
        let (host, path) = host_and_path(url)?;
        Some((host, path.trim_end_matches('/').to_owned()))
    };
    bare(&format!("{front}{}", behind.trim_end_matches('/'))) == bare(issuer)
}

/// The host with its port, in lowercase and without the port that the scheme implies, and the path.
pub(super) fn host_and_path(url: &str) -> Option<(String, &str)> {
    let (scheme, rest) = url.split_once("://")?;
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (host, path) = rest.split_at_checked(rest.find('/').unwrap_or(rest.len()))?;
    let implied = if scheme.eq_ignore_ascii_case("https") { ":443" } else { ":80" };
    Some((host.strip_suffix(implied).unwrap_or(host).to_ascii_lowercase(), path))
}

/// Whether two hosts are of the same organization, as far as names tell: `login.example.co.uk` and `api.example.co.uk`.
pub(super) fn are_of_one_site(one: &str, other: &str) -> bool {
    one == other || site(one).is_some_and(|site_of_one| site(other) == Some(site_of_one))
}

/// The last two labels, or three where the last two are those under which a country registers names; `None` for an IP
/// address and for a name without a dot.
fn site(host: &str) -> Option<&str> {
    let name = host.split(':').next().filter(|_| !host.starts_with('['))?;
    let labels: Vec<&str> = name.split('.').collect();
    let [.., second, top] = labels.as_slice() else { return None };
    if top.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let count = if top.len() == 2 && second.len() <= 3 { 3 } else { 2 };
    let dots = name.rmatch_indices('.').map(|(at, _)| at + 1);
    Some(dots.take(count).last().filter(|_| labels.len() > count).and_then(|at| name.get(at..)).unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_issuer_of_a_url() {
        for (address, issuer) in [
            ("https://a.example/.well-known/openid-configuration", "https://a.example"),
            ("https://a.example/.well-known/openid-configuration", "https://a.example/"),
            ("https://A.example:443/.well-known/openid-configuration", "https://a.example"),
            ("https://a.example/realms/x/.well-known/openid-configuration", "https://a.example/realms/x"),
            ("https://a.example/.well-known/oauth-authorization-server/realms/x", "https://a.example/realms/x"),
            ("https://a.example/.well-known/oauth-authorization-server/", "https://a.example"),
            ("http://a.example/.well-known/openid-configuration", "https://a.example"),
        ] {
            assert!(is_of_issuer(address, issuer), "{address} {issuer}");
        }
        for (address, issuer) in [
            ("https://a.example/.well-known/openid-configuration", "https://b.example"),
            ("https://a.example/.well-known/openid-configuration", "https://a.example/realms/x"),
            ("https://a.example/realms/x/.well-known/openid-configuration", "https://a.example/realms/X"),
            ("https://a.example:8443/.well-known/openid-configuration", "https://a.example"),
        ] {
            assert!(!is_of_issuer(address, issuer), "{address} {issuer}");
        }
    }

    #[test]
    fn hosts_of_one_site() {
        for (one, other) in [
            ("a.example", "a.example"),
            ("login.a.example", "a.example"),
            ("login.a.example:8443", "api.a.example"),
            ("id.a.co.uk", "api.a.co.uk"),
            ("10.0.0.5", "10.0.0.5"),
            ("keycloak", "keycloak"),
        ] {
            assert!(are_of_one_site(one, other), "{one} {other}");
        }
        for (one, other) in
            [("a.example", "b.example"), ("a.co.uk", "b.co.uk"), ("10.0.0.5", "10.1.0.5"), ("keycloak", "localhost")]
        {
            assert!(!are_of_one_site(one, other), "{one} {other}");
        }
    }

    #[test]
    fn the_last_url_of_a_document() {
        let text = "see https://x.example/doc and https://a.example/.well-known/openid-configuration?p=1.";
        assert_eq!(well_known_in(text), Some("https://a.example/.well-known/openid-configuration"));
        for text in ["", "/.well-known/openid-configuration", "https://a.example/.well-known/openid-configurations"] {
            assert_eq!(well_known_in(text), None, "{text}");
        }
    }
}
