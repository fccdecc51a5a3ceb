//! A card, checked by the code that reads the catalog.

use std::rc::Rc;

use super::draft::Draft;
use super::files::CardFiles;
use super::place::Part;
use super::tree::{Path, way};
use super::written::Written;
use crate::catalog::{Fault, File, Guide, Problem, Product, ProductProse};
use crate::desk::LoadedGuide;
use crate::texts::Language;

/// The name under which the guide of a card is loaded and what is entered in it is kept. No product has it: it is no
/// name of a file.
pub const OWN_CARD: &str = "own card";

/// Something that is wrong with a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::desk) struct CardFault {
    /// The file.
    pub part: Part,
    /// The value that the reader stopped at; `None` where the check names a place.
    pub path: Option<Path>,
    /// Where in the file, in the words of the check: one of these.
    pub places: Vec<String>,
    /// What is wrong there.
    pub problem: Problem,
}

/// The guide of a card, as long as its files can be read, and all that is wrong with them.
pub(super) fn checked(draft: &Draft, files: &CardFiles, language: Language) -> (Option<LoadedGuide>, Vec<CardFault>) {
    let mut faults = Vec::new();
    let facts = Written::of(&draft.facts);
    let product: Option<Product> = match (File { name: "", text: &facts.text }).read() {
        Ok(product) => Some(product),
        Err(fault) => {
            faults.push(unread(Part::Facts, &facts, fault));
            None
        }
    };
    let mut prose = None;
    for (code, tree) in &draft.prose {
        let written = Written::of(tree);
        match (File { name: "", text: &written.text }).read::<ProductProse>() {
            Ok(read) if *code == draft.language => prose = Some(read),
            Ok(_) => {}
            Err(fault) if *code == draft.language => faults.push(unread(Part::Prose, &written, fault)),
            // It is told when it is in the form.
            Err(_) => {}
        }
    }
    let (Some(product), Some(prose)) = (product, prose) else { return (None, faults) };
    let Some(of_provider) = files.of(&product.provider) else {
        let problem = Problem::Unknown { name: product.provider.to_string(), listed_in: "`catalog/providers/`".into() };
        faults.push(CardFault { part: Part::Facts, path: Some(way!["provider"]), places: Vec::new(), problem });
        return (None, faults);
    };
    let guide = Guide {
        product,
        language: draft.language.clone(),
        prose,
        provider: Rc::clone(&of_provider.provider),
        provider_prose: Rc::clone(&of_provider.prose),
        scopes: of_provider.scopes.clone(),
    };
    let facts_file = Product::file(&guide.product.id);
    let found = guide.check().err().unwrap_or_default();
    let of_card = found.into_iter().filter(|fault| fault.file.starts_with("catalog/products/"));
    faults.extend(of_card.map(|fault| checked_fault(&facts_file, fault)));
    let guide = LoadedGuide {
        id: OWN_CARD.to_owned(),
        language,
        guide: Rc::new(guide),
        untranslated: 0,
        // They are at the fields of the form.
        faults: Rc::from([]),
    };
    (Some(guide), faults)
}

/// What the reader of JSON says, at the value that it stopped at.
fn unread(part: Part, written: &Written, fault: Fault) -> CardFault {
    let place = fault.place.strip_prefix("line ").and_then(|place| place.split_once(", column "));
    let at = place.and_then(|(line, column)| Some((line.parse().ok()?, column.parse().ok()?)));
    let path = at.and_then(|(line, column)| written.path_at(line, column));
    CardFault { part, path: Some(path.unwrap_or_default()), places: Vec::new(), problem: fault.problem }
}

fn checked_fault(facts_file: &str, fault: Fault) -> CardFault {
    let is_of_facts = fault.file == facts_file;
    let mut places = vec![fault.place.clone()];
    // A fact without its sentence is told of the fact, and written in the place of the sentence.
    let part = match &fault.problem {
        Problem::Unmatched { name, .. } => {
            let place = format!("{}.{name}", fault.place);
            places.push(if fault.place == "variants" { format!("{place}.name") } else { place });
            if is_of_facts { Part::Prose } else { Part::Facts }
        }
        _ if is_of_facts => Part::Facts,
        _ => Part::Prose,
    };
    CardFault { part, path: None, places, problem: fault.problem }
}
