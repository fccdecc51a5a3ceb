//! The desk, driven by actions alone as a person would drive it.

use super::person::{CLIENT_ID, CLIENT_SECRET, CODE, Person, START, first_file, german, read};
use crate::notation::assert_said;
use authdesk::desk::parts::command;
use authdesk::desk::tools::{authorize_url, basic_header, redirect};
use authdesk::desk::{
    Action, ClockAction, CodeAction, CommandAction, Field, FieldAction, FileAction, FixAction, GuideAction,
    Installation, Loading, Needs, NotRead, Progress, ProseFiles, Reason, RequestKind, Resource, Route, ScopesView,
    SessionAction, Step, Tool, ValueState, ViewAction, guide, is_landing,
};
use authdesk::oauth::Secret;
use authdesk::reading::FindingKind;
use authdesk::texts::{Language, Text};

const ANSWER: &str = r#"{"access_token":"eyJhcc","token_type":"bearer","refresh_token":"eyJref","expires_in":3599,
    "scope":"user:read:user:admin","api_url":"https://api-eu.zoom.us"}"#;

fn value(person: &Person, label: &str) -> String {
    let panel = guide::values(&person.0);
    let value = panel.iter().find(|value| value.label == label).unwrap_or_else(|| panic!("no value {label}"));
    match &value.state {
        ValueState::Ready(text) => text.expose().to_owned(),
        ValueState::Waits(step) => format!("waits for {}", step.name()),
        other => format!("{other:?}"),
    }
}

/// What is said of the returned URL.
#[track_caller]
fn says(person: &Person, expected: &str) {
    assert_said(&redirect::view(&person.0).expect("something was pasted").findings, expected, Field::Landed);
}

fn at_verint_with_credentials() -> Person {
    let mut person = Person::at("#/product/verint-recorder");
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.types(Field::RedirectUrl, "https://www.example.com/");
    person
}

#[test]
fn verint_from_the_first_tick_to_the_refresh_token() {
    let mut person = Person::at("#/product/verint-recorder");
    assert_eq!(
        guide::steps(&person.0).iter().map(|step| step.name()).collect::<Vec<_>>(),
        ["create", "redirect", "scopes", "credentials", "authorize", "exchange", "enter"]
    );
    assert_eq!(guide::progress(&person.0, Step::Create), Progress::Now);
    assert_eq!(value(&person, "Refresh Token"), "waits for exchange");
    assert_eq!(authorize_url::view(&person.0).err(), Some(Needs::Fields(vec![Field::ClientId, Field::RedirectUrl])));

    person.types(Field::RedirectUrl, "https://www.example.com/");
    person.creates_the_app();
    assert_eq!(guide::progress(&person.0, Step::Create), Progress::Done);
    assert!(!guide::is_open(&person.0, Step::Create), "a step folds when it is done");
    assert!(guide::is_open(&person.0, Step::Credentials), "and the next one opens");

    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    assert_eq!(value(&person, "Client Secret"), CLIENT_SECRET);
    let url = authorize_url::view(&person.0).unwrap().url.text().expose().to_owned();
    let state = person.state();
    assert_eq!(
        url,
        format!(
            "https://zoom.us/oauth/authorize?response_type=code&client_id={CLIENT_ID}\
             &redirect_uri=https%3A%2F%2Fwww.example.com%2F&state={state}"
        )
    );

    person.does(CodeAction::OpenedAuthorizeUrl);
    assert_eq!(guide::progress(&person.0, Step::Authorize), Progress::Now, "the code is still to be brought back");
    assert!(guide::is_open(&person.0, Step::Authorize));
    person.types(Field::Landed, &format!("https://www.example.com/?code={CODE}&state={state}"));
    says(&person, "code-found state-matches address-matches");
    assert_eq!(guide::progress(&person.0, Step::Authorize), Progress::Done);
    let command = command::view(&person.0, person.0.request_kind()).unwrap();
    let text = command.command.text().expose();
    assert!(text.contains("https://zoom.us/oauth/token") && text.contains(CODE), "{text}");
    assert!(!text.contains(CLIENT_SECRET), "the secret is asked for at the prompt");

    person.types(Field::Answer, ANSWER);
    assert_eq!(guide::progress(&person.0, Step::Exchange), Progress::Attention, "scopes of the guide were not granted");
    assert_eq!(value(&person, "Refresh Token"), "eyJref");
    assert_eq!(value(&person, "API Server Address"), "api.zoom.us");
    assert_eq!(value(&person, "Authentication Server Address"), "api.zoom.us/oauth/token");
}

#[test]
fn the_joined_value_of_cirqlive() {
    let mut person = Person::at("#/product/cirqlive-meets");
    person.types(Field::AccountId, "1234abc");
    assert_eq!(value(&person, "API Key"), "waits for credentials");
    person.types(Field::ClientId, "5678def");
    assert_eq!(value(&person, "API Key"), "1234abc:5678def");
}

#[test]
fn what_changes_nothing_is_no_new_desk() {
    let mut person = Person::at("#/product/verint-recorder");
    assert!(person.types(Field::ClientId, CLIENT_ID));
    assert!(!person.types(Field::ClientId, CLIENT_ID));
    assert!(!person.does(ViewAction::Went(person.0.route.clone())));
    assert!(!person.does(ViewAction::ChoseLanguage(Language::ENGLISH)));
    assert!(!person.does(CodeAction::ChosePkce(false)));
    assert!(!person.does(ClockAction::ClockRead(1_001_000)), "the clock alone is nothing to show");
}

#[test]
fn products_do_not_see_each_others_values() {
    let mut person = at_verint_with_credentials();
    let state = person.state();
    person.goes("#/product/kufersql");
    assert!(person.0.wants_seed(), "no two products share a state or a verifier");
    person.does(SessionAction::Seeded { state: [8; 16], verifier: [8; 32] });
    assert_eq!(value(&person, "Client-ID"), "waits for credentials");
    assert_ne!(person.state(), state);
    person.does(ViewAction::Went(Route::parse("#/product/verint-recorder")));
    assert_eq!(person.entry(Field::ClientId), CLIENT_ID, "going back loses nothing");
}

#[test]
fn a_reload_keeps_the_work_and_no_secret() {
    let mut person = at_verint_with_credentials();
    person.does(GuideAction::Ticked { line: "archiving".into(), step: Step::Create, ticked: true });
    person.does(CodeAction::OpenedAuthorizeUrl);
    let state = person.state();
    person.types(Field::Landed, &format!("https://www.example.com/?code={CODE}&state={state}"));
    person.types(Field::Answer, ANSWER);
    let verifier = person.0.session().verifier().map(|verifier| verifier.secret().expose().to_owned());
    let kept = authdesk::desk::Kept::write(&person.0.kept());
    for secret in [CLIENT_SECRET, CODE, state.as_str(), "eyJref", "eyJhcc"] {
        assert!(!kept.contains(secret), "{kept}");
    }
    assert_eq!(verifier, None, "PKCE was not chosen");

    let mut again = Person::at("#/product/verint-recorder");
    again.does(SessionAction::Restored(authdesk::desk::Kept::read(&kept)));
    assert_eq!(again.entry(Field::ClientId), CLIENT_ID);
    assert!(again.0.session().entry(Field::ClientSecret).is_empty());
    assert!(again.0.session().is_ticked(Step::Create, "archiving"));
    again.does(SessionAction::Seeded { state: [1; 16], verifier: [1; 32] });
    again.types(Field::Landed, &format!("https://www.example.com/?code={CODE}&state={state}"));
    // The fingerprint recognises the state.
    says(&again, "code-found state-matches address-matches");
    again.types(Field::Landed, &format!("https://www.example.com/?code={CODE}&state=forged"));
    says(&again, "code-found state-differs address-matches");
}

#[test]
fn what_another_release_kept_is_forgotten() {
    assert!(authdesk::desk::Kept::read("[{\"new\":1}]").is_empty());
    assert!(authdesk::desk::Kept::read("nonsense").is_empty());
}

#[test]
fn pkce_binds_the_command_to_the_url() {
    let mut person = at_verint_with_credentials();
    person.does(CodeAction::ChosePkce(true));
    let url = authorize_url::view(&person.0).unwrap().url;
    let challenge = url.parts().iter().find(|part| part.name == "code_challenge").unwrap().value.expose().to_owned();
    let verifier = person.0.session().verifier().unwrap();
    assert_eq!(challenge, verifier.challenge());
    let secret = verifier.secret().expose().to_owned();
    let state = person.state();
    person.types(Field::Landed, &format!("?code={CODE}&state={state}"));
    assert!(command::view(&person.0, person.0.request_kind()).unwrap().command.text().expose().contains(&secret));
}

#[test]
fn a_forged_state_stops_the_exchange() {
    let mut person = at_verint_with_credentials();
    person.types(Field::Landed, &format!("https://www.example.com/?code={CODE}&state=forged"));
    says(&person, "code-found state-differs address-matches");
    assert_eq!(command::view(&person.0, person.0.request_kind()).err(), Some(Needs::Fields(vec![Field::Landed])));
    assert_eq!(guide::progress(&person.0, Step::Authorize), Progress::Attention);
}

#[test]
fn another_address_than_the_redirect_url_is_told() {
    let mut person = at_verint_with_credentials();
    let state = person.state();
    for (address, expected) in [
        ("https://www.example.com/", "code-found state-matches address-matches"),
        ("https://www.example.com/landing", "code-found state-matches address-differs"),
        ("https://www.Example.com/", "code-found state-matches address-differs"),
    ] {
        person.types(Field::Landed, &format!("{address}?code={CODE}&state={state}"));
        says(&person, expected);
    }
}

#[test]
fn the_code_has_five_minutes() {
    let mut person = at_verint_with_credentials();
    person.types(Field::Landed, &format!("https://www.example.com/?code={CODE}"));
    let left = |person: &Person| redirect::time_left(&redirect::view(&person.0).unwrap()).unwrap();
    assert_eq!(left(&person), "5:00");
    assert!(person.does(ClockAction::ClockRead(START + 48_000)));
    assert_eq!(left(&person), "4:12");
    for again in [CODE.to_owned(), format!("https://www.example.com/?state=x&code={CODE}#top")] {
        person.types(Field::Landed, &again);
        assert_eq!(left(&person), "4:12", "it is no younger for being pasted again: {again}");
    }
    person.types(Field::Landed, &format!("https://www.example.com/?code={}", &CODE[1..]));
    assert_eq!(left(&person), "5:00", "another code");
    person.does(ClockAction::ClockRead(START + 49_000));
    person.does(ClockAction::ClockRead(START + 900_000));
    assert_eq!(left(&person), "0:00");
}

#[test]
fn shown_secrets_are_masked_after_five_minutes_without_input() {
    let mut person = at_verint_with_credentials();
    person.does(FieldAction::Showed { label: "Client Secret".into(), shown: true });
    person.does(ClockAction::ClockRead(START + 299_000));
    assert!(person.0.session().is_shown("Client Secret"));
    person.types(Field::ClientId, "other");
    person.does(ClockAction::ClockRead(START + 599_000 - 1_000));
    assert!(person.0.session().is_shown("Client Secret"), "input starts the five minutes anew");
    person.does(ClockAction::ClockRead(START + 599_000 + 1_000));
    assert!(!person.0.session().is_shown("Client Secret"));
    assert_eq!(person.0.said_sentence(), person.0.texts.say(Text::SecretsHidden));
}

#[test]
fn the_status_line_is_empty_again_after_a_while() {
    let mut person = at_verint_with_credentials();
    person.does(Action::Copied { label: "Client ID".into(), done: true });
    assert_eq!(person.0.said_sentence(), "Copied: Client ID");
    person.does(ClockAction::ClockRead(START + 7_000));
    assert_eq!(person.0.said_sentence(), "Copied: Client ID");
    assert!(person.does(ClockAction::ClockRead(START + 16_000)));
    assert_eq!(person.0.said_sentence(), "");
}

#[test]
fn clear_everything_forgets_all_at_once() {
    let mut person = at_verint_with_credentials();
    let state = person.state();
    person.does(SessionAction::Cleared);
    person.does(SessionAction::Seeded { state: [3; 16], verifier: [3; 32] });
    assert_eq!(value(&person, "Client ID"), "waits for credentials");
    assert!(person.0.kept().is_empty());
    assert_ne!(person.state(), state);
}

#[test]
fn a_prescribed_redirect_url_is_there_again_after_clearing() {
    let mut person = Person::at("#/product/zappysys-zoom-connector");
    person.types(Field::RedirectUrl, "https://example.com/");
    person.does(SessionAction::Cleared);
    assert_eq!(value(&person, "RedirectUrl"), "https://zappysys.com/oauth/");
}

#[test]
fn the_second_installation_of_a_pair_begins_with_the_same_redirect_url_alone() {
    let mut person = at_verint_with_credentials();
    person.does(GuideAction::Ticked { line: "archiving".into(), step: Step::Create, ticked: true });
    let id = person.entry(Field::ClientId).to_owned();
    person.does(GuideAction::ChoseInstallation(Installation::Second));
    assert_eq!(person.entry(Field::RedirectUrl), "https://www.example.com/");
    assert_eq!(value(&person, "Client ID"), "waits for credentials");
    assert!(!person.0.session().is_ticked(Step::Create, "archiving"));
    person.does(GuideAction::ChoseInstallation(Installation::First));
    assert_eq!(person.entry(Field::ClientId), id, "nothing of the first one is gone");
}

#[test]
fn a_fix_can_be_taken_back() {
    let mut person = Person::at("#/tool/basic-header");
    person.types(Field::ClientId, " id ");
    let blanks = person.0.field_findings(Field::ClientId);
    assert_said(&blanks, "blanks-around@0+1", Field::ClientId);
    person.does(FixAction::Fixed(Field::ClientId, blanks[0].to_owned()));
    assert_eq!(person.entry(Field::ClientId), "id");
    assert!(person.0.session().can_undo(Field::ClientId));
    person.does(FixAction::Undone);
    assert_eq!(person.entry(Field::ClientId), " id ");
    assert!(!person.0.session().can_undo(Field::ClientId));
}

#[test]
fn a_tab_that_landed_hands_over_only_to_the_tab_that_began() {
    let mut began = at_verint_with_credentials();
    let address = Secret::new(format!("https://desk.example/?code={CODE}&state={}", began.state()));
    let mut landed = Person::at("#/");
    landed.does(CodeAction::Landed { address: address.clone(), from: None });
    assert_eq!(landed.0.route, Route::Tool(Tool::Redirect));
    assert!(landed.0.session().landed_here());
    assert!(redirect::expects(&began.0, &address));
    assert!(!redirect::expects(&Person::at("#/product/verint-recorder").0, &Secret::new("?code=x&state=y")));
    began.does(CodeAction::TookOver(address));
    says(&began, "code-found state-matches address-differs");
    landed.does(SessionAction::HandedOver);
    assert!(redirect::view(&landed.0).is_none(), "the code is in one tab only");
}

#[test]
fn what_did_not_arrive_is_requested_again_and_never_waited_for_in_vain() {
    let mut person = Person::first_at(german(), "#/");
    person.gets(Resource::Local);
    person.misses(Resource::Index, Reason::Status(503));
    person.gets(Resource::Texts(german()));
    assert_eq!(person.missed(), ["catalog/index.json"]);
    assert!(!person.0.is_waiting());
    let attempt = person.0.attempt;
    person.does(ViewAction::Went(Route::Tools));
    assert_eq!((person.missed().len(), person.0.attempt), (0, attempt + 1));
    assert_eq!(person.0.wanted(), [Resource::Index]);
    assert!(person.0.is_waiting());
    person.gets(Resource::Index);
    assert!(!person.0.is_waiting());
}

#[test]
fn every_missing_file_of_the_view_is_named_until_it_arrives() {
    let mut person = Person::first_at(Language::ENGLISH, "#/tool/basic-header");
    person.misses(Resource::Index, Reason::NotArrived);
    person.misses(Resource::Lazy, Reason::Different);
    assert_eq!(person.missed(), ["catalog/index.json", "lazy.wasm"]);
    person.gets(Resource::Lazy);
    assert_eq!(person.missed(), ["catalog/index.json"]);
    person.does(FileAction::TriedAgain);
    assert!(person.missed().is_empty());
    person.misses(Resource::FindingTexts(Language::ENGLISH), Reason::Status(404));
    assert_eq!(person.missed(), ["texts/findings.en.json"]);
    person.does(ViewAction::ChoseLanguage(german()));
    assert!(person.missed().is_empty(), "the German view needs a different file");
}

#[test]
fn what_is_late_is_told_and_still_waited_for() {
    let mut person = Person::first_at(Language::ENGLISH, "#/");
    person.gets(Resource::Local);
    person.misses(Resource::Index, Reason::Late);
    assert_eq!(person.missed(), ["catalog/index.json"]);
    assert!(person.0.is_waiting() && !person.0.has_failed(&Resource::Index));
    let attempt = person.0.attempt;
    person.does(FileAction::TriedAgain);
    let old = NotRead { file: "catalog/index.json".into(), reason: Reason::NotArrived };
    assert!(
        !person.does(FileAction::Failed { wanted: Resource::Index, attempt, not_read: old }),
        "that was the request before"
    );
    person.gets(Resource::Index);
    assert!(person.missed().is_empty() && !person.0.is_waiting());
}

#[test]
fn what_is_shown_is_masked_for_who_comes_back() {
    let mut person = Person::at("#/product/verint-recorder");
    assert!(!person.does(ViewAction::CameBack), "nothing is shown");
    person.does(FieldAction::Showed { label: "Client Secret".into(), shown: true });
    person.does(ViewAction::Went(Route::Tools));
    assert!(person.does(ViewAction::CameBack));
    person.does(ViewAction::Went(Route::parse("#/product/verint-recorder")));
    assert!(!person.0.session().is_shown("Client Secret"));
}

#[test]
fn a_landing_needs_the_complete_program_on_every_view() {
    let mut person = Person::first_at(Language::ENGLISH, "#/");
    assert!(!person.0.wanted().contains(&Resource::Lazy));
    person.does(ViewAction::LandingWaits);
    assert!(person.0.wanted().contains(&Resource::Lazy));
    person.misses(Resource::Lazy, Reason::Late);
    assert!(person.0.landing_waits, "the code was not read");
    person.gets(Resource::Lazy);
    assert!(!person.0.landing_waits && !person.0.wanted().contains(&Resource::FindingTexts(Language::ENGLISH)));
}

#[test]
fn each_file_of_a_guide_is_asked_for_once_and_read_when_it_arrives() {
    for (prose, names, untranslated) in [
        (ProseFiles::Own, &["products/verint-recorder.de"][..], 0),
        (ProseFiles::OwnAndEnglish, &["products/verint-recorder.de", "products/verint-recorder.en"], 0),
        (ProseFiles::English, &["products/verint-recorder.en"], 50),
    ] {
        let guide = Resource::Guide("verint-recorder".into(), german(), prose);
        assert!(first_file(&guide).arrived("{}").is_err());
        let (mut loading, mut files) = (guide.loading().unwrap(), Vec::new());
        let arrived = loop {
            match loading {
                Loading::Waits(waiting) => {
                    files.push(waiting.file.clone());
                    let text = read(&waiting.file);
                    loading = waiting.arrived(&text).unwrap();
                }
                Loading::Done(action) => break action,
            }
        };
        let rest = ["providers/zoom", "providers/zoom.de", "scopes/zoom"];
        let expected = ["products/verint-recorder"].iter().chain(names).chain(&rest);
        assert!(files.iter().eq(&expected.map(|name| format!("catalog/{name}.json")).collect::<Vec<_>>()), "{files:?}");
        let FileAction::GuideArrived(loaded) = arrived else { panic!("{arrived:?}") };
        assert_eq!((loaded.untranslated, &*loaded.faults), (untranslated, &[][..]));
        let is_foreign = loaded.guide.prose.summary.is_foreign();
        assert_eq!(is_foreign, prose == ProseFiles::English);
    }
}

#[test]
fn only_the_sentences_that_there_are_are_requested() {
    let wanted = |language: Language, card: &str| {
        let mut person = Person::first_at(language, "#/product/small");
        person.does(FileAction::Completed(authdesk::desk::Lazy::all()));
        let text = format!(
            r#"{{"provider":"zoom","apps":{{}},"products":[
                {{"id":"small","name":"S","vendor":"V","category":"chat"{card}}}]}}"#
        );
        let index = authdesk::catalog::File { name: "index.json", text: &text }.read().unwrap();
        person.does(FileAction::IndexArrived(std::rc::Rc::new(index)));
        person.0.wanted().into_iter().find_map(|one| match one {
            Resource::Guide(.., prose) => Some(prose),
            _ => None,
        })
    };
    assert_eq!(wanted(Language::ENGLISH, ""), Some(ProseFiles::Own));
    assert_eq!(wanted(german(), r#","languages":["de"]"#), Some(ProseFiles::Own));
    assert_eq!(wanted(german(), r#","languages":["fr"],"partly":["de"]"#), Some(ProseFiles::OwnAndEnglish));
    assert_eq!(wanted(german(), r#","languages":["fr"]"#), Some(ProseFiles::English));
}

#[test]
fn a_handover_is_told_in_its_own_view_only() {
    let mut person = at_verint_with_credentials();
    person.does(SessionAction::HandedOver);
    assert!(person.0.handed_over);
    person.does(ViewAction::Went(Route::Tools));
    assert!(!person.0.handed_over);
}

#[test]
fn only_an_answer_of_a_server_is_a_landing() {
    assert!(is_landing("?code=x"));
    assert!(is_landing("?error=access_denied"));
    assert!(!is_landing(""));
    assert!(!is_landing("?utm_source=mail"));
}

#[test]
fn zappysys_scopes_are_of_one_level() {
    let mut person = Person::at("#/product/zappysys-zoom-connector");
    let variant = |person: &Person| person.0.variant().unwrap().id.clone();
    assert_eq!(variant(&person), "granular");
    let scopes = |person: &Person| guide::scopes_view(&person.0).unwrap().taken_count();
    assert_eq!(scopes(&person), 9);
    person.goes("#/product/zappysys-zoom-connector?variant=granular-admin");
    assert_eq!(scopes(&person), 11);
    assert_eq!(value(&person, "RedirectUrl"), "https://zappysys.com/oauth/");
    assert_eq!(value(&person, "Scope").split(' ').count(), 11);
}

#[test]
fn each_grant_of_the_token_request_tool_asks_for_its_fields() {
    let mut person = Person::at("#/tool/token-request");
    person.types(Field::ClientId, CLIENT_ID);
    let missing = |person: &Person| match command::view(&person.0, person.0.request_kind()) {
        Ok(_) => Vec::new(),
        Err(Needs::Fields(fields)) => fields,
        Err(other) => panic!("{other:?}"),
    };
    assert_eq!(missing(&person), [Field::RedirectUrl, Field::Code]);
    person.does(CommandAction::ChoseRequest(RequestKind::AccountCredentials));
    assert_eq!(missing(&person), [Field::AccountId]);
    person.does(CommandAction::ChoseRequest(RequestKind::RefreshToken));
    assert_eq!(missing(&person), []);
    person.does(CommandAction::ChoseRequest(RequestKind::ClientCredentials));
    assert_eq!(missing(&person), []);
    person.types(Field::TokenEndpoint, "http://example.com/token");
    assert!(
        matches!(command::view(&person.0, person.0.request_kind()), Err(Needs::Fix(Field::TokenEndpoint, _))),
        "a secret goes there"
    );
}

#[test]
fn a_colon_is_told_once_and_only_where_it_splits_the_pair() {
    let both =
        |person: &Person| [person.0.field_findings(Field::ClientId), basic_header::view(&person.0).findings].concat();
    let mut zoom = Person::at("#/product/verint-recorder");
    let mut other = Person::at("#/product/other-server");
    for person in [&mut zoom, &mut other] {
        person.types(Field::ClientId, "1234abc:5678def");
        person.types(Field::ClientSecret, CLIENT_SECRET);
    }
    assert_said(&both(&zoom), "colon-in-identifier@7+1", Field::ClientId);
    assert!(basic_header::view(&zoom.0).is_refused && basic_header::view(&zoom.0).header.is_none());
    assert_said(&both(&other), "encodings-differ", "form-encoded, a colon splits nothing");
    assert!(!basic_header::view(&other.0).is_refused && basic_header::view(&other.0).header.is_some());
}

#[test]
fn nothing_typed_is_in_the_debug_text_of_an_action() {
    let text = format!("{:?}", FieldAction::Typed(Field::ClientSecret, Secret::new(CLIENT_SECRET)));
    assert!(!text.contains(CLIENT_SECRET), "{text}");
    let person = at_verint_with_credentials();
    assert!(!format!("{:?}", person.0).contains(CLIENT_SECRET));
}

#[test]
fn all_scopes_are_never_less_than_the_selected_ones() {
    for fragment in ["#/product/verint-recorder", "#/product/cirqlive-meets", "#/product/kufersql"] {
        let mut person = Person::at(fragment);
        person.does(GuideAction::ChoseAllScopes(true));
        let view = guide::scopes_view(&person.0).unwrap();
        let missing = |view: &ScopesView<'_>| -> Vec<String> {
            let taken = view.sets.iter().filter(|set| set.taken).flat_map(|set| &set.rows);
            taken.map(|row| row.granular.to_owned()).filter(|name| !view.migrated.contains(&name.as_str())).collect()
        };
        assert_eq!(missing(&view), [""; 0], "{fragment}");
        assert_eq!(view.migrated.len(), view.migrated_count);
        assert!(view.migrated.is_sorted() && view.migrated.len() > view.taken_count(), "{fragment}");
    }
}

/// A view that is not there would hide the code that comes back to it.
#[test]
fn a_code_comes_back_only_to_a_view_that_is_there() {
    for (fragment, is_there) in [
        ("#/product/verint-recorder?variant=oauth", true),
        ("#/product/nonsense", false),
        ("#/product/nonsense?variant=oauth", false),
        ("#/tool/redirect", true),
        ("#/card", true),
        ("#/", false),
        ("#/tools", false),
        ("#/findings", false),
        ("#/nowhere", false),
    ] {
        let person = Person::at(fragment);
        assert_eq!(person.0.way_back().map(ToString::to_string).as_deref(), is_there.then_some(fragment), "{fragment}");
    }
    let waits = Person::first_at(Language::ENGLISH, "#/product/verint-recorder");
    assert_eq!(waits.0.way_back(), None, "nobody knows yet whether there is such a product");
}

#[test]
fn a_sketch_marks_the_place_to_look_at_for_its_line() {
    let person = Person::at("#/product/cirqlive-meets");
    let marked = |line: &str| -> Vec<(String, Vec<String>)> {
        let sketches = guide::sketches(&person.0, line).into_iter();
        let looked = |task: &str, sketch: &authdesk::catalog::Sketch| {
            sketch.parts.iter().filter(|part| part.is_for(task)).map(|part| part.text.clone()).collect()
        };
        sketches.map(|(task, sketch)| (sketch.id.clone(), looked(task, sketch))).collect()
    };
    let types = |text: &str| vec![("app-types".to_owned(), vec![text.to_owned(), "Create".to_owned()])];
    assert_eq!(marked("provider/choose-server-to-server"), types("Server-to-Server OAuth App"));
    assert_eq!(marked("provider/choose-general"), types("General App"));
    assert_eq!(marked("provider/information"), []);
    assert_eq!(marked("build-app"), [], "a line of the product is no line of the provider");
}

#[test]
fn pkce_that_is_switched_after_the_code_came_is_told() {
    let mut person = Person::at("#/product/verint-recorder?variant=oauth");
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::RedirectUrl, "https://www.example.com/");
    let landed = format!("https://www.example.com/?code={CODE}&state={}", person.state());
    person.types(Field::Landed, &landed);
    let kinds = |person: &Person| -> Vec<FindingKind> {
        redirect::view(&person.0).unwrap().findings.iter().map(|finding| finding.kind).collect()
    };
    assert!(!kinds(&person).contains(&FindingKind::PkceSwitched));
    person.does(CodeAction::ChosePkce(true));
    assert!(kinds(&person).contains(&FindingKind::PkceSwitched));
    // The next code belongs to the URL as it is now.
    person.types(Field::Landed, &landed.replace(CODE, "another-code-after-that-2pQ"));
    assert!(!kinds(&person).contains(&FindingKind::PkceSwitched));
}
