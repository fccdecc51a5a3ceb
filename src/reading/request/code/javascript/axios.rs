//! axios, its instances, and the clients with the same arguments.

use super::{is_headers, is_options, method_and_headers, options, options_inside, sending};
use crate::reading::FindingKind;
use crate::reading::request::code::call::Call;
use crate::reading::request::code::content::{Content, Encoding};
use crate::reading::request::code::program::Program;
use crate::reading::request::code::sending::Sending;
use crate::reading::request::code::value::{Value, ValueKind};
use crate::reading::request::draft::Draft;
use crate::reading::request::findings::FORM;

/// axios, an instance of it, or the clients of Angular and Nest that have the same arguments.
pub(super) fn is_axios(call: &Call<'_>) -> bool {
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

pub(super) fn axios(program: &mut Program<'_>, call: &Call<'_>) -> Draft {
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
            method_and_headers(&mut sending, settings);
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
    if let Some(options) = data.filter(|data| config.is_none() && is_options(data)) {
        sending.not_read(options.span);
        sending.draft.body.is_unknown = true;
    } else if let Some(data) = data {
        if let Some(options) = options_inside(data).or_else(|| data.member("headers").filter(|inner| is_headers(inner)))
        {
            sending.not_read(options.span);
        }
        axios_body(&mut sending, program, data, call.name() == "postForm");
    }
    sending.draft
}

fn axios_settings(sending: &mut Sending<'_, '_>, config: &Value) {
    if let Some(url) = config.member("url") {
        sending.url(url);
    }
    if let Some(base) = config.member("baseURL") {
        sending.base(base);
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
