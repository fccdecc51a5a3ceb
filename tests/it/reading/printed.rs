//! What programs print of a request: its headers as an object, and the log of Python's `http.client`.

use super::request_servers::{KNOWN, fails, is_sound};
use crate::notation::kinds;
use authdesk::reading::{DocumentHabits, PieceReading, RequestGrant, read_document, read_request};

const PAIR: &str = "RGVtb0NsaWVudElkOkRlbW9DbGllbnRTZWNyZXQ=";

/// As `print` of Python, `inspect` of Ruby, `var_export` of PHP and `console.log` write the headers of a request.
fn objects(authorization: &str) -> [String; 5] {
    [
        format!("{{'User-Agent': 'python-requests/2.31.0', 'Authorization': '{authorization}', 'Accept': '*/*'}}"),
        format!("{{'Authorization': \"{authorization}\", 'Content-Type': 'application/x-www-form-urlencoded'}}"),
        format!(
            "headers: {{ \"Content-Type\": \"application/x-www-form-urlencoded\", \"authorization\": \"{authorization}\" }}"
        ),
        format!("{{\"Authorization\"=>\"{authorization}\", \"Content-Type\"=>\"application/x-www-form-urlencoded\"}}"),
        format!(
            "array ( 'Content-Type' => 'application/x-www-form-urlencoded', 'Authorization' => '{authorization}', )"
        ),
    ]
}

#[track_caller]
fn found(text: &str) -> (Vec<&'static str>, String) {
    let mut document = read_document(text, &DocumentHabits::default());
    document.pieces.retain(|piece| !matches!(piece.reading, PieceReading::Prose(_)));
    let names = document.pieces.iter().map(|piece| piece.kind.name()).collect();
    let all: Vec<_> = document.pieces.into_iter().flat_map(|piece| piece.findings).collect();
    (names, kinds(&all))
}

#[test]
fn headers_as_an_object() {
    for text in objects(&format!("Basic {PAIR}")) {
        for text in [text.clone(), format!(">>> response.request.headers\n{text}\n>>>"), format!("sent:\r\n{text}\r\n")]
        {
            assert_eq!(found(&text), (vec!["authorization-header"], "header-read encodings-agree".into()), "{text}");
        }
    }
    for text in &objects(&format!("Basic b'{PAIR}'"))[1..4] {
        assert_eq!(found(text).1, "bytes-as-text", "{text}");
    }
    for text in objects(&format!("Basic Basic {PAIR}")) {
        assert_eq!(found(&text).1, "basic-twice", "{text}");
    }
}

#[test]
fn headers_that_a_program_puts_together_are_not_read() {
    for text in [
        "headers = {\"Authorization\": \"Bearer \" + token, \"Content-Type\": \"application/json\"}",
        "headers = {\"Authorization\": f\"Bearer {token}\"}",
        "headers = {'Authorization': 'Bearer YOUR_TOKEN'}",
        "headers = {'Authorization': 'Bearer <token>'}",
        "headers = {'Authorization': 'Basic ****'}",
        "const headers = { \"Authorization\": `Bearer ${token}` }",
        "$headers = array('Authorization' => \"Basic $auth\", 'Content-Type' => 'application/json');",
        "headers: { 'Authorization': 'Basic ' + btoa(pair) }",
    ] {
        assert_eq!(found(text).1, "", "{text}");
    }
}

#[test]
fn headers_alone_are_no_error() {
    for text in [
        "Content-Type: application/x-www-form-urlencoded\nHost: id.example.com",
        "Accept: */*\nContent-Length: 0\nContent-Type: application/x-www-form-urlencoded",
        "{'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': '0'}",
    ] {
        assert!(read_document(text, &DocumentHabits::default()).pieces.is_empty(), "{text}");
    }
}

const FORM: &str = "grant_type=client_credentials&scope=a%20b";

/// The log with this header and this body.
fn log(header: &str, body: &str) -> String {
    format!(
        "send: b'POST /oauth/token HTTP/1.1\\r\\nHost: id.example.com\\r\\nUser-Agent: python-requests/2.31.0\\r\\n{header}\\r\\n\\r\\n'\n\
         send: b'{body}'\nreply: 'HTTP/1.1 401 Unauthorized\\r\\n'\nheader: Content-Type: application/json\n"
    )
}

#[test]
fn a_log_of_python() {
    let header = format!("Content-Type: application/x-www-form-urlencoded\\r\\nAuthorization: Basic {PAIR}");
    for text in [
        log(&header, FORM),
        log(&header, FORM).replace("\\r\\n\\r\\n'\nsend: b'", "\\r\\n\\r\\n"),
        log(&header, FORM).replace("b'", "'"),
        log(&header, FORM).replace('\n', "\r\n"),
        format!(
            "DEBUG:urllib3.connectionpool:Starting new HTTPS connection (1): id.example.com:443\n{}",
            log(&header, FORM)
        ),
    ] {
        is_sound(&text);
        let read = read_request(&text, &KNOWN);
        let [request] = read.requests.as_slice() else { panic!("{text}") };
        assert_eq!((request.method.as_str(), request.url.as_str()), ("POST", "https://id.example.com/oauth/token"));
        assert_eq!((request.grant, request.status), (Some(RequestGrant::ClientCredentials), Some(401)));
    }
    let form = "Content-Type: application/x-www-form-urlencoded";
    fails(&log(form, FORM), "client-authentication-missing");
    fails(&log(&format!("{form}\\r\\nAuthorization: Basic b\\'{PAIR}\\'"), FORM), "bytes-as-text");
    fails(&log(&format!("{form}\\r\\nAuthorization: Bearer abcdef"), FORM), "bearer-header");
    fails(&log(&header, "grant_type=client_credential"), "grant-mistyped");
    fails(&log(&header.replace("x-www-form-urlencoded", "json"), FORM), "body-not-as-declared");
}

#[test]
fn several_requests_of_a_log() {
    let header = format!("Content-Type: application/x-www-form-urlencoded\\r\\nAuthorization: Basic {PAIR}");
    let two = log(&header, FORM) + &log(&header, "grant_type=refresh_token&refresh_token=abc");
    let grants: Vec<_> = read_request(&two, &KNOWN).requests.iter().map(|request| request.grant).collect();
    assert_eq!(grants, [Some(RequestGrant::ClientCredentials), Some(RequestGrant::RefreshToken)]);
    for text in ["send: b'", "send: money", "send: b'GET", "reply: 'HTTP/1.1 200 OK'", "send: b'\\", "send: b'\\x'"] {
        assert!(read_request(text, &KNOWN).requests.is_empty(), "{text}");
    }
}
