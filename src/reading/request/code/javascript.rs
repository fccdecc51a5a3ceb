//! JavaScript and TypeScript: `fetch`, axios, got, ky, request, superagent, Node's `https`, jQuery, `XMLHttpRequest`.

use super::call::Call;
use super::content::{Content, Encoding};
use super::language::Language;
use super::program::Program;
use super::sending::Sending;
use super::value::{Link, Value, ValueKind};
use crate::reading::FindingKind;
use crate::reading::request::draft::Draft;
use crate::reading::request::findings::FORM;

/// The request of a call.
pub(super) fn sent(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    if program.language != Language::Script {
        return None;
    }
    let name = call.name();
    let receiver = call.receiver();
    let is_alone = call.at == 0;
    match (receiver, name) {
        ("UrlFetchApp", "fetch") => Some(apps_script(program, call)),
        (_, "fetch" | "nodeFetch" | "node_fetch") => fetch(program, call),
        ("$" | "jQuery", "ajax" | "post" | "get") => Some(ajax(program, call)),
        ("", "axios" | "Axios") if is_alone => Some(axios(program, call)),
        (_, "request" | "post" | "get" | "put" | "patch" | "delete" | "postForm") if is_axios(call) => {
            Some(axios(program, call))
        }
        ("", "got" | "ky") if is_alone => Some(got(program, call)),
        ("got" | "ky", _) if call.method().is_some() => Some(got(program, call)),
        ("", "request" | "rp" | "requestPromise" | "superagent") if is_alone && is_superagent(call) => {
            superagent(program, call)
        }
        ("request" | "superagent" | "agent", _) if call.method().is_some() && is_superagent(call) => {
            superagent(program, call)
        }
        ("", "request" | "rp" | "requestPromise" | "reqPromise") if is_alone => request(program, call),
        ("request" | "rp" | "requestPromise", _) if call.method().is_some() => request(program, call),
        _ => None,
    }
}

fn sending<'p, 't>(program: &'p Program<'t>, call: &Call<'_>) -> Sending<'p, 't> {
    Sending::new(program, call.place(), call.head())
}

/// An object of options, or nothing where it is not known.
fn options<'v>(sending: &mut Sending<'_, '_>, value: Option<&'v Value>) -> Option<&'v Value> {
    let value = value?.resolved();
    match value.members() {
        Some(members) => {
            if let Some(method) = value.member("method").or_else(|| value.member("type")) {
                sending.method(method);
            }
            if members.iter().any(|member| member.name.is_empty()) {
                sending.unknown();
            }
            Some(value)
        }
        None => {
            sending.unknown();
            None
        }
    }
}

fn fetch(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let url = call.argument(0)?;
    let mut sending = sending(program, call);
    sending.url(url);
    if let Some(options) = options(&mut sending, call.argument(1)) {
        if let Some(method) = options.member("method") {
            sending.method(method);
        }
        if let Some(headers) = options.member("headers") {
            sending.headers(headers);
        }
        if let Some(body) = options.member("body") {
            let is_object = matches!(body.resolved().kind, ValueKind::Object(_));
            if is_object {
                sending.fault(FindingKind::ObjectAsText, body.span);
                sending.body(body, Encoding::Form);
            } else {
                sending.body(body, Encoding::Object);
            }
        }
        if let Some(mode) = options.member("mode")
            && mode.literal() == Some("no-cors")
        {
            sending.fault(FindingKind::NoCors, mode.span);
        }
    }
    Some(sending.draft)
}

/// Google Apps Script: an object as `payload` is a form, and makes the request a POST only if `method` says so.
fn apps_script(program: &mut Program<'_>, call: &Call<'_>) -> Draft {
    let mut sending = sending(program, call);
    if let Some(url) = call.argument(0) {
        sending.url(url);
    }
    if let Some(options) = options(&mut sending, call.argument(1)) {
        if let Some(method) = options.member("method") {
            sending.method(method);
        }
        if let Some(headers) = options.member("headers") {
            sending.headers(headers);
        }
        if let Some(kind) = options.member("contentType") {
            sending.content_type(kind);
        }
        if let Some(payload) = options.member("payload") {
            sending.body(payload, Encoding::Form);
            sending.draft.says_form = !sending.draft.body.is_json;
            sending.draft.usual_method = "POST";
        }
    }
    sending.draft
}

/// axios, an instance of it, or the clients of Angular and Nest that have the same arguments.
fn is_axios(call: &Call<'_>) -> bool {
    let receiver = call.receiver().to_ascii_lowercase();
    let is_named =
        ["axios", "$axios", "axiosinstance", "axiosref", "httpservice", "axiosclient"].contains(&receiver.as_str());
    let is_instance = call.before().iter().any(|link| link.name == "create")
        && call.before().first().is_some_and(|link| link.name.eq_ignore_ascii_case("axios"));
    let is_angular = (receiver == "http" || receiver == "httpclient")
        && call.at >= 1
        && call.name() == "post"
        && call.before().first().is_some_and(|link| link.name.starts_with("this"));
    is_named || is_instance || is_angular || call.before().first().is_some_and(|link| link.name == "axios")
}

fn axios(program: &mut Program<'_>, call: &Call<'_>) -> Draft {
    let mut sending = sending(program, call);
    let has_body = ["post", "put", "patch", "postForm"].contains(&call.name());
    let method = call.method().filter(|_| call.name() != "request");
    let (url, data, config) = match call.name() {
        _ if has_body => (call.argument(0), call.argument(1), call.argument(2)),
        _ if method.is_some() => (call.argument(0), None, call.argument(1)),
        _ => match call.argument(0).map(Value::resolved) {
            Some(first) if matches!(first.kind, ValueKind::Object(_)) => (None, None, Some(first)),
            first => (first, None, call.argument(1)),
        },
    };
    if let Some(method) = method {
        sending.method_named(method, call.head());
    } else if has_body {
        sending.method_named("POST", call.head());
    }
    if let Some(url) = url {
        sending.url(url);
    }
    // Settings of the instance, and of all requests.
    for link in call.before() {
        if let Some(settings) = link.argument(0).filter(|_| link.name == "create") {
            axios_settings(&mut sending, settings);
        } else if let Some(value) = &link.set
            && call.is_of(&["headers"])
        {
            sending.header(&link.name, value);
        } else if link.name == "interceptors" {
            sending.draft.has_unknown_headers = true;
        }
    }
    let is_config = |url: &Value| call.name() == "axios" && url.is_name() && url.root().is_none();
    if config.is_none() && url.is_some_and(is_config) {
        // `axios(options)` with options that are not known, or `axios(url)`.
        sending.unknown();
    }
    let config = options(&mut sending, config);
    if let Some(config) = config {
        axios_settings(&mut sending, config);
    }
    let data = data.or_else(|| config.and_then(|config| config.member("data")));
    if let Some(data) = data {
        axios_body(&mut sending, program, data, call.name() == "postForm");
    }
    sending.draft
}

fn axios_settings(sending: &mut Sending<'_, '_>, config: &Value) {
    if let Some(method) = config.member("method") {
        sending.method(method);
    }
    if let Some(url) = config.member("url") {
        sending.url(url);
    }
    if let Some(base) = config.member("baseURL") {
        sending.base(base);
    }
    if let Some(headers) = config.member("headers") {
        sending.headers(headers);
    }
    if let Some(params) = config.member("params") {
        sending.query(params);
    }
    if let Some(auth) = config.member("auth") {
        sending.authentication(auth);
    }
}

/// An object is JSON; since version 1.0 it becomes a form where the header says so.
fn axios_body(sending: &mut Sending<'_, '_>, program: &Program<'_>, data: &Value, is_form: bool) {
    let says_form = sending.draft.header("Content-Type").is_some_and(|header| {
        header.value.text.get(..FORM.len()).is_some_and(|start| start.eq_ignore_ascii_case(FORM))
    });
    let is_object = match program.content(data) {
        Content::Entries(entries) => entries.encoding == Encoding::Object && !entries.list.is_empty(),
        _ => false,
    };
    let encoding = if is_form {
        Encoding::Multipart
    } else if says_form {
        Encoding::Form
    } else {
        Encoding::Json
    };
    if is_object && says_form && !is_form {
        sending.fault(FindingKind::ObjectUnderForm, data.resolved().span);
    }
    sending.body(data, encoding);
    // A string is sent as a form unless a header says otherwise.
    sending.draft.says_form |= !sending.draft.body.is_json;
}

fn got(program: &mut Program<'_>, call: &Call<'_>) -> Draft {
    let mut sending = sending(program, call);
    if let Some(method) = call.method() {
        sending.method_named(method, call.head());
    }
    let (url, config) = match call.argument(0).map(Value::resolved) {
        Some(first) if matches!(first.kind, ValueKind::Object(_)) => (first.member("url"), Some(first)),
        first => (first, call.argument(1)),
    };
    if let Some(url) = url {
        sending.url(url);
    }
    if let Some(config) = options(&mut sending, config) {
        if let Some(method) = config.member("method") {
            sending.method(method);
        }
        if let Some(base) = config.member("prefixUrl") {
            sending.base(base);
        }
        if let Some(headers) = config.member("headers") {
            sending.headers(headers);
        }
        if let Some(query) = config.member("searchParams") {
            sending.query(query);
        }
        if let (Some(id), secret) = (config.member("username"), config.member("password")) {
            sending.basic(id, secret);
        }
        if let Some(form) = config.member("form") {
            // Before version 10, `form: true` made a form of `body`.
            let is_flag = form.is_name();
            let body = if is_flag { config.member("body") } else { None };
            sending.body(body.unwrap_or(form), Encoding::Form);
        } else if let Some(json) = config.member("json").filter(|json| !is_flag(json)) {
            sending.body(json, Encoding::Json);
            sending.draft.body.is_json = true;
        } else if let Some(body) = config.member("body") {
            sending.body(body, Encoding::Json);
        }
    }
    sending.draft
}

fn is_flag(value: &Value) -> bool {
    matches!(value.links().as_slice(), [Link { name, arguments: None, .. }] if name == "true" || name == "false")
}

/// The library `request`, and those with the same options.
fn request(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let first = call.argument(0)?.resolved();
    let mut sending = sending(program, call);
    if let Some(method) = call.method() {
        sending.method_named(method, call.head());
    }
    let config = match &first.kind {
        ValueKind::Object(_) => Some(first),
        ValueKind::Chain(_) | ValueKind::Unknown
            if call.argument(1).is_none_or(|second| !matches!(second.resolved().kind, ValueKind::Object(_))) =>
        {
            // `request(options, callback)` with options that are not known, or `request(url)`.
            sending.url(first);
            sending.unknown();
            None
        }
        _ => {
            sending.url(first);
            call.argument(1).map(Value::resolved).filter(|second| matches!(second.kind, ValueKind::Object(_)))
        }
    };
    if let Some(config) = options(&mut sending, config) {
        request_options(&mut sending, config);
    }
    for link in call.after() {
        match (link.name.as_str(), link.argument(0), link.argument(1)) {
            ("form", Some(form), _) => sending.body(form, Encoding::Form),
            ("auth", Some(id), secret) => sending.basic(id, secret),
            _ => {}
        }
    }
    if program.is_last(call.place()) {
        sending.undecided();
    }
    Some(sending.draft)
}

pub(super) fn request_options(sending: &mut Sending<'_, '_>, config: &Value) {
    let member = |names: [&str; 2]| names.iter().find_map(|name| config.member(name));
    if let Some(url) = member(["url", "uri"]) {
        sending.url(url);
    }
    if let Some(base) = config.member("baseUrl") {
        sending.base(base);
    }
    if let Some(method) = config.member("method") {
        sending.method(method);
    }
    if let Some(headers) = config.member("headers") {
        sending.headers(headers);
    }
    if let Some(query) = member(["qs", "params"]) {
        sending.query(query);
    }
    if let Some(auth) = config.member("auth") {
        sending.authentication(auth);
    }
    let json = config.member("json");
    if let Some(form) = config.member("form") {
        sending.body(form, Encoding::Form);
        sending.draft.says_form = true;
    } else if let Some(form) = config.member("formData") {
        sending.body(form, Encoding::Multipart);
    } else if let Some(json) = json.filter(|json| !is_flag(json)) {
        sending.body(json, Encoding::Json);
        sending.draft.body.is_json = true;
    } else if let Some(body) = member(["body", "body"]) {
        sending.body(body, Encoding::Json);
        sending.draft.body.is_json |=
            json.is_some_and(|json| json.links().last().is_some_and(|link| link.name == "true"));
    }
}

fn is_superagent(call: &Call<'_>) -> bool {
    call.receiver() == "superagent"
        || call
            .after()
            .iter()
            .any(|link| ["send", "set", "type", "query", "field"].contains(&link.name.as_str()) && link.is_call())
}

fn superagent(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let mut sending = sending(program, call);
    match call.method() {
        Some(method) => sending.method_named(method, call.head()),
        None => sending.method(call.argument(0)?),
    }
    sending.url(call.argument(usize::from(call.method().is_none()))?);
    let is_form = call.after().iter().any(|link| {
        let text = link.arguments.iter().flatten().filter_map(|argument| argument.value.literal());
        matches!(link.name.as_str(), "type" | "set")
            && text.into_iter().any(|text| text == "form" || text.contains("urlencoded"))
    });
    for link in call.after() {
        match (link.name.as_str(), link.argument(0), link.argument(1)) {
            ("set", Some(name), Some(value)) => {
                if let Some(name) = name.literal() {
                    sending.header(name, value);
                }
            }
            ("set", Some(headers), None) => sending.headers(headers),
            ("query", Some(query), _) => sending.query(query),
            ("auth", Some(id), secret) => sending.basic(id, secret),
            ("send", Some(body), _) => {
                sending.body(body, if is_form { Encoding::Form } else { Encoding::Json });
                sending.draft.says_form |= !sending.draft.body.is_json;
            }
            ("field", Some(name), Some(value)) => {
                if let Some(name) = name.literal() {
                    sending.form_field(name, value, link.span);
                }
            }
            _ => {}
        }
    }
    if program.is_last(call.place()) {
        sending.undecided();
    }
    Some(sending.draft)
}

fn ajax(program: &mut Program<'_>, call: &Call<'_>) -> Draft {
    let mut sending = sending(program, call);
    let (url, config) = match call.argument(0).map(Value::resolved) {
        Some(first) if matches!(first.kind, ValueKind::Object(_)) => (first.member("url"), Some(first)),
        first => (first, call.argument(1)),
    };
    if let Some(url) = url {
        sending.url(url);
    }
    if call.name() != "ajax" {
        sending.method_named(call.name(), call.head());
        if let Some(data) = call.argument(1).filter(|_| config.is_some()) {
            if call.name() == "get" {
                sending.query(data)
            } else {
                sending.body(data, Encoding::Form)
            }
            sending.draft.says_form = true;
        }
        return sending.draft;
    }
    let Some(config) = options(&mut sending, config) else { return sending.draft };
    if let Some(method) = config.member("method").or_else(|| config.member("type")) {
        sending.method(method);
    }
    if let Some(headers) = config.member("headers") {
        sending.headers(headers);
    }
    if config.member("beforeSend").is_some() {
        sending.draft.has_unknown_headers = true;
    }
    if let Some(id) = config.member("username") {
        sending.basic(id, config.member("password"));
    }
    if let Some(kind) = config.member("contentType").filter(|kind| kind.literal().is_some()) {
        sending.content_type(kind);
    }
    let is_get = sending.draft.known_method().is_some_and(|method| method.eq_ignore_ascii_case("GET"));
    match config.member("data") {
        Some(data) if is_get => sending.query(data),
        Some(data) => {
            sending.body(data, Encoding::Form);
            sending.draft.says_form = true;
        }
        None => {}
    }
    sending.draft
}

/// Node's `https.request(options)` with `write` and `end`.
pub(super) fn node(program: &mut Program<'_>, call: &Call<'_>, _: Option<&Value>) -> Option<Draft> {
    let first = call.argument(0)?.resolved();
    let mut sending = sending(program, call);
    let config = match &first.kind {
        ValueKind::Object(_) => Some(first),
        _ => {
            sending.url(first);
            call.argument(1).map(Value::resolved).filter(|second| matches!(second.kind, ValueKind::Object(_)))
        }
    };
    match options(&mut sending, config) {
        Some(config) => {
            if let Some(host) = config.member("hostname").or_else(|| config.member("host")) {
                sending.host(host, config.member("path"));
            }
            if let Some(method) = config.member("method") {
                sending.method(method);
            }
            if let Some(headers) = config.member("headers") {
                sending.headers(headers);
            }
            if let Some(auth) = config.member("auth") {
                sending.user(auth);
            }
        }
        None => sending.unknown(),
    }
    if !call.after().iter().any(|link| link.name == "end") && call.name() != "get" {
        sending.draft.body.is_unknown = true;
    }
    for link in call.after() {
        match (link.name.as_str(), link.argument(0), link.argument(1)) {
            ("write" | "end", Some(body), _) => sending.body(body, Encoding::Json),
            ("setHeader", Some(name), Some(value)) => {
                if let Some(name) = name.literal() {
                    sending.header(name, value);
                }
            }
            _ => {}
        }
    }
    Some(sending.draft)
}

pub(super) fn xml_http_request(program: &mut Program<'_>, call: &Call<'_>, _: Option<&Value>) -> Option<Draft> {
    let open = call.after().iter().find(|link| link.name == "open")?;
    let mut sending = Sending::new(program, call.place(), open.span);
    sending.method(open.argument(0)?);
    sending.url(open.argument(1)?);
    for link in call.after() {
        match (link.name.as_str(), link.argument(0), link.argument(1)) {
            ("setRequestHeader", Some(name), Some(value)) => {
                if let Some(name) = name.literal() {
                    sending.header(name, value);
                }
            }
            ("send", Some(body), _) => sending.body(body, Encoding::Object),
            _ => {}
        }
    }
    if !call.after().iter().any(|link| link.name == "send") {
        sending.undecided();
    }
    Some(sending.draft)
}
