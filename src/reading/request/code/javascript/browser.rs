//! What browsers have, and Google Apps Script: `fetch`, jQuery, `XMLHttpRequest`.

use super::{is_headers, is_options, options, options_inside, sending};
use crate::reading::FindingKind;
use crate::reading::request::code::call::Call;
use crate::reading::request::code::content::Encoding;
use crate::reading::request::code::program::Program;
use crate::reading::request::code::sending::Sending;
use crate::reading::request::code::value::{Value, ValueKind};
use crate::reading::request::draft::Draft;

pub(super) fn fetch(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let url = call.argument(0)?;
    let mut sending = sending(program, call);
    sending.url(url);
    if let Some(options) = options(&mut sending, call.argument(1)) {
        if let Some(inner) =
            options.member("headers").and_then(|headers| headers.member("body").or(headers.member("method")))
        {
            sending.not_read(inner.span);
            sending.unknown();
        }
        if let Some(body) = options.member("body") {
            if let Some(inner) = options_inside(body) {
                sending.not_read(inner.span);
            }
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
    if let Some(query) = call.argument(1).filter(|second| is_query(second)) {
        sending.not_read(query.span);
    }
    if let Some(third) = call.argument(2).filter(|third| is_options(third) || is_headers(third)) {
        sending.not_read(third.span);
    }
    Some(sending.draft)
}

/// Whether a value is the text of a query, which belongs into the URL.
fn is_query(value: &Value) -> bool {
    let value = value.resolved();
    if let Some(text) = value.literal() {
        return text.contains('=') && !text.contains(['{', ' ']);
    }
    let links = value.links();
    let is_joined =
        links.last().is_some_and(|last| last.name == "join" && last.argument(0).and_then(Value::literal) == Some("&"));
    is_joined || links.iter().any(|link| link.name == "URLSearchParams")
}

/// Google Apps Script: an object as `payload` is a form, and makes the request a POST only if `method` says so.
pub(super) fn apps_script(program: &mut Program<'_>, call: &Call<'_>) -> Draft {
    let mut sending = sending(program, call);
    if let Some(url) = call.argument(0) {
        sending.url(url);
    }
    if let Some(options) = options(&mut sending, call.argument(1)) {
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

pub(super) fn ajax(program: &mut Program<'_>, call: &Call<'_>) -> Draft {
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

pub(in crate::reading::request::code) fn xml_http_request(
    program: &mut Program<'_>,
    call: &Call<'_>,
    _: Option<&Value>,
) -> Option<Draft> {
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
