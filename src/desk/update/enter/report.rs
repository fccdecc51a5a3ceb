//! A report for support is shown, or the guide that a pasted one is about is opened.

use super::fixes::forget_sets;
use super::link::fold;
use crate::desk::effect::{Effect, replace};
use crate::desk::guide::tick_names;
use crate::desk::state::report_choice::Opening;
use crate::desk::tools::report::{guide_of, product_of, reading};
use crate::desk::update::view::go;
use crate::desk::{Desk, Field, ReportAction, Route, Tool};
use crate::named::Named;

pub(super) fn act(desk: &mut Desk, action: ReportAction) -> Effect {
    match action {
        ReportAction::Showed(is_shown) => {
            if is_shown {
                fold(desk);
            }
            let route = is_shown.then(|| desk.route.clone());
            replace(&mut desk.report.shown_for, route)
        }
        ReportAction::ChoseEnds(ends) => replace(&mut desk.report.ends, ends),
        ReportAction::OpenedGuide => open_guide(desk),
    }
}

/// The guide that the pasted report is about is the one that the tool shows; one that was opened with a report is as the
/// admin had it, once it is there.
pub(super) fn settle(desk: &mut Desk) {
    if desk.route == Route::Tool(Tool::Report) {
        let read = reading(desk);
        desk.report.product = read.as_deref().and_then(Option::as_ref).and_then(product_of);
    } else {
        desk.report.asks_about = None;
    }
    let is_there = desk.guide().is_some();
    match desk.report.opening.take_if(|opening| is_there || opening.route != desk.route) {
        Some(opening) if opening.route == desk.route => take_over(desk, opening),
        Some(_) | None => {}
    }
}

/// Opens the guide with the lines checked off and the scopes chosen as the report has them, after a question if others
/// would be lost. What is entered there stays: a report has no values.
fn open_guide(desk: &mut Desk) -> Effect {
    let Some(guide) = guide_of(desk) else { return Effect::Unchanged };
    if guide.replaces && !guide.asks {
        let revision = desk.session().revision(Field::Report);
        return replace(&mut desk.report.asks_about, Some(revision));
    }
    let Some(read) = reading(desk) else { return Effect::Unchanged };
    let Some(report) = read.as_ref().as_ref().map(|read| &read.report) else { return Effect::Unchanged };
    desk.report.opening = Some(Opening {
        route: guide.route.clone(),
        ticks: report.checked.iter().map(ToString::to_string).collect(),
        sets: report.sets.iter().map(|(set, is_chosen)| (set.to_string(), *is_chosen)).collect(),
    });
    go(desk, guide.route)
}

/// Of what somebody has pasted, only what the guide has is checked off and chosen.
fn take_over(desk: &mut Desk, opening: Opening) {
    let Opening { mut ticks, mut sets, .. } = opening;
    let lines = tick_names(desk);
    ticks.retain(|tick| lines.contains(tick));
    sets.retain(|(set, _)| {
        desk.variant().is_some_and(|variant| variant.choosable_sets().any(|known| known.id == *set))
    });
    let session = desk.session_mut();
    forget_sets(session);
    session.ticks = ticks;
    session.checked_scopes.clear();
    session.sets = Named::default();
    for (set, is_chosen) in sets {
        session.sets.insert(&set, is_chosen);
    }
}
