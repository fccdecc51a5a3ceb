//! What is read in a token response, a JSON Web Token and a list of scopes.

use authdesk_browser_tests::browse;
use authdesk_browser_tests::desk::Desk;
use authdesk_browser_tests::sample::{ACCESS_TOKEN, token_answer};

/// The header `{"alg":"HS256"}`, the claims `{"iss":"zm:cid:x","exp":4102444800}`, and a signature of the right length.
const JWT: &str =
    "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJ6bTpjaWQ6eCIsImV4cCI6NDEwMjQ0NDgwMH0.sssssssssssssssssssssssssssssssssssssssssss";

/// Waits until there is no finding of that kind.
async fn until_gone(desk: &Desk, kind: &str) {
    desk.until_findings(&format!("{kind} is gone"), |all| all.iter().all(|one| one.kind != kind)).await;
}

#[test]
fn a_quoted_answer_is_fixed_and_the_fix_undone() {
    browse(async |desk| {
        for (language, answer, fix, undo) in [
            ("en", "Zoom’s response", "Keep the plain JSON", "Undo"),
            ("de", "Antwort von Zoom", "Nur das JSON behalten", "Rückgängig"),
        ] {
            desk.open("#/tool/token-answer").await;
            desk.choose("Language", language).await;
            let quoted = format!("'{}'", token_answer());
            desk.fill(answer, &quoted).await;
            desk.finding("answer-quoted").await;
            desk.press(fix).await;
            until_gone(desk, "answer-quoted").await;
            desk.expect_content(answer, &token_answer()).await;
            desk.press(undo).await;
            desk.finding("answer-quoted").await;
            desk.expect_content(answer, &quoted).await;
            if language == "de" {
                desk.choose("Sprache", "en").await;
            }
        }
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn an_answer_tells_its_end_in_words_and_what_is_missing() {
    browse(async |desk| {
        desk.open("#/product/verint-recorder").await;
        desk.open_token_step().await;
        desk.fill("Zoom’s response", &token_answer()).await;
        let end = desk.output("token-expiry").await;
        assert!(end.starts_with("in 59 minutes") && end.ends_with("UTC"), "{end}");
        let missing = desk.output("missing-scopes").await;
        assert!(missing.contains("cloud_recording:read:list_user_recordings:admin"), "{missing}");
        assert!(!missing.contains("user:read:user:admin"), "{missing}");
        assert_eq!(desk.output("region-host").await, "api.zoom.us");
        desk.finding("scopes-missing").await;
        desk.finding("refresh-rotates").await;
        assert!(!desk.readable().await.contains(ACCESS_TOKEN), "a token is not shown unasked");

        // The required and the granted scopes go along to the tool.
        let unfold =
            "document.querySelector('[data-output=token-expiry]').closest('details.more').open = true; return null;";
        desk.script(unfold, &[]).await;
        desk.press("Compare scopes").await;
        desk.until_address(&format!("{}/#/tool/scopes", desk.site().origin())).await;
        desk.finding("scopes-missing").await;
        assert_eq!(desk.output("missing-scopes").await, missing);
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_token_is_opened_from_the_answer_that_has_it() {
    browse(async |desk| {
        desk.open("#/tool/token-answer").await;
        desk.fill("Zoom’s response", &format!(r#"{{"access_token":"{JWT}","token_type":"bearer"}}"#)).await;
        desk.press("Decode the Access Token").await;
        desk.expect_content("JSON Web Token", JWT).await;
        desk.finding("jwt-read").await;
        let claims = desk.output("jwt-claims").await;
        assert!(claims.contains("zm:cid:x") && claims.contains("2100-01-01 00:00 UTC"), "{claims}");
        // Going back leads to the response.
        desk.script("history.back();", &[]).await;
        desk.expect_content("Zoom’s response", &format!(r#"{{"access_token":"{JWT}","token_type":"bearer"}}"#)).await;

        desk.follow("#/tool/jwt").await;
        let half: String = JWT.chars().take(50).collect();
        desk.fill("JSON Web Token", &half).await;
        desk.finding("jwt-cut-off").await;
        desk.choose("Language", "de").await;
        desk.until_findings("the finding is German", |all| {
            all.iter().any(|one| one.kind == "jwt-cut-off" && one.text.contains("abgeschnitten"))
        })
        .await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn scopes_are_compared_and_named_once() {
    browse(async |desk| {
        desk.open("#/tool/scopes").await;
        desk.fill("Scopes you need", "user:read:user:admin meeting:read:meeting:admin").await;
        desk.fill("Scopes you have", "user:read:user:admin user:read:user:admin a:b").await;
        desk.finding("scopes-missing").await;
        desk.finding("scope-unknown").await;
        assert_eq!(desk.output("missing-scopes").await, "meeting:read:meeting:admin");
        assert_eq!(desk.output("extra-scopes").await, "a:b");
        assert!(desk.output("scope-table").await.contains("meeting:read:admin"), "the classic name stands beside it");

        for (fix, undo) in [("Remove duplicates", "Undo"), ("Duplikate entfernen", "Rückgängig")] {
            if undo != "Undo" {
                desk.choose("Language", "de").await;
            }
            desk.press(fix).await;
            until_gone(desk, "scope-repeated").await;
            desk.press(undo).await;
            desk.finding("scope-repeated").await;
        }
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn the_scopes_of_a_guide_go_along_to_the_tool() {
    browse(async |desk| {
        desk.open("#/product/kufersql").await;
        desk.open_step("scopes").await;
        desk.press("Compare with your app’s scopes").await;
        desk.until_address(&format!("{}/#/tool/scopes", desk.site().origin())).await;
        assert!(desk.content("Scopes you need").await.lines().count() > 7);
        desk.fill(
            "Scopes you have",
            "Invalid access token, does not contain scopes:[user:read:list_users:admin, user:read:admin].",
        )
        .await;
        desk.finding("one-is-enough").await;
        assert_eq!(desk.output("one-of-scopes").await, "user:read:list_users:admin");
        assert_eq!(desk.wider_than_the_screen().await, None);
        assert_eq!(desk.console().await, []);
    });
}
