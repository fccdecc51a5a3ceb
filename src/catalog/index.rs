//! The list of products on the start view.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The file `www/catalog/index.json`.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// The provider that the tools use where nothing else is entered.
    pub provider: String,
    /// What the coloured tag of a card says, by name and language.
    pub tags: BTreeMap<String, BTreeMap<String, String>>,
    /// The products, in the order of the cards.
    pub products: Vec<Card>,
}

impl Index {
    /// Where it lies, below `www/`.
    pub const FILE: &'static str = "catalog/index.json";

    /// What the coloured tag of a card says in a language.
    #[must_use]
    pub fn tag(&self, card: &Card, language: &str) -> &str {
        self.tags.get(&card.tag).and_then(|tag| tag.get(language)).map_or("", String::as_str)
    }
}

/// A product on the start view; a test holds it against the product's own file.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// The product's file and route.
    pub id: String,
    /// As in the product's file.
    pub name: String,
    /// As in the product's file.
    pub vendor: String,
    /// A name in `tags`.
    pub tag: String,
    /// As in the product's file.
    pub minutes: u16,
    /// What one leaves with: labels of the product, as in its first variant.
    pub values: Vec<String>,
    /// Other words that people search for.
    #[serde(default)]
    pub keywords: Vec<String>,
}
