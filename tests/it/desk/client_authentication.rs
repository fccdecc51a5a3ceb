//! How the client authenticates: a choice where the server is the admin's own.

use super::person::{CLIENT_ID, CLIENT_SECRET, CODE, Person};
use authdesk::catalog::{ClientAuthentication, File, Provider};
use authdesk::commands::Format;
use authdesk::desk::parts::{client_authentication, command};
use authdesk::desk::{CodeAction, CommandAction, Field, Kept, Needs, RequestKind, SessionAction, guide};
use authdesk::reading::{FindingKind, secret_spans};
use strum::VariantArray;

const RAW: ClientAuthentication = ClientAuthentication::BasicRaw;
const ENCODED: ClientAuthentication = ClientAuthentication::BasicFormEncoded;
const BODY: ClientAuthentication = ClientAuthentication::Body;
const PUBLIC: ClientAuthentication = ClientAuthentication::None;

const OTHER: &str = "#/product/other-server";
const OTHER_ITSELF: &str = "#/product/other-server?variant=client-credentials";
const TOOL: &str = "#/tool/token-request";

fn in_tool(kind: RequestKind, endpoint: &str) -> Person {
    let mut person = Person::at(TOOL);
    person.does(CommandAction::ChoseRequest(kind));
    for field in [Field::TokenEndpoint, Field::DeviceEndpoint, Field::RevocationEndpoint] {
        person.types(field, endpoint);
    }
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::AccountId, "DemoAccountId000000001");
    person.types(Field::RedirectUrl, "https://example.com/cb");
    person.types(Field::Code, CODE);
    person
}

fn in_guide(fragment: &str) -> Person {
    let mut person = Person::at(fragment);
    person.types(Field::AuthorizeEndpoint, "https://a.example/authorize");
    person.types(Field::TokenEndpoint, "https://a.example/token");
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person
}

fn offered(person: &Person) -> Vec<ClientAuthentication> {
    client_authentication::offered(&person.0, person.0.request_kind())
}

#[track_caller]
fn text(person: &Person) -> String {
    let kind = person.0.request_kind();
    let view = command::view(&person.0, kind).unwrap_or_else(|needs| panic!("{kind:?}: {needs:?}"));
    // EXPOSE: it is searched.
    view.command.text().expose().to_owned()
}

#[test]
fn the_ways_keep_their_names_and_their_order() {
    let names: Vec<&str> = ClientAuthentication::VARIANTS.iter().map(|way| way.name()).collect();
    assert_eq!(names, ["basic_raw", "basic_form_encoded", "body", "none"]);
    for way in ClientAuthentication::VARIANTS {
        assert_eq!(way.name().parse(), Ok(*way));
        let provider = format!(
            r#"{{"id":"a","name":"A","client_authentication":"{}","scope_in_authorize_url":true,"sources":{{}},"apps":{{}}}}"#,
            way.name()
        );
        let provider: Provider = File { name: "a", text: &provider }.read().unwrap();
        assert_eq!(provider.client_authentication, *way);
    }
}

#[test]
fn it_is_chosen_where_the_server_is_the_admin_s_own() {
    assert_eq!(offered(&in_guide(OTHER)), [RAW, ENCODED, BODY, PUBLIC]);
    assert_eq!(offered(&in_guide(OTHER_ITSELF)), [RAW, ENCODED, BODY], "the client itself must authenticate");
    assert_eq!(offered(&Person::at("#/product/kufersql")), []);
    for kind in RequestKind::VARIANTS {
        let expected: &[_] = match kind {
            RequestKind::FirstCall => &[],
            RequestKind::AccountCredentials | RequestKind::ClientCredentials => &[RAW, ENCODED, BODY],
            _ => &[RAW, ENCODED, BODY, PUBLIC],
        };
        assert_eq!(offered(&in_tool(*kind, "https://a.example/token")), expected, "{kind:?}");
        for zoom in [
            "",
            "https://zoom.us/oauth/token",
            "https://ZOOM.us/oauth/token",
            "https://api.zoom.us/oauth/token",
            "https://us02web.zoom.us/oauth/token",
            "https://zoomgov.com/oauth/token",
            "not an address",
        ] {
            assert_eq!(offered(&in_tool(*kind, zoom)), [], "{kind:?} {zoom}");
        }
        assert_eq!(offered(&in_tool(*kind, "https://notzoom.us/oauth/token")), expected, "{kind:?}");
    }
    // Each request has an endpoint of its own.
    let mut person = in_tool(RequestKind::Revocation, "");
    person.types(Field::TokenEndpoint, "https://a.example/token");
    assert_eq!(offered(&person), [], "it goes to Zoom");
}

#[test]
fn what_nobody_chose_is_as_before() {
    assert_eq!(in_guide(OTHER).0.client_authentication(), ENCODED);
    assert_eq!(Person::at("#/product/kufersql").0.client_authentication(), RAW);
    assert_eq!(in_tool(RequestKind::RefreshToken, "").0.client_authentication(), RAW);
    assert_eq!(in_tool(RequestKind::RefreshToken, "https://a.example/token").0.client_authentication(), RAW);
}

#[test]
fn every_request_is_built_in_every_way() {
    for kind in RequestKind::VARIANTS.iter().copied().filter(|kind| *kind != RequestKind::FirstCall) {
        let mut person = in_tool(kind, "https://a.example/token");
        for way in offered(&person) {
            person.does(CodeAction::ChoseAuthentication(way));
            for &format in Format::VARIANTS {
                person.does(CommandAction::ChoseFormat(format));
                let refused = way == ENCODED && [Format::Cmd, Format::Postman, Format::HttpFile].contains(&format);
                if refused {
                    let needs = command::view(&person.0, kind).unwrap_err();
                    assert!(matches!(needs, Needs::OtherFormat { .. }), "{kind:?} {format:?} {needs:?}");
                    continue;
                }
                let text = text(&person);
                let what = format!("{kind:?} {way:?} {format:?}\n{text}");
                let header = ["Authorization", "--user", "user = ", "--auth=", "\"basic\""];
                assert_eq!(header.iter().any(|one| text.contains(one)), way.is_in_header(), "{what}");
                assert_eq!(text.contains("client_secret"), way == BODY || in_variable(format, way), "{what}");
                let names_itself = !way.is_in_header() || kind == RequestKind::DeviceCode || in_variable(format, way);
                assert_eq!(text.contains("client_id"), names_itself, "{what}");
                // Whoever pastes it here finds nothing masked but a code.
                assert!(kind == RequestKind::AuthorizationCode || secret_spans(&text).is_empty(), "{what}");
            }
        }
    }
}

/// A collection has client ID and secret as variables in every way.
fn in_variable(format: Format, way: ClientAuthentication) -> bool {
    format == Format::Postman && way.is_in_header()
}

#[test]
fn one_command_that_does_all_has_it_too() {
    for kind in [RequestKind::RefreshToken, RequestKind::DeviceCode] {
        let mut person = in_tool(kind, "https://a.example/token");
        person.does(CodeAction::ChoseAuthentication(BODY));
        person.does(CommandAction::ChoseWhole(true));
        let text = text(&person);
        assert_eq!(text.matches("Client Secret: ").count(), 1, "it prompts once\n{text}");
        assert!(text.contains("'client_secret=' ") && !text.contains("user = "), "{text}");
    }
}

#[test]
fn a_secret_that_was_typed_is_written_where_that_is_chosen() {
    let mut person = in_tool(RequestKind::RefreshToken, "https://a.example/token");
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.does(CodeAction::ChoseAuthentication(BODY));
    assert!(!text(&person).contains(CLIENT_SECRET));
    person.does(CommandAction::WroteSecrets(true));
    for &format in Format::VARIANTS.iter().filter(|format| **format != Format::Raw) {
        person.does(CommandAction::ChoseFormat(format));
        assert!(text(&person).contains(CLIENT_SECRET), "{format:?}");
        assert!(command::view(&person.0, RequestKind::RefreshToken).unwrap().holds_secret);
    }
    assert!(authdesk::desk::Tool::TokenRequest.fields(&person.0).contains(&Field::ClientSecret));
    person.does(CodeAction::ChoseAuthentication(PUBLIC));
    assert!(!text(&person).contains(CLIENT_SECRET));
    assert!(!authdesk::desk::Tool::TokenRequest.fields(&person.0).contains(&Field::ClientSecret));
}

#[test]
fn a_guide_asks_a_public_client_for_no_secret() {
    let labels =
        |person: &Person| guide::values(&person.0).iter().map(|value| value.label.to_owned()).collect::<Vec<_>>();
    let mut person = in_guide(OTHER);
    assert!(guide::needed_fields(&person.0).contains(&Field::ClientSecret));
    assert!(labels(&person).contains(&"Client Secret".to_owned()));
    person.does(CodeAction::ChoseAuthentication(PUBLIC));
    assert!(!guide::needed_fields(&person.0).contains(&Field::ClientSecret));
    assert!(!labels(&person).contains(&"Client Secret".to_owned()));
    assert!(!person.0.client_authentication().is_in_header(), "no header is shown");
    // The ways of a product share what was chosen; where a secret is a must, the header of the RFC is back.
    person.goes(OTHER_ITSELF);
    assert_eq!(person.0.client_authentication(), ENCODED);
    assert!(guide::needed_fields(&person.0).contains(&Field::ClientSecret));
    assert!(labels(&person).contains(&"Client Secret".to_owned()));
}

#[test]
fn each_server_has_its_own() {
    let mut person = in_guide(OTHER);
    person.does(CodeAction::ChoseAuthentication(BODY));
    person.goes(OTHER_ITSELF);
    assert!(text(&person).contains("'client_secret=' "), "{}", text(&person));
    person.goes(TOOL);
    person.types(Field::TokenEndpoint, "https://b.example/token");
    assert_eq!(person.0.client_authentication(), RAW);
    person.does(CodeAction::ChoseAuthentication(ENCODED));
    person.goes(OTHER);
    assert_eq!(person.0.client_authentication(), BODY);
    person.goes("#/product/kufersql");
    assert_eq!(person.0.client_authentication(), RAW);
    // Zoom's own is fixed, but an app can have no secret.
    person.goes(TOOL);
    person.does(CodeAction::ChoseAuthentication(BODY));
    person.types(Field::TokenEndpoint, "");
    assert_eq!(person.0.client_authentication(), RAW);
    person.does(CodeAction::ChoseAuthentication(PUBLIC));
    assert_eq!(person.0.client_authentication(), PUBLIC);
}

#[test]
fn it_is_kept_over_a_reload_until_all_is_cleared() {
    let mut person = in_guide(OTHER);
    assert!(person.does(CodeAction::ChoseAuthentication(BODY)));
    assert!(!person.does(CodeAction::ChoseAuthentication(BODY)), "nothing changes");
    let kept = Kept::write(&person.0.kept());
    assert!(!kept.contains(CLIENT_SECRET), "{kept}");
    let mut again = Person::at(OTHER);
    again.does(SessionAction::Restored(Kept::read(&kept)));
    assert_eq!(again.0.client_authentication(), BODY);
    again.does(SessionAction::Cleared);
    assert_eq!(again.0.client_authentication(), ENCODED);
}

#[test]
fn a_colon_splits_only_a_header_that_is_not_encoded() {
    let mut person = in_tool(RequestKind::RefreshToken, "https://a.example/token");
    person.types(Field::ClientId, "1234abc:5678def");
    for way in offered(&person) {
        person.does(CodeAction::ChoseAuthentication(way));
        let found = person.0.field_findings(Field::ClientId);
        let splits = found.iter().any(|finding| finding.kind == FindingKind::ColonInIdentifier);
        assert_eq!(splits, way == RAW, "{way:?}");
        assert_eq!(command::view(&person.0, RequestKind::RefreshToken).is_err(), way == RAW, "{way:?}");
    }
}
