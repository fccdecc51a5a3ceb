//! What keys do, without a browser.

use authdesk::desk::{KeyAction, KeyPlace, LISTED_KEYS, key_action};

const PLACES: [KeyPlace; 5] =
    [KeyPlace::Typing, KeyPlace::Dialog, KeyPlace::Step, KeyPlace::Value, KeyPlace::Elsewhere];

#[test]
fn each_key_does_one_thing_where_it_belongs() {
    for (key, place, action) in [
        ("/", KeyPlace::Elsewhere, KeyAction::Search),
        ("/", KeyPlace::Step, KeyAction::Search),
        ("?", KeyPlace::Value, KeyAction::Help),
        ("c", KeyPlace::Value, KeyAction::Copy),
        ("C", KeyPlace::Value, KeyAction::Copy),
        ("ArrowDown", KeyPlace::Step, KeyAction::Move(1)),
        ("ArrowUp", KeyPlace::Step, KeyAction::Move(-1)),
        ("Home", KeyPlace::Step, KeyAction::First),
        ("End", KeyPlace::Step, KeyAction::Last),
    ] {
        assert_eq!(key_action(key, false, place), Some(action), "{key} {place:?}");
        assert_eq!(key_action(key, true, place), None, "{key} with Ctrl, Alt or Meta {place:?}");
        assert_eq!(key_action(key, false, KeyPlace::Typing), None, "{key}");
        assert_eq!(key_action(key, false, KeyPlace::Dialog), None, "{key}");
    }
}

#[test]
fn every_other_key_is_left_to_the_browser() {
    for place in PLACES {
        for key in
            ["a", "Enter", " ", "Tab", "Escape", "Backspace", "ArrowLeft", "ArrowRight", "PageDown", "", "ß", "//"]
        {
            assert_eq!(key_action(key, false, place), None, "{key} {place:?}");
        }
        let letters = ('a'..='z').chain('A'..='Z').filter(|letter| !matches!(letter, 'c' | 'C'));
        for letter in letters {
            assert_eq!(key_action(&letter.to_string(), false, place), None, "{letter} {place:?}");
        }
    }
    for place in [KeyPlace::Elsewhere, KeyPlace::Step] {
        assert_eq!(key_action("c", false, place), None, "there is no value: {place:?}");
    }
    for key in ["ArrowDown", "ArrowUp", "Home", "End"] {
        assert_eq!(key_action(key, false, KeyPlace::Elsewhere), None, "the page scrolls: {key}");
    }
}

#[test]
fn every_key_that_does_something_is_listed() {
    let listed: Vec<&str> = LISTED_KEYS.iter().flat_map(|(keys, _)| *keys).copied().collect();
    assert_eq!(listed, ["/", "?", "c", "↑", "↓", "Home", "End"]);
}
