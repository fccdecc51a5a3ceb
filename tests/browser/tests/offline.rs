//! Without the server, and with a new release on it: the service worker keeps one release, whole, and mixes no two.

use std::fs;

use authdesk_browser_tests::desk::VIEWS;
use authdesk_browser_tests::site::{Fault, built_page, files_below};
use authdesk_browser_tests::{Desk, OtherRelease, Site, Visit};
use serde_json::{Value, json};

/// What the other release changes: the name of a product, in the list of the start view and in the product's own file.
const RENAMED: [(&str, &str, &str); 2] = [
    ("catalog/index.json", "\"KuferSQL\"", "\"KuferNEW\""),
    ("catalog/products/kufersql.json", "\"KuferSQL\"", "\"KuferNEW\""),
];

/// Files of the built page that are not kept: what a host writes, what is no part of the page, and the worker itself.
const NOT_KEPT: [&str; 3] = ["catalog/local.json", "sw.js", "SHA256SUMS"];

/// Waits until the release is kept, and the page is served from it.
async fn until_kept(desk: &Desk) {
    let script = "return navigator.serviceWorker.controller?.state === 'activated';";
    desk.until("the page is kept", script, &[], |is_kept| is_kept == &json!(true)).await;
}

/// Waits until no worker is there and nothing is kept.
async fn until_nothing_is_kept(desk: &Desk) {
    let end = std::time::Instant::now() + authdesk_browser_tests::PATIENCE;
    loop {
        let left = asked(
            desk,
            "[(await navigator.serviceWorker.getRegistrations()).map((one) => one.scope), await caches.keys()].flat()",
        )
        .await;
        if left == json!([]) {
            return;
        }
        assert!(std::time::Instant::now() < end, "{left} workers and caches are left");
    }
}

/// The value of an expression that may wait.
async fn asked(desk: &Desk, expression: &str) -> Value {
    let script =
        format!("const done = arguments[0]; (async () => {expression})().then(done, (error) => done(`${{error}}`));");
    desk.driver().execute_async(&script, Vec::new()).await.expect("a value").json().clone()
}

/// The names of the caches, and the URLs in them without the site's own part.
async fn kept(desk: &Desk) -> Vec<(String, Vec<String>)> {
    let value = asked(
        desk,
        "Promise.all((await caches.keys()).map(async (name) => [name, (await (await caches.open(name)).keys())
          .map(({ url }) => url.replace(`${location.origin}/`, ''))]))",
    )
    .await;
    serde_json::from_value(value).expect("names and URLs")
}

async fn until_offered(desk: &Desk) {
    let script = "return document.getElementById('release')?.innerText ?? '';";
    desk.until("a new release is offered", script, &[], |says| {
        says.as_str().is_some_and(|says| says.contains("A new release of this page is available."))
    })
    .await;
}

async fn until_heading(desk: &Desk, heading: &str) {
    let script = "return squeezed(document.querySelector('main:not([aria-busy]) h1')?.textContent);";
    desk.until(&format!("the heading is {heading:?}"), script, &[], |now| now == heading).await;
}

/// Takes the new release, and waits until the page has loaded again with it.
async fn take(desk: &Desk) {
    desk.script("globalThis.isOld = true;", &[]).await;
    desk.press("Reload").await;
    desk.until("the page is another one", "return globalThis.isOld ?? null;", &[], Value::is_null).await;
    desk.ready().await;
}

#[test]
fn after_the_first_visit_every_view_works_without_the_server() {
    Visit::to(Site::with_copies()).run(async |desk| {
        desk.open("#/").await;
        until_kept(desk).await;
        desk.site().stop();
        desk.reload().await;
        desk.until_links("the cards are there", |links| links.iter().any(|link| link.ends_with("kufersql"))).await;
        for view in VIEWS {
            desk.open(view).await;
            desk.until_no_notice().await;
        }
        desk.open("#/tool/basic-header").await;
        desk.fill("Client ID", "DemoClientId0000000001").await;
        desk.fill("Client Secret", "DemoClientSecret000000000000001").await;
        desk.output("authorization-header").await;
        desk.choose("Language", "de").await;
        desk.until("the page is German", "return document.documentElement.lang", &[], |lang| lang == "de").await;
        desk.until_no_notice().await;
    });
}

#[test]
fn every_file_of_the_release_is_kept_and_nothing_else() {
    Visit::to(Site::with_copies()).run(async |desk| {
        desk.open("?code=only-once-Zq7&state=unguessed-Wx4").await;
        until_kept(desk).await;
        let caches = kept(desk).await;
        let [(_, urls)] = caches.as_slice() else { panic!("one cache: {caches:?}") };
        let names: Vec<&str> = urls.iter().map(|url| url.split('?').next().unwrap()).collect();
        for file in files_below(&built_page()) {
            let is_of_page = !NOT_KEPT.contains(&file.as_str()) && !file.contains("LICENSE");
            let name = if file == "index.html" { "" } else { file.as_str() };
            assert!(!is_of_page || names.contains(&name), "{file} is not kept: {urls:?}");
        }
        for url in urls {
            let (name, query) = url.split_once('?').unwrap_or((url, ""));
            let is_bare = query.is_empty() && ["", "catalog/local.json"].contains(&name);
            assert!(is_bare || query.starts_with("v="), "{url} has no version");
        }
    });
}

#[test]
fn a_code_that_comes_back_to_a_page_that_is_kept_reaches_no_server() {
    Visit::to(Site::with_copies()).run(async |desk| {
        desk.open("#/").await;
        until_kept(desk).await;
        desk.open("?code=only-once-Zq7&state=unguessed-Wx4").await;
        desk.until_address_is_clean().await;
        desk.finding("code-found").await;
        desk.settled().await;
        let arrived = format!("{:?}", desk.site().arrived());
        assert!(!arrived.contains("only-once-Zq7"), "{arrived}");
        assert!(!desk.kept().await.contains("only-once-Zq7"));
    });
}

#[test]
fn a_new_release_is_offered_and_mixes_with_the_old_one_nowhere() {
    let new = OtherRelease::with(&RENAMED);
    Visit::to(Site::with_copies()).run(async |desk| {
        desk.open("#/tool/basic-header").await;
        until_kept(desk).await;
        let before = kept(desk).await;
        desk.site().replace(new.folder());

        // The old one is there at once, and the new one is offered and not forced.
        desk.open("#/tool/basic-header").await;
        desk.fill("Client ID", "DemoClientId0000000001").await;
        until_offered(desk).await;
        desk.expect_content("Client ID", "DemoClientId0000000001").await;
        desk.follow("#/product/kufersql").await;
        until_heading(desk, "Connect KuferSQL to Zoom").await;
        desk.follow("#/tool/basic-header").await;

        take(desk).await;
        desk.expect_content("Client ID", "DemoClientId0000000001").await;
        desk.follow("#/product/kufersql").await;
        until_heading(desk, "Connect KuferNEW to Zoom").await;
        let after = kept(desk).await;
        assert_eq!((before.len(), after.len()), (1, 1), "{after:?}");
        assert_ne!(before[0].0, after[0].0, "each release has a cache of its own");

        desk.site().stop();
        desk.open("#/product/kufersql").await;
        until_heading(desk, "Connect KuferNEW to Zoom").await;
    });
}

#[test]
fn a_tab_with_the_old_release_goes_on_when_another_takes_the_new_one() {
    let new = OtherRelease::with(&RENAMED);
    Visit::to(Site::with_copies()).run(async |desk| {
        desk.open("#/").await;
        until_kept(desk).await;
        let old = desk.tabs().await[0].clone();
        desk.site().replace(new.folder());
        desk.open_tab().await;
        desk.open("#/").await;
        let other = desk.tabs().await[1].clone();
        until_offered(desk).await;
        take(desk).await;
        desk.follow("#/product/kufersql").await;
        until_heading(desk, "Connect KuferNEW to Zoom").await;

        desk.switch_to(&old).await;
        until_offered(desk).await;
        desk.follow("#/product/kufersql").await;
        until_heading(desk, "Connect KuferSQL to Zoom").await;
        desk.until_no_notice().await;
        assert_eq!(kept(desk).await.len(), 2);

        desk.driver().close_window().await.unwrap();
        desk.switch_to(&other).await;
        desk.open("#/").await;
        desk.until("the old one is dropped", "return true;", &[], |_| true).await;
        desk.settled().await;
        assert_eq!(kept(desk).await.len(), 1);
    });
}

#[test]
fn a_release_that_is_not_whole_is_neither_kept_nor_offered() {
    let site = Site::with_copies();
    site.spoil("catalog/words.json", Fault::Changed);
    Visit::to(site).run(async |desk| {
        desk.open("#/").await;
        desk.until("it is looked at", "return true;", &[], |_| {
            desk.site().arrived().iter().filter(|one| one.target.contains("words.json")).count() >= 3
        })
        .await;
        until_nothing_is_kept(desk).await;
    });
}

#[test]
fn who_keeps_an_old_release_is_not_left_with_it_where_the_host_changes_the_new_one() {
    let new = OtherRelease::with(&RENAMED);
    Visit::to(Site::with_copies()).run(async |desk| {
        desk.open("#/").await;
        until_kept(desk).await;
        desk.site().replace(new.folder());
        desk.site().spoil("catalog/words.json", Fault::Changed);
        desk.reload().await;
        let gone = "(await navigator.serviceWorker.getRegistrations()).length";
        desk.until("it is looked at", "return true;", &[], |_| {
            desk.site().arrived().iter().filter(|one| one.target.contains("words.json")).count() >= 4
        })
        .await;
        while asked(desk, gone).await != json!(0) {}
        desk.open("#/product/kufersql").await;
        until_heading(desk, "Connect KuferNEW to Zoom").await;
    });
}

#[test]
fn what_a_host_has_added_is_there_without_the_server_as_well() {
    let site = Site::with_copies();
    site.add("catalog/local.json", r#"{"products":["our-courses"]}"#);
    let facts = fs::read_to_string(built_page().join("catalog/products/kufersql.json")).unwrap();
    site.add(
        "catalog/products/our-courses.json",
        &facts.replace("\"kufersql\"", "\"our-courses\"").replace("\"KuferSQL\"", "\"Our Courses\""),
    );
    let prose = fs::read_to_string(built_page().join("catalog/products/kufersql.en.json")).unwrap();
    site.add("catalog/products/our-courses.en.json", &prose);
    Visit::to(site).run(async |desk| {
        desk.open("#/").await;
        until_kept(desk).await;
        desk.site().stop();
        desk.open("#/product/our-courses").await;
        until_heading(desk, "Connect Our Courses to Zoom").await;
        desk.choose("Language", "de").await;
        desk.until("the page is German", "return document.documentElement.lang", &[], |lang| lang == "de").await;
        desk.until_no_notice().await;
    });
}

#[test]
fn a_host_can_switch_it_off() {
    let off = r#"{"products":[],"offline":false}"#;
    let site = Site::with_copies();
    site.add("catalog/local.json", off);
    Visit::to(site).run(async |desk| {
        desk.open("#/tools").await;
        desk.settled().await;
        until_nothing_is_kept(desk).await;
        assert!(desk.site().arrived().iter().all(|one| !one.target.contains("sw.js")));
    });
    Visit::to(Site::with_copies()).run(async |desk| {
        desk.open("#/").await;
        until_kept(desk).await;
        desk.site().add("catalog/local.json", off);
        desk.open("#/tools").await;
        until_nothing_is_kept(desk).await;
        desk.open("#/").await;
        desk.settled().await;
        until_nothing_is_kept(desk).await;
        assert_eq!(desk.script("return navigator.serviceWorker.controller;", &[]).await, Value::Null);
    });
}

#[test]
fn a_host_that_removes_the_worker_has_switched_it_off() {
    Visit::to(Site::with_copies()).run(async |desk| {
        desk.open("#/").await;
        until_kept(desk).await;
        desk.site().spoil("sw.js", Fault::Missing);
        desk.open("#/tools").await;
        until_nothing_is_kept(desk).await;
        desk.open("#/product/kufersql").await;
        until_heading(desk, "Connect KuferSQL to Zoom").await;
        desk.settled().await;
        until_nothing_is_kept(desk).await;
    });
}
