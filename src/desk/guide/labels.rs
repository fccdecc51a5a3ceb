//! What a guide says: of its steps, its app type, its fields and its sources.

use super::{Progress, Step, attention_steps, current, number, progress, steps};
use crate::catalog::{GrantType, Sentence, Source, Variant};
use crate::desk::{Desk, Field};
use crate::texts::Text;

/// The hint below a field of a guide, if it has one.
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

/// The heading of a step, with a remark if it needs attention.
#[must_use]
pub fn step_title_with_progress(desk: &Desk, step: Step) -> String {
    let mut title = step_title(desk, step);
    if progress(desk, step) == Progress::Attention {
        title.push_str(": ");
        title.push_str(desk.texts.say(Text::StepAttention));
    }
    title
}

/// The heading of a step.
#[must_use]
pub fn step_title(desk: &Desk, step: Step) -> String {
    let unnamed = desk.has_unnamed_server();
    let by_code = desk.variant().and_then(Variant::grant) == Some(GrantType::AuthorizationCode);
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
pub fn app_sentence(desk: &Desk) -> Option<&Sentence> {
    desk.guide()?.provider_prose.apps.get(&desk.variant()?.app)
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

/// The hint below the field for the redirect URL, if the product's file has one.
#[must_use]
pub fn redirect_hint(desk: &Desk) -> Option<&Sentence> {
    let prose = desk.guide()?.prose.variants.get(&desk.variant()?.id)?;
    Some(&prose.redirect).filter(|sentence| !sentence.is_empty())
}

/// The sources of those names in the product's file.
#[must_use]
pub fn product_sources<'d>(desk: &'d Desk, names: &[String]) -> Vec<&'d Source> {
    let Some(guide) = desk.guide() else { return Vec::new() };
    names.iter().filter_map(|name| guide.product.sources.get(name)).collect()
}

/// What a set of scopes is for.
#[must_use]
pub fn set_sentence<'d>(desk: &'d Desk, set: &str) -> Option<&'d Sentence> {
    desk.guide()?.prose.scope_sets.get(set)
}
