//! A text is read once: what does not change it reads nothing again.

use std::rc::Rc;

use super::person::{CLIENT_ID, CLIENT_SECRET, Person, START, german};
use authdesk::catalog::ClientAuthentication;
use authdesk::desk::tools::{read_header, scopes};
use authdesk::desk::{ClockAction, CodeAction, Field, FieldAction, FixAction, SessionAction, ViewAction};
use authdesk::reading::HeaderReading;

fn header(person: &Person) -> Rc<HeaderReading> {
    read_header::view(&person.0).unwrap()
}

#[test]
fn a_header_is_read_again_only_when_it_changes() {
    let mut person = Person::at("#/tool/read-header");
    person.types(Field::Header, "\u{201c}Basic ZGVtbzpzZWNyZXQ=\u{201d}");
    let first = header(&person);
    person.does(ClockAction::ClockRead(START + 60_000));
    person.does(FieldAction::Showed { label: "Header".to_owned(), shown: true });
    person.does(ViewAction::ChoseLanguage(german()));
    person.fetches();
    person.does(CodeAction::ChoseAuthentication(ClientAuthentication::None));
    person.types(Field::ClientId, CLIENT_ID);
    person.goes("#/tool/values");
    person.goes("#/tool/read-header");
    assert!(Rc::ptr_eq(&first, &header(&person)), "nothing of this changed the header");
    person.types(Field::Header, "Basic ZGVtbzpzZWNyZXQ=");
    let second = header(&person);
    assert!(!Rc::ptr_eq(&first, &second));
    assert_ne!(second.findings, first.findings);
    person.types(Field::Header, "\u{201c}Basic ZGVtbzpzZWNyZXQ=\u{201d}");
    assert_eq!(header(&person).findings, first.findings, "and it is read as before");
}

#[test]
fn a_fix_reads_the_new_text() {
    let mut person = Person::at("#/tool/read-header");
    person.types(Field::Header, "ZGVtbzpzZWNyZXQ=");
    let missing = header(&person).findings.iter().find(|finding| finding.fix.is_some()).unwrap().clone();
    person.does(FixAction::Fixed(Field::Header, missing.clone()));
    assert!(!header(&person).findings.contains(&missing));
    person.does(FixAction::Undone);
    assert!(header(&person).findings.contains(&missing));
}

#[test]
fn a_comparison_is_made_again_for_either_of_its_fields() {
    let mut person = Person::at("#/tool/scopes");
    person.types(Field::PastedScopes, "user:read:user");
    let first = scopes::view(&person.0);
    person.does(ClockAction::ClockRead(START + 60_000));
    assert!(Rc::ptr_eq(&first, &scopes::view(&person.0)));
    person.types(Field::NeededScopes, "user:read:user meeting:read:meeting");
    let second = scopes::view(&person.0);
    assert!(!first.table.is_compared && second.table.is_compared);
}

#[test]
fn clearing_forgets_what_was_read() {
    let mut person = Person::at("#/tool/read-header");
    person.types(Field::Header, &format!("Basic {CLIENT_SECRET}"));
    let first = Rc::downgrade(&header(&person));
    assert!(first.upgrade().is_some());
    person.does(SessionAction::Cleared);
    assert!(first.upgrade().is_none(), "nobody has it any longer");
}
