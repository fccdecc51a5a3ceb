//! What of a field is drawn as dots: secrets in pasted texts, until they are shown, and again after five minutes.

use super::person::{CLIENT_ID, CLIENT_SECRET, CODE, Person, START, written};
use crate::notation::the;
use authdesk::desk::tools::{redirect, request};
use authdesk::desk::{
    Action, ClockAction, EntryMask, Field, FieldAction, FileAction, FoundIn, Lazy, SessionAction, ViewAction, guide,
};
use authdesk::oauth::Secret;
use authdesk::reading::FindingKind;
use authdesk::texts::{Language, Text};

const ANSWER: &str = r#"{"access_token":"2YotnFZFEjr1zCsicMWpAA","expires_in":3599,"scope":"user:read:user"}"#;
const ANSWER_DOTTED: &str = r#"{"access_token":"••••••••••••••••••••••","expires_in":3599,"scope":"user:read:user"}"#;

/// What is drawn of a field that contains that, or of the box for anything.
fn drawn(person: &Person, field: Option<Field>) -> String {
    match person.0.entry_mask(field) {
        EntryMask::Open => "open".into(),
        EntryMask::Shown => "shown".into(),
        EntryMask::Whole => "whole".into(),
        // EXPOSE: the tests compare the whole text.
        EntryMask::Dotted(text) => text.expose().to_owned(),
    }
}

#[track_caller]
fn draws(view: &str, field: Field, text: &str, expected: &str) {
    let mut person = Person::at(view);
    person.types(field, text);
    assert_eq!(drawn(&person, Some(field)), expected, "{text}");
    assert_eq!(person.0.can_show_entry(Some(field)), expected != "open", "{text}");
}

fn pastes(person: &mut Person, text: &str) {
    person.does(Action::TypedAnything(Secret::new(text)));
    person.fetches();
}

#[test]
fn every_reader_masks_the_secrets_of_its_text_and_nothing_else() {
    draws("#/tool/token-answer", Field::Answer, ANSWER, ANSWER_DOTTED);
    draws("#/tool/token-answer", Field::Answer, "2YotnFZFEjr1zCsicMWpAA", "••••••••••••••••••••••");
    let table = "access_token token_type\n------------ ----------\nabcDEF123    bearer";
    draws("#/tool/token-answer", Field::Answer, table, &table.replace("abcDEF123", "•••••••••"));
    let landed = format!("https://www.example.com/?code={CODE}&state=x");
    let dots = |text: &str| "•".repeat(text.chars().count());
    draws("#/tool/redirect", Field::Landed, &landed, &landed.replace(CODE, &dots(CODE)));
    draws("#/tool/redirect", Field::Landed, CODE, &dots(CODE));
    draws("#/tool/redirect-comparison", Field::Received, &landed, &landed.replace(CODE, &dots(CODE)));
    draws("#/tool/read-header", Field::Header, "Basic YTpiOmM=", "Basic ••••••••");
    draws("#/tool/read-header", Field::Header, "czZCaGRSa3F0Mzo3RmpmcA==", &dots("czZCaGRSa3F0Mzo3RmpmcA=="));
    draws("#/tool/jwt", Field::Jwt, "eyJhbGciOiJub25lIn0.e30.", &dots("eyJhbGciOiJub25lIn0.e30."));
    draws(
        "#/tool/request",
        Field::Request,
        "curl -u id:secret https://a.example",
        "curl -u id:•••••• https://a.example",
    );
    draws("#/tool/token-request", Field::Code, CODE, "whole");
    for (view, field, text) in [
        ("#/tool/error-answer", Field::Error, r#"{"code":4711,"error":"invalid_grant"}"#),
        ("#/tool/scopes", Field::PastedScopes, "user:read:user code:read"),
        ("#/tool/redirect", Field::Landed, "https://www.example.com/?error=access_denied&state=x"),
        ("#/tool/token-answer", Field::Answer, r#"{"reason":"Invalid authorization code","error":"invalid_request"}"#),
        ("#/tool/request", Field::Request, "curl -d \"client_secret=$SECRET\" https://a.example"),
        ("#/tool/authorize-url", Field::RedirectUrl, "https://www.example.com/oauth/code"),
    ] {
        draws(view, field, text, "open");
    }
}

/// What a program sends is known from its reader, wherever the program has it.
#[test]
fn the_secret_of_a_program_is_masked_where_it_is_set() {
    for text in [
        format!(
            "const a = '{CLIENT_ID}';\nconst b = '{CLIENT_SECRET}';\nfetch('https://zoom.us/oauth/token', {{ method: \
             'POST', headers: {{ Authorization: 'Basic ' + btoa(a + ':' + b) }}, body: 'grant_type=client_credentials' \
             }});"
        ),
        format!(
            "import requests\na = '{CLIENT_ID}'\nb = '{CLIENT_SECRET}'\nrequests.post('https://zoom.us/oauth/token', \
             auth=(a, b), data={{'grant_type': 'client_credentials'}})"
        ),
        format!(
            "import requests\nb = '{CLIENT_SECRET}'\nrequests.post('https://zoom.us/oauth/token', \
             data={{'grant_type': 'client_credentials', 'client_id': '{CLIENT_ID}', 'client_secret': b}})"
        ),
        format!(
            "$a = '{CLIENT_ID}'; $b = '{CLIENT_SECRET}';\n$ch = curl_init('https://zoom.us/oauth/token');\n\
             curl_setopt($ch, CURLOPT_USERPWD, $a . ':' . $b);\ncurl_setopt($ch, CURLOPT_POSTFIELDS, \
             'grant_type=client_credentials');\ncurl_exec($ch);"
        ),
        format!(
            "import requests\nrequests.post('https://zoom.us/oauth/token', auth=('{CLIENT_ID}', '{CLIENT_SECRET}'), \
             data={{'grant_type': 'client_credentials'}})"
        ),
    ] {
        let expected = text.replace(CLIENT_SECRET, &"•".repeat(CLIENT_SECRET.len()));
        draws("#/tool/request", Field::Request, &text, &expected);
        let mut person = Person::at("#/tools");
        pastes(&mut person, &text);
        person.goes("#/tools");
        assert_eq!(drawn(&person, None), expected, "{text}");
    }
}

/// What the reader finds wrong with a header is just what hides its credentials from whoever looks for a plain one.
#[test]
fn a_header_with_a_fault_is_masked_like_a_good_one() {
    const WRITTEN: &str = "YlgzaEc0VVlTUnlKV1EzekduOG90ZzpvR280T1oyR1laYkxpREJkUVBJejNoSDN2S0lJT1lBYg";
    for text in [
        format!("Basic {WRITTEN}=="),
        format!("Authorization: Basic \u{201c}{WRITTEN}\u{201d}"),
        format!("\u{201c}Authorization: Basic {WRITTEN}\u{201d}"),
        format!("\u{201c}{WRITTEN}\u{201d}"),
        format!("Basic \"{WRITTEN}\""),
        format!("Basic\u{a0}{WRITTEN}"),
        format!("Basic \u{200b}{WRITTEN}"),
        format!("Basic Basic {WRITTEN}"),
        format!("Basic {}\u{200b}{}", &WRITTEN[..20], &WRITTEN[20..]),
        format!("Basic {}\u{ad}{}", &WRITTEN[..8], &WRITTEN[8..]),
        format!("Basic {}\n{}", &WRITTEN[..40], &WRITTEN[40..]),
        format!("Basic {} {}", &WRITTEN[..40], &WRITTEN[40..]),
        format!("\u{2022} Basic {WRITTEN}"),
        format!("Authorization: {WRITTEN}"),
        format!("Basic {CLIENT_ID}:{CLIENT_SECRET}"),
        format!("{CLIENT_ID}:{CLIENT_SECRET}"),
    ] {
        for (view, field) in [("#/tool/read-header", Some(Field::Header)), ("#/", None)] {
            let mut person = Person::at(view);
            match field {
                Some(field) => drop(person.types(field, &text)),
                None => {
                    // In an order in which nothing opens by itself.
                    text.chars()
                        .scan(String::new(), |before, ch| {
                            before.push(ch);
                            Some(before.clone())
                        })
                        .for_each(|part| {
                            person.does(Action::TypedAnything(Secret::new(part)));
                        });
                }
            }
            let drawn = drawn(&person, field);
            let is_readable = |secret: &str| (0..=secret.len() - 6).any(|at| drawn.contains(&secret[at..at + 6]));
            assert!(drawn != "open" && !is_readable(WRITTEN), "{view}: {text:?} is drawn as {drawn:?}");
            assert!(!is_readable(CLIENT_SECRET), "{view}: {text:?} is drawn as {drawn:?}");
        }
    }
}

#[test]
fn what_is_entered_in_a_masked_field_is_masked_in_every_other_one() {
    let mut person = Person::at("#/tool/error-answer");
    let text = format!("The server says: {CLIENT_SECRET} is wrong");
    person.types(Field::Error, &text);
    assert_eq!(drawn(&person, Some(Field::Error)), "open");
    person.types(Field::ClientSecret, CLIENT_SECRET);
    assert_eq!(drawn(&person, Some(Field::Error)), text.replace(CLIENT_SECRET, &"•".repeat(CLIENT_SECRET.len())));
}

#[test]
fn a_shown_response_is_masked_again_after_five_minutes_and_by_the_way_back() {
    let mut person = Person::at("#/tool/token-answer");
    person.types(Field::Answer, ANSWER);
    let label = person.0.entry_label(Some(Field::Answer));
    let show = |person: &mut Person, shown: bool| {
        person.does(FieldAction::Showed { label: label.clone(), shown });
    };
    show(&mut person, true);
    assert_eq!(drawn(&person, Some(Field::Answer)), "shown");
    person.does(ClockAction::ClockRead(START + 299_000));
    assert_eq!(drawn(&person, Some(Field::Answer)), "shown");
    person.does(ClockAction::ClockRead(START + 300_000));
    assert_eq!(drawn(&person, Some(Field::Answer)), ANSWER_DOTTED);
    assert_eq!(person.0.said_sentence(), person.0.texts.say(Text::SecretsHidden));

    show(&mut person, true);
    person.does(ViewAction::CameBack);
    assert_eq!(drawn(&person, Some(Field::Answer)), ANSWER_DOTTED);
    show(&mut person, true);
    show(&mut person, false);
    assert_eq!(drawn(&person, Some(Field::Answer)), ANSWER_DOTTED);
}

#[test]
fn what_is_shown_in_a_view_that_was_left_is_masked_too() {
    let mut person = Person::at("#/tool/token-answer");
    person.types(Field::Answer, ANSWER);
    let label = person.0.entry_label(Some(Field::Answer));
    person.does(FieldAction::Showed { label, shown: true });
    person.goes("#/product/kufersql");
    person.does(ClockAction::ClockRead(START + 300_000));
    person.goes("#/tool/token-answer");
    assert_eq!(drawn(&person, Some(Field::Answer)), ANSWER_DOTTED);
}

#[test]
fn clearing_leaves_nothing_shown() {
    let mut person = Person::at("#/tool/token-answer");
    person.types(Field::Answer, ANSWER);
    let label = person.0.entry_label(Some(Field::Answer));
    person.does(FieldAction::Showed { label, shown: true });
    person.does(SessionAction::Cleared);
    assert_eq!(drawn(&person, Some(Field::Answer)), "open");
    person.types(Field::Answer, ANSWER);
    assert_eq!(drawn(&person, Some(Field::Answer)), ANSWER_DOTTED);
}

#[test]
fn the_box_for_anything_is_masked_until_it_is_read_and_then_in_place() {
    let mut person = Person::first_at(Language::ENGLISH, "#/");
    person.does(Action::TypedAnything(Secret::new(ANSWER)));
    assert_eq!(drawn(&person, None), "whole");
    assert!(!person.0.can_show_entry(None), "nothing can be shown before the program is there");
    person.does(FileAction::Completed(Lazy::all()));
    assert_eq!(drawn(&person, None), ANSWER_DOTTED);
    assert!(person.0.can_show_entry(None));

    let mut person = Person::at("#/tools");
    pastes(&mut person, "What is this?");
    assert_eq!(drawn(&person, None), "open");
    pastes(&mut person, "");
    assert_eq!(drawn(&person, None), "open");
    pastes(&mut person, "DemoClientId0000000001:DemoClientSecret0000000000000001");
    assert_eq!(drawn(&person, None), "whole");
    let label = person.0.entry_label(None);
    person.does(FieldAction::Showed { label, shown: true });
    assert_eq!(drawn(&person, None), "shown");
}

#[test]
fn a_long_text_is_masked_as_a_whole() {
    let filler = "{\"name\":\"value\"},\n".repeat(4_000);
    draws("#/tool/request", Field::Request, &filler, "open");
    draws("#/tool/request", Field::Request, &format!("{filler}{ANSWER}"), "whole");
}

#[test]
fn the_text_below_a_finding_shows_nothing_that_the_field_masks() {
    let mut person = Person::at("#/tool/redirect");
    person.types(Field::Landed, &format!("https://www.example.com/?code={CODE}\u{200b}&state=x"));
    let mut excerpts = String::new();
    for finding in redirect::view(&person.0).unwrap().findings {
        let pieces = person.0.finding_excerpt(&finding, FoundIn { field: Some(Field::Landed), ..FoundIn::default() });
        excerpts.push_str(&written(&pieces));
    }
    assert!(excerpts.contains("[U+200B]"), "{excerpts}");
    for part in CODE.as_bytes().windows(4) {
        let part = core::str::from_utf8(part).unwrap();
        assert!(!excerpts.contains(part), "{part} is in {excerpts}");
    }

    let mut person = Person::at("#/tool/request");
    let query = "client_secret=DemoSecret0001&grant_type=client_credentials";
    person.types(Field::Request, &format!("curl -X POST 'https://zoom.us/oauth/token?{query}'"));
    let findings = request::view(&person.0).unwrap().findings;
    let found_in = FoundIn { field: Some(Field::Request), ..FoundIn::default() };
    let excerpt =
        |person: &Person| written(&person.0.finding_excerpt(the(FindingKind::SecretInAddress, &findings), found_in));
    assert!(!excerpt(&person).contains("Demo") && excerpt(&person).contains("client_secret="), "{}", excerpt(&person));
    let label = person.0.entry_label(Some(Field::Request));
    person.does(FieldAction::Showed { label, shown: true });
    assert!(excerpt(&person).contains("Demo"), "{}", excerpt(&person));
}

/// The panel shows what is entered, so it masks what is masked where it was entered.
#[test]
fn what_is_masked_in_its_field_is_masked_among_the_values() {
    let masked = |text: &str| {
        let mut person = Person::at("#/product/verint-recorder");
        person.types(Field::ClientId, text);
        let values = guide::values(&person.0);
        values.into_iter().find(|value| value.label == "Client ID").unwrap().is_secret
    };
    assert!(!masked(CLIENT_ID));
    assert!(!masked(" DemoClientId0000000001 "), "what is only odd is seen");
    for text in [
        "https://admin:Sup3rSecretPw@www.example.com/",
        "https://www.example.com/?code=obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB",
        "client_secret=oGo4OZ2GYZbLiDBdRmFbPFt3MXNQYN3N",
    ] {
        assert!(masked(text), "{text}");
    }
    let mut person = Person::at("#/product/verint-recorder");
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.types(Field::ClientId, CLIENT_SECRET);
    let values = guide::values(&person.0);
    assert!(values.iter().find(|value| value.label == "Client ID").unwrap().is_secret, "the secret in the wrong field");
}
