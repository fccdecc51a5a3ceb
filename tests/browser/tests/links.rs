//! Links for a colleague, in one browser and in a second one.

use authdesk::desk::link::QrCode;
use authdesk_browser_tests::sample::{VERINT_CLIENT_ID, VERINT_CLIENT_SECRET as CLIENT_SECRET};
use authdesk_browser_tests::{Desk, Site, Visit, browse};
use serde_json::json;

/// What the block of a link that arrived says; empty without one.
const ARRIVED: &str = "return squeezed(document.querySelector('[data-link=arrived]')?.textContent);";

async fn until_arrived(desk: &Desk, part: &str) -> String {
    let what = format!("the link brought {part:?}");
    let is_right = |text: &serde_json::Value| text.as_str().is_some_and(|text| text.contains(part));
    desk.until(&what, ARRIVED, &[], is_right).await.as_str().unwrap_or_default().to_owned()
}

async fn until_fragment(desk: &Desk, fragment: &str) {
    desk.until(&format!("the fragment is {fragment}"), "return location.hash;", &[], |hash| hash == fragment).await;
}

#[test]
fn a_link_from_one_browser_fills_the_guide_in_another() {
    let site = Site::of_the_page();
    let address = site.address();
    let mut link = String::new();
    Visit::to(site).run(async |desk| {
        desk.open("#/product/verint-recorder?variant=oauth").await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Client Secret", CLIENT_SECRET).await;
        desk.fill("Redirect URL", "https://rec.example.com/").await;
        desk.press("Link for a colleague").await;
        let first = desk.output("link").await;
        assert!(!first.contains(VERINT_CLIENT_ID), "off at first: {first}");
        desk.tick(&format!("Client ID {VERINT_CLIENT_ID}"), true).await;
        desk.choose("Opens at", "credentials").await;
        let script = "return textOf(document.querySelector('[data-output=link]'));";
        let is_right = |text: &serde_json::Value| {
            text.as_str().is_some_and(|text| text.contains(VERINT_CLIENT_ID) && text.contains("step=credentials"))
        };
        link = desk.until("the link has both", script, &[], is_right).await.as_str().unwrap_or_default().to_owned();
        assert!(link.starts_with(&address) && !link.contains(CLIENT_SECRET), "{link}");
        assert!(desk.output("link-message").await.contains(&link));
        // A decoder reads this drawing in another test. The paper has a code, too.
        let drawn = "return document.querySelector('#link-box [data-output=link-qr-code] path').getAttribute('d');";
        assert_eq!(desk.script(drawn, &[]).await, json!(QrCode::of(&link).expect("a code").path));
        assert_eq!(desk.console().await, []);
    });
    let fragment = link.split_once('#').map(|(_, fragment)| format!("#{fragment}")).expect("a fragment");
    browse(async |desk| {
        desk.open(&fragment).await;
        let says = until_arrived(desk, VERINT_CLIENT_ID).await;
        assert!(says.contains("https://rec.example.com/"), "{says}");
        desk.expect_content("Client ID", "").await;
        desk.press("Use the selected values").await;
        desk.expect_content("Client ID", VERINT_CLIENT_ID).await;
        desk.expect_content("Redirect URL", "https://rec.example.com/").await;
        until_fragment(desk, "#/product/verint-recorder?variant=oauth").await;
        desk.until("the step has the focus", "return document.activeElement.id;", &[], |id| id == "step-credentials")
            .await;
        assert_eq!(desk.script(ARRIVED, &[]).await, json!(""));
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_secret_in_a_link_is_taken_out_of_the_address_and_the_history() {
    browse(async |desk| {
        let secret = format!("client_secret={CLIENT_SECRET}");
        desk.open(&format!("#/tool/basic-header?v=1&client_id={VERINT_CLIENT_ID}&{secret}")).await;
        until_arrived(desk, "There may have been a secret in the link.").await;
        let cleaned = format!("#/tool/basic-header?v=1&client_id={VERINT_CLIENT_ID}");
        until_fragment(desk, &cleaned).await;
        assert!(!desk.kept().await.contains(CLIENT_SECRET));
        // In a guide, whose files come later.
        desk.open(&format!("#/product/kufersql?v=1&account_id=abc123&{secret}")).await;
        until_arrived(desk, "abc123").await;
        until_arrived(desk, "There may have been a secret in the link.").await;
        until_fragment(desk, "#/product/kufersql?v=1&account_id=abc123").await;
        desk.open(&cleaned).await;
        // One that comes while the page is there.
        desk.follow(&format!("#/tool/values?account_id=abc&{secret}")).await;
        until_fragment(desk, "#/tool/values?v=1&account_id=abc").await;
        until_arrived(desk, "There may have been a secret in the link.").await;
        desk.expect_content("Client Secret", "").await;
        // As a page does it: the button of a browser skips entries that nobody clicked for.
        desk.script("history.back();", &[]).await;
        until_fragment(desk, &cleaned).await;
        assert!(!desk.kept().await.contains(CLIENT_SECRET));
        let arrived = desk.site().arrived();
        assert!(!format!("{arrived:?}").contains(CLIENT_SECRET), "{arrived:?}");
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_link_that_comes_before_the_program_is_cleaned_as_soon_as_it_can_be_read() {
    let site = Site::of_the_page();
    site.hold("lazy.wasm");
    Visit::to(site).without_waiting_for_load().run(async |desk| {
        desk.load(&format!("#/tool/values?client_secret={CLIENT_SECRET}")).await;
        desk.until("the lazy part is asked for", "return true;", &[], |_| desk.site().waiting() > 0).await;
        desk.site().release();
        desk.ready().await;
        until_fragment(desk, "#/tool/values").await;
        until_arrived(desk, "There may have been a secret in the link.").await;
    });
}

#[test]
fn a_hostile_link_stays_text() {
    browse(async |desk| {
        let markup = "%3Cimg%20src%3Dx%20onerror%3D%22window.hit%3D1%22%3E%3Cscript%3Ewindow.hit%3D1%3C%2Fscript%3E";
        let hebrew = "%D7%90%D7%91%D7%92";
        desk.open(&format!("#/tool/values?v=9&client_id={markup}&account_id={hebrew}&x=1&%3Cb%3E=1&scopes=a&scopes=b"))
            .await;
        let says = until_arrived(desk, r#"<img src=x onerror="window.hit=1">"#).await;
        assert!(says.contains("A newer version of this page created the link."), "{says}");
        let script = "const block = document.querySelector('[data-link=arrived]');
          return [window.hit ?? null, block.querySelectorAll('img, script, b').length, block.querySelectorAll('bdi').length > 1];";
        assert_eq!(desk.script(script, &[]).await, json!([null, 0, true]));
        desk.press("Use the selected values").await;
        desk.expect_content("Client ID", r#"<img src=x onerror="window.hit=1"><script>window.hit=1</script>"#).await;
        assert_eq!(desk.script("return window.hit ?? null;", &[]).await, json!(null));
        for (odd, says) in [
            (format!("#/tool/values?client_id={}", "a".repeat(1_000_000)), "The link is too long."),
            ("#/tool/values?client_id=%E2%80%AEa&account_id=a%00".to_owned(), "an invisible character"),
        ] {
            desk.follow(&odd).await;
            until_arrived(desk, says).await;
            desk.press("Close").await;
            desk.until("the block is gone", ARRIVED, &[], |text| text == "").await;
            until_fragment(desk, "#/tool/values").await;
        }
        assert_eq!(desk.console().await, []);
    });
}

/// What the browser's way to share is, before the page is loaded.
async fn shares_by(desk: &Desk, way: &str) {
    let script = format!("Object.defineProperty(navigator, 'share', {{ configurable: true, value: {way} }});");
    desk.before_each_document(&script).await;
    desk.open("#/product/verint-recorder?variant=oauth").await;
    desk.press("Link for a colleague").await;
}

#[test]
fn a_link_is_shared_by_the_way_that_the_browser_has() {
    browse(async |desk| {
        shares_by(desk, "undefined").await;
        desk.output("link").await;
        assert!(!desk.has_button("Share…").await);
        assert_eq!(desk.console().await, []);
    });
    browse(async |desk| {
        shares_by(desk, "async (data) => { globalThis.shared = { ...data }; }").await;
        let link = desk.output("link").await;
        desk.press("Share…").await;
        let shared = "return globalThis.shared ?? null;";
        let shared = desk.until("it was shared", shared, &[], |shared| !shared.is_null()).await;
        assert_eq!(shared, json!({ "title": desk.heading().await, "url": link }));
        assert_eq!(desk.console().await, []);
    });
}
