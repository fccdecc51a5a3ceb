//! Reports that nobody's page has written: they are read as far as they are reports, and are never more than text.

use authdesk::desk::report::{Subject, read};
use authdesk::desk::tools::report;
use authdesk::desk::{Field, ReportAction, Route};
use authdesk::oauth::Secret;
use authdesk::reading::{PastedKind, what_is};

use super::reread;
use crate::desk::person::Person;

const HEAD: &str = "Authdesk report, version 1\n";

#[test]
fn a_text_without_a_report_has_none() {
    for text in [
        "",
        "Authdesk",
        "Authdesk report",
        "authdesk report, version 1",
        "Authdesk report, version x",
        "Authdesk.report, version 1",
    ] {
        assert!(read(text).is_none(), "{text}");
        assert!(!what_is(text).kinds.contains(&PastedKind::Report), "{text}");
    }
    for text in ["Authdesk report, version 1", "x Authdesk  report,\n> version\u{a0}7"] {
        assert!(read(text).is_some(), "{text}");
        assert_eq!(what_is(text).kinds, [PastedKind::Report], "{text}");
    }
}

#[test]
fn a_newer_version_says_what_is_not_known_and_the_rest_is_read() {
    let text = "Authdesk report, version 2\npage: 9.0\nmood: sunny; very\nguide: kufersql; way x; planet mars\n\
        field: client-id; length 5; has upper, runes; findings blanks-around start, new-kind; colour red\nend: 4";
    let read = reread(text);
    assert!(read.is_newer());
    assert_eq!(read.unread, ["mood", "field"]);
    assert_eq!(read.report.fields[0].length, 5);
    assert_eq!(read.report.fields[0].findings.len(), 1);
    assert!(matches!(read.report.subject, Some(Subject::Guide { .. })));
}

#[test]
fn what_has_not_the_form_of_a_name_is_left_out() {
    for line in [
        "guide: ../../etc/passwd",
        "guide: <script>alert(1)</script>",
        "guide: \u{202e}lqsrefuk<",
        "guide: -kufersql",
        "tool: javascript:",
        "checked: <img src=x onerror=alert(1)>",
        "steps: create done done",
        "steps: everything done",
        "field: ; length 5",
        "field: client-id; length -5",
        "field: client-id; length 99999999999999999999",
        "field: client-id; ends Gn8o9",
        "field: client-id; findings blanks-around U+D800 nowhere",
        "redirect: sent; same",
        "redirect: sent, returned maybe; same",
        "redirect: sent, returned; differs host-differs somehow",
        "redirect: sent, returned; differs nothing-of-the-kind",
        "authentication: password",
        "granted: many",
        "field: client-id; needed; length; findings blanks-around",
        "field: client-id; needed",
        "field: client-id; needed maybe; length 0",
        "field: client-id; length 5 or so",
        "field: client-id; length 5; has upper letters",
        "field: client-id; length 5; findings blanks-around U+D800",
        "field: client-id; length 5; findings blanks-around U+zz",
        "field: client-id; length 5; ends Gn8o twice",
        "error: answer; code invalid_client; means a b; says",
        "error: answer; code invalid_client",
        "error: answer; code \"\"",
        "error: answer; code \"invalid_client\"; means a b",
        "error: answer; code \"invalid_client\"; means",
        "error: answer; code \"invalid_client\"; says Invalid",
        "error: answer; code \"invalid_client\"; says \"Invalid",
        "browser: firefox",
        "browser: firefox 140; system windows 11",
        "made: yesterday",
        "made: 2026-11-29 23:55",
        "made: 2026-11-29 23:55 CET",
    ] {
        let read = reread(&format!("{HEAD}{line}\nend: 1"));
        let key = line.split(':').next().unwrap();
        assert!(read.unread.iter().any(|unread| unread == key), "{line}: {read:?}");
        let shown = format!("{:?}", read.report);
        for part in ["<", "passwd", "alert", "javascript:", "\u{202e}", "Gn8o9"] {
            assert!(!shown.contains(part), "{line}: {shown}");
        }
    }
}

/// Of a field that could not be read, nobody knows whether it is empty.
#[test]
fn a_field_that_cannot_be_read_is_not_said_to_be_empty() {
    let differs = |field: &str| {
        let mut person = Person::at("#/tool/report");
        person
            .types(Field::Report, &format!("{HEAD}guide: verint-recorder\nfield: client-id; needed; {field}\nend: 2"));
        let view = report::view(&person.0).unwrap().unwrap();
        (view.differs.iter().any(|one| one.name == "empty"), !view.gaps.is_empty())
    };
    assert_eq!(differs("length 0"), (true, false));
    for field in ["", "length", "length five", "length -1", "lenght 22", "has upper", "findings blanks-around end"] {
        assert_eq!(differs(field), (false, true), "{field}");
    }
}

#[test]
fn repeated_keys_count_once() {
    let text = format!(
        "{HEAD}guide: kufersql\nguide: verint-recorder\nsteps: create done\nsteps: create open\n\
        field: client-id; length 1\nfield: client-id; length 2\nend: 6"
    );
    let read = reread(&text);
    assert_eq!(read.repeated, ["guide", "steps", "client-id"]);
    assert_eq!(read.report.fields[0].length, 1);
}

#[test]
fn two_reports_are_not_mixed() {
    let text = format!("{HEAD}tool: jwt\n{HEAD}tool: scopes\nend: 1");
    let read = reread(&text);
    assert!(read.is_followed && read.is_cut);
    assert!(matches!(read.report.subject, Some(Subject::Tool(name)) if name.as_str() == "jwt"));
}

#[test]
fn a_megabyte_of_anything_is_harmless() {
    let long = |unit: &str| unit.repeat(1_000_000 / unit.len());
    for unit in [
        "field: a; length 1\n",
        "checked: a/b, ",
        "error: ",
        "\"",
        "\"a",
        ";",
        ",",
        "x: ",
        "x:\n",
        "a",
        "> ",
        "Authdesk report, version 1\n",
        "\u{202e}",
        "<b>",
        "end: ",
    ] {
        let text = format!("{HEAD}{}", long(unit));
        let read = reread(&text);
        assert!(
            read.report.fields.len() <= 300 && read.report.checked.len() <= 300 && read.unread.len() <= 20,
            "{unit}"
        );
        assert!(read.report.errors.len() <= 300);
    }
}

#[test]
fn an_unknown_product_says_so_and_opens_nothing() {
    for id in ["no-such-product", "A/B", "kufersql/../x"] {
        let mut person = Person::at("#/tool/report");
        person.types(
            Field::Report,
            &format!("{HEAD}guide: {id}; way x\nsteps: create done, enter open\nfield: input/host; length 4\nend: 3"),
        );
        let view = report::view(&person.0).unwrap().unwrap();
        assert!(view.gaps.iter().any(|gap| gap.contains(id)), "{:?}", view.gaps);
        assert_eq!(view.guide, None);
        assert_eq!(view.steps.len(), 2);
        assert_eq!(view.fields[0].label, "input/host");
        person.does(ReportAction::OpenedGuide);
        assert!(matches!(person.0.route, Route::Tool(_)));
    }
}

#[test]
fn nothing_in_the_tool_of_reports_is_entered_elsewhere() {
    let mut person = Person::at("#/tool/report");
    let values = "field: client-id; length 22; ends 8otg\nfield: redirect-url; length 24\nfield: input/host; length 4\n\
        error: answer; code \"invalid_client\"; says \"Invalid client_id\"\nscope-sets: one-meeting yes";
    person.types(Field::Report, &format!("{HEAD}guide: verint-recorder; way oauth\n{values}\nend: 6"));
    assert_eq!(report::view(&person.0).unwrap().unwrap().fields.len(), 3);
    has_nothing_entered(&person);
    person.does(ReportAction::OpenedGuide);
    person.fetches();
    assert_eq!(person.0.route, Route::parse("#/product/verint-recorder?variant=oauth"));
    has_nothing_entered(&person);
}

#[track_caller]
fn has_nothing_entered(person: &Person) {
    for field in <Field as strum::VariantArray>::VARIANTS.iter().filter(|field| **field != Field::Report) {
        assert!(person.0.session().entry(*field).same_as(&Secret::new("")), "{field:?}");
    }
    assert!(person.0.kept().iter().all(|kept| kept.fields.is_empty()));
}
