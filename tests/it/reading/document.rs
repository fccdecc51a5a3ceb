//! A text of several pieces is cut where they are, and each is read by its reader.

use authdesk::reading::{Document, DocumentHabits, DocumentPiece, PieceReading, read_document};
use proptest::prelude::*;

use crate::notation::{is_inside, kinds};
use crate::processor_time::spent;

/// Without the words in which nothing has the form of an error.
fn read(text: &str) -> Document {
    let mut document = read_document(text, &DocumentHabits::default());
    document.pieces.retain(|piece| !matches!(piece.reading, PieceReading::Prose(_)));
    document
}

fn text_of(text: &str, piece: &DocumentPiece) -> String {
    text.chars().skip(piece.span.start).take(piece.span.length).collect()
}

/// The pieces in order, each as its kind and its text.
#[track_caller]
fn consists_of(text: &str, expected: &[(&str, &str)]) {
    let pieces = read(text).pieces;
    let pieces: Vec<_> = pieces.iter().map(|piece| (piece.kind.name(), text_of(text, piece))).collect();
    let expected: Vec<_> = expected.iter().map(|(kind, part)| (*kind, (*part).to_owned())).collect();
    assert_eq!(pieces, expected, "{text}");
}

const CURL: &str = "curl https://id.example.com/token -u \"$ID:$SECRET\" -d grant_type=client_credentials";
const REFUSED: &str = r#"{"error":"invalid_client","error_description":"Unknown client"}"#;
const LANDED: &str = "https://app.example.com/callback?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz";
const AUTHORIZE: &str = "https://id.example.com/authorize?response_type=code&client_id=s6BhdRkqt3&redirect_uri=https%3A%2F%2Fapp.example.com";

#[test]
fn a_command_and_what_came_back() {
    for between in ["\n", "\r\n", "\n\n", "\n\nResponse:\n", "\n# and this is what I get\n"] {
        let text = format!("{CURL}{between}{REFUSED}");
        consists_of(&text, &[("curl-command", CURL), ("error-answer", "Unknown client")]);
    }
    let two = format!("$ {CURL}\n{REFUSED}\n$ {CURL} -d scope=a\n{{\"access_token\":\"x\",\"token_type\":\"Bearer\"}}");
    let pieces = read(&two).pieces;
    let names: Vec<&str> = pieces.iter().map(|piece| piece.kind.name()).collect();
    assert_eq!(names, ["curl-command", "error-answer", "curl-command", "token-answer"]);
}

#[test]
fn requests_in_several_notations() {
    const PYTHON: &str = "requests.post('https://id.example.com/token', data={'grant_type': 'client_credentials'})";
    const HTTP: &str = "POST /token HTTP/1.1\nHost: id.example.com\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&scope=a";
    const GET: &str = "GET /me HTTP/1.1\nHost: id.example.com";
    let text = format!("With curl:\n\n{CURL}\n\nIn Python:\n\n{PYTHON}\n\n{REFUSED}");
    consists_of(&text, &[("curl-command", CURL), ("program-code", PYTHON), ("error-answer", "Unknown client")]);
    let text = format!("{HTTP}\n\n{REFUSED}\n\n{CURL}\n{REFUSED}\n");
    let error = ("error-answer", "Unknown client");
    consists_of(&text, &[("http-exchange", HTTP), error, ("curl-command", CURL), error]);
    consists_of(&format!("{GET}\n\n{CURL}\n"), &[("http-exchange", GET), ("curl-command", CURL)]);
    let findings = read(&text).pieces.into_iter().flat_map(|piece| piece.findings);
    assert!(findings.into_iter().all(|finding| is_inside(&finding, &text, "")));
    // What curl prints is the same request once more.
    let verbose = format!(
        "{CURL} -v\n> POST /token HTTP/1.1\n> Host: id.example.com\n>\n< HTTP/1.1 401 Unauthorized\n<\n{REFUSED}\n"
    );
    assert_eq!(
        read(&verbose).pieces.iter().filter(|piece| matches!(piece.reading, PieceReading::Request(_))).count(),
        1
    );
}

#[test]
fn a_form_in_a_line_of_a_log() {
    const FORM: &str =
        "grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&redirect_uri=https%3A%2F%2Fapp.example.com";
    for line in [
        format!("10:00:08 DEBUG POST https://id.example.com/token {FORM}"),
        format!("10:00:08 DEBUG POST https://id.example.com/token body={FORM}"),
        format!("10:00:08 DEBUG sending \"{FORM}\" to the token endpoint"),
        format!("data: '{FORM}'"),
        format!("[http] → {FORM}."),
        format!("Größe [{FORM}] gesendet"),
    ] {
        consists_of(&format!("{line}\n{REFUSED}\n"), &[("http-exchange", FORM), ("error-answer", "Unknown client")]);
    }
    // Spring.
    const MAP: &str =
        "{grant_type=[authorization_code], code=[SplxlOBeZQQYbYS6WxSbIA], redirect_uri=[https://app.example.com]}";
    let text = format!(
        "DEBUG o.s.web.client.RestTemplate : Writing [{MAP}] as \"application/x-www-form-urlencoded\"\n{REFUSED}\n"
    );
    consists_of(&text, &[("http-exchange", MAP), ("error-answer", "Unknown client")]);
    let other =
        FORM.replace("grant_type=authorization_code&code", "code").to_owned() + "&grant_type=authorization_code";
    consists_of(&format!("10:00:08 DEBUG sent {other}\nand waited\n"), &[("http-exchange", &other)]);
    for line in [
        "I use grant_type=authorization_code for it",
        "grant_type=a, or grant_type=b&c",
        "see https://a.example/b?grant_type=a",
        "$body = '?grant_type=authorization_code&code=' . $code;",
        "body = 'grant_type=authorization_code&code=' + code",
        "let body = `grant_type=authorization_code&code=${code}`",
    ] {
        let read = read(&format!("the line\n{line}\n"));
        assert!(!read.pieces.iter().any(|piece| matches!(piece.reading, PieceReading::Request(_))), "{line}");
    }
}

#[test]
fn a_response_before_the_next_request() {
    let tokens = "{\"access_token\":\"x\",\"token_type\":\"Bearer\"}";
    for between in ["\n", "\r\n\r\n", "\n\nand then\n"] {
        let pieces = read(&format!("{tokens}{between}{CURL}")).pieces;
        let names: Vec<&str> = pieces.iter().map(|piece| piece.kind.name()).collect();
        assert_eq!(names, ["token-answer", "curl-command"], "{between:?}");
    }
}

#[test]
fn urls_in_lines_of_their_own_are_several() {
    consists_of(&format!("{AUTHORIZE}\n{LANDED}\n"), &[("authorize-url", AUTHORIZE), ("redirect-address", LANDED)]);
    let target = "/callback?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz";
    consists_of(&format!("{AUTHORIZE}\n{target}"), &[("authorize-url", AUTHORIZE), ("redirect-address", target)]);
    for prompt in ["$ ", "# ", "> ", "me@here:~$ ", "PS C:\\Users\\me> "] {
        for between in ["\n", "\n\n"] {
            let text = format!("{AUTHORIZE}{between}{prompt}{CURL}");
            let pieces = read(&text).pieces;
            assert_eq!(text_of(&text, &pieces[0]), AUTHORIZE, "{text}");
            assert_eq!(kinds(&pieces[0].findings), "authorize-url-read state-missing", "{text}");
        }
    }
    // A program wrapped these.
    for wrapped in
        [AUTHORIZE.replace("&redirect", "&\nredirect"), AUTHORIZE.replace("uri=https%3A%2F%2F", "uri=\nhttps://")]
    {
        consists_of(&wrapped, &[("authorize-url", &wrapped)]);
    }
}

#[test]
fn a_url_above_a_powershell_command_is_no_part_of_it() {
    let command = "Invoke-RestMethod -Method Post https://id.example.com/token -Headers @{ Authorization = $basic } -Body @{ grant_type = 'client_credentials' }";
    let found = |text: &str| -> String {
        let pieces = read(text).pieces;
        kinds(
            pieces
                .iter()
                .filter(|piece| matches!(piece.reading, PieceReading::Request(_)))
                .flat_map(|piece| &piece.findings),
        )
    };
    assert_eq!(found(&format!("{AUTHORIZE}\n\n{command}")), "");
    assert_eq!(found(&format!("10:00:01 INFO opening {AUTHORIZE}\n{command}")), "");
    let unquoted = command.replace("/token ", "/token?a=b&c=d ");
    assert!(found(&format!("{AUTHORIZE}\n{unquoted}")).contains("ampersand-not-quoted"));
}

#[test]
fn findings_are_where_the_piece_is() {
    let text = format!("I ran\n\n{CURL} -H 'Content-Type: application/json'\n\nand before\n{AUTHORIZE}#x\n");
    for piece in read(&text).pieces {
        for finding in &piece.findings {
            assert!(is_inside(finding, &text, ""), "{finding:?}");
            let span = finding.span.unwrap_or(piece.span);
            assert!(span.start >= piece.span.start, "{finding:?}");
        }
    }
    let found = |kind: &str| {
        let pieces = read(&text).pieces;
        pieces.into_iter().find(|piece| piece.kind.name() == kind).map(|piece| kinds(&piece.findings))
    };
    assert_eq!(found("curl-command").as_deref(), Some("body-not-as-declared"));
    assert!(found("authorize-url").is_some_and(|found| found.contains("fragment-in-address")));
}

#[test]
fn a_log_with_urls_in_it() {
    let log = format!(
        "10:00:01 INFO  opening {AUTHORIZE}\n10:00:07 DEBUG GET {LANDED} HTTP/1.1\n10:00:08 ERROR {REFUSED}\n\tat main\n"
    );
    let pieces = read(&log).pieces;
    let names: Vec<&str> = pieces.iter().map(|piece| piece.kind.name()).collect();
    assert_eq!(names, ["authorize-url", "redirect-address", "error-answer"]);
    assert!(matches!(&pieces[1].reading, PieceReading::Landing(landed) if landed.landing.address.is_some()));
}

#[test]
fn one_value_is_one_piece() {
    for (text, kind) in [
        (LANDED, "redirect-address"),
        (AUTHORIZE, "authorize-url"),
        ("Authorization: Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW", "authorization-header"),
        (r#"{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"example"}"#, "token-answer"),
        ("user:read:admin\nuser:write:admin\n", "scopes"),
    ] {
        for text in [text.to_owned(), format!("{text}\n"), format!("\n  {text}\n\n")] {
            consists_of(&text, &[(kind, text.trim())]);
        }
    }
}

#[test]
fn what_is_no_piece_is_left_out() {
    for text in ["", " \n", "The quick brown fox", "Dear all,\n\nplease see https://www.example.com/a/b\n\nRegards"] {
        consists_of(text, &[]);
    }
}

#[test]
fn the_end_of_a_long_log_counts() {
    let noise = "2024-06-20 15:28:26,604 INFO worker 4749 polled the queue and found nothing to do\n".repeat(2500);
    let text = format!("{noise}2024-06-20 15:28:27,001 ERROR token request failed: {REFUSED}\n");
    consists_of(&text, &[("error-answer", "Unknown client")]);
}

#[test]
fn a_megabyte_takes_a_tenth_of_a_second() {
    // A debug build needs some twenty times as long.
    let most = if cfg!(debug_assertions) { 4000 } else { 100 };
    for unit in [
        "2024-06-20 15:28:26,604 INFO worker 4749 polled https://id.example.com/queue?id=1\n",
        "curl https://id.example.com/token -d grant_type=refresh_token\n{\"error\":\"invalid_grant\"}\n",
        "Authorization: Bearer abc\n",
        "https://app.example.com/?code=1&state=2\n",
        "client_id: a\nclient_secret: b\n",
        "{'Authorization': 'Basic abc', 'a': 'b'}\n",
        "{\"a\":[",
        "error: x ",
    ] {
        let text = unit.repeat(1_000_000 / unit.len());
        let took = spent(|| drop(read(&text)));
        println!("{unit:?}: {took:?}");
        assert!(took.as_millis() < most, "{unit:?}: {took:?}");
    }
}

proptest! {
    #[test]
    fn places_are_in_the_text_whatever_it_is(parts in prop::collection::vec(prop::sample::select(vec![
        CURL, REFUSED, LANDED, AUTHORIZE, "\n", " ", "\r\n\r\n", "{", "\"", "ä", "POST /token HTTP/1.1\nHost: a.example\n\n",
        "Authorization: Basic YTpi", "HTTP/1.1 400 Bad Request\n", "> ", "error", "\u{200b}", "code=", "```",
    ]), 0..12)) {
        let text = parts.concat();
        let length = text.chars().count();
        for piece in read(&text).pieces {
            prop_assert!(piece.span.start + piece.span.length <= length, "{:?}", piece.span);
            for finding in &piece.findings {
                prop_assert!(finding.span.is_none_or(|span| span.start <= length), "{:?}", finding);
            }
        }
    }
}
