//! What a request is for.

/// What a request is for: a token by one of the grant types, or what comes before or after one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
    DeviceCode,
    /// The server is polled whether the person has approved the device: RFC 8628 §3.4.
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

    /// Every kind with its name in the markup, in the order in which the tool offers them.
    pub const NAMES: [(RequestKind, &'static str); 8] = [
        (RequestKind::AuthorizationCode, "authorization_code"),
        (RequestKind::RefreshToken, "refresh_token"),
        (RequestKind::AccountCredentials, "account_credentials"),
        (RequestKind::ClientCredentials, "client_credentials"),
        (RequestKind::DeviceCode, "device_authorization"),
        (RequestKind::DeviceToken, "device_code"),
        (RequestKind::Revocation, "revocation"),
        (RequestKind::FirstCall, "first_call"),
    ];

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<RequestKind> {
        RequestKind::NAMES.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)
    }

    /// Whether a client without a secret can send it: not if the client itself must authenticate.
    #[must_use]
    pub fn takes_public_client(self) -> bool {
        !matches!(self, RequestKind::AccountCredentials | RequestKind::ClientCredentials | RequestKind::FirstCall)
    }

    /// Whether the response contains tokens.
    #[must_use]
    pub fn brings_tokens(self) -> bool {
        !matches!(self, RequestKind::DeviceCode | RequestKind::Revocation | RequestKind::FirstCall)
    }
}
