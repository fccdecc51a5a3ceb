//! Token revocation: RFC 7009.

use super::token_request::{authorization, client_fields, posted};
use super::{Client, Endpoint, FormField, FormValue, HttpRequest, TokenRequestError};

/// Requests that the server revoke a token: a `POST` to the revocation endpoint (RFC 7009 §2.1). The token is prompted
/// for when the request is run.
///
/// No `token_type_hint`: it is optional, servers find the token without it, and Zoom does not mention it. A response of
/// 200 means only that the token is invalid now, not that it ever was valid (§2.2). With Zoom, the refresh token of the
/// same authorization is invalidated too.
///
/// # Errors
///
/// The first problem, see [`TokenRequestError`].
///
/// ```
/// use authdesk::oauth::{Authentication, Client, Endpoint, PairEncoding, revocation_request};
///
/// // RFC 7009 §2.1.
/// let endpoint = Endpoint::parse("https://server.example.com/revoke").unwrap();
/// let client = Client { id: "s6BhdRkqt3", authentication: Authentication::Basic(PairEncoding::Raw) };
/// let request = revocation_request(&endpoint, &client).unwrap();
/// let form: Vec<_> = request.form.iter().map(|field| format!("{}: {:?}", field.name, field.value)).collect();
/// assert_eq!(form, [r#"token: AskedFor("Token to revoke")"#]);
/// ```
pub fn revocation_request(endpoint: &Endpoint, client: &Client<'_>) -> Result<HttpRequest, TokenRequestError> {
    let authorization = authorization(client)?;
    let mut form = vec![FormField { name: "token", value: FormValue::AskedFor("Token to revoke") }];
    form.extend(client_fields(client));
    Ok(posted(endpoint, authorization, form))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oauth::{Authentication, Authorization, Method, PairEncoding, RequestPart};

    fn asked(client: &Client<'_>) -> Result<HttpRequest, TokenRequestError> {
        revocation_request(&Endpoint::parse("https://zoom.us/oauth/revoke").unwrap(), client)
    }

    #[test]
    fn rfc_7009_section_2_1() {
        let request =
            asked(&Client { id: "s6BhdRkqt3", authentication: Authentication::Basic(PairEncoding::Raw) }).unwrap();
        assert_eq!(request.method, Method::Post);
        assert_eq!(
            request.authorization,
            Authorization::Basic { client_id: "s6BhdRkqt3".into(), encoding: PairEncoding::Raw }
        );
        let [FormField { name: "token", value: FormValue::AskedFor("Token to revoke") }] = request.form.as_slice()
        else {
            panic!("{request:?}");
        };
    }

    #[test]
    fn a_public_client_names_itself_in_the_body() {
        let request = asked(&Client { id: "pub", authentication: Authentication::Public }).unwrap();
        assert_eq!(request.authorization, Authorization::None);
        let [_, FormField { name: "client_id", value: FormValue::Plain(id) }] = request.form.as_slice() else {
            panic!("{request:?}");
        };
        assert_eq!(id, "pub");
    }

    #[test]
    fn a_client_can_have_its_secret_in_the_body() {
        let request = asked(&Client { id: "a", authentication: Authentication::Body }).unwrap();
        assert_eq!(request.authorization, Authorization::None);
        let names: Vec<_> = request.form.iter().map(|field| field.name).collect();
        assert_eq!(names, ["token", "client_id", "client_secret"]);
    }

    #[test]
    fn names_what_is_in_the_way() {
        let nobody = Client { id: "", authentication: Authentication::Public };
        assert_eq!(asked(&nobody).unwrap_err(), TokenRequestError::Missing(RequestPart::ClientId));
    }
}
