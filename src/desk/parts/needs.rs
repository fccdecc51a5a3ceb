//! Why something is not there yet.

use super::FoundIn;
use super::command::texts;
use crate::commands::Format;
use crate::desk::{Desk, Field};
use crate::reading::Finding;
use crate::texts::Text;

/// Why something cannot be shown yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Needs {
    /// A different command format.
    OtherFormat {
        /// The character that this format cannot contain: in which field, and where, counted from 0; absent: it cannot
        /// prompt for or write what this request needs.
        character: Option<(Field, usize)>,
        /// A format that can.
        instead: Option<Format>,
    },
    /// These fields are still empty.
    Fields(Vec<Field>),
    /// This field contains what no request can contain.
    Fix(Field, Finding),
}

/// Why something is not there yet; `text` names it and has a place for the fields.
#[must_use]
pub fn sentence(desk: &Desk, text: Text, needs: &Needs) -> String {
    match needs {
        Needs::OtherFormat { character, instead } => texts::cannot_sentence(desk, *character, *instead),
        Needs::Fields(fields) => {
            let labels: Vec<String> = fields.iter().map(|field| format!("**{}**", desk.label(*field))).collect();
            desk.texts.fill(text, &[("fields", &desk.texts.list(&labels))])
        }
        Needs::Fix(field, finding) => {
            let texts = FoundIn { field: Some(*field), ..FoundIn::default() };
            format!("**{}**: {}", desk.label(*field), desk.finding_sentence(finding, texts))
        }
    }
}
