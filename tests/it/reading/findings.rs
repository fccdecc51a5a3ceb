//! The findings about what a person typed or pasted: kind and place, exactly.

use crate::notation::assert_said;
use authdesk::oauth::{PairEncoding, Secret, StateCheck, read_pasted_answer};
use authdesk::reading::{
    AnswerContext, FindingKind, LandingContext, Severity, answer_findings, apply, endpoint_findings, header_findings,
    landed, redirect_findings,
};

#[track_caller]
fn pair(id: &str, secret: &str, expected: &str) {
    assert_said(&header_findings(id, &Secret::new(secret), PairEncoding::Raw), expected, id);
}

#[test]
fn pairs() {
    pair("", "secret", "");
    pair("", "", "");
    // RFC 7617 §2 allows it; whoever is still typing is told.
    pair("id", "", "secret-empty");
    pair("my id", "", "secret-empty encodings-differ");
    pair("DemoClientId", "DemoSecret", "encodings-agree");
    // RFC 6749 §2.3.1: a space and a letter with an umlaut are written differently.
    pair("my id", "secret", "encodings-differ");
    pair("id", "wörd", "encodings-differ");
    // RFC 7617 §2.
    pair("1234abc:5678def", "secret", "colon-in-identifier@7+1");
    pair("id", "sec\nret", "control-character@3+1");
}

#[track_caller]
fn endpoint(text: &str, expected: &str) {
    assert_said(&endpoint_findings(text), expected, text);
}

#[test]
fn endpoints() {
    endpoint("", "");
    endpoint("https://zoom.us/oauth/token", "");
    endpoint("http://127.0.0.1:8080/token", "");
    endpoint("http://[::1]/token", "");
    endpoint("http://example.com/token", "not-https");
    endpoint("zoom.us/oauth/token", "no-address");
    endpoint("ftp://zoom.us/oauth/token", "not-https");
    endpoint("https://", "no-address");
    // The colon is shown: after it there is nothing to show.
    endpoint("https://zoom.us:", "no-address@15+1");
    endpoint("https://zoom.us /token", "blank-in-address@15+1");
    endpoint("https://me@zoom.us/token", "user-in-address@10+1");
    endpoint("https://zoom.us/token#x", "fragment-in-address@21+1");
}

#[track_caller]
fn redirect(text: &str, disputes_localhost: bool, expected: &str) {
    assert_said(&redirect_findings(text, disputes_localhost), expected, text);
}

#[test]
fn redirect_urls() {
    redirect("https://zappysys.com/oauth/", true, "");
    redirect("https://www.example.com/?from=zoom", true, "");
    redirect("http://localhost:8878/cb", true, "localhost-refused");
    redirect("http://127.0.0.1:8788/callback", true, "localhost-refused");
    redirect("http://[::1]/cb", true, "localhost-refused");
    // A name, not an address of this machine.
    redirect("https://127.example.com/cb", true, "");
    redirect("http://localhost:8878/cb", false, "");
    // RFC 8252 §7.1.
    redirect("com.example.app:/oauth", false, "");
    // RFC 6749 §3.1.2.1: TLS is recommended for a redirect URL, and not required.
    redirect("http://example.com/cb", false, "redirect-not-https");
    assert_eq!(FindingKind::RedirectNotHttps.severity(), Severity::Warning);
    redirect("localhost:8080/cb", false, "no-address");
    redirect("https://example.com/#cb", false, "fragment-in-address@20+1");
}

#[test]
fn a_scheme_that_was_left_out_or_mistyped_is_offered() {
    let whole = "https://www.example.com/cb";
    for typed in [
        "www.example.com/cb",
        "//www.example.com/cb",
        "https:/www.example.com/cb",
        "https:www.example.com/cb",
        "https//www.example.com/cb",
        "https;//www.example.com/cb",
        "HTTPS:/www.example.com/cb",
        "htps://www.example.com/cb",
        "htps//www.example.com/cb",
        "http//www.example.com/cb",
        "  www.example.com/cb",
    ] {
        let findings = [redirect_findings(typed, false), endpoint_findings(typed)];
        for findings in findings {
            let fixed = findings.iter().rev().fold(typed.to_owned(), |text, finding| {
                finding.fix.as_ref().map_or(text.clone(), |fix| apply(&text, fix))
            });
            assert_eq!(fixed, whole, "{typed}: {findings:?}");
        }
    }
    // What is no host, what may be a scheme of its own (RFC 8252 §7.1), and this computer, where http is usual.
    for typed in
        ["w", "www", "/callback.php", "callback.php", "oauth/callback", "myapp:/cb", "localhost:8080/cb", "1.5/a"]
    {
        let findings = redirect_findings(typed, false);
        assert!(findings.iter().all(|finding| finding.fix.is_none()), "{typed}: {findings:?}");
    }
}

#[track_caller]
fn landing(text: &str, expected: &str) {
    let sent = Secret::new("abc");
    let context = LandingContext { redirect_url: "https://example.com/cb", ..LandingContext::default() };
    assert_said(&landed(text, Some(StateCheck::Exact(&sent)), &context).findings, expected, text);
}

#[test]
fn landings() {
    landing("https://example.com/cb?code=x&state=abc", "code-found state-matches address-matches");
    landing("https://example.com/cb/?code=x&state=abc", "code-found state-matches address-differs");
    landing("https://example.com/cb?code=x&state=xyz", "code-found state-differs address-matches");
    landing("https://example.com/cb?code=x", "code-found state-absent address-matches");
    landing("obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB", "code-found state-not-seen");
    landing("https://example.com/cb", "code-missing");
    landing("", "code-missing");
    landing("https://example.com/cb?code=&state=abc", "code-empty");
    landing("https://example.com/cb?code=x&code=y&state=abc", "several-codes repeated-parameter@30+1");
    landing(
        "https://example.com/cb?error=access_denied&state=abc",
        "authorization-refused state-matches address-matches",
    );
    landing(
        "https://example.com/cb?code=x&amp;state=abc",
        "code-found state-matches address-matches html-ampersand@29+1",
    );
    landing(
        "\"https://example.com/cb?code=x&state=abc\"",
        "code-found state-matches address-matches quotes-left-out@0+1",
    );
    landing("https://example.com/cb#code=x&state=abc", "code-found state-matches address-matches in-fragment@23+1");
}

#[test]
fn a_bare_host_is_the_same_with_the_slash_a_browser_adds() {
    for (redirect_url, expected) in [
        ("https://example.com", "code-found address-matches"),
        ("https://example.com/", "code-found address-matches"),
        // No redirect URL is known.
        ("", "code-found"),
    ] {
        let context = LandingContext { redirect_url, ..LandingContext::default() };
        assert_said(&landed("https://example.com/?code=x", None, &context).findings, expected, redirect_url);
    }
}

#[track_caller]
fn answer(text: &str, gives_refresh_token: Option<bool>, expected: &str) {
    let context = AnswerContext { gives_refresh_token, ..AnswerContext::default() };
    assert_said(&answer_findings(&read_pasted_answer(text), &context), expected, text);
}

#[test]
fn answers() {
    let tokens = r#"{"access_token":"a","refresh_token":"r"}"#;
    let access_only = r#"{"access_token":"a"}"#;
    answer("", None, "");
    answer(tokens, Some(true), "tokens-read");
    answer(access_only, Some(true), "tokens-read refresh-token-missing");
    answer(access_only, Some(false), "tokens-read no-refresh-token");
    answer(access_only, None, "tokens-read refresh-token-absent");
    // errors.md T1, A1 and R1.
    answer(r#"{"reason":"Invalid client_id or client_secret","error":"invalid_client"}"#, None, "token-refused");
    answer(r#"{"error":"invalid_grant"}"#, None, "token-refused");
    answer(
        r#"{"status":false,"errorCode":4700,"errorMessage":"Invalid redirect url","result":null}"#,
        None,
        "other-refusal",
    );
    answer(r#"{"code":4711,"message":"Invalid access token, does not contain scopes:[x]."}"#, None, "other-refusal");
    answer("<!doctype html><title>404</title>", None, "answer-is-page");
    answer(r#"{"access_token":"a"#, None, "answer-cut-off");
    answer("hello", None, "answer-not-json@0+1");
    answer("[1]", None, "answer-unknown");
    answer("{}", None, "answer-unknown");
}
