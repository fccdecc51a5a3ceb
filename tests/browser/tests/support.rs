//! Support and an admin in two browsers: from the link to the report to the same view. And what an admin has on paper,
//! and for the second installation of a pair.

use authdesk_browser_tests::driver::Driver;
use authdesk_browser_tests::sample::{
    ACCESS_TOKEN, CODE, REFRESH_TOKEN, VERINT_CLIENT_ID, VERINT_CLIENT_SECRET as CLIENT_SECRET, has_no_part, parameter,
    token_answer,
};
use authdesk_browser_tests::{Site, Visit, browse};
use serde_json::json;

const GUIDE: &str = "#/product/verint-recorder?variant=oauth";
const REDIRECT: &str = "https://rec.example.com/";

#[test]
fn support_sends_a_link_and_sees_from_the_report_what_the_admin_saw() {
    let (mut link, mut report, mut steps) = (String::new(), String::new(), Vec::new());
    let (mut found, mut sets) = (json!([]), Vec::new());
    // Support prepares the guide, and sends its link.
    Visit::to(Site::of_the_page()).run(async |desk| {
        desk.open(GUIDE).await;
        desk.open_step("redirect").await;
        desk.fill("Redirect URL", REDIRECT).await;
        desk.press("Link for a colleague").await;
        link = desk.output("link").await;
    });
    let fragment = link.split_once('#').map(|(_, fragment)| format!("#{fragment}")).expect("a fragment");
    // The admin opens it, and gets stuck.
    browse(async |desk| {
        desk.open(&fragment).await;
        desk.press("Use the selected values").await;
        desk.open_step("redirect").await;
        desk.expect_content("Redirect URL", REDIRECT).await;
        desk.open_step("scopes").await;
        desk.choose_scope_set("one-meeting").await;
        desk.tick_all("scopes").await;
        desk.open_step("credentials").await;
        desk.fill("Client ID", &format!("\u{201c}{VERINT_CLIENT_ID}\u{201d}")).await;
        desk.fill("Client Secret", &format!("{CLIENT_SECRET} ")).await;
        desk.finding("blanks-around").await;
        steps = desk.steps().await;
        found = desk.findings_of_fields().await;
        assert!(found.as_array().is_some_and(|fields| fields.len() > 1), "{found}");
        sets = desk.scope_sets().await;
        assert!(sets.contains(&true), "{sets:?}");
        desk.press("Report for support").await;
        report = desk.output("report").await;
        has_no_part(&report, CLIENT_SECRET);
        has_no_part(&report, VERINT_CLIENT_ID);
        assert_eq!(desk.console().await, []);
    });
    // Support pastes what came back.
    browse(async |desk| {
        desk.open("#/").await;
        desk.fill("Paste anything here", &format!("Hello,\n\nhere it is:\n\n{report}\n\nRegards")).await;
        desk.press("Treat as report for support").await;
        assert_eq!(desk.steps_of_report().await, steps);
        desk.finding("blanks-around").await;
        assert_eq!(desk.findings_of_report().await, found);
        assert_eq!(desk.scope_sets_of_report().await, sets);
        desk.press("Open the guide as the admin had it").await;
        desk.open_step("scopes").await;
        assert!(desk.ticks("scopes").await.iter().all(|is_ticked| *is_ticked));
        assert_eq!(desk.scope_sets().await, sets);
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_guide_on_paper_has_boxes_values_and_a_link_and_no_secret() {
    if !Driver::has_devtools("what is on paper") {
        return;
    }
    browse(async |desk| {
        desk.open(GUIDE).await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Client Secret", CLIENT_SECRET).await;
        desk.press("Show Client Secret").await;
        desk.fill("Redirect URL", REDIRECT).await;
        desk.open_step("authorize").await;
        desk.tick("Use PKCE", true).await;
        let has_challenge =
            |text: &serde_json::Value| text.as_str().is_some_and(|text| text.contains("code_challenge"));
        let script = "return textOf(document.querySelector('[data-output=authorize-url]'));";
        let address = desk.until("the URL has a challenge", script, &[], has_challenge).await;
        let state = parameter(address.as_str().unwrap_or_default(), "state").expect("a state");
        desk.fill("URL you were redirected to", &format!("{REDIRECT}?code={CODE}&state={state}")).await;
        desk.finding("state-matches").await;
        desk.open_step("exchange").await;
        desk.output("token-command").await;
        desk.allow_clipboard().await;
        desk.press("Copy command").await;
        let command = desk.until_copied("the command", |copied| copied.contains("code_verifier")).await;
        // The name and the value are in quotation marks of a shell.
        let is_of_verifier = |ch: char| ch.is_ascii_alphanumeric() || "-_".contains(ch);
        let behind =
            command.split_once("code_verifier").expect("a verifier").1.trim_start_matches(|ch| !is_of_verifier(ch));
        let verifier = behind.split(|ch| !is_of_verifier(ch)).next().unwrap_or_default();
        assert_eq!(verifier.len(), 43, "{verifier}");
        desk.fill("Zoom’s response", &token_answer()).await;
        desk.finding("tokens-read").await;
        let printed = desk.printed().await;
        let lines = ["ConnectVerintRecorder", "APIServerAddress", "Secret:notprinted", VERINT_CLIENT_ID, "Sources"];
        for part in lines {
            assert!(printed.contains(part), "{part}: {printed}");
        }
        let sources = printed.rsplit_once("Sources").expect("the sources").1;
        assert!(sources.starts_with("1."), "the numbers in brackets are those of the list: {sources}");
        for secret in [CLIENT_SECRET, ACCESS_TOKEN, REFRESH_TOKEN, CODE, verifier, &state] {
            has_no_part(&printed, secret);
        }
        desk.expect_content("Client ID", VERINT_CLIENT_ID).await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn each_installation_of_a_pair_has_its_own_values_next_to_those_of_the_other() {
    browse(async |desk| {
        desk.open(GUIDE).await;
        desk.open_step("credentials").await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.open_step("enter").await;
        desk.press("Go to installation 2").await;
        desk.open_step("credentials").await;
        desk.expect_content("Client ID", "").await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.finding("pair-same-client-id").await;
        desk.fill("Client ID", "AnotherClientId1234567").await;
        desk.expect_value("Client ID", "AnotherClientId1234567").await;
        let script =
            "return squeezed(document.querySelector('[data-installation=\"1\"]').textContent).includes(arguments[0]);";
        desk.until("the other one is next to it", script, &[json!(VERINT_CLIENT_ID)], |is| is == &json!(true)).await;
        desk.reload().await;
        desk.expect_value("Client ID", "AnotherClientId1234567").await;
        assert_eq!(desk.console().await, []);
    });
}
