//! Java and Kotlin: `java.net.http`, `HttpURLConnection`, OkHttp, Spring, Apache HttpClient and Unirest.

use super::call::Call;
use super::content::Encoding;
use super::language::Language;
use super::program::Program;
use super::sending::Sending;
use super::value::{Link, Value};
use crate::reading::request::draft::Draft;

/// The request of a call.
pub(super) fn sent(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    if !matches!(program.language, Language::Java | Language::Kotlin) {
        return None;
    }
    match (call.receiver(), call.name()) {
        (_, "execute") => {
            let request = program.sent(call.argument(0)?)?;
            program.request_of(&request, Some(call.value))
        }
        ("Unirest", _) if call.method().is_some() => unirest(program, call),
        (_, "postForEntity" | "postForObject" | "exchange" | "getForObject" | "getForEntity") => {
            rest_template(program, call)
        }
        (_, "uri") if call.is_of(&["post", "get", "put", "method"]) && !call.is_of(&["newBuilder"]) => {
            web_client(program, call)
        }
        _ => None,
    }
}

fn unirest(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.method_named(call.method()?, call.head());
    sending.url(call.argument(0)?);
    for link in call.after() {
        match (link.name.as_str(), link.argument(0), link.argument(1)) {
            ("header", Some(name), Some(value)) => sending.header(name.literal()?, value),
            ("headers", Some(headers), _) => sending.headers(headers),
            ("basicAuth", Some(id), secret) => sending.basic(id, secret),
            ("queryString", Some(name), Some(value)) => sending.query_field(name.literal()?, value, link.span),
            ("field", Some(name), Some(value)) => sending.form_field(name.literal()?, value, link.span),
            ("fields" | "queryString", ..) => sending.draft.body.is_unknown = true,
            ("body", Some(body), _) => sending.body(body, Encoding::Json),
            _ => {}
        }
    }
    if !call.after().iter().any(|link| link.name.starts_with("as")) {
        sending.undecided();
    }
    Some(sending.draft)
}

/// Spring: a `MultiValueMap` is a form, any other map is JSON.
fn rest_template(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.url(call.argument(0)?);
    let (method, entity) = match call.name() {
        "exchange" => (call.argument(1), call.argument(2)),
        "postForEntity" | "postForObject" => (None, call.argument(1)),
        _ => (None, None),
    };
    match method {
        Some(method) => sending.method(method),
        None => sending.method_named(if call.name().starts_with("post") { "POST" } else { "GET" }, call.head()),
    }
    let Some(entity) = entity else { return Some(sending.draft) };
    let links = entity.links();
    let wrapped = links.iter().rev().find(|link| link.name == "HttpEntity");
    match wrapped {
        Some(link) => {
            let (body, headers) = (link.argument(0), link.argument(1));
            if let Some(headers) = headers {
                spring_headers(&mut sending, headers);
            }
            if let Some(body) = body {
                let is_headers = headers.is_none() && body.links().iter().any(|link| link.name == "HttpHeaders");
                if is_headers { spring_headers(&mut sending, body) } else { sending.body(body, Encoding::Json) }
            }
        }
        None if entity.is_name() && entity.root().is_none() && !links.iter().any(|link| link.is_call()) => {
            sending.draft.body.is_unknown = true;
            sending.draft.has_unknown_headers = true;
        }
        None => sending.body(entity, Encoding::Json),
    }
    Some(sending.draft)
}

fn spring_headers(sending: &mut Sending<'_, '_>, headers: &Value) {
    let links = headers.links();
    if !links.iter().any(|link| link.is_call()) {
        sending.draft.has_unknown_headers = true;
    }
    for link in links {
        spring_header(sending, link);
    }
}

fn spring_header(sending: &mut Sending<'_, '_>, link: &Link) {
    match (link.name.as_str(), link.argument(0), link.argument(1)) {
        ("setBasicAuth", Some(id), Some(secret)) => sending.basic(id, Some(secret)),
        ("setBearerAuth" | "setBasicAuth", ..) => sending.draft.has_hidden_authentication = true,
        ("setContentType" | "contentType" | "ContentType", Some(kind), _) => media_type(sending, kind),
        ("set" | "add" | "header" | "put", Some(name), Some(value)) => {
            let constant = name.links().last().map(|link| link.name.as_str());
            let name = match (name.literal(), constant) {
                (Some(name), _) => name,
                (None, Some("AUTHORIZATION")) => "Authorization",
                (None, Some("CONTENT_TYPE")) => "Content-Type",
                _ => return,
            };
            if name == "Content-Type" { media_type(sending, value) } else { sending.header(name, value) }
        }
        _ => {}
    }
}

/// `MediaType.APPLICATION_FORM_URLENCODED`, or a text.
fn media_type(sending: &mut Sending<'_, '_>, kind: &Value) {
    let links = kind.links();
    let constant = links.iter().rev().find(|link| link.name.starts_with("APPLICATION_")).map(|link| link.name.as_str());
    let text = match constant {
        Some(name) if name.starts_with("APPLICATION_FORM_URLENCODED") => crate::reading::request::findings::FORM,
        Some(name) if name.starts_with("APPLICATION_JSON") => "application/json",
        _ => {
            let inner = links.iter().rev().find_map(|link| link.argument(0));
            return sending.content_type(inner.filter(|_| kind.literal().is_none()).unwrap_or(kind));
        }
    };
    sending.content_type(kind);
    if let Some(header) = sending.draft.headers.last_mut() {
        header.value.text = text.to_owned();
        header.value.expands = false;
    }
}

/// `webClient.post().uri(…).header(…).body(…)`.
fn web_client(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    let method =
        call.before().iter().rev().find(|link| matches!(link.name.as_str(), "post" | "get" | "put" | "method"))?;
    match method.argument(0) {
        Some(value) => sending.method(value),
        None => sending.method_named(&method.name, method.span),
    }
    sending.url(call.argument(0)?);
    sending.draft.has_unknown_headers = true;
    for link in call.after() {
        match (link.name.as_str(), link.argument(0)) {
            ("body" | "bodyValue" | "syncBody", Some(body)) => sending.body(body, Encoding::Json),
            _ => spring_header(&mut sending, link),
        }
    }
    if !call.after().iter().any(|link| matches!(link.name.as_str(), "retrieve" | "exchange" | "exchangeToMono")) {
        sending.undecided();
    }
    Some(sending.draft)
}

/// `HttpRequest.newBuilder()` of `java.net.http`.
pub(super) fn http_request(program: &mut Program<'_>, call: &Call<'_>, _: Option<&Value>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    if let Some(url) = call.argument(0) {
        sending.url(url);
    }
    for link in call.after() {
        let (first, second) = (link.argument(0), link.argument(1));
        match (link.name.as_str(), first, second) {
            ("uri", Some(url), _) => sending.url(url),
            ("header" | "setHeader", Some(name), Some(value)) => sending.header(name.literal()?, value),
            ("headers", ..) => {
                let arguments = link.arguments.as_deref().unwrap_or_default();
                for pair in arguments.chunks(2) {
                    if let [name, value] = pair {
                        sending.header(name.value.literal()?, &value.value);
                    }
                }
            }
            ("POST" | "PUT", body, _) => {
                sending.method_named(&link.name, link.span);
                publisher(&mut sending, body);
            }
            ("GET" | "DELETE", ..) => sending.method_named(&link.name, link.span),
            ("method", Some(method), body) => {
                sending.method(method);
                publisher(&mut sending, body);
            }
            _ => {}
        }
    }
    if !call.after().iter().any(|link| link.name == "build") {
        sending.undecided();
    }
    Some(sending.draft)
}

/// `BodyPublishers.ofString(…)` or `BodyPublishers.noBody()`.
fn publisher(sending: &mut Sending<'_, '_>, body: Option<&Value>) {
    let Some(body) = body else { return };
    if body.links().last().is_some_and(|link| link.name == "noBody") {
        return;
    }
    sending.body(body, Encoding::Object);
}

/// `HttpURLConnection`: what is written to its stream is the body.
pub(super) fn connection(program: &mut Program<'_>, call: &Call<'_>, _: Option<&Value>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    let url = call
        .before()
        .iter()
        .rev()
        .find(|link| matches!(link.name.as_str(), "URL" | "create" | "URI") && link.is_call());
    if let Some(url) = url.and_then(|link| link.argument(0)) {
        sending.url(url);
    }
    let mut writes = false;
    for link in call.after() {
        match (link.name.as_str(), link.argument(0), link.argument(1)) {
            ("setRequestMethod", Some(method), _) => sending.method(method),
            ("requestMethod", ..) => {
                if let Some(method) = &link.set {
                    sending.method(method);
                }
            }
            ("setRequestProperty" | "addRequestProperty", Some(name), Some(value)) => {
                if let Some(name) = name.literal() {
                    sending.header(name, value);
                }
            }
            ("setDoOutput" | "doOutput" | "getOutputStream" | "outputStream", ..) => writes = true,
            ("write" | "writeBytes" | "print" | "append", Some(body), _) => {
                writes = true;
                sending.body(body, Encoding::Object);
            }
            _ => {}
        }
    }
    // With a stream for the body, the method is POST, and the type that of a form (OpenJDK, HttpURLConnection).
    if writes {
        sending.draft.usual_method = "POST";
        sending.draft.says_form = true;
        sending.draft.body.is_unknown |= sending.draft.body.parts.is_empty();
    }
    let reads = ["getInputStream", "getResponseCode", "inputStream", "responseCode", "getResponseMessage", "connect"];
    if !call.after().iter().any(|link| reads.contains(&link.name.as_str())) {
        sending.undecided();
    }
    Some(sending.draft)
}

/// OkHttp's `Request.Builder()`.
pub(super) fn ok_http(program: &mut Program<'_>, call: &Call<'_>, _: Option<&Value>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    for link in call.after() {
        let (first, second) = (link.argument(0), link.argument(1));
        match (link.name.as_str(), first, second) {
            ("url", Some(url), _) => sending.url(url),
            ("header" | "addHeader", Some(name), Some(value)) => {
                let credentials = value.links();
                let basic = credentials.iter().rev().find(|link| link.name == "basic" && link.argument(1).is_some());
                match (name.literal(), basic) {
                    (Some("Authorization"), Some(basic)) => sending.basic(basic.argument(0)?, basic.argument(1)),
                    (Some(name), _) => sending.header(name, value),
                    _ => sending.draft.has_unknown_headers = true,
                }
            }
            ("post" | "put" | "patch", Some(body), _) => {
                sending.method_named(&link.name, link.span);
                request_body(&mut sending, body);
            }
            ("get", None, _) => sending.method_named("GET", link.span),
            ("method", Some(method), body) => {
                sending.method(method);
                if let Some(body) = body {
                    request_body(&mut sending, body);
                }
            }
            ("headers", ..) => sending.draft.has_unknown_headers = true,
            _ => {}
        }
    }
    if !call.after().iter().any(|link| link.name == "build") {
        sending.undecided();
    }
    Some(sending.draft)
}

/// `RequestBody.create(type, text)`, in either order, or `text.toRequestBody(type)`.
fn request_body(sending: &mut Sending<'_, '_>, value: &Value) {
    let links = value.links();
    let is_media = |value: &Value| {
        let is_type = value.links().iter().any(|link| {
            matches!(link.name.as_str(), "MediaType" | "toMediaType" | "toMediaTypeOrNull" | "parse" | "get")
        });
        is_type || value.root().and_then(Value::literal).is_some_and(|text| text.starts_with("application/"))
    };
    let create = links.iter().rev().find(|link| link.name == "create" && link.argument(1).is_some());
    if let Some(link) = create {
        let (Some(first), Some(second)) = (link.argument(0), link.argument(1)) else { return };
        let (kind, body) = if is_media(second) && !is_media(first) { (second, first) } else { (first, second) };
        media_of(sending, kind);
        return sending.body(body, Encoding::Object);
    }
    if let Some(link) = links.iter().rev().find(|link| link.name == "toRequestBody") {
        if let Some(kind) = link.argument(0) {
            media_of(sending, kind);
        }
        return match value.root() {
            Some(root) => sending.body(root, Encoding::Object),
            None => sending.draft.body.is_unknown = true,
        };
    }
    sending.body(value, Encoding::Object);
}

/// `MediaType.parse("…")`, `"…".toMediaType()`, or something that is not known.
fn media_of(sending: &mut Sending<'_, '_>, kind: &Value) {
    let links = kind.links();
    let text = links.iter().rev().find_map(|link| link.argument(0)).or_else(|| kind.root());
    match text {
        Some(text) => sending.content_type(text),
        None => sending.content_type(kind),
    }
}

/// Apache's `new HttpPost(url)`.
pub(super) fn apache(program: &mut Program<'_>, call: &Call<'_>, sent: Option<&Value>) -> Option<Draft> {
    // `[HttpPost("path")]` above a method of ASP.NET says which requests come in.
    let line = program.text.get(..call.head().start).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
    if line.trim_start().starts_with('[') && !line.contains(']') {
        return None;
    }
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.method_named(call.name().trim_start_matches("Http"), call.head());
    if let Some(url) = call.argument(0) {
        sending.url(url);
    }
    for link in call.after() {
        match (link.name.as_str(), link.argument(0), link.argument(1)) {
            ("setHeader" | "addHeader", Some(name), Some(value)) => {
                let constant = name.links().last().map(|link| link.name.as_str());
                match (name.literal(), constant) {
                    (Some(name), _) => sending.header(name, value),
                    (None, Some("AUTHORIZATION")) => sending.header("Authorization", value),
                    (None, Some("CONTENT_TYPE")) => sending.header("Content-Type", value),
                    _ => sending.draft.has_unknown_headers = true,
                }
            }
            ("setEntity", Some(entity), _) => {
                let kind = entity
                    .links()
                    .iter()
                    .rev()
                    .find(|link| link.name == "StringEntity")
                    .and_then(|link| link.argument(1));
                if let Some(kind) = kind {
                    media_type(&mut sending, kind);
                }
                let is_form = entity.links().iter().any(|link| link.name == "UrlEncodedFormEntity");
                sending.body(entity, Encoding::Form);
                sending.draft.says_form |= is_form;
                if !is_form && kind.is_none() && sending.draft.header("Content-Type").is_none() {
                    sending.draft.has_unknown_headers = true;
                }
            }
            _ => {}
        }
    }
    if sent.is_none() {
        sending.undecided();
    }
    Some(sending.draft)
}
