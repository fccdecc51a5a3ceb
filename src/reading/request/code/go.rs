//! Go: `net/http`.

use super::call::Call;
use super::content::Encoding;
use super::language::Language;
use super::program::Program;
use super::sending::Sending;
use super::value::Value;
use crate::reading::request::draft::Draft;

/// The request of a call.
pub(super) fn sent(program: &mut Program<'_>, call: &Call<'_>) -> Option<Draft> {
    if call.name() == "Do" && program.language == Language::Go {
        let request = program.sent(call.argument(0)?)?;
        return program.request_of(&request, Some(call.value));
    }
    if !matches!(call.name(), "PostForm" | "Post" | "Get") {
        return None;
    }
    let is_http = call.receiver() == "http" || call.is_of(&["Client", "DefaultClient"]);
    if program.language != Language::Go || !is_http {
        return None;
    }
    let mut sending = Sending::new(program, call.place(), call.head());
    match call.name() {
        "PostForm" => {
            sending.body(call.argument(1)?, Encoding::Form);
            sending.draft.says_form = true;
            sending.method_named("POST", call.head());
        }
        "Post" => {
            sending.content_type(call.argument(1)?);
            sending.body(call.argument(2)?, Encoding::Object);
            sending.method_named("POST", call.head());
        }
        "Get" => sending.method_named("GET", call.head()),
        _ => return None,
    }
    sending.url(call.argument(0)?);
    Some(sending.draft)
}

/// `http.NewRequest(method, url, body)`.
pub(super) fn new_request(program: &mut Program<'_>, call: &Call<'_>, sent: Option<&Value>) -> Option<Draft> {
    let from = usize::from(call.name() == "NewRequestWithContext");
    let mut sending = Sending::new(program, call.place(), call.head());
    sending.method(call.argument(from)?);
    sending.url(call.argument(from + 1)?);
    if let Some(body) = call.argument(from + 2) {
        sending.body(body, Encoding::Object);
    }
    let mut is_header = false;
    for link in call.after() {
        match (link.name.as_str(), link.argument(0), link.argument(1)) {
            ("Set" | "Add", Some(name), Some(value)) if is_header => {
                if let Some(name) = name.literal() {
                    sending.header(name, value);
                }
            }
            ("SetBasicAuth", Some(id), secret) => sending.basic(id, secret),
            ("Header", None, _) if link.set.is_some() => {
                if let Some(headers) = &link.set {
                    sending.headers(headers);
                }
            }
            ("RawQuery", ..) => {
                if let Some(query) = &link.set {
                    sending.query(query);
                }
            }
            ("Body", ..) if link.set.is_some() => sending.draft.body.is_unknown = true,
            _ => {}
        }
        is_header = link.name == "Header";
    }
    if sent.is_none() {
        sending.undecided();
    }
    Some(sending.draft)
}
