//! What is said first about a text in the box for anything, and what can be done with it there.

use authdesk::desk::parts::diagnosis;
use authdesk::desk::parts::pasted as box_of;
use authdesk::desk::{Action, DiagnosisView, FixAction, Guess, Lead};
use authdesk::oauth::Secret;
use authdesk::reading::{FindingKind, Severity};
use authdesk::texts::{Language, Text};

use super::person::{Person, german};

fn pasted(text: &str) -> Person {
    let mut person = Person::at("#/");
    person.does(Action::TypedAnything(Secret::new(text)));
    person.fetches();
    person
}

#[track_caller]
fn begins_with(view: &DiagnosisView<'_>, kind: FindingKind) {
    assert!(matches!(&view.lead, Lead::Finding(finding) if finding.kind == kind), "{:?}", view.lead);
}

const REFUSED: &str = r#"{"error":"invalid_client"}"#;
const REQUEST: &str =
    "curl https://id.example.com/token -d client_id=demo1 -d grant_type=refresh_token -d refresh_token=$OLD";

#[test]
fn what_is_allowed_counts_where_an_error_follows_from_it() {
    let alone = pasted(REQUEST);
    let view = diagnosis::view(&alone.0).unwrap();
    assert_eq!((&view.lead, view.title(), view.severity()), (&Lead::Sound, Text::DiagnosisSoundTitle, Severity::Good));
    assert_eq!(view.request_for_more(), Text::DiagnosisSound);
    assert_eq!(view.requests, ["POST https://id.example.com/token grant_type=refresh_token"]);

    let failing = pasted(&format!("This fails since yesterday:\n\n{REQUEST}\n"));
    let view = diagnosis::view(&failing.0).unwrap();
    let said = (&view.lead, view.title(), view.severity(), view.request_for_more());
    let untold = (&Lead::Untold, Text::DiagnosisUntoldTitle, Severity::Info, Text::DiagnosisUntold);
    assert_eq!(said, untold, "nothing is called right that somebody says is not");

    let refused = pasted(&format!("{REQUEST}\n\n{REFUSED}\n"));
    let view = diagnosis::view(&refused.0).unwrap();
    begins_with(&view, FindingKind::ClientMaybePublic);
    assert_eq!((view.title(), view.severity(), view.error_line), (Text::DiagnosisTitle, Severity::Warning, Some(3)));

    // A refresh token that is no longer valid does not follow from it.
    let void = pasted(&format!("{REQUEST}\n\n{}\n", REFUSED.replace("client", "grant")));
    let view = diagnosis::view(&void.0).unwrap();
    assert_eq!(view.cause().map(|(row, _)| row.row), Some("grant-invalid"));
}

#[test]
fn of_several_attempts_the_last_counts() {
    let first = REQUEST.replace("-d grant_type", "-F grant_type");
    let text = format!("{first}\n{REFUSED}\n{REQUEST}\n{}\n", REFUSED.replace("client", "grant"));
    let person = pasted(&text);
    let view = diagnosis::view(&person.0).unwrap();
    assert_eq!((view.cause().map(|(row, _)| row.row), view.error_line), (Some("grant-invalid"), Some(4)));
    assert!(
        view.others.iter().any(|finding| finding.kind == FindingKind::MultipartBody),
        "what was wrong before is folded"
    );
}

#[test]
fn a_call_after_the_token_request_is_no_attempt_of_the_same() {
    let wrong = REQUEST.replace("-d grant_type", "-u demo1:b -F grant_type");
    let call = "curl -H \"Authorization: Bearer $TOKEN\" https://api.example.com/me";
    for text in [format!("{wrong}\n{call}\n{REFUSED}\n"), format!("{wrong}\n{call}\n")] {
        begins_with(&diagnosis::view(&pasted(&text).0).unwrap(), FindingKind::MultipartBody);
    }
    // What somebody tried next is not what the error is about.
    let view = pasted(&format!("{REQUEST}\n{}\n{wrong}\n", REFUSED.replace("client", "grant")));
    let view = diagnosis::view(&view.0).unwrap();
    assert_eq!(view.cause().map(|(row, _)| row.row), Some("grant-invalid"));
}

#[test]
fn an_error_that_no_table_has_is_named_as_such() {
    let person = pasted(r#"{"error":"own_error","error_description":"Because of the weather"}"#);
    let view = diagnosis::view(&person.0).unwrap();
    assert_eq!((&view.lead, view.title(), view.error_line), (&Lead::Error, Text::DiagnosisUnknownTitle, None));
    assert!(view.cause().is_none());
    assert_eq!(view.error.unwrap().sentence.as_deref(), Some("Because of the weather"));
}

#[test]
fn a_fix_in_the_box_can_be_undone() {
    let json = "curl -u \"$ID:$SECRET\" https://zoom.us/oauth/token --json '{\"grant_type\":\"refresh_token\",\"refresh_token\":\"$OLD\"}'";
    let mut person = pasted(json);
    let found = match diagnosis::view(&person.0).unwrap().lead {
        Lead::Finding(finding) => finding,
        other => panic!("{other:?}"),
    };
    assert_eq!(found.kind, FindingKind::JsonBody);
    assert!(!person.0.can_undo_in_box());
    assert!(person.does(FixAction::FixedInBox(found.without_fix())));
    assert_eq!(diagnosis::view(&person.0).unwrap().lead, Lead::Sound, "{}", person.0.anything().expose());
    assert!(!person.does(FixAction::FixedInBox(found)), "it is no longer in the text");
    assert!(person.0.can_undo_in_box() && person.does(FixAction::UndoneInBox));
    assert_eq!(person.0.anything().expose(), json);
    assert!(!person.0.can_undo_in_box() && !person.does(FixAction::UndoneInBox));
}

#[test]
fn the_request_that_failed_tells_the_server_and_the_step() {
    let text = "Client error: `POST https://login.microsoftonline.com/organizations/oauth2/v2.0/token` resulted in a `400 Bad Request` response:\n{\"error\":\"invalid_request\"}\nsee https://github.com/login/oauth/authorize";
    let person = pasted(text);
    let error = diagnosis::view(&person.0).unwrap().error.unwrap();
    assert_eq!(error.server, Some("Microsoft Entra ID"));
    let request = "POST https://login.microsoftonline.com/organizations/oauth2/v2.0/token";
    assert_eq!((error.request.as_deref(), error.is_of_program), (Some(request), false));

    for (host, server) in [("agency.okta.mil", Some("Okta")), ("okta.mil.example.com", None)] {
        let person = pasted(&format!("POST https://{host}/oauth2/v1/token 400\n{{\"error\":\"invalid_grant\"}}"));
        assert_eq!(diagnosis::view(&person.0).unwrap().error.unwrap().server, server, "{host}");
    }

    // What may be a token in the path is not shown.
    let person =
        pasted("Client error: `POST https://id.example.com/hook/abcDEF0123456789xyz` resulted in a `404 Not Found`");
    let error = diagnosis::view(&person.0).unwrap().error.unwrap();
    assert_eq!(error.request.as_deref(), Some("POST https://id.example.com/hook/••••••••xyz"));

    // No server was reached, so none returned anything.
    let person = pasted(
        "InternalOAuthError: Failed to obtain access token\n oauthError: Error: connect ECONNREFUSED 127.0.0.1:8080",
    );
    assert!(diagnosis::view(&person.0).unwrap().error.unwrap().is_of_program);
}

/// From the authorization URL to the error; the redirect URLs differ in the slash.
fn attempt(error: &str) -> String {
    format!(
        "I open\n\nhttps://id.example.com/authorize?response_type=code&client_id=demo1\
         &redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb\n\nand then\n\n\
         curl -u demo1:$SECRET https://id.example.com/token -d grant_type=authorization_code -d code=$CODE \
         -d redirect_uri=https://app.example.com/cb/\n{error}\n"
    )
}

#[test]
fn two_parts_that_do_not_fit_come_first_where_the_error_follows_from_it() {
    for error in [
        r#"{"error":"invalid_grant"}"#,
        // The error itself says so, and the finding shows where.
        r#"{"error":"invalid_grant","error_description":"Incorrect redirect_uri"}"#,
        r#"{"error":"redirect_uri_mismatch"}"#,
    ] {
        begins_with(&diagnosis::view(&pasted(&attempt(error)).0).unwrap(), FindingKind::TwoRedirectUrls);
    }
    let person = pasted(&attempt(REFUSED));
    let view = diagnosis::view(&person.0).unwrap();
    assert_eq!(view.cause().map(|(row, _)| row.row), Some("client-invalid"), "{:?}", view.lead);
    assert!(view.others.iter().any(|finding| finding.kind == FindingKind::TwoRedirectUrls));
    // What was wrong in an earlier attempt is folded.
    let second = attempt(REFUSED)
        .replace("/cb/", "/cb")
        .replace("demo1:", "demo2:")
        .replace("client_id=demo1", "client_id=demo2");
    let person = pasted(&format!("{}{second}", attempt(r#"{"error":"invalid_grant"}"#)));
    let view = diagnosis::view(&person.0).unwrap();
    assert_eq!(view.cause().map(|(row, _)| row.row), Some("client-invalid"), "{:?}", view.lead);
}

#[test]
fn both_places_are_named() {
    for (language, difference, places) in [
        (Language::ENGLISH, "The difference: only one ends with `/`.", "In line 7. Compare with line 3."),
        (german(), "Der Unterschied: nur eine endet mit `/`.", "In Zeile 7. Vergleichen Sie mit Zeile 3."),
    ] {
        let mut person = Person::speaking(language, "#/");
        person.does(Action::TypedAnything(Secret::new(attempt(r#"{"error":"invalid_grant"}"#))));
        person.fetches();
        let view = diagnosis::view(&person.0).unwrap();
        let Lead::Finding(finding) = &view.lead else { panic!("{:?}", view.lead) };
        let sentence = person.0.finding_sentence(finding, view.found_in);
        assert!(sentence.contains(difference) && sentence.ends_with(places), "{sentence}");
        let excerpt = person.0.finding_excerpt(finding, view.found_in);
        let marked: String = excerpt.iter().filter(|piece| piece.is_marked).map(|piece| piece.text.expose()).collect();
        assert!(marked.starts_with("redirect_uri=https://app"), "{marked}");
    }
}

#[test]
fn nothing_is_called_right_of_which_only_the_form_tells_what_it_is() {
    let ids = "DemoAccountId000000001:DemoClientId0000000001";
    let told = [
        (ids, Guess::Ids(22), "You pasted: **Account ID and Client ID, judging by their lengths**"),
        ("DemoClientId0000000001:DemoClientSecret0000000000000001", Guess::Pair, "This could be several things."),
        ("DemoClientId0000000001", Guess::Value, "This could be several things."),
        ("DemoClientSecret0000000000000001", Guess::Value, "This could be several things."),
        ("https://zappysys.com/oauth", Guess::Url, "You pasted: **URL without a code**"),
    ];
    for (text, guess, says) in told {
        let person = pasted(text);
        let view = diagnosis::view(&person.0).unwrap();
        assert_eq!((&view.lead, view.severity()), (&Lead::Guess(guess), Severity::Info), "{text}");
        assert_eq!((view.title(), box_of::view(&person.0).unwrap().says.as_str()), (Text::DiagnosisGuessTitle, says));
        assert!(!diagnosis::more_sentence(&person.0, &view).contains('{'), "{text}");
        let offered = box_of::view(&person.0).unwrap();
        assert_eq!(
            offered.ways.is_empty(),
            matches!(guess, Guess::Ids(_) | Guess::Url),
            "no button contradicts it: {text}"
        );
        assert!(!offered.others.is_empty(), "{text}");
    }
    assert!(
        diagnosis::more_sentence(&pasted(ids).0, &diagnosis::view(&pasted(ids).0).unwrap()).contains("has 22 char")
    );
    // What a server returned is no guess.
    let landed = pasted("https://www.example.com/cb?code=DemoCode0000000001&state=x");
    assert_eq!(diagnosis::view(&landed.0).unwrap().lead, Lead::Sound);
}
