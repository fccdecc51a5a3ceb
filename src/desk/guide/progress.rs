//! How far a guide is: its steps, their lines and fields, and which one comes next.

use super::step::needed_for;
use super::{events, fields, pair_finding, ticked};
use crate::desk::parts::test_call;
use crate::desk::tools::{authorize_url, redirect, token_answer};
use crate::desk::{Desk, Field, Progress, Step};
use crate::reading::{Finding, FindingKind, Severity};

/// The steps of this guide.
#[must_use]
pub fn steps(desk: &Desk) -> Vec<Step> {
    let Some(guide) = desk.guide() else { return Vec::new() };
    match desk.variant() {
        Some(variant) => needed_for(guide, variant),
        None if guide.product.no_app.is_some() => vec![Step::Instead],
        None => Vec::new(),
    }
}

/// Whether the guide goes on without a step.
#[must_use]
pub fn is_optional(desk: &Desk, step: Step) -> bool {
    let variant = desk.variant();
    match step {
        Step::Try => true,
        Step::Second => variant.and_then(|variant| variant.second_app.as_ref()).is_some_and(|second| !second.needed),
        Step::Events => variant.and_then(|variant| variant.events.as_ref()).is_some_and(|events| !events.needed),
        _ => false,
    }
}

/// The number of a step in this guide, from 1.
#[must_use]
pub fn number(desk: &Desk, step: Step) -> usize {
    steps(desk).into_iter().take_while(|one| *one != step).count() + 1
}

/// How far a step is.
#[must_use]
pub fn progress(desk: &Desk, step: Step) -> Progress {
    if has_warning(desk, step) {
        Progress::Attention
    } else if is_done(desk, step) && !has_lines_left(desk, step) {
        Progress::Done
    } else if current(desk) == Some(step) {
        Progress::Now
    } else {
        Progress::Later
    }
}

/// Whether a step has its values, and lines that are not checked off. That needs no attention: nothing fails by it.
fn has_lines_left(desk: &Desk, step: Step) -> bool {
    let (ticked, all) = ticked(desk, step);
    is_done(desk, step) && ticked < all
}

/// The first step that is not done; none when all are.
#[must_use]
pub fn current(desk: &Desk) -> Option<Step> {
    steps(desk).into_iter().find(|step| !is_optional(desk, *step) && !is_done(desk, *step))
}

/// The step after this one.
#[must_use]
pub fn next_step(desk: &Desk, step: Step) -> Option<Step> {
    steps(desk).into_iter().skip_while(|one| *one != step).nth(1)
}

/// Whether a step is unfolded: as it was left by hand, or because it is the current one, needs attention or has lines that
/// are not checked off: it does not fold while one types.
#[must_use]
pub fn is_open(desk: &Desk, step: Step) -> bool {
    desk.session().fold(step).unwrap_or_else(|| {
        current(desk) == Some(step) || progress(desk, step) == Progress::Attention || has_lines_left(desk, step)
    })
}

pub(in crate::desk) fn is_done(desk: &Desk, step: Step) -> bool {
    match step {
        Step::Create
        | Step::Redirect
        | Step::Scopes
        | Step::Activate
        | Step::LocalTest
        | Step::Events
        | Step::Enter
        | Step::Instead => is_ticked_off(desk, step),
        Step::Credentials | Step::Second => {
            let fields = fields::required(desk, step);
            let is_filled = fields.iter().all(|field| desk.session().is_filled(*field));
            is_filled && (!fields.is_empty() || is_ticked_off(desk, step))
        }
        Step::Authorize => redirect::view(desk).is_some_and(|view| view.is_good()),
        Step::Exchange | Step::Try => !token_answer::returned_tokens(desk).is_empty(),
    }
}

fn is_ticked_off(desk: &Desk, step: Step) -> bool {
    let (ticked, all) = ticked(desk, step);
    ticked == all && all > 0
}

/// The steps that are there but not right, in their order.
pub(in crate::desk) fn attention_steps(desk: &Desk) -> impl Iterator<Item = Step> + '_ {
    steps(desk).into_iter().filter(|step| progress(desk, *step) == Progress::Attention)
}

/// Whether something in a step is likely to fail, or something is missing that its checked lines need.
fn has_warning(desk: &Desk, step: Step) -> bool {
    let field_warns = |field: Field| warns(&desk.field_findings(field));
    // What was unusual about a code is over once it was exchanged.
    let is_exchanged = || !token_answer::returned_tokens(desk).is_empty();
    let is_shared = |kind: FindingKind| pair_finding(desk, kind).is_some();
    match step {
        Step::Authorize if is_shared(FindingKind::PairOtherCode) => true,
        Step::Exchange if is_shared(FindingKind::PairSameResponse) => true,
        Step::Create
        | Step::Redirect
        | Step::Scopes
        | Step::Activate
        | Step::LocalTest
        | Step::Credentials
        | Step::Second
        | Step::Events
        | Step::Enter
        | Step::Instead => {
            let is_empty = |field: &Field| desk.session().entry(*field).is_empty();
            let is_missing = is_done(desk, step) && fields::required(desk, step).iter().any(is_empty);
            let url_warns = || match events::event_url(desk) {
                Some(events::EventUrl::Built { findings, .. }) => warns(&findings),
                _ => false,
            };
            is_missing
                || fields::of_step(desk, step).into_iter().any(field_warns)
                || step == Step::Events && url_warns()
        }
        Step::Authorize => {
            let has_no_url = || desk.session().opened_at.is_some() && authorize_url::view(desk).is_err();
            let is_returned_wrong = || redirect::view(desk).is_some_and(|view| warns(&view.findings));
            !is_exchanged() && (has_no_url() || is_returned_wrong())
        }
        Step::Exchange => token_answer::view(desk).is_some_and(|view| warns(&view.findings)),
        Step::Try => {
            token_answer::view(desk).is_some_and(|view| warns(&view.findings))
                || test_call::view(desk).is_some_and(|view| warns(&view.findings))
        }
    }
}

/// Whether one of these is likely to fail, or will.
pub(super) fn warns(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.kind.severity() >= Severity::Warning)
}
