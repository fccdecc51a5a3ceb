//! The sentences of a product or a provider in one language, apart from the facts.
//!
//! `**label**` marks a label of the provider or the product, `` `text` `` something to type or to read letter by letter.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The file `www/catalog/products/<id>.<language>.json`. Each name must be in the facts, and each name of the facts here.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductProse {
    /// The guide's heading, where "Connect … to …" does not fit.
    pub title: Option<String>,
    /// What the admin does and gets, in one or two sentences.
    pub summary: String,
    /// A sentence for each of the product's own tasks.
    #[serde(default)]
    pub tasks: BTreeMap<String, String>,
    /// A sentence for each correction.
    #[serde(default)]
    pub corrections: BTreeMap<String, String>,
    /// A name for each variant, and when to choose it.
    pub variants: BTreeMap<String, VariantProse>,
    /// What each set of scopes is for.
    #[serde(default)]
    pub scope_sets: BTreeMap<String, String>,
    /// A remark to a field, by its label; needed for a field without a template.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
}

impl ProductProse {
    /// Where the sentences of a product lie, below `www/`.
    #[must_use]
    pub fn file(id: &str, language: &str) -> String {
        format!("catalog/products/{id}.{language}.json")
    }
}

/// How a variant is called.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VariantProse {
    /// Its short name, as on a tab.
    pub name: String,
    /// When to choose it; empty where there is only one.
    #[serde(default)]
    pub when: String,
    /// What to enter as redirect URL; needed where the variant has one.
    pub redirect: Option<String>,
}

/// The file `www/catalog/providers/<id>.<language>.json`.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProviderProse {
    /// A sentence for each of the provider's tasks.
    #[serde(default)]
    pub tasks: BTreeMap<String, String>,
    /// How to tell each kind of app from its neighbours.
    pub apps: BTreeMap<String, String>,
}

impl ProviderProse {
    /// Where the sentences of a provider lie, below `www/`.
    #[must_use]
    pub fn file(id: &str, language: &str) -> String {
        format!("catalog/providers/{id}.{language}.json")
    }
}
