//! What is there before the program: the start view, painted by the build, and what a person does in it.

use authdesk_browser_tests::driver::Driver;
use authdesk_browser_tests::site::Fault;
use authdesk_browser_tests::{Desk, Site, Visit, browse};
use serde_json::{Value, json};
use thirtyfour::Key;

const PROGRAM: &str = "authdesk_bg.wasm";

/// Opens the start view with the program kept waiting, and goes on when it is painted.
fn before_the_program(target: &'static str, test: impl AsyncFnOnce(&Desk)) {
    let site = Site::of_the_page();
    site.hold(PROGRAM);
    Visit::to(site).without_waiting_for_load().run(async |desk| {
        desk.load(target).await;
        desk.until(
            "it is painted",
            "return document.querySelector('[data-painted]:not([data-repaint] *) .main') !== null;",
            &[],
            |is| *is == true,
        )
        .await;
        test(desk).await;
    });
}

/// The program takes over.
async fn release(desk: &Desk) {
    desk.site().release();
    desk.ready().await;
    desk.until("the paint has an end", "return document.querySelector('#page[data-painted]') === null;", &[], |is| {
        *is == true
    })
    .await;
}

#[test]
fn the_cards_are_there_before_the_program_and_stay_as_they_are() {
    before_the_program("#/", async |desk| {
        desk.until_links("the cards", |links| links.iter().any(|link| link.ends_with("#/product/verint-recorder")))
            .await;
        let painted = desk.seen().await;
        assert!(painted.contains("Which product are you connecting") && !painted.contains("Welches"), "{painted}");
        release(desk).await;
        assert_eq!(desk.seen().await, painted, "nothing changes when the program is there");
    });
}

#[test]
fn what_is_typed_before_the_program_is_kept_and_answered() {
    before_the_program("#/", async |desk| {
        desk.type_into("Search products", "kufer").await;
        let focused = desk.focused().await;
        release(desk).await;
        desk.until_links("the search is answered", |links| {
            let products = links.iter().filter(|link| link.contains("#/product/"));
            products.clone().any(|link| link.ends_with("kufersql"))
                && !products.clone().any(|link| link.ends_with("verint-recorder"))
        })
        .await;
        assert_eq!(desk.content("Search products").await, "kufer");
        assert_eq!(desk.focused().await, focused);
        desk.key(Key::Backspace).await;
        assert_eq!(desk.content("Search products").await, "kufe", "the cursor is where it was");
    });
}

#[test]
fn a_secret_in_the_box_is_masked_before_the_program_and_read_by_it() {
    before_the_program("#/", async |desk| {
        let color = "return getComputedStyle(document.getElementById('field-anything')).color;";
        assert_ne!(desk.script(color, &[]).await, "rgba(0, 0, 0, 0)");
        desk.fill_id("field-anything", "Authorization: Basic RGVtb0NsaWVudElkOkRlbW9TZWNyZXQ=").await;
        assert_eq!(desk.script(color, &[]).await, "rgba(0, 0, 0, 0)");
        release(desk).await;
        desk.until("it is read", "return document.querySelector('.drop').innerText;", &[], |text| {
            text.as_str().is_some_and(|text| text.contains("Basic"))
        })
        .await;
        desk.any_finding("the box is read").await;
    });
}

#[test]
fn a_card_that_is_clicked_before_the_program_opens_with_it() {
    before_the_program("#/", async |desk| {
        desk.script("document.getElementById('product-verint-recorder').click(); return true;", &[]).await;
        desk.until("its name is there", "return document.querySelector('main > h1')?.textContent;", &[], |name| {
            name.as_str().is_some_and(|name| name.contains("Verint"))
        })
        .await;
        let seen = desk.seen().await;
        assert!(!seen.contains("Which product"), "{seen}");
        release(desk).await;
        assert!(desk.heading().await.contains("Verint"));
    });
}

#[test]
fn a_view_that_an_extension_has_changed_is_drawn_anew() {
    before_the_program("#/", async |desk| {
        let put = "document.getElementById('search-products').after(document.createElement('grammar-helper'));\
                   document.querySelector('h1').replaceChildren('?'); return true;";
        desk.script(put, &[]).await;
        release(desk).await;
        assert!(desk.seen().await.contains("Which product are you connecting"));
        desk.type_into("Search products", "kufer").await;
        desk.until_links("it works", |links| links.iter().filter(|link| link.contains("#/product/")).count() == 1)
            .await;
    });
}

#[test]
fn it_is_painted_in_the_language_of_the_visitor_and_in_no_other() {
    let site = Site::of_the_page();
    site.hold(PROGRAM);
    Visit::to(site).without_waiting_for_load().run(async |desk| {
        speaks_german(desk).await;
        desk.load("#/").await;
        desk.until("it is painted in German", "return document.querySelector('h1')?.innerText;", &[], |heading| {
            heading == "Welches Produkt verbinden Sie mit Zoom?"
        })
        .await;
        let painted = desk.seen().await;
        assert!(!painted.contains("Which product"), "{painted}");
        release(desk).await;
        assert_eq!(desk.seen().await, painted);
    });
}

#[test]
fn why_it_did_not_start_is_told_in_the_language_of_the_visitor() {
    let site = Site::of_the_page();
    site.spoil(PROGRAM, Fault::Missing);
    Visit::to(site).without_waiting_for_load().run(async |desk| {
        speaks_german(desk).await;
        desk.load("#/").await;
        // It is in English until its words have come.
        let notice = desk.notice_with("Die Datei authdesk_bg.wasm ist nicht angekommen (HTTP 404).").await;
        assert!(notice.contains("Neu laden") && !notice.contains("Authdesk did not start"), "{notice}");
    });
}

/// The browser's first language is one of a country.
async fn speaks_german(desk: &Desk) {
    let chosen = "Object.defineProperty(navigator, 'languages', { get: () => ['de-AT', 'en'] });";
    desk.before_each_document(chosen).await;
}

#[test]
fn what_the_document_asks_for_early_is_asked_for_once() {
    if Driver::chosen() == Driver::WebKit {
        // It keeps nothing of what a host wants to be asked for again, as the one here does, not even for a moment.
        return;
    }
    browse(async |desk| {
        desk.open("#/").await;
        desk.until_links("the cards", |links| !links.is_empty()).await;
        for file in [PROGRAM, "catalog/index.json"] {
            let all = desk.requests().await;
            let asked: Vec<&str> = all.iter().map(|one| one.url.as_str()).filter(|url| url.contains(file)).collect();
            assert_eq!(asked.len(), 1, "{asked:?}");
        }
    });
}

#[test]
fn a_guide_is_fetched_while_its_card_is_pointed_at_and_not_for_a_pointer_that_passes() {
    browse(async |desk| {
        desk.open("#/").await;
        desk.until_links("the cards", |links| !links.is_empty()).await;
        let point = "for (const name of arguments) document.getElementById(`product-${name}`)\
                     .dispatchEvent(new PointerEvent('pointerover', { bubbles: true })); return true;";
        desk.script(point, &[json!("verint-recorder"), json!("kufersql")]).await;
        let asks = "return performance.getEntriesByType('resource').map((one) => one.name)\
                    .filter((name) => name.includes('/products/') || name.includes('lazy.wasm')).join(' ');";
        let is_asked = |names: &Value| {
            names.as_str().is_some_and(|names| names.contains("kufersql.json") && names.contains("lazy.wasm"))
        };
        let asked = desk.until("the guide is asked for", asks, &[], is_asked).await;
        assert!(!asked.as_str().unwrap_or_default().contains("verint"), "{asked}");
        assert!(desk.heading().await.contains("Which product"), "nothing else happens");
    });
}
