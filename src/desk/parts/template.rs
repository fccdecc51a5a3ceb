//! A text with placeholders, filled with what is entered.

use super::endpoints;
use crate::catalog::{Placeholder, Template};
use crate::desk::tools::token_answer;
use crate::desk::{Brought, Desk, Field, PlainField};
use crate::oauth::{Secret, joined};

/// What a template can be filled with.
pub(in crate::desk) struct Filling<'d> {
    desk: &'d Desk,
    tokens: Brought,
    scopes: String,
    authorize_url: Option<String>,
    token_url: Option<String>,
}

impl<'d> Filling<'d> {
    /// What is entered in this view.
    pub(in crate::desk) fn of(desk: &'d Desk) -> Filling<'d> {
        let scopes = match desk.variant() {
            Some(variant) if !variant.scopes.is_empty() => joined(desk.session().scopes(variant)),
            _ => desk.session().plain(PlainField::Scopes).to_owned(),
        };
        Filling {
            desk,
            tokens: token_answer::brought(desk),
            scopes,
            authorize_url: endpoints::authorize(desk).ok().map(|endpoint| endpoint.as_str().to_owned()),
            token_url: endpoints::token(desk).ok().map(|endpoint| endpoint.as_str().to_owned()),
        }
    }

    /// A text with placeholders, filled.
    ///
    /// # Errors
    ///
    /// The first value that is not there yet.
    pub(in crate::desk) fn fill(&self, template: &Template) -> Result<Secret, Placeholder> {
        template.fill(|hole| self.value(hole).filter(|text| !text.is_empty())).map(Secret::new)
    }

    fn value(&self, hole: Placeholder) -> Option<&str> {
        let session = self.desk.session();
        match hole {
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
        }
    }
}
