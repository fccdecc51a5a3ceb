//! Ways to connect a product that need different app types.

use authdesk::desk::guide::{self, apps::put_by};
use authdesk::desk::{Desk, Field, FixAction, GuideAction, Installation, Kept, Progress, SessionAction, Step};

use super::person::{CLIENT_ID, CLIENT_SECRET, Person};

const GENERAL: &str = "#/product/verint-recorder?variant=oauth";
const SERVER: &str = "#/product/verint-recorder?variant=server-to-server";

fn with_credentials() -> Person {
    let mut person = Person::at(GENERAL);
    person.types(Field::RedirectUrl, "https://www.example.com/");
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.ticks(Step::Scopes);
    person
}

fn is_scopes_step_done(desk: &Desk) -> bool {
    guide::progress(desk, Step::Scopes) == Progress::Done
}

#[test]
fn values_of_one_app_are_not_shown_for_another_and_come_back() {
    let mut person = with_credentials();
    assert_eq!(put_by(&person.0), None);
    assert!(is_scopes_step_done(&person.0));
    person.goes(SERVER);
    assert_eq!((person.entry(Field::ClientId), person.entry(Field::ClientSecret)), ("", ""));
    assert!(!is_scopes_step_done(&person.0), "scopes are those of an app");
    assert_eq!(put_by(&person.0), Some(true));

    person.types(Field::AccountId, "aC3hG4UYSRyJWQ3zGn8otg");
    person.types(Field::ClientId, "of the server app");
    assert_eq!(put_by(&person.0), Some(false));
    person.goes(GENERAL);
    assert_eq!((person.entry(Field::ClientId), person.entry(Field::ClientSecret)), (CLIENT_ID, CLIENT_SECRET));
    assert_eq!(person.entry(Field::RedirectUrl), "https://www.example.com/");
    assert!(is_scopes_step_done(&person.0));
    person.goes(SERVER);
    assert_eq!(person.entry(Field::ClientId), "of the server app");
}

#[test]
fn both_of_a_pair_come_back_whichever_was_shown() {
    let mut person = with_credentials();
    person.does(GuideAction::ChoseInstallation(Installation::Second));
    person.types(Field::ClientId, "of the second app");
    person.goes(SERVER);
    person.types(Field::ClientId, "of the server app");
    person.goes(GENERAL);
    assert_eq!(person.entry(Field::ClientId), "of the second app");
    let other = person.0.in_other_installation();
    assert_eq!(other.session().entry(Field::ClientSecret).expose(), CLIENT_SECRET);
}

#[test]
fn what_does_not_depend_on_the_app_is_there_for_both() {
    let mut person = Person::at("#/product/zappysys-zoom-connector?variant=server-to-server");
    person.types(Field::AccountId, "aC3hG4UYSRyJWQ3zGn8otg");
    person.goes("#/product/zappysys-zoom-connector?variant=granular");
    assert_eq!(person.entry(Field::AccountId), "aC3hG4UYSRyJWQ3zGn8otg");
}

#[test]
fn a_general_app_is_one_whoever_manages_it() {
    let mut person = Person::at("#/product/zappysys-zoom-connector?variant=granular");
    person.types(Field::ClientId, CLIENT_ID);
    person.goes("#/product/zappysys-zoom-connector?variant=granular-admin");
    assert_eq!((person.entry(Field::ClientId), put_by(&person.0)), (CLIENT_ID, None));
}

#[test]
fn credentials_that_were_entered_at_the_wrong_way_are_taken_over_by_one_click() {
    let mut person = with_credentials();
    person.goes(SERVER);
    assert!(person.does(GuideAction::TookCredentials));
    assert_eq!((person.entry(Field::ClientId), person.entry(Field::ClientSecret)), (CLIENT_ID, CLIENT_SECRET));
    person.does(FixAction::Undone);
    assert_eq!(person.entry(Field::ClientId), "");
}

#[test]
fn a_reload_keeps_them_apart_and_clear_everything_forgets_both() {
    let mut person = with_credentials();
    person.goes(SERVER);
    person.types(Field::ClientId, "of the server app");
    let kept = Kept::write(&person.0.kept());
    assert!(!kept.contains(CLIENT_SECRET));
    let mut later = Person::at(SERVER);
    later.does(SessionAction::Restored(Kept::read(&kept)));
    assert_eq!(later.entry(Field::ClientId), "of the server app");
    later.goes(GENERAL);
    assert_eq!(later.entry(Field::ClientId), CLIENT_ID);

    person.does(SessionAction::Cleared);
    person.goes(GENERAL);
    assert_eq!((person.entry(Field::ClientId), put_by(&person.0)), ("", None));
}

#[test]
fn who_signs_in_depends_on_the_app() {
    let said = |route: &str| {
        let person = Person::at(route);
        person.0.texts.say(guide::apps::authorize_text(&person.0)).to_owned()
    };
    assert!(said(GENERAL).contains("sign in as an admin of the account"), "{}", said(GENERAL));
    assert!(said("#/product/n8n").contains("sign in with the account"), "{}", said("#/product/n8n"));
}
