//! The start view: finding a product.

use authdesk_browser_tests::{Fault, Site, Visit, browse};
use thirtyfour::Key;

const SEED: [&str; 5] =
    ["kufersql", "cae-learningspace", "verint-recorder", "zappysys-zoom-connector", "cirqlive-meets"];

#[test]
fn every_seed_product_is_there_and_can_be_found() {
    browse(async |desk| {
        desk.open("#/").await;
        let leads_to = |links: &[String], id: &str| links.iter().any(|link| link.ends_with(&format!("#/product/{id}")));
        desk.until_links("the cards are there", |links| leads_to(links, "kufersql")).await;
        let all = desk.links().await;
        for id in SEED {
            assert!(leads_to(&all, id), "{id} is not in {all:?}");
        }

        desk.type_into("Search products", "kufer").await;
        desk.until_links("only what was searched for is left", |links| {
            leads_to(links, "kufersql") && !leads_to(links, "verint-recorder")
        })
        .await;
    });
}

#[test]
fn a_card_leads_to_its_guide() {
    browse(async |desk| {
        desk.open("#/").await;
        let before = desk.heading().await;
        desk.follow("#/product/verint-recorder").await;
        let heading = desk.heading_after(&before).await;
        assert!(heading.contains("Verint"), "{heading}");
        assert!(desk.title().await.contains("Verint"), "the title names the view");
    });
}

#[test]
fn an_unknown_address_inside_of_the_page_gets_a_sentence() {
    browse(async |desk| {
        for route in ["#/product/no-such-product", "#/tool/no-such-tool", "#/nowhere"] {
            desk.open(route).await;
            assert_ne!(desk.heading().await, "", "{route}");
            assert!(desk.links().await.iter().any(|link| link.ends_with("#/")), "a way back from {route}");
        }
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn what_the_start_view_does_runs_without_the_lazy_part_of_the_program() {
    browse(async |desk| {
        desk.open("#/").await;
        desk.until_links("the cards are there", |links| links.iter().any(|link| link.ends_with("kufersql"))).await;
        desk.type_into("Search products", "nothing of that name").await;
        desk.press("Show all products").await;
        desk.until_links("all are there again", |links| links.iter().any(|link| link.ends_with("kufersql"))).await;
        desk.unfocus().await;
        desk.key(Key::Divide).await;
        desk.until("the search has the focus", "return document.activeElement.id;", &[], |id| id == "search-products")
            .await;
        desk.expect_content("Search products", "").await;
        for route in ["#/tools", "#/about/secrets", "#/nowhere", "#/product/no-such-product", "#/"] {
            desk.follow(route).await;
        }
        desk.choose("Language", "de").await;
        desk.until("the page is German", "return document.documentElement.lang", &[], |lang| lang == "de").await;
        let asked = |desk: &authdesk_browser_tests::Desk| {
            desk.site().arrived().iter().any(|request| request.target.contains("lazy.wasm"))
        };
        assert!(!asked(desk), "a visit that opens no guide does not pay for guides");
        desk.follow("#/product/kufersql").await;
        desk.until("the guide is there", "return document.querySelectorAll('[data-step]').length", &[], |steps| {
            steps.as_u64() > Some(2)
        })
        .await;
        assert!(asked(desk));
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_lazy_part_that_does_not_arrive_is_told_and_asked_for_again() {
    let site = Site::of_the_page();
    site.spoil("lazy.wasm", Fault::Refused);
    Visit::to(site).run(async |desk| {
        desk.open("#/tool/basic-header").await;
        assert!(desk.seen().await.contains("lazy.wasm"), "the file is named");
        desk.site().release();
        desk.press("Try again").await;
        desk.fill("Client ID", "DemoClientId0000000001").await;
        desk.expect_content("Client ID", "DemoClientId0000000001").await;
    });
}
