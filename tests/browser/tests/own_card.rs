//! A card of one's own: made in the form, sent as a link, used from it.

use authdesk_browser_tests::sample::{ACCOUNT_ID, VERINT_CLIENT_ID, VERINT_CLIENT_SECRET};
use authdesk_browser_tests::{Desk, Site, Visit, browse, workspace};
use serde_json::json;

/// Makes a card for a product that nobody has made.
async fn makes_a_card(desk: &Desk) {
    desk.fill("Product name", "Room Booker 3000").await;
    desk.fill("Vendor", "Example Ltd").await;
    desk.fill("What the admin does and gets", "You create an app in Zoom and enter its values in Room Booker.").await;
    for (at, (label, template)) in
        [("Account", "{account_id}"), ("Key", "{client_id}"), ("Key secret", "{client_secret}")].iter().enumerate()
    {
        desk.press("Add a field").await;
        let focus = "return document.activeElement.id;";
        let row = format!("card-row-values-{at}");
        desk.until("the new row has the focus", focus, &[], |id| *id == json!(row)).await;
        desk.fill_id(&format!("card-value-{at}-label"), label).await;
        desk.fill_id(&format!("card-value-{at}-text"), template).await;
    }
    let faults = "return document.querySelector('[data-faults]')?.dataset.faults ?? null;";
    desk.until("nothing is wrong", faults, &[], |count| count == "0").await;
}

async fn link(desk: &Desk) -> String {
    desk.press("Create files and link").await;
    desk.output("card-link").await
}

#[test]
fn a_card_is_made_sent_and_used() {
    let mut sent = String::new();
    browse(async |desk| {
        desk.open("#/").await;
        desk.press("Another product").await;
        makes_a_card(desk).await;
        // The guide next to the form works while one types.
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.expect_value("Key", VERINT_CLIENT_ID).await;
        desk.fill("Client Secret", VERINT_CLIENT_SECRET).await;
        assert_eq!(desk.show("Key secret").await, VERINT_CLIENT_SECRET);
        sent = link(desk).await;
        let files = desk.seen().await;
        assert!(files.contains("room-booker-3000.json") && files.contains("room-booker-3000.en.json"));
        for text in [desk.kept().await, sent.clone()] {
            assert!(!text.contains(VERINT_CLIENT_SECRET) && !text.contains("oGo4OZ"), "{text}");
        }
        assert_eq!(desk.console().await, []);
        assert!(desk.requests().await.iter().all(|one| one.url.starts_with(desk.site().origin())));
    });
    let fragment = sent.split_once('#').map(|(_, fragment)| format!("#{fragment}")).expect("a fragment");
    Visit::to(Site::of_the_page()).run(async |desk| {
        desk.open(&fragment).await;
        assert!(desk.heading().await.contains("whoever sent you this link"), "{}", desk.heading().await);
        assert!(desk.address().await.ends_with("#/card"), "{}", desk.address().await);
        assert!(desk.seen().await.contains("Room Booker 3000"));
        desk.press("Open the card").await;
        desk.fill("Account ID", ACCOUNT_ID).await;
        desk.expect_value("Account", ACCOUNT_ID).await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.expect_value("Key", VERINT_CLIENT_ID).await;
        desk.reload().await;
        desk.expect_content("Product name", "Room Booker 3000").await;
        desk.expect_value("Key", VERINT_CLIENT_ID).await;
        desk.press_in_panel("Clear everything").await;
        desk.expect_content("Product name", "").await;
        assert!(!desk.kept().await.contains("Room Booker"), "nothing of it is kept");
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_product_file_opens_in_the_form() {
    browse(async |desk| {
        desk.open("#/card").await;
        for name in ["tines.json", "tines.en.json"] {
            let text = std::fs::read_to_string(workspace().join("www/catalog/products").join(name)).unwrap();
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            desk.fill("Text of a product file", &text).await;
            if name.ends_with("en.json") {
                desk.press("Replace my card").await;
            }
        }
        desk.expect_content("Product name", "Tines").await;
        desk.until_heading_is_seen().await;
        assert!(desk.seen().await.contains("Connect Tines to Zoom"));
        assert_eq!(desk.wider_than_the_screen().await, None);
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_secret_is_not_taken_into_a_card() {
    browse(async |desk| {
        desk.open("#/card").await;
        desk.fill("Vendor", VERINT_CLIENT_SECRET).await;
        let says = "return document.body.innerText;";
        desk.until("it is told", says, &[], |text| {
            text.as_str().is_some_and(|text| text.contains("looks like a secret"))
        })
        .await;
        assert!(!desk.kept().await.contains("oGo4OZ"));
    });
}

#[test]
fn hostile_links_stay_text_or_are_refused() {
    let bad = format!("#/card?v=1&c={}", "A".repeat(100_000));
    for fragment in ["#/card?v=9&c=AAAA", "#/card?v=1&c=%3Cscript%3E", bad.as_str()] {
        browse(async |desk| {
            desk.open(fragment).await;
            let refused = "return document.querySelector('[data-refused]')?.textContent ?? null;";
            desk.until("it is told", refused, &[], |says| says.as_str().is_some_and(|says| !says.is_empty())).await;
            assert!(desk.address().await.ends_with("#/card"), "{}", desk.address().await);
            assert_eq!(desk.console().await, []);
        });
    }
    browse(async |desk| {
        desk.open("#/card").await;
        desk.fill("Product name", "<img src=x onerror=alert(1)>").await;
        desk.fill("Vendor", "**x** <script>alert(1)</script>").await;
        let pictures = "return all('main img, main script').length;";
        desk.until("it is text", pictures, &[], |count| count == 0).await;
        assert!(desk.seen().await.contains("<img src=x"), "{}", desk.seen().await);
        assert_eq!(desk.console().await, []);
    });
}
