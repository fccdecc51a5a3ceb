//! What each tool asks for, and what fields are checked for.

use strum::VariantNames;

use crate::catalog::{Placeholder, Template, TemplateError};
use crate::desk::{Desk, Field, RequestKind, Tool};
use crate::oauth::Secret;
use crate::texts::Text;

/// What an empty template means: the joined value that one product is known to want.
const TEMPLATE: &str = "{account_id}:{client_id}";

/// Values joined for a single field.
#[derive(Clone, Debug)]
pub struct CredentialString {
    /// The joined text.
    pub text: Secret,
    /// Whether a part of it is a secret.
    pub is_secret: bool,
}

impl Desk {
    /// The fields of a tool, except the one that its reader has.
    #[must_use]
    pub fn tool_fields(&self, tool: Tool) -> Vec<Field> {
        use Field::{AccountId, AuthorizeEndpoint, ClientId, ClientSecret, RedirectUrl, Scopes, State};
        match tool {
            Tool::BasicHeader => vec![ClientId, ClientSecret],
            Tool::AuthorizeUrl => vec![AuthorizeEndpoint, ClientId, RedirectUrl, Scopes],
            Tool::Redirect => vec![State, RedirectUrl],
            Tool::TokenRequest => self.request_fields(self.command.kind),
            Tool::Values => vec![AccountId, ClientId, ClientSecret],
            Tool::CredentialString => {
                let mut fields = vec![Field::Template];
                // The fields of the first template stay while a different one is typed: their content is not lost.
                for template in [Template::parse(TEMPLATE), self.template()].iter().flatten() {
                    for hole in template.placeholders() {
                        fields.extend(typed_into(hole).filter(|field| !fields.contains(field)));
                    }
                }
                fields
            }
            // What a reader reads is in the reader itself.
            _ => Vec::new(),
        }
    }

    /// The fields that a request of that kind is built from; the token request tool asks for them.
    pub(in crate::desk) fn request_fields(&self, kind: RequestKind) -> Vec<Field> {
        use Field::{
            AccountId, CallAddress, ClientId, ClientSecret, Code, CodeVerifier, DeviceEndpoint, RedirectUrl,
            RevocationEndpoint, Scopes, TokenEndpoint,
        };
        let mut fields = match kind {
            RequestKind::AuthorizationCode => vec![TokenEndpoint, ClientId, RedirectUrl, Code, CodeVerifier],
            RequestKind::RefreshToken | RequestKind::DeviceToken => vec![TokenEndpoint, ClientId],
            RequestKind::AccountCredentials => vec![TokenEndpoint, ClientId, AccountId],
            RequestKind::ClientCredentials => vec![TokenEndpoint, ClientId, Scopes],
            RequestKind::DeviceCode if self.does_whole(kind) => vec![DeviceEndpoint, TokenEndpoint, ClientId, Scopes],
            RequestKind::DeviceCode => vec![DeviceEndpoint, ClientId, Scopes],
            RequestKind::Revocation => vec![RevocationEndpoint, ClientId],
            RequestKind::FirstCall => vec![CallAddress],
        };
        // If the secret is written into the command, it must be typed somewhere.
        if self.command.writes_secrets && self.asks_client_secret(kind) {
            fields.push(ClientSecret);
        }
        fields
    }

    /// What to enter in a field of a tool.
    #[must_use]
    pub fn tool_hint(&self, field: Field) -> Option<String> {
        let endpoints = self.provider().and_then(|provider| provider.endpoints.as_ref());
        let known = match field {
            Field::AuthorizeEndpoint => endpoints.map(|endpoints| endpoints.authorize.as_str()),
            Field::TokenEndpoint => endpoints.map(|endpoints| endpoints.token.as_str()),
            Field::DeviceEndpoint => endpoints.and_then(|endpoints| endpoints.device.as_deref()),
            Field::RevocationEndpoint => endpoints.and_then(|endpoints| endpoints.revoke.as_deref()),
            _ => None,
        };
        Some(match field {
            Field::AuthorizeEndpoint | Field::TokenEndpoint | Field::DeviceEndpoint | Field::RevocationEndpoint => {
                match (known, self.provider()) {
                    (Some(address), Some(provider)) => {
                        let names = [("provider", provider.name.as_str()), ("address", address)];
                        self.texts.fill(Text::HintEndpointDefault, &names)
                    }
                    _ => self.texts.say(Text::HintEndpoint).to_owned(),
                }
            }
            Field::Scopes => self.texts.say(Text::HintScopes).to_owned(),
            Field::CallAddress => self.call_hint(),
            Field::CodeVerifier => self.texts.say(Text::HintCodeVerifier).to_owned(),
            Field::State => self.texts.say(Text::HintState).to_owned(),
            Field::RedirectUrl => self.texts.say(Text::HintRedirectOptional).to_owned(),
            Field::Template => {
                let (names, default) = (placeholder_names(), ["`", TEMPLATE, "`"].concat());
                self.texts.fill(Text::HintTemplate, &[("names", &names), ("default", &default)])
            }
            _ => return None,
        })
    }

    /// What to enter in a field of a guide.
    #[must_use]
    pub fn guide_hint(&self, field: Field) -> Option<String> {
        matches!(field, Field::AuthorizeEndpoint | Field::TokenEndpoint)
            .then(|| self.texts.say(Text::HintEndpoint).to_owned())
    }

    /// The URL that is called if none is typed.
    fn call_hint(&self) -> String {
        match (self.known_call_address(), self.provider()) {
            (Some(address), Some(provider)) => {
                let names = [("provider", provider.name.as_str()), ("address", address.as_str())];
                self.texts.fill(Text::HintEndpointDefault, &names)
            }
            _ => self.texts.say(Text::HintCallAddress).to_owned(),
        }
    }

    fn template_text(&self) -> &str {
        // EXPOSE: the template is filled; the result is a secret if it contains one.
        match self.session().entry(Field::Template).expose() {
            "" => TEMPLATE,
            typed => typed,
        }
    }

    fn template(&self) -> Result<Template, TemplateError> {
        Template::parse(self.template_text())
    }

    /// The values joined by the template.
    ///
    /// # Errors
    ///
    /// A sentence that says what is missing, or what is wrong with the template.
    pub fn credential_string(&self) -> Result<CredentialString, String> {
        let template = self.template().map_err(|error| match error {
            TemplateError::NotClosed => self.texts.say(Text::TemplateNotClosed).to_owned(),
            TemplateError::NotOpened => self.texts.say(Text::TemplateNotOpened).to_owned(),
            TemplateError::UnknownName(_) => self.texts.fill(Text::TemplateUnknown, &[("names", &placeholder_names())]),
        })?;
        match self.filled(&template) {
            Ok(text) => Ok(CredentialString { text, is_secret: template.is_secret() }),
            Err(hole) => {
                let label = typed_into(hole).map(|field| self.label(field)).unwrap_or_default();
                Err(self.texts.fill(Text::CredentialStringNeeds, &[("fields", &label)]))
            }
        }
    }
}

/// The field into which a value is typed.
fn typed_into(hole: Placeholder) -> Option<Field> {
    Some(match hole {
        Placeholder::AccountId => Field::AccountId,
        Placeholder::ClientId => Field::ClientId,
        Placeholder::ClientSecret => Field::ClientSecret,
        Placeholder::RedirectUrl => Field::RedirectUrl,
        Placeholder::Scopes => Field::Scopes,
        Placeholder::AuthorizeUrl => Field::AuthorizeEndpoint,
        Placeholder::TokenUrl => Field::TokenEndpoint,
        Placeholder::RefreshToken | Placeholder::AccessToken => Field::Answer,
    })
}

fn placeholder_names() -> String {
    let names: Vec<String> = Placeholder::VARIANTS.iter().map(|name| format!("`{{{name}}}`")).collect();
    names.join(" ")
}
