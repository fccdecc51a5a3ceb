//! The commands of the desk: their formats, their requests, and the secrets in them.

use std::fs;

use super::person::{CODE, Person, START};
use crate::notation::assert_said;
use authdesk::catalog::ClientAuthentication;
use authdesk::commands::Format;
use authdesk::desk::parts::{command, needs, test_call};
use authdesk::desk::tools::token_request;
use authdesk::desk::{
    ClockAction, CodeAction, CommandAction, CommandView, Field, Needs, RequestKind, Route, SessionAction, ViewAction,
};
use authdesk::reading::{dotted, secret_spans};
use authdesk::texts::Text;
use strum::VariantArray;

const CLIENT_ID: &str = "DemoClientId0000000001";
const CLIENT_SECRET: &str = "DemoClientSecret0000000000000001";
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// In the tool, with all that some request needs.
fn in_tool(kind: RequestKind) -> Person {
    let mut person = Person::at("#/tool/token-request");
    person.does(CommandAction::ChoseRequest(kind));
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::AccountId, "DemoAccountId000000001");
    person.types(Field::RedirectUrl, "https://example.com/cb");
    person.types(Field::Code, CODE);
    person
}

fn view(person: &Person, kind: RequestKind) -> CommandView {
    command::view(&person.0, kind).unwrap_or_else(|needs| panic!("{kind:?}: {needs:?}"))
}

#[track_caller]
fn command(person: &Person) -> String {
    view(person, person.0.request_kind()).command.text().expose().to_owned()
}

fn needs(person: &Person) -> Needs {
    command::view(&person.0, person.0.request_kind()).expect_err("something is missing")
}

/// There is no command because of what was found in a field.
#[track_caller]
fn stops(person: &Person, in_field: Field, expected: &str) {
    match needs(person) {
        Needs::Fix(field, finding) if field == in_field => assert_said([&finding], expected, field),
        other => panic!("{other:?}"),
    }
}

fn says(person: &Person) -> String {
    needs::sentence(&person.0, Text::CommandNeeds, &needs(person))
}

#[test]
fn formats_and_requests_keep_their_names_and_their_order() {
    let formats: Vec<&str> = Format::VARIANTS.iter().map(|format| format.name()).collect();
    assert_eq!(formats, ["bash", "powershell", "cmd", "httpie", "python", "postman", "http-file", "raw"]);
    let requests: Vec<&str> = RequestKind::VARIANTS.iter().map(|kind| kind.name()).collect();
    let expected = [
        "authorization_code",
        "refresh_token",
        "account_credentials",
        "client_credentials",
        "device_authorization",
        "device_code",
        "revocation",
        "first_call",
    ];
    assert_eq!(requests, expected);
    assert!(RequestKind::VARIANTS.iter().all(|kind| kind.name().parse() == Ok(*kind)));
}

#[test]
fn every_form_carries_the_request_and_no_secret() {
    let marks =
        ["curl", "Invoke-RestMethod", "curl.exe", "https --", "getpass", "\"schema\"", "# @", "POST /oauth/token"];
    let mut person = in_tool(RequestKind::AccountCredentials);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    for (&format, mark) in Format::VARIANTS.iter().zip(marks) {
        let name = format.name();
        person.does(CommandAction::ChoseFormat(format));
        let text = command(&person);
        assert!(text.contains(mark), "{name} has no {mark:?}:\n{text}");
        assert!(text.contains("account_credentials") && text.contains("DemoAccountId000000001"), "{name}");
        assert!(!text.contains("DemoClientSecret"), "{name}: the secret is asked for");
        assert_eq!(name.parse(), Ok(format));
    }
}

#[test]
fn a_command_that_prompts_for_secrets_is_not_masked_where_it_is_pasted() {
    for &kind in RequestKind::VARIANTS.iter().filter(|kind| **kind != RequestKind::AuthorizationCode) {
        let mut person = in_tool(kind);
        for &format in Format::VARIANTS {
            person.does(CommandAction::ChoseFormat(format));
            let Ok(view) = command::view(&person.0, kind) else { continue };
            let text = view.command.text().expose().to_owned();
            let spans = secret_spans(&text);
            assert!(spans.is_empty(), "{kind:?} {}: {}", format.name(), dotted(&text, &spans));
        }
    }
}

#[test]
fn the_form_for_this_computer_is_suggested_and_the_chosen_one_stays() {
    let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36";
    let mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15";
    let mut person = Person::at("#/tool/token-request");
    for (system, form) in [(windows, Format::PowerShell), (mac, Format::Bash), ("", Format::Bash)] {
        person.does(CommandAction::SystemRead(system.to_owned()));
        assert_eq!((person.0.command.format(), person.0.command.chosen()), (form, None), "nothing to be remembered");
    }
    person.does(CommandAction::ChoseFormat(Format::Python));
    person.does(CommandAction::SystemRead(windows.to_owned()));
    person.does(SessionAction::Cleared);
    assert_eq!((person.0.command.format(), person.0.command.chosen()), (Format::Python, Some(Format::Python)));
}

#[test]
fn every_request_has_its_address_and_its_fields() {
    use RequestKind::{
        AccountCredentials, AuthorizationCode, ClientCredentials, DeviceCode, DeviceToken, FirstCall, RefreshToken,
        Revocation,
    };
    for (kind, address, carried) in [
        (AuthorizationCode, "https://zoom.us/oauth/token", "redirect_uri=https://example.com/cb"),
        (RefreshToken, "https://zoom.us/oauth/token", "grant_type=refresh_token"),
        (AccountCredentials, "https://zoom.us/oauth/token", "account_id=DemoAccountId000000001"),
        (ClientCredentials, "https://zoom.us/oauth/token", "grant_type=client_credentials"),
        (DeviceCode, "https://zoom.us/oauth/devicecode", "client_id=DemoClientId0000000001"),
        (DeviceToken, "https://zoom.us/oauth/token", "urn:ietf:params:oauth:grant-type:device_code"),
        (Revocation, "https://zoom.us/oauth/revoke", "Token to revoke"),
        (FirstCall, "https://api.zoom.us/v2/users/me", "Authorization: Bearer "),
    ] {
        let text = command(&in_tool(kind));
        assert!(text.contains(&format!("'{address}'")) && text.contains(carried), "{kind:?}\n{text}");
    }
    let mut person = in_tool(FirstCall);
    person.types(Field::CallAddress, "https://api.example.com/me?page=1");
    assert!(command(&person).contains("'https://api.example.com/me?page=1'"));
    person.types(Field::CallAddress, "http://api.example.com/me");
    assert!(matches!(needs(&person), Needs::Fix(Field::CallAddress, _)), "a token goes there");
}

#[test]
fn a_public_client_sends_its_identifier_and_no_pair() {
    for kind in [RequestKind::AuthorizationCode, RequestKind::RefreshToken, RequestKind::Revocation] {
        let mut person = in_tool(kind);
        person.does(CodeAction::ChoseAuthentication(ClientAuthentication::None));
        let text = command(&person);
        assert!(text.contains("client_id=DemoClientId0000000001") && !text.contains("Client Secret"), "{text}");
        assert!(!text.contains("user = "), "{text}");
    }
    let mut person = in_tool(RequestKind::AccountCredentials);
    person.does(CodeAction::ChoseAuthentication(ClientAuthentication::None));
    assert!(command(&person).contains("Client Secret"), "the client itself is the one who is known");
}

#[test]
fn the_verifier_of_another_page_can_be_typed() {
    let mut person = in_tool(RequestKind::AuthorizationCode);
    assert!(!command(&person).contains("code_verifier"));
    person.types(Field::CodeVerifier, VERIFIER);
    assert!(command(&person).contains(&format!("'code_verifier=' '{VERIFIER}'")), "{}", command(&person));
    person.types(Field::CodeVerifier, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw_cM=");
    // That is a challenge.
    stops(&person, Field::CodeVerifier, "not-a-verifier");
}

#[test]
fn secrets_are_written_only_where_that_is_chosen_and_for_as_long_as_that_view() {
    let mut person = in_tool(RequestKind::AuthorizationCode);
    let fields = |person: &Person| authdesk::desk::Tool::TokenRequest.fields(&person.0);
    assert!(!fields(&person).contains(&Field::ClientSecret));
    person.does(CommandAction::WroteSecrets(true));
    assert!(fields(&person).contains(&Field::ClientSecret), "it must be typed somewhere");
    assert!(!view(&person, RequestKind::AuthorizationCode).holds_secret, "nothing is typed yet");
    person.types(Field::ClientSecret, CLIENT_SECRET);
    for &format in Format::VARIANTS {
        let name = format.name();
        person.does(CommandAction::ChoseFormat(format));
        let view = view(&person, RequestKind::AuthorizationCode);
        assert!(view.holds_secret, "{name}");
        let (text, pair) = (view.command.text().expose(), "RGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1vQ2xpZW50U2VjcmV0");
        assert!(text.contains(CLIENT_SECRET) || text.contains(pair), "{name}:\n{text}");
    }
    person.does(ViewAction::Went(Route::parse("#/tools")));
    person.does(ViewAction::Went(Route::parse("#/tool/token-request")));
    assert!(!command(&person).contains("DemoClientSecret"), "it was chosen for that view");
    person.does(CommandAction::WroteSecrets(true));
    person.does(ClockAction::ClockRead(START + 5 * 60 * 1000));
    assert!(!person.0.command.writes_secrets, "it is hidden as what is shown is");
    person.does(CommandAction::WroteSecrets(true));
    person.does(SessionAction::Cleared);
    assert!(!person.0.command.writes_secrets);
}

#[test]
fn what_is_only_read_is_masked_where_not_all_of_it_is_known() {
    let mut person = in_tool(RequestKind::RefreshToken);
    person.does(CommandAction::ChoseFormat(Format::Raw));
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.does(CommandAction::WroteSecrets(true));
    assert!(!view(&person, RequestKind::RefreshToken).holds_secret, "it cannot ask for the token");
    assert!(command(&person).contains("refresh_token=********"), "{}", command(&person));
    person.types(Field::Answer, r#"{"access_token":"a","refresh_token":"DemoRefreshToken"}"#);
    assert!(command(&person).contains("refresh_token=DemoRefreshToken"), "{}", command(&person));
}

#[test]
fn a_letter_of_a_secret_is_not_quoted() {
    let mut person = in_tool(RequestKind::AccountCredentials);
    person.does(CommandAction::ChoseFormat(Format::Cmd));
    person.does(CommandAction::WroteSecrets(true));
    person.types(Field::ClientSecret, "abc\u{e4}");
    assert_eq!(
        says(&person),
        "**Command Prompt (cmd) cannot send this request.** Choose **bash or zsh (Linux, macOS)** instead."
    );
}

#[test]
fn a_token_of_the_answer_is_a_secret_that_was_entered() {
    let mut person = in_tool(RequestKind::FirstCall);
    person.types(Field::Answer, r#"{"access_token":"DemoAccessToken","refresh_token":"DemoRefreshToken"}"#);
    assert!(!command(&person).contains("DemoAccessToken"));
    person.does(CommandAction::WroteSecrets(true));
    assert!(command(&person).contains("DemoAccessToken") && !command(&person).contains("DemoRefreshToken"));
    person.does(CommandAction::ChoseRequest(RequestKind::RefreshToken));
    assert!(command(&person).contains("DemoRefreshToken") && !command(&person).contains("DemoAccessToken"));
    person.does(CommandAction::ChoseRequest(RequestKind::AccountCredentials));
    assert!(!command(&person).contains("DemoRefreshToken") && !command(&person).contains("DemoAccessToken"));
}

#[test]
fn the_first_call_is_one_that_the_grant_and_the_scopes_allow() {
    let address = |person: &Person| {
        let text = view(person, RequestKind::FirstCall).command.text().expose().to_owned();
        text.split('\'').find(|part| part.starts_with("https://")).unwrap().to_owned()
    };
    assert_eq!(address(&Person::at("#/product/verint-recorder")), "https://api.zoom.us/v2/users/me");
    let mut person = Person::at("#/product/kufersql");
    assert_eq!(address(&person), "https://api.zoom.us/v2/users?page_size=1", "an app's own token knows no me");
    let answer = |url: &str, scope: &str| format!(r#"{{"access_token":"a","scope":"{scope}","api_url":"{url}"}}"#);
    person.types(Field::Answer, &answer("https://api-eu.zoom.us", "user:read:settings:admin"));
    assert_eq!(address(&person), "https://api-eu.zoom.us/v2/users/me/settings");
    person.types(Field::Answer, &answer("https://api.zoom.us.example.com", "user:read:list_users:admin"));
    assert_eq!(address(&person), "https://api.zoom.us/v2/users?page_size=1", "a token goes to the provider alone");
    person.types(Field::Answer, &answer("https://api.zoom.us", "imchat:bot"));
    assert_eq!(command::view(&person.0, RequestKind::FirstCall).err(), Some(Needs::Fields(vec![Field::CallAddress])));
    let mut other = Person::at("#/tool/token-request");
    other.goes("#/product/other-server");
    assert_eq!(command::view(&other.0, RequestKind::FirstCall).err(), Some(Needs::Fields(vec![Field::CallAddress])));
}

#[test]
fn the_tool_names_every_call_with_what_it_needs() {
    let person = in_tool(RequestKind::FirstCall);
    let all = test_call::all(&person.0);
    assert_eq!(all[0].address.as_str(), "https://api.zoom.us/v2/users/me");
    assert_eq!(all[0].apps, ["General app, user-managed", "General app, admin-managed"]);
    let own = all.iter().find(|known| known.apps.contains(&"Server-to-Server OAuth")).unwrap();
    assert_eq!(own.address.as_str(), "https://api.zoom.us/v2/users?page_size=1");
    assert!(all.iter().all(|known| !known.apps.is_empty() && !test_call::sources(&person.0, known.call).is_empty()));
    assert!(test_call::all(&Person::at("#/product/other-server").0).is_empty());
}

#[test]
fn one_command_can_do_all_of_it_where_the_form_has_one() {
    let mut person = in_tool(RequestKind::RefreshToken);
    person.does(CommandAction::ChoseWhole(true));
    assert!(command(&person).contains("Continue? [y/N]") && command(&person).contains("Refresh token: "));
    person.does(CommandAction::ChoseFormat(Format::PowerShell));
    assert!(command(&person).contains("Continue? [y/N]") && command(&person).contains("Refresh token: "));
    person.does(CommandAction::ChoseFormat(Format::Raw));
    assert_eq!(command::whole_text(&person.0, RequestKind::RefreshToken), None);
    assert!(command(&person).starts_with("POST /oauth/token"), "the choice waits for a form that has one");
    person.does(CommandAction::ChoseFormat(Format::Bash));
    person.does(CommandAction::ChoseRequest(RequestKind::DeviceCode));
    assert!(command(&person).contains("/oauth/devicecode'") && command(&person).contains("/oauth/token'"));
    person.does(CommandAction::ChoseRequest(RequestKind::AccountCredentials));
    assert!(!command(&person).contains("Refresh token"), "there is none to print");
}

#[test]
fn what_a_form_cannot_carry_is_named_and_so_is_one_that_can() {
    let mut person = in_tool(RequestKind::AccountCredentials);
    person.types(Field::AccountId, &"x".repeat(9000));
    assert!(command(&person).contains("xxxx"), "bash carries it");
    person.does(CommandAction::ChoseFormat(Format::Cmd));
    assert_eq!(needs(&person), Needs::OtherFormat { character: None, instead: Some(Format::Bash) });
    assert_eq!(
        says(&person),
        "**Command Prompt (cmd) cannot send this request.** Choose **bash or zsh (Linux, macOS)** instead."
    );
    person.types(Field::AccountId, "a");
    person.types(Field::ClientId, "abc\u{e4}");
    assert_eq!(
        says(&person),
        "**Command Prompt (cmd) cannot handle the `\u{e4}`** at position 4 of Client ID. \
         Choose **bash or zsh (Linux, macOS)** instead."
    );
    person.types(Field::ClientId, "ab\u{7}");
    assert!(matches!(needs(&person), Needs::Fix(Field::ClientId, _)), "no form carries that");
}

#[test]
fn a_character_that_the_browser_could_not_read_is_told_and_sent_nowhere() {
    let mut person = in_tool(RequestKind::AccountCredentials);
    // What a browser passes on for a lone surrogate.
    for (field, text) in [(Field::AccountId, "ab\u{fffd}c"), (Field::ClientId, "\u{fffd}")] {
        person.types(field, text);
        let at = text.chars().position(|ch| ch == '\u{fffd}').unwrap();
        let lost = format!("lost-character@{at}+1");
        for &format in Format::VARIANTS {
            person.does(CommandAction::ChoseFormat(format));
            stops(&person, field, &lost);
        }
        assert_said(&person.0.field_findings(field), &lost, field);
    }
    let mut person = in_tool(RequestKind::ClientCredentials);
    for field in [Field::Scopes, Field::TokenEndpoint] {
        person.types(field, "a\u{fffd}");
        stops(&person, field, "lost-character@1+1");
        person.types(field, "");
    }
    person.types(Field::ClientSecret, "a\u{fffd}");
    assert!(command::view(&person.0, RequestKind::ClientCredentials).is_ok(), "it is not in the command");
    person.does(CommandAction::WroteSecrets(true));
    stops(&person, Field::ClientSecret, "lost-character@1+1");
}

#[test]
fn each_line_of_a_command_is_explained_and_put_together_they_are_the_command() {
    for &format in Format::VARIANTS {
        let name = format.name();
        for &kind in RequestKind::VARIANTS {
            for whole in [false, true] {
                let mut person = in_tool(kind);
                person.does(CommandAction::ChoseFormat(format));
                person.does(CommandAction::ChoseWhole(whole));
                let view = view(&person, kind);
                let lines = command::explained_lines(&person.0, &view.command);
                let texts: Vec<&str> = lines.iter().map(|lines| lines.text.expose()).collect();
                let text = view.command.text().expose().replace("\r\n", "\n");
                assert_eq!(texts.join("\n").trim_end(), text.trim_end(), "{name}, {kind:?}");
                for lines in &lines {
                    assert!(
                        lines.says.trim_end_matches("**").ends_with('.') && !lines.says.contains('{'),
                        "{name}, {kind:?}: {lines:?}"
                    );
                }
                let pairs = lines.windows(2).filter(|two| two[0].says == two[1].says).count();
                assert_eq!(pairs, 0, "{name}, {kind:?}: what does the same stands together");
            }
        }
    }
}

#[test]
fn what_programs_take_as_a_file_can_be_saved() {
    let mut person = in_tool(RequestKind::AccountCredentials);
    let mut saved = |format: &Format| {
        person.does(CommandAction::ChoseFormat(*format));
        let view = view(&person, RequestKind::AccountCredentials);
        view.file.map(|file| (file.name, file.address, view.command))
    };
    let files: Vec<_> = Format::VARIANTS.iter().filter_map(&mut saved).collect();
    let names: Vec<&str> = files.iter().map(|(name, ..)| *name).collect();
    assert_eq!(names, ["request.py", "request.postman_collection.json", "request.http"]);
    for (name, address, command) in &files {
        let encoded = address.expose().strip_prefix("data:application/octet-stream,").unwrap();
        let text = percent_encoding::percent_decode_str(encoded).decode_utf8().unwrap();
        assert_eq!(text, command.text().expose(), "{name}");
    }
}

#[test]
fn nothing_typed_is_in_the_debug_text_of_a_command() {
    let mut person = in_tool(RequestKind::AuthorizationCode);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.does(CommandAction::WroteSecrets(true));
    person.does(CommandAction::ChoseFormat(Format::Python));
    let view = view(&person, RequestKind::AuthorizationCode);
    let text = format!("{view:?} {:?}", command::explained_lines(&person.0, &view.command));
    assert!(!text.contains(CODE) && !text.contains(CLIENT_SECRET), "{text}");
}

#[test]
fn the_command_in_the_readme_is_the_one_of_the_page() {
    let command = command(&in_tool(RequestKind::AccountCredentials));
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    assert!(readme.contains(&format!("```sh\n{command}```")), "README.md shows another command than\n{command}");
}

#[test]
fn what_the_provider_requires_for_devices_is_told_with_its_sources() {
    let mut person = Person::at("#/tool/token-request");
    person.does(CommandAction::ChoseRequest(RequestKind::RefreshToken));
    person.fetches();
    assert_eq!(token_request::condition(&person.0, RequestKind::RefreshToken), None);
    person.does(CommandAction::ChoseRequest(RequestKind::DeviceCode));
    person.fetches();
    let (says, sources) = token_request::condition(&person.0, RequestKind::DeviceCode).unwrap();
    assert!(says.as_str().contains("**Use App on Device**") && !sources.is_empty(), "{says:?}");
}
