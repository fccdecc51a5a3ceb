//! The lines of a step.

use serde::Deserialize;

use super::{Confidence, Page};

/// One line of a step.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Whether to do it, to avoid it, or to know it.
    #[serde(default)]
    pub kind: TaskKind,
    /// The page of the provider on which it is done; absent: that of the line before it. Only the lines that create an app
    /// are on one.
    pub page: Option<Page>,
    /// The lines that it is a note on, as a list of lines names them: it is below the first of them that its step has.
    #[serde(default)]
    pub about: Vec<String>,
    /// What the page shows below the sentence.
    pub shows: Option<Shows>,
    /// How sure it is that the line is right.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources` of the same file.
    #[serde(default)]
    pub source: Vec<String>,
}

/// The kinds of line.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// Something to do, with a checkbox.
    #[default]
    Do,
    /// Something not to do.
    Avoid,
    /// Something to know.
    Know,
    /// A warning: something that may go wrong.
    Caution,
    /// A warning: something that does damage.
    Danger,
}

/// What a line shows below its sentence.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Shows {
    /// The app's name, to copy.
    AppName,
    /// The redirect URL, to enter and to copy.
    RedirectUrl,
    /// What goes into the allow list, to copy.
    AllowList,
    /// The scopes, to choose and to copy.
    Scopes,
    /// The event notification URL, to copy, or to paste where the product shows it.
    EventUrl,
    /// The events to select.
    Events,
    /// The field for the Secret Token.
    SecretToken,
}
