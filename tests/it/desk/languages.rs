//! In which language the page speaks while files arrive, or do not.

use authdesk::desk::{Action, FileAction, Lazy, Reason, Resource, ViewAction};
use authdesk::oauth::Secret;
use authdesk::texts::{Language, Text};

use super::person::{Person, german};

const TOOL: &str = "#/tool/basic-header";

/// The language of what the first part of the program says, and of the rest.
fn spoken(person: &Person) -> (Language, Option<Language>) {
    let texts = &person.0.texts;
    (texts.language(), texts.later().map(|later| later.language()))
}

#[test]
fn the_lazy_part_brings_its_english_sentences() {
    let mut person = Person::first_at(Language::ENGLISH, TOOL);
    assert_eq!(spoken(&person), (Language::ENGLISH, None));
    person.gets(Resource::Lazy);
    assert_eq!(spoken(&person), (Language::ENGLISH, Some(Language::ENGLISH)));
    assert_eq!(person.0.texts.say(Text::HeaderCorrected), "Corrected header");
    assert!(!person.0.wanted().contains(&Resource::LaterTexts(Language::ENGLISH)));
}

#[test]
fn in_another_language_they_are_waited_for() {
    let mut person = Person::first_at(german(), TOOL);
    person.gets(Resource::Texts(german()));
    assert!(!person.0.wanted().contains(&Resource::LaterTexts(german())), "only the lazy part can read them");
    person.gets(Resource::Lazy);
    assert_eq!(spoken(&person), (german(), None));
    assert!(person.0.is_waiting());
    person.gets(Resource::LaterTexts(german()));
    assert_eq!(spoken(&person), (german(), Some(german())));
    assert_eq!(person.0.texts.say(Text::HeaderCorrected), "Korrigierter Header");
}

#[test]
fn they_are_waited_for_in_the_box_for_anything_too() {
    let mut person = Person::first_at(german(), "#/");
    person.gets(Resource::Texts(german()));
    person.does(Action::TypedAnything(Secret::new("Basic YTpi")));
    person.gets(Resource::Lazy);
    assert!(person.0.wanted().contains(&Resource::LaterTexts(german())));
    person.fetches();
    assert_eq!(spoken(&person), (german(), Some(german())));
}

#[test]
fn the_last_language_stays_until_the_next_one_has_arrived() {
    let mut person = Person::at(TOOL);
    person.does(ViewAction::ChoseLanguage(german()));
    person.gets(Resource::Texts(german()));
    assert_eq!(spoken(&person), (german(), Some(Language::ENGLISH)));
    person.fetches();
    assert_eq!(spoken(&person), (german(), Some(german())));
    person.does(ViewAction::ChoseLanguage(Language::ENGLISH));
    person.gets(Resource::LaterTexts(Language::ENGLISH));
    assert_eq!(spoken(&person), (german(), Some(Language::ENGLISH)));
    person.gets(Resource::LaterTexts(german()));
    assert_eq!(spoken(&person).1, Some(Language::ENGLISH), "nobody waits for the others any more");
    person.fetches();
    assert_eq!(spoken(&person), (Language::ENGLISH, Some(Language::ENGLISH)));
}

#[test]
fn what_does_not_arrive_is_said_in_english_and_named() {
    let mut person = Person::first_at(german(), TOOL);
    person.gets(Resource::Texts(german()));
    let wanted = Resource::LaterTexts(german());
    person.gets(Resource::Lazy);
    person.misses(wanted.clone(), Reason::Late);
    assert_eq!(spoken(&person), (german(), None), "it may still arrive");
    person.misses(wanted.clone(), Reason::Status(404));
    assert_eq!(spoken(&person), (german(), Some(Language::ENGLISH)));
    assert_eq!(person.missed(), ["texts/later.de.json"]);
    person.does(FileAction::TriedAgain);
    assert!(person.0.wanted().contains(&wanted));
    person.fetches();
    assert_eq!(spoken(&person), (german(), Some(german())));
}

#[test]
fn completing_twice_changes_no_language() {
    let mut person = Person::speaking(german(), TOOL);
    person.does(FileAction::Completed(Lazy::all()));
    assert_eq!(spoken(&person), (german(), Some(german())));
}
