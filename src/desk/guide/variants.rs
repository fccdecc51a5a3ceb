//! The ways to connect a product.

use crate::desk::Desk;

/// The ways to connect the product, each with its `id`, its name and whether it is shown; none where there is only one.
#[must_use]
pub fn variants(desk: &Desk) -> Vec<(&str, &str, bool)> {
    let Some(guide) = desk.guide().filter(|guide| guide.product.variants.len() > 1) else { return Vec::new() };
    let shown = desk.variant().map(|variant| variant.id.as_str());
    let named = guide.product.variants.iter().filter_map(|variant| {
        let prose = guide.prose.variants.get(&variant.id)?;
        Some((variant.id.as_str(), prose.name.as_str(), shown == Some(variant.id.as_str())))
    });
    named.collect()
}
