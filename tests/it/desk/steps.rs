//! The steps of every guide: nothing of a product's file is lost in them, and each has something in it.

use authdesk::catalog::{GuideLine, Shows, Step, TaskKind};
use authdesk::desk::{Desk, Kept, SessionAction, ValueState, guide};

use super::person::Person;
use super::products::products;
use crate::catalog::sample::{ENGLISH, FACTS, sample_of};

/// Every way to connect every product, with its name.
fn guides() -> impl Iterator<Item = (String, Person)> {
    products().into_iter().flat_map(|product| {
        let mut ways: Vec<String> = product.variants.iter().map(|variant| variant.id.clone()).collect();
        if ways.is_empty() {
            ways.push(String::new());
        }
        ways.into_iter().map(move |way| {
            let name = format!("{} {way}", product.id);
            (name, Person::at(&format!("#/product/{}?variant={way}", product.id)))
        })
    })
}

/// The names of the lines of a step, as they are read.
fn names(desk: &Desk, step: Step) -> Vec<&str> {
    guide::lines(desk, step).iter().map(|line| line.name).collect()
}

fn place(desk: &Desk, step: Step, line: &str) -> usize {
    names(desk, step).iter().position(|name| *name == line).unwrap_or_else(|| panic!("{step:?} has no {line}"))
}

#[test]
fn no_line_of_a_file_is_lost_or_told_twice() {
    let mut count = 0;
    for (place, person) in guides() {
        let desk = &person.0;
        let mut told: Vec<&str> = guide::steps(desk).into_iter().flat_map(|step| names(desk, step)).collect();
        let product = &desk.guide().unwrap().product;
        let mut listed: Vec<&str> = match desk.variant() {
            Some(variant) => {
                let second = variant.second_app.iter().flat_map(|second| &second.create);
                let lists = [&variant.create, &variant.credentials, &variant.subscribe, &variant.enter];
                lists.into_iter().flatten().chain(second).map(String::as_str).collect()
            }
            None => product.no_app.iter().flat_map(|no_app| &no_app.lines).map(String::as_str).collect(),
        };
        told.sort_unstable();
        listed.sort_unstable();
        assert_eq!(told, listed, "{place}");
        count += listed.len();
    }
    assert!(count > 1000, "{count} lines");
}

#[test]
fn each_step_has_a_line_or_a_field_and_can_be_done() {
    for (place, person) in guides() {
        let desk = &person.0;
        let steps = guide::steps(desk);
        assert!(!steps.is_empty(), "{place}");
        for step in steps {
            let is_tool = matches!(step, Step::Authorize | Step::Exchange | Step::Try);
            let has_field = !guide::inputs(desk, step).is_empty()
                || step == Step::Credentials && !guide::needed_fields(desk).is_empty();
            assert!(is_tool || has_field || !names(desk, step).is_empty(), "{place}: {step:?} is empty");
            if step.creates_app() {
                assert_ne!(guide::ticked(desk, step).1, 0, "{place}: {step:?} has nothing to do");
            }
        }
    }
}

#[test]
fn the_app_is_created_page_by_page_of_the_provider() {
    let pages = |product: &str| -> Vec<Step> {
        let person = Person::at(&format!("#/product/{product}"));
        guide::steps(&person.0).into_iter().filter(|step| step.creates_app()).collect()
    };
    let general = [Step::Create, Step::Redirect, Step::Scopes];
    assert_eq!(pages("kufersql"), [Step::Create, Step::Scopes, Step::Activate]);
    assert_eq!(pages("cirqlive-meets"), [Step::Create, Step::Scopes, Step::Activate]);
    assert_eq!(pages("verint-recorder"), general);
    assert_eq!(pages("verint-recorder?variant=server-to-server"), [Step::Create, Step::Scopes, Step::Activate]);
    assert_eq!(pages("zappysys-zoom-connector"), general);
    assert_eq!(pages("zappysys-zoom-connector?variant=legacy"), general);
    let with_test = [Step::Create, Step::Redirect, Step::Scopes, Step::LocalTest];
    assert_eq!(pages("cae-learningspace"), with_test);
    assert_eq!(pages("cortex-xsoar-zoom?variant=chat-bot"), with_test);
    assert_eq!(pages("sumo-logic-zoom"), [Step::Create], "an app for events alone");
    assert_eq!(pages("other-server"), [Step::Create], "no page of that server is known");
    for (place, person) in guides() {
        let desk = &person.0;
        let of = |shows: Shows| {
            let has = |step: &Step| guide::lines(desk, *step).iter().any(|line| line.task.shows == Some(shows));
            guide::steps(desk).into_iter().find(has)
        };
        let is_other = desk.guide().unwrap().provider.id == "other";
        for (shows, step) in [
            (Shows::AppName, Step::Create),
            (Shows::RedirectUrl, Step::Redirect),
            (Shows::AllowList, Step::Redirect),
            (Shows::Scopes, Step::Scopes),
        ] {
            let on = of(shows);
            assert!(is_other || on.is_none() || on == Some(step), "{place}: {shows:?} is in {on:?}");
        }
    }
}

#[test]
fn what_a_redirect_url_is_built_from_is_asked_for_in_its_step() {
    let person = Person::at("#/product/anny");
    assert!(!guide::inputs(&person.0, Step::Redirect).is_empty());
    assert!(guide::inputs(&person.0, Step::Create).is_empty());
    let value = guide::values(&person.0).into_iter().find(|value| matches!(value.state, ValueState::Waits(_)));
    assert!(value.is_some());
}

#[test]
fn a_note_is_next_to_its_line_and_before_what_that_shows() {
    let person = Person::at("#/product/kufersql");
    let lines = guide::step_lines(&person.0, Step::Scopes);
    let scopes = lines.lines.iter().find(|one| one.line.task.shows == Some(Shows::Scopes)).unwrap();
    let notes: Vec<&str> = scopes.notes.iter().map(|note| note.name).collect();
    assert_eq!(notes, ["added-count", "provider/scopes-search"]);
    let folded: Vec<&str> = lines.good_to_know.iter().map(|line| line.name).collect();
    assert_eq!(folded, ["provider/scopes-role", "provider/scopes-later"]);

    let person = Person::at("#/product/cae-learningspace");
    let lines = guide::step_lines(&person.0, Step::LocalTest);
    assert_eq!(lines.lines.len(), 1);
    assert_eq!(lines.lines[0].notes[0].task.kind, TaskKind::Avoid, "what not to do on that page");
    assert!(place(&person.0, Step::LocalTest, "do-not-add") > place(&person.0, Step::LocalTest, "add-is-active"));

    let person = Person::at("#/product/verint-recorder?variant=server-to-server");
    let lines = guide::step_lines(&person.0, Step::Enter);
    assert!(lines.good_to_know.is_empty() && !lines.lines.is_empty(), "nothing else is in that step");
}

#[test]
fn what_to_do_and_what_may_go_wrong_is_never_folded_away() {
    for (place, person) in guides() {
        for step in guide::steps(&person.0) {
            let lines = guide::step_lines(&person.0, step);
            let is_known = |line: &GuideLine<'_>| line.task.kind == TaskKind::Know;
            assert!(lines.good_to_know.iter().all(is_known), "{place}: {step:?}");
        }
    }
}

#[test]
fn a_warning_about_what_is_folded_is_not_folded_with_it() {
    let facts = FACTS
        .replace(r#""old-way": { "kind": "caution""#, r#""old-way": { "kind": "know""#)
        .replace(r#""owner": { "kind": "danger""#, r#""owner": { "kind": "danger", "about": ["old-way"]"#)
        .replace(r#""own-scopes", "owner"]"#, r#""own-scopes", "owner", "old-way"]"#);
    let person = Person::at_guide("#/product/sample", sample_of(&facts, ENGLISH));
    let lines = guide::step_lines(&person.0, Step::Create);
    assert_eq!(lines.good_to_know.iter().map(|line| line.name).collect::<Vec<_>>(), ["old-way"]);
    assert!(lines.lines.iter().any(|one| one.line.name == "owner"));
}

#[test]
fn without_a_list_of_scopes_one_is_still_told_to_add_some() {
    for product in ["tines", "cyclr-zoom", "recall-ai?variant=admin-managed"] {
        let person = Person::at(&format!("#/product/{product}"));
        let lines = guide::step_lines(&person.0, Step::Scopes);
        let first: Vec<(&str, TaskKind)> = lines.lines.iter().map(|one| (one.line.name, one.line.task.kind)).collect();
        assert!(first.contains(&("provider/scopes-own", TaskKind::Do)), "{product}: {first:?}");
        assert!(!guide::sketches(&person.0, "provider/scopes-own").is_empty());
    }
}

#[test]
fn what_was_checked_off_when_creating_the_app_was_one_step_still_is() {
    let kept = r#"[{"session":"verint-recorder","fields":{},"ticks":["create/provider/redirect","create/provider/scopes",
        "create/archiving"],"sets":{}}]"#;
    let mut person = Person::at("#/product/verint-recorder");
    person.does(SessionAction::Restored(Kept::read(kept)));
    let session = person.0.session();
    assert!(session.is_ticked(Step::Redirect, "provider/redirect"));
    assert!(session.is_ticked(Step::Scopes, "provider/scopes"));
    assert!(session.is_ticked(Step::Create, "archiving"));
    assert_eq!(guide::ticked(&person.0, Step::Scopes).0, 1);
}

#[test]
fn a_correction_is_in_its_step_and_in_the_list_of_all() {
    let mut in_steps = 0;
    for product in products() {
        let at = |way: &str| Person::at(&format!("#/product/{}?variant={way}", product.id));
        let person = at("");
        let ids = |step: Option<Step>| -> Vec<&str> {
            guide::corrections(&person.0, step).iter().map(|(one, _)| one.id.as_str()).collect()
        };
        assert!(ids(None).into_iter().eq(product.corrections.iter().map(|one| one.id.as_str())), "{}", product.id);
        for one in &product.corrections {
            let Some(step) = one.step else { continue };
            assert!(ids(Some(step)).contains(&one.id.as_str()), "{}: {}", product.id, one.id);
            let has_step = product.variants.iter().any(|way| guide::steps(&at(&way.id).0).contains(&step));
            assert!(has_step, "{}: {} is in {step:?}, which no way has", product.id, one.id);
            in_steps += 1;
        }
    }
    assert!(in_steps > 20, "{in_steps}");
}
