//! A text with placeholders, filled with what is entered.

use super::endpoints;
use crate::catalog::{Hole, Placeholder, Template};
use crate::desk::tools::token_answer;
use crate::desk::{Desk, Field, PlainField, ReturnedTokens};
use crate::oauth::{Secret, joined};

/// What a template can be filled with.
pub(in crate::desk) struct Filling<'d> {
    desk: &'d Desk,
    tokens: ReturnedTokens,
    scopes: String,
    authorize_url: Option<String>,
    token_url: Option<String>,
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

    fn value(&self, hole: &Hole) -> Option<&str> {
        let session = self.desk.session();
        let Hole::Value(placeholder) = hole else { return None };
        match placeholder {
            Placeholder::AccountId => Some(session.plain(PlainField::AccountId)),
            Placeholder::ClientId => Some(session.plain(PlainField::ClientId)),
            // EXPOSE: it is joined into the value of a field of the product, which is a secret again.
            Placeholder::ClientSecret => Some(session.entry(Field::ClientSecret).expose()),
            Placeholder::RedirectUrl => Some(session.plain(PlainField::RedirectUrl)),
            // EXPOSE: as above.
            Placeholder::RefreshToken => self.tokens.refresh_token.as_ref().map(Secret::expose),
            // EXPOSE: as above.
            Placeholder::AccessToken => self.tokens.access_token.as_ref().map(Secret::expose),
            Placeholder::Scopes => Some(&self.scopes),
            Placeholder::AuthorizeUrl => self.authorize_url.as_deref(),
            Placeholder::TokenUrl => self.token_url.as_deref(),
            Placeholder::SecretToken
            | Placeholder::EventUrl
            | Placeholder::SecondClientId
            | Placeholder::SecondClientSecret => None,
        }
    }
}
