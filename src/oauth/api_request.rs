//! The test call with a new token: RFC 6750 §2.1.

use super::{Authorization, Endpoint, EndpointError, HttpRequest, Method};

/// Why a call cannot be created.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiRequestError {
    /// The path does not begin with `/`.
    PathStart,
    /// The API's URL has a query, so no path can follow.
    BaseHasQuery,
    /// URL and path together are not an [`Endpoint`]; a place in the error is one of the joined text.
    Address(EndpointError),
}

/// A `GET` request for a path on an API, such as `/v2/users/me` on the `api_url` of a token response. The access token
/// is prompted for when the request is run.
///
/// The path is appended to the URL unchanged, with one `/` between them.
///
/// # Errors
///
/// See [`ApiRequestError`].
///
/// ```
/// use authdesk::oauth::{Authorization, Endpoint, api_request};
///
/// let api_url = Endpoint::parse("https://api-us.zoom.us").unwrap();
/// let request = api_request(&api_url, "/v2/users/me").unwrap();
/// assert_eq!(request.url.as_str(), "https://api-us.zoom.us/v2/users/me");
/// assert_eq!(request.authorization, Authorization::Bearer("Access Token"));
/// ```
pub fn api_request(api_url: &Endpoint, path: &str) -> Result<HttpRequest, ApiRequestError> {
    if !path.starts_with('/') {
        return Err(ApiRequestError::PathStart);
    }
    if api_url.query().is_some() {
        return Err(ApiRequestError::BaseHasQuery);
    }
    let base = api_url.as_str();
    let whole = format!("{}{path}", base.strip_suffix('/').unwrap_or(base));
    Ok(api_call(Endpoint::parse(&whole).map_err(ApiRequestError::Address)?))
}

/// A `GET` request for a complete URL. The access token is prompted for when the request is run.
///
/// ```
/// use authdesk::oauth::{Endpoint, api_call};
///
/// // RFC 6750 §2.1.
/// let request = api_call(Endpoint::parse("https://server.example.com/resource").unwrap());
/// assert_eq!(request.method.name(), "GET");
/// assert_eq!(request.headers, [("Accept", "application/json".to_owned())]);
/// ```
#[must_use]
pub fn api_call(url: Endpoint) -> HttpRequest {
    HttpRequest {
        method: Method::Get,
        url,
        authorization: Authorization::Bearer("Access Token"),
        headers: vec![("Accept", "application/json".to_owned())],
        form: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(api_url: &str, path: &str) -> Result<HttpRequest, ApiRequestError> {
        api_request(&Endpoint::parse(api_url).unwrap(), path)
    }

    #[test]
    fn the_path_stands_below_the_address() {
        for base in ["https://api-us.zoom.us", "https://api-us.zoom.us/"] {
            let request = asked(base, "/v2/users/me").unwrap();
            assert_eq!(request.url.as_str(), "https://api-us.zoom.us/v2/users/me");
            assert_eq!((request.method, request.form.len()), (Method::Get, 0));
            assert_eq!(request.authorization, Authorization::Bearer("Access Token"));
        }
        let request = asked("https://a.example/api", "/users?page_size=1").unwrap();
        assert_eq!(request.url.as_str(), "https://a.example/api/users?page_size=1");
    }

    #[test]
    fn a_path_cannot_change_the_host() {
        for path in ["", "v2/users/me", ".evil.example/", "@evil.example/", ":81/"] {
            assert_eq!(asked("https://api.zoom.us", path).unwrap_err(), ApiRequestError::PathStart);
        }
        assert_eq!(asked("https://api.zoom.us", "//evil.example/").unwrap().url.host(), "api.zoom.us");
        assert_eq!(asked("https://api.zoom.us?x", "/y").unwrap_err(), ApiRequestError::BaseHasQuery);
        for (path, at) in [("/a b", 21), ("/\n", 20)] {
            let error = ApiRequestError::Address(EndpointError::Blank { at });
            assert_eq!(asked("https://api.zoom.us/", path).unwrap_err(), error);
        }
    }
}
