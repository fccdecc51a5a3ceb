//! Sketches of the provider's pages: its words, and where to look.

use serde::Deserialize;
use strum::IntoStaticStr;

use super::Confidence;

/// A page of the provider, or a part of one. It says which words are there, not where exactly they are.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sketch {
    /// Its name.
    pub id: String,
    /// What is on the page, from above to below.
    pub parts: Vec<SketchPart>,
    /// How sure the words are.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    pub source: Vec<String>,
}

/// Something on a page.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SketchPart {
    /// What it is.
    pub kind: SketchKind,
    /// The provider's own words.
    pub text: String,
    /// The lines for which it is the place to look at: names in `tasks`. The sketch is shown with each of them.
    #[serde(default)]
    pub look: Vec<String>,
}

/// What there is on a page.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SketchKind {
    /// A heading.
    Heading,
    /// An item of a menu.
    Menu,
    /// A tab.
    Tab,
    /// Something to choose from.
    Choice,
    /// A field.
    Field,
    /// An option that is on or off.
    Switch,
    /// A button.
    Button,
}

impl SketchKind {
    /// Its name in the markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl Sketch {
    /// Whether it has something to look at for this line of the provider.
    #[must_use]
    pub fn is_for(&self, task: &str) -> bool {
        self.parts.iter().any(|part| part.is_for(task))
    }
}

impl SketchPart {
    /// Whether it is what to look at for this line of the provider.
    #[must_use]
    pub fn is_for(&self, task: &str) -> bool {
        self.look.iter().any(|known| known == task)
    }
}
