//! JavaScript and TypeScript: which of the libraries sends a request, and the options that they have in common.

mod axios;
mod browser;
mod node;

pub(super) use browser::xml_http_request;
pub(super) use node::{node, request_options};

use super::call::Call;
use super::language::Language;
use super::program::Program;
use super::sending::Sending;
use super::value::{Link, Value};
use crate::reading::request::draft::Draft;
use axios::{axios, is_axios};
use browser::{ajax, apps_script, fetch};
use node::{got, is_superagent, request, superagent};

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

/// An object of options, of which the method and the headers are read; nothing where it is not known.
fn options<'v>(sending: &mut Sending<'_, '_>, value: Option<&'v Value>) -> Option<&'v Value> {
    let value = value?.resolved();
    match value.members() {
        Some(members) => {
            // What jQuery called it before version 1.9.
            if let Some(method) = value.member("type") {
                sending.method(method);
            }
            method_and_headers(sending, value);
            if let Some(header) = value.member("header").filter(|header| is_headers(header)) {
                sending.not_read(header.span);
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

/// What all options call the same.
pub(super) fn method_and_headers(sending: &mut Sending<'_, '_>, options: &Value) {
    if let Some(method) = options.member("method") {
        sending.method(method);
    }
    if let Some(headers) = options.member("headers") {
        sending.headers(headers);
    }
}

/// Whether an object has headers of a request.
fn is_headers(value: &Value) -> bool {
    ["Authorization", "Content-Type"].iter().any(|name| value.member(name).is_some())
}

/// Whether an object has the options of a request, and not the fields of a form.
fn is_options(value: &Value) -> bool {
    let is_option = |name: &str| OPTIONS.iter().any(|known| known.eq_ignore_ascii_case(name));
    let has_headers = || value.member("headers").is_some_and(|headers| is_headers(headers) || headers.is_name());
    value.members().is_some_and(|members| members.iter().all(|member| is_option(&member.name)))
        && (has_headers() || value.member("auth").is_some_and(|auth| auth.member("username").is_some()))
}

/// Options that libraries have in common; no form has all its fields among them.
const OPTIONS: [&str; 14] = [
    "auth",
    "baseURL",
    "body",
    "data",
    "headers",
    "httpsAgent",
    "json",
    "maxRedirects",
    "method",
    "mode",
    "params",
    "responseType",
    "timeout",
    "withCredentials",
];

/// The options in the call that makes a body of an object: `qs.stringify(data, { headers })`.
fn options_inside(body: &Value) -> Option<&Value> {
    body.links()
        .iter()
        .rev()
        .filter(|link| link.is_call())
        .find_map(|link| link.argument(1))
        .filter(|second| is_options(second))
}

fn is_flag(value: &Value) -> bool {
    matches!(value.links().as_slice(), [Link { name, arguments: None, .. }] if name == "true" || name == "false")
}
