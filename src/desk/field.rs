//! The fields a person types into.

use crate::reading::Reader;

/// A field, the same in every view that shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The Account ID of a Server-to-Server app.
    AccountId,
    /// The client ID.
    ClientId,
    /// The client secret.
    ClientSecret,
    /// The redirect URL.
    RedirectUrl,
    /// The returned URL: where the browser was redirected after the consent.
    Landed,
    /// The response of the token endpoint.
    Answer,
    /// The state of an authorization URL, where a tool asks for it.
    State,
    /// The authorization code, where a tool asks for it.
    Code,
    /// The authorization endpoint of a server that is not in the catalog.
    AuthorizeEndpoint,
    /// The token endpoint of a server that is not in the catalog.
    TokenEndpoint,
    /// The revocation endpoint of a server that is not in the catalog.
    RevocationEndpoint,
    /// The device authorization endpoint of a server that is not in the catalog.
    DeviceEndpoint,
    /// The code verifier of a code that a different page or program requested (RFC 7636 §4.1).
    CodeVerifier,
    /// The URL of the test call.
    CallAddress,
    /// The response to that call.
    CallAnswer,
    /// The scopes to request, where the authorization URL contains them.
    Scopes,
    /// The template of the credential string.
    Template,
    /// An `Authorization` header to be read.
    Header,
    /// An authorization URL to be read.
    AuthorizeUrl,
    /// The redirect URL as it is registered with the provider.
    Registered,
    /// The redirect URL as it was sent.
    Requested,
    /// The redirect URL as it was returned.
    Received,
    /// An error, wherever it was shown.
    Error,
    /// A JSON Web Token.
    Jwt,
    /// Scopes to be compared.
    PastedScopes,
    /// The scopes they are compared with.
    NeededScopes,
    /// A request that someone ran or recorded.
    Request,
}

impl Field {
    /// Every field and the name under which a tab keeps it over a reload. What has no name is never kept: it is a
    /// secret, or can contain one.
    pub const KEPT: [(Field, Option<&'static str>); 27] = [
        (Field::AccountId, Some("account_id")),
        (Field::ClientId, Some("client_id")),
        (Field::ClientSecret, None),
        (Field::RedirectUrl, Some("redirect_url")),
        (Field::Landed, None),
        (Field::Answer, None),
        (Field::State, None),
        (Field::Code, None),
        (Field::AuthorizeEndpoint, Some("authorize_endpoint")),
        (Field::TokenEndpoint, Some("token_endpoint")),
        (Field::RevocationEndpoint, Some("revocation_endpoint")),
        (Field::DeviceEndpoint, Some("device_endpoint")),
        (Field::CodeVerifier, None),
        (Field::CallAddress, None),
        (Field::CallAnswer, None),
        (Field::Scopes, Some("scopes")),
        (Field::Template, None),
        (Field::Header, None),
        (Field::AuthorizeUrl, None),
        (Field::Registered, None),
        (Field::Requested, None),
        (Field::Received, None),
        (Field::Error, None),
        (Field::Jwt, None),
        (Field::PastedScopes, None),
        (Field::NeededScopes, None),
        (Field::Request, None),
    ];

    /// Its name in the markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Field::AccountId => "account-id",
            Field::ClientId => "client-id",
            Field::ClientSecret => "client-secret",
            Field::RedirectUrl => "redirect-url",
            Field::Landed => "landed",
            Field::Answer => "answer",
            Field::State => "state",
            Field::Code => "code",
            Field::AuthorizeEndpoint => "authorize-endpoint",
            Field::TokenEndpoint => "token-endpoint",
            Field::RevocationEndpoint => "revocation-endpoint",
            Field::DeviceEndpoint => "device-endpoint",
            Field::CodeVerifier => "code-verifier",
            Field::CallAddress => "call-address",
            Field::CallAnswer => "call-answer",
            Field::Scopes => "scopes",
            Field::Template => "template",
            Field::Header => "header",
            Field::AuthorizeUrl => "authorize-url",
            Field::Registered => "registered",
            Field::Requested => "requested",
            Field::Received => "received",
            Field::Error => "error",
            Field::Jwt => "jwt",
            Field::PastedScopes => "pasted-scopes",
            Field::NeededScopes => "needed-scopes",
            Field::Request => "request",
        }
    }

    /// What reads it.
    #[must_use]
    pub fn reader(self) -> Reader {
        match self {
            Field::AccountId | Field::ClientId | Field::ClientSecret | Field::State | Field::Code => Reader::Value,
            Field::RedirectUrl
            | Field::AuthorizeEndpoint
            | Field::TokenEndpoint
            | Field::RevocationEndpoint
            | Field::DeviceEndpoint
            | Field::CallAddress => Reader::Url,
            Field::Header => Reader::Header,
            Field::AuthorizeUrl => Reader::AuthorizeUrl,
            Field::Landed => Reader::Landing,
            Field::Answer => Reader::Answer,
            Field::PastedScopes | Field::NeededScopes => Reader::Scopes,
            Field::Request => Reader::Request,
            _ => Reader::Other,
        }
    }

    /// Whether it is masked while it is typed.
    #[must_use]
    pub fn is_masked(self) -> bool {
        matches!(self, Field::ClientSecret | Field::CodeVerifier)
    }
}
