//! Every file of `www/catalog/`, checked against the others.

use std::collections::BTreeSet;

use authdesk::catalog::{Card, Choice, GrantType, Guide, Index, Named, Placeholder, Product, Source, Task};
use strum::VariantNames;

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
    let mut expected = BTreeSet::from(["README.md".to_owned(), "index.json".to_owned(), "scopes/zoom.json".to_owned()]);
    expected.insert("scopes/zoom.LICENSE.txt".to_owned());
    let tables = [("errors", ids("errors")), ("choosers", ids("choosers"))];
    for (folder, ids) in tables.into_iter().chain([("products", product_ids()), ("providers", provider_ids())]) {
        for id in ids {
            expected.insert(format!("{folder}/{id}.json"));
            expected.extend(LANGUAGES.map(|language| format!("{folder}/{id}.{language}.json")));
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
        assert_eq!(product.id, id);
        assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{id}");
        let (year, month) = product.checked.split_once('-').expect("year and month");
        assert!(year.len() == 4 && matches!(month.parse(), Ok(1..=12)), "{id}: {}", product.checked);
    }
    for id in provider_ids() {
        assert_eq!(provider(&id).id, id);
    }
}

#[test]
fn the_index_agrees_with_the_products() {
    let index: Index = read("index.json");
    let cards: Vec<&str> = index.products.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(cards.iter().copied().collect::<BTreeSet<_>>().len(), cards.len(), "a product with two cards");
    assert_eq!(cards.iter().map(ToString::to_string).collect::<BTreeSet<_>>(), product_ids());
    for card in &index.products {
        agrees(card, &product(&card.id), &index);
    }
    for (tag, texts) in &index.tags {
        assert_eq!(texts.keys().map(String::as_str).collect::<BTreeSet<_>>(), BTreeSet::from(LANGUAGES), "{tag}");
        assert!(index.products.iter().any(|card| card.tag == *tag), "no card says {tag}");
    }
}

#[track_caller]
fn agrees(card: &Card, product: &Product, index: &Index) {
    assert_eq!((&card.name, &card.vendor, card.minutes), (&product.name, &product.vendor, product.minutes));
    assert!(index.tags.contains_key(&card.tag), "{}: the tag {}", card.id, card.tag);
    let labels = labels(&product.variants[0]);
    assert!(!card.values.is_empty(), "{}: nothing to leave with", card.id);
    for value in &card.values {
        assert!(labels.contains(&value.as_str()), "{}: {value} is no label of the first variant", card.id);
    }
    assert!(card.keywords.iter().all(|word| *word == word.to_lowercase()), "{}: keywords in lower case", card.id);
}

#[test]
fn every_source_has_an_address_or_a_date_and_is_used() {
    for id in product_ids() {
        let product = product(&id);
        let mut used: BTreeSet<&String> = product.tasks.values().flat_map(|task| &task.source).collect();
        used.extend(product.corrections.iter().flat_map(|one| &one.source));
        for variant in &product.variants {
            used.extend(variant.redirect.iter().flat_map(|redirect| &redirect.source));
            used.extend(variant.scopes.iter().flat_map(|set| &set.source));
            used.extend(variant.values.iter().flat_map(|value| &value.source));
        }
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
        assert!(source.url.is_some() || source.date.is_some(), "{id}: {name} has neither address nor date");
        if let Some(url) = &source.url {
            assert!(url.starts_with("https://") || url.starts_with("http://"), "{id}: {name}: {url}");
            assert!(!url.contains(char::is_whitespace), "{id}: {name}: {url}");
        }
    }
}

#[test]
fn every_fact_has_a_source() {
    let unsourced = |tasks: &Named<Task>| -> Vec<String> {
        tasks.iter().filter(|(_, task)| task.source.is_empty()).map(|(name, _)| name.clone()).collect()
    };
    for id in product_ids() {
        let product = product(&id);
        // What to do with values of a product we do not know is no fact about anything.
        let allowed: &[&str] = if id == "other-server" { &["enter-values"] } else { &[] };
        assert_eq!(unsourced(&product.tasks), allowed, "{id}");
        assert!(product.corrections.iter().all(|one| !one.source.is_empty()), "{id}");
        for variant in &product.variants {
            assert!(variant.redirect.iter().all(|redirect| !redirect.source.is_empty()), "{id}");
            assert!(variant.scopes.iter().all(|set| !set.source.is_empty()), "{id}");
            assert!(variant.values.iter().all(|value| !value.source.is_empty()), "{id}");
        }
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
        for variant in &product(&id).variants {
            for (label, value) in filled(&id, variant) {
                assert!(!value.is_empty(), "{id}: {label}");
            }
        }
    }
}

#[test]
fn a_variant_asks_only_for_what_its_app_has() {
    for id in product_ids() {
        for variant in &product(&id).variants {
            let place = format!("{id}: {}", variant.id);
            let labels = labels(variant);
            assert_eq!(labels.iter().collect::<BTreeSet<_>>().len(), labels.len(), "{place}: a label twice");
            let needs = |one: Placeholder| {
                variant
                    .values
                    .iter()
                    .filter_map(|value| value.template.as_ref())
                    .any(|template| template.placeholders().any(|placeholder| placeholder == one))
            };
            assert_eq!(needs(Placeholder::AccountId), variant.has_account_id(), "{place}: Account ID");
            assert!(!needs(Placeholder::RedirectUrl) || variant.redirect.is_some(), "{place}: redirect URL");
            assert_eq!(
                needs(Placeholder::RefreshToken) || needs(Placeholder::AccessToken),
                variant.flow.by_hand,
                "{place}: a token is entered by hand, or by nobody"
            );
            let server_to_server = variant.app == "server-to-server";
            assert!(!server_to_server || variant.flow.grant == GrantType::AccountCredentials, "{place}: grant");
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
                assert!(set.names.iter().all(|name| !name.ends_with(":master")), "{id}: {}", set.id);
                if set.choice == Choice::Always {
                    assert_eq!(admin != 0, variant.app == "general-admin-managed", "{id}: {}", set.id);
                }
            }
        }
    }
}

#[test]
fn the_example_of_the_contract_is_valid() {
    let contract = text("README.md");
    let blocks: Vec<&str> =
        contract.split("```json\n").skip(1).map(|rest| rest.split_once("```").expect("an end").0).collect();
    let [facts, english, german, card] = blocks.as_slice() else { panic!("four blocks, not {}", blocks.len()) };
    for (prose, language) in [(english, "en"), (german, "de")] {
        let guide = Guide { product: parsed(facts), prose: parsed(prose), ..guide("kufersql", language) };
        guide.check().unwrap();
    }
    says_the_same("example", &sentences(&parsed(english)), &sentences(&parsed(german)));
    agrees(&parsed(card), &parsed(facts), &read("index.json"));
    let names = Placeholder::VARIANTS.iter().all(|name| contract.contains(&format!("`{{{name}}}`")));
    assert!(names, "the contract lists every name of a template");
    let keys =
        ["variants", "classic_sure", "redundant_pair", "labels_language", "by_hand", "offered", "needed", "place"];
    assert!(keys.iter().all(|key| contract.contains(&format!("`{key}`"))), "the contract explains every key");
}
