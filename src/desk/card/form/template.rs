//! Templates in the form: what can be inserted, and what one would be with made-up values.

use strum::VariantNames;

use super::builder::Builder;
use super::mistaken::{Mistaken, Reason, mistaken};
use super::{Control, FaultAdd, FaultFix, FaultView, says};
use crate::catalog::{ClientAuthentication, Hole, Placeholder, Template, TemplateError, TemplateProblem};
use crate::desk::Field;
use crate::desk::card::edit::Way;
use crate::desk::card::place::Place;
use crate::desk::card::tree::{Tree, way};
use crate::desk::card::unknown::{as_name, misspelled, shortened, unknown_names};
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
            .map(|one: Placeholder| Insertion { says: self.say(called(one)), written: format!("{{{}}}", one.name()) });
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

    /// What is wrong with the templates in a field, or hardly meant.
    pub(super) fn template_faults(&self, field: (&str, &Place, Way), control: &Control, text: &str) -> TemplateFaults {
        let mut found = TemplateFaults::default();
        let (Control::Template(all) | Control::Templates(all)) = control else { return found };
        let inputs: Vec<String> = self.inputs().collect();
        let inputs: Vec<&str> = inputs.iter().map(String::as_str).collect();
        for (at, line) in text.split('\n').enumerate() {
            let (before, template) = content(field.2, line);
            // Without the sign, the line is a name and nothing else.
            let is_template = field.2 != Way::BlockLines || line.contains('=');
            let read = Template::parse(template.trim_end()).and_then(|template| template.known(&inputs));
            let error = read.err().filter(|_| is_template);
            found.errors.extend(error.as_ref().map(ToString::to_string));
            let fix = |meant: &str| self.template_fix(field, text, (at, before), meant);
            let faults = match (mistaken(template, all), error) {
                (Some(mistaken), _) => vec![self.mistaken_fault(mistaken, fix)],
                (None, Some(error)) => self.unread(template.trim_end(), &error, (all, &inputs), fix),
                (None, None) => Vec::new(),
            };
            for fault in faults {
                if !found.faults.contains(&fault) {
                    found.faults.push(fault);
                }
            }
        }
        found
    }

    fn template_fix(
        &self,
        (id, place, way): (&str, &Place, Way),
        text: &str,
        (at, before): (usize, &str),
        meant: &str,
    ) -> FaultFix {
        let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        if let Some(line) = lines.get_mut(at) {
            *line = [before, meant].concat();
        }
        FaultFix {
            says: self.desk.texts.fill(Text::CardUseTemplate, &[("template", meant)]),
            id: id.to_owned(),
            place: place.clone(),
            way,
            text: lines.join("\n"),
        }
    }

    fn mistaken_fault(&self, Mistaken { reason, meant }: Mistaken, fix: impl Fn(&str) -> FaultFix) -> FaultView {
        let says = self.desk.texts.say(match reason {
            Reason::Name => Text::CardTemplateName,
            Reason::Encoding => Text::CardTemplateEncoding,
            Reason::Braces => Text::CardTemplateBraces,
        });
        FaultView { fix: meant.map(|meant| fix(&meant)), ..FaultView::saying(says) }
    }

    /// Why a text is no template: a name that nothing has is either misspelled, or one of an input that is still to come.
    fn unread(
        &self,
        template: &str,
        error: &TemplateError,
        (all, inputs): (&[Insertion], &[&str]),
        fix: impl Fn(&str) -> FaultFix,
    ) -> Vec<FaultView> {
        let known: Vec<String> = all.iter().map(|one| format!("`{}`", one.written)).collect();
        let says = says::template(self.desk, error, &known.join(" "));
        let TemplateProblem::UnknownName { name, .. } = &error.problem else { return vec![says] };
        let names = unknown_names(template, inputs);
        if names.is_empty() {
            let fix = as_name(name).map(|meant| fix(&replaced(template, name, &format!("{{{meant}}}"))));
            return vec![FaultView { fix, ..FaultView::saying(self.say(Text::CardTemplateSpelling)) }];
        }
        let fault = |name: &String| {
            let misspelled = misspelled(name, inputs);
            let meant = misspelled.or_else(|| shortened(name)).map(|meant| format!("{{{meant}}}"));
            let meant = meant.filter(|meant| all.iter().any(|one| one.written == *meant));
            let fix = meant.map(|meant| fix(&replaced(template, name, &meant)));
            let hole = format!("{{{name}}}");
            let fill = |text: Text| self.desk.texts.fill(text, &[("name", &hole)]);
            let unknown = || FaultView::saying(fill(Text::CardUnknownName));
            if misspelled.is_some() {
                return FaultView { fix, ..if known.is_empty() { unknown() } else { says.clone() } };
            }
            let adds = FaultAdd { says: fill(Text::CardAddNamed), name: name.clone() };
            FaultView { fix, adds: Some(adds), is_open: true, ..unknown() }
        };
        names.iter().map(fault).collect()
    }
}

/// What is wrong with the templates in a field.
#[derive(Default)]
pub(super) struct TemplateFaults {
    /// In the words of the form.
    pub faults: Vec<FaultView>,
    /// What the check of the catalog says of the same.
    pub errors: Vec<String>,
}

/// A template with another value in the place of one; the filters stay.
fn replaced(template: &str, name: &str, written: &str) -> String {
    let filtered = written.replace('}', "|");
    template.replace(&format!("{{{name}}}"), written).replace(&format!("{{{name}|"), &filtered)
}

/// The template of a line, and what is before it.
fn content(way: Way, line: &str) -> (&str, &str) {
    let start = if way == Way::BlockLines { line.find('=').map(|at| at + 1) } else { None };
    let start = start.map_or(0, |at| at + line.get(at..).map_or(0, |rest| rest.len() - rest.trim_start().len()));
    line.split_at_checked(start).unwrap_or(("", line))
}

fn called(placeholder: Placeholder) -> Text {
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
