//! A whole file or a command with a product's values in it.

use core::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Confidence, Template};
use crate::blocks::{BlockFormat, BlockLiteral};

/// A file, a part of one, or a command: lines of key and content, written by the rules of a format.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Its name in the prose (`blocks`), unique in its variant.
    pub id: String,
    /// The file it belongs in, as the product's documentation names it.
    pub file: Option<String>,
    /// How it is written.
    pub format: BlockFormat,
    /// The lines, in their order.
    pub lines: Vec<BlockLine>,
    /// What comes before the lines of a command: its name and fixed options. For a URL, the part before the query.
    pub command: Option<String>,
    /// Fixed lines before it.
    #[serde(default)]
    pub before: Vec<String>,
    /// Fixed lines after it; for `docker run`, the image and what follows it.
    #[serde(default)]
    pub after: Vec<String>,
    /// How sure it is.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    #[serde(default)]
    pub source: Vec<String>,
}

/// One line: in the file, a list of its key and its content.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BlockLine(
    /// The key, with dots where the format nests; a number between them is a place in a list.
    pub String,
    /// What it is set to.
    pub BlockContent,
);

/// What a line sets its key to.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockContent {
    /// A text, which is filled first and then written by the rules of the format.
    Template(Template),
    /// A number or a truth value, in the words of the format.
    Literal(BlockLiteral),
}

impl BlockLine {
    /// The key.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.0
    }

    /// What it is set to.
    #[must_use]
    pub fn content(&self) -> &BlockContent {
        &self.1
    }

    /// The template of its content, if it has one.
    #[must_use]
    pub fn template(&self) -> Option<&Template> {
        match &self.1 {
            BlockContent::Template(template) => Some(template),
            BlockContent::Literal(_) => None,
        }
    }
}

impl<'de> Deserialize<'de> for BlockContent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<BlockContent, D::Error> {
        deserializer.deserialize_any(ContentVisitor)
    }
}

struct ContentVisitor;

impl Visitor<'_> for ContentVisitor {
    type Value = BlockContent;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a template, a number, true or false")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<BlockContent, E> {
        Template::parse(text).map(BlockContent::Template).map_err(E::custom)
    }

    fn visit_bool<E: de::Error>(self, literal: bool) -> Result<BlockContent, E> {
        Ok(BlockContent::Literal(BlockLiteral::Bool(literal)))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<BlockContent, E> {
        Ok(BlockContent::Literal(BlockLiteral::Number(number.into())))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<BlockContent, E> {
        Ok(BlockContent::Literal(BlockLiteral::Number(number.into())))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<BlockContent, E> {
        let number = serde_json::Number::from_f64(number);
        number
            .map(|number| BlockContent::Literal(BlockLiteral::Number(number)))
            .ok_or_else(|| E::custom("a number that JSON can write"))
    }
}
