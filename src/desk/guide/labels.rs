//! What a guide says: of its steps, its app type, its fields and its sources.

use super::{Progress, Step, attention_steps, current, number, progress, steps};
use crate::catalog::{Grant, Source};
use crate::desk::{Desk, Field};
use crate::texts::Text;

/// What to enter in a field of a guide.
#[must_use]
pub fn field_hint(desk: &Desk, field: Field) -> Option<String> {
    matches!(field, Field::AuthorizeEndpoint | Field::TokenEndpoint)
        .then(|| desk.texts.say(Text::HintEndpoint).to_owned())
}

/// How far the guide is, and which of its steps need attention.
#[must_use]
pub fn progress_sentence(desk: &Desk) -> String {
    let count = steps(desk).len().to_string();
    let attention: Vec<String> = attention_steps(desk).map(|step| number(desk, step).to_string()).collect();
    let far = match current(desk) {
        Some(step) => {
            let step = number(desk, step).to_string();
            Some(desk.texts.fill(Text::ProgressLabel, &[("step", &step), ("count", &count)]))
        }
        None if attention.is_empty() => Some(desk.texts.fill(Text::ProgressDone, &[("count", &count)])),
        None => None,
    };
    let steps = attention.join(", ");
    let attention = (!steps.is_empty()).then(|| desk.texts.fill(Text::ProgressAttention, &[("steps", &steps)]));
    far.into_iter().chain(attention).collect::<Vec<_>>().join(". ")
}

/// What a step is called, and that it needs attention.
#[must_use]
pub fn step_title_with_progress(desk: &Desk, step: Step) -> String {
    let mut title = step_title(desk, step);
    if progress(desk, step) == Progress::Attention {
        title.push_str(": ");
        title.push_str(desk.texts.say(Text::StepAttention));
    }
    title
}

/// What a step is called.
#[must_use]
pub fn step_title(desk: &Desk, step: Step) -> String {
    let unnamed = desk.has_unnamed_server();
    let by_code = desk.variant().is_some_and(|variant| variant.flow.grant == Grant::AuthorizationCode);
    desk.sentence(match step {
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

/// What the provider calls the app type.
#[must_use]
pub fn app_name(desk: &Desk) -> &str {
    let kind = desk.variant().and_then(|variant| desk.provider()?.apps.get(&variant.app));
    kind.map_or("", |kind| desk.app_type(kind))
}

/// How to tell the app type from the similar ones.
#[must_use]
pub fn app_sentence(desk: &Desk) -> &str {
    let prose = desk.variant().and_then(|variant| desk.guide()?.provider_prose.apps.get(&variant.app));
    prose.map_or("", String::as_str)
}

/// What the command is for.
#[must_use]
pub fn command_sentence(desk: &Desk, step: Step) -> String {
    desk.sentence(match step {
        Step::Try if desk.has_unnamed_server() => Text::TryTextServer,
        Step::Try => Text::TryText,
        _ if desk.has_unnamed_server() => Text::CommandTextServer,
        _ => Text::CommandText,
    })
}

/// Whether the authorization URL contains scopes that the admin enters.
#[must_use]
pub fn asks_scopes(desk: &Desk) -> bool {
    desk.provider().is_some_and(|provider| provider.scope_in_authorize_url)
}

/// What to enter as redirect URL.
#[must_use]
pub fn redirect_hint(desk: &Desk) -> Option<&str> {
    let prose = desk.guide()?.prose.variants.get(&desk.variant()?.id)?;
    prose.redirect.as_deref()
}

/// The sources of those names in the product's file.
#[must_use]
pub fn product_sources<'d>(desk: &'d Desk, names: &[String]) -> Vec<&'d Source> {
    let Some(guide) = desk.guide() else { return Vec::new() };
    names.iter().filter_map(|name| guide.product.sources.get(name)).collect()
}

/// What a set of scopes is for.
#[must_use]
pub fn set_sentence<'d>(desk: &'d Desk, set: &str) -> &'d str {
    desk.guide().and_then(|guide| guide.prose.scope_sets.get(set)).map_or("", String::as_str)
}
