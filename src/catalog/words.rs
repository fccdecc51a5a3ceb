//! What a product is found by besides its card.

use serde::{Deserialize, Serialize};

use super::Product;
use crate::named::Named;

/// The file `www/catalog/words.json`. It is made from the files of the products, and loaded with the first search: whoever
/// does not search does not pay for it.
#[derive(Debug, Default, Deserialize, Serialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SearchWords {
    /// The JSON Schema that an editor completes the file with; the page does not read it.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema_file: Option<String>,
    /// The words of each product, by its `id`.
    pub products: Named<Vec<String>>,
}

impl SearchWords {
    /// Its path, below `www/`.
    pub const FILE: &'static str = "catalog/words.json";

    /// What a product is found by: its own `words`, the labels of its fields and what is chosen in them, where these are, and the
    /// names of its files and of the settings in them, each once.
    #[must_use]
    pub fn of(product: &Product) -> Vec<String> {
        let mut words = product.words.clone();
        let mut add = |word: &str| {
            if !words.iter().any(|known| known.eq_ignore_ascii_case(word)) {
                words.push(word.to_owned());
            }
        };
        product.inputs.values().filter_map(|input| input.label.as_deref()).for_each(&mut add);
        for variant in &product.variants {
            for value in &variant.values {
                add(value.label.trim_end_matches(':'));
                value.group.iter().chain(&value.choose).for_each(|word| add(word));
                // A text without a name in it is entered as it is.
                let fixed = value.template.as_ref().filter(|template| template.holes().next().is_none());
                fixed.into_iter().for_each(|text| add(&text.with_names(|_| String::new())));
            }
            variant.place.iter().for_each(|place| add(place));
            for block in &variant.blocks {
                block.file.iter().for_each(|file| add(file));
                block.lines.iter().for_each(|line| add(line.key()));
            }
        }
        words
    }
}
