//! A request that someone ran or recorded, in tables, with the readers that can be opened from there.

use std::rc::Rc;

use super::Listed;
use crate::catalog::GrantType;
use crate::desk::parts::endpoints;
use crate::desk::{Desk, Field};
use crate::oauth::Secret;
use crate::reading::{
    Finding, FindingKind, PairShape, PastedKind, ReadRequest, RequestBody, RequestForm, RequestGrant, RequestHabits,
    RequestReading, bare_value, read_header, read_request, what_is,
};
use crate::texts::Text;

pub(super) const LISTED: Listed = Listed { title: Text::ToolRequest, lead: Text::ToolRequestLead, reads: true };

/// None besides [`Field::Request`], which the view of the tool shows itself.
pub(super) fn fields(_: &Desk) -> Vec<Field> {
    Vec::new()
}

/// What a pasted command, exchange or recording contains.
#[derive(Clone, Debug)]
pub struct RequestView {
    /// Each request, in the order of the text.
    pub requests: Vec<OneRequest>,
    /// The reader for a response that comes without its request.
    pub answer: Option<GoOn>,
    /// Places are in [`Field::Request`].
    pub findings: Vec<Finding>,
}

/// A request, ready for its tables.
#[derive(Clone, Debug)]
pub struct OneRequest {
    /// Which one it is, and how it was written down.
    pub title: String,
    /// The method and the URL; empty where both are variables.
    pub line: String,
    /// The status of its response (RFC 9110 §15); `None` if the text contains none.
    pub status: Option<u16>,
    /// Its parts that are not empty.
    pub parts: Vec<RequestPartView>,
    /// The readers that can be opened from here.
    pub on: Vec<GoOn>,
}

/// The query, the headers or the body of a request.
#[derive(Clone, Debug)]
pub struct RequestPartView {
    /// Which of the three it is.
    pub title: Text,
    /// Its names and values; empty if nothing is known about it.
    pub rows: Vec<RequestRow>,
}

/// A parameter or a header.
#[derive(Clone, Debug)]
pub struct RequestRow {
    /// The name as it is sent; of a body without names, what it is.
    pub name: String,
    /// The name, told apart from the same one in other requests.
    pub label: String,
    /// That of a parameter is decoded, any other is as it was written.
    pub value: Secret,
    /// Whether it may be a secret: every value that is not known to be harmless may be one.
    pub is_masked: bool,
}

/// A part of a request that has a reader of its own.
#[derive(Clone, Debug)]
pub struct GoOn {
    /// The label of the button.
    pub label: Text,
    /// The kind whose reader is opened.
    pub kind: PastedKind,
    /// The text that the reader gets.
    pub text: Secret,
}

/// The content of [`Field::Request`]; `None` while it is empty or only whitespace.
#[must_use]
pub fn view(desk: &Desk) -> Option<RequestView> {
    let reading = reading(desk)?;
    let count = reading.request.requests.len();
    let all = reading.request.requests.iter().zip(&reading.answers).enumerate();
    let requests = all.map(|(at, (request, answer))| one_request(desk, request, answer.as_ref(), (at + 1, count)));
    let answer = reading.lone_answer.clone();
    let mut findings = reading.request.findings.clone();
    if count == 0 && answer.is_none() && findings.is_empty() {
        findings.push(Finding::whole(FindingKind::NoRequestFound));
    }
    Some(RequestView { requests: requests.collect(), answer, findings })
}

/// What was read, with the reader for each response.
struct Reading {
    request: RequestReading,
    answers: Vec<Option<GoOn>>,
    lone_answer: Option<GoOn>,
}

fn reading(desk: &Desk) -> Option<Rc<Reading>> {
    let session = desk.session();
    // EXPOSE: the reader works on the pasted text itself; what it returns contains the values as secrets.
    let text = session.entry(Field::Request).expose();
    let read = || {
        let request = with_habits(desk, |habits| read_request(text, habits));
        let answers: Vec<Option<GoOn>> =
            request.requests.iter().map(|request| request.answer.as_ref().map(answer_on)).collect();
        let lone_answer = request.answer.as_ref().filter(|_| request.requests.is_empty()).map(answer_on);
        Reading { request, answers, lone_answer }
    };
    let has_text = text.contains(|ch: char| !ch.is_whitespace());
    has_text.then(|| session.readings.of(Field::Request, desk.provider_id(), read))
}

/// The values of the pasted requests that must not be read by others, however they are written: with a space inside, or
/// in the place of a different one.
pub(in crate::desk) fn secrets(desk: &Desk) -> Vec<Secret> {
    reading(desk).map_or_else(Vec::new, |reading| secrets_of(&reading.request.requests))
}

/// The same of a text anywhere.
pub(in crate::desk) fn secrets_in(text: &str) -> Vec<Secret> {
    secrets_of(&read_request(text, &RequestHabits::default()).requests)
}

fn secrets_of(requests: &[ReadRequest]) -> Vec<Secret> {
    // EXPOSE: only whether it is a value alone is looked at.
    let is_secret = |name: &str, value: &Secret| match name {
        "grant_type" => bare_value(value.expose()).is_some(),
        // A variable is none.
        _ => SECRET.contains(&name) && !value.expose().contains(['$', '{', '<', '%', '`']),
    };
    let values = requests.iter().flat_map(|request| {
        let query = request.query.iter().map(|(name, value)| (name, value));
        let form = match &request.body {
            RequestBody::Form(pairs) => pairs.as_slice(),
            _ => &[],
        };
        query.chain(form.iter().map(|pair| (&pair.name, &pair.value)))
    });
    let values = values.filter(|(name, value)| is_secret(name, value)).map(|(_, value)| value.clone());
    values.chain(requests.iter().filter_map(|request| request.authorization.as_ref()).flat_map(credentials)).collect()
}

/// What a header contains: the credentials as they are sent, and the secret in them, which a program has in clear.
fn credentials(header: &Secret) -> impl Iterator<Item = Secret> {
    // EXPOSE: the header is read here; what is kept of it is a secret again.
    let reading = read_header(header.expose(), &PairShape::default());
    let decoded = reading.decoded.as_ref();
    // EXPOSE: the same.
    let secret = decoded.and_then(|pair| pair.expose().split_once(':')).map(|(_, secret)| Secret::new(secret));
    // EXPOSE: only its length is looked at: shorter ones are masked where the scan finds them.
    let secret = secret.filter(|secret| secret.expose().len() >= LEAST_SECRET);
    [reading.written, secret].into_iter().flatten()
}

/// The shortest secret of a header that is searched in the whole text, in bytes.
const LEAST_SECRET: usize = 8;

/// RFC 6749 §2.3.1, §4.1.3, §4.3.2 and §6, RFC 7521 §4, RFC 7636 §4.5, RFC 8628 §3.4.
const SECRET: [&str; 9] = [
    "access_token",
    "assertion",
    "client_assertion",
    "client_secret",
    "code",
    "code_verifier",
    "device_code",
    "password",
    "refresh_token",
];

/// What is known of the endpoints used here.
pub(in crate::desk) fn with_habits<T>(desk: &Desk, read: impl FnOnce(&RequestHabits<'_>) -> T) -> T {
    let endpoints = desk.provider().and_then(|provider| provider.endpoints.as_ref());
    let token_endpoint = endpoints.map_or("", |endpoints| endpoints.token.as_str());
    let others = endpoints::other_tokens(desk, token_endpoint);
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    let grants = |all: &[GrantType]| all.iter().map(|grant| request_grant(*grant)).collect::<Vec<RequestGrant>>();
    let narrow = desk.provider().map_or_else(Vec::new, |provider| grants(&provider.narrow_grants));
    let in_query = desk.provider().map_or_else(Vec::new, |provider| grants(&provider.query_grants));
    let words = desk.provider().map_or(&[][..], |provider| &provider.narrow_words);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    read(&RequestHabits {
        token_endpoint,
        other_token_endpoints: &others,
        authorize_endpoint: endpoints.map_or("", |endpoints| endpoints.authorize.as_str()),
        grants: None,
        narrow_grants: &narrow,
        narrow_words: &words,
        query_grants: &in_query,
        ended_signed_tokens: desk.provider().is_some_and(|provider| provider.ended_signed_tokens),
    })
}

fn request_grant(grant: GrantType) -> RequestGrant {
    match grant {
        GrantType::AuthorizationCode => RequestGrant::AuthorizationCode,
        GrantType::AccountCredentials => RequestGrant::AccountCredentials,
        GrantType::ClientCredentials => RequestGrant::ClientCredentials,
    }
}

fn one_request(
    desk: &Desk,
    request: &ReadRequest,
    answer: Option<&GoOn>,
    (number, count): (usize, usize),
) -> OneRequest {
    let form = desk.texts.say(match request.form {
        RequestForm::Curl => Text::KindCurl,
        RequestForm::PowerShell => Text::KindPowerShell,
        RequestForm::Http => Text::KindHttp,
        RequestForm::Har => Text::KindHar,
        RequestForm::Program => Text::KindProgram,
        RequestForm::Postman => Text::FormatPostman,
    });
    let names = [("number", &*number.to_string()), ("count", &*count.to_string()), ("kind", form)];
    let label = |name: &str| if count == 1 { name.to_owned() } else { format!("{name} ({number})") };
    let row = |name: &str, value: &Secret| RequestRow {
        name: name.to_owned(),
        label: label(name),
        is_masked: !value.is_empty() && !is_open(name),
        value: value.clone(),
    };
    let rows = |all: &[(String, Secret)]| all.iter().map(|(name, value)| row(name, value)).collect();
    let body = desk.texts.say(Text::RequestBody);
    let mut parts = vec![
        RequestPartView { title: Text::RequestQuery, rows: rows(&request.query) },
        RequestPartView { title: Text::RequestHeaders, rows: rows(&request.headers) },
        RequestPartView {
            title: Text::RequestBody,
            rows: match &request.body {
                RequestBody::None | RequestBody::Unknown => Vec::new(),
                RequestBody::Form(pairs) => pairs.iter().map(|pair| row(&pair.name, &pair.value)).collect(),
                RequestBody::Json(text) | RequestBody::Text(text) => vec![row(body, text)],
            },
        },
    ];
    let keeps = |part: &RequestPartView| {
        !part.rows.is_empty() || part.title == Text::RequestBody && matches!(request.body, RequestBody::Unknown)
    };
    parts.retain(keeps);
    let header = request.authorization.as_ref().map(|header| GoOn {
        label: Text::RequestReadHeader,
        kind: PastedKind::AuthorizationHeader,
        text: header.clone(),
    });
    OneRequest {
        title: desk.texts.fill(Text::RequestTitle, &names),
        line: format!("{} {}", request.method, request.url).trim().to_owned(),
        status: request.status,
        parts,
        on: header.into_iter().chain(answer.cloned()).collect(),
    }
}

/// The reader of a response: that of errors if it is one.
fn answer_on(answer: &Secret) -> GoOn {
    // EXPOSE: only the kind of the response is read.
    let is_error = what_is(answer.expose()).kinds.first() == Some(&PastedKind::ErrorAnswer);
    let kind = if is_error { PastedKind::ErrorAnswer } else { PastedKind::TokenAnswer };
    GoOn { label: Text::RequestReadAnswer, kind, text: answer.clone() }
}

/// Headers (RFC 9110) and parameters (RFC 6749, RFC 7636) that contain no secret. Every other one may.
const OPEN: [&str; 34] = [
    "accept",
    "accept-encoding",
    "accept-language",
    "cache-control",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "date",
    "host",
    "origin",
    "pragma",
    "sec-ch-ua",
    "sec-ch-ua-mobile",
    "sec-ch-ua-platform",
    "sec-fetch-dest",
    "sec-fetch-mode",
    "sec-fetch-site",
    "sec-fetch-user",
    "te",
    "transfer-encoding",
    "upgrade-insecure-requests",
    "user-agent",
    "account_id",
    "client_id",
    "code_challenge",
    "code_challenge_method",
    "error",
    "grant_type",
    "prompt",
    "redirect_uri",
    "response_type",
    "scope",
    "token_type_hint",
];

fn is_open(name: &str) -> bool {
    OPEN.iter().any(|open| open.eq_ignore_ascii_case(name))
}
