//! Requests in program code, read as text: nothing is run, and what is not understood is left out.
//!
//! [`tokens`] and [`strings`] split a program of any of these languages; [`expression`] makes values of it; [`program`]
//! keeps the variables. A file for each language knows the libraries that send requests. What is not known of a
//! request is marked as unknown in its draft, and never counts as missing.

mod authorization;
mod call;
mod content;
mod csharp;
mod expression;
mod go;
mod java;
mod javascript;
mod language;
mod php;
mod program;
mod python;
mod recorded;
mod ruby;
mod sending;
mod strings;
mod tokens;
mod value;

use core::ops::Range;

use language::Language;
use program::Program;

use super::RequestForm;
use super::draft::Draft;

/// The requests in a text that is a program, or a record of a request as an object.
pub(super) fn read_all(text: &str) -> Vec<Draft> {
    if !SIGNS.iter().any(|sign| text.contains(sign)) {
        return Vec::new();
    }
    let mut program = Program::new(text, Language::of(text));
    program.run();
    program.drafts
}

/// A program in a text, or the record of a request as an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestCode {
    /// Whether it is a program or a collection of Postman.
    pub form: RequestForm,
    /// The lines of the program, in bytes of the text: those of its requests, and the code around them.
    pub lines: Range<usize>,
    /// The place of each request, in bytes of the text, in its order.
    pub requests: Vec<Range<usize>>,
}

/// Where a text contains a program that sends a request; `None` if there is none that is understood.
///
/// ```
/// use authdesk::reading::request_code;
///
/// let program = "requests.post('https://id.example/token', data={'grant_type': 'client_credentials'})";
/// let text = format!("Why does this fail?\n\n{program}\n\nIt returns an error.");
/// assert_eq!(&text[request_code(&text).unwrap().lines], program);
/// assert!(request_code("Why does this fail?").is_none());
/// ```
#[must_use]
pub fn request_code(text: &str) -> Option<RequestCode> {
    let drafts = read_all(text);
    let form = drafts.first()?.form;
    let requests: Vec<Range<usize>> = drafts.iter().map(|draft| draft.place.start..draft.place.end).collect();
    let start = requests.iter().map(|request| request.start).min()?;
    let end = requests.iter().map(|request| request.end).max()?;
    Some(RequestCode { form, lines: code_lines(text, start, end), requests })
}

/// The lines from one byte to another, and the code before and after them.
fn code_lines(text: &str, start: usize, end: usize) -> Range<usize> {
    let before = text.get(..start).unwrap_or_default();
    let mut from = before.rfind('\n').map_or(0, |at| at + 1);
    let mut at = from;
    for line in before.get(..from).unwrap_or_default().split_inclusive('\n').rev() {
        at -= line.len();
        if is_prose(line) {
            break;
        }
        from = if line.trim().is_empty() { from } else { at };
    }
    let after = text.get(end..).unwrap_or_default();
    let line_end = |rest: &str| rest.find('\n').unwrap_or(rest.len());
    let mut to = end + line_end(after);
    let mut at = to;
    for line in text.get(to..).unwrap_or_default().split_inclusive('\n') {
        at += line.len();
        if is_prose(line) {
            break;
        }
        to = if line.trim().is_empty() { to } else { at };
    }
    from..text.get(from..to).map_or(to, |lines| from + lines.trim_end().len())
}

/// Whether a line is a sentence, or a fence around code.
fn is_prose(line: &str) -> bool {
    let line = line.trim();
    let has_sign = line.contains(['=', ';', '{', '}', '(', ')', '[', ']', '"', '\'', '@', '$', '<', '>']);
    let is_comment = line.starts_with(['#', '/', '*', '-', '\'', '<']);
    let words = line.split_whitespace().count();
    line.starts_with("```") || (words > 3 && !is_comment && (!has_sign || line.ends_with(['.', '?', '!']) && words > 5))
}

/// Words without which no program sends a request, and no record of one is known.
const SIGNS: &[&str] = &[
    "fetch(",
    "axios",
    "got(",
    "got.",
    "ky.",
    "request(",
    "request.",
    "requests.",
    "Request(",
    "Request.",
    "RestRequest",
    "HttpRequest",
    "curl_init",
    "requestPromise",
    "options =",
    "rp(",
    "$.ajax",
    "$.post",
    "jQuery.",
    "superagent",
    "http.request",
    "https.request",
    "http.get",
    "https.get",
    "http.post",
    "http.Post",
    "http.New",
    "http.Get",
    "http.client",
    "httpx",
    "HttpClient",
    "httpClient",
    "urllib",
    "urlopen",
    "curl_",
    "->post(",
    "Http::",
    "Guzzle",
    "wp_remote_",
    "file_get_contents",
    "stream_context_create",
    "PostAsync",
    "SendAsync",
    "PostAsJsonAsync",
    "UploadString",
    "UploadValues",
    "UrlEncodedAsync",
    "JsonAsync",
    "openConnection",
    "HttpPost",
    "restTemplate",
    "RestTemplate",
    "webClient",
    "WebClient",
    "Unirest",
    "HTTParty",
    "Faraday",
    "RestClient",
    "Net::HTTP",
    "`curl",
    "\"config\"",
    "config:",
    "headers:",
    "\"headers\"",
    "\"parameters\"",
    "\"request\"",
    "aiohttp",
    "session.post",
    "session.get",
    "client.post",
    "XMLHttpRequest",
    "conn.request",
];
