//! What is entered is put aside while nobody can see the page, and comes back.

use std::rc::Rc;

use super::person::{CLIENT_ID, CLIENT_SECRET, CODE, Person, START};
use authdesk::desk::parts::{command, diagnosis, pasted};
use authdesk::desk::tools::redirect;
use authdesk::desk::{
    Action, ClockAction, CodeAction, CommandAction, Field, FieldAction, FixAction, Kept, Lead, MadeUpAction, Progress,
    SealAction, SessionAction, Step, guide, sealed,
};
use authdesk::oauth::Secret;
use authdesk::texts::Text;
use strum::VariantArray;

const PASTED: &str = "curl -u \"$ID:$SECRET\" https://zoom.us/oauth/token \
    --json '{\"grant_type\":\"refresh_token\",\"refresh_token\":\"YlgzaEc0VVlTUnlKV1EzekduOG90Zzp4\"}'";

const ANSWER: &str = r#"{"access_token":"eyJhcc","refresh_token":"eyJref","expires_in":3599,"scope":"user:read:user"}"#;

/// Has gone through a guide, filled in another one and a tool, and pasted a text into the box.
fn busy() -> Person {
    let mut person = Person::at("#/tools");
    person.does(Action::TypedAnything(Secret::new(PASTED)));
    person.fetches();
    let Lead::Finding(finding) = diagnosis::view(&person.0).unwrap().lead else { panic!("a fault") };
    person.does(FixAction::FixedInBox(finding));
    assert!(person.0.can_undo_in_box());
    person.goes("#/product/kufersql");
    seeded(&mut person, 1);
    person.does(MadeUpAction::Filled);
    person.goes("#/tool/jwt");
    seeded(&mut person, 2);
    person.types(Field::Jwt, "eyJhbGciOiJub25lIn0.eyJpc3MiOiJ6bSJ9.");
    person.goes("#/product/verint-recorder");
    seeded(&mut person, 3);
    person.does(CodeAction::ChosePkce(true));
    person.ticks(Step::Create);
    person.types(Field::RedirectUrl, "https://www.example.com/");
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.does(CodeAction::OpenedAuthorizeUrl);
    let state = person.state();
    person.types(Field::Landed, &format!("https://www.example.com/?code={CODE}&state={state}"));
    person.types(Field::Answer, ANSWER);
    person.does(ClockAction::ClockRead(START + 60_000));
    person
}

fn seeded(person: &mut Person, byte: u8) {
    person.does(SessionAction::Seeded { state: [byte; 16], verifier: [byte; 32] });
}

/// Everything that can be seen of what is entered, here and in the other views.
fn seen(person: &Person) -> String {
    let mut person = Person(person.0.clone());
    let mut seen = String::new();
    for view in ["#/product/verint-recorder", "#/product/kufersql", "#/tool/jwt", "#/tools"] {
        person.goes(view);
        let session = person.0.session();
        let fields = Field::VARIANTS.iter().map(|field| (session.entry(*field).expose(), session.can_undo(*field)));
        seen += &format!("{:?}\n", fields.collect::<Vec<_>>());
        seen += &format!("{:?} {:?}\n", session.state().map(Secret::expose), session.uses_pkce());
        seen += &format!("{:?}\n", session.verifier().map(|verifier| verifier.secret().expose().to_owned()));
        let command = command::view(&person.0, person.0.request_kind());
        seen += &format!("{:?}\n", command.map(|view| view.command.text().expose().to_owned()).ok());
        seen += &format!("{:?}\n", redirect::view(&person.0).map(|view| (view.time_left, view.findings)));
        let steps = Step::VARIANTS.iter().map(|step| (session.fold(*step), guide::is_open(&person.0, *step)));
        seen += &format!("{:?}\n", steps.collect::<Vec<_>>());
    }
    let says = pasted::view(&person.0).map(|view| view.says);
    seen += &format!("{:?} {says:?} {}\n", person.0.anything().expose(), person.0.can_undo_in_box());
    seen + &Kept::write(&person.0.kept())
}

/// The texts, once they are encrypted.
#[track_caller]
fn sealed_by(person: &mut Person) -> Secret {
    let texts = sealed::texts(&person.0).expect("something is entered");
    assert!(person.does(SealAction::Sealed { texts: texts.clone(), vault: Rc::new(()) }));
    assert!(person.0.is_sealed());
    texts
}

#[test]
fn everything_comes_back_as_it_was() {
    let mut person = busy();
    let before = seen(&person);
    for expected in [CLIENT_SECRET, CODE, "eyJref", "eyJhbGciOiJub25lIn0", "MadeUp", "YlgzaEc0VVlTUnlKV1EzekduOG90Zzp4"]
    {
        assert!(before.contains(expected), "{expected}: {before}");
    }
    let texts = sealed_by(&mut person);
    for field in Field::VARIANTS {
        assert_eq!(person.entry(*field), "");
    }
    let during = seen(&person);
    for gone in [CLIENT_ID, CLIENT_SECRET, CODE, "eyJref", "eyJhbGciOiJub25lIn0", "MadeUp", "YlgzaEc0VVl"] {
        assert!(!during.contains(gone), "{gone}: {during}");
    }
    assert!(sealed::texts(&person.0).is_none(), "once is enough");
    assert!(sealed::wanted_vault(&person.0).is_none());
    person.does(SealAction::Wanted);
    assert!(sealed::wanted_vault(&person.0).is_some());
    person.does(SealAction::Unsealed(texts));
    assert!(!person.0.is_sealed());
    assert_eq!(seen(&person), before);
    person.goes("#/tools");
    person.does(FixAction::UndoneInBox);
    assert_eq!(person.0.anything().expose(), PASTED);
}

#[test]
fn what_is_shown_is_masked_when_it_comes_back() {
    let mut person = busy();
    person.does(FieldAction::Showed { label: "Client Secret".into(), shown: true });
    person.does(CommandAction::WroteSecrets(true));
    let texts = sealed_by(&mut person);
    person.does(SealAction::Unsealed(texts));
    assert!(!person.0.session().is_shown("Client Secret") && !person.0.command.writes_secrets);
    assert_eq!(person.entry(Field::ClientSecret), CLIENT_SECRET);
}

#[test]
fn nothing_is_put_aside_that_was_not_encrypted() {
    assert!(sealed::texts(&Person::at("#/product/verint-recorder").0).is_none(), "nothing is entered");
    let mut person = busy();
    let texts = sealed::texts(&person.0).unwrap();
    person.types(Field::ClientId, "another");
    assert!(!person.does(SealAction::Sealed { texts, vault: Rc::new(()) }));
    assert_eq!((person.entry(Field::ClientId), person.entry(Field::ClientSecret)), ("another", CLIENT_SECRET));
    let (name, onto) = ("traffic.har".to_owned(), "field-anything".to_owned());
    person.does(Action::Picked { name, size: 1e6, onto, has_others: false });
    assert!(sealed::texts(&person.0).is_none(), "a file is read");
}

#[test]
fn a_code_that_comes_meanwhile_is_taken_and_entered_afterwards() {
    let mut person = busy();
    let landed = |state: &str| Secret::new(format!("https://www.example.com/?code=new-{CODE}&state={state}"));
    let ours = landed(&person.state());
    let texts = sealed_by(&mut person);
    assert!(redirect::expects(&person.0, &ours) && !redirect::expects(&person.0, &landed("another")));
    person.does(ClockAction::ClockRead(START + 600_000));
    assert!(person.does(CodeAction::TookOver(ours.clone())));
    assert!(sealed::wanted_vault(&person.0).is_some(), "what was put aside is needed");
    person.does(SealAction::Unsealed(texts));
    assert!(person.0.session().entry(Field::Landed).same_as(&ours) && person.0.session().landed_here());
    assert_eq!(person.entry(Field::ClientSecret), CLIENT_SECRET);
    assert_eq!(redirect::view(&person.0).unwrap().time_left.unwrap().seconds, 300);
    let _ = sealed_by(&mut person);
}

#[test]
fn what_is_done_before_everything_is_back_loses_nothing() {
    let mut person = busy();
    let texts = sealed_by(&mut person);
    person.types(Field::ClientSecret, "x");
    person.does(SealAction::Unsealed(texts.clone()));
    assert_eq!(person.entry(Field::ClientSecret), CLIENT_SECRET);
    assert!(!person.does(SealAction::Unsealed(texts)), "it is there already");

    let texts = sealed_by(&mut person);
    person.does(SessionAction::Cleared);
    assert!(!person.does(SealAction::Unsealed(texts)));
    assert_eq!(person.entry(Field::ClientSecret), "");
}

#[test]
fn a_code_that_goes_to_another_tab_meanwhile_is_gone_from_here() {
    let mut person = busy();
    let texts = sealed_by(&mut person);
    person.does(SessionAction::HandedOver);
    person.does(SealAction::Unsealed(texts));
    assert_eq!((person.entry(Field::Landed), person.entry(Field::ClientSecret)), ("", CLIENT_SECRET));
}

#[test]
fn what_cannot_be_decrypted_is_told() {
    let mut person = busy();
    let _ = sealed_by(&mut person);
    person.does(SealAction::Lost);
    assert_eq!(person.0.said_sentence(), person.0.texts.say(Text::SealLost));
    assert_eq!(person.entry(Field::ClientSecret), "");
    assert!(person.0.wants_seed() || person.0.session().state().is_none());
    assert_eq!(guide::progress(&person.0, Step::Create), Progress::Done);
}
