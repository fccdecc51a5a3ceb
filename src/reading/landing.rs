//! What is to be said of the address one landed on.

use super::redirect_differences::leads_to;
use super::{Finding, FindingKind};
use crate::oauth::{Landing, MissingReason, NoteKind, Outcome, StateVerdict};

/// What is to be said of it, the verdicts first and the remarks behind. `redirect_url` is the one that was sent; empty
/// if it is not known.
#[must_use]
pub fn landing_findings(landing: &Landing, redirect_url: &str) -> Vec<Finding> {
    let mut found = vec![Finding::whole(match &landing.outcome {
        Outcome::Code(_) => FindingKind::CodeFound,
        Outcome::Refused(_) => FindingKind::AuthorizationRefused,
        Outcome::Missing(MissingReason::Nothing | MissingReason::NoCode) => FindingKind::CodeMissing,
        Outcome::Missing(MissingReason::EmptyCode) => FindingKind::CodeEmpty,
        Outcome::Missing(MissingReason::SeveralCodes) => FindingKind::SeveralCodes,
    })];
    if !matches!(landing.outcome, Outcome::Missing(_)) {
        found.extend(state_finding(landing.state).map(Finding::whole));
        found.extend(address_finding(landing, redirect_url).map(Finding::whole));
    }
    found.extend(landing.notes.iter().map(|note| Finding::at(note_finding(&note.kind), note.at)));
    found
}

fn state_finding(verdict: StateVerdict) -> Option<FindingKind> {
    match verdict {
        StateVerdict::NotExpected => None,
        StateVerdict::Same => Some(FindingKind::StateMatches),
        StateVerdict::Different => Some(FindingKind::StateDiffers),
        StateVerdict::Absent => Some(FindingKind::StateAbsent),
        StateVerdict::Repeated => Some(FindingKind::StateRepeated),
        StateVerdict::NotSeen => Some(FindingKind::StateNotSeen),
    }
}

/// Compared byte by byte, without the query that the server added (RFC 6749 §4.1.2).
fn address_finding(landing: &Landing, redirect_url: &str) -> Option<FindingKind> {
    let address = landing.address.as_deref()?;
    let is_known = redirect_url.split(['?', '#']).next().is_some_and(|sent| !sent.is_empty());
    let same = is_known.then(|| leads_to(redirect_url, address))?;
    Some(if same { FindingKind::AddressMatches } else { FindingKind::AddressDiffers })
}

pub(super) fn note_finding(kind: &NoteKind) -> FindingKind {
    match kind {
        NoteKind::Quotes => FindingKind::QuotesLeftOut,
        NoteKind::WhitespaceInside => FindingKind::BlanksLeftOut,
        NoteKind::HtmlAmpersand => FindingKind::HtmlAmpersand,
        NoteKind::RepeatedParameter(_) => FindingKind::RepeatedParameter,
        NoteKind::PlusInCode => FindingKind::PlusInCode,
        NoteKind::EncodedTwice => FindingKind::EncodedTwice,
        NoteKind::CodeAndError => FindingKind::CodeAndError,
        NoteKind::InFragment => FindingKind::InFragment,
    }
}
