//! The harness itself, on a handwritten page under the strictest policy: each instrument must also be able to find what
//! the tests of the real page rely on it to find.

use std::path::Path;

use authdesk_browser_tests::driver::Driver;
use authdesk_browser_tests::peer::{Peer, run_in_bash};
use authdesk_browser_tests::sample::parameter;
use authdesk_browser_tests::{Desk, Site, Visit, axe};
use serde_json::json;

fn fixture() -> Site {
    Site::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture"))
}

fn on_the_fixture(test: impl AsyncFnOnce(&Desk)) {
    Visit::to(fixture()).run(test);
}

#[test]
fn fields_are_found_by_their_names_and_values_are_read() {
    on_the_fixture(async |desk| {
        desk.open("").await;
        let secret = "a secret: \"ü\" \u{1F600} \\ end";
        desk.fill("Client Secret", secret).await;
        assert_eq!(desk.value("Client Secret").await.unwrap(), "••••");
        assert_eq!(desk.secret("Client Secret").await, secret);
        assert!(desk.findings().await.is_empty());

        desk.fill("Client Secret", " x").await;
        assert_eq!(desk.finding("leading-space").await, "There is a space before the secret.");
        desk.expect_output("authorization-header", "Basic IHg=").await;
        desk.type_into("Client Secret", "yz").await;
        desk.expect_output("authorization-header", "Basic IHh5eg==").await;
        desk.fill("Client Secret", "").await;
        desk.no_finding().await;
        assert_eq!(desk.output_now("authorization-header").await, None);
        assert_eq!(desk.panel().await.0, "Values for Fixture");
    });
}

#[test]
fn axe_runs_under_the_policy_and_finds_faults() {
    on_the_fixture(async |desk| {
        desk.open("").await;
        desk.open_step("credentials").await;
        assert_eq!(axe::violations(desk).await, []);

        desk.open("#/faulty").await;
        desk.open_step("credentials").await;
        let mut found: Vec<_> = axe::violations(desk).await.into_iter().map(|one| one.id).collect();
        found.sort();
        assert_eq!(found, ["color-contrast", "label"]);
        assert_eq!(desk.console().await, [], "axe itself must not offend against the policy");
    });
}

#[test]
fn the_console_and_the_requests_are_watched() {
    if !Driver::has_devtools("the log of the browser") {
        return;
    }
    on_the_fixture(async |desk| {
        desk.open("").await;
        assert_eq!(desk.console().await, []);
        let own = |url: &str| url.starts_with(desk.site().origin()) || url == "about:blank" || url.starts_with("data:");
        assert!(desk.requests().await.iter().all(|one| own(&one.url)), "{:?}", desk.requests().await);

        desk.press("Break the policy").await;
        desk.press("Call elsewhere").await;
        let console = desk.until_console(2).await;
        assert!(console.iter().any(|one| one.text.contains("inline style")), "{console:?}");
        assert!(console.iter().any(|one| one.text.contains("elsewhere.invalid")), "{console:?}");
    });
}

#[test]
fn a_script_that_is_blocked_and_one_that_waits_are_told_apart() {
    if !Driver::has_devtools("a page without JavaScript") {
        return;
    }
    let site = fixture();
    site.hold(".wasm");
    Visit::to(site).without_waiting_for_load().run(async |desk| {
        desk.load("").await;
        desk.until("the heading is there", "return document.querySelector('h1') !== null;", &[], |there| {
            there == &json!(true)
        })
        .await;
        desk.until("the program is asked for", "return true;", &[], |_| desk.site().waiting() > 0).await;
        assert!(!desk.seen().await.contains("needs JavaScript"));
        desk.site().release();

        desk.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
        desk.load("").await;
        desk.until("the sentence is there", "return document.body.innerText;", &[], |seen| {
            seen.as_str().is_some_and(|seen| seen.contains("This page needs JavaScript."))
        })
        .await;
    });
}

#[test]
fn the_site_sends_the_policy_of_the_page_and_records_requests() {
    let site = fixture();
    assert!(site.policy().starts_with("default-src 'none'; script-src 'self'"));
    assert!(site.policy().ends_with("; trusted-types 'none'; frame-ancestors 'none'"));
    Visit::to(site).run(async |desk| {
        desk.open("?code=abc").await;
        let arrived = desk.site().arrived();
        assert_eq!(arrived[0].target, "/?code=abc");
        assert!(arrived.iter().all(|one| one.method == "GET" && one.referrer.is_none() && one.body_length == 0));
        let kind = "const done = arguments[arguments.length - 1];
          fetch('page.wasm').then(({ headers }) => done(headers.get('content-type')));";
        let kind = desk.driver().execute_async(kind, Vec::new()).await.expect("the file is fetched");
        assert_eq!(kind.json(), "application/wasm");
    });
}

#[test]
fn the_authorization_server_runs_and_takes_a_command() {
    let peer = Peer::start(&["http://127.0.0.1:1/".to_owned()]);
    let client = peer.client("server");
    // What the server expects after RFC 6749 section 2.3.1: both parts form-encoded. Written out here by hand.
    let command = format!(
        r#"IFS= read -r secret
[ "$secret" = 'server%20to+server:$(false)'"'"'s' ] || exit 9
curl -sS --user '{}:server%2520to%2Bserver%3A%24%28false%29%27s' -d grant_type=account_credentials -d account_id={} {}"#,
        client.id,
        peer.told("account_id"),
        peer.told("token_endpoint"),
    );
    let answer = run_in_bash(&command, &client.secret);
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer["token_type"], "Bearer", "{answer}");
    assert!(!peer.refreshes(&peer.client("plain"), "not a token"));
}

#[test]
fn a_person_signs_in_at_the_authorization_server_or_says_no() {
    on_the_fixture(async |desk| {
        let peer = Peer::start(&[desk.site().address()]);
        let client = peer.client("plain");
        let landing = peer.told("landing_url");
        let url = format!(
            "{}?response_type=code&client_id=desk%2Bplain&scope=openid%20offline_access&state=xyz&redirect_uri={}",
            peer.told("authorization_endpoint"),
            landing.replace(':', "%3A").replace('/', "%2F"),
        );
        desk.driver().goto(&url).await.unwrap();
        Peer::refuse(desk).await;
        let refused = desk.until_address(&landing).await;
        assert_eq!(parameter(&refused, "error").as_deref(), Some("access_denied"));

        desk.driver().goto(&url).await.unwrap();
        Peer::sign_in(desk).await;
        let code = parameter(&desk.until_address(&landing).await, "code").unwrap();
        // Both parts form-encoded by hand, as above.
        let command = format!(
            "curl -sS --user 'desk%2Bplain:pa%2573s%2Bword%3Awith%26some%3Dodd%2Fsigns%3F' \
             -d grant_type=authorization_code -d code={code} --data-urlencode redirect_uri={landing} {}",
            peer.told("token_endpoint")
        );
        let answer: serde_json::Value = serde_json::from_str(&run_in_bash(&command, &client.secret)).unwrap();
        assert!(peer.refreshes(&client, answer["refresh_token"].as_str().unwrap()), "{answer}");
    });
}
