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
    let mut found = Vec::new();
    let mut end = 0;
    let words = text.split_inclusive(|ch: char| ch.is_whitespace() || is_quote_or_angle(ch) || ENDS.contains(ch));
    let mut before = "";
    for word in words {
        end += word.len();
        let bare = word.trim_end_matches(|ch: char| ch.is_whitespace() || is_quote_or_angle(ch) || ENDS.contains(ch));
        if let Some(at) = bare.find("://") {
            let rest = bare.get(at + 3..).unwrap_or_default();
            let front = bare.get(..at).unwrap_or_default();
            let scheme = front.len() - front.trim_end_matches(|ch: char| ch.is_ascii_alphabetic()).len();
            let start = at - scheme;
            let length = rest.find(['?', '#', '\\']).unwrap_or(rest.len());
            found.extend(bare.get(start..at + 3 + length).filter(|_| scheme > 0 && length > 0));
        } else if before.eq_ignore_ascii_case("host:") && bare.contains('.') {
            found.push(bare);
        }
        if found.len() == MOST || end == text.len() {
            break;
        }
        if !bare.is_empty() {
            before = bare;
        }
    }
    found
}

/// What ends a URL in JSON, code and prose.
const ENDS: &str = "`,;()[]{}|";

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
