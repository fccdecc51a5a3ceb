//! Texts as people paste them into public reports, and what the page says about them first.

use std::fs;

use authdesk::desk::parts::diagnosis;
use authdesk::desk::{Action, ClockAction, DiagnosisView, Lead, Meaning};
use authdesk::oauth::Secret;

use crate::desk::person::Person;
use crate::notation::kinds;

/// 2026-11-29 12:00 UTC: later than everything in the texts.
const NOW: u64 = 1_795_953_600_000;

/// Somebody on the start view who pasted a text.
fn pasted(text: &str) -> Person {
    let mut person = Person::at("#/");
    person.does(ClockAction::ClockRead(NOW));
    person.does(Action::TypedAnything(Secret::new(text)));
    person.fetches();
    person
}

/// What a diagnosis begins with, as a stable name: a finding, or the row and the cause of an error.
fn lead(view: Option<&DiagnosisView<'_>>) -> String {
    let Some(view) = view else { return "nothing".into() };
    match (&view.lead, view.error.as_ref().map(|error| &error.meaning)) {
        (Lead::Finding(finding), _) => finding.kind.name().into(),
        (Lead::Cause, Some(Meaning::Known(all))) => format!("{}/{}", all[0].row, all[0].causes[0].id),
        (Lead::Error, _) => "unknown error".into(),
        (Lead::Cause | Lead::Sound, _) => format!("sound ({})", kinds(&view.read)),
    }
}

/// The first sentence that a person reads.
fn sentence(person: &Person, view: Option<&DiagnosisView<'_>>) -> String {
    let Some(view) = view else { return String::new() };
    let said = view.error.as_ref().map_or(String::new(), |error| {
        let server = error.server.unwrap_or("-");
        format!("[{server}: {} {}] ", error.error.as_deref().unwrap_or(""), error.sentence.as_deref().unwrap_or(""))
    });
    let first = match (&view.lead, view.error.as_ref().map(|error| &error.meaning)) {
        (Lead::Finding(finding), _) => person.0.finding_sentence(finding, view.found_in),
        (Lead::Cause, Some(Meaning::Known(all))) => format!("{} {}", all[0].says, all[0].causes[0].says),
        _ => String::new(),
    };
    said + &first
}

/// Prints what the page says about every text of a folder: `REPORTS=folder cargo test … reports::table -- --ignored`.
#[test]
#[ignore = "prints a table of the texts in a folder that somebody chose"]
fn table() {
    let folder = std::env::var("REPORTS").unwrap_or(format!("{}/tests/it/reports/cases", env!("CARGO_MANIFEST_DIR")));
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    for path in names.iter().filter(|path| path.extension().is_some_and(|end| end == "txt")) {
        let person = pasted(&fs::read_to_string(path).unwrap());
        let view = diagnosis::view(&person.0);
        let name = path.file_stem().unwrap().to_string_lossy();
        println!("{name}: {} | {}", lead(view.as_ref()), sentence(&person, view.as_ref()));
    }
}

#[test]
#[ignore]
fn debug_one() {
    let text = fs::read_to_string(std::env::var("ONE").unwrap()).unwrap();
    println!("{:?}", authdesk::reading::what_is(&text).kinds);
    let read = authdesk::reading::read_request(&text, &authdesk::reading::RequestHabits::default());
    println!("{} requests, {}", read.requests.len(), crate::notation::said(&read.findings));
    for piece in authdesk::reading::read_document(&text, &authdesk::reading::DocumentHabits::default()).pieces {
        println!("{:?} {:?} {}", piece.kind, piece.span, crate::notation::said(&piece.findings));
    }
}
