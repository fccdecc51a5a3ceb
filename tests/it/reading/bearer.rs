//! A Bearer header, by itself and in a call of an API.

use super::fixed;
use super::request_servers::{fails, is_sound};
use crate::notation::kinds;
use authdesk::oauth::Secret;
use authdesk::reading::{FindingKind, HeaderReading, PairShape, Severity, read_header};

/// RFC 7519 §3.1.
const JWT: &str = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

fn read(text: &str) -> HeaderReading {
    read_header(text, &PairShape::default())
}

#[test]
fn a_sound_header() {
    for token in
        [JWT, "mF_9.B5f-4.1JqM", "abc", "ya29.a0AfB_byC", "gho_16C7e42F292c6912E7710c838347Ae178B4a", "AAAA+/=="]
    {
        for text in [
            format!("Authorization: Bearer {token}"),
            format!("Bearer {token}"),
            format!("authorization: bearer {token}\r\n"),
            format!("  \"Authorization\": \"Bearer {token}\","),
            format!("curl https://api.example.com/me -H 'Authorization: Bearer {token}'"),
        ] {
            let reading = read(&text);
            assert_eq!(kinds(&reading.findings), "bearer-read", "{text}");
            assert!(reading.token.unwrap().same_as(&Secret::new(token)), "{text}");
        }
        is_sound(&format!("curl https://api.example.com/me -H 'Authorization: Bearer {token}'"));
    }
    assert_eq!(FindingKind::BearerRead.severity(), Severity::Good);
    for scheme in ["Token", "OAuth", "Digest", "ApiKey"] {
        assert_eq!(kinds(&read(&format!("Authorization: {scheme} abcdef0123456789abc")).findings), "other-scheme");
    }
    assert_eq!(FindingKind::OtherScheme.severity(), Severity::Info);
}

#[test]
fn a_scheme_that_is_missing() {
    let text = format!("Authorization: {JWT}");
    let reading = read(&text);
    assert_eq!(kinds(&reading.findings), "bearer-missing");
    assert_eq!(fixed(&reading.findings[0], &text).unwrap(), format!("Authorization: Bearer {JWT}"));
    let call = format!("curl https://api.example.com/me -H 'Authorization: {JWT}'");
    fails(&call, "bearer-missing");
    is_sound("curl https://api.example.com/me -H 'Authorization: 0123456789abcdef'");
    is_sound("curl https://api.example.com/me -H 'X-Token: eyJhbGciOiJub25lIn0.e30.x'");
    // A product may add the word to a value, but nothing adds it to a header with its name.
    let pair = "RGVtb0NsaWVudElkOkRlbW9DbGllbnRTZWNyZXQ=";
    assert_eq!(kinds(&read(pair).findings), "header-read scheme-missing encodings-agree");
    assert_eq!(kinds(&read(&format!("Authorization: {pair}")).findings), "basic-missing");
}

#[test]
fn what_a_program_wrote_around_the_token() {
    for (before, after) in [
        ("('", "',)"),
        ("(\"", "\",)"),
        ("b'", "'"),
        ("b\"", "\""),
        ("'", "'"),
        ("\"", "\""),
        ("u'", "'"),
        ("['", "']"),
        ("(b'", "',)"),
        ("{'access_token': '", "', 'expires_in': 3600}"),
        ("{\"access_token\":\"", "\"}"),
        ("", "',)"),
        ("", ","),
        ("", "\""),
    ] {
        let text = format!("Authorization: Bearer {before}{JWT}{after}");
        let reading = read(&text);
        let Some(finding) = reading.findings.iter().find(|finding| finding.kind == FindingKind::BearerWrapped) else {
            assert_eq!(kinds(&reading.findings), "trailing-punctuation bearer-read", "{text}");
            continue;
        };
        assert_eq!(fixed(finding, &text).unwrap(), format!("Authorization: Bearer {JWT}"), "{text}");
        assert!(reading.token.unwrap().same_as(&Secret::new(JWT)), "{text}");
        let quote = if text.contains('\'') { '"' } else { '\'' };
        if !text.contains('"') || quote == '\'' {
            fails(&format!("curl https://api.example.com/me -H {quote}{text}{quote}"), "bearer-wrapped");
        }
    }
}

#[test]
fn no_token_at_all() {
    for word in ["undefined", "null", "None", "[object Object]", "NaN", "'undefined'", ""] {
        let text = format!("Authorization: Bearer {word}");
        assert_eq!(kinds(&read(&text).findings), "bearer-empty", "{text}");
    }
    fails("curl https://api.example.com/me -H 'Authorization: Bearer undefined'", "bearer-empty");
    is_sound("curl https://api.example.com/me -H 'Authorization: Bearer <token>'");
    for word in ["access_token", "YOUR_ACCESS_TOKEN", "<token>", "{access_token}", "ACCESS-TOKEN", "your-token"] {
        assert_eq!(kinds(&read(&format!("Bearer {word}")).findings), "placeholder-words", "{word}");
    }
    for word in ["***", "xxxxxxxx", "[FILTERED]", "eyJ****"] {
        assert!(
            ["masked-dots", "placeholder-words"].contains(&kinds(&read(&format!("Bearer {word}")).findings).as_str()),
            "{word}"
        );
    }
}

#[test]
fn doubled_swapped_and_broken() {
    for text in [
        format!("Bearer Bearer {JWT}"),
        format!("Authorization: Bearer bearer {JWT}"),
        format!("Authorization: Bearer Bearer: {JWT}"),
    ] {
        let reading = read(&text);
        assert_eq!(kinds(&reading.findings), "bearer-twice", "{text}");
        assert!(fixed(&reading.findings[0], &text).unwrap().ends_with(&format!("earer {JWT}")));
    }
    assert_eq!(kinds(&read("Bearer RGVtb0NsaWVudElkOkRlbW9DbGllbnRTZWNyZXQ=").findings), "pair-as-bearer");
    for end in ["\\n", "\\r\\n", "\\r"] {
        let text = format!("Authorization: Bearer {JWT}{end}");
        let reading = read(&text);
        assert_eq!(kinds(&reading.findings), "line-break-in-header", "{text}");
        assert_eq!(fixed(&reading.findings[0], &text).unwrap(), format!("Authorization: Bearer {JWT}"));
    }
    let wrapped = "\"Authorization: Bearer eyJhbGciOiJub25lIn0\n.e30.abc\"";
    assert!(kinds(&read(wrapped).findings).ends_with("line-break-in-header"));
    fails(&format!("curl https://api.example.com/me -H {wrapped}"), "line-break-in-header");
    let basic = "Basic ZGVtb3NvdXJjZTpob2t1c3Bva3Vz\\n";
    assert_eq!(kinds(&read(basic).findings), "line-break-in-header");
    assert_eq!(fixed(&read(basic).findings[0], basic).unwrap(), "Basic ZGVtb3NvdXJjZTpob2t1c3Bva3Vz");
}

#[test]
fn recipes_and_masks_after_basic() {
    for text in [
        "Basic base64(client_id:client_secret)",
        "Authorization: Basic <base64(client_id:client_secret)>",
        "Basic {base64_credentials}",
        "Basic btoa(id + ':' + secret)",
        "Basic <Base64 encoded client_id:client_secret>",
        "Basic YOUR_CLIENT_ID",
    ] {
        let reading = read(text);
        assert_eq!(kinds(&reading.findings), "placeholder-words", "{text}");
        assert!(reading.corrected.is_none() && reading.findings[0].fix.is_none(), "{text}");
    }
    for text in ["Basic #=", "Basic ****", "Basic #######", "Basic [REDACTED]"] {
        assert!(["masked-dots", "placeholder-words"].contains(&kinds(&read(text).findings).as_str()), "{text}");
    }
}
