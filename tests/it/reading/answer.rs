//! Token responses as people paste them, and the findings about them.

use crate::notation::assert_said;
use crate::processor_time::spent;
use authdesk::oauth::{AnswerForm, NotAnAnswer, Secret, TokenAnswer, Tokens, read_pasted_answer, read_token_answer};
use authdesk::reading::{
    AnswerContext, AnswerGrant, ExpirySource, FindingKind, RequiredScope, Severity, answer_facts, answer_findings,
    extra_scopes, missing_scopes,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proptest::prelude::*;

use super::fixed;

/// protocol.md section 10, with invented tokens.
const ANSWER: &str = r#"{"access_token":"eyJ.a","token_type":"bearer","refresh_token":"eyJ.r","expires_in":3600,"scope":"user:read:user","api_url":"https://api-us.zoom.us"}"#;
/// errors.md T14: Server-to-Server.
const CLIENT_ANSWER: &str = r#"{"access_token":"eyJ.a","token_type":"bearer","expires_in":3599,"scope":"user:read:user:admin","api_url":"https://api.zoom.us"}"#;

fn shown(secret: &Secret) -> &str {
    // EXPOSE: the tests compare the whole text.
    secret.expose()
}

#[track_caller]
fn finds(text: &str, expected: &str) {
    knowing(text, AnswerContext::default(), expected);
}

#[track_caller]
fn tokens(text: &str) -> Tokens {
    match read_token_answer(text) {
        Ok(TokenAnswer::Tokens(tokens)) => tokens,
        other => panic!("{text}: {other:?}"),
    }
}

/// The finding, the text after its fix, and that no finding of that kind is left.
#[track_caller]
fn fixes(text: &str, kind: &str, plain: &str) {
    let found = answer_findings(&read_pasted_answer(text), &AnswerContext::default());
    let finding = found.iter().find(|finding| finding.kind.name() == kind).expect(kind);
    let after = fixed(finding, text).unwrap();
    assert_eq!(after, plain, "{text}");
    finds(&after, "tokens-read region-named");
    assert_eq!(shown(&tokens(text).access_token), "eyJ.a");
}

#[test]
fn an_answer_in_quotes() {
    let json_string = serde_json::to_string(ANSWER).unwrap();
    finds(&json_string, "tokens-read answer-quoted@0+1 region-named");
    fixes(&json_string, "answer-quoted", ANSWER);
    fixes(&serde_json::to_string(&json_string).unwrap(), "answer-quoted", ANSWER);
    for quoted in [format!("'{ANSWER}'"), format!("\"{ANSWER}\""), format!("“{ANSWER}”"), format!("`{ANSWER}`")] {
        fixes(&quoted, "answer-quoted", ANSWER);
    }
    finds(&format!("\n  '{ANSWER}'\n"), "tokens-read answer-quoted@3+1 region-named");
    // Escaped, and the quotes around it lost.
    fixes(&ANSWER.replace('"', "\\\""), "answer-quoted", ANSWER);
    fixes(
        r#""{\n  \"access_token\": \"eyJ.a\",\r\n \"api_url\": \"https:\/\/api.zoom.us\"}""#,
        "answer-quoted",
        r#"{   "access_token": "eyJ.a",   "api_url": "https://api.zoom.us"}"#,
    );
    // A text in quotes is not a response yet.
    finds("\"hello\"", "answer-unknown");
    finds("'hello'", "answer-not-json@0+1");
}

#[test]
fn an_answer_among_other_text() {
    let prompt = "admin@host:~$ curl -s https://zoom.us/oauth/token -d 'grant_type=account_credentials'\n";
    let text = format!("{prompt}{ANSWER}");
    finds(&text, &format!("tokens-read text-around-answer@0+{} region-named", prompt.len()));
    fixes(&text, "text-around-answer", ANSWER);
    // zsh marks a response without a line break at its end.
    finds(&format!("{ANSWER}%"), &format!("tokens-read text-around-answer@{}+1 region-named", ANSWER.len()));
    fixes(&format!("{ANSWER}\r\nC:\\Users\\admin>"), "text-around-answer", ANSWER);
    fixes(&format!("{ANSWER}PS C:\\> "), "text-around-answer", ANSWER);
    let progress = "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n100   612    0   552  100    60   1840    200 --:--:-- --:--:-- --:--:--  2041\n";
    fixes(&format!("{progress}{ANSWER}\n"), "text-around-answer", ANSWER);
    // A body that was sent, and header lines with JSON of their own.
    let sent = r#"$ curl -i --json '{"grant_type":"x"}' https://a.example"#;
    let headers = "HTTP/2 200\nreport-to: {\"group\":\"cf-nel\"}\nset-cookie: {\n\n";
    fixes(&format!("{sent}\n{headers}{ANSWER}"), "text-around-answer", ANSWER);
    finds(&format!("{headers}{ANSWER}"), "tokens-read region-named");
    // What PowerShell prints for an error response: errors.md T1.
    finds(
        "Invoke-RestMethod : {\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}\nAt line:1 char:1",
        "token-refused text-around-answer@0+20",
    );
    finds("{\"a\":1} and {\"b\":2}", "answer-not-json@8+1");
    finds("if (x) { y", "answer-not-json@0+1");
}

#[test]
fn an_answer_with_line_breaks_inside() {
    let at = ANSWER.find("eyJ.r").unwrap() + 2;
    let (front, behind) = ANSWER.split_at(at);
    let text = format!("{front}\r\n{behind}");
    finds(&text, &format!("tokens-read blanks-left-out@{at}+1 region-named"));
    assert_eq!(tokens(&text).refresh_token.as_ref().map(shown), Some("eyJ.r"));
    finds(&format!("$ \n{front}\n{behind}\n$"), &format!("tokens-read blanks-left-out@{}+1 region-named", at + 3));
    finds(&format!("{front}\n"), "answer-cut-off");
}

/// The lines of the exchange command, with what surrounds them in a terminal.
fn printed(text: &str) -> (Option<String>, Option<u64>) {
    let read = read_pasted_answer(text);
    assert_eq!(read.form, AnswerForm::Printed, "{text}");
    match read.answer {
        Ok(TokenAnswer::Printed(printed)) => {
            (printed.refresh_token.as_ref().map(shown).map(str::to_owned), printed.expires_in)
        }
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn the_lines_of_the_exchange_command() {
    const LINES: &str = "Refresh token: eyJ.ref-1_2\nThe access token expires in 3599 seconds, at 14:05.\n";
    let token = Some("eyJ.ref-1_2".to_owned());
    for text in [
        LINES.to_owned(),
        LINES.replace('\n', "\r\n"),
        format!("admin@host:~$ bash exchange\nClient Secret: \n{LINES}admin@host:~$ "),
        LINES.replace("ref", "\nre\nf"),
        LINES.replace(", at 14:05", ""),
    ] {
        assert_eq!(printed(&text), (token.clone(), Some(3599)), "{text}");
        finds(&text, "refresh-token-read");
    }
    assert_eq!(printed("Refresh token: eyJ.ref-1_2"), (token.clone(), None));
    assert_eq!(printed("Refresh token: eyJ.ref-1_2\nadmin@host:~$ "), (token, None));
    assert_eq!(
        printed("The response contains no refresh token.\nThe access token expires in 60 seconds."),
        (None, Some(60))
    );
    finds("The response contains no refresh token.", "refresh-token-missing");
    // A command that was copied before the sentence changed.
    finds("The answer has no refresh token.", "refresh-token-missing");
    for cut in ["Refresh token: eyJ...", "Refresh token: eyJ ref", "Refresh token: eyJ\u{2026}\nThe access"] {
        finds(cut, "answer-cut-off");
    }
    for other in ["refresh token: a", "The access token expires in 3599 seconds.", "The Refresh token: a"] {
        finds(other, "answer-not-json@0+1");
    }
    let context = AnswerContext { gives_refresh_token: Some(true), rotates: true, ..AnswerContext::default() };
    knowing(LINES, context, "refresh-token-read refresh-rotates");
    let context = AnswerContext { gives_refresh_token: Some(false), ..AnswerContext::default() };
    let none = "The response contains no refresh token.";
    knowing(none, context, "no-refresh-token");
    let context = AnswerContext { needs_refresh_token: true, ..context };
    knowing(none, context, "refresh-token-needed");
    assert!(!format!("{:?}", read_pasted_answer(LINES)).contains("eyJ"));
    assert!(authdesk::reading::read_refusal_text(LINES).is_none());
}

/// What Windows PowerShell prints for `Invoke-RestMethod`, 40 columns wide.
const LIST: &str = "PS C:\\> Invoke-RestMethod @request

access_token  : eyJhbGciOiJIUzUxMiJ9.
                eyJleHAiOjE3NjM3MDM2MDB9.
                c2lnbmF0dXJl
token_type    : bearer
expires_in    : 3599
scope         : user:read:user:admin
                meeting:read:meeting:admin
api_url       : https://api-us.zoom.us

PS C:\\>";

#[test]
fn the_list_of_powershell() {
    for text in [LIST.to_owned(), LIST.replace('\n', "\r\n"), LIST.lines().map(|line| format!("  {line}\n")).collect()]
    {
        finds(&text, "tokens-read answer-is-table region-named");
        let tokens = tokens(&text);
        assert_eq!(shown(&tokens.access_token), "eyJhbGciOiJIUzUxMiJ9.eyJleHAiOjE3NjM3MDM2MDB9.c2lnbmF0dXJl");
        assert_eq!(tokens.scopes, ["user:read:user:admin", "meeting:read:meeting:admin"]);
        assert_eq!((tokens.expires_in, tokens.api_url.as_deref()), (Some(3599), Some("https://api-us.zoom.us")));
    }
    // pitfalls.md P20: a table output that ends in `...`.
    finds("access_token : eyJhbGciOi...\ntoken_type   : bearer", "answer-cut-off");
    finds("Content-Type: text/plain\nDate: now", "answer-not-json@0+1");
    finds("message: hello", "answer-not-json@0+1");
}

#[test]
fn the_table_of_powershell() {
    let whole = "access_token token_type expires_in scope\n------------ ---------- ---------- -----\neyJ.a        bearer           3600 user:read:user meeting:read:meeting\n";
    finds(whole, "tokens-read answer-is-table");
    let read = tokens(whole);
    assert_eq!((shown(&read.access_token), read.expires_in), ("eyJ.a", Some(3600)));
    assert_eq!(read.scopes, ["user:read:user", "meeting:read:meeting"]);
    let cut = "access_token                token_type expires_in\n------------                ---------- ----------\neyJzdiI6IjAwMDAwMSIsImFs... bearer           3600";
    finds(cut, "answer-cut-off");
    finds(&cut.replace("...", "Zy…"), "answer-cut-off");
    // Columns that are not below each other contain no token.
    finds(&cut.replace("...", "…"), "answer-not-json@0+1");
    finds(&cut.replace("... bearer", "bearer"), "answer-not-json@0+1");
    finds("what value\n---- -----\na    b", "answer-not-json@0+1");
}

/// pitfalls.md P20.
#[test]
fn what_was_cut_off_gives_no_token() {
    let whole = ANSWER.len();
    for cut in [1, 20, whole / 2, whole - 1] {
        let front = ANSWER.split_at(cut).0;
        finds(front, "answer-cut-off");
        finds(&format!("{front}..."), "answer-cut-off");
    }
    let front = ANSWER.split_at(whole / 2).0;
    finds(&format!("$ curl https://zoom.us/oauth/token\n{front}"), "answer-cut-off");
    finds(&format!("'{front}"), "answer-cut-off");
    finds(&front.replace('"', "\\\""), "answer-cut-off");
    finds(r#"{"access_token":"eyJ...","token_type":"bearer"}"#, "answer-cut-off");
    finds(r#"{"access_token":"a","refresh_token":"eyJ…"}"#, "answer-cut-off");
    assert_eq!(read_token_answer(front).unwrap_err(), NotAnAnswer::Truncated);
}

#[test]
fn a_page_instead() {
    finds("<!DOCTYPE html><title>404</title>", "answer-is-page");
    // errors.md T10.
    finds(
        "$ curl -i https://zoom.us/oauth\nHTTP/2 404\n\n<HTML><script>{\"message\":\"x\"}</script>",
        "answer-is-page",
    );
}

fn needed(names: &[&str]) -> Vec<RequiredScope> {
    let one = |name: &&str| {
        let mut names = name.split('|').map(str::to_owned);
        RequiredScope { name: names.next().unwrap(), instead: names.collect() }
    };
    names.iter().map(one).collect()
}

/// What is said besides that there is no refresh token where nothing of the grant type is known, which has a test of its
/// own: most responses here have none.
#[track_caller]
fn knowing(text: &str, context: AnswerContext<'_>, expected: &str) {
    let found = answer_findings(&read_pasted_answer(text), &context);
    let others = found.iter().filter(|finding| finding.kind != FindingKind::RefreshTokenAbsent);
    assert_said(others, expected, (text, context));
}

#[test]
fn without_a_refresh_token_no_grant_type_is_asserted() {
    for text in [
        CLIENT_ANSWER,
        r#"{"access_token":"123456","expires_in":3600,"token_type":"Bearer"}"#,
        r#"{"access_token":"a","scope":"openid","id_token":"eyJ.b"}"#,
    ] {
        let found = answer_findings(&read_pasted_answer(text), &AnswerContext::default());
        let said = found.iter().any(|finding| finding.kind == FindingKind::RefreshTokenAbsent);
        assert!(said && FindingKind::RefreshTokenAbsent.severity() == Severity::Info, "{text}");
    }
    for masked in ["***", "[FILTERED]", "xxxxxxxx", "<redacted>"] {
        let text = format!(r#"{{"access_token":"{masked}","refresh_token":"r"}}"#);
        knowing(&text, AnswerContext::default(), "tokens-read value-masked");
    }
}

/// errors.md T14, pitfalls.md P21.
#[test]
fn refresh_tokens() {
    let of = |gives_refresh_token, needs_refresh_token| AnswerContext {
        gives_refresh_token,
        needs_refresh_token,
        rotates: true,
        ..AnswerContext::default()
    };
    knowing(ANSWER, of(Some(true), true), "tokens-read refresh-rotates region-named");
    knowing(
        ANSWER,
        AnswerContext { gives_refresh_token: Some(true), ..Default::default() },
        "tokens-read region-named",
    );
    knowing(CLIENT_ANSWER, of(None, false), "tokens-read region-named");
    knowing(CLIENT_ANSWER, of(Some(false), false), "tokens-read no-refresh-token region-named");
    knowing(CLIENT_ANSWER, of(Some(true), true), "tokens-read refresh-token-missing region-named");
    knowing(CLIENT_ANSWER, of(Some(false), true), "tokens-read refresh-token-needed region-named");
    knowing(CLIENT_ANSWER, of(None, true), "tokens-read refresh-token-needed region-named");
    finds(r#"{"access_token":"a","refresh_token":"a"}"#, "tokens-read tokens-equal");
}

/// errors.md T13 and R1, pitfalls.md P17.
#[test]
fn scopes() {
    let answer = |scopes: &str| format!(r#"{{"access_token":"a","scope":"{scopes}"}}"#);
    let list = needed(&["a:read:a:admin|a:read:admin", "b:read:b:admin"]);
    let context = AnswerContext { needed_scopes: &list, ..AnswerContext::default() };
    knowing(&answer("a:read:a:admin b:read:b:admin"), context, "tokens-read");
    knowing(&answer("b:read:b:admin a:read:admin"), context, "tokens-read");
    knowing(&answer("a:read:a"), context, "tokens-read scopes-missing=2 scopes-extra=1");
    knowing(&answer("a:read:admin x:x y:y b:read:b:admin"), context, "tokens-read scopes-extra=2");
    knowing(&answer(""), context, "tokens-read scopes-absent");
    knowing(r#"{"access_token":"a"}"#, context, "tokens-read scopes-absent");
    // RFC 6749 §5.1: it may be left out; without a list there is nothing to compare.
    knowing(r#"{"access_token":"a"}"#, AnswerContext::default(), "tokens-read");
    let granted = tokens(&answer("x:x a:read:admin"));
    assert_eq!(missing_scopes(&granted, &list), ["b:read:b:admin"]);
    assert_eq!(extra_scopes(&granted, &list), ["x:x"]);
}

fn jwt(claims: &str) -> String {
    let part = |json: &str| URL_SAFE_NO_PAD.encode(json);
    format!("{}.{}.{}", part(r#"{"sv":"000001","alg":"HS512","v":"2.0"}"#), part(claims), "s".repeat(86))
}

/// pitfalls.md P26.
#[test]
fn clocks() {
    let token = jwt(r#"{"nbf":1763700000,"exp":1763703600,"iat":1763700000}"#);
    let answer = format!(r#"{{"access_token":"{token}"}}"#);
    let at = |seconds: u64| AnswerContext { now_ms: Some(seconds * 1000), ..AnswerContext::default() };
    knowing(&answer, at(1_763_700_000), "tokens-read");
    knowing(&answer, at(1_763_699_940), "tokens-read");
    knowing(&answer, at(1_763_692_800), "tokens-read clock-ahead");
    knowing(&answer, at(1_763_703_600), "tokens-read jwt-expired");
    knowing(&answer, AnswerContext::default(), "tokens-read");
    knowing(r#"{"access_token":"opaque"}"#, at(0), "tokens-read");
}

#[test]
fn facts() {
    let facts = answer_facts(&tokens(ANSWER), 1_763_700_000_000);
    let expiry = facts.expiry.unwrap();
    assert_eq!((facts.grant, facts.region_host.as_deref()), (AnswerGrant::Person, Some("api-us.zoom.us")));
    assert_eq!((expiry.from, expiry.at.utc().as_str()), (ExpirySource::Pasted, "2025-11-21 05:40 UTC"));
    assert_eq!(expiry.at.local(60), "2025-11-21 06:40 UTC+01:00");
    let token = jwt(r#"{"exp":1763703599}"#);
    let facts = answer_facts(&tokens(&format!(r#"{{"access_token":"{token}","expires_in":3600}}"#)), 0);
    let expiry = facts.expiry.unwrap();
    assert_eq!((expiry.from, expiry.at.ms()), (ExpirySource::Token, 1_763_703_599_000));
    assert_eq!((facts.grant, facts.region_host), (AnswerGrant::Client, None));
    assert_eq!(answer_facts(&tokens(r#"{"access_token":"a"}"#), 0).expiry, None);
}

#[test]
fn debug_shows_nothing_pasted() {
    let hidden = r#"x {"access_token":"hidden-a","refresh_token":"hidden-r"}"#;
    let shown = format!("{:?}", read_pasted_answer(hidden));
    assert!(!shown.contains("hidden") && shown.contains("[redacted]"));
}

#[test]
fn a_long_text_is_read_in_one_go() {
    let pieces = [
        "{",
        "{\"a\":",
        "{\"a\":{\"b\":1}},",
        "HTTP/\n\n",
        "\"",
        "{\\\"",
        "a : b\n",
        "- ",
        "-- -\n",
        "{\"access_token\":\n",
    ];
    let time = spent(|| {
        for piece in pieces {
            drop(read_pasted_answer(&piece.repeat(1_000_000 / piece.len())));
        }
    });
    // Without optimization, and far below what the square of the length would take.
    assert!(time.as_secs() < 60, "{time:?}");
}

/// What the standard reader makes of it; a token that ends in an ellipsis is one that somebody shortened.
fn by_serde(text: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(text).ok()?;
    let token = |name: &str| value.as_object()?.get(name)?.as_str().map(str::to_owned);
    let is_cut = |token: &String| token.ends_with("...") || token.ends_with('…');
    if token("refresh_token").as_ref().is_some_and(is_cut) {
        return None;
    }
    token("access_token").filter(|token| !token.is_empty() && !is_cut(token))
}

#[track_caller]
fn agrees(text: &str) {
    if let Some(token) = by_serde(text) {
        let read = read_pasted_answer(text);
        assert_eq!(read.form, AnswerForm::Plain, "{text}");
        match read.answer {
            Ok(TokenAnswer::Tokens(tokens)) => assert_eq!(shown(&tokens.access_token), token),
            other => panic!("{text}: {other:?}"),
        }
    }
}

proptest! {
    #[test]
    fn reads_what_serde_json_reads(
        token in any::<String>(),
        more in prop::collection::vec(("[a-z_]{1,8}", any::<String>(), any::<f64>()), 0..4),
        is_pretty in any::<bool>(),
    ) {
        let mut answer = serde_json::json!({ "access_token": token });
        for (name, text, number) in &more {
            answer[name] = serde_json::json!([text, number, { name: null }]);
            answer[text] = serde_json::json!(number);
        }
        let text = if is_pretty { serde_json::to_string_pretty(&answer) } else { serde_json::to_string(&answer) };
        agrees(&text.unwrap());
    }

    #[test]
    fn reads_any_json_as_serde_json_does(inside in r#"[\[\]{}:,"\\ \nue0-9.a-d-]{0,20}"#, behind in r#"[ \n,:"{}a-c]{0,8}"#) {
        agrees(&format!("{{\"access_token\":\"{inside}\"{behind}}}"));
        agrees(&format!("{{{inside}\"access_token\":\"a\"{behind}}}"));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), odd in r#"[{}"'\\:a_ \n-]{0,60}"#) {
        for text in [text, odd] {
            let read = read_pasted_answer(&text);
            for finding in answer_findings(&read, &AnswerContext::default()) {
                let _ = fixed(&finding, &text);
            }
        }
    }

    #[test]
    fn a_fix_takes_its_finding_away(front in "[a-z $>\n]{0,12}", behind in "[a-z $>%\n]{0,12}", layers in 0_usize..3) {
        let quoted = (0..layers).fold(ANSWER.to_owned(), |text, _| serde_json::to_string(&text).unwrap());
        let text = if layers == 0 { format!("{front}{quoted}{behind}") } else { quoted };
        for finding in answer_findings(&read_pasted_answer(&text), &AnswerContext::default()) {
            if let Some(after) = fixed(&finding, &text) {
                prop_assert_eq!(&after, ANSWER);
            }
        }
        let read = tokens(&text);
        prop_assert_eq!(shown(&read.access_token), "eyJ.a");
    }
}
