//! The response to the test call, on the desk, and what the exchange command prints.

use super::person::{CLIENT_ID, CLIENT_SECRET, Person, german};
use crate::notation::assert_said;
use authdesk::desk::parts::{explanation, test_call};
use authdesk::desk::tools::token_answer;
use authdesk::desk::{CommandAction, Field, Meaning, RequestKind, Step, ValueState, guide};
use authdesk::texts::Text;

const USER: &str = r#"{"id":"zJKyaiAyTNC-MWjiWC18KQ","email":"jchill@example.com","type":2,"role_name":"Admin",
    "account_id":"q6gBJVO5TzexKYTb_I2rpg"}"#;
const NO_SCOPE: &str =
    r#"{"code":4711,"message":"Invalid access token, does not contain scopes:[user:read:list_users:admin]."}"#;

#[track_caller]
fn says(person: &Person, expected: &str) {
    assert_said(&test_call::view(&person.0).expect("something was pasted").findings, expected, Field::CallAnswer);
}

fn facts(person: &Person) -> Vec<(Text, String)> {
    let view = test_call::view(&person.0).expect("something was pasted");
    view.facts.iter().map(|fact| (fact.name, fact.value.expose().to_owned())).collect()
}

fn refresh_token(person: &Person) -> String {
    let panel = guide::values(&person.0);
    let value = panel.iter().find(|value| value.label == "Refresh Token").expect("the product wants one");
    match &value.state {
        ValueState::Ready(text) => text.expose().to_owned(),
        other => format!("{other:?}"),
    }
}

#[test]
fn a_good_answer_says_whose_token_it_is() {
    let mut person = Person::at("#/product/kufersql");
    assert!(test_call::view(&person.0).is_none());
    person.types(Field::CallAnswer, USER);
    says(&person, "call-succeeded");
    assert_eq!(
        facts(&person),
        [
            (Text::CallUserId, "zJKyaiAyTNC-MWjiWC18KQ".to_owned()),
            (Text::CallEmail, "jchill@example.com".to_owned()),
            (Text::FieldAccountId, "q6gBJVO5TzexKYTb_I2rpg".to_owned()),
            (Text::CallRole, "Admin".to_owned()),
            (Text::CallPlan, "Licensed".to_owned()),
        ]
    );
    assert!(explanation::of_call(&person.0).is_none());
    person.types(Field::AccountId, "q6gBJVO5TzexKYTb_I2rpg");
    says(&person, "call-succeeded account-matches");
    person.types(Field::AccountId, "anotherAccount00000001");
    says(&person, "call-succeeded account-differs");
    assert!(!format!("{:?}", test_call::view(&person.0)).contains("jchill"), "an address is a person's own");
}

#[test]
fn words_of_the_page_are_in_its_language() {
    let mut person = Person::speaking(german(), "#/product/kufersql");
    person.types(Field::CallAnswer, r#"{"id":"a","type":2}"#);
    assert!(facts(&person).contains(&(Text::CallPlan, "Lizenziert".to_owned())), "{:?}", facts(&person));
}

#[test]
fn a_refusal_is_explained_in_a_guide_and_in_the_tool() {
    let mut guide = Person::at("#/product/kufersql");
    let mut tool = Person::at("#/tool/token-request");
    tool.does(CommandAction::ChoseRequest(RequestKind::FirstCall));
    for person in [&mut guide, &mut tool] {
        person.types(Field::CallAnswer, NO_SCOPE);
        says(person, "call-refused");
        let error = explanation::of_call(&person.0).expect("it is explained");
        assert_eq!(
            error.asked.as_ref().map(|asked| asked.names.join(" ")).as_deref(),
            Some("user:read:list_users:admin")
        );
        assert!(matches!(&error.meaning, Meaning::Known(all) if !all.is_empty()), "{:?}", error.meaning);
    }
}

#[test]
fn a_token_in_the_wrong_field_is_told() {
    let mut person = Person::at("#/product/kufersql");
    person.types(Field::CallAnswer, r#"{"access_token":"a","token_type":"bearer"}"#);
    says(&person, "token-instead");
    assert!(explanation::of_call(&person.0).is_none());
}

#[test]
fn what_the_exchange_command_prints_fills_the_panel() {
    let mut person = Person::at("#/product/verint-recorder");
    person.types(Field::ClientId, CLIENT_ID);
    person.types(Field::ClientSecret, CLIENT_SECRET);
    person.types(Field::Answer, "Refresh token: eyJref\nThe access token expires in 3599 seconds, at 14:05.\n");
    assert_eq!(refresh_token(&person), "eyJref");
    let view = token_answer::view(&person.0).unwrap();
    assert_said(&view.findings, "refresh-token-read refresh-rotates", Field::Answer);
    assert!(view.tokens().is_none() && view.returned_tokens().access_token.is_none());
    assert!(explanation::of_answer(&person.0).is_none());
    assert_eq!(guide::progress(&person.0, Step::Exchange).name(), "done");
}
