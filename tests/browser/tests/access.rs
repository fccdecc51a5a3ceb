//! Whether everybody can use the page: axe in every view, small screens, keyboard.

use authdesk_browser_tests::desk::VIEWS;
use authdesk_browser_tests::driver::Driver;
use authdesk_browser_tests::sample::{VERINT_CLIENT_SECRET, token_answer};
use authdesk_browser_tests::{Desk, axe, browse};
use serde_json::json;
use thirtyfour::Key;

#[derive(Clone, Copy)]
enum Screen {
    Desktop,
    Phone,
}

async fn look(desk: &Desk, screen: Screen, scheme: &str) {
    match screen {
        Screen::Desktop => desk.screen(1280, 900).await,
        Screen::Phone => desk.screen(360, 740).await,
    }
    let features = json!([
        { "name": "prefers-color-scheme", "value": scheme },
        // A moving element could be checked while it is half transparent.
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ]);
    if Driver::has_devtools(&format!("a {scheme} screen without motion")) {
        desk.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }
}

async fn faults(desk: &Desk, view: &str) -> Vec<String> {
    let mut faults: Vec<_> = axe::violations(desk).await.iter().map(|one| format!("{view}: {one}")).collect();
    if let Some(widest) = desk.wider_than_the_screen().await {
        faults.push(format!("{view}: wider than the screen: {widest}"));
    }
    faults
}

async fn expect_faultless_views(desk: &Desk) {
    let mut found = Vec::new();
    for view in VIEWS {
        desk.open(view).await;
        found.extend(faults(desk, view).await);
        if view.starts_with("#/product/") {
            desk.open_all_steps().await;
            found.extend(faults(desk, &format!("{view}, every step open")).await);
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What is folded away is checked too.
async fn unfold(desk: &Desk) {
    let script = "for (const one of all('main details')) one.open = true; return null;";
    desk.script(script, &[]).await;
}

#[test]
fn links_are_faultless_when_they_are_created_and_when_they_arrive() {
    browse(async |desk| {
        let mut found = Vec::new();
        for (screen, scheme) in [(Screen::Desktop, "light"), (Screen::Phone, "dark")] {
            look(desk, screen, scheme).await;
            for view in ["#/product/verint-recorder", "#/tool/authorize-url"] {
                let long = "a".repeat(200);
                let brought = "client_id=DemoClientId0000000001&redirect_url=https%3A%2F%2Fwww.example.com%2F";
                desk.open(&format!("{view}?v=2&{brought}{long}&more=1&client_secret=abc")).await;
                desk.until("the link arrived", "return document.querySelector('[data-link] table');", &[], |one| {
                    !one.is_null()
                })
                .await;
                desk.press("Link for a colleague").await;
                desk.output("link-message").await;
                found.extend(faults(desk, &format!("{view} with links")).await);
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

#[test]
fn commands_and_their_lines_are_faultless_in_every_form() {
    browse(async |desk| {
        let mut found = Vec::new();
        for (screen, scheme) in [(Screen::Desktop, "light"), (Screen::Phone, "dark")] {
            look(desk, screen, scheme).await;
            desk.open("#/tool/token-request").await;
            desk.fill("Client ID", "DemoClientId0000000001").await;
            for kind in ["Refresh a token (refresh_token)", "Test API call with a token"] {
                desk.tick(kind, true).await;
                for form in ["bash or zsh (Linux, macOS)", "Command Prompt (cmd)", "Postman collection"] {
                    desk.tick(form, true).await;
                    desk.output("token-command").await;
                    unfold(desk).await;
                    found.extend(faults(desk, &format!("{kind}, {form}")).await);
                }
            }
            let answer = r#"{"id":"zJKyaiAyTNC-MWjiWC18KQ","email":"jchill@example.com","type":2,"role_name":"Admin"}"#;
            desk.fill("Zoom’s response to the test call", answer).await;
            desk.finding("call-succeeded").await;
            found.extend(faults(desk, "a good answer").await);
            desk.fill("Zoom’s response to the test call", r#"{"code":124,"message":"Invalid access token."}"#).await;
            desk.finding("call-refused").await;
            unfold(desk).await;
            found.extend(faults(desk, "a refusal").await);
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

#[test]
fn every_view_is_faultless_on_a_desktop_in_light() {
    browse(async |desk| {
        look(desk, Screen::Desktop, "light").await;
        expect_faultless_views(desk).await;
    });
}

#[test]
fn every_view_is_faultless_on_a_desktop_in_dark() {
    browse(async |desk| {
        look(desk, Screen::Desktop, "dark").await;
        expect_faultless_views(desk).await;
    });
}

#[test]
fn every_view_is_faultless_on_a_phone_in_light() {
    browse(async |desk| {
        look(desk, Screen::Phone, "light").await;
        expect_faultless_views(desk).await;
    });
}

#[test]
fn every_view_is_faultless_on_a_phone_in_dark() {
    browse(async |desk| {
        look(desk, Screen::Phone, "dark").await;
        expect_faultless_views(desk).await;
    });
}

#[test]
fn a_guide_at_work_with_findings_of_all_kinds_is_faultless() {
    browse(async |desk| {
        desk.open("#/product/verint-recorder").await;
        desk.fill("Redirect URL", "https://www.example.com/").await;
        desk.fill("Client ID", " bX3hG4UYSRyJWQ3zGn8otg").await;
        desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
        desk.fill("URL you were redirected to", "https://www.example.com/?code=abcdefgh&state=forged").await;
        desk.finding("state-differs").await;
        desk.fill("Zoom’s response", &token_answer()).await;
        // Shown, the longest values there are must not widen the page.
        desk.show("Refresh Token").await;
        desk.open_all_steps().await;
        let mut found = Vec::new();
        for (screen, scheme) in [(Screen::Phone, "light"), (Screen::Desktop, "dark")] {
            look(desk, screen, scheme).await;
            found.extend(faults(desk, "the guide at work").await);
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

#[test]
fn the_german_start_view_and_guide_are_faultless_on_a_phone() {
    browse(async |desk| {
        look(desk, Screen::Phone, "light").await;
        desk.open("#/").await;
        let english = desk.heading().await;
        desk.choose("Language", "de").await;
        desk.heading_after(&english).await;
        let mut found = faults(desk, "#/ in German").await;
        // Chosen once, the language is remembered.
        desk.open("#/product/kufersql").await;
        desk.open_all_steps().await;
        found.extend(faults(desk, "#/product/kufersql in German").await);
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

#[test]
fn the_keyboard_reaches_the_skip_link_first_and_then_the_search() {
    browse(async |desk| {
        desk.open("#/").await;
        desk.unfocus().await;
        desk.key(Key::Tab).await;
        assert!(desk.focused().await.starts_with("Skip"), "the first stop is {:?}", desk.focused().await);
        desk.until_focus_is_seen().await;

        let mut stops = Vec::new();
        while desk.focused().await != "Search products" {
            stops.push(desk.focused().await);
            assert!(stops.len() < 20, "the search is not reached: {stops:?}");
            desk.key(Key::Tab).await;
        }
    });
}

#[test]
fn the_skip_link_leads_into_the_view() {
    browse(async |desk| {
        desk.open("#/product/verint-recorder").await;
        let before = desk.address().await;
        desk.unfocus().await;
        desk.key(Key::Tab).await;
        desk.key(Key::Enter).await;
        desk.key(Key::Tab).await;
        desk.until_focus_is_in_the_view().await;
        assert!(desk.heading().await.contains("Verint"), "the view is still there");
        assert!(desk.address().await.starts_with(&before), "the route is still there: {}", desk.address().await);
    });
}

#[test]
fn a_new_view_says_its_name() {
    browse(async |desk| {
        desk.open("#/").await;
        let (heading, title) = (desk.heading().await, desk.title().await);
        desk.follow("#/about/secrets").await;
        desk.heading_after(&heading).await;
        assert_ne!(desk.title().await, title);
        // Somebody who does not see the change is told of it: the focus goes into the new view.
        desk.until_focus_is_in_the_view().await;
    });
}
