//! PHP: curl, Guzzle, Laravel, Symfony, WordPress and `file_get_contents`.

use super::call::Call;
use super::content::{Content, Encoding};
use super::language::Language;
use super::program::Program;
use super::sending::Sending;
use super::value::{Value, ValueKind};
use crate::reading::FindingKind;
use crate::reading::request::draft::Draft;

/// The request of a call.
pub(super) fn sent(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    if program.language != Language::Php {
        return None;
    }
    match (call.receiver(), call.name()) {
        (_, "wp_remote_post" | "wp_remote_get" | "wp_remote_request" | "wp_safe_remote_post") => {
            wordpress(program, call)
        }
        (_, "file_get_contents" | "fopen") => stream(program, call),
        (_, "curl_exec" | "curl_multi_add_handle") => {
            let request = program.sent(call.argument(0)?)?;
            program.request_of(&request, Some(call.value))
        }
        _ if call.method().is_some() && call.is_of(&["Http"]) => laravel(program, call),
        (_, "request" | "requestAsync") if call.at > 0 && call.argument(1).is_some() => guzzle(program, call, true),
        (_, "post" | "get" | "put" | "postAsync" | "getAsync")
            if call.at > 0 && call.argument(1).is_some_and(is_guzzle) =>
        {
            guzzle(program, call, false)
        }
        _ => None,
    }
}

/// Options that only Guzzle and Symfony have.
fn is_guzzle(options: &Value) -> bool {
    let names = ["form_params", "headers", "json", "body", "auth", "query", "multipart", "auth_basic"];
    names.iter().any(|name| options.member(name).is_some())
}

fn guzzle(program: &mut Program<'_>, call: &Call<'_>, has_method: bool) -> Option<Draft> {
    let from = usize::from(has_method);
    let mut sending = Sending::new(program, call.place(), call.head());
    if has_method {
        sending.method(call.argument(0)?);
    } else {
        sending.method_named(call.name().trim_end_matches("Async"), call.head());
    }
    sending.url(call.argument(from)?);
    let client =
        call.before().iter().rev().find(|link| matches!(link.name.as_str(), "Client" | "create" | "GuzzleHttp"));
    let settings = client.and_then(|link| link.argument(0));
    sending.draft.has_unknown_headers = client.is_none();
    let Some(config) = call.argument(from + 1) else { return Some(sending.draft) };
    sending.options(config);
    for config in [settings, Some(config)].into_iter().flatten() {
        let Some(members) = config.members() else {
            sending.draft.has_unknown_headers = true;
            sending.draft.body.is_unknown = true;
            continue;
        };
        sending.draft.body.is_unknown |= members.iter().any(|member| member.name.is_empty());
        for member in members {
            let value = &member.value;
            match member.name.to_ascii_lowercase().as_str() {
                "base_uri" => sending.base(value),
                "headers" => sending.headers(value),
                "query" => sending.query(value),
                "auth" | "auth_basic" => match value.literal() {
                    Some(_) => sending.user(value),
                    None => sending.authentication(value),
                },
                "form_params" => {
                    sending.body(value, Encoding::Form);
                    sending.draft.says_form = true;
                }
                "json" => {
                    sending.body(value, Encoding::Json);
                    sending.draft.body.is_json = true;
                }
                "multipart" => sending.body(value, Encoding::Multipart),
                "body" => {
                    sending.body(value, Encoding::Form);
                    // Symfony adds the type of a form, Guzzle does not.
                    sending.draft.says_form |= !sending.draft.body.is_json;
                }
                _ => {}
            }
        }
    }
    Some(sending.draft)
}

fn laravel(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.method_named(call.method()?, call.head());
    sending.url(call.argument(0)?);
    for link in call.before() {
        match (link.name.as_str(), link.argument(0), link.argument(1)) {
            ("withBasicAuth", Some(id), secret) => sending.basic(id, secret),
            ("withHeaders", Some(headers), _) => sending.headers(headers),
            ("withHeader", Some(name), Some(value)) => {
                if let Some(name) = name.literal() {
                    sending.header(name, value);
                }
            }
            ("withOptions", ..) => sending.draft.has_unknown_headers = true,
            ("withToken" | "withDigestAuth", ..) => sending.draft.has_hidden_authentication = true,
            ("contentType", Some(value), _) => sending.content_type(value),
            ("baseUrl", Some(base), _) => sending.base(base),
            ("withBody", Some(body), _) => sending.body(body, Encoding::Object),
            _ => {}
        }
    }
    // Laravel sends JSON unless `asForm` says otherwise.
    let encoding = if call.is_of(&["asForm"]) {
        Encoding::Form
    } else if call.is_of(&["asMultipart"]) {
        Encoding::Multipart
    } else {
        Encoding::Json
    };
    if let Some(data) = call.argument(1) {
        if call.name() == "get" { sending.query(data) } else { sending.body(data, encoding) }
    }
    Some(sending.draft)
}

fn wordpress(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.url(call.argument(0)?);
    sending.draft.usual_method = if call.name().ends_with("post") { "POST" } else { "GET" };
    let Some(config) = call.argument(1) else { return Some(sending.draft) };
    if let Some(method) = config.member("method") {
        sending.method(method);
    }
    sending.options(config);
    if let Some(headers) = config.member("headers") {
        sending.headers(headers);
    }
    if let Some(body) = config.member("body") {
        sending.body(body, Encoding::Form);
        sending.draft.says_form = !sending.draft.body.is_json;
    }
    Some(sending.draft)
}

/// `file_get_contents($url, false, $context)`.
fn stream(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let context = call.argument(2)?;
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.url(call.argument(0)?);
    let links = context.links();
    let create = links.iter().find(|link| link.name == "stream_context_create");
    let Some(config) = create.and_then(|link| link.argument(0)).and_then(|value| value.member("http")) else {
        sending.draft.has_unknown_headers = true;
        sending.draft.body.is_unknown = true;
        return None;
    };
    if let Some(method) = config.member("method") {
        sending.method(method);
    }
    sending.options(config);
    if let Some(headers) = config.member("header") {
        sending.header_lines(headers);
    }
    if let Some(body) = config.member("content") {
        sending.body(body, Encoding::Form);
        // PHP adds the type of a form where there is content and no type.
        sending.draft.says_form = true;
    }
    Some(sending.draft)
}

/// `curl_init`, `curl_setopt` and `curl_setopt_array`.
pub(super) fn curl(program: &mut Program<'_>, call: &Call<'_>, executed: Option<&Value>) -> Option<Draft> {
    let init = call.links.iter().rev().find(|link| link.name == "curl_init").copied();
    let head = init.map_or(call.head(), |link| link.span);
    let mut sending = Sending::new(program, call.place(), head);
    let url = init.and_then(|link| link.argument(0));
    if let Some(url) = url {
        sending.url(url);
    }
    let mut options: Vec<(&str, &Value)> = Vec::new();
    for link in &call.links {
        match link.name.as_str() {
            "curl_setopt" => {
                let name = link.argument(1)?.links().last().map_or("", |link| link.name.as_str());
                options.push((name, link.argument(2)?));
            }
            "curl_setopt_array" => match link.argument(1).and_then(Value::members) {
                Some(members) => options.extend(members.iter().map(|member| (member.name.as_str(), &member.value))),
                None => {
                    sending.draft.has_unknown_headers = true;
                    sending.draft.body.is_unknown = true;
                }
            },
            _ => {}
        }
    }
    let (mut id, mut secret) = (None, None);
    let (mut is_post, mut has_fields) = (false, false);
    for (name, value) in options {
        match name {
            "CURLOPT_URL" => sending.url(value),
            "CURLOPT_POST" => is_post = !is_off(value),
            "CURLOPT_CUSTOMREQUEST" => sending.method(value),
            "CURLOPT_HTTPHEADER" => sending.headers(value),
            "CURLOPT_USERPWD" => sending.user(value),
            "CURLOPT_USERNAME" => id = Some(value),
            "CURLOPT_PASSWORD" => secret = Some(value),
            "CURLOPT_POSTFIELDS" => {
                has_fields = true;
                let is_array = match program.content(value) {
                    Content::Entries(entries) => entries.encoding == Encoding::Object && !entries.list.is_empty(),
                    _ => false,
                };
                if is_array {
                    sending.fault(FindingKind::ArrayAsMultipart, value.resolved().span);
                }
                sending.body(value, Encoding::Form);
            }
            "" => {
                sending.draft.has_unknown_headers = true;
                sending.draft.body.is_unknown = true;
            }
            _ => {}
        }
    }
    if let Some(id) = id {
        sending.basic(id, secret);
    }
    sending.draft.usual_method = if is_post || has_fields { "POST" } else { "GET" };
    sending.draft.says_form = has_fields && !sending.draft.body.is_json;
    if executed.is_none() {
        // More options may follow behind the end of the text.
        sending.undecided();
    }
    Some(sending.draft)
}

fn is_off(value: &Value) -> bool {
    value.literal() == Some("0")
        || matches!(value.links().as_slice(), [link] if link.name.eq_ignore_ascii_case("false"))
        || matches!(value.kind, ValueKind::Unknown)
}
