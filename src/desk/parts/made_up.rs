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
    let url = |path: &str| format!("https://{HOST}/{path}");
    Some(match field {
        Field::AccountId => value(desk, field, "AccountId"),
        Field::ClientId => value(desk, field, "ClientId"),
        Field::ClientSecret => value(desk, field, "ClientSecret"),
        Field::SecondClientId => value(desk, field, "SecondClientId"),
        Field::SecondClientSecret => value(desk, field, "SecondClientSecret"),
        Field::SecretToken => value(desk, field, "SecretToken"),
        Field::State => value(desk, field, "State"),
        Field::Code => value(desk, field, "Code"),
        // One that the product prescribes comes by itself, with what it is built from.
        Field::RedirectUrl if is_prescribed(desk) => return None,
        Field::RedirectUrl => url("callback"),
        Field::EventUrl => url("events"),
        // Elsewhere the endpoints are known, and a field for a different one stays empty.
        Field::AuthorizeEndpoint if is_unknown_server() => url("authorize"),
        Field::TokenEndpoint if is_unknown_server() => url("token"),
        field => match desk.input_facts(field)?.kind {
            InputKind::Host => HOST.to_owned(),
            InputKind::Site => format!("https://{HOST}"),
            InputKind::Url => url("path"),
            InputKind::Email => format!("somebody@{HOST}"),
            InputKind::Word | InputKind::Text => VALUE.to_owned(),
            InputKind::Secret => value(desk, field, "Secret"),
            InputKind::Port | InputKind::Choice => return None,
        },
    })
}

/// A value of the length that the provider's have. Two installations share none.
fn value(desk: &Desk, field: Field, name: &str) -> String {
    let number = if desk.shown_installation() == Installation::Second { "2" } else { "" };
    let length = desk.shape(field).length.unwrap_or(LENGTH);
    [VALUE, number, name].concat().chars().chain(VALUE.chars().cycle()).take(length).collect()
}

fn is_prescribed(desk: &Desk) -> bool {
    desk.variant().and_then(|variant| variant.redirect.as_ref()).is_some_and(|redirect| !redirect.offered.is_empty())
}
