//! What the page would show and what is wrong nevertheless: `make product` says so.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use authdesk_catalog::{check, check_local};

const FACTS: &str = r#"{
  "schema": 2, "id": "rooms", "name": "Rooms", "vendor": "Example Ltd", "category": "booking",
  "provider": "zoom", "checked": "2026-11", "minutes": 5, "labels_language": "en",
  "sources": { "guide": { "title": "Rooms: Connect Zoom", "url": "https://www.example.com/zoom", "date": "2026-03" } },
  "inputs": { "host": { "kind": "host", "example": "rooms.example.com", "source": ["guide"] } },
  "tasks": { "test": { "sure": "inferred", "source": ["guide"] } },
  "variants": [
    {
      "id": "server-to-server", "app": "server-to-server", "flow": { "grant": "account_credentials" },
      "events": { "endpoint": "https://{host}/zoom", "source": ["guide"] },
      "create": ["provider/open-marketplace", "provider/activate"],
      "subscribe": ["provider/events-endpoint"],
      "enter": ["test"],
      "place": ["Settings"],
      "values": [
        { "label": "ID", "template": "{client_id}", "source": ["guide"] },
        { "label": "State", "choose": "on", "source": ["guide"] }
      ]
    }
  ]
}
"#;

const ENGLISH: &str = r#"{
  "summary": "You create an app and enter `one` value.",
  "inputs": { "host": { "label": "Host name" } },
  "tasks": { "test": "Click **Test**." },
  "variants": { "server-to-server": { "name": "Server-to-Server OAuth" } }
}
"#;

const GERMAN: &str = r#"{
  "summary": "Sie legen eine App an und tragen `one` Wert ein.",
  "tasks": { "test": "Klicken Sie auf **Test**." }
}
"#;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("products")).unwrap();
    folder
}

/// What is found, each with its path of keys.
fn found(folder: &Path, [facts, english, german]: [&str; 3]) -> Vec<String> {
    fs::write(folder.join("rooms.json"), facts).unwrap();
    fs::write(folder.join("rooms.en.json"), english).unwrap();
    fs::write(folder.join("rooms.de.json"), german).unwrap();
    let found = check(&folder.join("rooms.json")).err().unwrap_or_default();
    found.iter().map(|found| format!("{}: {}", found.path, found.says)).collect()
}

#[track_caller]
fn facts_find(folder: &Path, from: &str, to: &str, expected: &str) {
    assert!(FACTS.contains(from), "{from}");
    let found = found(folder, [&FACTS.replacen(from, to, 1), ENGLISH, GERMAN]);
    match (expected, found.as_slice()) {
        ("", found) => assert!(found.is_empty(), "{to}: {found:?}"),
        (expected, [one]) => assert!(one.contains(expected), "{to}: {one}"),
        (_, more) => panic!("{to}: {more:?}"),
    }
}

#[test]
fn a_fact_has_a_source_that_can_be_looked_up() {
    let folder = folder("rules-sources");
    let value = "\"template\": \"{client_id}\", \"source\": [\"guide\"]";
    facts_find(&folder, value, "\"template\": \"{client_id}\"", "values.ID: it has no source");
    facts_find(
        &folder,
        "\"sure\": \"inferred\", \"source\": [\"guide\"]",
        "\"sure\": \"inferred\"",
        "tasks.test: it has no",
    );
    let source = "\"guide\": {";
    let unused = "\"other\": { \"title\": \"X\", \"date\": \"2026\" }, \"guide\": {";
    facts_find(&folder, source, unused, "sources.other: no fact is from this source");
    for date in ["2026", "2026-10", "2026-10-01", "4f2a9c1", "deadbeef", "v5", "3.x", "V12"] {
        facts_find(&folder, "\"2026-03\"", &format!("\"{date}\""), "");
    }
    for date in ["1 Oct 2026", "October 2026", "", "yesterday", "abc"] {
        facts_find(&folder, "\"2026-03\"", &format!("\"{date}\""), "sources.guide.date: `");
    }
}

#[test]
fn labels_and_templates_are_what_they_look_like() {
    let folder = folder("rules-writing");
    for (label, expected) in [
        ("{host}", "the page shows `{host}` as it is"),
        ("Your {client_id}:", "the page shows `{client_id}`"),
        ("", "it is empty"),
        ("ID ", "has a space at an end"),
        ("{any}", ""),
        ("ID:", ""),
    ] {
        facts_find(&folder, "\"label\": \"ID\"", &format!("\"label\": \"{label}\""), expected);
    }
    facts_find(&folder, "\"on\"", "\"{host}\"", "values.State.choose: nothing is filled in");
    facts_find(&folder, "[\"Settings\"]", "[\"Settings \"]", "place.Settings : `Settings ` has a space");
    for (template, expected) in [
        ("client_id", "write `{client_id}`"),
        ("second.client_id", "write `{second.client_id}`"),
        ("{{client_id}}", "goes in as it is, with its braces"),
        ("https://x.example/{{host}}/", "goes in as it is, with its braces"),
        ("${client_id}", "gets a `$` before it"),
        ("{{{client_id}}}", ""),
        ("{{any}}", ""),
        ("${{APP_URL}}", ""),
        ("scopes", ""),
        ("my client_id is {client_id}", ""),
    ] {
        facts_find(&folder, "\"{client_id}\"", &format!("\"{template}\""), expected);
    }
    for (language, expected) in
        [("English", "is no language"), ("EN", "is no language"), ("", "is no language"), ("pt-BR", "")]
    {
        let to = format!("\"labels_language\": \"{language}\"");
        facts_find(&folder, "\"labels_language\": \"en\"", &to, expected);
    }
    facts_find(
        &folder,
        "https://{host}/zoom",
        "http://{host}/zoom",
        "events.endpoint: an event notification URL begins",
    );
}

#[test]
fn an_app_is_what_its_kind_can_be() {
    let folder = folder("rules-facts");
    facts_find(&folder, ", \"provider/activate\"", "", "create: an app of this kind must be activated");
    facts_find(
        &folder,
        "\"account_credentials\" }",
        "\"account_credentials\", \"by_hand\": true }",
        "flow: no field takes",
    );
}

#[test]
fn a_classic_scope_among_granular_ones_is_told_with_these() {
    let scopes = "\"scopes\": [{ \"id\": \"core\", \"choice\": \"always\", \"names\": [\"meeting:read:admin\"], \"source\": [\"guide\"] }], \"create\": [\"provider/scopes\", ";
    let facts = FACTS.replacen("\"create\": [", scopes, 1);
    let english = ENGLISH.replacen("\"tasks\"", "\"scope_sets\": { \"core\": \"Read.\" }, \"tasks\"", 1);
    let found = found(&folder("rules-classic"), [&facts, &english, "{}"]);
    let says = "`meeting:read:admin` is a classic name, which goes into `classic`; its granular ones are meeting:read:";
    assert!(found.len() == 1 && found.iter().all(|one| one.contains(says)), "{found:?}");
}

#[test]
fn sentences_are_plain_and_the_same_in_every_language() {
    let folder = folder("rules-prose");
    let english = |sentence: &str| {
        let english = ENGLISH.replace("You create an app and enter `one` value.", sentence);
        found(&folder, [FACTS, &english, "{}"])
    };
    assert_eq!(english("Write `<name>` or `https://x.example`, and `**`."), [""; 0]);
    for (sentence, expected) in [
        ("Click <b>Save</b>.", "HTML or a link"),
        ("See [the guide](x).", "HTML or a link"),
        ("See https://x.example for more.", "an address"),
        ("Click **Save.", "a `**` that is not closed"),
        ("Click `Save.", "a backtick that is not closed"),
        ("Click Save", "no end of a sentence"),
        ("Click Save. ", "a space at an end"),
        ("Click  Save.", "two spaces"),
    ] {
        let found = english(sentence);
        assert!(found.len() == 1 && found.iter().all(|one| one.contains(expected)), "{sentence}: {found:?}");
    }
    let german = |from: &str, to: &str| found(&folder, [FACTS, ENGLISH, &GERMAN.replace(from, to)]);
    assert_eq!(german("", ""), [""; 0]);
    let says = "tasks.test: unlike the English sentence it lacks **Test** and has **Testen**";
    assert!(german("**Test**", "**Testen**").iter().any(|one| one.starts_with(says)));
    assert!(german("`one`", "ein").iter().any(|one| one.contains("it lacks `one`;")));
    assert!(german("Klicken Sie auf **Test**.", "Click **Test**.").iter().any(|one| one.contains("translate it")));
}

#[test]
fn a_schema_that_is_named_is_the_right_one() {
    let folder = folder("rules-schema");
    let named = |path: &str| FACTS.replacen("\"schema\": 2", &format!("\"$schema\": \"{path}\", \"schema\": 2"), 1);
    assert_eq!(found(&folder, [&named("../schema/product.json"), ENGLISH, GERMAN]), [""; 0]);
    let found = found(&folder, [&named("../schema/products.json"), ENGLISH, GERMAN]);
    assert_eq!(found, ["$schema: that is not the schema of this file; write `../schema/product.json`"]);
}

#[test]
fn the_list_of_a_host_names_files_that_are_there_each_once() {
    let folder = folder("rules-local");
    let file = folder.join("local.json");
    fs::write(folder.join("products/rooms.json"), FACTS).unwrap();
    let checked = |products: &str| {
        fs::write(&file, format!("{{ \"products\": {products} }}")).unwrap();
        check_local(&file).map_err(|found| found.into_iter().map(|one| one.says).collect::<Vec<_>>())
    };
    assert_eq!(checked("[\"rooms\"]"), Ok(vec!["rooms".to_owned()]));
    assert_eq!(checked("[]"), Ok(vec!["no product".to_owned()]));
    assert_eq!(
        checked("[\"rooms\", \"rooms\"]"),
        Err(vec!["`rooms` is listed twice; take one of them out".to_owned()])
    );
    for (products, part) in [
        ("[\"tines\"]", "a product of the release"),
        ("[\"halls\"]", "there is no "),
        ("[\"Rooms\"]", "is no name of a file"),
    ] {
        let said = checked(products).unwrap_err();
        assert!(said.len() == 1 && said[0].contains(part), "{products}: {said:?}");
    }
}
