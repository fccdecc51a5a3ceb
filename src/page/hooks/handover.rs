use std::rc::Rc;

use yew::prelude::*;

use crate::browser::handover::Handover;
use crate::desk::{Action, Field};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;

/// Gives the address this tab landed on to the tab that began, or takes it from the tab that landed.
#[hook]
pub fn use_handover(desk: &DeskHandle) {
    // The listener outlives this desk, so it looks at the latest one.
    let latest = use_mut_ref(|| desk.clone());
    *latest.borrow_mut() = desk.clone();
    let (asking, telling) = (Rc::clone(&latest), desk.clone());
    use_effect_with((), move |()| {
        let first = asking.borrow().clone();
        let handover = Handover::open(
            move |address| {
                let (desk, address) = (asking.borrow().clone(), Secret::new(address));
                let expects = desk.expects(&address);
                if expects {
                    desk.emit(Action::TookOver(address));
                }
                expects
            },
            move || telling.emit(Action::HandedOver),
        );
        if first.work().landed_here()
            && let Some(handover) = &handover
        {
            // EXPOSE: it goes to tabs of this page in this browser only, for the one that made the state.
            handover.offer(first.work().entry(Field::Landed).expose());
        }
        move || drop(handover)
    });
}
