//! The values of the parameters of a token request.

use super::fixed;
use super::request_servers::{KNOWN, fails, faults, is_sound};
use crate::notation::{kinds, said, the};
use authdesk::reading::{FindingKind, read_request};

fn ask(body: &str) -> String {
    format!("curl -u \"$ID:$SECRET\" https://id.example.com/token -d '{body}'")
}

#[test]
fn a_plus_that_is_no_space() {
    for (body, name, after) in [
        (
            "grant_type=refresh_token&refresh_token=25814D9bC+4VznScM7bewEJkYL==",
            "refresh_token",
            "25814D9bC%2B4VznScM7bewEJkYL==",
        ),
        ("refresh_token=a+b+c&grant_type=refresh_token", "refresh_token", "a%2Bb%2Bc"),
        ("grant_type=authorization_code&client_id=x&code=abc+def", "code", "abc%2Bdef"),
        ("grant_type=client_credentials&client_id=x&client_secret=p7+Gq/2w==", "client_secret", "p7%2BGq/2w=="),
        ("grant_type=password&username=me+test@example.com&password=x", "username", "me%2Btest@example.com"),
        ("grant_type=password&username=a&password=50%25+5%", "password", "50%25%2B5%25"),
        ("grant_type=client_credentials&client_id=x&client_secret=100%secure", "client_secret", "100%25secure"),
        ("grant_type=client_credentials&client_id=x&client_secret=a%zz", "client_secret", "a%25zz"),
    ] {
        let text = format!("curl https://id.example.com/token -d '{body}'");
        let found = faults(&text);
        let finding = the(FindingKind::ValueNotEncoded, &found);
        assert!(said([finding]).ends_with(&format!("={name}")), "{body}: {}", said([finding]));
        let by_fix = fixed(finding, &text).unwrap();
        assert!(by_fix.contains(&format!("{name}={after}")), "{by_fix}");
        is_sound(&by_fix);
    }
}

#[test]
fn an_ampersand_inside_of_a_value() {
    let text = ask("grant_type=authorization_code&code=abc&redirect_uri=https%3A%2F%2Fa.example&client_secret=ab&cd3");
    let by_fix = fixed(the(FindingKind::ValueNotEncoded, &faults(&text)), &text).unwrap();
    assert!(by_fix.ends_with("client_secret=ab%26cd3'"), "{by_fix}");
    fails(
        "curl https://id.example.com/token -d 'grant_type=password&username=a&password=x&y&client_id=z'",
        "value-not-encoded",
    );
}

#[test]
fn encoded_values_and_spaces_that_are_meant() {
    for body in [
        "grant_type=refresh_token&refresh_token=25814D9bC%2B4Vzn%3D%3D",
        "grant_type=client_credentials&scope=read+write",
        "grant_type=client_credentials&scope=https%3A%2F%2Fa.example%2F.default",
        "grant_type=password&username=a&password=correct+horse",
        "grant_type=password&username=John+Doe&password=x",
        "grant_type=authorization_code&code=4%2F0AfgeXvs&redirect_uri=https://a.example/cb",
        "grant_type=authorization_code&code=$CODE+x",
        "grant_type=refresh_token&refresh_token=abc&",
        "grant_type=refresh_token&refresh_token=abc&&scope=a",
        "grant_type=refresh_token&refresh_token=a%C3%A4",
    ] {
        is_sound(&ask(body));
    }
    is_sound(
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d grant_type=refresh_token --data-urlencode 'refresh_token=a+b&c%'",
    );
    is_sound(
        "curl -u \"%ID%:%SECRET%\" \"https://id.example.com/token\" ^\n -d \"grant_type=refresh_token&refresh_token=%TOKEN%\"",
    );
    is_sound(
        "irm https://id.example.com/token -Method Post -Body @{ grant_type='refresh_token'; refresh_token='a+b'; client_id='x'; client_secret='y+z' }",
    );
}

#[test]
fn values_of_variables_that_were_not_set() {
    for word in ["undefined", "null", "None", "NaN", "nil", "%5Bobject%20Object%5D", "[object Object]", "(null)"] {
        for name in ["code", "redirect_uri"] {
            let body = format!("grant_type=authorization_code&code=abc&redirect_uri=https://a.example/&{name}={word}");
            let body =
                body.replacen(&format!("{name}=abc&"), "", 1).replacen(&format!("{name}=https://a.example/&"), "", 1);
            let found = faults(&ask(&body));
            assert!(said([the(FindingKind::ValueNotSet, &found)]).ends_with(&format!("={name}")), "{body}");
        }
        fails(&ask(&format!("grant_type=refresh_token&refresh_token={word}")), "value-not-set");
    }
    fails(
        "curl https://id.example.com/token -d 'grant_type=client_credentials&client_id=undefined&client_secret=None'",
        "value-not-set value-not-set",
    );
    for word in ["nullable", "none", "undefined1", "Nanny", "0", "false"] {
        is_sound(&ask(&format!("grant_type=refresh_token&refresh_token={word}")));
    }
}

#[test]
fn masks_and_placeholders_are_a_note() {
    for word in [
        "***",
        "[FILTERED]",
        "[REDACTED]",
        "xxxxxxxx",
        "XXXX-XXXX",
        "<refresh_token>",
        "{token}",
        "••••••",
        "abc****",
        "<your token>",
        "%5BFILTERED%5D",
    ] {
        let text = ask(&format!("grant_type=refresh_token&refresh_token={word}"));
        is_sound(&text);
        assert!(kinds(&read_request(&text, &KNOWN).findings).contains("value-masked"), "{word}");
    }
    for word in ["$TOKEN", "${TOKEN}", "{{token}}", "abcdef", "xxy", "a.b-c_d", "tok#en"] {
        let text = ask(&format!("grant_type=refresh_token&refresh_token={word}"));
        assert!(!kinds(&read_request(&text, &KNOWN).findings).contains("value-masked"), "{word}");
    }
}

#[test]
fn empty_and_missing_values() {
    for (body, expected) in [
        ("grant_type=authorization_code&code=", "parameter-empty"),
        ("grant_type=authorization_code", "parameter-missing"),
        ("grant_type=refresh_token&refresh_token=", "parameter-empty"),
        ("grant_type=refresh_token&refresh_token=a&client_id=", "parameter-empty"),
        ("grant_type=password&username=a", "parameter-missing"),
        ("grant_type=password&password=a&username=", "parameter-empty"),
        ("grant_type=", "parameter-empty"),
        ("grant_type=auhorization_code", "parameter-missing grant-mistyped"),
        ("scope=a", "parameter-missing"),
    ] {
        fails(&ask(body).replace("/token", "/oauth/token"), expected);
    }
    // The library of Google sends an empty verifier where there is none.
    is_sound(&ask("grant_type=authorization_code&code=abc&code_verifier="));
    is_sound(&ask("grant_type=authorization_code&code=abc"));
}

#[test]
fn the_same_name_twice() {
    for (name, body) in [
        ("username", "grant_type=password&username=admin&username=welcome1&password=x"),
        ("password", "grant_type=password&username=admin&password=x&password=y"),
        ("grant_type", "grant_type=client_credentials&grant_type=client_credentials"),
        ("scope", "grant_type=client_credentials&scope=a&scope=b"),
        (
            "redirect_uri",
            "grant_type=authorization_code&code=a&redirect_uri=https://a.example&redirect_uri=https://b.example",
        ),
    ] {
        let found = faults(&ask(body));
        assert!(said(&found).ends_with(&format!("={name}")), "{}", said(&found));
        assert_eq!(kinds(&found), "repeated-parameter");
    }
    is_sound(&ask(
        "grant_type=urn:ietf:params:oauth:grant-type:token-exchange&audience=a&audience=b&resource=c&resource=d",
    ));
}

#[test]
fn a_redirect_url_with_the_response_in_it() {
    for redirect in [
        "http%3A%2F%2Flocalhost%3A3000%2Fcb%3Fcode%3Dabc%26state%3Dxyz",
        "https://a.example/cb?code=abc",
        "https%3A%2F%2Fa.example%2Fcb%3Fstate%3Dxyz%26code%3Dabc",
    ] {
        fails(&ask(&format!("grant_type=authorization_code&code=abc&redirect_uri={redirect}")), "redirect-has-code");
    }
    for redirect in [
        "https://a.example/cb?tenant=1",
        "https%3A%2F%2Fa.example%2Fcode%3Fx%3D1",
        "https%3A%2F%2Fa.example%2Fcb%3Fpostcode%3D1",
    ] {
        is_sound(&ask(&format!("grant_type=authorization_code&code=abc&redirect_uri={redirect}")));
    }
}

#[test]
fn a_redirect_url_whose_own_parameters_are_cut_off() {
    for (redirect, after) in [
        ("http://localhost:8080/?a=b&c=d", "http%3A%2F%2Flocalhost%3A8080%2F%3Fa%3Db%26c%3Dd"),
        ("https://a.example/cb?x=1&y=2&z=3", "https%3A%2F%2Fa.example%2Fcb%3Fx%3D1%26y%3D2%26z%3D3"),
    ] {
        for rest in ["", "&client_id=x"] {
            let text = ask(&format!("grant_type=authorization_code&code=abc&redirect_uri={redirect}{rest}"));
            fails(&text, "redirect-cut-off");
            let by_fix = fixed(the(FindingKind::RedirectCutOff, &faults(&text)), &text).unwrap();
            assert_eq!(by_fix, text.replace(redirect, after));
            is_sound(&by_fix);
        }
    }
    for rest in [
        "https://a.example/cb?x=1",
        "https://a.example/cb?x=1&client_id=y",
        "https://a.example/cb?x=1&audience=y",
        "https://a.example/cb&tenant=z",
    ] {
        is_sound(&ask(&format!("grant_type=authorization_code&code=abc&redirect_uri={rest}")));
    }
}

#[test]
fn spaces_in_what_a_machine_made() {
    for (body, expected) in [
        ("grant_type=authorization_code&code=abc def", "blank-inside"),
        ("grant_type=authorization_code&code=abc%20def", "blank-inside"),
        ("grant_type=authorization_code&code=abc%0A", "blanks-around"),
        ("grant_type=refresh_token&refresh_token=%20abc", "blanks-around"),
        ("grant_type=refresh_token&refresh_token=abc%0D%0Adef", "blank-inside"),
        ("grant_type=refresh_token&refresh_token=abc&client_id=x%20", "blanks-around"),
    ] {
        fails(&ask(body), expected);
    }
    is_sound(&ask("grant_type=client_credentials&scope=a b"));
    is_sound(&ask("grant_type=password&username=John Doe&password=a b"));
}

#[test]
fn values_that_were_encoded_once_more_or_put_in_quotes() {
    let urlencode = |pair: &str| {
        format!(
            "curl -u \"$ID:$SECRET\" https://id.example.com/token -d grant_type=authorization_code --data-urlencode '{pair}' -d state=x"
        )
    };
    for (pair, expected) in [("code=4%2F0AfgeXvs", "encoded-twice"), ("code=\"abcdef\"", "quotes-around")] {
        fails(&urlencode(pair), expected);
    }
    for body in [
        "grant_type=authorization_code&code=4%252F0AfgeXvs",
        "grant_type=authorization_code&code=abc&redirect_uri=https%253A%252F%252Fa.example%252Fcb",
    ] {
        fails(&ask(body), "encoded-twice");
    }
    fails(&ask("grant_type=authorization_code&code=abc&client_id=%22x%22"), "quotes-around");
    for body in [
        "grant_type=authorization_code&code=4%2F0AfgeXvs&redirect_uri=https%3A%2F%2Fa.example%2Fcb%3Fx%3D%2520",
        "grant_type=authorization_code&code=4/0AfgeXvs&redirect_uri=https%3A%2F%2Fa.example%2Fcb",
        "grant_type=password&username=%22a%22&password=%22b%22",
    ] {
        is_sound(&ask(body));
    }
}

#[test]
fn verifiers() {
    let with =
        |verifier: &str| ask(&format!("grant_type=authorization_code&code=abc&client_id=x&code_verifier={verifier}"));
    for verifier in
        ["abc", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjX", "dBjftJeZ4CVP+mB92K27uhbUJU1p1r_wW1gFWFOEjXk="]
    {
        fails(&with(verifier), "not-a-verifier");
    }
    for verifier in
        ["dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "$VERIFIER", "{{verifier}}", "", "***", "dBjftJeZ..."]
    {
        is_sound(&with(verifier));
    }
}

#[test]
fn an_empty_object_is_no_body() {
    for body in ["{}", "[]", " {} "] {
        let text = format!(
            "curl -u \"$ID:$SECRET\" 'https://zoom.us/oauth/token?grant_type=refresh_token&refresh_token=$T' -H 'Content-Type: application/json' -d '{body}'"
        );
        fails(&text, "parameters-in-query content-type-missing");
    }
}
