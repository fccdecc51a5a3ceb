//! What every field, row and list of the form has: its text, and what is wrong with it.

use super::says;
use super::{Control, FaultView, FormField};
use crate::catalog::{Problem, What};
use crate::desk::Desk;
use crate::desk::card::checked::CardFault;
use crate::desk::card::draft::Draft;
use crate::desk::card::edit::{Way, block_line};
use crate::desk::card::files::{CardFiles, ProviderFiles};
use crate::desk::card::place::{Part, Place, named};
use crate::desk::card::state::{CardState, variant_place};
use crate::desk::card::tree::{Key, Path, Tree, way};
use crate::texts::Text;

pub(super) struct Builder<'d> {
    pub desk: &'d Desk,
    state: &'d CardState,
    pub draft: &'d Draft,
    pub files: &'d CardFiles,
    /// The place of the way to connect that is shown.
    pub variant: usize,
    /// Which faults are at a field already.
    told: Vec<bool>,
    empty: Tree,
}

impl<'d> Builder<'d> {
    pub fn new(desk: &'d Desk, state: &'d CardState, draft: &'d Draft, files: &'d CardFiles) -> Builder<'d> {
        let variant = variant_place(desk, draft);
        let told = state.faults.iter().map(|_| false).collect();
        Builder { desk, state, draft, files, variant, told, empty: Tree::object() }
    }

    pub fn provider(&self) -> Option<&'d ProviderFiles> {
        self.files.of(self.draft.facts.text_at(&way!["provider"]))
    }

    /// The id of the way to connect that is shown.
    pub fn variant_id(&self) -> &'d str {
        self.draft.facts.text_at(&way!["variants", self.variant, "id"])
    }

    /// A path in the way to connect that is shown.
    pub fn of_variant(&self, rest: Path) -> Path {
        way!["variants", self.variant].into_iter().chain(rest).collect()
    }

    pub fn tree(&self, part: Part) -> &Tree {
        match part {
            Part::Facts => &self.draft.facts,
            Part::Prose => self.draft.shown_prose().unwrap_or(&self.empty),
        }
    }

    pub fn field(
        &mut self,
        id: impl Into<String>,
        (label, hint): (Text, Option<Text>),
        place: Place,
        way: Way,
        control: Control,
    ) -> FormField {
        let id = format!("card-{}", id.into());
        let value = self.value(&id, &place, way);
        let mut faults = self.faults_of_field((&id, &place, way), &control, &value);
        if let Some((Some(refused), refusal)) = &self.state.refused
            && *refused == id
        {
            faults.push(FaultView::saying(says::refusal(self.desk, refusal)));
        }
        let sample = self.sample(&control, way, &value);
        FormField { id, place, way, label, hint, control, value, sample, faults }
    }

    pub fn value(&self, id: &str, place: &Place, way: Way) -> String {
        if let Some((typed, text)) = &self.state.typed
            && typed == id
        {
            // EXPOSE: it goes back into the field that it was typed into.
            return text.expose().to_owned();
        }
        let tree = self.tree(place.part);
        let path = &place.path;
        let lines = |path: &[Key], end: &str| tree.texts_at(path).collect::<Vec<_>>().join(end);
        let with = |key: &str| path.iter().cloned().chain([Key::from(key)]).collect::<Path>();
        let is_there = |key: &str| tree.at(&with(key)).is_some();
        match way {
            Way::Names | Way::Templates | Way::Code => lines(path, "\n"),
            Way::Menu => lines(path, " > "),
            Way::Source => lines(path, ", "),
            Way::Needed => (tree.at(path) != Some(&Tree::Bool(false))).to_string(),
            Way::Flag => (tree.at(path) == Some(&Tree::Bool(true))).to_string(),
            Way::ScopeNames => {
                let both = ["names", "unlisted"].map(|key| lines(&with(key), "\n"));
                both.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join("\n")
            }
            Way::Redirect => match tree.at(path) {
                None => "none",
                Some(_) if is_there("from_product") => "product",
                Some(_) if is_there("offered") => "offered",
                Some(_) => "own",
            }
            .to_owned(),
            Way::Content => ["template", "choose", "press"]
                .into_iter()
                .find(|key| is_there(key))
                .or(Some(tree.text_at(&with("leave"))).filter(|leave| !leave.is_empty()))
                .unwrap_or("own")
                .to_owned(),
            Way::BlockLines => tree.list_at(path).iter().map(block_line).collect::<Vec<_>>().join("\n"),
            Way::InputName => match path.last() {
                Some(Key::Name(name)) => name.clone(),
                _ => String::new(),
            },
            _ => match tree.at(path) {
                Some(Tree::Text(text)) => text.clone(),
                Some(Tree::Number(number)) => number.to_string(),
                _ => String::new(),
            },
        }
    }

    fn faults_of_field(
        &mut self,
        (id, place, way): (&str, &Place, Way),
        control: &Control,
        value: &str,
    ) -> Vec<FaultView> {
        // These are of a whole row, which has more fields.
        let is_whole = matches!(way, Way::Content | Way::InputName | Way::Redirect);
        let mut found = self.told_at(place, !is_whole, Some(value));
        if let (Way::Templates, Some((_, whole))) = (way, place.path.split_last()) {
            // The check knows a prescribed redirect URL by what it is in.
            found.extend(self.told_at(&Place { path: whole.to_vec(), ..place.clone() }, false, Some(value)));
        }
        let templates = self.template_faults((id, place, way), control, value);
        // The template says itself what is wrong, in its own words.
        found.retain(|fault| fault.detail.as_ref().is_none_or(|detail| !templates.errors.contains(detail)));
        let own_words = match (way, place.path.last()) {
            (Way::Number, _) => Some(Text::CardFaultNumber),
            (_, Some(Key::Name(key))) if key == "id" => Some(Text::CardFaultFileName),
            _ => None,
        };
        if let Some(says) = own_words {
            let unread = found.iter_mut().filter(|fault| fault.detail.is_some());
            unread.for_each(|fault| *fault = FaultView::saying(self.desk.texts.say(says)));
        }
        templates.faults.into_iter().chain(found).collect()
    }

    /// The faults at a place or in it that are told nowhere else yet.
    pub fn faults_at(&mut self, place: &Place, with_deeper: bool) -> Vec<FaultView> {
        self.told_at(place, with_deeper, None)
    }

    fn told_at(&mut self, place: &Place, with_deeper: bool, value: Option<&str>) -> Vec<FaultView> {
        let name = named(self.tree(place.part), &place.path);
        let mut found = Vec::new();
        for (at, fault) in self.state.faults.iter().enumerate() {
            // Two rows have that name; it is told at the one that came later.
            let is_of_other_row = fault.problem == Problem::SameLabel;
            if self.told.get(at) != Some(&false) || fault.part != place.part || is_of_other_row {
                continue;
            }
            let is_here = match &fault.path {
                Some(path) => path.starts_with(&place.path) && (with_deeper || *path == place.path),
                None => fault.places.iter().any(|one| {
                    let rest = one.strip_prefix(&name);
                    rest.is_some_and(|rest| rest.is_empty() || with_deeper && rest.starts_with('.'))
                }),
            };
            if is_here && !name.is_empty() {
                if let Some(told) = self.told.get_mut(at) {
                    *told = true;
                }
                let mut says = says::fault(self.desk, &fault.problem, value);
                if fault.problem == Problem::Superfluous(What::UnusedInput) && self.has_prescribed_url() {
                    self.desk.texts.say(Text::CardFaultUnusedInUrl).clone_into(&mut says.says);
                }
                if !found.contains(&says) {
                    found.push(says);
                }
            }
        }
        found
    }

    fn has_prescribed_url(&self) -> bool {
        self.draft.facts.at(&self.of_variant(way!["redirect", "offered"])).is_some()
    }

    /// That a field has the label of one before it.
    pub fn same_label(&mut self, name: &str) -> Option<FaultView> {
        let place = named(&self.draft.facts, &self.of_variant(way!["values"]));
        let place = format!("{place}.{name}");
        let is_it = |fault: &CardFault| fault.problem == Problem::SameLabel && fault.places.contains(&place);
        let all = self.state.faults.iter().zip(&mut self.told);
        let (fault, told) = { all }.find(|(fault, told)| !**told && is_it(fault))?;
        *told = true;
        Some(says::fault(self.desk, &fault.problem, None))
    }

    /// The faults that are at no field, each with its place.
    pub fn rest(&self) -> Vec<FaultView> {
        let untold = self.state.faults.iter().zip(&self.told).filter(|(_, told)| !**told);
        let all = untold.map(|(fault, _)| {
            let view = says::fault(self.desk, &fault.problem, None);
            let place = match (&fault.path, fault.places.first()) {
                (Some(path), _) => named(self.tree(fault.part), path),
                (None, Some(place)) => place.clone(),
                (None, None) => String::new(),
            };
            let detail = view.detail.clone().map(|detail| format!("{place}: {detail}"));
            FaultView { detail, ..view }
        });
        all.collect()
    }

    /// The names of the inputs.
    pub fn inputs(&self) -> impl Iterator<Item = String> + use<'d> {
        self.draft.facts.members_at(&way!["inputs"]).iter().map(|(name, _)| name.clone())
    }

    /// What of the card the form does not show.
    pub fn kept(&self) -> Vec<String> {
        let facts = &self.draft.facts;
        let say = |text: Text| self.desk.texts.say(text).to_owned();
        let of_variant = |key: &str| facts.at(&self.of_variant(way![key])).is_some();
        let mut kept = Vec::new();
        let others = facts.list_at(&way!["variants"]).len().saturating_sub(1);
        if others > 0 {
            kept.push(self.desk.texts.count(Text::CardKeptVariants, &[("count", others)], &[]));
        }
        let all = [
            (of_variant("events"), Text::StepEventsShort),
            (of_variant("second_app"), Text::CardKeptSecond),
            (facts.at(&way!["corrections"]).is_some(), Text::CardKeptCorrections),
            (facts.at(&way!["no_app"]).is_some(), Text::TagNoApp),
        ];
        kept.extend(all.into_iter().filter(|(is_there, _)| *is_there).map(|(_, text)| say(text)));
        let others = self.draft.prose.iter().filter(|(language, _)| *language != self.draft.language);
        for (language, _) in others {
            kept.push(self.desk.texts.fill(Text::CardKeptLanguage, &[("language", language)]));
        }
        kept
    }

    /// How many facts have no source.
    pub fn without_source(&self) -> usize {
        let facts = &self.draft.facts;
        let lacks = |row: &Tree| usize::from(row.list_at(&way!["source"]).is_empty());
        let mut count: usize = ["inputs", "tasks"]
            .iter()
            .flat_map(|list| facts.members_at(&way![*list]).iter().map(|(_, row)| lacks(row)))
            .sum();
        for variant in facts.list_at(&way!["variants"]) {
            for list in ["scopes", "values", "blocks"] {
                count += variant.list_at(&way![list]).iter().map(lacks).sum::<usize>();
            }
            count += variant.at(&way!["redirect"]).map_or(0, lacks);
        }
        count
    }
}
