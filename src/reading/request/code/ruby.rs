//! Ruby: `Net::HTTP`, HTTParty, Faraday, RestClient, and curl in backticks.

use super::call::{Call, METHODS};
use super::content::Encoding;
use super::language::Language;
use super::program::Program;
use super::sending::Sending;
use super::value::{Link, Value};
use crate::reading::request::draft::Draft;

/// The request of a call.
pub(super) fn sent(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    if program.language != Language::Ruby {
        return None;
    }
    match (call.receiver(), call.name()) {
        ("HTTP", "post_form") => {
            let mut sending = Sending::new(program, call.place(), call.head());
            sending.method_named("POST", call.head());
            url(&mut sending, call.argument(0)?);
            match call.argument(1) {
                Some(form) => sending.body(form, Encoding::Form),
                None => keyed_fields(&mut sending, call.link()?),
            }
            sending.draft.says_form = true;
            Some(sending.draft)
        }
        ("HTTP", "post") if call.is_of(&["Net"]) => {
            let mut sending = Sending::new(program, call.place(), call.head());
            sending.method_named("POST", call.head());
            url(&mut sending, call.argument(0)?);
            sending.body(call.argument(1)?, Encoding::Object);
            sending.draft.says_form = true;
            if let Some(headers) = call.argument(2) {
                sending.headers(headers);
            }
            keyed_headers(&mut sending, call);
            Some(sending.draft)
        }
        (_, "request") => {
            let request = program.sent(call.argument(0)?)?;
            program.request_of(&request, Some(call.value))
        }
        ("HTTParty", _) if call.method().is_some() => httparty(program, call),
        ("RestClient", _) if call.method().is_some() => rest_client(program, call),
        ("Request", "execute") if call.is_of(&["RestClient"]) => rest_request(program, call),
        _ if call.method().is_some() && call.is_of(&["Faraday"]) => faraday(program, call),
        _ => None,
    }
}

/// The URL, or an object that has it.
fn url(sending: &mut Sending<'_, '_>, value: &Value) {
    let links = value.links();
    let is_part =
        links.last().is_some_and(|link| matches!(link.name.as_str(), "request_uri" | "path" | "to_s" | "to_str"));
    let call = links.iter().find(|link| link.is_call() && link.argument(0).is_some());
    match call.and_then(|link| link.argument(0)) {
        Some(inner) if is_part => sending.url(inner),
        _ => sending.url(value),
    }
}

fn keyed_headers(sending: &mut Sending<'_, '_>, call: &Call<'_>) {
    for argument in call.link().into_iter().flat_map(|link| link.arguments.iter().flatten()) {
        if let Some(name) = &argument.name {
            sending.header(name, &argument.value);
        }
    }
}

fn keyed_fields(sending: &mut Sending<'_, '_>, link: &Link) {
    for argument in link.arguments.iter().flatten() {
        if let Some(name) = &argument.name {
            sending.form_field(name, &argument.value, argument.value.span);
        }
    }
}

fn httparty(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.method_named(call.method()?, call.head());
    sending.url(call.argument(0)?);
    let given = call.argument(1);
    let option = |name: &str| call.named(name).or_else(|| given?.member(name));
    if given.is_some_and(|given| given.members().is_none()) {
        sending.draft.has_unknown_headers = true;
        sending.draft.body.is_unknown = true;
    }
    if let Some(headers) = option("headers") {
        sending.headers(headers);
    }
    if let Some(query) = option("query") {
        sending.query(query);
    }
    if let Some(auth) = option("basic_auth") {
        sending.authentication(auth);
    }
    if let Some(body) = option("body") {
        sending.body(body, Encoding::Form);
        sending.draft.says_form = !sending.draft.body.is_json;
    }
    Some(sending.draft)
}

fn rest_client(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    let method = call.method()?;
    sending.method_named(method, call.head());
    sending.url(call.argument(0)?);
    let headers = if method == "post" {
        if let Some(body) = call.argument(1) {
            sending.body(body, Encoding::Form);
            sending.draft.says_form = !sending.draft.body.is_json;
        }
        call.argument(2)
    } else {
        call.argument(1)
    };
    if let Some(headers) = headers {
        rest_headers(&mut sending, headers);
    }
    for argument in call.link()?.arguments.iter().flatten() {
        if let Some(name) = &argument.name {
            let name = header_name(name);
            sending.header(name, &argument.value);
        }
    }
    Some(sending.draft)
}

/// `:content_type` and `:authorization` of RestClient.
fn header_name(name: &str) -> &str {
    match name {
        "content_type" => "Content-Type",
        "authorization" => "Authorization",
        other => other,
    }
}

fn rest_headers(sending: &mut Sending<'_, '_>, headers: &Value) {
    let Some(members) = headers.members() else {
        sending.draft.has_unknown_headers = true;
        return;
    };
    for member in members {
        if member.name == "params" {
            sending.query(&member.value);
        } else {
            sending.header(header_name(&member.name), &member.value);
        }
    }
}

fn rest_request(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    let given = call.argument(0);
    let option = |name: &str| call.named(name).or_else(|| given?.member(name));
    sending.method(option("method")?);
    sending.url(option("url")?);
    if let Some(id) = option("user") {
        sending.basic(id, option("password"));
    }
    if let Some(headers) = option("headers") {
        rest_headers(&mut sending, headers);
    }
    if let Some(body) = option("payload") {
        sending.body(body, Encoding::Form);
        sending.draft.says_form = !sending.draft.body.is_json;
    }
    Some(sending.draft)
}

/// Faraday: what a block or a connection adds is not known.
fn faraday(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.method_named(call.method()?, call.head());
    sending.url(call.argument(0)?);
    let connection = call.before().iter().find(|link| link.name == "new");
    if let Some(base) = connection.and_then(|link| link.either("url", 0)) {
        sending.base(base);
    }
    sending.draft.has_unknown_headers = connection.is_some();
    sending.draft.says_form = true;
    if call.name() == "get" {
        if let Some(query) = call.argument(1) {
            sending.query(query);
        }
        return Some(sending.draft);
    }
    let is_named = || call.link().is_some_and(|link| link.arguments.iter().flatten().any(|one| one.name.is_some()));
    match call.argument(1) {
        Some(body) => sending.body(body, Encoding::Form),
        // A hash without its braces.
        None if is_named() => keyed_fields(&mut sending, call.link()?),
        None => sending.draft.body.is_unknown = true,
    }
    // With a middleware for JSON, an object is JSON.
    if connection.is_some() && !sending.draft.body.is_json {
        sending.draft.body.is_unknown |= sends_json(program);
    }
    let headers = call.argument(2);
    if let Some(headers) = headers {
        let mut draft = sending.draft;
        let mut again = Sending::new(program, call.place(), call.head());
        core::mem::swap(&mut again.draft, &mut draft);
        again.headers(headers);
        return Some(again.draft);
    }
    Some(sending.draft)
}

/// Whether a call gives its request to a block.
pub(super) fn takes_block(value: &Value) -> bool {
    let links = value.links();
    let is_method = links.last().is_some_and(|last| METHODS.contains(&last.name.as_str()) && last.is_call());
    is_method && links.first().is_some_and(|first| first.name == "Faraday")
}

/// Whether a connection has the middleware that makes JSON of an object. That for responses has the same name.
fn sends_json(program: &Program<'_>) -> bool {
    ["request :json", "request(:json"].iter().any(|call| program.text.contains(call))
}

/// `connection.post(path) do |request| … end`
pub(super) fn faraday_block(program: &mut Program<'_>, call: &Call<'_>, _: Option<&Value>) -> Option<Draft> {
    let sent = Call { value: call.value, links: call.links.clone(), at: call.at.checked_sub(1)? };
    let draft = faraday(program, &sent)?;
    let mut sending = Sending::new(program, draft.place, draft.head);
    sending.draft = draft;
    let mut is_header = false;
    for link in call.after() {
        match (link.name.as_str(), link.set.as_deref(), link.argument(0)) {
            (name, Some(value), _) if is_header => sending.header(name, value),
            ("headers", Some(headers), _) => sending.headers(headers),
            ("body", Some(body), _) => {
                sending.draft.body.is_unknown = false;
                sending.body(body, Encoding::Form);
                sending.draft.says_form = !sending.draft.body.is_json;
            }
            ("url", None, Some(url)) => sending.url(url),
            ("params", Some(query), _) => sending.query(query),
            _ => {}
        }
        is_header = link.name == "headers" && link.set.is_none();
    }
    // A middleware may convert an object to JSON.
    let is_object = call
        .after()
        .iter()
        .any(|link| link.name == "body" && link.set.as_ref().is_some_and(|set| set.members().is_some()));
    sending.draft.body.is_unknown |= is_object && sends_json(program);
    Some(sending.draft)
}

/// `Net::HTTP::Post.new(uri)`.
pub(super) fn net_http(program: &mut Program<'_>, call: &Call<'_>, sent: Option<&Value>) -> Option<Draft> {
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.method_named(call.receiver(), call.head());
    url(&mut sending, call.argument(0)?);
    if let Some(headers) = call.argument(1) {
        sending.headers(headers);
    }
    keyed_headers(&mut sending, call);
    sending.draft.says_form = true;
    for link in call.after() {
        let set = link.set.as_deref();
        match (link.name.as_str(), link.argument(0), link.argument(1), set) {
            ("basic_auth", Some(id), secret, _) => sending.basic(id, secret),
            ("set_form_data" | "form_data", Some(form), _, _) => sending.body(form, Encoding::Form),
            ("set_form_data", None, _, _) => keyed_fields(&mut sending, link),
            ("form_data", _, _, Some(form)) => sending.body(form, Encoding::Form),
            ("set_form", ..) => sending.draft.body.is_unknown = true,
            ("body", _, _, Some(body)) => sending.body(body, Encoding::Object),
            ("content_type", _, _, Some(value)) => sending.content_type(value),
            ("add_field" | "set_content_type", Some(name), Some(value), _) => {
                if let Some(name) = name.literal() {
                    sending.header(name, value);
                }
            }
            (name, _, _, Some(value)) if !name.is_empty() => sending.header(name, value),
            _ => {}
        }
    }
    if sent.is_none() {
        sending.undecided();
    }
    Some(sending.draft)
}
