//! What becomes of a URL on its way: a `POST` that a redirect has turned into a `GET` (RFC 9110 §15.4.2, §15.4.3), and a
//! program that does not know that a proxy in front of it speaks HTTPS.

use crate::reading::redirect::has_open_redirect_url;

/// How many requests are compared.
const MOST: usize = 64;
/// In bytes: no path is longer.
const LONGEST: usize = 400;

/// Whether a `POST` was redirected to the same URL with a slash at the end, and followed by a `GET` of that. `lower` is in
/// lowercase.
pub(super) fn has_slash_added(lower: &str) -> bool {
    const MOVED: [&str; 5] = ["301", "302", "303", "moved permanently", "switch from post to get"];
    if !MOVED.iter().any(|part| lower.contains(part)) {
        return false;
    }
    let targets = |method: &str| -> Vec<&str> {
        let places = lower.match_indices(method).take(MOST);
        let behind = places.filter_map(|(at, method)| lower.get(at + method.len()..));
        let ends = |ch: char| ch.is_whitespace() || "\"'`?,;()".contains(ch);
        let all = behind.filter_map(|rest| rest.trim_start_matches([' ', '"', '\'']).split(ends).next());
        all.filter(|path| path.len() < LONGEST && (path.starts_with('/') || path.starts_with("http"))).collect()
    };
    let (posted, got) = (targets("post "), targets("get "));
    got.iter().any(|path| {
        path.strip_suffix('/').is_some_and(|bare| bare.len() > 1 && posted.contains(&bare) && !posted.contains(path))
    })
}

/// Whether the redirect URL begins with `http`, and a proxy in front speaks HTTPS. `lower` is in lowercase.
pub(super) fn is_http_behind_proxy(lower: &str) -> bool {
    const PROXIES: [&str; 10] = [
        "reverse proxy",
        "reverse-proxy",
        "behind nginx",
        "behind traefik",
        "behind apache",
        "behind caddy",
        "behind a load balancer",
        "terminate tls",
        "tls termination",
        "ssl termination",
    ];
    PROXIES.iter().any(|part| lower.contains(part)) && has_open_redirect_url(lower)
}

#[cfg(test)]
mod tests {
    use super::super::tells_apart;
    use super::*;

    #[test]
    fn a_slash_that_was_added() {
        tells_apart(
            has_slash_added,
            &[
                "> post /o/token http/1.1\n< http/1.1 301 moved permanently\n< location: /o/token/\n> get /o/token/ http/1.1\n< http/1.1 405",
                "\"post /oauth2/token http/1.1\" 301 0\n\"get /oauth2/token/ http/1.1\" 405 23",
                "post https://id.example.com/token -> 302\nget https://id.example.com/token/ -> 405",
                "[10:00] post /api/token 301\n[10:00] get /api/token/ 405",
            ],
            &[
                "",
                "post /o/token/ 200\nget /o/applications/ 301",
                "post /o/token/ 301\nget /o/token/ 405",
                "post /o/token 308\npost /o/token/ 200",
                "post /o/token 200\nget /o/token/ 405",
            ],
        );
    }

    #[test]
    fn a_proxy_that_speaks_https() {
        tells_apart(
            is_http_behind_proxy,
            &[
                "?redirect_uri=http%3a%2f%2fa.example.com%2fcb&state=x\nwe use nginx as reverse proxy",
                "redirect url http://a.example.com/cb, traefik does the ssl termination",
            ],
            &[
                "",
                "?redirect_uri=https%3a%2f%2fa.example.com%2fcb\nwe use nginx as reverse proxy",
                "?redirect_uri=http%3a%2f%2flocalhost%3a8080%2fcb\nwe use nginx as reverse proxy",
                "?redirect_uri=http%3a%2f%2fa.example.com%2fcb",
            ],
        );
    }
}
