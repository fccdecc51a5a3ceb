//! Where facts were read, and how sure they are.

use serde::Deserialize;

use super::WebAddress;

/// Where a fact was read.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What the source calls itself.
    pub title: String,
    /// Its URL, where it has one.
    pub url: Option<WebAddress>,
    /// Its own date or version, as it states it.
    pub date: Option<String>,
}

/// How sure a fact is; anything less than `Confirmed` is marked on the page.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Read in the provider's or the vendor's own text.
    #[default]
    Confirmed,
    /// Read only in somebody else's text or code.
    ThirdParty,
    /// Inferred by us from other facts.
    Inferred,
}
