//! No secret is in a card: not in the form, not in what the tab keeps, not in a file or a link.

use authdesk::desk::card::{CardFile, CardList, CardRefusal, kept, refused, refused_in, view};
use authdesk::desk::{CardAction, Field};
use authdesk::oauth::Secret;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::files::draft_of;
use crate::desk::person::{CLIENT_SECRET, CODE, Person, read};

/// Everything that leaves the form.
fn leaves(person: &mut Person) -> String {
    person.does(CardAction::Finished);
    let output = view(&person.0).output.unwrap();
    format!("{}\n{:?}\n{:?}\n{}", kept(&person.0), output.files, output.link, person.draft().packed())
}

#[track_caller]
fn is_nowhere(secret: &str, text: &str, why: &str) {
    for part in secret.as_bytes().windows(6) {
        let part = std::str::from_utf8(part).unwrap();
        assert!(!text.contains(part), "{why}: {part} of {secret}");
    }
}

#[test]
fn what_looks_like_a_secret_is_not_taken_into_any_field() {
    let mut person = Person::at_card();
    person.makes_a_card();
    for list in [CardList::Inputs, CardList::Scopes, CardList::Blocks, CardList::Sources] {
        person.adds(list);
    }
    let ids: Vec<String> = person.card_fields().iter().map(|field| field.id["card-".len()..].to_owned()).collect();
    assert!(ids.len() > 40);
    for text in [
        CLIENT_SECRET,
        "client_secret=Hunter2Hunter2",
        "https://a.example/cb?code=SplxlOBeZQQYbYS6WxSbIA",
        "Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW",
    ] {
        for id in &ids {
            let before = person.card_field(id);
            if matches!(before.control, authdesk::desk::card::Control::Choice(_)) {
                continue;
            }
            person.fills(id, text);
            let field = person.card_field(id);
            assert_eq!(field.value, text, "{id}: the field shows what was typed");
            let says = field.faults.last().map(|fault| fault.says.as_str()).unwrap_or_default();
            assert!(says.contains("looks like a secret"), "{id}: {:?}", field.faults);
            assert!(person.form().unfinished.is_some(), "{id}: a card without what was typed is not complete");
            is_nowhere(text.rsplit(['=', ' ']).next().unwrap(), &leaves(&mut person), id);
            person.fills(id, &before.value);
        }
    }
}

#[test]
fn what_is_entered_in_any_guide_is_not_taken_into_a_card() {
    let mut person = Person::at("#/product/kufersql");
    // Nothing about it looks like a secret.
    let secret = "correct horse battery";
    person.types(Field::ClientSecret, secret);
    person.goes("#/card");
    person.makes_a_card();
    person.fills("vendor", secret);
    assert!(person.card_field("vendor").faults[0].says.contains("looks like a secret"));
    is_nowhere(secret, &leaves(&mut person), "typed");
    let facts = read("catalog/products/tines.json").replace("connect flow", secret);
    person.opens("", &facts);
    assert!(view(&person.0).offer.is_none() && view(&person.0).refused.unwrap().contains("looks like a secret"));

    // A part of it is one too.
    let mut other = Person::at("#/product/kufersql");
    other.types(Field::ClientSecret, CLIENT_SECRET);
    other.goes("#/card");
    other.fills("vendor", &CLIENT_SECRET[3..10]);
    assert!(other.card_field("vendor").faults[0].says.contains("looks like a secret"));
    other.fills("vendor", "Example Ltd");
    assert!(other.card_field("vendor").faults.is_empty());

    // What was in the card before it was entered leaves no more.
    let mut person = Person::at_card();
    person.makes_a_card();
    person.fills("vendor", secret);
    assert!(kept(&person.0).contains(secret));
    person.types(Field::ClientSecret, secret);
    assert_eq!(kept(&person.0), "");
    person.does(CardAction::Finished);
    let output = view(&person.0).output.unwrap();
    assert!(output.files.unwrap_err().contains("looks like a secret") && output.link.is_err());
}

#[test]
fn a_file_with_a_secret_in_it_is_not_opened() {
    let mut person = Person::at_card();
    for secret in [CLIENT_SECRET, CODE, "client_secret=Hunter2Hunter2", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."] {
        let facts = read("catalog/products/tines.json").replace("connect flow", secret);
        person.opens("", &facts);
        assert!(view(&person.0).refused.unwrap().contains("looks like a secret"), "{secret}");
        is_nowhere(secret, &leaves(&mut person), secret);
        let draft = draft_of(&facts, &[]);
        assert_eq!(authdesk::desk::card::write_link(&draft), Err(CardRefusal::Secret));
    }
}

#[test]
fn names_in_braces_labels_and_addresses_are_no_secrets() {
    for text in [
        "{client_secret}",
        "client_secret={client_secret|url}&grant_type=account_credentials",
        "Authorization: Basic {client_id}",
        "ZOOM_CLIENT_SECRET",
        "Client Secret",
        "https://{host}/oauth/callback?tenant={tenant}",
        "/etc/zulip/zulip-secrets.conf",
        "com.example.Connector2.ZoomClient",
        "user:read:list_users:admin",
        "OAuth2ClientSettings",
        "8212edf189882fc630ac50c51c10e115f9edea3e",
    ] {
        assert_eq!(refused(text), None, "{text}");
    }
}

#[test]
fn a_secret_is_told_by_what_it_is_called_beside_it() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.fills("value-0-text", "Hunter2!x");
    assert!(person.card_field("value-0-text").faults.is_empty(), "nothing calls it a secret");
    for label in ["Client Secret", "Password"] {
        person.fills("value-0-label", label);
        let says = person.card_field("value-0-label").faults.last().map(|fault| fault.says.clone()).unwrap_or_default();
        assert!(says.contains("looks like a secret"), "{label}: {says:?}");
        assert!(!leaves(&mut person).contains(label));
    }
    person.fills("value-0-text", "{client_secret}");
    person.fills("value-0-label", "Client Secret");
    assert!(person.card_field("value-0-label").faults.is_empty());
    person.fills("value-0-text", "Hunter2!x");
    assert!(!leaves(&mut person).contains("Hunter2"));

    person.adds(CardList::Blocks);
    person.fills("block-0-lines", "zoom.id = {client_id}\nclient_secret = Hunter2Hunter2");
    assert!(person.card_field("block-0-lines").faults.last().unwrap().says.contains("looks like a secret"));
    is_nowhere("Hunter2Hunter2", &leaves(&mut person), "a line");
    person.fills("block-0-lines", "client_secret = {client_secret}\nhost = zoom.us");
    assert!(person.card_field("block-0-lines").faults.is_empty());

    // In a file and a link, too.
    let facts = read("catalog/products/tines.json");
    let block = |line: &str| {
        let block = format!(r#""blocks": [{{ "id": "b", "format": "env", "lines": [{line}] }}], "values": ["#);
        facts.replacen("\"values\": [", &block, 1)
    };
    let label = facts.replacen("{client_secret}", "Hunter2!x", 1);
    let input =
        r#""inputs": { "pin": { "kind": "text", "label": "Password", "example": "Hunter2!x" } }, "variants": ["#;
    let input = facts.replacen("\"variants\": [", input, 1);
    for facts in [block(r#"["client_secret", "Hunter2Hunter2"]"#), label, input] {
        assert_eq!(authdesk::desk::card::write_link(&draft_of(&facts, &[])), Err(CardRefusal::Secret), "{facts}");
    }
    for line in [r#"["client_secret", "{client_secret}"]"#, r#"["client_secret", "zoom-{client_secret}"]"#] {
        assert_eq!(refused_in(&draft_of(&block(line), &[])), None, "{line}");
    }
}

#[test]
fn a_template_is_no_secret_while_it_is_typed() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.adds(CardList::Inputs);
    person.fills("input-0-name", "tenant");
    person.fills("input-0-label", "Secret of the tenant");
    person.adds(CardList::Blocks);
    let mut told = Vec::new();
    for label in ["Client Secret", "Password", "API key", "Token", "Passwort", "Authorization"] {
        person.fills("value-0-text", "");
        person.fills("value-0-label", label);
        for text in
            ["{client_secret}", "{client_secret|base64}", "{tenant}-{client_secret}", "Basic {client_id}", "none", "X"]
        {
            for end in 0..=text.len() {
                person.fills("value-0-text", &text[..end]);
                // A key with a text that is no template calls that a secret.
                let is_template = text.starts_with("{client") || text[..end].contains('}');
                let content = if is_template { &text[..end] } else { "" };
                person.fills("block-0-lines", &format!("client_secret = {content}"));
                for id in ["value-0-text", "block-0-lines", "input-0-label"] {
                    let faults = person.card_field(id).faults;
                    if faults.iter().any(|fault| fault.says.contains("looks like a secret")) {
                        told.push(format!("{label}, {id}: {}", &text[..end]));
                    }
                }
            }
        }
    }
    assert_eq!(told, Vec::<String>::new());
    for text in ["client_secret = {Hunter2", "client_secret = {client_id|Hunter2", "client_secret = Hunter2Hunter2"] {
        person.fills("block-0-lines", text);
        assert!(!person.card_field("block-0-lines").faults.is_empty(), "{text}");
        is_nowhere("Hunter2", &leaves(&mut person), text);
    }
}

#[test]
fn braces_around_a_secret_make_it_no_name() {
    for text in [format!("{{{CLIENT_SECRET}}}"), format!("x {{{CLIENT_SECRET}|url}}"), format!("{{{CLIENT_SECRET}")] {
        assert_eq!(refused(&text), Some(CardRefusal::Secret), "{text}");
    }
}

#[test]
fn what_is_put_into_a_card_is_looked_at_not_what_was_typed() {
    let mut person = Person::at_card();
    person.makes_a_card();
    for text in ["client_secret=\nHunter2Hunter2", "client_secret:\r\nHunter2Hunter2"] {
        for id in ["summary", "vendor", "value-0-label", "value-0-remark"] {
            person.fills(id, text);
            assert!(!person.card_field(id).faults.is_empty(), "{id}");
            is_nowhere("Hunter2Hunter2", &leaves(&mut person), id);
            person.fills(id, "x");
        }
    }
}

#[test]
fn a_tab_keeps_no_card_that_would_not_be_opened() {
    let mut person = Person::at_card();
    person.makes_a_card();
    let kept_before = kept(&person.0);
    assert!(!kept_before.is_empty());
    let secret = kept_before.replacen("Example Ltd", "client_secret=Hunter2Hunter2", 1);
    let mut other = Person::at_card();
    other.does(CardAction::Restored(secret));
    assert_eq!(kept(&other.0), "");
    assert_eq!(other.card_field("name").value, "");
}

#[test]
fn the_names_in_every_file_make_no_card_a_part_of_a_secret() {
    for secret in ["vendor-prod-2024", "x-variants-9", "0template0", "labels_language1"] {
        let mut person = Person::at_card();
        person.makes_a_card();
        person.types(Field::ClientSecret, secret);
        assert!(!kept(&person.0).is_empty(), "{secret}");
        person.fills("vendor", secret);
        assert!(!kept(&person.0).contains(secret));
        assert!(!person.card_field("vendor").faults.is_empty());
    }
    // A name of one's own is no name in every file.
    let mut person = Person::at_card();
    person.makes_a_card();
    person.adds(CardList::Inputs);
    person.fills("input-0-name", "pa55word_x");
    person.types(Field::ClientSecret, "zpa55word_xz");
    assert_eq!(kept(&person.0), "");
}

#[test]
fn a_part_of_a_secret_is_one_also_among_other_text() {
    let mut person = Person::at("#/product/kufersql");
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.types(Field::Answer, &format!(r#"{{"access_token":"{CODE}","token_type":"bearer"}}"#));
    person.goes("#/card");
    person.makes_a_card();
    assert_eq!(person.wrong(), Vec::<String>::new(), "the names in a response are in many cards");
    for text in [format!("Key {}", &CLIENT_SECRET[3..10]), format!("x{}y", &CODE[2..12])] {
        person.fills("summary", &text);
        assert!(!person.card_field("summary").faults.is_empty(), "{text}");
    }
}

#[test]
fn a_random_secret_is_nowhere_once_it_is_typed() {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.adds(CardList::Inputs);
    let ids = ["name", "summary", "place", "value-0-label", "value-1-text", "input-0-example", "enter-0-says"];
    let secret = "[A-Z][a-z][0-9][A-Za-z0-9]{19,40}";
    let refusals = std::cell::Cell::new(0);
    let mut runner = TestRunner::new(Config { cases: 300, ..Config::default() });
    let tested = runner.run(&(secret, 0..ids.len()), |(secret, at)| {
        let mut person = Person(person.0.clone());
        person.fills(ids[at], &secret);
        if refused(&secret).is_some() {
            refusals.set(refusals.get() + 1);
            is_nowhere(&secret, &leaves(&mut person), ids[at]);
        } else {
            // It looks like words; once it is entered as a secret, it leaves no more.
            person.types(Field::ClientSecret, &secret);
            prop_assert_eq!(kept(&person.0), "");
        }
        Ok(())
    });
    tested.unwrap();
    assert!(refusals.get() > 250, "{} of 300 look like a secret", refusals.get());
}

#[test]
fn a_pasted_card_that_has_no_sentences_yet_is_still_a_card() {
    let facts = read("catalog/products/tines.json");
    assert!(matches!(CardFile::read("", &facts), Ok(CardFile::Facts(_))));
    let mut person = Person::at_card();
    person.does(CardAction::Opened(vec![(String::new(), Secret::new(facts.as_str()))]));
    assert_eq!((view(&person.0).refused, view(&person.0).offer), (None, None));
    assert_eq!(person.card_field("name").value, "Tines");
    assert_eq!(person.draft().facts, authdesk::desk::card::Tree::read(&facts).unwrap());
    let wrong = person.wrong();
    assert!(!wrong.is_empty() && wrong.iter().all(|fault| fault.contains("sentence")), "{wrong:?}");
}
