//! Reads an error, wherever it was shown.

use super::Listed;
use crate::desk::parts::explanation::{self, ErrorView};
use crate::desk::{Desk, Field};
use crate::oauth::{TokenAnswer, read_pasted_answer};
use crate::reading::{Finding, FindingKind};
use crate::texts::Text;

pub(super) const LISTED: Listed = Listed { title: Text::ToolErrorAnswer, lead: Text::ToolErrorAnswerLead, reads: true };

/// What it asks for is in its reader.
pub(super) fn fields(_: &Desk) -> Vec<Field> {
    Vec::new()
}

/// What the text in the error field means; `None` while the field is empty, or if it is not an error.
#[must_use]
pub fn view(desk: &Desk) -> Option<ErrorView<'_>> {
    let pasted = desk.session().entry(Field::Error);
    if pasted.is_empty() {
        return None;
    }
    // EXPOSE: the reader works on the text itself; what it returns contains the sentence as a secret.
    explanation::of_text(desk, pasted.expose())
}

/// The findings about a text pasted as an error that is not one.
#[must_use]
pub fn findings(desk: &Desk) -> Vec<Finding> {
    // EXPOSE: only its length and its kind are used.
    let text = desk.session().entry(Field::Error).expose();
    let is_good = || matches!(read_pasted_answer(text).answer, Ok(TokenAnswer::Tokens(_)));
    if is_good() { vec![Finding::whole(FindingKind::TokensRead)] } else { Vec::new() }
}
