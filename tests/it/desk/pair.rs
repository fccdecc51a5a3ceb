//! Two installations of a product that must not share an app: each has its own guide, side by side.

use authdesk::desk::report::Report;
use authdesk::desk::tools::{redirect, token_answer};
use authdesk::desk::{
    Action, CodeAction, Desk, Field, FieldAction, GuideAction, Installation, Kept, Progress, Route, SessionAction,
    Step, ViewAction, guide,
};
use authdesk::oauth::Secret;
use authdesk::reading::{Finding, FindingKind};
use authdesk::texts::Language;

use super::person::{Person, german};

const ADDRESS: &str = "#/product/verint-recorder";

fn kinds(person: &Person) -> Vec<FindingKind> {
    guide::pair_findings(&person.0).into_iter().map(|finding| finding.kind).collect()
}

fn at_field(desk: &Desk, field: Field) -> Vec<Finding> {
    match field {
        Field::Landed => redirect::view(desk).unwrap().findings,
        Field::Answer => token_answer::view(desk).unwrap().findings,
        _ => desk.field_findings(field),
    }
}

fn shows(person: &mut Person, installation: Installation) {
    person.does(GuideAction::ChoseInstallation(installation));
    if person.0.wants_seed() {
        let byte = installation as u8 + 1;
        person.does(SessionAction::Seeded { state: [byte; 16], verifier: [byte; 32] });
    }
}

/// Both installations with what is entered in each.
fn with_both(field: Field, first: &str, second: &str) -> Person {
    let mut person = Person::at(ADDRESS);
    person.types(field, first);
    shows(&mut person, Installation::Second);
    person.types(field, second);
    person
}

#[test]
fn what_both_have_and_must_not_share_is_said_in_each_of_them() {
    for (field, kind, step) in [
        (Field::ClientId, FindingKind::PairSameClientId, Step::Credentials),
        (Field::ClientSecret, FindingKind::PairSameSecret, Step::Credentials),
        (Field::Landed, FindingKind::PairOtherCode, Step::Authorize),
        (Field::Answer, FindingKind::PairSameResponse, Step::Exchange),
    ] {
        let mut person = with_both(field, "https://a.example/?code=abcdefgh", "https://a.example/?code=abcdefgh");
        for installation in [Installation::Second, Installation::First] {
            shows(&mut person, installation);
            assert_eq!(kinds(&person), [kind]);
            assert!(at_field(&person.0, field).iter().any(|finding| finding.kind == kind), "{kind:?} is at its field");
            assert_eq!(guide::progress(&person.0, step), Progress::Attention, "{kind:?}");
        }
        assert!(kinds(&with_both(field, "one", "two")).is_empty());
        assert!(kinds(&with_both(field, "one", "")).is_empty());
        assert!(kinds(&with_both(field, "", "")).is_empty());
    }
}

#[test]
fn the_name_of_the_first_app_is_not_suggested_for_the_second() {
    let mut person = Person::at(ADDRESS);
    assert_eq!(guide::suggested_app_name(&person.0).as_deref(), Some("Zoom OAuth - Rec1"));
    assert_eq!(guide::installation_shown(&person.0).as_deref(), Some("Installation 1"));
    shows(&mut person, Installation::Second);
    assert_eq!(guide::suggested_app_name(&person.0).as_deref(), Some("Zoom OAuth - Rec2"));
    assert_eq!(guide::installation_shown(&person.0).as_deref(), Some("Installation 2"));
}

#[test]
fn a_code_of_the_other_installation_is_recognized_by_its_state() {
    let mut person = Person::at(ADDRESS);
    let first = person.state();
    shows(&mut person, Installation::Second);
    let second = person.state();
    assert_ne!(first, second);
    person.types(Field::Landed, &format!("https://a.example/?code=abcdefgh&state={first}"));
    assert_eq!(kinds(&person), [FindingKind::PairOtherCode]);
    person.types(Field::Landed, &format!("https://a.example/?code=abcdefgh&state={second}"));
    assert!(kinds(&person).is_empty());
}

#[test]
fn a_code_that_comes_to_the_page_goes_to_the_installation_that_asked() {
    let mut person = Person::at(ADDRESS);
    person.types(Field::ClientId, "one");
    shows(&mut person, Installation::Second);
    person.types(Field::ClientId, "two");
    person.does(CodeAction::OpenedAuthorizeUrl);
    let address = Secret::new(format!("https://desk.example/?code=abcdefgh&state={}", person.state()));
    let kept = Kept::read(&Kept::write(&person.0.kept()));
    // Another tab hands it over.
    shows(&mut person, Installation::First);
    assert!(redirect::expects(&person.0, &address));
    person.does(CodeAction::TookOver(address.clone()));
    assert_eq!(person.0.shown_installation(), Installation::Second);
    assert_eq!(person.entry(Field::ClientId), "two");
    // The page was left for the consent, and is loaded anew.
    let mut back = Person::at("#/");
    back.does(SessionAction::Restored(kept.into_iter().map(|kept| Kept { is_shown: false, ..kept }).collect()));
    back.does(CodeAction::Landed { address, from: Some(Route::parse(ADDRESS)) });
    back.fetches();
    assert_eq!(back.0.shown_installation(), Installation::Second);
    assert_eq!(back.entry(Field::ClientId), "two");
    assert!(redirect::view(&back.0).is_some());
}

#[test]
fn a_reload_shows_the_installation_that_was_shown() {
    let mut person = with_both(Field::ClientId, "one", "two");
    let again = |person: &Person| {
        let kept = Kept::read(&Kept::write(&person.0.kept()));
        let mut again = Person::at(ADDRESS);
        again.does(SessionAction::Restored(kept));
        again
    };
    let mut second = again(&person);
    assert_eq!(second.entry(Field::ClientId), "two");
    shows(&mut second, Installation::First);
    assert_eq!(second.entry(Field::ClientId), "one");
    shows(&mut person, Installation::First);
    assert_eq!(again(&person).entry(Field::ClientId), "one");
}

#[test]
fn what_is_done_in_the_other_one_leaves_this_one_as_it_is() {
    let mut person = with_both(Field::ClientSecret, "secret-one", "secret-two");
    let show = FieldAction::Showed { label: "Client Secret".into(), shown: true };
    person.does(Action::InOther(Box::new(show.into())));
    assert!(!person.0.session().is_shown("Client Secret"));
    assert!(person.0.in_other_installation().session().is_shown("Client Secret"));
    assert_eq!(person.0.shown_installation(), Installation::Second);
}

#[test]
fn a_way_without_a_pair_has_one_installation_and_says_what_a_pair_needs() {
    let mut person = with_both(Field::ClientId, "one", "two");
    person.does(ViewAction::Went(Route::parse("#/product/verint-recorder?variant=server-to-server")));
    person.fetches();
    assert_eq!(person.entry(Field::ClientId), "", "it needs another app");
    assert!(guide::installations(&person.0).is_empty());
    // A different product begins with its first one.
    person.does(ViewAction::Went(Route::parse("#/product/kufersql")));
    person.does(ViewAction::Went(Route::parse(ADDRESS)));
    person.fetches();
    assert_eq!(person.0.shown_installation(), Installation::First);
    assert!(guide::pair_sentence(&Person::at("#/product/kufersql").0).is_none());
}

#[test]
fn a_report_says_which_installation_it_is_about_and_what_both_share() {
    let text = Report::of(&with_both(Field::ClientId, "one", "one").0, "").written();
    for part in ["installation 2", "pair-same-client-id"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let person = Person::at("#/product/kufersql");
    assert!(!Report::of(&person.0, "").written().contains("installation"));
}

#[test]
fn clearing_forgets_both() {
    let mut person = with_both(Field::ClientId, "one", "two");
    person.does(SessionAction::Cleared);
    let is_empty = |desk: &Desk| desk.session().entry(Field::ClientId).is_empty();
    assert!(is_empty(&person.0) && is_empty(&person.0.in_other_installation()));
    assert_eq!(person.0.shown_installation(), Installation::First);
}

#[test]
fn the_two_ways_differ_in_what_they_say_of_a_pair() {
    for (language, own_app, asks) in [
        (
            Language::ENGLISH,
            ["Each Recorder of a pair needs its own app", "With Server-to-Server OAuth this may be different"],
            ["Ask Verint how many Server-to-Server OAuth apps a pair needs", "requires an app for each Recorder"],
        ),
        (
            german(),
            ["Jeder Recorder eines Paars braucht eine eigene App", "Bei Server-to-Server OAuth kann das anders sein"],
            [
                "Fragen Sie Verint, wie viele Server-to-Server-OAuth-Apps ein Paar braucht",
                "für jeden Recorder eine App",
            ],
        ),
    ] {
        let says = |variant: &str| {
            let person = Person::speaking(language, &format!("{ADDRESS}?variant={variant}"));
            guide::pair_sentence(&person.0).expect("a sentence").as_str().to_owned()
        };
        for (variant, facts) in [("oauth", own_app), ("server-to-server", asks)] {
            for fact in facts {
                assert!(says(variant).contains(fact), "{fact}: {}", says(variant));
            }
        }
    }
}

#[test]
fn an_installation_is_known_by_its_number() {
    for installation in [Installation::First, Installation::Second] {
        assert_eq!(installation.number().parse(), Ok(installation));
    }
    assert!("3".parse::<Installation>().is_err());
}
