use super::Faults;
use crate::catalog::{Placeholder, Problem, Template, Variant, What};

/// Where a template is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// In a URL that the product prescribes.
    Redirect,
    /// In its event notification URL.
    Endpoint,
    /// In a value or a block.
    Value,
}

/// The templates of a variant, each with where it is.
pub(super) fn all(variant: &Variant) -> impl Iterator<Item = (Within, &Template)> {
    let redirects = variant.redirect.iter().flat_map(|redirect| redirect.offered.iter().chain(&redirect.allow_list));
    let endpoints = variant.events.iter().filter_map(|events| events.endpoint.as_ref());
    redirects
        .map(|template| (Within::Redirect, template))
        .chain(endpoints.map(|template| (Within::Endpoint, template)))
        .chain(variant.templates().map(|template| (Within::Value, template)))
}

impl Faults<'_> {
    /// Every hole of a template must be one that this variant fills at some point.
    pub(super) fn template(&mut self, place: &str, template: &Template, within: Within, variant: &Variant) {
        let inputs = &self.guide.product.inputs;
        let names: Vec<&str> = inputs.keys().map(String::as_str).collect();
        if let Err(error) = template.known(&names) {
            self.of_facts(place, Problem::Unreadable(error.to_string()));
        }
        let is_secret = |name: &str| inputs.get(name).is_some_and(crate::catalog::Input::is_secret);
        // It is shown, kept and part of links.
        let has_secret = within == Within::Redirect && template.inputs().any(is_secret);
        self.superfluous(place, has_secret, What::SecretRedirect);
        for placeholder in template.placeholders() {
            if let Some(needs) = missing_for(placeholder, within, variant) {
                self.of_facts(place, Problem::NeverFilled { name: placeholder.name(), needs });
            }
        }
    }
}

/// What a variant lacks that a value comes from.
fn missing_for(placeholder: Placeholder, within: Within, variant: &Variant) -> Option<&'static str> {
    if within != Within::Value && !matches!(placeholder, Placeholder::AccountId | Placeholder::ClientId) {
        return Some("a URL that is built from inputs, `account_id` and `client_id` alone");
    }
    let (is_there, needs) = match placeholder {
        Placeholder::AccountId => (variant.has_account_id(), "a `flow` with `account_credentials`"),
        Placeholder::ClientId | Placeholder::ClientSecret | Placeholder::BasicCredentials => {
            (variant.flow.is_some(), "a `flow`")
        }
        Placeholder::RedirectUrl => (variant.redirect.is_some(), "`redirect`"),
        Placeholder::RefreshToken | Placeholder::AccessToken => {
            (variant.flow.is_some_and(|flow| flow.by_hand), "a `flow` with `by_hand`")
        }
        Placeholder::EventUrl => (variant.events.is_some(), "`events`"),
        Placeholder::SecondClientId | Placeholder::SecondClientSecret => (variant.second_app.is_some(), "`second_app`"),
        // Where the Secret Token is entered is checked with the lines that show it.
        Placeholder::SecretToken | Placeholder::Scopes | Placeholder::AuthorizeUrl | Placeholder::TokenUrl => {
            (true, "")
        }
    };
    (!is_there).then_some(needs)
}
