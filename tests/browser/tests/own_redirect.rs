//! The page's own URL as redirect URL.

use authdesk_browser_tests::sample::{CODE, VERINT_CLIENT_ID, parameter};
use authdesk_browser_tests::{Site, Visit, browse};

#[test]
fn the_address_is_cleaned_and_the_code_is_read() {
    browse(async |desk| {
        desk.open("?code=only-once-Zq7&state=unguessed-Wx4").await;
        desk.until_address_is_clean().await;
        desk.finding("code-found").await;
        desk.expect_output("authorization-code", "only-once-Zq7").await;

        let kept = desk.kept().await;
        assert!(
            !kept.contains("only-once-Zq7") && !kept.contains("unguessed-Wx4"),
            "neither code nor state is kept: {kept}"
        );
        // Nothing that was loaded afterwards tells anybody where the person came from.
        let arrived = desk.site().arrived();
        assert_eq!(arrived.iter().filter(|one| one.target.contains("code=")).count(), 1, "{arrived:?}");
        assert!(arrived.iter().all(|one| one.referrer.is_none()), "{arrived:?}");

        desk.driver().back().await.unwrap();
        desk.until_address("about:blank").await;
    });
}

#[test]
fn the_address_is_clean_before_the_program_is_there() {
    let site = Site::of_the_page();
    site.hold(".wasm");
    Visit::to(site).without_waiting_for_load().run(async |desk| {
        desk.load("?code=only-once-Zq7&state=unguessed-Wx4").await;
        desk.until("the program is asked for", "return true;", &[], |_| desk.site().waiting() > 0).await;
        // The URL is cleaned in the end, no matter by what; until then it is the only place that has the code.
        desk.site().release();
        desk.ready().await;
        desk.until_address_is_clean().await;
        desk.finding("code-found").await;
    });
}

#[test]
fn a_refusal_is_read() {
    browse(async |desk| {
        desk.open("?error=access_denied&error_description=The+user+said+no&state=xyz").await;
        desk.until_address_is_clean().await;
        desk.finding("authorization-refused").await;
    });
}

#[test]
fn the_code_comes_back_to_the_guide_it_was_asked_for() {
    browse(async |desk| {
        desk.open("#/product/verint-recorder").await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.fill("Redirect URL", &desk.site().address()).await;
        desk.open_step("authorize").await;
        let state = parameter(&desk.output("authorize-url").await, "state").expect("a state");

        desk.open_tab().await;
        desk.load(&format!("?code={CODE}&state={state}")).await;
        desk.ready().await;
        desk.until_address_is_clean().await;
        desk.switch_to_finding("code-found").await;
        desk.finding("state-matches").await;
        assert!(desk.address().await.contains("#/product/verint-recorder"), "{}", desk.address().await);
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_code_with_a_strange_state_is_told() {
    browse(async |desk| {
        desk.open("#/product/verint-recorder").await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        let redirect = desk.site().address();
        desk.fill("Redirect URL", &redirect).await;
        desk.open_step("authorize").await;
        desk.output("authorize-url").await;
        desk.fill("URL you were redirected to", &format!("{redirect}?code={CODE}&state=forged")).await;
        desk.finding("state-differs").await;
    });
}

#[test]
fn a_code_that_comes_back_after_a_page_that_is_not_there_is_read() {
    browse(async |desk| {
        desk.open("#/product/nonsense").await;
        desk.load(&format!("?code={CODE}&state=unguessed-Wx4")).await;
        desk.ready().await;
        desk.until_address_is_clean().await;
        desk.finding("code-found").await;
        desk.expect_output("authorization-code", CODE).await;
        assert_eq!(desk.console().await, []);
    });
}
