//! Every product of the catalog, every way to connect it: once everything is entered, nothing is missing any more.

use std::fs;

use super::person::{CLIENT_ID, CLIENT_SECRET, Person, file};
use authdesk::catalog::{InputKind, Product, TaskKind};
use authdesk::desk::{EventUrl, Field, Progress, Step, ValueState, guide};

const ANSWER: &str = r#"{"access_token":"eyJacc","token_type":"bearer","refresh_token":"eyJref","expires_in":3599}"#;

pub fn products() -> Vec<Product> {
    let folder = format!("{}/www/catalog/products", env!("CARGO_MANIFEST_DIR"));
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.matches('.').count() == 1).collect();
    names.sort();
    names.iter().map(|name| file(&format!("catalog/products/{name}"))).collect()
}

/// With everything entered that the guide asks for, in the order of its steps.
pub fn with_all(product: &Product, variant: &str) -> Person {
    let mut person = Person::at(&format!("#/product/{}?variant={variant}", product.id));
    for (field, input) in Field::INPUTS.into_iter().zip(product.inputs.values()) {
        let example = match input.kind {
            InputKind::Choice => &input.of[0],
            InputKind::Secret => "s3cret-of-the-product",
            _ => input.example.as_deref().unwrap_or("example"),
        };
        person.types(field, example);
    }
    if person.entry(Field::RedirectUrl).is_empty() {
        person.types(Field::RedirectUrl, "https://www.example.com/callback");
    }
    for (field, text) in [
        (Field::AccountId, "demoAccountId000000001"),
        (Field::ClientId, CLIENT_ID),
        (Field::ClientSecret, CLIENT_SECRET),
        (Field::SecondClientId, "demoSecondClientId0001"),
        (Field::SecondClientSecret, "demoSecondClientSecret0000000001"),
        (Field::SecretToken, "demoSecretToken0000001"),
        (Field::EventUrl, "https://www.example.com/events"),
        (Field::AuthorizeEndpoint, "https://server.example/authorize"),
        (Field::TokenEndpoint, "https://server.example/token"),
        (Field::Answer, ANSWER),
    ] {
        person.types(field, text);
    }
    for step in guide::steps(&person.0) {
        person.ticks(step);
    }
    person
}

#[test]
fn every_value_is_ready_once_everything_is_entered() {
    for product in products() {
        for variant in &product.variants {
            let person = with_all(&product, &variant.id);
            let place = format!("{} {}", product.id, variant.id);
            assert!(person.0.loaded_guide().unwrap().faults.is_empty(), "{place}");
            // What is typed as scopes in a guide is for a server of one's own.
            let has_scopes = !variant.scopes.is_empty() || person.0.provider().unwrap().scope_in_authorize_url;
            for value in guide::values(&person.0) {
                let is_ready = !matches!(value.state, ValueState::Waits(_)) || !has_scopes && value.label == "Scope";
                assert!(is_ready, "{place}: {} {:?}", value.name, value.state);
            }
            assert_eq!(guide::missing_for_redirects(&person.0), [], "{place}");
            let has_url = match guide::event_url(&person.0) {
                Some(EventUrl::Built { findings, .. }) => findings.is_empty(),
                Some(EventUrl::Needs(_)) => false,
                Some(EventUrl::FromProduct(_)) | None => true,
            };
            assert!(has_url, "{place}: event notification URL");
            if let Some(list) = guide::allow_list(&person.0) {
                assert_eq!(list.missing, [], "{place}");
            }
        }
    }
}

#[test]
fn every_step_is_done_once_everything_is_entered() {
    for product in products() {
        for variant in &product.variants {
            let person = with_all(&product, &variant.id);
            for step in guide::steps(&person.0) {
                let has_ticks = guide::lines(&person.0, step).iter().any(|line| line.task.kind == TaskKind::Do);
                let is_outside = matches!(step, Step::Authorize | Step::Exchange | Step::Try);
                let progress = guide::progress(&person.0, step);
                let is_right = progress == Progress::Done || is_outside || !has_ticks;
                assert!(is_right, "{} {}: {step:?} is {progress:?}", product.id, variant.id);
            }
        }
    }
}

#[test]
fn every_product_without_an_app_says_what_to_do() {
    for product in products().iter().filter(|product| product.no_app.is_some()) {
        let person = Person::at(&format!("#/product/{}", product.id));
        assert_eq!(guide::steps(&person.0), [Step::Instead], "{}", product.id);
        assert!(!guide::lines(&person.0, Step::Instead).is_empty(), "{}", product.id);
    }
}
