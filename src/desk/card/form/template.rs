//! Templates in the form: what can be inserted, and what one would be with made-up values.

use strum::VariantNames;

use super::builder::Builder;
use super::mistaken::{Mistaken, Reason, mistaken};
use super::{Control, FaultFix, FaultView};
use crate::catalog::{ClientAuthentication, Hole, Placeholder, Template};
use crate::desk::Field;
use crate::desk::card::edit::Way;
use crate::desk::card::place::Place;
use crate::desk::card::tree::{Tree, way};
use crate::desk::parts::made_up::{known, value};
use crate::desk::parts::template::fields_of;
use crate::oauth::{PairEncoding, Secret, basic_credentials};
use crate::texts::Text;

/// A value that can be inserted into a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// What it is called.
    pub says: String,
    /// How it is written in a template.
    pub written: String,
}

impl Insertion {
    /// A template with it: at the end, or in the place of its own name.
    #[must_use]
    pub fn put_into(&self, template: &str, all: &[Insertion]) -> String {
        let meant = mistaken(template, all).and_then(|wrong| wrong.meant);
        if meant.as_ref() == Some(&self.written) { self.written.clone() } else { [template, &self.written].concat() }
    }
}

impl Builder<'_> {
    /// What a template of the way to connect can have.
    pub(super) fn insertions(&self) -> Vec<Insertion> {
        let empty = Tree::object();
        let variant = self.draft.facts.at(&self.of_variant(way![])).unwrap_or(&empty);
        let has = |key: &str| variant.at(&way![key]).is_some();
        let grant = variant.text_at(&way!["flow", "grant"]);
        let has_code = grant == "authorization_code";
        let by_hand = variant.at(&way!["flow", "by_hand"]) == Some(&Tree::Bool(true));
        let fits = |placeholder: &Placeholder| match placeholder {
            Placeholder::AccountId => grant == "account_credentials",
            Placeholder::ClientId
            | Placeholder::ClientSecret
            | Placeholder::BasicCredentials
            | Placeholder::Scopes
            | Placeholder::TokenUrl => has("flow"),
            Placeholder::AuthorizeUrl => has_code,
            Placeholder::RedirectUrl => has("redirect"),
            Placeholder::RefreshToken => by_hand && has_code,
            Placeholder::AccessToken => by_hand,
            Placeholder::EventUrl | Placeholder::SecretToken => has("events"),
            Placeholder::SecondClientId | Placeholder::SecondClientSecret => has("second_app"),
        };
        let all = Placeholder::VARIANTS.iter().filter_map(|name| name.parse().ok());
        let known = all
            .filter(fits)
            .map(|one: Placeholder| Insertion { says: self.say(says(one)), written: format!("{{{}}}", one.name()) });
        known.chain(self.own_insertions()).collect()
    }

    /// What is called as the admin's own inputs are.
    pub(super) fn own_insertions(&self) -> Vec<Insertion> {
        let called = |name: &String| {
            let label = [Some(&self.draft.facts), self.draft.shown_prose()].into_iter().flatten();
            let label = label.map(|tree| tree.text_at(&way!["inputs", name, "label"])).find(|label| !label.is_empty());
            Insertion { says: label.unwrap_or(name).to_owned(), written: format!("{{{name}}}") }
        };
        self.inputs().map(|name| called(&name)).collect()
    }

    /// What a template would be with made-up values; `None` for none, and for what is no template.
    pub(super) fn sample(&self, control: &Control, way: Way, text: &str) -> Option<String> {
        if !matches!(control, Control::Template(_) | Control::Templates(_)) || text.trim().is_empty() {
            return None;
        }
        let filled = |line: &str| {
            let (before, template) = content(way, line);
            Some([before, &self.filled(&Template::parse(template).ok()?)?].concat())
        };
        text.lines().map(filled).collect::<Option<Vec<String>>>().map(|lines| lines.join("\n"))
    }

    fn filled(&self, template: &Template) -> Option<String> {
        let values: Vec<(Placeholder, Secret)> =
            template.placeholders().filter_map(|one| Some((one, self.made_up(one)?))).collect();
        let filled = template.fill(|hole| match hole {
            Hole::Value(placeholder) => {
                // EXPOSE: it is made up.
                { values.iter() }.find(|(one, _)| one == placeholder).map(|(_, text)| text.expose())
            }
            Hole::Input(name) => {
                let example = self.draft.facts.text_at(&way!["inputs", name, "example"]);
                let is_there = self.draft.facts.at(&way!["inputs", name]).is_some();
                is_there.then_some(if example.is_empty() { "…" } else { example })
            }
        });
        // EXPOSE: it is made up.
        filled.ok().map(|text| text.expose().to_owned())
    }

    fn made_up(&self, placeholder: Placeholder) -> Option<Secret> {
        let text = match (placeholder, fields_of(placeholder)) {
            (Placeholder::BasicCredentials, _) => {
                let secret = Secret::new(known(Field::ClientSecret)?);
                return basic_credentials(&known(Field::ClientId)?, &secret, self.encoding()).ok();
            }
            (Placeholder::RefreshToken, _) => value("RefreshToken"),
            (Placeholder::AccessToken, _) => value("AccessToken"),
            (Placeholder::Scopes, _) => value("Scope"),
            (_, fields) => known(*fields.first()?)?,
        };
        Some(Secret::new(text))
    }

    fn encoding(&self) -> PairEncoding {
        match self.provider().map(|files| files.provider.client_authentication) {
            Some(ClientAuthentication::BasicRaw) => PairEncoding::Raw,
            _ => PairEncoding::FormEncoded,
        }
    }

    /// What a template says that whoever wrote it hardly means.
    pub(super) fn template_faults(
        &self,
        (id, place, way): (&str, &Place, Way),
        control: &Control,
        text: &str,
    ) -> Vec<FaultView> {
        let (Control::Template(all) | Control::Templates(all)) = control else { return Vec::new() };
        let lines: Vec<&str> = text.split('\n').collect();
        let told = |(at, line): (usize, &&str)| {
            let (before, template) = content(way, line);
            let Mistaken { reason, meant } = mistaken(template, all)?;
            let whole = |meant: &str| {
                let mut lines = lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
                if let Some(line) = lines.get_mut(at) {
                    *line = [before, meant].concat();
                }
                lines.join("\n")
            };
            let says = self.desk.texts.say(match reason {
                Reason::Name => Text::CardTemplateName,
                Reason::Encoding => Text::CardTemplateEncoding,
                Reason::Braces => Text::CardTemplateBraces,
            });
            let fix = meant.map(|meant| FaultFix {
                says: self.desk.texts.fill(Text::CardUseTemplate, &[("template", &meant)]),
                id: id.to_owned(),
                place: place.clone(),
                way,
                text: whole(&meant),
            });
            Some(FaultView { fix, ..FaultView::saying(says) })
        };
        lines.iter().enumerate().filter_map(told).collect()
    }
}

/// The template of a line, and what is before it.
fn content(way: Way, line: &str) -> (&str, &str) {
    let start = if way == Way::BlockLines { line.find('=').map(|at| at + 1) } else { None };
    let start = start.map_or(0, |at| at + line.get(at..).map_or(0, |rest| rest.len() - rest.trim_start().len()));
    line.split_at_checked(start).unwrap_or(("", line))
}

fn says(placeholder: Placeholder) -> Text {
    match placeholder {
        Placeholder::AccountId => Text::FieldAccountId,
        Placeholder::ClientId => Text::FieldClientId,
        Placeholder::ClientSecret => Text::FieldClientSecret,
        Placeholder::BasicCredentials => Text::CardBasicCredentials,
        Placeholder::RedirectUrl => Text::FieldRedirectUrl,
        Placeholder::RefreshToken => Text::RefreshToken,
        Placeholder::AccessToken => Text::AccessToken,
        Placeholder::Scopes => Text::FieldScopes,
        Placeholder::AuthorizeUrl => Text::FieldAuthorizeEndpoint,
        Placeholder::TokenUrl => Text::FieldTokenEndpoint,
        Placeholder::SecretToken => Text::FieldSecretToken,
        Placeholder::EventUrl => Text::FieldEventUrl,
        Placeholder::SecondClientId => Text::FieldSecondClientId,
        Placeholder::SecondClientSecret => Text::FieldSecondClientSecret,
    }
}
