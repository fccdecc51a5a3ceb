use yew::prelude::*;

use crate::browser::clock::{Seconds, now};
use crate::desk::Action;
use crate::page::desk_handle::DeskHandle;

/// Tells the desk the time, every second.
#[hook]
pub fn use_clock(desk: &DeskHandle) {
    let desk = desk.clone();
    use_effect_with((), move |()| {
        let seconds = Seconds::count(move || desk.emit(Action::ClockRead(now())));
        move || drop(seconds)
    });
}
