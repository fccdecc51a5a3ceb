//! A whole file or a command with a product's values in it.

use core::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer};
use strum::{IntoStaticStr, VariantArray};

use super::{Confidence, Template};

/// A file, a part of one, or a command: lines of key and content, written by the rules of a format.
#[derive(Debug, Deserialize, PartialEq)]
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

/// The formats of a block; each has rules of its own for what a value may contain and how it is written.
#[derive(Clone, Copy, Debug, Deserialize, IntoStaticStr, VariantArray, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum BlockFormat {
    /// `KEY=value` lines of a `.env` file.
    Env,
    /// `docker run` with an option for each variable.
    DockerRun,
    /// `export` lines of a shell.
    Shell,
    /// A command of a shell for each line: `<command> <key> '<value>'`.
    ShellCommand,
    /// One command of PowerShell with all lines: `<command> <key> '<value>' <key> '<value>'`.
    PowershellCommand,
    /// `key = value` lines.
    Ini,
    /// Assignments of Python.
    Python,
    /// JSON (RFC 8259).
    Json,
    /// YAML.
    Yaml,
    /// TOML.
    Toml,
    /// The language of Terraform.
    Hcl,
    /// `key=value;key=value`.
    ConnectionString,
    /// A URL with the lines as the parameters of its query.
    Url,
}

impl BlockFormat {
    /// Its name in files and in the markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether it can have a `command`.
    #[must_use]
    pub fn has_command(self) -> bool {
        self.needs_command() || self == BlockFormat::DockerRun
    }

    /// Whether there is nothing without a `command`.
    #[must_use]
    pub fn needs_command(self) -> bool {
        use BlockFormat::{PowershellCommand, ShellCommand, Url};
        matches!(self, ShellCommand | PowershellCommand | Url)
    }
}

/// One line: in the file, a list of its key and its content.
#[derive(Debug, Deserialize, PartialEq)]
pub struct BlockLine(
    /// The key, with dots where the format nests; a number between them is a place in a list.
    pub String,
    /// What it is set to.
    pub BlockContent,
);

/// What a line sets its key to.
#[derive(Debug, PartialEq)]
pub enum BlockContent {
    /// A text, which is filled first and then written by the rules of the format.
    Template(Template),
    /// A number, as it is.
    Number(serde_json::Number),
    /// `true` or `false`.
    Bool(bool),
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
            BlockContent::Number(_) | BlockContent::Bool(_) => None,
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
        Ok(BlockContent::Bool(literal))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<BlockContent, E> {
        Ok(BlockContent::Number(number.into()))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<BlockContent, E> {
        Ok(BlockContent::Number(number.into()))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<BlockContent, E> {
        let number = serde_json::Number::from_f64(number);
        number.map(BlockContent::Number).ok_or_else(|| E::custom("a number that JSON can write"))
    }
}
