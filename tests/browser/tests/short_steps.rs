//! A step of a guide fits on one screen, as it is when one comes to it: with what is folded in it folded.

use std::fs;

use authdesk_browser_tests::{Desk, browse, workspace};
use serde_json::{Value, json};

const GUIDES: [&str; 5] =
    ["kufersql", "cae-learningspace", "verint-recorder", "zappysys-zoom-connector", "cirqlive-meets"];

/// The height of the screen that a step has to fit on, which is 1280 pixels wide.
const SCREEN: f64 = 900.0;

/// Unfolds one step alone, and measures it. A list of scopes is gone through name by name and may be as long as it is:
/// what is around it counts.
const HEIGHT: &str = "
    let high = null;
    for (const step of document.querySelectorAll('details[data-step]')) {
        step.open = step.dataset.step === arguments[0];
        if (step.open) high = step;
    }
    for (const folded of high.querySelectorAll('.step__body details')) folded.open = false;
    const height = (one) => one.getBoundingClientRect().height;
    return [...high.querySelectorAll('.scopes')].reduce((rest, list) => rest - height(list), height(high));";

/// The fields of a guide, and what is entered there: commands and URLs are as long as they get.
const FILLED: [(&str, &str); 4] = [
    ("Account ID", "DemoAccountId000000001"),
    ("Client ID", "DemoClientId0000000001"),
    ("Client Secret", "DemoClientSecret0000000000000001"),
    ("Redirect URL", "https://learningspace.example.com/oauth"),
];

/// The ways to connect a product, as its file lists them.
fn ways(product: &str) -> Vec<String> {
    let path = workspace().join(format!("www/catalog/products/{product}.json"));
    let facts: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let ways = facts["variants"].as_array().unwrap().iter();
    ways.map(|way| way["id"].as_str().unwrap().to_owned()).collect()
}

/// What a guide begins with in a language.
fn summary(product: &str, language: &str) -> String {
    let path = workspace().join(format!("www/catalog/products/{product}.{language}.json"));
    let prose: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    prose["summary"].as_str().unwrap().to_owned()
}

/// The steps that are higher than a screen, each with its height.
async fn too_high(desk: &Desk, place: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (step, _) in desk.steps().await {
        let height = desk.script(HEIGHT, &[json!(step)]).await.as_f64().expect("a height");
        if height > SCREEN {
            found.push(format!("{place}: {step} is {height} pixels high"));
        }
    }
    found
}

#[test]
fn each_step_of_the_first_guides_fits_on_one_screen() {
    browse(async |desk| {
        let mut found = Vec::new();
        for product in GUIDES {
            for way in ways(product) {
                desk.open("#/tools").await;
                desk.open(&format!("#/product/{product}?variant={way}")).await;
                desk.until_heading_is_seen().await;
                for (label, language) in [("Language", "de"), ("Sprache", "en")] {
                    desk.choose(label, language).await;
                    let shown = "return squeezed(document.querySelector('main').innerText);";
                    let summary = summary(product, language);
                    let is_shown = |text: &Value| text.as_str().is_some_and(|text| text.contains(&summary));
                    desk.until("the guide in that language", shown, &[], is_shown).await;
                    found.extend(too_high(desk, &format!("{product} {way} {language}")).await);
                }
                for (label, text) in FILLED {
                    if desk.has_field(label).await {
                        desk.fill(label, text).await;
                    }
                }
                found.extend(too_high(desk, &format!("{product} {way}, filled in")).await);
            }
        }
        assert_eq!(found, [] as [String; 0]);
    });
}
