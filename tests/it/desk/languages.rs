//! In which language the page speaks while files arrive, or do not.

use authdesk::desk::{Action, FileAction, Lazy, Reason, Resource, ViewAction};
use authdesk::oauth::Secret;
use authdesk::texts::{Language, Text};

use super::person::Person;

const TOOL: &str = "#/tool/basic-header";

/// The language of what the first part of the program says, and of the rest.
fn spoken(person: &Person) -> (Language, Option<Language>) {
    let texts = &person.0.texts;
    (texts.language(), texts.later().map(|later| later.language()))
}

#[test]
fn the_lazy_part_brings_its_english_sentences() {
    let mut person = Person::first_at(Language::English, TOOL);
    assert_eq!(spoken(&person), (Language::English, None));
    person.gets(Resource::Lazy);
    assert_eq!(spoken(&person), (Language::English, Some(Language::English)));
    assert_eq!(person.0.texts.say(Text::HeaderCorrected), "Corrected header");
    assert!(!person.0.wanted().contains(&Resource::LaterTexts(Language::English)));
}

#[test]
fn in_another_language_they_are_waited_for() {
    let mut person = Person::first_at(Language::German, TOOL);
    person.gets(Resource::Texts(Language::German));
    assert!(!person.0.wanted().contains(&Resource::LaterTexts(Language::German)), "only the lazy part can read them");
    person.gets(Resource::Lazy);
    assert_eq!(spoken(&person), (Language::German, None));
    assert!(person.0.is_waiting());
    person.gets(Resource::LaterTexts(Language::German));
    assert_eq!(spoken(&person), (Language::German, Some(Language::German)));
    assert_eq!(person.0.texts.say(Text::HeaderCorrected), "Korrigierter Header");
}

#[test]
fn they_are_waited_for_in_the_box_for_anything_too() {
    let mut person = Person::first_at(Language::German, "#/");
    person.gets(Resource::Texts(Language::German));
    person.does(Action::TypedAnything(Secret::new("Basic YTpi")));
    person.gets(Resource::Lazy);
    assert!(person.0.wanted().contains(&Resource::LaterTexts(Language::German)));
    person.fetches();
    assert_eq!(spoken(&person), (Language::German, Some(Language::German)));
}

#[test]
fn the_last_language_stays_until_the_next_one_has_arrived() {
    let mut person = Person::at(TOOL);
    person.does(ViewAction::ChoseLanguage(Language::German));
    person.gets(Resource::Texts(Language::German));
    assert_eq!(spoken(&person), (Language::German, Some(Language::English)));
    person.fetches();
    assert_eq!(spoken(&person), (Language::German, Some(Language::German)));
    person.does(ViewAction::ChoseLanguage(Language::English));
    person.gets(Resource::LaterTexts(Language::English));
    assert_eq!(spoken(&person), (Language::German, Some(Language::English)));
    person.gets(Resource::LaterTexts(Language::German));
    assert_eq!(spoken(&person).1, Some(Language::English), "nobody waits for the others any more");
    person.fetches();
    assert_eq!(spoken(&person), (Language::English, Some(Language::English)));
}

#[test]
fn what_does_not_arrive_is_said_in_english_and_named() {
    let mut person = Person::first_at(Language::German, TOOL);
    person.gets(Resource::Texts(Language::German));
    let wanted = Resource::LaterTexts(Language::German);
    person.gets(Resource::Lazy);
    person.misses(wanted.clone(), Reason::Late);
    assert_eq!(spoken(&person), (Language::German, None), "it may still arrive");
    person.misses(wanted.clone(), Reason::Status(404));
    assert_eq!(spoken(&person), (Language::German, Some(Language::English)));
    assert_eq!(person.missed(), ["texts/later.de.json"]);
    person.does(FileAction::TriedAgain);
    assert!(person.0.wanted().contains(&wanted));
    person.fetches();
    assert_eq!(spoken(&person), (Language::German, Some(Language::German)));
}

#[test]
fn completing_twice_changes_no_language() {
    let mut person = Person::speaking(Language::German, TOOL);
    person.does(FileAction::Completed(Lazy::all()));
    assert_eq!(spoken(&person), (Language::German, Some(Language::German)));
}
