//! The URLs that requests are sent to: as entered, or the provider's.

use super::Needs;
use crate::desk::{Desk, PlainField};
use crate::oauth::Endpoint;
use crate::reading::read_endpoint;

/// The authorization endpoint: as entered, or the provider's.
///
/// # Errors
///
/// Nothing is entered, or it is no endpoint.
pub fn authorize(desk: &Desk) -> Result<Endpoint, Needs> {
    let known = desk.provider().and_then(|provider| provider.endpoints.as_ref());
    endpoint(desk, PlainField::AuthorizeEndpoint, known.map(|endpoints| endpoints.authorize.as_str()))
}

/// The token endpoint: as entered, or the provider's.
///
/// # Errors
///
/// Nothing is entered, or it is no endpoint.
pub fn token(desk: &Desk) -> Result<Endpoint, Needs> {
    let known = desk.provider().and_then(|provider| provider.endpoints.as_ref());
    endpoint(desk, PlainField::TokenEndpoint, known.map(|endpoints| endpoints.token.as_str()))
}

/// The device authorization endpoint: as entered, or the provider's.
pub(in crate::desk) fn device(desk: &Desk) -> Result<Endpoint, Needs> {
    let known = desk.provider().and_then(|provider| provider.endpoints.as_ref());
    endpoint(desk, PlainField::DeviceEndpoint, known.and_then(|endpoints| endpoints.device.as_deref()))
}

/// The revocation endpoint: as entered, or the provider's.
pub(in crate::desk) fn revocation(desk: &Desk) -> Result<Endpoint, Needs> {
    let known = desk.provider().and_then(|provider| provider.endpoints.as_ref());
    endpoint(desk, PlainField::RevocationEndpoint, known.and_then(|endpoints| endpoints.revoke.as_deref()))
}

/// The same path on the first host of the API and on those for governments, which respond too.
pub(in crate::desk) fn other_tokens(desk: &Desk, endpoint: &str) -> Vec<String> {
    let path = endpoint.split_once("://").and_then(|(_, rest)| rest.split_once('/'));
    let (Some(provider), Some((_, path))) = (desk.provider(), path) else { return Vec::new() };
    let hosts = provider.api_hosts.iter().take(1).chain(&provider.government_hosts);
    hosts.map(|host| format!("https://{host}/{path}")).collect()
}

fn endpoint(desk: &Desk, field: PlainField, known: Option<&str>) -> Result<Endpoint, Needs> {
    let entered = desk.session().plain(field);
    let text = if entered.is_empty() { known.unwrap_or_default() } else { entered };
    if text.is_empty() {
        return Err(Needs::Fields(vec![field.into()]));
    }
    read_endpoint(text).map_err(|finding| Needs::Fix(field.into(), finding))
}
