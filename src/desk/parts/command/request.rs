//! The requests built from what is entered.

use crate::desk::parts::{client_authentication, endpoints, test_call};
use crate::desk::tools::{redirect, token_request as tool};
use crate::desk::{CodeView, Desk, Field, Needs, PlainField, RequestKind};
use crate::oauth::{
    Authentication, Client, CodeVerifier, Endpoint, Grant, HttpRequest, RequestPart, Secret, TokenRequestError,
    api_call, device_request, revocation_request, token_request,
};
use crate::reading::{Finding, FindingKind};

fn code(desk: &Desk) -> Option<Secret> {
    let typed = desk.session().entry(Field::Code);
    if super::code_field(desk) == Field::Code && !typed.is_empty() {
        return Some(typed.clone());
    }
    redirect::view(desk).filter(CodeView::is_good)?.code().cloned()
}

/// The code that the command of this view contains, if it contains one.
pub(in crate::desk) fn code_in_command(desk: &Desk) -> Option<Secret> {
    (desk.request_kind() == RequestKind::AuthorizationCode).then(|| code(desk)).flatten()
}

/// The verifier that belongs to the code: of this tab, or as it was typed.
///
/// # Errors
///
/// What was typed is no code verifier (RFC 7636 §4.1).
fn verifier(desk: &Desk) -> Result<Option<CodeVerifier>, Needs> {
    // EXPOSE: it becomes a code verifier, which is a secret of its own.
    let typed = desk.session().entry(Field::CodeVerifier).expose();
    if super::code_field(desk) != Field::Code || typed.is_empty() {
        return Ok(desk.session().verifier().cloned());
    }
    match CodeVerifier::parse(typed) {
        Ok(verifier) => Ok(Some(verifier)),
        Err(_) => Err(Needs::Fix(Field::CodeVerifier, Finding::whole(FindingKind::NotAVerifier))),
    }
}

/// Whether a request of that kind is sent with a client secret.
pub(in crate::desk) fn asks_client_secret(desk: &Desk, kind: RequestKind) -> bool {
    kind != RequestKind::FirstCall && client(desk, kind).authentication != Authentication::Public
}

fn client(desk: &Desk, kind: RequestKind) -> Client<'_> {
    let authentication = client_authentication::of_request(desk, kind).into();
    Client { id: desk.session().plain(PlainField::ClientId), authentication }
}

/// The URL that a request of this kind is sent to.
fn request_endpoint(desk: &Desk, kind: RequestKind) -> Result<Endpoint, Needs> {
    match kind {
        RequestKind::DeviceCode => endpoints::device(desk),
        RequestKind::Revocation => endpoints::revocation(desk),
        RequestKind::FirstCall => test_call::address(desk),
        _ => endpoints::token(desk),
    }
}

/// The request of that kind.
///
/// # Errors
///
/// What must be entered first, or which value no request can contain.
pub(in crate::desk) fn build(desk: &Desk, kind: RequestKind) -> Result<HttpRequest, Needs> {
    let needed = needed_for(desk, kind);
    let mut used = tool::fields_for(desk, kind).into_iter().chain(needed.iter().copied());
    if let Some((field, finding)) = used.find_map(|field| Some((field, desk.fault(field)?))) {
        return Err(Needs::Fix(field, finding));
    }
    let mut missing = Vec::new();
    let endpoint = match request_endpoint(desk, kind) {
        Ok(endpoint) => Some(endpoint),
        Err(Needs::Fields(fields)) => {
            missing.extend(fields);
            None
        }
        Err(other) => return Err(other),
    };
    let code = code(desk);
    for field in needed {
        let is_there =
            if field == super::code_field(desk) { code.is_some() } else { !desk.session().entry(field).is_empty() };
        if !is_there {
            missing.push(field);
        }
    }
    let Some(endpoint) = endpoint.filter(|_| missing.is_empty()) else { return Err(Needs::Fields(missing)) };
    let (session, client) = (desk.session(), client(desk, kind));
    let scope = Some(session.plain(PlainField::Scopes)).filter(|scope| !scope.is_empty());
    let verifier = verifier(desk)?;
    let request = match (kind, &code) {
        (RequestKind::FirstCall, _) => Ok(api_call(endpoint)),
        (RequestKind::DeviceCode, _) => device_request(&endpoint, &client, scope),
        (RequestKind::Revocation, _) => revocation_request(&endpoint, &client),
        (RequestKind::AuthorizationCode, Some(code)) => {
            let redirect_uri = Some(session.plain(PlainField::RedirectUrl));
            let code_verifier = verifier.as_ref();
            token_request(&endpoint, &client, &Grant::AuthorizationCode { code, redirect_uri, code_verifier })
        }
        (RequestKind::AuthorizationCode, None) => return Err(Needs::Fields(vec![super::code_field(desk)])),
        (RequestKind::RefreshToken, _) => token_request(&endpoint, &client, &Grant::RefreshToken),
        (RequestKind::DeviceToken, _) => token_request(&endpoint, &client, &Grant::DeviceCode),
        (RequestKind::ClientCredentials, _) => token_request(&endpoint, &client, &Grant::ClientCredentials { scope }),
        (RequestKind::AccountCredentials, _) => {
            let account_id = session.plain(PlainField::AccountId);
            token_request(&endpoint, &client, &Grant::AccountCredentials { account_id })
        }
    };
    request.map_err(|error| needs(error, super::code_field(desk)))
}

/// The fields without which there is no request of that kind.
fn needed_for(desk: &Desk, kind: RequestKind) -> Vec<Field> {
    match kind {
        RequestKind::FirstCall => Vec::new(),
        RequestKind::AuthorizationCode => vec![Field::ClientId, Field::RedirectUrl, super::code_field(desk)],
        RequestKind::AccountCredentials => vec![Field::ClientId, Field::AccountId],
        _ => vec![Field::ClientId],
    }
}

fn needs(error: TokenRequestError, code_field: Field) -> Needs {
    match error {
        TokenRequestError::Missing(part) => Needs::Fields(vec![field_of(part, code_field)]),
        TokenRequestError::ControlCharacter { part, at } => {
            Needs::Fix(field_of(part, code_field), Finding::at(FindingKind::ControlCharacter, at))
        }
        TokenRequestError::ColonInIdentifier { at } => {
            Needs::Fix(Field::ClientId, Finding::at(FindingKind::ColonInIdentifier, at))
        }
    }
}

fn field_of(part: RequestPart, code_field: Field) -> Field {
    match part {
        RequestPart::ClientId => Field::ClientId,
        RequestPart::ClientSecret => Field::ClientSecret,
        RequestPart::Code => code_field,
        RequestPart::RedirectUri => Field::RedirectUrl,
        RequestPart::AccountId => Field::AccountId,
        RequestPart::Scope => Field::Scopes,
    }
}
