//! The products that a pasted text names, because their guide is what a vendor's guide is replaced by.

use crate::catalog::Card;
use crate::desk::{Desk, Route};
use crate::reading::{is_coined, is_named};

/// Of more products, the text is about none.
const MOST: usize = 3;

/// A product that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedProduct<'d> {
    /// Its name, in the language of the page.
    pub name: &'d str,
    /// Its guide.
    pub route: Route,
}

/// The products that the content of the box names.
pub(super) fn named_products(desk: &Desk) -> Vec<NamedProduct<'_>> {
    // EXPOSE: only whether it contains the names of products is computed.
    let text = desk.anything.text.expose();
    // Several products are servers of OAuth themselves; a guide here is about connecting them to the provider.
    let lower = text.to_lowercase();
    let is_of_provider = desk.index.as_ref().is_some_and(|index| lower.contains(index.provider.as_str()));
    let is_alone = |card: &Card| desk.cards().filter(|other| other.vendor == card.vendor).count() == 1;
    let of_vendor = |card: &Card| {
        card.name.starts_with(&card.vendor) && is_coined(&card.vendor) && is_alone(card) && is_named(text, &card.vendor)
    };
    let named = desk.cards().filter(|card| {
        // `Name (edition)`, `Name - what it is`.
        let name = card.name.split(" (").next().and_then(|name| name.split(" - ").next()).unwrap_or(&card.name);
        (is_of_provider || card.added.is_some()) && (is_named(text, name) || of_vendor(card))
    });
    let found: Vec<NamedProduct<'_>> = named
        .map(|card| NamedProduct {
            name: desk.card_name(card),
            route: Route::Product { id: card.id.to_string(), variant: None },
        })
        .collect();
    if found.len() > MOST { Vec::new() } else { found }
}
