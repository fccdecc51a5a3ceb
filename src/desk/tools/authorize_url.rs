//! The authorization URL built from what is entered.

use crate::commands::Format;
use crate::desk::{Desk, Field, PlainField, Route, Tool};
use crate::oauth::{AuthorizeRequest, AuthorizeUrl, AuthorizeUrlError, Endpoint};
use crate::reading::{Finding, FindingKind, read_endpoint};

/// Why something cannot be shown yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Needs {
    /// A different command format.
    OtherFormat {
        /// The character that this format cannot contain: in which field, and where, counted from 0; absent: it cannot
        /// prompt for or write what this request needs.
        character: Option<(Field, usize)>,
        /// A format that can.
        instead: Option<Format>,
    },
    /// These fields are still empty.
    Fields(Vec<Field>),
    /// This field contains what no request can contain.
    Mended(Field, Finding),
}

/// The authorization URL, ready to be opened.
#[derive(Clone, Debug)]
pub struct AuthorizeView {
    /// The whole and its parts.
    pub url: AuthorizeUrl,
}

impl Desk {
    /// The authorization endpoint: as entered, or the provider's.
    ///
    /// # Errors
    ///
    /// Nothing is entered, or it is no endpoint.
    pub fn authorize_endpoint(&self) -> Result<Endpoint, Needs> {
        let known = self.provider().and_then(|provider| provider.endpoints.as_ref());
        self.endpoint(PlainField::AuthorizeEndpoint, known.map(|endpoints| endpoints.authorize.as_str()))
    }

    /// The token endpoint: as entered, or the provider's.
    ///
    /// # Errors
    ///
    /// Nothing is entered, or it is no endpoint.
    pub fn token_endpoint(&self) -> Result<Endpoint, Needs> {
        let known = self.provider().and_then(|provider| provider.endpoints.as_ref());
        self.endpoint(PlainField::TokenEndpoint, known.map(|endpoints| endpoints.token.as_str()))
    }

    /// The device authorization endpoint: as entered, or the provider's.
    pub(in crate::desk) fn device_endpoint(&self) -> Result<Endpoint, Needs> {
        let known = self.provider().and_then(|provider| provider.endpoints.as_ref());
        self.endpoint(PlainField::DeviceEndpoint, known.and_then(|endpoints| endpoints.device.as_deref()))
    }

    /// The revocation endpoint: as entered, or the provider's.
    pub(in crate::desk) fn revocation_endpoint(&self) -> Result<Endpoint, Needs> {
        let known = self.provider().and_then(|provider| provider.endpoints.as_ref());
        self.endpoint(PlainField::RevocationEndpoint, known.and_then(|endpoints| endpoints.revoke.as_deref()))
    }

    fn endpoint(&self, field: PlainField, known: Option<&str>) -> Result<Endpoint, Needs> {
        let entered = self.session().plain(field);
        let text = if entered.is_empty() { known.unwrap_or_default() } else { entered };
        if text.is_empty() {
            return Err(Needs::Fields(vec![field.into()]));
        }
        read_endpoint(text).map_err(|finding| Needs::Mended(field.into(), finding))
    }

    /// The authorization URL.
    ///
    /// # Errors
    ///
    /// What must be entered first, or what no URL can contain.
    pub fn authorize_view(&self) -> Result<AuthorizeView, Needs> {
        let session = self.session();
        let needed = [Field::ClientId, Field::RedirectUrl];
        let missing: Vec<Field> = needed.into_iter().filter(|field| session.entry(*field).is_empty()).collect();
        let endpoint = match self.authorize_endpoint() {
            Ok(endpoint) => endpoint,
            Err(Needs::Fields(mut fields)) => {
                fields.extend(missing);
                return Err(Needs::Fields(fields));
            }
            Err(other) => return Err(other),
        };
        if !missing.is_empty() {
            return Err(Needs::Fields(missing));
        }
        if let Some((field, finding)) = needed.into_iter().find_map(|field| Some((field, self.fault(field)?))) {
            return Err(Needs::Mended(field, finding));
        }
        let challenge = session.verifier().map(crate::oauth::CodeVerifier::challenge);
        let carries_scope = self.route == Route::Tool(Tool::AuthorizeUrl)
            || self.provider().is_some_and(|provider| provider.scope_in_authorize_url);
        let scope = Some(session.plain(PlainField::Scopes)).filter(|scope| carries_scope && !scope.is_empty());
        let request = AuthorizeRequest {
            endpoint: &endpoint,
            client_id: session.plain(PlainField::ClientId),
            redirect_uri: Some(session.plain(PlainField::RedirectUrl)),
            state: session.state(),
            code_challenge: challenge.as_deref(),
            scope,
        };
        match request.url() {
            Ok(url) => Ok(AuthorizeView { url }),
            Err(AuthorizeUrlError::MissingClientId) => Err(Needs::Fields(vec![Field::ClientId])),
            Err(AuthorizeUrlError::RepeatedParameter { .. }) => {
                Err(Needs::Mended(Field::AuthorizeEndpoint, Finding::whole(FindingKind::ParameterInEndpoint)))
            }
            Err(AuthorizeUrlError::ControlCharacter { part, at }) => {
                let field = match part {
                    "client_id" => Field::ClientId,
                    "scope" => Field::Scopes,
                    _ => Field::RedirectUrl,
                };
                Err(Needs::Mended(field, Finding::at(FindingKind::ControlCharacter, at)))
            }
        }
    }
}
