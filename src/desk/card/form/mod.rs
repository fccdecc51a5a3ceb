//! The form: which values of a card it shows, how, and what is wrong with them.

mod builder;
mod fields;
mod lists;
mod mistaken;
mod says;
mod sections;
mod template;

pub(super) use says::refusal;
pub use says::{FaultAdd, FaultFix, FaultView};
pub use sections::{add_id, list_name};
pub use template::Insertion;

use super::edit::{CardList, Way};
use super::place::Place;
use super::state::{CardState, state};
use super::tree::way;
use crate::desk::Desk;
use crate::texts::Text;

/// The form as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct FormView {
    /// Its parts, in the order in which they are filled in.
    pub sections: Vec<FormSection>,
    /// What of the card the form does not show, and keeps.
    pub kept: Vec<String>,
    /// What is wrong and is at no field.
    pub faults: Vec<FaultView>,
    /// How many faults there are in all.
    pub fault_count: usize,
    /// What to know before files and a link are made of it, while something is wrong.
    pub unfinished: Option<String>,
    /// How many facts have no source; the catalog wants one for each.
    pub without_source: usize,
}

/// A part of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormSection {
    /// Its name in the markup.
    pub name: &'static str,
    /// Its heading.
    pub title: Text,
    /// What it is about.
    pub lead: Option<Text>,
    /// What is in it.
    pub fields: Vec<FormField>,
    /// And below that.
    pub lists: Vec<FormList>,
    /// What few need: it is folded.
    pub folded: Vec<FormField>,
}

/// A list of rows.
#[derive(Clone, Debug, PartialEq)]
pub struct FormList {
    /// Which.
    pub list: CardList,
    /// What is above it, if it is one of several.
    pub title: Option<String>,
    /// Its rows.
    pub rows: Vec<FormRow>,
    /// What adds a row.
    pub add: Text,
    /// What can be added besides an empty row: a name and what it says.
    pub choices: Vec<(String, String)>,
    /// What is wrong with it.
    pub faults: Vec<FaultView>,
}

impl FormList {
    /// Whether it is lines of a step, none of them the product's own: there is nothing to do.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        let is_usual = |row: &FormRow| row.fields.is_empty() && row.faults.is_empty();
        matches!(self.list, CardList::Lines(_)) && self.faults.is_empty() && self.rows.iter().all(is_usual)
    }
}

/// A row of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct FormRow {
    /// Its name in the markup.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The same for who does not see it: with its number, or what it says.
    pub called: String,
    /// A sentence of the provider, which is as it is.
    pub sentence: Option<String>,
    /// What can be entered in it.
    pub fields: Vec<FormField>,
    /// What is wrong with it.
    pub faults: Vec<FaultView>,
}

/// A field of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormField {
    /// The id of its element.
    pub id: String,
    /// Where in the card its text goes.
    pub place: Place,
    /// How.
    pub way: Way,
    /// What it is called.
    pub label: Text,
    /// What to enter.
    pub hint: Option<Text>,
    /// How it is entered.
    pub control: Control,
    /// What is in it.
    pub value: String,
    /// What that would be with made-up values, if it is a template.
    pub sample: Option<String>,
    /// What is wrong with it.
    pub faults: Vec<FaultView>,
}

/// How something is entered.
#[derive(Clone, Debug, PartialEq)]
pub enum Control {
    /// One line.
    Line,
    /// Several lines.
    Lines,
    /// One of these: a name and what it says.
    Choice(Vec<(String, String)>),
    /// A template, with the values that can be in it.
    Template(Vec<Insertion>),
    /// Lines of templates.
    Templates(Vec<Insertion>),
    /// A box.
    Check,
}

/// The form of the card that is made, once it is there.
#[must_use]
pub fn form(desk: &Desk) -> Option<FormView> {
    let state = state(desk)?;
    let draft = state.draft.as_deref()?;
    let (_, files) = desk.card_files.as_ref()?;
    let mut builder = builder::Builder::new(desk, state, draft, files);
    let sections = builder.sections();
    let faults = builder.rest();
    // As many as there are to see: what says the same as another one at the same place is not there twice.
    let fault_count = sections.iter().flat_map(FormSection::faults).count() + faults.len();
    let unfinished = || desk.texts.count(Text::CardOutputUnfinished, &[("count", fault_count)], &[]);
    Some(FormView {
        sections,
        kept: builder.kept(),
        faults,
        fault_count,
        unfinished: (fault_count > 0).then(unfinished),
        without_source: builder.without_source(),
    })
}

impl FormSection {
    /// What is wrong in it.
    fn faults(&self) -> impl Iterator<Item = &FaultView> {
        let rows = || self.lists.iter().flat_map(|list| &list.rows);
        let fields = self.fields.iter().chain(rows().flat_map(|row| &row.fields)).chain(&self.folded);
        let of_lists = self.lists.iter().flat_map(|list| &list.faults).chain(rows().flat_map(|row| &row.faults));
        fields.flat_map(|field| &field.faults).chain(of_lists)
    }
}

impl FormView {
    /// Where the first thing is wrong or not done yet: the id of a field, a row or the button that adds one, and what it is
    /// called.
    #[must_use]
    pub fn first_fault(&self, desk: &Desk) -> Option<(String, String)> {
        let of_field = |field: &FormField| {
            let is_faulty = !field.faults.is_empty();
            is_faulty.then(|| (field.id.clone(), desk.texts.say(field.label).to_owned()))
        };
        let of_row = |row: &FormRow| {
            let itself = (!row.faults.is_empty()).then(|| (row.id.clone(), row.called.clone()));
            row.fields.iter().find_map(of_field).or(itself)
        };
        let of_list = |list: &FormList| {
            let itself = (!list.faults.is_empty()).then(|| (add_id(list.list), desk.texts.say(list.add).to_owned()));
            itself.or_else(|| list.rows.iter().find_map(of_row))
        };
        self.sections.iter().find_map(|section| {
            let fields = section.fields.iter().find_map(of_field);
            let lists = || section.lists.iter().find_map(of_list);
            fields.or_else(lists).or_else(|| section.folded.iter().find_map(of_field))
        })
    }

    /// The id of what is entered first in a row of a list.
    pub(in crate::desk) fn first_of_row(&self, list: CardList, at: usize) -> Option<&str> {
        let lists = self.sections.iter().flat_map(|section| &section.lists);
        let row = lists.filter(|one| one.list == list).flat_map(|one| &one.rows).nth(at)?;
        row.fields.first().map(|field| field.id.as_str())
    }
}

/// Why what was opened last is not there.
pub(in crate::desk) fn refusal_sentence(desk: &Desk, state: &CardState) -> Option<String> {
    let (field, refusal) = state.refused.as_ref()?;
    field.is_none().then(|| self::refusal(desk, refusal))
}

/// The name of the product, or what stands for it.
pub(in crate::desk) fn product_name<'d>(desk: &'d Desk, draft: &'d super::Draft) -> &'d str {
    let name = draft.facts.text_at(&way!["name"]);
    if name.is_empty() { desk.texts.say(Text::CardUnnamed) } else { name }
}
