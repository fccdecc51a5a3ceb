//! The lines that the form for a card of one's own begins with.

use serde::Deserialize;

/// The provider's lines for one app type, by step.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CardLines {
    /// Those of the step "Create the app".
    #[serde(default)]
    pub create: Vec<CardLine>,
    /// Those of the step "Copy the credentials".
    #[serde(default)]
    pub credentials: Vec<CardLine>,
    /// Those of the step "Set up events".
    #[serde(default)]
    pub subscribe: Vec<CardLine>,
    /// Those of the step "Enter the values".
    #[serde(default)]
    pub enter: Vec<CardLine>,
}

/// A line, and the cards that have it.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CardLine {
    /// A name in `tasks`.
    pub line: String,
    /// What a card must have or lack for it, all of it; none: every card has the line.
    #[serde(default)]
    pub when: Vec<CardWhen>,
}

/// What a card has or lacks.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CardWhen {
    /// A name for the app.
    AppName,
    /// No name for the app.
    NoAppName,
    /// A redirect URL.
    Redirect,
    /// One that the product does not show.
    RedirectEntered,
    /// One that the product shows.
    RedirectFromProduct,
    /// Entries for the allow list.
    AllowList,
    /// Scopes, current or classic.
    Scopes,
    /// No scopes.
    NoScopes,
    /// Scopes that are not in the provider's table.
    UnlistedScopes,
    /// Events.
    Events,
    /// No events.
    NoEvents,
    /// Names of events.
    EventNames,
    /// A value or a block with the Secret Token in it.
    SecretToken,
    /// The grant type of that name.
    AuthorizationCode,
    /// The grant type of that name.
    AccountCredentials,
    /// The grant type of that name.
    ClientCredentials,
}

impl CardLines {
    /// The lists, each with its key in a variant.
    #[must_use]
    pub fn lists(&self) -> [(&'static str, &[CardLine]); 4] {
        [
            ("create", &self.create),
            ("credentials", &self.credentials),
            ("subscribe", &self.subscribe),
            ("enter", &self.enter),
        ]
    }
}
