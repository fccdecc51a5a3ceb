//! What fields and views are called in the language and for the provider shown.

use super::{About, Desk, Field, Route, Said};
use crate::catalog::{AppKind, Input};
use crate::texts::Text;

impl Desk {
    /// Whether the provider's endpoints are entered by hand, so that it has no name of its own.
    #[must_use]
    pub fn has_unnamed_server(&self) -> bool {
        self.provider().is_some_and(|provider| provider.endpoints.is_none())
    }

    pub(super) fn provider_name(&self) -> &str {
        self.provider().map_or("", |provider| provider.name.as_str())
    }

    /// The product's name in the language shown.
    pub(super) fn product_name(&self) -> &str {
        let Some(guide) = self.guide() else { return "" };
        guide.prose.name.as_deref().unwrap_or(&guide.product.name)
    }

    /// A sentence with the names of the product and its provider.
    #[must_use]
    pub fn sentence(&self, text: Text) -> String {
        let product = self.product_name();
        self.texts.fill(text, &[("provider", self.provider_name()), ("product", product)])
    }

    /// An input of the product that is shown, with its name in templates.
    pub(super) fn input(&self, field: Field) -> Option<(&str, &Input)> {
        let (name, input) = self.guide()?.product.inputs.iter().nth(field.input()?)?;
        Some((name, input))
    }

    /// What the product's file says of an input.
    #[must_use]
    pub fn input_facts(&self, field: Field) -> Option<&Input> {
        self.input(field).map(|(_, input)| input)
    }

    /// What an input is called: by the product itself, or by the sentences about it.
    fn input_label(&self, field: Field) -> String {
        let Some((name, input)) = self.input(field) else { return String::new() };
        let prose = || self.guide()?.prose.inputs.get(name).map(|prose| prose.label.as_str());
        input.label.as_deref().or_else(prose).unwrap_or(name).to_owned()
    }

    /// What a field is called.
    #[must_use]
    pub fn label(&self, field: Field) -> String {
        self.sentence(match field {
            Field::AccountId => Text::FieldAccountId,
            Field::ClientId => Text::FieldClientId,
            Field::ClientSecret => Text::FieldClientSecret,
            Field::RedirectUrl => Text::FieldRedirectUrl,
            Field::Landed => Text::FieldLanded,
            Field::Answer if self.has_unnamed_server() => Text::FieldAnswerServer,
            Field::Answer => Text::FieldAnswer,
            Field::State => Text::FieldState,
            Field::Code => Text::FieldCode,
            Field::AuthorizeEndpoint => Text::FieldAuthorizeEndpoint,
            Field::TokenEndpoint => Text::FieldTokenEndpoint,
            Field::RevocationEndpoint => Text::FieldRevocationEndpoint,
            Field::DeviceEndpoint => Text::FieldDeviceEndpoint,
            Field::CodeVerifier => Text::FieldCodeVerifier,
            Field::CallAddress => Text::FieldCallAddress,
            Field::CallAnswer if self.has_unnamed_server() => Text::FieldCallAnswerServer,
            Field::CallAnswer => Text::FieldCallAnswer,
            Field::Scopes => Text::FieldScopes,
            Field::Template => Text::FieldTemplate,
            Field::BlockLines => Text::FieldBlockLines,
            Field::Block => Text::FieldBlock,
            Field::Header => Text::HeaderLabel,
            Field::AuthorizeUrl => Text::AuthorizeUrl,
            Field::Registered => Text::FieldRegistered,
            Field::Requested => Text::FieldRequested,
            Field::Received => Text::FieldReceived,
            Field::Error => Text::FieldError,
            Field::Jwt => Text::FieldJwt,
            Field::Discovery => Text::FieldDiscovery,
            Field::PastedScopes => Text::FieldPastedScopes,
            Field::NeededScopes => Text::FieldNeededScopes,
            Field::Request => Text::FieldRequest,
            Field::Report => Text::ToolReport,
            Field::SecretToken => Text::FieldSecretToken,
            Field::EventUrl => Text::FieldEventUrl,
            Field::SecondClientId => Text::FieldSecondClientId,
            Field::SecondClientSecret => Text::FieldSecondClientSecret,
            Field::Input1
            | Field::Input2
            | Field::Input3
            | Field::Input4
            | Field::Input5
            | Field::Input6
            | Field::Input7
            | Field::Input8 => return self.input_label(field),
        })
    }

    /// The heading of the view.
    #[must_use]
    pub fn heading(&self) -> String {
        if self.leads_nowhere() {
            return self.texts.say(Text::NowhereTitle).to_owned();
        }
        match &self.route {
            Route::Start => self.texts.say(Text::StartTitle).to_owned(),
            Route::Product { .. } => match self.guide_heading() {
                Some(heading) => heading,
                None if !self.failures().is_empty() && !self.is_waiting() => {
                    self.texts.say(Text::NotLoadedTitle).to_owned()
                }
                None => self.texts.say(Text::Loading).to_owned(),
            },
            Route::Card { .. } => self.texts.say(Text::AnotherProduct).to_owned(),
            Route::Tools => self.texts.say(Text::NavTools).to_owned(),
            Route::Tool(tool) => self.texts.say(tool.title()).to_owned(),
            Route::About(About::Secrets) => self.texts.say(Text::FootSecrets).to_owned(),
            Route::About(About::Check) => self.texts.say(Text::FootCheck).to_owned(),
            Route::Nowhere => self.texts.say(Text::NowhereTitle).to_owned(),
            Route::Findings | Route::Finding(_) => {
                let heading = self.lazy().and_then(|lazy| (lazy.heading)(self));
                heading.unwrap_or_else(|| self.texts.say(Text::Loading).to_owned())
            }
        }
    }

    /// The heading of the guide that is shown.
    #[must_use]
    pub fn guide_heading(&self) -> Option<String> {
        let title = &self.guide()?.prose.title;
        Some(if title.is_empty() { self.sentence(Text::GuideTitle) } else { title.as_str().to_owned() })
    }

    /// What the window is called: the heading, and the page's own name.
    #[must_use]
    pub fn title(&self) -> String {
        let (heading, own) = (self.heading(), self.texts.say(Text::Title));
        if self.route == Route::Start || self.is_waiting() { own.to_owned() } else { format!("{heading} · {own}") }
    }

    /// What the status line says; empty if there is nothing to say.
    #[must_use]
    pub fn said_sentence(&self) -> String {
        match &self.said {
            None => String::new(),
            Some(Said::Copied(label)) => self.texts.fill(Text::Copied, &[("label", label)]),
            Some(Said::NotCopied(label)) => self.texts.fill(Text::CopyRefused, &[("label", label)]),
            Some(Said::Cleared) => self.texts.say(Text::Cleared).to_owned(),
            Some(Said::Lost(sentence)) => sentence.clone(),
            Some(Said::Masked) => self.texts.say(Text::SecretsHidden).to_owned(),
        }
    }

    /// What an app type is called in the language shown.
    pub(super) fn app_type<'a>(&'a self, app: &str, kind: &'a AppKind) -> &'a str {
        let language = self.texts.language().code();
        self.index.as_ref().map_or(&kind.name, |index| index.app_of(app, kind, language))
    }
}
