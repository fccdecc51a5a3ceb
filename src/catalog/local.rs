//! Products that a host has added to the site.

use serde::Deserialize;

use super::FileName;

/// The file `www/catalog/local.json`: a host adds products with it that are not in the list of the release.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Local {
    /// The JSON Schema that an editor completes the file with; the page does not read it.
    #[serde(rename = "$schema")]
    pub schema_file: Option<String>,
    /// The `id` of each product; its files are in `www/catalog/products/`.
    pub products: Vec<FileName>,
    /// `false`: browsers keep no copy of the page for use without its server. The service worker reads it, not the page.
    pub offline: Option<bool>,
}

impl Local {
    /// Its path, below `www/`.
    pub const FILE: &'static str = "catalog/local.json";
}
