//! The steps of a guide, and how far each one is.

use strum::{EnumCount, IntoStaticStr};

use crate::catalog::{Flow, GrantType};

/// A step of a guide, in the order in which they are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount, IntoStaticStr)]
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
    /// Enter the values in the product.
    Enter,
}

impl Step {
    /// The steps that a flow needs.
    #[must_use]
    pub fn needed_for(flow: Flow) -> &'static [Step] {
        match (flow.grant, flow.by_hand) {
            (GrantType::AuthorizationCode, true) => {
                &[Step::Create, Step::Credentials, Step::Authorize, Step::Code, Step::Exchange, Step::Enter]
            }
            (GrantType::AuthorizationCode, false) => &[Step::Create, Step::Credentials, Step::Enter],
            (GrantType::AccountCredentials | GrantType::ClientCredentials, true) => {
                &[Step::Create, Step::Credentials, Step::Exchange, Step::Enter]
            }
            (GrantType::AccountCredentials | GrantType::ClientCredentials, false) => {
                &[Step::Create, Step::Credentials, Step::Try, Step::Enter]
            }
        }
    }

    /// Its name in the markup and in what a tab keeps.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether the guide goes on without it.
    #[must_use]
    pub fn is_optional(self) -> bool {
        self == Step::Try
    }
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
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
