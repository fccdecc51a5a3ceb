//! A call in a chain, with what stands before and after it; which calls send a request.

use super::program::Program;
use super::value::{Link, Value};
use super::{csharp, go, java, javascript, libraries, php, python, ruby};
use crate::reading::FindingKind;
use crate::reading::request::draft::Draft;
use crate::reading::request::piece::ByteSpan;
use crate::reading::request::{RequestForm, curl_command};

/// A call that may send a request.
pub(super) struct Call<'v> {
    pub value: &'v Value,
    pub links: Vec<&'v Link>,
    /// The number of the call in the links.
    pub at: usize,
}

impl<'v> Call<'v> {
    pub(super) fn link(&self) -> Option<&'v Link> {
        self.links.get(self.at).copied()
    }

    pub(super) fn name(&self) -> &'v str {
        self.link().map_or("", |link| &link.name)
    }

    /// The name before that of the call, such as `axios` in `axios.post(…)`.
    pub(super) fn receiver(&self) -> &'v str {
        self.at.checked_sub(1).and_then(|before| self.links.get(before)).map_or("", |link| &link.name)
    }

    /// Whether a name stands before the call.
    pub(super) fn is_of(&self, names: &[&str]) -> bool {
        self.before().iter().any(|link| names.contains(&link.name.as_str()))
    }

    pub(super) fn before(&self) -> &[&'v Link] {
        self.links.get(..self.at).unwrap_or_default()
    }

    pub(super) fn after(&self) -> &[&'v Link] {
        self.links.get(self.at + 1..).unwrap_or_default()
    }

    pub(super) fn argument(&self, number: usize) -> Option<&'v Value> {
        self.link()?.argument(number)
    }

    pub(super) fn named(&self, name: &str) -> Option<&'v Value> {
        self.link()?.named(name)
    }

    pub(super) fn either(&self, name: &str, number: usize) -> Option<&'v Value> {
        self.link()?.either(name, number)
    }

    pub(super) fn place(&self) -> ByteSpan {
        self.value.span
    }

    pub(super) fn head(&self) -> ByteSpan {
        self.link().map_or(self.value.span, |link| link.span)
    }

    /// The method that the name of the call states.
    pub(super) fn method(&self) -> Option<&'static str> {
        let name = self.name();
        METHODS.iter().find(|method| method.eq_ignore_ascii_case(name)).copied()
    }
}

pub(super) const METHODS: [&str; 6] = ["get", "post", "put", "patch", "delete", "head"];

type Sender = fn(&mut Program<'_>, &Call<'_>) -> Option<Draft>;

/// The first one that knows a call reads it.
const SENDERS: [Sender; 9] =
    [shell, libraries::sent, javascript::sent, python::sent, php::sent, csharp::sent, java::sent, ruby::sent, go::sent];

/// A curl command that a program has a shell run.
fn shell(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    let is_shell = ["`", "system", "exec", "shell_exec", "passthru", "check_output", "popen"].contains(&call.name());
    let command = call.argument(0).filter(|_| is_shell)?;
    let composed = program.composed(&program.pieces(command), call.place());
    let mut draft = curl_command::read_all(&composed.value.text).pop()?;
    draft.moved(call.place());
    draft.form = RequestForm::Program;
    draft.shell = None;
    let kinds = [FindingKind::Base64LineBreaks, FindingKind::ColonLeftOut, FindingKind::BytesAsText];
    draft.faults.extend(composed.faults.into_iter().filter(|(kind, _)| kinds.contains(kind)));
    Some(draft)
}

impl Program<'_> {
    /// The request that a chain sends with one of its last `own` links.
    pub(super) fn request_in(&mut self, value: &Value, own: usize) -> Option<Draft> {
        let links = value.links();
        let from = links.len().saturating_sub(own);
        if !self.spends(links.len()) {
            return None;
        }
        let mut call = Call { value, links, at: from };
        while call.at < call.links.len() {
            if call.link().is_some_and(Link::is_call) {
                let found = SENDERS.iter().find_map(|sender| sender(self, &call));
                if found.is_some() {
                    return found;
                }
            }
            call.at += 1;
        }
        self.opens(value).then(|| self.request_of(value, None)).flatten()
    }

    /// Whether a value is a request that is put together in several statements.
    pub(super) fn opens(&self, value: &Value) -> bool {
        let super::value::ValueKind::Chain(chain) = &value.kind else { return false };
        let links = value.links();
        let from = links.len().saturating_sub(chain.links.len());
        let begins = |link: &Link| link.is_call() && !link.name.starts_with("curl_setopt");
        (from..links.len()).any(|at| links.get(at).is_some_and(|link| begins(link)) && opener(&links, at).is_some())
    }

    /// Such a request, when it is complete; a client may add settings of its own.
    pub(super) fn request_of(&mut self, value: &Value, client: Option<&Value>) -> Option<Draft> {
        let links = value.links();
        let (at, opener) = (0..links.len()).rev().find_map(|at| {
            let is_call = links.get(at).is_some_and(|link| link.is_call());
            if is_call { Some((at, opener(&links, at)?)) } else { None }
        })?;
        let start = links.get(at)?.span.start;
        let mut draft = opener(self, &Call { value, links, at }, client)?;
        draft.place.start = start.min(draft.place.start);
        Some(draft)
    }
}

/// Reads a request that is complete.
pub(super) type Opener = fn(&mut Program<'_>, &Call<'_>, Option<&Value>) -> Option<Draft>;

/// What reads a request that begins with this call.
fn opener(links: &[&Link], at: usize) -> Option<Opener> {
    let name = links.get(at)?.name.as_str();
    let before = at.checked_sub(1).and_then(|before| links.get(before)).map_or("", |link| link.name.as_str());
    let first = links.first().map_or("", |link| link.name.as_str());
    Some(match (before, name) {
        (_, "curl_init" | "curl_setopt" | "curl_setopt_array") => php::curl,
        ("https" | "http", "request" | "get")
            if links
                .get(at)?
                .argument(0)
                .is_some_and(|first| !matches!(first.literal(), Some("GET" | "POST" | "get" | "post"))) =>
        {
            javascript::node
        }
        (_, "XMLHttpRequest") => javascript::xml_http_request,
        (_, "HttpRequestMessage") => csharp::message,
        (_, "RestRequest") => csharp::rest_request,
        ("WebRequest" | "HttpWebRequest", "Create" | "CreateHttp") => csharp::web_request,
        (_, "openConnection") => java::connection,
        ("HttpRequest", "newBuilder" | "builder") => java::http_request,
        ("Request", "Builder") => java::ok_http,
        (_, "HttpPost" | "HttpGet") => java::apache,
        ("Post" | "Get", "new") if first == "Net" => ruby::net_http,
        (_, "do") if first == "Faraday" => ruby::faraday_block,
        ("http", "NewRequest" | "NewRequestWithContext") => go::new_request,
        ("request" | "urllib2", "Request") if links.get(at)?.argument(0).is_some() => python::urllib,
        ("", "Request") if links.get(at)?.named("data").is_some() || links.get(at)?.named("headers").is_some() => {
            python::urllib
        }
        _ => return None,
    })
}
