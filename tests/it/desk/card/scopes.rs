//! Scopes in the form: names of today first, classic ones folded, and each in its field.

use authdesk::desk::card::{CardList, FaultView};

use crate::desk::person::Person;

const CURRENT: &str = "meeting:read:list_meetings:admin";
const CLASSIC: &str = "meeting:read:admin";

#[track_caller]
fn only(person: &Person, id: &str) -> FaultView {
    let faults = person.card_field(id).faults;
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults.into_iter().next().unwrap()
}

fn value(person: &Person, id: &str) -> String {
    person.card_field(id).value
}

#[test]
fn the_names_are_asked_for_at_once_and_nothing_is_missing_without_them() {
    let mut person = Person::at_card();
    person.makes_a_card();
    let section = person.form().sections.into_iter().find(|section| section.name == "scopes").unwrap();
    assert!(section.fields.is_empty());
    assert_eq!(section.lists[0].rows[0].fields.len(), 1);
    assert_eq!(section.folded.len(), 1, "the classic ones");
    assert_eq!(person.wrong(), Vec::<String>::new());
    person.fills("scopes-0-names", " ");
    assert_eq!(person.draft().facts.list_at(&[]).len(), 0);
    assert_eq!(person.wrong(), Vec::<String>::new(), "nothing was entered");

    let row = |person: &Person| person.card_list(CardList::Scopes).rows[0].id.clone();
    let before = row(&person);
    person.fills("scopes-0-names", CURRENT);
    assert_eq!((row(&person), value(&person, "scopes-0-names").as_str()), (before, CURRENT), "the same field goes on");
    person.fills("scopes-0-says", "To list meetings.");
    assert_eq!(person.wrong(), Vec::<String>::new());
    assert_eq!(person.card_list(CardList::Scopes).rows.len(), 1);
}

#[test]
fn a_name_in_the_wrong_field_is_told_once_and_moved_by_a_press() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.fills("classic", &format!("{CURRENT}\n{CLASSIC}"));
    let fault = only(&person, "classic");
    assert!(fault.says.contains(CURRENT) && !fault.says.contains(CLASSIC) && fault.detail.is_none(), "{fault:?}");
    assert_eq!(person.form().fault_count, 1);
    person.takes(fault.fix.unwrap());
    assert_eq!((value(&person, "classic").as_str(), value(&person, "scopes-0-names").as_str()), (CLASSIC, CURRENT));
    person.fills("scopes-0-says", "To list meetings.");
    assert_eq!(person.wrong(), Vec::<String>::new());

    person.fills("classic", "");
    person.fills("scopes-0-names", &format!("{CURRENT}\n{CLASSIC}\nmade:up:scope"));
    let fault = only(&person, "scopes-0-names");
    assert!(fault.says.contains(CLASSIC) && !fault.says.contains(CURRENT), "{fault:?}");
    assert_eq!(person.form().fault_count, 1);
    person.takes(fault.fix.unwrap());
    assert_eq!(value(&person, "classic"), CLASSIC);
    assert_eq!(value(&person, "scopes-0-names"), format!("{CURRENT}\nmade:up:scope"));
    assert_eq!(person.wrong(), Vec::<String>::new());
}

#[test]
fn a_name_that_nobody_knows_is_told_without_the_name_of_a_list() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.fills("classic", "made:up");
    let fault = only(&person, "classic");
    assert!(fault.says.contains("`made:up`") && fault.detail.is_none() && fault.fix.is_none(), "{fault:?}");
}
