//! What to enter in a field: the same in every tool.

use super::{credential_string, token_request};
use crate::desk::{Desk, Field};
use crate::texts::Text;

/// What to enter in a field of a tool.
#[must_use]
pub fn hint(desk: &Desk, field: Field) -> Option<String> {
    let endpoints = desk.provider().and_then(|provider| provider.endpoints.as_ref());
    let known = match field {
        Field::AuthorizeEndpoint => endpoints.map(|endpoints| endpoints.authorize.as_str()),
        Field::TokenEndpoint => endpoints.map(|endpoints| endpoints.token.as_str()),
        Field::DeviceEndpoint => endpoints.and_then(|endpoints| endpoints.device.as_deref()),
        Field::RevocationEndpoint => endpoints.and_then(|endpoints| endpoints.revoke.as_deref()),
        _ => None,
    };
    Some(match field {
        Field::AuthorizeEndpoint | Field::TokenEndpoint | Field::DeviceEndpoint | Field::RevocationEndpoint => {
            match (known, desk.provider()) {
                (Some(address), Some(provider)) => {
                    let names = [("provider", provider.name.as_str()), ("address", address)];
                    desk.texts.fill(Text::HintEndpointDefault, &names)
                }
                _ => desk.texts.say(Text::HintEndpoint).to_owned(),
            }
        }
        Field::Scopes => desk.texts.say(Text::HintScopes).to_owned(),
        Field::CallAddress => token_request::call_hint(desk),
        Field::CodeVerifier => desk.texts.say(Text::HintCodeVerifier).to_owned(),
        Field::State => desk.texts.say(Text::HintState).to_owned(),
        Field::RedirectUrl => desk.texts.say(Text::HintRedirectOptional).to_owned(),
        Field::Template => credential_string::template_hint(desk),
        _ => return None,
    })
}
