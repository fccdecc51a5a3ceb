//! How the body of a token request is sent.

use super::fixed;
use super::request_servers::{fails, faults, is_sound};
use crate::notation::the;
use authdesk::reading::FindingKind;

const ID: &str = "-u \"$ID:$SECRET\"";
const FORM: &str = "Content-Type: application/x-www-form-urlencoded";

#[track_caller]
fn fix(text: &str, kind: FindingKind) -> String {
    fixed(the(kind, &faults(text)), text).expect("a fix")
}

#[test]
fn multipart_instead_of_a_form() {
    for text in [
        format!("curl {ID} https://id.example.com/token -F grant_type=client_credentials"),
        format!("curl {ID} https://id.example.com/token -F 'grant_type=client_credentials' -F scope=api"),
        format!("curl {ID} https://id.example.com/token --form grant_type=refresh_token --form refresh_token=$T"),
        format!("curl {ID} https://id.example.com/token --form-string grant_type=client_credentials"),
        format!("curl {ID} -H '{FORM}' https://id.example.com/token -F grant_type=client_credentials"),
        format!("curl {ID} http://127.0.0.1:5000/oauth/token -F grant_type=password -F username=$U -F password=valid"),
    ] {
        fails(&text, "multipart-body");
        is_sound(&fix(&text, FindingKind::MultipartBody));
    }
    fails(
        "POST /oauth/token HTTP/1.1\nHost: id.example.com\nAuthorization: Basic YTpi\nContent-Type: multipart/form-data; boundary=x\n\n--x\nContent-Disposition: form-data; name=\"grant_type\"\n\nclient_credentials\n--x--",
        "multipart-body",
    );
    let by_fix = fix(
        &format!("curl {ID} https://id.example.com/token -F grant_type=client_credentials -F 'scope=a b'"),
        FindingKind::MultipartBody,
    );
    assert_eq!(
        by_fix,
        format!(
            "curl {ID} https://id.example.com/token --data-urlencode grant_type=client_credentials --data-urlencode 'scope=a b'"
        )
    );
    let file = format!("curl {ID} https://id.example.com/token -F grant_type=client_credentials -F code=@code.txt");
    assert!(fixed(the(FindingKind::MultipartBody, &faults(&file)), &file).is_none(), "a file stays one");
}

#[test]
fn a_whole_form_in_one_field() {
    for body in [
        "client_id=7rq2vkgn84&grant_type=client_credentials",
        "grant_type=client_credentials&scope=api",
        "scope=a&grant_type=client_credentials&client_id=x",
        "grant_type=refresh_token&refresh_token=abc",
    ] {
        for option in ["-F", "--form"] {
            let text = format!("curl {ID} 'https://id.example.com/token' -H '{FORM}' {option} \"{body}\"");
            fails(&text, "form-in-one-field");
            assert_eq!(fix(&text, FindingKind::FormInOneField), text.replace(&format!("{option} "), "--data "));
            is_sound(&fix(&text, FindingKind::FormInOneField));
        }
    }
    is_sound("curl https://files.example.com/upload -F 'query=a=1&b=2' -F file=@x");
}

#[test]
fn a_body_that_is_not_what_its_type_says() {
    let json = "{\"grant_type\":\"client_credentials\",\"scope\":\"api\"}";
    for text in [
        format!("curl {ID} https://id.example.com/token -H '{FORM}' -d '{json}'"),
        format!("curl {ID} https://acme.auth0.com/oauth/token -H '{FORM}' -d '{json}'"),
        format!("POST /token HTTP/1.1\nHost: id.example.com\nAuthorization: Basic YTpi\n{FORM}\n\n{json}"),
        format!("curl {ID} https://id.example.com/token -H 'Content-Type: application/json' -d 'grant_type=client_credentials&scope=api'"),
        format!("curl {ID} https://acme.auth0.com/oauth/token -H 'content-type: application/json; charset=utf-8' -d grant_type=client_credentials"),
        "POST /token HTTP/1.1\nHost: id.example.com\nAuthorization: Basic YTpi\nContent-Type: application/json\n\ngrant_type=client_credentials&scope=api".to_owned(),
    ] {
        fails(&text, "body-not-as-declared");
    }
    let text = format!("curl {ID} https://id.example.com/token -H '{FORM}' -d '{json}'");
    is_sound(&fix(&text, FindingKind::BodyNotAsDeclared));
    fails(
        &format!(
            "curl {ID} https://zoom.us/oauth/token -H 'Content-Type: application/json' -d '{{\"grant_type\":\"refresh_token\",\"refresh_token\":\"$T\"}}'"
        ),
        "json-body",
    );
    fails(&format!("curl {ID} https://id.example.com/token -d '{json}'"), "json-body");
    fails(
        &format!("curl {ID} https://id.example.com/token -H 'Content-Type: application/json' -d '{json}'"),
        "json-may-fail",
    );
    is_sound(&format!(
        "curl {ID} https://api.notion.com/v1/oauth/token -H 'Content-Type: application/json' -d '{json}'"
    ));
    is_sound(&format!(
        "curl {ID} https://id.example.com/token -H '{FORM}; charset=utf-8' -d grant_type=client_credentials"
    ));
}

#[test]
fn two_content_types() {
    for other in ["application/json", "text/plain", "multipart/form-data"] {
        let text = format!(
            "curl {ID} https://id.example.com/token -H '{FORM}' -H 'Content-Type: {other}' -d grant_type=client_credentials"
        );
        fails(&text, "content-type-repeated");
    }
    is_sound(&format!(
        "curl {ID} https://id.example.com/token -H '{FORM}' -H '{FORM}; charset=utf-8' -d grant_type=client_credentials"
    ));
}

#[test]
fn a_question_mark_before_the_form() {
    for text in [
        format!("curl {ID} https://id.example.com/token -d '?grant_type=client_credentials'"),
        format!("curl {ID} https://id.example.com/token --data-raw \"?grant_type=client_credentials&scope=a\""),
        format!("curl {ID} https://id.example.com/token -d '?scope=a&grant_type=client_credentials'"),
    ] {
        fails(&text, "question-mark-in-body");
        is_sound(&fix(&text, FindingKind::QuestionMarkInBody));
    }
    fails(
        &format!(
            "POST /token HTTP/1.1\nHost: id.example.com\nAuthorization: Basic YTpi\n{FORM}\n\n?grant_type=authorization_code&code=abc"
        ),
        "question-mark-in-body",
    );
    is_sound(&format!("curl {ID} https://id.example.com/token -d 'grant_type=authorization_code&code=a?b'"));
}

#[test]
fn blanks_before_the_names_of_a_body() {
    let token = "https://id.example.com/token";
    for text in [
        format!("curl {ID} {token} -d 'grant_type=refresh_token&\n  refresh_token=abc'"),
        format!("curl {ID} {token} -d 'grant_type=refresh_token&\r\n\trefresh_token=abc'"),
        format!("curl {ID} {token} -d \"grant_type=refresh_token&\\\n  refresh_token=abc\""),
        format!("curl {ID} {token} -d 'grant_type=refresh_token&\\\n  refresh_token=abc'"),
        format!("curl {ID} {token} -d 'grant_type=refresh_token&   refresh_token=abc'"),
        format!("curl {ID} {token} --data-raw 'grant_type=refresh_token&\n\nrefresh_token=abc'"),
        format!("curl {ID} -d 'grant_type=refresh_token& refresh_token=abc' {token}"),
        format!(
            "curl {ID} {token} -d 'grant_type=authorization_code&\ncode=abc&\nredirect_uri=https%3A%2F%2Fa.example'"
        ),
        format!("curl {ID} {token} -d 'grant_type=password& username=a& password=b'"),
        format!("curl {ID} {token} -d 'grant_type=refresh_token&scope=a&\n\n    refresh_token=abc'"),
    ] {
        fails(&text, "blank-before-name");
        if !text.contains('\\') {
            is_sound(&fix(&text, FindingKind::BlankBeforeName));
        }
    }
    // The rest of the text is in the quotes too.
    fails(
        &format!("curl {ID} {token} -d 'grant_type=refresh_token&\n  refresh_token=abc\nWhat is wrong?"),
        "blank-before-name command-cut-off",
    );
}

#[test]
fn breaks_that_are_not_sent() {
    let token = "https://id.example.com/token";
    for text in [
        format!("curl {ID} {token} \\\n  -d grant_type=refresh_token \\\n  -d refresh_token=abc"),
        format!("curl {ID} {token} -d \"grant_type=refresh_token&\\\nrefresh_token=abc\""),
        format!("curl {ID} {token} -d 'grant_type=client_credentials&scope=a b'"),
        format!("curl {ID} {token} -d 'grant_type=client_credentials&scope=a+b'"),
        format!("curl {ID} {token} --data-urlencode 'scope=a b' -d grant_type=client_credentials"),
        format!(
            "POST /token HTTP/1.1\nHost: id.example.com\nAuthorization: Basic YTpi\n{FORM}\n\ngrant_type=refresh_token\n&refresh_token=abc"
        ),
    ] {
        is_sound(&text);
    }
}

#[test]
fn a_caret_that_marks_a_place_is_not_of_cmd() {
    let text = format!(
        "curl {ID} https://id.example.com/token \\\n  -d 'grant_type=client_credentials'\n{{\"message\":\"Unexpected token.\\n^\"}}"
    );
    is_sound(&text);
}

#[test]
fn headers_and_body_without_a_line_between_them() {
    let request = |between: &str| {
        format!(
            "POST https://api.fitbit.com/oauth2/token\nAuthorization: Basic YTpi\n{FORM}{between}client_id=22BXYZ&grant_type=refresh_token&refresh_token=abc"
        )
    };
    fails(&request("\n"), "blank-line-missing");
    fails(&request("\r\n"), "blank-line-missing");
    is_sound(&request("\n\n"));
    is_sound(&request("\r\n\r\n"));
    fails(
        &format!(
            "POST /token HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n{FORM}\ngrant_type=client_credentials"
        ),
        "blank-line-missing",
    );
    is_sound(&format!(
        "POST /token HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\nCookie: a=b&c=d\n{FORM}\n\ngrant_type=client_credentials"
    ));
}

#[test]
fn line_breaks_in_the_url_and_in_headers() {
    let broken = format!("curl {ID} \"https://id.example.com/oau\nth/token\" -d grant_type=client_credentials");
    fails(&broken, "blank-in-address");
    for header in ["Basic YTpi\n", "Basic YTp\nmY2Q=", "Basic YTpi\\n"] {
        let text = format!(
            "curl https://id.example.com/token -H $'Authorization: {}x' -d grant_type=client_credentials",
            header.replace('\n', "\\n")
        );
        assert!(faults(&text).iter().any(|finding| finding.kind == FindingKind::LineBreakInHeader), "{text}");
    }
    let inside = "curl https://api.example.com/me -H \"Authorization: Bearer abc\ndef\"";
    assert!(faults(inside).iter().any(|finding| finding.kind == FindingKind::LineBreakInHeader));
    is_sound("curl https://api.example.com/me -H \"Authorization: Bearer abcdef\"\n");
}

#[test]
fn backslashes_in_cmd() {
    let transcript = "C:\\Users\\demo>curl \\\ncurl: (6) Could not resolve host: \\\n\nC:\\Users\\demo> -H 'Authorization: Bearer $TOKEN' \\\n'-H' is not recognized as an internal or external command,\n";
    fails(transcript, "backslash-in-cmd");
    let joined = "C:\\Users\\me>curl -X POST \"https://id.example.com/token\" \\\r\n  -u \"a:b\" \\\r\n  -d \"grant_type=client_credentials\"";
    fails(joined, "backslash-in-cmd");
    let by_fix = fix(joined, FindingKind::BackslashInCmd);
    assert_eq!(by_fix, joined.replace('\\', "^").replace("C:^Users^me", "C:\\Users\\me"));
    is_sound(&by_fix);
    is_sound(
        "C:\\Users\\me>curl -u \"a:b\" \"https://id.example.com/token\" -d \"grant_type=client_credentials\" -o C:\\out.json",
    );
    is_sound("$ curl -u \"a:b\" https://id.example.com/token \\\n  -d grant_type=client_credentials");
}

#[test]
fn error_records_of_powershell_are_no_commands() {
    let record = "Invoke-RestMethod : The remote server returned an error: (400) Bad Request.\nAt C:\\temp\\a.ps1:78 char:1\n+ Invoke-RestMethod -Uri $uri -Headers $h -Method POST\n+ ~~~~~~~~~~~~~~~\n    + CategoryInfo : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest) [Invoke-RestMethod], WebException";
    assert!(faults(record).is_empty());
    let read = authdesk::reading::read_request(record, &super::request_servers::KNOWN);
    assert!(read.requests.is_empty(), "{}", read.requests.len());
    is_sound("$r = Invoke-RestMethod -Uri $uri -Method Post -Headers $headers");
}

#[test]
fn signs_of_prompts() {
    for prompt in [
        "$ ",
        "› ",
        "❯ ",
        "➜ ",
        "➜  ~ ",
        "user@host:~$ ",
        "# ",
        "% ",
        "root@box:/tmp# ",
        "PS C:\\> ",
        "C:\\Users\\me>",
        "~/src ❯ ",
    ] {
        let curl = if prompt.starts_with("PS") { "curl.exe" } else { "curl" };
        is_sound(&format!(
            "{prompt}{curl} -u \"a:b\" \"https://id.example.com/token\" -d \"grant_type=client_credentials\""
        ));
    }
}
