use authdesk::catalog::{Placeholder, Product, Variant};
use serde_json::Value;
use strum::VariantNames;

use super::Broken;

/// The product's words and templates, as they are written.
pub(super) fn broken(product: &Product, text: &Value) -> Vec<Broken> {
    let inputs = product.inputs.keys().map(String::as_str);
    let names: Vec<&str> = Placeholder::VARIANTS.iter().copied().chain(inputs).collect();
    let mut broken: Vec<Broken> = quoted(product)
        .into_iter()
        .filter_map(|(path, words)| Some(Broken::new(path, misquoted(words, &names)?)))
        .collect();
    let language = product.labels_language.as_str();
    if !is_language(language) {
        let says = format!("`{language}` is no language; write the short name of one, such as `en` or `pt-BR`");
        broken.push(Broken::new("labels_language", says));
    }
    for (at, variant) in product.variants.iter().enumerate() {
        let text = text.get("variants").and_then(|all| all.get(at)).unwrap_or(&Value::Null);
        for (path, template) in templates(variant, text) {
            let path = format!("variants.{}.{path}", variant.id);
            if path.ends_with("events.endpoint") && template.starts_with("http://") {
                broken.push(Broken::new(&path, "an event notification URL begins with `https://`; write it so"));
            }
            broken.extend(no_hole(template, &names).map(|says| Broken::new(&path, says)));
        }
    }
    broken
}

/// What is quoted from the product, letter by letter.
fn quoted(product: &Product) -> Vec<(String, &str)> {
    let mut all = vec![("name".to_owned(), product.name.as_str()), ("vendor".to_owned(), product.vendor.as_str())];
    all.extend(product.words.iter().map(|word| (format!("words.{word}"), word.as_str())));
    for (name, input) in &product.inputs {
        all.extend(input.label.iter().map(|label| (format!("inputs.{name}.label"), label.as_str())));
        all.extend(input.of.iter().map(|one| (format!("inputs.{name}.of.{one}"), one.as_str())));
    }
    for variant in &product.variants {
        let at = |key: &str| format!("variants.{}.{key}", variant.id);
        all.extend(variant.app_name.iter().map(|name| (at("app_name"), name.as_str())));
        all.extend(variant.place.iter().map(|menu| (at(&format!("place.{menu}")), menu.as_str())));
        let redirect = variant.redirect.iter().filter_map(|redirect| redirect.from_product.as_ref());
        let events = variant.events.iter().filter_map(|events| events.from_product.as_ref());
        let shown = redirect.map(|from| ("redirect", from)).chain(events.map(|from| ("events", from)));
        for (key, from) in shown {
            all.push((at(&format!("{key}.from_product.label")), from.label.as_str()));
            let places = from.place.iter();
            all.extend(places.map(|menu| (at(&format!("{key}.from_product.place.{menu}")), menu.as_str())));
        }
        for value in &variant.values {
            let at = |key: &str| at(&format!("values.{}.{key}", variant.value_name(value)));
            all.push((at("label"), value.label.as_str()));
            let more = [("group", &value.group), ("choose", &value.choose), ("press", &value.press)];
            all.extend(more.into_iter().filter_map(|(key, words)| Some((at(key), words.as_deref()?))));
        }
    }
    all
}

fn misquoted(words: &str, names: &[&str]) -> Option<String> {
    if words.trim().is_empty() {
        return Some("it is empty; write the words as the product shows them".to_owned());
    }
    if words.trim() != words {
        return Some(format!("`{words}` has a space at an end; take it out"));
    }
    let name = names.iter().find(|name| words.contains(&format!("{{{name}}}")))?;
    Some(format!("nothing is filled in here, so the page shows `{{{name}}}` as it is; write the words of the product"))
}

/// BCP 47: a language of two or three letters, and perhaps more after hyphens.
fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    let is_short = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    is_short && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The templates of a variant as they are written, each with its path in the variant.
fn templates<'t>(variant: &Variant, text: &'t Value) -> Vec<(String, &'t str)> {
    let list = |from: &'t Value, key: &str| from.get(key).and_then(Value::as_array).into_iter().flatten();
    let mut all: Vec<(String, &'t Value)> = Vec::new();
    for key in ["offered", "allow_list"] {
        let redirect = text.get("redirect").unwrap_or(&Value::Null);
        all.extend(
            list(redirect, key).map(|one| (format!("redirect.{key}.{}", one.as_str().unwrap_or_default()), one)),
        );
    }
    let endpoint = text.get("events").and_then(|events| events.get("endpoint"));
    all.extend(endpoint.map(|one| ("events.endpoint".to_owned(), one)));
    for (value, text) in variant.values.iter().zip(list(text, "values")) {
        let path = format!("values.{}.template", variant.value_name(value));
        all.extend(text.get("template").map(|one| (path, one)));
    }
    for (block, text) in variant.blocks.iter().zip(list(text, "blocks")) {
        for (line, text) in block.lines.iter().zip(list(text, "lines")) {
            all.extend(text.get(1).map(|one| (format!("blocks.{}.lines.{}", block.id, line.key()), one)));
        }
    }
    all.into_iter().filter_map(|(path, text)| Some((path, text.as_str()?))).collect()
}

/// What looks like a value to fill in, and is none.
fn no_hole(template: &str, names: &[&str]) -> Option<String> {
    for name in names {
        // A word alone, such as `scopes` or `host`, may be what goes in.
        if template == *name && name.contains(['_', '.']) {
            return Some(format!("`{name}` goes in as it is; write `{{{name}}}` for the value"));
        }
        if template.contains(&format!("${{{name}}}")) {
            return Some(format!("the value gets a `$` before it; write `{{{name}}}`"));
        }
        // With three braces, the value stands between a pair of them.
        let doubled = format!("{{{{{name}}}}}");
        let is_doubled = |(at, _): (usize, &str)| {
            let before = template.get(..at).unwrap_or_default();
            let after = template.get(at + doubled.len()..).unwrap_or_default();
            !before.ends_with('{') && !after.starts_with('}')
        };
        if template.match_indices(&doubled).any(is_doubled) {
            return Some(format!("`{{{name}}}` goes in as it is, with its braces; write `{{{name}}}` for the value"));
        }
    }
    None
}
