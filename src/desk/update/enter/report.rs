//! A report for support is shown, or the guide that a pasted one is about is opened.

use crate::desk::effect::{Effect, replace};
use crate::desk::tools::report::{guide_of, product_of, reading};
use crate::desk::update::view::go;
use crate::desk::{Desk, ReportAction, Route, Tool};
use crate::named::Named;

pub(super) fn act(desk: &mut Desk, action: ReportAction) -> Effect {
    match action {
        ReportAction::Showed(is_shown) => {
            let route = is_shown.then(|| desk.route.clone());
            replace(&mut desk.report.shown_for, route)
        }
        ReportAction::ChoseEnds(ends) => replace(&mut desk.report.ends, ends),
        ReportAction::OpenedGuide { replaces } => open_guide(desk, replaces),
    }
}

/// The guide that the pasted report is about is the one that the tool shows.
pub(super) fn settle(desk: &mut Desk) {
    if desk.route != Route::Tool(Tool::Report) {
        return;
    }
    let read = reading(desk);
    let product = read.as_deref().and_then(Option::as_ref).and_then(product_of);
    if desk.report.product != product {
        desk.report.product = product;
        desk.report.asks = false;
    }
}

/// Opens the guide with the lines checked off and the scopes chosen as the report has them. What is entered there stays:
/// a report has no values.
fn open_guide(desk: &mut Desk, replaces: bool) -> Effect {
    let Some(guide) = guide_of(desk) else { return Effect::Unchanged };
    if guide.asks && !replaces {
        return replace(&mut desk.report.asks, true);
    }
    let Some(read) = reading(desk) else { return Effect::Unchanged };
    let Some(report) = read.as_ref().as_ref().map(|read| &read.report) else { return Effect::Unchanged };
    desk.report.asks = false;
    go(desk, guide.route);
    let session = desk.session_mut();
    session.ticks = report.checked.iter().map(ToString::to_string).collect();
    session.sets = Named::default();
    for (set, is_chosen) in &report.sets {
        session.sets.insert(set.as_str(), *is_chosen);
    }
    Effect::Changed
}
