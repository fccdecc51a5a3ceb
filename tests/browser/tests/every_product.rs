//! Every product of the catalog, and every way to connect it: credentials with every awkward character are typed, and each
//! value and block of the panel is read back and compared with what the product's file says.

use std::collections::BTreeMap;
use std::fs;

use authdesk::reading::read_block;
use authdesk_browser_tests::{Desk, browse, workspace};
use serde_json::{Value, json};

/// What quoting, escaping, splitting and joining can get wrong.
const AWKWARD: &str = "a'b\"c\\d$e&f<g>h%41+i;j#k{l}m|n^o!p`q ~r/s=t?u,v:w@x*y(z)[é-ß-漢-🙂]";
/// What every format of a block can contain.
const PLAIN: &str = "aB3-_.~+/=:;,@!?x y";
const TOKEN: &str = "eyJhbGciOiJIUzUxMiJ9.eyJhdWQiOiJodHRwczovL29hdXRoLnpvb20udXMifQ.c2lnbmF0dXJl_-x";
const REFRESH: &str = "eyJhbGciOiJIUzUxMiJ9.cmVmcmVzaA.c2lnbmF0dXJl_-y";

/// Which of the products a test takes: several browsers share them.
const PARTS: usize = 3;

#[test]
fn a_third_of_all_products() {
    products_of(0);
}

#[test]
fn another_third_of_all_products() {
    products_of(1);
}

#[test]
fn the_last_third_of_all_products() {
    products_of(2);
}

fn products_of(part: usize) {
    let mut names: Vec<String> = fs::read_dir(workspace().join("www/catalog/products"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.matches('.').count() == 1)
        .collect();
    names.sort();
    assert!(names.len() >= 72, "as many as were promised");
    browse(async |desk| {
        for name in names.iter().skip(part).step_by(PARTS) {
            let (facts, prose) = (read(name), read(&name.replace(".json", ".en.json")));
            let variants = facts["variants"].as_array().cloned().unwrap_or_default();
            for variant in &variants {
                one_way(desk, &facts, &prose, variant).await;
            }
            if variants.is_empty() {
                desk.open(&format!("#/product/{}", text(&facts["id"]))).await;
                desk.until_heading_is_seen().await;
                assert!(desk.seen().await.contains("No app of your own needed"), "{name}");
            }
            assert_eq!(desk.console().await, [], "{name}");
        }
    });
}

fn read(name: &str) -> Value {
    let path = workspace().join("www/catalog/products").join(name);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

async fn one_way(desk: &Desk, facts: &Value, prose: &Value, variant: &Value) {
    let route = format!("#/product/{}?variant={}", text(&facts["id"]), text(&variant["id"]));
    // Its own entries: the ways to connect a product share them.
    desk.open("#/tools").await;
    desk.open(&route).await;
    desk.until_heading_is_seen().await;
    // What is kept of the products before is asked about.
    let folded = "const one = named('summary', 'Clear everything'); if (one) one.click(); return Boolean(one);";
    let asks = desk.script(folded, &[]).await == json!(true);
    desk.press(if asks { "Clear it for all of them" } else { "Clear everything" }).await;
    let filled = fill_all(desk, facts, prose, AWKWARD).await;
    let shows = "all('button', panel()).filter((one) => nameOf(one).startsWith('Show ')).forEach((one) => one.click())";
    desk.script(shows, &[]).await;
    let (_, rows) = desk.panel().await;
    let shown: BTreeMap<&str, &str> = rows.iter().map(|row| (row.label.as_str(), row.text.as_str())).collect();
    let values = list(&variant["values"]);
    for value in values {
        let label = text(&value["label"]);
        let is_shared = values.iter().filter(|other| other["label"] == value["label"]).count() > 1;
        let name = if is_shared { format!("{}/{label}", text(&value["group"])) } else { label.to_owned() };
        let Some(template) = value["template"].as_str() else { continue };
        let value = shown.get(name.as_str()).copied().unwrap_or_default();
        match filled_template(template, &filled) {
            Some(expected) => assert_eq!(value, expected, "{route}: {name}"),
            // The page knows which are selected.
            None => assert!(template.contains("{scopes}") && !value.is_empty(), "{route}: {name}"),
        }
    }
    let mut refused = Vec::new();
    for block in list(&variant["blocks"]) {
        let shown = block_text(desk, block).await;
        // Some formats cannot contain everything, and say so.
        if shown.starts_with("The value of ") {
            refused.push(block);
        } else {
            expect_block(&route, block, &shown, &filled);
        }
    }
    if !refused.is_empty() {
        let filled = fill_all(desk, facts, prose, PLAIN).await;
        for block in refused {
            expect_block(&route, block, &block_text(desk, block).await, &filled);
        }
    }
}

/// Fills every field that is there, and returns what the names in templates stand for.
async fn fill_all(desk: &Desk, facts: &Value, prose: &Value, odd: &str) -> BTreeMap<String, String> {
    desk.open_all_steps().await;
    let secret = json!("secret");
    let mut texts: Vec<(String, String, String)> = Vec::new();
    for (name, input) in facts["inputs"].as_object().into_iter().flatten() {
        let label = input["label"].as_str().unwrap_or_else(|| text(&prose["inputs"][name]["label"]));
        let example = match input["kind"] {
            ref kind if *kind == secret => odd,
            _ => input["example"].as_str().unwrap_or("example"),
        };
        texts.push((name.clone(), label.to_owned(), example.to_owned()));
    }
    let answer = json!({ "access_token": TOKEN, "token_type": "bearer", "refresh_token": REFRESH, "expires_in": 3599 });
    for (name, label, typed) in [
        ("account_id", "Account ID", format!("acc-{odd}")),
        ("client_id", "Client ID", format!("id-{odd}")),
        ("client_secret", "Client Secret", format!("secret-{odd}")),
        ("secret_token", "Secret Token", format!("token-{odd}")),
        ("second.client_id", "Client ID of the second app", format!("id2-{odd}")),
        ("second.client_secret", "Client Secret of the second app", format!("secret2-{odd}")),
        ("event_url", "Event notification URL", "https://events.example.com/a?b=c".to_owned()),
        ("authorize_url", "Authorization endpoint", "https://id.example.com/authorize".to_owned()),
        ("token_url", "Token endpoint", "https://id.example.com/token".to_owned()),
        ("", "Zoom’s response", answer.to_string()),
        ("", "Server’s response", answer.to_string()),
    ] {
        texts.push((name.to_owned(), label.to_owned(), typed));
    }
    let there = desk.text_fields().await;
    let mut filled = BTreeMap::from([
        ("authorize_url".to_owned(), "https://zoom.us/oauth/authorize".to_owned()),
        ("token_url".to_owned(), "https://zoom.us/oauth/token".to_owned()),
        ("access_token".to_owned(), TOKEN.to_owned()),
        ("refresh_token".to_owned(), REFRESH.to_owned()),
    ]);
    for (name, label, typed) in texts.into_iter().filter(|(_, label, _)| there.contains(label)) {
        desk.fill(&label, &typed).await;
        filled.insert(name, typed);
    }
    if there.iter().any(|label| label == "Redirect URL") {
        let offered = desk.content("Redirect URL").await;
        let address = if offered.is_empty() { "https://www.example.com/callback".to_owned() } else { offered };
        desk.fill("Redirect URL", &address).await;
        filled.insert("redirect_url".to_owned(), address);
    }
    filled
}

/// A template with its names replaced; nothing where a name stands for what the page itself works out.
fn filled_template(template: &str, filled: &BTreeMap<String, String>) -> Option<String> {
    let (mut text, mut rest) = (String::new(), template);
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        // Two of them are one brace.
        if rest.starts_with("{{") || rest.starts_with("}}") {
            text.push_str(&rest[..1]);
            rest = &rest[2..];
            continue;
        }
        let (name, behind) = rest[1..].split_once('}')?;
        text.push_str(filled.get(name)?);
        rest = behind;
    }
    Some(text + rest)
}

/// A block as it is shown, with its secrets.
async fn block_text(desk: &Desk, block: &Value) -> String {
    let shows = "all('button', panel()).filter((one) => nameOf(one).startsWith('Show ')).forEach((one) => one.click())";
    desk.script(shows, &[]).await;
    let script = "return document.querySelector(`[data-block=\"${arguments[0]}\"] [data-value]`)?.textContent ?? ''";
    let shown = desk.until("the block is there", script, &[block["id"].clone()], |shown| shown != "").await;
    text(&shown).to_owned()
}

fn expect_block(route: &str, block: &Value, shown: &str, filled: &BTreeMap<String, String>) {
    let id = text(&block["id"]);
    let format = serde_json::from_value(block["format"].clone()).unwrap();
    let read = read_block(shown, format);
    for line in list(&block["lines"]) {
        let key = text(&line[0]);
        let expected = match &line[1] {
            Value::String(template) => filled_template(template, filled),
            literal => Some(literal.to_string()),
        };
        // EXPOSE: it is compared with what was typed.
        let value = read.values.iter().find(|value| value.key == key).map(|value| value.value.expose().to_owned());
        assert!(expected.is_some() && value == expected, "{route}: {id}, {key}: {value:?}\n{shown}");
    }
}
