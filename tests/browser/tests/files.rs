//! Files that are dropped on the page or chosen: they are read part by part, and only what matters is taken.

use authdesk_browser_tests::browse;
use authdesk_browser_tests::desk::Desk;
use serde_json::{Value, json};

/// Drops a file on what a selector finds; whether the page took it, and the browser does not leave for it. What the parts
/// of a file are: texts, and how often each comes.
const DROP: &str = "
    const [selector, name, parts] = arguments;
    const data = new DataTransfer();
    data.items.add(new File(parts.flatMap(([text, count]) => Array(count).fill(new Blob([text]))), name));
    const drag = (kind) => new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data });
    const onto = document.querySelector(selector);
    return ['dragover', 'drop'].map((kind) => !onto.dispatchEvent(drag(kind)));";

async fn drops(desk: &Desk, onto: &str, name: &str, parts: Value) {
    let taken = desk.script(DROP, &[json!(onto), json!(name), parts]).await;
    assert_eq!(taken, json!([true, true]), "the browser does not leave the page for {name}");
}

/// Waits until this is said of a file.
async fn said(desk: &Desk, part: &str) {
    let script = "return document.querySelector('.picked')?.innerText ?? '';";
    desk.until(part, script, &[], |said| said.as_str().is_some_and(|said| said.contains(part))).await;
}

/// A HAR file: a token request that failed, with that many other requests before it, of ten kilobytes each.
fn recording(others: usize) -> Value {
    let page = format!(
        r#"{{"request":{{"method":"GET","url":"https://app.example.com/","headers":[]}},
        "response":{{"status":200,"content":{{"text":"{}"}}}}}},"#,
        "x".repeat(10_000)
    );
    let token = r#"{"request":{"method":"POST","url":"https://zoom.us/oauth/token","headers":[],
        "postData":{"mimeType":"application/x-www-form-urlencoded","text":"grant_type=authorization_code&code=abc"}},
        "response":{"status":400,"content":{"text":"{\"reason\":\"Invalid authorization code\",\"error\":\"invalid_grant\"}"}}}"#;
    json!([[r#"{"log":{"version":"1.2","entries":["#, 1], [page, others], [token, 1], ["]}}", 1]])
}

#[test]
fn a_recording_of_many_megabytes_is_read_and_explained() {
    browse(async |desk| {
        desk.open("#/").await;
        desk.until_heading_is_seen().await;
        drops(desk, "main h1", "recorded.har", recording(2_000)).await;
        said(desk, "recorded.har: 1 of 2,001 requests were taken").await;
        desk.until("the reason", "return document.querySelector('.diagnosis')?.innerText ?? '';", &[], |says| {
            says.as_str().is_some_and(|says| says.contains("Invalid authorization code"))
        })
        .await;
        let length = desk.script("return document.querySelector('#field-anything').value.length;", &[]).await;
        assert!(length.as_u64().is_some_and(|length| length < 2_000), "{length}");
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn reading_can_be_stopped() {
    browse(async |desk| {
        desk.open("#/tools").await;
        desk.until_heading_is_seen().await;
        desk.fill("Paste anything here", "before").await;
        let line = "2026-11-30T10:00:00Z INFO request finished\n".repeat(20_000);
        drops(desk, "#field-anything", "server.log", json!([[line, 2_000]])).await;
        said(desk, "Reading server.log").await;
        desk.press("Stop").await;
        let gone = "return document.querySelector('.picked') === null;";
        desk.until("nothing is said of it", gone, &[], |gone| *gone == json!(true)).await;
        desk.expect_content("Paste anything here", "before").await;
    });
}

#[test]
fn a_file_goes_into_the_field_that_it_is_dropped_on() {
    browse(async |desk| {
        desk.open("#/tool/error-answer").await;
        desk.until_heading_is_seen().await;
        drops(desk, "#field-error", "answer.json", json!([[r#"{"error":"invalid_client"}"#, 1]])).await;
        desk.expect_content("Error message", r#"{"error":"invalid_client"}"#).await;
        drops(desk, "#field-error", "photo.png", json!([["\u{89}PNG\0\0", 1]])).await;
        said(desk, "photo.png is not a text file").await;
        desk.expect_content("Error message", r#"{"error":"invalid_client"}"#).await;
        // Beside a field there is nothing that it could go into, and nothing that is entered is lost.
        drops(desk, "main h1", "other.txt", json!([["other", 1]])).await;
        desk.expect_content("Error message", r#"{"error":"invalid_client"}"#).await;
        assert_eq!(desk.console().await, []);
    });
}
