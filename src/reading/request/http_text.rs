//! The lines of a request or an exchange: HTTP/1.1 (RFC 9112 §2 to §5), and what `curl -v` prints.

use super::draft::{BodyPart, Draft, Header, Param, SyntaxIssue};
use super::piece::{ByteSpan, Fragment};
use super::{Drafts, MOST, RequestForm};
use crate::chars::front_of;
use crate::reading::{RefusalForm, read_refusal_text};

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// A line without its line break.
#[derive(Clone, Copy)]
struct HttpLine<'t> {
    text: &'t str,
    /// Its first byte.
    start: usize,
}

impl HttpLine<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

fn lines(text: &str) -> impl Iterator<Item = HttpLine<'_>> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let here = HttpLine { text: line.strip_suffix('\r').unwrap_or(line), start };
        start += line.len() + 1;
        here
    })
}

/// The method and the target of a request line (RFC 9112 §3). The version may be missing, as in a request file.
fn request_line(line: HttpLine<'_>) -> Option<(ByteSpan, ByteSpan)> {
    let (method, rest) = line.text.split_once(' ')?;
    let target = rest.split(' ').next().unwrap_or_default();
    // `GET /callback?code=abc 400 1.2 ms`, in the log of a server.
    let next = rest.split(' ').nth(1).unwrap_or_default();
    let is_logged = next.len() == 3 && next.bytes().all(|byte| byte.is_ascii_digit());
    let is_target = target.starts_with('/') || target.starts_with("http") || target.starts_with("{{");
    let start = line.start + method.len() + 1;
    (METHODS.contains(&method) && is_target && !is_logged)
        .then(|| (ByteSpan::new(line.start, line.start + method.len()), ByteSpan::new(start, start + target.len())))
}

/// The status of a status line (RFC 9112 §4).
pub(super) fn status_line(line: &str) -> Option<u16> {
    let (version, rest) = line.split_once(' ')?;
    let status = rest.split(' ').next().filter(|status| status.len() == 3)?;
    version.strip_prefix("HTTP/").and_then(|_| status.parse().ok())
}

/// A status that somebody noted in a line of its own.
fn lone_status(line: &str) -> Option<u16> {
    let line = line.trim();
    (line.len() == 3).then(|| line.parse().ok()).flatten().filter(|status| (200..600).contains(status))
}

/// An exchange while it is read.
struct HttpReader<'t> {
    text: &'t str,
    drafts: Vec<Draft>,
    lone_answer: Option<String>,
    part: HttpPart,
    /// The place of the request body.
    body: Option<ByteSpan>,
    /// The place of the response body.
    answer: Option<ByteSpan>,
    has_answer: bool,
    /// How much of the JSON is open that the request body is.
    json: OpenJson,
}

/// What is open in JSON that is read line by line.
#[derive(Clone, Copy, Default)]
struct OpenJson {
    depth: usize,
    is_in_string: bool,
    /// It began, and all of it is closed again.
    is_closed: bool,
}

impl OpenJson {
    fn read(&mut self, line: &str) {
        let mut is_escaped = false;
        for byte in line.bytes() {
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' => is_escaped = self.is_in_string,
                b'"' => self.is_in_string = !self.is_in_string,
                _ if self.is_in_string => {}
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth == 1 => (self.depth, self.is_closed) = (0, true),
                b'}' | b']' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
    }
}

/// In bytes: how far the first name of a form can reach.
const LONGEST_NAME: usize = 64;

/// Where the next line belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum HttpPart {
    Nothing,
    RequestHeaders,
    RequestBody,
    AnswerHeaders,
    AnswerBody,
}

impl<'t> HttpReader<'t> {
    fn new(text: &'t str) -> HttpReader<'t> {
        HttpReader {
            text,
            drafts: Vec::new(),
            lone_answer: None,
            part: HttpPart::Nothing,
            body: None,
            answer: None,
            has_answer: false,
            json: OpenJson::default(),
        }
    }

    fn begin(&mut self, line: HttpLine<'_>, method: ByteSpan, target: ByteSpan) {
        self.end();
        let piece = |span: ByteSpan| {
            let text = self.text.get(span.start..span.end).unwrap_or_default().to_owned();
            Fragment::new(self.text, text, span, false)
        };
        let mut url = piece(target);
        url.expands = url.text.contains("{{");
        let mut draft = Draft::new(RequestForm::Http, None, ByteSpan::new(line.start, line.end()), url);
        draft.head = method;
        draft.method = Some(piece(method));
        self.drafts.push(draft);
        (self.part, self.has_answer) = (HttpPart::RequestHeaders, false);
    }

    fn header(&mut self, line: HttpLine<'_>) {
        let (Some(draft), Some(colon)) = (self.drafts.last_mut(), line.text.find(':')) else { return };
        let name = line.text.get(..colon).unwrap_or_default().trim().to_owned();
        let rest = line.text.get(colon + 1..).unwrap_or_default();
        let value = rest.trim();
        let start = line.start + colon + 1 + (rest.len() - rest.trim_start().len());
        let span = ByteSpan::new(start, start + value.len());
        let piece = Fragment::new(self.text, value.to_owned(), span, value.contains("{{"));
        draft.place.end = line.end();
        draft.headers.push(Header { name, value: piece });
    }

    /// Whether a request has begun, and nothing of its body.
    fn is_before_body(&self) -> bool {
        self.body.is_none() && matches!(self.part, HttpPart::RequestHeaders | HttpPart::RequestBody)
    }

    /// A form directly after the headers, which a server would read as one of them.
    fn body_without_blank_line(&mut self, line: HttpLine<'_>) {
        if let Some(draft) = self.drafts.last_mut() {
            draft.issues.push(SyntaxIssue::NoBlankLine(ByteSpan::new(line.start, line.start)));
        }
        self.body_line(line);
        self.part = HttpPart::RequestBody;
    }

    /// Whether the next line is no part of the body: a form has no empty line, JSON ends with its last bracket, a GET
    /// without a type has no body, and a heading begins something else.
    fn has_whole_body(&self, line: HttpLine<'_>) -> bool {
        let Some(span) = self.body else {
            let is_get = |draft: &Draft| draft.known_method() == Some("GET") && draft.header("Content-Type").is_none();
            return is_heading(line.text) || self.drafts.last().is_some_and(is_get);
        };
        let first = self.text.get(span.start..span.end.min(span.start + LONGEST_NAME)).unwrap_or_default();
        let name = first.trim_start().split('=').next().unwrap_or_default();
        let is_name = name.len() < first.trim_start().len()
            && name.trim_end().chars().all(|ch| ch.is_ascii_alphanumeric() || ch == '_');
        let is_json = first.trim_start().starts_with(['{', '[']) && self.json.is_closed;
        line.text.trim().is_empty() && is_name || is_json && self.json.depth == 0
    }

    fn body_line(&mut self, line: HttpLine<'_>) {
        grow(&mut self.body, line);
        self.json.read(line.text);
    }

    fn status(&mut self, status: u16) {
        if self.has_answer {
            // An earlier response was a redirect or `100 Continue`.
            self.answer = None;
        }
        if let Some(draft) = self.drafts.last_mut() {
            draft.status = Some(status);
        }
        (self.part, self.has_answer) = (HttpPart::AnswerHeaders, true);
    }

    /// Ends an exchange: its bodies are complete now.
    fn end(&mut self) {
        let inner = |span: ByteSpan| {
            let text = self.text.get(span.start..span.end).unwrap_or_default();
            let start = span.start + (text.len() - text.trim_start().len());
            ByteSpan::new(start, start + text.trim().len())
        };
        let texts = |span: ByteSpan| self.text.get(span.start..span.end).unwrap_or_default().to_owned();
        let (body, answer) = (self.body.take().map(inner), self.answer.take().map(inner));
        let answer = answer.map(texts).filter(|answer| !answer.is_empty());
        match self.drafts.last_mut() {
            Some(draft) => {
                // What is below a request without a body is what came back.
                let is_tokens = body.is_some_and(|span| is_tokens(self.text, span));
                let is_answer = |span: &ByteSpan| draft.status.is_none() && (is_tokens || is_error(self.text, *span));
                // A note leaves out what was sent.
                draft.body.is_unknown |= is_tokens;
                if let Some(span) = body.filter(|span| span.end > span.start && !is_answer(span)) {
                    draft.place.end = span.end;
                    for span in parts_of_body(self.text, span) {
                        let mut piece = Fragment::new(self.text, texts(span), span, false);
                        piece.expands = piece.text.contains("{{");
                        draft.body.parts.push(BodyPart::Text(piece));
                    }
                }
                // A line that somebody took out of a log or a list of requests.
                draft.body.is_unknown |= draft.headers.is_empty() && draft.body.parts.is_empty();
                draft.answer = draft.answer.take().or(answer);
                complete_address(draft);
            }
            None => self.lone_answer = answer,
        }
        (self.part, self.has_answer) = (HttpPart::Nothing, false);
        self.json = OpenJson::default();
    }

    fn finished(mut self) -> Drafts {
        self.end();
        Drafts { drafts: self.drafts, lone_answer: self.lone_answer, issues: Vec::new() }
    }
}

/// Whether a body is the error of a server, with its code or number: nobody sends one.
fn is_error(text: &str, body: ByteSpan) -> bool {
    let text = text.get(body.start..body.end).unwrap_or_default();
    let is_object = text.starts_with('{') && text.len() <= LONGEST_ERROR;
    is_object
        && read_refusal_text(text).is_some_and(|read| {
            // RFC 9457 §3.1 has a status and a sentence.
            let is_problem = read.number.is_some() || read.status.is_some_and(|status| status >= 400);
            let is_named = read.error.is_some() || is_problem && read.sentence.is_some();
            // A device that is told to wait is not refused (RFC 8628 §3.5).
            let is_pending = matches!(read.error.as_deref(), Some("authorization_pending" | "slow_down"));
            read.form == RefusalForm::Answer && read.is_error && is_named && !is_pending
        })
}

/// Whether a body is a token response (RFC 6749 §5.1), which no request has.
fn is_tokens(text: &str, body: ByteSpan) -> bool {
    let text = front_of(text.get(body.start..body.end).unwrap_or_default(), LONGEST_TOKENS);
    let has = |name: &str| text.contains(&format!("\"{name}\""));
    text.starts_with('{')
        && has("access_token")
        && (has("token_type") || has("expires_in"))
        && !(has("grant_type") || has("client_id"))
}

/// In bytes.
const LONGEST_TOKENS: usize = 20_000;

/// In bytes.
const LONGEST_ERROR: usize = 4000;

/// The lines of a form that is written over several ones, each with its `&`, as specifications and manuals do; any other
/// body is one part.
fn parts_of_body(text: &str, body: ByteSpan) -> Vec<ByteSpan> {
    let inner = text.get(body.start..body.end).unwrap_or_default();
    let mut parts = Vec::new();
    let (mut start, mut is_joined) = (body.start, true);
    for line in inner.split_inclusive('\n') {
        let part = line.trim();
        let begins = start + (line.len() - line.trim_start().len());
        start += line.len();
        if !(is_joined || part.starts_with('&')) || !part.contains('=') {
            return vec![body];
        }
        is_joined = part.ends_with('&');
        let own = part.trim_start_matches('&');
        let begins = begins + (part.len() - own.len());
        parts.push(ByteSpan::new(begins, begins + own.trim_end_matches('&').len()));
    }
    parts
}

/// If the target is only a path, the host is in the `Host` header (RFC 9112 §3.2.1).
fn complete_address(draft: &mut Draft) {
    let host = draft.header("Host").map(|header| header.value.text.clone()).filter(|host| !host.is_empty());
    let host = host.map(|host| host.trim_start_matches("https://").trim_end_matches('/').to_owned());
    if draft.url.text.starts_with('/') {
        draft.base = host.map(|host| format!("https://{host}")).unwrap_or_default();
    }
}

/// Lines of HTTP as they are sent. Where other text comes before them, the request line must have a version or be
/// followed by a header.
pub(super) fn read_plain(text: &str) -> Drafts {
    let is_comment = |line: &str| line.trim().is_empty() || line.starts_with(['#', '@']) || line.starts_with("//");
    let mut reader = HttpReader::new(text);
    let mut is_after_prose = false;
    let mut all = lines(text).peekable();
    while let Some(line) = all.next() {
        if reader.part == HttpPart::Nothing && !reader.has_answer && is_comment(line.text) {
            continue;
        }
        let is_sure = !is_after_prose
            || line.text.trim_end().rsplit(' ').next().is_some_and(|last| last.starts_with("HTTP/"))
            || line.text.split_whitespace().nth(2).is_none() && all.peek().is_some_and(|next| is_header(next.text));
        if let Some((method, target)) = request_line(line).filter(|_| is_sure) {
            if reader.drafts.len() == MOST {
                break;
            }
            reader.begin(line, method, target);
        } else if let Some(status) = status_line(line.text) {
            reader.status(status);
        } else if let Some(status) = lone_status(line.text).filter(|_| reader.is_before_body()) {
            reader.status(status);
            reader.part = HttpPart::AnswerBody;
        } else if line.text.starts_with("###") {
            reader.end();
        } else {
            match reader.part {
                HttpPart::Nothing => is_after_prose = true,
                HttpPart::RequestHeaders | HttpPart::AnswerHeaders if line.text.trim().is_empty() => {
                    let is_answer = reader.part == HttpPart::AnswerHeaders;
                    reader.part = if is_answer { HttpPart::AnswerBody } else { HttpPart::RequestBody };
                }
                // A request file may split a long query over several lines.
                HttpPart::RequestHeaders if line.text.starts_with([' ', '\t']) => {}
                HttpPart::RequestHeaders if is_form(line.text) => reader.body_without_blank_line(line),
                // A log and a note leave out what came between.
                HttpPart::RequestHeaders | HttpPart::RequestBody
                    if reader.body.is_none() && begins_error(line.text, all.peek().map(|next| next.text)) =>
                {
                    if let Some(draft) = reader.drafts.last_mut() {
                        draft.body.is_unknown = true;
                    }
                    grow(&mut reader.answer, line);
                    (reader.part, reader.has_answer) = (HttpPart::AnswerBody, true);
                }
                // The tools of a browser show a body below its request.
                HttpPart::RequestHeaders if line.text.trim_start().starts_with('{') => {
                    reader.body_line(line);
                    reader.part = HttpPart::RequestBody;
                }
                HttpPart::RequestHeaders => reader.header(line),
                HttpPart::AnswerHeaders => {}
                HttpPart::RequestBody if reader.has_whole_body(line) => reader.part = HttpPart::Nothing,
                HttpPart::RequestBody => reader.body_line(line),
                HttpPart::AnswerBody => grow(&mut reader.answer, line),
            }
        }
    }
    reader.finished()
}

/// Whether a line is a heading of a log, such as `Headers` or `Response Info :`.
fn is_heading(line: &str) -> bool {
    let words = line.trim().trim_end_matches([':', ' ', '*', '-']).trim_start_matches(['-', '*', '#', ' ']);
    let is_word = |word: &str| HEADINGS.iter().any(|known| known.eq_ignore_ascii_case(word));
    words.len() <= LONGEST_NAME
        && words.split(' ').next().is_some_and(is_word)
        && words.chars().all(|ch| ch.is_alphabetic() || ch == ' ')
}

/// What such a heading begins with.
const HEADINGS: [&str; 12] = [
    "answer", "antwort", "body", "error", "fehler", "headers", "output", "params", "response", "result", "returns",
    "status",
];

/// Whether an object in JSON begins as an error response does (RFC 6749 §5.2), which no request has. That a device has to
/// wait is no failure (RFC 8628 §3.5).
fn begins_error(line: &str, next: Option<&str>) -> bool {
    let is_error =
        |text: &str| text.trim_start().starts_with("\"error\"") && !text.contains("\"authorization_pending\"");
    let inner = line.trim_start().strip_prefix('{').map(str::trim_start);
    inner.is_some_and(|inner| is_error(inner) || inner.is_empty() && next.is_some_and(is_error))
}

/// Whether a line is a header: a name without spaces, a colon and a value.
fn is_header(line: &str) -> bool {
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|ch| ch.is_ascii_alphanumeric() || ch == b'-');
    line.split_once(": ").is_some_and(|(name, value)| is_name(name) && !value.trim().is_empty())
}

/// A form alone, without the request that sends it.
pub(super) fn read_form(text: &str) -> Option<Draft> {
    let form = text.trim();
    let names = || form.split('&').filter_map(|pair| pair.split_once('=')).map(|(name, _)| name);
    if form.contains(char::is_whitespace) || !names().any(|name| name.trim_start_matches('?') == "grant_type") {
        return None;
    }
    let start = text.len() - text.trim_start().len();
    let piece = Fragment::new(text, form.to_owned(), ByteSpan::new(start, start + form.len()), form.contains("{{"));
    let mut draft = body_alone(&piece);
    draft.body.parts.push(BodyPart::Text(piece));
    Some(draft)
}

/// A form as Spring's `RestTemplate` logs it: `{grant_type=[authorization_code], code=[abc]}`.
pub(super) fn read_map(text: &str) -> Option<Draft> {
    let inner = text.strip_prefix('{')?.strip_suffix("]}")?;
    let whole = Fragment::new(text, text.to_owned(), ByteSpan::new(0, text.len()), false);
    let mut draft = body_alone(&whole);
    let mut start = 1;
    for pair in inner.split("], ") {
        let (name, value) = pair.split_once("=[")?;
        let end = start + pair.len();
        let span = ByteSpan::new(start, (end + 1).min(text.len()));
        let value = Fragment { text: value.to_owned(), ..whole.slice(end - value.len(), end) };
        draft.body.parts.push(BodyPart::Param(Param { name: name.to_owned(), value, span }));
        start = end + "], ".len();
    }
    Some(draft)
}

/// The request of a body that is there alone.
fn body_alone(body: &Fragment) -> Draft {
    let mut draft = Draft::new(RequestForm::Http, None, body.span, body.slice(0, 0));
    draft.usual_method = "POST";
    draft.says_form = true;
    draft.is_body_alone = true;
    draft.has_hidden_authentication = true;
    draft
}

/// Whether a line is a form and no header: `name=value&name=value`, or with the grant type alone.
fn is_form(line: &str) -> bool {
    let Some((name, value)) = line.trim().split_once('=') else { return false };
    let is_name = !name.is_empty() && name.chars().all(|ch| ch.is_ascii_alphanumeric() || ch == '_');
    is_name && (value.contains('&') || name == "grant_type")
}

fn grow(body: &mut Option<ByteSpan>, line: HttpLine<'_>) {
    body.get_or_insert(ByteSpan::new(line.start, line.end())).end = line.end();
}

/// What `curl -v` prints: `> ` before the request, `< ` before the head of the response, `* ` before its own messages.
///
/// It does not print the body of the request.
pub(super) fn read_verbose(text: &str) -> Drafts {
    let mut reader = HttpReader::new(text);
    for line in lines(text) {
        let sent = line.text.strip_prefix("> ").map(|rest| HttpLine { text: rest, start: line.start + 2 });
        let received = line.text.strip_prefix("< ");
        if let Some(sent) = sent {
            if let Some((method, target)) = request_line(sent) {
                if reader.drafts.len() == MOST {
                    break;
                }
                reader.begin(sent, method, target);
                if let Some(draft) = reader.drafts.last_mut() {
                    draft.form = RequestForm::Curl;
                    draft.body.is_unknown = true;
                }
            } else if reader.part == HttpPart::RequestHeaders {
                reader.header(sent);
            }
        } else if let Some(received) = received {
            if let Some(status) = status_line(received) {
                reader.status(status);
            }
        } else if reader.part == HttpPart::AnswerHeaders && line.text.trim_end() == "<" {
            reader.part = HttpPart::AnswerBody;
        } else if reader.part == HttpPart::AnswerBody {
            // If the response does not end with a line break, curl's next message follows directly.
            let remark = if is_remark(line.text) { Some(0) } else { line.text.find("* Connection #") };
            if remark != Some(0) {
                let text = line.text.get(..remark.unwrap_or(line.text.len())).unwrap_or_default();
                grow(&mut reader.answer, HttpLine { text, ..line });
            }
            if remark.is_some() && reader.answer.is_some() {
                reader.part = HttpPart::Nothing;
            }
        }
    }
    if reader.drafts.is_empty() { Drafts::default() } else { reader.finished() }
}

/// `* …`, `{ [180 bytes data]`, `} [86 bytes data]`, and the progress table.
fn is_remark(line: &str) -> bool {
    line.starts_with("* ")
        || ((line.starts_with("{ [") || line.starts_with("} [")) && line.ends_with("data]"))
        || line.trim_start().starts_with("% Total")
        || line.trim_start().starts_with("Dload ")
}
