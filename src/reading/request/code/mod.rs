//! Requests in program code, read as text: nothing is run, and what is not understood is left out.
//!
//! [`tokens`] and [`strings`] split a program of any of these languages; [`expression`] makes values of it; [`program`]
//! keeps the variables. A file for each language knows the libraries that send requests. What is not known of a
//! request is marked as unknown in its draft, and never counts as missing.

mod authorization;
mod base64_call;
mod call;
mod content;
mod csharp;
mod expression;
mod go;
mod java;
mod javascript;
mod language;
mod libraries;
mod php;
mod program;
mod python;
mod recorded;
mod ruby;
mod sending;
mod signed;
mod strings;
mod tokens;
mod value;
mod workflow;
mod yaml;

use language::Language;
use program::Program;

use super::RequestForm;
use super::draft::Draft;

/// The requests in a text that is a program, or a record of a request as an object.
pub(super) fn read_all(text: &str) -> Vec<Draft> {
    if !has_sign(text) {
        return Vec::new();
    }
    if yaml::is_insomnia(text) {
        let mut export = Program::new(text, Language::Script);
        export.recorded(&yaml::value_of(text));
        return export.drafts;
    }
    let mut program = Program::new(text, Language::of(text));
    program.run();
    program.drafts
}

/// Whether a text contains a program that sends a request, or a collection of Postman; `None` if there is none that is
/// understood.
///
/// ```
/// use authdesk::reading::{RequestForm, request_code};
///
/// let program = "requests.post('https://id.example/token', data={'grant_type': 'client_credentials'})";
/// assert_eq!(request_code(&format!("Why does this fail?\n\n{program}\n")), Some(RequestForm::Program));
/// assert_eq!(request_code("Why does this fail?"), None);
/// ```
#[must_use]
pub fn request_code(text: &str) -> Option<RequestForm> {
    read_all(text).first().map(|draft| draft.form)
}

/// Whether a text contains one of these words. One that ends with a period ends a sentence of prose too, so the name of
/// a member must follow it. One pass, because most texts contain none of them.
fn has_sign(text: &str) -> bool {
    let fronts: Vec<usize> = SIGNS.iter().map(|sign| sign.bytes().take(FRONT).fold(0, next_bucket)).collect();
    let mut begins = [false; BUCKETS];
    for front in &fronts {
        if let Some(slot) = begins.get_mut(*front) {
            *slot = true;
        }
    }
    let bytes = text.as_bytes();
    let mut bucket = 0;
    for (end, byte) in bytes.iter().enumerate() {
        // Only the last bytes are left in it.
        bucket = next_bucket(bucket, *byte);
        if begins.get(bucket).is_some_and(|is_begin| *is_begin) {
            let rest = bytes.get((end + 1).saturating_sub(FRONT)..).unwrap_or_default();
            if fronts.iter().zip(SIGNS).any(|(front, sign)| *front == bucket && is_sign(rest, sign)) {
                return true;
            }
        }
    }
    false
}

fn next_bucket(bucket: usize, byte: u8) -> usize {
    (bucket << 4 ^ usize::from(byte)) % BUCKETS
}

fn is_sign(rest: &[u8], sign: &str) -> bool {
    let is_member = |behind: &[u8]| behind.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_');
    rest.strip_prefix(sign.as_bytes()).is_some_and(|behind| !sign.ends_with('.') || is_member(behind))
}

/// How many bytes of a word are looked up: no word is shorter.
const FRONT: usize = 3;
/// A byte is shifted out of it by three more.
const BUCKETS: usize = 4096;

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
    "popen(",
    "check_output(",
    "shell_exec(",
    "passthru(",
    "\"config\"",
    "config:",
    "headers:",
    "\"headers\"",
    "\"parameters\"",
    "\"request\"",
    "\"inputs\"",
    "\"mapper\"",
    "aiohttp",
    "session.post",
    "session.get",
    "client.post",
    "XMLHttpRequest",
    "conn.request",
    "insomnia.rest",
    "fetch_token",
    "oauth2.Config",
    "clientcredentials.Config",
    "TokenAsync",
    "OAuth2::Client",
    "simple-oauth2",
];
