//! An error as the desk explains it: from the pasted text to the row, and what is known already to the cause that is
//! likely; and the questions that tell app types apart.

use std::collections::BTreeSet;

use super::person::{CLIENT_ID, CLIENT_SECRET, CODE, Person, START, file, german};
use crate::notation::assert_said;
use crate::processor_time::spent;
use authdesk::catalog::{Clue, ErrorTable};
use authdesk::desk::parts::explanation::{self, clues};
use authdesk::desk::tools::{app_type, error_answer};
use authdesk::desk::{
    Action, CauseView, ChooserNow, ClockAction, CommandAction, ErrorView, ExplanationView, Field, FieldAction, Meaning,
    RequestKind, Resource, SessionAction, ViewAction,
};
use authdesk::oauth::Secret;
use authdesk::texts::Language;

const WRONG_PAIR: &str = r#"{"reason":"Invalid client_id or client_secret","error":"invalid_client"}"#;

fn clues(person: &Person) -> Vec<Clue> {
    clues::known(&person.0).iter().map(|known| known.clue).collect()
}

#[track_caller]
fn knows(person: &Person, clue: Clue, fields: &[Field]) {
    let all = clues::known(&person.0);
    let known = all.iter().find(|known| known.clue == clue).unwrap_or_else(|| panic!("{clue:?} in {all:?}"));
    assert_eq!(known.fields, fields, "{clue:?}");
    assert_eq!(all.iter().filter(|known| known.clue == clue).count(), 1, "each clue once");
}

fn rows(view: &ErrorView<'_>) -> Vec<String> {
    match &view.meaning {
        Meaning::Known(all) => all.iter().map(|one| one.row.to_owned()).collect(),
        _ => Vec::new(),
    }
}

#[track_caller]
fn only<'v, 'd>(view: &'v ErrorView<'d>) -> &'v ExplanationView<'d> {
    match &view.meaning {
        Meaning::Known(all) => {
            assert_eq!(all.len(), 1);
            &all[0]
        }
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn likely<'v, 'd>(view: &'v ErrorView<'d>) -> Vec<&'v CauseView<'d>> {
    only(view).causes.iter().filter(|cause| cause.because.is_some()).collect()
}

// From the text to the row.

/// One text for each row of the table, where a text leads there. Where other servers write the same, it names Zoom's.
const ROWS: &[(&str, &str)] = &[
    (
        "scope-missing-master",
        r#"{"code":4700,"message":"Invalid access token, does not contain scopes: [report:master, report:read:master]."}"#,
    ),
    (
        "admin-needed",
        "An account admin is required to install this type of app. Please contact your account admin or IT administrator.",
    ),
    ("client-refused", WRONG_PAIR),
    ("request-not-understood", r#"{"reason":"Bad Request","error":"invalid_request"}"#),
    ("grant-refused", r#"{"reason":"unsupported grant type","error":"unsupported_grant_type"}"#),
    ("code-refused", r#"{"reason":"Invalid authorization code AbC_d-1","error":"invalid_request"}"#),
    ("refresh-token-refused", r#"{"reason":"Invalid Token!","error":"invalid_grant"}"#),
    ("grant-void", "POST https://zoom.us/oauth/token\n{\"error\":\"invalid_grant\"}"),
    ("redirect-mismatch", r#"{"reason":"Redirect URI mismatch","error":"invalid_request"}"#),
    ("page-instead", "<!DOCTYPE html><html><head><link href=\"https://zoom.us/x.css\"></head></html>"),
    ("get-refused", "Client error: `GET https://zoom.us/oauth/token` resulted in a `400 Bad Request` response"),
    ("nothing-returned", "https://zoom.us/oauth/token: No access token returned"),
    ("scopes-short", r#"{"access_token":"a","refresh_token":"b","expires_in":3599}"#),
    ("no-refresh-token", r#"{"access_token":"a","scope":"user:read:user:admin"}"#),
    ("device-pending", r#"{"error":"authorization_pending"}"#),
    ("device-too-fast", r#"{"error":"slow_down"}"#),
    ("device-too-late", r#"{"error":"expired_token"}"#),
    ("device-refused", "POST https://zoom.us/oauth/devicecode\n{\"error\":\"access_denied\"}"),
    ("number-4700", r#"{"code":4700,"message":""}"#),
    ("number-4700-no-token", r#"{"code":4700,"message":"Token cannot be empty."}"#),
    ("number-4700-exception", r#"{"code":4700,"message":"Exception message"}"#),
    ("number-4702", r#"{"code":4702,"message":"Invalid client."}"#),
    ("number-4705", r#"{"code":4705,"message":"Grant type is not supported from token endpoint."}"#),
    ("number-4706-no-client", r#"{"code":4706,"message":"Client ID or client secret is missing."}"#),
    ("number-4706-no-grant", r#"{"code":4706,"message":"Missing grant type."}"#),
    ("number-4711", r#"{"code":4711,"message":"Refresh token invalid."}"#),
    ("number-4717", r#"{"code":4717,"message":"The app has been disabled"}"#),
    ("number-4724", r#"{"code":4724,"message":"Exception error message."}"#),
    ("number-4732", r#"{"code":4732,"message":"Creating authorization code error."}"#),
    ("number-4733", r#"{"code":4733,"message":"Code is expired"}"#),
    ("number-4734", r#"{"code":4734,"message":"Invalid authorization code."}"#),
    ("number-4735", r#"{"code":4735,"message":"The owner of the token does not exist."}"#),
    ("number-4737", r#"{"code":4737,"message":"Can not find the authentication for the access token."}"#),
    ("number-4738", r#"{"code":4738,"message":"The token is disabled by admin."}"#),
    ("number-4740", r#"{"code":4740,"message":"The token ID is out of the token tolerance range."}"#),
    ("number-4741", r#"{"code":4741,"message":"The token has been revoked."}"#),
    ("redirect-refused", "Invalid redirect: https://example.com/callback (4,700)"),
    ("redirect-refused-local", "Invalid redirect: http://localhost:57000/oauth/callback (4,700)"),
    ("client-id-refused", "Invalid client_id: YOUR_CLIENT_ID (4,702)"),
    (
        "client-id-of-other-kind",
        r#"{"status":false,"errorCode":4700,"errorMessage":"Invalid client_id: abc","result":null}"#,
    ),
    ("scope-refused", "https://zoom.us/oauth/authorize: Invalid scope"),
    ("microsoft-sign-in", "Oops ... (300)"),
    ("product-misses-state", "Callback from zoom.us: Invalid state parameter"),
    ("consent-declined", "https://zoom.us/oauth/authorize said access_denied"),
    ("approval-page", "The app needs pre-approval"),
    ("scope-missing", r#"{"code":4711,"message":"Invalid access token, does not contain scopes:[user:read:admin]."}"#),
    ("sdk-external-meeting", "could_not_join_meeting: Unable to join external meeting"),
    (
        "scope-missing-added",
        "I have added user:read:admin to the app.\nInvalid access token, does not contain scopes:[user:read:admin].",
    ),
    (
        "scope-missing-marketplace",
        r#"{"code":201,"message":"Invalid access token, does not contain scopes:[marketplace:write:app:master]."}"#,
    ),
    ("access-token-refused", r#"{"code":124,"message":"Invalid access token."}"#),
    ("access-token-expired", r#"{"code":124,"message":"Access token is expired."}"#),
    (
        "token-in-query",
        r#"{"code":124,"message":"Invalid access token, this access token is not supported as query parameter string."}"#,
    ),
    ("download-refused", r#"{"status":false,"errorCode":124,"errorMessage":"Forbidden"}"#),
    ("chatbot-token-refused", r#"{"code":7010,"message":"Invalid authorization token.","result":false}"#),
    ("oauth-only", r#"{"code":124,"message":"This API only supports OAuth2 authorization."}"#),
    ("token-required", r#"{"code":124,"message":"Requires an access token."}"#),
    ("account-unknown", r#"{"code":124,"message":"Account does not exist: abc"}"#),
    ("api-key-refused", r#"{"code":200,"message":"Invalid api key or secret."}"#),
    (
        "jwt-app-signature",
        r#"{"code":124,"message":"The Token's Signature resulted invalid when verified using the Algorithm: HmacSHA256"}"#,
    ),
    ("user-unknown", r#"{"code":1001,"message":"User does not exist: a@example.com"}"#),
    ("user-of-other-account", r#"{"code":1010,"message":"User not found on this account"}"#),
    ("named-thing-unknown", r#"{"code":2001,"message":"Account does not exist: abc."}"#),
    ("meeting-unknown", r#"{"code":3001,"message":"Meeting does not exist: 123."}"#),
    ("endpoint-not-validated", "URL validation failed."),
    ("users-not-listed", "### Could not retrieve users. Please make sure that your access token is still valid"),
    ("input-refused", r#"{"code":300,"message":"Validation failed."}"#),
    ("body-not-json", r#"{"code":300,"message":"Request Body should be a valid JSON object."}"#),
    ("body-type", r#"{"code":300,"message":"Unsupported Content Type"}"#),
    ("schedule-for", r#"{"code":3000,"message":"You cannot schedule a meeting for abc."}"#),
    ("sdk-signature", r#"{"type":"JOIN_MEETING_FAILED","reason":"Signature is invalid.","errorCode":3712}"#),
    ("sdk-arguments", "[Error: Error= 1 (invalidArguments), internalErrorCode=0]"),
    ("not-permitted", r#"{"code":200,"message":"No permission."}"#),
    ("host-without-licence", r#"{"code":3161,"message":"x"}"#),
    ("host-not-resolved", "Connection failed: Could not resolve host: zoom.us"),
    (
        "rate-limited",
        r#"{"code":429,"message":"You have reached the maximum per-second rate limit for this API. Try again later."}"#,
    ),
    (
        "rate-limited-host",
        r#"{"code":429,"message":"You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00."}"#,
    ),
    (
        "api-denied",
        "Connection failed: Access to the Zoom REST API has been denied for this user. Contact Zoom Support for details.",
    ),
    ("endpoint-unknown", r#"{"code":2300,"message":"This API endpoint is not recognized."}"#),
    (
        "dashboard-only",
        "This API is only available for ZMP and Business or higher accounts that have enabled the Dashboard feature.",
    ),
    ("moodle-required-scopes", "The Zoom OAuth configuration is missing these required scopes: meeting:read:admin"),
    (
        "manifest-level",
        r#"{"ok":false,"error":"invalid_manifest","errors":[{"message":"user:read:user:admin is not a valid scope name when usage is USER_OPERATION"}]}"#,
    ),
    ("manifest-export-draft", r#"{"code":1500,"message":"You can only export Draft General app's manifest now"}"#),
    (
        "manifest-export-granular",
        r#"{"code":1500,"message":"You can only export manifest with app support granular scope now"}"#,
    ),
    (
        "manifest-update-draft",
        r#"{"ok":false,"error":"invalid_manifest","errors":[{"message":"You can only update Draft General app now"}]}"#,
    ),
    ("app-scope-value", r#"{"code":1500,"message":"invalid_scope_value"}"#),
    ("app-not-shared", "This app cannot be installed without the developer's account."),
    ("authorize-page-error", "She lands on https://marketplace.zoom.us/error"),
    ("webhook-notice", "Your app has not yet implemented webhook URL validation."),
    ("app-create-path", r#"{"code":1500,"message":"Use /v2/accounts/{accountId}/marketplace/apps"}"#),
];

#[test]
fn every_row_of_the_table_is_reached_by_a_pasted_text() {
    let table: ErrorTable = file(&ErrorTable::file("zoom"));
    let all: BTreeSet<&str> = table.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ROWS.iter().map(|(row, _)| *row).collect::<BTreeSet<_>>(), all);
    let mut person = Person::at("#/tool/error-answer");
    for (row, pasted) in ROWS {
        person.types(Field::Error, pasted);
        let view = error_answer::view(&person.0).unwrap();
        assert!(rows(&view).iter().any(|found| found == row), "{row}: {pasted}: {:?}", rows(&view));
        let Meaning::Known(found) = &view.meaning else { panic!("{row}") };
        for one in found {
            assert!(!one.says.is_empty() && !one.causes.is_empty() && !one.sources.is_empty(), "{row}");
            for cause in &one.causes {
                assert!(!cause.says.is_empty() && !cause.fix.is_empty(), "{row}: {}", cause.id);
            }
        }
        // Only an empty text next to the number leads to two rows.
        assert!(found.len() == 1 || *row == "number-4700", "{row}: {:?}", rows(&view));
    }
}

#[test]
fn the_same_in_the_field_for_the_answer() {
    for fragment in ["#/tool/token-answer", "#/product/verint-recorder", "#/product/kufersql"] {
        let mut person = Person::at(fragment);
        assert!(explanation::of_answer(&person.0).is_none());
        for (row, pasted) in ROWS {
            if pasted.contains("access_token\"") {
                continue;
            }
            person.types(Field::Answer, pasted);
            let view = explanation::of_answer(&person.0).unwrap_or_else(|| panic!("{fragment}: {row}"));
            // Here it is known that the token endpoint responded, so a different place with the same words must not
            // win.
            if !matches!(*row, "device-refused" | "consent-declined") {
                assert!(rows(&view).iter().any(|found| found == row), "{fragment}: {row}: {:?}", rows(&view));
            }
        }
        person.types(Field::Answer, " \n");
        // In a tool nothing tells whose server returned nothing.
        let nothing = if fragment.starts_with("#/tool") { "response-empty" } else { "nothing-returned" };
        assert_eq!(rows(&explanation::of_answer(&person.0).unwrap()), [nothing]);
    }
}

#[test]
fn an_answer_with_tokens_is_explained_where_something_is_missing_in_it() {
    let without = r#"{"access_token":"eyJhcc","scope":"user:read:user:admin","expires_in":3599}"#;
    let mut person = Person::at("#/product/verint-recorder");
    person.types(Field::Answer, without);
    let view = explanation::of_answer(&person.0).unwrap();
    assert_eq!(rows(&view), ["scopes-short", "no-refresh-token"]);
    assert_eq!((view.error, view.sentence), (None, None));
    // A grant type that returns none: nothing is missing.
    let mut person = Person::at("#/product/kufersql");
    person.types(Field::Answer, without);
    assert_eq!(rows(&explanation::of_answer(&person.0).unwrap()), ["scopes-short"]);
    // Somebody who calls it an error is told about both.
    let mut person = Person::at("#/tool/error-answer");
    person.types(Field::Error, r#"{"access_token":"eyJhcc"}"#);
    assert_eq!(rows(&error_answer::view(&person.0).unwrap()), ["scopes-short", "no-refresh-token"]);
    person.types(Field::Error, r#"{"access_token":"eyJhcc","refresh_token":"eyJref","scope":"a:b"}"#);
    assert!(error_answer::view(&person.0).is_none());
    let found = person.0.field_findings(Field::Error);
    assert_said(&found, "tokens-read", Field::Error);
}

#[test]
fn an_error_in_the_address_one_landed_on() {
    let mut person = Person::at("#/product/verint-recorder");
    person.types(Field::Landed, "https://www.example.com/?error=access_denied&error_description=Nobody%20home");
    let view = explanation::of_landing(&person.0).unwrap();
    assert_eq!(view.error.as_deref(), Some("access_denied"));
    assert_eq!(view.sentence.as_deref(), Some("Nobody home"));
    assert_eq!(only(&view).row, "consent-declined");
    // The text of the page on which one got stuck.
    person.types(Field::Landed, "Invalid redirect: https://www.example.com/ (4,700)");
    assert_eq!(only(&explanation::of_landing(&person.0).unwrap()).row, "redirect-refused");
    for no_error in ["", "https://www.example.com/?code=abc", "something else", CODE] {
        person.types(Field::Landed, no_error);
        assert!(explanation::of_landing(&person.0).is_none(), "{no_error}");
    }
}

#[test]
fn the_error_itself_is_there_before_the_table_is() {
    let mut person = Person::at("#/product/verint-recorder");
    assert!(person.0.errors.is_empty(), "nobody pays for it before there is an error");
    person.does(FieldAction::Typed(Field::Answer, Secret::new(WRONG_PAIR)));
    assert!(person.0.wanted().contains(&Resource::Errors("zoom".into(), Language::ENGLISH)));
    let view = explanation::of_answer(&person.0).unwrap();
    assert_eq!(view.error.as_deref(), Some("invalid_client"));
    assert_eq!(view.sentence.as_deref(), Some("Invalid client_id or client_secret"));
    assert!(matches!(view.meaning, Meaning::Waits));
    person.fetches();
    assert_eq!(only(&explanation::of_answer(&person.0).unwrap()).row, "client-refused");

    // In a different language it is requested again; meanwhile the loaded sentences stay.
    person.does(ViewAction::ChoseLanguage(german()));
    assert!(person.0.wanted().contains(&Resource::Errors("zoom".into(), german())));
    assert_eq!(only(&explanation::of_answer(&person.0).unwrap()).row, "client-refused");
    person.fetches();
    let view = explanation::of_answer(&person.0).unwrap();
    assert_eq!(only(&view).says, "Zoom kennt diese Kombination aus Client ID und Client Secret nicht.");
}

#[test]
fn a_server_without_a_table_of_its_own_shows_its_own_words() {
    let mut person = Person::at("#/tool/error-answer");
    person.goes("#/product/other-server");
    person.types(Field::Answer, r#"{"error":"Own_Error","error_description":"Because"}"#);
    let view = explanation::of_answer(&person.0).unwrap();
    assert_eq!((view.error.as_deref(), view.sentence.as_deref()), (Some("Own_Error"), Some("Because")));
    assert!(matches!(view.meaning, Meaning::Unknown));
}

#[test]
fn what_is_not_known_is_not_guessed_and_half_a_token_is_not_shown() {
    let mut person = Person::at("#/tool/error-answer");
    person.types(Field::Error, "hello");
    let view = error_answer::view(&person.0).unwrap();
    assert!(matches!(view.meaning, Meaning::Unknown) && view.error.is_none() && view.sentence.is_none());
    let long = "x".repeat(20_000_001);
    person.types(Field::Error, &long);
    assert_eq!(person.0.session().entry(Field::Error).expose(), "hello");
    assert_said(&person.0.field_refusal(Field::Error), "text-too-long", Field::Error);

    let mut person = Person::at("#/tool/token-answer");
    person.types(Field::Answer, r#"{"access_token":"eyJhbGciOiJIUzI1NiJ9.e30.x","expi"#);
    assert!(explanation::of_answer(&person.0).is_none());
    person
        .types(Field::Answer, &format!(r#"{{"reason":"Invalid authorization code {CODE}","error":"invalid_grant"}}"#));
    let view = explanation::of_answer(&person.0).unwrap();
    assert_eq!(view.sentence.as_deref(), Some("Invalid authorization code ••••••••fGB"));
}

#[test]
fn the_scopes_that_are_asked_for() {
    let mut person = Person::at("#/tool/error-answer");
    person.types(
        Field::Error,
        r#"{"code":4711,"message":"Invalid access token, does not contain scopes:[meeting:read:admin, meeting:read,meeting:read]."}"#,
    );
    let view = error_answer::view(&person.0).unwrap();
    let asked = view.asked.clone().unwrap();
    assert_eq!(asked.names, ["meeting:read:admin", "meeting:read"]);
    assert!(!asked.is_cut);
    let likely = likely(&view);
    assert_eq!(likely[0].id, "scope-missing");
    assert_eq!(likely[0].because.as_deref(), Some("the message lists the missing scopes"));
    assert_eq!(likely[0].path.as_deref(), Some("Scopes › + Add Scopes"));
    person.types(
        Field::Error,
        "Invalid access token, does not contain scopes:[meeting:read:admin, user:re (truncated...)",
    );
    assert!(error_answer::view(&person.0).unwrap().asked.unwrap().is_cut);
}

// What is known already.

#[test]
fn a_likely_cause_stands_first_with_its_reason() {
    let mut person = Person::at("#/product/kufersql");
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.types(Field::Answer, WRONG_PAIR);
    let view = explanation::of_answer(&person.0).unwrap();
    assert!(likely(&view).is_empty());
    let (first, more) = only(&view).first_causes();
    assert_eq!((first.len(), more.len()), (3, only(&view).causes.len() - 3), "nothing tells which it is");
    person.types(Field::ClientSecret, &format!("{CLIENT_SECRET}\u{200b}"));
    let view = explanation::of_answer(&person.0).unwrap();
    let causes = &only(&view).causes;
    assert_eq!(causes[0].id, "odd-character");
    let because = "there is a character in **Client Secret** that does not belong there";
    assert_eq!(causes[0].because.as_deref(), Some(because));
    assert!(causes[1..].iter().all(|cause| cause.because.is_none()));
    assert_eq!(causes[1].path.as_deref(), Some("App Credentials"));
    assert_eq!(only(&view).first_causes().0.len(), 1);
    // Where a cause was read in the same places as the row, they are named once.
    assert!(causes[0].sources.is_empty() && !only(&view).sources.is_empty());
}

#[test]
fn what_is_odd_about_the_values() {
    let mut person = Person::at("#/product/kufersql");
    assert_eq!(clues(&person), [Clue::GrantAccountCredentials, Clue::AppTypeServerToServer]);
    for odd in [" x1", "x\n1", "x\u{a0}1", "x\u{200b}1", "\u{feff}x1", "\u{201c}x1\u{201d}", "\u{2022} x1", "x:1"] {
        person.types(Field::ClientId, odd);
        knows(&person, Clue::OddValueFound, &[Field::ClientId]);
    }
    person.types(Field::ClientSecret, "y2 ");
    knows(&person, Clue::OddValueFound, &[Field::ClientId, Field::ClientSecret]);
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    assert!(!clues(&person).contains(&Clue::OddValueFound));

    person.types(Field::AccountId, "abc def\u{200b}1");
    knows(&person, Clue::OddAccountId, &[Field::AccountId]);
    person.types(Field::AccountId, "123 456 7890");
    knows(&person, Clue::AccountNumber, &[Field::AccountId]);
    person.types(Field::AccountId, CLIENT_ID);
    knows(&person, Clue::SameValueTwice, &[Field::AccountId, Field::ClientId]);
    person.types(Field::AccountId, "");

    person.types(Field::ClientId, CLIENT_SECRET);
    person.types(Field::ClientSecret, CLIENT_ID);
    knows(&person, Clue::ValuesSwapped, &[Field::ClientId, Field::ClientSecret]);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    knows(&person, Clue::SameValueTwice, &[Field::ClientId, Field::ClientSecret]);
    person.types(Field::ClientId, "YOUR_CLIENT_ID");
    knows(&person, Clue::PlaceholderWords, &[Field::ClientId]);
    person.types(Field::ClientId, "API Key: abcdefghij");
    knows(&person, Clue::RetiredKey, &[Field::ClientId]);
    person.types(Field::ClientId, "eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln");
    knows(&person, Clue::RetiredKey, &[Field::ClientId]);
}

#[test]
fn what_is_odd_about_a_header() {
    let mut person = Person::at("#/tool/read-header");
    // printf 'id:secret\n' | base64
    person.types(Field::Header, "Basic aWQ6c2VjcmV0Cg==");
    knows(&person, Clue::OddValueFound, &[Field::Header]);
    person.types(Field::Header, "Basic aWQ6c2VjcmV0");
    assert!(clues(&person).is_empty());
}

#[test]
fn what_is_odd_about_the_code() {
    let mut person = Person::at("#/product/verint-recorder");
    person.types(Field::RedirectUrl, "https://www.example.com/");
    let state = person.0.session().state().unwrap().expose().to_owned();
    person.types(Field::Landed, &format!("https://www.example.com/?code={CODE}&state={state}"));
    let own = [Clue::GrantAuthorizationCode, Clue::AppTypeGeneral];
    assert_eq!(clues(&person), own);
    person.does(ClockAction::ClockRead(START + 300_000));
    knows(&person, Clue::CodeOld, &[Field::Landed]);

    let other: String = CODE.chars().rev().collect();
    person.types(Field::Landed, &format!("https://www.example.com/?code={other}"));
    knows(&person, Clue::StateMissing, &[Field::Landed]);
    assert!(!clues(&person).contains(&Clue::CodeOld), "a new code has time again");
    person.types(Field::Landed, &format!("https://other.example.com/?code={CODE}&state={state}"));
    knows(&person, Clue::RedirectDiffers, &[Field::Landed, Field::RedirectUrl]);
    person.types(Field::Landed, CODE);
    knows(&person, Clue::CodeCut, &[Field::Landed]);

    let mut person = Person::at("#/tool/token-request");
    person.types(Field::Code, CODE);
    assert_eq!(clues(&person), [Clue::GrantAuthorizationCode]);
    person.types(Field::Code, &format!("{CODE}&state=x"));
    knows(&person, Clue::CodeCut, &[Field::Code]);
}

#[test]
fn what_is_odd_about_redirect_urls() {
    let mut person = Person::at("#/product/verint-recorder");
    for address in ["http://localhost:8080/cb", "http://www.example.com/"] {
        person.types(Field::RedirectUrl, address);
        knows(&person, Clue::Localhost, &[Field::RedirectUrl]);
    }
    let mut person = Person::at("#/tool/redirect-comparison");
    person.types(Field::Registered, "https://www.example.com/cb");
    person.types(Field::Requested, "https://www.example.com/cb");
    assert!(clues(&person).is_empty());
    person.types(Field::Requested, "https://www.example.com/cb/");
    knows(&person, Clue::RedirectDiffers, &[Field::Registered, Field::Requested]);
    person.types(Field::Requested, "http://localhost/cb");
    knows(&person, Clue::Localhost, &[Field::Requested]);

    let mut person = Person::at("#/tool/read-authorize-url");
    person.types(Field::RedirectUrl, "https://www.example.com/cb");
    let url = |redirect: &str| {
        format!("https://zoom.us/oauth/authorize?response_type=code&client_id=a&state=b&redirect_uri={redirect}")
    };
    person.types(Field::AuthorizeUrl, &url("https%3A%2F%2Fwww.example.com%2Fcb"));
    assert!(clues(&person).is_empty(), "{:?}", clues::known(&person.0));
    person.types(Field::AuthorizeUrl, &url("https%3A%2F%2Fwww.example.com%2FCB"));
    knows(&person, Clue::RedirectDiffers, &[Field::AuthorizeUrl, Field::RedirectUrl]);
    person.types(Field::AuthorizeUrl, &url("http%3A%2F%2Flocalhost%2Fcb"));
    knows(&person, Clue::Localhost, &[Field::AuthorizeUrl]);
    person.types(Field::AuthorizeUrl, &format!("{}&scope=a", url("https%3A%2F%2Fwww.example.com%2Fcb")));
    knows(&person, Clue::ScopeInAuthorizeUrl, &[Field::AuthorizeUrl]);

    let mut person = Person::at("#/tool/authorize-url");
    person.types(Field::Scopes, "user:read:user:admin");
    knows(&person, Clue::ScopeInAuthorizeUrl, &[Field::Scopes]);
}

#[test]
fn what_is_known_of_the_request_and_the_app() {
    for (fragment, expected) in [
        ("#/product/kufersql", [Clue::GrantAccountCredentials, Clue::AppTypeServerToServer]),
        ("#/product/verint-recorder", [Clue::GrantAuthorizationCode, Clue::AppTypeGeneral]),
    ] {
        assert_eq!(clues(&Person::at(fragment)), expected);
    }
    let mut person = Person::at("#/tool/token-request");
    assert!(clues(&person).is_empty(), "a grant that nobody chose says nothing");
    for (grant, clue) in [
        (RequestKind::RefreshToken, Clue::GrantRefreshToken),
        (RequestKind::AccountCredentials, Clue::GrantAccountCredentials),
        (RequestKind::ClientCredentials, Clue::GrantClientCredentials),
    ] {
        person.does(CommandAction::ChoseRequest(grant));
        // It is still known where the error is pasted.
        person.goes("#/tool/error-answer");
        assert_eq!(clues(&person), [clue]);
        person.goes("#/tool/token-request");
    }
    // Those that the reader of requests accepts (Verint's guide names the second) are no clue either.
    for endpoint in
        ["https://zoom.us/oauth/token", "https://api.zoom.us/oauth/token", "https://zoomgov.com/oauth/token"]
    {
        person.types(Field::TokenEndpoint, endpoint);
        assert!(!clues(&person).contains(&Clue::OtherTokenEndpoint), "{endpoint}");
    }
    person.types(Field::TokenEndpoint, "https://example.zoom.us/oauth/token");
    knows(&person, Clue::OtherTokenEndpoint, &[Field::TokenEndpoint]);

    // What the person found out counts more than what the guide requires.
    let mut person = Person::at("#/tool/app-type");
    person.does(Action::Answered(["no", "two-tabs", "admin"].map(str::to_owned).into()));
    assert_eq!(clues(&person), [Clue::AppTypeGeneral]);
    person.goes("#/tool/error-answer");
    person.types(Field::Error, WRONG_PAIR);
    assert_eq!(likely(&error_answer::view(&person.0).unwrap())[0].id, "pairs-mixed");
    person.does(Action::Answered(["no", "api-key"].map(str::to_owned).into()));
    assert!(clues(&person).is_empty());
}

#[test]
fn nobody_is_told_to_authorize_an_app_that_nobody_authorizes() {
    let said = r#"{"code":4711,"message":"Invalid access token, does not contain scopes:[user:read:admin]."}"#;
    for (fragment, is_told) in [("#/product/kufersql", false), ("#/product/verint-recorder", true)] {
        let mut person = Person::at(fragment);
        person.types(Field::Answer, said);
        let view = explanation::of_answer(&person.0).unwrap();
        let Meaning::Known(all) = &view.meaning else { panic!("it is known") };
        let causes: Vec<&str> = all.iter().flat_map(|one| &one.causes).map(|cause| cause.id).collect();
        assert!(causes.contains(&"scope-missing"), "{causes:?}");
        for cause in ["not-authorized-again", "user-level-token"] {
            assert_eq!(causes.contains(&cause), is_told, "{fragment}: {causes:?}");
        }
    }
}

#[test]
fn what_the_text_of_the_error_says_of_the_request() {
    let mut person = Person::at("#/tool/error-answer");
    person.types(
        Field::Error,
        "POST https://zoom.us/oauth/token?grant_type=account_credentials\n{\"reason\":\"Bad Request\",\"error\":\"invalid_request\"}",
    );
    let view = error_answer::view(&person.0).unwrap();
    assert_eq!(likely(&view)[0].id, "parameters-unread");
    assert_eq!(only(&view).row, "request-not-understood");
    let (_, get) = ROWS.iter().find(|(row, _)| *row == "get-refused").unwrap();
    person.types(Field::Error, get);
    assert_eq!(likely(&error_answer::view(&person.0).unwrap())[0].id, "get-instead-of-post");
}

#[test]
fn a_token_from_the_future() {
    // {"alg":"none"} . {"iat":4102444800} . x: the year 2100.
    let jwt = "eyJhbGciOiJub25lIn0.eyJpYXQiOjQxMDI0NDQ4MDB9.x";
    let mut person = Person::at("#/tool/jwt");
    person.types(Field::Jwt, jwt);
    knows(&person, Clue::ClockAhead, &[Field::Jwt]);
}

#[test]
fn every_reason_is_a_sentence_in_both_languages() {
    for (language, word) in [(Language::ENGLISH, "there is"), (german(), "in **")] {
        let mut person = Person::speaking(language, "#/product/verint-recorder");
        person.types(Field::ClientId, "x\u{200b}y");
        person.types(Field::Answer, WRONG_PAIR);
        let view = explanation::of_answer(&person.0).unwrap();
        let because = likely(&view)[0].because.clone().unwrap();
        assert!(because.starts_with(word) && because.contains("**Client ID**"), "{because}");
    }
}

// Which app type is it?

#[test]
fn one_question_after_the_other_and_back() {
    let mut person = Person::at("#/tool/app-type");
    let view = app_type::view(&person.0).unwrap();
    let ChooserNow::Question { id, answers, .. } = &view.now else { panic!("{view:?}") };
    assert_eq!((*id, view.way.len()), ("account-id", 0));
    assert_eq!(answers.iter().map(|answer| answer.id).collect::<Vec<_>>(), ["yes", "no"]);
    let then = answers[1].then.clone();
    person.does(Action::Answered(then));
    let view = app_type::view(&person.0).unwrap();
    let ChooserNow::Question { id, answers, .. } = &view.now else { panic!("{view:?}") };
    assert_eq!(*id, "kind");
    assert_eq!(view.way[0].change, "Change: No, or there is no App Credentials page.");
    let then = answers[0].then.clone();
    assert_eq!(then, ["no", "two-tabs"]);
    person.does(Action::Answered(then));
    person.does(Action::Answered(["no", "two-tabs", "admin"].map(str::to_owned).into()));
    let view = app_type::view(&person.0).unwrap();
    let ChooserNow::Outcome { id, app, says, next } = &view.now else { panic!("{view:?}") };
    assert_eq!((*id, *app), ("general-admin-managed", Some("General app, admin-managed")));
    assert!(says.contains("General app") && next.contains("**Server-to-Server OAuth App**"));
    assert!(!view.sources.is_empty());
    assert_eq!(view.way.iter().map(|one| one.id).collect::<Vec<_>>(), ["account-id", "kind", "managed"]);
    // An earlier answer is changed: what came after it is asked anew.
    assert_eq!(view.way[1].before, ["no"]);
    let before = view.way[1].before.clone();
    person.does(Action::Answered(before));
    let view = app_type::view(&person.0).unwrap();
    assert!(matches!(view.now, ChooserNow::Question { id: "kind", .. }) && view.way.len() == 1);

    person.does(SessionAction::Cleared);
    assert!(person.0.answers.is_empty());
}

#[test]
fn every_answer_leads_to_the_end_in_every_language() {
    for language in Language::all() {
        let mut person = Person::speaking(language, "#/tool/app-type");
        let mut open: Vec<Vec<String>> = vec![Vec::new()];
        let mut ends = BTreeSet::new();
        while let Some(answers) = open.pop() {
            person.does(Action::Answered(answers));
            let view = app_type::view(&person.0).unwrap();
            match view.now {
                ChooserNow::Question { answers, asks, .. } => {
                    assert!(!asks.is_empty() && answers.len() > 1);
                    open.extend(answers.into_iter().map(|answer| answer.then));
                }
                ChooserNow::Outcome { id, .. } => {
                    ends.insert(id.to_owned());
                }
            }
        }
        assert_eq!(ends.len(), 8);
    }
}

#[test]
fn answers_that_do_not_fit_are_asked_again() {
    let mut person = Person::at("#/tool/app-type");
    person.does(Action::Answered(["no", "never", "yes"].map(str::to_owned).into()));
    let view = app_type::view(&person.0).unwrap();
    assert!(matches!(view.now, ChooserNow::Question { id: "kind", .. }));
    let person = Person::first_at(Language::ENGLISH, "#/tool/app-type");
    assert!(app_type::view(&person.0).is_none(), "while they are on their way");
}

#[test]
fn no_account_id_may_be_another_kind_of_app() {
    let mut person = Person::at("#/product/kufersql");
    let doubt = app_type::account_doubt(&person.0).unwrap();
    assert_eq!(
        doubt,
        "No **Account ID** in Zoom? You may have created a different type of app: **General app, user-managed**; \
         **General app, admin-managed**."
    );
    let german = app_type::account_doubt(&Person::speaking(german(), "#/product/kufersql").0).unwrap();
    assert!(german.contains("**General App, vom Benutzer verwaltet**"), "{german}");
    person.types(Field::AccountId, "123-456-7890");
    assert!(app_type::account_doubt(&person.0).is_some());
    person.types(Field::AccountId, "abcdEFGH_ijklmnop1234");
    assert!(app_type::account_doubt(&person.0).is_none());
    let mut other = Person::at("#/tool/error-answer");
    other.goes("#/product/other-server");
    assert!(app_type::account_doubt(&other.0).is_none());
}

#[test]
fn a_long_log_is_read_at_both_ends() {
    let mut person = Person::at("#/tool/error-answer");
    let log = "2026-11-21 07:00:00 Größe (12) \"code\": odd\n".repeat(1_000_000 / 47);
    for text in [
        format!("{log}{WRONG_PAIR}\n"),
        format!("{log}Invalid redirect: https://www.example.com/\n"),
        format!("Wrong URL format\n{log}"),
    ] {
        person.types(Field::Error, &text);
        assert_eq!(rows(&error_answer::view(&person.0).unwrap()).len(), 1);
    }
    person.types(Field::Error, &log);
    let time = spent(|| assert!(matches!(error_answer::view(&person.0).unwrap().meaning, Meaning::Unknown)));
    assert!(time.as_secs() < 3, "{time:?}");
}
