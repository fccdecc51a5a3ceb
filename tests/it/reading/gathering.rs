//! What is taken of a file that comes in parts.

use authdesk::reading::{Gathered, Gathering, PastedKind, Share, what_is};
use serde_json::{Value, json};

/// All of it, in parts of so many characters.
fn gathered(text: &str, part: usize) -> Gathered {
    let mut gathering = Gathering::default();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.char_indices().nth(part).map_or(rest.len(), |(at, _)| at);
        let (front, after) = rest.split_at(end);
        gathering.push(front);
        rest = after;
    }
    gathering.finish()
}

fn text(gathered: &Gathered) -> String {
    gathered.text.expose().to_owned()
}

fn entry(url: &str, body: &str) -> Value {
    let content = json!({ "size": body.len(), "mimeType": "text/html", "text": body });
    json!({
        "request": { "method": "GET", "url": url, "headers": [] },
        "response": { "status": 200, "headers": [], "content": content, "redirectURL": "" },
    })
}

fn token_request(code: &str) -> Value {
    let mut entry = entry("https://zoom.us/oauth/token", r#"{"error":"invalid_grant"}"#);
    let body = format!("grant_type=authorization_code&code={code}");
    entry["request"]["method"] = json!("POST");
    entry["request"]["postData"] = json!({ "mimeType": "application/x-www-form-urlencoded", "text": body });
    entry
}

/// A page whose text has every sign of JSON in it.
fn page(at: usize) -> Value {
    let body = format!("ü}}]{{[\"\\{at}, ").repeat(2_000);
    entry(&format!("https://app.example.com/{at}"), &body)
}

fn recording(entries: &[Value]) -> String {
    json!({ "log": { "version": "1.2", "pages": [{ "id": "page_1" }], "entries": entries } }).to_string()
}

#[test]
fn of_a_recording_the_requests_of_oauth_are_taken() {
    let mut entries: Vec<Value> = (0..30).map(page).collect();
    entries.insert(12, token_request("first"));
    entries.push(token_request("second"));
    let file = recording(&entries);
    assert!(file.len() > 600_000);
    let whole = gathered(&file, file.len());
    assert_eq!(whole.share, Share::Requests { taken: 2, all: 32 });
    let read: Value = serde_json::from_str(&text(&whole)).unwrap();
    assert_eq!(read["log"]["entries"], json!([token_request("first"), token_request("second")]));
    assert_eq!(what_is(&text(&whole)).kinds, [PastedKind::Har]);
    for part in [1, 7, 4_099, 100_000] {
        assert_eq!(text(&gathered(&file, part)), text(&whole), "in parts of {part}");
    }
}

#[test]
fn a_recording_without_any_is_told_apart_from_one_that_is_empty() {
    let entries: Vec<Value> = (0..30).map(page).collect();
    let none = gathered(&recording(&entries), 10_000);
    assert_eq!(none.share, Share::Requests { taken: 0, all: 30 });
    assert!(none.text.is_empty());
}

#[test]
fn an_entry_that_is_too_long_is_left_out_alone() {
    let mut long = token_request("long");
    long["response"]["content"]["text"] = json!("x".repeat(5_000_000));
    let file = recording(&[long, token_request("short")]);
    let taken = gathered(&file, 1_000_000);
    assert_eq!(taken.share, Share::Requests { taken: 1, all: 2 });
    assert!(text(&taken).contains("code=short"));
}

#[test]
fn a_short_file_is_taken_as_it_is() {
    for file in ["", "one\ntwo\n", &recording(&[page(1), token_request("code")])] {
        let taken = gathered(file, 3);
        assert_eq!((taken.share, text(&taken)), (Share::Whole, file.to_owned()));
    }
}

/// So many lines that say nothing.
fn quiet(count: usize) -> String {
    (0..count).map(|at| format!("2026-11-30T10:00:00Z INFO worker-{at} request finished\n")).collect()
}

#[test]
fn of_a_log_the_lines_that_matter_are_taken_and_those_around_them() {
    let failure = "2026-11-30T10:00:01Z WARN {\"error\":\"invalid_grant\"}\n";
    let file = [quiet(10_000), failure.to_owned(), quiet(10_000), "the end".to_owned()].concat();
    let whole = gathered(&file, file.len());
    // Five before it, twenty after it, and the last fifty.
    assert_eq!(whole.share, Share::Lines { taken: 76, all: 20_002 });
    let taken = text(&whole);
    let lines: Vec<&str> = taken.lines().collect();
    assert!(lines[0].contains("worker-9995 ") && lines[5].contains("invalid_grant"), "{lines:?}");
    assert!(lines[25].contains("worker-19 ") && lines[26].is_empty(), "there is a gap: {lines:?}");
    assert_eq!(lines.last(), Some(&"the end"));
    for part in [1, 60, 65_537] {
        assert_eq!(text(&gathered(&file, part)), taken, "in parts of {part}");
    }
}

#[test]
fn where_every_line_matters_the_last_ones_are_taken() {
    let file: String = (0..50_000).map(|at| format!("ERROR {at}: token refused\n")).collect();
    let taken = gathered(&file, 64_000);
    let Share::Lines { taken: count, all: 50_000 } = taken.share else { panic!("{:?}", taken.share) };
    assert!(text(&taken).len() <= 500_000 && count > 15_000, "{count}");
    assert!(text(&taken).ends_with("ERROR 49999: token refused"));
}

#[test]
fn a_line_without_end_is_cut() {
    let taken = gathered(&"ä".repeat(2_000_000), 64_000);
    assert_eq!(taken.share, Share::Lines { taken: 1, all: 1 });
    assert_eq!(text(&taken), "ä".repeat(25_000));
}
