//! The fields a person types into.

use strum::{EnumCount, IntoStaticStr, VariantArray};

/// A field, the same in every view that shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Field {
    /// The Account ID of a Server-to-Server app.
    AccountId,
    /// The client ID (RFC 6749 §2.2).
    ClientId,
    /// The client secret (RFC 6749 §2.3.1).
    ClientSecret,
    /// The redirect URL (RFC 6749 §3.1.2).
    RedirectUrl,
    /// The returned URL: where the browser was redirected after the consent.
    Landed,
    /// The response of the token endpoint (RFC 6749 §5).
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
    /// The response to the test call.
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
    /// A JSON Web Token (RFC 7519).
    Jwt,
    /// Scopes to be compared.
    PastedScopes,
    /// The scopes they are compared with.
    NeededScopes,
    /// A request that someone ran or recorded.
    Request,
}

/// A field that contains no secret. Only the text of such a field can be had as plain text, and only such a field is kept
/// over a reload, under its name; every other one is a secret, or can contain one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum PlainField {
    /// [`Field::AccountId`].
    AccountId,
    /// [`Field::ClientId`].
    ClientId,
    /// [`Field::RedirectUrl`].
    RedirectUrl,
    /// [`Field::AuthorizeEndpoint`].
    AuthorizeEndpoint,
    /// [`Field::TokenEndpoint`].
    TokenEndpoint,
    /// [`Field::RevocationEndpoint`].
    RevocationEndpoint,
    /// [`Field::DeviceEndpoint`].
    DeviceEndpoint,
    /// [`Field::Scopes`].
    Scopes,
}

impl PlainField {
    /// The name under which a tab keeps it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl From<PlainField> for Field {
    fn from(field: PlainField) -> Field {
        match field {
            PlainField::AccountId => Field::AccountId,
            PlainField::ClientId => Field::ClientId,
            PlainField::RedirectUrl => Field::RedirectUrl,
            PlainField::AuthorizeEndpoint => Field::AuthorizeEndpoint,
            PlainField::TokenEndpoint => Field::TokenEndpoint,
            PlainField::RevocationEndpoint => Field::RevocationEndpoint,
            PlainField::DeviceEndpoint => Field::DeviceEndpoint,
            PlainField::Scopes => Field::Scopes,
        }
    }
}

impl Field {
    /// Its name in the markup, in kebab-case.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether its content is one value or one URL, so that a finding is at its beginning, at its end or inside.
    #[must_use]
    pub fn is_one_value(self) -> bool {
        matches!(
            self,
            Field::AccountId
                | Field::ClientId
                | Field::ClientSecret
                | Field::State
                | Field::Code
                | Field::RedirectUrl
                | Field::AuthorizeEndpoint
                | Field::TokenEndpoint
                | Field::RevocationEndpoint
                | Field::DeviceEndpoint
                | Field::CallAddress
        )
    }

    /// Whether it is masked while it is typed.
    #[must_use]
    pub fn is_masked(self) -> bool {
        matches!(self, Field::ClientSecret | Field::Code | Field::CodeVerifier)
    }
}
