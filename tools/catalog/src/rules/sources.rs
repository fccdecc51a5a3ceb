use std::collections::BTreeSet;

use authdesk::catalog::{Confidence, Guide, Product, Source, Variant};

use super::Broken;

/// A fact, with its place in the file.
struct Fact<'p> {
    path: String,
    sources: &'p [String],
    sure: Confidence,
}

pub(super) fn broken(guide: &Guide) -> Vec<Broken> {
    let product = &guide.product;
    let facts = all(product);
    let mut broken = Vec::new();
    let is_nowhere = |source: &Source| source.url.is_none() && source.date.is_none();
    for Fact { path, sources, sure } in &facts {
        // What to do with the values of a product that nobody knows is no fact about anything.
        let is_about_nothing = guide.provider.endpoints.is_none() && path.starts_with("tasks.");
        if sources.is_empty() && !is_about_nothing {
            let says = "it has no source; name in `source` where it was read, by a name of `sources`";
            broken.push(Broken::new(path, says));
        }
        let mut known = sources.iter().filter_map(|name| product.sources.get(name)).peekable();
        if *sure == Confidence::Confirmed && known.peek().is_some() && known.all(is_nowhere) {
            let says = "nobody can look up a source without `url` and `date`; add one of them, or write `\"sure\": \"third_party\"`";
            broken.push(Broken::new(path, says));
        }
    }
    let used: BTreeSet<&String> = facts.iter().flat_map(|fact| fact.sources).collect();
    for (name, source) in &product.sources {
        let path = format!("sources.{name}");
        if !used.contains(name) {
            broken.push(Broken::new(&path, "no fact is from this source; name it in a `source`, or take it out"));
        }
        if source.title.trim().is_empty() {
            broken.push(Broken::new(format!("{path}.title"), "the title is empty; write what the source calls itself"));
        }
        let is_date = |date: &str| date.contains(|ch: char| ch.is_ascii_digit()) && !date.contains(char::is_whitespace);
        // A commit can be of letters alone.
        let is_commit = |date: &str| date.len() >= 7 && date.bytes().all(|byte| byte.is_ascii_hexdigit());
        if let Some(date) = source.date.as_deref().filter(|date| !is_date(date) && !is_commit(date)) {
            let says = format!("`{date}` is no date; write it as `2026-10-01` or `2026-10`, or a version or a commit");
            broken.push(Broken::new(format!("{path}.date"), says));
        }
    }
    broken
}

fn all(product: &Product) -> Vec<Fact<'_>> {
    let mut all = Vec::new();
    let mut add = |path: String, sources, sure| all.push(Fact { path, sources, sure });
    product.inputs.iter().for_each(|(name, one)| add(format!("inputs.{name}"), &one.source, one.sure));
    product.tasks.iter().for_each(|(name, one)| add(format!("tasks.{name}"), &one.source, one.sure));
    product.corrections.iter().for_each(|one| add(format!("corrections.{}", one.id), &one.source, one.sure));
    product.no_app.iter().for_each(|one| add("no_app".to_owned(), &one.source, Confidence::Confirmed));
    product.variants.iter().for_each(|variant| all.extend(of_variant(variant)));
    all
}

fn of_variant(variant: &Variant) -> Vec<Fact<'_>> {
    let mut all = Vec::new();
    let mut add = |path: String, sources, sure| {
        all.push(Fact { path: format!("variants.{}.{path}", variant.id), sources, sure });
    };
    if let Some(redirect) = &variant.redirect {
        add("redirect".to_owned(), &redirect.source, redirect.sure);
        redirect.from_product.iter().for_each(|from| add("redirect.from_product".to_owned(), &from.source, from.sure));
    }
    if let Some(events) = &variant.events {
        add("events".to_owned(), &events.source, events.sure);
        events.from_product.iter().for_each(|from| add("events.from_product".to_owned(), &from.source, from.sure));
    }
    variant.second_app.iter().for_each(|one| add("second_app".to_owned(), &one.source, one.sure));
    variant.scopes.iter().for_each(|set| add(format!("scopes.{}", set.id), &set.source, set.sure));
    variant.values.iter().for_each(|one| add(format!("values.{}", variant.value_name(one)), &one.source, one.sure));
    variant.blocks.iter().for_each(|one| add(format!("blocks.{}", one.id), &one.source, one.sure));
    all
}
