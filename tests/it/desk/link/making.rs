//! What a link contains, and what whoever creates it is told.

use authdesk::desk::link::{LinkView, OfferedValue, link_view};
use authdesk::desk::{Field, GuideAction, LinkAction, SessionAction, Step};

use super::{HERE, fragment, key, view};
use crate::catalog::sample::{input, sample};
use crate::desk::person::{CLIENT_ID, CLIENT_SECRET, Person, german};

const ACCOUNT_ID: &str = "abcdEFGH_ijklmnop1234";
const VERINT: &str = "#/product/verint-recorder?variant=server-to-server";

fn names(view: &LinkView) -> Vec<String> {
    let name = |value: &OfferedValue| {
        let mark = value.is_selected.map_or("never", |is_selected| if is_selected { "on" } else { "off" });
        format!("{} {mark}", value.key)
    };
    view.values.iter().map(name).collect()
}

#[track_caller]
fn says<'v>(view: &'v LinkView, name: &str) -> &'v str {
    &view.values.iter().find(|value| value.key == key(name)).unwrap().says
}

#[test]
fn client_and_account_id_are_in_it_only_when_that_is_selected() {
    let mut person = Person::at(VERINT);
    assert!(!person.0.shows_link() && link_view(&person.0, HERE).is_none());
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::AccountId, ACCOUNT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.does(GuideAction::ChoseScopeSet { set: "one-meeting".into(), chosen: true });
    person.unfolds_link();
    assert!(person.0.shows_link());
    let names_now = names(&view(&person.0));
    assert_eq!(names_now, ["account_id off", "client_id off", "scope_sets on", "language on"]);
    assert_eq!(
        fragment(&person.0),
        "#/product/verint-recorder?v=1&variant=server-to-server&scope_sets=one-meeting&language=en"
    );
    person.selects_value("client_id", true);
    person.selects_value("language", false);
    person.does(LinkAction::ChoseStep(Some(Step::Credentials)));
    assert_eq!(
        fragment(&person.0),
        format!(
            "#/product/verint-recorder?v=1&variant=server-to-server&step=credentials&client_id={CLIENT_ID}&scope_sets=one-meeting"
        )
    );
    person.selects_value("client_id", false);
    person.selects_value("scope_sets", false);
    person.does(LinkAction::ChoseStep(None));
    assert_eq!(fragment(&person.0), VERINT, "without values it is the plain route");
    person.does(LinkAction::Unfolded(false));
    assert!(link_view(&person.0, HERE).is_none());
}

#[test]
fn what_was_selected_in_one_view_says_nothing_in_another() {
    let mut person = Person::at("#/tool/values");
    person.types(Field::ClientId, CLIENT_ID);
    person.unfolds_link();
    person.selects_value("client_id", true);
    person.goes("#/tool/basic-header");
    assert!(!person.0.shows_link());
    person.unfolds_link();
    assert_eq!(names(&view(&person.0)), ["client_id off", "language on"]);
    person.does(SessionAction::Cleared);
    assert!(!person.0.shows_link());
}

#[test]
fn a_link_has_only_values_of_the_view_that_it_opens() {
    let mut person = Person::at("#/tool/values");
    person.types(Field::AccountId, ACCOUNT_ID);
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::RedirectUrl, "https://www.example.com/");
    person.goes("#/tool/redirect");
    person.unfolds_link();
    assert_eq!(names(&view(&person.0)), ["redirect_url on", "language on"]);
    person.goes("#/tool/scopes");
    person.unfolds_link();
    assert_eq!(names(&view(&person.0)), ["language on"]);
    for nowhere in ["#/", "#/tools", "#/about/secrets", "#/nowhere"] {
        person.goes(nowhere);
        assert!(!person.0.can_be_linked(), "{nowhere}");
    }
}

#[test]
fn an_endpoint_is_never_in_it() {
    let mut person = Person::at("#/product/other-server");
    for (field, text) in [
        (Field::AuthorizeEndpoint, "https://login.example.com/authorize"),
        (Field::TokenEndpoint, "https://login.example.com/token"),
        (Field::RedirectUrl, "https://www.example.com/"),
        (Field::Scopes, "openid email"),
    ] {
        person.types(field, text);
    }
    person.unfolds_link();
    assert_eq!(names(&view(&person.0)), ["redirect_url on", "scopes on", "language on"]);
    assert!(!fragment(&person.0).contains("login.example.com"));
}

#[test]
fn inputs_are_in_it_and_secret_ones_are_not() {
    let mut person = Person::at_guide("#/product/sample", sample());
    person.types(input::HOST, "chat.example.com");
    person.types(input::TENANT, "acme");
    person.types(input::REGION, "eu");
    person.types(input::WEBHOOK_SECRET, "w3bhook-s3cret");
    person.types(Field::SecondClientId, CLIENT_ID);
    person.unfolds_link();
    let view = view(&person.0);
    let expected = [
        "input.host on",
        "input.tenant on",
        "redirect_url on",
        "second_client_id off",
        "input.region on",
        "language on",
    ];
    assert_eq!(names(&view), expected);
    assert_eq!(says(&view, "input.host"), "Tells this about your installation.");
    assert_eq!(
        says(&view, "second_client_id").split('.').next(),
        Some("Tells everyone who sees the link which app it is about")
    );
    assert!(!fragment(&person.0).contains("w3bhook"));
}

#[test]
fn what_may_contain_a_secret_is_not_offered_and_that_is_said() {
    let mut person = Person::at("#/tool/authorize-url");
    person.types(Field::RedirectUrl, "https://www.example.com/?code=abc");
    person.types(Field::Scopes, &"a:b ".repeat(300));
    person.types(Field::ClientId, "a\u{200b}b");
    person.unfolds_link();
    let view = view(&person.0);
    assert_eq!(names(&view), ["client_id never", "redirect_url never", "scopes never", "language on"]);
    assert_eq!(says(&view, "redirect_url"), "Not in the link: it may contain a secret.");
    assert_eq!(says(&view, "scopes"), "Not in the link: it has more than 1000 bytes.");
    assert!(says(&view, "client_id").ends_with("an invisible character."));
    assert!(view.values.iter().all(|value| value.is_selected.is_some() || value.value.is_empty()));
    // A part of a secret in a field for something else, and one inside of a response.
    person.types(Field::ClientId, &CLIENT_SECRET[3..12]);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    assert_eq!(says(&super::view(&person.0), "client_id"), "Not in the link: it may contain a secret.");
    person.types(Field::ClientSecret, "");
    assert!(says(&super::view(&person.0), "client_id").starts_with("Tells"));
    person.types(Field::Answer, &format!(r#"{{"access_token":"{CLIENT_SECRET}"}}"#));
    assert_eq!(says(&super::view(&person.0), "client_id"), "Not in the link: it may contain a secret.");
}

#[test]
fn the_text_for_a_ticket_names_what_is_needed_and_no_value() {
    let mut person = Person::at(VERINT);
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.unfolds_link();
    // EXPOSE: the tests compare it.
    let message = view(&person.0).message.expose().to_owned();
    let lines: Vec<&str> = message.lines().collect();
    assert_eq!(lines[0], format!("Please open this link: {}", person.0.heading()));
    assert_eq!(
        lines[1],
        format!("{HERE}#/product/verint-recorder?v=1&variant=server-to-server&scope_sets=&language=en")
    );
    assert_eq!(
        lines[3..5],
        ["You need:", "- an account at Zoom in which you can create an app of this type: Server-to-Server OAuth"]
    );
    assert!(lines[5].starts_with("- access to the settings of "), "{message}");
    assert!(lines[6].ends_with("Account ID, Client ID, and Client Secret"), "{message}");
    assert!(lines.last().unwrap().starts_with("The link contains no secret."));
    assert!(!message.contains(CLIENT_ID) && !message.contains(CLIENT_SECRET));
    let mut person = Person::speaking(german(), "#/tool/basic-header");
    person.unfolds_link();
    let message = view(&person.0).message;
    // EXPOSE: as above.
    let message = message.expose();
    assert!(message.starts_with("Bitte öffnen Sie diesen Link: "), "{message}");
    // A browser would write "und".
    assert!(
        message.contains(
            "\n- diese Werte, die Sie auf der Seite eingeben, die der Link öffnet: Client ID and Client Secret\n"
        ),
        "{message}"
    );
}

#[test]
fn the_steps_of_the_guide_can_be_opened() {
    let mut person = Person::at(VERINT);
    person.unfolds_link();
    let steps: Vec<&str> = view(&person.0).steps.iter().map(|(step, ..)| step.name()).collect();
    assert_eq!(steps, ["create", "scopes", "activate", "credentials", "try", "enter"]);
    let mut person = Person::at("#/tool/values");
    person.unfolds_link();
    assert!(view(&person.0).steps.is_empty());
}
