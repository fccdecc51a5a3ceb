//! A product's facts: which app it needs in Zoom, with which scopes, and what its own fields are called.

use serde::Deserialize;

#[cfg(feature = "schema")]
use super::json_schema::input_names;
use super::{Category, Confidence, FileName, Input, SchemaVersion, Source, Step, Task, Variant};
use crate::named::Named;

/// The file `www/catalog/products/<id>.json`.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// The JSON Schema that an editor completes the file with; the page does not read it.
    #[serde(rename = "$schema")]
    pub schema_file: Option<String>,
    /// Which version of this shape the file has.
    pub schema: SchemaVersion,
    /// The name in the route, equal to the file's name.
    pub id: FileName,
    /// The product's name as its vendor writes it.
    pub name: String,
    /// The vendor's name as it writes it itself.
    pub vendor: String,
    /// What it is for.
    pub category: Category,
    /// What people search for besides the names and labels, as the vendor writes it: the technical name of a plugin, names
    /// of files, old names.
    #[serde(default)]
    pub words: Vec<String>,
    /// The provider it connects to: the name of a file in `www/catalog/providers/`.
    pub provider: FileName,
    /// The month the facts were last read against their sources, as `2026-11`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-(0[1-9]|1[0-2])$")))]
    pub checked: String,
    /// How long the whole guide takes, in minutes.
    pub minutes: u32,
    /// The language of the product's own labels (BCP 47); they are quoted, never translated.
    pub labels_language: String,
    /// Where facts were read, by the short name that `source` lists refer to.
    pub sources: Named<Source>,
    /// What the admin knows besides the credentials, by the name that templates use; at most eight.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(extend("maxProperties" = Input::MOST, "propertyNames" = input_names())))]
    pub inputs: Named<Input>,
    /// Lines of the guide that belong to this product alone, by name; the sentence is in the prose.
    #[serde(default)]
    pub tasks: Named<Task>,
    /// What the vendor's own guide has wrong or out of date.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// The ways to connect it, the recommended one first; at least one, unless it needs no app.
    #[serde(default)]
    pub variants: Vec<Variant>,
    /// What to do instead, for a product that needs no app of one's own.
    pub no_app: Option<NoApp>,
}

impl Product {
    /// The path of a product's facts, below `www/`.
    #[must_use]
    pub fn file(id: &str) -> String {
        format!("catalog/products/{id}.json")
    }
}

/// A fault of the vendor's guide; the sentence is in the prose.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Its name in the prose.
    pub id: String,
    /// The step of the guide in which it matters; absent: it is only in the list at the end.
    pub step: Option<Step>,
    /// How sure our correction is.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    #[serde(default)]
    pub source: Vec<String>,
}

/// A product that is connected without an app of one's own.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NoApp {
    /// What to do instead, line by line; as in a variant.
    pub lines: Vec<String>,
    /// Names in `sources`.
    #[serde(default)]
    pub source: Vec<String>,
}
