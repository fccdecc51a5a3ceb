//! What a request is for.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::reading::RequestGrant;

/// What a request is for: a token by one of the grant types, or what comes before or after one. The tool offers
/// them in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum RequestKind {
    /// A code is exchanged: RFC 6749 §4.1.3.
    #[default]
    AuthorizationCode,
    /// A refresh token is used: RFC 6749 §6.
    RefreshToken,
    /// The grant type of a Server-to-Server app, which is in no RFC.
    AccountCredentials,
    /// The client requests a token for itself: RFC 6749 §4.4.
    ClientCredentials,
    /// A device code is requested: RFC 8628 §3.1.
    #[strum(serialize = "device_authorization")]
    DeviceCode,
    /// The server is polled whether the person has approved the device: RFC 8628 §3.4.
    #[strum(serialize = "device_code")]
    DeviceToken,
    /// A token is revoked: RFC 7009.
    Revocation,
    /// The test call, which shows whether a token works: RFC 6750 §2.1.
    FirstCall,
}

impl RequestKind {
    /// Whether it is a request of the device flow (RFC 8628).
    #[must_use]
    pub fn is_for_devices(self) -> bool {
        matches!(self, RequestKind::DeviceCode | RequestKind::DeviceToken)
    }

    /// Its name in the markup, in snake_case.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether a client without a secret can send it: not if the client itself must authenticate.
    #[must_use]
    pub fn takes_public_client(self) -> bool {
        !matches!(self, RequestKind::AccountCredentials | RequestKind::ClientCredentials | RequestKind::FirstCall)
    }

    /// The grant type of a token request; `None` where no token is requested.
    #[must_use]
    pub fn grant(self) -> Option<RequestGrant> {
        match self {
            RequestKind::AuthorizationCode => Some(RequestGrant::AuthorizationCode),
            RequestKind::RefreshToken => Some(RequestGrant::RefreshToken),
            RequestKind::AccountCredentials => Some(RequestGrant::AccountCredentials),
            RequestKind::ClientCredentials => Some(RequestGrant::ClientCredentials),
            RequestKind::DeviceCode | RequestKind::DeviceToken => Some(RequestGrant::DeviceCode),
            RequestKind::Revocation | RequestKind::FirstCall => None,
        }
    }

    /// Whether the response contains tokens.
    #[must_use]
    pub fn brings_tokens(self) -> bool {
        !matches!(self, RequestKind::DeviceCode | RequestKind::Revocation | RequestKind::FirstCall)
    }
}
