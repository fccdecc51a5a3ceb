//! The values of the product's own fields: what the whole page is for.

use super::{Step, steps};
use crate::catalog::{Confidence, Placeholder, Template};
use crate::desk::Desk;
use crate::desk::parts::command;
use crate::desk::parts::template::Filling;
use crate::oauth::Secret;

/// A field of the product, and what to enter there.
#[derive(Clone, Debug)]
pub struct PanelValue<'d> {
    /// Its label, exactly as the product shows it.
    pub label: &'d str,
    /// Its value, or why there is none yet.
    pub state: ValueState,
    /// Whether its template contains a secret, so that it is masked until it is shown.
    pub is_secret: bool,
    /// Whether the product requires it.
    pub needed: bool,
    /// How sure label and content are.
    pub sure: Confidence,
    /// The product file's sentence about it, if it has one.
    pub remark: Option<&'d str>,
}

/// What goes into a field.
#[derive(Clone, Debug)]
pub enum ValueState {
    /// The value.
    Ready(Secret),
    /// Something is missing that comes with this step of the guide.
    Waits(Step),
    /// The admin's own; the remark explains it.
    Own,
}

/// The values for the product, in the order of its fields.
#[must_use]
pub fn values(desk: &Desk) -> Vec<PanelValue<'_>> {
    let (Some(guide), Some(variant)) = (desk.guide(), desk.variant()) else { return Vec::new() };
    let filling = Filling::new(desk);
    let has_secret = command::asks_client_secret(desk, desk.request_kind());
    // A public client has none to enter.
    let is_there =
        |template: &Template| has_secret || template.placeholders().all(|one| one != Placeholder::ClientSecret);
    let values =
        variant.values.iter().filter(|value| value.template.as_ref().is_none_or(is_there)).map(|value| PanelValue {
            label: &value.label,
            state: match &value.template {
                Some(template) => {
                    filling.fill(template).map_or_else(|hole| ValueState::Waits(brings(desk, hole)), ValueState::Ready)
                }
                None => ValueState::Own,
            },
            is_secret: value.template.as_ref().is_some_and(Template::is_secret),
            needed: value.needed,
            sure: value.sure,
            remark: guide.prose.values.get(&value.label).map(String::as_str),
        });
    values.collect()
}

/// The step that a value comes from.
fn brings(desk: &Desk, hole: Placeholder) -> Step {
    match hole {
        Placeholder::RefreshToken | Placeholder::AccessToken if steps(desk).contains(&Step::Exchange) => Step::Exchange,
        Placeholder::RefreshToken | Placeholder::AccessToken => Step::Try,
        Placeholder::RedirectUrl | Placeholder::Scopes => Step::Create,
        Placeholder::AccountId
        | Placeholder::ClientId
        | Placeholder::ClientSecret
        | Placeholder::AuthorizeUrl
        | Placeholder::TokenUrl => Step::Credentials,
    }
}
