//! Every file of `www/catalog/`, checked against the others.

use std::collections::BTreeSet;

use authdesk::blocks::BlockFormat;
use authdesk::catalog::{
    Block, Card, Category, Choice, Events, File, Filter, Flow, FromProduct, GrantType, Guide, Input, InputProse, Local,
    Named, NoApp, Placeholder, Product, ProductProse, Provider, Redirect, ScopeSet, SecondApp, Source, Task, Value,
    Variant, VariantProse,
};
use authdesk::desk::input_shape;
use authdesk::reading::input_findings;
use serde::de::DeserializeOwned;
use strum::{VariantArray, VariantNames};

use super::load::*;
use super::sentences::says_the_same;

#[test]
fn every_guide_is_whole_in_every_language() {
    let mut faults = Vec::new();
    for (id, language) in all_guides() {
        if let Err(found) = guide(&id, language).check() {
            faults.extend(found.iter().map(|fault| format!("{language}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_file_is_one_that_the_page_can_ask_for() {
    let mut expected = BTreeSet::from(
        ["README.md", "index.json", "words.json", "local.json", "scopes/zoom.json", "scopes/zoom.LICENSE.txt"]
            .map(str::to_owned),
    );
    let tables = [("errors", ids("errors")), ("choosers", ids("choosers"))];
    for (folder, ids) in tables.into_iter().chain([("products", product_ids()), ("providers", provider_ids())]) {
        for id in ids {
            expected.insert(format!("{folder}/{id}.json"));
            // Of a product, any language but English may be missing.
            let languages = LANGUAGES
                .iter()
                .filter(|language| folder != "products" || **language == "en" || prose(&id, language).is_some());
            expected.extend(languages.map(|language| format!("{folder}/{id}.{language}.json")));
        }
    }
    let mut found = BTreeSet::new();
    for folder in ["", "products", "providers", "scopes", "errors", "choosers"] {
        found.extend(names_in(folder).into_iter().map(|name| match folder {
            "" => name,
            folder => format!("{folder}/{name}"),
        }));
    }
    assert_eq!(found, expected);
}

#[test]
fn every_file_carries_its_own_name() {
    for id in product_ids() {
        let product = product(&id);
        assert_eq!(product.id.as_str(), id);
        assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{id}");
    }
    for id in provider_ids() {
        assert_eq!(provider(&id).id, id);
    }
}

#[test]
fn every_source_has_a_title_and_is_used() {
    for id in product_ids() {
        let product = product(&id);
        let used = sourced(&product).into_iter().flat_map(|(_, sources)| sources).collect();
        sources_are_sound(&id, &product.sources, &used);
    }
    for id in provider_ids() {
        let provider = provider(&id);
        let mut used: BTreeSet<&String> = provider.tasks.values().flat_map(|task| &task.source).collect();
        used.extend(provider.apps.values().flat_map(|app| &app.source));
        used.extend(provider.facts.values().flat_map(|fact| &fact.source));
        let rules = provider.redirect_modes.iter().flat_map(|mode| &mode.rules);
        used.extend(rules.flat_map(|rule| &rule.source));
        used.extend(provider.api.iter().flat_map(|api| &api.calls).flat_map(|call| &call.source));
        sources_are_sound(&id, &provider.sources, &used);
    }
}

#[track_caller]
pub(super) fn sources_are_sound(id: &str, sources: &Named<Source>, used: &BTreeSet<&String>) {
    assert_eq!(&sources.keys().collect::<BTreeSet<_>>(), used, "{id}: sources listed and sources used");
    for (name, source) in sources {
        assert!(!source.title.is_empty(), "{id}: {name} has no title");
    }
}

/// A copy that nobody else can find is not the vendor's own text.
#[test]
fn what_was_read_only_where_nobody_can_look_is_not_confirmed() {
    for id in product_ids() {
        let facts: serde_json::Value = read(&format!("products/{id}.json"));
        let is_nowhere = |source: &serde_json::Value| source["url"].is_null() && source["date"].is_null();
        let nowhere: Vec<&String> = facts["sources"]
            .as_object()
            .unwrap()
            .iter()
            .filter(|(_, one)| is_nowhere(one))
            .map(|(name, _)| name)
            .collect();
        let mut open = vec![&facts];
        while let Some(value) = open.pop() {
            let sources: Vec<&str> =
                value["source"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_str).collect();
            let is_elsewhere = sources.iter().any(|name| !nowhere.iter().any(|one| one == name));
            let is_confirmed = value["sure"].as_str().unwrap_or("confirmed") == "confirmed";
            assert!(sources.is_empty() || is_elsewhere || !is_confirmed, "{id}: {value}");
            open.extend(value.as_object().into_iter().flat_map(|object| object.values()));
            open.extend(value.as_array().into_iter().flatten());
        }
    }
}

/// The facts of a product, each with its place and its sources.
fn sourced(product: &Product) -> Vec<(String, &Vec<String>)> {
    let mut all: Vec<(String, &Vec<String>)> = Vec::new();
    all.extend(product.inputs.iter().map(|(name, input)| (format!("inputs.{name}"), &input.source)));
    all.extend(product.tasks.iter().map(|(name, task)| (format!("tasks.{name}"), &task.source)));
    all.extend(product.corrections.iter().map(|one| (format!("corrections.{}", one.id), &one.source)));
    all.extend(product.no_app.iter().map(|no_app| ("no_app".to_owned(), &no_app.source)));
    for variant in &product.variants {
        all.extend(sourced_in(variant).into_iter().map(|(place, source)| (format!("{}.{place}", variant.id), source)));
    }
    all
}

fn sourced_in(variant: &Variant) -> Vec<(String, &Vec<String>)> {
    let mut all: Vec<(String, &Vec<String>)> = Vec::new();
    if let Some(redirect) = &variant.redirect {
        all.push(("redirect".to_owned(), &redirect.source));
        all.extend(redirect.from_product.iter().map(|from| ("redirect.from_product".to_owned(), &from.source)));
    }
    if let Some(events) = &variant.events {
        all.push(("events".to_owned(), &events.source));
        all.extend(events.from_product.iter().map(|from| ("events.from_product".to_owned(), &from.source)));
    }
    all.extend(variant.second_app.iter().map(|second| ("second_app".to_owned(), &second.source)));
    all.extend(variant.scopes.iter().map(|set| (format!("scopes.{}", set.id), &set.source)));
    all.extend(variant.values.iter().map(|value| (format!("values.{}", variant.value_name(value)), &value.source)));
    all.extend(variant.blocks.iter().map(|block| (format!("blocks.{}", block.id), &block.source)));
    all
}

#[test]
fn every_fact_has_a_source() {
    let unsourced = |tasks: &Named<Task>| -> Vec<String> {
        tasks.iter().filter(|(_, task)| task.source.is_empty()).map(|(name, _)| name.clone()).collect()
    };
    for id in product_ids() {
        let product = product(&id);
        let without: Vec<String> =
            sourced(&product).into_iter().filter(|(_, source)| source.is_empty()).map(|(place, _)| place).collect();
        // What to do with values of a product we do not know is no fact about anything.
        let allowed: &[&str] = if id == "other-server" { &["tasks.enter-values"] } else { &[] };
        assert_eq!(without, allowed, "{id}");
    }
    for id in provider_ids() {
        let provider = provider(&id);
        assert!(unsourced(&provider.tasks).is_empty(), "{id}");
        assert!(provider.apps.values().all(|app| !app.source.is_empty()), "{id}");
    }
}

#[test]
fn every_template_can_be_filled() {
    for id in product_ids() {
        let product = product(&id);
        for template in product.variants.iter().flat_map(Variant::templates) {
            assert!(!filled_with_samples(&product, template).is_empty(), "{id}: {template:?}");
        }
    }
}

#[test]
fn every_example_of_an_input_is_one() {
    for id in product_ids() {
        for (name, input) in &product(&id).inputs {
            let example = input.example.as_deref().unwrap_or_default();
            let found = input_shape(input.kind).map(|shape| input_findings(example, shape)).unwrap_or_default();
            assert_eq!(found, [], "{id}: inputs.{name}: {example}");
        }
    }
}

#[test]
fn a_variant_asks_only_for_what_its_app_has() {
    for id in product_ids() {
        for variant in &product(&id).variants {
            let place = format!("{id}: {}", variant.id);
            let needs = |one: Placeholder| variant.needs(one);
            assert_eq!(
                needs(Placeholder::RefreshToken) || needs(Placeholder::AccessToken),
                variant.flow.is_some_and(|flow| flow.by_hand),
                "{place}: a token is entered by hand, or by nobody"
            );
            let server_to_server = variant.app == "server-to-server";
            assert!(!server_to_server || variant.grant() == Some(GrantType::AccountCredentials), "{place}: grant");
            assert!(!server_to_server || variant.redirect.is_none(), "{place}: no redirect URL");
            assert!(!server_to_server || variant.create.iter().any(|name| name == "provider/activate"), "{place}");
        }
    }
}

#[test]
fn no_list_names_anything_twice() {
    for id in product_ids() {
        for variant in &product(&id).variants {
            let names = variant.scopes.iter().filter(|set| set.choice != Choice::OneOf).flat_map(|set| &set.names);
            once(&id, names.chain(&variant.classic));
            once(&id, variant.create.iter().chain(&variant.credentials).chain(&variant.enter));
            for set in &variant.scopes {
                once(&id, set.names.iter());
            }
        }
    }
}

#[track_caller]
pub(super) fn once<'n>(id: &str, names: impl Iterator<Item = &'n String>) {
    let mut seen = BTreeSet::new();
    for name in names {
        assert!(seen.insert(name), "{id}: {name} twice");
    }
}

#[test]
fn a_general_app_asks_for_one_level() {
    for id in product_ids() {
        for variant in &product(&id).variants {
            for set in variant.scopes.iter().filter(|_| variant.app.starts_with("general-")) {
                let admin = set.names.iter().filter(|name| name.ends_with(":admin")).count();
                assert!(admin == 0 || admin == set.names.len(), "{id}: {} mixes levels", set.id);
                // Sub-accounts are something that few accounts have.
                let has_master = set.names.iter().any(|name| name.ends_with(":master"));
                assert!(!has_master || set.choice == Choice::Off, "{id}: {}", set.id);
                if set.choice == Choice::Always {
                    assert_eq!(admin != 0, variant.app == "general-admin-managed", "{id}: {}", set.id);
                }
            }
        }
    }
}

#[test]
fn the_examples_of_the_contract_are_valid() {
    let contract = text("README.md");
    let blocks: Vec<&str> =
        contract.split("```json\n").skip(1).map(|rest| rest.split_once("```").expect("an end").0).collect();
    // The walk, and the example that has everything.
    assert_eq!(blocks.len(), 6);
    for example in blocks.chunks(3) {
        let [facts, english, german] = example else { panic!("three blocks") };
        for (prose, language) in [(english, "en"), (german, "de")] {
            let guide = Guide { product: parsed(facts), prose: parsed(prose), ..guide("kufersql", language) };
            guide.check().unwrap();
        }
        says_the_same("example", &sentences(&parsed(english)), &sentences(&parsed(german)));
    }
}

#[test]
fn the_contract_explains_every_key_and_every_name() {
    let contract = text("README.md");
    let explains = |name: &str| assert!(contract.contains(name), "README.md does not say {name}");
    Placeholder::VARIANTS.iter().for_each(|name| explains(&format!("`{{{name}}}`")));
    Filter::VARIANTS.iter().for_each(|name| explains(&format!("\\|{name}}}`")));
    Category::VARIANTS.iter().for_each(|category| explains(&format!("`{}`", category.name())));
    BlockFormat::VARIANTS.iter().for_each(|format| explains(&format!("`{}`", format.name())));
    // The keys of a type are in the error for one that it does not have.
    for keys in [
        unknown_key::<Product>(),
        unknown_key::<Input>(),
        unknown_key::<Task>(),
        unknown_key::<Variant>(),
        unknown_key::<Flow>(),
        unknown_key::<Redirect>(),
        unknown_key::<FromProduct>(),
        unknown_key::<Events>(),
        unknown_key::<SecondApp>(),
        unknown_key::<ScopeSet>(),
        unknown_key::<Value>(),
        unknown_key::<Block>(),
        unknown_key::<NoApp>(),
        unknown_key::<ProductProse>(),
        unknown_key::<InputProse>(),
        unknown_key::<VariantProse>(),
        unknown_key::<Provider>(),
        unknown_key::<Card>(),
        unknown_key::<Local>(),
    ] {
        let (_, names) = keys.split_once("expected ").expect("the keys");
        names.split('`').skip(1).step_by(2).for_each(|key| explains(&format!("`{key}`")));
    }
}

fn unknown_key<T: DeserializeOwned + std::fmt::Debug>() -> String {
    File { name: "", text: "{\"?\": 0}" }.read::<T>().expect_err("no type has this key").to_string()
}
