//! What variables contain, and the requests that are put together in them.

use std::rc::Rc;

use super::Program;
use crate::reading::request::code::value::{Chain, Link, TextPart, Value, ValueKind};
use crate::reading::request::piece::ByteSpan;

/// How many objects are kept.
const MOST_OBJECTS: usize = 64;

impl Program<'_> {
    pub(super) fn assign(&mut self, target: Value, operator: &str, value: Value) {
        if matches!(value.resolved().kind, ValueKind::Object(_)) && self.objects.len() < MOST_OBJECTS {
            self.objects.push(Rc::new(value.clone()));
        }
        let Some(name) = name_of(&target) else {
            self.walk(&value);
            return self.set_member(target, value);
        };
        if let Some(module) = required(&value) {
            self.known.remove(&name);
            let known = MODULES.iter().find(|(modules, _)| modules.contains(&module));
            self.modules.extend(known.map(|(_, known)| (name, *known)));
            return;
        }
        if matches!(operator, "+=" | ".=" | "<<") {
            self.walk(&value);
            let span = value.span;
            let old = self.known(&name).map(TextPart::Value);
            let Some(old) = old else { return };
            self.set(&name, Value::new(ValueKind::Text(vec![old, TextPart::Value(Rc::new(value))]), span));
            return;
        }
        if self.opens(&value) {
            self.close(&name);
            self.walk_inside(&value);
            self.open.push(name.clone());
        } else {
            self.walk(&value);
        }
        if matches!(value.kind, ValueKind::Unknown) || value.is_empty_text() && self.is_set_behind(&name, value.span) {
            self.known.remove(&name);
        } else {
            self.set(&name, value);
        }
    }

    /// Whether a variable has a value later, as one that is declared outside of the function that fetches it.
    fn is_set_behind(&self, name: &str, span: ByteSpan) -> bool {
        let rest = self.text.get(span.end..).unwrap_or_default();
        rest.match_indices(name).take(MOST_OBJECTS).any(|(at, _)| {
            let (before, behind) = rest.split_at_checked(at).unwrap_or_default();
            let value = behind.get(name.len()..).unwrap_or_default().trim_start().strip_prefix('=');
            !before.ends_with(|ch: char| ch.is_alphanumeric() || ch == '_')
                && value.is_some_and(|value| !value.starts_with(['=', '>']))
        })
    }

    /// `name.member = value`, `name["member"] = value`.
    fn set_member(&mut self, target: Value, value: Value) {
        let ValueKind::Chain(mut chain) = target.kind else { return };
        let Some(last) = chain.links.last_mut() else { return };
        last.set = Some(Rc::new(value));
        self.extend(chain, target.span);
    }

    /// An expression alone: what it does with a variable is kept.
    pub(super) fn stand_alone(&mut self, value: Value) {
        if matches!(value.kind, ValueKind::Object(_)) && self.objects.len() < MOST_OBJECTS {
            self.objects.push(Rc::new(value.clone()));
        }
        if self.walk(&value) {
            return;
        }
        let ValueKind::Chain(chain) = value.kind else { return };
        if chain.links.iter().any(Link::is_call) {
            let first = chain.links.first();
            if let Some(link) = first.filter(|link| link.name.starts_with("curl_setopt")) {
                return self.set_option(link.clone());
            }
            self.write_to_open(&chain);
            self.extend(chain, value.span);
        }
    }

    /// `curl_setopt($ch, …)` changes `$ch`.
    fn set_option(&mut self, link: Link) {
        let Some(name) = link.argument(0).and_then(name_of) else { return };
        let root = self.known(&name).map(|root| (name.clone(), root));
        if root.is_none() || !self.open.contains(&name) {
            self.open.push(name.clone());
        }
        let span = link.span;
        self.set(&name, Value::new(ValueKind::Chain(Chain { root, links: vec![link] }), span));
    }

    /// Java and .NET write the body to a stream of the request.
    fn write_to_open(&mut self, chain: &Chain) {
        let Some(link) = chain.links.last() else { return };
        let is_write = ["write", "writeBytes", "Write", "print", "WriteLine", "append", "WriteAsync"]
            .contains(&link.name.as_str());
        let of_request = chain.root.as_ref().is_none_or(|(name, _)| !self.open.contains(name));
        if !is_write || !of_request || link.argument(0).is_none() {
            return;
        }
        let is_stream = chain.links.iter().map(|link| link.name.as_str()).any(is_stream_name)
            || chain.root.as_ref().is_some_and(|(_, root)| is_stream(root, 4));
        if is_stream && let Some(name) = self.open.last().cloned() {
            let root = self.known(&name).map(|root| (name.clone(), root));
            let span = link.span;
            self.set(&name, Value::new(ValueKind::Chain(Chain { root, links: vec![link.clone()] }), span));
        }
    }

    /// Keeps what is done with a variable.
    fn extend(&mut self, chain: Chain, span: ByteSpan) {
        let name = match (&chain.root, chain.links.first()) {
            (Some((name, _)), _) => name.clone(),
            (None, Some(first)) if first.arguments.is_none() && chain.links.len() > 1 => first.name.clone(),
            _ => return,
        };
        if !name.is_empty() {
            self.set(&name, Value::new(ValueKind::Chain(chain), span));
        }
    }

    /// A request that the statements of a block put together.
    pub(super) fn begin(&mut self, name: &str, value: Value) {
        self.close(name);
        self.open.push(name.to_owned());
        let span = value.span;
        let block = Link { name: "do".to_owned(), span, arguments: Some(Vec::new()), set: None };
        let chain = match value.kind {
            ValueKind::Chain(mut chain) => {
                chain.links.push(block);
                chain
            }
            kind => Chain { root: Some((String::new(), Rc::new(Value { kind, ..value }))), links: vec![block] },
        };
        self.set(name, Value::new(ValueKind::Chain(chain), span));
    }

    /// The request of a variable is complete.
    pub(super) fn close(&mut self, name: &str) {
        self.open.retain(|open| open != name);
        if let Some(value) = self.known(name)
            && let Some(draft) = self.request_of(&value, None)
        {
            self.drafts.push(draft);
        }
    }

    /// A request that is sent by something that has settings of its own; it is complete.
    pub(in crate::reading::request::code) fn sent(&mut self, value: &Value) -> Option<Rc<Value>> {
        let name = name_of(value)?;
        let found = self.open.iter().position(|open| *open == name)?;
        self.open.remove(found);
        self.known(&name)
    }

    /// Looks for requests in a value; returns whether it is one itself.
    pub(super) fn walk(&mut self, value: &Value) -> bool {
        if !self.spends(1) {
            return false;
        }
        self.walk_inside(value);
        let ValueKind::Chain(chain) = &value.kind else { return false };
        if !chain.links.iter().any(Link::is_call) {
            return false;
        }
        match self.request_in(value, chain.links.len()) {
            Some(draft) => {
                self.drafts.push(draft);
                true
            }
            None => match &chain.root {
                // What is done with a request that is not complete yet.
                Some((name, _)) if self.open.contains(name) => {
                    self.extend(chain.clone(), value.span);
                    true
                }
                _ => false,
            },
        }
    }

    fn walk_inside(&mut self, value: &Value) {
        match &value.kind {
            ValueKind::Text(parts) => {
                for part in parts {
                    if let TextPart::Value(value) = part {
                        self.walk(value);
                    }
                }
            }
            ValueKind::Object(members) => members.iter().for_each(|member| {
                self.walk(&member.value);
            }),
            ValueKind::List(values) => values.iter().for_each(|value| {
                self.walk(value);
            }),
            ValueKind::Chain(chain) => {
                if let Some((name, root)) = &chain.root
                    && name.is_empty()
                {
                    self.walk(root);
                }
                for argument in chain.links.iter().flat_map(|link| link.arguments.iter().flatten()) {
                    self.walk(&argument.value);
                }
            }
            ValueKind::Unknown => {}
        }
    }
}

/// The module that Node loads: `require('axios')`, `require('axios').default`.
fn required(value: &Value) -> Option<&str> {
    let ValueKind::Chain(chain) = &value.kind else { return None };
    let (first, rest) = chain.links.split_first()?;
    let is_module = chain.root.is_none() && first.name == "require" && rest.iter().all(|link| !link.is_call());
    first.argument(0).filter(|_| is_module)?.literal()
}

/// Modules by the name that is known here, whatever variable a program has for it.
const MODULES: [(&[&str], &str); 8] = [
    (&["axios"], "axios"),
    (&["request", "request-promise", "request-promise-native", "postman-request"], "request"),
    (&["node-fetch", "cross-fetch", "isomorphic-fetch"], "fetch"),
    (&["got"], "got"),
    (&["superagent"], "superagent"),
    (&["https", "node:https"], "https"),
    (&["qs"], "qs"),
    (&["querystring", "node:querystring"], "querystring"),
];

fn is_stream_name(name: &str) -> bool {
    matches!(name, "getOutputStream" | "GetRequestStream" | "GetRequestStreamAsync" | "outputStream")
}

/// Whether a variable is the stream of a request, or writes to one.
fn is_stream(value: &Value, depth: usize) -> bool {
    value.links().iter().any(|link| {
        is_stream_name(&link.name)
            || (depth > 0
                && link.arguments.iter().flatten().take(2).any(|argument| is_stream(&argument.value, depth - 1)))
    })
}

/// The name of a variable, if it is nothing else.
fn name_of(value: &Value) -> Option<String> {
    if let Some(text) = value.literal().filter(|_| matches!(value.kind, ValueKind::Text(_))) {
        return Some(text.to_owned());
    }
    let ValueKind::Chain(chain) = &value.kind else { return None };
    match (&chain.root, chain.links.as_slice()) {
        (Some((name, _)), []) => Some(name.clone()).filter(|name| !name.is_empty()),
        (None, [link]) if link.arguments.is_none() => Some(link.name.clone()),
        _ => None,
    }
}
