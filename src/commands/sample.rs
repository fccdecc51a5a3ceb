//! Requests for the tests of this module.

use super::{Command, CommandError, SecretUse};
use crate::oauth::{
    Authentication, Authorization, Client, Endpoint, Grant, HttpRequest, PairEncoding, Secret, token_request,
};

/// A code is exchanged.
pub(super) fn exchange() -> HttpRequest {
    let code = Secret::new("obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB");
    with(&Grant::AuthorizationCode { code: &code, redirect_uri: Some("https://example.com/cb"), code_verifier: None })
}

/// A refresh token is used.
pub(super) fn refresh() -> HttpRequest {
    with(&Grant::RefreshToken)
}

fn with(grant: &Grant<'_>) -> HttpRequest {
    let endpoint = Endpoint::parse("https://zoom.us/oauth/token").unwrap();
    let authentication = Authentication::Basic(PairEncoding::Raw);
    token_request(&endpoint, &Client { id: "DemoClientId0000000001", authentication }, grant).unwrap()
}

/// With this client ID.
pub(super) fn with_id(client_id: &str, encoding: PairEncoding) -> HttpRequest {
    HttpRequest { authorization: Authorization::Basic { client_id: client_id.into(), encoding }, ..exchange() }
}

#[track_caller]
pub(super) fn refuses_what_no_format_carries(
    format: impl Fn(&HttpRequest, SecretUse<'_>) -> Result<Command, CommandError>,
) {
    let refused = |request: &HttpRequest| format(request, SecretUse::Asked).unwrap_err();
    assert_eq!(refused(&with_id("", PairEncoding::Raw)), CommandError::MissingIdentifier);
    assert_eq!(refused(&with_id("ab:c", PairEncoding::Raw)), CommandError::ColonInIdentifier { at: 2 });
    for control in ['\0', '\n', '\r', '\t', '\u{1b}', '\u{7f}', '\u{85}'] {
        let value = format!("é{control}");
        let error = refused(&with_id(&value, PairEncoding::Raw));
        assert_eq!(error, CommandError::ControlCharacter { part: "client_id", at: 1 });
        let mut request = exchange();
        request.headers.push(("X-Test", value));
        assert_eq!(refused(&request), CommandError::ControlCharacter { part: "X-Test", at: 1 });
    }
}
