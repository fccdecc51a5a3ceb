//! The page as one file, opened from a disk.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, process};

use authdesk_browser_tests::sample::{
    CODE, VERINT_CLIENT_ID, VERINT_CLIENT_SECRET, VERINT_HEADER, parameter, token_answer,
};
use authdesk_browser_tests::site::built_page;
use authdesk_browser_tests::{Desk, browse, workspace};
use serde_json::json;

/// The file, in a folder of its own; it is removed when this is dropped.
struct Single(PathBuf);

impl Single {
    /// Made of the built page, with the products of a folder.
    fn with(name: &str, products: Option<&Path>) -> Single {
        let folder = env::temp_dir().join(format!("authdesk single {name} {}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        let single = Single(folder);
        let mut command = Command::new("node");
        command.arg(workspace().join("scripts/single.mjs")).arg(built_page()).arg(single.file()).args(products);
        let output = command.output().expect("node runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        single
    }

    fn file(&self) -> PathBuf {
        self.0.join("authdesk.html")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).unwrap()
    }

    fn address(&self, route: &str) -> String {
        format!("file://{}{route}", self.file().display()).replace(' ', "%20")
    }

    async fn open(&self, desk: &Desk, route: &str) {
        desk.driver().goto("about:blank").await.unwrap();
        desk.driver().goto(self.address(route)).await.unwrap();
        desk.ready().await;
    }
}

impl Drop for Single {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_guide_is_gone_through_from_a_disk_and_nothing_is_requested() {
    let single = Single::with("guide", None);
    browse(async |desk| {
        single.open(desk, "#/product/verint-recorder").await;
        let redirect = "https://www.example.com/";
        desk.fill("Redirect URL", redirect).await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
        desk.open_step("authorize").await;
        let state = parameter(&desk.output("authorize-url").await, "state").expect("a state");
        desk.fill("URL you were redirected to", &format!("{redirect}?code={CODE}&state={state}")).await;
        desk.finding("code-found").await;
        desk.fill("Zoom’s response", &token_answer()).await;
        desk.expect_value("Client ID", VERINT_CLIENT_ID).await;

        single.open(desk, "#/tool/basic-header").await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
        desk.expect_output("authorization-header", VERINT_HEADER).await;
        desk.choose("Language", "de").await;
        desk.until("the page is German", "return document.documentElement.lang", &[], |lang| lang == "de").await;
        desk.until_no_notice().await;

        let own = |url: &str| {
            url.split('#').next() == Some(&single.address("")) || url == "about:blank" || url.starts_with("data:")
        };
        let requests = desk.requests().await;
        assert!(requests.iter().all(|request| own(&request.url)), "{requests:?}");
        assert_eq!(desk.site().arrived(), []);
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn its_policy_forbids_every_connection_and_every_other_script() {
    let single = Single::with("policy", None);
    let text = single.text();
    let policy = text.split_once("Content-Security-Policy\" content=\"").unwrap().1.split('"').next().unwrap();
    for part in ["default-src 'none'", "connect-src 'none'", "form-action 'none'", "trusted-types 'none'"] {
        assert!(policy.contains(part), "{part} is not in {policy}");
    }
    assert!(
        !["'self'", "'unsafe-inline'", "'unsafe-eval'", "http", "*"].iter().any(|part| policy.contains(part)),
        "{policy}"
    );
    browse(async |desk| {
        single.open(desk, "#/").await;
        let tried = "const script = document.createElement('script');
          try { script.textContent = 'globalThis.hasRun = true'; document.head.append(script); } catch {}
          const request = new XMLHttpRequest();
          try { request.open('GET', arguments[0], false); request.send(); globalThis.hasRun = true; } catch {}
          return globalThis.hasRun ?? null;";
        assert_eq!(desk.script(tried, &[json!(desk.site().address())]).await, json!(null));
        assert_eq!(desk.site().arrived(), []);
    });
}

#[test]
fn the_same_site_gives_the_same_file() {
    assert!(Single::with("one", None).text() == Single::with("two", None).text());
}

#[test]
fn own_products_come_with_it() {
    let products = env::temp_dir().join(format!("authdesk-products-{}", process::id()));
    fs::create_dir_all(&products).unwrap();
    let read = |name: &str| fs::read_to_string(workspace().join("www/catalog/products").join(name)).unwrap();
    let facts = read("kufersql.json").replace("\"kufersql\"", "\"our-courses\"").replace("KuferSQL", "Our Courses");
    fs::write(products.join("our-courses.json"), facts).unwrap();
    fs::write(products.join("our-courses.en.json"), read("kufersql.en.json")).unwrap();
    let single = Single::with("products", Some(&products));
    fs::remove_dir_all(&products).unwrap();
    browse(async |desk| {
        single.open(desk, "#/").await;
        desk.until_links("it is listed", |links| links.iter().any(|link| link.ends_with("our-courses"))).await;
        single.open(desk, "#/product/our-courses").await;
        desk.fill("Client ID", "abc").await;
        desk.expect_value("Client-ID", "abc").await;
    });
}
