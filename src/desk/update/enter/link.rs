//! A link brought something, or one is created.

use crate::desk::effect::{Effect, replace};
use crate::desk::link::state::{Arrived, change, change_making, choose, state};
use crate::desk::link::{enter_selected, finish};
use crate::desk::update::view::go;
use crate::desk::{Desk, LinkAction, LinkReading, Route};
use crate::oauth::Secret;

pub(super) fn act(desk: &mut Desk, action: LinkAction) -> Effect {
    match action {
        LinkAction::Arrived(fragment) => arrive(desk, &fragment),
        LinkAction::SelectedRow { key, selected } => {
            change(desk, |state| choose(&mut state.arrived.selected, key, selected))
        }
        LinkAction::Used => enter_selected(desk),
        LinkAction::Dismissed => finish(desk),
        LinkAction::Unfolded(is_open) => change_making(desk, |making| {
            replace(&mut making.is_open, is_open);
        }),
        LinkAction::SelectedValue { key, selected } => {
            change_making(desk, |making| choose(&mut making.selected, key, selected))
        }
        LinkAction::ChoseStep(step) => change_making(desk, |making| making.step = step),
    }
}

fn arrive(desk: &mut Desk, fragment: &Secret) -> Effect {
    // EXPOSE: the reader keeps nothing of it that is or may contain a secret.
    let fragment = fragment.expose();
    let reading = LinkReading::of(fragment);
    if reading.is_plain() && state(desk).is_none() {
        return Effect::Unchanged;
    }
    // The route is without what the reader left out of it.
    if Route::parse(fragment) == desk.route {
        go(desk, reading.link.route.clone());
    }
    let is_changed = reading.is_to_be_cleaned();
    change(desk, |state| state.arrived = Arrived { reading, is_changed, ..Arrived::default() })
}
