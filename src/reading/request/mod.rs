//! A request as someone ran or recorded it: a curl or PowerShell command, an HTTP exchange, a HAR file.
//!
//! Each reader creates a draft with plain texts and byte places; this module converts it to the result, with everything
//! that may be secret in a [`Secret`].

mod cmd_words;
mod code;
mod curl_command;
pub(super) mod draft;
mod findings;
mod fix;
pub(super) mod har;
mod http_file;
mod http_text;
mod paste_marks;
pub(super) mod piece;
mod powershell_command;
mod powershell_value;
pub(super) mod powershell_words;
mod python_log;
mod sent;
pub(super) mod shell_words;

use core::fmt;
use std::borrow::Cow;

use strum::{EnumString, IntoStaticStr};

pub use code::request_code;
pub(super) use draft::host_and_path;
use draft::{Asks, Draft, SyntaxIssue};
use findings::{ByteFinding, calls_without_token, found_in};
pub(super) use findings::{has_response, meant_by};
use fix::{Fixes, Replacement};
use http_file::FileVariables;
use paste_marks::paste_marks;
use piece::ByteSpan;
use sent::SentDraft;
pub use sent::{Sent, SentValue};

use super::{Edit, Finding, FindingKind, Fix, PastedKind, Span, Within};
use crate::oauth::Secret;
use crate::pasted_json;

/// What is known about a provider's requests. Where an endpoint is empty, it is not known and not checked.
#[derive(Clone, Copy, Debug, Default)]
pub struct RequestHabits<'h> {
    /// The token endpoint.
    pub token_endpoint: &'h str,
    /// Other URLs that also accept token requests.
    pub other_token_endpoints: &'h [&'h str],
    /// The authorization endpoint.
    pub authorize_endpoint: &'h str,
    /// The grant types of the selected app type; `None` where no app type is selected.
    pub grants: Option<&'h [RequestGrant]>,
    /// The grant types whose tokens serve a narrow purpose only.
    pub narrow_grants: &'h [RequestGrant],
    /// Words of that purpose, in lowercase: in a text with one of them, such a token is meant.
    pub narrow_words: &'h [&'h str],
    /// The grant types whose parameters may be in the URL.
    pub query_grants: &'h [RequestGrant],
    /// Whether its API once took tokens that a client signs itself, and takes them no longer.
    pub ended_signed_tokens: bool,
}

impl RequestHabits<'_> {
    /// The same without what the text says to be meant.
    fn meant_in(&self, text: &str) -> Self {
        let is_meant = || {
            let lower = text.to_ascii_lowercase();
            self.narrow_words.iter().any(|word| lower.contains(word))
        };
        let is_narrow = !self.narrow_grants.is_empty() && !self.narrow_words.is_empty() && is_meant();
        RequestHabits { narrow_grants: if is_narrow { &[] } else { self.narrow_grants }, ..*self }
    }
}

/// The grant type, from `grant_type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum RequestGrant {
    /// `authorization_code` (RFC 6749 §4.1.3).
    AuthorizationCode,
    /// `refresh_token` (RFC 6749 §6).
    RefreshToken,
    /// `account_credentials`, for a Server-to-Server OAuth app.
    AccountCredentials,
    /// `client_credentials` (RFC 6749 §4.4.2).
    ClientCredentials,
    /// `urn:ietf:params:oauth:grant-type:device_code` (RFC 8628 §3.4).
    #[strum(serialize = "urn:ietf:params:oauth:grant-type:device_code")]
    DeviceCode,
    /// Any other grant type.
    #[strum(serialize = "")]
    Other,
}

impl RequestGrant {
    /// The value of `grant_type`; empty for [`RequestGrant::Other`].
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The required parameters.
    fn needs(self) -> &'static [&'static str] {
        match self {
            RequestGrant::AuthorizationCode => &["code", "redirect_uri"],
            RequestGrant::RefreshToken => &["refresh_token"],
            RequestGrant::AccountCredentials => &["account_id"],
            RequestGrant::DeviceCode => &["device_code"],
            RequestGrant::ClientCredentials | RequestGrant::Other => &[],
        }
    }
}

/// The form in which a request was pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestForm {
    /// A curl command, or what `curl -v` printed.
    Curl,
    /// `Invoke-RestMethod` or `Invoke-WebRequest`.
    PowerShell,
    /// The lines of HTTP/1.1 (RFC 9112 §2.1).
    Http,
    /// An entry of a HAR file.
    Har,
    /// A program, or what a program printed of its request.
    Program,
    /// A request of a collection of Postman, or of an export of Insomnia.
    Postman,
}

impl RequestForm {
    /// What a text in this form is.
    #[must_use]
    pub fn kind(self) -> PastedKind {
        match self {
            RequestForm::Curl => PastedKind::CurlCommand,
            RequestForm::PowerShell => PastedKind::PowerShellCommand,
            RequestForm::Http => PastedKind::HttpExchange,
            RequestForm::Har => PastedKind::Har,
            RequestForm::Program => PastedKind::ProgramCode,
            RequestForm::Postman => PastedKind::PostmanFile,
        }
    }
}

/// What a text contains. There is no request and no response if the text has none of these forms.
#[derive(Debug)]
pub struct RequestReading {
    /// The requests in the order of the text, 64 at most; of a HAR file only those of OAuth.
    pub requests: Vec<ReadRequest>,
    /// The body of the last response to a request, or of a response without its request.
    pub answer: Option<Secret>,
    /// Places are characters of the text.
    pub findings: Vec<Finding>,
}

/// One request. Shell variables stay as they were written. `Debug` prints nothing of what was pasted.
pub struct ReadRequest {
    /// The method in uppercase; empty if it is a variable.
    pub method: String,
    /// The URL without user name, query and fragment.
    pub url: String,
    /// The query of the URL, decoded; a repeated parameter is listed each time.
    pub query: Vec<(String, Secret)>,
    /// The headers in their order; a repeated one is listed each time.
    pub headers: Vec<(String, Secret)>,
    /// What the request sends, or that it is not known.
    pub body: RequestBody,
    /// The form in which it was pasted.
    pub form: RequestForm,
    /// The value of `Authorization`, or what curl would generate from `--user`; `None` if a part of it is a variable.
    pub authorization: Option<Secret>,
    /// The grant type, if the request has one.
    pub grant: Option<RequestGrant>,
    /// The status of its response, such as 400.
    pub status: Option<u16>,
    /// The body of its response.
    pub answer: Option<Secret>,
    /// The values of OAuth in it, with their places.
    pub sent: Sent,
    /// Its place in the text: of a command, all its words; of an entry of a HAR file, its URL.
    pub span: Span,
}

impl ReadRequest {
    /// Puts this many more characters before the text.
    pub(super) fn moved(&mut self, by: usize) {
        let values = self.sent.values.iter_mut().map(|value| &mut value.span);
        for span in values.chain([&mut self.span, &mut self.sent.head]) {
            span.start += by;
        }
    }
}

impl fmt::Debug for ReadRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReadRequest")
            .field("form", &self.form)
            .field("grant", &self.grant)
            .field("status", &self.status)
            .field("span", &self.span)
            .finish_non_exhaustive()
    }
}

/// The body of a request.
#[derive(Debug)]
pub enum RequestBody {
    /// No body.
    None,
    /// The body is in a file or a variable, or was not recorded.
    Unknown,
    /// A form, decoded (RFC 6749 appendix B); a part without `=` has no name.
    Form(Vec<FormPair>),
    /// JSON, as written.
    Json(Secret),
    /// Anything else, as written.
    Text(Secret),
}

/// Name and value of a form field; `Debug` prints neither, because a misplaced value can look like a name.
pub struct FormPair {
    /// Decoded; empty for a part without `=`.
    pub name: String,
    /// Decoded.
    pub value: Secret,
}

impl fmt::Debug for FormPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// The maximum number of requests that are read: each may repeat a variable, and the time must stay linear.
const MOST: usize = 64;

/// Reads one or more requests, in whichever form the text has. Runs in linear time.
///
/// The shell is recognized by its syntax: `^` at the end of a line or `^"` is cmd; a backtick at the end of a line,
/// `$env:` or a cmdlet is PowerShell; everything else is read as bash or zsh. Nothing is run, and no variable is
/// replaced, except one of PowerShell that is set in the same text.
///
/// ```
/// use authdesk::reading::{Finding, FindingKind, RequestGrant, RequestHabits, apply, read_request};
///
/// // RFC 6749 §6, with an `&` at which the shell ends the command.
/// let body = "grant_type=refresh_token&refresh_token=$TOKEN";
/// let text = format!("curl -u \"$ID:$SECRET\" https://server.example.com/token -d {body}");
/// let reading = read_request(&text, &RequestHabits::default());
/// assert_eq!(reading.requests[0].url, "https://server.example.com/token");
/// assert_eq!(reading.requests[0].grant, Some(RequestGrant::RefreshToken));
/// let ampersand = Finding::at(FindingKind::AmpersandNotQuoted, 82);
/// assert_eq!(reading.findings, [Finding::whole(FindingKind::RequestRead), ampersand]);
/// let fixed = apply(&text, reading.findings[1].fix.as_ref().unwrap());
/// assert_eq!(fixed, text.replace(body, &format!("\"{body}\"")));
/// ```
#[must_use]
pub fn read_request(text: &str, habits: &RequestHabits<'_>) -> RequestReading {
    let habits = &habits.meant_in(text);
    let read = drafts(text, habits);
    let found = found_in_all(&read, habits);
    let Drafts { drafts, lone_answer, .. } = read;
    let mut fixes = Fixes::new(text);
    let fixes: Vec<Vec<Replacement>> = found
        .iter()
        .map(|(number, found)| {
            let draft = number.and_then(|number| drafts.get(number));
            draft.map_or_else(Vec::new, |draft| fixes.replacements(found, draft))
        })
        .collect();
    let asks: Vec<Asks> = drafts.iter().map(|draft| draft.asks(habits)).collect();
    let sent: Vec<SentDraft> = drafts.iter().zip(&asks).map(|(draft, asks)| SentDraft::new(draft, asks)).collect();
    let of_drafts =
        drafts.iter().zip(&sent).flat_map(|(draft, sent)| [draft.place].into_iter().chain(sent.spans.clone()));
    let byte_spans = of_drafts.chain(found.iter().filter_map(|(_, found)| found.span));
    let byte_spans: Vec<ByteSpan> = byte_spans.chain(fixes.iter().flatten().map(|(span, _)| *span)).collect();
    let mut spans = in_characters(text, &byte_spans).into_iter();
    let read = drafts.into_iter().zip(asks).zip(sent);
    let requests = read.map_while(|((draft, asks), sent)| {
        let span = spans.next()?;
        Some(kept(draft, asks, sent.placed(&mut spans)?, span))
    });
    let requests: Vec<ReadRequest> = requests.collect();
    let findings = found.iter().map(|(_, found)| Finding {
        span: found.span.and_then(|_| spans.next()),
        detail: found.detail,
        ..Finding::whole(found.kind)
    });
    let mut findings: Vec<Finding> = findings.collect();
    for (finding, replacements) in findings.iter_mut().zip(fixes) {
        let edits = replacements.into_iter().zip(spans.by_ref());
        let edits = edits.map(|((_, text), span)| Edit::new(span.start..span.start + span.length, text));
        finding.fix = Some(Fix::new(edits)).filter(|fix| !fix.edits().is_empty());
    }
    let answer = requests.iter().rev().find_map(|request| request.answer.clone());
    RequestReading { requests, answer: answer.or(lone_answer.map(Secret::new)), findings }
}

/// The findings, each with the number of the draft it is about.
fn found_in_all(read: &Drafts, habits: &RequestHabits<'_>) -> Vec<(Option<usize>, ByteFinding)> {
    let mut all = Vec::new();
    if !read.drafts.is_empty() {
        all.push((None, ByteFinding::whole(FindingKind::RequestRead)));
    }
    all.extend(read.issues.iter().map(|issue| (None, ByteFinding::of_issue(issue))));
    let calls = calls_without_token(&read.drafts, habits);
    for (number, draft) in read.drafts.iter().enumerate() {
        let mut found = Vec::new();
        found_in(draft, habits, &mut found);
        all.extend(found.into_iter().map(|found| (Some(number), found)));
        all.extend(calls.iter().filter(|(call, _)| *call == number).map(|(_, found)| (Some(number), found.clone())));
    }
    all
}

/// What the readers create from a text.
#[derive(Default)]
struct Drafts {
    drafts: Vec<Draft>,
    /// The body of a response without its request.
    lone_answer: Option<String>,
    /// Syntax issues of the text as a whole.
    issues: Vec<SyntaxIssue>,
}

impl Drafts {
    fn is_empty(&self) -> bool {
        self.drafts.is_empty() && self.lone_answer.is_none() && self.issues.is_empty()
    }
}

/// The text with spaces in place of what a terminal puts around pasted text.
pub(super) fn without_paste_marks(text: &str) -> Cow<'_, str> {
    paste_marks(text).map_or(Cow::Borrowed(text), |marks| Cow::Owned(marks.text))
}

fn drafts(text: &str, habits: &RequestHabits<'_>) -> Drafts {
    let Some(marks) = paste_marks(text) else { return unmarked(text, habits) };
    let mut read = unmarked(&marks.text, habits);
    let mut is_found = false;
    for draft in read.drafts.iter_mut().filter(|draft| draft.shell.is_some()) {
        let count = draft.issues.len();
        draft.issues.extend(marks.of(draft.place).map(SyntaxIssue::PasteMark));
        is_found |= draft.issues.len() > count;
    }
    // What the shell said of it, without the command.
    if !is_found {
        read.issues.extend(marks.before_command().map(SyntaxIssue::PasteMark));
    }
    read
}

/// The requests of a text without such marks.
fn unmarked(text: &str, habits: &RequestHabits<'_>) -> Drafts {
    if text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).starts_with('{') {
        let recorded = har::read(text, habits);
        let drafts = if recorded.is_empty() { code::read_all(text) } else { Vec::new() };
        if !drafts.is_empty() {
            return Drafts { drafts, ..Drafts::default() };
        }
        // A response may be pasted before the request that follows from it.
        if !recorded.is_empty() || !goes_on_behind_json(text) {
            return recorded;
        }
    }
    if text.contains("send: ") {
        let sent = python_log::read_sent(text);
        if !sent.is_empty() {
            return sent;
        }
    }
    let mut recorded = http_text::read_verbose(text);
    if recorded.is_empty() {
        recorded = http_text::read_plain(text);
        if let Some(mut variables) = FileVariables::read(text) {
            recorded.drafts.iter_mut().for_each(|draft| variables.fill(draft));
        }
    } else {
        // The command comes before its output: the command contains the body, the output contains the response.
        let above = recorded.drafts.first().and_then(|draft| text.get(..draft.place.start)).unwrap_or_default();
        let mut typed = commands(above);
        if let ([command], [record]) = (typed.as_mut_slice(), recorded.drafts.as_mut_slice()) {
            command.answer = record.answer.take();
            command.status = record.status;
            // What the variables of the command were is known from what was sent.
            if command.authorization().is_none() {
                let sent = record.headers.iter().position(|header| header.name.eq_ignore_ascii_case("Authorization"));
                command.headers.extend(sent.map(|at| record.headers.swap_remove(at)));
            }
            return Drafts { drafts: typed, ..Drafts::default() };
        }
    }
    if !recorded.is_empty() {
        return recorded;
    }
    let mut drafts = commands(text);
    if drafts.is_empty() {
        drafts.extend(http_text::read_form(text).or_else(|| http_text::read_map(text)));
    }
    Drafts { drafts, ..Drafts::default() }
}

/// Whether there is more than the JSON that a text begins with, or it is no JSON.
fn goes_on_behind_json(text: &str) -> bool {
    let inner = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    inner.starts_with("{grant_type=[")
        || pasted_json::parse_front(inner).is_ok_and(|(_, behind)| !behind.trim().is_empty())
}

/// The commands of a text, or the requests of a program.
fn commands(text: &str) -> Vec<Draft> {
    if powershell_command::is_powershell(text) {
        return powershell_command::read(text);
    }
    if text.lines().any(is_curl) {
        return curl_command::read_all(text);
    }
    let drafts = code::read_all(text);
    if drafts.is_empty() { curl_command::read_all(text) } else { drafts }
}

/// Whether a line begins with curl, perhaps after a prompt.
fn is_curl(line: &str) -> bool {
    let line = line.trim_start();
    let line = ["$ ", "# ", "% ", "> "].iter().find_map(|prompt| line.strip_prefix(prompt)).unwrap_or(line);
    let rest = line.strip_prefix("curl").map(|rest| rest.strip_prefix(".exe").unwrap_or(rest));
    rest.is_some_and(|rest| rest.starts_with([' ', '\t', '\\']) && !rest.trim_start().starts_with('='))
}

fn kept(draft: Draft, asks: Asks, sent: Sent, span: Span) -> ReadRequest {
    let hidden = |field: draft::Param| (field.name, Secret::new(field.value.text));
    ReadRequest {
        method: draft.known_method().unwrap_or_default().to_ascii_uppercase(),
        url: draft.address().to_owned(),
        authorization: draft.authorization(),
        grant: asks.grant(),
        status: draft.status,
        form: draft.form,
        body: draft.kept_body(asks.form, asks.is_json),
        query: asks.query.into_iter().map(hidden).collect(),
        answer: draft.answer.map(Secret::new),
        sent,
        headers: draft.headers.into_iter().map(|header| (header.name, Secret::new(header.value.text))).collect(),
        span,
    }
}

/// The host of a URL, with its port.
pub(super) fn host_of(url: &str) -> &str {
    draft::host_and_path(url).0.split(['?', '#']).next().unwrap_or_default()
}

/// Converts byte places to characters, in one pass through the text.
pub(super) fn in_characters(text: &str, spans: &[ByteSpan]) -> Vec<Span> {
    let mut bounds: Vec<(usize, usize)> = Vec::new();
    for span in spans {
        bounds.extend([(span.start, bounds.len()), (span.end, bounds.len() + 1)]);
    }
    bounds.sort_unstable();
    let mut counted: Vec<(usize, usize)> = Vec::new();
    let mut offsets = text.char_indices().map(|(at, _)| at);
    let (mut next, mut count) = (offsets.next(), 0);
    for (byte, place) in bounds {
        while next.is_some_and(|at| at < byte) {
            next = offsets.next();
            count += 1;
        }
        counted.push((place, count));
    }
    counted.sort_unstable();
    let place = |pair: &[(usize, usize)]| match pair {
        [(_, start), (_, end)] => {
            Some(Span { within: Within::Pasted, start: *start, length: end.saturating_sub(*start) })
        }
        _ => None,
    };
    counted.chunks(2).filter_map(place).collect()
}
