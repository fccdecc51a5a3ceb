//! Values joined for a single field of a product.

use strum::VariantNames;

use super::Listed;
use crate::catalog::{Filter, Hole, Placeholder, Template, TemplateError, TemplateProblem};
use crate::desk::parts::template::Filling;
use crate::desk::{Desk, Field};
use crate::oauth::Secret;
use crate::texts::{LazyText, Text};

pub(super) const LISTED: Listed =
    Listed { title: Text::ToolCredentialString, lead: Text::ToolCredentialStringLead, reads: false };

/// What an empty template means: the joined value that one product is known to want.
const TEMPLATE: &str = "{account_id}:{client_id}";

/// Values joined for a single field.
#[derive(Clone, Debug)]
pub struct CredentialString {
    /// The template with its placeholders replaced.
    pub text: Secret,
    /// Whether a part of it is a secret.
    pub is_secret: bool,
}

/// The template, and a field for each of its placeholders.
pub(super) fn fields(desk: &Desk) -> Vec<Field> {
    let mut fields = vec![Field::Template];
    // The fields of the first template stay while a different one is typed: their content is not lost.
    for template in [Template::parse(TEMPLATE), template(desk)].iter().flatten() {
        for hole in template.placeholders() {
            let field = typed_into(hole);
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
    }
    fields
}

/// The hint below the field of the template.
pub(super) fn template_hint(desk: &Desk) -> String {
    let (names, default) = (placeholder_names(), ["`", TEMPLATE, "`"].concat());
    desk.lazy_fill(LazyText::HintTemplate, &[("names", &names), ("default", &default)])
}

/// The values joined by the template.
///
/// # Errors
///
/// A sentence that says what is missing, or what is wrong with the template.
pub fn view(desk: &Desk) -> Result<CredentialString, String> {
    let template = template(desk).map_err(|error| error_sentence(desk, &error))?;
    match Filling::new(desk).fill(&template) {
        Ok(text) => Ok(CredentialString { text, is_secret: template.placeholders().any(Placeholder::is_secret) }),
        Err(hole) => {
            let label = match hole {
                Hole::Value(placeholder) => desk.label(typed_into(*placeholder)),
                Hole::Input(name) => name.clone(),
            };
            Err(desk.texts.fill(Text::CredentialStringNeeds, &[("fields", &label)]))
        }
    }
}

/// What is wrong with a template, and where.
fn error_sentence(desk: &Desk, error: &TemplateError) -> String {
    let says = match &error.problem {
        TemplateProblem::NotClosed => desk.lazy_text(LazyText::TemplateNotClosed).to_owned(),
        TemplateProblem::NotOpened => desk.lazy_text(LazyText::TemplateNotOpened).to_owned(),
        TemplateProblem::UnknownName { .. } => {
            desk.lazy_fill(LazyText::TemplateUnknown, &[("names", &placeholder_names())])
        }
        TemplateProblem::UnknownFilter(_) => {
            let names: Vec<String> = Filter::VARIANTS.iter().map(|name| format!("`|{name}`")).collect();
            desk.lazy_fill(LazyText::TemplateUnknownFilter, &[("names", &names.join(" "))])
        }
    };
    let place = desk.texts.fill(Text::AtPlace, &[("place", &(error.at + 1).to_string())]);
    [says.as_str(), &place].join(" ")
}

fn template_text(desk: &Desk) -> &str {
    // EXPOSE: the template is filled; the result is a secret if it contains one.
    match desk.session().entry(Field::Template).expose() {
        "" => TEMPLATE,
        typed => typed,
    }
}

fn template(desk: &Desk) -> Result<Template, TemplateError> {
    let template = Template::parse(template_text(desk))?;
    template.known(&[])?;
    Ok(template)
}

/// The field into which a value is typed.
fn typed_into(hole: Placeholder) -> Field {
    match hole {
        Placeholder::AccountId => Field::AccountId,
        Placeholder::ClientId => Field::ClientId,
        Placeholder::ClientSecret => Field::ClientSecret,
        Placeholder::RedirectUrl => Field::RedirectUrl,
        Placeholder::Scopes => Field::Scopes,
        Placeholder::AuthorizeUrl => Field::AuthorizeEndpoint,
        Placeholder::TokenUrl => Field::TokenEndpoint,
        Placeholder::RefreshToken | Placeholder::AccessToken => Field::Answer,
        Placeholder::SecretToken => Field::SecretToken,
        Placeholder::EventUrl => Field::EventUrl,
        Placeholder::SecondClientId => Field::SecondClientId,
        Placeholder::SecondClientSecret => Field::SecondClientSecret,
    }
}

fn placeholder_names() -> String {
    let names: Vec<String> = Placeholder::VARIANTS.iter().map(|name| format!("`{{{name}}}`")).collect();
    names.join(" ")
}
