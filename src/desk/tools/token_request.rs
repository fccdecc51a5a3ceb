//! The token request as a command.

use super::Listed;
use crate::catalog::{Sentence, Source};
use crate::desk::parts::{command, test_call};
use crate::desk::{Desk, Field, RequestKind};
use crate::texts::Text;

pub(super) const LISTED: Listed =
    Listed { title: Text::ToolTokenRequest, lead: Text::ToolTokenRequestLead, reads: false };

/// The fields of the chosen request.
pub(super) fn fields(desk: &Desk) -> Vec<Field> {
    fields_for(desk, desk.command.kind)
}

/// The fields that a request of that kind is built from; the token request tool asks for them.
pub(in crate::desk) fn fields_for(desk: &Desk, kind: RequestKind) -> Vec<Field> {
    use Field::{
        AccountId, CallAddress, ClientId, ClientSecret, Code, CodeVerifier, DeviceEndpoint, RedirectUrl,
        RevocationEndpoint, Scopes, TokenEndpoint,
    };
    let mut fields = match kind {
        RequestKind::AuthorizationCode => vec![TokenEndpoint, ClientId, RedirectUrl, Code, CodeVerifier],
        RequestKind::RefreshToken | RequestKind::DeviceToken => vec![TokenEndpoint, ClientId],
        RequestKind::AccountCredentials => vec![TokenEndpoint, ClientId, AccountId],
        RequestKind::ClientCredentials => vec![TokenEndpoint, ClientId, Scopes],
        RequestKind::DeviceCode if command::does_whole(desk, kind) => {
            vec![DeviceEndpoint, TokenEndpoint, ClientId, Scopes]
        }
        RequestKind::DeviceCode => vec![DeviceEndpoint, ClientId, Scopes],
        RequestKind::Revocation => vec![RevocationEndpoint, ClientId],
        RequestKind::FirstCall => vec![CallAddress],
    };
    // If the secret is written into the command, it must be typed somewhere.
    if desk.command.writes_secrets && command::asks_client_secret(desk, kind) {
        fields.push(ClientSecret);
    }
    fields
}

/// The name of a request in the list of the tool.
#[must_use]
pub fn title(kind: RequestKind) -> Text {
    match kind {
        RequestKind::AuthorizationCode => Text::GrantAuthorizationCode,
        RequestKind::RefreshToken => Text::GrantRefreshToken,
        RequestKind::AccountCredentials => Text::GrantAccountCredentials,
        RequestKind::ClientCredentials => Text::GrantClientCredentials,
        RequestKind::DeviceCode => Text::RequestDeviceCode,
        RequestKind::DeviceToken => Text::RequestDeviceToken,
        RequestKind::Revocation => Text::RequestRevocation,
        RequestKind::FirstCall => Text::RequestFirstCall,
    }
}

/// What to know before a request is run, if there is anything.
#[must_use]
pub fn warning(kind: RequestKind) -> Option<Text> {
    match kind {
        RequestKind::RefreshToken => Some(Text::RefreshVoids),
        RequestKind::DeviceToken => Some(Text::DeviceWaits),
        RequestKind::Revocation => Some(Text::RevocationVoids),
        _ => None,
    }
}

/// What the provider requires of an app before a request of that kind works, and where that was read.
#[must_use]
pub fn condition(desk: &Desk, kind: RequestKind) -> Option<(&Sentence, Vec<&Source>)> {
    const DEVICE: &str = "device-flow";
    if !kind.is_for_devices() {
        return None;
    }
    let (provider, prose) = (desk.provider()?, desk.provider_prose()?);
    let names = &provider.tasks.get(DEVICE)?.source;
    let sources = names.iter().filter_map(|name| provider.sources.get(name)).collect();
    Some((prose.tasks.get(DEVICE)?, sources))
}

/// The URL that is called if none is typed.
pub(super) fn call_hint(desk: &Desk) -> String {
    match (test_call::known_address(desk), desk.provider()) {
        (Some(address), Some(provider)) => {
            let names = [("provider", provider.name.as_str()), ("address", address.as_str())];
            desk.texts.fill(Text::HintEndpointDefault, &names)
        }
        _ => desk.texts.say(Text::HintCallAddress).to_owned(),
    }
}
