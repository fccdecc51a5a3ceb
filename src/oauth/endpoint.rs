//! The URL of an authorization or a token endpoint.

use core::net::{Ipv4Addr, Ipv6Addr};

/// An absolute `https` URL, or an `http` one on this computer, kept exactly as it was given.
///
/// RFC 6749 §3.1 and §3.2 require TLS and forbid a fragment; a query is allowed. Deviations: `http` is accepted for
/// `localhost`, `127.0.0.0/8` and `[::1]`, where no network is involved; user information (RFC 3986 §3.2.1) is
/// rejected, because a password in it would be shown and a user name can look like the host; only the characters of RFC
/// 3986 are accepted, so an international host name must be in its `xn--` form; a host name may contain only letters,
/// digits, `.`, `-` and `_`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    text: String,
    host: String,
}

/// Why a text is not an endpoint. Places are in characters from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndpointError {
    /// Nothing, or only whitespace.
    Empty,
    /// Whitespace or a control character, such as a line break.
    Blank {
        /// Its place.
        at: usize,
    },
    /// A character that is not allowed: RFC 3986 §2, for the host see [`Endpoint`].
    Character {
        /// Its place.
        at: usize,
    },
    /// It does not begin with `https://` or `http://`.
    Scheme,
    /// `http`, and the host is not this computer.
    NotSecure,
    /// No host after `//`.
    MissingHost,
    /// The port is not a number up to 65535.
    Port {
        /// The start of the port; the place of the colon, if nothing follows it.
        at: usize,
    },
    /// A name or a password before the host.
    UserInfo {
        /// The place of the `@`.
        at: usize,
    },
    /// A `#`.
    Fragment {
        /// The place of the `#`.
        at: usize,
    },
}

impl Endpoint {
    /// Reads a URL; nothing is trimmed, completed or converted to lowercase.
    ///
    /// # Errors
    ///
    /// The first problem, see [`EndpointError`].
    ///
    /// ```
    /// use authdesk::oauth::{Endpoint, EndpointError};
    ///
    /// assert_eq!(Endpoint::parse("https://server.example.com/token").unwrap().host(), "server.example.com");
    /// assert_eq!(Endpoint::parse("https://server.example.com/token "), Err(EndpointError::Blank { at: 32 }));
    /// assert_eq!(Endpoint::parse("http://server.example.com/token"), Err(EndpointError::NotSecure));
    /// ```
    pub fn parse(text: &str) -> Result<Endpoint, EndpointError> {
        if text.trim().is_empty() {
            return Err(EndpointError::Empty);
        }
        for (at, ch) in text.chars().enumerate() {
            if ch.is_whitespace() || ch.is_control() {
                return Err(EndpointError::Blank { at });
            }
            if ch == '#' {
                return Err(EndpointError::Fragment { at });
            }
            if !is_of_an_address(ch) {
                return Err(EndpointError::Character { at });
            }
        }
        let (scheme, rest) = text.split_once("://").ok_or(EndpointError::Scheme)?;
        let is_secure = scheme.eq_ignore_ascii_case("https");
        if !is_secure && !scheme.eq_ignore_ascii_case("http") {
            return Err(EndpointError::Scheme);
        }
        let authority = rest.split(['/', '?']).next().unwrap_or_default();
        // Everything is ASCII from here on, so bytes and characters have the same count.
        let start = scheme.len() + "://".len();
        if let Some(at) = authority.find('@') {
            return Err(EndpointError::UserInfo { at: start + at });
        }
        let host = host(authority, start)?;
        if !is_secure && !is_this_computer(host) {
            return Err(EndpointError::NotSecure);
        }
        Ok(Endpoint { text: text.to_owned(), host: host.to_owned() })
    }

    /// The URL as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The host as it was given, without the port; an IPv6 address has its brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether the host is this computer: `localhost`, or a loopback address (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3).
    #[must_use]
    pub fn is_this_computer(&self) -> bool {
        is_this_computer(&self.host)
    }

    /// The text after the first `?`, if there is one.
    pub(super) fn query(&self) -> Option<&str> {
        self.text.split_once('?').map(|(_, query)| query)
    }
}

/// RFC 3986 §2.2 and §2.3, and the `%` of §2.1; the `#` is checked before.
fn is_of_an_address(ch: char) -> bool {
    ch.is_ascii_alphanumeric() || "-._~:/?[]@!$&'()*+,;=%".contains(ch)
}

/// The host of `host[:port]` (RFC 3986 §3.2), where `start` is the place of its first character in the whole.
fn host(authority: &str, start: usize) -> Result<&str, EndpointError> {
    let (host, port) = match authority.rsplit_once(':') {
        // The colons of an IPv6 address come before its bracket.
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    };
    if host.is_empty() {
        return Err(EndpointError::MissingHost);
    }
    match host.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')) {
        Some(inner) if inner.parse::<Ipv6Addr>().is_ok() => {}
        Some(_) => return Err(EndpointError::Character { at: start }),
        None => {
            let is_of_a_name = |ch: char| ch.is_ascii_alphanumeric() || "-._".contains(ch);
            if let Some(at) = host.chars().position(|ch| !is_of_a_name(ch)) {
                return Err(EndpointError::Character { at: start + at });
            }
        }
    }
    match port {
        // `parse` alone would accept a `+`.
        Some(port) if !port.bytes().all(|digit| digit.is_ascii_digit()) || port.parse::<u16>().is_err() => {
            Err(EndpointError::Port { at: start + host.len() + usize::from(!port.is_empty()) })
        }
        _ => Ok(host),
    }
}

fn is_this_computer(host: &str) -> bool {
    let inner = host.strip_prefix('[').and_then(|inner| inner.strip_suffix(']'));
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
        || inner.and_then(|inner| inner.parse::<Ipv6Addr>().ok()).is_some_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn taken(text: &str, host: &str) {
        let endpoint = Endpoint::parse(text).unwrap();
        assert_eq!(endpoint.as_str(), text);
        assert_eq!(endpoint.host(), host);
    }

    #[track_caller]
    fn refused(text: &str, error: EndpointError) {
        assert_eq!(Endpoint::parse(text), Err(error));
    }

    #[test]
    fn takes_the_endpoints_of_zoom_and_keeps_every_letter() {
        taken("https://zoom.us/oauth/token", "zoom.us");
        taken("https://api.zoom.us/oauth/token", "api.zoom.us");
        taken("HTTPS://Zoom.US/OAuth/Token/", "Zoom.US");
        taken("https://zoomgov.com", "zoomgov.com");
        taken("https://idp.example:8443/authorize?tenant=1", "idp.example");
        taken("https://idp.example?x=http://a@b", "idp.example");
        taken("https://[2001:db8::1]:8443/token", "[2001:db8::1]");
    }

    #[test]
    fn takes_http_only_on_this_computer() {
        taken("http://localhost/token", "localhost");
        taken("http://LOCALHOST:9000/token", "LOCALHOST");
        taken("http://127.0.0.1:9000/token", "127.0.0.1");
        taken("http://127.255.0.3/", "127.255.0.3");
        taken("http://[::1]:9000/token", "[::1]");
        for text in [
            "http://zoom.us/oauth/token",
            "http://localhost.example/",
            "http://127.0.0.1.example/",
            "http://[::2]/",
            "http://128.0.0.1/",
            "http://0.0.0.0/",
            "http://127.1/",
        ] {
            refused(text, EndpointError::NotSecure);
        }
    }

    #[test]
    fn names_the_place_of_a_blank() {
        refused("", EndpointError::Empty);
        refused(" \t\n", EndpointError::Empty);
        refused(" https://zoom.us/oauth/token", EndpointError::Blank { at: 0 });
        refused("https://zoom.us/oauth /token", EndpointError::Blank { at: 21 });
        refused("https://zoom.us/oauth/token\n", EndpointError::Blank { at: 27 });
        refused("https://zoom.us/\u{a0}oauth", EndpointError::Blank { at: 16 });
        refused("https://zoom.us/\0oauth", EndpointError::Blank { at: 16 });
    }

    #[test]
    fn refuses_other_schemes_and_addresses_that_are_not_whole() {
        for text in [
            "zoom.us/oauth/token",
            "//zoom.us",
            "ftp://zoom.us/",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https:zoom.us",
        ] {
            refused(text, EndpointError::Scheme);
        }
        for text in ["https://", "https:///oauth", "https://?x", "https://:443/"] {
            refused(text, EndpointError::MissingHost);
        }
    }

    #[test]
    fn refuses_what_can_pose_as_a_host() {
        refused("https://zoom.us@evil.example/", EndpointError::UserInfo { at: 15 });
        refused("https://id:secret@zoom.us/", EndpointError::UserInfo { at: 17 });
        refused("https://zoom.us\\@evil.example/", EndpointError::Character { at: 15 });
        refused("https://zoom.us;evil/", EndpointError::Character { at: 15 });
        refused("https://zoom%2eus/", EndpointError::Character { at: 12 });
        refused("https://zооm.us/", EndpointError::Character { at: 9 });
        refused("https://[zoom.us]/", EndpointError::Character { at: 8 });
        refused("https://[::1/", EndpointError::Character { at: 8 });
    }

    #[test]
    fn refuses_a_fragment_and_a_port_that_is_none() {
        // RFC 6749 §3.1 and §3.2: "The endpoint URI MUST NOT include a fragment component."
        refused("https://zoom.us/oauth/authorize#", EndpointError::Fragment { at: 31 });
        refused("https://zoom.us/oauth/authorize?x#y", EndpointError::Fragment { at: 33 });
        refused("https://zoom.us:/", EndpointError::Port { at: 15 });
        refused("https://zoom.us:", EndpointError::Port { at: 15 });
        for text in ["https://zoom.us:65536/", "https://zoom.us:+443/", "https://zoom.us:https/"] {
            refused(text, EndpointError::Port { at: 16 });
        }
    }
}
