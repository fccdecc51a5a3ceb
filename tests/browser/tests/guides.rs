//! The guides of the five seed products, up to the last value of each panel.

use authdesk_browser_tests::sample::{
    ACCOUNT_ID, CODE, REFRESH_TOKEN, VERINT_CLIENT_ID, VERINT_CLIENT_SECRET, parameter, token_answer,
};
use authdesk_browser_tests::{Desk, browse};
use serde_json::Value;
use thirtyfour::Key;

/// What a row of the panel must contain.
enum Row {
    /// Exactly this, not masked.
    Open(&'static str, &'static str),
    /// Exactly this, masked until it is shown.
    Secret(&'static str, &'static str),
    /// The admin's own: the label is there, the page cannot know the value.
    Own(&'static str),
}

use Row::{Open, Own, Secret};

async fn expect_panel(desk: &Desk, name: &str, rows: &[Row]) {
    for row in rows {
        match row {
            Open(label, value) => desk.expect_value(label, value).await,
            Secret(label, value) => assert_eq!(desk.secret(label).await, *value, "{label}"),
            Own(_) => {}
        }
    }
    let (title, there) = desk.panel().await;
    assert_eq!(title, format!("Values for {name}"));
    let text = desk.panel_text().await;
    let mut place = 0;
    for row in rows {
        let (Open(label, _) | Secret(label, _) | Own(label)) = row;
        let next =
            text[place..].find(label).unwrap_or_else(|| panic!("{label} is missing, or not in its place: {text}"));
        place += next + label.len();
    }
    for row in &there {
        let is_known = rows.iter().any(|(Open(label, _) | Secret(label, _) | Own(label))| *label == row.label);
        assert!(is_known, "{row:?} is no field of the product");
    }
    assert_eq!(desk.console().await, []);
}

async fn expect_fields(desk: &Desk, asked: &[&str], not_asked: &[&str]) {
    for label in asked {
        assert!(desk.has_field(label).await, "{label} is not asked for");
    }
    for label in not_asked {
        assert!(!desk.has_field(label).await, "{label} is asked for without need");
    }
}

#[test]
fn kufersql() {
    browse(async |desk| {
        desk.open("#/product/kufersql").await;
        desk.fill("Account ID", ACCOUNT_ID).await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
        expect_fields(desk, &[], &["Redirect URL", "URL you were redirected to"]).await;
        let rows = [
            Own("E-Mail-Adresse"),
            Open("Methode", "Server-To-Server OAuth App"),
            Open("Account-ID", ACCOUNT_ID),
            Open("Client-ID", VERINT_CLIENT_ID),
            Secret("Client-Secret", VERINT_CLIENT_SECRET),
        ];
        expect_panel(desk, "KuferSQL", &rows).await;
    });
}

#[test]
fn cae_learningspace() {
    browse(async |desk| {
        desk.open("#/product/cae-learningspace").await;
        desk.fill("Redirect URL", "https://learningspace.example.com").await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
        expect_fields(desk, &[], &["Account ID", "URL you were redirected to", "Zoom’s response"]).await;
        let rows = [Open("Client ID", VERINT_CLIENT_ID), Secret("Client Secret", VERINT_CLIENT_SECRET)];
        expect_panel(desk, "LearningSpace", &rows).await;
    });
}

#[test]
fn verint_recorder() {
    browse(async |desk| {
        desk.open("#/product/verint-recorder").await;
        let redirect = "https://www.example.com/";
        desk.fill("Redirect URL", redirect).await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
        expect_fields(desk, &["URL you were redirected to", "Zoom’s response"], &["Account ID"]).await;

        desk.open_step("authorize").await;
        let authorize = desk.output("authorize-url").await;
        assert!(authorize.starts_with("https://zoom.us/oauth/authorize?"), "{authorize}");
        assert_eq!(parameter(&authorize, "response_type").as_deref(), Some("code"));
        assert_eq!(parameter(&authorize, "client_id").as_deref(), Some(VERINT_CLIENT_ID));
        assert_eq!(parameter(&authorize, "redirect_uri").as_deref(), Some(redirect));
        let state = parameter(&authorize, "state").expect("a state");

        desk.fill("URL you were redirected to", &format!("{redirect}?code={CODE}&state=somebody-else")).await;
        desk.finding("state-differs").await;
        desk.fill("URL you were redirected to", &format!("{redirect}?code={CODE}&state={state}")).await;
        desk.finding("code-found").await;
        desk.finding("state-matches").await;

        desk.open_step("exchange").await;
        let command = desk.output("token-command").await;
        assert!(command.contains("https://zoom.us/oauth/token") && command.contains(CODE), "{command}");
        assert!(!command.contains(VERINT_CLIENT_SECRET), "the command asks for the secret: {command}");
        desk.fill("Zoom’s response", &token_answer()).await;

        let rows = [
            Own("Adapter Name"),
            Own("Description"),
            Own("Startup Type"),
            Own("DataSource"),
            Open("Client ID", VERINT_CLIENT_ID),
            Secret("Client Secret", VERINT_CLIENT_SECRET),
            Secret("Refresh Token", REFRESH_TOKEN),
            Open("API Server Address", "api.zoom.us"),
            Open("Authentication Server Address", "api.zoom.us/oauth/token"),
            Own("Polling Frequency (minutes)"),
            Own("Timespan for purging (hours)"),
        ];
        expect_panel(desk, "Verint Recorder", &rows).await;
    });
}

#[test]
fn zappysys_zoom_connector() {
    browse(async |desk| {
        desk.open("#/product/zappysys-zoom-connector?variant=granular").await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
        expect_fields(desk, &[], &["Account ID", "URL you were redirected to"]).await;
        let rows = [
            Open("ClientId", VERINT_CLIENT_ID),
            Secret("ClientSecret", VERINT_CLIENT_SECRET),
            Own("Scope"),
            Open("RedirectUrl", "https://zappysys.com/oauth/"),
            Open("TokenUrl", "https://zoom.us/oauth/token"),
            Open("AuthorizationUrl", "https://zoom.us/oauth/authorize"),
            Own("RetryMode"),
            Own("RetryStatusCodeList"),
            Own("RetryCountMax"),
            Own("RetryMultiplyWaitTime"),
        ];
        expect_panel(desk, "ZappySys Zoom Connector", &rows).await;
        // The chosen scopes of the vendor's own list, one space between two.
        let scope = desk.value("Scope").await.expect("the row of the scopes");
        assert!(scope.split(' ').any(|one| one == "meeting:read:list_meetings"), "{scope:?}");
        assert!(scope.split(' ').all(|one| one.split(':').count() >= 3), "{scope:?}");
    });
}

#[test]
fn cirqlive_meets() {
    browse(async |desk| {
        desk.open("#/product/cirqlive-meets").await;
        // The example of the vendor's guide.
        desk.fill("Account ID", "1234abc").await;
        desk.fill("Client ID", "5678def").await;
        desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
        expect_fields(desk, &[], &["Redirect URL", "URL you were redirected to"]).await;
        let rows = [Open("API Key", "1234abc:5678def"), Secret("API Secret", VERINT_CLIENT_SECRET)];
        expect_panel(desk, "CirQlive MEETS", &rows).await;
    });
}

#[test]
fn a_copy_button_gives_the_value_itself_though_it_is_masked() {
    browse(async |desk| {
        desk.open("#/product/cirqlive-meets").await;
        desk.allow_clipboard().await;
        desk.fill("Account ID", "1234abc").await;
        desk.fill("Client ID", "5678def").await;
        desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
        desk.press_in_panel("Copy API Key").await;
        desk.until_copied("API Key", |copied| copied == "1234abc:5678def").await;
        desk.press_in_panel("Copy API Secret").await;
        desk.until_copied("API Secret", |copied| copied == VERINT_CLIENT_SECRET).await;
        assert!(!desk.readable().await.contains(VERINT_CLIENT_SECRET), "copying does not show the secret");
    });
}

#[test]
fn a_step_folds_when_it_is_done_and_any_can_be_opened() {
    browse(async |desk| {
        desk.open("#/product/verint-recorder").await;
        let names: Vec<_> = desk.steps().await.into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["create", "redirect", "scopes", "credentials", "authorize", "exchange", "enter"]);
        for (name, state) in desk.steps().await {
            assert!(["done", "attention", "now", "open"].contains(&state.as_str()), "{name} is {state:?}");
        }
        let is_done = "return document.querySelector('[data-step=create]').dataset.state;";
        assert_eq!(desk.open_steps().await, ["create"]);
        desk.tick_all("create").await;
        desk.until("the step is done", is_done, &[], |state| state == "done").await;
        assert_eq!(desk.open_steps().await, ["redirect"], "it folds, and the next one opens");
        desk.open_step("create").await;
        assert!(desk.open_steps().await.contains(&"create".to_owned()), "what was done can be looked at");
        desk.open_all_steps().await;
        desk.until_all_steps_are_open().await;
    });
}

#[test]
fn a_step_whose_value_has_a_warning_needs_attention_until_it_is_fixed() {
    browse(async |desk| {
        desk.open("#/product/verint-recorder").await;
        desk.open_all_steps().await;
        let state = async |step: &str, expected: &str| {
            let script = "return document.querySelector(`[data-step=${arguments[0]}]`).dataset.state;";
            let arguments = [serde_json::json!(step)];
            desk.until(&format!("{step} is {expected}"), script, &arguments, |state| state == expected).await;
        };
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.tick_first("credentials").await;
        desk.fill("Client Secret", &format!("{VERINT_CLIENT_SECRET} ")).await;
        state("credentials", "attention").await;
        let heard = "return document.querySelector('[data-step=credentials] > summary').textContent;";
        desk.until("it is said", heard, &[], |text| text.as_str().is_some_and(|text| text.contains("needs attention")))
            .await;
        let progress = "return document.querySelector('ol.progress').getAttribute('aria-label');";
        let named =
            |label: &serde_json::Value| label.as_str().is_some_and(|label| label.ends_with("Needs attention: step 4"));
        desk.until("the progress names it", progress, &[], named).await;
        desk.press("Remove the spaces").await;
        state("credentials", "done").await;

        // No URL and no command is built from a redirect URL that cannot be one.
        let has_url = "return document.querySelector('[data-output=authorize-url]') !== null;";
        desk.fill("Redirect URL", "https://www.example.org/ ").await;
        desk.finding("blanks-around").await;
        desk.until("there is no URL", has_url, &[], |there| there == false).await;
        desk.press("Remove the spaces").await;
        desk.expect_content("Redirect URL", "https://www.example.org/").await;
        desk.until("there is one", has_url, &[], |there| there == true).await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_product_has_its_files_in_the_panel() {
    const SECRETS: &str = "/etc/zulip/zulip-secrets.conf";
    const SETTINGS: &str = "/etc/zulip/settings.py";
    browse(async |desk| {
        desk.allow_clipboard().await;
        desk.open("#/product/zulip?variant=server-to-server").await;
        // Their shape is there before anything is entered.
        desk.expect_value(SECRETS, "video_zoom_client_secret = available after step 4").await;
        assert!(!desk.has_button(&format!("Copy {SETTINGS}")).await);
        desk.fill("Account ID", ACCOUNT_ID).await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
        let settings = format!(
            "VIDEO_ZOOM_CLIENT_ID = '{VERINT_CLIENT_ID}'\nVIDEO_ZOOM_SERVER_TO_SERVER_ACCOUNT_ID = '{ACCOUNT_ID}'"
        );
        desk.expect_value(SETTINGS, &settings).await;
        let secrets = format!("video_zoom_client_secret = {VERINT_CLIENT_SECRET}");
        assert_eq!(desk.secret(SECRETS).await, secrets);
        desk.press_in_panel(&format!("Copy {SECRETS}")).await;
        desk.until_copied(SECRETS, |copied| copied == format!("{secrets}\n")).await;
        assert!(!desk.readable().await.contains(VERINT_CLIENT_SECRET), "copying does not show the secret");

        // What is saved is in a link only while it is clicked.
        let script = "HTMLElement.prototype.click = function () { window.saved = [this.download, this.href]; };
          named(BUTTON, 'Save as a file', all('[data-block=secrets]')[0]).dispatchEvent(new MouseEvent('click', { bubbles: true }));
          return [window.saved[0], decodeURIComponent(window.saved[1].split(',')[1])];";
        let saved = desk.script(script, &[]).await;
        assert_eq!(saved, serde_json::json!(["lines-for-zulip-secrets.conf", format!("{secrets}\n")]));
        let markup = desk.script("return document.documentElement.outerHTML;", &[]).await.to_string();
        assert!(!markup.contains(VERINT_CLIENT_SECRET), "a masked secret is not in the markup");
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_scope_is_copied_and_checked_off_by_one_click() {
    browse(async |desk| {
        desk.allow_clipboard().await;
        desk.open("#/product/cirqlive-meets").await;
        desk.open_step("scopes").await;
        let script = "return all('.pick').map((one) => one.dataset.scope);";
        let is_there = |all: &Value| all.as_array().is_some_and(|all| all.len() > 20);
        let all = desk.until("the scopes are there", script, &[], is_there).await;
        let first = all[0].as_str().expect("a name").to_owned();
        let next = "return document.querySelector('.pick[aria-current]')?.dataset.scope ?? '';";
        desk.until("the first one is next", next, &[], |name| name == first.as_str()).await;
        let focus = "document.querySelector('.pick').focus();";
        desk.script(focus, &[]).await;
        desk.key(Key::Space).await;
        desk.until_copied("the name", |text| text == first).await;
        desk.until("the second one is next", next, &[], |name| name != first.as_str() && name != "").await;
        let says = "return document.querySelector('.picks [role=status]').textContent;";
        desk.until("the number is announced", says, &[], |says| says == "1 of 22 scopes checked off").await;
        desk.press("Copy all").await;
        desk.until_copied("all names", |text| text.lines().count() == 22).await;
        desk.script(focus, &[]).await;
        desk.key(Key::Space).await;
        desk.until("it is undone", says, &[], |says| says == "0 of 22 scopes checked off").await;
    });
}

#[test]
fn going_on_ends_with_the_heading_of_the_next_step_at_the_top() {
    browse(async |desk| {
        desk.open("#/product/verint-recorder").await;
        desk.until_heading_is_seen().await;
        // WebKit does not hold its place while something above it still changes.
        desk.settled().await;
        let go_on =
            "const button = all('[data-step=create] button').find((one) => one.textContent.startsWith('Next: '));
          button.scrollIntoView({ block: 'end', behavior: 'instant' });
          button.click();";
        desk.script(go_on, &[]).await;
        let focus = "return document.activeElement.id;";
        desk.until("the next step has the focus", focus, &[], |id| id == "step-redirect").await;
        // A page that ends before that is scrolled to its end.
        let top = "const { top } = document.activeElement.getBoundingClientRect();
          const { scrollHeight } = document.documentElement;
          return top >= 0 && (top < 40 || scrollY + innerHeight > scrollHeight - 2) || [top, scrollY, innerHeight, scrollHeight];";
        desk.until("its heading is at the top", top, &[], |is_there| is_there == true).await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn on_a_phone_the_last_step_leads_to_the_values() {
    browse(async |desk| {
        let seen = "return document.querySelector('.to-values').checkVisibility();";
        for (width, is_seen) in [(1280, false), (480, true)] {
            desk.screen(width, 800).await;
            desk.open("#/tools").await;
            desk.open("#/product/kufersql").await;
            desk.open_step("enter").await;
            desk.until("the button, where it is needed", seen, &[], |seen| seen == is_seen).await;
        }
        desk.script("document.querySelector('.to-values button').click();", &[]).await;
        let focus = "return document.activeElement.id;";
        desk.until("the values have the focus", focus, &[], |id| id == "values-title").await;
    });
}

#[test]
fn on_a_phone_no_mark_of_a_scope_is_cut_off() {
    browse(async |desk| {
        desk.screen(320, 800).await;
        desk.open("#/product/cirqlive-meets").await;
        desk.choose("Language", "de").await;
        desk.open_step("scopes").await;
        let script = "const marks = all('.scope .todo__sure');
          const ends = (one) => one.getBoundingClientRect().right;
          return [marks.length, marks.filter((one) => ends(one) > ends(one.closest('.scope'))).map((one) => one.textContent)];";
        let is_whole = |found: &Value| found[0].as_u64() > Some(3) && found[1] == serde_json::json!([]);
        desk.until("the marks are there, and none is cut off", script, &[], is_whole).await;
    });
}

#[test]
fn keys_go_from_step_to_step_and_copy_and_are_listed() {
    browse(async |desk| {
        desk.allow_clipboard().await;
        desk.open("#/product/verint-recorder").await;
        desk.until_heading_is_seen().await;
        let at = "return document.activeElement.id;";
        desk.script("document.querySelector('.step > summary').focus();", &[]).await;
        desk.key(Key::Down).await;
        desk.until("the second step", at, &[], |id| id == "step-redirect").await;
        desk.key(Key::Up).await;
        desk.until("the first step", at, &[], |id| id == "step-create").await;
        desk.fill("Client ID", "abc").await;
        desk.expect_value("Client ID", "abc").await;
        desk.script(
            "document.querySelector('[data-value=\"Client ID\"]').parentElement.querySelector('button').focus();",
            &[],
        )
        .await;
        desk.type_anywhere("c").await;
        desk.until_copied("the value", |text| text == "abc").await;

        let is_open = "return document.querySelector('dialog').open;";
        desk.type_into("Client ID", "?c/").await;
        desk.expect_content("Client ID", "abc?c/").await;
        desk.until("it is closed", is_open, &[], |open| open == false).await;
        desk.press("Keyboard shortcuts").await;
        desk.until("it is open", is_open, &[], |open| open == true).await;
        desk.key(Key::Escape).await;
        desk.until("it is closed again", is_open, &[], |open| open == false).await;
        desk.unfocus().await;
        desk.type_anywhere("?").await;
        desk.until("a key opens it", is_open, &[], |open| open == true).await;
        desk.press("Close").await;
        desk.until("its button closes it", is_open, &[], |open| open == false).await;
    });
}

#[test]
fn made_up_values_are_marked_and_cannot_be_copied() {
    browse(async |desk| {
        desk.open("#/product/verint-recorder").await;
        desk.until_heading_is_seen().await;
        desk.press("Fill in made-up values").await;
        let script = "return all('.field[data-made-up]').length;";
        desk.until("fields are marked", script, &[], |count| count.as_u64() > Some(1)).await;
        desk.open_all_steps().await;
        let url = "return document.querySelector('[data-output=authorize-url]')?.closest('[data-made-up]') !== null;";
        desk.until("the URL is marked", url, &[], |marked| marked == true).await;
        assert!(!desk.has_button("Open authorization URL").await && !desk.has_button("Copy Authorization URL").await);
        assert!(!desk.kept().await.to_lowercase().contains("madeup"));
        desk.press("Clear made-up values").await;
        desk.until("none is marked", "return all('[data-made-up]').length;", &[], |count| count == 0).await;
        desk.expect_content("Client ID", "").await;
    });
}
