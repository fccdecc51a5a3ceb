//! What a link brought, next to what is entered.

use super::place::{Place, choosable, current, is_masked, is_possible, is_untouched, label, place, shown};
use super::read::Why;
use super::state::{Arrived, arrived, change, chosen, state};
use super::{Link, LinkKey, LinkName};
use crate::desk::effect::Effect;
use crate::desk::state::kept::may_contain_secret;
use crate::desk::{Desk, Step, guide};
use crate::oauth::Secret;
use crate::texts::Text;

/// What a link brought, and what was left out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrivalView {
    /// The values that differ from what is entered.
    pub rows: Vec<LinkRow>,
    /// Whether there was something that may have been a secret.
    pub had_secret: bool,
    /// Whether the link was too long to be read.
    pub is_too_long: bool,
    /// Whether it had too many parameters to be read.
    pub has_too_many: bool,
    /// Whether a newer version of the page made it.
    pub is_newer: bool,
    /// What else is not used.
    pub left_out: Vec<LeftOutView>,
}

/// A value of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow {
    /// What it is a value of.
    pub key: LinkKey,
    /// What that is called.
    pub label: String,
    /// The value; it contains nothing that is not seen.
    pub brings: String,
    /// What is entered now; empty if nothing is.
    pub now: String,
    /// Whether it is to be used.
    pub is_selected: bool,
}

/// Something that is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOutView {
    /// Its name, if it can be shown.
    pub name: Option<String>,
    /// Why not.
    pub says: Text,
}

/// What the link to this view brought; nothing where there is nothing to say or to ask.
#[must_use]
pub fn arrival_view(desk: &Desk) -> Option<ArrivalView> {
    let arrived = arrived(desk)?;
    let reading = &arrived.reading;
    let has = |why| reading.left_out.iter().any(|left| left.why == why);
    let left_out = reading
        .left_out
        .iter()
        .filter_map(|left| Some(LeftOutView { name: left.name.clone(), says: reason(left.why)? }));
    let view = ArrivalView {
        rows: if arrived.is_settled { rows(desk, arrived) } else { Vec::new() },
        had_secret: has(Why::Secret),
        is_too_long: has(Why::WholeTooLong),
        has_too_many: has(Why::TooMany),
        is_newer: reading.is_newer,
        left_out: left_out.collect(),
    };
    let is_unread = view.is_too_long || view.has_too_many;
    let says = view.had_secret || is_unread || view.is_newer || !view.left_out.is_empty();
    (says || !view.rows.is_empty()).then_some(view)
}

/// The fragment that the address bar is to have, once it must no longer have the link as it came.
#[must_use]
pub fn address(desk: &Desk) -> Option<String> {
    arrived(desk).filter(|arrived| arrived.is_changed).map(|arrived| arrived.reading.link.write())
}

/// The step that the link leads to, once it is on the page and nothing is left to ask: what is asked is above it.
#[must_use]
pub fn open_step(desk: &Desk) -> Option<Step> {
    let step = arrived(desk).filter(|_| desk.texts.later().is_some())?.opened?;
    arrival_view(desk).is_none().then_some(step)
}

/// What is not said by a sentence of its own.
fn reason(why: Why) -> Option<Text> {
    Some(match why {
        Why::WholeTooLong | Why::TooMany => return None,
        Why::Secret => Text::LinkWhySecret,
        Why::Unknown => Text::LinkWhyUnknown,
        Why::Newer => Text::LinkWhyNewer,
        Why::Repeated => Text::LinkWhyRepeated,
        Why::TooLong => Text::LinkWhyLong,
        Why::OddChar => Text::LinkWhyOdd,
        Why::NoSuchValue => Text::LinkWhyNoSuchValue,
        Why::NoPlace => Text::LinkWhyNoPlace,
    })
}

fn rows(desk: &Desk, arrived: &Arrived) -> Vec<LinkRow> {
    let row = |(key, text): &(LinkKey, String)| {
        let place = place(desk, key)?;
        let now = current(desk, place);
        if now == *text {
            return None;
        }
        let is_untouched = is_untouched(desk, place);
        // People paste anything into any field.
        let now = match place {
            Place::Field(_) if may_contain_secret(&now, desk.session()) => Secret::new(now).masked(),
            place => shown(place, &now),
        };
        Some(LinkRow {
            label: label(desk, place),
            brings: shown(place, text),
            now,
            is_selected: chosen(&arrived.selected, key).unwrap_or(is_untouched),
            key: key.clone(),
        })
    };
    arrived.reading.link.values.iter().filter_map(row).collect()
}

/// Compares the link with what its view asks for, once that is known: opens its step, and leaves out what there is no
/// place for and what is entered already.
pub(in crate::desk) fn settle(desk: &mut Desk) {
    let is_known = desk.route.product().is_none() || desk.guide().is_some();
    let Some(mut settled) = arrived(desk).filter(|arrived| !arrived.is_settled && is_known).cloned() else { return };
    settled.is_settled = true;
    let reading = &mut settled.reading;
    let had_values = !reading.link.values.is_empty();
    for (key, text) in core::mem::take(&mut reading.link.values) {
        match fitting(desk, &key, text) {
            Ok(Some(text)) => reading.link.values.push((key, text)),
            Ok(None) => {}
            Err(why) => reading.leave_out(Some(&key.to_string()), why),
        }
    }
    if reading.link.step.is_some_and(|step| !guide::steps(desk).contains(&step)) {
        reading.link.step = None;
        reading.leave_out(Some(LinkName::Step.name()), Why::NoPlace);
    }
    let is_entered = had_values && reading.link.values.is_empty() && reading.left_out.is_empty();
    settled.is_changed |= is_entered || reading.has_secret();
    settled.opened = reading.link.step;
    if let Some(step) = settled.opened {
        desk.session_mut().set_fold(step, true);
    }
    change(desk, |state| state.arrived = settled);
}

/// The value as this view can take it; nothing if that is entered already.
fn fitting(desk: &Desk, key: &LinkKey, text: String) -> Result<Option<String>, Why> {
    if is_masked(desk, key) {
        return Err(Why::Secret);
    }
    let place = place(desk, key).ok_or(Why::NoPlace)?;
    let text = match place {
        _ if !is_possible(desk, place, &text) => return Err(Why::NoSuchValue),
        Place::Field(_) | Place::Language => text,
        Place::ScopeSets => {
            let Some(variant) = desk.variant() else { return Err(Why::NoPlace) };
            let named: Vec<&str> = text.split(',').filter(|set| !set.is_empty()).collect();
            if named.iter().any(|set| choosable(variant).all(|known| known != *set)) {
                return Err(Why::NoSuchValue);
            }
            // In the order of the product, as it is compared.
            choosable(variant).filter(|set| named.contains(set)).collect::<Vec<_>>().join(",")
        }
    };
    Ok(Some(text).filter(|text| *text != current(desk, place)))
}

/// What is to be entered: the selected values, and where each belongs.
pub(in crate::desk) fn selected_values(desk: &Desk) -> Vec<(Place, String)> {
    let Some(arrived) = arrived(desk) else { return Vec::new() };
    let rows = rows(desk, arrived);
    let is_selected = |key: &LinkKey| rows.iter().any(|row| row.key == *key && row.is_selected);
    let values = arrived.reading.link.values.iter().filter(|(key, _)| is_selected(key));
    values.filter_map(|(key, text)| Some((place(desk, key)?, text.clone()))).collect()
}

/// Nothing is left to ask, and the address bar is to have the plain route.
pub(in crate::desk) fn finish(desk: &mut Desk) -> Effect {
    if state(desk).is_none() {
        return Effect::Unchanged;
    }
    change(desk, |state| {
        let route = core::mem::take(&mut state.arrived.reading.link.route);
        let opened = state.arrived.opened;
        state.arrived = Arrived { is_settled: true, is_changed: true, opened, ..Arrived::default() };
        state.arrived.reading.link = Link { route, ..Link::default() };
    })
}
