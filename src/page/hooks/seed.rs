use yew::prelude::*;

use crate::browser::random;
use crate::desk::Action;
use crate::page::desk_handle::DeskHandle;

/// Brings randomness whenever the desk wants some.
#[hook]
pub fn use_seed(desk: &DeskHandle) {
    let desk = desk.clone();
    use_effect_with(desk.wants_seed(), move |wants| {
        if *wants && let (Some(state), Some(verifier)) = (random::bytes(), random::bytes()) {
            desk.emit(Action::Seeded { state, verifier });
        }
    });
}
