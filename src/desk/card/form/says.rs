//! What is wrong, in words.

use crate::catalog::Problem;
use crate::desk::Desk;
use crate::desk::card::refusal::CardRefusal;
use crate::desk::card::{DEEPEST, LONGEST_FILE, LONGEST_LINK, MOST};
use crate::texts::{Text, unmarked};

/// What is wrong with a card, at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultView {
    /// What is wrong.
    pub says: String,
    /// The same in the words of the check of the catalog, which is English, where that says more.
    pub detail: Option<String>,
}

pub(super) fn fault(desk: &Desk, problem: &Problem) -> FaultView {
    let say = |text: Text| desk.texts.say(text).to_owned();
    let (says, has_detail) = match problem {
        Problem::Missing("the sentence") | Problem::Unmatched { .. } => (say(Text::CardFaultSentence), false),
        Problem::Missing(_) => (say(Text::CardFaultMissing), true),
        Problem::Unknown { name, .. } => (desk.texts.fill(Text::CardFaultUnknown, &[("name", name)]), true),
        Problem::Superfluous(_) => (say(Text::CardFaultSuperfluous), true),
        Problem::NotShown { .. } => (say(Text::CardFaultNotShown), true),
        Problem::NoMonth(_) => (say(Text::CardFaultMonth), false),
        Problem::SameLabel => (say(Text::CardFaultSameLabel), false),
        Problem::Twice => (say(Text::CardFaultTwice), false),
        Problem::NeverFilled { name, .. } => (desk.texts.fill(Text::CardFaultNeverFilled, &[("name", name)]), true),
        Problem::Unreadable(_) => (say(Text::CardFaultUnreadable), true),
    };
    FaultView { says, detail: has_detail.then(|| problem.to_string()) }
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
