//! What an email, a ticket and a person do to a report.

use authdesk::desk::report::Report;
use proptest::prelude::*;

use super::states::{after, state};
use super::{AGENT, copied, is_whole, reread};
use crate::desk::person::{CLIENT_ID, Person};
use authdesk::desk::tools::report;
use authdesk::desk::{Field, ReportAction};

/// Lines of at most so many characters, as an email wraps them.
fn wrapped(text: &str, width: usize) -> String {
    let mut all = String::new();
    for line in text.lines() {
        let mut length = 0;
        for word in line.split(' ') {
            if length > 0 && length + word.chars().count() >= width {
                all.push('\n');
                length = 0;
            } else if length > 0 {
                all.push(' ');
            }
            all.push_str(word);
            length += word.chars().count() + 1;
        }
        all.push('\n');
    }
    all
}

fn prefixed(text: &str, prefix: &str) -> String {
    text.lines().map(|line| format!("{prefix}{line}\n")).collect()
}

/// What happens to a text on its way, none of which changes what it says.
fn on_its_way(text: &str) -> Vec<String> {
    let quoted = prefixed(text, "> ");
    vec![
        text.to_owned(),
        text.replace('\n', "\r\n"),
        text.replace('\n', "\r"),
        wrapped(text, 76),
        wrapped(text, 40),
        wrapped(&quoted, 76),
        prefixed(&wrapped(text, 76), "> "),
        prefixed(&wrapped(&prefixed(text, ">> "), 76), "> > ").replace('\n', "\r\n"),
        prefixed(text, "    "),
        prefixed(text, "| "),
        text.replace(' ', "\u{a0}"),
        text.replace("  ", " \u{a0}").replace('"', "\u{201d}"),
        text.replace(" \"", " \u{201c}").replace('"', "\u{201d}").replace('\'', "\u{2019}"),
        text.replace(", ", ",\u{200b} "),
        text.replace(' ', " \u{2064}\u{fe0f}").replace('"', "\u{2033}"),
        text.replace('\n', "\u{b}").replace(": ", ":\u{2009}"),
        text.replace('\n', "\n\n"),
        text.replace('\n', " "),
        format!("\u{feff}{text}"),
        format!("Hi,\nhere is the report: I hope it helps.\n\n{text}\nBest regards\nAda\n--\nExample Ltd"),
        format!("On Monday, Ada wrote:\n> Hi,\n>\n{quoted}>\n> Thanks\n\nWhat do you think?"),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn what_is_written_is_read_whatever_happened_on_its_way(state in state(), way in 0..21_usize) {
        let (mut person, _) = after(&state);
        let report = Report::of(&person.0, AGENT);
        is_whole(&report.written(), &report);
        let texts = on_its_way(&copied(&mut person));
        assert_eq!(texts.len(), 21);
        is_whole(&texts[way], &report);
    }
}

/// A guide with much in its report.
fn admin() -> Person {
    let mut person = Person::at("#/product/verint-recorder");
    person.types(Field::ClientId, &format!(" {CLIENT_ID}"));
    person.types(Field::ClientSecret, "abc");
    person.types(Field::Answer, r#"{"reason":"Invalid client_id or client_secret","error":"invalid_client"}"#);
    person.creates_the_app();
    person.does(ReportAction::ChoseEnds(true));
    person
}

#[test]
fn every_way_leaves_a_full_report_whole() {
    let mut person = admin();
    let report = Report::of(&person.0, AGENT);
    assert!(report.fields.len() > 2 && report.errors.len() == 1 && report.checked.len() > 2, "{report:?}");
    for text in on_its_way(&copied(&mut person)) {
        is_whole(&text, &report);
    }
}

#[test]
fn a_report_that_is_cut_anywhere_is_read_up_to_there_and_said_to_be_cut() {
    let text = copied(&mut admin());
    let whole = reread(&text).report;
    let end = text.find("end:").unwrap();
    for (at, _) in text.char_indices().filter(|(at, _)| *at > "Authdesk report, version 1".len() && *at <= end) {
        let read = reread(&text[..at]);
        assert!(read.is_cut, "{at}");
        let read = read.report;
        assert!(read.fields.len() <= whole.fields.len(), "{at}");
        for (read, whole) in [(&read.checked, &whole.checked), (&read.unchecked, &whole.unchecked)] {
            // The last one may have lost its end.
            let (last, before) = read.split_last().map_or((None, &[][..]), |(last, before)| (Some(last), before));
            assert!(whole.starts_with(before), "{at}: {read:?}");
            let next = whole.get(before.len()).map(|next| next.as_str());
            assert!(last.is_none_or(|last| next.is_some_and(|next| next.starts_with(last.as_str()))), "{at}: {read:?}");
        }
    }
}

#[test]
fn entries_that_were_lost_are_counted_and_the_rest_is_read() {
    let mut person = admin();
    let report = Report::of(&person.0, AGENT);
    let text = copied(&mut person);
    let lines: Vec<&str> = text.lines().collect();
    let starts: Vec<usize> = (1..lines.len() - 1).filter(|at| !lines[*at].starts_with(' ')).collect();
    for (number, at) in starts.iter().enumerate() {
        let next = starts.get(number + 1).copied().unwrap_or(lines.len() - 1);
        let left: Vec<&str> = lines[..*at].iter().chain(&lines[next..]).copied().collect();
        let read = reread(&left.join("\n"));
        assert_eq!((read.lost, read.is_cut), (1, false), "without {}", lines[*at]);
        assert_ne!(read.report, report, "without {}", lines[*at]);
    }
}

#[test]
fn words_of_a_person_between_the_entries_harm_only_what_they_are_in() {
    let mut person = admin();
    let report = Report::of(&person.0, AGENT);
    let text = copied(&mut person);
    let note = text.replace("steps: ", "note: the steps are strange\nsteps: ");
    let read = reread(&note);
    assert_eq!(read.report, report);
    assert_eq!(read.unread, ["note"]);
    let inside = text.replace("checked: ", "checked: I have done all of this, ");
    let read = reread(&inside);
    assert_eq!(
        read.unread,
        ["checked", "unchecked"]
            .into_iter()
            .filter(|key| inside.contains(&format!("\n{key}: I have")))
            .collect::<Vec<_>>()
    );
    assert_eq!(read.report.checked, report.checked);
}

/// A report without anything wrong, and what lost a part of it.
#[test]
fn only_a_whole_report_says_that_nothing_differs() {
    let whole = "Authdesk report, version 1\nguide: verint-recorder; way oauth\nsteps: create done, credentials done\n\
        field: client-id; needed; length 22\nend: 3";
    let view = |text: &str| {
        let mut person = Person::at("#/tool/report");
        person.types(Field::Report, text);
        let view = report::view(&person.0).unwrap().unwrap();
        (view.is_sound(), view.gaps.len(), view.differs.len())
    };
    assert_eq!(view(whole), (true, 0, 0));
    for damaged in [
        whole.replace("\nend: 3", ""),
        whole.replace("end: 3", "end:"),
        whole.replace("end: 3", "end: E"),
        whole.replace("end: 3", "end: 4"),
        whole.replace("field: client-id; needed; length 22\n", ""),
        whole.replace("length 22", "length"),
        whole.replace("length 22", "length 22; findings strange"),
        whole.replace("credentials done", "credentials"),
        whole.replace("guide: verint-recorder; way oauth", "guide: strange"),
        whole.replace("guide: verint-recorder; way oauth\n", "").replace("end: 3", "end: 2"),
        whole.replace("way oauth", "way strange"),
        whole.replace("end: 3", "steps: create done\nend: 4"),
        whole.replace("version 1", "version 2"),
        format!("{whole}\n{whole}"),
    ] {
        let (is_sound, gaps, differs) = view(&damaged);
        assert!(!is_sound && gaps > 0 && differs == 0, "{damaged}");
    }
    // A tool has no steps that could be done.
    assert_eq!(view("Authdesk report, version 1\ntool: jwt\nend: 1"), (false, 0, 0));
    assert_eq!(view(&whole.replace("create done", "create attention")), (false, 0, 1));
}
