//! A HAR file: HTTP Archive 1.2, `log.entries[]`. Only its OAuth requests are kept.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::draft::{BodyPart, Draft, Header, Param, SyntaxIssue, host_and_path};
use super::piece::{ByteSpan, Fragment};
use super::{Drafts, MOST, RequestForm, RequestHabits};
use crate::pasted_json::{self, Json, Kind};

/// Reads a HAR file; the result is empty for any other JSON. A text that is cut off is a syntax issue.
pub(super) fn read(text: &str, habits: &RequestHabits<'_>) -> Drafts {
    let mut all = Drafts::default();
    let spaces = text.len() - text.trim_start_matches('\u{feff}').len();
    let inner = text.get(spaces..).unwrap_or_default();
    match pasted_json::parse(inner) {
        Ok(file) => {
            let entries = member(&file, "log").and_then(|log| member(log, "entries")).map(list).unwrap_or_default();
            let reader = HarReader { text, spaces, habits };
            all.drafts.extend(entries.iter().filter_map(|entry| reader.entry(entry)).take(MOST));
        }
        Err(error) => {
            if is_begun(inner) && error.at >= inner.trim_end().len() {
                all.issues.push(SyntaxIssue::CutOff(ByteSpan::new(text.len(), text.len())));
            }
        }
    }
    all
}

/// Whether a text begins like a HAR file.
pub(in crate::reading) fn is_begun(text: &str) -> bool {
    let begins = text.get(..text.len().min(HEAD)).or_else(|| text.lines().next());
    begins.is_some_and(|head| head.contains("\"log\""))
}

/// The word `log` must be within this many bytes.
const HEAD: usize = 64;

/// Whether an entry is one of those that are kept, whatever the server is.
pub(in crate::reading) fn is_of_oauth(entry: &str) -> bool {
    SIGNS.iter().any(|sign| entry.contains(sign))
        && !read(&with_entries(&[entry]), &RequestHabits::default()).drafts.is_empty()
}

/// One of these is in each of them, and reading it for nothing takes time.
const SIGNS: [&str; 5] = ["oauth", "grant_type", "client_id", "code=", "error="];

/// A file with these entries alone.
pub(in crate::reading) fn with_entries<S: AsRef<str>>(entries: &[S]) -> String {
    let entries: Vec<&str> = entries.iter().map(AsRef::as_ref).collect();
    format!("{{\"log\":{{\"version\":\"1.2\",\"entries\":[{}]}}}}", entries.join(",\n"))
}

fn member<'j>(value: &'j Json, name: &str) -> Option<&'j Json> {
    match &value.kind {
        Kind::Object(members) => members.iter().find(|member| member.name == name).map(|member| &member.value),
        _ => None,
    }
}

fn list(value: &Json) -> &[Json] {
    match &value.kind {
        Kind::List(values) => values,
        _ => &[],
    }
}

struct HarReader<'t> {
    text: &'t str,
    /// The number of bytes before the JSON, which JSON does not allow.
    spaces: usize,
    habits: &'t RequestHabits<'t>,
}

impl HarReader<'_> {
    /// A string with its place.
    fn piece(&self, value: &Json) -> Option<Fragment> {
        let text = value.text()?.to_owned();
        let end = self.spaces + value.end;
        // If it contains escapes, only its end is known.
        let start = end.saturating_sub(text.len());
        let is_plain = self.text.get(start..end) == Some(text.as_str());
        let start = if is_plain { start } else { end };
        let mut piece = Fragment::new(self.text, text, ByteSpan::new(start, end), false);
        piece.at = is_plain.then_some(start);
        Some(piece)
    }

    fn entry(&self, entry: &Json) -> Option<Draft> {
        let request = member(entry, "request")?;
        let url = self.piece(member(request, "url")?)?;
        let response = member(entry, "response");
        let mut draft = Draft::new(RequestForm::Har, None, url.span, url);
        draft.method = member(request, "method").and_then(|method| self.piece(method));
        draft.head = draft.method.as_ref().map_or(draft.place, |method| method.span);
        let data = member(request, "postData");
        let body = data.and_then(|data| member(data, "text")).and_then(Json::text);
        if !self.is_of_oauth(&draft, body, response) {
            return None;
        }
        for header in member(request, "headers").map(list).unwrap_or_default() {
            let (Some(name), Some(value)) = (member(header, "name"), member(header, "value")) else { continue };
            if let (Some(name), Some(value)) = (name.text(), self.piece(value)) {
                draft.headers.push(Header { name: name.to_owned(), value });
            }
        }
        if let Some(data) = data {
            self.body(data, &mut draft);
        }
        // Browsers leave this header out of the recordings that they call sanitized.
        draft.has_hidden_authentication = true;
        let content = response.and_then(|response| member(response, "content"));
        draft.answer = content.and_then(body_of);
        let status = response.and_then(|response| member(response, "status"));
        draft.status = status.and_then(|status| match &status.kind {
            Kind::Number(digits) => digits.parse().ok().filter(|status| *status > 0),
            _ => None,
        });
        Some(draft)
    }

    /// `postData`: the text, otherwise the parameters.
    fn body(&self, data: &Json, draft: &mut Draft) {
        let text = member(data, "text").and_then(|text| self.piece(text)).filter(|text| !text.text.is_empty());
        if let Some(text) = text {
            draft.body.parts.push(BodyPart::Text(text));
        } else {
            for parameter in member(data, "params").map(list).unwrap_or_default() {
                let name = member(parameter, "name").and_then(Json::text);
                let value = member(parameter, "value").and_then(|value| self.piece(value));
                if let (Some(name), Some(value)) = (name, value) {
                    let span = value.span;
                    draft.body.parts.push(BodyPart::Param(Param { name: name.to_owned(), value, span }));
                }
            }
        }
        if draft.header("Content-Type").is_none()
            && let Some(value) = member(data, "mimeType").and_then(|mime| self.piece(mime))
        {
            draft.headers.push(Header { name: "Content-Type".to_owned(), value });
        }
    }

    /// Requests to the token and the authorization endpoint, and the redirect with a code or an error.
    fn is_of_oauth(&self, draft: &Draft, body: Option<&str>, response: Option<&Json>) -> bool {
        let address = draft.address();
        let (_, path) = host_and_path(&address);
        let known = [self.habits.token_endpoint, self.habits.authorize_endpoint];
        let mut known = known.iter().chain(self.habits.other_token_endpoints);
        let has_code = |address: &str| {
            let query = address.split_once('?').map(|(_, query)| query).unwrap_or_default();
            query.split(['&', '#']).any(|pair| pair.starts_with("code=") || pair.starts_with("error="))
        };
        let goes_to = response.and_then(|response| member(response, "redirectURL")).and_then(Json::text);
        // Whatever the paths of a server are (RFC 6749 §4.1.1 and §4.1.3).
        let asks = |address: &str, name: &str| {
            let query = address.split_once('?').map_or(address, |(_, query)| query);
            query.split('&').any(|pair| pair.split('=').next() == Some(name))
        };
        path.ends_with("/oauth/token")
            || path.ends_with("/oauth/authorize")
            || body.is_some_and(|body| asks(body, "grant_type") || body.contains("\"grant_type\""))
            || asks(&draft.url.text, "response_type") && asks(&draft.url.text, "client_id")
            || known.any(|known| !known.is_empty() && *known == address)
            || has_code(&draft.url.text)
            || goes_to.is_some_and(has_code)
    }
}

/// The text of a response, which may be base64-encoded.
fn body_of(content: &Json) -> Option<String> {
    let text = member(content, "text").and_then(Json::text).filter(|text| !text.is_empty())?;
    if member(content, "encoding").and_then(Json::text) == Some("base64") {
        return STANDARD.decode(text).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    }
    Some(text.to_owned())
}
