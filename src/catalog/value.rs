//! The fields of a product.

use serde::Deserialize;

use super::{Confidence, Template};

/// One field of the product. At most one of `template`, `choose`, `press` and `leave` says what to do with it; without
/// any it is the admin's own, and the prose explains it.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// The heading that the field is under, where the product has groups of fields.
    pub group: Option<String>,
    /// The exact label in the product, with the colon at its end if it has one there.
    pub label: String,
    /// What goes in.
    pub template: Option<Template>,
    /// What to choose: an item of a list, or the state of a checkbox.
    pub choose: Option<String>,
    /// The button that fills it.
    pub press: Option<String>,
    /// That nothing goes in.
    pub leave: Option<Leave>,
    /// Whether the product needs it.
    #[serde(default = "needed")]
    pub needed: bool,
    /// How sure label and content are.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    #[serde(default)]
    pub source: Vec<String>,
}

/// How a field is left.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Leave {
    /// Nothing is in it.
    Empty,
    /// What the product put there stays.
    AsIs,
}

/// What is done with a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ValueContent<'v> {
    /// A text goes in.
    Template(&'v Template),
    /// Something is chosen.
    Choose(&'v str),
    /// A button of the product fills it.
    Press(&'v str),
    /// Nothing is changed.
    Leave(Leave),
    /// It is the admin's own.
    Own,
}

impl Value {
    /// What is done with it.
    #[must_use]
    pub fn content(&self) -> ValueContent<'_> {
        match self {
            Value { template: Some(template), .. } => ValueContent::Template(template),
            Value { choose: Some(item), .. } => ValueContent::Choose(item),
            Value { press: Some(button), .. } => ValueContent::Press(button),
            Value { leave: Some(leave), .. } => ValueContent::Leave(*leave),
            _ => ValueContent::Own,
        }
    }

    /// In how many ways its file says what to do with it; more than one is a fault.
    pub(super) fn contents(&self) -> usize {
        let has = [self.template.is_some(), self.choose.is_some(), self.press.is_some(), self.leave.is_some()];
        has.into_iter().filter(|is_there| *is_there).count()
    }
}

/// A product needs each of its fields, unless its file says otherwise.
fn needed() -> bool {
    true
}
