//! The parts of the form that are lists: inputs, scopes, the lines of the steps, sources.

use super::builder::Builder;
use super::sections::section;
use super::{Control, FaultFix, FaultView, FormField, FormList, FormSection};
use crate::catalog::ScopeTable;
use crate::desk::card::edit::{CardList, Way};
use crate::desk::card::lines::PROVIDER;
use crate::desk::card::place::Place;
use crate::desk::card::tree::way;
use crate::texts::Text;

impl Builder<'_> {
    pub(super) fn inputs_section(&mut self) -> FormSection {
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
            // A file may leave it empty, but then the admin is asked for nothing.
            if let Some(label) = fields.first_mut().filter(|label| label.value.trim().is_empty()) {
                label.faults.push(FaultView { is_open: true, ..FaultView::saying(self.say(Text::CardFaultNoName)) });
            }
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

    pub(super) fn scopes(&mut self) -> FormSection {
        let sets = self.draft.facts.list_at(&self.of_variant(way!["scopes"]));
        let choices = self.choices(&[
            ("always", Text::CardScopesAlways),
            ("on", Text::CardScopesOn),
            ("off", Text::CardScopesOff),
            ("one_of", Text::CardScopesOneOf),
        ]);
        let mut rows = Vec::new();
        // The names are asked for before there is a set for them.
        for at in 0..sets.len().max(1) {
            let set = sets.get(at);
            let name = set.map_or("", |set| set.text_at(&way!["id"])).to_owned();
            let id = |key: &str| format!("scopes-{at}-{key}");
            let of = |builder: &Self, key: &str| Place::fact(builder.of_variant(way!["scopes", at, key]));
            let whole = Place::fact(self.of_variant(way!["scopes", at]));
            let hint = Some(Text::CardScopeNamesHint);
            let mut names =
                self.field(id("names"), (Text::CardScopeNames, hint), whole.clone(), Way::ScopeNames, Control::Lines);
            let classic = |table: &ScopeTable, name: &str| !table.has_granular(name) && table.classic(name).is_some();
            names.faults.extend(self.misplaced(&names, whole, Way::ToClassic, Text::CardScopeIsClassic, classic));
            let mut fields = vec![names];
            if set.is_some() {
                let says = Place::prose(way!["scope_sets", &name]);
                let place = of(self, "choice");
                fields.extend([
                    self.field(id("says"), (Text::CardScopesSay, None), says, Way::Text, Control::Lines),
                    self.field(id("choice"), (Text::CardScopesChoice, None), place, Way::Text, choices.clone()),
                ]);
                fields.extend(self.source(id("source"), of(self, "source")));
            }
            rows.push(self.row(CardList::Scopes, at, name, None, fields));
        }
        let place = Place::fact(self.of_variant(way!["classic"]));
        let label = (Text::CardClassic, Some(Text::CardLinesHint));
        let mut classic = self.field("classic", label, place.clone(), Way::Names, Control::Lines);
        let current = |table: &ScopeTable, name: &str| table.has_granular(name) && table.classic(name).is_none();
        let misplaced = self.misplaced(&classic, place, Way::ToCurrent, Text::CardScopeIsCurrent, current);
        if let Some(misplaced) = misplaced {
            // What is said with a press that sets it right is not said again.
            let named: Vec<&str> = misplaced.fix.iter().flat_map(|fix| fix.text.split_whitespace()).collect();
            classic.faults.retain(|fault| !named.iter().any(|name| fault.says.contains(&format!("`{name}`"))));
            classic.faults.push(misplaced);
        }
        let list = self.list(CardList::Scopes, None, rows, Text::CardAddScopes);
        let all = section("scopes", Text::FieldScopes, Some(Text::CardScopesLead), Vec::new(), vec![list]);
        FormSection { folded: vec![classic], ..all }
    }

    /// That names of scopes belong into the other field, with what moves them.
    fn misplaced(
        &self,
        field: &FormField,
        place: Place,
        way: Way,
        says: Text,
        is_other: impl Fn(&ScopeTable, &str) -> bool,
    ) -> Option<FaultView> {
        let table = self.provider()?.scopes.as_ref()?;
        let names: Vec<&str> = field.value.split_whitespace().filter(|name| is_other(table, name)).collect();
        if names.is_empty() {
            return None;
        }
        let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let says = self.desk.texts.fill(says, &[("names", &self.desk.texts.list(&quoted))]);
        let fix = FaultFix {
            says: self.say(Text::CardMoveScopes),
            id: "card-moved-scopes".to_owned(),
            place,
            way,
            text: names.join("\n"),
        };
        Some(FaultView { fix: Some(fix), ..FaultView::saying(says) })
    }

    pub(super) fn steps(&mut self) -> FormSection {
        let has_events = self.draft.facts.at(&self.of_variant(way!["events"])).is_some();
        let mut lists = Vec::new();
        let steps =
            [("create", Text::StepCreate), ("credentials", Text::StepCredentials), ("subscribe", Text::StepEvents)];
        for (step, title) in steps.into_iter().filter(|(step, _)| has_events || *step != "subscribe") {
            lists.push(self.step(step, title));
        }
        section("steps", Text::CardStepsTitle, Some(Text::CardStepsLead), Vec::new(), lists)
    }

    /// What is done in the product.
    pub(super) fn enter_step(&mut self) -> FormList {
        self.step("enter", Text::StepEnter)
    }

    fn step(&mut self, step: &'static str, title: Text) -> FormList {
        let provider = self.provider().map_or("", |files| files.provider.name.as_str()).to_owned();
        let product = self.draft.facts.text_at(&way!["name"]).to_owned();
        let title = self.desk.texts.fill(title, &[("provider", &provider), ("product", &product)]);
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

    pub(super) fn sources(&mut self) -> FormSection {
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
}
