//! Templates in the form: what can be inserted, what comes out, and what is hardly meant.

use authdesk::desk::CardAction;
use authdesk::desk::card::{CardList, Control, FaultView, Insertion, view};

use super::files::products;
use crate::desk::person::Person;

fn insertions(person: &Person) -> Vec<Insertion> {
    match person.card_field("value-0-text").control {
        Control::Template(all) => all,
        other => panic!("{other:?}"),
    }
}

fn written(person: &Person) -> Vec<String> {
    insertions(person).into_iter().map(|one| one.written).collect()
}

#[track_caller]
fn only_fault(person: &Person, id: &str) -> FaultView {
    let faults = person.card_field(id).faults;
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults.into_iter().next().unwrap()
}

#[test]
fn every_value_that_the_grant_has_can_be_inserted_by_its_name() {
    let mut person = Person::at_card();
    person.makes_a_card();
    let of_server =
        ["{account_id}", "{client_id}", "{client_secret}", "{basic_credentials}", "{scopes}", "{token_url}"];
    assert_eq!(written(&person), of_server);
    let names: Vec<String> = insertions(&person).into_iter().map(|one| one.says).collect();
    assert_eq!(names[2..4], ["Client Secret", "Client ID:Client Secret as Base64"]);
    person.adds(CardList::Inputs);
    person.fills("input-0-label", "Tenant");
    assert_eq!(insertions(&person).last().unwrap().says, "Tenant");

    person.fills("app", "general-user-managed");
    let all = written(&person);
    assert!(!all.contains(&"{account_id}".to_owned()) && !all.contains(&"{refresh_token}".to_owned()), "{all:?}");
    assert!(all.contains(&"{authorize_url}".to_owned()) && all.contains(&"{redirect_url}".to_owned()), "{all:?}");
    person.fills("by-hand", "true");
    assert!(written(&person).contains(&"{refresh_token}".to_owned()));
}

#[test]
fn below_a_template_is_what_it_becomes() {
    let mut person = Person::at_card();
    person.makes_a_card();
    let sample = |person: &mut Person, template: &str| {
        person.fills("value-0-text", template);
        person.card_field("value-0-text").sample
    };
    // RFC 7617 §2, of `MadeUpClientId:MadeUpClientSecret`.
    assert_eq!(
        sample(&mut person, "{basic_credentials}").as_deref(),
        Some("TWFkZVVwQ2xpZW50SWQ6TWFkZVVwQ2xpZW50U2VjcmV0")
    );
    assert_eq!(sample(&mut person, "{account_id}:{client_id}").as_deref(), Some("MadeUpAccountId:MadeUpClientId"));
    assert_eq!(sample(&mut person, "EU").as_deref(), Some("EU"), "a fixed text is seen to be one");
    assert_eq!(sample(&mut person, "base64({client_id})").as_deref(), Some("base64(MadeUpClientId)"));
    assert_eq!(sample(&mut person, ""), None);
    assert_eq!(sample(&mut person, "{client_id"), None);
    person.adds(CardList::Blocks);
    person.fills("block-0-lines", "ID = {client_id}\nREGION = EU");
    assert_eq!(person.card_field("block-0-lines").sample.as_deref(), Some("ID = MadeUpClientId\nREGION = EU"));
}

#[test]
fn a_card_with_a_template_that_is_hardly_meant_is_not_complete() {
    let mut person = Person::at_card();
    person.makes_a_card();
    for (text, template) in [
        ("base64({client_id}:{client_secret})", Some("{basic_credentials}")),
        ("{client_id}:{client_secret}|base64", Some("{basic_credentials}")),
        ("{client_id:client_secret|base64}", Some("{basic_credentials}")),
        ("encode({client_id}:{client_secret})", None),
        ("AccountID:ClientID", Some("{account_id}:{client_id}")),
        ("Account ID", Some("{account_id}")),
        ("{{client_id}}", Some("{client_id}")),
    ] {
        person.fills("value-0-text", text);
        let fault = only_fault(&person, "value-0-text");
        assert!(!fault.is_open && fault.detail.is_none(), "{text}: {fault:?}");
        assert_eq!(fault.fix.as_ref().map(|fix| fix.text.as_str()), template, "{text}");
        assert!(person.form().fault_count > 0 && person.form().unfinished.is_some(), "{text}");
        if let Some(fix) = fault.fix {
            person.takes(fix);
            assert_eq!(person.wrong(), Vec::<String>::new(), "{text}");
            assert_eq!(person.form().fault_count, 0, "{text}");
        }
    }
    for text in ["EU", "base64", "My Client ID", "Basic {basic_credentials}", "Client ID: {client_id}"] {
        person.fills("value-0-text", text);
        assert_eq!(person.wrong(), Vec::<String>::new(), "{text}");
        assert_eq!(person.form().fault_count, 0, "{text}");
    }
}

#[test]
fn a_line_of_a_file_is_looked_at_without_its_name() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.adds(CardList::Blocks);
    person.fills("block-0-lines", "CLIENT_ID = {client_id}\nLOGIN = base64({client_id}:{client_secret})");
    let fault = only_fault(&person, "block-0-lines");
    let fixed = "CLIENT_ID = {client_id}\nLOGIN = {basic_credentials}";
    let fix = fault.fix.unwrap();
    assert_eq!((fix.text.as_str(), fix.says.as_str()), (fixed, "Replace with `{basic_credentials}`"));
}

#[test]
fn no_template_of_the_catalog_is_called_a_mistake() {
    for (id, facts, _) in products() {
        let mut person = Person::at_card();
        person.opens("", &facts);
        for field in person.card_fields() {
            let fixes: Vec<&FaultView> = field.faults.iter().filter(|fault| fault.fix.is_some()).collect();
            assert!(fixes.is_empty(), "{id}: {}: {fixes:?}", field.id);
        }
    }
}

#[test]
fn a_value_takes_the_place_of_its_own_name() {
    let mut person = Person::at_card();
    person.makes_a_card();
    let all = insertions(&person);
    let account = all.iter().find(|one| one.written == "{account_id}").unwrap();
    assert_eq!(account.put_into("", &all), "{account_id}");
    assert_eq!(account.put_into("Account ID", &all), "{account_id}");
    assert_eq!(account.put_into("{client_id}:", &all), "{client_id}:{account_id}");
    assert_eq!(account.put_into("Region ", &all), "Region {account_id}");
    // Whoever has put it behind the name gets it there once.
    person.fills("value-0-text", "Account ID{account_id}");
    assert_eq!(only_fault(&person, "value-0-text").fix.map(|fix| fix.text).as_deref(), Some("{account_id}"));
}

#[test]
fn a_fresh_row_is_not_wrong_but_to_be_done_and_in_plain_words() {
    let mut person = Person::at_card();
    for list in [CardList::Values, CardList::Inputs, CardList::Scopes, CardList::Blocks, CardList::Sources] {
        person.adds(list);
    }
    person.adds(CardList::Lines("enter"));
    let form = person.form();
    let of_rows = form.sections.iter().flat_map(|section| section.lists.iter().flat_map(|list| &list.rows));
    let of_fields = person.card_fields().into_iter().flat_map(|field| field.faults);
    let all: Vec<FaultView> = of_rows.flat_map(|row| row.faults.clone()).chain(of_fields).chain(form.faults).collect();
    assert!(all.len() >= 6, "{all:?}");
    for fault in &all {
        assert!(fault.is_open && fault.detail.is_none(), "{fault:?}");
    }
}

#[test]
fn what_is_wrong_is_said_once_and_in_plain_words() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.adds(CardList::Inputs);
    for (id, text, says) in [
        ("value-0-text", "{acount}", "Unknown name in braces"),
        ("value-0-text", "{client_id|base32}", "Unknown filter"),
        ("value-0-text", "x}{", "no opening brace"),
        ("value-0-text", "{refresh_token}", "There is no `refresh_token`"),
        ("minutes", "soon", "Enter a whole number."),
        ("id", "My Product", "Use only a–z"),
        ("input-0-name", "Client ID", "Use a–z"),
    ] {
        let before = person.card_field(id).value;
        person.fills(id, text);
        let id = if id == "input-0-name" { "input-0-name" } else { id };
        let fault = only_fault(&person, id);
        assert!(fault.says.contains(says) && fault.detail.is_none() && !fault.is_open, "{text}: {fault:?}");
        person.fills(id, &before);
    }
}

#[test]
fn a_name_that_nothing_has_yet_becomes_an_input_by_a_press() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.fills("app", "general-user-managed");
    person.fills("redirect", "offered");
    person.fills("value-0-text", "{client_id}");
    person.fills("offered", "https://{host}/zoom/callback");
    assert_eq!(person.card_field("redirect").faults, [], "it is told at the URL");
    let fault = only_fault(&person, "offered");
    assert_eq!(fault.says, "`{host}` is not known yet.");
    assert!(fault.is_open && fault.detail.is_none() && fault.fix.is_none(), "{fault:?}");
    let add = fault.adds.unwrap();
    assert_eq!((add.says.as_str(), add.name.as_str()), ("Add `{host}` to what the admin enters", "host"));
    person.does(CardAction::Added { list: CardList::Inputs, choice: Some(add.name) });
    assert_eq!(person.card_field("offered").faults, []);
    assert_eq!(person.card_field("input-0-name").value, "host");
    assert_eq!(person.card_field("input-0-kind").value, "host");
    assert_eq!(view(&person.0).focus.unwrap().1, "card-input-0-label");
    assert!(only_fault(&person, "input-0-label").is_open, "its label is still to be done");
    // Without it in the URL, both places are named where it can go.
    person.fills("offered", "https://example.com/callback");
    let unused: Vec<String> = person.wrong().into_iter().filter(|says| says.contains("uses it yet")).collect();
    assert!(unused.len() == 1 && unused[0].contains("Neither the redirect URL nor a field"), "{unused:?}");
    person.fills("redirect", "own");
    let unused: Vec<String> = person.wrong().into_iter().filter(|says| says.contains("uses it yet")).collect();
    assert!(unused.len() == 1 && unused[0].contains("No field uses it yet"), "{unused:?}");
    person.fills("redirect", "offered");
    person.fills("offered", "https://{host}/zoom/callback");
    person.fills("input-0-label", "Host of your Terminio");
    assert_eq!(person.wrong(), Vec::<String>::new());
}

#[test]
fn every_unknown_name_is_told_where_it_stands_and_once() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.fills("app", "general-user-managed");
    person.fills("redirect", "offered");
    person.fills("value-0-text", "{client_id}");
    person.fills("offered", "https://{host}:{port}/{tenant}/cb\nhttps://{host}/other");
    let names = |person: &Person, id: &str| -> Vec<String> {
        person.card_field(id).faults.into_iter().filter_map(|fault| fault.adds).map(|add| add.name).collect()
    };
    assert_eq!(names(&person, "offered"), ["host", "port", "tenant"]);
    assert_eq!(person.card_field("offered").faults.len(), 3);
    for (at, (name, kind)) in [("host", "host"), ("port", "port"), ("tenant", "word")].into_iter().enumerate() {
        // Whoever adds an input without a press at the URL gets the one that is missing.
        person.adds(CardList::Inputs);
        let value = |key: &str| person.card_field(&format!("input-{at}-{key}")).value;
        assert_eq!((value("name").as_str(), value("kind").as_str()), (name, kind));
    }
    person.adds(CardList::Inputs);
    assert_eq!(person.card_field("input-3-name").value, "input_1", "nothing is missing any more");

    person.adds(CardList::Blocks);
    person.fills("block-0-lines", "{id} = x\nID = {client_id}\nREGION = {region}");
    assert_eq!(names(&person, "block-0-lines"), ["region"]);
    person.fills("value-1-text", "{client_id}@{region}");
    assert_eq!(names(&person, "value-1-text"), ["region"]);
}

#[test]
fn a_misspelled_name_is_none_that_is_missing() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.adds(CardList::Inputs);
    person.fills("input-0-label", "Tenant");
    person.fills("input-0-name", "tenant");
    person.fills("value-1-text", "{client_id} {tenant}");
    for (text, meant) in [
        ("{acount_id}:{client_id}", "{account_id}:{client_id}"),
        ("{acount}", "{account_id}"),
        ("Basic {client_secert|base64}", "Basic {client_secret|base64}"),
        ("{tennant}.example.com", "{tenant}.example.com"),
    ] {
        person.fills("value-0-text", text);
        let fault = only_fault(&person, "value-0-text");
        assert!(fault.says.contains("Unknown name in braces") && fault.adds.is_none() && !fault.is_open, "{fault:?}");
        person.adds(CardList::Inputs);
        assert_eq!(person.card_field("input-1-name").value, "input_1", "{text}");
        person.does(CardAction::Removed { list: CardList::Inputs, at: 1 });
        let fix = fault.fix.unwrap();
        assert_eq!(fix.text, meant);
        person.takes(fix);
        assert_eq!(person.wrong(), Vec::<String>::new(), "{text}");
    }
    // That may be another one, or one whose end is left out.
    person.fills("value-0-text", "{account}");
    let fault = only_fault(&person, "value-0-text");
    assert_eq!(fault.adds.map(|add| add.name).as_deref(), Some("account"));
    assert_eq!(fault.fix.map(|fix| fix.text).as_deref(), Some("{account_id}"));
    // No input can have such a name.
    for (text, meant) in [
        ("https://{Host}/{Host|url}", Some("https://{host}/{host|url}")),
        ("{host name}", Some("{host_name}")),
        ("{}", None),
        ("{9}", None),
    ] {
        person.fills("value-0-text", text);
        let fault = only_fault(&person, "value-0-text");
        assert!(fault.says.contains("consists of a–z") && fault.adds.is_none() && !fault.is_open, "{text}: {fault:?}");
        assert_eq!(fault.fix.map(|fix| fix.text).as_deref(), meant, "{text}");
    }
}
