//! Where the values of a link belong in the view that is shown.

use strum::VariantArray;

use super::{LinkKey, LinkName};
use crate::catalog::Variant;
use crate::desk::parts::fields::{asked, each_once};
use crate::desk::tools::token_request;
use crate::desk::{Desk, Field, RequestKind, Route, Tool, guide};
use crate::texts::{Language, Text};

/// Where a value belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::desk) enum Place {
    /// In a field, which is not masked.
    Field(Field),
    /// Among the sets of scopes that can be selected or left out.
    ScopeSets,
    /// In the choice of the language.
    Language,
}

impl Place {
    /// The field, if it is one.
    pub(in crate::desk) fn field(self) -> Option<Field> {
        match self {
            Place::Field(field) => Some(field),
            Place::ScopeSets | Place::Language => None,
        }
    }
}

/// What a link to this view can have values for, in the order of the view.
pub(in crate::desk) fn places(desk: &Desk) -> Vec<(LinkKey, Place)> {
    let mut places: Vec<(LinkKey, Place)> = Vec::new();
    for field in fields(desk) {
        if let Some(key) = key_of(desk, field).filter(|_| !desk.session().is_masked(field)) {
            places.push((key, Place::Field(field)));
        }
    }
    if desk.route.product().is_some() && desk.variant().is_some_and(|variant| choosable(variant).next().is_some()) {
        places.push((LinkKey::Name(LinkName::ScopeSets), Place::ScopeSets));
    }
    places.push((LinkKey::Name(LinkName::Language), Place::Language));
    places
}

/// Where a value of that key belongs in this view, if it belongs anywhere.
pub(in crate::desk) fn place(desk: &Desk, key: &LinkKey) -> Option<Place> {
    places(desk).into_iter().find(|(known, _)| known == key).map(|(_, place)| place)
}

/// Whether a key is that of an input that the product masks.
pub(in crate::desk) fn is_masked(desk: &Desk, key: &LinkKey) -> bool {
    let LinkKey::Input(name) = key else { return false };
    guide::input_field(desk, name).is_some_and(|field| desk.session().is_masked(field))
}

/// What is there now, as a link writes it.
pub(in crate::desk) fn current(desk: &Desk, place: Place) -> String {
    match place {
        // EXPOSE: the field is not masked.
        Place::Field(field) => desk.session().entry(field).expose().to_owned(),
        Place::ScopeSets => selected_sets(desk).join(","),
        Place::Language => desk.language.code().to_owned(),
    }
}

/// Whether there is such a value, where the product lists them.
pub(in crate::desk) fn is_possible(desk: &Desk, place: Place, text: &str) -> bool {
    let Place::Field(field) = place else { return true };
    desk.input_facts(field).is_none_or(|input| input.of.is_empty() || input.of.iter().any(|one| one == text))
}

/// Whether nobody has entered or chosen anything there.
pub(in crate::desk) fn is_untouched(desk: &Desk, place: Place) -> bool {
    match place {
        Place::Field(field) => desk.session().entry(field).is_empty(),
        Place::ScopeSets => desk.session().sets.is_empty(),
        // The page has a language, chosen or not, that its reader understands.
        Place::Language => false,
    }
}

/// What a place is called.
pub(in crate::desk) fn label(desk: &Desk, place: Place) -> String {
    match place {
        Place::Field(field) => desk.label(field),
        Place::ScopeSets => desk.texts.say(Text::LinkScopeSets).to_owned(),
        Place::Language => desk.texts.say(Text::LanguageLabel).to_owned(),
    }
}

/// A value as it is shown: a language by its own name.
pub(in crate::desk) fn shown(place: Place, text: &str) -> String {
    let language = text.parse().ok().filter(|_| place == Place::Language);
    language.map_or_else(|| text.to_owned(), |language: Language| language.own_name().to_owned())
}

/// The sets of scopes that can be left out.
pub(in crate::desk) fn choosable(variant: &Variant) -> impl Iterator<Item = &str> {
    variant.choosable_sets().map(|set| set.id.as_str())
}

fn selected_sets(desk: &Desk) -> Vec<&str> {
    let Some(variant) = desk.variant() else { return Vec::new() };
    choosable(variant).filter(|set| desk.session().takes(variant, set)).collect()
}

fn fields(desk: &Desk) -> Vec<Field> {
    match desk.route {
        // Which request the other page shows is not known here.
        Route::Tool(Tool::TokenRequest) => {
            each_once(RequestKind::VARIANTS.iter().flat_map(|kind| token_request::fields_for(desk, *kind)))
        }
        _ => asked(desk),
    }
}

fn key_of(desk: &Desk, field: Field) -> Option<LinkKey> {
    if field.input().is_some() {
        // Which product a tool shows is in no link.
        let input = desk.input(field).filter(|_| desk.route.product().is_some());
        return input.map(|(name, _)| LinkKey::Input(name.to_owned()));
    }
    let names = LinkName::VARIANTS.iter().map(|name| LinkKey::Name(*name));
    names.into_iter().find(|key| key.field() == Some(field))
}
