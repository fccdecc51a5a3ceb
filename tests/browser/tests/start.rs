//! The start view: finding a product.

use authdesk_browser_tests::browse;

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
