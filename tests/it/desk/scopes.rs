//! The scopes of a guide, checked off one by one.

use authdesk::catalog::Shows;
use authdesk::desk::guide::{self, PaperText};
use authdesk::desk::tools::scopes;
use authdesk::desk::{Field, GuideAction, Kept, ScopesView, SessionAction, Step};
use authdesk::texts::Text;

use super::person::Person;
use super::products::products;

fn view(person: &Person) -> ScopesView<'_> {
    guide::scopes_view(&person.0).unwrap()
}

fn names(person: &Person) -> Vec<String> {
    view(person).rows().map(|row| row.granular.to_owned()).collect()
}

fn checks(person: &mut Person, name: &str, checked: bool) -> bool {
    person.does(GuideAction::CheckedScope { name: name.to_owned(), checked })
}

fn checks_all(person: &mut Person) {
    for name in names(person) {
        checks(person, &name, true);
    }
}

/// The line that shows them.
fn line(person: &Person) -> String {
    let lines = guide::lines(&person.0, Step::Scopes);
    lines.iter().find(|line| line.task.shows == Some(Shows::Scopes)).unwrap().name.to_owned()
}

fn is_line_ticked(person: &Person) -> bool {
    person.0.session().is_ticked(Step::Scopes, &line(person))
}

#[test]
fn they_are_grouped_as_the_provider_groups_its_scopes() {
    let mut person = Person::at("#/product/cirqlive-meets");
    let groups = |person: &Person| -> Vec<String> {
        view(person).groups.iter().map(|group| format!("{} {}", group.name.unwrap(), group.rows.len())).collect()
    };
    assert_eq!(groups(&person), ["Meeting 5", "Recording 5", "Report 2", "User 5", "Webinar 5"]);
    person.does(GuideAction::ChoseScopeSet { set: "manage-recordings".into(), chosen: false });
    person.does(GuideAction::ChoseScopeSet { set: "webinars".into(), chosen: false });
    assert_eq!(groups(&person), ["Meeting 5", "Recording 2", "Report 1", "User 5"]);
}

#[test]
fn every_selected_scope_of_every_product_is_in_one_group_once() {
    for product in products() {
        let mut person = Person::at(&format!("#/product/{}", product.id));
        let ways: Vec<String> = guide::variants(&person.0).into_iter().map(|(id, ..)| id.to_owned()).collect();
        for way in ways.iter().map(Some).chain([None]) {
            if let Some(way) = way {
                person.goes(&format!("#/product/{}?variant={way}", product.id));
            }
            let Some(view) = guide::scopes_view(&person.0) else { continue };
            let mut taken: Vec<&str> =
                view.sets.iter().filter(|set| set.taken).flat_map(|set| &set.rows).map(|row| row.granular).collect();
            let mut grouped: Vec<&str> = view.rows().map(|row| row.granular).collect();
            taken.sort_unstable();
            taken.dedup();
            grouped.sort_unstable();
            assert_eq!(grouped, taken, "{} {way:?}", product.id);
            assert_eq!(view.taken_count(), taken.len());
            let heads: Vec<_> = view.groups.iter().map(|group| group.name).collect();
            assert!(heads.iter().enumerate().all(|(at, head)| !heads[..at].contains(head)), "{heads:?}");
        }
    }
}

#[test]
fn the_next_one_is_the_first_that_is_not_checked_off() {
    let mut person = Person::at("#/product/cirqlive-meets");
    let all = names(&person);
    assert_eq!((view(&person).checked_count(), view(&person).next()), (0, Some(all[0].as_str())));
    assert!(checks(&mut person, &all[1], true));
    assert!(!checks(&mut person, &all[1], true), "it is checked off already");
    assert_eq!((view(&person).checked_count(), view(&person).next()), (1, Some(all[0].as_str())));
    checks(&mut person, &all[0], true);
    assert_eq!((view(&person).checked_count(), view(&person).next()), (2, Some(all[2].as_str())));
    assert!(checks(&mut person, &all[0], false));
    assert_eq!((view(&person).checked_count(), view(&person).next()), (1, Some(all[0].as_str())));
}

#[test]
fn only_a_scope_that_is_shown_can_be_checked_off() {
    let mut person = Person::at("#/product/cirqlive-meets");
    assert!(!checks(&mut person, "meeting:read:meeting", true));
    assert!(!checks(&mut person, "oGo4OZ2GYZbLiDBd", true));
    assert_eq!(Kept::write(&person.0.kept()).matches("oGo4").count(), 0);
}

#[test]
fn the_last_one_leaves_their_line_to_the_person_and_one_more_to_select_takes_its_mark_back() {
    let mut person = Person::at("#/product/cirqlive-meets");
    person.does(GuideAction::ChoseScopeSet { set: "webinars".into(), chosen: false });
    checks_all(&mut person);
    assert!(view(&person).is_complete() && !is_line_ticked(&person), "it has yet to be selected in Zoom");
    assert_eq!(view(&person).next(), None);
    let ticks = |person: &mut Person| {
        let line = line(person);
        person.does(GuideAction::Ticked { line, step: Step::Scopes, ticked: true })
    };
    ticks(&mut person);
    let first = names(&person)[0].clone();
    checks(&mut person, &first, false);
    assert!(!is_line_ticked(&person));
    checks(&mut person, &first, true);
    ticks(&mut person);
    assert!(is_line_ticked(&person));
    person.does(GuideAction::ChoseScopeSet { set: "webinars".into(), chosen: true });
    assert!(!view(&person).is_complete() && !is_line_ticked(&person));
}

#[test]
fn who_checks_off_the_line_alone_is_not_corrected() {
    let mut person = Person::at("#/product/cirqlive-meets");
    let line = line(&person);
    person.does(GuideAction::Ticked { line, step: Step::Scopes, ticked: true });
    let first = names(&person)[0].clone();
    checks(&mut person, &first, true);
    checks(&mut person, &first, false);
    assert!(is_line_ticked(&person));
}

#[test]
fn what_a_set_took_along_is_forgotten_and_nothing_else() {
    let mut person = Person::at("#/product/cirqlive-meets");
    checks_all(&mut person);
    person.does(GuideAction::ChoseScopeSet { set: "webinars".into(), chosen: false });
    assert_eq!((view(&person).checked_count(), view(&person).taken_count()), (16, 16));
    person.does(GuideAction::ChoseScopeSet { set: "webinars".into(), chosen: true });
    assert_eq!((view(&person).checked_count(), view(&person).taken_count()), (16, 22));
}

#[test]
fn the_tab_keeps_them_and_clear_everything_forgets_them() {
    let mut person = Person::at("#/product/cirqlive-meets");
    let all = names(&person);
    checks(&mut person, &all[0], true);
    let kept = Kept::read(&Kept::write(&person.0.kept()));
    let mut again = Person::at("#/product/cirqlive-meets");
    again.does(SessionAction::Restored(kept));
    assert_eq!(view(&again).checked_count(), 1);
    again.does(SessionAction::Cleared);
    assert_eq!(view(&again).checked_count(), 0);
    assert!(again.0.kept().iter().all(|kept| kept.scopes.is_empty()));
}

#[test]
fn all_of_them_are_a_text_for_a_ticket_and_on_paper() {
    let person = Person::at("#/product/cirqlive-meets");
    let all = names(&person);
    assert_eq!(view(&person).as_text().lines().collect::<Vec<_>>(), all);
    let list = guide::checklist(&person.0);
    let shown: Vec<_> = list.steps.iter().flat_map(|step| &step.lines).flat_map(|line| &line.shown).collect();
    assert!(all.iter().all(|name| shown.contains(&&PaperText::Text(name.clone()))), "{shown:?}");
}

#[test]
fn a_set_that_the_vendor_requires_does_not_look_optional_and_is_missed_once_it_is_cleared() {
    let mut person = Person::at("#/product/cirqlive-meets");
    let missed = |person: &Person| -> Vec<String> {
        view(person).sets.iter().filter(|set| set.is_missed()).map(|set| set.facts.id.clone()).collect()
    };
    assert_eq!((view(&person).lead, missed(&person)), (Some(Text::ScopesRequired), Vec::new()));
    let lead = guide::scopes_sentence(&person.0, Text::ScopesRequired);
    assert!(lead.starts_with("CirQlive’s guide requires all of these.") && lead.contains("Zoom does not"), "{lead}");
    person.does(GuideAction::ChoseScopeSet { set: "manage-recordings".into(), chosen: false });
    assert_eq!(missed(&person), ["manage-recordings"]);
    let says = guide::scopes_sentence(&person.0, Text::ScopeSetCleared);
    assert!(says.contains("CirQlive’s guide") && says.contains("CirQlive MEETS"), "{says}");
    // What only some need is said to be so.
    let person = Person::at("#/product/verint-recorder");
    assert_eq!((view(&person).lead, missed(&person)), (Some(Text::ScopesChoose), Vec::new()));
}

#[test]
fn a_classic_scope_covers_what_products_require_in_its_place_by_inference() {
    let mut person = Person::at("#/tool/scopes");
    person.types(Field::PastedScopes, "recording:read:admin");
    person.types(Field::NeededScopes, "cloud_recording:read:list_recording_files:admin");
    let view = scopes::view(&person.0);
    let row = view.table.rows.first().unwrap();
    assert!(!row.is_missing && row.is_inferred && row.says.contains("recording:read:admin"), "{row:?}");
    assert_eq!(row.classic, ["phone_recording:read:admin", "recording:read:admin"]);
    assert!(view.to_tick.is_none());
    // What Zoom's list has beside it is not inferred.
    person.types(Field::NeededScopes, "cloud_recording:read:list_user_recordings:admin");
    assert!(scopes::view(&person.0).table.rows.iter().all(|row| !row.is_missing && !row.is_inferred));

    let person = Person::at("#/product/cirqlive-meets");
    let view = guide::scopes_view(&person.0).unwrap();
    let row = view.classic.iter().find(|row| row.name == "recording:read:admin").unwrap();
    assert_eq!(row.became, ["cloud_recording:read:list_user_recordings:admin"]);
    assert_eq!(row.supplement, ["cloud_recording:read:list_recording_files:admin"]);
}
