//! The values of the product's own fields: what the whole page is for.

use super::{Step, steps};
use crate::catalog::{Confidence, Placeholder, Template};
use crate::desk::Desk;
use crate::desk::parts::template::Filling;
use crate::oauth::Secret;

/// One field of the product.
#[derive(Clone, Debug)]
pub struct PanelValue<'d> {
    /// Its exact label.
    pub label: &'d str,
    /// Its value, or why there is none yet.
    pub state: ValueState,
    /// Whether it is masked.
    pub is_secret: bool,
    /// Whether the product needs it.
    pub needed: bool,
    /// How sure label and content are.
    pub sure: Confidence,
    /// A remark.
    pub remark: Option<&'d str>,
}

/// What goes into a field.
#[derive(Clone, Debug)]
pub enum ValueState {
    /// This.
    Ready(Secret),
    /// It comes with that step.
    Waits(Step),
    /// The admin's own; the remark explains it.
    Own,
}

/// The values for the product, in the order of its fields.
#[must_use]
pub fn values(desk: &Desk) -> Vec<PanelValue<'_>> {
    let (Some(guide), Some(variant)) = (desk.guide(), desk.variant()) else { return Vec::new() };
    let filling = Filling::of(desk);
    let values = variant.values.iter().map(|value| PanelValue {
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
