//! The URLs in a text of any kind, to see whose server it is about.

use crate::chars::is_quote_or_angle;

/// How many are read.
const MOST: usize = 200;

/// The URLs of a text and the values of its `Host` headers, in order; 200 at most. What comes after a `?` or `#` is left
/// out: a redirect URL in a query says nothing about the server.
///
/// ```
/// use authdesk::reading::addresses_in;
///
/// let text = "POST /oauth/token HTTP/1.1\nHost: zoom.us\n\nsee https://example.com/a?b=https%3A%2F%2Fc.example";
/// assert_eq!(addresses_in(text), ["zoom.us", "https://example.com/a"]);
/// ```
#[must_use]
pub fn addresses_in(text: &str) -> Vec<&str> {
    let mut found: Vec<(usize, &str)> = Vec::new();
    let mut word_end = 0;
    for (at, sign) in text.match_indices("://") {
        // A URL in the query of another one says nothing about the server.
        if at < word_end {
            continue;
        }
        let front = text.get(..at).unwrap_or_default();
        let scheme = front.len() - front.trim_end_matches(|ch: char| ch.is_ascii_alphabetic()).len();
        let rest = text.get(at + sign.len()..).unwrap_or_default();
        let word = rest.split(is_end).next().unwrap_or_default();
        word_end = at + sign.len() + word.len();
        let length = word.find(['?', '#', '\\']).unwrap_or(word.len());
        let address = text.get(at - scheme..at + sign.len() + length);
        found.extend(address.filter(|_| scheme > 0 && length > 0).map(|address| (at - scheme, address)));
        if found.len() == MOST {
            break;
        }
    }
    for name in HOST {
        found.extend(text.match_indices(name).filter_map(|(at, _)| host_at(text, at, name.len())).take(MOST));
    }
    found.sort_by_key(|(at, _)| *at);
    found.truncate(MOST);
    found.into_iter().map(|(_, address)| address).collect()
}

/// Whether only this computer, a container or a local network knows a host, given in lowercase and without its port
/// (RFC 1918 §3, in part; RFC 6762 §3).
pub(in crate::reading) fn is_internal_host(host: &str) -> bool {
    const FRONTS: [&str; 7] = ["127.", "10.", "192.168.", "172.16.", "172.17.", "172.18.", "0.0.0.0"];
    FRONTS.iter().any(|front| host.starts_with(front))
        || !host.contains('.')
        || host.ends_with(".local")
        || host.ends_with(".internal")
}

/// The value of a `Host` header whose name is at this place.
fn host_at(text: &str, at: usize, length: usize) -> Option<(usize, &str)> {
    let is_start = text.get(..at)?.chars().next_back().is_none_or(is_end);
    let rest = text.get(at + length..)?;
    let value = rest.trim_start_matches(is_end);
    let word = value.split(is_end).next()?;
    let is_host = is_start && value.len() < rest.len() && word.contains('.') && !word.contains("://");
    is_host.then(|| (text.len() - value.len(), word))
}

/// The name of the header (RFC 9110 §7.2), as programs write it.
const HOST: [&str; 3] = ["Host:", "host:", "HOST:"];

/// What ends a URL in JSON, code and prose.
fn is_end(ch: char) -> bool {
    ch.is_whitespace() || is_quote_or_angle(ch) || "`,;()[]{}|".contains(ch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_url() {
        for (text, expected) in [
            ("", &[][..]),
            ("no URL: // or ://", &[]),
            ("{\"url\":\"https://id.example.com/token\",\"n\":1}", &["https://id.example.com/token"]),
            ("Client error: `POST http://localhost:8000/oauth/token` resulted", &["http://localhost:8000/oauth/token"]),
            ("curl 'https://a.example/token?x=1' -H 'Host: b.example'", &["https://a.example/token", "b.example"]),
            ("https:\\/\\/a.example\\/token", &[]),
            (
                "for url: https://a.example/x\nat main (http://b.example/c.js:1:2)",
                &["https://a.example/x", "http://b.example/c.js:1:2"],
            ),
            ("redirect_uri=http://app.example/cb&x=1", &["http://app.example/cb&x=1"]),
        ] {
            assert_eq!(addresses_in(text), expected, "{text}");
        }
        assert_eq!(addresses_in(&"http://a.example ".repeat(1000)).len(), MOST);
    }
}
