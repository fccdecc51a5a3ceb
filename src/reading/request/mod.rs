//! A request as someone ran or recorded it: a curl or PowerShell command, an HTTP exchange, a HAR file.
//!
//! Each reader makes a draft of plain texts and byte places; what is kept of it is made here, with everything that may be
//! secret in a [`Secret`].

mod cmd_words;
mod curl_command;
mod draft;
mod har;
mod http_text;
mod piece;
mod powershell_command;
mod powershell_value;
mod powershell_words;
mod request_findings;
mod request_mend;
mod shell_words;

use core::fmt;

use draft::{Draft, Slip};
use piece::Span;
use request_findings::{Found, found_in};

use super::{Finding, FindingKind, Place, Within};
use crate::oauth::Secret;

pub(super) use request_mend::mended;

/// What is known of a provider's requests. An empty endpoint is not known, and nothing is said of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct RequestHabits<'h> {
    /// Where tokens are asked for.
    pub token_endpoint: &'h str,
    /// Other addresses that answer a token request too.
    pub other_token_endpoints: &'h [&'h str],
    /// Where a person consents.
    pub authorize_endpoint: &'h str,
    /// The grants of the chosen type of app; `None` where no type is chosen.
    pub grants: Option<&'h [RequestGrant]>,
}

/// What a token is asked for with, from `grant_type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestGrant {
    /// `authorization_code` (RFC 6749 §4.1.3).
    AuthorizationCode,
    /// `refresh_token` (RFC 6749 §6).
    RefreshToken,
    /// `account_credentials`, of a Server-to-Server app.
    AccountCredentials,
    /// `client_credentials` (RFC 6749 §4.4.2).
    ClientCredentials,
    /// `urn:ietf:params:oauth:grant-type:device_code` (RFC 8628 §3.4).
    DeviceCode,
    /// Any other.
    Other,
}

impl RequestGrant {
    fn named(text: &str) -> RequestGrant {
        let known = [
            RequestGrant::AuthorizationCode,
            RequestGrant::RefreshToken,
            RequestGrant::AccountCredentials,
            RequestGrant::ClientCredentials,
            RequestGrant::DeviceCode,
        ];
        known.into_iter().find(|grant| grant.name() == text).unwrap_or(RequestGrant::Other)
    }

    /// Its name in a request; empty for [`RequestGrant::Other`].
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            RequestGrant::AuthorizationCode => "authorization_code",
            RequestGrant::RefreshToken => "refresh_token",
            RequestGrant::AccountCredentials => "account_credentials",
            RequestGrant::ClientCredentials => "client_credentials",
            RequestGrant::DeviceCode => "urn:ietf:params:oauth:grant-type:device_code",
            RequestGrant::Other => "",
        }
    }

    /// The parameters without which it cannot work.
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

/// How a request was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestForm {
    /// A command with curl, or what `curl -v` printed.
    Curl,
    /// `Invoke-RestMethod` or `Invoke-WebRequest`.
    PowerShell,
    /// The lines of HTTP/1.1 (RFC 9112 §2.1).
    Http,
    /// An entry of a HAR file.
    Har,
}

/// What a text holds. It has no request and no answer if the text is none of the forms.
#[derive(Debug)]
pub struct RequestReading {
    /// The requests in the order of the text, 64 at most; of a HAR file only those of OAuth.
    pub requests: Vec<ReadRequest>,
    /// The body of the last answer to a token request, or of an answer that stands alone.
    pub answer: Option<Secret>,
    /// What is to be said. Places are characters of the text.
    pub findings: Vec<Finding>,
}

/// One request. Variables of a shell stand in it as they were written. `Debug` prints nothing of what was pasted.
pub struct ReadRequest {
    /// The method in capitals; empty if it is a variable.
    pub method: String,
    /// The address without user name, query and fragment.
    pub url: String,
    /// The query of the address, decoded.
    pub query: Vec<(String, Secret)>,
    /// The headers, in order.
    pub headers: Vec<(String, Secret)>,
    /// The body.
    pub body: RequestBody,
    /// How it was written down.
    pub form: RequestForm,
    /// The value of `Authorization`, also as curl makes it of `--user`; `None` if a part of it is a variable.
    pub authorization: Option<Secret>,
    /// What it asks for a token with.
    pub grant: Option<RequestGrant>,
    /// The status of its answer, such as 400.
    pub status: Option<u16>,
    /// The body of its answer.
    pub answer: Option<Secret>,
    /// Where it stands.
    pub place: Place,
}

impl fmt::Debug for ReadRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReadRequest")
            .field("form", &self.form)
            .field("grant", &self.grant)
            .field("status", &self.status)
            .field("place", &self.place)
            .finish_non_exhaustive()
    }
}

/// The body of a request.
#[derive(Debug)]
pub enum RequestBody {
    /// None.
    None,
    /// It is in a file or a variable, or was not recorded.
    Unknown,
    /// A form, decoded (RFC 6749 appendix B); a part without `=` has no name.
    Form(Vec<FormPair>),
    /// JSON, as written.
    Json(Secret),
    /// Anything else, as written.
    Text(Secret),
}

/// Name and value of a form; `Debug` prints neither, as a misplaced value can pose as a name.
pub struct FormPair {
    /// The name.
    pub name: String,
    /// The value.
    pub value: Secret,
}

impl fmt::Debug for FormPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// More requests than this are not read: each may repeat a variable, and time is to stay linear in the text.
const MOST: usize = 64;

/// Reads a request, or several, in the form that the text has. It takes time in proportion to the text.
///
/// Shells are told apart by their own marks: `^` at a line's end or `^"` is cmd, a backtick at a line's end, `$env:` or a
/// cmdlet is PowerShell, all else is read as bash and zsh. Nothing is run, and no variable is filled in, except one of
/// PowerShell that the same text sets.
#[must_use]
pub fn read_request(text: &str, habits: &RequestHabits<'_>) -> RequestReading {
    let Drafts { drafts, lone_answer, slips } = drafts(text, habits);
    let mut found: Vec<Found> = Vec::new();
    if !drafts.is_empty() {
        found.push(Found::whole(FindingKind::RequestRead));
    }
    found.extend(slips.iter().map(Found::of_slip));
    for draft in &drafts {
        found_in(draft, habits, &mut found);
    }
    let mut places: Vec<Span> = drafts.iter().map(|draft| draft.place).collect();
    places.extend(found.iter().filter_map(|found| found.span));
    let mut places = in_characters(text, &places).into_iter();
    let requests = drafts.into_iter().zip(places.by_ref()).map(|(draft, place)| kept(draft, place, habits));
    let requests: Vec<ReadRequest> = requests.collect();
    let findings = found.iter().map(|found| Finding {
        kind: found.kind,
        place: found.span.and_then(|_| places.next()),
        detail: found.detail,
    });
    let findings = findings.collect();
    let answer = requests.iter().rev().find_map(|request| request.answer.clone());
    RequestReading { requests, answer: answer.or(lone_answer.map(Secret::new)), findings }
}

/// What the readers make of a text.
#[derive(Default)]
struct Drafts {
    drafts: Vec<Draft>,
    /// The body of an answer without its request.
    lone_answer: Option<String>,
    /// What is wrong with the text as a whole.
    slips: Vec<Slip>,
}

impl Drafts {
    fn is_empty(&self) -> bool {
        self.drafts.is_empty() && self.lone_answer.is_none() && self.slips.is_empty()
    }
}

fn drafts(text: &str, habits: &RequestHabits<'_>) -> Drafts {
    if text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).starts_with('{') {
        return har::read(text, habits);
    }
    let mut recorded = http_text::read_verbose(text);
    if recorded.is_empty() {
        recorded = http_text::read_plain(text);
    } else {
        // The command stands above what it printed: it knows the body, the record knows the answer.
        let above = recorded.drafts.first().and_then(|draft| text.get(..draft.place.start)).unwrap_or_default();
        let mut typed = commands(above);
        if let ([command], [record]) = (typed.as_mut_slice(), recorded.drafts.as_mut_slice()) {
            command.answer = record.answer.take();
            command.status = record.status;
            return Drafts { drafts: typed, ..Drafts::default() };
        }
    }
    if recorded.is_empty() { Drafts { drafts: commands(text), ..Drafts::default() } } else { recorded }
}

/// The commands of a text.
fn commands(text: &str) -> Vec<Draft> {
    if powershell_command::is_powershell(text) { powershell_command::read(text) } else { curl_command::read_all(text) }
}

fn kept(draft: Draft, place: Place, habits: &RequestHabits<'_>) -> ReadRequest {
    let asks = draft.asks(habits);
    let hidden = |field: draft::Field| (field.name, Secret::new(field.value.text));
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
        headers: draft.headers.into_iter().map(|header| (header.name, Secret::new(header.value.text))).collect(),
        place,
    }
}

/// Byte places as characters, in one walk through the text.
fn in_characters(text: &str, spans: &[Span]) -> Vec<Place> {
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
            Some(Place { within: Within::Pasted, start: *start, length: end.saturating_sub(*start) })
        }
        _ => None,
    };
    counted.chunks(2).filter_map(place).collect()
}
