//! What is wrong, in words.

use crate::catalog::{Problem, TemplateError, TemplateProblem};
use crate::desk::Desk;
use crate::desk::card::edit::Way;
use crate::desk::card::place::Place;
use crate::desk::card::refusal::CardRefusal;
use crate::desk::card::{DEEPEST, LONGEST_FILE, LONGEST_LINK, MOST};
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
    let fill = |text: Text, name: &str| desk.texts.fill(text, &[("name", name)]);
    let unused = Problem::Superfluous("an input that no template names");
    let is_missing = matches!(problem, Problem::Missing(_) | Problem::Unmatched { .. });
    let is_open = is_missing && value.is_none_or(|value| value.trim().is_empty()) || *problem == unused;
    let (says, name) = match problem {
        Problem::Missing(what) => (missing(what), ""),
        Problem::Unmatched { .. } => (Some(Text::CardFaultSentence), ""),
        Problem::Unknown { name, listed_in } if listed_in == "the provider's scope table" => {
            (Some(Text::CardFaultScope), name.as_str())
        }
        Problem::Superfluous(what) => (superfluous(what), ""),
        Problem::NotShown { what, .. } => (not_shown(what), ""),
        Problem::NoMonth(_) => (Some(Text::CardFaultMonth), ""),
        Problem::SameLabel => (Some(Text::CardFaultSameLabel), ""),
        Problem::Twice => (Some(Text::CardFaultTwice), ""),
        Problem::NeverFilled { name, .. } => (Some(Text::CardFaultNeverFilled), *name),
        Problem::Unknown { .. } | Problem::Unreadable(_) => (None, ""),
    };
    if let Some(says) = says {
        return FaultView { is_open, ..FaultView::saying(fill(says, name)) };
    }
    // What only a file can have that somebody opened has no words of its own here.
    let (says, name) = match problem {
        Problem::Missing(_) => (Text::CardFaultMissing, ""),
        Problem::Unknown { name, .. } => (Text::CardFaultUnknown, name.as_str()),
        Problem::Superfluous(_) => (Text::CardFaultSuperfluous, ""),
        Problem::NotShown { .. } => (Text::CardFaultNotShown, ""),
        _ => (Text::CardFaultUnreadable, ""),
    };
    FaultView { detail: Some(problem.to_string()), is_open, ..FaultView::saying(fill(says, name)) }
}

fn missing(what: &str) -> Option<Text> {
    Some(match what {
        "the sentence" => Text::CardFaultSentence,
        "a scope" => Text::CardFaultNoScope,
        "a line" => Text::CardFaultNoLine,
        "`command`" => Text::CardFaultNoCommand,
        "`flow` or `events`" => Text::CardFaultNoGrant,
        "the redirect URL of a code flow" => Text::CardFaultNoRedirect,
        "`of` with the texts to choose from" => Text::CardFaultNoChoice,
        what if what.starts_with("a name such as") => Text::CardFaultInputName,
        _ => return None,
    })
}

fn superfluous(what: &str) -> Option<Text> {
    Some(match what {
        "an input that no template names" => Text::CardFaultUnusedInput,
        "more than eight inputs" => Text::CardFaultManyInputs,
        "a second line that shows the same" => Text::CardFaultSameLine,
        "a secret in a redirect URL" => Text::CardFaultSecretRedirect,
        "`command`, for this format," => Text::CardFaultCommand,
        _ => return None,
    })
}

fn not_shown(what: &str) -> Option<Text> {
    Some(match what {
        "a list of scopes" => Text::CardFaultScopesNotShown,
        "`redirect`" => Text::CardFaultRedirectNotShown,
        "`app_name`" => Text::CardFaultNameNotShown,
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
            let known = "`|base64` `|form` `|json` `|shell` `|url`";
            desk.texts.fill(Text::TemplateUnknownFilter, &[("names", known)])
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
        CardRefusal::TooDeep => fill(Text::CardTooDeep, &[("count", &DEEPEST.to_string())]),
        CardRefusal::TooMany => fill(Text::CardTooMany, &[("count", &MOST.to_string())]),
        CardRefusal::TooLong => fill(
            Text::CardTooLong,
            &[("link", &LONGEST_LINK.to_string()), ("file", &(LONGEST_FILE / 1024).to_string())],
        ),
        CardRefusal::NoLink => fill(Text::CardNoLink, &[]),
        CardRefusal::Version(version) => fill(Text::CardVersion, &[("version", version)]),
        CardRefusal::Unfinished(reason) => fill(Text::CardUnfinished, &[("reason", reason)]),
        CardRefusal::Unseen(ch) => fill(Text::CardUnseen, &[("code", &format!("U+{:04X}", u32::from(*ch)))]),
        CardRefusal::Secret => fill(Text::CardSecret, &[("client_secret", "{client_secret}")]),
        CardRefusal::Provider(name) => fill(Text::CardNoProvider, &[("name", &unmarked(name))]),
        CardRefusal::Insecure(url) => fill(Text::CardInsecure, &[("url", url)]),
    }
}
