//! What the desk knows of links.

use std::rc::Rc;

use super::{LinkKey, LinkReading};
use crate::desk::effect::Effect;
use crate::desk::{Desk, Route, Step};

/// The link that arrived, and the one that is created.
#[derive(Clone, Debug, Default)]
pub(in crate::desk) struct LinkState {
    pub(in crate::desk) arrived: Arrived,
    pub(in crate::desk) making: Making,
}

/// A link that the address bar had.
#[derive(Clone, Debug, Default)]
pub(in crate::desk) struct Arrived {
    pub(in crate::desk) reading: LinkReading,
    /// Whether it was compared with what its view asks for.
    pub(in crate::desk) is_settled: bool,
    /// The step that it opened.
    pub(in crate::desk) opened: Option<Step>,
    /// Whether the address bar must no longer have it as it came.
    pub(in crate::desk) is_changed: bool,
    /// What the person selected or left out.
    pub(in crate::desk) selected: Vec<(LinkKey, bool)>,
}

/// What is selected for a link.
#[derive(Clone, Debug, Default)]
pub(in crate::desk) struct Making {
    /// The view that it is for: what was selected in another one says nothing here.
    pub(in crate::desk) route: Route,
    pub(in crate::desk) is_open: bool,
    pub(in crate::desk) selected: Vec<(LinkKey, bool)>,
    pub(in crate::desk) step: Option<Step>,
}

/// The state, once there is any.
pub(in crate::desk) fn state(desk: &Desk) -> Option<&LinkState> {
    desk.link.as_ref()?.downcast_ref()
}

/// The link that arrived for the view that is shown.
pub(in crate::desk) fn arrived(desk: &Desk) -> Option<&Arrived> {
    state(desk).map(|state| &state.arrived).filter(|arrived| arrived.reading.link.route == desk.route)
}

/// What is selected for a link to the view that is shown.
pub(in crate::desk) fn making(desk: &Desk) -> Option<&Making> {
    state(desk).map(|state| &state.making).filter(|making| making.route == desk.route)
}

/// Changes the state.
pub(in crate::desk) fn change(desk: &mut Desk, change: impl FnOnce(&mut LinkState)) -> Effect {
    let mut changed = state(desk).cloned().unwrap_or_default();
    change(&mut changed);
    desk.link = Some(Rc::new(changed));
    Effect::Changed
}

/// Changes what is selected for a link to the view that is shown.
pub(in crate::desk) fn change_making(desk: &mut Desk, change_it: impl FnOnce(&mut Making)) -> Effect {
    let route = desk.route.clone();
    change(desk, |state| {
        if state.making.route != route {
            state.making = Making { route, ..Making::default() };
        }
        change_it(&mut state.making);
    })
}

/// Whether a key is selected, if somebody said so.
pub(in crate::desk) fn chosen(selected: &[(LinkKey, bool)], key: &LinkKey) -> Option<bool> {
    selected.iter().find(|(known, _)| known == key).map(|(_, is_selected)| *is_selected)
}

/// Selects a key, or leaves it out.
pub(in crate::desk) fn choose(selected: &mut Vec<(LinkKey, bool)>, key: LinkKey, is_selected: bool) {
    selected.retain(|(known, _)| *known != key);
    selected.push((key, is_selected));
}
