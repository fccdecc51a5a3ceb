//! Files that somebody drops or chooses.

use authdesk::desk::parts::picked::note;
use authdesk::desk::{Action, Field, FixAction, PickedAction, Resource, SessionAction};
use authdesk::oauth::Secret;
use authdesk::reading::{Gathered, Share};
use authdesk::texts::Language;

use super::person::Person;

const BOX: &str = "field-anything";

fn picks(person: &mut Person, name: &str, onto: &str) -> u32 {
    person.does(Action::Picked { name: name.to_owned(), size: 18_900_000.0, onto: onto.to_owned(), has_others: false });
    person.0.file_to_read().expect("it is to be read")
}

fn gathers(person: &mut Person, number: u32, text: &str, share: Share) -> bool {
    person.does(PickedAction::Gathered { number, gathered: Gathered { text: Secret::new(text), share } })
}

fn says(person: &Person, id: &str) -> Option<String> {
    note(&person.0, id).map(|note| note.says)
}

fn in_box(person: &Person) -> &str {
    person.0.anything().expose()
}

#[test]
fn a_file_is_what_the_rest_of_the_program_is_loaded_for() {
    let mut person = Person::first_at(Language::ENGLISH, "#/");
    assert!(!person.0.wanted().contains(&Resource::Lazy));
    person.does(Action::Picked { name: "a.har".to_owned(), size: 1.0, onto: BOX.to_owned(), has_others: false });
    assert!(person.0.wanted().contains(&Resource::Lazy));
}

#[test]
fn how_far_a_file_is_read_stands_below_the_box_and_then_what_was_taken() {
    let mut person = Person::at("#/");
    person.does(Action::TypedAnything(Secret::new("before")));
    let number = picks(&mut person, "one **bold**.har", BOX);
    assert_eq!(note(&person.0, BOX).unwrap().progress, Some((0.0, 18_900_000.0)));
    person.does(PickedAction::ReadSoFar { number, bytes: 1e6 });
    assert_eq!(note(&person.0, BOX).unwrap().progress, Some((1e6, 18_900_000.0)));
    assert_eq!(says(&person, BOX).unwrap(), "Reading **one bold.har** (19 MB)");
    assert_eq!(says(&person, "field-header"), None);

    let taken = Share::Requests { taken: 1, all: 900 };
    gathers(&mut person, number, r#"{"error":"invalid_grant"}"#, taken);
    assert_eq!(in_box(&person), r#"{"error":"invalid_grant"}"#);
    assert_eq!(person.0.file_to_read(), None);
    let expected = "**one bold.har**: 1 of 900 requests were taken, those that have to do with OAuth.";
    assert_eq!(says(&person, BOX).unwrap(), expected);
    person.does(FixAction::UndoneInBox);
    assert_eq!(in_box(&person), "before", "nothing is lost");
    person.does(Action::TypedAnything(Secret::new("after")));
    assert_eq!(says(&person, BOX), None, "it is about what is no longer there");
}

#[test]
fn a_file_goes_into_the_field_that_it_was_dropped_on() {
    let mut person = Person::at("#/tool/request");
    person.types(Field::Request, "before");
    let number = picks(&mut person, "request.txt", "field-request");
    person.types(Field::Request, "before it came");
    assert_eq!(person.0.file_to_read(), Some(number), "typing does not end it");
    gathers(&mut person, number, "curl https://zoom.us/oauth/token", Share::Whole);
    assert_eq!(person.entry(Field::Request), "curl https://zoom.us/oauth/token");
    assert_eq!(says(&person, "field-request"), None, "all of it is there to see");
    person.does(FixAction::Undone);
    assert_eq!(person.entry(Field::Request), "before it came");
}

#[test]
fn what_is_of_no_use_takes_the_place_of_nothing() {
    let mut person = Person::at("#/");
    person.does(Action::TypedAnything(Secret::new("before")));
    let number = picks(&mut person, "pages.har", BOX);
    gathers(&mut person, number, "", Share::Requests { taken: 0, all: 30 });
    assert_eq!(in_box(&person), "before");
    assert!(says(&person, BOX).unwrap().contains("none of its 30 requests"));
    let number = picks(&mut person, "photo.jpg", BOX);
    person.does(PickedAction::Failed { number });
    assert_eq!(says(&person, BOX).unwrap(), "**photo.jpg** is not a text file, or it cannot be read.");
    assert_eq!(in_box(&person), "before");
}

#[test]
fn a_file_that_is_stopped_or_followed_by_another_one_does_not_come_any_more() {
    let mut person = Person::at("#/");
    let first = picks(&mut person, "first.log", BOX);
    person.does(PickedAction::Stopped);
    assert_eq!((person.0.file_to_read(), says(&person, BOX)), (None, None));
    assert!(!gathers(&mut person, first, "first", Share::Whole));

    let second = picks(&mut person, "second.log", BOX);
    let third = picks(&mut person, "third.log", BOX);
    assert!(!person.does(PickedAction::ReadSoFar { number: second, bytes: 1.0 }));
    assert!(!gathers(&mut person, second, "second", Share::Whole));
    assert_eq!(in_box(&person), "");

    person.does(SessionAction::Cleared);
    assert!(!gathers(&mut person, third, "third", Share::Whole));
    assert_eq!(in_box(&person), "");
}

#[test]
fn of_several_files_it_is_said_which_one_is_read() {
    let mut person = Person::at("#/");
    person.does(Action::Picked { name: "one.log".to_owned(), size: 9.0, onto: BOX.to_owned(), has_others: true });
    let others = "Only **one.log** is read: open the other files one at a time.";
    assert_eq!(says(&person, BOX).unwrap(), format!("Reading **one.log** (1 MB) {others}"));
    let number = person.0.file_to_read().unwrap();
    gathers(&mut person, number, "one", Share::Whole);
    assert_eq!((in_box(&person), says(&person, BOX).as_deref()), ("one", Some(others)));
}
