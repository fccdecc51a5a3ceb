//! Values and headers: what is odd is shown next to the field as one types, fixed by a button, and undone.

use authdesk_browser_tests::browse;
use authdesk_browser_tests::sample::{VERINT_CLIENT_ID, VERINT_CLIENT_SECRET, VERINT_HEADER};

/// As the Verint guide prints it: a space before the Client ID was encoded too.
const PRINTED: &str = "Basic IGJYM2hHNFVZU1J5SldRM3pHbjhvdGc6b0dvNE9aMkdZWmJMaURCZFFQSXozaEgzdktJSU9ZQWI=";

#[test]
fn a_blank_in_a_guides_field_is_told_as_one_types_fixed_and_taken_back() {
    browse(async |desk| {
        desk.open("#/product/cirqlive-meets").await;
        desk.open_step("credentials").await;
        let pasted = format!("{VERINT_CLIENT_ID}\u{a0}");
        desk.fill("Client ID", &pasted).await;
        let says = desk.finding("no-break-space").await;
        assert!(says.contains("U+00A0") && says.contains("At the end."), "{says}");
        desk.press("Remove the non-breaking space").await;
        desk.expect_content("Client ID", VERINT_CLIENT_ID).await;
        desk.press("Undo").await;
        desk.expect_content("Client ID", &pasted).await;
        desk.finding("no-break-space").await;
    });
}

#[test]
fn swapped_values_change_places_and_go_back() {
    browse(async |desk| {
        desk.open("#/tool/values").await;
        desk.fill("Client ID", VERINT_CLIENT_SECRET).await;
        desk.fill("Client Secret", VERINT_CLIENT_ID).await;
        desk.finding("maybe-swapped").await;
        desk.press("Swap them").await;
        desk.expect_content("Client ID", VERINT_CLIENT_ID).await;
        desk.expect_content("Client Secret", VERINT_CLIENT_SECRET).await;
        desk.no_finding().await;
    });
}

#[test]
fn the_header_of_the_verint_guide_is_corrected() {
    browse(async |desk| {
        desk.open("#/tool/read-header").await;
        desk.fill("Authorization header", PRINTED).await;
        let says = desk.finding("blanks-around").await;
        assert!(says.contains("Before the Client ID.") && says.contains('␣'), "{says}");
        desk.press("Remove the spaces").await;
        desk.expect_content("Authorization header", VERINT_HEADER).await;
        desk.finding("header-read").await;
        desk.expect_output("client-id", VERINT_CLIENT_ID).await;
        desk.press("Undo").await;
        desk.expect_content("Authorization header", PRINTED).await;

        desk.choose("Language", "de").await;
        desk.until("the finding is German", "return document.body.innerText", &[], |text| {
            text.as_str().is_some_and(|text| text.contains("Vor der Client ID."))
        })
        .await;
        desk.press("Leerzeichen entfernen").await;
        desk.expect_content("Authorization-Header", VERINT_HEADER).await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn what_a_finding_says_keeps_its_room_beside_the_fix() {
    browse(async |desk| {
        desk.open("#/product/verint-recorder").await;
        desk.open_step("authorize").await;
        desk.fill("URL you were redirected to", "https://www.example.com/?code=obBEe8ewaL KdyN&state=abc").await;
        desk.finding("blanks-left-out").await;
        let script =
            "return document.querySelector('[data-finding=blanks-left-out] > div').getBoundingClientRect().width;";
        let width = desk.script(script, &[]).await.as_f64().unwrap_or_default();
        assert!(width > 200.0, "{width} px for the sentence");
    });
}
