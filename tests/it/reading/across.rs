//! What a text says outside of any request, and what several of its pieces say together.

use super::request_servers::KNOWN;
use crate::notation::said;
use authdesk::reading::{DocumentHabits, Finding, FindingKind, Severity, read_document};

/// RFC 7636 appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

fn faults(text: &str) -> Vec<Finding> {
    let document = read_document(text, &DocumentHabits { request: KNOWN, ..DocumentHabits::default() });
    let findings = document.pieces.into_iter().flat_map(|piece| piece.findings);
    findings.filter(|finding| finding.kind.severity() >= Severity::Warning).collect()
}

/// The text has this fault, about this part of it.
#[track_caller]
fn has(text: &str, kind: FindingKind, part: &str) {
    let found = faults(text);
    let finding = found.iter().find(|finding| finding.kind == kind);
    let finding = finding.unwrap_or_else(|| panic!("{} is not in {}: {text}", kind.name(), said(&found)));
    let span = finding.span.unwrap();
    let about: String = text.chars().skip(span.start).take(span.length).collect();
    assert_eq!(about, part, "{text}");
}

/// The text has none of the faults that are found across pieces.
#[track_caller]
fn has_none(text: &str) {
    let kinds = [
        FindingKind::NotAVerifier,
        FindingKind::ChallengeShape,
        FindingKind::ChallengeIsVerifier,
        FindingKind::VerifierDiffers,
        FindingKind::ScopesByComma,
        FindingKind::RedirectHasCode,
        FindingKind::NewlineEncoded,
        FindingKind::Base64Wrapped,
        FindingKind::VerifierLeftOut,
    ];
    let mut found = faults(text);
    found.retain(|finding| kinds.contains(&finding.kind));
    assert!(found.is_empty(), "{}: {text}", said(&found));
}

#[test]
fn verifiers_that_cannot_be_right() {
    let base64 = "a/+bcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH=";
    for (text, part) in [
        (format!("code_verifier: {base64}"), base64),
        (format!("{{\"code_verifier\":\"{base64}\"}}"), base64),
        (format!("\"{{\\\"code_verifier\\\":\\\"{base64}\\\"}}\""), base64),
        (format!("const codeVerifier = '{base64}';"), base64),
        (format!("verifier.code_verifier={base64}"), base64),
        (format!("Code Verifier:\n```{base64}```"), base64),
        (format!("Code verifier sent by the app: `{base64}`"), base64),
        (format!("[debug] PKCE code_verifier => {base64}\n"), base64),
        ("let codeVerifier = \"randomString\"".to_owned(), "randomString"),
        ("\"code_verifier\": \"abc123DEF456ghi789jkl\"".to_owned(), "abc123DEF456ghi789jkl"),
        (format!("code_verifier: {}1", "a".repeat(130)), &*format!("{}1", "a".repeat(130))),
    ] {
        has(&text, FindingKind::NotAVerifier, part);
    }
}

#[test]
fn challenges_that_cannot_be_right() {
    for (text, part) in [
        (
            "code_challenge: kEiixp/tyaI9jbZu0VyHBoDcFm9NniLaGMUSws+bIQp=",
            "kEiixp/tyaI9jbZu0VyHBoDcFm9NniLaGMUSws+bIQp=",
        ),
        (
            "Code Challenge from the authorization request:\n```kEiixp/tyaI9jbZu0VyHBoDcFm9NniLaGMUSws bIQp=```",
            "kEiixp/tyaI9jbZu0VyHBoDcFm9NniLaGMUSws bIQp=",
        ),
        (
            "{\"code_challenge\": \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\", \"code_challenge_method\": \"S256\"}",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        ),
        (
            "codeChallenge='E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=' method S256",
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=",
        ),
    ] {
        has(text, FindingKind::ChallengeShape, part);
    }
}

#[test]
fn a_pair_that_does_not_match() {
    let other = VERIFIER.replace('d', "e");
    for text in [
        format!("code_challenge={CHALLENGE}\ncode_challenge_method=S256\ncode_verifier={other}"),
        format!(
            "{{\"code_challenge\":\"{CHALLENGE}\",\"code_challenge_method\":\"S256\"}} … {{\"code_verifier\":\"{other}\"}}"
        ),
        format!(
            "https://id.example.com/authorize?response_type=code&client_id=a&state=x&code_challenge={CHALLENGE}&code_challenge_method=S256\n\ncurl https://id.example.com/token -d grant_type=authorization_code -d code=abc -d client_id=a -d code_verifier={other}"
        ),
    ] {
        assert!(faults(&text).iter().any(|finding| finding.kind == FindingKind::VerifierDiffers), "{text}");
        has_none(&text.replace(&other, VERIFIER));
    }
    has(
        &format!("code_verifier={VERIFIER}, code_challenge={VERIFIER}, method S256"),
        FindingKind::ChallengeIsVerifier,
        VERIFIER,
    );
    has_none(&format!("code_verifier={VERIFIER}, code_challenge={VERIFIER}, code_challenge_method=plain"));
    // Two sign-ins in one log.
    has_none(&format!("code_challenge={CHALLENGE} S256\ncode_challenge={other}\ncode_verifier={other}"));
}

#[test]
fn texts_about_verifiers() {
    for text in [
        "code_verifier: YOUR_CODE_VERIFIER",
        "code_verifier=CODE_VERIFIER&code=CODE",
        "\"code_verifier\": \"string\"",
        "const codeVerifier = generateCodeVerifier();",
        "codeVerifier: this.codeVerifier,",
        "const codeVerifier = base64url(crypto.randomBytes(32));",
        "code_verifier: ${verifier}",
        "code_verifier: {{code_verifier}}",
        "code_verifier: ********",
        "code_verifier: abc123DEF456ghi7...",
        "The code verifier is missing: see RFC 7636",
        "code_challenge_method: S256",
        "code_challenge_methods_supported: [\"plain\", \"S256\"]",
        "{\"code_challenge\":\"PtLWk4oCh3oM6gnrORNHyW3NeqMK15K15epvod9Gbmh\",\"code_challenge_method\":\"S256\"}",
        &format!("code_verifier={VERIFIER}&code_challenge={CHALLENGE}&code_challenge_method=S256"),
        &format!("sent code_challenge={VERIFIER} and code_challenge_method=plain"),
        "code_challenge = code_verifier",
        "var challenge: Challenge1234567890 = x",
    ] {
        has_none(text);
    }
}

#[test]
fn scopes_next_to_the_error() {
    for text in [
        "> \"scope\": \"https://www.googleapis.com/auth/calendar,https://mail.google.com/\"\n\nError: invalid_scope",
        "I sent scope=openid,profile\n{\"error\":\"invalid_scope\"}",
        "{\"error\":\"invalid_scope\",\"error_description\":\"Invalid scope\"}\n\nconfig:\n  scope: 'a:read,a:write'",
        "const options = { scope: 'openid, email' };\n\nHTTP/1.1 400 Bad Request\n\n{\"error\":\"invalid_scope\"}",
    ] {
        assert!(faults(text).iter().any(|finding| finding.kind == FindingKind::ScopesByComma), "{text}");
    }
    for text in [
        "\"scope\": \"openid profile\"\n\nError: invalid_scope",
        "\"scope\": \"openid,profile\"\n\nError: invalid_client",
        "https://slack.com/oauth/v2/authorize\nscope: 'commands,chat:write'\n{\"error\":\"invalid_scope\"}",
        "scopes: openid,profile\nError: invalid_scope",
        "Error: invalid_scope, in the scope of this project: a, b",
    ] {
        has_none(text);
    }
}

#[test]
fn a_redirect_url_with_the_code_of_an_earlier_response() {
    let url = "http://localhost:49294/api/oauth2/callback?code=c3e8dcd09150fb64b4d498d1febf4e7932738c30";
    for text in [
        format!("I keep getting the exception\nMessage = \"Redirect_uri mismatch: {url}. Visit the documentation.\""),
        format!("redirect_uri={url}\n{{\"error\":\"redirect_uri_mismatch\"}}"),
        format!("private const string CallbackUrl = \"{url}\";\n\nError: redirect_uri_mismatch"),
        format!("OAUTH_REDIRECT_URL: {url}\n\nerror=redirect_uri_mismatch"),
    ] {
        assert!(faults(&text).iter().any(|finding| finding.kind == FindingKind::RedirectHasCode), "{text}");
    }
    for text in [
        format!("I am sent to {url}\n{{\"error\":\"redirect_uri_mismatch\"}}"),
        format!("GET {url}\n{{\"error\":\"redirect_uri_mismatch\"}}"),
        format!("CallbackUrl = \"{url}\"\n{{\"error\":\"invalid_client\"}}"),
        "redirect_uri=https://app.example.com/cb?from=a\n{\"error\":\"redirect_uri_mismatch\"}".to_owned(),
    ] {
        has_none(&text);
    }
}

#[test]
fn a_verifier_that_was_not_sent() {
    let begin = "await zoomSdk.authorize({ codeChallenge: codeChallenge });\n";
    for (text, is_missing) in [
        (
            format!(
                "{begin}https://zoom.us/oauth/token?code=TOKEN&grant_type=authorization_code\n\n{{\"error\":\"invalid_grant\"}}"
            ),
            true,
        ),
        (format!("{begin}grant_type: authorization_code, code: x\n{{\"error\":\"invalid_grant\"}}"), true),
        (format!("{begin}grant_type=authorization_code&code_verifier=x\n{{\"error\":\"invalid_grant\"}}"), false),
        (format!("{begin}grant_type=refresh_token\n{{\"error\":\"invalid_grant\"}}"), false),
        (format!("{begin}grant_type=authorization_code\n{{\"error\":\"invalid_client\"}}"), false),
        ("grant_type=authorization_code&code=x\n{\"error\":\"invalid_grant\"}".to_owned(), false),
    ] {
        let found = faults(&text);
        assert_eq!(said(&found).contains("verifier-left-out"), is_missing, "{}: {text}", said(&found));
    }
}

#[test]
fn a_command_that_encodes_a_line_break() {
    let header = "curl -H \"Authorization: Basic $AUTH\" https://id.example.com/token -d grant_type=client_credentials";
    for command in ["echo \"$ID:$SECRET\" | base64", "echo 'a:b' | openssl enc -base64", "base64 <<< \"$ID:$SECRET\""] {
        has(&format!("AUTH=$({command})\n{header}"), FindingKind::NewlineEncoded, command);
        has(&format!("$ {command}\nYTpiCg==\n\n{header}"), FindingKind::NewlineEncoded, command);
    }
    has_none(&format!("AUTH=$(echo -n \"$ID:$SECRET\" | base64)\n{header}"));
    has_none("echo \"user:password\" | base64\n\napiVersion: v1\nkind: Secret");
    has_none(&format!("echo \"$JWT\" | cut -d. -f2 | base64 -d\n{header}"));
}
