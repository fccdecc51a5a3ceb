//! What programs of Node use: got, ky, request and those with its options, superagent, `https`.

use super::{is_flag, options, sending};
use crate::reading::request::code::call::Call;
use crate::reading::request::code::content::Encoding;
use crate::reading::request::code::program::Program;
use crate::reading::request::code::sending::Sending;
use crate::reading::request::code::value::{Value, ValueKind};
use crate::reading::request::draft::Draft;

pub(super) fn got(program: &mut Program<'_>, call: &Call<'_>) -> Draft {
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
        if let Some(base) = config.member("prefixUrl") {
            sending.base(base);
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

/// The library `request`, and those with the same options.
pub(super) fn request(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
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

pub(in crate::reading::request::code) fn request_options(sending: &mut Sending<'_, '_>, config: &Value) {
    let member = |names: [&str; 2]| names.iter().find_map(|name| config.member(name));
    if let Some(url) = member(["url", "uri"]) {
        sending.url(url);
    }
    if let Some(base) = config.member("baseUrl") {
        sending.base(base);
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

pub(super) fn is_superagent(call: &Call<'_>) -> bool {
    call.receiver() == "superagent"
        || call
            .after()
            .iter()
            .any(|link| ["send", "set", "type", "query", "field"].contains(&link.name.as_str()) && link.is_call())
}

pub(super) fn superagent(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
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

/// Node's `https.request(options)` with `write` and `end`.
pub(in crate::reading::request::code) fn node(
    program: &mut Program<'_>,
    call: &Call<'_>,
    _: Option<&Value>,
) -> Option<Draft> {
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
