//! The report for support: an admin makes it in one browser, and support reads it in another one.

use authdesk_browser_tests::sample::{VERINT_CLIENT_ID, VERINT_CLIENT_SECRET, has_no_part, token_answer};
use authdesk_browser_tests::{Desk, browse};
use serde_json::json;

const GUIDE: &str = "#/product/verint-recorder";
const BOX: &str = "Paste anything here";
const ENDS: &str = "Include the last four characters of the Client ID";
const BUTTON: &str = "Report for support";

/// A guide in which somebody got stuck.
async fn get_stuck(desk: &Desk) {
    desk.open(GUIDE).await;
    desk.tick_all("create").await;
    desk.open_step("credentials").await;
    desk.fill("Client ID", &format!("{VERINT_CLIENT_ID} ")).await;
    desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
    desk.finding("blanks-around").await;
}

/// Whether a line in the list of what differs is about that.
async fn differs(desk: &Desk, name: &str) {
    let script = "return document.querySelector(`[data-differs=\"${arguments[0]}\"]`) !== null;";
    desk.until(&format!("{name} differs"), script, &[json!(name)], |found| found == &json!(true)).await;
}

#[test]
fn what_an_admin_reports_opens_for_support_as_the_admin_had_it() {
    let (mut text, mut steps, mut ticks) = (String::new(), Vec::new(), Vec::new());
    browse(async |desk| {
        get_stuck(desk).await;
        steps = desk.steps().await;
        ticks = desk.ticks("create").await;
        desk.press(BUTTON).await;
        let shown = desk.output("report").await;
        desk.allow_clipboard().await;
        desk.press("Copy report").await;
        text = desk.until_copied("the report", |copied| copied.starts_with("Authdesk report, version 1")).await;
        assert_eq!(text.trim(), shown, "all of it is shown before it is copied");
        for value in [VERINT_CLIENT_ID, VERINT_CLIENT_SECRET] {
            has_no_part(&text, value);
        }
        // The last four characters are there only if that is chosen, and a space is none of them.
        assert!(!shown.contains("ends ") && !desk.has_field(ENDS).await, "{shown}");
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.tick(ENDS, true).await;
        let script = "return document.querySelector('[data-output=report]').textContent.replace(/\\s+/g, ' ').includes(arguments[0]);";
        desk.until("the last four are there", script, &[json!("ends 8otg")], |is| is == &json!(true)).await;
        assert_eq!(desk.console().await, []);
    });
    browse(async |desk| {
        // As an email quotes it.
        let mail = text.lines().map(|line| format!("> {line}\r\n")).collect::<String>();
        desk.open("#/").await;
        desk.fill(BOX, &format!("Ada wrote:\r\n{mail}\r\nWhat is wrong?")).await;
        desk.press("Treat as report for support").await;
        assert_eq!(desk.steps_of_report().await, steps);
        differs(desk, "field").await;
        desk.finding("blanks-around").await;
        assert_eq!(desk.output_now("report-gaps").await, None);
        desk.press("Open the guide as the admin had it").await;
        desk.until_address(&format!("{}/{GUIDE}", desk.site().origin())).await;
        desk.open_step("create").await;
        assert_eq!(desk.ticks("create").await, ticks);
        assert_eq!(desk.content("Client ID").await, "", "a report has no values");
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn what_is_checked_off_is_replaced_after_a_question() {
    browse(async |desk| {
        get_stuck(desk).await;
        desk.press(BUTTON).await;
        let text = desk.output("report").await;
        desk.tick_first("enter").await;
        desk.follow("#/tool/report").await;
        desk.fill(BUTTON, &text).await;
        desk.press("Open the guide as the admin had it").await;
        desk.press("Replace and open").await;
        desk.until_address(&format!("{}/{GUIDE}", desk.site().origin())).await;
        desk.open_step("enter").await;
        assert!(!desk.ticks("enter").await.contains(&true));
        desk.open_step("credentials").await;
        assert_eq!(desk.content("Client Secret").await, VERINT_CLIENT_SECRET, "what is entered stays");
    });
}

#[test]
fn hostile_reports_are_only_text() {
    let head = "Authdesk report, version 9\n";
    browse(async |desk| {
        desk.open("#/tool/report").await;
        for body in [
            "guide: <img src=x onerror=alert(1)>\nend: 1".to_owned(),
            "guide: no-such-product; way <b>\nsteps: create done\nerror: answer; says \"<script>alert(1)</script>\"\nend: 3".to_owned(),
            "tool: javascript:alert(1)\nfield: \u{202e}di-tneilc; length 3\nmood: x\nend: 2".to_owned(),
            // A megabyte; a browser takes long for a field with very many lines.
            format!("{}\n", "field: a; length 1; ".repeat(500)).repeat(100),
        ] {
            desk.fill(BUTTON, &format!("{head}{body}")).await;
            desk.output("report-gaps").await;
            let markup = "return all('main img, main script, main b').length;";
            assert_eq!(desk.script(markup, &[]).await, json!(0), "{}", &body[..40]);
        }
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_tool_has_a_report_without_what_it_reads() {
    browse(async |desk| {
        desk.open("#/tool/token-answer").await;
        desk.fill("Zoom’s response", &token_answer()).await;
        desk.finding("tokens-read").await;
        desk.press(BUTTON).await;
        let text = desk.output("report").await;
        assert!(text.contains("\ntool: token-answer\n") && text.contains("\nfield: answer; length "), "{text}");
        assert!(!text.contains("eyJ"), "{text}");
    });
}
