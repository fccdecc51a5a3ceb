//! Texts as people paste them into public reports, and what the page says about them first.

mod answered;
mod api_calls;
mod around;
mod beside;
mod causes;
mod clues;
mod documentation;
mod families;
mod fifth;
mod fourth;
mod logs;
mod mails;
mod mechanisms;
mod names;
mod own_tokens;
mod products;
mod programs;
mod requests;
mod settings;
mod shown;
mod unseen;
mod untold;
mod wordings;

use std::fs;

use authdesk::desk::parts::diagnosis;
use authdesk::desk::{Action, ClockAction, DiagnosisView, Lead};
use authdesk::oauth::Secret;

use crate::desk::person::Person;

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
    match (&view.lead, view.cause()) {
        (Lead::Finding(finding), _) => finding.kind.name().into(),
        (Lead::Cause, Some((row, cause))) => format!("{}/{}", row.row, cause.id),
        (Lead::Cause, None) => panic!("there is no cause"),
        (Lead::Error, _) => "unknown error".into(),
        (Lead::Untold, _) => "untold".into(),
        (Lead::Guess(_), _) => "guess".into(),
        (Lead::Sound, _) => "sound".into(),
    }
}

/// The first sentence that a person reads.
fn sentence(person: &Person, view: Option<&DiagnosisView<'_>>) -> String {
    let Some(view) = view else { return String::new() };
    let said = view.error.as_ref().map_or(String::new(), |error| {
        let server = error.server.unwrap_or("-");
        format!("[{server}: {} {}] ", error.error.as_deref().unwrap_or(""), error.sentence.as_deref().unwrap_or(""))
    });
    let first = match (&view.lead, view.cause()) {
        (Lead::Finding(finding), _) => person.0.finding_sentence(finding, view.found_in),
        (_, Some((row, cause))) => format!("{} {}", row.says, cause.says),
        _ => String::new(),
    };
    said + &first
}

/// The texts of a folder by their names, with what the page must say first.
fn texts(folder: &str) -> Vec<(String, String, String)> {
    let folder = format!("{}/tests/it/reports/{folder}", env!("CARGO_MANIFEST_DIR"));
    let expected = fs::read_to_string(format!("{folder}/expected")).unwrap();
    let all: Vec<_> = expected.lines().map(|line| line.split_once(": ").expect("a name and what is said")).collect();
    let count = fs::read_dir(&folder).unwrap().count();
    assert_eq!(count, all.len() + 1, "{folder}/expected lists every text");
    let text = |name: &str| fs::read_to_string(format!("{folder}/{name}.txt")).unwrap();
    all.iter().map(|(name, lead)| ((*name).to_owned(), text(name), (*lead).to_owned())).collect()
}

#[track_caller]
fn is_said(name: &str, text: &str, expected: &str) {
    let person = pasted(text);
    let view = diagnosis::view(&person.0);
    assert_eq!(lead(view.as_ref()), expected, "{name}: {}\n{text}", sentence(&person, view.as_ref()));
}

/// That a diagnosis of each of these begins with a row and its cause, or with a finding.
#[track_caller]
fn leads_to(expected: &str, texts: &[&str]) {
    let found = texts.iter().map(|text| (lead(diagnosis::view(&pasted(text).0).as_ref()), text));
    let wrong: Vec<String> =
        found.filter(|(found, _)| found != expected).map(|(found, text)| format!("{found}: {text}")).collect();
    assert!(wrong.is_empty(), "{expected} expected\n{}", wrong.join("\n"));
}

/// That a diagnosis of none of these begins so, and that none has such a finding further down either.
#[track_caller]
fn says_nothing_of(unexpected: &str, texts: &[&str]) {
    for text in texts {
        let person = pasted(text);
        let view = diagnosis::view(&person.0);
        assert_ne!(lead(view.as_ref()), unexpected, "{text}");
        let mut found = view.iter().flat_map(|view| view.read.iter().chain(&view.others));
        assert!(!found.any(|finding| finding.kind.name() == unexpected), "{unexpected} is found: {text}");
    }
}

/// That none of these is taken for an error.
#[track_caller]
fn are_no_errors(texts: &[&str]) {
    for text in texts {
        let person = pasted(text);
        let view = diagnosis::view(&person.0);
        assert!(view.as_ref().is_none_or(|view| view.error.is_none()), "{text}: {}", lead(view.as_ref()));
    }
}

/// What was really wrong with them is known from the reports that they are from.
#[test]
fn every_report_is_answered() {
    for (name, text, expected) in texts("cases").into_iter().chain(texts("more")) {
        is_said(&name, &text, &expected);
    }
}

/// What somebody did to a text, and how.
type Variant = (&'static str, fn(&str) -> String);

/// The same text as other people would have pasted it.
const VARIANTS: [Variant; 8] = [
    ("Windows' line ends", |text| text.replace('\n', "\r\n")),
    ("a fence of Markdown", |text| format!("```\n{}\n```\n", text.trim_end())),
    ("a fence with a language", |text| format!("```json\n{}\n```", text.trim_end())),
    ("words before", |text| format!("Hello, I get this since yesterday:\n\n{text}")),
    ("words after", |text| format!("{}\n\nWhat am I doing wrong? Thanks!\n", text.trim_end())),
    ("an indent", |text| text.lines().map(|line| format!("    {line}\n")).collect()),
    ("a quote in an email", |text| text.lines().map(|line| format!("> {line}\n")).collect()),
    ("empty lines around", |text| format!("\n\n{text}\n\n\n")),
];

#[test]
fn however_it_was_copied() {
    for (name, text, expected) in texts("cases") {
        for (how, change) in VARIANTS {
            is_said(&format!("{name}, {how}"), &change(&text), &expected);
        }
    }
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
        println!("{name}: {} | {}", lead(view.as_ref()), sentence(&person, view.as_ref()).replace('\n', " "));
    }
}
