//! A step is done only when nothing in it needs attention, and nothing is built from what cannot work.

use super::person::{CLIENT_ID, CLIENT_SECRET, CODE, Person, german};
use crate::notation::{assert_said, the};
use authdesk::desk::parts::command;
use authdesk::desk::tools::authorize_url;
use authdesk::desk::{CodeAction, Field, FixAction, GuideAction, Needs, Progress, RequestKind, Step, guide};
use authdesk::reading::{Finding, FindingKind, Severity};

const REDIRECT: &str = "https://www.example.org/callback";
const VERINT: &str = "#/product/verint-recorder";

#[track_caller]
fn is_at(person: &Person, step: Step, progress: Progress) {
    assert_eq!(guide::progress(&person.0, step), progress, "{step:?}");
}

#[track_caller]
fn fixes(person: &mut Person, field: Field, kind: FindingKind) {
    let findings = person.0.field_findings(field);
    let finding = the(kind, &findings);
    assert!(person.0.can_fix(field, finding), "{finding:?} has no fix");
    person.does(FixAction::Fixed(field, finding.to_owned()));
}

/// Verint's guide up to the authorization URL.
fn with_credentials() -> Person {
    let mut person = Person::at(VERINT);
    person.types(Field::RedirectUrl, REDIRECT);
    person.creates_the_app();
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.ticks(Step::Credentials);
    person
}

#[test]
fn a_value_with_a_warning_keeps_its_step_from_being_done() {
    let mut person = with_credentials();
    is_at(&person, Step::Credentials, Progress::Done);
    person.types(Field::ClientSecret, &format!("{CLIENT_SECRET} "));
    is_at(&person, Step::Credentials, Progress::Attention);
    assert_eq!(guide::progress_sentence(&person.0), "Step 5 of 7. Needs attention: step 4");
    assert!(guide::step_title_with_progress(&person.0, Step::Credentials).ends_with(": needs attention"));
    fixes(&mut person, Field::ClientSecret, FindingKind::BlanksAround);
    is_at(&person, Step::Credentials, Progress::Done);
    assert_eq!(guide::progress_sentence(&person.0), "Step 5 of 7");
}

#[test]
fn what_is_only_worth_knowing_needs_no_attention() {
    let person = with_credentials();
    let mut notes = person.0.field_findings(Field::ClientId);
    notes.extend(person.0.field_findings(Field::ClientSecret));
    assert!(notes.iter().all(|finding| finding.kind.severity() < Severity::Warning), "{notes:?}");
    is_at(&person, Step::Credentials, Progress::Done);
}

#[test]
fn a_step_does_not_fold_while_its_last_value_is_typed() {
    let mut person = Person::at("#/product/kufersql");
    person.ticks(Step::Create);
    person.types(Field::AccountId, CLIENT_ID);
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, "o");
    assert!(guide::is_open(&person.0, Step::Credentials), "its lines are not checked off");
}

#[test]
fn a_line_that_is_not_checked_off_keeps_its_step_from_being_done() {
    let mut person = with_credentials();
    let line = guide::lines(&person.0, Step::Credentials)[0].name.to_owned();
    person.does(GuideAction::Ticked { line: line.clone(), step: Step::Credentials, ticked: false });
    is_at(&person, Step::Credentials, Progress::Later);
    assert_eq!(guide::progress_sentence(&person.0), "Step 5 of 7", "nothing fails by it");
    person.does(GuideAction::Ticked { line, step: Step::Credentials, ticked: true });
    is_at(&person, Step::Credentials, Progress::Done);
}

#[test]
fn a_step_waits_for_its_redirect_url_and_stays_open() {
    let mut person = Person::at(VERINT);
    person.creates_the_app();
    is_at(&person, Step::Redirect, Progress::Attention);
    assert!(guide::is_open(&person.0, Step::Redirect), "what needs attention is not folded away");
    person.types(Field::RedirectUrl, &format!("{REDIRECT} "));
    is_at(&person, Step::Redirect, Progress::Attention);
    let mut early = Person::at(VERINT);
    early.types(Field::RedirectUrl, &format!("{REDIRECT} "));
    is_at(&early, Step::Redirect, Progress::Attention);
    fixes(&mut person, Field::RedirectUrl, FindingKind::BlanksAround);
    is_at(&person, Step::Redirect, Progress::Done);
}

#[test]
fn a_landing_somewhere_else_needs_attention_until_the_code_was_exchanged() {
    let mut person = with_credentials();
    person.does(CodeAction::OpenedAuthorizeUrl);
    is_at(&person, Step::Authorize, Progress::Now);
    let state = person.state();
    person.types(Field::Landed, &format!("https://elsewhere.example.org/?code={CODE}&state={state}"));
    is_at(&person, Step::Authorize, Progress::Attention);
    let scopes = person.0.session().scopes(person.0.variant().unwrap()).join(" ");
    let answer =
        r#"{"access_token":"eyJacc","token_type":"bearer","refresh_token":"eyJref","expires_in":3599,"scope":"#;
    person.types(Field::Answer, &format!("{answer}\"{scopes}\"}}"));
    is_at(&person, Step::Authorize, Progress::Done);
    is_at(&person, Step::Exchange, Progress::Done);
}

#[test]
fn what_the_server_rejected_needs_attention() {
    let mut person = with_credentials();
    person.types(Field::Landed, "https://www.example.org/callback?error=access_denied");
    is_at(&person, Step::Authorize, Progress::Attention);
    let state = "somebody-else";
    person.types(Field::Landed, &format!("{REDIRECT}?code={CODE}&state={state}"));
    is_at(&person, Step::Authorize, Progress::Attention);
    person.types(Field::Answer, r#"{"reason":"Invalid client_id or client_secret","error":"invalid_client"}"#);
    is_at(&person, Step::Exchange, Progress::Attention);
}

#[test]
fn an_answer_without_the_token_that_is_needed_needs_attention() {
    let mut person = with_credentials();
    person.types(Field::Answer, r#"{"access_token":"eyJacc","token_type":"bearer","expires_in":3599}"#);
    is_at(&person, Step::Exchange, Progress::Attention);
}

#[test]
fn when_every_step_is_there_the_progress_names_those_that_need_attention() {
    let mut person = Person::at("#/product/cirqlive-meets");
    person.creates_the_app();
    person.types(Field::AccountId, "DemoAccountId000000001");
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.ticks(Step::Credentials);
    person.ticks(Step::Enter);
    assert_eq!(guide::progress_sentence(&person.0), "All 6 steps done");
    person.types(Field::ClientSecret, "DemoClientSecret 0000000000000001");
    assert_eq!(guide::progress_sentence(&person.0), "Needs attention: step 4");
    let german = Person::speaking(german(), VERINT);
    assert!(guide::progress_sentence(&german.0).starts_with("Schritt 1 von 7"));
}

/// What stands in the way of both, the authorization URL and the command.
#[track_caller]
fn in_the_way(redirect: &str) -> Option<Finding> {
    let mut person = with_credentials();
    let state = person.state();
    person.types(Field::Landed, &format!("{REDIRECT}?code={CODE}&state={state}"));
    person.types(Field::RedirectUrl, redirect);
    let url = authorize_url::view(&person.0).err();
    let command = command::view(&person.0, RequestKind::AuthorizationCode).err();
    assert_eq!(url, command, "{redirect:?}");
    match url {
        None => None,
        Some(Needs::Fix(Field::RedirectUrl, finding)) => Some(finding),
        other => panic!("{redirect:?}: {other:?}"),
    }
}

#[test]
fn nothing_is_built_from_a_redirect_url_that_cannot_be_one() {
    for (redirect, expected) in [
        ("https://www.example.org/ ", "blanks-around@24+1"),
        (" https://www.example.org/", "blanks-around@0+1"),
        ("https://www.example.org/\n", "blanks-around@24+1"),
        ("\u{a0}https://www.example.org/", "no-break-space@0+1=U+00A0"),
        ("https://www.example.org/\u{200b}", "invisible-character@24+1=U+200B"),
        ("\"https://www.example.org/\"", "quotes-around@0+1"),
        ("“https://www.example.org/”", "typographic-quotes@0+1=U+201C"),
        ("https://www.example.org/call\nback", "line-break-inside@28+1"),
        ("https://www.example.org/call back", "blank-in-address@28+1"),
        ("Redirect URL: https://www.example.org/", "label-included@0+14=Redirect URL"),
        ("https://www.example.org/#callback", "fragment-in-address@24+1"),
        ("https://www.example.org:https/", "no-address@24+1"),
        ("https:///callback", "no-address"),
        ("www.example.org/callback", "no-address"),
        ("localhost:8080/callback", "no-address"),
        (" ", "no-address"),
    ] {
        assert_said(&in_the_way(redirect), expected, redirect);
    }
}

#[test]
fn a_redirect_url_that_is_only_unusual_is_sent_as_it_stands() {
    for redirect in [
        "https://www.example.org",
        "http://intranet.example.org/callback",
        "http://localhost:8080/callback",
        "http://127.0.0.1/",
        "com.example.app:/oauth2redirect",
        "urn:ietf:wg:oauth:2.0:oob",
        "https://www.example.org/a;b=1,2?x=[1]",
    ] {
        assert_said(&in_the_way(redirect), "", redirect);
    }
}

#[test]
fn what_was_copied_with_a_redirect_url_can_be_fixed() {
    for (redirect, kind) in [
        (" https://www.example.org/callback\t", FindingKind::BlanksAround),
        ("https://www.example.org/callback\u{200b}", FindingKind::InvisibleCharacter),
        ("'https://www.example.org/callback'", FindingKind::QuotesAround),
        ("https://www.example.org/call\r\nback", FindingKind::LineBreakInside),
        ("redirect_uri=https://www.example.org/callback", FindingKind::LabelIncluded),
        ("https://www.example.org/callback,", FindingKind::TrailingPunctuation),
    ] {
        let mut person = with_credentials();
        person.types(Field::RedirectUrl, redirect);
        fixes(&mut person, Field::RedirectUrl, kind);
        assert_eq!(person.entry(Field::RedirectUrl), REDIRECT, "{redirect:?}");
        assert!(authorize_url::view(&person.0).is_ok());
    }
    // A space inside may have to be `%20`, so that is not ours to remove.
    let mut person = with_credentials();
    person.types(Field::RedirectUrl, "https://www.example.org/call back");
    let findings = person.0.field_findings(Field::RedirectUrl);
    assert_said(&findings, "blank-in-address@28+1", Field::RedirectUrl);
    assert!(!person.0.can_fix(Field::RedirectUrl, &findings[0]));
}

/// There is no authorization URL because of what was found in a field.
#[track_caller]
fn stops(person: &Person, in_field: Field, expected: &str) {
    match authorize_url::view(&person.0).err() {
        Some(Needs::Fix(field, finding)) if field == in_field => assert_said([&finding], expected, field),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_same_goes_for_endpoints_and_for_the_client_id() {
    let mut person = Person::at("#/product/other-server");
    person.types(Field::RedirectUrl, REDIRECT);
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::AuthorizeEndpoint, "https://idp.example.org/authorize ");
    stops(&person, Field::AuthorizeEndpoint, "blanks-around@33+1");
    fixes(&mut person, Field::AuthorizeEndpoint, FindingKind::BlanksAround);
    assert!(authorize_url::view(&person.0).is_ok());
    for parameter in ["client_id", "state", "response_type"] {
        person.types(Field::AuthorizeEndpoint, &format!("https://idp.example.org/authorize?tenant=a&{parameter}=x"));
        // It would be there twice.
        stops(&person, Field::AuthorizeEndpoint, "parameter-in-endpoint");
    }
    person.types(Field::AuthorizeEndpoint, "https://idp.example.org/authorize?tenant=a");
    assert!(authorize_url::view(&person.0).is_ok());
    person.types(Field::ClientId, &format!("{CLIENT_ID}\u{a0}"));
    stops(&person, Field::ClientId, "no-break-space@22+1=U+00A0");
    for (copied, expected) in
        [(format!(" {CLIENT_ID}"), "blanks-around@0+1"), (format!("\"{CLIENT_ID}\""), "quotes-around@0+1")]
    {
        person.types(Field::ClientId, &copied);
        stops(&person, Field::ClientId, expected);
    }
    // RFC 6749 appendix A.1 allows a space in a client ID, so one inside is a warning and no more.
    person.types(Field::ClientId, "my client");
    assert!(authorize_url::view(&person.0).is_ok());
}
