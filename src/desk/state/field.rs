//! The fields a person types into.

use strum::{EnumCount, IntoStaticStr, VariantArray};

use crate::catalog::Input;

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
    /// Lines of name and template for a format.
    BlockLines,
    /// A file, a command or a string to be taken apart.
    Block,
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
    /// The discovery document of a server.
    Discovery,
    /// Scopes to be compared.
    PastedScopes,
    /// The scopes they are compared with.
    NeededScopes,
    /// A request that someone ran or recorded.
    Request,
    /// The Secret Token of an app, with which the provider signs events.
    SecretToken,
    /// The event notification URL, where the product shows it.
    EventUrl,
    /// The client ID of the second app.
    SecondClientId,
    /// The client secret of the second app.
    SecondClientSecret,
    /// A report for support.
    Report,
    /// The first input of the product, in the order of its file.
    Input1,
    /// The second one.
    Input2,
    /// The third one.
    Input3,
    /// The fourth one.
    Input4,
    /// The fifth one.
    Input5,
    /// The sixth one.
    Input6,
    /// The seventh one.
    Input7,
    /// The eighth one, which is the last: [`Input::MOST`](crate::catalog::Input::MOST).
    Input8,
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
    /// [`Field::SecondClientId`].
    SecondClientId,
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
            PlainField::SecondClientId => Field::SecondClientId,
        }
    }
}

impl Field {
    /// The fields for the inputs of a product, in the order of its file. What they are called and whether they are secret
    /// is in that file, so none of them is a [`PlainField`].
    pub const INPUTS: [Field; Input::MOST] = [
        Field::Input1,
        Field::Input2,
        Field::Input3,
        Field::Input4,
        Field::Input5,
        Field::Input6,
        Field::Input7,
        Field::Input8,
    ];

    /// Which input of the product it is for, from 0.
    #[must_use]
    pub fn input(self) -> Option<usize> {
        Field::INPUTS.iter().position(|field| *field == self)
    }

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
                | Field::SecretToken
                | Field::EventUrl
                | Field::SecondClientId
                | Field::SecondClientSecret
        ) || self.input().is_some()
    }

    /// Whether it is masked while it is typed, whatever the product; of its inputs the session knows it.
    #[must_use]
    pub fn is_masked(self) -> bool {
        matches!(
            self,
            Field::ClientSecret | Field::Code | Field::CodeVerifier | Field::SecretToken | Field::SecondClientSecret
        )
    }
}
