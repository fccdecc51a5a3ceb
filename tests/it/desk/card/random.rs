//! A thousand cards that nobody would make: files and links are read back as what they were made from.

use std::cell::Cell;

use authdesk::desk::CardAction;
use authdesk::desk::card::{CardFile, CardList, Draft, Tree, Written, add_id, read_link, write_link};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::files::{draft_of, products};
use crate::desk::person::Person;

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        Just(Tree::Null),
        any::<bool>().prop_map(Tree::Bool),
        any::<i64>().prop_map(|number| Tree::Number(number.into())),
        "\\PC{0,12}".prop_map(Tree::Text),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Tree::List),
            prop::collection::btree_map("[a-z$_\"\\\\é]{0,8}", inner, 0..6)
                .prop_map(|members| Tree::Object(members.into_iter().collect())),
        ]
    })
}

#[test]
fn a_tree_is_read_back_from_its_text_and_every_value_has_its_place() {
    let mut runner = TestRunner::new(Config { cases: 1_000, ..Config::default() });
    let tested = runner.run(&tree(), |tree| {
        prop_assert_eq!(Tree::read(&Written::of(&tree).text), Ok(tree.clone()));
        prop_assert_eq!(Tree::read(&authdesk::desk::card::packed(&tree)), Ok(tree));
        Ok(())
    });
    tested.unwrap();
}

/// What somebody does in the form: a field or a row by its number, and what goes in.
type Deed = (u8, usize, String);

/// Somebody who does it.
fn made(begun: &Person, start: Option<&Draft>, deeds: &[Deed]) -> Person {
    let mut person = Person(begun.0.clone());
    if let Some(draft) = start {
        person.opens("", &draft.packed());
    }
    const LISTS: [CardList; 7] = [
        CardList::Inputs,
        CardList::Scopes,
        CardList::Values,
        CardList::Blocks,
        CardList::Sources,
        CardList::Lines("enter"),
        CardList::Lines("create"),
    ];
    for (what, at, text) in deeds {
        let list = LISTS[at % LISTS.len()];
        let has_list = person.form().sections.iter().flat_map(|section| &section.lists).any(|one| one.list == list);
        match what % 8 {
            0 if has_list => person.adds(list),
            1 if has_list => drop(person.does(CardAction::Removed { list, at: at % 5 })),
            2 if has_list => drop(person.does(CardAction::Moved { list, at: at % 5, up: at % 2 == 0 })),
            _ => {
                let fields = person.card_fields();
                let field = &fields[at % fields.len()];
                let text = match &field.control {
                    authdesk::desk::card::Control::Choice(all) => all[at % all.len()].0.clone(),
                    authdesk::desk::card::Control::Check => (at % 2 == 0).to_string(),
                    _ => text.clone(),
                };
                let id = field.id["card-".len()..].to_owned();
                person.fills(&id, &text);
            }
        }
    }
    person
}

#[test]
fn a_thousand_random_cards_come_back_from_their_files_and_their_links() {
    let catalog: Vec<Draft> = products().iter().step_by(9).map(|(_, facts, prose)| draft_of(facts, prose)).collect();
    let text = prop_oneof![
        "[A-Za-z ]{0,20}",
        Just("{client_id}:{client_secret}".to_owned()),
        Just("https://{host}/x".to_owned()),
        Just("user:read:user:admin\nother".to_owned()),
        "\\PC{0,20}",
    ];
    let deeds = prop::collection::vec((any::<u8>(), any::<usize>(), text), 1..12);
    let begun = Person::at_card();
    let start = prop::option::of(0..catalog.len());
    let (links, cards) = (Cell::new(0), Cell::new(0));
    let mut runner = TestRunner::new(Config { cases: 1_000, ..Config::default() });
    let tested = runner.run(&(start, deeds), |(start, deeds)| {
        let mut person = made(&begun, start.map(|at| &catalog[at]), &deeds);
        // Whoever is told how much is still to be done sees all of it, and is led to the first that is at a field.
        let (form, fields) = (person.form(), person.card_fields());
        prop_assert_eq!(form.fault_count, person.wrong().len());
        let first = form.first_fault(&person.0);
        prop_assert_eq!(first.is_some(), form.fault_count > form.faults.len());
        let is_known = |id: &str| {
            let lists = || form.sections.iter().flat_map(|section| &section.lists);
            fields.iter().any(|field| field.id == id)
                || lists().any(|list| add_id(list.list) == id || list.rows.iter().any(|row| row.id == id))
        };
        prop_assert!(first.is_none_or(|(id, _)| is_known(&id)));
        let draft = person.draft();
        cards.set(cards.get() + 1);
        // The files open in the form as the card that they are of.
        let files = draft.files();
        prop_assert_eq!(Tree::read(&files[0].1), Ok(draft.facts.clone()));
        for ((_, prose), (_, text)) in draft.prose.iter().zip(&files[1..]) {
            prop_assert_eq!(Tree::read(text), Ok(prose.clone()));
        }
        prop_assert_eq!(CardFile::read("", &draft.packed()), Ok(CardFile::Both(draft.clone())));
        person.does(CardAction::Discarded);
        person.opens("", &draft.packed());
        prop_assert_eq!(authdesk::desk::card::view(&person.0).refused, None);
        prop_assert_eq!(&person.draft().language, &draft.language);
        prop_assert_eq!(&person.draft().prose, &draft.prose);
        prop_assert_eq!(&person.draft(), &draft);
        if let Ok(link) = write_link(&draft) {
            links.set(links.get() + 1);
            prop_assert_eq!(read_link(&link), Ok(draft));
        }
        Ok(())
    });
    tested.unwrap();
    let (links, cards) = (links.get(), cards.get());
    assert!(links * 4 > cards, "{links} of {cards} could be put into a link");
}
