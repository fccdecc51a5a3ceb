//! Against a real authorization server, from the authorization URL to the refresh token.

use authdesk_browser_tests::peer::{Client, Peer, run_in_bash, run_in_bash_with};
use authdesk_browser_tests::sample::parameter;
use authdesk_browser_tests::{Desk, browse};
use serde_json::Value;

async fn fill_in(desk: &Desk, peer: &Peer, client: &Client, redirect: &str, pkce: bool) {
    desk.open("#/product/other-server").await;
    desk.fill("Authorization endpoint", &peer.told("authorization_endpoint")).await;
    desk.fill("Token endpoint", &peer.told("token_endpoint")).await;
    desk.fill("Redirect URL", redirect).await;
    desk.fill("Scopes", "openid offline_access").await;
    desk.tick("Use PKCE", pkce).await;
    desk.fill("Client ID", &client.id).await;
    desk.fill("Client Secret", &client.secret).await;
    assert_eq!(desk.secret("Client Secret").await, client.secret);
}

/// Opens the authorization URL in its new tab, and goes there.
async fn authorize(desk: &Desk) {
    let before = desk.tabs().await;
    desk.open_step("authorize").await;
    desk.press("Open authorization URL").await;
    desk.switch_to_new_tab(&before).await;
}

/// Waits for the redirect to the server's landing page, goes back to the page, and returns the returned URL.
async fn landed(desk: &Desk, landing: &str) -> String {
    let address = desk.until_address(landing).await;
    let foreign = desk.driver().window().await.expect("the tab of the landing page");
    let own = desk.tabs().await.into_iter().find(|tab| *tab != foreign).expect("the tab of the page");
    desk.switch_to(&own).await;
    address
}

/// Copies the command of the page, runs it, and pastes the server's response.
async fn exchange(desk: &Desk, secret: &str) -> Value {
    desk.open_token_step().await;
    desk.output("token-command").await;
    desk.allow_clipboard().await;
    desk.press("Copy command").await;
    let command = desk.until_copied("the command", |copied| copied.contains("grant_type=")).await;
    assert!(!command.contains(secret), "the command asks for the secret: {command}");
    let answer = run_in_bash(&command, secret);
    desk.fill("Server’s response", &answer).await;
    let last = answer.lines().rev().find(|line| line.trim_start().starts_with('{')).unwrap_or(&answer);
    serde_json::from_str(last).unwrap_or_else(|error| panic!("{error}: the command\n{command}\nsaid\n{answer}"))
}

async fn expect_refresh_token(desk: &Desk, peer: &Peer, client: &Client, answer: &Value) {
    let token = answer["refresh_token"].as_str().unwrap_or_else(|| panic!("no refresh token in {answer}"));
    assert_eq!(desk.secret("Refresh Token").await, token);
    assert!(peer.refreshes(client, token), "the server does not know the token");
}

/// Makes the test call as the page gives it, with the token of the response, and pastes what it printed.
async fn first_call(desk: &Desk, peer: &Peer, answer: &Value) {
    let unfold = "document.querySelector('#field-call-answer').closest('details.more').open = true; return null;";
    desk.script(unfold, &[]).await;
    let token = answer["access_token"].as_str().unwrap_or_else(|| panic!("no access token in {answer}"));
    desk.fill("URL to call", &format!("{}/me", peer.told("issuer"))).await;
    assert!(!desk.output("call-command").await.contains(token), "the call asks for the token");
    desk.press("Copy test call").await;
    let call = desk.until_copied("the call", |copied| copied.contains("/me'")).await;
    desk.fill("Server’s response to the test call", &run_in_bash(&call, "not the token")).await;
    desk.finding("call-refused").await;
    desk.fill("Server’s response to the test call", &run_in_bash(&call, token)).await;
    desk.finding("call-succeeded").await;
}

#[test]
fn a_code_that_comes_to_the_pages_own_address() {
    browse(async |desk| {
        let own = desk.site().address();
        let peer = Peer::start(std::slice::from_ref(&own));
        let client = peer.client("plain");
        fill_in(desk, &peer, &client, &own, false).await;
        authorize(desk).await;
        Peer::sign_in(desk).await;
        desk.until_address_is_clean().await;

        desk.switch_to_finding("code-found").await;
        desk.finding("state-matches").await;
        let answer = exchange(desk, &client.secret).await;
        expect_refresh_token(desk, &peer, &client, &answer).await;
        first_call(desk, &peer, &answer).await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_code_with_pkce_that_comes_to_a_foreign_address() {
    browse(async |desk| {
        let peer = Peer::start(&[desk.site().address()]);
        let client = peer.client("pkce");
        let landing = peer.told("landing_url");
        fill_in(desk, &peer, &client, &landing, true).await;
        let url = desk.output("authorize-url").await;
        assert_eq!(parameter(&url, "code_challenge_method").as_deref(), Some("S256"), "{url}");
        assert_eq!(parameter(&url, "scope").as_deref(), Some("openid offline_access"), "{url}");
        authorize(desk).await;
        Peer::sign_in(desk).await;
        let address = landed(desk, &landing).await;
        desk.fill("URL you were redirected to", &address).await;
        desk.finding("code-found").await;
        desk.finding("state-matches").await;
        let answer = exchange(desk, &client.secret).await;
        expect_refresh_token(desk, &peer, &client, &answer).await;
    });
}

#[test]
fn a_refusal_of_the_person_who_was_asked() {
    browse(async |desk| {
        let peer = Peer::start(&[desk.site().address()]);
        let landing = peer.told("landing_url");
        fill_in(desk, &peer, &peer.client("plain"), &landing, false).await;
        authorize(desk).await;
        Peer::refuse(desk).await;
        let address = landed(desk, &landing).await;
        assert_eq!(parameter(&address, "error").as_deref(), Some("access_denied"), "{address}");
        desk.fill("URL you were redirected to", &address).await;
        desk.finding("authorization-refused").await;
    });
}

#[test]
fn account_credentials() {
    browse(async |desk| {
        let peer = Peer::start(&[desk.site().address()]);
        let client = peer.client("server");
        desk.open("#/product/other-server?variant=account-credentials").await;
        desk.fill("Token endpoint", &peer.told("token_endpoint")).await;
        desk.fill("Account ID", &peer.told("account_id")).await;
        desk.fill("Client ID", &client.id).await;
        desk.fill("Client Secret", &client.secret).await;
        let answer = exchange(desk, &client.secret).await;
        assert!(answer["access_token"].is_string(), "{answer}");
        desk.until_findings("the answer is read as a good one", |all| {
            all.iter().any(|one| one.level == "good") && all.iter().all(|one| one.level != "bad")
        })
        .await;
    });
}

#[test]
fn client_credentials() {
    browse(async |desk| {
        let peer = Peer::start(&[desk.site().address()]);
        let client = peer.client("server");
        desk.open("#/product/other-server?variant=client-credentials").await;
        desk.fill("Token endpoint", &peer.told("token_endpoint")).await;
        desk.fill("Client ID", &client.id).await;
        desk.fill("Client Secret", &client.secret).await;
        let answer = exchange(desk, &client.secret).await;
        let token = answer["access_token"].as_str().unwrap_or_else(|| panic!("{answer}"));
        assert_eq!(desk.secret("Access Token").await, token);
    });
}

/// Copies the command of a guide for Zoom, and runs it with the server in Zoom's place.
async fn exchange_in_place_of_zoom(desk: &Desk, peer: &Peer, secret: &str) -> Value {
    desk.open_token_step().await;
    desk.output("token-command").await;
    desk.allow_clipboard().await;
    desk.press("Copy command").await;
    let command = desk.until_copied("the command", |copied| copied.contains("'https://zoom.us/oauth/token'")).await;
    let answer = run_in_bash_with(&peer.curl_settings(), &command, secret);
    desk.fill("Zoom’s response", &answer).await;
    serde_json::from_str(&answer).unwrap_or_else(|error| panic!("{error}: {answer}"))
}

#[test]
fn verint_recorder_gets_its_refresh_token() {
    browse(async |desk| {
        let peer = Peer::start_in_place_of_zoom();
        let (client, landing) = (peer.client("zoom"), peer.told("landing_url"));
        desk.open("#/product/verint-recorder").await;
        desk.fill("Redirect URL", &landing).await;
        desk.fill("Client ID", &client.id).await;
        desk.fill("Client Secret", &client.secret).await;
        desk.open_step("authorize").await;
        let address = desk.output("authorize-url").await;
        // The browser cannot be pointed to a different server as curl can.
        let address = address.replace("https://zoom.us/oauth/authorize", &peer.told("authorization_endpoint"));
        let first = desk.tabs().await.remove(0);
        desk.open_tab().await;
        desk.driver().goto(&address).await.unwrap();
        Peer::sign_in(desk).await;
        let landed = desk.until_address(&landing).await;
        desk.switch_to(&first).await;
        desk.fill("URL you were redirected to", &landed).await;
        desk.finding("state-matches").await;
        let answer = exchange_in_place_of_zoom(desk, &peer, &client.secret).await;
        assert_eq!(desk.secret("Refresh Token").await, answer["refresh_token"].as_str().expect("a refresh token"));
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn kufersql_tries_its_three_values() {
    browse(async |desk| {
        let peer = Peer::start_in_place_of_zoom();
        let client = peer.client("zoom");
        desk.open("#/product/kufersql").await;
        desk.fill("Account ID", &peer.told("account_id")).await;
        desk.fill("Client ID", &client.id).await;
        desk.fill("Client Secret", &client.secret).await;
        let answer = exchange_in_place_of_zoom(desk, &peer, &client.secret).await;
        assert!(answer["access_token"].is_string(), "{answer}");
        desk.finding("tokens-read").await;
        desk.fill("Account ID", "another").await;
        let answer = exchange_in_place_of_zoom(desk, &peer, &client.secret).await;
        assert_eq!(answer["error"], "invalid_request", "{answer}");
        desk.finding("token-refused").await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_wrong_secret_is_told() {
    browse(async |desk| {
        let peer = Peer::start(&[desk.site().address()]);
        let client = peer.client("server");
        desk.open("#/product/other-server?variant=account-credentials").await;
        desk.fill("Token endpoint", &peer.told("token_endpoint")).await;
        desk.fill("Account ID", &peer.told("account_id")).await;
        desk.fill("Client ID", &client.id).await;
        let answer = exchange(desk, "not the secret").await;
        assert_eq!(answer["error"], "invalid_client", "{answer}");
        desk.until_findings("the refusal is a bad finding", |all| all.iter().any(|one| one.level == "bad")).await;
    });
}
