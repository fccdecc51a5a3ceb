//! Files that do not arrive, arrive late or are different ones: the page says which, uses none of them, and goes on when
//! the host does right again.

use std::collections::BTreeSet;
use std::fs;

use authdesk_browser_tests::driver::Driver;
use authdesk_browser_tests::site::{Fault, built_page, files_below};
use authdesk_browser_tests::{Desk, Site, Visit, browse};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// A file, a view that needs it, and the button that requests it again.
const FILES: [(&str, &str, &str); 10] = [
    ("authdesk_bg.wasm", "#/", "Reload"),
    ("authdesk.js", "#/", "Reload"),
    ("lazy.wasm", "#/tool/basic-header", "Try again"),
    ("catalog/index.json", "#/", "Try again"),
    ("digests.json", "#/product/verint-recorder", "Try again"),
    ("products/verint-recorder.json", "#/product/verint-recorder", "Try again"),
    ("texts/findings.en.json", "#/tool/read-header", "Try again"),
    ("texts/examples.json", "#/finding/blanks-around", "Try again"),
    ("texts/secrets.en.json", "#/about/secrets", "Try again"),
    ("texts/check.en.json", "#/about/check", "Try again"),
];

/// What the page says of each fault.
const SAID: [(Fault, &str); 4] = [
    (Fault::Missing, "HTTP 404"),
    (Fault::Refused, "HTTP 503"),
    (Fault::Cut, "did not arrive"),
    (Fault::Changed, "not the one of this release"),
];

#[test]
fn a_file_that_is_not_what_it_should_be_is_named_and_requested_again() {
    for (file, route, button) in FILES {
        for (fault, said) in SAID {
            let site = Site::of_the_page();
            site.spoil(file, fault);
            Visit::to(site).run(async |desk| {
                desk.load(route).await;
                let name = file.rsplit('/').next().unwrap();
                let notice = desk.notice_with(name).await;
                // WebKit takes what has come of a file for the whole of it.
                let is_whole = fault == Fault::Cut && Driver::chosen() == Driver::WebKit;
                let said = if is_whole { "not the one of this release" } else { said };
                assert!(notice.contains(said), "{file}, {fault:?}: {notice}");
                desk.site().release();
                desk.press(button).await;
                desk.ready().await;
                desk.until_no_notice().await;
                desk.until_heading_is_seen().await;
            });
        }
    }
}

#[test]
fn a_wrong_file_that_a_cache_keeps_for_a_year_is_gone_at_the_next_visit() {
    for file in ["authdesk_bg.wasm", "authdesk.js", "authdesk.css", "lazy.wasm", "catalog/index.json"] {
        let site = Site::of_the_page();
        site.spoil(file, Fault::Changed);
        Visit::to(site).run(async |desk| {
            desk.load("#/tool/basic-header").await;
            desk.notice_with(file.rsplit('/').next().unwrap()).await;
            desk.site().release();
            desk.driver().goto("about:blank").await.unwrap();
            desk.load("#/tool/basic-header").await;
            desk.ready().await;
            desk.fill("Client ID", "DemoClientId0000000001").await;
            desk.until_no_notice().await;
            assert!(desk.has_style().await, "{file}");
        });
    }
}

#[test]
fn without_its_style_sheet_the_page_works_and_no_notice_says_otherwise() {
    for fault in [Fault::Missing, Fault::Changed] {
        let site = Site::of_the_page();
        site.spoil("authdesk.css", fault);
        Visit::to(site).run(async |desk| {
            desk.open("#/tool/basic-header").await;
            let notice = desk.notice_with("authdesk.css").await;
            assert!(notice.contains("looks plain"), "{notice}");
            assert!(!desk.has_style().await);
            desk.fill("Client ID", "DemoClientId0000000001").await;
            let seen = desk.seen().await;
            assert!(!seen.contains("did not start") && !seen.contains("internal error"), "{seen}");
            assert!(!seen.contains("Stylesheet"), "one language: {seen}");
            desk.site().release();
            desk.press("Reload").await;
            desk.ready().await;
            desk.until_no_notice().await;
            assert!(desk.has_style().await);
        });
    }
}

#[test]
fn a_file_that_never_arrives_is_told_after_ten_seconds() {
    for (file, route) in [
        ("authdesk_bg.wasm", "#/"),
        ("authdesk.js", "#/"),
        ("authdesk.css", "#/"),
        ("lazy.wasm", "#/tool/basic-header"),
        ("catalog/index.json", "#/"),
        ("products/verint-recorder.json", "#/product/verint-recorder"),
    ] {
        // Firefox and WebKit show nothing of a page while its style sheet is on its way.
        if file.ends_with(".css") && Driver::chosen() != Driver::Chromium {
            continue;
        }
        let site = Site::of_the_page();
        site.hold(file);
        Visit::to(site).without_waiting_for_load().run(async |desk| {
            hurry(desk).await;
            desk.load(route).await;
            let notice = desk.notice_with("has not arrived after ten seconds").await;
            assert!(notice.contains(file.rsplit('/').next().unwrap()), "{file}: {notice}");
            // It is still waited for.
            desk.site().release();
            desk.ready().await;
            desk.until_no_notice().await;
        });
    }
}

#[test]
fn who_comes_back_to_a_view_that_never_arrived_requests_it_again() {
    let site = Site::of_the_page();
    site.hold("lazy.wasm");
    Visit::to(site).without_waiting_for_load().run(async |desk| {
        hurry(desk).await;
        desk.load("#/tool/basic-header").await;
        desk.notice_with("lazy.wasm").await;
        let before = requests(desk);
        desk.press("Try again").await;
        until_requests(desk, before + 1).await;
        desk.notice_with("lazy.wasm").await;
        desk.follow("#/tools").await;
        desk.until_no_notice().await;
        desk.follow("#/tool/basic-header").await;
        until_requests(desk, before + 2).await;
        desk.site().release();
        desk.fill("Client ID", "DemoClientId0000000001").await;
        desk.until_no_notice().await;
    });
}

#[test]
fn a_code_that_cannot_be_read_yet_is_told_and_stays_until_it_is_read() {
    let site = Site::of_the_page();
    site.spoil("lazy.wasm", Fault::Missing);
    Visit::to(site).run(async |desk| {
        desk.open("?code=only-once-Zq7&state=unguessed-Wx4").await;
        let notice = desk.notice_with("lazy.wasm").await;
        for part in ["still in the address bar", "five minutes"] {
            assert!(notice.contains(part), "{part}: {notice}");
        }
        assert!(desk.address().await.contains("code=only-once-Zq7"));
        desk.site().release();
        desk.press("Try again").await;
        desk.until_address_is_clean().await;
        desk.finding("code-found").await;
        desk.until_no_notice().await;
    });
}

#[test]
fn no_finding_is_a_box_without_words() {
    let site = Site::of_the_page();
    site.spoil("texts/findings.en.json", Fault::Missing);
    Visit::to(site).run(async |desk| {
        desk.open("#/tool/basic-header").await;
        desk.fill("Client ID", " DemoClientId0000000001 ").await;
        desk.notice_with("findings.en.json").await;
        assert_eq!(desk.findings().await, []);
        desk.site().release();
        desk.press("Try again").await;
        desk.any_finding("the sentences are there").await;
    });
}

#[test]
fn a_host_with_a_wrong_type_for_the_program_works() {
    let site = Site::of_the_page();
    site.spoil(".wasm", Fault::WrongType);
    Visit::to(site).run(async |desk| {
        desk.open("#/tool/basic-header").await;
        desk.fill("Client ID", "DemoClientId0000000001").await;
        desk.until_no_notice().await;
    });
}

#[test]
fn each_cause_has_its_own_sentence() {
    browse(async |desk| {
        desk.before_each_document("delete globalThis.WebAssembly;").await;
        desk.load("#/").await;
        let notice = desk.notice_with("WebAssembly is turned off").await;
        assert!(!notice.contains("boot.js"), "{notice}");
    });
    browse(async |desk| {
        desk.driver().goto(format!("file://{}", built_page().join("index.html").display())).await.unwrap();
        let notice = desk.notice_with("opened from a disk").await;
        assert!(!notice.contains("boot.js"), "{notice}");
    });
    browse(async |desk| {
        desk.before_each_document("WebAssembly.instantiateStreaming = WebAssembly.instantiate = async () => { throw new WebAssembly.CompileError('by a test'); };").await;
        desk.load("#/").await;
        desk.notice_with("This browser rejected the program").await;
    });
    let site = Site::of_the_page();
    site.spoil("boot.js", Fault::Missing);
    Visit::to(site).run(async |desk| {
        desk.load("#/").await;
        let notice = desk.notice_with("boot.js").await;
        assert!(!notice.contains("is not the one"), "{notice}");
    });
}

#[test]
fn every_file_that_the_page_runs_or_reads_has_a_digest() {
    let dist = built_page();
    let read = |name: &str| fs::read_to_string(dist.join(name)).unwrap();
    let known: BTreeSet<String> = [read("index.html"), read("boot.js"), read("digests.json"), read("sw.js")]
        .iter()
        .flat_map(|text| text.split("sha256-").skip(1).filter_map(|rest| rest.get(..44)).map(str::to_owned))
        .collect();
    let mut checked = 0;
    for name in files_below(&dist) {
        // A host writes into its own list of products.
        let needs_none = ["index.html", "boot.js", "sw.js", "SHA256SUMS", "catalog/local.json"]
            .contains(&name.as_str())
            || name.contains("LICENSE");
        if !needs_none && !name.starts_with("icons/") {
            assert!(known.contains(&digest(&fs::read(dist.join(&name)).unwrap())), "{name} has no digest");
            checked += 1;
        }
    }
    assert!(checked > 20, "{checked}");
}

fn digest(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

fn requests(desk: &Desk) -> usize {
    desk.site().arrived().iter().filter(|request| request.target.contains("lazy.wasm")).count()
}

async fn until_requests(desk: &Desk, count: usize) {
    desk.until("it is requested again", "return true;", &[], |_| requests(desk) >= count).await;
}

/// Makes ten seconds short: whoever tests does not wait for them. All files but the one that is held arrive in less, also
/// on a busy machine.
async fn hurry(desk: &Desk) {
    let script = "const wait = globalThis.setTimeout;
      globalThis.setTimeout = (then, time, ...rest) => wait(then, time === 10_000 ? 1_500 : time, ...rest);";
    desk.before_each_document(script).await;
}
