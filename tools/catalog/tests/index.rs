//! `www/catalog/index.json` says what the products say.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use authdesk::catalog::{Card, Index, Product, ProductProse};
use authdesk_catalog::{Folder, card, index};

fn product(id: &str) -> Product {
    Folder::of_checkout().read(&Product::file(id)).unwrap()
}

fn prose(id: &str, language: &str) -> ProductProse {
    Folder::of_checkout().read(&ProductProse::file(id, language)).unwrap()
}

fn card_with(id: &str, german: Option<ProductProse>) -> Card {
    card(&product(id), &prose(id, "en"), german.map(|prose| ("de".to_owned(), prose)).into_iter().collect())
}

#[test]
fn the_index_can_be_read_as_what_it_was_made_from() {
    let made = index(&Folder::of_checkout()).unwrap();
    let read: Index = Folder::of_checkout().read(Index::FILE).unwrap();
    assert_eq!(read, made);
}

#[test]
fn a_card_is_made_from_the_product_and_its_sentences() {
    let index = index(&Folder::of_checkout()).unwrap();
    let card = |id: &str| index.card(id).expect("a card");
    let other = card("other-server");
    assert_eq!(
        (other.name_in("de"), other.name_in("xx")),
        ("Ein anderer OAuth-2.0-Server", "Another OAuth 2.0 server")
    );
    assert_eq!(card("verint-recorder").apps, ["general-admin-managed", "server-to-server"]);
    let kufersql = card("kufersql");
    assert!(kufersql.languages.contains(&"de".to_owned()) && kufersql.partly.is_empty(), "{kufersql:?}");
    assert_eq!(index.app("general-user-managed", "de"), "General App, vom Benutzer verwaltet");
    assert_eq!(index.app("server-to-server", "de"), "Server-to-Server OAuth");
    assert_eq!(index.app("jwt", "en"), "");
}

#[test]
fn a_language_that_lacks_a_sentence_is_there_in_part() {
    let german = || prose("kufersql", "de");
    let standing = |prose| {
        let card = card_with("kufersql", prose);
        (card.languages.concat(), card.partly.concat())
    };
    let (whole, partly, absent) =
        (("de".to_owned(), String::new()), (String::new(), "de".to_owned()), Default::default());
    assert_eq!(standing(Some(german())), whole);
    let mut lacking = german();
    lacking.tasks.remove("method");
    assert_eq!(standing(Some(lacking)), partly);
    let mut lacking = german();
    lacking.values.remove("Methode");
    assert_eq!(standing(Some(lacking)), partly);
    assert_eq!(standing(None), absent);
}
