//! Lists, times, plurals and dates are written as the browser itself writes them in the language of the page.

use std::fs;

use authdesk_browser_tests::{browse, workspace};
use serde_json::{Value, json};

/// What `Intl` writes: a class, its options, and what it formats.
const WRITTEN: &str = "return new Intl[arguments[1]](arguments[0], arguments[2]).format(...arguments[3]);";

/// The labels in bold of a sentence that lists at least three, and its text.
const LISTED: &str = "
    for (const sentence of document.querySelectorAll('main p')) {
        const labels = [...sentence.querySelectorAll('strong')].map(label => label.textContent);
        if (labels.length > 2) return [labels, sentence.textContent];
    }
    return null;
";

const FOUND: &str = "return document.querySelector('.start__count [role=status]').textContent;";

const TAGS: &str = "return [...document.querySelectorAll('.tag')].map(tag => tag.textContent);";

#[test]
fn a_language_writes_its_lists_times_plurals_and_dates() {
    browse(async |desk| {
        let written = async |code: &str, class: &str, options: Value, arguments: Value| {
            let arguments = [json!(code), json!(class), options, arguments];
            desk.script(WRITTEN, &arguments).await.as_str().unwrap().to_owned()
        };
        for (choice, code) in [("Language", "de"), ("Sprache", "ja")] {
            desk.open("#/").await;
            let heading = desk.heading().await;
            desk.choose(choice, code).await;
            desk.heading_after(&heading).await;
            desk.until_language(code).await;
            let is_german = code == "de";

            desk.fill_id("search-products", "vczapi").await;
            let one = if is_german { "1 Produkt" } else { "1件の製品" };
            desk.until("one product", FOUND, &[], |found| found == one).await;
            desk.fill_id("search-products", "zoom").await;
            let end = if is_german { " Produkte" } else { "件の製品" };
            let is_many =
                |found: &str| found.strip_suffix(end).is_some_and(|count| count.parse().is_ok_and(|it: u32| it > 1));
            desk.until("many products", FOUND, &[], |found| found.as_str().is_some_and(is_many)).await;

            desk.open("#/tool/token-answer").await;
            desk.fill(
                if is_german { "Antwort von Zoom" } else { "Zoomの応答" },
                r#"{"access_token":"a","token_type":"bearer","expires_in":3599}"#,
            )
            .await;
            let end = desk.output("token-expiry").await;
            let words = written(code, "RelativeTimeFormat", json!({}), json!([59, "minute"])).await;
            assert!(end.starts_with(&words) && (!is_german || words == "in 59 Minuten"), "{end}: {words}");

            desk.open("#/tool/token-request").await;
            let listed = desk.until("a list of fields", LISTED, &[], |listed| !listed.is_null()).await;
            let list = written(code, "ListFormat", json!({}), json!([listed[0]])).await;
            assert!(listed[1].as_str().unwrap().contains(&list), "{listed}: {list}");
            assert_eq!(list.contains(" und "), is_german, "{list}");

            desk.open("#/product/kufersql").await;
            let file = fs::read_to_string(workspace().join("www/catalog/products/kufersql.json")).unwrap();
            let checked = serde_json::from_str::<Value>(&file).unwrap()["checked"].as_str().unwrap().to_owned();
            let month = "return new Intl.DateTimeFormat(arguments[0], { year: 'numeric', month: 'long', timeZone: 'UTC' })\
                         .format(new Date(arguments[1]));";
            let month = desk.script(month, &[json!(code), json!(checked)]).await;
            let month = month.as_str().unwrap();
            let tags = desk.script(TAGS, &[]).await;
            let tag = tags.as_array().unwrap().iter().filter_map(Value::as_str).find(|tag| tag.contains(month));
            assert!(tag.is_some() && (!is_german || month.starts_with(char::is_alphabetic)), "{tags}: {month}");
        }
        assert_eq!(desk.console().await, []);
    });
}
