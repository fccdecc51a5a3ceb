//! The box for anything, driven by actions alone as a person would drive it.

use super::person::{CLIENT_ID, CLIENT_SECRET, Person, START, german};
use crate::notation::assert_said;
use authdesk::desk::parts::pasted;
use authdesk::desk::tools::redirect;
use authdesk::desk::{
    About, Action, ClockAction, Field, FieldAction, FileAction, FixAction, FoundIn, Kept, Lazy, ReaderAction, Resource,
    Route, SessionAction, Tool, ViewAction,
};
use authdesk::oauth::Secret;
use authdesk::reading::{PastedKind, TEXT_LIMIT};
use authdesk::texts::Language;
use strum::VariantArray;

const HEADER: &str =
    "Authorization: Basic YlgzaEc0VVlTUnlKV1EzekduOG90ZzpvR280T1oyR1laYkxpREJkUVBJejNoSDN2S0lJT1lBYg==";
const LANDED: &str = "https://www.example.com/?code=obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB&state=xyz";
const JWT: &str = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJ6bSJ9.";
const EXCHANGE: &str = "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n\
    {\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}";

fn first_at(fragment: &str) -> Person {
    Person::first_at(Language::ENGLISH, fragment)
}

fn pastes(person: &mut Person, text: &str) {
    person.does(Action::TypedAnything(Secret::new(text)));
}

fn types(person: &mut Person, text: &str) {
    let mut typed = String::new();
    for ch in text.chars() {
        typed.push(ch);
        pastes(person, &typed);
    }
}

fn says(person: &Person) -> String {
    pasted::view(&person.0).map(|view| view.says).unwrap_or_default()
}

fn ways(person: &Person) -> Vec<PastedKind> {
    pasted::view(&person.0).map(|view| view.ways.iter().map(|way| way.kind).collect()).unwrap_or_default()
}

#[track_caller]
fn opens(text: &str, tool: Tool, field: Field, said: &str) {
    for start in ["#/", "#/tools"] {
        let mut person = Person::at(start);
        pastes(&mut person, text);
        assert_eq!(person.0.route, Route::parse(start), "nobody is led away: {text}");
        assert_eq!(says(&person), said);
        let [kind] = ways(&person)[..] else { panic!("{text}: {:?}", ways(&person)) };
        assert!(person.does(ReaderAction::ReadAs(kind)));
        assert_eq!(person.0.route, Route::Tool(tool), "{text}");
        assert_eq!(person.entry(field), text);
        let view = pasted::opened_view(&person.0).expect("the reader says what it is");
        assert_eq!(view.says, said);
        assert!(view.ways.is_empty());
        assert_eq!(pasted::box_route(&person.0), Route::parse(start));
    }
}

#[test]
fn what_was_pasted_is_named_and_its_reader_is_one_click_away() {
    opens(HEADER, Tool::ReadHeader, Field::Header, "You pasted: **Authorization header**");
    opens(LANDED, Tool::Redirect, Field::Landed, "You pasted: **returned URL**");
    opens("user:read:admin meeting:write", Tool::Scopes, Field::PastedScopes, "You pasted: **Scopes**");
    opens(JWT, Tool::Jwt, Field::Jwt, "You pasted: **JSON Web Token**");
    opens(
        r#"{"access_token":"a","token_type":"bearer"}"#,
        Tool::TokenAnswer,
        Field::Answer,
        "You pasted: **token response**",
    );
    opens(
        r#"{"reason":"Invalid grant","error":"invalid_grant"}"#,
        Tool::ErrorAnswer,
        Field::Error,
        "You pasted: **Error message**",
    );
    opens(
        "https://zoom.us/oauth/authorize?response_type=code&client_id=x&redirect_uri=https%3A%2F%2Fa.example%2F",
        Tool::ReadAuthorizeUrl,
        Field::AuthorizeUrl,
        "You pasted: **Authorization URL**",
    );
    opens("curl https://api.zoom.us/v2/users/me", Tool::Request, Field::Request, "You pasted: **curl command**");
    opens(
        "Invoke-RestMethod https://api.zoom.us/v2/users/me",
        Tool::Request,
        Field::Request,
        "You pasted: **PowerShell command**",
    );
    opens("{\"log\":{\"entries\":[]}}", Tool::Request, Field::Request, "You pasted: **HAR file**");
    opens("GET /x HTTP/1.1\nHost: a", Tool::Request, Field::Request, "You pasted: **HTTP request or response**");
}

#[test]
fn a_pair_fills_both_fields() {
    let mut person = Person::at("#/");
    pastes(&mut person, &format!("{CLIENT_ID}:{CLIENT_SECRET}\n"));
    person.does(ReaderAction::ReadAs(PastedKind::ClientPair));
    assert_eq!(person.0.route, Route::Tool(Tool::Values));
    assert_eq!((person.entry(Field::ClientId), person.entry(Field::ClientSecret)), (CLIENT_ID, CLIENT_SECRET));
    assert_eq!(pasted::opened_view(&person.0).unwrap().says, "You pasted: **Client ID and Client Secret**");
}

#[test]
fn what_is_typed_is_read_as_what_is_pasted() {
    let mut person = Person::at("#/");
    types(&mut person, LANDED);
    assert_eq!(says(&person), "You pasted: **returned URL**");
    assert_eq!(ways(&person), [PastedKind::RedirectAddress]);
    pastes(&mut person, HEADER);
    assert_eq!(ways(&person), [PastedKind::AuthorizationHeader], "in place of another text");
}

#[test]
fn several_readings_are_a_choice_and_the_other_stays_at_hand() {
    let mut person = Person::at("#/");
    pastes(&mut person, EXCHANGE);
    assert_eq!(says(&person), "This could be several things.", "until it is known what the provider's texts look like");
    person.fetches();
    assert_eq!(says(&person), "You pasted: **Error message**");
    assert_eq!(ways(&person), [PastedKind::ErrorAnswer, PastedKind::HttpExchange]);
    let view = pasted::view(&person.0).unwrap();
    assert_eq!(view.ways[0].label, "Treat as Error message");
    assert!(view.others.iter().all(|way| !ways(&person).contains(&way.kind)) && view.others.len() == 17);

    person.does(ReaderAction::ReadAs(PastedKind::ErrorAnswer));
    assert_eq!(person.0.route, Route::Tool(Tool::ErrorAnswer));
    let note = pasted::opened_view(&person.0).unwrap();
    assert_eq!(note.says, "You pasted: **Error message**");
    assert_eq!(note.ways.iter().map(|way| way.kind).collect::<Vec<_>>(), [PastedKind::HttpExchange]);

    person.does(ReaderAction::ReadAs(PastedKind::HttpExchange));
    assert_eq!(person.0.route, Route::Tool(Tool::Request));
    assert_eq!(person.entry(Field::Request), EXCHANGE, "each reader gets its part");
    assert_eq!(person.entry(Field::Error), EXCHANGE, "and the first one keeps what it has");

    person.does(ViewAction::Went(Route::Start));
    assert_eq!(person.0.anything().expose(), EXCHANGE, "the way back loses nothing");
    assert_eq!(ways(&person).len(), 2);
    assert!(pasted::opened_view(&person.0).is_none());
}

#[test]
fn an_unknown_text_can_be_read_as_anything_all_the_same() {
    let mut person = Person::at("#/");
    pastes(&mut person, "The quick brown fox jumps over the lazy dog");
    let view = pasted::view(&person.0).unwrap();
    assert_eq!(person.0.route, Route::Start);
    assert!(view.says.is_empty() && view.ways.is_empty());
    assert_said(&view.findings, "nothing-known", "an unknown text");
    // No tool is for settings, for a text that is too long, and for an unknown one.
    assert_eq!(view.others.len(), PastedKind::VARIANTS.len() - 3);
    person.does(ReaderAction::ReadAs(PastedKind::ErrorAnswer));
    assert_eq!(person.entry(Field::Error), "The quick brown fox jumps over the lazy dog");
    let note = pasted::opened_view(&person.0).unwrap();
    assert_eq!(note.says, "Treat as Error message");
    assert_said(&note.findings, "", "it was chosen although it is not known");
    assert!(!person.does(ReaderAction::ReadAs(PastedKind::Unknown)));
}

#[test]
fn blank_text_is_nothing() {
    for text in ["", "   ", "\n\t \u{a0}\n"] {
        let mut person = first_at("#/");
        pastes(&mut person, text);
        assert!(pasted::view(&person.0).is_none());
        assert!(!person.0.wanted().contains(&Resource::Lazy), "and nothing is fetched for it");
    }
}

#[test]
fn a_wrapped_address_is_unwrapped_and_said_so() {
    let inner = "https%3A%2F%2Fwww.example.com%2F%3Fcode%3DobBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB%26state%3Dxyz";
    let wrapped = format!("https://eur01.safelinks.protection.outlook.com/?url={inner}&data=05&reserved=0");
    let mut person = Person::at("#/");
    pastes(&mut person, &wrapped);
    person.does(ReaderAction::ReadAs(PastedKind::RedirectAddress));
    assert_eq!(person.0.route, Route::Tool(Tool::Redirect));
    assert_eq!(person.entry(Field::Landed), LANDED);
    let note = pasted::opened_view(&person.0).unwrap();
    assert_said(&note.findings, "wrapped-address@52+89=Microsoft Safe Links", wrapped.as_str());
    assert_eq!(person.0.anything().expose(), wrapped);
}

#[test]
fn a_paste_waits_for_the_lazy_part_of_the_program() {
    let mut person = first_at("#/");
    assert!(!person.0.wanted().contains(&Resource::Lazy));
    pastes(&mut person, HEADER);
    assert!(ways(&person).is_empty(), "nobody can read it yet");
    assert!(person.0.wanted().contains(&Resource::Lazy));
    assert!(!person.0.wanted().contains(&Resource::FindingTexts(Language::ENGLISH)));
    person.does(FileAction::Completed(Lazy::all()));
    assert_eq!(ways(&person), [PastedKind::AuthorizationHeader]);

    // The same if the person went elsewhere meanwhile.
    let mut person = first_at("#/");
    pastes(&mut person, HEADER);
    person.does(ViewAction::Went(Route::About(About::Secrets)));
    assert!(!person.0.wanted().contains(&Resource::Lazy));
    person.does(FileAction::Completed(Lazy::all()));
    assert_eq!(person.0.route, Route::About(About::Secrets));
    person.does(ViewAction::Went(Route::Start));
    assert_eq!(ways(&person), [PastedKind::AuthorizationHeader]);
    assert!(person.0.wanted().contains(&Resource::FindingTexts(Language::ENGLISH)));
}

#[test]
fn what_the_tab_kept_is_taken_up_beside_what_was_pasted() {
    let mut before = Person::at("#/tool/basic-header");
    before.does(FieldAction::Typed(Field::ClientId, Secret::new("kept")));
    before.does(FieldAction::Typed(Field::RedirectUrl, Secret::new("https://kept.example/")));
    let kept: Vec<Kept> = before.0.kept();
    let mut person = first_at("#/");
    pastes(&mut person, &format!("{CLIENT_ID}:{CLIENT_SECRET}"));
    person.does(FileAction::Completed(Lazy::all()));
    person.does(ReaderAction::ReadAs(PastedKind::ClientPair));
    person.does(SessionAction::Restored(kept));
    assert_eq!(person.entry(Field::ClientId), CLIENT_ID);
    assert_eq!(person.entry(Field::RedirectUrl), "https://kept.example/");
}

#[test]
fn what_stood_in_the_field_can_be_had_back() {
    let mut person = Person::at("#/tool/redirect");
    person.does(FieldAction::Typed(Field::Landed, Secret::new("https://first.example/?code=1")));
    person.does(ViewAction::Went(Route::Start));
    pastes(&mut person, LANDED);
    person.does(ReaderAction::ReadAs(PastedKind::RedirectAddress));
    assert!(person.0.session().can_undo(Field::Landed));
    person.does(FixAction::Undone);
    assert_eq!(person.entry(Field::Landed), "https://first.example/?code=1");
}

#[test]
fn the_time_of_a_code_counts_from_its_first_paste() {
    let mut person = Person::at("#/");
    pastes(&mut person, LANDED);
    person.fetches();
    for (later, left) in [(60_000, 240), (90_000, 210)] {
        person.does(ClockAction::ClockRead(START + later));
        person.does(ViewAction::Went(Route::Start));
        person.does(ReaderAction::ReadAs(PastedKind::RedirectAddress));
        person.fetches();
        assert_eq!(redirect::view(&person.0).unwrap().time_left.unwrap().seconds, left);
    }
}

#[test]
fn it_is_no_products_never_kept_never_printed_and_forgotten_with_the_rest() {
    let mut person = Person::at("#/");
    pastes(&mut person, "some words and AStrangeSecret99 among them");
    assert!(!format!("{:?}", person.0).contains("AStrangeSecret99"));
    assert!(person.0.kept().is_empty());
    person.does(ReaderAction::ReadAs(PastedKind::Jwt));
    assert!(!Kept::write(&person.0.kept()).contains("AStrangeSecret99"));
    person.does(ViewAction::Went(Route::parse("#/product/kufersql")));
    assert!(pasted::opened_view(&person.0).is_none());
    person.does(SessionAction::Cleared);
    assert!(person.0.anything().is_empty());
    person.does(ViewAction::Went(Route::Tool(Tool::Jwt)));
    assert!(person.entry(Field::Jwt).is_empty() && pasted::opened_view(&person.0).is_none());
}

#[test]
fn more_than_is_read_is_refused_and_the_former_text_stays() {
    let long = "x".repeat(TEXT_LIMIT + 1);
    let refusals = |person: &Person| pasted::view(&person.0).map(|view| view.findings).unwrap_or_default();
    let mut person = first_at("#/");
    pastes(&mut person, &long);
    assert!(person.0.anything().is_empty());
    assert!(person.0.wanted().contains(&Resource::Lazy), "the sentence is in the lazy part");
    person.does(FileAction::Completed(Lazy::all()));
    assert_said(&refusals(&person), "text-too-long", "the first paste");
    assert!(pasted::view(&person.0).unwrap().others.is_empty(), "there is nothing to be read");

    let mut person = Person::at("#/");
    types(&mut person, "words");
    pastes(&mut person, &long);
    assert_eq!(person.0.anything().expose(), "words");
    assert_said(&refusals(&person), "nothing-known text-too-long", "a paste after words");
    pastes(&mut person, "word");
    assert_said(&refusals(&person), "nothing-known", "a short paste after that");

    person.does(ViewAction::Went(Route::Tool(Tool::TokenAnswer)));
    person.does(FieldAction::Typed(Field::Answer, Secret::new("{}")));
    assert!(
        person.does(FieldAction::Typed(Field::Answer, Secret::new(long.as_str()))),
        "so that the field is set back"
    );
    assert_eq!(person.entry(Field::Answer), "{}");
    assert_said(&person.0.field_refusal(Field::Answer), "text-too-long", Field::Answer);
    assert!(person.0.field_refusal(Field::Jwt).is_none());
    assert!(person.does(FieldAction::Typed(Field::Answer, Secret::new("{}"))), "the sentence goes");
    assert!(person.0.field_refusal(Field::Answer).is_none());
}

#[test]
fn it_is_said_in_german_too() {
    let mut person = Person::at("#/");
    person.does(ViewAction::ChoseLanguage(german()));
    person.gets(Resource::Texts(german()));
    pastes(&mut person, EXCHANGE);
    person.fetches();
    assert_eq!(says(&person), "Erkannt: **Fehlermeldung**");
    assert_eq!(pasted::view(&person.0).unwrap().ways[0].label, "Als Fehlermeldung lesen");
    pastes(&mut person, "gar nichts Bekanntes");
    let view = pasted::view(&person.0).unwrap();
    assert!(person.0.finding_sentence(&view.findings[0], FoundIn::default()).starts_with("**Nicht erkannt.**"));
}

#[test]
fn the_guide_of_a_product_that_the_text_names_is_one_click_away() {
    let products = |text: &str| {
        let mut person = Person::at("#/");
        pastes(&mut person, text);
        let view = pasted::view(&person.0).unwrap();
        view.products.iter().map(|product| product.route.to_string()).collect::<Vec<_>>()
    };
    for (text, expected) in [
        (
            "Configure the Zoom Meetings Center to authorize communications from the Verint Recorder.",
            &["#/product/verint-recorder"][..],
        ),
        ("Diese Kurzanleitung: Schnittstelle zu Zoom, Stand 02/2023 \u{a9}KuferSQL", &["#/product/kufersql"]),
        // By its vendor, who has no other.
        ("Zoom Connector Help\nVersion 1\nZappySys Logo", &["#/product/zappysys-zoom-connector"]),
        // That vendor has several.
        ("ServiceNow calls Zoom: 401", &[]),
        // A word that is a name only now and then.
        ("Zoom returned 400. Discourse shows it.", &[]),
        ("our Discourse cannot reach Zoom; the plugin of Discourse logs 401", &["#/product/discourse-zoom"]),
        // Not about the provider.
        ("Sign-in to the Verint Recorder with Okta: redirect_uri mismatch", &[]),
        ("See RFC 6749 and Zoom", &[]),
    ] {
        assert_eq!(products(text), expected, "{text}");
    }
}
