use strum::{EnumString, IntoStaticStr, VariantNames};

/// A value of the flow that a template can name: `{account_id}` and so on, [`Placeholder::VARIANTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum Placeholder {
    /// The Account ID of a Server-to-Server app.
    AccountId,
    /// The client ID (RFC 6749 §2.2).
    ClientId,
    /// The client secret (RFC 6749 §2.3.1).
    ClientSecret,
    /// Client ID, colon and client secret in Base64: the `basic-credentials` of RFC 7617 §2, as the provider wants them
    /// joined.
    BasicCredentials,
    /// The redirect URL, exactly as it was entered (RFC 6749 §3.1.2).
    RedirectUrl,
    /// The refresh token of the token response (RFC 6749 §1.5).
    RefreshToken,
    /// The access token of the token response (RFC 6749 §1.4).
    AccessToken,
    /// The chosen scopes, separated by spaces (RFC 6749 §3.3).
    Scopes,
    /// The provider's authorization endpoint (RFC 6749 §3.1).
    AuthorizeUrl,
    /// The provider's token endpoint (RFC 6749 §3.2).
    TokenUrl,
    /// The Secret Token with which the provider signs events.
    SecretToken,
    /// The event notification URL.
    EventUrl,
    /// The client ID of the second app.
    #[strum(serialize = "second.client_id")]
    SecondClientId,
    /// The client secret of the second app.
    #[strum(serialize = "second.client_secret")]
    SecondClientSecret,
}

impl Placeholder {
    /// Its name in templates.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether its value must be masked. An event notification URL must be if the template that it is built from must.
    #[must_use]
    pub fn is_secret(self) -> bool {
        use Placeholder::{AccessToken, RefreshToken, SecondClientSecret, SecretToken};
        self.has_client_secret() || matches!(self, RefreshToken | AccessToken | SecretToken | SecondClientSecret)
    }

    /// Whether the client secret is in it, which a public client does not have.
    #[must_use]
    pub fn has_client_secret(self) -> bool {
        matches!(self, Placeholder::ClientSecret | Placeholder::BasicCredentials)
    }
}
