//! What the test call prints, as the printed commands print it, and the findings about it.

use crate::notation::{assert_said, said};
use authdesk::oauth::{RefusalPlace, Secret};
use authdesk::reading::{ApiAnswer, ApiFact, api_answer};
use proptest::prelude::*;
use serde_json::json;

/// The names and kinds of Zoom's description of "Get a user", with values that are nobody's.
const USER: &str = r#"{"id":"zJKyaiAyTNC-MWjiWC18KQ","first_name":"Jill","email":"jchill@example.com","type":2,"role_name":"Admin","pmi":3542471135,"phone_numbers":[{"code":"+1","label":"Mobile"}],"account_id":"q6gBJVO5TzexKYTb_I2rpg","status":"active","pic_url":null}"#;
const ACCOUNT: &str = "q6gBJVO5TzexKYTb_I2rpg";
/// "List users" with `page_size=1`.
const USERS: &str = r#"{"next_page_token":"x","page_count":12,"page_number":1,"page_size":1,"total_records":12,"users":[{"id":"KDcuGIm1QgePTO8WbOqwIQ","email":"someone@example.com","type":1,"status":"active"}]}"#;
const MEETINGS: &str = r#"{"page_size":1,"total_records":0,"next_page_token":"","meetings":[]}"#;
const SETTINGS: &str = r#"{"schedule_meeting":{"host_video":true,"meeting_password_requirement":{"length":8}},"feature":{"meeting_capacity":100}}"#;
/// errors.md: the API's error 124, and 4711 with the scopes it asks for.
const OLD_TOKEN: &str = r#"{"code":124,"message":"Access token is expired."}"#;
const NO_SCOPE: &str =
    r#"{"code":4711,"message":"Invalid access token, does not contain scopes:[user:read:user:admin]."}"#;

fn shown(secret: &Secret) -> &str {
    // EXPOSE: the tests compare the whole text.
    secret.expose()
}

fn told(read: &ApiAnswer) -> Vec<String> {
    let one = |fact: &ApiFact| match fact {
        ApiFact::UserId(id) => format!("id {}", shown(id)),
        ApiFact::Email(email) => format!("email {}", shown(email)),
        ApiFact::AccountId(id) => format!("account {}", shown(id)),
        ApiFact::RoleName(name) => format!("role {}", shown(name)),
        ApiFact::Plan(plan) => format!("plan {plan:?}"),
        ApiFact::Users(count) => format!("users {count}"),
        ApiFact::Meetings(count) => format!("meetings {count}"),
    };
    read.facts.iter().map(one).collect()
}

#[track_caller]
fn finds(text: &str, expected: &str) -> ApiAnswer {
    let read = api_answer(text, None);
    assert_said(&read.findings, expected, text);
    read
}

#[track_caller]
fn succeeds(text: &str, expected: &[&str]) {
    let read = finds(text, "call-succeeded");
    assert_eq!(told(&read), expected, "{text}");
    assert!(read.refusal.is_none(), "{text}");
}

/// The place, status and number with which the error is looked up.
#[track_caller]
fn refuses(text: &str, place: RefusalPlace, status: Option<u32>, number: Option<u32>) {
    let kind = if place == RefusalPlace::Token { "token-refused" } else { "call-refused" };
    let read = finds(text, kind);
    let refusal = read.refusal.expect("a refusal");
    assert_eq!((refusal.place, refusal.status, refusal.number), (Some(place), status, number), "{text}");
    assert!(read.facts.is_empty(), "{text}");
}

const OF_USER: [&str; 5] = [
    "id zJKyaiAyTNC-MWjiWC18KQ",
    "email jchill@example.com",
    "account q6gBJVO5TzexKYTb_I2rpg",
    "role Admin",
    "plan Licensed",
];

/// What the formats print around the same response: curl, HTTPie, PowerShell, Python, cmd and `.http`.
fn printed(answer: &str, status: u32) -> Vec<String> {
    let pretty = serde_json::from_str::<serde_json::Value>(answer).unwrap();
    let pretty = serde_json::to_string_pretty(&pretty).unwrap();
    let head = format!(
        "HTTP/1.1 {status} Some\r\nContent-Type: application/json;charset=UTF-8\r\nReport-To: {{\"group\":\"a\"}}\r\n\r\n"
    );
    let mut all = vec![
        answer.to_owned(),
        format!("\u{feff}\n{answer}\n"),
        format!("{head}{pretty}\r\n"),
        format!("Access Token: \n{answer}\n"),
        format!("Access Token: \n{answer}\nadmin@host:~$ "),
        format!("PS C:\\> .\\first.ps1\nAccess Token: ******\n{pretty}\nPS C:\\> "),
        format!("C:\\Users\\admin>{answer}\r\n\r\nC:\\Users\\admin>"),
        format!("{answer}%"),
    ];
    if status >= 400 {
        all.push(format!("{answer}\nThe server returned the status {status}.\n"));
        all.push(format!("Access Token: ******\n{answer}\nWrite-Error: Request failed: HTTP {status}\n"));
    }
    all
}

#[test]
fn a_user_is_told() {
    for text in printed(USER, 200) {
        succeeds(&text, &OF_USER);
    }
    succeeds(r#"{"id":"a","type":1}"#, &["id a", "plan Basic"]);
    succeeds(r#"{"id":"a","type":4,"email":""}"#, &["id a", "plan Unassigned"]);
    succeeds(r#"{"id":"a","type":99,"role_name":7}"#, &["id a"]);
}

#[test]
fn the_other_calls_are_told_too() {
    for text in printed(USERS, 200) {
        succeeds(&text, &["users 12"]);
    }
    for text in printed(MEETINGS, 200) {
        succeeds(&text, &["meetings 0"]);
    }
    for text in printed(SETTINGS, 200) {
        succeeds(&text, &[]);
    }
    for text in [
        "[]",
        "[{\"id\":1}]",
        "HTTP/2 200\n\n[{\"id\":1}]\n",
        "{\"hello\":\"world\"}",
        "{\"id\":97763643886,\"type\":2}",
    ] {
        succeeds(text, &[]);
    }
}

#[test]
fn the_account_is_compared() {
    for (text, account, expected) in [
        (USER, Some(ACCOUNT), "call-succeeded account-matches"),
        (USER, Some(" q6gBJVO5TzexKYTb_I2rpg\n"), "call-succeeded account-matches"),
        (USER, Some("Q6gBJVO5TzexKYTb_I2rpg"), "call-succeeded account-differs"),
        (USER, None, "call-succeeded"),
        (USER, Some(" "), "call-succeeded"),
        (USERS, Some(ACCOUNT), "call-succeeded"),
        (SETTINGS, Some(ACCOUNT), "call-succeeded"),
        (OLD_TOKEN, Some(ACCOUNT), "call-refused"),
    ] {
        assert_said(&api_answer(text, account).findings, expected, (text, account));
    }
}

#[test]
fn a_refusal_is_handed_on() {
    for (answer, number) in [(OLD_TOKEN, 124), (NO_SCOPE, 4711)] {
        for text in printed(answer, 401) {
            let status = text.contains("401").then_some(401);
            refuses(&text, RefusalPlace::Api, status, Some(number));
        }
    }
    let read = api_answer(NO_SCOPE, None).refusal.unwrap();
    assert!(shown(read.sentence.as_ref().unwrap()).contains("user:read:user:admin"));
    // The response of the token endpoint, in a transcript of both commands.
    let token = r#"{"reason":"Invalid client_id or client_secret","error":"invalid_client"}"#;
    refuses(token, RefusalPlace::Token, None, None);
    refuses(&format!("$ curl\n{token}\n"), RefusalPlace::Token, None, None);
    // Nothing but the line with which a program ends.
    refuses("Write-Error: Request failed: HTTP 401", RefusalPlace::Api, Some(401), None);
    refuses("The server returned the status 403.", RefusalPlace::Api, Some(403), None);
    refuses("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n", RefusalPlace::Api, Some(401), None);
    refuses("No success: HTTP 404\n{\"anything\":1}", RefusalPlace::Api, Some(404), None);
    // Cut off, and still an error.
    refuses("{\"code\":124,\"message\":\"Access tok", RefusalPlace::Api, None, Some(124));
    // Shapes of other servers.
    for other in [
        r#"{"error":{"code":401,"message":"Unauthorized"}}"#,
        r#"{"errors":[{"detail":"x"}]}"#,
        r#"{"code":124}"#,
        r#"{"ok":false}"#,
        r#"[{"errorCode":"INVALID_SESSION_ID","message":"expired"}]"#,
    ] {
        assert!(finds(other, "call-refused").refusal.is_some());
    }
    // The words of an error inside a successful response are no error.
    let topic = json!({"total_records": 1, "meetings": [{"topic": "status code 404, error", "message": "x"}]});
    succeeds(&topic.to_string(), &["meetings 1"]);
}

#[test]
fn a_token_instead() {
    for text in [
        r#"{"access_token":"hidden-a","token_type":"bearer","api_url":"https://api.zoom.us"}"#,
        "$ curl\n{\"access_token\":\"hidden-a\"}\n$ ",
        "{\"access_token\":\"hidden-a",
        "{\"refresh_token\":\"hidden-a\"}",
        "eyJhbGciOiJub25lIn0.eyJhIjoxfQ.aGlkZGVu",
        " eyJhbGciOiJub25lIn0.eyJhIjoxfQ.aGlkZGVu\n",
        "access_token : eyJhbGciOiJIUzUxMiJ9\ntoken_type   : bearer\n",
        "Refresh token: eyJ.hidden\nThe access token expires in 3599 seconds.\n",
    ] {
        let read = finds(text, "token-instead");
        assert!(read.refusal.is_none() && read.facts.is_empty());
    }
}

#[test]
fn something_else() {
    for empty in ["", " \r\n\u{a0}"] {
        let read = finds(empty, "");
        assert!(read.refusal.is_none() && read.facts.is_empty());
    }
    let read = finds("<!DOCTYPE html><html><title>404</title></html>", "answer-is-page");
    assert_eq!(read.refusal.unwrap().place, Some(RefusalPlace::Api));
    finds("HTTP/1.1 502 Bad Gateway\n\n<html></html>", "answer-is-page");
    for at in [1, 2, 30, 60, USER.len() - 1] {
        let (cut, _) = USER.split_at(at);
        finds(cut, "answer-cut-off");
        finds(&format!("Access Token: \n{cut}\n"), "answer-cut-off");
    }
    for other in ["hidden-word", "{}", "\"hidden\"", "17", "null", "hello world"] {
        finds(other, "not-an-api-answer");
    }
    finds("{\"a\": b}", "not-an-api-answer@6+1");
    // A program that leaves out a part: what comes after it is no separate response.
    finds(r#"{"id":"a","list":[{"b":1},...,{"c":2}]}"#, "not-an-api-answer@26+1");
}

#[test]
fn line_breaks_of_a_narrow_window_are_taken_out() {
    let at = USER.find("MWji").unwrap();
    let (front, behind) = USER.split_at(at);
    for line_break in ["\n", "\r\n"] {
        let read = finds(&format!("{front}{line_break}{behind}"), &format!("call-succeeded blanks-left-out@{at}+1"));
        assert_eq!(told(&read), OF_USER);
    }
    let wrapped: Vec<&str> = USERS.as_bytes().chunks(40).map(|line| std::str::from_utf8(line).unwrap()).collect();
    let read = api_answer(&wrapped.join("\r\n"), None);
    assert_said(&read.findings, "call-succeeded blanks-left-out@40+1", wrapped);
    assert_eq!(told(&read), ["users 12"]);
}

#[test]
fn nothing_of_a_person_is_printed() {
    for text in [USER, USERS, OLD_TOKEN] {
        let printed = format!("{:?}", api_answer(text, Some("hidden-account")));
        for word in ["jchill", "zJKyai", "q6gB", "Admin", "hidden", "expired"] {
            assert!(!printed.contains(word), "{printed}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_user_is_read_among_whatever_a_terminal_shows(
        id in "[A-Za-z0-9_-]{1,30}",
        role in "\\PC{0,20}",
        front in "[a-zA-Z $>:\\\\\n-]{0,60}",
        behind in "[a-zA-Z ($>:\\\\\n-]{0,60}",
        pretty in any::<bool>(),
    ) {
        let user = json!({"id": id, "type": 1, "role_name": role, "account_id": ACCOUNT});
        let answer = if pretty { serde_json::to_string_pretty(&user).unwrap() } else { user.to_string() };
        let read = api_answer(&format!("{front}{answer}{behind}"), Some(ACCOUNT));
        prop_assert_eq!(said(&read.findings), "call-succeeded account-matches");
        prop_assert_eq!(&told(&read)[0], &format!("id {id}"));
    }
}
