//! Which view is shown, and in which language.

use super::clock;
use crate::desk::effect::{Effect, replace};
use crate::desk::{AppFilter, Desk, Installation, Route, ViewAction};

pub(super) fn act(desk: &mut Desk, action: ViewAction) -> Effect {
    match action {
        ViewAction::Went(route) => go(desk, route),
        ViewAction::ChoseLanguage(language) => {
            desk.request_again();
            replace(&mut desk.language, language)
        }
        ViewAction::Searched(query) => replace(&mut desk.query, query),
        ViewAction::Foresaw(id) => replace(&mut desk.foreseen, Some(id)),
        ViewAction::Filtered(filter) => replace(&mut desk.filter, filter),
        ViewAction::ListedAll => {
            let filter = replace(&mut desk.filter, AppFilter::All);
            replace(&mut desk.query, String::new()).and(filter)
        }
        ViewAction::CameBack => clock::mask(desk),
        ViewAction::LandingWaits => replace(&mut desk.landing_waits, true),
    }
}

/// Shows a view. Failed files are requested again, and secrets are left out of commands until that is chosen again.
pub(super) fn go(desk: &mut Desk, route: Route) -> Effect {
    if desk.route == route {
        return Effect::Unchanged;
    }
    // The ways to connect one product share what does not depend on the app.
    let is_same_product = desk.route.product().is_some() && desk.route.product() == route.product();
    let before = desk.lazy.filter(|_| is_same_product).map(|lazy| (lazy.offered_redirects)(desk));
    desk.route = route;
    if !is_same_product {
        desk.installation = Installation::First;
    }
    desk.handed_over = false;
    // It was chosen for the command that was in view.
    desk.command.writes_secrets = false;
    desk.request_again();
    desk.session_mut();
    desk.settle(before.as_deref());
    Effect::Changed
}
