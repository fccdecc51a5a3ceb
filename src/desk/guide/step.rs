//! The steps of a guide, and how far each one is.

use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

use crate::catalog::{EventOrder, Flow, GrantType, Variant};

/// A step of a guide, in the order in which they are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Step {
    /// Create the app.
    Create,
    /// Copy the credentials.
    Credentials,
    /// Authorize the app.
    Authorize,
    /// Get the authorization code.
    Code,
    /// Exchange the code, or request a token with the credentials alone.
    Exchange,
    /// Try the credentials: nothing the product needs, so it can be skipped.
    Try,
    /// Create a second app, for a product that can use two.
    Second,
    /// Set up the events that the provider reports to the product.
    Events,
    /// Enter the values in the product.
    Enter,
    /// What to do for a product that needs no app of one's own.
    Instead,
}

impl Step {
    /// The steps that a variant needs, in their order.
    #[must_use]
    pub fn needed_for(variant: &Variant) -> Vec<Step> {
        let mut steps = vec![Step::Create];
        if variant.flow.is_some() || !variant.credentials.is_empty() {
            steps.push(Step::Credentials);
        }
        steps.extend(variant.flow.map_or(&[][..], Step::of_token));
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
            (GrantType::AuthorizationCode, true) => &[Step::Authorize, Step::Code, Step::Exchange],
            (GrantType::AuthorizationCode, false) => &[],
            (GrantType::AccountCredentials | GrantType::ClientCredentials, true) => &[Step::Exchange],
            (GrantType::AccountCredentials | GrantType::ClientCredentials, false) => &[Step::Try],
        }
    }

    /// Its name in the markup, in links and in what a tab keeps; never changes.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
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
