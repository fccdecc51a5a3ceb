//! What the vendor's guide has wrong or out of date.

use crate::catalog::{Correction, Sentence, Step};
use crate::desk::Desk;

/// The faults of the vendor's guide, each with its sentence: all of them, or those that matter in a step.
#[must_use]
pub fn corrections(desk: &Desk, step: Option<Step>) -> Vec<(&Correction, &Sentence)> {
    let Some(guide) = desk.guide() else { return Vec::new() };
    let all = guide.product.corrections.iter().filter(|one| step.is_none() || one.step == step);
    all.filter_map(|one| Some((one, guide.prose.corrections.get(&one.id)?))).collect()
}
