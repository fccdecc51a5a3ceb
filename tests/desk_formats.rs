//! The forms of a command on the desk.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::rc::Rc;

use authdesk::catalog::{File, Provider};
use authdesk::commands::Format;
use authdesk::desk::{Action, Desk, Field, Needs, Route, ToolGrant};
use authdesk::oauth::Secret;
use authdesk::texts::Language;

fn desk() -> Desk {
    let name = Provider::file("zoom");
    let text = fs::read_to_string(format!("{}/www/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let provider: Provider = File { name: &name, text: &text }.read().unwrap();
    let typed = |field, text: &str| Action::Typed(field, Secret::new(text));
    let actions = [
        Action::WorkshopArrived,
        Action::ProviderArrived(Rc::new(provider)),
        Action::ChoseGrant(ToolGrant::AccountCredentials),
        typed(Field::ClientId, "DemoClientId0000000001"),
        typed(Field::AccountId, "DemoAccountId000000001"),
        typed(Field::ClientSecret, "DemoClientSecret0000000000000001"),
    ];
    let first = Desk::new(Route::parse("#/tool/token-request"), Language::English);
    actions.into_iter().fold(first, |desk, action| desk.after(action).unwrap_or(desk))
}

#[test]
fn every_form_carries_the_request_and_no_secret() {
    let marks =
        ["curl", "Invoke-RestMethod", "curl.exe", "https --", "getpass", "\"schema\"", "# @", "POST /oauth/token"];
    for ((format, name), mark) in Format::NAMES.into_iter().zip(marks) {
        let desk = desk();
        let desk = desk.after(Action::ChoseFormat(format)).unwrap_or(desk);
        let view = desk.command_view().unwrap_or_else(|_| panic!("{name}"));
        let text = view.command.text().expose();
        assert!(text.contains(mark), "{name} has no {mark:?}:\n{text}");
        assert!(text.contains("account_credentials") && text.contains("DemoAccountId000000001"), "{name}");
        assert!(!text.contains("DemoClientSecret"), "{name}: the secret is asked for");
        assert_eq!(Format::named(name), Some(format));
    }
}

#[test]
fn a_value_that_a_form_cannot_carry_asks_for_another_form() {
    let desk = desk();
    let long = "x".repeat(9000);
    let desk = desk.after(Action::Typed(Field::AccountId, Secret::new(long))).unwrap();
    assert!(desk.command_view().is_ok(), "bash carries it");
    let desk = desk.after(Action::ChoseFormat(Format::Cmd)).unwrap();
    assert_eq!(desk.command_view().err(), Some(Needs::OtherFormat));
}
