//! What a finding means has a URL of its own, which support sends.

use authdesk_browser_tests::{Desk, browse};
use serde_json::json;

/// The texts that are shown of an example, and what is marked in them.
async fn examples(desk: &Desk) -> Vec<(String, String)> {
    let script = "return all('.example').map((one) => [
      squeezed(one.querySelector('.excerpt')?.textContent), squeezed(one.querySelector('mark')?.textContent)]);";
    let shown = desk.until("an example is shown", script, &[], |shown| shown != &json!([])).await;
    serde_json::from_value(shown).unwrap()
}

#[test]
fn an_address_opens_what_a_finding_means_and_its_example_opens_the_tool() {
    browse(async |desk| {
        desk.open("#/finding/no-break-space").await;
        assert_eq!(desk.heading().await, "A non-breaking space");
        assert_eq!(desk.title().await, "A non-breaking space · Authdesk");
        let shown = examples(desk).await;
        assert_eq!(shown[0], ("Demo[U+00A0]Id".to_owned(), "[U+00A0]".to_owned()));
        assert_eq!(shown[1].0, "DemoId", "the text after the fix");
        desk.press("Read this example").await;
        desk.heading_after("A non-breaking space").await;
        desk.finding("no-break-space").await;
        assert!(desk.address().await.ends_with("#/tool/values"));
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn every_finding_leads_to_what_it_means_and_back() {
    browse(async |desk| {
        desk.open("#/tool/values").await;
        desk.fill("Client ID", " DemoId").await;
        desk.finding("blanks-around").await;
        let tool = desk.heading().await;
        desk.press("About this finding").await;
        desk.heading_after(&tool).await;
        assert!(desk.address().await.ends_with("#/finding/blanks-around"));
        assert!(!desk.address().await.contains("DemoId"));
        desk.driver().back().await.unwrap();
        desk.expect_content("Client ID", " DemoId").await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn the_list_is_searched_and_leads_to_each_finding() {
    browse(async |desk| {
        desk.open("#/findings").await;
        desk.until_links("all findings are listed", |links| {
            links.iter().filter(|link| link.starts_with("#/finding/")).count() > 300
        })
        .await;
        desk.fill("Search findings", "non-breaking").await;
        desk.until_links("one finding is found", |links| {
            links.iter().filter(|link| link.starts_with("#/finding/")).eq(["#/finding/no-break-space"])
        })
        .await;
        desk.press("A non-breaking space").await;
        desk.heading_after("All findings").await;
        assert_eq!(desk.heading().await, "A non-breaking space");
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn the_language_is_that_of_the_page() {
    browse(async |desk| {
        desk.open("#/finding/no-break-space").await;
        desk.choose("Language", "de").await;
        desk.heading_after("A non-breaking space").await;
        assert_eq!(desk.heading().await, "Ein geschütztes Leerzeichen");
        assert_eq!(examples(desk).await[0].1, "[U+00A0]");
    });
}

#[test]
fn a_name_that_is_none_is_told_and_harmless() {
    browse(async |desk| {
        desk.open("#/finding/from-a-newer-version").await;
        assert_eq!(desk.heading().await, "No such finding in this version");
        for name in
            ["<script>document.title='x'</script>", "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "javascript:alert(1)"]
        {
            desk.load(&format!("#/finding/{name}")).await;
            desk.ready().await;
            assert_eq!(desk.heading().await, "Page not found", "{name}");
            assert_eq!(desk.title().await, "Page not found · Authdesk", "{name}");
            assert!(!desk.seen().await.contains("onerror"), "{name}");
        }
        assert_eq!(desk.console().await, []);
    });
}
