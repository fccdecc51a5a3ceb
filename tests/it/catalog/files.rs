//! Every file of `www/catalog/`, checked against the others.

use std::collections::BTreeSet;

use authdesk::blocks::BlockFormat;
use authdesk::catalog::{
    Block, Card, Category, Events, File, Filter, Flow, FromProduct, Guide, Input, InputProse, Local, Named, NoApp,
    Placeholder, Product, ProductProse, Provider, Redirect, ScopeSet, SecondApp, Source, Task, Value, Variant,
    VariantProse,
};
use serde::de::DeserializeOwned;
use strum::{VariantArray, VariantNames};

use super::load::*;

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
            let languages = languages()
                .filter(|language| folder != "products" || *language == "en" || prose(&id, language).is_some());
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
fn every_source_of_a_provider_has_a_title_and_is_used() {
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

#[test]
fn every_fact_of_a_provider_has_a_source() {
    for id in provider_ids() {
        let provider = provider(&id);
        assert!(provider.tasks.values().all(|task| !task.source.is_empty()), "{id}");
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

#[track_caller]
pub(super) fn once<'n>(id: &str, names: impl Iterator<Item = &'n String>) {
    let mut seen = BTreeSet::new();
    for name in names {
        assert!(seen.insert(name), "{id}: {name} twice");
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
