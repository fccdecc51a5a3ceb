//! What is wrong, in words.

use crate::catalog::{Problem, SCOPE_TABLE, TemplateError, TemplateProblem, What};
use crate::desk::Desk;
use crate::desk::card::edit::Way;
use crate::desk::card::place::Place;
use crate::desk::card::refusal::CardRefusal;
use crate::desk::card::{DEEPEST, LONGEST_FILE, LONGEST_LINK, MOST};
use crate::desk::parts::template::filter_names;
use crate::texts::{Text, unmarked};

/// What is wrong with a card, at one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FaultView {
    /// What is wrong.
    pub says: String,
    /// The same in the words of the check of the catalog, which is English, where the form has none.
    pub detail: Option<String>,
    /// Whether it is only not done yet.
    pub is_open: bool,
    /// What sets it right.
    pub fix: Option<FaultFix>,
    /// The input that is missing.
    pub adds: Option<FaultAdd>,
}

/// An input that is added by a press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultAdd {
    /// What the press does.
    pub says: String,
    /// The name of the input.
    pub name: String,
}

/// What sets something right, as if it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultFix {
    /// What it does.
    pub says: String,
    /// The id of the field.
    pub id: String,
    /// Where in the card its text goes.
    pub place: Place,
    /// How.
    pub way: Way,
    /// What is in it then.
    pub text: String,
}

impl FaultView {
    pub(super) fn saying(says: impl Into<String>) -> FaultView {
        FaultView { says: says.into(), ..FaultView::default() }
    }
}

/// `value`: what is in the field, if it is at one.
pub(super) fn fault(desk: &Desk, problem: &Problem, value: Option<&str>) -> FaultView {
    let is_missing = matches!(problem, Problem::Missing(_) | Problem::Unmatched { .. });
    let is_empty = value.is_none_or(|value| value.trim().is_empty());
    let is_open = is_missing && is_empty || *problem == Problem::Superfluous(What::UnusedInput);
    let own = own_words(problem);
    // What only a file can have that somebody opened has no words of its own here.
    let detail = own.is_none().then(|| problem.to_string());
    let says = own.unwrap_or(match problem {
        Problem::Missing(_) => Text::CardFaultMissing,
        Problem::Unknown { .. } => Text::CardFaultUnknown,
        Problem::Superfluous(_) => Text::CardFaultSuperfluous,
        Problem::NotShown { .. } => Text::CardFaultNotShown,
        _ => Text::CardFaultUnreadable,
    });
    let name = match problem {
        Problem::Unknown { name, .. } => name.as_str(),
        Problem::NeverFilled { name, .. } => name,
        _ => "",
    };
    FaultView { detail, is_open, ..FaultView::saying(desk.texts.fill(says, &[("name", name)])) }
}

/// What the form says of a problem that somebody can have who fills it in.
fn own_words(problem: &Problem) -> Option<Text> {
    Some(match problem {
        Problem::Missing(What::Sentence) | Problem::Unmatched { .. } => Text::CardFaultSentence,
        Problem::Missing(What::Scope) => Text::CardFaultNoScope,
        Problem::Missing(What::BlockLine) => Text::CardFaultNoLine,
        Problem::Missing(What::Command) => Text::CardFaultNoCommand,
        Problem::Missing(What::FlowOrEvents) => Text::CardFaultNoGrant,
        Problem::Missing(What::CodeRedirect) => Text::CardFaultNoRedirect,
        Problem::Missing(What::Choices) => Text::CardFaultNoChoice,
        Problem::Missing(What::InputName) => Text::CardFaultInputName,
        Problem::Superfluous(What::UnusedInput) => Text::CardFaultUnusedInput,
        Problem::Superfluous(What::ManyInputs) => Text::CardFaultManyInputs,
        Problem::Superfluous(What::SameLine) => Text::CardFaultSameLine,
        Problem::Superfluous(What::SecretRedirect) => Text::CardFaultSecretRedirect,
        Problem::Superfluous(What::CommandOfFormat) => Text::CardFaultCommand,
        Problem::NotShown { what: What::Scopes, .. } => Text::CardFaultScopesNotShown,
        Problem::NotShown { what: What::Redirect, .. } => Text::CardFaultRedirectNotShown,
        Problem::NotShown { what: What::AppName, .. } => Text::CardFaultNameNotShown,
        Problem::Unknown { listed_in, .. } if listed_in == SCOPE_TABLE => Text::CardFaultScope,
        Problem::NoMonth(_) => Text::CardFaultMonth,
        Problem::SameLabel => Text::CardFaultSameLabel,
        Problem::Twice => Text::CardFaultTwice,
        Problem::NeverFilled { .. } => Text::CardFaultNeverFilled,
        _ => return None,
    })
}

/// Why a text is no template. `names`: those that it can have.
pub(super) fn template(desk: &Desk, error: &TemplateError, names: &str) -> FaultView {
    FaultView::saying(match &error.problem {
        TemplateProblem::NotClosed => desk.texts.say(Text::TemplateNotClosed).to_owned(),
        TemplateProblem::NotOpened => desk.texts.say(Text::TemplateNotOpened).to_owned(),
        TemplateProblem::UnknownName { .. } => desk.texts.fill(Text::TemplateUnknown, &[("names", names)]),
        TemplateProblem::UnknownFilter(_) => {
            desk.texts.fill(Text::TemplateUnknownFilter, &[("names", &filter_names())])
        }
    })
}

/// What a refusal says.
pub(in crate::desk::card) fn refusal(desk: &Desk, refusal: &CardRefusal) -> String {
    let fill = |text: Text, values: &[(&str, &str)]| desk.texts.fill(text, values);
    match refusal {
        CardRefusal::NotJson { line, column } => {
            fill(Text::CardNotJson, &[("line", &line.to_string()), ("column", &column.to_string())])
        }
        CardRefusal::NoCard => fill(Text::CardNoCard, &[]),
        CardRefusal::Twice(name) => fill(Text::CardTwice, &[("name", name)]),
        CardRefusal::TooDeep => desk.texts.count(Text::CardTooDeep, &[("count", DEEPEST)], &[]),
        CardRefusal::TooMany => desk.texts.count(Text::CardTooMany, &[("count", MOST)], &[]),
        CardRefusal::TooLong => {
            desk.texts.count(Text::CardTooLong, &[("link", LONGEST_LINK), ("file", LONGEST_FILE / 1024)], &[])
        }
        CardRefusal::NoLink => fill(Text::CardNoLink, &[]),
        CardRefusal::Version(version) => fill(Text::CardVersion, &[("version", version)]),
        CardRefusal::Unfinished(reason) => fill(Text::CardUnfinished, &[("reason", reason)]),
        CardRefusal::Unseen(ch) => fill(Text::CardUnseen, &[("code", &format!("U+{:04X}", u32::from(*ch)))]),
        CardRefusal::Secret => fill(Text::CardSecret, &[("client_secret", "{client_secret}")]),
        CardRefusal::Provider(name) => fill(Text::CardNoProvider, &[("name", &unmarked(name))]),
        CardRefusal::Insecure(url) => fill(Text::CardInsecure, &[("url", url)]),
    }
}
