//! The device authorization request: RFC 8628 §3.1.

use super::token_request::{authorization, client_secret, optional, plain, posted};
use super::{Authentication, Client, Endpoint, HttpRequest, RequestPart, TokenRequestError};

/// Requests a device code and a user code: a `POST` to the device authorization endpoint.
///
/// The response (§3.2) contains `device_code`, `user_code`, `verification_uri`, `expires_in` and `interval`; the token
/// is then requested with [`Grant::DeviceCode`](super::Grant::DeviceCode) until the user has approved or denied the
/// request (§3.5).
///
/// `client_id` is always a field, because Zoom requires it; §3.1 requires it only from a client that does not
/// authenticate. A client with a secret authenticates here too (§3.1, RFC 6749 §3.2.1), in the header or as the last
/// field. An empty scope is left out.
///
/// # Errors
///
/// The first problem, see [`TokenRequestError`].
///
/// ```
/// use authdesk::oauth::{Authentication, Client, Endpoint, device_request};
///
/// // RFC 8628 §3.1.
/// let endpoint = Endpoint::parse("https://server.example.com/device_authorization").unwrap();
/// let client = Client { id: "1406020730", authentication: Authentication::Public };
/// let request = device_request(&endpoint, &client, Some("example_scope")).unwrap();
/// let form: Vec<_> = request.form.iter().map(|field| format!("{}: {:?}", field.name, field.value)).collect();
/// assert_eq!(form, [r#"client_id: Plain("1406020730")"#, r#"scope: Plain("example_scope")"#]);
/// ```
pub fn device_request(
    endpoint: &Endpoint,
    client: &Client<'_>,
    scope: Option<&str>,
) -> Result<HttpRequest, TokenRequestError> {
    let authorization = authorization(client)?;
    let mut form = vec![plain("client_id", client.id)];
    form.extend(optional("scope", scope, RequestPart::Scope)?);
    if client.authentication == Authentication::Body {
        form.push(client_secret());
    }
    Ok(posted(endpoint, authorization, form))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oauth::{Authorization, FormValue, Method, PairEncoding};

    fn asked(client: &Client<'_>, scope: Option<&str>) -> Result<HttpRequest, TokenRequestError> {
        device_request(&Endpoint::parse("https://zoom.us/oauth/devicecode").unwrap(), client, scope)
    }

    fn fields(request: &HttpRequest) -> Vec<(&str, &str)> {
        let text = |value: &'_ FormValue| match value {
            FormValue::Plain(text) => text.clone(),
            FormValue::Secret(_) => panic!("nothing here is a secret"),
            FormValue::AskedFor(name) => format!("{{{name}}}"),
        };
        request.form.iter().map(|field| (field.name, &*text(&field.value).leak())).collect()
    }

    #[test]
    fn rfc_8628_section_3_1() {
        let public = Client { id: "1406020730", authentication: Authentication::Public };
        let request = asked(&public, Some("example_scope")).unwrap();
        assert_eq!(request.method, Method::Post);
        assert_eq!(request.authorization, Authorization::None);
        assert_eq!(fields(&request), [("client_id", "1406020730"), ("scope", "example_scope")]);
    }

    #[test]
    fn a_client_with_a_secret_authenticates_and_names_itself_too() {
        let client = Client { id: "a", authentication: Authentication::Basic(PairEncoding::Raw) };
        for scope in [None, Some("")] {
            let request = asked(&client, scope).unwrap();
            assert_eq!(
                request.authorization,
                Authorization::Basic { client_id: "a".into(), encoding: PairEncoding::Raw }
            );
            assert_eq!(fields(&request), [("client_id", "a")]);
        }
    }

    #[test]
    fn a_secret_in_the_body_comes_last() {
        let client = Client { id: "a", authentication: Authentication::Body };
        let request = asked(&client, Some("b")).unwrap();
        assert_eq!(request.authorization, Authorization::None);
        assert_eq!(fields(&request), [("client_id", "a"), ("scope", "b"), ("client_secret", "{Client Secret}")]);
    }

    #[test]
    fn names_what_is_in_the_way() {
        let nobody = Client { id: "", authentication: Authentication::Public };
        assert_eq!(asked(&nobody, None).unwrap_err(), TokenRequestError::Missing(RequestPart::ClientId));
        let client = Client { id: "a", authentication: Authentication::Public };
        assert_eq!(
            asked(&client, Some("a\n")).unwrap_err(),
            TokenRequestError::ControlCharacter { part: RequestPart::Scope, at: 1 }
        );
    }
}
