//! The JSON Schemas: every file of the catalog names its own and is valid by it, and they say of a file what the reader
//! of the page says.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

use std::fs;
use std::sync::LazyLock;

use authdesk::catalog::{
    Chooser, ChooserProse, ErrorProse, ErrorTable, File, FileKind, FileName, Index, Local, Product, ProductProse,
    Provider, ProviderProse, ScopeTable, SearchWords, Template, WebAddress,
};
use authdesk_catalog::Folder;
use jsonschema::Validator;
use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use strum::VariantArray;

/// The files of `www/catalog/` that a person writes or that are made from these, by their path below it.
fn files() -> Vec<String> {
    let mut all = Vec::new();
    for folder in ["", "products", "providers", "scopes", "errors", "choosers"] {
        for entry in fs::read_dir(Folder::of_checkout().path(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name.ends_with(".json") {
                all.push(if folder.is_empty() { name } else { format!("{folder}/{name}") });
            }
        }
    }
    all.sort();
    assert!(all.len() > 25, "the test reads the right folder");
    all
}

fn text(name: &str) -> String {
    fs::read_to_string(Folder::of_checkout().path(name)).unwrap()
}

fn value(name: &str) -> Value {
    serde_json::from_str(&text(name)).unwrap()
}

fn validator(kind: FileKind) -> Validator {
    jsonschema::draft7::new(&value(&kind.schema_file())).expect("a schema")
}

#[test]
fn every_file_names_its_schema_and_is_valid_by_it() {
    for name in files() {
        let kind = FileKind::of(&name).unwrap_or_else(|| panic!("{name} is of no kind"));
        let file = value(&name);
        let up = if name.contains('/') { "../" } else { "" };
        assert_eq!(file["$schema"], json!(format!("{up}{}", kind.schema_file())), "{name}");
        let faults: Vec<String> =
            validator(kind).iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    }
}

#[test]
fn every_schema_is_one() {
    for kind in FileKind::VARIANTS {
        let schema = value(&kind.schema_file());
        assert!(jsonschema::draft7::meta::is_valid(&schema), "{kind:?}");
        assert!(!validator(*kind).is_valid(&json!({ "$schema": "x", "?": 0 })), "{kind:?} takes any key");
    }
}

#[test]
fn the_schema_of_a_file_is_known_by_its_path() {
    let kind = |path: &str| FileKind::of(path);
    assert_eq!(kind("products/a.json"), Some(FileKind::Product));
    assert_eq!(kind("products/a.de.json"), Some(FileKind::ProductProse));
    assert_eq!(kind("scopes/zoom.json"), Some(FileKind::ScopeTable));
    assert_eq!(kind("local.json"), Some(FileKind::Local));
    for other in ["a.json", "schema/product.json", "products/a/b.json", "products/a.txt", "scopes/zoom.LICENSE.txt"] {
        assert_eq!(kind(other), None, "{other}");
    }
}

/// Whoever fills in a file sees these texts in the editor: they name no item of Rust.
#[test]
fn every_description_is_for_whoever_writes_a_file() {
    let mut found = 0;
    for kind in FileKind::VARIANTS {
        descriptions(&value(&kind.schema_file()), &mut |text| {
            found += 1;
            for odd in ["](", "[`", "::", "\n"] {
                assert!(!text.contains(odd), "{kind:?}: {text}");
            }
        });
        let schema = value(&kind.schema_file());
        for (key, property) in schema["properties"].as_object().unwrap() {
            assert!(property["description"].is_string(), "{kind:?}: {key} is not described");
        }
    }
    assert!(found > 150, "the test reads the right texts");
}

fn descriptions(schema: &Value, read: &mut impl FnMut(&str)) {
    match schema {
        Value::Object(members) => {
            for (key, value) in members {
                match value.as_str().filter(|_| key == "description") {
                    Some(text) => read(text),
                    None => descriptions(value, read),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| descriptions(item, read)),
        _ => {}
    }
}

/// Why the page does not read a file, if it does not.
fn misread(kind: FileKind, text: &str) -> Option<String> {
    fn read<T: DeserializeOwned>(text: &str) -> Option<String> {
        File { name: "file", text }.read::<T>().err().map(|fault| fault.to_string())
    }
    match kind {
        FileKind::Product => read::<Product>(text),
        FileKind::ProductProse => read::<ProductProse>(text),
        FileKind::Provider => read::<Provider>(text),
        FileKind::ProviderProse => read::<ProviderProse>(text),
        FileKind::ScopeTable => read::<ScopeTable>(text),
        FileKind::ErrorTable => read::<ErrorTable>(text),
        FileKind::ErrorProse => read::<ErrorProse>(text),
        FileKind::Chooser => read::<Chooser>(text),
        FileKind::ChooserProse => read::<ChooserProse>(text),
        FileKind::Index => read::<Index>(text),
        FileKind::Local => read::<Local>(text),
        FileKind::Words => read::<SearchWords>(text),
    }
}

/// A change at one place of a file: of the value there, of its key, or both gone.
fn changed(file: &Value, change: &mut impl FnMut(&Value)) {
    let values = [
        json!("x"),
        json!("{client_id}"),
        json!("{"),
        json!(""),
        json!(2),
        json!(-1),
        json!(1.5),
        json!(true),
        json!([]),
        json!(["a"]),
        json!([1, 2]),
        json!({}),
        json!({ "a": "b" }),
    ];
    each_place(file, &mut |path| {
        // Serde takes a list for an object, with the values in the order of the source; a schema does not.
        let was_object = file.pointer(path).is_some_and(Value::is_object);
        for value in values.iter().filter(|value| !(was_object && value.is_array())) {
            let mut file = file.clone();
            *file.pointer_mut(path).unwrap() = value.clone();
            change(&file);
        }
        let (parent, key) = path.rsplit_once('/').unwrap();
        let mut without = file.clone();
        match without.pointer_mut(parent).unwrap() {
            Value::Object(members) => {
                let name = key.replace("~1", "/").replace("~0", "~");
                let taken = members.remove(&name).unwrap();
                change(&without);
                let Value::Object(members) = without.pointer_mut(parent).unwrap() else { unreachable!() };
                members.insert(format!("{name}-x"), taken);
                change(&without);
            }
            Value::Array(items) => {
                items.remove(key.parse().unwrap());
                change(&without);
            }
            _ => unreachable!(),
        }
    });
}

fn each_place(file: &Value, act: &mut impl FnMut(&str)) {
    fn below(value: &Value, path: &str, act: &mut impl FnMut(&str)) {
        if !path.is_empty() {
            act(path);
        }
        match value {
            Value::Object(members) => members.iter().for_each(|(name, value)| {
                below(value, &format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")), act);
            }),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(at, item)| below(item, &format!("{path}/{at}"), act));
            }
            _ => {}
        }
    }
    below(file, "", act);
}

/// A small file that has everything a file of its kind can have: of each list the first two items, and of each named thing too.
fn small(value: &Value, is_named: bool) -> Value {
    match value {
        Value::Array(items) => items.iter().take(2).map(|item| small(item, false)).collect(),
        Value::Object(members) => {
            let most = if is_named { 2 } else { usize::MAX };
            let members = members.iter().take(most);
            Value::Object(
                members.map(|(key, value)| (key.clone(), small(value, NAMED.contains(&key.as_str())))).collect(),
            )
        }
        other => other.clone(),
    }
}

/// The keys of things by name.
const NAMED: [&str; 14] = [
    "sources",
    "inputs",
    "tasks",
    "corrections",
    "variants",
    "scope_sets",
    "values",
    "blocks",
    "apps",
    "facts",
    "rows",
    "causes",
    "clues",
    "servers",
];

#[test]
fn a_schema_says_of_a_file_what_the_reader_says() {
    let sample = include_str!("../../../tests/it/catalog/sample.rs");
    let samples = sample.split("r#\"").skip(1).map(|rest| rest.split_once("\"#").expect("an end").0);
    let local = json!({ "products": ["a-b"] }).to_string();
    let mut all: Vec<(FileKind, Value)> = Vec::new();
    for (text, kind) in samples.zip([FileKind::Product, FileKind::ProductProse]) {
        all.push((kind, serde_json::from_str(text).unwrap()));
    }
    all.push((FileKind::Local, serde_json::from_str(&local).unwrap()));
    for kind in FileKind::VARIANTS {
        let name =
            files().into_iter().filter(|name| FileKind::of(name) == Some(*kind)).max_by_key(|name| text(name).len());
        all.extend(name.map(|name| (*kind, small(&value(&name), false))));
    }
    let mut counts = [0, 0];
    for (kind, file) in all {
        let validator = validator(kind);
        let mut compare = |file: &Value| {
            let (misread, refused) = (misread(kind, &file.to_string()), validator.validate(file).err());
            counts[usize::from(refused.is_none())] += 1;
            let agree = misread.is_none() == refused.is_none() || misread.is_none() && is_known_better(kind, file);
            assert!(
                agree,
                "{kind:?}: reader: {misread:?}, schema: {}",
                refused.map_or(String::new(), |error| format!("{}: {error}", error.instance_path()))
            );
        };
        compare(&file);
        changed(&file, &mut compare);
    }
    assert!(counts.iter().all(|count| *count > 1000), "{counts:?}");
}

/// What only the schema refuses, so that an editor tells it while one types; the page refuses it when it holds the files against
/// each other.
fn is_known_better(kind: FileKind, file: &Value) -> bool {
    if kind != FileKind::Product {
        return false;
    }
    let month = file["checked"].as_str().is_some_and(|text| text.len() != 7);
    month
        || file["inputs"]
            .as_object()
            .is_some_and(|inputs: &Map<String, Value>| inputs.keys().any(|name| name.contains('-')))
}

/// The part of the schema of a product that a pattern is in.
fn part(pointer: &str) -> Validator {
    let schema = value(&FileKind::Product.schema_file());
    jsonschema::draft7::new(schema.pointer(pointer).expect("a part")).expect("a schema")
}

static TEMPLATE: LazyLock<Validator> = LazyLock::new(|| part("/definitions/Template"));
static NAME: LazyLock<Validator> = LazyLock::new(|| part("/properties/provider"));
static ADDRESS: LazyLock<Validator> = LazyLock::new(|| part("/definitions/Source/properties/url"));

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn the_pattern_of_a_template_fits_what_is_a_template(
        text in r"(\{|\}|\||a|_|9|\.|client_id|second\.client_id|base64|form| |ü|\n){0,8}",
        around in "[{}]{0,2}",
    ) {
        for text in [text.clone(), format!("{{{text}}}"), format!("{around}{{client_id|{text}}}")] {
            prop_assert_eq!(TEMPLATE.is_valid(&json!(text)), Template::parse(&text).is_ok(), "{:?}", text);
        }
    }

    #[test]
    fn the_pattern_of_a_name_fits_what_is_a_name(text in r"(a|-|9|A|\.|/|ä|_|\n){0,4}") {
        prop_assert_eq!(NAME.is_valid(&json!(text)), text.parse::<FileName>().is_ok(), "{:?}", text);
    }

    #[test]
    fn the_pattern_of_a_web_address_fits_what_is_one(
        scheme in "(https://|http://|HTTPS://|javascript:|//)?",
        rest in r"(a|:|/|\?|#|ä|\x{a0}|\x{85}|\x{3000}| |\t|\n|\x{200b}){0,4}",
    ) {
        let text = scheme + &rest;
        prop_assert_eq!(ADDRESS.is_valid(&json!(text)), text.parse::<WebAddress>().is_ok(), "{:?}", text);
    }
}

#[test]
fn the_schemas_are_small() {
    for kind in FileKind::VARIANTS {
        let length = text(&kind.schema_file()).len();
        assert!(length < 50_000, "{kind:?}: {length} bytes");
    }
}
