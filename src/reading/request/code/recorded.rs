//! Requests as objects: an error of axios or gaxios with its `config`, Postman's collections, Insomnia's exports.

use super::content::{Encoding, Entries, Entry};
use super::javascript::{method_and_headers, request_options};
use super::program::Program;
use super::sending::Sending;
use super::value::{Value, ValueKind};
use crate::reading::parameter_names::meant_by;
use crate::reading::request::draft::Draft;
use crate::reading::request::piece::{ByteSpan, Fragment};
use crate::reading::request::{MOST, RequestForm};

impl Program<'_> {
    /// Reads the requests that an object records.
    pub(super) fn recorded(&mut self, object: &Value) {
        self.look(object, None, false);
    }

    fn look(&mut self, value: &Value, around: Option<&Value>, is_collection: bool) {
        if !self.spends(1) || self.drafts.len() >= MOST {
            return;
        }
        let value = value.resolved();
        let is_collection = is_collection || value.member("item").is_some();
        match &value.kind {
            ValueKind::Object(members) => {
                if let Some(request) = value.member("request").filter(|_| is_collection) {
                    return self.postman(request, value);
                }
                if is_of_insomnia(value) {
                    return self.insomnia(value);
                }
                if let Some(draft) = self.node(value) {
                    return self.drafts.push(draft);
                }
                if is_request(value) {
                    return self.config(value, around);
                }
                for member in members {
                    self.look(&member.value, Some(value), is_collection);
                }
            }
            ValueKind::List(values) => values.iter().for_each(|inner| self.look(inner, None, is_collection)),
            _ => {}
        }
    }

    /// The parameters of a token request that is not understood, where one of them has a name that no server knows.
    pub(super) fn nearly_named(&self, object: &Value) -> Option<Draft> {
        let object = object.resolved();
        object.member("grant_type")?;
        // Settings of a library have no code.
        if !["code", "refresh_token", "device_code"].iter().any(|name| object.member(name).is_some()) {
            return None;
        }
        let is_other = |name: &str| meant_by(name).is_some_and(|meant| meant.is_sure);
        if !object.members()?.iter().any(|member| is_other(&member.name)) {
            return None;
        }
        let mut sending = Sending::new(self, object.span, object.span);
        sending.method_unknown();
        sending.body(object, Encoding::Form);
        sending.undecided();
        sending.draft.has_hidden_authentication = true;
        Some(sending.draft)
    }

    /// The options of a request, with the response next to them.
    fn config(&mut self, config: &Value, around: Option<&Value>) {
        let mut sending = Sending::new(self, config.span, config.span);
        sending.draft.head =
            config.member("method").or_else(|| config.member("url")).map_or(config.span, |value| value.span);
        method_and_headers(&mut sending, config);
        request_options(&mut sending, config);
        if sending.draft.method.is_none() {
            let method = Fragment { text: "${…}".to_owned(), span: config.span, expands: true, at: None };
            sending.draft.method = Some(method);
        }
        if let Some(data) = config.member("data") {
            match data.literal() {
                Some(_) => sending.body(data, Encoding::Object),
                None => sending.draft.body.is_unknown = true,
            }
            sending.draft.says_form = true;
        }
        sending.draft.has_unknown_headers |= config.member("headers").is_none();
        let response = around.map(|around| around.member("response").unwrap_or(around));
        if let Some(response) = response {
            let status = response.member("status").or_else(|| response.member("statusCode"));
            sending.draft.status = status.and_then(Value::literal).and_then(|status| status.parse().ok());
            let answer = response.member("data").or_else(|| response.member("body"));
            let mut draft = sending.draft;
            draft.answer = answer.map(|answer| match answer.literal() {
                Some(text) => text.to_owned(),
                None => self.text.get(answer.span.start..answer.span.end).unwrap_or_default().to_owned(),
            });
            return self.drafts.push(draft);
        }
        let draft = sending.draft;
        self.drafts.push(draft);
    }

    /// A request of a collection (Postman Collection Format 2.1).
    fn postman(&mut self, request: &Value, item: &Value) {
        let mut sending = Sending::new(self, request.span, request.span);
        sending.draft.form = RequestForm::Postman;
        sending.draft.is_of_workflow = true;
        let url = request.member("url").or(request.literal().map(|_| request));
        let raw = url.map(|url| url.member("raw").unwrap_or(url));
        let Some(raw) = raw else { return };
        sending.url(raw);
        sending.draft.place = ByteSpan::new(item.span.start, item.span.end);
        sending.draft.head = raw.span;
        if let Some(method) = request.member("method") {
            sending.draft.head = method.span;
            sending.method(method);
        }
        for header in request.member("header").map(Value::list).unwrap_or_default() {
            if let (Some(name), Some(value)) = (header.member("key").and_then(Value::literal), header.member("value"))
                && !is_disabled(header)
            {
                sending.header(name, value);
            }
        }
        postman_authentication(&mut sending, request.member("auth"));
        if let Some(body) = request.member("body") {
            postman_body(&mut sending, body);
        }
        // Of the responses that somebody saved, the last that is an error.
        let saved = item.member("response").map(Value::list).unwrap_or_default().iter().rev();
        let mut failed = saved.filter_map(|response| Some((status(response.member("code")?)?, response)));
        if let Some((status, response)) = failed.find(|(status, _)| *status >= 400) {
            sending.draft.status = Some(status);
            sending.draft.answer = response.member("body").and_then(Value::literal).map(str::to_owned);
        }
        let draft = sending.draft;
        self.drafts.push(draft);
    }

    /// A request of an export of Insomnia (its formats 4 and 5).
    fn insomnia(&mut self, request: &Value) {
        let Some(url) = request.member("url") else { return };
        let mut sending = Sending::new(self, request.span, request.span);
        sending.draft.form = RequestForm::Postman;
        sending.url(url);
        sending.draft.head = url.span;
        if let Some(method) = request.member("method") {
            sending.draft.head = method.span;
            sending.method(method);
        }
        for (name, value, _) in named_values(request.member("headers")) {
            sending.header(name, value);
        }
        for (name, value, span) in named_values(request.member("parameters")) {
            sending.query_field(name, value, span);
        }
        if let Some(auth) = request.member("authentication").filter(|auth| !is_disabled(auth)) {
            match (auth.member("type").and_then(Value::literal), auth.member("username")) {
                (Some("basic"), Some(id)) => sending.basic(id, auth.member("password")),
                (Some(_), _) => sending.draft.has_hidden_authentication = true,
                // Insomnia lets a folder authenticate for what is in it.
                (None, _) => {}
            }
        }
        if let Some(body) = request.member("body") {
            let fields = named_values(body.member("params"));
            let fields = fields.map(|(name, value, span)| Entry { name, value, span }).collect();
            match (body.member("mimeType").and_then(Value::literal), body.member("text")) {
                (Some("application/x-www-form-urlencoded"), _) => sending.fields(&entries(fields, Encoding::Form)),
                (Some("multipart/form-data"), _) => sending.fields(&entries(fields, Encoding::Multipart)),
                (kind, Some(text)) => {
                    sending.body(text, Encoding::Object);
                    sending.draft.body.is_json |= kind == Some("application/json") && !sending.draft.body.is_empty();
                }
                (Some(_), None) => sending.draft.body.is_unknown = true,
                (None, None) => {}
            }
        }
        let is_last = self.is_last(request.span);
        if is_last {
            sending.undecided();
        }
        let mut draft = sending.draft;
        if is_last {
            let end = self.text.trim_end().len();
            draft.has_hidden_authentication = true;
            draft.cut_off(end);
        }
        self.drafts.push(draft);
    }
}

/// Fields, and there are no others.
pub(super) fn entries(list: Vec<Entry<'_>>, encoding: Encoding) -> Entries<'_> {
    Entries { list, is_known: true, encoding, is_text: false }
}

/// Those of a list of `{ "name": …, "value": … }` that are sent.
pub(super) fn named_values(list: Option<&Value>) -> impl Iterator<Item = (&str, &Value, ByteSpan)> {
    list.map(Value::list).unwrap_or_default().iter().filter(|entry| !is_disabled(entry)).filter_map(|entry| {
        let name = entry.member("name").and_then(Value::literal).filter(|name| !name.is_empty())?;
        Some((name, entry.member("value")?, entry.span))
    })
}

fn is_disabled(entry: &Value) -> bool {
    let links = entry.member("disabled").map(Value::links).unwrap_or_default();
    links.last().is_some_and(|link| link.name == "true")
}

/// A status, as a number or as a text.
fn status(value: &Value) -> Option<u16> {
    value.literal()?.parse().ok()
}

fn postman_authentication(sending: &mut Sending<'_, '_>, auth: Option<&Value>) {
    // Without it, the request inherits that of its folder.
    let Some(auth) = auth else {
        sending.draft.has_hidden_authentication = true;
        return;
    };
    let kind = auth.member("type").and_then(Value::literal).unwrap_or_default();
    let list = auth.member(kind).map(Value::list).unwrap_or_default();
    let named = |name: &str| {
        let entry = list.iter().find(|entry| entry.member("key").and_then(Value::literal) == Some(name));
        entry.and_then(|entry| entry.member("value")).or_else(|| auth.member(kind)?.member(name))
    };
    match kind {
        "noauth" => {}
        "basic" => match named("username") {
            Some(id) => sending.basic(id, named("password")),
            None => sending.draft.has_hidden_authentication = true,
        },
        _ => sending.draft.has_hidden_authentication = true,
    }
}

fn postman_body(sending: &mut Sending<'_, '_>, body: &Value) {
    match body.member("mode").and_then(Value::literal) {
        Some(mode @ ("urlencoded" | "formdata")) => {
            let mut list = Vec::new();
            for field in body.member(mode).map(Value::list).unwrap_or_default() {
                if let (Some(name), Some(value)) = (field.member("key").and_then(Value::literal), field.member("value"))
                    && !is_disabled(field)
                {
                    list.push(Entry { name, value, span: field.span });
                }
            }
            let encoding = if mode == "urlencoded" { Encoding::Form } else { Encoding::Multipart };
            sending.fields(&entries(list, encoding));
        }
        Some("raw") => {
            let language = body.member("options").and_then(|options| options.member("raw")?.member("language"));
            if let Some(raw) = body.member("raw") {
                sending.body(raw, Encoding::Object);
                let is_json = language.and_then(Value::literal) == Some("json");
                sending.draft.body.is_json |= is_json && !sending.draft.body.is_empty();
            }
        }
        Some(_) => sending.draft.body.is_unknown = true,
        None => {}
    }
}

fn is_of_insomnia(value: &Value) -> bool {
    let id = value.member("meta").and_then(|meta| meta.member("id")).and_then(Value::literal);
    value.member("_type").and_then(Value::literal) == Some("request")
        || id.is_some_and(|id| id.starts_with("req_"))
        || value.member("body").is_some_and(|body| body.member("mimeType").is_some())
}

/// Whether an object has the options of a request: an address, and two of the others.
fn is_request(value: &Value) -> bool {
    let url = value.member("url").or_else(|| value.member("uri"));
    let has_url =
        url.is_some_and(|url| url.literal().is_none_or(|text| text.contains("://") || text.starts_with("{{")));
    let others = ["method", "headers", "data", "body", "form", "qs", "params", "formData", "json"];
    has_url && others.iter().filter(|name| value.member(name).is_some()).count() >= 2
}
