//! Whether two programs share the cookies of a host.

use crate::reading::addresses_in;
use crate::reading::query::decoded;

/// Parts of the paths of authorization endpoints.
const AUTHORIZE: [&str; 3] = ["/authorize", "/authorization", "/login/oauth/"];
/// Parts of the paths of redirect URLs.
const REDIRECT: [&str; 4] = ["/callback", "/oauth2/code/", "/login/oauth2", "signin-oidc"];

/// In bytes.
const LONGEST: usize = 400;
/// How many redirect URLs are looked at.
const MOST: usize = 20;

/// Whether the authorization endpoint and the redirect URL have one host and two ports. A cookie is for a host, whatever
/// the port (RFC 6265 §8.5).
pub(super) fn are_shared(text: &str) -> bool {
    let mut servers: Vec<(String, &str)> = Vec::new();
    let mut programs: Vec<(String, String)> = Vec::new();
    for address in addresses_in(text) {
        let Some((host, port, path)) = parts(address) else { continue };
        if AUTHORIZE.iter().any(|part| path.contains(part)) && !path.contains("/oauth2/authorization/") {
            servers.push((host, port));
        } else if REDIRECT.iter().any(|part| path.contains(part)) {
            programs.push((host, port.to_owned()));
        }
    }
    let values = text.match_indices("redirect_uri=").take(MOST).filter_map(|(at, name)| {
        let rest = text.get(at + name.len()..)?;
        let ends = |ch: char| ch.is_whitespace() || "&\"'`<>,;)]}#".contains(ch);
        let value = rest.split(ends).next().filter(|value| value.len() < LONGEST)?;
        parts(&decoded(value)).map(|(host, port, _)| (host, port.to_owned()))
    });
    programs.extend(values);
    servers.iter().any(|(host, port)| programs.iter().any(|(other, own)| host == other && port != own))
}

/// Host, port and path of a URL. Without a port it is that of the scheme, and so is a different one.
fn parts(address: &str) -> Option<(String, &str, &str)> {
    let (_, rest) = address.split_once("://")?;
    let (authority, path) = rest.find('/').and_then(|at| rest.split_at_checked(at)).unwrap_or((rest, ""));
    let (host, port) = authority.rsplit_once(':').unwrap_or((authority, ""));
    let is_host =
        !host.is_empty() && !host.contains(['$', '{', '<', '%', '@']) && port.chars().all(|ch| ch.is_ascii_digit());
    is_host.then(|| (host.to_ascii_lowercase(), port, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_host_and_two_ports() {
        for text in [
            "http://localhost:9090/oauth/authorize?client_id=a&redirect_uri=http://localhost:8080/login/oauth2/code/a",
            "http://localhost:9000/oauth2/authorize?redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fcb&state=a",
            "authorization-uri: http://localhost:9090/oauth/authorize\nredirect-uri: http://localhost:8080/callback",
            "Location: http://127.0.0.1:9000/oauth2/authorize\n\nGET http://127.0.0.1:8081/login/oauth2/code/a?code=b",
            "authorize: https://dev.example.com:8443/authorize, callback: https://dev.example.com/callback",
            "'http://Localhost:9090/oauth/authorize?redirect_uri=http://localhost:3000/cb'",
            "open http://localhost:8080/authorize?redirect_uri=http%3a%2f%2flocalhost%3a5000%2fsignin-oidc",
            "http://localhost:5000/callback\nhttp://localhost:9000/oauth/authorize",
            "<http://localhost:9090/oauth/authorize?redirect_uri=http://localhost:8082/ui/login>",
            "redirecting to http://localhost/oauth/authorize?redirect_uri=http://localhost:8080/login",
        ] {
            assert!(are_shared(text), "{text}");
        }
        for text in [
            "",
            "http://localhost:9090/oauth/authorize?redirect_uri=http://127.0.0.1:8080/login/oauth2/code/a",
            "http://auth-server:9000/oauth2/authorize?redirect_uri=http://localhost:8080/cb",
            "https://id.example.com/authorize?redirect_uri=https://app.example.com/callback",
            "https://www.example.com/oauth/authorize?redirect_uri=https://www.example.com/callback",
            "http://localhost:8080/oauth2/authorization/a\nhttp://localhost:9090/callback",
            "http://localhost:8080/login/oauth2/code/a\nhttp://localhost:9090/userinfo",
            "http://${HOST}:9090/oauth/authorize?redirect_uri=http://${HOST}:8080/callback",
            "http://localhost:9090/token\nhttp://localhost:8080/callback",
            "redirect_uri=http://localhost:8080/cb",
        ] {
            assert!(!are_shared(text), "{text}");
        }
    }
}
