//! How far a guide is: its steps, their lines and fields, and which one comes next.

use crate::catalog::{GuideLine, Shows, TaskKind, Template, Variant};
use crate::desk::parts::{command, test_call};
use crate::desk::tools::{authorize_url, redirect, token_answer};
use crate::desk::{Desk, Field, Progress, Step};
use crate::reading::{Finding, Severity};

/// The steps of this guide.
#[must_use]
pub fn steps(desk: &Desk) -> &'static [Step] {
    desk.variant().and_then(|variant| variant.flow).map_or(&[], Step::needed_for)
}

/// The number of a step in this guide, from 1.
#[must_use]
pub fn number(desk: &Desk, step: Step) -> usize {
    steps(desk).iter().take_while(|one| **one != step).count() + 1
}

/// How far a step is.
#[must_use]
pub fn progress(desk: &Desk, step: Step) -> Progress {
    let (ticked, all) = ticked(desk, step);
    if has_warning(desk, step) || (is_done(desk, step) && ticked < all) {
        Progress::Attention
    } else if is_done(desk, step) {
        Progress::Done
    } else if current(desk) == Some(step) {
        Progress::Now
    } else {
        Progress::Later
    }
}

/// The first step that is not done; none when all are.
#[must_use]
pub fn current(desk: &Desk) -> Option<Step> {
    steps(desk).iter().copied().find(|step| !step.is_optional() && !is_done(desk, *step))
}

/// The step after this one.
#[must_use]
pub fn next_step(desk: &Desk, step: Step) -> Option<Step> {
    steps(desk).iter().copied().skip_while(|one| *one != step).nth(1)
}

/// Whether a step is unfolded: as it was left by hand, or because it is the current one or needs attention.
#[must_use]
pub fn is_open(desk: &Desk, step: Step) -> bool {
    desk.session()
        .fold(step)
        .unwrap_or_else(|| current(desk) == Some(step) || progress(desk, step) == Progress::Attention)
}

/// The lines of a step; only what is done outside of this page has any.
#[must_use]
pub fn lines(desk: &Desk, step: Step) -> Vec<GuideLine<'_>> {
    let (Some(guide), Some(variant)) = (desk.guide(), desk.variant()) else { return Vec::new() };
    let names = match step {
        Step::Create => &variant.create,
        Step::Credentials => &variant.credentials,
        Step::Enter => &variant.enter,
        Step::Authorize | Step::Code | Step::Exchange | Step::Try => return Vec::new(),
    };
    guide.lines(names).collect()
}

/// How many lines of a step are checked off, and how many there are to check off.
#[must_use]
pub fn ticked(desk: &Desk, step: Step) -> (usize, usize) {
    let mut to_tick = lines(desk, step);
    to_tick.retain(|line| line.task.kind == TaskKind::Do);
    (to_tick.iter().filter(|line| desk.session().is_ticked(step, line.name)).count(), to_tick.len())
}

/// Whether two installations of the product need an app each, so that the guide is gone through twice.
#[must_use]
pub fn needs_pair(desk: &Desk) -> bool {
    desk.variant().is_some_and(|variant| variant.redundant_pair)
}

/// The URLs that the product prescribes as redirect URL.
#[must_use]
pub fn offered_redirects(desk: &Desk) -> Vec<String> {
    let redirect = desk.variant().and_then(|variant| variant.redirect.as_ref());
    // EXPOSE: a redirect URL is built from no secret.
    let filled = |template: &Template| Some(template.fill(|_| None).ok()?.expose().to_owned());
    redirect.map_or_else(Vec::new, |redirect| redirect.offered.iter().filter_map(filled).collect())
}

/// Whether this page itself can be the redirect URL: the admin gets the code on this page, and the product
/// prescribes no redirect URL.
#[must_use]
pub fn can_be_redirect(desk: &Desk) -> bool {
    desk.variant().is_some_and(Variant::brings_code) && offered_redirects(desk).is_empty()
}

pub(in crate::desk) fn is_done(desk: &Desk, step: Step) -> bool {
    match step {
        Step::Create | Step::Enter => {
            let (ticked, all) = ticked(desk, step);
            ticked == all && all > 0
        }
        Step::Credentials => needed_fields(desk).iter().all(|field| !desk.session().entry(*field).is_empty()),
        Step::Authorize => {
            desk.session().opened_at.is_some() || redirect::view(desk).is_some_and(|view| view.is_good())
        }
        Step::Code => redirect::view(desk).is_some_and(|view| view.is_good()),
        Step::Exchange | Step::Try => !token_answer::returned_tokens(desk).is_empty(),
    }
}

/// The steps that are there but not right, in their order.
pub(in crate::desk) fn attention_steps(desk: &Desk) -> impl Iterator<Item = Step> + '_ {
    steps(desk).iter().copied().filter(|step| progress(desk, *step) == Progress::Attention)
}

/// Whether something in a step is likely to fail, or something is missing that its checked lines need.
fn has_warning(desk: &Desk, step: Step) -> bool {
    let field_warns = |field: Field| warns(&desk.field_findings(field));
    // What was unusual about a code is over once it was exchanged.
    let is_exchanged = || !token_answer::returned_tokens(desk).is_empty();
    match step {
        Step::Create => {
            let shows_redirect = lines(desk, step).iter().any(|line| line.task.shows == Some(Shows::RedirectUrl));
            let is_missing = desk.session().entry(Field::RedirectUrl).is_empty() && is_done(desk, step);
            shows_redirect && (is_missing || field_warns(Field::RedirectUrl))
        }
        Step::Credentials => needed_fields(desk).into_iter().any(field_warns),
        Step::Authorize => !is_exchanged() && desk.session().opened_at.is_some() && authorize_url::view(desk).is_err(),
        Step::Code => !is_exchanged() && redirect::view(desk).is_some_and(|view| warns(&view.findings)),
        Step::Exchange => token_answer::view(desk).is_some_and(|view| warns(&view.findings)),
        Step::Try => {
            token_answer::view(desk).is_some_and(|view| warns(&view.findings))
                || test_call::view(desk).is_some_and(|view| warns(&view.findings))
        }
        Step::Enter => false,
    }
}

/// The fields of the step "Copy the credentials".
#[must_use]
pub fn needed_fields(desk: &Desk) -> Vec<Field> {
    let Some(variant) = desk.variant() else { return Vec::new() };
    let mut fields = Vec::new();
    if desk.provider().is_some_and(|provider| provider.endpoints.is_none()) {
        if variant.brings_code() {
            fields.push(Field::AuthorizeEndpoint);
        }
        fields.push(Field::TokenEndpoint);
    }
    if variant.has_account_id() {
        fields.push(Field::AccountId);
    }
    fields.push(Field::ClientId);
    if command::asks_client_secret(desk, desk.request_kind()) {
        fields.push(Field::ClientSecret);
    }
    fields
}

/// Whether one of these is likely to fail, or will.
fn warns(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.kind.severity() >= Severity::Warning)
}
