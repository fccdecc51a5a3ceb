//! The start view: finding a product.

use std::fs;

use authdesk_browser_tests::{Desk, Fault, Site, Visit, browse, workspace};
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
fn the_keyboard_finds_and_opens_a_product() {
    browse(async |desk| {
        desk.open("#/").await;
        desk.until_links("the cards are there", |links| links.iter().any(|link| link.ends_with("kufersql"))).await;
        let count = async |desk: &Desk| {
            let links = desk.links().await;
            links.iter().filter(|link| link.contains("#/product/")).count()
        };
        let all = count(desk).await;
        assert!(all >= 72, "{all}");
        // By a word that no card shows: it comes with the first search.
        desk.type_into("Search products", "vczapi").await;
        desk.until_links("one is left", |links| {
            let products: Vec<&String> = links.iter().filter(|link| link.contains("#/product/")).collect();
            products.len() == 1 && products.iter().all(|link| link.contains("wp-video"))
        })
        .await;
        assert!(desk.seen().await.contains("Has “vczapi”"));
        let status = "return document.querySelector('.start__count [role=status]').textContent;";
        desk.until("the number is announced", status, &[], |says| says == "1 product").await;
        desk.press("Show all products").await;
        desk.type_into("Search products", "ve").await;
        let at = "return document.activeElement.id";
        desk.key(Key::Down).await;
        desk.until("the first product has the focus", at, &[], |id| id == "product-verint-recorder").await;
        desk.key(Key::Down).await;
        desk.until("the next one", at, &[], |id| id != "product-verint-recorder" && id != "search-products").await;
        desk.key(Key::Up).await;
        desk.key(Key::Up).await;
        desk.until("back in the search", at, &[], |id| id == "search-products").await;
        let before = desk.heading().await;
        desk.key(Key::Enter).await;
        let heading = desk.heading_after(&before).await;
        assert!(heading.contains("Verint"), "{heading}");
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_filter_lists_the_products_of_one_app_type() {
    browse(async |desk| {
        desk.open("#/").await;
        desk.until_links("the cards are there", |links| links.iter().any(|link| link.ends_with("kufersql"))).await;
        desk.choose("App type in Zoom", "none").await;
        desk.until_links("only those without an app are left", |links| {
            !links.iter().any(|link| link.ends_with("kufersql"))
        })
        .await;
        let text = "return [...document.querySelectorAll('.card')].map((card) => card.textContent)";
        desk.until("each says so", text, &[], |cards| {
            cards.as_array().is_some_and(|all| {
                all.len() > 2
                    && all
                        .iter()
                        .all(|card| card.as_str().is_some_and(|says| says.contains("No app of your own needed")))
            })
        })
        .await;
        desk.press("Show all products").await;
        desk.until_links("all are there again", |links| links.iter().any(|link| link.ends_with("kufersql"))).await;
    });
}

#[test]
fn a_host_adds_a_product_with_two_files() {
    let site = Site::of_the_page();
    let read = |name: &str| fs::read_to_string(workspace().join("www/catalog/products").join(name)).unwrap();
    let facts = read("kufersql.json").replace("\"kufersql\"", "\"our-courses\"").replace("KuferSQL", "Our Courses");
    site.add("catalog/products/our-courses.json", &facts.replace("\"$schema\": \"../schema/product.json\",", ""));
    site.add("catalog/products/our-courses.en.json", &read("kufersql.en.json"));
    site.add("catalog/products/broken.json", "{}");
    site.add("catalog/local.json", r#"{"products":["our-courses","broken"]}"#);
    Visit::to(site).run(async |desk| {
        desk.open("#/").await;
        desk.until_links("it is listed", |links| links.iter().any(|link| link.ends_with("our-courses"))).await;
        assert!(desk.seen().await.contains("broken.json"), "the faulty one is named");
        desk.open("#/product/our-courses").await;
        desk.until_heading_is_seen().await;
        desk.fill("Client ID", "abc").await;
        desk.expect_value("Client-ID", "abc").await;
        desk.choose("Language", "de").await;
        desk.until("the page is German", "return document.documentElement.lang", &[], |lang| lang == "de").await;
        desk.until(
            "English sentences are marked",
            "return document.querySelectorAll('main [lang=en]').length",
            &[],
            |count| count.as_u64() > Some(5),
        )
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
        let title = "return document.title;";
        desk.until("the title names the view", title, &[], |title| {
            title.as_str().is_some_and(|title| title.contains("Verint"))
        })
        .await;
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
        // By the page; the service worker keeps everything, once nobody waits for anything.
        let asked = async || desk.requests().await.iter().any(|request| request.url.contains("lazy.wasm"));
        assert!(!asked().await, "a visit that opens no guide does not pay for guides");
        desk.follow("#/product/kufersql").await;
        desk.until("the guide is there", "return document.querySelectorAll('[data-step]').length", &[], |steps| {
            steps.as_u64() > Some(2)
        })
        .await;
        assert!(asked().await);
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
