//! What leaves the page, what remains, and what is cleared.

use std::path::Path;
use std::time::Instant;

use authdesk_browser_tests::desk::VIEWS;
use authdesk_browser_tests::driver::Driver;
use authdesk_browser_tests::heap::snapshot;
use authdesk_browser_tests::sample::{
    ACCESS_TOKEN, ACCOUNT_ID, CODE, REFRESH_TOKEN, VERINT_CLIENT_ID, VERINT_CLIENT_SECRET, VERINT_HEADER, parameter,
    token_answer,
};
use authdesk_browser_tests::{Desk, PATIENCE, Site, Visit, browse};
use serde_json::{Value, json};
use thirtyfour::Key;

/// What only the person may ever have.
const SECRETS: [&str; 5] = [VERINT_CLIENT_SECRET, VERINT_HEADER, CODE, REFRESH_TOKEN, ACCESS_TOKEN];

#[track_caller]
fn expect_no_secret(place: &str, text: &str) {
    for secret in SECRETS {
        let bare = secret.strip_prefix("Basic ").unwrap_or(secret);
        assert!(!text.contains(bare), "{place} holds {bare}: {text}");
    }
}

/// Goes through the guide of Verint Recorder, from the first checkbox to the last value.
async fn walk_through_verint(desk: &Desk) {
    desk.open("#/product/verint-recorder").await;
    fill_in_verint(desk).await;
    assert_eq!(desk.secret("Refresh Token").await, REFRESH_TOKEN);
}

/// Fills in that guide, in which WebDriver reads no secret: it would keep what it has read.
async fn fill_in_verint(desk: &Desk) {
    desk.tick_first("create").await;
    let redirect = "https://www.example.com/";
    desk.fill("Redirect URL", redirect).await;
    desk.fill("Client ID", "").await;
    desk.type_into("Client ID", VERINT_CLIENT_ID).await;
    desk.type_into("Client Secret", VERINT_CLIENT_SECRET).await;
    desk.open_step("authorize").await;
    let state = parameter(&desk.output("authorize-url").await, "state").expect("a state");
    desk.fill("URL you were redirected to", &format!("{redirect}?code={CODE}&state={state}")).await;
    desk.finding("code-found").await;
    desk.fill("Zoom’s response", &token_answer()).await;
    desk.until_masked("Refresh Token").await;
}

#[test]
fn nothing_leaves_the_page() {
    browse(async |desk| {
        desk.open("#/").await;
        desk.settled().await;
        walk_through_verint(desk).await;
        desk.settled().await;
        let (sent, arrived) = (desk.requests().await.len(), desk.site().arrived().len());

        desk.type_into("Client Secret", "more-of-the-secret").await;
        desk.fill("Client ID", ACCOUNT_ID).await;
        desk.open_all_steps().await;
        desk.expect_value("Client ID", ACCOUNT_ID).await;

        let requests = desk.requests().await;
        assert_eq!(requests[sent..], [], "typing sends nothing");
        assert_eq!(desk.site().arrived()[arrived..], [], "typing sends nothing, not even through the service worker");
        let own = |url: &str| {
            url.starts_with(&desk.site().address())
                || ["about:blank", "data:", "blob:"].iter().any(|own| url.starts_with(own))
        };
        for request in &requests {
            assert!(own(&request.url), "{request:?} leaves the page");
            assert!(request.method == "GET" && request.body.is_none(), "{request:?} carries something");
        }
        // Files of the site, fetched by their fixed names: a query can only be a file's version.
        let listing = format!("{:?} {:?}", requests, desk.site().arrived());
        expect_no_secret("a request", &listing);
        assert!(!listing.contains(VERINT_CLIENT_ID) && !listing.contains(ACCOUNT_ID), "{listing}");
        assert!(desk.site().arrived().iter().all(|one| one.status == 200), "{:?}", desk.site().arrived());
        assert_eq!(desk.console().await, []);
    });
}

/// Seen by a proxy and by the kernel, not by the page and not by the browser.
#[test]
fn from_outside_there_is_nothing_but_own_files() {
    Visit::to(Site::of_the_page()).watched().run(async |desk| {
        let began = desk.passed().len();
        walk_through_verint(desk).await;
        for view in VIEWS {
            desk.follow(view).await;
            desk.until_heading_is_seen().await;
        }
        desk.settled().await;
        let all = desk.passed();
        let own = all.iter().filter(|one| one.url.starts_with(&desk.site().address())).collect::<Vec<_>>();
        assert!(own.len() > 10, "the proxy is used: {all:?}");
        for one in &all[began..] {
            if !own.contains(&one) {
                let host =
                    one.url.split("://").last().and_then(|rest| rest.split(['/', ':']).next()).unwrap_or_default();
                let is_known = BY_ITSELF.iter().any(|maker| host == *maker || host.ends_with(&format!(".{maker}")));
                assert!(is_known, "{one:?}: neither a file of the page nor what the browser asks for by itself");
                continue;
            }
            assert!(one.method == "GET" && !one.has_body, "{one:?}");
            let query = one.url.split_once('?').map_or("", |(_, query)| query);
            assert!(query.is_empty() || query.starts_with("v=") && query.len() == 14, "{one:?}");
        }
        expect_no_secret("a request", &format!("{all:?}"));
        let ends = desk.connections();
        let has_tables = Path::new("/proc/net/tcp").exists();
        assert_eq!(!ends.is_empty(), has_tables, "the connections are seen where the kernel tells of them");
        for end in ends {
            assert!(end.contains(" 127.0.0.1:") || end.contains(" [::1]:"), "{end} is not on this computer");
        }
    });
}

/// What browsers ask their makers for, whatever page is open; the page of secrets tells.
const BY_ITSELF: [&str; 6] = ["google.com", "googleapis.com", "gvt1.com", "mozilla.org", "mozilla.com", "mozilla.net"];

/// The files are there, then the network is gone: everything goes on. Tables of errors, for one, come when they are needed.
#[test]
fn a_guide_goes_on_when_the_network_is_cut() {
    browse(async |desk| {
        walk_through_verint(desk).await;
        desk.settled().await;
        desk.press("Clear everything").await;
        desk.expect_content("Client ID", "").await;
        desk.site().stop();
        fill_in_verint(desk).await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn the_console_is_empty_in_every_view() {
    browse(async |desk| {
        for view in VIEWS {
            desk.open(view).await;
            if view.starts_with("#/product/") {
                desk.open_all_steps().await;
            }
            assert_eq!(desk.console().await, [], "at {view}");
        }
        let start = desk.heading().await;
        desk.follow("#/").await;
        let before = desk.heading_after(&start).await;
        desk.follow("#/tools").await;
        desk.heading_after(&before).await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn nothing_secret_is_kept_in_the_browser() {
    browse(async |desk| {
        walk_through_verint(desk).await;
        expect_no_secret("the browser", &desk.kept().await);
        assert!(!desk.readable().await.contains(VERINT_CLIENT_SECRET), "a secret is masked again");
        assert!(!desk.readable().await.contains(REFRESH_TOKEN), "a token is masked again");
        let markup = desk.driver().source().await.unwrap();
        assert!(!markup.contains(VERINT_CLIENT_SECRET), "a masked secret is not in the markup");
        let pair = VERINT_HEADER.strip_prefix("Basic ").unwrap();
        assert!(!markup.contains(pair), "nor is the header that is made of it");
    });
}

#[test]
fn a_reload_keeps_the_work_and_loses_the_secret() {
    browse(async |desk| {
        walk_through_verint(desk).await;
        assert!(desk.ticks("create").await[0]);
        desk.reload().await;
        desk.expect_value("Client ID", VERINT_CLIENT_ID).await;
        assert_eq!(desk.content("Redirect URL").await, "https://www.example.com/");
        assert!(desk.ticks("create").await[0], "the tick is kept");
        assert_eq!(desk.content("Client Secret").await, "");
        assert_eq!(desk.content("Zoom’s response").await, "");
        let (_, rows) = desk.panel().await;
        for row in rows.iter().filter(|row| ["Client Secret", "Refresh Token"].contains(&row.label.as_str())) {
            assert!(!row.text.contains('•'), "{row:?} is gone");
        }
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn another_tab_knows_nothing() {
    browse(async |desk| {
        walk_through_verint(desk).await;
        desk.open_tab().await;
        desk.open("#/product/verint-recorder").await;
        assert_eq!(desk.content("Client ID").await, "");
        assert_eq!(desk.content("Client Secret").await, "");
        assert!(!desk.ticks("create").await[0]);
    });
}

#[test]
fn clear_everything_forgets_all() {
    browse(async |desk| {
        walk_through_verint(desk).await;
        desk.press("Clear everything").await;
        desk.expect_content("Client ID", "").await;
        for label in ["Client Secret", "Redirect URL", "URL you were redirected to", "Zoom’s response"] {
            assert_eq!(desk.content(label).await, "", "{label}");
        }
        assert!(desk.ticks("create").await.iter().all(|ticked| !ticked));
        let kept = desk.kept().await;
        expect_no_secret("the browser", &kept);
        assert!(!kept.contains(VERINT_CLIENT_ID) && !kept.contains("www.example.com"), "{kept}");
        desk.reload().await;
        assert_eq!(desk.content("Client ID").await, "");
    });
}

#[test]
fn clear_everything_leaves_nothing_in_the_memory_of_the_program() {
    browse(async |desk| {
        watch_memory(desk).await;
        walk_through_verint(desk).await;
        desk.follow("#/tools").await;
        desk.until_heading_is_seen().await;
        desk.follow("#/product/verint-recorder").await;
        desk.expect_content("Client ID", VERINT_CLIENT_ID).await;
        assert!(in_memory(desk, VERINT_CLIENT_SECRET).await, "the search finds what is there");
        desk.press("Clear everything").await;
        desk.expect_content("Client ID", "").await;
        for secret in SECRETS {
            let bare = secret.strip_prefix("Basic ").unwrap_or(secret);
            let end = Instant::now() + PATIENCE;
            while in_memory(desk, bare).await {
                assert!(Instant::now() < end, "{bare} is still in memory");
            }
        }
    });
}

#[test]
fn clear_everything_and_leaving_leave_nothing_in_the_heap_of_the_page() {
    if !Driver::has_devtools("a snapshot of the heap") {
        return;
    }
    browse(async |desk| {
        desk.open("#/product/verint-recorder").await;
        fill_in_verint(desk).await;
        // Made in the page, so that it is not found for the script that makes it.
        desk.script("globalThis.kept = ['found', 'by', 'the', 'search'].join('-');", &[]).await;
        assert!(snapshot(desk.driver()).await.contains("found-by-the-search"), "the search finds what is there");
        desk.press("Clear everything").await;
        desk.expect_content("Client ID", "").await;
        until_not_in_heap(desk, "after Clear everything").await;

        fill_in_verint(desk).await;
        desk.driver().goto("about:blank").await.unwrap();
        until_not_in_heap(desk, "after leaving").await;
    });
}

#[test]
fn five_minutes_hidden_leave_nothing_in_memory_and_lose_nothing() {
    browse(async |desk| {
        watch_memory(desk).await;
        let (link, before) = fill_in_and_hide(desk).await;
        desk.script("scrollTo({ top: 2000, behavior: 'instant' });", &[]).await;
        later(desk, 6).await;
        until_sealed(desk).await;
        for secret in SECRETS.into_iter().chain([VERINT_CLIENT_ID, state_of(&link).as_str()]) {
            let bare = secret.strip_prefix("Basic ").unwrap_or(secret);
            let end = Instant::now() + PATIENCE;
            while in_memory(desk, bare).await {
                assert!(Instant::now() < end, "{bare} is still in memory");
            }
        }
        expect_no_secret("the browser", &desk.kept().await);
        assert!(desk.kept().await.contains(VERINT_CLIENT_ID), "what a tab keeps over a reload is still kept");

        see(desk, true).await;
        desk.expect_content("Client Secret", VERINT_CLIENT_SECRET).await;
        for (label, text) in before {
            desk.expect_content(label, &text).await;
        }
        // WebKit scrolls to what has the focus, whatever comes after it.
        let is_there = |now: &Value| now == &json!(2000) || Driver::chosen() == Driver::WebKit;
        desk.until("the page is where it was", "return scrollY;", &[], is_there).await;
        assert!(desk.ticks("create").await[0]);
        assert_eq!(desk.output("authorize-url").await, link, "the same state is waited for");
        assert_eq!(desk.secret("Refresh Token").await, REFRESH_TOKEN);
        desk.open_token_step().await;
        assert!(desk.output("token-command").await.contains(CODE));
        desk.follow("#/tools").await;
        desk.until_heading_is_seen().await;
        let anything = "return document.getElementById('field-anything').value;";
        let pasted = |value: &Value| value == &json!(VERINT_HEADER);
        desk.until("the box has its text again", anything, &[], pasted).await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn five_minutes_hidden_leave_nothing_in_the_heap_of_the_page() {
    if !Driver::has_devtools("a snapshot of the heap") {
        return;
    }
    browse(async |desk| {
        fill_in_and_hide(desk).await;
        desk.script("globalThis.kept = ['found', 'by', 'the', 'search'].join('-');", &[]).await;
        assert!(snapshot(desk.driver()).await.contains("found-by-the-search"), "the search finds what is there");
        later(desk, 6).await;
        until_sealed(desk).await;
        until_not_in_heap(desk, "after five minutes hidden").await;
        see(desk, true).await;
        desk.expect_content("Client Secret", VERINT_CLIENT_SECRET).await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_page_that_is_seen_again_in_time_keeps_everything_as_it_is() {
    browse(async |desk| {
        fill_in_and_hide(desk).await;
        later(desk, 4).await;
        see(desk, true).await;
        later(desk, 6).await;
        see(desk, false).await;
        later(desk, 4).await;
        // The page has looked at the clock twice since.
        desk.script("ticks.length = 0;", &[]).await;
        desk.until("the clock is read", "return ticks.length;", &[], |count| count.as_u64() >= Some(2)).await;
        assert_eq!(desk.content("Client Secret").await, VERINT_CLIENT_SECRET);
    });
}

#[test]
fn without_web_cryptography_a_hidden_page_keeps_what_is_entered() {
    browse(async |desk| {
        // As in a page over HTTP.
        desk.before_each_document("Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });").await;
        fill_in_and_hide(desk).await;
        later(desk, 6).await;
        desk.script("ticks.length = 0;", &[]).await;
        desk.until("the clock is read", "return ticks.length;", &[], |count| count.as_u64() >= Some(2)).await;
        assert_eq!(desk.content("Client Secret").await, VERINT_CLIENT_SECRET);
        see(desk, true).await;
        desk.expect_content("Client Secret", VERINT_CLIENT_SECRET).await;
        assert_eq!(desk.console().await, []);
    });
}

/// A code comes back to the page itself, in a tab of its own, while this one is hidden.
#[test]
fn a_code_from_another_tab_arrives_in_a_page_that_was_hidden_for_long() {
    browse(async |desk| {
        let (link, _) = fill_in_and_hide(desk).await;
        later(desk, 6).await;
        until_sealed(desk).await;
        let landed = format!("https://www.example.com/?code=another-{CODE}&state={}", state_of(&link));
        desk.script("fromOtherTab(arguments[0]);", &[json!(landed)]).await;
        desk.until("the page takes it", "return heard[0];", &[], |heard| heard == &json!("taken")).await;
        see(desk, true).await;
        desk.expect_content("URL you were redirected to", &landed).await;
        desk.expect_content("Client Secret", VERINT_CLIENT_SECRET).await;
    });
}

/// Fills in the guide of Verint Recorder and the box for anything, and puts another tab in front of the page. With the
/// authorization URL, and what else is in the fields.
async fn fill_in_and_hide(desk: &Desk) -> (String, Vec<(&'static str, String)>) {
    let script = "{
      const now = Date.now;
      let [ahead, isSeen] = [0, true];
      globalThis.ticks = [];
      Date.now = () => {
        ticks.push(ahead);
        return now() + ahead;
      };
      Object.defineProperty(document, 'hidden', { get: () => !isSeen });
      Object.defineProperty(document, 'visibilityState', { get: () => isSeen ? 'visible' : 'hidden' });
      globalThis.heard = [];
      globalThis.fromOtherTab = (text) => {
        const channel = new BroadcastChannel('authdesk.landing');
        channel.onmessage = ({ data }) => heard.push(data);
        channel.postMessage(text);
      };
      globalThis.later = (minutes) => (ahead += minutes * 60_000);
      globalThis.see = (now) => {
        isSeen = now;
        document.dispatchEvent(new Event('visibilitychange'));
      };
    }";
    desk.before_each_document(script).await;
    desk.open("#/tools").await;
    desk.fill_id("field-anything", VERINT_HEADER).await;
    desk.follow("#/product/verint-recorder").await;
    desk.until_heading_is_seen().await;
    fill_in_verint(desk).await;
    let link = desk.output("authorize-url").await;
    let landed = format!("https://www.example.com/?code={CODE}&state={}", state_of(&link));
    let fields = vec![
        ("Redirect URL", "https://www.example.com/".to_owned()),
        ("Client ID", VERINT_CLIENT_ID.to_owned()),
        ("URL you were redirected to", landed),
        ("Zoom’s response", token_answer()),
    ];
    see(desk, false).await;
    (link, fields)
}

fn state_of(link: &str) -> String {
    parameter(link, "state").expect("a state")
}

/// The clock goes on.
async fn later(desk: &Desk, minutes: u32) {
    desk.script("later(arguments[0]);", &[json!(minutes)]).await;
}

/// Waits until the fields are empty, without reading them: WebDriver keeps what it has read.
async fn until_sealed(desk: &Desk) {
    let script = "return named(FIELD, 'Client Secret').value.length;";
    desk.until("the field is empty", script, &[], |length| length == &json!(0)).await;
}

/// Another tab is put in front of the page, or away.
async fn see(desk: &Desk, is_seen: bool) {
    desk.script("see(arguments[0]);", &[json!(is_seen)]).await;
}

/// Waits until no script can reach a secret: what WebDriver has typed is kept until its next command.
async fn until_not_in_heap(desk: &Desk, when: &str) {
    let end = Instant::now() + PATIENCE;
    loop {
        let heap = snapshot(desk.driver()).await;
        let mut found = SECRETS.iter().map(|secret| secret.strip_prefix("Basic ").unwrap_or(secret));
        let Some(found) = found.find(|secret| heap.contains(secret)) else { return };
        assert!(Instant::now() < end, "{when}, {found} is still in the heap");
    }
}

#[test]
fn who_comes_back_by_the_browser_finds_the_secret_masked() {
    browse(async |desk| {
        walk_through_verint(desk).await;
        assert_eq!(desk.show("Refresh Token").await, REFRESH_TOKEN);
        // The browser under test keeps no page for the way back, so the event is sent as the browser would.
        desk.script("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));", &[]).await;
        desk.until_masked("Refresh Token").await;
    });
}

/// A view, a field in it, what is pasted there, and what must not be read of it.
fn pastes() -> Vec<(&'static str, &'static str, String, Vec<&'static str>)> {
    let pair = VERINT_HEADER.strip_prefix("Basic ").unwrap();
    let answer = token_answer();
    let landed = format!("https://www.example.com/?code={CODE}&state=af0ifjsldkj");
    let curl = format!(
        "curl -X POST https://zoom.us/oauth/token \\\n  -H \"Authorization: {VERINT_HEADER}\" \\\n  \
         -d \"grant_type=authorization_code&code={CODE}\""
    );
    vec![
        ("#/tool/token-answer", "Zoom’s response", answer.clone(), vec![ACCESS_TOKEN, REFRESH_TOKEN]),
        ("#/tool/redirect", "URL you were redirected to", landed.clone(), vec![CODE]),
        ("#/tool/redirect", "URL you were redirected to", CODE.to_owned(), vec![CODE]),
        ("#/tool/redirect-comparison", "Returned URL", landed, vec![CODE]),
        ("#/tool/read-header", "Authorization header", VERINT_HEADER.to_owned(), vec![pair]),
        ("#/tool/read-header", "Authorization header", pair.to_owned(), vec![pair]),
        ("#/tool/jwt", "JSON Web Token", ACCESS_TOKEN.to_owned(), vec![ACCESS_TOKEN]),
        (
            "#/tool/error-answer",
            "Error message",
            format!("{answer} {curl}"),
            vec![ACCESS_TOKEN, REFRESH_TOKEN, CODE, pair],
        ),
        ("#/tool/request", "Command or request", curl, vec![CODE, pair]),
    ]
}

#[test]
fn pasted_secrets_are_masked_in_place_until_they_are_shown() {
    browse(async |desk| {
        for (view, label, text, secrets) in pastes() {
            desk.open(view).await;
            desk.fill(label, &text).await;
            desk.until_drawn(label, Some("dotted")).await;
            assert_eq!(desk.content(label).await, text, "the field keeps what was pasted");
            assert_eq!(desk.style(label, "color").await, "rgba(0, 0, 0, 0)", "{label}");
            let readable = desk.readable().await;
            for secret in &secrets {
                assert!(!readable.contains(secret), "{label}: {secret} can be read: {readable}");
            }
            let dots = |secret: &str| "•".repeat(secret.chars().count());
            let expected = secrets.iter().fold(text.clone(), |text, secret| text.replace(secret, &dots(secret)));
            assert_eq!(desk.drawn(label).await.as_deref(), Some(expected.as_str()), "the rest stays readable");

            desk.press(&format!("Show {label}")).await;
            desk.until_drawn(label, Some("shown")).await;
            assert_ne!(desk.style(label, "color").await, "rgba(0, 0, 0, 0)", "{label}");
            assert_eq!(desk.drawn(label).await, None);
            desk.press(&format!("Hide {label}")).await;
            desk.until_drawn(label, Some("dotted")).await;
            desk.fill(label, "").await;
            desk.until_drawn(label, None).await;
        }
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn what_is_no_secret_is_not_masked() {
    browse(async |desk| {
        for (view, label, text) in [
            (
                "#/tool/token-answer",
                "Zoom’s response",
                r#"{"reason":"Invalid code","error":"invalid_request","code":4711}"#,
            ),
            ("#/tool/redirect", "URL you were redirected to", "https://www.example.com/?error=access_denied&state=x"),
            ("#/tool/scopes", "Scopes you have", "user:read:user code:read"),
        ] {
            desk.open(view).await;
            desk.fill(label, text).await;
            desk.any_finding(label).await;
            desk.until_drawn(label, None).await;
            assert!(!desk.has_button(&format!("Show {label}")).await);
        }
    });
}

#[test]
fn the_box_for_anything_masks_what_is_pasted_into_it() {
    browse(async |desk| {
        let label = "Paste anything here";
        desk.open("#/").await;
        desk.fill(label, &format!("{VERINT_CLIENT_ID} and client_secret={VERINT_CLIENT_SECRET}")).await;
        desk.until_drawn(label, Some("dotted")).await;
        let readable = desk.readable().await;
        assert!(readable.contains(VERINT_CLIENT_ID) && !readable.contains(VERINT_CLIENT_SECRET), "{readable}");
        desk.press(&format!("Show {label}")).await;
        desk.until_drawn(label, Some("shown")).await;
    });
}

#[test]
fn a_masked_text_is_edited_and_copied_as_it_is() {
    browse(async |desk| {
        desk.allow_clipboard().await;
        let label = "Zoom’s response";
        desk.open("#/tool/token-answer").await;
        desk.fill(label, &token_answer()).await;
        desk.until_drawn(label, Some("dotted")).await;
        // Typing goes on in the same element.
        desk.driver().action_chain().send_keys(Key::Enter + "\"x\"").perform().await.unwrap();
        let expected = format!("{}\n\"x\"", token_answer());
        desk.expect_content(label, &expected).await;
        assert_eq!(desk.focused().await, label);
        assert!(desk.drawn(label).await.unwrap().ends_with("\n\"x\""));
        let chain = desk.driver().action_chain().key_down(Key::Control).send_keys("ac").key_up(Key::Control);
        chain.perform().await.unwrap();
        desk.until_copied("the text itself", |copied| copied == expected).await;
        desk.script("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));", &[]).await;
        desk.press(&format!("Show {label}")).await;
        desk.until_drawn(label, Some("shown")).await;
        desk.script("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));", &[]).await;
        desk.until_drawn(label, Some("dotted")).await;
    });
}

#[test]
fn what_is_drawn_lies_on_the_text_however_it_is_wrapped() {
    let words = "words of an error-message, with/slashes?and=signs&more (1.5) … ";
    let texts = [
        token_answer(),
        token_answer().replace(',', ",\n\t ") + "\n\n",
        format!("{{\"access_token\":\"{}\"}}", "aB3-_.".repeat(300)),
        format!("{} code={CODE} {}", words.repeat(30), words.repeat(30)),
        format!("{}\n", format!("https://www.example.com/a-b/c?code={CODE}&x=ä%20ö\n\n").repeat(20)),
    ];
    browse(async |desk| {
        let label = "Command or request";
        for width in [320, 1280] {
            desk.screen(width, 800).await;
            desk.open("#/tool/request").await;
            for text in &texts {
                desk.fill(label, text).await;
                desk.until_drawn(label, Some("dotted")).await;
                let script = "return named(FIELD, arguments[0]).value === arguments[1];";
                desk.until("the text is there", script, &[json!(label), json!(text)], |value| value == &json!(true))
                    .await;
                let [field, drawn] = desk.boxes(label).await;
                assert_eq!(field, drawn, "{width}: {text}");
                // Nothing scrolls inside of the text area alone.
                assert!(field[4] <= field[3].ceil(), "{width}: {field:?}: {text}");
                assert_eq!(desk.wider_than_the_screen().await, None);
            }
        }
    });
}

#[test]
fn a_printed_page_has_no_masked_text() {
    if !Driver::has_devtools("what is on paper") {
        return;
    }
    browse(async |desk| {
        for (view, label, text, secrets) in pastes() {
            desk.open(view).await;
            desk.fill(label, &text).await;
            desk.until_drawn(label, Some("dotted")).await;
            let printed = desk.printed().await;
            assert!(printed.contains(&label.replace(' ', "")) && printed.contains("••••••••"), "{printed}");
            for secret in &secrets {
                assert!(!printed.contains(secret), "{label}: {secret} is printed: {printed}");
            }
        }
        // Whatever reads the PDF here would find it.
        desk.press("Show Command or request").await;
        desk.until_drawn("Command or request", Some("shown")).await;
        let printed = desk.printed().await;
        assert!(printed.contains(CODE), "{printed}");
    });
}

#[test]
fn a_long_text_with_a_secret_is_masked_as_a_whole() {
    browse(async |desk| {
        let label = "Command or request";
        desk.open("#/tool/request").await;
        desk.fill(label, &format!("{}{}", "{\"name\":\"value\"}, ".repeat(4000), token_answer())).await;
        desk.until_drawn(label, Some("whole")).await;
        assert_eq!(desk.style(label, "color").await, "rgba(0, 0, 0, 0)");
        if Driver::has_devtools("what is on paper") {
            assert!(!desk.printed().await.contains(ACCESS_TOKEN));
        }
        desk.press(&format!("Show {label}")).await;
        desk.until_drawn(label, Some("shown")).await;
        assert_ne!(desk.style(label, "color").await, "rgba(0, 0, 0, 0)");
    });
}

/// Keeps a way to the memory of the program.
async fn watch_memory(desk: &Desk) {
    let script = "for (const name of ['instantiate', 'instantiateStreaming']) {
      const real = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const made = await real.apply(WebAssembly, given);
        globalThis.programMemory ??= (made.instance ?? made).exports.memory;
        return made;
      };
    }";
    desk.before_each_document(script).await;
}

/// Whether a text is anywhere in the program's memory, in UTF-8 or UTF-16.
async fn in_memory(desk: &Desk, text: &str) -> bool {
    let script = "const bytes = new Uint8Array(programMemory.buffer);
      const utf8 = [...new TextEncoder().encode(arguments[0])];
      const utf16 = utf8.flatMap((byte) => [byte, 0]);
      const has = (wanted) => {
        for (let at = bytes.indexOf(wanted[0]); at >= 0; at = bytes.indexOf(wanted[0], at + 1)) {
          if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
        }
        return false;
      };
      return has(utf8) || has(utf16);";
    desk.script(script, &[json!(text)]).await == json!(true)
}

#[test]
fn the_language_is_remembered() {
    browse(async |desk| {
        desk.open("#/").await;
        let english = desk.heading().await;
        desk.choose("Language", "de").await;
        let german = desk.heading_after(&english).await;
        desk.until_language("de").await;
        desk.reload().await;
        assert_eq!(desk.heading().await, german);
        desk.until_language("de").await;
        desk.open("#/product/kufersql").await;
        assert!(!desk.heading().await.contains("Connect "), "{}", desk.heading().await);
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_german_browser_begins_in_german() {
    if !Driver::has_devtools("another language of the browser") {
        return;
    }
    browse(async |desk| {
        let agent = desk.script("return navigator.userAgent;", &[]).await;
        let german = serde_json::json!({ "userAgent": agent, "acceptLanguage": "de-DE,de" });
        desk.devtools("Emulation.setUserAgentOverride", german).await;
        desk.open("#/").await;
        desk.until_language("de").await;
        assert!(desk.heading().await.contains("Produkt"), "{}", desk.heading().await);
    });
}
