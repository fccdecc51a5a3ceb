//! A discovery document in tools, in the guide for a server of one's own, and in the box for anything.

use super::person::{Person, german};
use crate::notation::kinds;
use authdesk::catalog::ClientAuthentication;
use authdesk::desk::parts::{client_authentication, diagnosis, discovery, pasted};
use authdesk::desk::{
    Action, CodeAction, CommandAction, DiscoveryAction, DiscoveryChange, DiscoveryView, EntryMask, Field, FixAction,
    Kept, Lead, ReaderAction, RequestKind, Route, Step, Tool,
};
use authdesk::oauth::Secret;
use authdesk::reading::PastedKind;

const TOOL: &str = "#/tool/discovery";
const GUIDE: &str = "#/product/other-server";
const KEYCLOAK: &str = include_str!("../reading/discovery/keycloak.json");
const ENTRA: &str = include_str!("../reading/discovery/entra.json");
const BASE: &str = "https://id.school.example/realms/demo/protocol/openid-connect";

fn with(fragment: &str, text: &str) -> Person {
    let mut person = Person::at(fragment);
    person.types(Field::Discovery, text);
    person
}

fn view(person: &Person) -> DiscoveryView {
    discovery::view(&person.0).unwrap()
}

/// What is changed, as `label: now > then (change)`.
fn rows(person: &Person) -> Vec<String> {
    let sign = |change| match change {
        DiscoveryChange::Same => "same",
        DiscoveryChange::New => "new",
        DiscoveryChange::Replaced => "replaced",
        DiscoveryChange::Kept => "kept",
    };
    view(person)
        .rows
        .iter()
        .map(|row| format!("{}: {} > {} ({})", row.label, row.now, row.then, sign(row.change)))
        .collect()
}

fn endpoints(person: &Person) -> [String; 4] {
    [Field::AuthorizeEndpoint, Field::TokenEndpoint, Field::DeviceEndpoint, Field::RevocationEndpoint]
        .map(|field| person.entry(field).to_owned())
}

#[test]
fn nothing_is_entered_before_somebody_says_so() {
    let mut person = with(TOOL, KEYCLOAK);
    assert_eq!(endpoints(&person), ["", "", "", ""]);
    assert_eq!(
        rows(&person),
        [
            format!("Authorization endpoint:  > {BASE}/auth (new)"),
            format!("Token endpoint:  > {BASE}/token (new)"),
            format!("Device authorization endpoint:  > {BASE}/auth/device (new)"),
            format!("Revocation endpoint:  > {BASE}/revoke (new)"),
            "How the client authenticates: Header, unchanged > Header, form-encoded (replaced)".to_owned(),
            "PKCE (S256): off > on (replaced)".to_owned(),
        ]
    );
    assert!(view(&person).has_changes && !discovery::can_undo(&person.0));
    assert!(person.does(DiscoveryAction::Took));
    assert_eq!(endpoints(&person), ["/auth", "/token", "/auth/device", "/revoke"].map(|path| format!("{BASE}{path}")));
    assert!(person.0.session().uses_pkce());
    assert_eq!(person.entry(Field::Scopes), "", "nobody needs all scopes of a server");
    assert!(!view(&person).has_changes);
    assert!(rows(&person).iter().all(|row| row.ends_with("(same)")), "{:?}", rows(&person));
    assert!(!person.does(DiscoveryAction::Took), "there is nothing to change");
}

#[test]
fn one_click_restores_what_was_there() {
    let mut person = Person::at(TOOL);
    person.types(Field::TokenEndpoint, "https://old.example/token");
    person.types(Field::Discovery, KEYCLOAK);
    assert!(rows(&person).contains(&format!("Token endpoint: https://old.example/token > {BASE}/token (replaced)")));
    person.does(DiscoveryAction::Took);
    assert!(discovery::can_undo(&person.0));
    for field in [Field::AuthorizeEndpoint, Field::TokenEndpoint] {
        assert!(person.0.session().can_undo(field), "{field:?}");
    }
    assert!(!person.0.session().can_undo(Field::Scopes));
    assert!(person.does(FixAction::Undone));
    assert_eq!(endpoints(&person), ["", "https://old.example/token", "", ""]);
    assert!(!person.0.session().uses_pkce() && !discovery::can_undo(&person.0));
    let way = client_authentication::of_request(&person.0, RequestKind::AuthorizationCode);
    assert_eq!(way, ClientAuthentication::BasicRaw);
    assert_eq!(person.entry(Field::Discovery), KEYCLOAK, "the document is still there");
    assert!(!person.does(FixAction::Undone), "there is nothing more to restore");
}

#[test]
fn what_is_typed_or_chosen_later_is_not_undone() {
    let mut person = with(TOOL, KEYCLOAK);
    person.does(DiscoveryAction::Took);
    person.types(Field::TokenEndpoint, "https://mine.example/token");
    assert!(!discovery::can_undo(&person.0));
    assert!(!person.does(FixAction::Undone));
    assert_eq!(person.entry(Field::TokenEndpoint), "https://mine.example/token");
    for choice in [CodeAction::ChosePkce(false), CodeAction::ChoseAuthentication(ClientAuthentication::Body)] {
        let mut person = with(TOOL, KEYCLOAK);
        person.does(DiscoveryAction::Took);
        assert!(discovery::can_undo(&person.0));
        person.does(choice);
        assert!(!discovery::can_undo(&person.0));
    }
    // Something that is not what was changed.
    let mut person = with(TOOL, KEYCLOAK);
    person.does(DiscoveryAction::Took);
    person.types(Field::ClientId, "abc");
    assert!(discovery::can_undo(&person.0));
}

#[test]
fn what_the_document_lacks_stays_and_is_said_to_stay() {
    let mut person = Person::at(TOOL);
    person.types(Field::RevocationEndpoint, "https://old.example/revoke");
    person.types(Field::Discovery, ENTRA);
    let kept = "Revocation endpoint: https://old.example/revoke >  (kept)".to_owned();
    assert!(rows(&person).contains(&kept), "{:?}", rows(&person));
    person.does(DiscoveryAction::Took);
    assert_eq!(person.entry(Field::RevocationEndpoint), "https://old.example/revoke");
    // Without a list of PKCE methods, nothing is said of PKCE, and nothing changes.
    assert!(!rows(&person).iter().any(|row| row.starts_with("PKCE")));
}

#[test]
fn what_cannot_be_used_is_not_entered() {
    let text = KEYCLOAK.replacen(&format!("{BASE}/token\""), "/token\"", 1);
    let mut person = with(TOOL, &text);
    assert!(kinds(&view(&person).findings).contains("endpoint-not-a-url"));
    person.does(DiscoveryAction::Took);
    assert_eq!(person.entry(Field::TokenEndpoint), "");
    for text in ["hello", "{\"error\":\"x\"}", "https://a.example/.well-known/openid-configuration"] {
        let mut person = with(TOOL, text);
        assert!(view(&person).rows.is_empty() && !view(&person).has_changes, "{text}");
        assert!(!person.does(DiscoveryAction::Took), "{text}");
    }
}

#[test]
fn how_the_client_authenticates() {
    let with_methods = |list: &str| {
        let start = KEYCLOAK.find("\"token_endpoint_auth_methods_supported\"").unwrap();
        let (before, behind) = KEYCLOAK.split_at(start);
        let end = behind.find(']').unwrap();
        format!("{before}\"token_endpoint_auth_methods_supported\": {list}{}", behind.split_at(end + 1).1)
    };
    let taken = |list: &str, chosen: Option<ClientAuthentication>| {
        let mut person = Person::at(GUIDE);
        if let Some(way) = chosen {
            person.does(CodeAction::ChoseAuthentication(way));
        }
        person.types(Field::Discovery, &with_methods(list));
        person.does(DiscoveryAction::Took);
        person.0.client_authentication()
    };
    use ClientAuthentication::{BasicFormEncoded, BasicRaw, Body, None as Public};
    for (list, chosen, expected) in [
        ("[\"client_secret_basic\"]", None, BasicFormEncoded),
        ("[\"client_secret_post\"]", None, Body),
        ("[\"client_secret_post\",\"client_secret_basic\"]", None, BasicFormEncoded),
        ("[\"none\"]", None, Public),
        ("[\"client_secret_post\",\"client_secret_basic\"]", Some(Body), Body),
        ("[\"client_secret_basic\"]", Some(BasicRaw), BasicRaw),
        ("[\"client_secret_basic\"]", Some(Body), BasicFormEncoded),
        // Whether the app has a secret is not for the server to say.
        ("[\"client_secret_basic\"]", Some(Public), Public),
        // Nothing that this page has.
        ("[\"private_key_jwt\"]", Some(Body), Body),
    ] {
        assert_eq!(taken(list, chosen), expected, "{list} {chosen:?}");
    }
}

#[test]
fn a_document_of_the_provider_itself_does_not_change_what_is_known_of_it() {
    let text = KEYCLOAK.replace("id.school.example", "zoom.us");
    let mut person = with(TOOL, &text);
    assert!(!rows(&person).iter().any(|row| row.starts_with("How the client")));
    person.does(DiscoveryAction::Took);
    let way = client_authentication::of_request(&person.0, RequestKind::AuthorizationCode);
    assert_eq!(way, ClientAuthentication::BasicRaw);
}

#[test]
fn the_guide_takes_what_it_asks_for() {
    let mut person = with(GUIDE, KEYCLOAK);
    assert_eq!(
        rows(&person),
        [
            format!("Authorization endpoint:  > {BASE}/auth (new)"),
            format!("Token endpoint:  > {BASE}/token (new)"),
            "How the client authenticates: Header, form-encoded > Header, form-encoded (same)".to_owned(),
            "PKCE (S256): off > on (replaced)".to_owned(),
        ]
    );
    person.does(DiscoveryAction::Took);
    assert_eq!(endpoints(&person), [format!("{BASE}/auth"), format!("{BASE}/token"), String::new(), String::new()]);
    // The ways to connect share it; each asks for its own grant type.
    let said = |person: &Person| kinds(&view(person).findings);
    assert_eq!(said(&person), "metadata-read");
    person.goes("#/product/other-server?variant=client-credentials");
    assert_eq!(said(&person), "metadata-read");
    person.goes("#/product/other-server?variant=account-credentials");
    assert_eq!(said(&person), "metadata-read grant-not-listed");
    person.goes(TOOL);
    assert!(discovery::view(&person.0).is_none(), "a guide shares nothing with the tools");
}

#[test]
fn the_tools_ask_for_their_own() {
    let mut person = with("#/tool/token-request", ENTRA);
    let said = |person: &Person| kinds(&view(person).findings);
    assert_eq!(said(&person), "metadata-read pkce-left-out");
    person.does(CommandAction::ChoseRequest(RequestKind::ClientCredentials));
    assert_eq!(said(&person), "metadata-read grants-left-out");
    person.does(CommandAction::ChoseRequest(RequestKind::Revocation));
    assert_eq!(said(&person), "metadata-read endpoint-missing pkce-left-out");
    person.does(CommandAction::ChoseRequest(RequestKind::DeviceCode));
    assert_eq!(said(&person), "metadata-read grants-left-out");
    person.does(CommandAction::ChoseRequest(RequestKind::FirstCall));
    assert_eq!(said(&person), "metadata-read pkce-left-out");
    person.goes("#/tool/authorize-url");
    assert_eq!(said(&person), "metadata-read pkce-left-out", "the tools share what is entered");
}

#[test]
fn scopes_are_selected_one_by_one() {
    let mut person = with(TOOL, ENTRA);
    let chosen = |person: &Person| {
        let scopes = view(person).scopes;
        scopes.into_iter().filter(|(_, is_chosen)| *is_chosen).map(|(name, _)| name).collect::<Vec<_>>()
    };
    let choose = |name: &str, chosen| DiscoveryAction::ChoseScope { name: name.to_owned(), chosen };
    assert_eq!(view(&person).scopes.len(), 4);
    assert!(person.does(choose("openid", true)) && person.does(choose("email", true)));
    assert!(!person.does(choose("email", true)));
    assert_eq!(person.entry(Field::Scopes), "openid email");
    assert_eq!(chosen(&person), ["openid", "email"]);
    person.does(choose("openid", false));
    assert_eq!(person.entry(Field::Scopes), "email");
    person.does(FixAction::Undone);
    assert_eq!(person.entry(Field::Scopes), "openid email");
    // What was typed stays.
    person.types(Field::Scopes, "User.Read, email");
    person.does(choose("profile", true));
    assert_eq!(person.entry(Field::Scopes), "User.Read email profile");
    assert!(kinds(&view(&person).findings).contains("scopes-not-listed"));
}

#[test]
fn grant_types_are_shown_or_said_to_be_assumed() {
    let keycloak = view(&with(TOOL, KEYCLOAK));
    assert_eq!(keycloak.grants.unwrap().count(), 7);
    assert!(!keycloak.assumes_grants);
    let entra = view(&with(TOOL, ENTRA));
    assert!(entra.grants.is_none() && entra.assumes_grants);
}

fn in_box(text: &str) -> Person {
    let mut person = Person::at("#/");
    person.does(Action::TypedAnything(Secret::new(text)));
    person.fetches();
    person
}

#[test]
fn the_box_leads_to_it() {
    for text in [
        KEYCLOAK.to_owned(),
        format!("$ curl {}\n{KEYCLOAK}", "https://id.school.example/realms/demo/.well-known/openid-configuration"),
    ] {
        let mut person = in_box(&text);
        let diagnosis = diagnosis::view(&person.0).unwrap();
        assert_eq!(diagnosis.lead, Lead::Sound, "{text}");
        assert!(kinds(&diagnosis.read).contains("metadata-read"), "{}", kinds(&diagnosis.read));
        assert!(pasted::view(&person.0).unwrap().ways.iter().any(|way| way.kind == PastedKind::Discovery));
        person.does(ReaderAction::ReadAs(PastedKind::Discovery));
        assert_eq!(person.0.route, Route::Tool(Tool::Discovery));
        let taken = person.entry(Field::Discovery).trim_end();
        assert!(taken == text.trim_end(), "with the URL that it was read from");
        assert!(view(&person).has_changes);
    }
    let person = in_box("https://id.school.example/.well-known/openid-configuration");
    let diagnosis = diagnosis::view(&person.0).unwrap();
    assert_eq!((diagnosis.lead, kinds(&diagnosis.read).as_str()), (Lead::Sound, "metadata-address"));
}

#[test]
fn nothing_of_it_is_masked() {
    for text in [KEYCLOAK, ENTRA] {
        let person = in_box(text);
        assert!(matches!(person.0.entry_mask(None), EntryMask::Open), "the box");
        let person = with(TOOL, text);
        assert!(matches!(person.0.entry_mask(Some(Field::Discovery)), EntryMask::Open), "the field");
    }
    // What is pasted along is.
    let text = format!("curl -H 'Authorization: Bearer eyJhbGciOiJub25lIn0.e30.abcdefgh' {KEYCLOAK}");
    let person = with(TOOL, &text);
    assert!(!matches!(person.0.entry_mask(Some(Field::Discovery)), EntryMask::Open));
}

#[test]
fn it_is_no_plain_field_so_no_tab_keeps_it() {
    let mut person = with(GUIDE, KEYCLOAK);
    person.does(DiscoveryAction::Took);
    let kept = Kept::write(&person.0.kept());
    assert!(kept.contains("token_endpoint") && !kept.contains("mtls_endpoint_aliases"), "{kept}");
}

#[test]
fn the_guide_is_opened_with_the_document() {
    let mut person = with(TOOL, KEYCLOAK);
    let guide = discovery::guide(&person.0).unwrap();
    assert_eq!((guide.route.to_string().as_str(), guide.name.as_str()), (GUIDE, "Another OAuth 2.0 server"));
    assert!(person.does(DiscoveryAction::WentToGuide));
    person.fetches();
    assert_eq!(person.0.route, guide.route);
    assert_eq!(person.entry(Field::Discovery), KEYCLOAK);
    assert_eq!(person.0.session().fold(Step::Credentials), Some(true));
    assert_eq!(endpoints(&person), ["", "", "", ""], "nothing is entered before somebody says so");
    let german = Person::speaking(german(), TOOL);
    assert_eq!(discovery::guide(&german.0).unwrap().name, "Ein anderer OAuth-2.0-Server");
}

#[test]
fn a_fix_of_its_text_can_be_undone() {
    let text = format!("\u{feff}{KEYCLOAK}");
    let mut person = with(TOOL, &text);
    let finding = view(&person).findings.into_iter().find(|finding| finding.fix.is_some()).unwrap();
    assert!(person.0.can_fix(Field::Discovery, &finding));
    person.does(FixAction::Fixed(Field::Discovery, finding.without_fix()));
    assert_eq!(person.entry(Field::Discovery), KEYCLOAK);
    person.does(FixAction::Undone);
    assert_eq!(person.entry(Field::Discovery), text);
}
