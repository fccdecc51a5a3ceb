//! The reader of commands and requests, on the desk.

use super::person::Person;
use crate::notation::{assert_said, kinds, the};
use authdesk::desk::tools::request;
use authdesk::desk::{
    Desk, Field, FixAction, FoundIn, OneRequest, ReaderAction, RequestPartView, RequestView, Route, Tool,
};
use authdesk::reading::{FindingKind, PastedKind};
use authdesk::texts::Text;

const PAIR: &str = "Basic RGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1vQ2xpZW50U2VjcmV0MDAwMDAwMDAwMDAwMDAwMQ==";

fn at_request(text: &str) -> Desk {
    let mut person = Person::at("#/tool/request");
    person.types(Field::Request, text);
    person.0
}

fn view(text: &str) -> RequestView {
    request::view(&at_request(text)).expect("something was pasted")
}

#[track_caller]
fn says(view: &RequestView, expected: &str) {
    assert_said(&view.findings, expected, Field::Request);
}

/// `name = value`, with an asterisk before what is masked.
fn rows(part: &RequestPartView) -> Vec<String> {
    let star = |is_masked| if is_masked { "*" } else { "" };
    part.rows.iter().map(|row| format!("{} = {}{}", row.name, star(row.is_masked), row.value.expose())).collect()
}

#[track_caller]
fn part(request: &OneRequest, title: Text) -> &RequestPartView {
    request.parts.iter().find(|part| part.title == title).unwrap_or_else(|| panic!("{:?}", request.parts))
}

fn curl() -> String {
    format!(
        "curl -X POST https://zoom.us/oauth/token -H 'Authorization: {PAIR}' \
         -d grant_type=authorization_code -d code=DemoCode -d redirect_uri=https://a.example/ -d client_id=x"
    )
}

#[test]
fn a_command_is_laid_out_and_what_may_be_secret_is_masked() {
    let view = view(&curl());
    let [request] = view.requests.as_slice() else { panic!("{view:?}") };
    assert_eq!(request.title, "Request 1 of 1: curl command");
    assert_eq!(request.line, "POST https://zoom.us/oauth/token");
    assert_eq!((request.status, view.answer.is_none()), (None, true));
    assert!(rows(part(request, Text::RequestHeaders)).contains(&format!("Authorization = *{PAIR}")));
    assert_eq!(
        rows(part(request, Text::RequestBody)),
        ["grant_type = authorization_code", "code = *DemoCode", "redirect_uri = https://a.example/", "client_id = x"]
    );
    assert!(request.parts.iter().all(|part| part.title != Text::RequestQuery), "there is no query");
    says(&view, "request-read secret-in-command@66+76");
    assert!(!format!("{view:?}").contains("DemoCode"));
}

#[test]
fn it_goes_on_to_the_header_and_to_the_answer() {
    let exchange = format!(
        "POST /oauth/token HTTP/1.1\r\nHost: zoom.us\r\nAuthorization: {PAIR}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\ngrant_type=authorization_code&code=a\r\n\r\n\
         HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n\
         {{\"reason\":\"Invalid authorization code\",\"error\":\"invalid_grant\"}}"
    );
    let desk = at_request(&exchange);
    let view = request::view(&desk).unwrap();
    assert_eq!(view.requests[0].status, Some(400));
    let on = &view.requests[0].on;
    let ways: Vec<_> = on.iter().map(|on| (on.label, on.kind)).collect();
    assert_eq!(
        ways,
        [
            (Text::RequestReadHeader, PastedKind::AuthorizationHeader),
            (Text::RequestReadAnswer, PastedKind::ErrorAnswer)
        ]
    );
    let header = desk.after(ReaderAction::WentOn(on[0].kind, on[0].text.clone())).unwrap();
    assert_eq!(header.route, Route::Tool(Tool::ReadHeader));
    assert_eq!(header.session().entry(Field::Header).expose(), PAIR);
    assert_eq!(header.session().entry(Field::Request).expose(), exchange, "the request is still there");
    let answer = desk.after(ReaderAction::WentOn(on[1].kind, on[1].text.clone())).unwrap();
    assert_eq!(answer.route, Route::Tool(Tool::ErrorAnswer));
    assert!(answer.session().entry(Field::Error).expose().starts_with("{\"reason\""));
}

#[test]
fn an_answer_alone_can_be_read_too() {
    let view = view("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"access_token\":\"a\"}");
    assert!(view.requests.is_empty());
    assert_eq!(view.answer.map(|on| on.kind), Some(PastedKind::TokenAnswer));
}

#[test]
fn several_requests_have_labels_of_their_own() {
    let view = view(&format!("{}\n{}", curl(), curl()));
    assert_eq!(view.requests[1].title, "Request 2 of 2: curl command");
    assert_eq!(part(&view.requests[1], Text::RequestBody).rows[1].label, "code (2)");
}

#[test]
fn every_finding_of_many_requests_is_told() {
    let view = view(
        &"curl https://zoom.us/oauth/token?a=1&b=2
"
        .repeat(40),
    );
    assert_eq!((view.requests.len(), view.findings.len()), (40, 121));
}

#[test]
fn a_body_that_is_elsewhere_is_said() {
    let view = view("curl -X POST https://zoom.us/oauth/token -d @body.txt");
    assert!(part(&view.requests[0], Text::RequestBody).rows.is_empty());
}

#[test]
fn the_providers_addresses_are_known() {
    let ask = |address: &str| view(&curl().replace("https://zoom.us/oauth/token", address));
    for address in ["https://zoom.us/oauth/token", "https://api.zoom.us/oauth/token", "https://zoomgov.com/oauth/token"]
    {
        let found = kinds(&ask(address).findings);
        assert_eq!(found, "request-read secret-in-command", "{address}");
    }
    says(
        &ask("https://example.zoom.us/oauth/token"),
        "request-read other-token-endpoint@13+35 secret-in-command@74+76",
    );
}

#[test]
fn a_command_is_fixed_and_the_fix_taken_back() {
    let text = "curl https://zoom.us/oauth/token?grant_type=client_credentials&x=1 -X POST -u \"$ID:$SECRET\"";
    let desk = at_request(text);
    let found = request::view(&desk).unwrap().findings;
    let finding = the(FindingKind::AmpersandNotQuoted, &found).to_owned();
    let after = desk.after(FixAction::Fixed(Field::Request, finding)).unwrap();
    assert!(
        after.session().entry(Field::Request).expose().contains("x=1'")
            || after.session().entry(Field::Request).expose().contains("x=1\"")
    );
    says(
        &request::view(&after).unwrap(),
        "request-read parameters-in-query-allowed@34+29 grant-narrow@34+29=client_credentials",
    );
    assert_eq!(after.after(FixAction::Undone).unwrap().session().entry(Field::Request).expose(), text);
}

#[test]
fn a_text_without_a_request_is_told_and_an_empty_one_is_not() {
    says(&view("%%% nothing here"), "no-request-found");
    assert!(request::view(&at_request(" \n")).is_none());
}

#[test]
fn no_excerpt_shows_a_secret() {
    const SECRET: &str = "Zp4RkWn8sVtYcLq2HdMxFj6B";
    for text in [
        format!(
            "curl -u DemoClientId:{SECRET} https://a.example/token -d 'grant_type=client_credentials&client_secret={SECRET}'"
        ),
        format!(
            "curl https://a.example/token -H 'Authorization: DemoClientId:{SECRET}' -d grant_type=client_credentials"
        ),
        format!("curl https://a.example/token -H 'Authorization: {SECRET}{SECRET}' -d grant_type=client_credentials"),
        format!("curl https://a.example/token -d 'grant_type={SECRET}'"),
        format!("curl https://a.example/token -d 'grant_type=refresh_token&refresh_token=abc {SECRET}'"),
        format!("curl https://a.example/token -d 'grant_type=refresh_token&refresh_token=abc+{SECRET}'"),
        format!("curl https://a.example/token -F 'client_secret={SECRET}&grant_type=client_credentials'"),
        format!(
            "curl https://a.example/token -d '{{\"client_secret\":\"{SECRET}\",\"grant_type\":\"client_credentials\"}}'"
        ),
        format!("curl https://id:{SECRET}@a.example/token -d grant_type=client_credentials"),
        format!("curl https://a.example/me -H 'Authorization: Bearer Bearer {SECRET}'"),
    ] {
        let desk = at_request(&text);
        for finding in &request::view(&desk).unwrap().findings {
            let pieces = desk.finding_excerpt(finding, FoundIn { field: Some(Field::Request), ..FoundIn::default() });
            let shown: String = pieces.iter().map(|piece| piece.text.expose()).collect();
            // As long a part of it as an excerpt shows beside the finding.
            assert!(!shown.contains(&SECRET[..8]), "{} in {text}: {shown}", finding.kind.name());
        }
    }
}
