//! The sentences of a product or a provider in one language, apart from the facts.
//!
//! `**label**` marks a label of the provider or the product, `` `text` `` something to type or to read character by
//! character.

use serde::Deserialize;

use crate::named::Named;

/// The file `www/catalog/products/<id>.<language>.json`. Each name must be in the facts, and each name of the facts here.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ProductProse {
    /// The product's name in this language, where it is a description and not a name.
    pub name: Option<String>,
    /// The guide's heading, where "Connect … to …" does not fit.
    pub title: Option<String>,
    /// What the admin does and gets, in one or two sentences.
    pub summary: String,
    /// A sentence for each of the product's own tasks.
    #[serde(default)]
    pub tasks: Named<String>,
    /// A sentence for each correction.
    #[serde(default)]
    pub corrections: Named<String>,
    /// A name for each variant, and when to choose it.
    pub variants: Named<VariantProse>,
    /// What each set of scopes is for.
    #[serde(default)]
    pub scope_sets: Named<String>,
    /// A remark to a field, by its label; needed for a field without a template.
    #[serde(default)]
    pub values: Named<String>,
}

impl ProductProse {
    /// The path of a product's sentences, below `www/`.
    #[must_use]
    pub fn file(id: &str, language: &str) -> String {
        format!("catalog/products/{id}.{language}.json")
    }
}

/// A variant in words.
#[derive(Debug, Deserialize, PartialEq)]
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

/// A [`ComparisonMode`](super::ComparisonMode) in words.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ModeProse {
    /// Its short name, as in the first column of a table.
    pub name: String,
    /// What it is, and when it applies.
    pub says: String,
}

/// The file `www/catalog/providers/<id>.<language>.json`.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ProviderProse {
    /// A sentence for each of the provider's tasks.
    #[serde(default)]
    pub tasks: Named<String>,
    /// How to tell each app type from the similar ones.
    pub apps: Named<String>,
    /// Each way of comparing redirect URLs, by its `id`.
    #[serde(default)]
    pub redirect_modes: Named<ModeProse>,
}

impl ProviderProse {
    /// The path of a provider's sentences, below `www/`.
    #[must_use]
    pub fn file(id: &str, language: &str) -> String {
        format!("catalog/providers/{id}.{language}.json")
    }
}
