//! What was pasted? Real texts of each kind, what is ambiguous, what is nothing, and that a long text is quick.

use crate::notation::{assert_said, is_inside};
use crate::processor_time::spent;
use authdesk::oauth::Secret;
use authdesk::reading::{Pasted, PastedKind, TEXT_LIMIT, what_is};
use proptest::prelude::*;

fn shown(secret: &Secret) -> &str {
    // EXPOSE: the tests compare the whole text.
    secret.expose()
}

fn names(pasted: &Pasted) -> String {
    pasted.kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(" ")
}

/// The text is of these kinds and goes to the reader as it is.
#[track_caller]
fn is(expected: &str, text: &str) {
    let pasted = what_is(text);
    assert_eq!(names(&pasted), expected, "{text:?}");
    assert_eq!(shown(&pasted.text), text);
    assert_said(&pasted.findings, "", text);
}

/// The text is of these kinds; the reader of that kind gets this part.
#[track_caller]
fn gives(expected: &str, text: &str, kind: PastedKind, part: &str) {
    let pasted = what_is(text);
    assert_eq!(names(&pasted), expected, "{text:?}");
    assert_eq!(shown(pasted.text_for(kind)), part);
}

const PAIR: &str = "DemoClientId0000000001:DemoClientSecret0000000000000001";
const VERINT_PAIR: &str = "bX3hG4UYSRyJWQ3zGn8otg:oGo4OZ2GYZbLiDBdQPIz3hH3vKIIOYAb";
const VERINT: &str = "IGJYM2hHNFVZU1J5SldRM3pHbjhvdGc6b0dvNE9aMkdZWmJMaURCZFFQSXozaEgzdktJSU9ZQWI=";
const CLEAN: &str = "RGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1vQ2xpZW50U2VjcmV0MDAwMDAwMDAwMDAwMDAwMQ==";
const OLDER: &str = "obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB";
const NEWER: &str = "3ZDQH98oh8J0YKDVCU6SY-E3rQ2m9T3Rg";
/// RFC 7519 §3.1.
const JWT: &str = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

#[test]
fn an_authorization_header() {
    let kind = "authorization-header";
    is(kind, &format!("Authorization: Basic {CLEAN}"));
    // Seed 002, step 17.
    is(kind, &format!("Basic {VERINT}"));
    is(kind, "Basic Client ID:Client Secret");
    is(kind, &format!(" basic\t{CLEAN}\n"));
    is(kind, &format!("Basic Basic {CLEAN}"));
    is(kind, &format!("Basic {PAIR}"));
    is(kind, "Basic eDp5Cg==");
    is(kind, &format!("\"Authorization\": \"Basic {CLEAN}\""));
    is(kind, "Authorization: Digest username=\"x\"");
    is(kind, "Authorization: Basic RGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1vQ2xpZW50U2VjcmV0MDAwMDAwMDAw\nMDAwMDAwMQ==");
    let header = format!("Authorization: Basic {CLEAN}");
    let lines = format!("Host: zoom.us\r\n{header}\r\nContent-Type: application/x-www-form-urlencoded");
    gives(kind, &lines, PastedKind::AuthorizationHeader, &header);
    gives("authorization-header jwt", &format!("Authorization: Bearer {JWT}"), PastedKind::Jwt, JWT);
    is(kind, "Bearer 0123456789abcdef");
    is(kind, "\"Basic YTpiY2RlZmc=\"");
    is(kind, "\"Basic abcdefghijklmno=\"");
}

/// RFC 9110 §11.2, RFC 6750 §3, RFC 7617 §2.1, RFC 9470 §3, RFC 9728 §5.1.
#[test]
fn what_a_server_wants_is_no_authorization_header() {
    for challenge in [
        "Basic realm=\"WallyWorld\", charset=\"UTF-8\"",
        "Basic charset=\"UTF-8\", realm=\"foo\"",
        "Bearer realm=\"example\", error=\"invalid_token\", error_description=\"The access token expired\"",
        "Bearer error=invalid_token",
        "Bearer realm=example",
        "Bearer Realm = \"example\"",
        "Bearer error_uri=\"https://a.example/e1\"",
        "Bearer max_age=\"5\", acr_values=\"myACR\"",
        "Bearer acr_values=\"urn:mace:incommon:iap:silver\"",
        "Bearer resource_metadata=\"https://a.example/.well-known/oauth-protected-resource\"",
        "Bearer trusted_issuers=\"https://a.example/0123\"",
        "Bearer nonce=\"0123456789abcdef\", claims=\"eyJhIjoxfQ==\"",
    ] {
        let kinds = what_is(challenge).kinds;
        assert!(!kinds.contains(&PastedKind::AuthorizationHeader), "{challenge}: {kinds:?}");
    }
}

#[test]
fn base64_of_a_pair() {
    is("base64", CLEAN);
    is("base64", &format!("b'{CLEAN}'"));
    is("base64", VERINT);
    is("base64", "YlgzaEc0VVlTUnlKV1EzekduOG90ZzpvR280T1oyR1laYkxpREJkUVBJejNoSDN2S0lJT1lBYg==");
    // pitfalls.md, section 2 and P2 to P10.
    for text in [
        "IkRlbW9DbGllbnRJZDAwMDAwMDAwMDE6RGVtb0NsaWVudFNlY3JldDAwMDAwMDAwMDAwMDAwMDEi",
        "wqBEZW1vQ2xpZW50SWQwMDAwMDAwMDAxOkRlbW9DbGllbnRTZWNyZXQwMDAwMDAwMDAwMDAwMDAx",
        "RGVtb0NsaWVudElkMDAwMDAwMDAwMURlbW9DbGllbnRTZWNyZXQwMDAwMDAwMDAwMDAwMDAx",
    ] {
        gives(&names(&what_is(text)), text, PastedKind::Base64, text);
        assert_eq!(what_is(text).kinds[0], PastedKind::Base64);
    }
    for text in [
        "RGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1vQ2xpZW50U2VjcmV0MDAwMDAwMDAwMDAwMDAwMQo=",
        "77u/RGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1vQ2xpZW50U2VjcmV0MDAwMDAwMDAwMDAwMDAwMQ==",
        "UkdWdGIwTnNhV1Z1ZEVsa01EQXdNREF3TURBd01UcEVaVzF2UTJ4cFpXNTBVMlZqY21WME1EQXdNREF3TURBd01EQXdNREF3TVE9PQ==",
        "QmFzaWMgRGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1vQ2xpZW50U2VjcmV0MDAwMDAwMDAwMDAwMDAwMQ==",
        "RABlAG0AbwBDAGwAaQBlAG4AdABJAGQAMAAwADAAMAAwADAAMAAwADAAMQA6AEQAZQBtAG8AQwBsAGkAZQBuAHQAUwBlAGMAcgBlAHQAMAAwADAAMAAwADAAMAAwADAAMAAwADAAMAAwADAAMQA=",
        "Q2xpZW50IElEOkNsaWVudCBTZWNyZXQ=",
        "WsO8cmljaDpnZWhlaW0=",
        "WvxyaWNoOmdlaGVpbQ==",
        "WgD8AHIAaQBjAGgAOgBnAGUAaABlAGkAbQA=",
        "bXkgaWQ6eDpwQHNzKyB3w7ZyZCp+IQ==",
        "aWR+fn46cz8/Pw==",
        "SUQ6YVo=",
        "eDp5Cg==",
        "RGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1vQ2xpZW50U2VjcmV0MDAwMDAwMDAw\nMDAwMDAwMQ==",
        " IGJYM2hHNFVZU1J5SldRM3pHbjhvdGc6b0dvNE9aMkdZWmJMaURCZFFQSXozaEgzdktJSU9ZQWI=\n",
    ] {
        is("base64", text);
    }
}

#[test]
fn a_pair() {
    let kind = "client-pair";
    is(kind, PAIR);
    is(kind, VERINT_PAIR);
    // Seed 004: an Account ID and a Client ID, joined.
    is(kind, "1234abc:5678def");
    is(kind, "DemoClientId0000000001: DemoClientSecret0000000000000001");
    is(kind, " DemoClientId0000000001:DemoClientSecret0000000000000001\n");
    is(kind, &format!("\"{PAIR}\""));
    is(kind, "DemoClientId0000000001:DemoClientSecret\n0000000000000001");
    is(kind, "Client_ID:Client_Secret");
    is(kind, "\u{201c}DemoClientId0000000001:DemoClientSecret0000000000000001\u{201d}");
}

#[test]
fn an_authorize_url() {
    let kind = "authorize-url";
    is(
        kind,
        "https://zoom.us/oauth/authorize?response_type=code&client_id=CLIENT_ID&redirect_uri=https%3A%2F%2Fexample.com%2Fcallback",
    );
    is(kind, "https://zoom.us/oauth/authorize?x=1?response_type=code");
    is(
        kind,
        "https://zoom.us/oauth/authorize?client_id=a&state=b&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    );
    is(kind, "https://zoom.us/oauth/authorize");
    is(kind, "?response_type=code&client_id=a&redirect_uri=https%3A%2F%2Fexample.com");
    is(kind, "response_type=code&client_id=a");
    is(kind, "<https://zoom.us/oauth/authorize?response_type=code&amp;client_id=a>");
    is(kind, "zoom.us/oauth/authorize?client_id=a");
    // pitfalls.md P13, encoded twice.
    is(kind, "redirect_uri=https%253A%252F%252Fexample.com%252Fcallback%253Fx%253D1");
}

#[test]
fn a_redirect_address() {
    let kind = "redirect-address";
    is(kind, &format!("https://example.com/?code={OLDER}"));
    is(kind, &format!("https://example.com/auth?code={NEWER}"));
    is(kind, "https://example.com/?code=ABC_def-1&state=xyz#top");
    is(kind, "https://example.com/cb#code=ABC&state=x");
    is(kind, "?code=ABC&state=xyz");
    is(kind, "#code=ABC&state=xyz");
    is(kind, "code=ABC&state=xyz");
    is(kind, "state=xyz&code=ABC");
    is(kind, "session=1&code=ABC");
    is(kind, "https://client.example.com/cb?error=access_denied&state=xyz");
    is(kind, "http://localhost:57000/oauth/callback?code=ABC");
    is(kind, "localhost:8080/callback?code=ABC");
    is(kind, "example.com/cb?code=ABC");
    is(kind, "com.example.app:/oauth?code=ABC");
    is(kind, "\"https://example.com/?code=ABC\"");
    is(kind, "https://exam\r\nple.com/?code=ABC");
    is(kind, "https%3A%2F%2Fexample.com%2F%3Fcode%3DABC");
    is(kind, "https://example.com/?code%3DABC%26state%3Dx");
    gives(kind, " https://example.com/?code=ABC\n", PastedKind::RedirectAddress, "https://example.com/?code=ABC");
}

#[test]
fn a_bare_code() {
    is("code", OLDER);
    is("code", NEWER);
    is("code", "ABC_def-1&state=xyz#top");
    is("code", "abc==&state=x");
    is("code", "4/0AX4XfWh-a_b");
    is("code", "4%2F0AX4XfWhab");
    is("code", "M.R3_BAY.abc-def");
    // RFC 6749 §4.1.2.
    is("code", "SplxlOBeZQQYbYS6WxSbIA");
    gives("code", &format!("  {OLDER}\r\n"), PastedKind::Code, OLDER);
}

#[test]
fn a_token_answer() {
    let kind = "token-answer";
    is(
        kind,
        r#"{"access_token":"a","token_type":"bearer","refresh_token":"r","expires_in":3599,"scope":"user:read:user"}"#,
    );
    is(kind, r#"{"access_token":"a"#);
    is(kind, "{\n  \"token_type\": \"bearer\",\n  \"api_url\": \"https://api.example\"\n}");
    is(kind, r#""{\"access_token\":\"a\",\"expires_in\":3600}""#);
    is(kind, r#"'{"access_token":"a"}'"#);
    is(kind, "access_token  : eyJzdiI6...\ntoken_type    : bearer\nexpires_in    : 3599");
    is(
        kind,
        "access_token token_type expires_in\n------------ ---------- ----------\neyJzdiI6...   bearer           3599",
    );
    is(kind, "\"access_token\": \"abc\",");
    is(kind, "<!doctype html><title>404</title>");
    let answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"access_token\":\"a\"}";
    gives("token-answer http-exchange", answer, PastedKind::TokenAnswer, answer);
    gives(
        kind,
        "Answer: {\"access_token\":\"a\",\"x\":{}} done",
        PastedKind::TokenAnswer,
        "{\"access_token\":\"a\",\"x\":{}}",
    );
}

#[test]
fn an_error_answer() {
    let kind = "error-answer";
    // errors.md: T1 to T9, A1 to A7, R1 to R14.
    for text in [
        r#"{"reason":"Invalid client_id or client_secret","error":"invalid_client"}"#,
        r#"{"reason":"Bad Request","error":"invalid_request"}"#,
        r#"{"error":"invalid_grant"}"#,
        r#"{"status":false,"errorCode":4700,"errorMessage":"Invalid redirect url","result":null}"#,
        r#"{"code":4711,"message":"Invalid access token, does not contain scopes:[user:read:list_users:admin]."}"#,
        r#"{"ok":false,"error":"invalid_manifest","errors":[]}"#,
        "Invalid redirect: https://example.com/cb (4,700)",
        "Invalid client_id: DemoClientId (4,702)",
        "Invalid scope",
        "Invalid access token, does not contain scopes:[user:read:list_users:admin].",
        "Redirect URI mismatch",
        "unsupported grant type",
        "Invalid Token!",
        "Access token is expired.",
        "invalid_grant",
        "Invalid state parameter",
        "The Zoom OAuth configuration is missing these required scopes: meeting:read:admin, meeting:write:admin, user:read:admin",
        "No access token returned",
        "<html><body><p>Invalid redirect: https://example.com/cb (4,700)</p></body></html>",
        "reason : Invalid client_id or client_secret\nerror  : invalid_client",
    ] {
        is(kind, text);
    }
    let json = r#"{"reason":"Invalid Token!","error":"invalid_grant"}"#;
    for before in ["400 ", "Invoke-RestMethod : ", "HTTP 400, "] {
        gives(kind, &format!("{before}{json}\r\nAt line:1 char:1"), PastedKind::ErrorAnswer, json);
    }
    let answer = format!("HTTP/2 400\r\ncontent-type: application/json\r\n\r\n{json}");
    gives("error-answer http-exchange", &answer, PastedKind::ErrorAnswer, &answer);
}

#[test]
fn a_jwt() {
    is("jwt", JWT);
    is("jwt", "eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UifQ.");
    is("jwt", "eyJhbGciOiJIUzI1NiJ9.eyJpc3Mi");
    gives("jwt", &format!("\"{JWT}\""), PastedKind::Jwt, JWT);
    gives("jwt", &format!(" {JWT}\n"), PastedKind::Jwt, JWT);
}

#[test]
fn a_list_of_scopes() {
    let kind = "scopes";
    is(kind, "user:read:user meeting:read:meeting");
    is(kind, "meeting:read:meeting:admin,user:read:list_users:admin");
    is(kind, "meeting:read:admin");
    is(kind, "meeting:write:admin:sip_dialing\nmeeting_token:read:admin:local_recording");
    // Seed 003.
    is(kind, "\u{2022} meeting:read;\n    \u{2022} meeting:write;\n    \u{2022} user:read;");
    is(kind, "meeting:read meeting:read\nmeeting:write meeting:write\nuser:read user:read");
    // Seed 004, a table with the words of each.
    is(
        kind,
        "\u{2022} View all user meetings meeting:read:admin\n  \u{2022} View and manage all user meetings meeting:write:admin",
    );
    is(kind, "View report data report:read:admin");
    // Seed 000, as it was scanned.
    is(
        kind,
        "View and manage sub account's user meetings meeting:master\nView all user meetings meeting:read:admin Get a meeting:read:admin.sip_dialing",
    );
    is(kind, "[\"user:read:user\",\"meeting:read:meeting\"]");
    is(kind, "user:read:user+meeting:read:meeting");
}

#[test]
fn a_command() {
    let command = format!(
        "curl -X POST https://zoom.us/oauth/token -H 'Authorization: Basic {CLEAN}' -d 'grant_type=account_credentials'"
    );
    let header = format!("Authorization: Basic {CLEAN}");
    gives("curl-command authorization-header", &command, PastedKind::CurlCommand, &command);
    gives("curl-command authorization-header", &command, PastedKind::AuthorizationHeader, &header);
    gives(
        "curl-command client-pair",
        &format!("$ curl -u {PAIR} https://zoom.us/oauth/token"),
        PastedKind::ClientPair,
        PAIR,
    );
    gives("curl-command client-pair", &format!("curl.exe --user \"{PAIR}\" https://a"), PastedKind::ClientPair, PAIR);
    is("curl-command", "curl ^\n  --request POST ^\n  \"https://zoom.us/oauth/token\"");
    is("curl-command", "printf '%s' \"$body\" | curl --data @- https://zoom.us/oauth/token");
    is("curl-command", "C:\\Users\\me> curl.exe https://zoom.us/oauth/token");
    is("curl-command", "token=$(curl -s https://zoom.us/oauth/token)");

    let command = format!(
        "Invoke-RestMethod -Method Post -Uri https://zoom.us/oauth/token -Headers @{{ Authorization = \"Basic {CLEAN}\" }}"
    );
    gives(
        "powershell-command authorization-header",
        &command,
        PastedKind::AuthorizationHeader,
        &format!("Basic {CLEAN}"),
    );
    is(
        "powershell-command",
        "$body = @{ grant_type = 'account_credentials' }\nInvoke-WebRequest -Uri https://zoom.us/oauth/token -Body $body",
    );
    is("powershell-command", "irm https://zoom.us/oauth/token -Method Post");
    is("powershell-command", "$headers = @{ 'Content-Type' = 'application/json' }");
}

#[test]
fn an_http_exchange() {
    let header = format!("Authorization: Basic {CLEAN}");
    let request =
        format!("POST /oauth/token HTTP/1.1\r\nHost: zoom.us\r\n{header}\r\n\r\ngrant_type=account_credentials");
    gives("http-exchange authorization-header", &request, PastedKind::HttpExchange, &request);
    gives("http-exchange authorization-header", &request, PastedKind::AuthorizationHeader, &header);
    is("http-exchange", "POST /oauth/token?grant_type=account_credentials&account_id=x");
    is(
        "http-exchange",
        "POST https://zoom.us/oauth/token HTTP/1.1\nContent-Type: application/json\n\n{\"grant_type\":\"account_credentials\"}",
    );
    is("http-exchange", "*   Trying 1.2.3.4:443...\n> POST /oauth/token HTTP/2\n> Host: zoom.us\n< HTTP/2 200");
    is("http-exchange", "https://zoom.us/oauth/token?grant_type=account_credentials&account_id=x");
    is("http-exchange", "grant_type=account_credentials&account_id=ACCOUNT_ID");
    is(
        "http-exchange redirect-address",
        "grant_type=authorization_code&code=CODE&redirect_uri=https%3A%2F%2Fexample.com%2Fcallback",
    );
    gives(
        "redirect-address http-exchange",
        "GET /cb?code=ABC&state=x HTTP/1.1\r\nHost: a",
        PastedKind::RedirectAddress,
        "/cb?code=ABC&state=x",
    );
    let answer = "HTTP/1.1 302 Found\r\nLocation: https://example.com/cb?code=ABC\r\n\r\n";
    gives("redirect-address http-exchange", answer, PastedKind::RedirectAddress, "https://example.com/cb?code=ABC");
    gives("redirect-address http-exchange", answer, PastedKind::HttpExchange, answer.trim());
    is("har", "{\"log\":{\"version\":\"1.2\",\"entries\":[]}}");
    is("har", "{\n  \"log\": {\n    \"version\": \"1.2\"");
    is("har", "{ \"log\" : { \"creator\": {} } }");
}

#[test]
fn a_wrapped_address() {
    let text = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2F%3Fcode%3DABC&data=05";
    let second =
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__zoom.us_oauth_authorize-3Fclient-5Fid-3Da&d=DwMFAg";
    let third = "https://urldefense.com/v3/__https://example.com/?code=ABC__;!!x!y$";
    for (text, kind, inner, by, start, length) in [
        (text, "redirect-address", "https://example.com/?code=ABC", "Microsoft Safe Links", 52, 41),
        (second, "authorize-url", "https://zoom.us/oauth/authorize?client_id=a", "Proofpoint URL Defense", 43, 51),
        (third, "redirect-address", "https://example.com/?code=ABC", "Proofpoint URL Defense", 28, 29),
    ] {
        for before in ["", " <", "Klicken Sie hier: ", "Öffnen <"] {
            let pasted = what_is(&format!("{before}{text}"));
            assert_eq!(names(&pasted), kind);
            assert_eq!(shown(&pasted.text), inner);
            let start = before.chars().count() + start;
            assert_said(&pasted.findings, &format!("wrapped-address@{start}+{length}={by}"), text);
        }
    }
}

#[test]
fn an_address_in_a_sentence() {
    for (text, address) in [
        ("You were sent to https://example.com/?code=ABC&state=x.", "https://example.com/?code=ABC&state=x"),
        (
            "Nothing happens (see https://example.com/cb?error=access_denied)",
            "https://example.com/cb?error=access_denied",
        ),
        ("1.2.3.4 - - [1/Jan] \"GET /cb?code=ABC HTTP/1.1\" 302", "/cb?code=ABC"),
    ] {
        gives("redirect-address", text, PastedKind::RedirectAddress, address);
    }
}

#[test]
fn what_is_ambiguous() {
    // Without padding it could be a code.
    is("base64 code", CLEAN.trim_end_matches('='));
    is("code base64", "abc==");
    is("base64 code", "qrvM3e7/ABEiM0RVZneImQCqu8zd7g==");
    // A URL that says nothing.
    is("redirect-address authorize-url", "https://zappysys.com/oauth/");
    is("redirect-address authorize-url", "https://zoom.us/oauth");
    is("redirect-address", "https://example.com/cb?state=x");
}

#[test]
fn what_is_nothing() {
    for text in [
        "hello",
        "hello world",
        "Basic Information",
        "Bearer of good news",
        "12:30",
        "4700",
        "me@example.com",
        "{}",
        "[1,2]",
        "{\"a\":1}",
        "{\"name1\":\"value1\",\"name2\":\"value2\"}",
        ":",
        "::",
        "&",
        "=",
        "?",
        "(",
        "\"",
        "eyJ",
        "curl",
        "curl is a program",
        "Client ID",
        "\u{1f600}",
        "Account Number",
        "(2023)",
        // Seeds 000 and 001.
        "Tragen Sie im Feld \"App Name\" den Namen \"KuferSQL\" ein",
        "Select Meeting, then select both checkboxes as shown below:",
        "Once activated, you can use the app. The error is described below.",
    ] {
        let pasted = what_is(text);
        assert_eq!(names(&pasted), "unknown", "{text:?}");
        assert_said(&pasted.findings, "nothing-known", text);
        assert_eq!(shown(&pasted.text), text);
    }
    for text in ["", " ", "\r\n", "\u{feff}", "\u{200b} "] {
        let pasted = what_is(text);
        assert!(pasted.kinds.is_empty() && pasted.findings.is_empty() && pasted.text.is_empty(), "{text:?}");
    }
}

#[test]
fn a_text_that_is_too_long_is_looked_at_by_its_length_only() {
    let pasted = what_is(&"a".repeat(TEXT_LIMIT + 1));
    assert_eq!(names(&pasted), "too-long");
    assert!(pasted.text.is_empty());
    assert_said(&pasted.findings, "text-too-long", "one character more than the limit");
    assert_ne!(names(&what_is(&" ".repeat(TEXT_LIMIT))), "too-long");
}

#[test]
fn debug_shows_nothing_of_the_text() {
    for text in [
        "hidden",
        "https://example.com/?code=hidden",
        "curl -u hidden1:hidden2 https://a",
        "Bearer eyJhidden.hidden.hidden1",
    ] {
        assert!(!format!("{:?}", what_is(text)).contains("hidden"), "{text}");
    }
}

/// One text of each kind, and what makes it longer without changing its kind.
const LONG: [(&str, &str, &str); 18] = [
    ("authorization-header", "Authorization: Basic ", "QUJD"),
    ("base64", "QUJDOkRFRg==", ""),
    ("client-pair", "DemoClientId0000000001:", "DemoClientSecret"),
    ("authorize-url", "https://a.example/authorize?client_id=", "x&x=y"),
    ("redirect-address", "https://a.example/?code=", "ABC&x=y"),
    (
        "redirect-address",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F%3Fcode%3D",
        "%41",
    ),
    ("redirect-address", "https://urldefense.com/v3/__https://a.example/?code=A__;!!x!", "y"),
    ("code", "ABC_def-1&state=", "x"),
    ("token-answer", "{\"access_token\":\"", "x"),
    ("error-answer", "{\"error\":\"invalid_grant\",", "\"a\":[{\"b\":1}],"),
    ("jwt", "eyJhbGciOiJub25lIn0.", "QUJD"),
    ("scopes", "meeting:read:admin ", "user:read:user "),
    ("curl-command", "curl -d '", "a=b "),
    ("powershell-command", "Invoke-RestMethod -Body '", "a=b "),
    ("http-exchange", "POST /oauth/token HTTP/1.1\r\n\r\n", "a=b&"),
    ("har", "{\"log\":", "{\"a\":["),
    ("token-answer", "<html>", "<p>(4,x)</p>"),
    ("unknown", "nothing ", "here / "),
];

#[test]
fn a_long_text_is_what_its_beginning_is() {
    for (kind, start, unit) in LONG {
        for length in [100_000, 1_000_000] {
            let text = format!("{start}{}", unit.repeat(length / unit.len().max(1)));
            assert!(names(&what_is(&text)).starts_with(kind), "{start}: {}", names(&what_is(&text)));
        }
    }
}

#[test]
fn ten_times_the_text_is_not_much_more_work() {
    for (_, start, unit) in LONG {
        let time = |length: usize| {
            let text = format!("{start}{}", unit.repeat(length / unit.len().max(1)));
            spent(|| drop(what_is(&text)))
        };
        let short = time(100_000);
        // Far below what a square of the length would take, and far above what a busy machine adds.
        assert!(time(1_000_000) < short * 40 + std::time::Duration::from_secs(1), "{start}");
    }
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "https://",
        "http",
        "example.com",
        "/",
        "?",
        "#",
        "&",
        "&amp;",
        "code=",
        "state=x",
        "%3D",
        "client_id",
        "grant_type=",
        "Authorization",
        ":",
        "Basic ",
        "Bearer ",
        "eyJ",
        "QUJD",
        "==",
        "=",
        "{",
        "}",
        "\"",
        "'",
        "\\\"",
        "\"access_token\"",
        "\"log\"",
        "reason",
        "curl ",
        "-u ",
        " ",
        "\n",
        "Invoke-RestMethod",
        "@{",
        "$",
        "POST ",
        "GET /",
        "HTTP/1.1",
        "> ",
        "< ",
        "location: ",
        "(4,700)",
        "invalid_grant",
        "user:read",
        "\u{201e}",
        "ä",
        "\u{1f600}",
        "https://urldefense.com/v3/__",
        "__;",
        "*",
        "[",
        "]",
        ",",
        "<html>",
    ]);
    prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_too_odd(text in prop_oneof![pieces(), "\\PC*", ".*"]) {
        let pasted = what_is(&text);
        let has_text = !pasted.text.is_empty();
        prop_assert_eq!(has_text, !pasted.kinds.is_empty());
        for finding in &pasted.findings {
            prop_assert!(is_inside(finding, &text, ""), "{finding:?}");
        }
        // What a reader gets was pasted, unless it was unwrapped.
        if pasted.findings.is_empty() {
            for kind in &pasted.kinds {
                prop_assert!(text.contains(shown(pasted.text_for(*kind))), "{kind:?}");
            }
        }
    }

    #[test]
    fn a_code_of_thirty_three_letters_is_a_code(code in "[A-Za-z0-9_-]{33}") {
        prop_assume!(!code.starts_with("eyJ"));
        prop_assume!(code.bytes().any(|byte| byte.is_ascii_digit()) && code.bytes().any(|byte| byte.is_ascii_alphabetic()));
        prop_assert_eq!(names(&what_is(&code)), "code");
    }

    #[test]
    fn a_pair_and_its_base64_are_known(id in "[A-Za-z0-9_-]{22}", secret in "[A-Za-z0-9]{32}") {
        let header = authdesk::oauth::authorization_header(&id, &Secret::new(secret.as_str()), authdesk::oauth::PairEncoding::Raw).unwrap();
        prop_assert_eq!(names(&what_is(&format!("{id}:{secret}"))), "client-pair");
        let header = shown(&header);
        prop_assert_eq!(names(&what_is(header)), "authorization-header");
        prop_assert_eq!(names(&what_is(header.strip_prefix("Basic ").unwrap())), "base64");
    }
}

#[test]
fn programs_with_a_request() {
    is("program-code", "requests.post('https://id.example/token', data={'grant_type': 'client_credentials'})");
    is("program-code", "$ch = curl_init('https://id.example/token');\ncurl_exec($ch);");
    is(
        "program-code",
        "fetch(\"https://id.example/token\", {\n  \"headers\": {\"authorization\": \"Basic eDp5\"},\n  \"method\": \"POST\"\n});",
    );
    is(
        "postman-file",
        r#"{"info": {"name": "x"}, "item": [{"request": {"method": "POST", "url": {"raw": "https://id.example/token"}}}]}"#,
    );
    // A command of a shell, and an error with its request, stay what they are.
    assert_eq!(names(&what_is("curl https://id.example/token -d grant_type=client_credentials")), "curl-command");
    let config = r#"{"config": {"url": "https://id.example/token", "method": "post", "data": "a=b"}"#;
    is("program-code", &format!("{config}}}"));
    is("error-answer", &format!("{config}, \"error\": \"invalid_grant\"}}"));
}
