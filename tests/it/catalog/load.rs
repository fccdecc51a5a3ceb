//! The files of `www/catalog/` as the tests read them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use authdesk::catalog::{
    File, Guide, Hole, Placeholder, Product, ProductProse, Provider, ProviderProse, Template, Variant,
};
use authdesk::texts::Language;
use serde::de::DeserializeOwned;

/// The languages of everything but products.
pub(super) fn languages() -> impl Iterator<Item = &'static str> + Clone {
    Language::all().map(Language::code)
}

pub(super) fn sample(name: Placeholder) -> &'static str {
    match name {
        // The example of CirQlive's guide.
        Placeholder::AccountId => "1234abc",
        Placeholder::ClientId => "5678def",
        Placeholder::ClientSecret => "s3cret",
        Placeholder::BasicCredentials => "aWQ6czNjcmV0",
        Placeholder::RedirectUrl => "https://www.example.com/",
        Placeholder::RefreshToken => "r3fresh",
        Placeholder::AccessToken => "acc3ss",
        Placeholder::Scopes => "one two",
        Placeholder::AuthorizeUrl => "https://server.example/authorize",
        Placeholder::TokenUrl => "https://server.example/token",
        Placeholder::SecretToken => "t0ken",
        Placeholder::EventUrl => "https://www.example.com/events",
        Placeholder::SecondClientId => "9012ghi",
        Placeholder::SecondClientSecret => "s3cond",
    }
}

/// A template with samples, or with the examples of the product's inputs.
pub(super) fn filled_with_samples(product: &Product, template: &Template) -> String {
    let value = |hole: &Hole| match hole {
        Hole::Value(placeholder) => Some(sample(*placeholder)),
        Hole::Input(name) => Some(product.inputs.get(name)?.example.as_deref().unwrap_or("1nput")),
    };
    template.fill(value).unwrap_or_else(|hole| panic!("{}: {hole}", product.id)).expose().to_owned()
}

/// The fields of a variant that a template fills, with the endpoints of its provider where it has them.
pub(super) fn filled(id: &str, variant: &Variant) -> Vec<(String, String)> {
    let product = product(id);
    let endpoints = provider(&product.provider).endpoints;
    let value = |hole: &Hole| match (hole, &endpoints) {
        (Hole::Value(Placeholder::AuthorizeUrl), Some(endpoints)) => Some(endpoints.authorize.as_str()),
        (Hole::Value(Placeholder::TokenUrl), Some(endpoints)) => Some(endpoints.token.as_str()),
        (Hole::Value(other), _) => Some(sample(*other)),
        (Hole::Input(name), _) => product.inputs.get(name)?.example.as_deref().or(Some("1nput")),
    };
    let templates = variant.values.iter().filter_map(|one| Some((one.label.clone(), one.template.as_ref()?)));
    templates.map(|(label, template)| (label, template.fill(value).unwrap().expose().to_owned())).collect()
}

pub(super) fn labels(variant: &Variant) -> Vec<&str> {
    variant.values.iter().map(|value| value.label.as_str()).collect()
}

pub(super) fn variant_of(id: &str, variant: &str) -> Variant {
    let found = product(id).variants.into_iter().find(|one| one.id == variant);
    found.unwrap_or_else(|| panic!("{id} has no variant {variant}"))
}

pub(super) fn only_variant(id: &str) -> Variant {
    let mut variants = product(id).variants;
    assert_eq!(variants.len(), 1, "{id}");
    variants.remove(0)
}

pub(super) fn provider_sentences(prose: &ProviderProse) -> BTreeMap<String, String> {
    let tasks = prose.tasks.iter().map(|(name, sentence)| (format!("tasks.{name}"), sentence.as_str().to_owned()));
    let apps = prose.apps.iter().map(|(name, sentence)| (format!("apps.{name}"), sentence.as_str().to_owned()));
    let modes = prose.redirect_modes.iter().flat_map(|(name, mode)| {
        [("name", &mode.name), ("says", &mode.says)]
            .map(|(part, text)| (format!("redirect_modes.{name}.{part}"), text.clone()))
    });
    tasks.chain(apps).chain(modes).collect()
}

pub(super) fn all_guides() -> impl Iterator<Item = (String, &'static str)> {
    product_ids().into_iter().flat_map(|id| languages().map(move |language| (id.clone(), language)))
}

pub(super) fn guide(id: &str, language: &str) -> Guide {
    let product = product(id);
    let provider = provider(&product.provider);
    let english = prose(id, "en").expect("English sentences");
    let mut own = prose(id, language).unwrap_or_default();
    own.complete(&english);
    Guide {
        language: language.to_owned(),
        prose: own,
        provider_prose: Rc::new(provider_prose(&product.provider, language)),
        scopes: provider.scope_table.as_ref().map(|name| Rc::new(read(&format!("scopes/{name}.json")))),
        product,
        provider: Rc::new(provider),
    }
}

pub(super) fn product(id: &str) -> Product {
    read(&format!("products/{id}.json"))
}

/// The sentences of a language, if there is a file of them.
pub(super) fn prose(id: &str, language: &str) -> Option<ProductProse> {
    let name = format!("products/{id}.{language}.json");
    root().join(&name).is_file().then(|| read(&name))
}

pub(super) fn provider(id: &str) -> Provider {
    read(&format!("providers/{id}.json"))
}

pub(super) fn provider_prose(id: &str, language: &str) -> ProviderProse {
    read(&format!("providers/{id}.{language}.json"))
}

pub(super) fn product_ids() -> BTreeSet<String> {
    ids("products")
}

pub(super) fn provider_ids() -> BTreeSet<String> {
    ids("providers")
}

/// The files without a language in their name.
pub(super) fn ids(folder: &str) -> BTreeSet<String> {
    let stems = names_in(folder).into_iter().filter_map(|name| name.strip_suffix(".json").map(str::to_owned));
    stems.filter(|stem| !stem.contains('.')).collect()
}

pub(super) fn names_in(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(folder)).unwrap().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
    files.map(|entry| entry.file_name().into_string().unwrap()).collect()
}

#[track_caller]
pub(super) fn read<T: DeserializeOwned>(name: &str) -> T {
    let text = text(name);
    let read = File { name: &format!("catalog/{name}"), text: &text }.read();
    read.unwrap_or_else(|fault| panic!("{fault}"))
}

#[track_caller]
pub(super) fn parsed<T: DeserializeOwned>(text: &str) -> T {
    File { name: "example", text }.read().unwrap_or_else(|fault| panic!("{fault}"))
}

#[track_caller]
pub(super) fn text(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub(super) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www/catalog")
}
