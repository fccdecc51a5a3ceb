//! Checks Account ID, client ID and secret: what it says is next to the fields.

use super::Listed;
use crate::desk::{Desk, Field};
use crate::texts::Text;

pub(super) const LISTED: Listed = Listed { title: Text::ToolValues, lead: Text::ToolValuesLead, reads: true };

/// What it asks for.
pub(super) fn fields(_: &Desk) -> Vec<Field> {
    vec![Field::AccountId, Field::ClientId, Field::ClientSecret]
}
