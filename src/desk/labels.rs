//! What fields, steps and findings are called in the language and for the provider shown.

use super::{CodeView, Desk, Field, FoundIn, Needs, Progress, Route, Said, Step, Tool};
use crate::catalog::{AppKind, Grant, Source};
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
    fn product_name(&self) -> &str {
        let Some(guide) = self.guide() else { return "" };
        guide.prose.name.as_deref().unwrap_or(&guide.product.name)
    }

    /// A sentence with the names of the product and its provider.
    #[must_use]
    pub fn sentence(&self, text: Text) -> String {
        let product = self.product_name();
        self.texts.fill(text, &[("provider", self.provider_name()), ("product", product)])
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
            Field::Header => Text::HeaderLabel,
            Field::AuthorizeUrl => Text::AuthorizeUrl,
            Field::Registered => Text::FieldRegistered,
            Field::Requested => Text::FieldRequested,
            Field::Received => Text::FieldReceived,
            Field::Error => Text::FieldError,
            Field::Jwt => Text::FieldJwt,
            Field::PastedScopes => Text::FieldPastedScopes,
            Field::NeededScopes => Text::FieldNeededScopes,
            Field::Request => Text::FieldRequest,
        })
    }

    /// How far the guide is, and which of its steps need attention.
    #[must_use]
    pub fn progress_sentence(&self) -> String {
        let count = self.steps().len().to_string();
        let attention: Vec<String> = self.attention_steps().map(|step| self.number(step).to_string()).collect();
        let far = match self.current() {
            Some(step) => {
                let step = self.number(step).to_string();
                Some(self.texts.fill(Text::ProgressLabel, &[("step", &step), ("count", &count)]))
            }
            None if attention.is_empty() => Some(self.texts.fill(Text::ProgressDone, &[("count", &count)])),
            None => None,
        };
        let steps = attention.join(", ");
        let attention = (!steps.is_empty()).then(|| self.texts.fill(Text::ProgressAttention, &[("steps", &steps)]));
        far.into_iter().chain(attention).collect::<Vec<_>>().join(". ")
    }

    /// What a step is called, and that it needs attention.
    #[must_use]
    pub fn step_title_with_progress(&self, step: Step) -> String {
        let mut title = self.step_title(step);
        if self.progress(step) == Progress::Attention {
            title.push_str(": ");
            title.push_str(self.texts.say(Text::StepAttention));
        }
        title
    }

    /// What a step is called.
    #[must_use]
    pub fn step_title(&self, step: Step) -> String {
        let unnamed = self.has_unnamed_server();
        let by_code = self.variant().is_some_and(|variant| variant.flow.grant == Grant::AuthorizationCode);
        self.sentence(match step {
            Step::Create if unnamed => Text::StepCreateServer,
            Step::Create => Text::StepCreate,
            Step::Credentials if unnamed => Text::StepCredentialsServer,
            Step::Credentials => Text::StepCredentials,
            Step::Authorize if unnamed => Text::StepAuthorizeServer,
            Step::Authorize => Text::StepAuthorize,
            Step::Code => Text::StepCode,
            Step::Exchange if by_code => Text::StepExchangeCode,
            Step::Exchange => Text::StepExchange,
            Step::Try => Text::StepTry,
            Step::Enter if unnamed => Text::StepEnterServer,
            Step::Enter => Text::StepEnter,
        })
    }

    /// What a tool is called.
    #[must_use]
    pub fn tool_title(tool: Tool) -> Text {
        match tool {
            Tool::BasicHeader => Text::HeaderLabel,
            Tool::AuthorizeUrl => Text::AuthorizeUrl,
            Tool::Redirect => Text::ToolRedirect,
            Tool::TokenRequest => Text::ToolTokenRequest,
            Tool::TokenAnswer => Text::ToolTokenAnswer,
            Tool::CredentialString => Text::ToolCredentialString,
            Tool::AppType => Text::ToolAppType,
            Tool::Values => Text::ToolValues,
            Tool::ReadHeader => Text::ToolReadHeader,
            Tool::ReadAuthorizeUrl => Text::ToolReadAuthorizeUrl,
            Tool::CompareRedirects => Text::ToolCompareRedirects,
            Tool::ErrorAnswer => Text::ToolErrorAnswer,
            Tool::Jwt => Text::ToolJwt,
            Tool::Scopes => Text::ToolScopes,
            Tool::Request => Text::ToolRequest,
        }
    }

    /// What a tool does.
    #[must_use]
    pub fn tool_lead(tool: Tool) -> Text {
        match tool {
            Tool::BasicHeader => Text::ToolBasicHeaderLead,
            Tool::AuthorizeUrl => Text::ToolAuthorizeUrlLead,
            Tool::Redirect => Text::ToolRedirectLead,
            Tool::TokenRequest => Text::ToolTokenRequestLead,
            Tool::TokenAnswer => Text::ToolTokenAnswerLead,
            Tool::CredentialString => Text::ToolCredentialStringLead,
            Tool::AppType => Text::ToolAppTypeLead,
            Tool::Values => Text::ToolValuesLead,
            Tool::ReadHeader => Text::ToolReadHeaderLead,
            Tool::ReadAuthorizeUrl => Text::ToolReadAuthorizeUrlLead,
            Tool::CompareRedirects => Text::ToolCompareRedirectsLead,
            Tool::ErrorAnswer => Text::ToolErrorAnswerLead,
            Tool::Jwt => Text::ToolJwtLead,
            Tool::Scopes => Text::ToolScopesLead,
            Tool::Request => Text::ToolRequestLead,
        }
    }

    /// The heading of the view.
    #[must_use]
    pub fn heading(&self) -> String {
        if self.leads_nowhere() {
            return self.texts.say(Text::NowhereTitle).to_owned();
        }
        match &self.route {
            Route::Start => self.texts.say(Text::StartTitle).to_owned(),
            Route::Product { .. } => match self.guide() {
                Some(guide) => guide.prose.title.clone().unwrap_or_else(|| self.sentence(Text::GuideTitle)),
                None if !self.failures().is_empty() && !self.is_waiting() => {
                    self.texts.say(Text::NotLoadedTitle).to_owned()
                }
                None => self.texts.say(Text::Loading).to_owned(),
            },
            Route::Tools => self.texts.say(Text::NavTools).to_owned(),
            Route::Tool(tool) => self.texts.say(Desk::tool_title(*tool)).to_owned(),
            Route::Secrets => self.texts.say(Text::FootSecrets).to_owned(),
            Route::Nowhere => self.texts.say(Text::NowhereTitle).to_owned(),
        }
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
            Some(Said::Masked) => self.texts.say(Text::SecretsHidden).to_owned(),
        }
    }

    /// Why something is not there yet; `text` names it and has a place for the fields.
    #[must_use]
    pub fn needs_sentence(&self, text: Text, needs: &Needs) -> String {
        match needs {
            Needs::OtherFormat { character, instead } => self.cannot_sentence(*character, *instead),
            Needs::Fields(fields) => {
                let labels: Vec<String> = fields.iter().map(|field| format!("**{}**", self.label(*field))).collect();
                self.texts.fill(text, &[("fields", &labels.join(", "))])
            }
            Needs::Mended(field, finding) => {
                let texts = FoundIn { field: Some(*field), pair: None };
                format!("**{}**: {}", self.label(*field), self.finding_sentence(finding, texts))
            }
        }
    }

    /// What the provider calls the app type.
    #[must_use]
    pub fn app_name(&self) -> &str {
        let kind = self.variant().and_then(|variant| self.provider()?.apps.get(&variant.app));
        kind.map_or("", |kind| self.app_type(kind))
    }

    /// What an app type is called in the language shown.
    pub(super) fn app_type<'a>(&self, kind: &'a AppKind) -> &'a str {
        kind.name_in(self.texts.language().code())
    }

    /// How to tell the app type from the similar ones.
    #[must_use]
    pub fn app_sentence(&self) -> &str {
        let prose = self.variant().and_then(|variant| self.guide()?.provider_prose.apps.get(&variant.app));
        prose.map_or("", String::as_str)
    }

    /// What the command is for.
    #[must_use]
    pub fn command_sentence(&self, step: Step) -> String {
        self.sentence(match step {
            Step::Try if self.has_unnamed_server() => Text::TryTextServer,
            Step::Try => Text::TryText,
            _ if self.has_unnamed_server() => Text::CommandTextServer,
            _ => Text::CommandText,
        })
    }

    /// Whether the authorization URL contains scopes that the admin enters.
    #[must_use]
    pub fn asks_scopes(&self) -> bool {
        self.provider().is_some_and(|provider| provider.scope_in_authorize_url)
    }

    /// What to enter as redirect URL.
    #[must_use]
    pub fn redirect_hint(&self) -> Option<&str> {
        let prose = self.guide()?.prose.variants.get(&self.variant()?.id)?;
        prose.redirect.as_deref()
    }

    /// The sources of those names in the product's file.
    #[must_use]
    pub fn product_sources(&self, names: &[String]) -> Vec<&Source> {
        let Some(guide) = self.guide() else { return Vec::new() };
        names.iter().filter_map(|name| guide.product.sources.get(name)).collect()
    }

    /// What a set of scopes is for.
    #[must_use]
    pub fn set_sentence(&self, set: &str) -> &str {
        self.guide().and_then(|guide| guide.prose.scope_sets.get(set)).map_or("", String::as_str)
    }

    /// What to paste as the returned URL, and the lifetime of the code where that is known.
    #[must_use]
    pub fn landed_hint(&self) -> String {
        match self.provider().and_then(|provider| provider.code_lifetime) {
            Some(seconds) => self.texts.fill(Text::HintLandedMinutes, &[("minutes", &(seconds / 60).to_string())]),
            None => self.texts.say(Text::HintLanded).to_owned(),
        }
    }

    /// How long a code is still valid, as `4:12`.
    #[must_use]
    pub fn time_left(view: &CodeView) -> Option<String> {
        let left = view.time_left?;
        Some(format!("{}:{:02}", left.seconds / 60, left.seconds % 60))
    }
}
