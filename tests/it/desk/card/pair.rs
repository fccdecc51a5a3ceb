//! Client ID, a colon and client secret together in Base64, where a product has one field for both.

use authdesk::desk::card::CardList;
use authdesk::desk::guide::drawing::drawing;
use authdesk::desk::guide::{PanelValue, ValueState, blocks, values};
use authdesk::desk::tools::basic_header;
use authdesk::desk::{Field, FieldAction};

use crate::desk::person::Person;

const ID: &str = "DemoClientId0000000001";
const SECRET: &str = "DemoClientSecret0000000000000001";
/// RFC 7617 §2, of these two.
const JOINED: &str = "RGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1vQ2xpZW50U2VjcmV0MDAwMDAwMDAwMDAwMDAwMQ==";

/// A card whose second field wants both in one.
fn at_joined() -> Person {
    let mut person = Person::at_card();
    person.makes_a_card();
    person.fills("value-1-text", "{basic_credentials}");
    person
}

fn field(person: &Person) -> PanelValue<'_> {
    values(&person.0).into_iter().find(|value| value.label == "Key").unwrap()
}

fn entered(person: &Person) -> Option<String> {
    match field(person).state {
        // EXPOSE: the test compares the whole value.
        ValueState::Ready(value) => Some(value.expose().to_owned()),
        _ => None,
    }
}

#[test]
fn the_pair_is_the_one_of_the_header_and_a_secret() {
    let mut person = at_joined();
    assert_eq!(person.wrong(), Vec::<String>::new());
    person.types(Field::ClientId, ID);
    assert_eq!(entered(&person), None, "without a secret it is not there yet");
    person.types(Field::ClientSecret, SECRET);
    assert_eq!(entered(&person).as_deref(), Some(JOINED));
    assert!(field(&person).is_secret);
    assert!(!format!("{:?}", field(&person)).contains(JOINED));
    // EXPOSE: as above.
    let header = basic_header::view(&person.0).header.map(|header| header.expose().to_owned());
    assert_eq!(header.as_deref(), Some(["Basic ", JOINED].concat().as_str()));
}

#[test]
fn a_server_that_wants_both_encoded_first_gets_them_so() {
    let mut person = at_joined();
    let text = |person: &Person| entered(person).unwrap_or_default();
    person.types(Field::ClientId, "my id");
    person.types(Field::ClientSecret, "a b");
    assert_eq!(text(&person), "bXkgaWQ6YSBi", "Zoom takes them as they are");
    person.fills("provider", "other");
    person.fills("grant", "client_credentials");
    person.types(Field::ClientId, "my id");
    person.types(Field::ClientSecret, "a b");
    assert_eq!(text(&person), "bXkraWQ6YSti", "RFC 6749 §2.3.1");
}

#[test]
fn what_is_odd_about_one_of_the_two_is_told_at_the_field() {
    let mut person = at_joined();
    person.types(Field::ClientId, ID);
    person.types(Field::ClientSecret, &format!("{SECRET} "));
    assert!(field(&person).attention.is_some_and(|says| says.contains("Client Secret")));
    person.types(Field::ClientSecret, SECRET);
    assert_eq!(field(&person).attention, None);
    // A server would split there (RFC 7617 §2).
    person.types(Field::ClientId, "a:b");
    assert_eq!(entered(&person), None);
}

#[test]
fn it_is_masked_in_a_file_until_it_is_shown() {
    let mut person = at_joined();
    person.adds(CardList::Blocks);
    person.fills("block-0-lines", "ZOOM_LOGIN = {basic_credentials}");
    person.types(Field::ClientId, ID);
    person.types(Field::ClientSecret, SECRET);
    let shown = |person: &Person| {
        let all = blocks(&person.0);
        assert!(all[0].view.has_secret);
        (all[0].view.name.clone(), all[0].view.state.as_ref().unwrap().masked().to_owned())
    };
    let (name, masked) = shown(&person);
    assert!(!masked.contains(JOINED), "{masked}");
    person.does(FieldAction::Showed { label: name, shown: true });
    assert!(shown(&person).1.contains(JOINED));
}

#[test]
fn what_is_made_from_what_is_entered_is_in_no_card() {
    let mut person = at_joined();
    // No letter of it tells that it is a secret.
    let (id, joined) = ("abcdefghij", "YWJjZGVmZ2hpajprbG1ub3BxcnN0");
    person.types(Field::ClientId, id);
    person.types(Field::ClientSecret, "klmnopqrst");
    for text in [joined.to_owned(), format!("Login {joined}"), joined[12..].to_owned()] {
        person.fills("value-0-remark", &text);
        assert!(!person.draft().files().iter().any(|(_, file)| file.contains(&text)), "{text}");
    }
}

#[test]
fn the_drawing_joins_both_and_says_how() {
    let mut person = at_joined();
    let drawn = drawing(&person.0).unwrap();
    let sentences: Vec<&str> = drawn.sentences.iter().map(|sentence| sentence.text.as_str()).collect();
    let joined = "**Key** is made of **Client ID** and **Client Secret**: `Client ID:Client Secret as Base64`.";
    assert!(sentences.contains(&joined), "{sentences:?}");
    assert_eq!(drawn.joints.len(), 1);
    person.fills("value-1-text", "Basic {basic_credentials}");
    let drawn = drawing(&person.0).unwrap();
    let form = "`Basic Client ID:Client Secret as Base64`";
    assert!(drawn.sentences.iter().any(|sentence| sentence.text.contains(form)), "{:?}", drawn.sentences);
}
