//! Settings of a product, as they are pasted: what it sends to a server, and where.

mod arguments;
mod clients;
mod findings;
mod labels;
mod misnamed;
mod names;
mod notation;

use core::ops::Range;

use findings::{Found, judged};
use labels::misplaced_fields;
use notation::{Entry, Written, entries};

use super::value::is_masked;
use super::{Finding, Span, Within};

/// Settings that stand together, and what was found in them.
#[derive(Debug)]
pub struct ReadSettings {
    /// From the first name to the last value.
    pub span: Span,
    /// What the settings are, each once, in the order of the text.
    pub roles: Vec<SettingRole>,
    /// Places are in the text that was read. The first one says that they were read.
    pub findings: Vec<Finding>,
}

/// What a setting is, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingRole {
    /// The client ID (RFC 6749 §2.2).
    ClientId,
    /// The client secret (RFC 6749 §2.3.1).
    ClientSecret,
    /// The redirect URL (RFC 6749 §3.1.2).
    Redirect,
    /// The authorization endpoint (RFC 6749 §3.1).
    Authorize,
    /// The token endpoint (RFC 6749 §3.2).
    Token,
    /// The issuer (OpenID Connect Discovery 1.0 §2).
    Issuer,
    /// A public key of the server.
    PublicKey,
    /// The scopes (RFC 6749 §3.3).
    Scopes,
}

/// How far apart settings of one client may stand, in bytes.
const FARTHEST: usize = 1000;

/// The settings in a text: of a file, a command, or the options in a program. Runs in linear time.
///
/// What is not certain is left out: a value that a program gets from somewhere else is not looked at.
///
/// ```
/// use authdesk::reading::{Finding, FindingKind, SettingRole, read_settings};
///
/// let text = "client-id: s6BhdRkqt3\nclient-secret: \"[Copy from console]\"\n";
/// let read = read_settings(text);
/// assert_eq!(read[0].roles, [SettingRole::ClientId, SettingRole::ClientSecret]);
/// let read_all = Finding::over(FindingKind::SettingsRead, 0, 57);
/// assert_eq!(read[0].findings, [read_all, Finding::over(FindingKind::PlaceholderWords, 38, 19)]);
/// assert!(read_settings("The client_id of a request").is_empty());
/// ```
#[must_use]
pub fn read_settings(text: &str) -> Vec<ReadSettings> {
    read_settings_with(text, &SettingHabits::default())
}

/// What is known of clients and servers by words of their settings, in lowercase. The default knows none.
#[derive(Clone, Copy, Debug, Default)]
pub struct SettingHabits<'h> {
    /// Those of the clients that take the URL of the metadata in the place of the issuer too.
    pub metadata_as_issuer: &'h [&'h str],
    /// Those of the servers that take no redirect URL with `http` but one on the own computer.
    pub https_redirects: &'h [&'h str],
}

/// The same, with what is known of clients and servers.
#[must_use]
pub fn read_settings_with(text: &str, habits: &SettingHabits<'_>) -> Vec<ReadSettings> {
    let notes = entries(text);
    let mut groups: Vec<Vec<Entry<'_>>> = Vec::new();
    for entry in notes.entries {
        match groups.last_mut().filter(|group| group.last().is_some_and(|last| entry.start < last.place.end + FARTHEST))
        {
            Some(group) => group.push(entry),
            None => groups.push(vec![entry]),
        }
    }
    groups.retain(|group| is_of_client(group) && !is_message(group, &notes.messages, &notes.metadata));
    let mut chars = Chars { text, byte: 0, at: 0 };
    let mut all: Vec<ReadSettings> = groups
        .iter()
        .map(|group| {
            let found = judged(text, group, groups.len() == 1, habits);
            read(text, group, found, &mut chars)
        })
        .collect();
    let is_told = |place: &Span| {
        let is_same = |finding: &Finding| finding.span.is_some_and(|span| span.start == place.start);
        all.iter().flat_map(|read| read.findings.iter().skip(1)).any(is_same)
    };
    let fields: Vec<ReadSettings> = misplaced_fields(text)
        .into_iter()
        .map(|(role, place, fault)| {
            let span = chars.span(place);
            let read = Finding { span: Some(span), ..Finding::whole(super::FindingKind::SettingsRead) };
            ReadSettings { span, roles: vec![role], findings: vec![read, fault.in_characters(&mut chars)] }
        })
        .filter(|read| !read.findings.last().and_then(|fault| fault.span).is_some_and(|span| is_told(&span)))
        .collect();
    all.extend(fields);
    all.sort_by_key(|read| read.span.start);
    all
}

/// The places of client secrets, in bytes, however they are written.
pub(super) fn secret_places(text: &str) -> Vec<Range<usize>> {
    let is_secret = |entry: &Entry<'_>| entry.role == SettingRole::ClientSecret && entry.value == Written::Literal;
    let places = entries(text).entries.into_iter().filter(is_secret).map(|entry| entry.place);
    // What is hidden already, and words about it, stay readable.
    let is_shown = |value: &str| is_masked(value) || value.split_whitespace().count() > 2;
    places.filter(|place| !text.get(place.clone()).is_some_and(is_shown)).collect()
}

/// Whether settings are certainly those of a client.
fn is_of_client(group: &[Entry<'_>]) -> bool {
    use SettingRole as Role;
    let has = |role: Role| group.iter().any(|entry| entry.role == role);
    let others =
        [Role::Redirect, Role::Authorize, Role::Token, Role::Issuer].into_iter().filter(|role| has(*role)).count();
    let of_client = usize::from(has(Role::ClientId)) + usize::from(has(Role::ClientSecret));
    let of_keycloak = || group.iter().any(|entry| entry.role == Role::ClientSecret && entry.name == "secret");
    let is_known = group.iter().any(|entry| entry.value != Written::Reference);
    let is_whole = of_client > 0 && of_client + others > 1 || has(Role::Authorize) && has(Role::Token);
    is_known && (is_whole || of_keycloak())
}

/// Whether they are the parameters of a request or of a response, or what a server says of itself.
fn is_message(group: &[Entry<'_>], messages: &[usize], metadata: &[usize]) -> bool {
    let (Some(first), Some(last)) = (group.first(), group.last()) else { return true };
    let around = first.start.saturating_sub(NEAR)..last.place.end + NEAR;
    let has_endpoint = group.iter().any(|entry| matches!(entry.role, SettingRole::Authorize | SettingRole::Token));
    let is_near = |places: &[usize]| places.iter().any(|at| around.contains(at));
    is_near(metadata) || !has_endpoint && is_near(messages)
}

/// How near the other parameters of a message are, in bytes.
const NEAR: usize = 200;

fn read(text: &str, group: &[Entry<'_>], found: Vec<Found>, chars: &mut Chars<'_>) -> ReadSettings {
    let mut roles = Vec::new();
    for entry in group {
        if !roles.contains(&entry.role) {
            roles.push(entry.role);
        }
    }
    let start = group.first().map_or(0, |first| first.start);
    let end = group.last().map_or(start, |last| last.place.end);
    let span = chars.span(start..end);
    let mut findings = vec![Finding { span: Some(span), ..Finding::whole(super::FindingKind::SettingsRead) }];
    findings
        .extend(found.into_iter().map(|found| found.in_characters(&mut Chars { text, byte: start, at: span.start })));
    ReadSettings { span, roles, findings }
}

/// Counts the characters of a text up to bytes that come in its order, or nearly so.
struct Chars<'t> {
    text: &'t str,
    byte: usize,
    at: usize,
}

impl Chars<'_> {
    fn at(&mut self, byte: usize) -> usize {
        match self.text.get(self.byte..byte) {
            Some(part) => self.at += part.chars().count(),
            None => self.at -= self.text.get(byte..self.byte).unwrap_or_default().chars().count(),
        }
        self.byte = byte;
        self.at
    }

    fn span(&mut self, place: Range<usize>) -> Span {
        let start = self.at(place.start);
        Span { within: Within::Pasted, start, length: self.at(place.end) - start }
    }
}
