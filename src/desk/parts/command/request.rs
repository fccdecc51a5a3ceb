//! The requests built from what is entered.

use crate::catalog::Grant as ProductGrant;
use crate::desk::{Desk, Field, Needs, PlainField, RequestKind};
use crate::oauth::{
    Authentication, Client, CodeVerifier, Endpoint, Grant, HttpRequest, RequestPart, Secret, TokenRequestError,
    api_call, device_request, revocation_request, token_request,
};
use crate::reading::{Finding, FindingKind, Severity, redirect_fault};

impl Desk {
    /// What this view requests from the server: in a guide, the token that its way to connect needs.
    #[must_use]
    pub fn request_kind(&self) -> RequestKind {
        match self.variant().map(|variant| variant.flow.grant) {
            None => self.command.kind,
            Some(ProductGrant::AuthorizationCode) => RequestKind::AuthorizationCode,
            Some(ProductGrant::AccountCredentials) => RequestKind::AccountCredentials,
            Some(ProductGrant::ClientCredentials) => RequestKind::ClientCredentials,
        }
    }

    fn code(&self) -> Option<Secret> {
        let typed = self.session().entry(Field::Code);
        if self.code_field() == Field::Code && !typed.is_empty() {
            return Some(typed.clone());
        }
        self.code_view().filter(crate::desk::CodeView::is_good)?.code().cloned()
    }

    /// The code that the command of this view contains, if it contains one.
    pub(in crate::desk) fn code_in_command(&self) -> Option<Secret> {
        (self.request_kind() == RequestKind::AuthorizationCode).then(|| self.code()).flatten()
    }

    /// The verifier that belongs to the code: of this tab, or as it was typed.
    ///
    /// # Errors
    ///
    /// What was typed is no code verifier (RFC 7636 §4.1).
    fn verifier(&self) -> Result<Option<CodeVerifier>, Needs> {
        // EXPOSE: it becomes a code verifier, which is a secret of its own.
        let typed = self.session().entry(Field::CodeVerifier).expose();
        if self.code_field() != Field::Code || typed.is_empty() {
            return Ok(self.session().verifier().cloned());
        }
        match CodeVerifier::parse(typed) {
            Ok(verifier) => Ok(Some(verifier)),
            Err(_) => Err(Needs::Mended(Field::CodeVerifier, Finding::whole(FindingKind::NotAVerifier))),
        }
    }

    /// Whether a request of that kind is sent with a client secret.
    pub(in crate::desk) fn asks_client_secret(&self, kind: RequestKind) -> bool {
        kind != RequestKind::FirstCall && self.client(kind).authentication != Authentication::Public
    }

    fn client(&self, kind: RequestKind) -> Client<'_> {
        let is_public = self.code_field() == Field::Code && self.command.is_public && kind.takes_public_client();
        let authentication =
            if is_public { Authentication::Public } else { Authentication::Basic(self.pair_encoding()) };
        Client { id: self.session().plain(PlainField::ClientId), authentication }
    }

    /// The URL that a request of this kind is sent to.
    fn request_endpoint(&self, kind: RequestKind) -> Result<Endpoint, Needs> {
        match kind {
            RequestKind::DeviceCode => self.device_endpoint(),
            RequestKind::Revocation => self.revocation_endpoint(),
            RequestKind::FirstCall => self.call_address(),
            _ => self.token_endpoint(),
        }
    }

    /// The request of that kind.
    ///
    /// # Errors
    ///
    /// What must be entered first, or which value no request can contain.
    pub(in crate::desk) fn request(&self, kind: RequestKind) -> Result<HttpRequest, Needs> {
        let needed = self.needed_for(kind);
        let mut used = self.request_fields(kind).into_iter().chain(needed.iter().copied());
        if let Some((field, finding)) = used.find_map(|field| Some((field, self.fault(field)?))) {
            return Err(Needs::Mended(field, finding));
        }
        let mut missing = Vec::new();
        let endpoint = match self.request_endpoint(kind) {
            Ok(endpoint) => Some(endpoint),
            Err(Needs::Fields(fields)) => {
                missing.extend(fields);
                None
            }
            Err(other) => return Err(other),
        };
        let code = self.code();
        for field in needed {
            let is_there =
                if field == self.code_field() { code.is_some() } else { !self.session().entry(field).is_empty() };
            if !is_there {
                missing.push(field);
            }
        }
        let Some(endpoint) = endpoint.filter(|_| missing.is_empty()) else { return Err(Needs::Fields(missing)) };
        let (session, client) = (self.session(), self.client(kind));
        let scope = Some(session.plain(PlainField::Scopes)).filter(|scope| !scope.is_empty());
        let verifier = self.verifier()?;
        let request = match (kind, &code) {
            (RequestKind::FirstCall, _) => Ok(api_call(endpoint)),
            (RequestKind::DeviceCode, _) => device_request(&endpoint, &client, scope),
            (RequestKind::Revocation, _) => revocation_request(&endpoint, &client),
            (RequestKind::AuthorizationCode, Some(code)) => {
                let redirect_uri = Some(session.plain(PlainField::RedirectUrl));
                let code_verifier = verifier.as_ref();
                token_request(&endpoint, &client, &Grant::AuthorizationCode { code, redirect_uri, code_verifier })
            }
            (RequestKind::AuthorizationCode, None) => return Err(Needs::Fields(vec![self.code_field()])),
            (RequestKind::RefreshToken, _) => token_request(&endpoint, &client, &Grant::RefreshToken),
            (RequestKind::DeviceToken, _) => token_request(&endpoint, &client, &Grant::DeviceCode),
            (RequestKind::ClientCredentials, _) => {
                token_request(&endpoint, &client, &Grant::ClientCredentials { scope })
            }
            (RequestKind::AccountCredentials, _) => {
                let account_id = session.plain(PlainField::AccountId);
                token_request(&endpoint, &client, &Grant::AccountCredentials { account_id })
            }
        };
        request.map_err(|error| needs(error, self.code_field()))
    }

    /// Why nothing is built from a field until it is fixed: a character was lost, the redirect URL is no URI, or there is
    /// something in a value that will fail (RFC 6749 appendix A allows only printable ASCII). A secret may be anything.
    pub(in crate::desk) fn fault(&self, field: Field) -> Option<Finding> {
        if let Some(at) = self.lost_character(field) {
            return Some(Finding::at(FindingKind::LostCharacter, at));
        }
        // EXPOSE: only what is wrong with the redirect URL is used.
        let text = self.session().entry(field).expose();
        match field {
            Field::RedirectUrl if text.is_empty() => None,
            Field::RedirectUrl => redirect_fault(text),
            Field::ClientId | Field::AccountId | Field::Code => {
                // Nobody's client ID begins or ends with a space or a quotation mark: both were copied along.
                let fails = |kind: FindingKind| {
                    kind.severity() == Severity::Error
                        || matches!(kind, FindingKind::BlanksAround | FindingKind::QuotesAround)
                };
                self.field_findings(field).into_iter().find(|finding| fails(finding.kind))
            }
            _ => None,
        }
    }

    /// Where a character was lost. No request is built with the character in its place: no server ever issued it.
    pub(in crate::desk) fn lost_character(&self, field: Field) -> Option<usize> {
        // EXPOSE: only the place of one character is computed.
        self.session().entry(field).expose().chars().position(|letter| letter == char::REPLACEMENT_CHARACTER)
    }

    /// The fields without which there is no request of that kind.
    fn needed_for(&self, kind: RequestKind) -> Vec<Field> {
        match kind {
            RequestKind::FirstCall => Vec::new(),
            RequestKind::AuthorizationCode => vec![Field::ClientId, Field::RedirectUrl, self.code_field()],
            RequestKind::AccountCredentials => vec![Field::ClientId, Field::AccountId],
            _ => vec![Field::ClientId],
        }
    }
}

fn needs(error: TokenRequestError, code_field: Field) -> Needs {
    match error {
        TokenRequestError::Missing(part) => Needs::Fields(vec![field_of(part, code_field)]),
        TokenRequestError::ControlCharacter { part, at } => {
            Needs::Mended(field_of(part, code_field), Finding::at(FindingKind::ControlCharacter, at))
        }
        TokenRequestError::ColonInIdentifier { at } => {
            Needs::Mended(Field::ClientId, Finding::at(FindingKind::ColonInIdentifier, at))
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
