//! Made-up values: they show what a page does, and are never taken for real.

use authdesk::desk::guide::{self, PaperText, ValueState};
use authdesk::desk::link::{link_url, offered_values};
use authdesk::desk::parts::{command, made_up};
use authdesk::desk::report::Report;
use authdesk::desk::{
    Field, FieldAction, GuideAction, Installation, Kept, LinkAction, MadeUpAction, Progress, Tool, tools,
};
use authdesk::oauth::Secret;
use authdesk::reading::Severity;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use strum::VariantArray;

use super::person::{CLIENT_ID, Person};
use super::products::products;

/// Where something can be made up: every way to connect every product, and the tools.
fn places() -> Vec<String> {
    let mut all = Vec::new();
    for product in products() {
        let fragment = format!("#/product/{}", product.id);
        let person = Person::at(&fragment);
        let ways: Vec<String> = guide::variants(&person.0).into_iter().map(|(id, ..)| id.to_owned()).collect();
        all.extend(ways.iter().map(|way| format!("{fragment}?variant={way}")));
        all.push(fragment);
    }
    all.extend(Tool::VARIANTS.iter().map(|tool| format!("#/tool/{}", tool.name())));
    all
}

/// Everywhere with made-up values in all fields.
fn filled() -> impl Iterator<Item = (String, Person)> {
    places().into_iter().filter_map(|place| {
        let mut person = Person::at(&place);
        let can_be_filled = made_up::can_be_filled(&person.0);
        assert_eq!(fills(&mut person), can_be_filled, "{place}");
        can_be_filled.then_some((place, person))
    })
}

fn fills(person: &mut Person) -> bool {
    let changed = person.does(MadeUpAction::Filled);
    person.fetches();
    changed
}

fn made_up_fields(person: &Person) -> Vec<Field> {
    Field::VARIANTS.iter().copied().filter(|field| person.0.session().is_made_up(*field)).collect()
}

#[track_caller]
fn has_none(text: &str, place: &str) {
    let lower = text.to_lowercase();
    for mark in ["madeup", "made-up"] {
        assert!(!lower.contains(mark), "{place}: {mark} is in\n{text}");
    }
    for value in ["MadeUpClientId", "MadeUpClientSecret", "MadeUpAccountId"] {
        let coded = STANDARD.encode(value);
        assert!(!text.contains(&coded[..12]), "{place}: {value} is in\n{text}");
    }
}

#[test]
fn something_is_made_up_for_every_product_with_an_app() {
    let count = filled().count();
    assert!(count > 100, "{count}");
    let person = Person::at("#/product/cirqlive-meets");
    assert!(made_up::can_be_filled(&person.0) && !person.0.has_made_up());
}

#[test]
fn what_is_made_up_passes_the_checks_of_the_page() {
    for (place, person) in filled() {
        for field in made_up_fields(&person) {
            let found = person.0.field_findings(field);
            let worst = found.iter().map(|finding| finding.kind.severity()).max();
            assert!(worst < Some(Severity::Warning), "{place}: {field:?} {found:?}");
        }
        for value in guide::values(&person.0) {
            assert_eq!(value.attention, None, "{place}: {}", value.name);
        }
        for step in guide::steps(&person.0) {
            let progress = guide::progress(&person.0, step);
            assert!(!matches!(progress, Progress::Attention | Progress::Done), "{place}: {step:?} {progress:?}");
        }
    }
}

#[test]
fn nothing_made_up_is_in_a_link_a_report_a_printout_or_what_the_tab_keeps() {
    for (place, mut person) in filled() {
        person.does(LinkAction::Unfolded(true));
        let keys: Vec<_> = offered_values(&person.0).into_iter().map(|offer| offer.key).collect();
        for key in keys {
            person.does(LinkAction::SelectedValue { key, selected: true });
        }
        has_none(&link_url(&person.0, "https://desk.example.org/").unwrap_or_default(), &place);
        for offer in offered_values(&person.0) {
            has_none(&offer.value, &place);
        }
        let report = Report::of(&person.0, "");
        has_none(&report.written(), &place);
        assert!(
            report.fields.iter().all(|field| field.length == 0 || field.name.as_str() == "redirect-url"),
            "{place}"
        );
        has_none(&Kept::write(&person.0.kept()), &place);
        if person.0.guide().is_some() {
            has_none(&format!("{:?}", guide::checklist(&person.0)), &place);
        }
    }
}

#[test]
fn a_printout_has_room_for_the_real_values() {
    let mut person = Person::at("#/product/cirqlive-meets");
    fills(&mut person);
    let paper = guide::checklist(&person.0);
    assert!(paper.values.iter().any(|value| value.text == PaperText::None), "{:?}", paper.values);
}

#[test]
fn what_is_built_from_them_is_known_as_made_up() {
    let mut person = Person::at("#/product/verint-recorder");
    person.types(Field::RedirectUrl, "https://www.example.com/");
    fills(&mut person);
    let view = tools::authorize_url::view(&person.0).unwrap();
    assert!(person.0.is_made_up(view.url.text()));
    for (place, person) in filled() {
        let made = made_up_fields(&person);
        if let Ok(view) = command::view(&person.0, person.0.request_kind())
            && made.contains(&Field::ClientId)
        {
            assert!(person.0.is_made_up(view.command.text()), "{place}");
        }
        let header = tools::basic_header::view(&person.0).header;
        assert!(header.is_none_or(|header| person.0.is_made_up(&header)), "{place}");
        let none = Person::at(&place);
        for (value, before) in guide::values(&person.0).iter().zip(guide::values(&none.0)) {
            if let (ValueState::Ready(text), ValueState::Waits(_)) = (&value.state, &before.state) {
                assert!(person.0.is_made_up(text), "{place}: {}", value.name);
            }
        }
    }
}

#[test]
fn a_header_with_one_real_value_is_still_made_up() {
    for (field, text) in [(Field::ClientId, CLIENT_ID), (Field::ClientId, "a"), (Field::ClientId, "ab")] {
        let mut person = Person::at("#/tool/basic-header");
        person.types(field, text);
        fills(&mut person);
        let header = tools::basic_header::view(&person.0).header.unwrap();
        assert!(person.0.is_made_up(&header), "{text}");
    }
}

#[test]
fn one_click_clears_them_and_nothing_else() {
    for (place, mut person) in filled() {
        let before = Person::at(&place);
        assert!(person.does(MadeUpAction::Cleared));
        assert!(!person.0.has_made_up() && !person.does(MadeUpAction::Cleared), "{place}");
        for field in Field::VARIANTS {
            assert_eq!(person.entry(*field), before.entry(*field), "{place}: {field:?}");
        }
    }
    let mut person = Person::at("#/product/verint-recorder");
    person.types(Field::ClientId, CLIENT_ID);
    fills(&mut person);
    person.does(MadeUpAction::Cleared);
    assert_eq!(person.entry(Field::ClientId), CLIENT_ID);
}

#[test]
fn what_is_typed_takes_the_place_of_what_was_made_up() {
    let mut person = Person::at("#/product/verint-recorder");
    fills(&mut person);
    let made_up = person.entry(Field::ClientId).to_owned();
    person.types(Field::ClientId, &format!("{made_up}b"));
    assert_eq!(person.entry(Field::ClientId), "b");
    assert!(!person.0.session().is_made_up(Field::ClientId));
    person.types(Field::ClientId, "bX");
    assert_eq!(person.entry(Field::ClientId), "bX");
    assert!(person.0.has_made_up(), "the others still are");
    person.types(Field::ClientSecret, "");
    assert_eq!(person.entry(Field::ClientSecret), "");
}

#[test]
fn what_was_entered_stays_and_is_no_part_of_them() {
    let mut person = Person::at("#/product/verint-recorder");
    person.types(Field::ClientId, CLIENT_ID);
    fills(&mut person);
    assert_eq!(person.entry(Field::ClientId), CLIENT_ID);
    assert!(!person.0.session().is_made_up(Field::ClientId));
    assert!(!person.0.is_made_up(&Secret::new(CLIENT_ID)));
    assert!(Kept::write(&person.0.kept()).contains(CLIENT_ID));
}

#[test]
fn two_installations_share_nothing_made_up() {
    for product in products() {
        let mut person = Person::at(&format!("#/product/{}", product.id));
        if !guide::needs_pair(&person.0) {
            continue;
        }
        fills(&mut person);
        person.does(GuideAction::ChoseInstallation(Installation::Second));
        assert_eq!(made_up_fields(&person), [], "{}", product.id);
        fills(&mut person);
        assert_eq!(guide::pair_findings(&person.0), [], "{}", product.id);
        person.does(MadeUpAction::Cleared);
        person.does(GuideAction::ChoseInstallation(Installation::First));
        assert_eq!(made_up_fields(&person), [], "{}", product.id);
    }
}

#[test]
fn a_tool_that_is_opened_with_one_knows_it() {
    let mut person = Person::at("#/product/verint-recorder");
    fills(&mut person);
    let entries = vec![(Field::ClientId, Secret::new(person.entry(Field::ClientId)))];
    person.does(FieldAction::Opened { tool: Tool::Values, entries });
    assert_eq!(made_up_fields(&person), [Field::ClientId]);
}
