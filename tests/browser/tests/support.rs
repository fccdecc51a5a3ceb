//! Support and an admin in two browsers: from the link to the report to the same view. And what an admin has on paper,
//! and for the second installation of a pair.

use authdesk_browser_tests::sample::{
    ACCESS_TOKEN, REFRESH_TOKEN, VERINT_CLIENT_ID, VERINT_CLIENT_SECRET as CLIENT_SECRET, token_answer,
};
use authdesk_browser_tests::{Site, Visit, browse};
use serde_json::json;

const GUIDE: &str = "#/product/verint-recorder?variant=oauth";
const REDIRECT: &str = "https://rec.example.com/";

#[test]
fn support_sends_a_link_and_sees_from_the_report_what_the_admin_saw() {
    let (mut link, mut report, mut steps) = (String::new(), String::new(), Vec::new());
    // Support prepares the guide, and sends its link.
    Visit::to(Site::of_the_page()).run(async |desk| {
        desk.open(GUIDE).await;
        desk.open_step("create").await;
        desk.fill("Redirect URL", REDIRECT).await;
        desk.press("Link for a colleague").await;
        link = desk.output("link").await;
    });
    let fragment = link.split_once('#').map(|(_, fragment)| format!("#{fragment}")).expect("a fragment");
    // The admin opens it, and gets stuck.
    browse(async |desk| {
        desk.open(&fragment).await;
        desk.press("Use the selected values").await;
        desk.open_step("create").await;
        desk.expect_content("Redirect URL", REDIRECT).await;
        desk.tick_all("create").await;
        desk.open_step("credentials").await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Client Secret", &format!("{CLIENT_SECRET} ")).await;
        desk.finding("blanks-around").await;
        steps = desk.steps().await;
        desk.press("Report for support").await;
        report = desk.output("report").await;
        assert!(!report.contains(&CLIENT_SECRET[..6]) && !report.contains(&VERINT_CLIENT_ID[..6]), "{report}");
        assert_eq!(desk.console().await, []);
    });
    // Support pastes what came back.
    browse(async |desk| {
        desk.open("#/").await;
        desk.fill("Paste anything here", &format!("Hello,\n\nhere it is:\n\n{report}\n\nRegards")).await;
        desk.press("Treat as report for support").await;
        let script = "return all('[data-output=report-steps] > [data-step]').map((one) => [one.dataset.step, one.dataset.state]);";
        desk.until("the steps are those of the admin", script, &[], |shown| *shown == json!(steps)).await;
        desk.finding("blanks-around").await;
        desk.press("Open the guide as the admin had it").await;
        desk.open_step("create").await;
        assert!(desk.ticks("create").await.iter().all(|is_ticked| *is_ticked));
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_guide_on_paper_has_boxes_values_and_a_link_and_no_secret() {
    browse(async |desk| {
        desk.open(GUIDE).await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Client Secret", CLIENT_SECRET).await;
        desk.press("Show Client Secret").await;
        desk.open_step("exchange").await;
        desk.fill("Zoom’s response", &token_answer()).await;
        desk.finding("tokens-read").await;
        let printed = desk.printed().await;
        let lines = ["ConnectVerintRecorder", "APIServerAddress", "Secret:notprinted", VERINT_CLIENT_ID, "Sources"];
        for part in lines {
            assert!(printed.contains(part), "{part}: {printed}");
        }
        for secret in [CLIENT_SECRET, ACCESS_TOKEN, REFRESH_TOKEN] {
            let parts = (0..secret.len() - 6).map(|at| &secret[at..at + 6]);
            let leaked: Vec<&str> = parts.filter(|part| printed.contains(part)).collect();
            assert!(leaked.is_empty(), "{leaked:?}");
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
