//! The nodes of workflows that send a request: n8n's, those of Logic Apps and Power Automate, Make's.

use super::content::{Encoding, Entry};
use super::program::Program;
use super::recorded::{entries, named_values};
use super::sending::Sending;
use super::value::Value;
use crate::reading::request::draft::Draft;

impl Program<'_> {
    /// The request of a node; `None` if an object is something else.
    pub(super) fn node(&self, value: &Value) -> Option<Draft> {
        let draft = self.n8n(value).or_else(|| self.logic_app(value)).or_else(|| self.make(value));
        draft.map(|draft| Draft { is_of_workflow: true, ..draft })
    }

    /// n8n, HTTP Request.
    fn n8n(&self, node: &Value) -> Option<Draft> {
        let kind = node.member("type").and_then(Value::literal)?;
        if !kind.ends_with(".httpRequest") && !kind.ends_with(".httpRequestTool") {
            return None;
        }
        let parameters = node.member("parameters")?;
        let mut sending = self.begun(node, parameters.member("url")?);
        if let Some(method) = parameters.member("method").or_else(|| parameters.member("requestMethod")) {
            sending.method(method);
        }
        let list = |name: &str| named_values(parameters.member(name).and_then(|list| list.member("parameters")));
        for (name, value, _) in list("headerParameters") {
            sending.header(name, value);
        }
        // What the node had before version 3, and headers as one text.
        let others = ["headerParametersUi", "headerParametersJson", "jsonHeaders"];
        sending.draft.has_unknown_headers |= others.iter().any(|name| parameters.member(name).is_some());
        for (name, value, span) in list("queryParameters") {
            sending.query_field(name, value, span);
        }
        let is_by_credential = parameters.member("authentication").is_some_and(|kind| kind.literal() != Some("none"));
        sending.draft.has_hidden_authentication |= is_by_credential;
        let fields: Vec<_> = list("bodyParameters").collect();
        match parameters.member("contentType").and_then(Value::literal) {
            Some("form-urlencoded") => {
                fields.into_iter().for_each(|(name, value, span)| sending.form_field(name, value, span));
            }
            None | Some("json") if !fields.is_empty() => {
                let fields = fields.into_iter().map(|(name, value, span)| Entry { name, value, span });
                sending.fields(&entries(fields.collect(), Encoding::Json));
            }
            _ => sending.draft.body.is_unknown |= parameters.member("sendBody").is_some(),
        }
        for header in &mut sending.draft.headers {
            header.value.expands |= header.value.text.starts_with('=');
        }
        Some(sending.draft)
    }

    /// Azure Logic Apps and Power Automate, HTTP action (workflow definition language, schema 2016-06-01).
    fn logic_app(&self, action: &Value) -> Option<Draft> {
        let kind = action.member("type").and_then(Value::literal);
        let is_http = kind.is_some_and(|kind| kind.eq_ignore_ascii_case("http"));
        let inputs = action.member("inputs").filter(|_| is_http)?;
        let mut sending = self.begun(action, inputs.member("uri")?);
        if let Some(method) = inputs.member("method") {
            sending.method(method);
        }
        if let Some(headers) = inputs.member("headers") {
            sending.headers(headers);
        }
        if let Some(queries) = inputs.member("queries") {
            sending.query(queries);
        }
        let authentication = inputs.member("authentication").filter(|value| {
            !value.member("type").and_then(Value::literal).is_some_and(|kind| kind.eq_ignore_ascii_case("none"))
        });
        sending.draft.has_hidden_authentication |= authentication.is_some();
        if let Some(body) = inputs.member("body") {
            sending.body(body, Encoding::Json);
        }
        // `@{…}` and `@name(…)` are expressions.
        for header in &mut sending.draft.headers {
            header.value.expands |= header.value.text.starts_with('@') || header.value.text.contains("@{");
        }
        Some(sending.draft)
    }

    /// Make, HTTP: Make a request.
    fn make(&self, module: &Value) -> Option<Draft> {
        let kind = module.member("module").and_then(Value::literal)?;
        let mapper = module.member("mapper").filter(|_| kind.starts_with("http:"))?;
        let mut sending = self.begun(module, mapper.member("url")?);
        match mapper.member("method") {
            Some(method) => sending.method(method),
            None => sending.method_unknown(),
        }
        for (name, value, _) in named_values(mapper.member("headers")) {
            sending.header(name, value);
        }
        for (name, value, span) in named_values(mapper.member("qs")) {
            sending.query_field(name, value, span);
        }
        let user = mapper.member("authUser").filter(|user| user.literal() != Some(""));
        if let Some(user) = user {
            sending.basic(user, mapper.member("authPass"));
        }
        // The other modules have a key or a connection.
        sending.draft.has_hidden_authentication |= kind != "http:ActionSendData";
        match mapper.member("bodyType").and_then(Value::literal) {
            Some("x_www_form_urlencoded") => {
                for (name, value, span) in named_values(mapper.member("formDataFields")) {
                    sending.form_field(name, value, span);
                }
            }
            Some("raw") => {
                if let Some(kind) = mapper.member("contentType") {
                    sending.content_type(kind);
                }
                if let Some(data) = mapper.member("data") {
                    sending.body(data, Encoding::Object);
                }
            }
            Some("") | None => {}
            Some(_) => sending.draft.body.is_unknown = true,
        }
        Some(sending.draft)
    }

    fn begun(&self, node: &Value, url: &Value) -> Sending<'_, '_> {
        let mut sending = Sending::new(self, node.span, node.span);
        sending.url(url);
        sending.draft.head = url.span;
        let text = &sending.draft.url.text;
        sending.draft.url.expands |= text.starts_with(['=', '@']) || text.contains("@{");
        sending
    }
}
