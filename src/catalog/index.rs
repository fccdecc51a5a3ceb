//! The list of products on the start view.

use serde::Deserialize;

use crate::named::Named;

/// The file `www/catalog/index.json`.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// The `id` of the provider that the tools use where nothing else is entered.
    pub provider: String,
    /// What the colored tag of a card says, by name and language.
    pub tags: Named<Named<String>>,
    /// The products, in the order of the cards.
    pub products: Vec<Card>,
}

impl Index {
    /// Its path, below `www/`.
    pub const FILE: &'static str = "catalog/index.json";

    /// What the colored tag of a card says in a language; empty where the file has no text for it.
    #[must_use]
    pub fn tag(&self, card: &Card, language: &str) -> &str {
        self.tags.get(&card.tag).and_then(|tag| tag.get(language)).map_or("", String::as_str)
    }
}

/// A product on the start view; a test compares it with the product's own file.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// The product's `id`: the name of its file and of its route.
    pub id: String,
    /// As in the product's file.
    pub name: String,
    /// As in the product's sentences, by language, where they have one.
    #[serde(default)]
    pub names: Named<String>,
    /// As in the product's file.
    pub vendor: String,
    /// A name in `tags`.
    pub tag: String,
    /// As in the product's file.
    pub minutes: u32,
    /// What one leaves with: labels of the product, as in its first variant.
    pub values: Vec<String>,
    /// Other words that people search for.
    #[serde(default)]
    pub keywords: Vec<String>,
}

impl Card {
    /// The product's name in a language: `name`, where `names` has none of its own.
    #[must_use]
    pub fn name_in(&self, language: &str) -> &str {
        self.names.get(language).unwrap_or(&self.name)
    }
}
