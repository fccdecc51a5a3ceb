//! Request files of VS Code's REST Client and of JetBrains' HTTP Client with their variables.

use super::request_servers::{KNOWN, fails, is_sound};
use authdesk::oauth::Secret;
use authdesk::reading::{RequestGrant, read_request};

/// A file with these variables, these headers and this body.
fn file(variables: &str, headers: &str, body: &str) -> String {
    format!(
        "{variables}\n\n### Token\nPOST {{{{base}}}}/oauth/token HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n{headers}\n\n{body}\n"
    )
}

const BASE: &str = "@base = https://id.example.com";
const PAIR: &str = "@id = DemoClientId0000\n@secret = DemoClientSecret0000";
const GRANT: &str = "grant_type=client_credentials";

#[test]
fn variables_are_filled_in() {
    for text in [
        file(&format!("{BASE}\n{PAIR}"), "Authorization: Basic {{id}}:{{secret}}", GRANT),
        file(&format!("{PAIR}\n{BASE}"), "Authorization: Basic {{id}} {{secret}}", GRANT),
        file(&format!("{BASE}\n{PAIR}"), "", &format!("{GRANT}&client_id={{{{id}}}}&client_secret={{{{ secret }}}}")),
        file("@host=id.example.com\n@base=https://{{host}}", "Authorization: Basic {{basic}}", GRANT),
        file(BASE, "Authorization: Basic {{$dotenv BASIC}}", GRANT),
        file(BASE, "Authorization: Basic DemoClientId0000 DemoClientSecret0000", GRANT),
        file(BASE, "Authorization: Basic {{pair}}", "grant_type={{grant}}").replacen(
            "@base",
            "@grant = client_credentials\n@base",
            1,
        ),
    ] {
        for text in [text.clone(), text.replace('\n', "\r\n")] {
            is_sound(&text);
            let read = read_request(&text, &KNOWN);
            assert_eq!(read.requests[0].url, "https://id.example.com/oauth/token", "{text}");
            assert_eq!(read.requests[0].grant, Some(RequestGrant::ClientCredentials), "{text}");
        }
    }
    let text = file(&format!("{BASE}\n{PAIR}"), "Authorization: Basic {{id}} {{secret}}", GRANT);
    let read = read_request(&text, &KNOWN);
    let right = Secret::new("Basic RGVtb0NsaWVudElkMDAwMDpEZW1vQ2xpZW50U2VjcmV0MDAwMA==");
    assert!(read.requests[0].authorization.as_ref().is_some_and(|sent| sent.same_as(&right)));
}

#[test]
fn faults_in_variables() {
    for (variables, headers, body, expected) in [
        ("@base = http://id.example.com", "Authorization: Basic {{pair}}", GRANT, "not-https"),
        (
            "@base = https://id.example.com\n@grant = client_credential",
            "Authorization: Basic {{pair}}",
            "grant_type={{grant}}",
            "grant-mistyped",
        ),
        (BASE, "", GRANT, "client-authentication-missing"),
        (
            "@base = https://id.example.com\n@auth = Bearer abcdef0123456789",
            "Authorization: {{auth}}",
            GRANT,
            "bearer-header",
        ),
        (
            "@base = https://id.example.com\n@code = abc%2Bdef",
            "Authorization: Basic {{pair}}",
            "grant_type=authorization_code&code={{code}}&redirect_uri=\"https://a.example\"",
            "quotes-around",
        ),
    ] {
        fails(&file(variables, headers, body), expected);
    }
}

#[test]
fn what_sets_no_variable() {
    for text in [
        file("@", "Authorization: Basic {{pair}}", GRANT),
        file("@base", "Authorization: Basic {{pair}}", GRANT),
        file("# @no-log", "Authorization: Basic {{pair}}", GRANT),
        file("@a = {{a}}\n@b = {{a}}{{a}}", "Authorization: Basic {{a}}{{b}}", GRANT),
    ] {
        let read = read_request(&text, &KNOWN);
        assert_eq!(read.requests[0].url, "{{base}}/oauth/token", "{text}");
        is_sound(&text);
    }
}
