//! The values of the product's own fields: what the whole page is for.

use crate::catalog::{Confidence, Placeholder, Template};
use crate::desk::{Brought, Desk, Field, PlainField, Step};
use crate::oauth::{Secret, joined};

/// One field of the product.
#[derive(Clone, Debug)]
pub struct PanelValue<'d> {
    /// Its exact label.
    pub label: &'d str,
    /// Its value, or why there is none yet.
    pub state: ValueState,
    /// Whether it is masked.
    pub is_secret: bool,
    /// Whether the product needs it.
    pub needed: bool,
    /// How sure label and content are.
    pub sure: Confidence,
    /// A remark.
    pub remark: Option<&'d str>,
}

/// What goes into a field.
#[derive(Clone, Debug)]
pub enum ValueState {
    /// This.
    Ready(Secret),
    /// It comes with that step.
    Waits(Step),
    /// The admin's own; the remark explains it.
    Own,
}

impl Desk {
    /// The values for the product, in the order of its fields.
    #[must_use]
    pub fn panel(&self) -> Vec<PanelValue<'_>> {
        let (Some(guide), Some(variant)) = (self.guide(), self.variant()) else { return Vec::new() };
        let sources = Sources::of(self);
        let values = variant.values.iter().map(|value| PanelValue {
            label: &value.label,
            state: match &value.template {
                Some(template) => {
                    sources.fill(template).map_or_else(|hole| ValueState::Waits(self.brings(hole)), ValueState::Ready)
                }
                None => ValueState::Own,
            },
            is_secret: value.template.as_ref().is_some_and(Template::is_secret),
            needed: value.needed,
            sure: value.sure,
            remark: guide.prose.values.get(&value.label).map(String::as_str),
        });
        values.collect()
    }

    /// The step that a value comes from.
    fn brings(&self, hole: Placeholder) -> Step {
        match hole {
            Placeholder::RefreshToken | Placeholder::AccessToken if self.steps().contains(&Step::Exchange) => {
                Step::Exchange
            }
            Placeholder::RefreshToken | Placeholder::AccessToken => Step::Try,
            Placeholder::RedirectUrl | Placeholder::Scopes => Step::Create,
            Placeholder::AccountId
            | Placeholder::ClientId
            | Placeholder::ClientSecret
            | Placeholder::AuthorizeUrl
            | Placeholder::TokenUrl => Step::Credentials,
        }
    }

    /// A text with placeholders, filled with what is entered; for the tool that joins values.
    ///
    /// # Errors
    ///
    /// The first value that is not there yet.
    pub fn filled(&self, template: &Template) -> Result<Secret, Placeholder> {
        Sources::of(self).fill(template)
    }
}

/// What a template can be filled with.
struct Sources<'d> {
    desk: &'d Desk,
    tokens: Brought,
    scopes: String,
    authorize_url: Option<String>,
    token_url: Option<String>,
}

impl<'d> Sources<'d> {
    fn of(desk: &'d Desk) -> Sources<'d> {
        let scopes = match desk.variant() {
            Some(variant) if !variant.scopes.is_empty() => joined(desk.session().scopes(variant)),
            _ => desk.session().plain(PlainField::Scopes).to_owned(),
        };
        Sources {
            desk,
            tokens: desk.brought(),
            scopes,
            authorize_url: desk.authorize_endpoint().ok().map(|endpoint| endpoint.as_str().to_owned()),
            token_url: desk.token_endpoint().ok().map(|endpoint| endpoint.as_str().to_owned()),
        }
    }

    fn fill(&self, template: &Template) -> Result<Secret, Placeholder> {
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
