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

fn is_flag(value: &Value) -> bool {
    matches!(value.links().as_slice(), [Link { name, arguments: None, .. }] if name == "true" || name == "false")
}
