//! What keys do, wherever the focus is.

use std::cell::RefCell;

use crate::browser::{Listener, document};
use crate::desk::{KeyAction, KeyPlace, key_action};

/// The id of the dialog that lists the keys.
pub const KEYS: &str = "keys";

/// Of products, or of findings.
pub(super) const SEARCHES: &str = "input[type=search]";

/// The line of a step.
const STEPS: &str = ".step > summary";

/// A value with its buttons, or a text of several lines, which has them after it.
const VALUES: &str = ".copyline, .code";

thread_local! {
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Begins to listen, for as long as the page is there.
pub fn listen_to_keys() {
    let listener = document::on_key(|key, is_held| {
        let action = key_action(key, is_held, place());
        action.is_some_and(act)
    });
    LISTENER.set(listener);
}

fn place() -> KeyPlace {
    if document::is_there("dialog[open]") {
        KeyPlace::Dialog
    } else if document::is_typing() {
        KeyPlace::Typing
    } else if document::is_focused_in(STEPS) {
        KeyPlace::Step
    } else if document::is_focused_in(VALUES) {
        KeyPlace::Value
    } else {
        KeyPlace::Elsewhere
    }
}

/// Whether there was anything to do.
fn act(action: KeyAction) -> bool {
    match action {
        KeyAction::Search => document::focus_first(SEARCHES),
        KeyAction::Help => document::open_dialog(KEYS),
        KeyAction::Copy => document::click_beside_focus(VALUES, "[data-copies]"),
        KeyAction::Move(by) => document::move_focus(STEPS, |at, _| at.checked_add_signed(by)),
        KeyAction::First => document::move_focus(STEPS, |_, _| Some(0)),
        KeyAction::Last => document::move_focus(STEPS, |_, count| count.checked_sub(1)),
    }
}
