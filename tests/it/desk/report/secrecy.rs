//! Nothing that somebody typed is in a report.

use proptest::prelude::*;

use authdesk::desk::report::{Words, read};
use authdesk::desk::{Field, FieldAction, ReportAction, link};
use authdesk::oauth::{Secret, form_encoded};
use authdesk::reading::secret_spans;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use strum::VariantArray;

use super::copied;
use super::states::{TYPED, after, state};
use crate::desk::person::{CLIENT_ID, CLIENT_SECRET, CODE, Person};
use crate::secret_part::has_no_part;

/// What is masked in a text.
fn covered(text: &str) -> Vec<String> {
    let spans = secret_spans(text);
    spans.into_iter().map(|span| text.chars().skip(span.start).take(span.len()).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn no_part_of_a_secret_is_in_a_report(state in state()) {
        let (mut person, secrets) = after(&state);
        let text = copied(&mut person);
        for secret in secrets {
            has_no_part(&text, &secret);
        }
        if let Some(state) = person.0.session().state() {
            has_no_part(&text, state.expose());
        }
        // Otherwise the page would mask it where it is pasted.
        prop_assert_eq!(covered(&text), Vec::<String>::new(), "{}", text);
    }
}

#[test]
fn a_secret_in_every_field_in_every_way_leaves_no_part() {
    for view in ["#/product/verint-recorder", "#/product/cae-learningspace", "#/tool/token-request"] {
        for typed in TYPED {
            for secret in [CLIENT_SECRET, CODE, CLIENT_ID] {
                let mut person = Person::at(view);
                for field in Field::VARIANTS {
                    person.does(FieldAction::Typed(*field, Secret::new(typed.replace('§', secret))));
                }
                person.fetches();
                person.does(ReportAction::ChoseEnds(true));
                has_no_part(&copied(&mut person), secret);
            }
        }
    }
}

/// A secret as products and headers have it: in Base64, alone or with anything before it and after it.
#[test]
fn a_secret_in_base64_that_looks_like_a_client_id_does_not_leave() {
    const SECOND_SECRET: &str = "q8 Rt+Zx/7Lw2~Nb5Vd9Kp";
    let view = "#/product/verint-recorder";
    let mut texts = Vec::new();
    for (field, secret) in [
        (Field::ClientSecret, CLIENT_SECRET.to_owned()),
        (Field::SecondClientSecret, SECOND_SECRET.to_owned()),
        (Field::SecondClientSecret, form_encoded(SECOND_SECRET)),
    ] {
        for before in ["", ":", "a:", "ab:", "abc:", " bX3hG4UYSRyJWQ3zGn8otg:"] {
            for after in ["", "\n", " x"] {
                texts.push((field, STANDARD.encode([before, &secret, after].concat())));
            }
        }
    }
    let offered = |person: &Person| {
        let all = link::offered_values(&person.0);
        all.into_iter().find(|offer| offer.key.to_string() == "client_id").unwrap().is_selected
    };
    for (field, text) in texts {
        let text = text.trim_end_matches('=');
        let mut person = Person::at(view);
        person.does(ReportAction::ChoseEnds(true));
        person.types(Field::ClientId, text);
        // What is as long as a secret may be one, whatever else is entered.
        let could_be_one = text.len() != CLIENT_SECRET.len() || !text.chars().all(|ch| ch.is_ascii_alphanumeric());
        assert_eq!(offered(&person).is_some(), could_be_one, "{text}");
        assert_eq!(copied(&mut person).contains("; ends "), could_be_one, "{text}");
        let secret = if field == Field::ClientSecret { CLIENT_SECRET } else { SECOND_SECRET };
        person.types(field, secret);
        assert_eq!(offered(&person), None, "{text}");
        assert!(!copied(&mut person).contains("; ends "), "{text}");
    }
}

#[test]
fn of_an_error_only_known_words_are_kept() {
    let says = |error: &str, id: &str| {
        let mut person = Person::at("#/product/verint-recorder");
        person.types(Field::ClientId, id);
        person.types(Field::ClientSecret, CLIENT_SECRET);
        person.types(Field::Answer, error);
        let read = read(&copied(&mut person)).unwrap();
        let error = read.report.errors.first().unwrap();
        let words = |words: &Option<Words>| words.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default();
        (words(&error.code), words(&error.words))
    };
    let zoom = |reason: &str| {
        let json = format!(r#"{{"reason":"{reason}","error":"invalid_client"}}"#);
        says(&json, CLIENT_ID).1
    };
    assert_eq!(zoom("Invalid client_id or client_secret"), "Invalid client_id or client_secret");
    assert_eq!(zoom("Invalid client_id: bX3hG4UYSRyJWQ3zGn8otg"), "Invalid client_id: [masked]");
    assert_eq!(
        zoom("The user ada.lovelace@example.com of example.com is not known"),
        "The user [masked] of [masked] is not known"
    );
    assert_eq!(
        zoom("The request to https://login.example.com/oauth from 192.0.2.1 failed"),
        "The request to [masked] from [masked] failed"
    );
    assert_eq!(zoom("Code 4700 expired at 1700000000"), "Code 4700 expired at [masked]");
    assert_eq!(zoom("Number 12345 67890 12345"), "Number 12345 [masked]");
    assert_eq!(says(r#"{"error":"x7Kq2pLm9","reason":"Invalid"}"#, CLIENT_ID).0, "[masked]");
    // A value that is entered is masked whatever it is.
    assert_eq!(
        says(r#"{"error":"invalid_client","reason":"Invalid client secret"}"#, "secret").1,
        "Invalid client [masked]"
    );
}

#[test]
fn a_client_id_gives_its_end_only_if_that_is_chosen_and_it_is_one() {
    let ends = |id: &str, ends: bool| {
        let mut person = Person::at("#/product/verint-recorder");
        person.types(Field::ClientSecret, CLIENT_SECRET);
        person.types(Field::ClientId, id);
        person.does(ReportAction::ChoseEnds(ends));
        copied(&mut person).contains("; ends ")
    };
    assert!(ends(CLIENT_ID, true));
    assert!(!ends(CLIENT_ID, false));
    for id in [CLIENT_SECRET, "short", "https://a.example/?code=abcdefgh", "Basic YTpiYTpiYTpiYTpi", "abcdefghijklmnü1"]
    {
        assert!(!ends(id, true), "{id}");
    }
}
