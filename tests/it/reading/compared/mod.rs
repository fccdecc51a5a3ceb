//! Parts of one text that are right alone and do not fit together; and texts of the same shape in which nothing is wrong.

mod attempts;
mod codes;
mod examples;
mod redirects;
mod tokens;

use authdesk::reading::{DocumentHabits, FindingKind, read_document};
use strum::VariantArray;

use crate::notation::said;
use crate::processor_time::spent;

/// The kinds that are about two parts of a text, as the list has them.
fn is_compared(kind: FindingKind) -> bool {
    let first = FindingKind::VARIANTS.iter().position(|kind| *kind == FindingKind::TwoRedirectUrls).unwrap();
    let last = FindingKind::VARIANTS.iter().position(|kind| *kind == FindingKind::OtherValueAsRefreshToken).unwrap();
    (first..=last).contains(&(kind as usize))
}

/// What does not fit together in a text: the kinds with what they name, and between brackets the text at the place, and
/// at the other one.
fn found(text: &str) -> String {
    let document = read_document(text, &DocumentHabits::default());
    let cut = |start: usize, length: usize| text.chars().skip(start).take(length).collect::<String>();
    let findings = document.pieces.iter().flat_map(|piece| &piece.findings).filter(|one| is_compared(one.kind));
    let shown = findings.map(|finding| {
        let detail = said([finding]).split_once('=').map_or(String::new(), |(_, detail)| format!("={detail}"));
        let (span, other) = (finding.span.unwrap(), finding.other.unwrap());
        let (here, there) = (cut(span.start, span.length), cut(other.start, other.length));
        format!("{}{detail} [{here}] [{there}]", finding.kind.name())
    });
    shown.collect::<Vec<_>>().join("\n")
}

/// The kinds alone, with what they name.
fn kinds(text: &str) -> String {
    let all = found(text);
    let kind = |line: &str| line.split(" [").next().unwrap().to_owned();
    all.lines().filter(|line| line.contains(" [")).map(kind).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(text: &str, expected: &str) {
    assert_eq!(kinds(text), expected, "{}\n{text}", found(text));
}

#[track_caller]
fn fits(text: &str) {
    says(text, "");
}

/// Client, code, verifier and state of the examples are of RFC 6749 §4.1, RFC 7636 appendix B and OpenID Connect.
const AUTHORIZE: &str = "https://id.example.com/authorize?response_type=code&client_id=s6BhdRkqt3\
                         &redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&state=af0ifjsldkj";
const CHALLENGE: &str = "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const RETURNED: &str = "https://app.example.com/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj";
const EXCHANGE: &str = "curl https://id.example.com/token -d grant_type=authorization_code \
                        -d code=SplxlOBeZQQYbYS6WxSbIA -d client_id=s6BhdRkqt3 \
                        -d redirect_uri=https://app.example.com/cb -d client_secret=$SECRET";
const REFUSED: &str = r#"{"error":"invalid_grant"}"#;
const TOKENS: &str = r#"{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer","expires_in":3600,"refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA"}"#;

/// One attempt from the authorization URL to the error.
fn attempt() -> String {
    format!("{AUTHORIZE}\n{RETURNED}\n{EXCHANGE}\n{REFUSED}\n")
}

/// The same with one part replaced by another.
#[track_caller]
fn with(part: &str, other: &str) -> String {
    let text = attempt();
    assert!(text.contains(part), "{part}");
    text.replacen(part, other, 1)
}

/// A text as other people would have pasted it.
fn variants(text: &str) -> Vec<String> {
    vec![
        text.to_owned(),
        text.replace('\n', "\r\n"),
        format!("```\n{}\n```\n", text.trim_end()),
        format!("Hello, I get this since yesterday:\n\n{text}"),
        format!("{}\n\nWhat am I doing wrong? Thanks!\n", text.trim_end()),
        text.lines().map(|line| format!("    {line}\n")).collect(),
        text.lines().map(|line| format!("> {line}\n")).collect(),
        text.lines().map(|line| format!("{line}\n\n")).collect(),
    ]
}

#[test]
fn what_is_found_contains_no_secret() {
    let text = format!("{AUTHORIZE}\n{RETURNED}\n{EXCHANGE}\n{TOKENS}\n").replace("$SECRET", "gX1fBat3bV99");
    let text =
        format!("{text}curl https://api.example.com/me -H 'Authorization: Bearer tGzv3JOkF0XG5Qx2TlKWIA'\n{REFUSED}\n");
    says(&text, "other-value-as-token=refresh_token");
    let shown = format!("{:?}", read_document(&text, &DocumentHabits::default()));
    for secret in
        ["SplxlOBeZQQYbYS6WxSbIA", "gX1fBat3bV99", "2YotnFZFEjr1zCsicMWpAA", "tGzv3JOkF0XG5Qx2TlKWIA", "af0ifjsldkj"]
    {
        assert!(text.contains(secret) && !shown.contains(secret), "{secret} in {shown}");
    }
}

#[test]
fn a_long_text_takes_linear_time() {
    let most = if cfg!(debug_assertions) { 8000 } else { 200 };
    let units = [
        format!("{AUTHORIZE}\n"),
        format!("{RETURNED}\n"),
        format!("{EXCHANGE}\n{REFUSED}\n"),
        attempt(),
        format!("{TOKENS}\n"),
        "Authorization: Bearer 2YotnFZFEjr1zCsicMWpAA\n".to_owned(),
        "Authorized redirect URIs: https://app.example.com/other\n".to_owned(),
    ];
    let repeated = |unit: &String| format!("{}{AUTHORIZE}\n{EXCHANGE}\n", unit.repeat(1_000_000 / unit.len()));
    let mut texts: Vec<String> = units.iter().map(repeated).collect();
    texts.push(format!("{AUTHORIZE}{}\n{EXCHANGE}\n", "&x=y".repeat(250_000)));
    texts.push(format!("{AUTHORIZE}\n{EXCHANGE}{}\n", " -d code=a".repeat(100_000)));
    for text in texts {
        let took = spent(|| drop(read_document(&text, &DocumentHabits::default())));
        let head: String = text.chars().take(60).collect();
        println!("{head:?}: {took:?}");
        assert!(took.as_millis() < most, "{head:?}: {took:?}");
    }
}

#[track_caller]
fn says_in_all(text: &str, expected: &str) {
    for text in variants(text) {
        says(&text, expected);
    }
}
