//! The parts of the form, in the order in which they are filled in.

use strum::VariantArray;

use super::builder::Builder;
use super::{Control, FormField, FormList, FormRow, FormSection};
use crate::blocks::BlockFormat;
use crate::catalog::Category;
use crate::desk::card::edit::{CardList, Way};
use crate::desk::card::lines::PROVIDER;
use crate::desk::card::place::{Place, value_name};
use crate::desk::card::rows::list_path;
use crate::desk::card::tree::{Tree, way};
use crate::desk::category_title;
use crate::desk::parts::block::format_name;
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

    fn say(&self, text: Text) -> String {
        self.desk.texts.say(text).to_owned()
    }

    fn choices(&self, all: &[(&str, Text)]) -> Control {
        Control::Choice(all.iter().map(|(name, text)| ((*name).to_owned(), self.say(*text))).collect())
    }

    fn product(&mut self) -> FormSection {
        let categories = Category::VARIANTS.iter();
        let categories =
            categories.map(|one| (one.name().to_owned(), self.say(category_title(*one)))).collect::<Vec<_>>();
        let languages = Language::VARIANTS.iter();
        let languages = languages.map(|one| (one.code().to_owned(), one.own_name().to_owned())).collect::<Vec<_>>();
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
        let language = self.desk.texts.language().code();
        let providers = self.files.providers.iter().map(|files| {
            let provider = &files.provider;
            let is_unnamed = provider.endpoints.is_none();
            let name = if is_unnamed { self.say(Text::CardOtherServer) } else { provider.name.clone() };
            (provider.id.clone(), name)
        });
        let providers = with_current(providers.collect(), self.draft.facts.text_at(&way!["provider"]));
        let apps = self.provider().into_iter().flat_map(|files| files.apps());
        let apps = apps.map(|(app, kind)| (app.clone(), kind.name_in(language).to_owned()));
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
        let kind = self.field("redirect", (Text::CardRedirect, None), place(self, &[]), Way::Redirect, kinds);
        let mut fields = Vec::new();
        match kind.value.as_str() {
            "offered" => fields.push(self.field(
                "offered",
                (Text::CardOffered, Some(Text::CardOfferedHint)),
                place(self, &["offered"]),
                Way::Templates,
                Control::Templates(self.inputs().collect()),
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
        if kind.value != "none" {
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
        let mut fields =
            vec![self.field("variant-name", (Text::CardVariantName, None), place("name"), Way::Text, Control::Line)];
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

    fn fields(&mut self) -> FormSection {
        let values = self.draft.facts.list_at(&self.of_variant(way!["values"]));
        let names: Vec<String> = self.names();
        let labels: Vec<String> = values.iter().map(|value| value_name(values, value)).collect();
        let mut rows = Vec::new();
        for (at, label) in labels.iter().enumerate() {
            // A remark is called by the label of its field.
            let has_remark = !label.is_empty() && labels.iter().filter(|other| *other == label).count() == 1;
            rows.push(self.value_row(at, label, has_remark, &names));
        }
        let place = self.field(
            "place",
            (Text::CardPlace, Some(Text::CardMenuHint)),
            Place::fact(self.of_variant(way!["place"])),
            Way::Menu,
            Control::Line,
        );
        let list = self.list(CardList::Values, None, rows, Text::CardAddValue);
        section("values", Text::CardValuesTitle, Some(Text::CardValuesLead), vec![place], vec![list])
    }

    fn value_row(&mut self, at: usize, name: &str, has_remark: bool, names: &[String]) -> FormRow {
        let id = |key: &str| format!("value-{at}-{key}");
        let of = |builder: &Self, key: &str| Place::fact(builder.of_variant(way!["values", at, key]));
        let contents = self.choices(&[
            ("template", Text::CardContentTemplate),
            ("choose", Text::CardContentChoose),
            ("press", Text::CardContentPress),
            ("empty", Text::CardContentEmpty),
            ("as_is", Text::CardContentAsIs),
            ("own", Text::CardContentOwn),
        ]);
        let whole = Place::fact(self.of_variant(way!["values", at]));
        let mut fields = vec![
            self.field(id("label"), (Text::CardLabel, None), of(self, "label"), Way::Text, Control::Line),
            self.field(id("content"), (Text::CardContent, None), whole, Way::Content, contents),
        ];
        // What is wrong with the whole is told at the row.
        let kind = fields.last().map(|field| field.value.clone()).unwrap_or_default();
        let text = match kind.as_str() {
            "template" => Some((Text::FieldTemplate, Control::Template(names.to_vec()))),
            "choose" => Some((Text::CardChoose, Control::Line)),
            "press" => Some((Text::CardPress, Control::Line)),
            _ => None,
        };
        if let Some((label, control)) = text {
            fields.push(self.field(id("text"), (label, None), of(self, &kind), Way::Text, control));
        }
        fields.push(self.field(id("group"), (Text::CardGroup, None), of(self, "group"), Way::Optional, Control::Line));
        if has_remark {
            let place = Place::prose(way!["values", name]);
            fields.push(self.field(id("remark"), (Text::CardRemark, None), place, Way::Optional, Control::Lines));
        }
        fields.extend([self.field(
            id("needed"),
            (Text::CardNeeded, None),
            of(self, "needed"),
            Way::Needed,
            Control::Check,
        )]);
        fields.extend(self.source(id("source"), of(self, "source")));
        self.row(CardList::Values, at, name.to_owned(), None, fields)
    }

    fn inputs_section(&mut self) -> FormSection {
        let names: Vec<String> = self.inputs().collect();
        let kinds = self.choices(&[
            ("host", Text::CardInputHost),
            ("site", Text::CardInputSite),
            ("url", Text::CardInputUrl),
            ("word", Text::CardInputWord),
            ("port", Text::CardInputPort),
            ("email", Text::CardInputEmail),
            ("text", Text::CardInputText),
            ("choice", Text::CardInputChoice),
            ("secret", Text::CardInputSecret),
        ]);
        let mut rows = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let id = |key: &str| format!("input-{at}-{key}");
            let of = |key: &str| Place::fact(way!["inputs", name, key]);
            let said = |key: &str| Place::prose(way!["inputs", name, key]);
            // A product that quotes no label has one among its sentences.
            let is_said = self.draft.facts.at(&way!["inputs", name, "label"]).is_none();
            let label = if is_said { said("label") } else { of("label") };
            let mut fields = vec![
                self.field(id("label"), (Text::CardInputLabel, None), label, Way::Text, Control::Line),
                self.field(id("kind"), (Text::CardInputKind, None), of("kind"), Way::Text, kinds.clone()),
            ];
            if self.draft.facts.text_at(&way!["inputs", name, "kind"]) == "choice" {
                fields.push(self.field(
                    id("of"),
                    (Text::CardInputOf, Some(Text::CardLinesHint)),
                    of("of"),
                    Way::Names,
                    Control::Lines,
                ));
            }
            fields.extend([
                self.field(
                    id("name"),
                    (Text::CardInputName, Some(Text::CardInputNameHint)),
                    Place::fact(way!["inputs", name]),
                    Way::InputName,
                    Control::Line,
                ),
                self.field(id("example"), (Text::CardExample, None), of("example"), Way::Optional, Control::Line),
                self.field(id("note"), (Text::CardNote, None), said("note"), Way::Optional, Control::Lines),
            ]);
            fields.extend(self.source(id("source"), of("source")));
            rows.push(self.row(CardList::Inputs, at, name.clone(), None, fields));
        }
        let list = self.list(CardList::Inputs, None, rows, Text::CardAddInput);
        section("inputs", Text::CardInputsTitle, Some(Text::CardInputsLead), Vec::new(), vec![list])
    }

    fn scopes(&mut self) -> FormSection {
        let sets = self.draft.facts.list_at(&self.of_variant(way!["scopes"]));
        let choices = self.choices(&[
            ("always", Text::CardScopesAlways),
            ("on", Text::CardScopesOn),
            ("off", Text::CardScopesOff),
            ("one_of", Text::CardScopesOneOf),
        ]);
        let mut rows = Vec::new();
        for (at, set) in sets.iter().enumerate() {
            let name = set.text_at(&way!["id"]).to_owned();
            let id = |key: &str| format!("scopes-{at}-{key}");
            let of = |builder: &Self, key: &str| Place::fact(builder.of_variant(way!["scopes", at, key]));
            let whole = Place::fact(self.of_variant(way!["scopes", at]));
            let mut fields = vec![
                self.field(
                    id("names"),
                    (Text::CardScopeNames, Some(Text::CardScopeNamesHint)),
                    whole,
                    Way::ScopeNames,
                    Control::Lines,
                ),
                self.field(
                    id("says"),
                    (Text::CardScopesSay, None),
                    Place::prose(way!["scope_sets", &name]),
                    Way::Text,
                    Control::Lines,
                ),
                self.field(
                    id("choice"),
                    (Text::CardScopesChoice, None),
                    of(self, "choice"),
                    Way::Text,
                    choices.clone(),
                ),
            ];
            fields.extend(self.source(id("source"), of(self, "source")));
            rows.push(self.row(CardList::Scopes, at, name, None, fields));
        }
        let classic = self.field(
            "classic",
            (Text::CardClassic, Some(Text::CardLinesHint)),
            Place::fact(self.of_variant(way!["classic"])),
            Way::Names,
            Control::Lines,
        );
        let list = self.list(CardList::Scopes, None, rows, Text::CardAddScopes);
        section("scopes", Text::FieldScopes, Some(Text::CardScopesLead), vec![classic], vec![list])
    }

    fn steps(&mut self) -> FormSection {
        let has_events = self.draft.facts.at(&self.of_variant(way!["events"])).is_some();
        let provider = self.provider().map_or("", |files| files.provider.name.as_str()).to_owned();
        let product = self.draft.facts.text_at(&way!["name"]).to_owned();
        let mut lists = Vec::new();
        let steps = [
            ("create", Text::StepCreate),
            ("credentials", Text::StepCredentials),
            ("subscribe", Text::StepEvents),
            ("enter", Text::StepEnter),
        ];
        for (step, title) in steps.into_iter().filter(|(step, _)| has_events || *step != "subscribe") {
            let title = self.desk.texts.fill(title, &[("provider", &provider), ("product", &product)]);
            lists.push(self.step(step, title));
        }
        section("steps", Text::CardStepsTitle, Some(Text::CardStepsLead), Vec::new(), lists)
    }

    fn step(&mut self, step: &'static str, title: String) -> FormList {
        let lines: Vec<String> = self.draft.facts.texts_at(&self.of_variant(way![step])).map(str::to_owned).collect();
        let kinds = self.choices(&[
            ("", Text::CardLineDo),
            ("avoid", Text::CardLineAvoid),
            ("know", Text::CardLineKnow),
            ("caution", Text::CardLineCaution),
            ("danger", Text::CardLineDanger),
        ]);
        let mut rows = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let list = CardList::Lines(step);
            if let Some(name) = line.strip_prefix(PROVIDER) {
                let sentence = self.provider().and_then(|files| files.prose.tasks.get(name));
                let sentence = sentence.map_or_else(|| line.clone(), |sentence| sentence.as_str().to_owned());
                rows.push(self.row(list, at, line.clone(), Some(sentence), Vec::new()));
                continue;
            }
            let id = |key: &str| format!("{step}-{at}-{key}");
            let of = |key: &str| Place::fact(way!["tasks", line, key]);
            let mut fields = vec![
                self.field(
                    id("says"),
                    (Text::CardLineSays, Some(Text::CardLineHint)),
                    Place::prose(way!["tasks", line]),
                    Way::Text,
                    Control::Lines,
                ),
                self.field(id("kind"), (Text::CardLineKind, None), of("kind"), Way::Optional, kinds.clone()),
            ];
            fields.extend(self.source(id("source"), of("source")));
            rows.push(self.row(list, at, line.clone(), None, fields));
        }
        let known = self.provider().map(|files| (&files.provider.tasks, &files.prose.tasks));
        let known = known.into_iter().flat_map(|(tasks, prose)| {
            tasks.keys().filter_map(|name| Some((format!("{PROVIDER}{name}"), prose.get(name)?.as_str().to_owned())))
        });
        let choices = known.filter(|(name, _)| !lines.contains(name)).collect();
        let list = self.list(CardList::Lines(step), Some(title), rows, Text::CardAddLine);
        FormList { choices, ..list }
    }

    fn blocks(&mut self) -> FormSection {
        let blocks = self.draft.facts.list_at(&self.of_variant(way!["blocks"]));
        let formats = BlockFormat::VARIANTS.iter();
        let formats: Vec<(String, String)> =
            formats.map(|format| (format.name().to_owned(), self.say(format_name(*format)))).collect();
        let names = self.names();
        let mut rows = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            let name = block.text_at(&way!["id"]).to_owned();
            let id = |key: &str| format!("block-{at}-{key}");
            let of = |builder: &Self, key: &str| Place::fact(builder.of_variant(way!["blocks", at, key]));
            let needs_command =
                block.text_at(&way!["format"]).parse::<BlockFormat>().is_ok_and(BlockFormat::needs_command);
            let mut fields = vec![
                self.field(id("file"), (Text::CardBlockFile, None), of(self, "file"), Way::Optional, Control::Line),
                self.field(
                    id("format"),
                    (Text::CardBlockFormat, None),
                    of(self, "format"),
                    Way::Text,
                    Control::Choice(formats.clone()),
                ),
                self.field(
                    id("lines"),
                    (Text::FieldBlockLines, Some(Text::CardBlockLinesHint)),
                    of(self, "lines"),
                    Way::BlockLines,
                    Control::Templates(names.clone()),
                ),
            ];
            if needs_command || block.at(&way!["command"]).is_some() {
                fields.push(self.field(
                    id("command"),
                    (Text::CommandLabel, None),
                    of(self, "command"),
                    Way::Optional,
                    Control::Line,
                ));
            }
            for (key, label) in [("before", Text::CardBlockBefore), ("after", Text::CardBlockAfter)] {
                fields.push(self.field(id(key), (label, None), of(self, key), Way::Code, Control::Lines));
            }
            fields.push(self.field(
                id("remark"),
                (Text::CardRemark, None),
                Place::prose(way!["blocks", &name]),
                Way::Optional,
                Control::Lines,
            ));
            fields.extend(self.source(id("source"), of(self, "source")));
            rows.push(self.row(CardList::Blocks, at, name, None, fields));
        }
        let list = self.list(CardList::Blocks, None, rows, Text::CardAddBlock);
        section("blocks", Text::CardBlocksTitle, Some(Text::CardBlocksLead), Vec::new(), vec![list])
    }

    fn sources(&mut self) -> FormSection {
        let sources = self.draft.facts.members_at(&way!["sources"]);
        let mut rows = Vec::new();
        for (at, (name, _)) in sources.iter().enumerate() {
            let id = |key: &str| format!("source-{at}-{key}");
            let of = |key: &str| Place::fact(way!["sources", name, key]);
            let fields = vec![
                self.field(id("title"), (Text::CardSourceTitle, None), of("title"), Way::Text, Control::Line),
                self.field(
                    id("url"),
                    (Text::CardSourceUrl, Some(Text::CardSourceUrlHint)),
                    of("url"),
                    Way::Optional,
                    Control::Line,
                ),
                self.field(id("date"), (Text::CardSourceDate, None), of("date"), Way::Optional, Control::Line),
            ];
            rows.push(self.row(CardList::Sources, at, name.clone(), None, fields));
        }
        let list = self.list(CardList::Sources, None, rows, Text::CardAddSource);
        section("sources", Text::Sources, Some(Text::CardSourcesLead), Vec::new(), vec![list])
    }

    /// Which source a fact is from; nothing to choose where there is only one.
    fn source(&mut self, id: String, place: Place) -> Option<FormField> {
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

    fn row(
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

    fn list(&mut self, list: CardList, title: Option<String>, rows: Vec<FormRow>, add: Text) -> FormList {
        let faults = self.faults_at(&Place::fact(list_path(list, self.variant)), true);
        FormList { list, title, rows, add, choices: Vec::new(), faults }
    }
}

fn section(
    name: &'static str,
    title: Text,
    lead: Option<Text>,
    fields: Vec<FormField>,
    lists: Vec<FormList>,
) -> FormSection {
    FormSection { name, title, lead, fields, lists }
}

/// What is there now can be chosen even if the form does not know it.
fn with_current(mut all: Vec<(String, String)>, current: &str) -> Vec<(String, String)> {
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
