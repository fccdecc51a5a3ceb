//! The JavaScript heap of a page, as Chromium's developer tools see it.

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::{Value, json};
use thirtyfour::WebDriver;
use tungstenite::{Message, client};

/// A snapshot of everything that scripts of the page can still reach, with each text in it. Chromium collects what nobody
/// can reach before it takes one (Chrome DevTools Protocol, `HeapProfiler.takeHeapSnapshot`).
///
/// # Panics
///
/// If the browser does not give one.
pub async fn snapshot(driver: &WebDriver) -> String {
    let browser =
        driver.capabilities().get("goog:chromeOptions").and_then(|options| options["debuggerAddress"].as_str());
    let browser = browser.expect("the address of the developer tools").to_owned();
    tokio::task::spawn_blocking(move || taken(&browser)).await.expect("a snapshot")
}

fn taken(browser: &str) -> String {
    let pages = pages(browser);
    let page = pages.as_array().and_then(|pages| pages.iter().find(|page| page["type"] == "page")).expect("a page");
    let url = page["webSocketDebuggerUrl"].as_str().expect("its WebSocket");
    let (mut socket, _) = client(url, TcpStream::connect(browser).expect("a connection")).expect("a WebSocket");
    let request = json!({ "id": 1, "method": "HeapProfiler.takeHeapSnapshot", "params": {} });
    socket.send(Message::text(request.to_string())).expect("a request");
    let mut snapshot = String::new();
    loop {
        let Message::Text(text) = socket.read().expect("a message") else { continue };
        let message: Value = serde_json::from_str(&text).expect("JSON");
        if let Some(chunk) = message["params"]["chunk"].as_str() {
            snapshot.push_str(chunk);
        } else if message["id"] == 1 {
            assert!(message["error"].is_null(), "{message}");
            return snapshot;
        }
    }
}

/// What is open in the browser.
fn pages(browser: &str) -> Value {
    let mut stream = TcpStream::connect(browser).expect("a connection");
    write!(stream, "GET /json HTTP/1.1\r\nHost: {browser}\r\nConnection: close\r\n\r\n").expect("a request");
    let mut response = Vec::new();
    // It keeps the connection open all the same, so what is read ends with the list.
    let mut part = [0; 4096];
    loop {
        let length = stream.read(&mut part).expect("a response");
        response.extend_from_slice(&part[..length]);
        let text = String::from_utf8_lossy(&response);
        let pages = text.split_once("\r\n\r\n").and_then(|(_, body)| serde_json::from_str(body).ok());
        if let Some(pages) = pages {
            return pages;
        }
        assert!(length > 0, "no list of pages: {text}");
    }
}
