//! A card of one's own: made in the form, sent as a link, used from it.

use authdesk::desk::card::{Draft, Tree, write_link};
use authdesk_browser_tests::driver::Driver;
use authdesk_browser_tests::sample::{ACCOUNT_ID, VERINT_CLIENT_ID, VERINT_CLIENT_SECRET};
use authdesk_browser_tests::{Desk, Site, Visit, browse, workspace};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

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
        let first = format!("card-value-{at}-label");
        desk.until("one types into the new row at once", focus, &[], |id| *id == json!(first)).await;
        desk.fill_id(&first, label).await;
        desk.fill_id(&format!("card-value-{at}-text"), template).await;
    }
    let faults = "return document.querySelector('[data-faults]')?.dataset.faults ?? null;";
    desk.until("nothing is wrong", faults, &[], |count| count == "0").await;
}

/// Whether the card in the form is one that somebody sent.
const IS_SENT: &str = "return document.querySelector('.own-card')?.hasAttribute('data-sent') ?? null;";

async fn link(desk: &Desk) -> String {
    desk.press("Create files and link").await;
    desk.output("card-link").await
}

#[test]
fn a_card_is_made_sent_and_used() {
    let mut sent = String::new();
    browse(async |desk| {
        desk.open("#/").await;
        desk.fill("Search products", "Room Booker 3000").await;
        desk.press("Make a guide for “Room Booker 3000”").await;
        desk.expect_content("Product name", "Room Booker 3000").await;
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
        assert!(desk.heading().await.contains("Room Booker 3000"), "{}", desk.heading().await);
        assert!(desk.seen().await.contains("whoever sent you this link"));
        desk.reload().await;
        assert!(desk.seen().await.contains("whoever sent you this link"), "whoever reloads the page still has it");
        desk.press("Open the card").await;
        desk.until("the address has no card in it", "return location.hash;", &[], |hash| hash == "#/card").await;
        desk.fill("Account ID", ACCOUNT_ID).await;
        desk.expect_value("Account", ACCOUNT_ID).await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.expect_value("Key", VERINT_CLIENT_ID).await;
        desk.until("it says who made it", IS_SENT, &[], |is_sent| *is_sent == json!(true)).await;
        desk.reload().await;
        desk.expect_content("Product name", "Room Booker 3000").await;
        desk.until("it still says who made it", IS_SENT, &[], |is_sent| *is_sent == json!(true)).await;
        desk.expect_value("Key", VERINT_CLIENT_ID).await;
        desk.press_in_panel("Clear everything").await;
        desk.expect_content("Product name", "").await;
        assert_eq!(desk.script(IS_SENT, &[]).await, json!(false), "the next one is one's own");
        // What is kept follows what is shown.
        let kept = "return JSON.stringify([{ ...sessionStorage }, { ...localStorage }]);";
        let is_without = |kept: &Value| kept.as_str().is_some_and(|kept| !kept.contains("Room Booker"));
        desk.until("nothing of it is kept", kept, &[], is_without).await;
        assert_eq!(desk.console().await, []);
    });
}

#[test]
fn a_name_that_is_added_to_keeps_the_card_and_an_unknown_one_becomes_an_input() {
    browse(async |desk| {
        desk.open("#/").await;
        desk.fill("Search products", "Terminio").await;
        desk.press("Make a guide for “Terminio”").await;
        desk.expect_content("Product name", "Terminio").await;
        desk.fill("Product name", "Terminio 4").await;
        let heading = "return document.getElementById('card-guide').textContent;";
        desk.until("the guide has the new name", heading, &[], |text| {
            text.as_str().is_some_and(|text| text.contains("Terminio 4"))
        })
        .await;
        let waits = "return document.querySelector('[data-waiting]') !== null;";
        assert_eq!(desk.script(waits, &[]).await, json!(false), "it is the card that was searched for");
        desk.press("Add a field").await;
        desk.fill_id("card-value-0-text", "https://{host}/zoom").await;
        desk.press("Add {host} to what the admin enters").await;
        let focus = "return document.activeElement.id;";
        desk.until("its label has the focus", focus, &[], |id| id == "card-input-0-label").await;
        let name = "return document.getElementById('card-input-0-name').value;";
        assert_eq!(desk.script(name, &[]).await, json!("host"));
        desk.press("Create files and link").await;
        let button = "const label = document.querySelector('[data-output=card-link]');
          return label.previousElementSibling.querySelector('button')?.textContent.trim() ?? null;";
        desk.until("the button comes before the link", button, &[], |text| text == "Copy link").await;
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
        desk.expect_content("Text of a product file", "").await;
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
        // What is refused does not stay in the field that it was pasted into either.
        desk.fill("Text of a product file", &format!(r#"{{"name":"{VERINT_CLIENT_SECRET}"}}"#)).await;
        desk.until("it is told", REFUSED, &[], |says| says.as_str().is_some_and(|says| !says.is_empty())).await;
        desk.expect_content("Text of a product file", "").await;
        assert!(!desk.kept().await.contains("oGo4OZ"));
    });
}

#[test]
fn a_card_is_thrown_away_after_a_question() {
    browse(async |desk| {
        desk.open("#/card").await;
        desk.fill("Product name", "Room Booker 3000").await;
        desk.press("Discard this card").await;
        desk.until("it is asked", ASKS, &[], |asks| *asks == json!(true)).await;
        assert!(desk.heading().await.contains("Discard your card?"), "{}", desk.heading().await);
        desk.press("Keep it").await;
        desk.expect_content("Product name", "Room Booker 3000").await;
        desk.press("Discard this card").await;
        desk.until("it is asked", ASKS, &[], |asks| *asks == json!(true)).await;
        desk.press("Discard this card").await;
        desk.expect_content("Product name", "").await;
        assert!(!desk.kept().await.contains("Room Booker"), "nothing of it is kept");
        assert_eq!(desk.console().await, []);
    });
}

/// Whether the question before a card is thrown away is shown.
const ASKS: &str = "return document.querySelector('[data-discard]') !== null;";

/// Why a card is not opened.
const REFUSED: &str = "return document.querySelector('[data-refused]')?.textContent ?? null;";

/// The text of a card as a link contains it: facts and sentences of a product of the catalog, with other texts in it.
fn card(changes: &[(&str, &str)]) -> String {
    let file = |name: &str| {
        let path = workspace().join("www/catalog/products").join(name);
        Tree::read(&std::fs::read_to_string(path).expect("the file")).expect("it is JSON")
    };
    let prose = vec![("en".to_owned(), file("tines.en.json"))];
    let packed = Draft { facts: file("tines.json"), prose, language: "en".to_owned() }.packed();
    changes.iter().fold(packed, |packed, (from, to)| {
        assert!(packed.contains(from), "{from}");
        packed.replacen(from, to, 1)
    })
}

/// A link to a text that the page itself would not make a link to: in blocks that are not compressed (RFC 1951 §3.2.4).
fn link_to(text: &str) -> String {
    let chunks: Vec<&[u8]> = text.as_bytes().chunks(0xffff).collect();
    let mut packed = Vec::new();
    for (at, chunk) in chunks.iter().enumerate() {
        let length = u16::try_from(chunk.len()).expect("a chunk");
        packed.push(u8::from(at + 1 == chunks.len()));
        packed.extend(length.to_le_bytes());
        packed.extend((!length).to_le_bytes());
        packed.extend(*chunk);
    }
    format!("#/card?v=1&c={}", URL_SAFE_NO_PAD.encode(packed))
}

#[test]
fn a_hostile_card_is_shown_before_it_is_opened_and_stays_text() {
    let name = "<script>alert(1)</script>";
    let label = "<img src=x onerror=alert(2)>";
    let sentence = "<a href='https://evil.example/'>**here**</a> <script>alert(3)</script>";
    let template = "evil.example/?s={client_secret}";
    let link = link_to(&card(&[
        (r#""name":"Tines""#, &format!(r#""name":"{name}""#)),
        (r#""label":"Client secret""#, &format!(r#""label":"{label}""#)),
        ("The app must be active in Zoom before you connect.", sentence),
        ("{account_id}", template),
        ("{client_id}", "https://evil.example/{client_id}"),
    ]));
    browse(async |desk| {
        desk.open(&link).await;
        let offer = "return squeezed(document.querySelector('[data-offer]')?.textContent);";
        let offer = desk.until("it is offered", offer, &[], |text| text.as_str().is_some_and(|text| !text.is_empty()));
        let offer = offer.await;
        let offer = offer.as_str().expect("a text");
        for shown in [name, template, "https://evil.example/{client_id}", "https://www.tines.com/docs/"] {
            assert!(offer.contains(shown), "{shown}: {offer}");
        }
        let links = "return all('[data-offer] a[href]').length;";
        assert_eq!(desk.script(links, &[]).await, json!(0), "nothing of it is a link yet");
        desk.press("Open the card").await;
        desk.fill("Account ID", ACCOUNT_ID).await;
        desk.fill("Client ID", VERINT_CLIENT_ID).await;
        desk.expect_value("Client ID", &format!("https://evil.example/{VERINT_CLIENT_ID}")).await;
        desk.open_all_steps().await;
        let seen = desk.seen().await;
        for shown in [label, "<a href='https://evil.example/'>here</a> <script>alert(3)</script>"] {
            assert!(seen.contains(shown), "{shown}: {seen}");
        }
        let made = "return all('main script, main img, main [onerror]').length;";
        assert_eq!(desk.script(made, &[]).await, json!(0));
        let links = desk.links().await;
        let is_known =
            |link: &String| !link.contains("evil.example") && !link.to_lowercase().starts_with("javascript:");
        assert!(links.iter().all(is_known), "{links:?}");
        assert_eq!(desk.console().await, []);
        assert!(desk.requests().await.iter().all(|one| one.url.starts_with(desk.site().origin())));
    });
}

#[test]
fn what_cannot_be_read_safely_is_refused_with_the_reason() {
    if Driver::chosen() == Driver::Firefox {
        // Its driver opens no URL that is this long; a person can.
        return;
    }
    let megabyte = format!("{}{}", " ".repeat(1_000_000), card(&[]));
    let twice = card(&[(r#""vendor":"Tines""#, r#""vendor":"Tines","vendor":"Other""#)]);
    let turned = card(&[(r#""name":"Tines""#, "\"name\":\"Tines\u{202e}senit\"")]);
    let user = card(&[("{account_id}", "https://zoom.us@evil.example/")]);
    for (text, says) in [(twice, "vendor"), (turned, "202E"), (user, "looks like a secret"), (megabyte, "")] {
        let link = link_to(&text);
        browse(async |desk| {
            desk.open(&link).await;
            let told =
                desk.until("it is told", REFUSED, &[], |told| told.as_str().is_some_and(|told| !told.is_empty()));
            let told = told.await.as_str().unwrap_or_default().to_owned();
            assert!(told.contains(says), "{says}: {told}");
            let offer = "return document.querySelector('[data-offer]') === null;";
            assert_eq!(desk.script(offer, &[]).await, json!(true), "nothing is offered");
            desk.until("the address has no card in it", "return location.hash;", &[], |hash| hash == "#/card").await;
            assert_eq!(desk.console().await, []);
            assert!(desk.requests().await.iter().all(|one| one.url.starts_with(desk.site().origin())));
        });
    }
    // The same way of writing a link is read where the card is sound.
    assert_eq!(authdesk::desk::card::read_link(&link_to(&card(&[]))), authdesk::desk::card::read_link(&sound_link()));
}

fn sound_link() -> String {
    write_link(&Draft::unpacked(&card(&[])).expect("a card")).expect("a link")
}

#[test]
fn hostile_links_stay_text_or_are_refused() {
    let bad = format!("#/card?v=1&c={}", "A".repeat(100_000));
    for fragment in ["#/card?v=9&c=AAAA", "#/card?v=1&c=%3Cscript%3E", bad.as_str()] {
        browse(async |desk| {
            desk.open(fragment).await;
            desk.until("it is told", REFUSED, &[], |says| says.as_str().is_some_and(|says| !says.is_empty())).await;
            desk.until("the address has no card in it", "return location.hash;", &[], |hash| hash == "#/card").await;
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
