//! Reads an error, wherever it was shown.

use super::{Listed, token_answer};
use crate::desk::parts::explanation::{self, ErrorView};
use crate::desk::{Desk, Field};
use crate::oauth::TokenAnswer;
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
    explanation::of_error(desk)
}

/// The findings about a text pasted as an error that is not one.
#[must_use]
pub fn findings(desk: &Desk) -> Vec<Finding> {
    let read = token_answer::reading(desk, Field::Error);
    let is_good = read.is_some_and(|read| matches!(read.answer, Ok(TokenAnswer::Tokens(_))));
    if is_good { vec![Finding::whole(FindingKind::TokensRead)] } else { Vec::new() }
}
