//! A pasted report as the view that the admin had.

use super::copied;
use crate::desk::person::{CLIENT_ID, Person};
use authdesk::desk::parts::pasted;
use authdesk::desk::tools::report;
use authdesk::desk::{
    Action, Field, FieldAction, GuideAction, LinkReading, Progress, ReaderAction, ReportAction, Route, Step, Tool,
    guide,
};
use authdesk::oauth::Secret;
use authdesk::reading::PastedKind;

const GUIDE: &str = "#/product/verint-recorder?variant=server-to-server";

/// What an admin got stuck with.
fn admin() -> Person {
    let mut person = Person::at(GUIDE);
    person.creates_the_app();
    person.types(Field::ClientId, &format!("{CLIENT_ID} "));
    person
}

fn pasted_into(view: &str, text: &str) -> Person {
    let mut person = Person::at(view);
    person.types(Field::Report, text);
    person
}

#[test]
fn the_box_for_anything_opens_it() {
    let text = copied(&mut admin());
    let mail = format!("Hello,\n\n{}\nregards", text.lines().map(|line| format!("> {line}\n")).collect::<String>());
    let mut person = Person::at("#/");
    person.does(Action::TypedAnything(Secret::new(mail)));
    person.fetches();
    let view = pasted::view(&person.0).unwrap();
    assert_eq!(view.ways.first().map(|way| way.kind), Some(PastedKind::Report), "{view:?}");
    assert!(
        authdesk::desk::parts::diagnosis::view(&person.0).is_none(),
        "an error in a report is not one of this text"
    );
    person.does(ReaderAction::ReadAs(PastedKind::Report));
    person.fetches();
    assert_eq!(person.0.route, Route::Tool(Tool::Report));
    assert!(report::view(&person.0).unwrap().is_some());
}

#[test]
fn steps_and_findings_are_those_of_the_admin() {
    let mut admin = admin();
    let person = pasted_into("#/tool/report", &copied(&mut admin));
    let view = report::view(&person.0).unwrap().unwrap();
    assert_eq!(view.gaps, Vec::<String>::new());
    let steps: Vec<(Step, Progress)> = view.steps.iter().map(|row| (row.step, row.progress)).collect();
    let had: Vec<(Step, Progress)> =
        guide::steps(&admin.0).into_iter().map(|step| (step, guide::progress(&admin.0, step))).collect();
    assert_eq!(steps, had);
    for row in &view.steps {
        let title = guide::step_title(&admin.0, row.step);
        assert_eq!(row.title, format!("{}. {title}", guide::number(&admin.0, row.step)));
        let (ticked, all) = guide::ticked(&admin.0, row.step);
        let checked = row.lines.iter().filter(|(_, is_checked)| *is_checked).count();
        assert_eq!((checked, row.lines.len()), (ticked, all), "{:?}", row.step);
    }
    let id = view.fields.iter().find(|field| field.label == "Client ID").unwrap();
    assert_eq!(id.says, "23 characters: uppercase, lowercase, digits, spaces");
    assert!(id.findings.iter().any(|(_, says)| says.ends_with("At the end.")), "{id:?}");
    assert!(view.differs.iter().any(|one| one.name == "field" && one.says.contains("Client ID")), "{:?}", view.differs);
    assert!(
        view.differs.iter().any(|one| one.name == "empty" && one.says.contains("Client Secret")),
        "{:?}",
        view.differs
    );
    assert!(view.differs.iter().any(|one| one.name == "step"));
    assert!(view.about.iter().any(|(label, value)| label == "Product" && value.contains("Verint")), "{:?}", view.about);
}

#[test]
fn the_guide_opens_as_the_admin_had_it_without_values() {
    let mut admin = admin();
    let person = &mut pasted_into("#/tool/report", &copied(&mut admin));
    let guide = report::view(&person.0).unwrap().unwrap().guide.unwrap();
    assert!(!guide.asks);
    person.does(ReportAction::OpenedGuide);
    person.fetches();
    assert_eq!(person.0.route, Route::parse(GUIDE));
    for step in guide::steps(&admin.0) {
        assert_eq!(guide::ticked(&person.0, step), guide::ticked(&admin.0, step));
    }
    assert!(person.0.session().entry(Field::ClientId).is_empty());
}

#[test]
fn what_is_checked_off_already_is_replaced_only_after_a_question() {
    let text = copied(&mut admin());
    let mut person = Person::at(GUIDE);
    let line = guide::lines(&person.0, Step::Enter).first().unwrap().name.to_owned();
    person.does(GuideAction::Ticked { line: line.clone(), step: Step::Enter, ticked: true });
    person.types(Field::ClientId, "mine");
    person.goes("#/tool/report");
    person.types(Field::Report, &text);
    let asks = |person: &Person| report::view(&person.0).unwrap().unwrap().guide.unwrap().asks;
    assert!(!asks(&person));
    person.does(ReportAction::OpenedGuide);
    assert!(asks(&person));
    assert_eq!(person.0.route, Route::Tool(Tool::Report));
    // Another report, or another view meanwhile: it is asked again.
    person.types(Field::Report, &format!("{text}\n"));
    assert!(!asks(&person));
    person.does(ReportAction::OpenedGuide);
    person.goes("#/tools");
    person.goes("#/tool/report");
    assert!(!asks(&person));
    person.does(ReportAction::OpenedGuide);
    person.does(ReportAction::OpenedGuide);
    assert_eq!(person.0.route, Route::parse(GUIDE));
    assert!(!person.0.session().is_ticked(Step::Enter, &line));
    assert_eq!(person.entry(Field::ClientId), "mine", "what is entered stays");
}

#[test]
fn nothing_is_asked_where_nothing_would_be_replaced() {
    let text = copied(&mut admin());
    let mut person = Person::at(GUIDE);
    person.types(Field::ClientId, "mine");
    person.goes("#/tool/report");
    person.types(Field::Report, &text);
    person.does(ReportAction::OpenedGuide);
    assert_eq!(person.0.route, Route::parse(GUIDE));
    assert_eq!(person.entry(Field::ClientId), "mine");
    assert_ne!(guide::ticked(&person.0, Step::Create).0, 0);
}

/// Until December 2026 the code was brought back in a step of its own.
#[test]
fn the_step_of_the_code_is_a_part_of_the_one_that_authorizes() {
    let steps = |steps: &str| {
        let written = format!("Authdesk report, version 1\nguide: verint-recorder; way oauth\nsteps: {steps}\nend: 2");
        let person = pasted_into("#/tool/report", &written);
        let view = report::view(&person.0).unwrap().unwrap();
        assert!(view.gaps.is_empty(), "{:?}", view.gaps);
        view.steps.iter().map(|row| (row.step.name(), row.progress.name())).collect::<Vec<_>>()
    };
    assert_eq!(steps("authorize done, code attention"), [("authorize", "attention")]);
    assert_eq!(steps("authorize attention, code done"), [("authorize", "attention")]);
    assert_eq!(steps("authorize done, code now"), [("authorize", "now")]);
    assert_eq!(steps("authorize now, code open"), [("authorize", "now")]);
    assert_eq!(steps("code done, exchange now"), [("authorize", "done"), ("exchange", "now")]);
    assert_eq!(LinkReading::of("#/product/verint-recorder?step=code").link.step, Some(Step::Authorize));
}

/// Until December 2026 the app was created in one step.
#[test]
fn a_report_with_one_step_for_the_whole_app_is_shown_and_taken_over() {
    let written = "Authdesk report, version 1\nguide: verint-recorder; way oauth\nsteps: create now, credentials open\n\
        checked: create/provider/open-marketplace, create/provider/redirect\nunchecked: create/provider/scopes\nend: 4";
    let mut person = pasted_into("#/tool/report", written);
    let view = report::view(&person.0).unwrap().unwrap();
    assert!(view.gaps.is_empty(), "{:?}", view.gaps);
    let checked: Vec<bool> = view.steps[0].lines.iter().map(|(_, is_checked)| *is_checked).collect();
    assert_eq!(checked, [true, true, false]);
    person.does(ReportAction::OpenedGuide);
    person.fetches();
    let ticked = |step| guide::ticked(&person.0, step).0;
    assert_eq!((ticked(Step::Create), ticked(Step::Redirect), ticked(Step::Scopes)), (1, 1, 0));
}

/// What somebody has pasted must not be kept by the tab, or be in a report of one's own.
#[test]
fn only_lines_and_scopes_that_the_guide_has_are_taken_over() {
    let written = "Authdesk report, version 1\nguide: verint-recorder; way oauth\nchecked: create/provider/open-marketplace, \
        create/strange, strange/create/x\nscope-sets: one-meeting yes, strange yes\nend: 3";
    let mut person = pasted_into("#/tool/report", written);
    person.does(ReportAction::OpenedGuide);
    let kept = |person: &Person| {
        let all = person.0.kept();
        let kept = all.iter().find(|kept| kept.session == "verint-recorder").unwrap();
        let sets: Vec<&str> = kept.sets.iter().map(|(name, _)| name.as_str()).collect();
        format!("{} {}", kept.ticks.join(","), sets.join(","))
    };
    assert_eq!(kept(&person), "create/provider/open-marketplace one-meeting");
    // The guide's files come later.
    let mut late = Person::at("#/tool/report");
    late.does(FieldAction::Typed(Field::Report, Secret::new(written)));
    assert!(late.0.guide().is_none());
    late.does(ReportAction::OpenedGuide);
    late.fetches();
    assert_eq!(kept(&late), kept(&person));
    // Somebody went somewhere else meanwhile.
    let mut away = Person::at("#/tool/report");
    away.does(FieldAction::Typed(Field::Report, Secret::new(written)));
    away.does(ReportAction::OpenedGuide);
    away.goes("#/product/kufersql");
    away.goes("#/product/verint-recorder?variant=oauth");
    assert!(away.0.kept().iter().all(|kept| kept.ticks.is_empty() && kept.sets.is_empty()));
}

#[test]
fn older_facts_and_another_version_of_the_page_are_told() {
    let text = copied(&mut admin());
    let facts = text.find("facts ").unwrap() + "facts ".len();
    let old = format!("{}2001-01{}", &text[..facts], &text[facts + 7..])
        .replace(&format!("page: {}", env!("CARGO_PKG_VERSION")), "page: 0.0.1");
    let person = pasted_into("#/tool/report", &old);
    let view = report::view(&person.0).unwrap().unwrap();
    let names: Vec<&str> = view.differs.iter().map(|one| one.name).collect();
    assert!(names.contains(&"facts") && names.contains(&"page"), "{names:?}");
    let person = pasted_into("#/tool/report", &text);
    let view = report::view(&person.0).unwrap().unwrap();
    assert!(view.differs.iter().all(|one| !["facts", "page"].contains(&one.name)));
}

#[test]
fn a_report_of_a_tool_and_a_text_without_a_report_are_shown_too() {
    let mut admin = Person::at("#/tool/values");
    admin.types(Field::ClientSecret, "a b");
    let person = pasted_into("#/tool/report", &copied(&mut admin));
    let view = report::view(&person.0).unwrap().unwrap();
    assert_eq!((view.guide, view.steps.len()), (None, 0));
    assert!(!view.fields[0].findings.is_empty());
    let person = pasted_into("#/tool/report", "hello");
    assert!(report::view(&person.0).unwrap().is_none());
    assert!(report::view(&Person::at("#/tool/report").0).is_none());
}
