use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::keys::SEARCHES;
use crate::browser::clock::{Interval, now};
use crate::browser::handover::Handover;
use crate::browser::{address_bar, document, picked};
use crate::desk::{Action, ClockAction, CodeAction, Field, Route, SessionAction, ViewAction};
use crate::oauth::Secret;
use crate::page::desk_handle::{DeskHandle, Teller};
use crate::page::lazy::lazy;
use crate::page::parts::BOX;

/// Listens to the address bar, the clock, the key `/` and the other tabs, as long as the page is there.
#[hook]
pub fn use_listening(desk: &DeskHandle) {
    // The listeners outlive this desk, so they look at the latest one.
    let latest = use_mut_ref(|| desk.clone());
    *latest.borrow_mut() = desk.clone();
    let teller = desk.teller();
    use_effect_with((), move |()| {
        let (going, counting, showing, picking) = (teller.clone(), teller.clone(), teller.clone(), teller.clone());
        let listeners = (
            address_bar::on_change(move |fragment| {
                going.emit(ViewAction::Went(Route::parse(&fragment)));
                if let Some(lazy) = lazy() {
                    (lazy.arrive)(&mut |action| going.emit(action));
                }
            }),
            Interval::new(1000, move || counting.emit(ClockAction::ClockRead(now()))),
            // The lazy part knows all keys, this one of them is for who has only begun.
            document::on_key(|key, is_held| {
                lazy().is_none() && key == "/" && !is_held && !document::is_typing() && document::focus_first(SEARCHES)
            }),
            picked::on_drop(move |files, onto| {
                if let Some((onto, (name, size, has_others))) = drop_target(onto).zip(files.keep_first()) {
                    picking.emit(Action::Picked { name, size, onto, has_others });
                }
            }),
            document::on_restored(move || showing.emit(ViewAction::CameBack)),
            handover(teller, latest),
        );
        move || drop(listeners)
    });
}

/// The id of the field around something, or of the box for anything where there is one.
fn drop_target(onto: &Element) -> Option<String> {
    let field = onto.closest(".field").ok().flatten();
    let typed_into = field.and_then(|field| field.query_selector(":is(input, textarea)[id^=field-]").ok().flatten());
    typed_into.map(|element| element.id()).or_else(|| document::by_id(BOX).map(|element| element.id()))
}

/// Takes the returned URL of a different tab, or offers the one of this tab.
fn handover(teller: Teller, latest: Rc<RefCell<DeskHandle>>) -> Option<Handover> {
    let first = Rc::clone(&latest);
    let handover = Handover::open(
        move |address| {
            let (desk, address) = (latest.borrow().clone(), Secret::new(address));
            let expects = desk.is_complete() && lazy().is_some_and(|lazy| (lazy.expects)(&desk, &address));
            if expects {
                desk.emit(CodeAction::TookOver(address));
            }
            expects
        },
        move || teller.emit(SessionAction::HandedOver),
    )?;
    let first = first.borrow();
    if first.session().landed_here() {
        // EXPOSE: it goes to tabs of this page in this browser only, for the one that generated the state.
        handover.offer(first.session().entry(Field::Landed).expose());
    }
    Some(handover)
}
