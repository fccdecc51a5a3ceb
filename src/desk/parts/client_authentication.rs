//! How the client authenticates with the server of this view.

use strum::VariantArray;

use super::command::code_field;
use crate::catalog::{ClientAuthentication, Provider};
use crate::desk::{Desk, Field, PlainField, RequestKind};
use crate::oauth::{Endpoint, PairEncoding};
use crate::reading::read_endpoint;
use crate::texts::Text;

/// The ways to choose from for a request of that kind; none where the provider fixes it.
#[must_use]
pub fn offered(desk: &Desk, kind: RequestKind) -> Vec<ClientAuthentication> {
    if !is_free(desk, kind) {
        return Vec::new();
    }
    let fits = |way: &ClientAuthentication| *way != ClientAuthentication::None || kind.takes_public_client();
    ClientAuthentication::VARIANTS.iter().copied().filter(fits).collect()
}

/// How the client authenticates in a request of that kind: as chosen, or as the provider wants it.
#[must_use]
pub fn of_request(desk: &Desk, kind: RequestKind) -> ClientAuthentication {
    let is_in_tool = code_field(desk) == Field::Code;
    let default = desk.provider().map_or(ClientAuthentication::BasicRaw, |provider| provider.client_authentication);
    match desk.session().authentication.unwrap_or(default) {
        // Whether an app has a secret is no habit of its provider.
        ClientAuthentication::None if kind.takes_public_client() && (is_in_tool || is_free(desk, kind)) => {
            ClientAuthentication::None
        }
        ClientAuthentication::None => default.with_secret(),
        chosen if is_free(desk, kind) => chosen,
        _ => default,
    }
}

/// How the client authenticates at a token endpoint that accepts these methods (RFC 8414 §2): as it does now, if that is
/// one of them, or else the first that this page has. Nothing where the provider fixes it, or where there is no such way.
pub(in crate::desk) fn accepted(desk: &Desk, token: &Endpoint, methods: &[&str]) -> Option<ClientAuthentication> {
    if !desk.provider().is_some_and(|provider| is_foreign(provider, token)) {
        return None;
    }
    let has = |method: &str| methods.contains(&method);
    let is_accepted = |way: ClientAuthentication| match way {
        ClientAuthentication::BasicRaw | ClientAuthentication::BasicFormEncoded => has("client_secret_basic"),
        ClientAuthentication::Body => has("client_secret_post"),
        // Whether the app has a secret is known to its owner alone; servers accept public clients without saying so.
        ClientAuthentication::None => true,
    };
    let usual = [ClientAuthentication::BasicFormEncoded, ClientAuthentication::Body];
    let none = has("none").then_some(ClientAuthentication::None);
    desk.session().authentication.into_iter().chain(usual).find(|way| is_accepted(*way)).or(none)
}

/// What a way is called.
#[must_use]
pub fn title(way: ClientAuthentication) -> Text {
    match way {
        ClientAuthentication::BasicRaw => Text::AuthenticationRaw,
        ClientAuthentication::BasicFormEncoded => Text::AuthenticationEncoded,
        ClientAuthentication::Body => Text::AuthenticationBody,
        ClientAuthentication::None => Text::AuthenticationNone,
    }
}

/// Whether the server is not the provider's but the admin's own, so that nothing is known of it: the endpoint of such a
/// request was entered, and its host is none of the provider's.
fn is_free(desk: &Desk, kind: RequestKind) -> bool {
    let field = match kind {
        RequestKind::DeviceCode => PlainField::DeviceEndpoint,
        RequestKind::Revocation => PlainField::RevocationEndpoint,
        RequestKind::FirstCall => return false,
        _ => PlainField::TokenEndpoint,
    };
    desk.provider().is_some_and(|provider| match &provider.endpoints {
        None => true,
        Some(_) => read_endpoint(desk.session().plain(field)).is_ok_and(|endpoint| is_foreign(provider, &endpoint)),
    })
}

/// Whether an endpoint is no one of the provider's.
fn is_foreign(provider: &Provider, endpoint: &Endpoint) -> bool {
    provider.endpoints.is_none() || !provider.serves(endpoint.host())
}

impl Desk {
    /// How the client authenticates in what this view requests.
    #[must_use]
    pub fn client_authentication(&self) -> ClientAuthentication {
        of_request(self, self.request_kind())
    }

    /// How client ID and secret are joined for a header to this view's server. Only a server that is known to want them
    /// as they are gets them so.
    #[must_use]
    pub fn pair_encoding(&self) -> PairEncoding {
        match self.client_authentication() {
            ClientAuthentication::BasicRaw => PairEncoding::Raw,
            _ => PairEncoding::FormEncoded,
        }
    }
}
