//! What is there before the program, and without it.

use authdesk_browser_tests::driver::Driver;
use authdesk_browser_tests::{Fault, Site, Visit};
use serde_json::json;

#[test]
fn without_javascript_there_is_a_plain_sentence() {
    if !Driver::has_devtools("a page without JavaScript") {
        return;
    }
    Visit::to(Site::of_the_page()).run(async |desk| {
        desk.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
        desk.load("").await;
        desk.until("the sentence is visible", "return document.body.innerText;", &[], |seen| {
            seen.as_str().is_some_and(|seen| seen.contains("JavaScript"))
        })
        .await;
    });
}

#[test]
fn the_first_paint_does_not_wait_for_the_program() {
    let site = Site::of_the_page();
    site.hold(".wasm");
    Visit::to(site).without_waiting_for_load().run(async |desk| {
        desk.load("").await;
        desk.until_heading_is_seen().await;
        let painted = "return performance.getEntriesByName('first-contentful-paint').length;";
        desk.until("something is painted", painted, &[], |times| times == 1).await;
        desk.until("the program is asked for", "return true;", &[], |_| desk.site().waiting() > 0).await;
        assert!(!desk.seen().await.contains("did not start"), "{}", desk.seen().await);
        let before = desk.heading().await;

        desk.site().release();
        desk.ready().await;
        // The heading that was read does not change under the reader's eyes.
        assert!(before.contains(&desk.heading().await), "{before:?} became {:?}", desk.heading().await);
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_program_that_cannot_be_loaded_is_told() {
    let site = Site::of_the_page();
    site.spoil(".wasm", Fault::Refused);
    Visit::to(site).run(async |desk| {
        desk.load("").await;
        assert!(desk.notice().await.contains("did not start"));
    });
}

#[test]
fn the_page_is_not_to_be_framed_and_says_no_referrer() {
    let site = Site::of_the_page();
    let policy = site.policy().to_owned();
    for part in ["default-src 'none'", "require-trusted-types-for 'script'", "form-action 'none'", "base-uri 'none'"] {
        assert!(policy.contains(part), "{part} is not in {policy}");
    }
    assert!(
        !policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'") && !policy.contains('*'),
        "{policy}"
    );
    Visit::to(site).run(async |desk| {
        desk.open("#/").await;
        assert_eq!(desk.console().await, []);
    });
}
