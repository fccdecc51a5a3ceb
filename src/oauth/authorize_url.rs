//! The URL that opens the server's authorization page: RFC 6749 §4.1.1, RFC 7636 §4.3.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::basic_auth::control_character;
use super::{Endpoint, Secret};

/// The parameters of an authorization request. An empty value counts as absent: under RFC 6749 §3.1, "parameters sent
/// without a value" are treated as if they were omitted.
#[derive(Clone, Copy, Debug)]
pub struct AuthorizeRequest<'a> {
    /// The authorization endpoint (RFC 6749 §3.1). It may have a query.
    pub endpoint: &'a Endpoint,
    /// The client ID (RFC 6749 §2.2).
    pub client_id: &'a str,
    /// The redirect URL, exactly as it is registered (RFC 6749 §3.1.2).
    pub redirect_uri: Option<&'a str>,
    /// What the returned URL must repeat, as a protection against cross-site request forgery (RFC 6749 §10.12).
    pub state: Option<&'a Secret>,
    /// The code challenge, always of the method `S256` (RFC 7636 §4.2).
    pub code_challenge: Option<&'a str>,
    /// The scopes, separated by spaces (RFC 6749 §3.3).
    pub scope: Option<&'a str>,
}

/// An authorization URL, whole and in parts.
#[derive(Clone, Debug)]
pub struct AuthorizeUrl {
    text: Secret,
    endpoint_text: String,
    parts: Vec<UrlPart>,
}

/// One parameter that was appended to the endpoint.
#[derive(Clone, Debug)]
pub struct UrlPart {
    /// The name, such as `redirect_uri`.
    pub name: &'static str,
    /// The value before it is encoded.
    pub value: Secret,
    /// The value as it is in the URL, percent-encoded.
    pub encoded: Secret,
}

/// Why a URL cannot be created.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthorizeUrlError {
    /// The client ID is empty or only whitespace.
    MissingClientId,
    /// A parameter contains a control character, which RFC 6749 appendix A does not allow.
    ControlCharacter {
        /// The name of the parameter, such as `state`.
        part: &'static str,
        /// The place of the first one in its value, in characters from 0.
        at: usize,
    },
    /// The endpoint's own query contains a parameter that would be added; RFC 6749 §3.1 allows each only once.
    RepeatedParameter {
        /// The name of the parameter, such as `client_id`.
        name: &'static str,
    },
}

/// A text as a value in the query of a URL: everything but letters, digits, `-`, `.`, `_` and `~` is escaped (RFC 3986
/// §2.3).
#[must_use]
pub fn percent_encoded(text: &str) -> String {
    utf8_percent_encode(text, NOT_UNRESERVED).to_string()
}

const NOT_UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl AuthorizeRequest<'_> {
    /// The URL, with its parameters in the order `response_type`, `client_id`, `redirect_uri`, `scope`, `state`,
    /// `code_challenge`, `code_challenge_method`.
    ///
    /// Deviation: RFC 6749 §4.1.1 requires form-encoded values (appendix B). Here a space is `%20`, not `+`, and only
    /// the unreserved characters of RFC 3986 stay; every form parser reads both the same, and none can misread a `+`.
    ///
    /// # Errors
    ///
    /// The first problem, see [`AuthorizeUrlError`].
    ///
    /// ```
    /// use authdesk::oauth::{AuthorizeRequest, Endpoint, Secret};
    ///
    /// // RFC 6749 §4.1.1, where `state` comes earlier and a `.` is escaped too.
    /// let url = AuthorizeRequest {
    ///     endpoint: &Endpoint::parse("https://server.example.com/authorize").unwrap(),
    ///     client_id: "s6BhdRkqt3",
    ///     redirect_uri: Some("https://client.example.com/cb"),
    ///     state: Some(&Secret::new("xyz")),
    ///     code_challenge: None,
    ///     scope: None,
    /// }
    /// .url()
    /// .unwrap();
    /// assert!(url.text().same_as(&Secret::new(
    ///     "https://server.example.com/authorize?response_type=code&client_id=s6BhdRkqt3\
    ///      &redirect_uri=https%3A%2F%2Fclient.example.com%2Fcb&state=xyz",
    /// )));
    /// ```
    pub fn url(&self) -> Result<AuthorizeUrl, AuthorizeUrlError> {
        if self.client_id.trim().is_empty() {
            return Err(AuthorizeUrlError::MissingClientId);
        }
        let mut parts = Vec::new();
        for (name, value) in self.parameters() {
            if let Some(at) = control_character(value) {
                return Err(AuthorizeUrlError::ControlCharacter { part: name, at });
            }
            if self.endpoint.query().is_some_and(|query| has_parameter(query, name)) {
                return Err(AuthorizeUrlError::RepeatedParameter { name });
            }
            parts.push((name, value, percent_encoded(value)));
        }
        let mut text = self.endpoint.as_str().to_owned();
        let mut joint = match self.endpoint.query() {
            None => "?",
            Some(query) if query.is_empty() || query.ends_with('&') => "",
            Some(_) => "&",
        };
        for (name, _, encoded) in &parts {
            for piece in [joint, name, "=", encoded] {
                text.push_str(piece);
            }
            joint = "&";
        }
        let parts = parts.into_iter().map(|(name, value, encoded)| UrlPart {
            name,
            value: Secret::new(value),
            encoded: Secret::new(encoded),
        });
        Ok(AuthorizeUrl {
            text: Secret::new(text),
            endpoint_text: self.endpoint.as_str().to_owned(),
            parts: parts.collect(),
        })
    }

    fn parameters(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let challenge = self.code_challenge.filter(|challenge| !challenge.is_empty());
        [
            ("response_type", Some("code")),
            ("client_id", Some(self.client_id)),
            ("redirect_uri", self.redirect_uri),
            ("scope", self.scope),
            // EXPOSE: it goes into the URL, which is a secret again.
            ("state", self.state.map(|state| state.expose())),
            ("code_challenge", challenge),
            ("code_challenge_method", challenge.map(|_| "S256")),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.filter(|value| !value.is_empty())?)))
    }
}

impl AuthorizeUrl {
    /// The whole URL; a secret, because it contains the state.
    #[must_use]
    pub fn text(&self) -> &Secret {
        &self.text
    }

    /// The parameters that were appended to the endpoint, in order.
    #[must_use]
    pub fn parts(&self) -> &[UrlPart] {
        &self.parts
    }

    /// The endpoint at the beginning of the URL, unchanged, including its own query.
    #[must_use]
    pub fn endpoint_text(&self) -> &str {
        &self.endpoint_text
    }
}

/// Whether a query contains a parameter. A second `?` counts as a separator too: `?x=1?client_id=…` comes from two URLs
/// that were joined, and adding our parameter once more would hide that.
fn has_parameter(query: &str, name: &str) -> bool {
    query.split(['&', '?']).any(|pair| {
        let written = pair.split('=').next().unwrap_or_default();
        percent_decode_str(written).eq(name.bytes())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn endpoint(text: &str) -> Endpoint {
        Endpoint::parse(text).unwrap()
    }

    fn shown(secret: &Secret) -> &str {
        // EXPOSE: the tests compare the whole text.
        secret.expose()
    }

    fn bare<'a>(endpoint: &'a Endpoint, client_id: &'a str) -> AuthorizeRequest<'a> {
        AuthorizeRequest { endpoint, client_id, redirect_uri: None, state: None, code_challenge: None, scope: None }
    }

    #[track_caller]
    fn built(request: &AuthorizeRequest<'_>) -> String {
        shown(request.url().unwrap().text()).to_owned()
    }

    #[test]
    fn rfc_6749_section_4_1_1() {
        let endpoint = endpoint("https://server.example.com/authorize");
        let (redirect, state) = ("https://client.example.com/cb", Secret::new("xyz"));
        let request =
            AuthorizeRequest { redirect_uri: Some(redirect), state: Some(&state), ..bare(&endpoint, "s6BhdRkqt3") };
        // The RFC has `state` before `redirect_uri`; the order has no meaning.
        assert_eq!(
            built(&request),
            "https://server.example.com/authorize?response_type=code&client_id=s6BhdRkqt3\
             &redirect_uri=https%3A%2F%2Fclient.example.com%2Fcb&state=xyz"
        );
    }

    #[test]
    fn all_parameters_in_their_order() {
        let endpoint = endpoint("https://zoom.us/oauth/authorize");
        let state = Secret::new("a state");
        let request = AuthorizeRequest {
            redirect_uri: Some("https://example.com/callback?x=1&y=ü"),
            state: Some(&state),
            code_challenge: Some("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
            scope: Some("user:read:user meeting:read:meeting"),
            ..bare(&endpoint, "DemoClientId0000000001")
        };
        assert_eq!(
            built(&request),
            "https://zoom.us/oauth/authorize?response_type=code&client_id=DemoClientId0000000001\
             &redirect_uri=https%3A%2F%2Fexample.com%2Fcallback%3Fx%3D1%26y%3D%C3%BC\
             &scope=user%3Aread%3Auser%20meeting%3Aread%3Ameeting&state=a%20state\
             &code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"
        );
        let url = request.url().unwrap();
        assert_eq!(url.endpoint_text(), "https://zoom.us/oauth/authorize");
        let parts: Vec<_> =
            url.parts().iter().map(|part| (part.name, shown(&part.value), shown(&part.encoded))).collect();
        assert_eq!(parts.len(), 7);
        assert_eq!(parts[0], ("response_type", "code", "code"));
        assert_eq!(parts[4], ("state", "a state", "a%20state"));
        assert_eq!(parts[6], ("code_challenge_method", "S256", "S256"));
    }

    #[test]
    fn a_redirect_url_is_kept_letter_by_letter() {
        let endpoint = endpoint("https://zoom.us/oauth/authorize");
        for (redirect, encoded) in [
            ("https://Example.com", "https%3A%2F%2FExample.com"),
            ("https://Example.com/", "https%3A%2F%2FExample.com%2F"),
            ("https://example.com:443/../a", "https%3A%2F%2Fexample.com%3A443%2F..%2Fa"),
            ("https://example.com/%7e+*'()!", "https%3A%2F%2Fexample.com%2F%257e%2B%2A%27%28%29%21"),
            (" https://example.com ", "%20https%3A%2F%2Fexample.com%20"),
        ] {
            let request = AuthorizeRequest { redirect_uri: Some(redirect), ..bare(&endpoint, "a") };
            assert_eq!(
                built(&request),
                format!("https://zoom.us/oauth/authorize?response_type=code&client_id=a&redirect_uri={encoded}")
            );
        }
    }

    #[test]
    fn the_unreserved_stay_and_nothing_else() {
        let endpoint = endpoint("https://a.example/");
        assert_eq!(built(&bare(&endpoint, "-._~")), "https://a.example/?response_type=code&client_id=-._~");
        assert_eq!(
            built(&bare(&endpoint, " +*%&=#?/\u{1f600}")),
            "https://a.example/?response_type=code&client_id=%20%2B%2A%25%26%3D%23%3F%2F%F0%9F%98%80"
        );
    }

    #[test]
    fn joins_with_what_the_endpoint_leaves_open() {
        for (text, start) in [
            ("https://a.example", "https://a.example?"),
            ("https://a.example/x", "https://a.example/x?"),
            ("https://a.example/x?", "https://a.example/x?"),
            ("https://a.example/x?t=1", "https://a.example/x?t=1&"),
            ("https://a.example/x?t=1&", "https://a.example/x?t=1&"),
            ("https://a.example/x?t=/?", "https://a.example/x?t=/?&"),
        ] {
            assert_eq!(built(&bare(&endpoint(text), "a")), format!("{start}response_type=code&client_id=a"));
        }
    }

    #[test]
    fn empty_texts_are_left_out() {
        let endpoint = endpoint("https://a.example/");
        let state = Secret::default();
        let request = AuthorizeRequest {
            redirect_uri: Some(""),
            state: Some(&state),
            code_challenge: Some(""),
            scope: Some(""),
            ..bare(&endpoint, "a")
        };
        assert_eq!(built(&request), "https://a.example/?response_type=code&client_id=a");
    }

    #[test]
    fn refuses_an_endpoint_that_has_the_parameter() {
        for (text, name) in [
            ("https://a.example/?client_id=b", "client_id"),
            ("https://a.example/?client_id", "client_id"),
            ("https://a.example/?x=1&response%5Ftype=token", "response_type"),
            // Pitfall P14.
            ("https://a.example/?x=1?response_type=code", "response_type"),
        ] {
            let endpoint = endpoint(text);
            let error = bare(&endpoint, "a").url().unwrap_err();
            assert_eq!(error, AuthorizeUrlError::RepeatedParameter { name });
        }
        assert!(bare(&endpoint("https://a.example/?xclient_id=b&prompt=client_id"), "a").url().is_ok());
        assert!(bare(&endpoint("https://a.example/?scope=openid"), "a").url().is_ok());
    }

    #[test]
    fn refuses_nothing_and_control_characters() {
        let endpoint = endpoint("https://a.example/");
        for id in ["", " ", "\n"] {
            assert_eq!(bare(&endpoint, id).url().unwrap_err(), AuthorizeUrlError::MissingClientId);
        }
        let broken = Secret::new("ä\0");
        for (part, at, request) in [
            ("client_id", 1, bare(&endpoint, "a\nb")),
            ("redirect_uri", 0, AuthorizeRequest { redirect_uri: Some("\thttps://x"), ..bare(&endpoint, "a") }),
            ("scope", 2, AuthorizeRequest { scope: Some("é \r\n"), ..bare(&endpoint, "a") }),
            ("state", 1, AuthorizeRequest { state: Some(&broken), ..bare(&endpoint, "a") }),
            ("code_challenge", 0, AuthorizeRequest { code_challenge: Some("\u{7f}"), ..bare(&endpoint, "a") }),
        ] {
            assert_eq!(request.url().unwrap_err(), AuthorizeUrlError::ControlCharacter { part, at });
        }
    }

    #[test]
    fn debug_shows_no_state() {
        let endpoint = endpoint("https://a.example/");
        let state = Secret::new("hidden-state");
        let url = AuthorizeRequest { state: Some(&state), ..bare(&endpoint, "a") }.url().unwrap();
        assert!(!format!("{url:?}").contains("hidden-state"));
    }
}
