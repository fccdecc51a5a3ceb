//! Python: requests, httpx, aiohttp, urllib, `http.client` and urllib3.

use super::call::Call;
use super::content::Encoding;
use super::language::Language;
use super::program::Program;
use super::sending::Sending;
use super::value::{Value, ValueKind};
use crate::reading::request::draft::Draft;

/// Receivers that send a request, whatever their arguments are called.
const CLIENTS: [&str; 3] = ["requests", "httpx", "Session"];
/// Arguments that only a request has.
const ARGUMENTS: [&str; 7] = ["data", "json", "headers", "auth", "params", "content", "files"];

/// The request of a call.
pub(super) fn sent(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    if program.language != Language::Python {
        return None;
    }
    let link = call.link()?;
    if call.method().is_none() && !matches!(call.name(), "request" | "urlopen") {
        return None;
    }
    let is_client = call.is_of(&CLIENTS);
    let has_argument = ARGUMENTS.iter().any(|name| link.named(name).is_some());
    match call.name() {
        "request" if call.is_of(&["HTTPSConnection", "HTTPConnection"]) => http_client(program, call),
        "request" if link.named("fields").is_some() || call.is_of(&["PoolManager"]) => urllib3(program, call),
        "request" if is_client || has_argument => requests(program, call, 1),
        "urlopen" => urlopen(program, call),
        _ if call.method().is_some() && call.at > 0 && (is_client || has_argument) => requests(program, call, 0),
        _ => None,
    }
}

fn requests(program: &mut Program<'_>, call: &Call<'_>, from: usize) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    match call.method() {
        Some(method) => sending.method_named(method, call.head()),
        None => sending.method(call.either("method", 0)?),
    }
    sending.url(call.either("url", from)?);
    // Settings of the session.
    for (number, link) in call.before().iter().enumerate() {
        let before = number.checked_sub(1).and_then(|before| call.links.get(before)).map_or("", |link| &link.name);
        match (before, link.name.as_str(), &link.set) {
            (_, "auth", Some(auth)) => sending.authentication(auth),
            (_, "headers", Some(headers)) => sending.headers(headers),
            ("headers", name, Some(value)) => sending.header(name, value),
            ("headers", "update", None) => {
                if let Some(headers) = link.argument(0) {
                    sending.headers(headers);
                }
            }
            (_, "Client" | "AsyncClient" | "ClientSession" | "Session", _) => {
                if let Some(auth) = link.named("auth") {
                    sending.authentication(auth);
                }
                if let Some(headers) = link.named("headers") {
                    sending.headers(headers);
                }
                if let Some(base) = link.named("base_url") {
                    sending.base(base);
                }
            }
            _ => {}
        }
    }
    let is_module = call.before().len() == 1 && matches!(call.receiver(), "requests" | "httpx");
    let is_local = call.is_of(&["Session", "Client", "AsyncClient", "ClientSession"]);
    sending.draft.has_unknown_headers |= !is_module && !is_local;
    if let Some(headers) = call.named("headers") {
        sending.headers(headers);
    }
    let is_get = matches!(call.name(), "get" | "delete" | "head");
    let by_place = |number: usize| call.argument(from + number).filter(|_| !call.is_of(&["httpx"]));
    if let Some(params) = call.named("params").or_else(|| by_place(1).filter(|_| is_get)) {
        sending.query(params);
    }
    if let Some(auth) = call.named("auth") {
        sending.authentication(auth);
    }
    let misplaced = [1, 2].into_iter().filter(|_| !is_get).filter_map(by_place).find(|value| is_headers(value));
    if let Some(headers) = misplaced {
        sending.not_read(headers.span);
        sending.draft.body.is_unknown = true;
        return Some(sending.draft);
    }
    let data = call.named("data").or_else(|| call.named("content")).or_else(|| by_place(1).filter(|_| !is_get));
    let is_none = |value: &Value| matches!(value.links().as_slice(), [link] if link.name == "None");
    // `json` is ignored where there is other data (Requests, "More complicated POST requests").
    let has_data = data.is_some_and(|data| !is_none(data));
    if let Some(files) = call.named("files") {
        sending.body(files, Encoding::Multipart);
        sending.draft.body.is_unknown = true;
    } else if let Some(data) = data {
        sending.body(data, Encoding::Form);
    }
    let json = call
        .named("json")
        .or_else(|| by_place(2).filter(|value| call.name() == "post" && !matches!(value.kind, ValueKind::Unknown)));
    if let Some(json) = json.filter(|_| !has_data) {
        sending.body(json, Encoding::Json);
        sending.draft.body.is_json = true;
    }
    if call.named("**").is_some()
        || call.link()?.arguments.iter().flatten().any(|argument| argument.name.as_deref() == Some(""))
    {
        sending.draft.body.is_unknown = true;
    }
    Some(sending.draft)
}

/// Whether an argument has the headers, by its names or by its own name.
fn is_headers(value: &Value) -> bool {
    let is_named = value.is_name()
        && value.root().is_none()
        && matches!(value.links().as_slice(), [link] if matches!(link.name.as_str(), "headers" | "header"));
    is_named || ["Authorization", "Content-Type"].iter().any(|name| value.member(name).is_some())
}

/// `conn = http.client.HTTPSConnection(host)`, `conn.request(method, path, body, headers)`.
fn http_client(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let host = call.before().iter().rev().find(|link| link.name.ends_with("Connection"))?;
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.method(call.either("method", 0)?);
    sending.host(host.argument(0)?, call.either("url", 1));
    if let Some(headers) = call.either("headers", 3) {
        sending.headers(headers);
    }
    if let Some(body) = call.either("body", 2) {
        sending.body(body, Encoding::Object);
    }
    Some(sending.draft)
}

/// urllib3 sends `fields` as multipart (its documentation, "Form Data"), unless told otherwise.
fn urllib3(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    let method = call.argument(0)?;
    sending.method(method);
    sending.url(call.argument(1)?);
    if let Some(headers) = call.named("headers") {
        sending.headers(headers);
    }
    let is_get = method.literal().is_some_and(|method| method.eq_ignore_ascii_case("GET"));
    match (call.named("fields"), call.named("body")) {
        (Some(fields), _) if is_get => sending.query(fields),
        (Some(fields), _) => {
            let is_form = call.named("encode_multipart").is_some();
            sending.body(fields, if is_form { Encoding::Form } else { Encoding::Multipart });
        }
        (None, Some(body)) => sending.body(body, Encoding::Object),
        (None, None) => {}
    }
    Some(sending.draft)
}

/// `urlopen(url, data)`, or with a request.
fn urlopen(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let first = call.argument(0)?;
    if let Some(request) = program.sent(first) {
        let mut draft = program.request_of(&request, Some(call.value))?;
        if let Some(data) = call.either("data", 1) {
            let mut sending = Sending::new(program, draft.place, draft.head);
            core::mem::swap(&mut sending.draft, &mut draft);
            sending.body(data, Encoding::Form);
            sending.draft.says_form = true;
            sending.draft.usual_method = "POST";
            return Some(sending.draft);
        }
        return Some(draft);
    }
    if program.opens(first) {
        return program.request_of(first, Some(call.value));
    }
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.url(first);
    if let Some(data) = call.either("data", 1) {
        sending.body(data, Encoding::Form);
        sending.draft.says_form = true;
        sending.draft.usual_method = "POST";
    }
    Some(sending.draft)
}

/// `urllib.request.Request(url, data, headers)`: with data it is a POST, and a form unless a header says otherwise.
pub(super) fn urllib(program: &mut Program<'_>, call: &Call<'_>, opened: Option<&Value>) -> Option<Draft> {
    if program.language != Language::Python {
        return None;
    }
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.url(call.either("url", 0)?);
    if let Some(headers) = call.either("headers", 2) {
        sending.headers(headers);
    }
    if let Some(method) = call.named("method") {
        sending.method(method);
    }
    let mut data = call.either("data", 1);
    for link in call.after() {
        match (link.name.as_str(), link.argument(0), link.argument(1)) {
            ("add_header" | "add_unredirected_header", Some(name), Some(value)) => {
                if let Some(name) = name.literal() {
                    sending.header(name, value);
                }
            }
            ("add_data", Some(body), _) => data = Some(body),
            ("data", ..) => data = data.or(link.set.as_deref()),
            _ => {}
        }
    }
    if let Some(data) = data {
        sending.body(data, Encoding::Form);
        sending.draft.says_form = true;
        sending.draft.usual_method = "POST";
    }
    if opened.is_none() {
        // `add_header` and `urlopen(request, data)` may follow.
        sending.undecided();
    }
    Some(sending.draft)
}
