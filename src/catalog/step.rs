//! The steps of a guide.

use serde::Deserialize;
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// A step of a guide, in the order in which they are taken.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, EnumCount, EnumString, IntoStaticStr, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Step {
    /// Create the app.
    Create,
    /// Set its redirect URL.
    Redirect,
    /// Add its scopes.
    Scopes,
    /// Activate it.
    Activate,
    /// Open the page on which it is added for a test.
    LocalTest,
    /// Copy the credentials.
    Credentials,
    /// Authorize the app, and bring back the code. Older links and reports have a step of its own for that.
    #[strum(to_string = "authorize", serialize = "code")]
    Authorize,
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
    /// Its name in the markup, in links and in files; never changes.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether it is one of those that create the app, which share a list of lines in a product's file.
    #[must_use]
    pub fn creates_app(self) -> bool {
        matches!(self, Step::Create | Step::Redirect | Step::Scopes | Step::Activate | Step::LocalTest)
    }

    /// What the state of a line's checkbox is kept under. It is that of the whole list, so that nothing is lost where a
    /// line goes to a different page.
    #[must_use]
    pub fn list_name(self) -> &'static str {
        if self.creates_app() { Step::Create.name() } else { self.name() }
    }
}
