//! The box for anything: what was pasted is named, and its reader opens with it.

use authdesk_browser_tests::driver::Driver;
use authdesk_browser_tests::sample::{CODE, VERINT_CLIENT_ID, VERINT_CLIENT_SECRET, VERINT_HEADER};
use authdesk_browser_tests::{Desk, Fault, Site, Visit, browse};
use serde_json::{Value, json};

/// The Control key, held for what follows (WebDriver §17.4.2).
const CONTROL: char = '\u{e009}';
const BOX: &str = "Paste anything here";
const GERMAN_BOX: &str = "Text zum Prüfen hier einfügen";
const REFUSED: &str =
    "HTTP/1.1 400 Bad Request\n\n{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}";

fn landed() -> String {
    format!("https://www.example.com/?code={CODE}&state=xyz")
}

async fn until_at(desk: &Desk, route: &str) {
    desk.until(&format!("the address is {route}"), "return location.hash;", &[], |hash| hash == route).await;
}

async fn goes_back(desk: &Desk) {
    desk.script("history.back();", &[]).await;
}

/// What the diagnosis begins with, once it is there: the kind of a finding or the cause of an error, and its text.
async fn diagnosis(desk: &Desk, lead: &str) -> String {
    let script = "const shown = document.querySelector('.diagnosis');
        const lead = shown?.querySelector(':scope > .findings > .finding, :scope > .diagnosis__cause');
        const isSound = ['good', 'note'].includes(shown?.dataset.level);
        const cause = lead?.closest('[data-cause]') ?? lead?.querySelector('[data-cause]');
        return shown && [isSound ? 'sound' : lead?.dataset.finding ?? cause?.dataset.cause, squeezed(shown.textContent)];";
    let is_right = |found: &Value| found[0] == *lead;
    let found = desk.until(&format!("the diagnosis begins with {lead}"), script, &[], is_right).await;
    found[1].as_str().unwrap_or_default().to_owned()
}

#[test]
fn what_was_pasted_is_explained_at_once_and_its_reader_is_one_click_away() {
    browse(async |desk| {
        for route in ["#/", "#/tools"] {
            desk.open(route).await;
            desk.fill(BOX, &landed()).await;
            diagnosis(desk, "sound").await;
            assert!(desk.seen().await.contains("You pasted: returned URL"), "{}", desk.seen().await);
            until_at(desk, route).await;
            desk.press("Treat as returned URL").await;
            until_at(desk, "#/tool/redirect").await;
            desk.expect_content("URL you were redirected to", &landed()).await;
            desk.finding("code-found").await;
            desk.until_focus_is_in_the_view().await;

            goes_back(desk).await;
            until_at(desk, route).await;
            desk.expect_content(BOX, &landed()).await;
            desk.press("Treat as returned URL").await;
            until_at(desk, "#/tool/redirect").await;
            desk.press("Back to what you pasted").await;
            until_at(desk, route).await;
            desk.expect_content(BOX, &landed()).await;
        }
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_command_and_its_response_are_one_text_with_one_cause() {
    let command = format!(
        "curl -u {VERINT_CLIENT_ID}:{VERINT_CLIENT_SECRET} https://zoom.us/oauth/token -d \"grant_type=refresh_token\" \\\n  \
         -d refresh_token=DemoRefreshToken2024\n{{\"reason\":\"Invalid Token!\",\"error\":\"invalid_grant\"}}\n"
    );
    browse(async |desk| {
        desk.open("#/").await;
        desk.fill(BOX, &command).await;
        let shown = diagnosis(desk, "refresh-rotated").await;
        assert!(shown.starts_with("Zoom returned invalid_grant: Invalid Token!"), "{shown}");
        assert!(!shown.contains(VERINT_CLIENT_SECRET) && !shown.contains("DemoRefreshToken2024"), "{shown}");
        assert!(desk.seen().await.contains("You pasted: curl command and Error message"), "{}", desk.seen().await);

        // Without the response the command is in order but for what a fix removes.
        desk.fill(BOX, command.split('\n').next().unwrap_or_default()).await;
        diagnosis(desk, "command-cut-off").await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn what_is_wrong_is_fixed_in_the_box_and_the_fix_can_be_undone() {
    browse(async |desk| {
        desk.open("#/").await;
        let json = "curl -u \"$ID:$SECRET\" https://zoom.us/oauth/token -H 'Content-Type: application/json' \
            -d '{\"grant_type\":\"account_credentials\",\"account_id\":\"DemoAccountId\"}'";
        desk.fill(BOX, json).await;
        diagnosis(desk, "json-body").await;
        desk.press("Convert to a form").await;
        diagnosis(desk, "sound").await;
        desk.press("Undo").await;
        diagnosis(desk, "json-body").await;
        desk.expect_content(BOX, json).await;

        // The browser's own history does not reach behind a fix, so its key undoes the fix.
        desk.press("Convert to a form").await;
        diagnosis(desk, "sound").await;
        desk.type_into(BOX, &format!("{CONTROL}z")).await;
        diagnosis(desk, "json-body").await;
        desk.expect_content(BOX, json).await;
    });
}

#[test]
fn a_pair_and_a_header_reach_their_fields() {
    browse(async |desk| {
        desk.open("#/").await;
        desk.fill(BOX, &format!("{VERINT_CLIENT_ID}:{VERINT_CLIENT_SECRET}")).await;
        desk.press("Treat as Client ID and Client Secret").await;
        until_at(desk, "#/tool/values").await;
        desk.expect_content("Client ID", VERINT_CLIENT_ID).await;
        desk.expect_content("Client Secret", VERINT_CLIENT_SECRET).await;
        desk.follow("#/").await;
        desk.fill(BOX, VERINT_HEADER).await;
        desk.press("Treat as Authorization header").await;
        until_at(desk, "#/tool/read-header").await;
        desk.expect_content("Authorization header", VERINT_HEADER).await;
        // Chromium advises to put a field for passwords into a form.
        assert!(desk.console().await.iter().all(|message| message.level == "DEBUG"));
    });
}

#[test]
fn what_can_be_several_things_is_a_choice() {
    browse(async |desk| {
        desk.open("#/").await;
        desk.fill(BOX, REFUSED).await;
        diagnosis(desk, "wrong-value").await;
        desk.press("Treat as Error message").await;
        until_at(desk, "#/tool/error-answer").await;
        desk.expect_content("Error message", REFUSED).await;
        desk.press("Treat as HTTP request or response").await;
        until_at(desk, "#/tool/request").await;
        desk.expect_content("Command or request", REFUSED).await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn unknown_wrapped_and_blank_in_both_languages() {
    browse(async |desk| {
        let inner = format!("https%3A%2F%2Fwww.example.com%2F%3Fcode%3D{CODE}%26state%3Dxyz");
        let wrapped = format!("https://eur01.safelinks.protection.outlook.com/?url={inner}&data=05&reserved=0");
        desk.open("#/").await;
        desk.fill(BOX, "The quick brown fox").await;
        let said = desk.finding("nothing-known").await;
        assert!(said.starts_with("Not recognized."), "{said}");
        // Whoever knows what it is can have it read all the same.
        desk.script("document.querySelector('.pasted details > summary').click();", &[]).await;
        assert!(desk.has_button("Treat as Error message").await, "{said}");
        desk.fill(BOX, "   ").await;
        desk.no_finding().await;
        desk.fill(BOX, &wrapped).await;
        diagnosis(desk, "scanner-may-have-used").await;
        desk.press("Treat as returned URL").await;
        until_at(desk, "#/tool/redirect").await;
        let said = desk.finding("wrapped-address").await;
        assert!(said.contains("Microsoft Safe Links"), "{said}");
        desk.expect_content("URL you were redirected to", &landed()).await;

        desk.choose("Language", "de").await;
        desk.until(
            "the note is German",
            "return squeezed(document.querySelector('aside')?.textContent);",
            &[],
            |text| text.as_str().is_some_and(|text| text.contains("Erkannt: zurückgegebene URL")),
        )
        .await;
        desk.press("Zurück zum eingefügten Text").await;
        desk.fill(GERMAN_BOX, "gar nichts Bekanntes").await;
        let said = desk.finding("nothing-known").await;
        assert!(said.starts_with("Nicht erkannt."), "{said}");
        desk.fill(GERMAN_BOX, REFUSED).await;
        desk.press("Als Fehlermeldung lesen").await;
        until_at(desk, "#/tool/error-answer").await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_lazy_part_that_does_not_arrive_is_told_and_the_paste_waits_for_it() {
    let site = Site::of_the_page();
    site.spoil("lazy.wasm", Fault::Refused);
    Visit::to(site).run(async |desk| {
        desk.open("#/").await;
        desk.fill(BOX, &landed()).await;
        let notice = desk.notice().await;
        assert!(notice.contains("lazy.wasm"), "{notice}");
        desk.expect_content(BOX, &landed()).await;
        desk.site().release();
        desk.press("Try again").await;
        diagnosis(desk, "sound").await;
    });
}

#[test]
fn it_is_forgotten_with_the_rest_and_never_kept() {
    browse(async |desk| {
        desk.open("#/").await;
        desk.fill(BOX, &landed()).await;
        desk.press("Treat as returned URL").await;
        until_at(desk, "#/tool/redirect").await;
        assert!(!desk.kept().await.contains(CODE));
        desk.press("Clear everything").await;
        desk.expect_content("URL you were redirected to", "").await;
        desk.follow("#/").await;
        desk.expect_content(BOX, "").await;
    });
}

/// Puts a text into a field as a paste does, and returns the time until the page responds again, in milliseconds.
const PASTE: &str = "const done = arguments[arguments.length - 1];
const field = document.getElementById(arguments[0]);
const start = performance.now();
Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, arguments[1].repeat(arguments[2]));
field.dispatchEvent(new InputEvent('input', { bubbles: true }));
requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));";

async fn paste_many(desk: &Desk, field: &str, part: &str, times: usize) -> f64 {
    let arguments = vec![json!(field), json!(part), json!(times)];
    desk.driver().execute_async(PASTE, arguments).await.expect("the page answers").json().as_f64().unwrap_or(f64::MAX)
}

#[test]
fn a_megabyte_does_not_freeze_the_page() {
    let texts = [
        ("base64", "YlgzaEc0VVlTUnlKV1EzekduOG90Zzpv", 32_768),
        ("scopes", "user:read:admin meeting:write:admin ", 29_000),
        ("an answer", "{\"access_token\":\"x\",\"scope\":\"user:read:admin\"}\n", 22_000),
        ("many names", "{\"name1\":{\"name2\":\"value\"}},", 36_000),
        ("words", "lorem ipsum dolor ", 58_000),
        ("commands", "curl https://zoom.us/oauth/token?grant_type=client_credentials&x=1 -d '{}'\n", 13_600),
    ];
    let fields = [
        ("#/", "field-anything"),
        ("#/tools", "field-anything"),
        ("#/tool/read-header", "field-header"),
        ("#/tool/read-authorize-url", "field-authorize-url"),
        ("#/tool/redirect", "field-landed"),
        ("#/tool/token-answer", "field-answer"),
        ("#/tool/error-answer", "field-error"),
        ("#/tool/jwt", "field-jwt"),
        ("#/tool/scopes", "field-pasted-scopes"),
        ("#/tool/request", "field-request"),
    ];
    // The box has every reader in it. Sixty megabytes take the other engines minutes, and the program is the same.
    let looked_at = if Driver::chosen() == Driver::Chromium { fields.len() } else { 1 };
    browse(async |desk| {
        for (route, field) in fields.into_iter().take(looked_at) {
            for (name, part, times) in texts {
                desk.open(route).await;
                let there = "return document.getElementById(arguments[0]) !== null;";
                desk.until("the field is there", there, &[json!(field)], |there| there == &json!(true)).await;
                let took = paste_many(desk, field, part, times).await;
                println!("{route} {name}: {took:.0} ms");
                // It takes a fraction of a second; the bound is for a machine that is busy with other things.
                assert!(took < 10_000.0, "{route}: a megabyte of {name} takes {took} ms");
            }
        }
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn more_than_twenty_megabytes_are_refused_and_the_former_text_stays() {
    // It takes longer than half a minute to put that much into a field at all.
    if Driver::chosen() == Driver::WebKit {
        return;
    }
    browse(async |desk| {
        desk.open("#/").await;
        desk.type_into(BOX, "words").await;
        paste_many(desk, "field-anything", "x ", 10_000_001).await;
        desk.finding("text-too-long").await;
        desk.expect_content(BOX, "words").await;
        desk.open("#/tool/token-answer").await;
        desk.fill("Zoom’s response", "{}").await;
        desk.finding("answer-unknown").await;
        paste_many(desk, "field-answer", "x ", 10_000_001).await;
        desk.finding("text-too-long").await;
        desk.expect_content("Zoom’s response", "{}").await;
        desk.fill("Zoom’s response", "{ }").await;
        desk.until_findings("the refusal goes", |all| all.iter().all(|one| one.kind != "text-too-long")).await;
    });
}
