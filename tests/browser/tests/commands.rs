//! The commands of the page: their formats, what they contain, and what is said about them.

use std::fs;
use std::time::{Duration, Instant};

use authdesk_browser_tests::driver::Driver;
use authdesk_browser_tests::sample::{CODE, VERINT_CLIENT_ID, VERINT_CLIENT_SECRET};
use authdesk_browser_tests::{Desk, browse};
use serde_json::{Value, json};

/// The client ID and the secret in base64.
const PAIR: &str = "YlgzaEc0VVlTUnlKV1EzekduOG90ZzpvR280T1oyR1laYkxpREJkUVBJejNoSDN2S0lJT1lBYg==";

const COMMAND: &str = "return document.querySelector('[data-output=token-command]')?.textContent ?? '';";

async fn until_command(desk: &Desk, what: &str, is_right: impl Fn(&str) -> bool) -> String {
    let there = desk.until(what, COMMAND, &[], |text| text.as_str().is_some_and(&is_right)).await;
    there.as_str().unwrap_or_default().to_owned()
}

/// The tool, with all that an exchange needs.
async fn open_exchange(desk: &Desk) {
    desk.open("#/tool/token-request").await;
    desk.fill("Client ID", VERINT_CLIENT_ID).await;
    desk.fill("Redirect URL", "https://www.example.com/").await;
    desk.fill("Authorization code", CODE).await;
    desk.output("token-command").await;
}

#[test]
fn the_form_for_this_computer_is_suggested_and_the_chosen_one_is_remembered() {
    if !Driver::has_devtools("another operating system") {
        return;
    }
    browse(async |desk| {
        let windows =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0";
        desk.devtools("Emulation.setUserAgentOverride", json!({ "userAgent": windows })).await;
        open_exchange(desk).await;
        until_command(desk, "PowerShell is suggested", |text| text.contains("Invoke-RestMethod")).await;
        assert!(!desk.kept().await.contains("powershell"), "what is only suggested is not remembered");
        desk.tick("Python", true).await;
        until_command(desk, "Python is shown", |text| text.contains("getpass")).await;
        assert!(desk.kept().await.contains("\"authdesk.format\":\"python\""), "{}", desk.kept().await);
        desk.reload().await;
        desk.fill("Authorization code", CODE).await;
        until_command(desk, "Python is remembered", |text| text.contains("getpass")).await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn the_way_to_authenticate_is_chosen_for_any_server_that_is_not_zooms() {
    browse(async |desk| {
        open_exchange(desk).await;
        desk.tick("bash or zsh (Linux, macOS)", true).await;
        let ways = "return all('[name=client-authentication]').map((one) => one.value);";
        assert_eq!(desk.script(ways, &[]).await, json!([]), "Zoom's is known");
        desk.fill("Token endpoint", "https://example.com/token").await;
        let all = json!(["basic_raw", "basic_form_encoded", "body", "none"]);
        desk.until("there is a choice", ways, &[], |values| *values == all).await;
        desk.tick("Client ID and secret in the form", true).await;
        until_command(desk, "the secret is in the form", |text| text.contains("'client_secret='")).await;
        desk.tick("No secret (public client)", true).await;
        until_command(desk, "there is no secret", |text| !text.contains("Client Secret")).await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_secret_is_in_the_command_only_where_that_is_chosen() {
    browse(async |desk| {
        open_exchange(desk).await;
        desk.tick("Include the secrets I entered", true).await;
        assert!(desk.readable().await.contains("once run, in the shell history"), "it says where it ends up");
        desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
        until_command(desk, "the secret is in it", |text| text.contains(VERINT_CLIENT_SECRET)).await;
        for (form, holds) in [
            ("PowerShell", VERINT_CLIENT_SECRET),
            ("Command Prompt (cmd)", VERINT_CLIENT_SECRET),
            ("HTTPie", VERINT_CLIENT_SECRET),
            ("Python", VERINT_CLIENT_SECRET),
            ("Postman collection", VERINT_CLIENT_SECRET),
            (".http file", PAIR),
            ("Raw HTTP", PAIR),
        ] {
            desk.tick(form, true).await;
            until_command(desk, form, |text| text.contains(holds)).await;
        }
        desk.tick("Include the secrets I entered", false).await;
        until_command(desk, "it is out again", |text| text.contains("********")).await;
        desk.follow("#/product/verint-recorder").await;
        desk.open_step("exchange").await;
        assert!(!desk.kept().await.contains(VERINT_CLIENT_SECRET));
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_collection_is_saved_as_a_file() {
    if !Driver::has_devtools("files that are saved") {
        return;
    }
    browse(async |desk| {
        let folder = std::env::temp_dir().join(format!("authdesk-saved-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let how = json!({ "behavior": "allow", "downloadPath": folder });
        desk.devtools("Browser.setDownloadBehavior", how).await;
        open_exchange(desk).await;
        assert!(!desk.has_button("Save as a file").await, "a command is pasted");
        desk.tick("Postman collection", true).await;
        let shown = until_command(desk, "the collection", |text| text.contains("\"schema\"")).await;
        let sent = desk.requests().await.len();
        desk.press("Save as a file").await;
        let file = folder.join("request.postman_collection.json");
        let end = Instant::now() + Duration::from_secs(20);
        // The browser creates the file before it writes into it.
        let mut saved = String::new();
        while saved != shown {
            assert!(Instant::now() < end, "no file came, or not this one: {saved}");
            std::thread::sleep(Duration::from_millis(50));
            saved = fs::read_to_string(&file).unwrap_or_default();
        }
        fs::remove_dir_all(&folder).unwrap();
        let collection: Value = serde_json::from_str(&saved).unwrap();
        assert_eq!(collection["item"][0]["request"]["body"]["mode"], "urlencoded");
        let address = desk.site().address();
        let requests = desk.requests().await;
        assert!(requests[sent..].iter().all(|one| !one.url.starts_with(&address)), "nothing is fetched for it");
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn every_request_is_there_in_every_form_and_explained_in_both_languages() {
    browse(async |desk| {
        open_exchange(desk).await;
        desk.fill("Token endpoint", "https://example.com/token").await;
        let explained = "const list = document.querySelector('ol.explained');
          return [list?.children.length ?? 0, list?.textContent ?? ''];";
        for (language, sends) in [("en", "Sends the request."), ("de", "Sendet die Anfrage.")] {
            if language == "de" {
                desk.choose("Language", "de").await;
            }
            let names = "return all(`[name=${arguments[0]}]`).map((one) => one.value);";
            let kinds = desk.script(names, &[json!("request")]).await;
            let forms = desk.script(names, &[json!("format")]).await;
            assert_eq!((kinds.as_array().unwrap().len(), forms.as_array().unwrap().len()), (8, 8));
            for kind in kinds.as_array().unwrap() {
                for form in forms.as_array().unwrap() {
                    let choose = "for (const [name, value] of [['request', arguments[0]], ['format', arguments[1]]]) {
                        document.querySelector(`[name=${name}][value=${value}]`).click();
                      }
                      return null;";
                    desk.script(choose, &[kind.clone(), form.clone()]).await;
                    if kind == "account_credentials" {
                        desk.fill("Account ID", "DemoAccountId000000001").await;
                    }
                    let what = format!("{kind} in {form} is explained in {language}");
                    let all = desk.until(&what, explained, &[], |all| all[0].as_u64() > Some(1)).await;
                    let says = all[1].as_str().unwrap();
                    let runs = ["bash", "powershell", "httpie", "python"].iter().any(|one| form == one);
                    assert!(!runs || says.contains(sends), "{what}: {says}");
                }
            }
        }
        assert_eq!(desk.console().await, []);
    });
}
