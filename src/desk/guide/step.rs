//! The steps that a guide has, and how far each one can be.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::catalog::{EventOrder, Flow, GrantType, Guide, Step, Variant};

/// The steps that a variant needs, in their order.
pub(super) fn needed_for(guide: &Guide, variant: &Variant) -> Vec<Step> {
    let mut steps: Vec<Step> = guide.pages(variant).into_iter().map(|(page, _)| page.step()).collect();
    if steps.is_empty() {
        // The guide of a card that is only begun.
        steps.push(Step::Create);
    }
    if variant.flow.is_some() || !variant.credentials.is_empty() {
        steps.push(Step::Credentials);
    }
    steps.extend(variant.flow.map_or(&[][..], of_token));
    if variant.second_app.is_some() {
        steps.push(Step::Second);
    }
    match variant.events.as_ref().map(|events| events.order) {
        None => steps.push(Step::Enter),
        // The product must have the Secret Token before the provider calls it.
        Some(Some(EventOrder::ProductFirst)) => steps.extend([Step::Enter, Step::Events]),
        Some(Some(EventOrder::ZoomFirst) | None) => steps.extend([Step::Events, Step::Enter]),
    }
    steps
}

/// The steps in which the token is requested by hand, or the credentials are tried.
fn of_token(flow: Flow) -> &'static [Step] {
    match (flow.grant, flow.by_hand) {
        (GrantType::AuthorizationCode, true) => &[Step::Authorize, Step::Exchange],
        (GrantType::AuthorizationCode, false) => &[],
        (GrantType::AccountCredentials | GrantType::ClientCredentials, true) => &[Step::Exchange],
        (GrantType::AccountCredentials | GrantType::ClientCredentials, false) => &[Step::Try],
    }
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Progress {
    /// All of it is there.
    Done,
    /// All of it is there, but a value has a warning or a line is not checked off.
    Attention,
    /// The first one that is not done.
    Now,
    /// Still to come.
    #[strum(serialize = "open")]
    Later,
}

impl Progress {
    /// Its name in the markup, in kebab-case.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}
