//! The sketches of the provider's pages.

use crate::catalog::{Sketch, Source};
use crate::desk::Desk;

/// The sketches for a line, each with the provider's own name of the line.
#[must_use]
pub fn sketches<'d>(desk: &'d Desk, line: &'d str) -> Vec<(&'d str, &'d Sketch)> {
    desk.guide().map_or_else(Vec::new, |guide| guide.sketches(line).collect())
}

/// The sources of those names in the provider's file.
#[must_use]
pub fn provider_sources<'d>(desk: &'d Desk, names: &[String]) -> Vec<&'d Source> {
    let Some(provider) = desk.provider() else { return Vec::new() };
    names.iter().filter_map(|name| provider.sources.get(name)).collect()
}
