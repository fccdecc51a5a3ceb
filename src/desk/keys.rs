//! What a key does that no element has for itself.

use crate::texts::Text;

/// Where the focus is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPlace {
    /// In something that one types into or chooses from by letters.
    Typing,
    /// In a dialog, which has its own keys, or behind one.
    Dialog,
    /// On the line of a step that unfolds it.
    Step,
    /// On a value, or on one of its buttons.
    Value,
    /// Anywhere else.
    Elsewhere,
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyAction {
    /// The search has the focus.
    Search,
    /// The list of keys is shown.
    Help,
    /// The value that has the focus is copied.
    Copy,
    /// The step this many places further has the focus, or before if it is negative.
    Move(isize),
    /// The first step has it.
    First,
    /// The last one has it.
    Last,
}

/// What a key does there (UI Events, `KeyboardEvent.key`). `is_held`: Ctrl, Alt or Meta is held, so that the key is for the
/// browser or the system. Shift is not one of them: `?` needs it on most keyboards.
#[must_use]
pub fn key_action(key: &str, is_held: bool, place: KeyPlace) -> Option<KeyAction> {
    if is_held || matches!(place, KeyPlace::Typing | KeyPlace::Dialog) {
        return None;
    }
    match (key, place) {
        ("/", _) => Some(KeyAction::Search),
        ("?", _) => Some(KeyAction::Help),
        ("c" | "C", KeyPlace::Value) => Some(KeyAction::Copy),
        ("ArrowDown", KeyPlace::Step) => Some(KeyAction::Move(1)),
        ("ArrowUp", KeyPlace::Step) => Some(KeyAction::Move(-1)),
        ("Home", KeyPlace::Step) => Some(KeyAction::First),
        ("End", KeyPlace::Step) => Some(KeyAction::Last),
        _ => None,
    }
}

/// The keys as they are listed, each with what it does.
pub const LISTED_KEYS: [(&[&str], Text); 5] = [
    (&["/"], Text::KeySearch),
    (&["?"], Text::KeyHelp),
    (&["c"], Text::KeyCopy),
    (&["↑", "↓"], Text::KeyArrows),
    (&["Home", "End"], Text::KeyEnds),
];
