//! How the client authenticates in a token request.

use super::fixed;
use super::request_servers::{KNOWN, fails, faults, is_sound};
use crate::notation::{kinds, the};
use authdesk::reading::{FindingKind, read_request};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

const BODY: &str = "grant_type=refresh_token&refresh_token=$TOKEN";
const PAIR: &str = "RGVtb0NsaWVudElkOkRlbW9DbGllbnRTZWNyZXQ=";

/// The same request in the forms in which people have it, with this header.
fn forms(header: &str) -> [String; 8] {
    let quoted = header.replace('\\', "\\\\").replace('"', "\\\"");
    [
        format!("curl -X POST https://zoom.us/oauth/token -H 'Authorization: {header}' -d \"{BODY}\""),
        format!("curl https://id.example.com/oauth2/token --header \"Authorization: {header}\" --data \"{BODY}\""),
        format!(
            "POST /oauth/token HTTP/1.1\r\nHost: zoom.us\r\nAuthorization: {header}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n{BODY}"
        ),
        format!(
            "POST https://id.example.com/token\nauthorization: {header}\nContent-Type: application/x-www-form-urlencoded\n\n{BODY}"
        ),
        format!(
            "Invoke-RestMethod -Method Post -Uri 'https://zoom.us/oauth/token' -Headers @{{ Authorization = '{header}' }} -Body \"{BODY}\""
        ),
        format!(
            "{{\"log\":{{\"entries\":[{{\"request\":{{\"method\":\"POST\",\"url\":\"https://zoom.us/oauth/token\",\"headers\":[{{\"name\":\"Authorization\",\"value\":\"{quoted}\"}}],\"postData\":{{\"mimeType\":\"application/x-www-form-urlencoded\",\"text\":\"{BODY}\"}}}}}}]}}}}"
        ),
        format!(
            "* Connected\n> POST /oauth/token HTTP/1.1\n> Host: id.example.com\n> Authorization: {header}\n> Content-Type: application/x-www-form-urlencoded\n>\n< HTTP/1.1 401 Unauthorized\n<\n{{}}"
        ),
        format!("curl \"https://zoom.us/oauth/token\" ^\r\n  -H \"Authorization: {header}\" ^\r\n  -d \"{BODY}\""),
    ]
}

#[track_caller]
fn header_fails(header: &str, expected: &str) {
    for text in forms(header) {
        fails(&text, expected);
    }
}

#[track_caller]
fn header_is_sound(header: &str) {
    for text in forms(header) {
        is_sound(&text);
    }
}

#[test]
fn a_sound_header() {
    header_is_sound(&format!("Basic {PAIR}"));
    header_is_sound(&format!("basic {PAIR}"));
    header_is_sound("Basic {{credentials}}");
    assert!(
        forms("Basic {{credentials}}")
            .iter()
            .all(|text| !kinds(&read_request(text, &KNOWN).findings).contains("masked"))
    );
    // Somebody's own scheme, and text that was shortened.
    header_is_sound("SSWS abc");
    header_is_sound("Basic abcd...");
}

#[test]
fn no_authentication() {
    for text in [
        "curl https://zoom.us/oauth/token -d 'grant_type=account_credentials&account_id=abc'",
        "curl -X POST https://zoom.us/oauth/token -d 'grant_type=refresh_token&refresh_token=abc'",
        "curl -X POST https://zoom.us/oauth/token -d 'grant_type=refresh_token&refresh_token=abc&client_id=x'",
        "curl https://zoom.us/oauth/token -d grant_type=authorization_code -d code=abc -d redirect_uri=https://a.example/",
        "curl https://id.example.com/oauth/token -d grant_type=client_credentials",
        "curl https://id.example.com/oauth/token -d 'grant_type=client_credentials&client_id=x&scope=a'",
        "curl https://id.example.com/token -d 'grant_type=authorization_code&code=abc'",
        "curl http://localhost:8080/oauth/token -H 'Accept: application/json' -d grant_type=client_credentials",
        "curl http://localhost:8080/oauth/token -H 'Authorization;' -d grant_type=client_credentials",
        "POST /oauth/token HTTP/1.1\nHost: zoom.us\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=account_credentials&account_id=abc",
        "POST /connect/token HTTP/1.1\nHost: id.example.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&scope=api",
        "irm https://id.example.com/oauth/token -Method Post -Body @{ grant_type = 'client_credentials' }",
        "curl.exe \"https://id.example.com/oauth/token\" ^\n -d \"grant_type=client_credentials\"",
    ] {
        fails(text, "client-authentication-missing");
    }
}

#[test]
fn what_authenticates_in_another_way_or_need_not() {
    for text in [
        "curl https://id.example.com/token -d 'grant_type=authorization_code&code=abc&client_id=x&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'",
        "curl https://id.example.com/token -d 'grant_type=authorization_code&code=abc&client_id=x'",
        "curl https://id.example.com/token -d 'grant_type=refresh_token&refresh_token=abc'",
        "curl https://id.example.com/token -d 'grant_type=password&username=a&password=b&client_id=x'",
        "curl https://id.example.com/token -d 'grant_type=client_credentials&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=eyJ.a.b'",
        "curl https://id.example.com/token --cert client.pem -d 'grant_type=client_credentials&client_id=x'",
        "curl https://id.example.com/token -E client.pem -d 'grant_type=client_credentials&client_id=x'",
        "curl \"https://id.example.com/token\" -d \"$BODY\" -u \"$ID:\"",
        "curl -n https://id.example.com/token -d grant_type=client_credentials",
        "curl --netrc https://id.example.com/token -d grant_type=client_credentials",
        "curl -K auth.cfg https://id.example.com/token -d grant_type=client_credentials",
        "curl -H @headers.txt https://id.example.com/token -d grant_type=client_credentials",
        "curl \"${AUTH[@]}\" https://id.example.com/token -d grant_type=client_credentials",
        "curl https://id.example.com/token -d \"$BODY\"",
        "curl https://id.example.com/token -d @body.txt",
        "curl https://id.example.com/token -H 'X-API-Key: abc' -d grant_type=client_credentials",
        "curl https://id.example.com/token -d 'grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=a&client_id=x'",
        "curl https://id.example.com/token -d 'grant_type=client_credentials&client_id=x&client_secret=y'",
        "curl -u \"$CREDENTIALS\" https://id.example.com/token -d grant_type=client_credentials",
        "irm https://id.example.com/token -Method Post -Headers $headers -Body @{ grant_type = 'client_credentials' }",
        "irm https://id.example.com/token -Method Post -Credential $c -Body @{ grant_type = 'client_credentials' }",
        "irm https://id.example.com/token -Method Post -UseDefaultCredentials -Body @{ grant_type = 'client_credentials' }",
        "{\"log\":{\"entries\":[{\"request\":{\"method\":\"POST\",\"url\":\"https://id.example.com/oauth/token\",\"headers\":[],\
         \"postData\":{\"mimeType\":\"application/x-www-form-urlencoded\",\"text\":\"grant_type=client_credentials\"}}}]}}",
    ] {
        is_sound(text);
    }
}

#[track_caller]
fn has_empty_secret(text: &str) {
    is_sound(text);
    assert!(kinds(&read_request(text, &KNOWN).findings).contains("secret-empty"), "{text}");
}

#[test]
fn an_empty_pair() {
    for text in [
        "curl -u : https://id.example.com/token -d grant_type=client_credentials",
        "curl -u ':' https://id.example.com/token -d grant_type=client_credentials",
        "curl --user \":secret\" https://id.example.com/token -d grant_type=client_credentials",
        "curl --user=: https://id.example.com/token -d grant_type=client_credentials -u :",
    ] {
        fails(text, "part-missing");
    }
    header_fails("Basic Og==", "part-missing");
    header_fails("Basic ", "part-missing");
    header_fails(&format!("Basic {}", STANDARD.encode(":secret")), "part-missing");
    let verbose = "$ curl -v -u ${ID}:${SECRET} https://id.example.com/token -d grant_type=client_credentials\n\
        * Server auth using Basic with user ''\n> POST /token HTTP/1.1\n> Host: id.example.com\n> Authorization: Basic Og==\n> \n\
        < HTTP/1.1 401 Unauthorized\n< \n{\"error\":\"invalid_client\"}";
    fails(verbose, "part-missing");
    is_sound(&verbose.replace("Og==", PAIR));
    // An empty secret is allowed, and curl prompts for one that is not given.
    for text in forms(&format!("Basic {}", STANDARD.encode("id:"))) {
        has_empty_secret(&text);
    }
    has_empty_secret("curl -u client: https://id.example.com/token -d grant_type=client_credentials");
    is_sound("curl -u client https://id.example.com/token -d grant_type=client_credentials");
}

#[test]
fn basic_is_missing_doubled_or_misspelled() {
    header_fails(PAIR, "basic-missing");
    header_fails(&STANDARD.encode("1b2c3d4e5f60718293a4b5c6d7e8f901:cXpQdTlMaFJ0VndZ"), "basic-missing");
    header_fails(&format!("Basic Basic {PAIR}"), "basic-twice");
    header_fails("DemoClientId:DemoClientSecret", "pair-not-encoded");
    header_fails("Basic DemoClientId:DemoClientSecret", "pair-not-encoded");
    for typo in ["Baisc", "Bsic", "Basics", "Basic:", "BASCI", "Bassic"] {
        header_fails(&format!("{typo} {PAIR}"), "scheme-mistyped");
    }
    // One word that is no credentials may be a key of the server's own.
    header_is_sound("0123456789abcdef0123456789abcdef");
}

#[test]
fn quotes_inside_of_a_header_and_headers_of_other_names() {
    for text in [
        format!("curl https://zoom.us/oauth/token -H 'Authorization: \"Basic {PAIR}\"' -d \"{BODY}\""),
        format!(
            "POST /oauth/token HTTP/1.1\nHost: zoom.us\nAuthorization: 'Basic {PAIR}'\nContent-Type: application/x-www-form-urlencoded\n\n{BODY}"
        ),
    ] {
        fails(&text, "quotes-around");
    }
    let other = format!("curl https://zoom.us/oauth/token -H 'X-Authorization: Basic {PAIR}' -d \"{BODY}\"");
    fails(&other, "client-authentication-missing");
    fails(
        &format!("curl https://zoom.us/oauth/token -H 'Authorization Basic {PAIR}' -d \"{BODY}\""),
        "client-authentication-missing",
    );
}

/// The same requests with another name for the header.
fn misnamed(name: &str, header: &str) -> Vec<String> {
    forms(header).map(|text| text.replace("Authorization", name).replace("authorization", name)).to_vec()
}

#[test]
fn a_header_with_the_wrong_name() {
    for name in
        ["Authentication", "authentication", "Authorisation", "Autorization", "Authorizaton", "Authorize", "Auth"]
    {
        for text in misnamed(name, &format!("Basic {PAIR}")) {
            fails(&text, "header-misnamed");
        }
    }
    for text in misnamed("Authentication", "Bearer abcdef0123456789") {
        fails(&text, "header-misnamed");
    }
    for text in [
        // The client authenticates otherwise, or the header is for something else.
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -H 'Authentication: Basic abc' -d grant_type=client_credentials",
        "curl https://id.example.com/token -H 'Authorization: Basic '$B -H 'Authentication: Basic abc' -d grant_type=client_credentials",
        "curl https://id.example.com/token -H 'Authentication: Bearer abc' -d 'grant_type=client_credentials&client_id=x&client_secret=y'",
        "curl https://id.example.com/token -H 'Authentication: Bearer abc' -d 'grant_type=refresh_token&refresh_token=a&client_id=x&client_assertion=eyJ.a.b'",
        "curl https://id.example.com/token -H 'Authentication: none' -d 'grant_type=refresh_token&refresh_token=a&client_id=x'",
        "curl https://id.example.com/token -H 'X-Authorization: Basic abc' -d 'grant_type=refresh_token&refresh_token=a&client_id=x'",
        "curl https://id.example.com/token -H 'Proxy-Authorization: Basic abc' -d 'grant_type=refresh_token&refresh_token=a&client_id=x'",
        "curl https://id.example.com/token -H 'Author: Basic abc' -d 'grant_type=refresh_token&refresh_token=a&client_id=x'",
        "curl https://api.example.com/v1/users -H 'Authentication: Bearer abc'",
        "irm https://api.example.com/v1/users -Headers @{ Authentication = 'Bearer abc' }",
    ] {
        is_sound(text);
    }
}

#[test]
fn the_name_of_a_header_in_its_value() {
    for header in [format!("Authorization: Basic {PAIR}"), format!("authorization: Basic {PAIR}")] {
        header_fails(&header, "header-name-twice");
    }
    header_fails(&format!("Authorization Basic {PAIR}"), "header-name-twice");
    header_fails("Authorization=Bearer abc", "header-name-twice");
    for text in [
        "curl https://api.example.com/v1/users -H 'Authorization: Authorization: Bearer abcdef'",
        "GET /v1/users HTTP/1.1\nHost: api.example.com\nAuthorization: Authorization: Bearer abcdef",
    ] {
        fails(text, "header-name-twice");
    }
    is_sound("curl https://api.example.com/v1/users -H 'Authorization: AuthorizationKey abcdef'");
}

#[test]
fn bytes_of_python_in_a_header() {
    // Where the quotes around the header are others.
    for text in [1, 2, 3, 5, 6, 7].map(|form| forms(&format!("Basic b'{PAIR}'"))[form].clone()) {
        fails(&text, "bytes-as-text");
    }
    for header in [
        format!("Basic {}", STANDARD.encode("b'DemoClientId':b'DemoClientSecret'")),
        format!("Basic {}", STANDARD.encode("DemoClientId:b'DemoClientSecret'")),
    ] {
        header_fails(&header, "bytes-as-text");
    }
    for name in ["code", "refresh_token", "client_id", "client_secret", "code_verifier", "redirect_uri"] {
        let body = format!("grant_type=authorization_code&{name}=b'DemoValueOfSomeLength0123456789'");
        let found = faults(&format!("POST https://id.example.com/token\n\n{body}"));
        assert!(kinds(&found).contains("bytes-as-text"), "{name}: {}", kinds(&found));
    }
    // A letter before a quote, and quotes alone, are none.
    header_is_sound(&format!("Basic {}", STANDARD.encode("DemoClientId:b'DemoClientSecret")));
    header_is_sound(&format!("Basic {}", STANDARD.encode("b'DemoClientId:DemoClientSecret")));
    header_is_sound(&format!("Basic {}", STANDARD.encode("DemoClientId:ab'DemoClientSecret'c")));
    is_sound("curl https://id.example.com/token -u a:b -d 'grant_type=refresh_token&refresh_token=b%27a'");
}

#[test]
fn bearer_at_a_token_endpoint() {
    for token in ["abcdef0123456789", "eyJhbGciOiJub25lIn0.e30.", "$TOKEN", "{{token}}", "undefined"] {
        header_fails(&format!("Bearer {token}"), "bearer-header");
    }
    header_fails(&format!("Bearer {PAIR}"), "pair-as-bearer");
    for text in [
        "curl https://id.example.com/token -H 'Authorization: Bearer abc' -d 'grant_type=urn:ietf:params:oauth:grant-type:uma-ticket&audience=x'",
        "curl https://id.example.com/token -H 'Authorization: Bearer abc' -d 'grant_type=client_credentials&client_id=x&client_secret=y'",
        "curl https://id.example.com/token -H 'Authorization: Bearer abc' -d 'grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=y'",
        "curl https://api.zoom.us/v2/users/me -H 'Authorization: Bearer abcdef'",
        "curl https://api.example.com/v1/tokens -X POST -H 'Authorization: Bearer abcdef' -d name=x",
    ] {
        is_sound(text);
    }
}

#[test]
fn what_is_encoded_in_the_header() {
    for (pair, expected) in [
        ("client_id:client_secret", "placeholder-words"),
        ("client_id:client secret", "placeholder-words"),
        ("YOUR_CLIENT_ID:YOUR_CLIENT_SECRET", "placeholder-words"),
        ("${CLIENT_ID}:${CLIENT_SECRET}", "placeholder-words"),
        ("undefined:undefined", "value-not-set"),
        ("null:null", "value-not-set"),
        ("None:DemoClientSecret", "value-not-set"),
        ("[object Object]", "value-not-set"),
        ("DemoClientId%3ADemoClientSecret", "colon-encoded"),
        ("DemoClientId:DemoClientSecret\n", "newline-encoded"),
        ("DemoClientId:DemoClientSecret\r\n", "newline-encoded"),
        ("RGVtb0NsaWVudElkOkRlbW9DbGllbnRTZWNyZXQ=", "base64-twice"),
        ("DemoClientIdDemoClientSecret00", "colon-missing"),
        (" DemoClientId:DemoClientSecret", "blanks-around"),
        ("DemoClientId:Demo\u{200b}ClientSecret", "invisible-character"),
    ] {
        header_fails(&format!("Basic {}", STANDARD.encode(pair)), expected);
    }
}

#[test]
fn recipes_and_masks_in_the_place_of_credentials() {
    for recipe in ["base64(client_id:client_secret)", "Base64(id:secret)", "base64_encode($id . ':' . $secret)"] {
        let text = format!(
            "POST /oauth/token HTTP/1.1\nHost: zoom.us\nAuthorization: Basic {recipe}\nContent-Type: application/x-www-form-urlencoded\n\n{BODY}"
        );
        fails(&text, "placeholder-words");
        let finding = faults(&text).remove(0);
        assert!(finding.fix.is_none(), "the recipe itself is no pair to encode");
    }
    // Whether these were sent, or only hidden before pasting, is not known.
    for mask in
        ["#=", "<base64>", "***", "xxxxxxxxxxxx", "[REDACTED]", "{credentials}", "••••••••", "<your credentials>"]
    {
        header_is_sound(&format!("Basic {mask}"));
    }
}

#[test]
fn a_line_break_that_echo_adds() {
    for command in [
        "$(echo \"$ID:$SECRET\" | base64)",
        "$(echo $ID:$SECRET|base64)",
        "$(echo \"$ID:$SECRET\" | base64 -w 0)",
        "`echo $ID:$SECRET | base64`",
        "$(echo \"$ID:$SECRET\" | openssl base64 -A)",
        "$(echo \"$ID:$SECRET\" | openssl enc -base64)",
        "$(base64 <<< \"$ID:$SECRET\")",
        "$(echo \"$ID:$SECRET\" | base64 | tr -d '\\n')",
    ] {
        fails(
            &format!("curl https://zoom.us/oauth/token -H \"Authorization: Basic {command}\" -d \"{BODY}\""),
            "newline-encoded",
        );
    }
    for command in [
        "$(echo -n \"$ID:$SECRET\" | base64)",
        "$(printf '%s:%s' \"$ID\" \"$SECRET\" | base64)",
        "$(echo -ne \"$ID:$SECRET\" | base64 -w0)",
        "$(printf %s $ID:$SECRET | base64 -w0)",
        "$(cat pair.b64)",
        "$BASIC",
        "${BASIC}",
    ] {
        is_sound(&format!("curl https://zoom.us/oauth/token -H \"Authorization: Basic {command}\" -d \"{BODY}\""));
    }
}

#[test]
fn variables_that_nothing_encodes() {
    for pair in ["$ID:$SECRET", "${ID}:${SECRET}"] {
        let text = format!("curl https://zoom.us/oauth/token -H \"Authorization: Basic {pair}\" -d \"{BODY}\"");
        fails(&text, "pair-not-encoded");
    }
    // A request file encodes them itself.
    fails(
        &format!(
            "POST https://zoom.us/oauth/token\nAuthorization: Basic {{{{id}}}}:{{{{secret}}}}\nContent-Type: application/x-www-form-urlencoded\n\n{BODY}"
        ),
        "",
    );
}

#[test]
fn what_powershell_appends_to_a_header() {
    for add in [
        "$headers.Add('Authorization', 'Basic ' + $auth)",
        "$headers.Add(\"Authorization\", \"Basic $auth\")",
        "$headers['Authorization'] = 'Basic ' + $auth",
        "$headers.Authorization = \"Basic {0}\" -f $auth",
    ] {
        is_sound(&format!(
            "$headers = @{{}}\n{add}\n$body = @{{ grant_type = 'account_credentials'; account_id = $id }}\nInvoke-RestMethod 'https://zoom.us/oauth/token' -Method POST -Headers $headers -Body $body"
        ));
    }
}

#[test]
fn two_methods_at_once() {
    for text in [
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=client_credentials&client_id=x&client_secret=y'",
        "curl -H \"Authorization: Basic $B\" https://id.example.com/token -d grant_type=client_credentials -d client_secret=y",
        "curl -H 'Authorization: Basic Y2xpZW50OnNlY3JldA==' http://localhost:9999/auth/oauth/token -d 'client_secret=secret&grant_type=client_credentials'",
        "POST /token HTTP/1.1\nHost: id.example.com\nAuthorization: Basic Y2xpZW50OnNlY3JldA==\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&client_id=client&client_secret=secret",
    ] {
        fails(text, "two-authentications");
    }
    for text in [
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=client_credentials&client_id=x'",
        "curl https://id.example.com/token -d 'grant_type=client_credentials&client_id=x&client_secret=y'",
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=client_credentials&client_id=x&client_secret='",
    ] {
        is_sound(text);
    }
}

#[test]
fn fixes_of_the_header() {
    let text = &forms(PAIR)[0];
    let by_fix = fixed(the(FindingKind::BasicMissing, &faults(text)), text).unwrap();
    assert_eq!(by_fix, forms(&format!("Basic {PAIR}"))[0]);
    is_sound(&by_fix);
    let text = &forms(&format!("Baisc {PAIR}"))[1];
    let by_fix = fixed(the(FindingKind::SchemeMistyped, &faults(text)), text).unwrap();
    is_sound(&by_fix);
    assert!(fixed(the(FindingKind::BasicMissing, &faults(&forms(PAIR)[2])), &forms(PAIR)[2]).is_none(), "a record");
    let basic = format!("Basic {PAIR}");
    for (text, right) in misnamed("Authentication", &basic).iter().zip(forms(&basic)) {
        if let Some(by_fix) = fixed(the(FindingKind::HeaderMisnamed, &faults(text)), text) {
            assert_eq!(by_fix, right);
        }
    }
    let text = &misnamed("Authentication", &basic)[4];
    assert!(fixed(the(FindingKind::HeaderMisnamed, &faults(text)), text).is_some(), "PowerShell");
    let text = &forms(&format!("Authorization: {basic}"))[1];
    let by_fix = fixed(the(FindingKind::HeaderNameTwice, &faults(text)), text).unwrap();
    assert_eq!(by_fix, forms(&basic)[1]);
}
