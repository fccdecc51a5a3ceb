//! What a request asks for.

/// What a request asks the server for: a token by one of the grants, or what comes before or after one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RequestKind {
    /// A code is exchanged: RFC 6749 §4.1.3.
    #[default]
    AuthorizationCode,
    /// A refresh token is used: RFC 6749 §6.
    RefreshToken,
    /// The grant of a server-to-server app, which is in no RFC.
    AccountCredentials,
    /// The client asks for itself: RFC 6749 §4.4.
    ClientCredentials,
    /// A code for a device is asked for: RFC 8628 §3.1.
    DeviceCode,
    /// It is asked whether the person has allowed the device: RFC 8628 §3.4.
    DeviceToken,
    /// A token is made void: RFC 7009.
    Revocation,
    /// The first call with a token, which shows that it works: RFC 6750 §2.1.
    FirstCall,
}

impl RequestKind {
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

    /// Whether a client without a secret can ask for it: not those in which the client itself is the one who is known.
    #[must_use]
    pub fn takes_public_client(self) -> bool {
        !matches!(self, RequestKind::AccountCredentials | RequestKind::ClientCredentials | RequestKind::FirstCall)
    }

    /// Whether the answer brings tokens.
    #[must_use]
    pub fn brings_tokens(self) -> bool {
        !matches!(self, RequestKind::DeviceCode | RequestKind::Revocation | RequestKind::FirstCall)
    }
}
