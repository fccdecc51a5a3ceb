//! What is taken for an authorization code, and what is not.

use crate::notation::{kinds, said};
use authdesk::reading::{FindingKind, LandingContext, Severity, landed};

fn read(text: &str) -> String {
    kinds(&landed(text, None, &LandingContext::default()).findings)
}

#[test]
fn codes() {
    for code in
        ["pL9kTzRw2X_QvB7mNsYd-Qe4HcJtUgA8w", "41d42f1be7e24d4fd1a4", "0.AbcDefGhi123", "A", "SplxlOBeZQQYbYS6WxSbIA"]
    {
        assert_eq!(read(&format!("https://a.example/cb?code={code}&state=x")), "code-found");
    }
    for code in ["4%2F0AfgeXvs1234567890abc", "abc%3D", "%C3%A4bc"] {
        assert_eq!(read(&format!("https://a.example/cb?code={code}&state=x")), "code-found code-decoded", "{code}");
    }
    assert_eq!(read("https://a.example/cb?code=a%zz&state=x"), "code-found");
    for text in ["pL9kTzRw2X_QvB7mNsYd-Qe4HcJtUgA8w", "41d42f1be7e24d4fd1a4&state=x", "abc&state=x"] {
        assert!(read(text).starts_with("code-found"), "{text}");
    }
}

#[test]
fn a_word_alone_is_only_maybe_one() {
    for text in ["hello", "invalid_grant", "abc-def", "Zoom", "access_denied", "redirect", "12345"] {
        assert_eq!(read(text), "code-maybe", "{text}");
    }
    assert_eq!(FindingKind::CodeMaybe.severity(), Severity::Info);
}

#[test]
fn what_is_in_the_place_of_a_code() {
    for word in ["undefined", "null", "None", "NaN", "%5Bobject%20Object%5D"] {
        let found = landed(&format!("https://a.example/cb?code={word}&state=x"), None, &LandingContext::default());
        assert_eq!(said(&found.findings), "value-not-set=code", "{word}");
    }
    for word in ["[FILTERED]", "%5BFILTERED%5D", "***", "xxxxxxxx", "[REDACTED]", "<redacted>"] {
        let found = read(&format!("https://a.example/cb?code={word}&state=x"));
        assert!(found.starts_with("value-masked"), "{word}: {found}");
    }
    for word in ["AUTHORIZATION_CODE", "YOUR_CODE", "{code}", "your-authorization-code", "THE_CODE"] {
        assert_eq!(read(&format!("https://a.example/cb?code={word}&state=x")), "placeholder-words", "{word}");
    }
}

#[test]
fn a_redirect_url_with_a_code_is_no_returned_url() {
    for text in [
        "redirect_uri=http://localhost:3000/auth/github/callback?code=2ab58971043499a95dc8099f3bae7094&state=306840ab",
        "redirect_uri=https%3A%2F%2Fa.example%2Fcb%3Fcode%3Dxyz%26state%3D1",
        "?redirect_uri=https://a.example/?state=1%26code=2",
        "&redirect_uri=https://a.example/cb?code=abc",
    ] {
        assert!(read(text).starts_with("redirect-has-code"), "{text}: {}", read(text));
    }
    let form = "grant_type=authorization_code&code=abc&redirect_uri=https%3A%2F%2Fa.example%2Fcb%3Fcode%3Dxyz";
    assert_eq!(read(form), "code-found redirect-has-code form-body-read");
    for text in [
        "https://a.example/cb?code=abc&state=x",
        "code=abc&redirect_uri=https%3A%2F%2Fa.example%2Fcb",
        "redirect_uri=https%3A%2F%2Fa.example%2Fcb&code=abc",
    ] {
        assert!(!read(text).contains("redirect-has-code"), "{text}");
    }
}

#[test]
fn a_code_in_a_log_of_another_day_has_expired() {
    // 2026-11-29 12:00 UTC.
    let context = LandingContext { now_ms: Some(1_795_953_600_000), ..LandingContext::default() };
    let said_of = |text: &str| said(&landed(text, None, &context).findings);
    let old = "2021-04-20 10:48:07.535 DEBUG --- Received [GET /login/oauth2/code/?code=7.LIjLgpOBM9_Il7N3k2&state=03rG HTTP/1.1";
    assert!(said_of(old).contains("code-too-old=10"), "{}", said_of(old));
    assert!(!said_of(&old.replace("2021-04-20", "2026-11-29")).contains("code-too-old"));
    assert_eq!(said_of("https://a.example/cb?code=7.LIjLgpOBM9_Il7N3k2&state=x"), "code-found");
}
