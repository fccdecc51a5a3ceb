//! A pasted discovery document. What it says is in `parts/discovery.rs`, because guides and other tools take it too.

use super::Listed;
use crate::desk::{Desk, Field};
use crate::texts::Text;

pub(super) const LISTED: Listed = Listed { title: Text::ToolDiscovery, lead: Text::ToolDiscoveryLead, reads: true };

/// None besides [`Field::Discovery`], which its view shows itself.
pub(super) fn fields(_: &Desk) -> Vec<Field> {
    Vec::new()
}
