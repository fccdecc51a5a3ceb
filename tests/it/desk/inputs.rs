//! A guide of a product that has everything: inputs, events, a second app, values of every kind. It is made up.

use super::person::{CLIENT_ID, CLIENT_SECRET, Person, german};
use crate::catalog::sample::{ENGLISH, FACTS, input, sample, sample_of};
use crate::notation::{assert_said, the};
use authdesk::catalog::Leave;
use authdesk::desk::{
    EventUrl, Field, FixAction, GuideAction, Installation, Kept, Progress, Route, SessionAction, Step, ValueState,
    ViewAction, guide,
};
use authdesk::reading::FindingKind;

const TOKEN: &str = "demoSecretToken000001x";
const WEBHOOK_SECRET: &str = "w3bhook-s3cret";

fn at_sample() -> Person {
    Person::at_guide("#/product/sample", sample())
}

fn with_inputs() -> Person {
    let mut person = at_sample();
    person.types(input::HOST, "chat.example.com");
    person.types(input::TENANT, "acme");
    person.types(input::WEBHOOK_SECRET, WEBHOOK_SECRET);
    person
}

fn names(steps: &[Step]) -> Vec<&str> {
    steps.iter().map(|step| step.name()).collect()
}

fn state(person: &Person, name: &str) -> String {
    let panel = guide::values(&person.0);
    let value = panel.iter().find(|value| value.name == name).unwrap_or_else(|| panic!("no value {name}"));
    match &value.state {
        // EXPOSE: it is compared.
        ValueState::Ready(text) => text.expose().to_owned(),
        ValueState::Waits(step) => format!("waits for {}", step.name()),
        other => format!("{other:?}"),
    }
}

#[test]
fn the_redirect_url_is_built_from_what_the_product_needs() {
    let mut person = at_sample();
    assert_eq!(guide::missing_for_redirects(&person.0), [input::HOST, input::TENANT]);
    assert_eq!(person.entry(Field::RedirectUrl), "");
    person.types(input::HOST, "chat.example.com");
    // The second URL that is offered needs the host alone.
    assert_eq!(person.entry(Field::RedirectUrl), "https://chat.example.com/callback");
    person.types(input::TENANT, "acme");
    let offered = ["https://chat.example.com/acme/callback", "https://chat.example.com/callback"];
    assert_eq!(guide::offered_redirects(&person.0), offered);
    assert_eq!(person.entry(Field::RedirectUrl), offered[1], "what is right is not replaced");
    assert_eq!(guide::other_redirects(&person.0), [offered[0]], "what is entered is not offered again");
    person.types(Field::RedirectUrl, offered[0]);
    person.types(input::HOST, "talk.example.com");
    assert_eq!(person.entry(Field::RedirectUrl), "https://talk.example.com/acme/callback", "it follows");
    person.types(Field::RedirectUrl, "https://other.example/");
    person.types(input::HOST, "chat.example.com");
    assert_eq!(person.entry(Field::RedirectUrl), "https://other.example/", "one's own stays");
    assert_eq!(guide::other_redirects(&person.0), offered);
    person.types(Field::RedirectUrl, "");
    person.types(Field::ClientId, CLIENT_ID);
    assert_eq!(person.entry(Field::RedirectUrl), "", "what was emptied stays empty");
}

#[test]
fn no_url_is_built_from_what_is_wrong() {
    let mut person = with_inputs();
    person.types(input::HOST, "https://chat.example.com/");
    assert_eq!(guide::offered_redirects(&person.0), [""; 0]);
    assert_eq!(guide::missing_for_redirects(&person.0), [input::HOST]);
    assert_eq!(person.entry(Field::RedirectUrl), "", "the URL of the other host is gone");
    let wrong = the(FindingKind::InputWholeUrl, &person.0.field_findings(input::HOST)).to_owned();
    person.does(FixAction::Fixed(input::HOST, wrong));
    assert_eq!(person.entry(input::HOST), "chat.example.com");
    assert_eq!(person.entry(Field::RedirectUrl), "https://chat.example.com/acme/callback");
    person.does(FixAction::Undone);
    assert_eq!(person.entry(input::HOST), "https://chat.example.com/");
    for space in [" chat.example.com", "\u{201c}chat.example.com\u{201d}"] {
        person.types(input::HOST, space);
        assert_eq!(guide::offered_redirects(&person.0), [""; 0], "{space}");
    }
}

#[test]
fn the_allow_list_is_the_products_or_the_redirect_url() {
    let mut person = with_inputs();
    let list = guide::allow_list(&person.0).unwrap();
    assert_eq!((list.entries, list.missing), (vec!["https://chat.example.com".to_owned()], Vec::new()));
    person.types(input::HOST, "");
    assert_eq!(guide::allow_list(&person.0).unwrap().missing, [input::HOST]);
    person.goes("#/product/sample?variant=pasted");
    assert_eq!(guide::allow_list(&person.0).unwrap().missing, [Field::RedirectUrl]);
    person.types(Field::RedirectUrl, "https://sample.example/oauth");
    assert_eq!(guide::allow_list(&person.0).unwrap().entries, ["https://sample.example/oauth"]);
    person.goes("#/product/sample?variant=events");
    assert_eq!(guide::allow_list(&person.0), None);
}

#[test]
fn a_url_that_one_way_prescribes_is_not_left_in_another() {
    let mut person = with_inputs();
    assert_eq!(person.entry(Field::RedirectUrl), "https://chat.example.com/callback");
    person.goes("#/product/sample?variant=events");
    assert_eq!(person.entry(Field::RedirectUrl), "https://chat.example.com/callback", "it has none of its own");
    person.goes("#/product/sample");
    person.goes("#/product/sample?variant=pasted");
    assert_eq!(person.entry(Field::RedirectUrl), "", "the product shows its own");
    let from = guide::redirect_from_product(&person.0).unwrap();
    assert_eq!(
        guide::from_product_sentence(&person.0, from),
        "Paste what Sample shows as **OAuth Redirect URL**. It is under **Credentials › Zoom**."
    );
    assert!(!guide::can_be_redirect(&person.0));
    person.types(Field::RedirectUrl, "http://sample.example/");
    assert_said(&person.0.field_findings(Field::RedirectUrl), "redirect-not-https", Field::RedirectUrl);
    assert_eq!(person.entry(input::HOST), "chat.example.com", "the inputs are those of the product");
}

#[test]
fn each_input_is_asked_for_once_in_the_step_that_needs_it_first() {
    let person = at_sample();
    assert_eq!(guide::inputs(&person.0, Step::Create), [input::HOST, input::TENANT]);
    assert_eq!(guide::inputs(&person.0, Step::Enter), [input::REGION, input::SITE, input::PORT, input::MAIL]);
    assert_eq!(guide::inputs(&person.0, Step::Events), [input::WEBHOOK_SECRET]);
    let labels: Vec<String> =
        [input::HOST, input::TENANT, input::WEBHOOK_SECRET].iter().map(|field| person.0.label(*field)).collect();
    assert_eq!(labels, ["Host name of Sample", "Tenant", "Webhook Secret:"]);
    assert_eq!(guide::label_language(&person.0, input::TENANT), Some("en"), "a label of the product");
    assert_eq!(guide::label_language(&person.0, input::HOST), None);
    assert_eq!(guide::input_note(&person.0, input::HOST).unwrap().as_str(), "Without a path.");
    assert_eq!(person.0.input_facts(input::HOST).unwrap().example.as_deref(), Some("sample.example.com"));
}

#[test]
fn a_tab_keeps_inputs_and_no_secret() {
    let mut person = with_inputs();
    person.types(Field::SecretToken, TOKEN);
    person.types(Field::SecondClientId, "second-id");
    person.types(Field::SecondClientSecret, CLIENT_SECRET);
    person.types(input::SITE, "https://www.example.com/?code=abc");
    let kept = Kept::write(&person.0.kept());
    for secret in [WEBHOOK_SECRET, TOKEN, CLIENT_SECRET, "code=abc"] {
        assert!(!kept.contains(secret), "{kept}");
    }
    let mut again = Person::first_at(authdesk::texts::Language::ENGLISH, "#/product/sample");
    again.does(authdesk::desk::FileAction::Completed(authdesk::desk::Lazy::all()));
    again.does(SessionAction::Restored(Kept::read(&kept)));
    assert_eq!(Kept::write(&again.0.kept()), kept, "what has no field yet is still kept");
    again.gets_guide(sample());
    assert_eq!((again.entry(input::HOST), again.entry(input::TENANT)), ("chat.example.com", "acme"));
    assert_eq!(again.entry(Field::RedirectUrl), "https://chat.example.com/callback");
    assert_eq!(again.entry(Field::SecondClientId), "second-id");
    for field in [input::WEBHOOK_SECRET, Field::SecretToken, Field::SecondClientSecret, input::SITE] {
        assert_eq!(again.entry(field), "", "{field:?}");
    }
}

#[test]
fn an_input_keeps_its_text_when_the_file_has_a_new_order() {
    let mut person = with_inputs();
    let host = r#""host": { "kind": "host", "example": "sample.example.com", "source": ["guide"] },"#;
    let moved =
        FACTS.replacen(host, "", 1).replacen(r#""webhook_secret": {"#, &format!("{host}\"webhook_secret\": {{"), 1);
    person.gets_guide(sample_of(&moved, ENGLISH));
    assert_eq!(person.entry(Field::Input1), "acme");
    assert_eq!(person.entry(Field::Input6), "chat.example.com");
    assert_eq!(person.entry(Field::Input7), WEBHOOK_SECRET);
}

#[test]
fn everything_entered_is_cleared() {
    let mut person = with_inputs();
    person.types(Field::SecretToken, TOKEN);
    person.types(Field::EventUrl, "https://events.example/");
    person.does(SessionAction::Cleared);
    let fields = Field::INPUTS.into_iter().chain([Field::SecretToken, Field::EventUrl, Field::RedirectUrl]);
    assert!(fields.clone().all(|field| person.entry(field).is_empty()));
    assert!(!format!("{:?}", person.0).contains(WEBHOOK_SECRET));
    person.types(input::HOST, "chat.example.com");
    assert_eq!(person.entry(Field::RedirectUrl), "https://chat.example.com/callback", "its fields are known again");
}

#[test]
fn an_input_that_is_secret_is_masked_wherever_it_is() {
    let mut person = with_inputs();
    let is_masked = |person: &Person, field| person.0.session().is_masked(field);
    assert!(is_masked(&person, input::WEBHOOK_SECRET) && !is_masked(&person, input::HOST));
    assert!(is_masked(&person, Field::SecretToken) && is_masked(&person, Field::SecondClientSecret));
    let Some(EventUrl::Built { url, is_secret, findings }) = guide::event_url(&person.0) else { panic!("a URL") };
    // EXPOSE: it is compared.
    assert_eq!(url.expose(), "https://chat.example.com/events?secret=w3bhook-s3cret");
    assert!(is_secret && findings.is_empty());
    assert!(guide::values(&person.0).iter().find(|value| value.name == "Endpoint").unwrap().is_secret);
    assert_eq!(state(&person, "Endpoint"), "https://chat.example.com/events?secret=w3bhook-s3cret");
    person.types(input::WEBHOOK_SECRET, "");
    assert!(matches!(guide::event_url(&person.0), Some(EventUrl::Needs(fields)) if fields == [input::WEBHOOK_SECRET]));
    assert_eq!(state(&person, "Endpoint"), "waits for events");
    assert_eq!(
        guide::needs_sentence(&person.0, &[input::WEBHOOK_SECRET]),
        "This page builds the URL once this is entered: **Webhook Secret:**."
    );
}

#[test]
fn the_steps_are_those_that_the_product_needs_in_its_order() {
    let mut person = at_sample();
    assert_eq!(names(&guide::steps(&person.0)), ["create", "credentials", "second", "enter", "events"]);
    assert!(guide::is_optional(&person.0, Step::Events) && guide::is_optional(&person.0, Step::Second));
    assert_eq!(guide::step_title(&person.0, Step::Events), "Set up events in Zoom (optional)");
    assert_eq!(
        guide::event_names(&person.0),
        [("Start Meeting", false), ("End Meeting", false), ("Meeting has been updated", true)]
    );
    assert_eq!(guide::events_remark(&person.0).unwrap().as_str(), "For live status.");
    person.goes("#/product/sample?variant=events");
    // No OAuth: there is nothing to copy but the Secret Token, and that is in the step about events.
    assert_eq!(names(&guide::steps(&person.0)), ["create", "events", "enter"]);
    assert_eq!(guide::needed_fields(&person.0), []);
    assert!(!guide::is_optional(&person.0, Step::Events));
    assert_eq!(state(&person, "Secret Token:"), "waits for events");
    assert!(
        matches!(guide::event_url(&person.0), Some(EventUrl::FromProduct(from)) if from.label == "HTTP Source Address")
    );
    let zoom_first = FACTS.replacen("product_first", "zoom_first", 1);
    let person = Person::at_guide("#/product/sample", sample_of(&zoom_first, ENGLISH));
    assert_eq!(names(&guide::steps(&person.0)), ["create", "credentials", "second", "events", "enter"]);
}

#[test]
fn a_step_is_done_only_with_what_it_needs() {
    let mut person = at_sample();
    let progress = |person: &Person, step| guide::progress(&person.0, step);
    person.creates_the_app();
    assert_eq!(progress(&person, Step::Create), Progress::Attention, "the host and the redirect URL are missing");
    person.types(input::HOST, "chat.example.com");
    person.types(input::TENANT, "acme");
    assert_eq!(progress(&person, Step::Create), Progress::Done);
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.ticks(Step::Credentials);
    assert_eq!(progress(&person, Step::Credentials), Progress::Done, "no Secret Token without events");
    person.types(Field::SecretToken, CLIENT_SECRET);
    assert_eq!(progress(&person, Step::Credentials), Progress::Attention);
    person.types(Field::SecretToken, TOKEN);
    assert_eq!(guide::current(&person.0), Some(Step::Enter), "the second app can be left out");
    person.ticks(Step::Enter);
    assert_eq!(progress(&person, Step::Enter), Progress::Attention);
    person.types(input::REGION, "eu");
    person.types(input::SITE, "https://www.example.com");
    person.types(input::PORT, "443");
    assert_eq!(progress(&person, Step::Enter), Progress::Done, "the address is for a field that may stay empty");
    assert_eq!(guide::current(&person.0), None);
    person.ticks(Step::Events);
    assert_eq!(progress(&person, Step::Events), Progress::Attention);
    person.types(input::WEBHOOK_SECRET, WEBHOOK_SECRET);
    assert_eq!(progress(&person, Step::Events), Progress::Done);
    person.types(Field::SecondClientId, "second-id");
    assert_ne!(progress(&person, Step::Second), Progress::Done);
    person.types(Field::SecondClientSecret, "second-secret");
    person.ticks(Step::Second);
    assert_eq!(progress(&person, Step::Second), Progress::Done);
}

#[test]
fn a_required_secret_token_belongs_to_the_credentials() {
    let needed =
        FACTS.replacen("\"order\": \"product_first\",\n        \"needed\": false,", "\"order\": \"product_first\",", 1);
    let mut person = Person::at_guide("#/product/sample", sample_of(&needed, ENGLISH));
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.ticks(Step::Credentials);
    assert_eq!(guide::progress(&person.0, Step::Credentials), Progress::Later);
    person.types(Field::SecretToken, TOKEN);
    assert_eq!(guide::progress(&person.0, Step::Credentials), Progress::Done);
}

#[test]
fn the_values_say_what_is_done_with_each_field() {
    let mut person = with_inputs();
    person.types(Field::ClientId, CLIENT_ID);
    assert_eq!(state(&person, "App/Client ID"), CLIENT_ID);
    assert_eq!(state(&person, "Kit/Client ID"), "waits for second");
    assert_eq!(state(&person, "Secret Token:"), "waits for credentials");
    assert_eq!(state(&person, "Region"), "waits for enter");
    person.types(Field::SecondClientId, "second-id");
    person.types(Field::SecretToken, TOKEN);
    person.types(input::REGION, "eu");
    person.types(input::SITE, "https://www.example.com");
    person.types(input::PORT, "8443");
    assert_eq!(state(&person, "Kit/Client ID"), "second-id");
    assert_eq!(state(&person, "Secret Token:"), TOKEN);
    assert_eq!(
        (state(&person, "Region").as_str(), state(&person, "Base").as_str()),
        ("eu", "https://www.example.com:8443")
    );
    assert_eq!(state(&person, "Account Level App:"), "Choose(\"false\")");
    assert_eq!(state(&person, "Encryption Key:"), "Press(\"Regenerate\")");
    assert_eq!(state(&person, "API Key"), format!("{:?}", ValueState::Leave(Leave::Empty)));
    assert_eq!(state(&person, "Owner"), "Own");
    let panel = guide::values(&person.0);
    let secret: Vec<&str> = panel.iter().filter(|value| value.is_secret).map(|value| value.name.as_str()).collect();
    assert_eq!(secret, ["App/Client Secret", "Kit/Client Secret", "Secret Token:", "Endpoint"]);
    let remark = |name: &str| panel.iter().find(|value| value.name == name).unwrap().remark.map(|one| one.as_str());
    assert_eq!((remark("Kit/Client ID"), remark("App/Client ID")), (Some("Only for the kit."), None));
    let groups: Vec<Option<&str>> = panel.iter().take(5).map(|value| value.group).collect();
    assert_eq!(groups, [Some("App"), Some("App"), Some("Kit"), Some("Kit"), None]);
}

#[test]
fn the_secret_token_is_no_client_secret() {
    let mut person = at_sample();
    let said =
        |person: &Person, expected| assert_said(&person.0.field_findings(Field::SecretToken), expected, expected);
    person.types(Field::SecretToken, TOKEN);
    said(&person, "");
    person.types(Field::ClientSecret, CLIENT_SECRET);
    said(&person, "");
    person.types(Field::SecretToken, CLIENT_SECRET);
    said(&person, "secret-token-is-client-secret");
    person.types(Field::SecretToken, &format!(" {CLIENT_SECRET}"));
    said(&person, "blanks-around@0+1 secret-token-is-client-secret");
    // The one in the field of the other.
    person.types(Field::ClientSecret, TOKEN);
    person.types(Field::SecretToken, CLIENT_SECRET);
    said(&person, "secret-token-maybe-swapped");
    let swapped = the(FindingKind::SecretTokenMaybeSwapped, &person.0.field_findings(Field::SecretToken)).to_owned();
    person.does(FixAction::Fixed(Field::SecretToken, swapped));
    assert_eq!((person.entry(Field::ClientSecret), person.entry(Field::SecretToken)), (CLIENT_SECRET, TOKEN));
    // Nothing is known of a secret of a length that was not seen, or without the other.
    person.types(Field::ClientSecret, "");
    person.types(Field::SecretToken, CLIENT_SECRET);
    said(&person, "");
    person.types(Field::ClientId, TOKEN);
    person.types(Field::SecretToken, TOKEN);
    said(&person, "same-value-twice");
}

#[test]
fn the_two_apps_are_not_mixed_up() {
    let mut person = at_sample();
    let said = |person: &Person, field, expected| assert_said(&person.0.field_findings(field), expected, field);
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.types(Field::SecondClientId, CLIENT_ID);
    said(&person, Field::SecondClientId, "same-value-twice");
    person.types(Field::SecondClientId, "cX3hG4UYSRyJWQ3zGn8oth");
    said(&person, Field::SecondClientId, "");
    person.types(Field::SecondClientSecret, CLIENT_SECRET);
    said(&person, Field::SecondClientSecret, "same-value-twice");
    person.types(Field::SecondClientId, CLIENT_SECRET);
    person.types(Field::SecondClientSecret, CLIENT_ID);
    said(&person, Field::SecondClientSecret, "maybe-swapped");
    let swapped = the(FindingKind::MaybeSwapped, &person.0.field_findings(Field::SecondClientSecret)).to_owned();
    person.does(FixAction::Fixed(Field::SecondClientSecret, swapped));
    assert_eq!(person.entry(Field::SecondClientId), CLIENT_ID);
    assert_eq!(person.entry(Field::ClientId), CLIENT_ID, "the first app is not touched");
}

#[test]
fn scopes_that_the_provider_does_not_list_are_shown_and_never_required() {
    let person = at_sample();
    let view = guide::scopes_view(&person.0).unwrap();
    let rows: Vec<(&str, bool)> = view.sets[0].rows.iter().map(|row| (row.granular, row.is_listed)).collect();
    assert_eq!(rows, [("meeting:read:meeting", true), ("meeting:dream:meeting", false)]);
    assert_eq!(view.taken_count(), 2);
    assert_eq!(person.0.session().scopes(person.0.variant().unwrap()), ["meeting:read:meeting"]);
}

#[test]
fn a_product_without_an_app_has_one_step() {
    let (before, _) = FACTS.split_once("\"inputs\"").unwrap();
    let facts = format!(
        "{before}\"tasks\": {{ \"save\": {{ \"source\": [\"guide\"] }} }}, \"no_app\": {{ \"lines\": [\"save\"], \"source\": [\"guide\"] }} }}"
    );
    let english = r#"{ "summary": "No app.", "tasks": { "save": "Open **Provisioning**." } }"#;
    let mut person = Person::at_guide("#/product/sample", sample_of(&facts, english));
    assert_eq!(guide::steps(&person.0), [Step::Instead]);
    assert_eq!(guide::step_title(&person.0, Step::Instead), "Connect Sample without an app of your own");
    assert_eq!(guide::lines(&person.0, Step::Instead)[0].sentence.as_str(), "Open **Provisioning**.");
    assert!(guide::values(&person.0).is_empty());
    person.ticks(Step::Instead);
    assert_eq!(guide::progress(&person.0, Step::Instead), Progress::Done);
}

#[test]
fn what_is_wrong_in_a_file_is_told_and_hides_nothing_else() {
    let facts = FACTS.replacen("\"own-redirect\", \"list\"", "\"own-redirect\", \"lost\", \"list\"", 1);
    let person = Person::at_guide("#/product/sample", sample_of(&facts, ENGLISH));
    let faults: Vec<String> = person.0.loaded_guide().unwrap().faults.iter().map(ToString::to_string).collect();
    assert_eq!(faults.len(), 1);
    assert!(
        faults[0].starts_with("catalog/products/sample.json: variants.user.create: `lost` is not known"),
        "{faults:?}"
    );
    let lines: Vec<&str> = guide::lines(&person.0, Step::Create).iter().map(|line| line.name).collect();
    assert_eq!(lines, ["own-redirect", "list", "own-scopes", "owner"]);
}

#[test]
fn a_second_pair_keeps_what_both_installations_share() {
    let pair = FACTS.replacen(
        "\"app\": \"general-user-managed\",\n      \"flow\"",
        "\"app\": \"general-user-managed\",\n      \"redundant_pair\": true,\n      \"flow\"",
        1,
    );
    let mut person = Person::at_guide("#/product/sample", sample_of(&pair, ENGLISH));
    person.types(input::HOST, "chat.example.com");
    person.types(input::WEBHOOK_SECRET, WEBHOOK_SECRET);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.does(GuideAction::ChoseInstallation(Installation::Second));
    assert_eq!(person.entry(input::HOST), "chat.example.com");
    assert_eq!(person.entry(Field::RedirectUrl), "https://chat.example.com/callback");
    assert_eq!((person.entry(input::WEBHOOK_SECRET), person.entry(Field::ClientSecret)), ("", ""));
    person.does(ViewAction::Went(Route::Tools));
    assert!(guide::inputs(&person.0, Step::Create).is_empty(), "no other view has them");
}

/// Whoever copies a value does not see the field that it comes from.
#[test]
fn a_value_whose_field_needs_attention_says_so() {
    let noted = |person: &Person| {
        let noted = guide::values(&person.0).into_iter().filter_map(|value| Some((value.name, value.attention?)));
        noted.collect::<Vec<_>>()
    };
    let mut person = Person::at("#/product/kufersql");
    person.types(Field::AccountId, "abcdEFGH_ijklmnop1234");
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    assert_eq!(noted(&person), []);
    let secret = guide::values(&person.0).into_iter().find(|value| value.is_secret).unwrap().name;
    for wrong in [
        format!("{CLIENT_SECRET} "),
        format!(" {CLIENT_SECRET}"),
        format!("{CLIENT_SECRET}\n"),
        format!("{CLIENT_SECRET}\u{200b}"),
        format!("\u{201c}{CLIENT_SECRET}\u{201d}"),
        CLIENT_SECRET[..CLIENT_SECRET.len() - 1].to_owned() + "\u{fffd}",
        CLIENT_ID.to_owned(),
    ] {
        person.types(Field::ClientSecret, &wrong);
        let noted = noted(&person);
        let says = noted.iter().find(|(name, _)| *name == secret).map(|(_, says)| says.as_str());
        assert!(
            says.is_some_and(|says| says.starts_with("**Needs attention:** Client Secret. ")),
            "{wrong:?}: {noted:?}"
        );
        assert!(noted.iter().all(|(name, _)| name != "Account ID"), "{noted:?}");
    }
    person.types(Field::ClientSecret, "");
    assert_eq!(noted(&person), [], "there is nothing to copy");
    // What a value is built from in two steps.
    let mut person = with_inputs();
    person.types(Field::ClientId, &format!("{CLIENT_ID} "));
    assert!(noted(&person).iter().any(|(_, says)| says.contains("Client ID")), "{:?}", noted(&person));
    let mut german = Person::speaking(german(), "#/product/kufersql");
    german.types(Field::ClientSecret, &format!("{CLIENT_SECRET} "));
    assert!(noted(&german)[0].1.starts_with("**Bitte prüfen:** Client Secret. "));
}
