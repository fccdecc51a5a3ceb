//! Somebody who makes a card in the form.

use authdesk::desk::CardAction;
use authdesk::desk::card::{CardList, Draft, FaultFix, FormField, FormList, FormView, draft, form};
use authdesk::oauth::Secret;

use crate::desk::person::Person;

impl Person {
    /// At the form, with a card that is just begun.
    pub fn at_card() -> Person {
        Person::at("#/card")
    }

    #[track_caller]
    pub fn form(&self) -> FormView {
        form(&self.0).expect("a form")
    }

    #[track_caller]
    pub fn draft(&self) -> Draft {
        (*draft(&self.0).expect("a card")).clone()
    }

    /// All fields of the form.
    pub fn card_fields(&self) -> Vec<FormField> {
        let sections = self.form().sections.into_iter();
        let all = sections.flat_map(|section| {
            let rows = section.lists.into_iter().flat_map(|list| list.rows);
            section.fields.into_iter().chain(rows.flat_map(|row| row.fields)).chain(section.folded)
        });
        all.collect()
    }

    #[track_caller]
    pub fn card_field(&self, id: &str) -> FormField {
        let wanted = format!("card-{id}");
        let fields = self.card_fields();
        let ids: Vec<&str> = fields.iter().map(|field| field.id.as_str()).collect();
        assert!(ids.contains(&wanted.as_str()), "{wanted}: {ids:?}");
        fields.into_iter().find(|field| field.id == wanted).unwrap()
    }

    /// Fills in a field of the form.
    #[track_caller]
    pub fn fills(&mut self, id: &str, text: &str) {
        let FormField { id, place, way, .. } = self.card_field(id);
        self.does(CardAction::Typed { id, place, way, text: Secret::new(text) });
    }

    /// Presses what sets something right.
    pub fn takes(&mut self, fix: FaultFix) {
        let FaultFix { id, place, way, text, .. } = fix;
        self.does(CardAction::Typed { id, place, way, text: Secret::new(text) });
    }

    pub fn card_list(&self, list: CardList) -> FormList {
        let mut all = self.form().sections.into_iter().flat_map(|section| section.lists);
        all.find(|one| one.list == list).unwrap()
    }

    pub fn adds(&mut self, list: CardList) {
        self.does(CardAction::Added { list, choice: None });
    }

    pub fn opens(&mut self, name: &str, text: &str) {
        self.does(CardAction::Opened(vec![(name.to_owned(), Secret::new(text))]));
    }

    /// The lines of a step.
    pub fn lines_of(&self, step: &'static str) -> Vec<String> {
        self.card_list(CardList::Lines(step)).rows.into_iter().map(|row| row.title).collect()
    }

    /// Everything that is wrong with the card, in words.
    pub fn wrong(&self) -> Vec<String> {
        let form = self.form();
        let mut all: Vec<String> = Vec::new();
        let mut add = |place: &str, faults: &[authdesk::desk::card::FaultView]| {
            all.extend(faults.iter().map(|fault| format!("{place}: {} {:?}", fault.says, fault.detail)));
        };
        add("", &form.faults);
        for section in &form.sections {
            let of_section = section.fields.iter().chain(&section.folded);
            of_section.for_each(|field| add(&field.id, &field.faults));
            for list in &section.lists {
                add(&format!("{:?}", list.list), &list.faults);
                for row in &list.rows {
                    add(&row.id, &row.faults);
                    row.fields.iter().for_each(|field| add(&field.id, &field.faults));
                }
            }
        }
        all
    }

    /// A card for a product that nobody has made.
    pub fn makes_a_card(&mut self) {
        self.fills("name", "Room Booker 3000");
        self.fills("vendor", "Example Ltd");
        self.fills("summary", "You create an app in Zoom and enter its values in Room Booker.");
        self.fills("place", "Admin > Connectors > Zoom");
        for (at, (label, template)) in
            [("Account", "{account_id}"), ("Key", "{client_id}"), ("Key secret", "{client_secret}")].iter().enumerate()
        {
            self.adds(CardList::Values);
            self.fills(&format!("value-{at}-label"), label);
            self.fills(&format!("value-{at}-text"), template);
        }
    }
}
