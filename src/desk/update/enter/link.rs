//! A link brought something, or one is created.

use super::guide::forget_left_out;
use crate::desk::effect::{Effect, replace};
use crate::desk::link::place::{Place, choosable};
use crate::desk::link::state::{Arrived, change, change_making, choose, state};
use crate::desk::link::{finish, selected_values};
use crate::desk::state::before::Before;
use crate::desk::update::view::{self, go};
use crate::desk::{Desk, LinkAction, LinkReading, Route, ViewAction};
use crate::oauth::Secret;

pub(super) fn act(desk: &mut Desk, action: LinkAction) -> Effect {
    match action {
        LinkAction::Arrived(fragment) => arrive(desk, &fragment),
        LinkAction::SelectedRow { key, selected } => {
            change(desk, |state| choose(&mut state.arrived.selected, key, selected))
        }
        LinkAction::Used => use_selected(desk),
        LinkAction::Dismissed => finish(desk),
        LinkAction::Unfolded(is_open) => {
            // One of the two at a time: the second would open far below the first.
            desk.report.shown_for = desk.report.shown_for.take().filter(|_| !is_open);
            unfold(desk, is_open)
        }
        LinkAction::SelectedValue { key, selected } => {
            change_making(desk, |making| choose(&mut making.selected, key, selected))
        }
        LinkAction::ChoseStep(step) => change_making(desk, |making| making.step = step),
    }
}

/// What a link would contain is not shown any more.
pub(super) fn fold(desk: &mut Desk) {
    if desk.shows_link() {
        unfold(desk, false);
    }
}

fn unfold(desk: &mut Desk, is_open: bool) -> Effect {
    change_making(desk, |making| {
        replace(&mut making.is_open, is_open);
    })
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

/// Enters the selected values; one click restores what was there before. What was asked is over.
fn use_selected(desk: &mut Desk) -> Effect {
    let mut before = Before::default();
    for (place, text) in selected_values(desk) {
        match place {
            Place::Field(field) => {
                let (now, session) = (desk.now, desk.session_mut());
                before.fields.push((field, session.entry(field).clone()));
                session.type_into(field, Secret::new(text), now);
            }
            Place::ScopeSets => {
                let sets: Vec<String> = desk.variant().into_iter().flat_map(choosable).map(str::to_owned).collect();
                let session = desk.session_mut();
                before.sets = Some(session.sets.clone());
                for set in sets {
                    session.sets.insert(&set, text.split(',').any(|named| named == set));
                }
                forget_left_out(desk);
            }
            Place::Language => {
                if let Ok(language) = text.parse() {
                    view::act(desk, ViewAction::ChoseLanguage(language));
                }
            }
        }
    }
    // What undoes it is below the fields.
    if !before.fields.is_empty() {
        desk.session_mut().fixes.push(before);
    }
    finish(desk)
}
