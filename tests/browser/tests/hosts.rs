//! Real web servers deliver the page in a folder, each with the configuration of `docs/hosting.md`, and a guide is used
//! through each of them.

use authdesk_browser_tests::host::{Host, Server};
use authdesk_browser_tests::sample::{ACCOUNT_ID, VERINT_CLIENT_ID, VERINT_CLIENT_SECRET};
use authdesk_browser_tests::{Desk, Site, Visit};
use serde_json::{Value, json};

/// The headers of the response to a GET of a file, past every cache; `null` for those that are not there.
const HEADERS: &str = "
const response = await fetch(arguments[0], { cache: 'reload' });
const names = ['content-type', 'content-encoding', 'cache-control', 'content-security-policy', 'referrer-policy',
  'x-content-type-options', 'cross-origin-opener-policy'];
return Object.fromEntries(names.map((name) => [name, response.headers.get(name)]));";

/// The URLs of the files that this view has fetched.
const FETCHED: &str = "return performance.getEntriesByType('resource').map((one) => one.name);";

/// What the page says of its host, once that has answered.
async fn told_of_host(desk: &Desk) -> String {
    desk.open("#/about/check").await;
    let script =
        "return document.querySelector('#host :is(li, h2 + p + p)') && document.getElementById('host').innerText;";
    let told = desk.until("the host has answered", script, &[], Value::is_string).await;
    told.as_str().unwrap_or_default().to_owned()
}

async fn headers(desk: &Desk, file: &str) -> Value {
    desk.script(HEADERS, &[json!(file)]).await
}

#[test]
fn a_guide_works_through_each_server_as_the_document_configures_it() {
    for server in Server::ALL {
        let host = Host::start(server);
        let site = Site::of_the_page();
        let policy = site.policy().to_owned();
        Visit::to(site).at(host.address()).run(async |desk| {
            desk.open("#/product/kufersql").await;
            desk.fill("Account ID", ACCOUNT_ID).await;
            desk.fill("Client ID", VERINT_CLIENT_ID).await;
            desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
            desk.expect_value("Account-ID", ACCOUNT_ID).await;
            assert_eq!(desk.secret("Client-Secret").await, VERINT_CLIENT_SECRET);
            assert!(desk.has_style().await);
            let told = told_of_host(desk).await;
            assert!(told.contains("Nothing to fix."), "{server:?}: {told}");
            assert_eq!(desk.console().await, [], "{server:?}");

            let page = headers(desk, "./").await;
            assert!(page["content-type"].as_str().unwrap().starts_with("text/html"), "{server:?}: {page}");
            assert_eq!(page["content-security-policy"], policy, "{server:?}");
            assert_eq!(page["referrer-policy"], "no-referrer", "{server:?}");
            assert_eq!(page["x-content-type-options"], "nosniff", "{server:?}");
            assert_eq!(page["cross-origin-opener-policy"], "same-origin", "{server:?}");
            assert_eq!(page["cache-control"], "no-cache", "{server:?}");
            assert_eq!(headers(desk, "catalog/local.json").await["cache-control"], "no-cache", "{server:?}");

            let fetched: Vec<String> = serde_json::from_value(desk.script(FETCHED, &[]).await).unwrap();
            for (ending, kind) in [(".wasm", "application/wasm"), (".js", "javascript"), (".json", "application/json")]
            {
                let file = fetched.iter().find(|url| url.contains(&format!("{ending}?v="))).unwrap();
                let found = headers(desk, file).await;
                assert!(found["content-type"].as_str().unwrap().contains(kind), "{server:?}: {file}: {found}");
                assert!(found["content-encoding"].is_string(), "{server:?}: {file} is not compressed: {found}");
                assert_eq!(found["cache-control"], "public, max-age=31536000, immutable", "{server:?}: {file}");
            }
        });
    }
}

#[test]
fn a_host_where_nothing_can_be_set_is_enough() {
    for server in Server::ALL {
        let host = Host::bare(server);
        Visit::to(Site::of_the_page()).at(host.address()).run(async |desk| {
            desk.open("#/tool/basic-header").await;
            desk.fill("Client ID", VERINT_CLIENT_ID).await;
            desk.finding("secret-empty").await;
            assert!(headers(desk, "./").await["content-security-policy"].is_null(), "{server:?}");
            let told = told_of_host(desk).await;
            assert!(
                told.contains("No header forbids frames.") && told.contains("docs/hosting.md"),
                "{server:?}: {told}"
            );
            assert_eq!(desk.console().await, [], "{server:?}");
        });
    }
}
