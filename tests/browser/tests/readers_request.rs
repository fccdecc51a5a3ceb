//! The reader of commands and requests.

use authdesk_browser_tests::{Desk, browse};
use serde_json::json;

const FIELD: &str = "Command or request";
const COMMAND: &str = "curl -X POST https://zoom.us/oauth/token?grant_type=account_credentials&account_id=DemoAccountId -H 'Authorization: Basic RGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1vQ2xpZW50U2VjcmV0MDAwMDAwMDAwMDAwMDAwMQ=='";
const EXCHANGE: &str = "POST /oauth/token HTTP/1.1\nHost: zoom.us\nAuthorization: Basic RGVtbzpEZW1v\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&code=DemoCode\n\nHTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{\"reason\":\"Invalid authorization code\",\"error\":\"invalid_grant\"}";

async fn cell(desk: &Desk, name: &str) -> String {
    let script =
        "const row = all('table tr').find((one) => squeezed(one.querySelector('th')?.textContent) === arguments[0]);
      return row && squeezed(row.querySelector('td').textContent);";
    let found = desk.until(&format!("there is a row {name:?}"), script, &[json!(name)], |text| !text.is_null()).await;
    found.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_command_is_read_fixed_and_the_fix_undone() {
    browse(async |desk| {
        desk.open("#/tool/request").await;
        desk.fill(FIELD, COMMAND).await;
        let said = desk.finding("ampersand-not-quoted").await;
        assert!(said.contains("An unquoted &."), "{said}");
        desk.press("Add quotes").await;
        desk.until_findings("the fix took it away", |all| all.iter().all(|one| one.kind != "ampersand-not-quoted"))
            .await;
        assert_eq!(cell(desk, "grant_type").await, "account_credentials");
        assert!(cell(desk, "Authorization").await.contains('•'), "a secret is masked");
        desk.press("Show Authorization").await;
        desk.until(
            "it is shown",
            "return document.querySelector('table')?.parentElement.textContent ?? '';",
            &[],
            |text| text.as_str().is_some_and(|text| text.contains("Basic RGVtb0")),
        )
        .await;
        desk.press("Undo").await;
        desk.expect_content(FIELD, COMMAND).await;
        desk.finding("ampersand-not-quoted").await;

        desk.choose("Language", "de").await;
        desk.until_findings("it is said in German", |all| {
            all.iter().any(|one| one.text.contains("Ein & ohne Anführungszeichen."))
        })
        .await;
        desk.press("In Anführungszeichen setzen").await;
        desk.until_findings("the fix took it away", |all| all.iter().all(|one| one.kind != "ampersand-not-quoted"))
            .await;
        assert!(desk.seen().await.contains("Anfrage 1 von 1: curl-Befehl"));
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn an_exchange_leads_on_to_its_header_and_its_answer() {
    browse(async |desk| {
        desk.open("#/tool/request").await;
        desk.fill(FIELD, EXCHANGE).await;
        assert_eq!(desk.output("request-line").await, "POST https://zoom.us/oauth/token");
        assert_eq!(desk.output("request-status").await, "Response status: 400");
        desk.press("Read the response").await;
        desk.until("the address is that of errors", "return location.hash;", &[], |hash| hash == "#/tool/error-answer")
            .await;
        desk.script("history.back();", &[]).await;
        desk.expect_content(FIELD, EXCHANGE).await;
        desk.press("Read the header").await;
        desk.expect_content("Authorization header", "Basic RGVtbzpEZW1v").await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn it_is_no_wider_than_a_phone() {
    browse(async |desk| {
        desk.screen(360, 740).await;
        desk.open("#/tool/request").await;
        desk.fill(FIELD, COMMAND).await;
        desk.output("request-line").await;
        desk.press("Show Authorization").await;
        assert_eq!(desk.wider_than_the_screen().await, None);
        desk.follow("#/").await;
        desk.fill("Paste anything here", EXCHANGE).await;
        desk.until("the readings are offered", "return document.querySelector('.pasted') !== null;", &[], |there| {
            there == &json!(true)
        })
        .await;
        assert_eq!(desk.wider_than_the_screen().await, None);
    });
}
