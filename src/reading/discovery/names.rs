//! The names that a discovery document consists of, and how it is told from other JSON.

use strum::{EnumCount, IntoStaticStr, VariantArray};

/// An endpoint that a document names and this page uses, by its name there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount, IntoStaticStr, VariantArray)]
pub enum MetadataEndpoint {
    /// RFC 8414 §2.
    #[strum(serialize = "authorization_endpoint")]
    Authorization,
    /// RFC 8414 §2.
    #[strum(serialize = "token_endpoint")]
    Token,
    /// RFC 8628 §4.
    #[strum(serialize = "device_authorization_endpoint")]
    DeviceAuthorization,
    /// RFC 8414 §2.
    #[strum(serialize = "revocation_endpoint")]
    Revocation,
}

impl MetadataEndpoint {
    /// The name of its member.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

pub(super) const ISSUER: &str = "issuer";
pub(super) const GRANTS: &str = "grant_types_supported";
pub(super) const AUTHENTICATION: &str = "token_endpoint_auth_methods_supported";
pub(super) const CHALLENGES: &str = "code_challenge_methods_supported";
pub(super) const SCOPES: &str = "scopes_supported";
/// RFC 9126 §5.
pub(super) const PUSHED_ONLY: &str = "require_pushed_authorization_requests";

/// The members that are read.
pub(super) fn read_names() -> impl Iterator<Item = &'static str> {
    let endpoints = MetadataEndpoint::VARIANTS.iter().map(|endpoint| endpoint.name());
    [ISSUER].into_iter().chain(endpoints).chain([GRANTS, AUTHENTICATION, CHALLENGES, SCOPES, PUSHED_ONLY])
}

/// Further members of RFC 8414 §2 and of OpenID Connect Discovery 1.0 §3 that tell a document from other JSON.
const OTHERS: [&str; 9] = [
    "jwks_uri",
    "response_types_supported",
    "response_modes_supported",
    "subject_types_supported",
    "id_token_signing_alg_values_supported",
    "userinfo_endpoint",
    "introspection_endpoint",
    "registration_endpoint",
    "end_session_endpoint",
];

/// What the settings and the registration of a client have (RFC 7591 §2), and a document about a server has not.
const OF_CLIENT: [&str; 4] = ["client_id", "client_secret", "redirect_uris", "access_token"];

/// Whether an object with these names is metadata of an authorization server: two of its members are enough, because the
/// documents of servers that only issue tokens for machines have little more.
pub(in crate::reading) fn is_metadata<'n>(names: impl IntoIterator<Item = &'n str>) -> bool {
    let mut count = 0;
    for name in names {
        if OF_CLIENT.contains(&name) {
            return false;
        }
        count += usize::from(is_known(name));
    }
    count >= 2
}

/// Whether it is metadata of a protected resource, which names its authorization servers (RFC 9728 §2).
pub(in crate::reading) fn is_of_resource<'n>(names: impl IntoIterator<Item = &'n str>) -> bool {
    let (mut resource, mut servers) = (false, false);
    for name in names {
        resource |= name == "resource";
        servers |= name == "authorization_servers";
        if name == MetadataEndpoint::Token.name() {
            return false;
        }
    }
    resource && servers
}

pub(super) fn is_known(name: &str) -> bool {
    read_names().any(|known| known == name) || OTHERS.contains(&name)
}
