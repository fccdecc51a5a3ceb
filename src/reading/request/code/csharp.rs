//! C#: `HttpClient`, RestSharp, `WebRequest`, `WebClient` and Flurl.

use super::call::Call;
use super::content::Encoding;
use super::language::Language;
use super::program::Program;
use super::sending::Sending;
use super::value::{Link, Value};
use crate::reading::request::draft::Draft;

/// The request of a call.
pub(super) fn sent(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    if program.language != Language::CSharp {
        return None;
    }
    match call.name() {
        "PostAsync" | "PutAsync" | "GetAsync" | "GetStringAsync" | "PostAsJsonAsync" | "Execute" | "ExecuteAsync"
        | "ExecutePostAsync" | "Post" | "SendAsync" | "Send" | "ExecuteTaskAsync" | "ExecuteGetAsync"
            if call.argument(0).is_some_and(|request| request.is_name() || program.opens(request))
                && is_request(program, call) =>
        {
            with_client(program, call)
        }
        "PostAsync" | "GetAsync" | "GetStringAsync" | "PostAsJsonAsync" | "PutAsync" if call.at > 0 => {
            client(program, call)
        }
        "UploadString"
        | "UploadValues"
        | "UploadStringTaskAsync"
        | "UploadValuesTaskAsync"
        | "UploadData"
        | "DownloadString"
            if call.at > 0 =>
        {
            web_client(program, call)
        }
        "PostUrlEncodedAsync" | "PostJsonAsync" => flurl(program, call),
        _ => None,
    }
}

/// Whether the first argument is a request that is put together before.
fn is_request(program: &Program<'_>, call: &Call<'_>) -> bool {
    let Some(first) = call.argument(0) else { return false };
    program.opens(first)
        || first.links().iter().any(|link| matches!(link.name.as_str(), "RestRequest" | "HttpRequestMessage"))
}

fn with_client(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let first = call.argument(0)?;
    let request = program.sent(first);
    let request = request.as_deref().unwrap_or(first);
    let mut draft = program.request_of(request, Some(call.value))?;
    if matches!(call.name(), "ExecutePostAsync" | "Post" | "PostAsync") {
        let mut sending = Sending::new(program, draft.place, draft.head);
        core::mem::swap(&mut sending.draft, &mut draft);
        sending.method_named("POST", call.head());
        if sending.draft.body.in_query {
            sending.draft.body.in_query = false;
            sending.draft.says_form = true;
        }
        return Some(sending.draft);
    }
    Some(draft)
}

fn client(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    let is_get = call.name().starts_with("Get");
    sending.method_named(if is_get { "GET" } else { call.name().get(..4)?.trim_end_matches('A') }, call.head());
    if call.name() == "PutAsync" {
        sending.method_named("PUT", call.head());
    }
    sending.url(call.argument(0)?);
    client_settings(&mut sending, call.before());
    if let Some(body) = call.argument(1).filter(|_| !is_get) {
        if call.name() == "PostAsJsonAsync" {
            sending.body(body, Encoding::Json);
            sending.draft.body.is_json = true;
        } else {
            http_content(&mut sending, body);
        }
    }
    Some(sending.draft)
}

/// What a client adds to each request.
fn client_settings(sending: &mut Sending<'_, '_>, links: &[&Link]) {
    let is_made_here = links.iter().any(|link| {
        matches!(link.name.as_str(), "HttpClient" | "RestClient" | "WebClient" | "RestClientOptions") && link.is_call()
    });
    sending.draft.has_unknown_headers |= !is_made_here;
    for link in links {
        match (link.name.as_str(), link.argument(0), link.argument(1)) {
            ("Authorization", ..) => {
                if let Some(value) = &link.set {
                    authorization(sending, value);
                }
            }
            ("Add" | "TryAddWithoutValidation" | "AddDefaultHeader", Some(name), Some(value)) => {
                if let Some(name) = name.literal() {
                    sending.header(name, value);
                }
            }
            ("BaseAddress" | "BaseUrl", ..) => {
                if let Some(value) = &link.set {
                    sending.base(value);
                }
            }
            ("RestClient", Some(base), _) => {
                let links = base.links();
                match links.iter().find(|link| link.name == "RestClientOptions") {
                    Some(options) => {
                        client_settings(sending, &links);
                        if let Some(base) = options.argument(0) {
                            sending.base(base);
                        }
                    }
                    None => sending.base(base),
                }
            }
            ("Authenticator", ..) => {
                if let Some(value) = &link.set {
                    sending.authentication(value);
                }
            }
            ("{", Some(members), _) => {
                if let Some(value) = members.member("Authenticator") {
                    sending.authentication(value);
                }
                if let Some(base) = members.member("BaseAddress") {
                    sending.base(base);
                }
                if let Some(headers) = members.member("DefaultRequestHeaders")
                    && let Some(value) = headers.member("Authorization")
                {
                    authorization(sending, value);
                }
            }
            ("SetBasicAuthentication", Some(id), secret) => sending.basic(id, secret),
            _ => {}
        }
    }
}

/// `new AuthenticationHeaderValue("Basic", value)`.
fn authorization(sending: &mut Sending<'_, '_>, value: &Value) {
    let links = value.links();
    if let Some(link) = links.iter().rev().find(|link| link.name == "AuthenticationHeaderValue") {
        if let Some(scheme) = link.argument(0) {
            sending.scheme_and_value(scheme, link.argument(1));
        }
        return;
    }
    if links.iter().any(|link| link.name == "BasicAuthenticationHeaderValue") {
        return sending.authentication(value);
    }
    sending.draft.has_hidden_authentication = true;
}

/// `FormUrlEncodedContent`, `StringContent(text, encoding, type)` and others.
fn http_content(sending: &mut Sending<'_, '_>, value: &Value) {
    let links = value.links();
    let text = links.iter().rev().find(|link| link.name == "StringContent");
    if let Some(text) = text {
        match text.argument(2).or_else(|| text.argument(1).filter(|kind| kind.literal().is_some())) {
            Some(kind) => sending.content_type(kind),
            None => sending.content_type_is("text/plain", text.span),
        }
        if let Some(body) = text.argument(0) {
            sending.body(body, Encoding::Object);
        }
        content_type_set(sending, &links);
        return;
    }
    sending.body(value, Encoding::Object);
    content_type_set(sending, &links);
}

/// `content.Headers.ContentType = new MediaTypeHeaderValue("…")`.
fn content_type_set(sending: &mut Sending<'_, '_>, links: &[&Link]) {
    let set = links.iter().filter(|link| link.name == "ContentType").find_map(|link| link.set.as_ref());
    if let Some(value) = set {
        let inner = value.links().last().and_then(|link| link.argument(0)).cloned();
        sending.draft.headers.retain(|header| !header.name.eq_ignore_ascii_case("Content-Type"));
        sending.content_type(inner.as_ref().unwrap_or(value));
    }
}

/// `new HttpRequestMessage(HttpMethod.Post, url) { Content = … }`.
pub(super) fn message(program: &mut Program<'_>, call: &Call<'_>, client: Option<&Value>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    if let Some(method) = call.argument(0) {
        sending.method(method);
    }
    if let Some(url) = call.argument(1) {
        sending.url(url);
    }
    for link in call.after() {
        let set = link.set.as_deref();
        match (link.name.as_str(), set) {
            ("{", _) => {
                let members = link.argument(0)?.members().unwrap_or_default();
                for member in members {
                    match member.name.as_str() {
                        "Content" => http_content(&mut sending, &member.value),
                        "Method" => sending.method(&member.value),
                        "RequestUri" => sending.url(&member.value),
                        "Headers" => message_headers(&mut sending, &member.value),
                        _ => {}
                    }
                }
            }
            ("Content", Some(value)) => http_content(&mut sending, value),
            ("Method", Some(value)) => sending.method(value),
            ("RequestUri", Some(value)) => sending.url(value),
            ("Authorization", Some(value)) => authorization(&mut sending, value),
            ("Add" | "TryAddWithoutValidation", _) => {
                if let (Some(name), Some(value)) = (link.argument(0).and_then(Value::literal), link.argument(1)) {
                    sending.header(name, value);
                }
            }
            ("SetBasicAuthentication", _) => sending.basic(link.argument(0)?, link.argument(1)),
            _ => {}
        }
    }
    match client {
        Some(client) => {
            let links = client.links();
            let end =
                links.iter().rposition(|link| link.is_call() && link.name.starts_with("Send")).unwrap_or(links.len());
            client_settings(&mut sending, links.get(..end).unwrap_or_default());
        }
        None => sending.undecided(),
    }
    Some(sending.draft)
}

/// `Headers = { { "name", value }, … }`, or `Headers = { Authorization = … }`.
fn message_headers(sending: &mut Sending<'_, '_>, value: &Value) {
    match value.member("Authorization") {
        Some(inner)
            if inner.literal().is_none() && inner.links().iter().any(|link| link.name.ends_with("HeaderValue")) =>
        {
            authorization(sending, inner);
        }
        _ => sending.headers(value),
    }
}

/// RestSharp. `AddParameter` adds to the form of a POST and to the address of a GET.
pub(super) fn rest_request(program: &mut Program<'_>, call: &Call<'_>, client: Option<&Value>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    let arguments = [call.argument(0), call.argument(1)];
    for value in arguments.into_iter().flatten() {
        let is_method = value.literal().is_none() && value.links().first().is_some_and(|link| link.name == "Method");
        if is_method { sending.method(value) } else { sending.url(value) }
    }
    if let Some(method) = call.named("method") {
        sending.method(method);
    }
    let method = call.after().iter().filter(|link| link.name == "Method").find_map(|link| link.set.as_deref());
    if let Some(method) = method {
        sending.method(method);
    }
    let is_post = sending.draft.known_method().is_none_or(|method| !method.eq_ignore_ascii_case("GET"));
    for link in call.after() {
        let (first, second) = (link.argument(0), link.argument(1));
        match (link.name.as_str(), first, second) {
            ("AddHeader" | "AddOrUpdateHeader", Some(name), Some(value)) => {
                if let Some(name) = name.literal() {
                    sending.header(name, value);
                }
            }
            ("AddHeaders", Some(headers), _) => sending.headers(headers),
            ("AddQueryParameter", Some(name), Some(value)) => {
                if let Some(name) = name.literal() {
                    sending.query_field(name, value, link.span);
                }
            }
            ("AddParameter", Some(name), Some(value)) => {
                let Some(name) = name.literal() else {
                    sending.draft.body.is_unknown = true;
                    continue;
                };
                let kind = link.argument(2).and_then(|kind| kind.links().last().map(|link| link.name.as_str()));
                match kind {
                    Some("RequestBody") => {
                        if let Some(name) = first.filter(|_| name.contains('/')) {
                            sending.content_type(name);
                        }
                        sending.body(value, Encoding::Object);
                    }
                    Some("HttpHeader") => sending.header(name, value),
                    Some("QueryString" | "QueryStringWithoutEncode") => sending.query_field(name, value, link.span),
                    Some("UrlSegment") => {}
                    _ => sending.form_field(name, value, link.span),
                }
            }
            ("AddJsonBody", Some(body), _) => {
                sending.body(body, Encoding::Json);
                sending.draft.body.is_json = true;
            }
            ("AddStringBody" | "AddBody" | "AddObject" | "AddXmlBody", ..) => sending.draft.body.is_unknown = true,
            _ => {}
        }
    }
    match client {
        Some(client) => {
            let links = client.links();
            let end = links.iter().rposition(|link| link.is_call()).unwrap_or(links.len());
            client_settings(&mut sending, links.get(..end).unwrap_or_default());
        }
        None => sending.undecided(),
    }
    if !is_post && !sending.draft.body.parts.is_empty() {
        sending.draft.body.in_query = true;
    }
    Some(sending.draft)
}

/// `WebRequest.Create(url)`; the body is written to its stream.
pub(super) fn web_request(program: &mut Program<'_>, call: &Call<'_>, _: Option<&Value>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.url(call.argument(0)?);
    for link in call.after() {
        let set = link.set.as_deref();
        match (link.name.as_str(), link.argument(0), link.argument(1), set) {
            ("Method", _, _, Some(value)) => sending.method(value),
            ("ContentType", _, _, Some(value)) => sending.content_type(value),
            ("Credentials", _, _, Some(value)) => sending.authentication(value),
            ("Authorization", _, _, Some(value)) => sending.header("Authorization", value),
            ("Add" | "Set", Some(name), Some(value), _) => {
                if let Some(name) = name.literal().or_else(|| name.links().last().map(|link| link.name.as_str())) {
                    sending.header(name, value);
                }
            }
            ("Add", Some(line), None, _) => sending.header_lines(line),
            ("Write" | "WriteLine" | "WriteAsync", Some(body), _, _) => sending.body(body, Encoding::Object),
            ("GetRequestStream" | "GetRequestStreamAsync", ..) if sending.draft.body.parts.is_empty() => {}
            _ => {}
        }
    }
    let is_sent = call.after().iter().any(|link| link.name.starts_with("GetResponse"));
    if !is_sent {
        sending.undecided();
    }
    let is_post = sending.draft.known_method().is_none_or(|method| method.eq_ignore_ascii_case("POST"));
    if is_post && sending.draft.body.parts.is_empty() {
        sending.draft.body.is_unknown = true;
    }
    Some(sending.draft)
}

/// `UploadString(url, [method,] text)` and `UploadValues(url, [method,] values)`: a POST.
fn web_client(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.url(call.argument(0)?);
    let is_upload = call.name().starts_with("Upload");
    sending.draft.usual_method = if is_upload { "POST" } else { "GET" };
    client_settings(&mut sending, call.before());
    for link in call.before() {
        match (link.name.as_str(), &link.set) {
            ("Headers" | "Encoding" | "UseDefaultCredentials" | "Proxy", _) => {}
            ("Credentials", Some(value)) => sending.authentication(value),
            (name, Some(value)) if !name.is_empty() => {
                let name = if name == "ContentType" { "Content-Type" } else { name };
                if name != "Authorization" || value.links().iter().all(|link| link.name != "AuthenticationHeaderValue")
                {
                    sending.draft.headers.retain(|header| !header.name.eq_ignore_ascii_case(name));
                    sending.header(name, value);
                }
            }
            _ => {}
        }
    }
    let body = match (call.argument(1), call.argument(2)) {
        (Some(method), Some(body)) => {
            sending.method(method);
            Some(body)
        }
        (body, None) => body,
        _ => None,
    };
    if let Some(body) = body.filter(|_| is_upload) {
        sending.body(body, Encoding::Form);
        sending.draft.says_form |= call.name().starts_with("UploadValues");
    }
    Some(sending.draft)
}

/// `"url".WithBasicAuth(id, secret).PostUrlEncodedAsync(new { … })`.
fn flurl(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.method_named("POST", call.head());
    if let Some(root) = call.value.root() {
        sending.url(root);
    }
    for link in call.before() {
        match (link.name.as_str(), link.argument(0), link.argument(1)) {
            ("WithBasicAuth", Some(id), secret) => sending.basic(id, secret),
            ("WithHeader", Some(name), Some(value)) => {
                if let Some(name) = name.literal() {
                    sending.header(name, value);
                }
            }
            ("WithOAuthBearerToken", ..) => sending.draft.has_hidden_authentication = true,
            ("WithHeaders", ..) => sending.draft.has_unknown_headers = true,
            ("SetQueryParam", Some(name), Some(value)) => {
                if let Some(name) = name.literal() {
                    sending.query_field(name, value, link.span);
                }
            }
            ("AppendPathSegment" | "AppendPathSegments", ..) => {
                sending.draft.url.text = "${…}".to_owned();
                sending.draft.url.expands = true;
            }
            _ => {}
        }
    }
    let is_json = call.name() == "PostJsonAsync";
    sending.body(call.argument(0)?, if is_json { Encoding::Json } else { Encoding::Form });
    Some(sending.draft)
}
