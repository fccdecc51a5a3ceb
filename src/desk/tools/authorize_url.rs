//! The authorization URL built from what is entered.

use super::Listed;
use crate::desk::parts::endpoints;
use crate::desk::{Desk, Field, Needs, PlainField, Route, Tool};
use crate::oauth::{AuthorizeRequest, AuthorizeUrl, AuthorizeUrlError, CodeVerifier};
use crate::reading::{Finding, FindingKind};
use crate::texts::Text;

pub(super) const LISTED: Listed = Listed { title: Text::AuthorizeUrl, lead: Text::ToolAuthorizeUrlLead, reads: false };

/// What it asks for.
pub(super) fn fields(_: &Desk) -> Vec<Field> {
    vec![Field::AuthorizeEndpoint, Field::ClientId, Field::RedirectUrl, Field::Scopes]
}

/// The authorization URL, ready to be opened.
#[derive(Clone, Debug)]
pub struct AuthorizeView {
    /// The whole and its parts.
    pub url: AuthorizeUrl,
}

/// The authorization URL.
///
/// # Errors
///
/// What must be entered first, or what no URL can contain.
pub fn view(desk: &Desk) -> Result<AuthorizeView, Needs> {
    let session = desk.session();
    let needed = [Field::ClientId, Field::RedirectUrl];
    let missing: Vec<Field> = needed.into_iter().filter(|field| session.entry(*field).is_empty()).collect();
    let endpoint = match endpoints::authorize(desk) {
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
    if let Some((field, finding)) = needed.into_iter().find_map(|field| Some((field, desk.fault(field)?))) {
        return Err(Needs::Fix(field, finding));
    }
    let challenge = session.verifier().map(CodeVerifier::challenge);
    let carries_scope = desk.route == Route::Tool(Tool::AuthorizeUrl)
        || desk.provider().is_some_and(|provider| provider.scope_in_authorize_url);
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
            Err(Needs::Fix(Field::AuthorizeEndpoint, Finding::whole(FindingKind::ParameterInEndpoint)))
        }
        Err(AuthorizeUrlError::ControlCharacter { part, at }) => {
            let field = match part {
                "client_id" => Field::ClientId,
                "scope" => Field::Scopes,
                _ => Field::RedirectUrl,
            };
            Err(Needs::Fix(field, Finding::at(FindingKind::ControlCharacter, at)))
        }
    }
}
