//! The sentences of a product or a provider in one language, apart from the facts.
//!
//! `**label**` marks a label of the provider or the product, `` `text` `` something to type or to read character by
//! character.

use serde::Deserialize;

use super::Sentence;
use super::sentence::Completed;
use crate::named::Named;

/// The file `www/catalog/products/<id>.<language>.json`. Each name must be in the facts, and each name of the facts in the
/// English file. A file in another language may lack any sentence.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProductProse {
    /// The JSON Schema that an editor completes the file with; the page does not read it.
    #[serde(rename = "$schema")]
    pub schema_file: Option<String>,
    /// The product's name in this language, where it is a description and not a name.
    pub name: Option<String>,
    /// The guide's heading, where "Connect … to …" does not fit.
    #[serde(default)]
    pub title: Sentence,
    /// What the admin does and gets, in one or two sentences.
    #[serde(default)]
    pub summary: Sentence,
    /// What each input is called, where the facts have no label of the product, and what to know about it.
    #[serde(default)]
    pub inputs: Named<InputProse>,
    /// A sentence for each of the product's own tasks.
    #[serde(default)]
    pub tasks: Named<Sentence>,
    /// A sentence for each correction.
    #[serde(default)]
    pub corrections: Named<Sentence>,
    /// A name for each variant, and when to choose it.
    #[serde(default)]
    pub variants: Named<VariantProse>,
    /// What each set of scopes is for.
    #[serde(default)]
    pub scope_sets: Named<Sentence>,
    /// A remark to a field, by its label, or by `group/label` where several fields have that label;
    /// needed for a field of the admin's own.
    #[serde(default)]
    pub values: Named<Sentence>,
    /// A remark to a block, by its `id`.
    #[serde(default)]
    pub blocks: Named<Sentence>,
}

impl ProductProse {
    /// The path of a product's sentences, below `www/`.
    #[must_use]
    pub fn file(id: &str, language: &str) -> String {
        format!("catalog/products/{id}.{language}.json")
    }

    /// Puts the English sentences in the places of those that are missing, and returns how many these were.
    pub fn complete(&mut self, english: &ProductProse) -> usize {
        [
            self.title.complete(&english.title),
            self.summary.complete(&english.summary),
            self.inputs.complete(&english.inputs),
            self.tasks.complete(&english.tasks),
            self.corrections.complete(&english.corrections),
            self.variants.complete(&english.variants),
            self.scope_sets.complete(&english.scope_sets),
            self.values.complete(&english.values),
            self.blocks.complete(&english.blocks),
        ]
        .into_iter()
        .sum()
    }
}

/// An input in words.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InputProse {
    /// What it is called; only where the facts have no label.
    #[serde(default)]
    pub label: Sentence,
    /// What to know about it.
    #[serde(default)]
    pub note: Sentence,
}

impl Completed for InputProse {
    fn complete(&mut self, english: &InputProse) -> usize {
        self.label.complete(&english.label) + self.note.complete(&english.note)
    }
}

/// A variant in words.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VariantProse {
    /// Its short name, as on a tab.
    #[serde(default)]
    pub name: Sentence,
    /// When to choose it; empty where there is only one.
    #[serde(default)]
    pub when: Sentence,
    /// What to enter as redirect URL; needed where the variant has one.
    #[serde(default)]
    pub redirect: Sentence,
    /// A remark about the events.
    #[serde(default)]
    pub events: Sentence,
    /// What two identical installations need, and how the other ways to connect differ in that; needed where one of the
    /// variants is a redundant pair.
    #[serde(default)]
    pub pair: Sentence,
}

impl Completed for VariantProse {
    fn complete(&mut self, english: &VariantProse) -> usize {
        self.name.complete(&english.name)
            + self.when.complete(&english.when)
            + self.redirect.complete(&english.redirect)
            + self.events.complete(&english.events)
            + self.pair.complete(&english.pair)
    }
}

/// A setting under which redirect URLs are compared, in words.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ModeProse {
    /// Its short name, as in the first column of a table.
    pub name: String,
    /// What it is, and when it applies.
    pub says: String,
}

/// The file `www/catalog/providers/<id>.<language>.json`.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProviderProse {
    /// The JSON Schema that an editor completes the file with; the page does not read it.
    #[serde(rename = "$schema")]
    pub schema_file: Option<String>,
    /// A sentence for each of the provider's tasks.
    #[serde(default)]
    pub tasks: Named<Sentence>,
    /// How to tell each app type from the similar ones.
    pub apps: Named<Sentence>,
    /// What app types are called in this language, where the provider's words are a description and not a label.
    #[serde(default)]
    pub app_names: Named<String>,
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
