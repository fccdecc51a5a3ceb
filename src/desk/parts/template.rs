//! A text with placeholders, filled with what is entered.

use strum::VariantNames;

use super::cover::{Cover, cover};
use super::endpoints;
use super::fields::each_once;
use crate::catalog::{Filter, Hole, Placeholder, Template};
use crate::desk::tools::token_answer;
use crate::desk::{Desk, Field, PlainField, ReturnedTokens, guide};
use crate::oauth::{Secret, basic_credentials, joined};

/// What a template can be filled with.
pub(in crate::desk) struct Filling<'d> {
    desk: &'d Desk,
    tokens: ReturnedTokens,
    scopes: String,
    authorize_url: Option<String>,
    token_url: Option<String>,
    event_url: Option<Secret>,
    basic_credentials: Option<Secret>,
}

impl<'d> Filling<'d> {
    /// What is entered in this view.
    pub(in crate::desk) fn new(desk: &'d Desk) -> Filling<'d> {
        let scopes = match desk.variant() {
            Some(variant) if !variant.scopes.is_empty() => joined(desk.session().scopes(variant)),
            _ => desk.session().plain(PlainField::Scopes).to_owned(),
        };
        Filling {
            desk,
            tokens: token_answer::returned_tokens(desk),
            scopes,
            authorize_url: endpoints::authorize(desk).ok().map(|endpoint| endpoint.as_str().to_owned()),
            token_url: endpoints::token(desk).ok().map(|endpoint| endpoint.as_str().to_owned()),
            event_url: event_url(desk),
            basic_credentials: credentials(desk),
        }
    }

    /// A template with its holes filled.
    ///
    /// # Errors
    ///
    /// The first hole for which there is nothing yet.
    pub(in crate::desk) fn fill<'t>(&self, template: &'t Template) -> Result<Secret, &'t Hole> {
        template.fill(|hole| self.value(hole).filter(|text| !text.is_empty()))
    }

    /// Whether there is something for a hole.
    pub(in crate::desk) fn has(&self, hole: &Hole) -> bool {
        self.value(hole).is_some_and(|text| !text.is_empty())
    }

    fn value(&self, hole: &Hole) -> Option<&str> {
        let session = self.desk.session();
        let Hole::Value(placeholder) = hole else { return url_part(self.desk, hole) };
        match placeholder {
            Placeholder::AccountId => Some(session.plain(PlainField::AccountId)),
            Placeholder::ClientId => Some(session.plain(PlainField::ClientId)),
            // EXPOSE: it is joined into the value of a field of the product, which is a secret again.
            Placeholder::ClientSecret => Some(session.entry(Field::ClientSecret).expose()),
            // EXPOSE: as above.
            Placeholder::BasicCredentials => self.basic_credentials.as_ref().map(Secret::expose),
            Placeholder::RedirectUrl => Some(session.plain(PlainField::RedirectUrl)),
            // EXPOSE: as above.
            Placeholder::RefreshToken => self.tokens.refresh_token.as_ref().map(Secret::expose),
            // EXPOSE: as above.
            Placeholder::AccessToken => self.tokens.access_token.as_ref().map(Secret::expose),
            Placeholder::Scopes => Some(&self.scopes),
            Placeholder::AuthorizeUrl => self.authorize_url.as_deref(),
            Placeholder::TokenUrl => self.token_url.as_deref(),
            // EXPOSE: as above.
            Placeholder::SecretToken => Some(session.entry(Field::SecretToken).expose()),
            // EXPOSE: as above.
            Placeholder::EventUrl => self.event_url.as_ref().map(Secret::expose),
            Placeholder::SecondClientId => Some(session.plain(PlainField::SecondClientId)),
            // EXPOSE: as above.
            Placeholder::SecondClientSecret => Some(session.entry(Field::SecondClientSecret).expose()),
        }
    }
}

/// What a hole of a URL that the product prescribes is filled with, once it is there and right: an input, the Account ID or
/// the client ID.
pub(in crate::desk) fn url_part<'d>(desk: &'d Desk, hole: &Hole) -> Option<&'d str> {
    let field = url_field(desk, hole)?;
    // EXPOSE: what is built from a secret is a secret again.
    let text = desk.session().entry(field).expose();
    (!text.is_empty() && desk.fault(field).is_none()).then_some(text)
}

/// The fields that are missing for these templates, or that must be fixed first; each once.
pub(in crate::desk) fn missing_fields<'t>(
    desk: &Desk,
    templates: impl IntoIterator<Item = &'t Template>,
) -> Vec<Field> {
    let holes = templates.into_iter().flat_map(Template::holes).filter(|hole| url_part(desk, hole).is_none());
    each_once(holes.filter_map(|hole| url_field(desk, hole)))
}

/// The fields whose content a template is filled with, each once.
pub(in crate::desk) fn filled_from(desk: &Desk, template: &Template) -> Vec<Field> {
    each_once(template.holes().flat_map(|hole| filling_fields(desk, hole)))
}

/// The fields whose content a hole is filled with.
pub(in crate::desk) fn filling_fields(desk: &Desk, hole: &Hole) -> Vec<Field> {
    match hole {
        Hole::Input(_) => url_field(desk, hole).into_iter().collect(),
        Hole::Value(Placeholder::EventUrl) => match endpoint(desk) {
            Some(endpoint) => filled_from(desk, endpoint),
            None => vec![Field::EventUrl],
        },
        Hole::Value(placeholder) => fields_of(*placeholder).to_vec(),
    }
}

/// What the pair of a client is made from.
pub(in crate::desk) const PAIR: [Field; 2] = [Field::ClientId, Field::ClientSecret];

/// The fields into which the value of a placeholder is entered, if nothing prescribes it.
pub(in crate::desk) fn fields_of(placeholder: Placeholder) -> &'static [Field] {
    match placeholder {
        Placeholder::AccountId => &[Field::AccountId],
        Placeholder::ClientId => &[Field::ClientId],
        Placeholder::ClientSecret => &[Field::ClientSecret],
        Placeholder::BasicCredentials => &PAIR,
        Placeholder::RedirectUrl => &[Field::RedirectUrl],
        // What is read from a response is as the server sent it.
        Placeholder::RefreshToken | Placeholder::AccessToken => &[],
        Placeholder::Scopes => &[Field::Scopes],
        Placeholder::AuthorizeUrl => &[Field::AuthorizeEndpoint],
        Placeholder::TokenUrl => &[Field::TokenEndpoint],
        Placeholder::SecretToken => &[Field::SecretToken],
        Placeholder::EventUrl => &[Field::EventUrl],
        Placeholder::SecondClientId => &[Field::SecondClientId],
        Placeholder::SecondClientSecret => &[Field::SecondClientSecret],
    }
}

/// The filters as they are written.
pub(in crate::desk) fn filter_names() -> String {
    let names: Vec<String> = Filter::VARIANTS.iter().map(|name| format!("`|{name}`")).collect();
    names.join(" ")
}

fn url_field(desk: &Desk, hole: &Hole) -> Option<Field> {
    match hole {
        Hole::Input(name) => guide::input_field(desk, name),
        Hole::Value(Placeholder::AccountId) => Some(Field::AccountId),
        Hole::Value(Placeholder::ClientId) => Some(Field::ClientId),
        Hole::Value(_) => None,
    }
}

/// Whether a template is filled with a secret, or with what somebody has pasted into the wrong field and is masked there.
pub(in crate::desk) fn is_secret(desk: &Desk, template: &Template) -> bool {
    let is_secret_hole = |hole: &Hole| match hole {
        Hole::Input(name) => {
            let input = desk.guide().and_then(|guide| guide.product.inputs.get(name));
            input.is_some_and(crate::catalog::Input::is_secret)
        }
        Hole::Value(Placeholder::EventUrl) => endpoint(desk).is_some_and(|endpoint| is_secret(desk, endpoint)),
        Hole::Value(placeholder) => placeholder.is_secret(),
    };
    let is_masked = |field: Field| !matches!(cover(desk, field), Cover::Nothing);
    template.holes().any(is_secret_hole) || filled_from(desk, template).into_iter().any(is_masked)
}

fn endpoint(desk: &Desk) -> Option<&Template> {
    desk.variant()?.events.as_ref()?.endpoint.as_ref()
}

/// The event notification URL: as the product prescribes it, or as it was pasted.
fn event_url(desk: &Desk) -> Option<Secret> {
    match endpoint(desk) {
        Some(endpoint) => endpoint.fill(|hole| url_part(desk, hole)).ok(),
        None => Some(desk.session().entry(Field::EventUrl).clone()),
    }
}

/// The pair of the client, as it is in the header to this view's server; without a secret it is not there yet.
fn credentials(desk: &Desk) -> Option<Secret> {
    let (id, secret) = (desk.session().plain(PlainField::ClientId), desk.session().entry(Field::ClientSecret));
    if secret.is_empty() { None } else { basic_credentials(id, secret, desk.pair_encoding()).ok() }
}
