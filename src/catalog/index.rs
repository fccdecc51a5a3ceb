//! The list of products on the start view.

use serde::{Deserialize, Serialize};

use super::{AppKind, Category, FileName, Product};
use crate::named::Named;

/// The file `www/catalog/index.json`. It is made from the files of the products.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// The JSON Schema that an editor completes the file with; the page does not read it.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema_file: Option<String>,
    /// The `id` of the provider that the tools use where nothing else is entered.
    pub provider: FileName,
    /// The product for a server that is not in the catalog: its provider's endpoints are entered by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_server: Option<FileName>,
    /// What the app types of the products are called, by name and language.
    pub apps: Named<Named<String>>,
    /// The products, in the order of the cards.
    pub products: Vec<Card>,
}

impl Index {
    /// Its path, below `www/`.
    pub const FILE: &'static str = "catalog/index.json";

    /// The card of a product.
    #[must_use]
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.products.iter().find(|card| *card.id == *id)
    }

    /// What an app type is called in a language, or else in English; empty for one that the list does not have.
    #[must_use]
    pub fn app(&self, app: &str, language: &str) -> &str {
        let names = self.apps.get(app);
        names.and_then(|names| names.get(language).or_else(|| names.get("en"))).map_or("", String::as_str)
    }

    /// The same for one of a provider, which has a name of its own if the list has none.
    #[must_use]
    pub fn app_of<'a>(&'a self, app: &str, kind: &'a AppKind, language: &str) -> &'a str {
        Some(self.app(app, language)).filter(|name| !name.is_empty()).unwrap_or(&kind.name)
    }
}

/// A product on the start view: what its own files say.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// The product's `id`: the name of its file and of its route.
    pub id: FileName,
    /// As in the product's file.
    pub name: String,
    /// As in the product's sentences, by language, where they have one.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub names: Named<String>,
    /// As in the product's file.
    pub vendor: String,
    /// As in the product's file.
    pub category: Category,
    /// The app types of its variants, each once; none for a product that needs no app.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apps: Vec<String>,
    /// The languages besides English that have every sentence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// The languages that have some of the sentences.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partly: Vec<String>,
    /// Whether a host has added it: its languages are not known, and its words are here, not among [`SearchWords`].
    #[serde(skip)]
    pub added: Option<Vec<String>>,
}

impl Card {
    /// The card of a product; which languages its sentences have, its own file does not say.
    #[must_use]
    pub fn of(product: &Product) -> Card {
        let mut apps: Vec<String> = Vec::new();
        for variant in &product.variants {
            if !apps.contains(&variant.app) {
                apps.push(variant.app.clone());
            }
        }
        Card {
            id: product.id.clone(),
            name: product.name.clone(),
            names: Named::default(),
            vendor: product.vendor.clone(),
            category: product.category,
            apps,
            languages: Vec::new(),
            partly: Vec::new(),
            added: None,
        }
    }

    /// The product's name in a language: `name`, where `names` has none of its own.
    #[must_use]
    pub fn name_in(&self, language: &str) -> &str {
        self.names.get(language).unwrap_or(&self.name)
    }
}
