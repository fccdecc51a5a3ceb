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
