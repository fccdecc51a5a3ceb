//! Errors explained, and the questions that tell app types apart.

use authdesk_browser_tests::sample::{CODE, VERINT_CLIENT_ID, VERINT_CLIENT_SECRET};
use authdesk_browser_tests::{Desk, axe, browse};

const WRONG_PAIR: &str = r#"{"reason":"Invalid client_id or client_secret","error":"invalid_client"}"#;

async fn expect_no_faults(desk: &Desk) {
    let faults: Vec<String> = axe::violations(desk).await.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(desk.wider_than_the_screen().await, None);
}

/// Wrong credentials, the cause found in the secret, fixed and undone.
async fn fixed_and_undone(desk: &Desk, answer: &str, fix: &str, undo: &str) {
    desk.until_links("the guide is there", |links| !links.is_empty()).await;
    desk.open_all_steps().await;
    desk.fill("Client ID", VERINT_CLIENT_ID).await;
    desk.fill("Client Secret", &format!("{VERINT_CLIENT_SECRET}\u{200b}")).await;
    desk.fill(answer, WRONG_PAIR).await;
    desk.finding("token-refused").await;
    desk.until_likely(&["odd-character"]).await;
    desk.finding("invisible-character").await;
    desk.press(fix).await;
    desk.until_likely(&[]).await;
    desk.press(undo).await;
    desk.until_likely(&["odd-character"]).await;
}

#[test]
fn what_is_known_of_the_values_makes_a_cause_likely() {
    browse(async |desk| {
        desk.open("#/product/kufersql").await;
        fixed_and_undone(desk, "Zoom’s response", "Remove the invisible character", "Undo").await;
        let says = desk.explained("client-refused").await;
        assert!(says.contains("Likely, because there is a character in Client Secret"), "{says}");
        assert!(!says.contains("In Zoom, go to App Credentials"), "what no clue supports is folded: {says}");
        let unfold = "document.querySelector('[data-error=client-refused] details.more').open = true; return null;";
        desk.script(unfold, &[]).await;
        let says = desk.explained("client-refused").await;
        assert!(says.contains("In Zoom, go to App Credentials"), "{says}");
        expect_no_faults(desk).await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn the_same_in_german() {
    browse(async |desk| {
        desk.open("#/product/kufersql").await;
        desk.choose("Language", "de").await;
        desk.until("the page is German", "return document.documentElement.lang;", &[], |value| value == "de").await;
        fixed_and_undone(desk, "Antwort von Zoom", "Unsichtbares Zeichen entfernen", "Rückgängig").await;
        let says = desk.explained("client-refused").await;
        assert!(says.contains("Wahrscheinlich, weil in Client Secret ein Zeichen steht"), "{says}");
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn an_error_from_anywhere() {
    browse(async |desk| {
        desk.open("#/tool/error-answer").await;
        desk.fill("Error message", "Invalid redirect: https://www.example.com/ (4,700)").await;
        assert!(desk.explained("redirect-refused").await.contains("OAuth Allow Lists"));
        desk.fill(
            "Error message",
            r#"{"code":4711,"message":"Invalid access token, does not contain scopes:[user:read:admin, user:read]."}"#,
        )
        .await;
        desk.explained("scope-missing").await;
        desk.until_likely(&["scope-missing"]).await;
        assert!(desk.readable().await.contains("One of these is enough. inferred"));
        desk.allow_clipboard().await;
        desk.press("Copy user:read:admin").await;
        desk.until_copied("the scope", |text| text == "user:read:admin").await;
        expect_no_faults(desk).await;

        // Numbers would say that one cause is more likely than the next.
        let list = "return document.querySelector('.explanation__row > .explanation__causes').localName;";
        desk.until("the supported cause comes first", list, &[], |name| name == "ol").await;
        desk.fill("Error message", r#"{"error":"invalid_grant"}"#).await;
        desk.until("nothing decides between the causes", list, &[], |name| name == "ul").await;

        desk.fill("Error message", "hello").await;
        desk.until("nothing is explained", "return all('[data-error]').length;", &[], |count| *count == 0).await;
        assert!(desk.readable().await.contains("No error that this page knows was found here."));
        desk.fill("Error message", r#"{"access_token":"a","refresh_token":"b","scope":"c:d"}"#).await;
        desk.finding("tokens-read").await;

        // A code in it is not shown again.
        desk.open("#/tool/token-answer").await;
        let refused = format!(r#"{{"reason":"Invalid authorization code {CODE}","error":"invalid_grant"}}"#);
        desk.fill("Zoom’s response", &refused).await;
        desk.explained("code-refused").await;
        assert!(!desk.readable().await.contains(CODE));

        desk.open("#/tool/redirect").await;
        desk.fill("URL you were redirected to", "https://www.example.com/?error=access_denied").await;
        desk.explained("access-denied").await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn which_app_is_it() {
    browse(async |desk| {
        desk.open("#/").await;
        desk.press("Which app type do I have?").await;
        desk.until_chooser("account-id").await;
        desk.press("No, or there is no App Credentials page.").await;
        desk.until_chooser("kind").await;
        desk.until("the question has the focus", "return document.activeElement.id;", &[], |id| id == "chooser-now")
            .await;
        desk.press("Two tabs, Development and Production, each with a Client ID and a Client Secret.").await;
        desk.until_chooser("managed").await;
        desk.press("Admin-managed: one admin authorizes it for the account.").await;
        desk.until_chooser("general-admin-managed").await;
        assert_eq!(desk.answered().await, ["account-id", "kind", "managed"]);
        assert!(desk.readable().await.contains("App type: General app, admin-managed"));
        expect_no_faults(desk).await;

        desk.press("Previous question").await;
        desk.until_chooser("managed").await;
        // An earlier answer is changed; what came after it is asked anew.
        desk.press("Change: No, or there is no App Credentials page.").await;
        desk.until_chooser("account-id").await;
        assert!(desk.answered().await.is_empty());
        desk.press("Yes, there is an Account ID.").await;
        desk.until_chooser("active").await;
        expect_no_faults(desk).await;
        desk.choose("Language", "de").await;
        desk.until(
            "the question is German",
            "return squeezed(document.querySelector('main h2').textContent);",
            &[],
            |asks| asks.as_str().is_some_and(|asks| asks.contains("Activation") && !asks.contains("Does")),
        )
        .await;
        desk.until_chooser("active").await;
        assert_eq!(desk.answered().await, ["account-id"], "the answers stay");
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_missing_account_id_leads_to_the_questions() {
    browse(async |desk| {
        desk.open("#/product/kufersql").await;
        desk.open_step("credentials").await;
        assert!(desk.has_button("Which app type do I have?").await);
        desk.fill("Account ID", "123 456 7890").await;
        desk.finding("account-number").await;
        assert!(desk.has_button("Which app type do I have?").await);
        desk.press("Which app type do I have?").await;
        desk.until_chooser("account-id").await;
    });
}
