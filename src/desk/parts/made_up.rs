//! Made-up values for the fields of a view: what they are, and what is said of them.

use crate::catalog::InputKind;
use crate::desk::parts::fields::asked;
use crate::desk::state::made_up::{HOST, VALUE};
use crate::desk::{Desk, Field, Installation};
use crate::oauth::Secret;

/// The length of a value of which none is known.
const LENGTH: usize = 24;

/// The empty fields of this view, each with what is made up for it.
pub(in crate::desk) fn offered(desk: &Desk) -> Vec<(Field, Secret)> {
    let empty = asked(desk).into_iter().filter(|field| desk.session().entry(*field).is_empty());
    empty.filter_map(|field| Some((field, Secret::new(made_up(desk, field)?)))).collect()
}

/// Whether there is a field of this view that something can be made up for.
#[must_use]
pub fn can_be_filled(desk: &Desk) -> bool {
    !offered(desk).is_empty()
}

/// What is made up for a field, as the checks of the page want it; none if they leave no room for a mark.
fn made_up(desk: &Desk, field: Field) -> Option<String> {
    let is_unknown_server = || desk.provider().is_some_and(|provider| provider.endpoints.is_none());
    match field {
        // One that the product prescribes comes by itself, with what it is built from.
        Field::RedirectUrl if is_prescribed(desk) => return None,
        // Elsewhere the endpoints are known, and a field for a different one stays empty.
        Field::AuthorizeEndpoint | Field::TokenEndpoint if !is_unknown_server() => return None,
        _ => {}
    }
    if let Some(known) = known(field) {
        return Some(fitted(desk, field, known));
    }
    Some(match desk.input_facts(field)?.kind {
        InputKind::Host => HOST.to_owned(),
        InputKind::Site => format!("https://{HOST}"),
        InputKind::Url => url("path"),
        InputKind::Email => format!("somebody@{HOST}"),
        InputKind::Word | InputKind::Text => VALUE.to_owned(),
        InputKind::Secret => fitted(desk, field, value("Secret")),
        InputKind::Port | InputKind::Choice => return None,
    })
}

/// What is made up for a field that is the same for every product.
pub(in crate::desk) fn known(field: Field) -> Option<String> {
    Some(match field {
        Field::AccountId => value("AccountId"),
        Field::ClientId => value("ClientId"),
        Field::ClientSecret => value("ClientSecret"),
        Field::SecondClientId => value("SecondClientId"),
        Field::SecondClientSecret => value("SecondClientSecret"),
        Field::SecretToken => value("SecretToken"),
        Field::State => value("State"),
        Field::Code => value("Code"),
        Field::RedirectUrl => url("callback"),
        Field::EventUrl => url("events"),
        Field::AuthorizeEndpoint => url("authorize"),
        Field::TokenEndpoint => url("token"),
        _ => return None,
    })
}

/// A value that says what it stands for.
pub(in crate::desk) fn value(name: &str) -> String {
    [VALUE, name].concat()
}

fn url(path: &str) -> String {
    format!("https://{HOST}/{path}")
}

/// A value of the length that the provider's have; an address stays as it is. Two installations share no value.
fn fitted(desk: &Desk, field: Field, known: String) -> String {
    let Some(name) = known.strip_prefix(VALUE) else { return known };
    let number = if desk.shown_installation() == Installation::Second { "2" } else { "" };
    let length = desk.shape(field).length.unwrap_or(LENGTH);
    [VALUE, number, name].concat().chars().chain(VALUE.chars().cycle()).take(length).collect()
}

fn is_prescribed(desk: &Desk) -> bool {
    desk.variant().and_then(|variant| variant.redirect.as_ref()).is_some_and(|redirect| !redirect.offered.is_empty())
}
