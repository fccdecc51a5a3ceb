//! `www/catalog/index.json` is made from the files of the products.
//!
//!     UPDATE_CATALOG=1 cargo test --no-default-features --test it catalog::index     writes it anew

use std::collections::BTreeSet;
use std::fs;

use authdesk::catalog::{AppKind, Card, Index, Named, Product, ProductProse};

use super::load::*;

/// The provider of the tools.
const PROVIDER: &str = "zoom";

#[test]
fn the_index_says_what_the_products_say() {
    let right = written(&index());
    if std::env::var_os("UPDATE_CATALOG").is_some() {
        fs::write(root().join("index.json"), right).unwrap();
        return;
    }
    assert!(text("index.json") == right, "www/catalog/index.json is out of date: run `make catalogue`");
    let read: Index = read("index.json");
    assert_eq!(read, index());
}

#[test]
fn a_card_is_made_from_the_product_and_its_sentences() {
    let card = |id: &str| card(&product(id));
    let other = card("other-server");
    assert_eq!(
        (other.name_in("de"), other.name_in("fr")),
        ("Ein anderer OAuth-2.0-Server", "Another OAuth 2.0 server")
    );
    assert_eq!(card("verint-recorder").apps, ["general-admin-managed", "server-to-server"]);
    assert_eq!(card("zappysys-zoom-connector").values.len(), 10);
    assert_eq!((card("kufersql").languages, card("kufersql").partly), (vec!["de".to_owned()], Vec::new()));
    let index = index();
    assert_eq!(index.app("general-user-managed", "de"), "General App, vom Benutzer verwaltet");
    assert_eq!(index.app("server-to-server", "de"), "Server-to-Server OAuth");
    assert_eq!(index.app("jwt", "en"), "");
}

#[test]
fn a_language_that_lacks_a_sentence_is_there_in_part() {
    let product = product("kufersql");
    let german = || prose("kufersql", "de").unwrap();
    assert_eq!(standing(&product, Some(german())), Standing::Whole);
    let mut lacking = german();
    lacking.tasks.remove("method");
    assert_eq!(standing(&product, Some(lacking)), Standing::Partly);
    let mut lacking = german();
    lacking.values.remove("Methode");
    assert_eq!(standing(&product, Some(lacking)), Standing::Partly);
    assert_eq!(standing(&product, None), Standing::Absent);
}

#[derive(Debug, PartialEq)]
enum Standing {
    Absent,
    Partly,
    Whole,
}

fn standing(product: &Product, prose_of_language: Option<ProductProse>) -> Standing {
    let english = prose(&product.id, "en").expect("English sentences");
    match prose_of_language.map(|mut prose| prose.complete(&english)) {
        None => Standing::Absent,
        Some(0) => Standing::Whole,
        Some(_) => Standing::Partly,
    }
}

fn card(product: &Product) -> Card {
    let mut card = Card {
        id: product.id.clone(),
        name: product.name.clone(),
        names: Named::default(),
        vendor: product.vendor.clone(),
        category: product.category,
        apps: each_once(product.variants.iter().map(|variant| &variant.app)),
        values: each_once(product.variants.iter().take(1).flat_map(|one| &one.values).map(|value| &value.label)),
        words: product.words.clone(),
        languages: Vec::new(),
        partly: Vec::new(),
    };
    for language in LANGUAGES {
        let prose = prose(&product.id, language);
        if let Some(name) = prose.as_ref().and_then(|prose| prose.name.clone()) {
            card.names.insert(language, name);
        }
        match standing(product, prose) {
            Standing::Whole if language != "en" => card.languages.push(language.to_owned()),
            Standing::Partly => card.partly.push(language.to_owned()),
            Standing::Whole | Standing::Absent => {}
        }
    }
    card
}

/// In the order of their names; what is for no provider in particular comes last.
fn index() -> Index {
    let mut products: Vec<Product> = product_ids().iter().map(|id| product(id)).collect();
    products.sort_by_key(|product| (*product.provider != *PROVIDER, product.name.to_lowercase()));
    let mut apps = Named::default();
    for product in &products {
        let provider = provider(&product.provider);
        for app in product.variants.iter().map(|variant| &variant.app) {
            let Some(kind) = provider.apps.get(app) else { continue };
            let names = names(kind);
            let known: Option<&Named<String>> = apps.get(app);
            assert!(known.is_none_or(|known| *known == names), "{app} is an app type of two providers");
            if known.is_none() {
                apps.insert(app, names);
            }
        }
    }
    let products = products.iter().map(card).collect();
    Index { schema_file: None, provider: PROVIDER.parse().unwrap(), apps, products }
}

fn names(kind: &AppKind) -> Named<String> {
    let mut names = Named::default();
    names.insert("en", kind.name.clone());
    for (language, name) in &kind.names {
        names.insert(language, name.clone());
    }
    names
}

fn each_once<'n>(names: impl Iterator<Item = &'n String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    names.filter(|name| seen.insert(*name)).cloned().collect()
}

/// One line for each product, so that a change is seen where it is.
fn written(index: &Index) -> String {
    let line = |card: &Card| format!("    {}", serde_json::to_string(card).unwrap());
    let products: Vec<String> = index.products.iter().map(line).collect();
    let (provider, apps) = (&index.provider, serde_json::to_string(&index.apps).unwrap());
    let products = products.join(",\n");
    format!("{{\n  \"provider\": \"{provider}\",\n  \"apps\": {apps},\n  \"products\": [\n{products}\n  ]\n}}\n")
}
