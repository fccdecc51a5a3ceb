//! The readers of URLs: an authorization URL, redirect URLs side by side, and the returned URL.

use authdesk_browser_tests::browse;
use authdesk_browser_tests::desk::Desk;
use authdesk_browser_tests::sample::{CODE, VERINT_CLIENT_ID};
use serde_json::json;

/// The host of the API instead of that of the authorization page.
const WRONG_HOST: &str = "https://api.zoom.us/oauth/authorize?response_type=code&client_id=bX3hG4UYSRyJWQ3zGn8otg\
                          &redirect_uri=https%3A%2F%2Fwww.example.com%2F&state=xyz";

async fn sees(desk: &Desk, text: &str) {
    let script = "return document.body.innerText.includes(arguments[0]);";
    desk.until(&format!("{text:?} can be seen"), script, &[text.into()], |seen| seen == true).await;
}

async fn until_no(desk: &Desk, kind: &str) {
    desk.until_findings(&format!("{kind} is gone"), |all| all.iter().all(|one| one.kind != kind)).await;
}

#[test]
fn an_authorize_url_is_fixed_and_put_back() {
    browse(async |desk| {
        desk.open("#/tool/read-authorize-url").await;
        desk.fill("Authorization URL", WRONG_HOST).await;
        desk.finding("api-host").await;
        assert!(desk.output("authorize-parameters").await.contains("https://www.example.com/"));
        desk.press("Use the endpoint’s host").await;
        let after = WRONG_HOST.replace("api.zoom.us", "zoom.us");
        desk.expect_content("Authorization URL", &after).await;
        until_no(desk, "api-host").await;
        desk.press("Undo").await;
        desk.expect_content("Authorization URL", WRONG_HOST).await;
        desk.finding("api-host").await;

        // A secret in the URL is masked in the table.
        desk.fill("Authorization URL", &format!("{WRONG_HOST}&client_secret=oGo4OZ2GYZbLiDBdQPIz3hH3vKIIOYAb")).await;
        desk.finding("secret-in-address").await;
        assert!(!desk.output("authorize-parameters").await.contains("oGo4OZ2GYZ"));

        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Redirect URL", "https://www.example.com/cb").await;
        desk.finding("redirect-differs").await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn redirect_urls_are_compared_and_the_registered_one_is_taken() {
    browse(async |desk| {
        desk.open("#/tool/redirect-comparison").await;
        desk.fill("Redirect URL registered with Zoom", "https://zappysys.com/oauth").await;
        desk.fill("Redirect URL in the request", "https://zappysys.com/oauth/").await;
        desk.finding("slash-differs").await;
        assert_eq!(desk.output("redirect-requested").await, "https://zappysys.com/oauth/");
        sees(desk, "Strict Mode URL is on").await;
        sees(desk, "Rejected").await;
        sees(desk, "Only an exact match is safe.").await;
        let shown = "return all('[data-mode]').filter((one) => one.checkVisibility()).map((one) => one.dataset.mode);";
        assert_eq!(desk.script(shown, &[]).await, json!(["strict"]), "what is known of no other setting is folded");
        desk.press("Use the registered URL").await;
        desk.expect_content("Redirect URL in the request", "https://zappysys.com/oauth").await;
        desk.finding("same-byte-for-byte").await;
        desk.press("Undo").await;
        desk.finding("slash-differs").await;

        desk.fill("Returned URL", &format!("https://zappysys.com/oauth/cb?code={CODE}")).await;
        desk.finding("path-differs").await;
        assert_eq!(desk.output("redirect-received").await, "https://zappysys.com/oauth/cb");

        desk.choose("Language", "de").await;
        sees(desk, "Strict Mode URL ist an").await;
        sees(desk, "Wird abgelehnt").await;
        desk.press("Eingetragene URL verwenden").await;
        desk.finding("same-byte-for-byte").await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_wrapped_address_is_unwrapped_in_german_and_put_back() {
    browse(async |desk| {
        desk.open("#/tool/redirect").await;
        desk.choose("Language", "de").await;
        sees(desk, "Zurückgegebene URL lesen").await;
        let wrapped = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.example.com%2F%3Fcode%3DobBEe8\
                       &data=05";
        let landed = desk.text_fields().await.pop().expect("the field of the reader");
        desk.fill(&landed, wrapped).await;
        desk.finding("wrapped-address").await;
        desk.finding("scanner-may-have-used").await;
        desk.expect_output("authorization-code", "obBEe8").await;
        desk.press("Innere URL verwenden").await;
        desk.expect_content(&landed, "https://www.example.com/?code=obBEe8").await;
        until_no(desk, "wrapped-address").await;
        desk.press("Rückgängig").await;
        desk.expect_content(&landed, wrapped).await;
        desk.finding("wrapped-address").await;
    });
}

#[test]
fn a_guide_shows_in_what_the_address_differs() {
    browse(async |desk| {
        desk.open("#/product/verint-recorder").await;
        desk.open_all_steps().await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Redirect URL", "https://www.example.com/").await;
        desk.fill("URL you were redirected to", &format!("https://www.Example.com/cb?code={CODE}")).await;
        desk.finding("address-differs").await;
        desk.finding("host-case-differs").await;
        desk.finding("path-differs").await;
        assert_eq!(desk.output("redirect-received").await, "https://www.Example.com/cb");
    });
}

#[test]
fn a_code_copied_in_a_second_command_is_told() {
    browse(async |desk| {
        desk.open("#/product/verint-recorder").await;
        desk.allow_clipboard().await;
        desk.open_all_steps().await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Redirect URL", "https://www.example.com/").await;
        desk.fill("URL you were redirected to", CODE).await;
        desk.output("token-command").await;
        desk.press("Copy command").await;
        sees(desk, "Copied: Command").await;
        assert!(desk.findings().await.iter().all(|one| one.kind != "code-used-in-command"));
        desk.press("Copy command").await;
        desk.finding("code-used-in-command").await;
    });
}
