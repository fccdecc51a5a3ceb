//! What the test call with a token printed: the API's response, its error, or something else.

use super::refusal::status_in;
use crate::oauth::{NotAnAnswer, RefusalPlace, Secret, TokenAnswer, read_jwt, read_pasted_answer};
use crate::pasted_json::{Json, Kind, Member};
use crate::reading::objects::{Object, ObjectsIn};
use crate::reading::{Finding, FindingKind, RefusalForm, RefusalText, read_refusal_text};

/// What was read from the output of the test call.
#[derive(Clone, Debug, Default)]
pub struct ApiAnswer {
    /// The first finding says what the text is. Empty for an empty text.
    pub findings: Vec<Finding>,
    /// What a successful response contains.
    pub facts: Vec<ApiFact>,
    /// The error, where the text may be one, to look up in the table of errors. Its place is the API unless the text
    /// names a different one.
    pub refusal: Option<RefusalText>,
}

/// A fact from a successful response. The names are those of Zoom's API reference
/// (<https://developers.zoom.us/api-hub/users/methods/endpoints.json>, "Get a user" and "List users"; `…/meetings/…`,
/// "List meetings"); the response of a different server has none.
#[derive(Clone, Debug)]
pub enum ApiFact {
    /// `id`: the user that the token belongs to.
    UserId(Secret),
    /// `email`: that user's email address.
    Email(Secret),
    /// `account_id`: that user's account.
    AccountId(Secret),
    /// `role_name`: that user's role in the account.
    RoleName(Secret),
    /// `type`: that user's plan.
    Plan(UserPlan),
    /// `total_records` next to `users`: how many users the account has.
    Users(u64),
    /// `total_records` next to `meetings`: how many meetings the list has.
    Meetings(u64),
}

/// A user's plan, with Zoom's number for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserPlan {
    /// `1`: Basic.
    Basic,
    /// `2`: Licensed.
    Licensed,
    /// `4`: Unassigned without Meetings Basic.
    Unassigned,
}

/// Reads what the test call printed. `expected_account` is the Account ID that was entered, if any.
///
/// Skipped without a finding: everything around the JSON, such as prompts, header lines and the line that a program
/// prints last. A status of 400 or more there makes any response an error. JSON that is not an error counts as a
/// successful response; facts are read about a user and about a list of users or meetings. Line breaks that a narrow
/// window added are removed.
///
/// Limits: a response that PowerShell prints as a table is not read, because none of our commands prints one. Runs in
/// linear time.
///
/// ```
/// use authdesk::oauth::Secret;
/// use authdesk::reading::{ApiFact, Finding, FindingKind, api_answer};
///
/// let read = api_answer(r#"{"id":"u1","type":2,"account_id":"a1"}"#, Some("a2"));
/// let kinds = [FindingKind::CallSucceeded, FindingKind::AccountDiffers];
/// assert_eq!(read.findings, kinds.map(Finding::whole));
/// assert!(matches!(&read.facts[0], ApiFact::UserId(id) if id.same_as(&Secret::new("u1"))));
///
/// let read = api_answer(r#"{"code":124,"message":"Invalid access token."}"#, None);
/// assert_eq!(read.findings, [Finding::whole(FindingKind::CallRefused)]);
/// assert_eq!(read.refusal.unwrap().number, Some(124));
/// ```
#[must_use]
pub fn api_answer(text: &str, expected_account: Option<&str>) -> ApiAnswer {
    match read_pasted_answer(text).answer {
        Ok(TokenAnswer::Tokens(_) | TokenAnswer::Printed(_)) => {
            return ApiAnswer::with(Finding::whole(FindingKind::TokenInstead));
        }
        Ok(TokenAnswer::Refused(_)) => return ApiAnswer::refused(text),
        Err(NotAnAnswer::Html) => {
            let refusal = refusal(text);
            return ApiAnswer { refusal, ..ApiAnswer::with(Finding::whole(FindingKind::AnswerIsPage)) };
        }
        Err(NotAnAnswer::Empty) if text.trim().is_empty() => return ApiAnswer::default(),
        // A list ends with its bracket, a string with its quote.
        Err(NotAnAnswer::NotAnObject) if text.trim_end().ends_with(']') => {
            let of_list = Objects::find(text);
            let is_error = of_list.longest.is_some_and(|object| is_error(&object.members));
            return if is_error { ApiAnswer::refused(text) } else { ApiAnswer::good(Vec::new()) };
        }
        Ok(TokenAnswer::DeviceCodes) | Err(_) => {}
    }
    let objects = Objects::find(text);
    if objects.is_broken_by_a_line_break(text) {
        let joined = text.replace(['\r', '\n'], "");
        let of_joined = Objects::find(&joined);
        if of_joined.broken.is_none()
            && let Some(object) = &of_joined.longest
        {
            let mut read = of_object(text, &joined, object, expected_account);
            let at = objects.broken.map(|at| text.char_indices().take_while(|(byte, _)| *byte < at).count());
            read.findings.extend(at.map(|at| Finding::at(FindingKind::BlanksLeftOut, at)));
            return read;
        }
    }
    match &objects.longest {
        Some(object) => of_object(text, text, object, expected_account),
        None => without_object(text, &objects),
    }
}

impl ApiAnswer {
    fn with(finding: Finding) -> ApiAnswer {
        ApiAnswer { findings: vec![finding], ..ApiAnswer::default() }
    }

    fn good(facts: Vec<ApiFact>) -> ApiAnswer {
        ApiAnswer { facts, ..ApiAnswer::with(Finding::whole(FindingKind::CallSucceeded)) }
    }

    fn refused(text: &str) -> ApiAnswer {
        let refusal = refusal(text);
        let of_token = refusal.as_ref().is_some_and(|refusal| refusal.place == Some(RefusalPlace::Token));
        let kind = if of_token { FindingKind::TokenRefused } else { FindingKind::CallRefused };
        ApiAnswer { refusal, ..ApiAnswer::with(Finding::whole(kind)) }
    }
}

fn refusal(text: &str) -> Option<RefusalText> {
    let read = read_refusal_text(text)?;
    Some(RefusalText { place: read.place.or(Some(RefusalPlace::Api)), ..read })
}

fn is_bad(status: Option<u32>) -> bool {
    status.is_some_and(|status| status >= 400)
}

/// What a text contains of JSON.
#[derive(Default)]
struct Objects {
    /// The longest complete object that has any members.
    longest: Option<Object>,
    /// Where the first one that looks like JSON stops being JSON: the length of the text if it is cut off.
    broken: Option<usize>,
}

impl Objects {
    fn find(text: &str) -> Objects {
        let mut all = ObjectsIn::new(text);
        let length = |object: &Object| object.end - object.start;
        let longest = all
            .by_ref()
            .filter(|object| !object.members.is_empty())
            .reduce(|longest, object| if length(&object) > length(&longest) { object } else { longest });
        let broken = all.broken().map(|broken| broken.at);
        // What follows a place that is not JSON may be a part of the same object.
        let is_within = |object: &Object| text.get(object.end..).is_some_and(|behind| behind.contains(['}', ']']));
        let longest = longest.filter(|object| broken.is_none() || !is_within(object));
        Objects { longest, broken }
    }

    /// Whether a line break inside a string, a number or a literal is what breaks the JSON.
    fn is_broken_by_a_line_break(&self, text: &str) -> bool {
        let around = self.broken.and_then(|at| Some((text.get(..at)?, text.get(at..)?)));
        around.is_some_and(|(before, behind)| before.ends_with(['\r', '\n']) || behind.starts_with(['\r', '\n']))
    }
}

/// `whole` is the text that contains the object, `text` is what was pasted.
fn of_object(text: &str, whole: &str, object: &Object, expected_account: Option<&str>) -> ApiAnswer {
    let members = &object.members;
    if members.iter().any(|member| matches!(member.name.as_str(), "access_token" | "refresh_token")) {
        return ApiAnswer::with(Finding::whole(FindingKind::TokenInstead));
    }
    let around = [whole.get(..object.start), whole.get(object.end..)].into_iter().flatten();
    if is_error(members) || around.map(status_in).any(is_bad) {
        return ApiAnswer::refused(text);
    }
    let mut read = ApiAnswer::good(facts(members));
    let expected = expected_account.map(str::trim).filter(|expected| !expected.is_empty());
    if let (Some(expected), Some(account)) = (expected, text_of(members, "account_id")) {
        let kind = if account == expected { FindingKind::AccountMatches } else { FindingKind::AccountDiffers };
        read.findings.push(Finding::whole(kind));
    }
    read
}

/// Whether an object reports an error in a form that is not one of the known ones.
fn is_error(members: &[Member]) -> bool {
    const NAMES: [&str; 8] =
        ["error", "errors", "errorCode", "errorMessage", "error_code", "message", "reason", "code"];
    const MUST_BE_TRUE: [&str; 3] = ["ok", "success", "status"];
    members.iter().any(|Member { name, value, .. }| match &value.kind {
        Kind::Null => false,
        Kind::Bool(false) => MUST_BE_TRUE.contains(&name.as_str()),
        Kind::List(values) if values.is_empty() => false,
        _ => NAMES.contains(&name.as_str()),
    })
}

fn facts(members: &[Member]) -> Vec<ApiFact> {
    let secret = |name| text_of(members, name).map(Secret::new);
    let list = |name| value_of(members, name).is_some_and(|value| matches!(value.kind, Kind::List(_)));
    if let (Some(total), true) = (number_of(members, "total_records"), list("users") || list("meetings")) {
        return vec![if list("users") { ApiFact::Users(total) } else { ApiFact::Meetings(total) }];
    }
    // Only a user has all of these; a meeting has an `id` and a `type` too.
    if text_of(members, "id").is_none() || number_of(members, "type").is_none() {
        return Vec::new();
    }
    let plan = match number_of(members, "type") {
        Some(1) => Some(UserPlan::Basic),
        Some(2) => Some(UserPlan::Licensed),
        Some(4) => Some(UserPlan::Unassigned),
        _ => None,
    };
    let known = [
        secret("id").map(ApiFact::UserId),
        secret("email").map(ApiFact::Email),
        secret("account_id").map(ApiFact::AccountId),
        secret("role_name").map(ApiFact::RoleName),
        plan.map(ApiFact::Plan),
    ];
    known.into_iter().flatten().collect()
}

fn value_of<'a>(members: &'a [Member], name: &str) -> Option<&'a Json> {
    members.iter().rfind(|member| member.name == name).map(|member| &member.value)
}

fn text_of<'a>(members: &'a [Member], name: &str) -> Option<&'a str> {
    value_of(members, name).and_then(Json::text).filter(|text| !text.is_empty())
}

fn number_of(members: &[Member], name: &str) -> Option<u64> {
    match &value_of(members, name)?.kind {
        Kind::Number(digits) => digits.parse().ok(),
        _ => None,
    }
}

/// A text without a complete object.
fn without_object(text: &str, objects: &Objects) -> ApiAnswer {
    let is_token = text.contains("\"access_token\"") || read_jwt(text.trim()).is_ok();
    if is_token {
        return ApiAnswer::with(Finding::whole(FindingKind::TokenInstead));
    }
    // A single word may be a token, so it is not treated as an error message.
    let refusal = refusal(text).filter(|_| text.trim().contains(char::is_whitespace));
    let is_refused = |found: &RefusalText| {
        found.form == RefusalForm::Inside || is_bad(found.status) || found.error.is_some() || found.number.is_some()
    };
    if refusal.as_ref().is_some_and(is_refused) {
        return ApiAnswer::refused(text);
    }
    if refusal.as_ref().is_some_and(|found| found.form == RefusalForm::Page) {
        return ApiAnswer { refusal, ..ApiAnswer::with(Finding::whole(FindingKind::AnswerIsPage)) };
    }
    let finding = match objects.broken {
        Some(at) if at >= text.trim_end().len() => Finding::whole(FindingKind::AnswerCutOff),
        Some(at) => {
            let before = text.char_indices().take_while(|(byte, _)| *byte < at).count();
            Finding::at(FindingKind::NotAnApiAnswer, before)
        }
        None => Finding::whole(FindingKind::NotAnApiAnswer),
    };
    ApiAnswer { refusal, ..ApiAnswer::with(finding) }
}
