//! What a guide says: of its steps, its app type, its fields and its sources.

use super::{Progress, attention_steps, current, is_optional, number, progress, steps};
use crate::catalog::{FromProduct, GrantType, Sentence, Source, Step, Variant};
use crate::desk::{Desk, Field, card};
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
    let count = ("count", steps(desk).len());
    let attention: Vec<String> = attention_steps(desk).map(|step| number(desk, step).to_string()).collect();
    let far = match current(desk) {
        Some(step) => Some(desk.texts.count(Text::ProgressLabel, &[("step", number(desk, step)), count], &[])),
        None if attention.is_empty() => Some(desk.texts.count(Text::ProgressDone, &[count], &[])),
        None => None,
    };
    let attention = (!attention.is_empty()).then(|| {
        let (numbers, steps) = ([("count", attention.len())], desk.texts.list(&attention));
        desk.texts.count(Text::ProgressAttention, &numbers, &[("steps", &steps)])
    });
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
    let title = step_name(desk, step);
    let is_marked = matches!(step, Step::Second | Step::Events) && is_optional(desk, step);
    if is_marked { desk.texts.fill(Text::StepOptional, &[("step", &title)]) } else { title }
}

fn step_name(desk: &Desk, step: Step) -> String {
    let unnamed = desk.has_unnamed_server();
    let by_code = desk.variant().and_then(Variant::grant) == Some(GrantType::AuthorizationCode);
    desk.sentence(match step {
        Step::Create if unnamed => Text::StepCreateServer,
        Step::Create => Text::StepCreate,
        Step::Redirect => Text::StepRedirect,
        Step::Scopes => Text::StepScopes,
        Step::Activate => Text::StepActivate,
        Step::LocalTest => Text::StepLocalTest,
        Step::Credentials if unnamed => Text::StepCredentialsServer,
        Step::Credentials => Text::StepCredentials,
        Step::Authorize if unnamed => Text::StepAuthorizeServer,
        Step::Authorize => Text::StepAuthorize,
        Step::Exchange if by_code => Text::StepExchangeCode,
        Step::Exchange => Text::StepExchange,
        Step::Try => Text::StepTry,
        Step::Second => Text::StepSecond,
        Step::Events => Text::StepEvents,
        Step::Enter if unnamed => Text::StepEnterServer,
        Step::Enter => Text::StepEnter,
        Step::Instead => Text::StepInstead,
    })
}

/// The month in which its facts were verified; nobody has verified a card of one's own.
#[must_use]
pub fn verified(desk: &Desk) -> Option<&str> {
    desk.guide().filter(|_| !card::is_shown(desk)).map(|guide| guide.product.checked.as_str())
}

/// What the provider calls the app type.
#[must_use]
pub fn app_name(desk: &Desk) -> &str {
    let app = desk.variant().map(|variant| &variant.app);
    app.and_then(|app| Some(desk.app_type(app, desk.provider()?.apps.get(app)?))).unwrap_or_default()
}

/// How to tell the app type from the similar ones.
#[must_use]
pub fn app_sentence(desk: &Desk) -> Option<&Sentence> {
    desk.guide()?.provider_prose.apps.get(&desk.variant()?.app)
}

/// How to tell the app type of the second app from the similar ones.
#[must_use]
pub fn second_app_sentence(desk: &Desk) -> Option<&Sentence> {
    desk.guide()?.provider_prose.apps.get(&desk.variant()?.second_app.as_ref()?.app)
}

/// What to know about an input, if the product's file has a sentence for it.
#[must_use]
pub fn input_note(desk: &Desk, field: Field) -> Option<&Sentence> {
    let (name, _) = desk.input(field)?;
    desk.guide()?.prose.inputs.get(name).map(|prose| &prose.note).filter(|note| !note.is_empty())
}

/// The language that the label of an input is in, if it is not that of the page: the product's own, or English where the
/// product's sentences lack it.
#[must_use]
pub fn label_language(desk: &Desk, field: Field) -> Option<&str> {
    let (name, input) = desk.input(field)?;
    let guide = desk.guide()?;
    if input.label.is_some() {
        return Some(&guide.product.labels_language);
    }
    guide.prose.inputs.get(name).is_some_and(|prose| prose.label.is_foreign()).then_some("en")
}

/// What to paste where the product shows a URL.
#[must_use]
pub fn from_product_sentence(desk: &Desk, from: &FromProduct) -> String {
    let sentence = desk.texts.fill(Text::FromProduct, &[("product", desk.product_name()), ("label", &from.label)]);
    let place = from.place.join(" › ");
    if place.is_empty() {
        return sentence;
    }
    [sentence, desk.texts.fill(Text::FromProductPlace, &[("place", &place)])].join(" ")
}

/// Which fields are missing for a URL that the page builds.
#[must_use]
pub fn needs_sentence(desk: &Desk, fields: &[Field]) -> String {
    let labels: Vec<String> = fields.iter().map(|field| format!("**{}**", desk.label(*field))).collect();
    desk.texts.fill(Text::UrlNeeds, &[("fields", &desk.texts.list(&labels))])
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
