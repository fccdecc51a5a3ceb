//! A language that exists only here: its files, and its line in a list. Every view says everything in it.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use authdesk::catalog::Index;
use authdesk::desk::{Desk, FileAction, Lazy, Loading, Resource, Route};
use authdesk::texts::{Language, LaterTexts, Listed, Mark, Text, Texts, marked};
use authdesk_first_paint::{Said, first_paint, notices, notices_in};
use serde_json::{Map, Value, json};
use strum::VariantArray;

static LISTED: Listed = Listed { code: "art-x-made", own_name: "⟦Made up⟧", every_product: false };
const MADE_UP: Language = Language::unlisted(&LISTED);

/// Of the products, only this one is there in the language.
const PRODUCT: &str = "kufersql";

/// Every sentence of the language is the English one between these. The first of several is shown alone in places, and so
/// is what a finding begins with.
fn made_up(english: &str) -> String {
    let sentences = |text: &str| {
        let (text, dot) = text.strip_suffix('.').map_or((text, ""), |text| (text, "."));
        format!("⟦{}⟧{dot}", text.replace(". ", "⟧. ⟦"))
    };
    match english.strip_prefix("**").and_then(|rest| rest.split_once("**")) {
        Some((bold, rest)) => format!("**{}**{}", sentences(bold), sentences(rest)),
        None => sentences(english),
    }
}

fn www() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www")
}

/// A site with the files of the language, each made of the English one.
fn site(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    copy(&www(), &folder);
    fs::copy(www().join("../index.html"), folder.join("index.html")).unwrap();
    let english = Texts::english().with_later(Some(Rc::new(LaterTexts::english())));
    for (file, is_first) in [(Texts::file(MADE_UP), true), (LaterTexts::file(MADE_UP), false)] {
        let sentences = Text::VARIANTS.iter().filter(|text| text.is_first() == is_first).map(|text| english.say(*text));
        write(&folder, &file, &sentences.map(|one| (one.to_owned(), json!(made_up(one)))).collect());
    }
    let german: Map<String, Value> = serde_json::from_str(&read(&folder, "texts/notices.de.json")).unwrap();
    let notices = german.keys().map(|english| (english.clone(), json!(made_up(english))));
    write(&folder, &format!("texts/notices.{}.json", MADE_UP.code()), &notices.collect());
    fs::write(folder.join(Index::FILE), index(&folder)).unwrap();
    folder
}

/// The list of products, as `make catalogue` would make it of these files.
fn index(folder: &Path) -> String {
    let mut index: Value = serde_json::from_str(&read(folder, Index::FILE)).unwrap();
    for names in index["apps"].as_object_mut().unwrap().values_mut() {
        names[MADE_UP.code()] = json!(made_up(names["en"].as_str().unwrap()));
    }
    let products = index["products"].as_array_mut().unwrap();
    let card = products.iter_mut().find(|card| card["id"] == PRODUCT).unwrap();
    card["languages"].as_array_mut().unwrap().push(json!(MADE_UP.code()));
    index.to_string()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            copy(&path, &to.join(name));
            continue;
        }
        fs::copy(&path, to.join(name)).unwrap();
        let is_other_product = from.ends_with("products") && name != format!("{PRODUCT}.en.json");
        if let Some(stem) = name.strip_suffix(".en.json").filter(|_| !is_other_product) {
            let english: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            let text = serde_json::to_string(&translated(english)).unwrap();
            fs::write(to.join(format!("{stem}.{}.json", MADE_UP.code())), text).unwrap();
        }
    }
}

fn translated(english: Value) -> Value {
    match english {
        Value::String(text) => json!(made_up(&text)),
        Value::Array(all) => all.into_iter().map(translated).collect(),
        Value::Object(all) => {
            let one = |(key, value): (String, Value)| match key.as_str() {
                "$schema" => (key, value),
                _ => (key, translated(value)),
            };
            Value::Object(all.into_iter().map(one).collect())
        }
        other => other,
    }
}

fn write(folder: &Path, file: &str, texts: &Map<String, Value>) {
    fs::write(folder.join(file), serde_json::to_string(texts).unwrap()).unwrap();
}

fn read(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn loaded(folder: &Path, wanted: Resource) -> FileAction {
    if wanted == Resource::Lazy {
        return FileAction::Completed(Lazy::all());
    }
    let mut loading = wanted.loading().unwrap();
    loop {
        loading = match loading {
            Loading::Waits(waiting) => {
                let text = read(folder, &waiting.file);
                waiting.arrived(&text).unwrap()
            }
            Loading::Done(action) => return action,
        };
    }
}

/// A view with everything that it asks for.
fn view(folder: &Path, fragment: &str) -> String {
    let mut desk = Desk::new(Route::parse(fragment), MADE_UP);
    while let Some(wanted) = desk.wanted().into_iter().next() {
        desk = desk.after(loaded(folder, wanted)).unwrap();
    }
    pollster::block_on(authdesk::page::paint(desk))
}

/// What is shown outside of every sentence of the language.
fn outside(markup: &str) -> Vec<String> {
    let mut shown = Vec::new();
    let mut depth = 0;
    let mut text = String::new();
    let mut chars = markup.chars();
    while let Some(ch) = chars.next() {
        match ch {
            '<' => {
                let tag: String = chars.by_ref().take_while(|ch| *ch != '>').collect();
                if depth == 0 {
                    shown.push(std::mem::take(&mut text));
                    shown.extend(said_by(&tag));
                }
            }
            '⟦' => depth += 1,
            '⟧' => depth -= 1,
            _ if depth == 0 => text.push(ch),
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{markup}");
    shown.into_iter().map(|text| text.trim().to_owned()).filter(|text| text.chars().any(char::is_alphabetic)).collect()
}

fn said_by(tag: &str) -> Option<String> {
    let (_, value) = ["aria-label=\"", "placeholder=\"", "title=\""].iter().find_map(|name| tag.split_once(name))?;
    Some(value.split('"').next()?.to_owned()).filter(|value| !value.contains('⟦'))
}

/// What the page says in English, without the names and the marks in it: what is between them and has four words.
fn english_parts() -> BTreeSet<String> {
    let texts = Texts::english().with_later(Some(Rc::new(LaterTexts::english())));
    let mut all: Vec<String> = Text::VARIANTS.iter().map(|text| texts.say(*text).to_owned()).collect();
    for folder in ["texts", "catalog/providers", "catalog/errors", "catalog/choosers", "catalog/products"] {
        for entry in fs::read_dir(www().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if name.ends_with(".en.json") {
                collect(&serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap(), &mut all);
            }
        }
    }
    let mut parts = BTreeSet::new();
    for text in &all {
        let plain = marked(text).into_iter().filter(|span| span.mark == Mark::Plain).map(|span| span.text);
        let plain = plain.flat_map(|text| text.split(['{', '}'])).map(str::trim);
        parts.extend(plain.filter(|part| part.split(' ').count() >= 4).map(str::to_owned));
    }
    parts
}

fn collect(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) => all.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| collect(value, all)),
        Value::Object(values) => values.values().for_each(|value| collect(value, all)),
        _ => {}
    }
}

#[test]
fn every_view_says_everything_in_a_language_of_which_there_are_only_files() {
    let folder = site("views");
    let english = english_parts();
    assert!(english.len() > 1000, "{}", english.len());
    for fragment in [
        "#/",
        "#/tools",
        "#/tool/basic-header",
        "#/tool/compare-redirects",
        "#/tool/token-request",
        "#/tool/scopes",
        "#/tool/app-type",
        "#/product/kufersql",
        "#/findings",
        "#/finding/blanks-around",
        "#/about/secrets",
        "#/card",
        "#/nowhere",
    ] {
        let markup = view(&folder, fragment);
        assert!(markup.matches('⟦').count() > 10, "{fragment}: {markup}");
        for text in outside(&markup) {
            let found = english.iter().find(|part| text.contains(part.as_str()));
            assert_eq!(found, None, "{fragment}: “{text}”");
        }
    }
}

#[test]
fn a_product_that_is_not_there_in_it_is_marked_as_english() {
    let folder = site("fallback");
    let markup = view(&folder, "#/product/verint-recorder");
    let note = made_up(Texts::english().with_later(Some(Rc::new(LaterTexts::english()))).say(Text::GuideEnglish));
    assert!(markup.contains(&note), "{markup}");
    assert!(markup.matches("<span lang=\"en\">").count() > 5);
    let english = english_parts();
    // Each of its sentences is in an element of its own.
    let mut rest = String::new();
    for part in markup.split("<span lang=\"en\">") {
        rest += part.split_once("</span>").map_or(part, |(_, rest)| rest);
    }
    let left: Vec<String> =
        outside(&rest).into_iter().filter(|text| english.iter().any(|part| text.contains(part.as_str()))).collect();
    assert_eq!(left, [""; 0]);
}

#[test]
fn the_first_paint_is_there_in_it_too() {
    let folder = site("first-paint");
    let painted = first_paint(&folder, &[Language::ENGLISH, MADE_UP]).unwrap();
    assert_eq!(painted["languages"], json!(["en", MADE_UP.code()]));
    let said = &painted["said"];
    let english = said[""].as_array().unwrap();
    let here = said[MADE_UP.code()].as_array().unwrap();
    assert_eq!(english.len(), here.len());
    assert!(english.contains(&json!("Search products")));
    let notices = &painted["notices"][MADE_UP.code()];
    assert_eq!(notices["Authdesk did not start."], json!("⟦Authdesk did not start⟧."));
    assert_eq!(notices["The file "], json!("⟦The file "), "what is around the name of a file is put in on its own");
}

#[test]
fn what_differs_in_two_ways_is_refused() {
    let mut said = Said::default();
    let english = "<p title=\"Two\">One</p><option lang=\"en\" value=\"en\" selected=\"selected\">Two</option>";
    said.add("xx", english, "<p title=\"Zwei\">Eins</p><option lang=\"en\" value=\"en\">Zwei</option>").unwrap();
    assert_eq!(said.apply("xx", english).matches("Zwei").count(), 2);
    let twice = said.add("xx", english, "<p title=\"Zwo\">Eins</p><option lang=\"en\" value=\"en\">Zwei</option>");
    assert_eq!(twice, Err("xx: “Two” is “Zwei” and “Zwo”".to_owned()));
    let more =
        said.add("xx", english, "<p title=\"Zwei\"><b>Eins</b></p><option lang=\"en\" value=\"en\">Zwei</option>");
    assert!(more.unwrap_err().contains("pieces of markup"));
}

/// Whatever is in the list has it: the notices leave nothing in English.
#[test]
fn every_language_of_the_list_has_a_first_paint_and_every_notice() {
    let folder = site("listed");
    let languages: Vec<Language> = Language::all().collect();
    first_paint(&folder, &languages).unwrap();
    let texts = |markup: &str| -> Vec<String> {
        let plain = markup.split("<code>").map(|part| part.split_once("</code>").map_or(part, |(_, rest)| rest));
        let texts = plain.flat_map(|part| part.split('<').filter_map(|part| Some(part.rsplit_once('>')?.1.trim())));
        texts.filter(|text| text.chars().any(char::is_alphabetic)).map(str::to_owned).collect()
    };
    let english = texts(&notices(&folder).unwrap());
    assert!(english.len() > 10, "{english:?}");
    for language in languages.into_iter().filter(|language| *language != Language::ENGLISH) {
        let here = texts(&notices_in(&folder, language).unwrap());
        let left: Vec<&String> = here.iter().filter(|text| english.contains(text)).collect();
        assert!(left.is_empty(), "{language:?}: {left:?}");
    }
}
