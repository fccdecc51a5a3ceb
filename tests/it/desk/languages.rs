//! In which language the page speaks while files arrive, or do not.

use std::rc::Rc;

use authdesk::desk::tools::token_answer;
use authdesk::desk::{Action, ClockAction, Desk, Field, FileAction, Lazy, Reason, Resource, Route, Tool, ViewAction};
use authdesk::oauth::Secret;
use authdesk::texts::{Formats, Language, Text};

use super::person::{Person, START, german};

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

/// Says what it was asked, and in which language.
#[derive(Debug)]
struct Asked(Language);

impl Asked {
    fn of(language: Language) -> Option<Rc<dyn Formats>> {
        Some(Rc::new(Asked(language)))
    }
}

impl Formats for Asked {
    fn list(&self, items: &[&str]) -> String {
        format!("{:?}({})", self.0, items.join("+"))
    }

    fn names(&self, items: &[&str]) -> String {
        self.list(items)
    }

    fn number(&self, number: usize) -> String {
        format!("{:?}({number})", self.0)
    }

    fn date(&self, iso: &str) -> String {
        format!("{:?}({iso})", self.0)
    }

    fn relative(&self, amount: i64, unit: &str) -> String {
        format!("{:?}({amount} {unit})", self.0)
    }

    /// Three is one here: the numbers that have a word of their own are up to the language.
    fn plural(&self, number: usize) -> String {
        if number == 3 { "one" } else { "other" }.to_owned()
    }
}

#[test]
fn numbers_lists_and_times_are_written_as_the_language_does() {
    let list = |desk: &Desk| desk.texts.list(&["a", "b"]);
    let mut person = Person::first_at(Language::ENGLISH, TOOL);
    assert_eq!(list(&person.0), "a and b", "nobody was asked yet");
    let mut lazy = Lazy::all();
    lazy.formats = Asked::of;
    person.does(FileAction::Completed(lazy));
    assert_eq!(list(&person.0), "en(a+b)");
    person.does(ViewAction::ChoseLanguage(german()));
    assert_eq!(list(&person.0), "en(a+b)", "its sentences are still the English ones");
    person.gets(Resource::Texts(german()));
    person.gets(Resource::LaterTexts(german()));
    assert_eq!(list(&person.0), "de(a+b)");
    let scopes = |number| person.0.texts.count(Text::TagScopes, &[("count", number)], &[]);
    assert_eq!(
        [scopes(1), scopes(3)],
        ["de(1) Scopes", "de(3) Scope"],
        "its category chooses, and it writes the number"
    );
    person.does(ViewAction::Went(Route::Tool(Tool::TokenAnswer)));
    person.fetches();
    person.types(Field::Answer, r#"{"access_token":"a","token_type":"bearer","expires_in":259200}"#);
    let words = |person: &Person| token_answer::view(&person.0).unwrap().told.unwrap().expiry.unwrap().0.words;
    assert_eq!(words(&person), "de(3 day)");
    person.does(ClockAction::ClockRead(START + 259_200_000));
    assert_eq!(words(&person), "jetzt");
    person.does(ClockAction::ClockRead(START + 266_400_000));
    assert_eq!(words(&person), "de(-2 hour)");
}
