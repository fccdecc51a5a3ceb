//! The parts of the form, in the order in which they are filled in.

use strum::VariantArray;

use super::builder::Builder;
use super::{Control, FormField, FormList, FormRow, FormSection};
use crate::catalog::Category;
use crate::desk::card::edit::{CardList, Way};
use crate::desk::card::place::Place;
use crate::desk::card::rows::list_path;
use crate::desk::card::tree::{Tree, way};
use crate::desk::category_title;
use crate::texts::{Language, Text};

impl Builder<'_> {
    /// All of them.
    pub fn sections(&mut self) -> Vec<FormSection> {
        let has_variant = !self.draft.facts.list_at(&way!["variants"]).is_empty();
        let mut all = vec![self.product()];
        if has_variant {
            all.extend([self.app(), self.fields(), self.inputs_section(), self.scopes(), self.steps(), self.blocks()]);
        }
        all.push(self.sources());
        all
    }

    pub(super) fn say(&self, text: Text) -> String {
        self.desk.texts.say(text).to_owned()
    }

    pub(super) fn choices(&self, all: &[(&str, Text)]) -> Control {
        Control::Choice(all.iter().map(|(name, text)| ((*name).to_owned(), self.say(*text))).collect())
    }

    fn product(&mut self) -> FormSection {
        let categories = Category::VARIANTS.iter();
        let categories =
            categories.map(|one| (one.name().to_owned(), self.say(category_title(*one)))).collect::<Vec<_>>();
        let languages =
            Language::all().map(|one| (one.code().to_owned(), one.own_name().to_owned())).collect::<Vec<_>>();
        let known = self.draft.facts.text_at(&way!["labels_language"]).to_owned();
        let languages = with_current(languages, &known);
        let fields = vec![
            self.field("name", (Text::CardName, None), Place::fact(way!["name"]), Way::Name, Control::Line),
            self.field("vendor", (Text::CardVendor, None), Place::fact(way!["vendor"]), Way::Text, Control::Line),
            self.field(
                "summary",
                (Text::CardSummary, Some(Text::CardSummaryHint)),
                Place::prose(way!["summary"]),
                Way::Optional,
                Control::Lines,
            ),
            self.field(
                "category",
                (Text::CardCategory, None),
                Place::fact(way!["category"]),
                Way::Text,
                Control::Choice(categories),
            ),
            self.field("minutes", (Text::CardMinutes, None), Place::fact(way!["minutes"]), Way::Number, Control::Line),
            self.field(
                "labels-language",
                (Text::CardLabelsLanguage, None),
                Place::fact(way!["labels_language"]),
                Way::Text,
                Control::Choice(languages),
            ),
            self.field("id", (Text::CardId, Some(Text::CardIdHint)), Place::fact(way!["id"]), Way::Text, Control::Line),
        ];
        section("product", Text::StringProduct, None, fields, Vec::new())
    }

    fn app(&mut self) -> FormSection {
        let providers = self.files.providers.iter().map(|files| {
            let provider = &files.provider;
            let is_unnamed = provider.endpoints.is_none();
            let name = if is_unnamed { self.say(Text::CardOtherServer) } else { provider.name.clone() };
            (provider.id.clone(), name)
        });
        let providers = with_current(providers.collect(), self.draft.facts.text_at(&way!["provider"]));
        let apps = self.provider().into_iter().flat_map(|files| files.apps());
        let apps = apps.map(|(app, kind)| (app.clone(), self.desk.app_type(app, kind).to_owned()));
        let apps = with_current(apps.collect(), self.draft.facts.text_at(&self.of_variant(way!["app"])));
        let of = |builder: &Self, key: &str| Place::fact(builder.of_variant(way![key]));
        let flow = |builder: &Self, key: &str| Place::fact(builder.of_variant(way!["flow", key]));
        let grants = self.choices(&[
            ("authorization_code", Text::CardGrantCode),
            ("account_credentials", Text::GrantAccountCredentials),
            ("client_credentials", Text::GrantClientCredentials),
            ("", Text::CardGrantNone),
        ]);
        let has_flow = self.draft.facts.at(&self.of_variant(way!["flow"])).is_some();
        let mut fields = vec![
            self.field(
                "provider",
                (Text::CardProvider, None),
                Place::fact(way!["provider"]),
                Way::Provider,
                Control::Choice(providers),
            ),
            self.field("app", (Text::AppTypeLabel, None), of(self, "app"), Way::App, Control::Choice(apps)),
            self.field("grant", (Text::CardGrant, None), flow(self, "grant"), Way::Grant, grants),
        ];
        if has_flow {
            fields.push(self.field(
                "by-hand",
                (Text::CardByHand, Some(Text::CardByHandHint)),
                flow(self, "by_hand"),
                Way::Flag,
                Control::Check,
            ));
        }
        fields.push(self.field(
            "app-name",
            (Text::CardAppName, Some(Text::CardAppNameHint)),
            of(self, "app_name"),
            Way::Optional,
            Control::Line,
        ));
        fields.extend(self.redirect());
        fields.extend(self.variant_words());
        section("app", Text::CardAppTitle, None, fields, Vec::new())
    }

    fn redirect(&mut self) -> Vec<FormField> {
        let place = |builder: &Self, rest: &[&str]| {
            let rest = ["redirect"].iter().chain(rest).map(|key| (*key).into()).collect();
            Place::fact(builder.of_variant(rest))
        };
        let kinds = self.choices(&[
            ("none", Text::CardRedirectNone),
            ("own", Text::CardRedirectOwn),
            ("offered", Text::PrescribedByProduct),
            ("product", Text::CardRedirectProduct),
        ]);
        let mut fields = Vec::new();
        let value = self.value("card-redirect", &place(self, &[]), Way::Redirect);
        // What is wrong with the URLs is told there, and not at the choice.
        match value.as_str() {
            "offered" => fields.push(self.field(
                "offered",
                (Text::CardOffered, Some(Text::CardOfferedHint)),
                place(self, &["offered"]),
                Way::Templates,
                Control::Templates(self.own_insertions()),
            )),
            "product" => fields.extend([
                self.field(
                    "from-label",
                    (Text::CardFromLabel, None),
                    place(self, &["from_product", "label"]),
                    Way::Text,
                    Control::Line,
                ),
                self.field(
                    "from-place",
                    (Text::CardFromPlace, Some(Text::CardMenuHint)),
                    place(self, &["from_product", "place"]),
                    Way::Menu,
                    Control::Line,
                ),
            ]),
            _ => {}
        }
        let kind = self.field(
            "redirect",
            (Text::CardRedirect, Some(Text::CardRedirectHint)),
            place(self, &[]),
            Way::Redirect,
            kinds,
        );
        if value != "none" {
            let id = self.variant_id().to_owned();
            fields.push(self.field(
                "redirect-says",
                (Text::CardRedirectSays, None),
                Place::prose(way!["variants", &id, "redirect"]),
                Way::Text,
                Control::Lines,
            ));
        }
        core::iter::once(kind).chain(fields).collect()
    }

    /// How the way to connect is called, and when to choose it where there are several.
    fn variant_words(&mut self) -> Vec<FormField> {
        let id = self.variant_id().to_owned();
        let place = |key: &str| Place::prose(way!["variants", &id, key]);
        let is_one_of_several = self.draft.facts.list_at(&way!["variants"]).len() > 1;
        let mut fields = vec![self.field(
            "variant-name",
            (Text::CardVariantName, Some(Text::CardVariantNameHint)),
            place("name"),
            Way::Text,
            Control::Line,
        )];
        if is_one_of_several {
            fields.push(self.field(
                "variant-when",
                (Text::CardVariantWhen, None),
                place("when"),
                Way::Optional,
                Control::Lines,
            ));
        }
        fields
    }

    /// Which source a fact is from; nothing to choose where there is only one.
    pub(super) fn source(&mut self, id: String, place: Place) -> Option<FormField> {
        let sources = self.draft.facts.members_at(&way!["sources"]);
        if sources.len() < 2 {
            return None;
        }
        let title = |name: &String, source: &Tree| {
            let title = source.text_at(&way!["title"]);
            (name.clone(), if title.is_empty() { name.clone() } else { title.to_owned() })
        };
        let mut all = vec![(String::new(), self.say(Text::CardSourceNone))];
        all.extend(sources.iter().map(|(name, source)| title(name, source)));
        let current: Vec<&str> = self.tree(place.part).texts_at(&place.path).collect();
        let all = with_current(all, &current.join(", "));
        Some(self.field(id, (Text::CardSourceOf, None), place, Way::Source, Control::Choice(all)))
    }

    pub(super) fn row(
        &mut self,
        list: CardList,
        at: usize,
        title: String,
        sentence: Option<String>,
        fields: Vec<FormField>,
    ) -> FormRow {
        let path = list_path(list, self.variant);
        let key = match self.draft.facts.at(&path) {
            Some(Tree::Object(members)) => members.get(at).map(|(name, _)| name.into()),
            _ => Some(at.into()),
        };
        let place = Place::fact(path.into_iter().chain(key).collect());
        let faults = self.faults_at(&place, true);
        let called = format!("{}: {}", at + 1, sentence.as_deref().unwrap_or(&title));
        FormRow { id: format!("card-row-{}-{at}", list_name(list)), title, called, sentence, fields, faults }
    }

    pub(super) fn list(&mut self, list: CardList, title: Option<String>, rows: Vec<FormRow>, add: Text) -> FormList {
        let faults = self.faults_at(&Place::fact(list_path(list, self.variant)), true);
        FormList { list, title, rows, add, choices: Vec::new(), faults }
    }
}

pub(super) fn section(
    name: &'static str,
    title: Text,
    lead: Option<Text>,
    fields: Vec<FormField>,
    lists: Vec<FormList>,
) -> FormSection {
    FormSection { name, title, lead, fields, lists, folded: Vec::new() }
}

/// What is there now can be chosen even if the form does not know it.
pub(super) fn with_current(mut all: Vec<(String, String)>, current: &str) -> Vec<(String, String)> {
    if !current.is_empty() && all.iter().all(|(name, _)| name != current) {
        all.push((current.to_owned(), current.to_owned()));
    }
    all
}

/// The id of the button that adds a row to a list.
#[must_use]
pub fn add_id(list: CardList) -> String {
    format!("card-add-row-{}", list_name(list))
}

/// The name of a list in the markup.
#[must_use]
pub fn list_name(list: CardList) -> &'static str {
    match list {
        CardList::Inputs => "inputs",
        CardList::Scopes => "scopes",
        CardList::Lines(step) => step,
        CardList::Values => "values",
        CardList::Blocks => "blocks",
        CardList::Sources => "sources",
    }
}
