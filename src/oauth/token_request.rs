//! The token request for each grant type: RFC 6749 §4.1.3, §4.4.2 and §6, RFC 8628 §3.4, and Zoom's
//! `account_credentials`.

use super::basic_auth::{check_identifier, control_character};
use super::{
    Authorization, BasicAuthError, CodeVerifier, Endpoint, FormField, FormValue, HttpRequest, Method, PairEncoding,
    Secret,
};

/// The client that requests a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client<'a> {
    /// The client ID (RFC 6749 §2.2).
    pub id: &'a str,
    /// How the client authenticates.
    pub authentication: Authentication,
}

/// How a client authenticates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authentication {
    /// With its secret in the `Authorization` header (RFC 6749 §2.3.1). Zoom requires it with PKCE too, except from a
    /// public client.
    Basic(PairEncoding),
    /// With `client_id` and `client_secret` as fields of the body (RFC 6749 §2.3.1), which servers call
    /// `client_secret_post` (RFC 8414 §2). A server need not accept it.
    Body,
    /// Not at all; `client_id` is a field of the body (RFC 6749 §3.2.1).
    Public,
}

/// The grant type, with its parameters.
#[derive(Clone, Copy, Debug)]
pub enum Grant<'a> {
    /// An authorization code (RFC 6749 §4.1.3).
    AuthorizationCode {
        /// The code, decoded.
        code: &'a Secret,
        /// Exactly the same text as in the authorization request; required if it was there.
        redirect_uri: Option<&'a str>,
        /// The verifier for the challenge in the authorization request (RFC 7636 §4.5).
        code_verifier: Option<&'a CodeVerifier>,
    },
    /// A refresh token (RFC 6749 §6), which is prompted for when the request is run.
    RefreshToken,
    /// Zoom's own grant type for a Server-to-Server OAuth app.
    AccountCredentials {
        /// The Account ID, which is shown with the app's credentials.
        account_id: &'a str,
    },
    /// The client's own credentials (RFC 6749 §4.4.2).
    ClientCredentials {
        /// The scopes, separated by spaces; Zoom does not want any.
        scope: Option<&'a str>,
    },
    /// A device code (RFC 8628 §3.4), which is prompted for when the request is run. See [`device_request`].
    ///
    /// [`device_request`]: super::device_request()
    DeviceCode,
}

/// Which part of a request an error is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestPart {
    /// The parameter `client_id`, or the client ID of the `Authorization` header.
    ClientId,
    /// The client secret: a public client has none, and the grant type requires one.
    ClientSecret,
    /// The parameter `code`: the authorization code.
    Code,
    /// The parameter `redirect_uri`.
    RedirectUri,
    /// The parameter `account_id`, of Zoom's `account_credentials`.
    AccountId,
    /// The parameter `scope`.
    Scope,
}

/// Why a request cannot be created. Places are in characters from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenRequestError {
    /// A part is empty.
    Missing(RequestPart),
    /// A part contains a control character, which RFC 6749 appendix A does not allow.
    ControlCharacter {
        /// The part that contains it.
        part: RequestPart,
        /// The place of the first one.
        at: usize,
    },
    /// The client ID contains a colon, where the server would split too early (RFC 7617 §2); only with
    /// [`PairEncoding::Raw`].
    ColonInIdentifier {
        /// The place of the first one.
        at: usize,
    },
}

/// The name under which the client secret is prompted for.
pub const CLIENT_SECRET_PROMPT: &str = "Client Secret";

/// The name under which a refresh token is prompted for.
const REFRESH_TOKEN: &str = "Refresh Token";

/// The name under which a device code is prompted for.
const DEVICE_CODE: &str = "Device Code";

/// RFC 8628 §3.4.
const DEVICE_GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// The token request: a `POST` with every parameter in the body (RFC 6749 §3.2).
///
/// An empty redirect URL or scope is left out, as if it were absent (RFC 6749 §3.1). Deviation: values are not
/// restricted to the characters of RFC 6749 appendix A; only control characters are rejected.
///
/// # Errors
///
/// The first problem, see [`TokenRequestError`]. `client_credentials` and `account_credentials` are rejected for a
/// public client (RFC 6749 §4.4).
///
/// ```
/// use authdesk::oauth::{Authentication, Client, Endpoint, Grant, PairEncoding, Secret, token_request};
///
/// // RFC 6749 §4.1.3.
/// let endpoint = Endpoint::parse("https://server.example.com/token").unwrap();
/// let client = Client { id: "s6BhdRkqt3", authentication: Authentication::Basic(PairEncoding::FormEncoded) };
/// let (code, redirect_uri) = (Secret::new("SplxlOBeZQQYbYS6WxSbIA"), Some("https://client.example.com/cb"));
/// let grant = Grant::AuthorizationCode { code: &code, redirect_uri, code_verifier: None };
/// let request = token_request(&endpoint, &client, &grant).unwrap();
/// let form: Vec<_> = request.form.iter().map(|field| format!("{}: {:?}", field.name, field.value)).collect();
/// assert_eq!(form[0], r#"grant_type: Plain("authorization_code")"#);
/// assert_eq!(form[1], "code: Secret([redacted])");
/// assert_eq!(form[2], r#"redirect_uri: Plain("https://client.example.com/cb")"#);
/// ```
pub fn token_request(
    endpoint: &Endpoint,
    client: &Client<'_>,
    grant: &Grant<'_>,
) -> Result<HttpRequest, TokenRequestError> {
    let mut form = Vec::new();
    let authorization = authorization(client)?;
    grant_fields(grant, client, &mut form)?;
    form.extend(client_fields(client));
    Ok(posted(endpoint, authorization, form))
}

/// A form that is sent with `POST` and requests a JSON response.
pub(super) fn posted(endpoint: &Endpoint, authorization: Authorization, form: Vec<FormField>) -> HttpRequest {
    HttpRequest {
        method: Method::Post,
        url: endpoint.clone(),
        authorization,
        headers: vec![
            ("Content-Type", "application/x-www-form-urlencoded".to_owned()),
            ("Accept", "application/json".to_owned()),
        ],
        form,
    }
}

pub(super) fn authorization(client: &Client<'_>) -> Result<Authorization, TokenRequestError> {
    let encoding = match client.authentication {
        Authentication::Basic(encoding) => encoding,
        // In the body, a colon does no harm.
        Authentication::Body | Authentication::Public => PairEncoding::FormEncoded,
    };
    check_identifier(client.id, encoding).map_err(|error| match error {
        BasicAuthError::ColonInIdentifier { at } => TokenRequestError::ColonInIdentifier { at },
        BasicAuthError::ControlCharacter { at, .. } => {
            TokenRequestError::ControlCharacter { part: RequestPart::ClientId, at }
        }
        BasicAuthError::MissingIdentifier => TokenRequestError::Missing(RequestPart::ClientId),
    })?;
    Ok(match client.authentication {
        Authentication::Basic(encoding) => Authorization::Basic { client_id: client.id.to_owned(), encoding },
        Authentication::Body | Authentication::Public => Authorization::None,
    })
}

/// What the body says about the client, in the order of the example in RFC 6749 §2.3.1.
pub(super) fn client_fields(client: &Client<'_>) -> Vec<FormField> {
    match client.authentication {
        Authentication::Basic(_) => Vec::new(),
        Authentication::Body => vec![plain("client_id", client.id), client_secret()],
        Authentication::Public => vec![plain("client_id", client.id)],
    }
}

/// The client secret as a field, which is prompted for when the request is run.
pub(super) fn client_secret() -> FormField {
    FormField { name: "client_secret", value: FormValue::AskedFor(CLIENT_SECRET_PROMPT) }
}

fn grant_fields(grant: &Grant<'_>, client: &Client<'_>, form: &mut Vec<FormField>) -> Result<(), TokenRequestError> {
    match grant {
        Grant::AuthorizationCode { code, redirect_uri, code_verifier } => {
            form.push(plain("grant_type", "authorization_code"));
            // EXPOSE: it is checked for control characters and goes into the form as a secret.
            let checked = needed(code.expose(), RequestPart::Code)?;
            form.push(FormField { name: "code", value: FormValue::Secret(Secret::new(checked)) });
            form.extend(optional("redirect_uri", *redirect_uri, RequestPart::RedirectUri)?);
            if let Some(verifier) = code_verifier {
                form.push(FormField { name: "code_verifier", value: FormValue::Secret(verifier.secret().clone()) });
            }
        }
        Grant::RefreshToken => {
            form.push(plain("grant_type", "refresh_token"));
            form.push(FormField { name: "refresh_token", value: FormValue::AskedFor(REFRESH_TOKEN) });
        }
        Grant::AccountCredentials { account_id } => {
            confidential(client)?;
            form.push(plain("grant_type", "account_credentials"));
            form.push(plain("account_id", needed(account_id, RequestPart::AccountId)?));
        }
        Grant::ClientCredentials { scope } => {
            confidential(client)?;
            form.push(plain("grant_type", "client_credentials"));
            form.extend(optional("scope", *scope, RequestPart::Scope)?);
        }
        Grant::DeviceCode => {
            form.push(plain("grant_type", DEVICE_GRANT));
            form.push(FormField { name: "device_code", value: FormValue::AskedFor(DEVICE_CODE) });
        }
    }
    Ok(())
}

/// RFC 6749 §4.4: "The client credentials grant type MUST only be used by confidential clients."
fn confidential(client: &Client<'_>) -> Result<(), TokenRequestError> {
    match client.authentication {
        Authentication::Basic(_) | Authentication::Body => Ok(()),
        Authentication::Public => Err(TokenRequestError::Missing(RequestPart::ClientSecret)),
    }
}

pub(super) fn plain(name: &'static str, value: &str) -> FormField {
    FormField { name, value: FormValue::Plain(value.to_owned()) }
}

fn needed(value: &str, part: RequestPart) -> Result<&str, TokenRequestError> {
    if value.is_empty() {
        return Err(TokenRequestError::Missing(part));
    }
    match control_character(value) {
        Some(at) => Err(TokenRequestError::ControlCharacter { part, at }),
        None => Ok(value),
    }
}

pub(super) fn optional(
    name: &'static str,
    value: Option<&str>,
    part: RequestPart,
) -> Result<Option<FormField>, TokenRequestError> {
    match value {
        None | Some("") => Ok(None),
        Some(value) => Ok(Some(plain(name, needed(value, part)?))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oauth::form_encoded;

    const BASIC: Authentication = Authentication::Basic(PairEncoding::Raw);

    fn asked(client: &Client<'_>, grant: &Grant<'_>) -> Result<HttpRequest, TokenRequestError> {
        token_request(&Endpoint::parse("https://zoom.us/oauth/token").unwrap(), client, grant)
    }

    /// The body as it would be sent; what is prompted for is in braces.
    #[track_caller]
    fn body(client: &Client<'_>, grant: &Grant<'_>) -> String {
        let request = asked(client, grant).unwrap();
        let fields = request.form.iter().map(|field| match &field.value {
            FormValue::Plain(text) => format!("{}={}", field.name, form_encoded(text)),
            // EXPOSE: the test compares the whole body.
            FormValue::Secret(secret) => format!("{}={}", field.name, form_encoded(secret.expose())),
            FormValue::AskedFor(name) => format!("{}={{{name}}}", field.name),
        });
        fields.collect::<Vec<_>>().join("&")
    }

    #[track_caller]
    fn refused(client: &Client<'_>, grant: &Grant<'_>, error: TokenRequestError) {
        assert_eq!(asked(client, grant).unwrap_err(), error);
    }

    #[test]
    fn rfc_6749_section_4_1_3() {
        let code = Secret::new("SplxlOBeZQQYbYS6WxSbIA");
        let grant = Grant::AuthorizationCode {
            code: &code,
            redirect_uri: Some("https://client.example.com/cb"),
            code_verifier: None,
        };
        let client = Client { id: "s6BhdRkqt3", authentication: BASIC };
        assert_eq!(
            body(&client, &grant),
            "grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA\
             &redirect_uri=https%3A%2F%2Fclient.example.com%2Fcb"
        );
        let request = asked(&client, &grant).unwrap();
        assert_eq!(request.method, Method::Post);
        assert_eq!(request.url.as_str(), "https://zoom.us/oauth/token");
        assert_eq!(
            request.authorization,
            Authorization::Basic { client_id: "s6BhdRkqt3".into(), encoding: PairEncoding::Raw }
        );
        assert_eq!(
            request.headers,
            [
                ("Content-Type", "application/x-www-form-urlencoded".to_owned()),
                ("Accept", "application/json".to_owned())
            ]
        );
    }

    #[test]
    fn rfc_7636_section_4_5_with_the_secret_that_zoom_still_wants() {
        let code = Secret::new("obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB");
        let verifier = CodeVerifier::parse("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").unwrap();
        let grant = Grant::AuthorizationCode { code: &code, redirect_uri: None, code_verifier: Some(&verifier) };
        let client = Client { id: "a", authentication: BASIC };
        assert_eq!(
            body(&client, &grant),
            "grant_type=authorization_code&code=obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB\
             &code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        );
        assert!(matches!(asked(&client, &grant).unwrap().authorization, Authorization::Basic { .. }));
    }

    #[test]
    fn rfc_6749_section_3_2_1_a_public_client_names_itself_in_the_body() {
        let code = Secret::new("abc");
        let grant = Grant::AuthorizationCode { code: &code, redirect_uri: None, code_verifier: None };
        let client = Client { id: "pub:lic", authentication: Authentication::Public };
        assert_eq!(body(&client, &grant), "grant_type=authorization_code&code=abc&client_id=pub%3Alic");
        assert_eq!(asked(&client, &grant).unwrap().authorization, Authorization::None);
        assert_eq!(
            body(&client, &Grant::RefreshToken),
            "grant_type=refresh_token&refresh_token={Refresh Token}&client_id=pub%3Alic"
        );
    }

    #[test]
    fn rfc_6749_section_2_3_1_has_the_credentials_in_the_body() {
        let client = Client { id: "s6BhdRkqt3", authentication: Authentication::Body };
        assert_eq!(
            body(&client, &Grant::RefreshToken),
            "grant_type=refresh_token&refresh_token={Refresh Token}&client_id=s6BhdRkqt3&client_secret={Client Secret}"
        );
        assert_eq!(asked(&client, &Grant::RefreshToken).unwrap().authorization, Authorization::None);
        let client = Client { id: "my id:x", authentication: Authentication::Body };
        assert_eq!(
            body(&client, &Grant::ClientCredentials { scope: None }),
            "grant_type=client_credentials&client_id=my+id%3Ax&client_secret={Client Secret}"
        );
        let broken = Client { id: "a\n", authentication: Authentication::Body };
        let error = TokenRequestError::ControlCharacter { part: RequestPart::ClientId, at: 1 };
        refused(&broken, &Grant::RefreshToken, error);
    }

    #[test]
    fn rfc_6749_section_6_asks_for_the_refresh_token() {
        let client = Client { id: "a", authentication: BASIC };
        assert_eq!(body(&client, &Grant::RefreshToken), "grant_type=refresh_token&refresh_token={Refresh Token}");
    }

    #[test]
    fn zoom_has_the_account_in_the_body() {
        let client = Client { id: "a", authentication: BASIC };
        let grant = Grant::AccountCredentials { account_id: "ACCOUNT_ID" };
        assert_eq!(body(&client, &grant), "grant_type=account_credentials&account_id=ACCOUNT_ID");
    }

    #[test]
    fn rfc_6749_section_4_4_2() {
        let client = Client { id: "a", authentication: BASIC };
        assert_eq!(body(&client, &Grant::ClientCredentials { scope: None }), "grant_type=client_credentials");
        assert_eq!(body(&client, &Grant::ClientCredentials { scope: Some("") }), "grant_type=client_credentials");
        assert_eq!(
            body(&client, &Grant::ClientCredentials { scope: Some("a:b c") }),
            "grant_type=client_credentials&scope=a%3Ab+c"
        );
    }

    #[test]
    fn rfc_6749_section_4_4_refuses_a_public_client() {
        let client = Client { id: "a", authentication: Authentication::Public };
        let error = TokenRequestError::Missing(RequestPart::ClientSecret);
        refused(&client, &Grant::ClientCredentials { scope: None }, error);
        refused(&client, &Grant::AccountCredentials { account_id: "x" }, error);
    }

    #[test]
    fn rfc_8628_section_3_4_asks_for_the_device_code() {
        let public = Client { id: "1406020730", authentication: Authentication::Public };
        let fields = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code={Device Code}";
        assert_eq!(body(&public, &Grant::DeviceCode), format!("{fields}&client_id=1406020730"));
        assert_eq!(body(&Client { id: "1406020730", authentication: BASIC }, &Grant::DeviceCode), fields);
    }

    #[test]
    fn names_the_part_that_is_missing() {
        let client = Client { id: "a", authentication: BASIC };
        let nothing = Secret::default();
        let grant = Grant::AuthorizationCode { code: &nothing, redirect_uri: None, code_verifier: None };
        refused(&client, &grant, TokenRequestError::Missing(RequestPart::Code));
        refused(
            &client,
            &Grant::AccountCredentials { account_id: "" },
            TokenRequestError::Missing(RequestPart::AccountId),
        );
        for authentication in [BASIC, Authentication::Body, Authentication::Public] {
            let nobody = Client { id: "", authentication };
            refused(&nobody, &Grant::RefreshToken, TokenRequestError::Missing(RequestPart::ClientId));
        }
    }

    #[test]
    fn names_the_place_of_a_control_character_and_of_a_colon() {
        let control = |part, at| TokenRequestError::ControlCharacter { part, at };
        let client = Client { id: "a", authentication: BASIC };
        let broken = Secret::new("üab\n");
        let good = Secret::new("abc");
        let grant = Grant::AuthorizationCode { code: &broken, redirect_uri: None, code_verifier: None };
        refused(&client, &grant, control(RequestPart::Code, 3));
        let grant = Grant::AuthorizationCode { code: &good, redirect_uri: Some("https://x\r"), code_verifier: None };
        refused(&client, &grant, control(RequestPart::RedirectUri, 9));
        refused(&client, &Grant::AccountCredentials { account_id: "\0" }, control(RequestPart::AccountId, 0));
        refused(&client, &Grant::ClientCredentials { scope: Some("a\tb") }, control(RequestPart::Scope, 1));
        let broken = Client { id: "a\u{7f}", authentication: BASIC };
        refused(&broken, &Grant::RefreshToken, control(RequestPart::ClientId, 1));
        let colon = Client { id: "ä:b", authentication: BASIC };
        refused(&colon, &Grant::RefreshToken, TokenRequestError::ColonInIdentifier { at: 1 });
        let encoded = Client { id: "ä:b", authentication: Authentication::Basic(PairEncoding::FormEncoded) };
        assert!(asked(&encoded, &Grant::RefreshToken).is_ok());
    }

    #[test]
    fn debug_shows_neither_code_nor_verifier() {
        let code = Secret::new("hidden-code");
        let verifier = CodeVerifier::parse(&"v".repeat(43)).unwrap();
        let grant = Grant::AuthorizationCode { code: &code, redirect_uri: None, code_verifier: Some(&verifier) };
        let request = asked(&Client { id: "a", authentication: BASIC }, &grant).unwrap();
        let printed = format!("{request:?} {grant:?}");
        assert!(!printed.contains("hidden") && !printed.contains("vvv"), "{printed}");
    }
}
