//! A pasted authorization URL: RFC 6749 §4.1.1, RFC 7636 §4.3.

mod base;
mod encoded;
mod fix;
mod names;
mod redirect;

use core::fmt;

pub(super) use encoded::is_encoded_address;
use encoded::{encoded_space_ends, is_encoded_whole};

use crate::chars::{is_line_break, is_space_or_invisible};
use crate::oauth::{Endpoint, Secret};
use crate::reading::insertions::{is_all_inserted, is_inserted, marked};
use crate::reading::query::{Joint, PastedAddress, QueryPart, decoded};
use crate::reading::scope_list::{Joined, joined};
use crate::reading::secrets::is_secret_name;
use crate::reading::server::{Server, takes_commas};
use crate::reading::value::is_unset;
use crate::reading::wrapping::bytes_text;
use crate::reading::{Detail, Finding, FindingKind, Fix, Span, Within, apply};
use base::{Base, base_findings, is_other_page, server};
use fix::fix;
use names::{ENOUGH, SECRETS, cut_off, is_known, misnamed, repeated, standard_name};

/// What is known about a provider's authorization endpoint, and what was entered on the page. The values are compared
/// as they are. The default knows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct AuthorizeHabits<'a> {
    /// The authorization endpoint; `None` where it is not known, and then host and path are not checked.
    pub endpoint: Option<&'a Endpoint>,
    /// Whether the authorization URL contains `scope` (RFC 6749 §3.3 makes it optional).
    pub wants_scope: bool,
    /// Whether `redirect_uri` is required; RFC 6749 §4.1.1 makes it optional.
    pub needs_redirect: bool,
    /// Whether it is in dispute if redirect URLs on this computer work.
    pub disputes_localhost: bool,
    /// Whether `http://127.0.0.1` is nevertheless accepted in a request with a code challenge (RFC 8252 §7.3).
    pub takes_loopback_with_pkce: bool,
    /// Hosts of the API, which have no authorization page.
    pub api_hosts: &'a [&'a str],
    /// The suffix of customer-specific hosts, with the leading dot: `.zoom.us`. Empty where there are none.
    pub vanity_suffix: &'a str,
    /// Government hosts; their subdomains count too.
    pub government_hosts: &'a [&'a str],
    /// Parameters that the provider knows in addition to those of the RFCs.
    pub more_parameters: &'a [&'a str],
    /// The pages to which the authorization URL leads, each as host and path: to sign in, and to consent.
    pub own_pages: &'a [&'a str],
    /// The client ID entered on the page; empty if there is none.
    pub client_id: &'a str,
    /// The redirect URL entered on the page; empty if there is none.
    pub redirect_url: &'a str,
}

/// What a pasted authorization URL contains.
#[derive(Clone, Debug)]
pub struct AuthorizeReading {
    /// The URL without its query, unchanged. A secret, because it can contain a password.
    pub base: Secret,
    /// The parameters in the order of the text; a repeated one is listed each time.
    pub parameters: Vec<ReadParameter>,
    /// In the order of the text; findings without a place come first.
    pub findings: Vec<Finding>,
}

/// A parameter of a pasted URL.
#[derive(Clone)]
pub struct ReadParameter {
    /// Decoded once.
    pub name: String,
    /// Decoded once; a `+` is left as it is.
    pub value: Secret,
    /// Name and value in the pasted text.
    pub span: Span,
}

/// An unknown name can be a part of a secret, so it is not printed.
impl fmt::Debug for ReadParameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = standard_name(&self.name).unwrap_or("[redacted]");
        f.debug_struct("ReadParameter").field("name", &name).field("place", &self.span).finish_non_exhaustive()
    }
}

/// Reads a pasted authorization URL. Whitespace and quotes around it are ignored; a text without `?` whose first `=`
/// comes before any `://` is treated as a query alone. Percent-encoding is decoded once. Runs in linear time, except
/// for the sorting of repeated parameters.
///
/// An unknown parameter is reported up to eight times, and so is a repeated one. For a URL with a line break inside,
/// only that is reported, with any quotes and fragment: it has to be fixed first.
///
/// ```
/// use authdesk::oauth::Secret;
/// use authdesk::reading::{AuthorizeHabits, Finding, FindingKind, apply, read_authorize_url};
///
/// // RFC 6749 §4.1.1, pasted from HTML.
/// let text = "https://server.example.com/authorize?response_type=code&amp;client_id=s6BhdRkqt3&state=xyz";
/// let reading = read_authorize_url(text, &AuthorizeHabits::default());
/// assert!(reading.base.same_as(&Secret::new("https://server.example.com/authorize")));
/// assert_eq!(reading.parameters[1].name, "client_id");
/// let ampersand = Finding::over(FindingKind::HtmlAmpersand, 55, 5);
/// assert_eq!(reading.findings, [Finding::whole(FindingKind::AuthorizeUrlRead), ampersand]);
/// let fixed = apply(text, reading.findings[1].fix.as_ref().unwrap());
/// assert_eq!(fixed, text.replace("&amp;", "&"));
/// ```
#[must_use]
pub fn read_authorize_url(text: &str, habits: &AuthorizeHabits<'_>) -> AuthorizeReading {
    if let Some(marked) = marked(text) {
        return read_marked(text, &marked, habits);
    }
    let address = PastedAddress::split(text);
    let reading = AuthorizeReading {
        base: Secret::new(address.base),
        parameters: address.parts.iter().map(ReadParameter::decode).collect(),
        findings: Vec::new(),
    };
    if text.trim().is_empty() {
        return reading;
    }
    let mut findings = all_findings(text, &address, habits);
    for finding in &mut findings {
        finding.fix = fix(finding, text, &address, habits).filter(|fix| is_fixed(finding, text, fix, habits));
    }
    AuthorizeReading { findings, ..reading }
}

/// Reads a URL into which a program inserts something; what that is is not known, so there are no fixes.
fn read_marked(text: &str, marked: &str, habits: &AuthorizeHabits<'_>) -> AuthorizeReading {
    let address = PastedAddress::split(marked);
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let place = |at: usize| places.get(at).copied().unwrap_or(text.len());
    let written = |start: usize, length: usize| text.get(place(start)..place(start + length)).unwrap_or_default();
    let parameter = |part: &QueryPart<'_>| {
        let read = ReadParameter::decode(part);
        let (start, length) = part.value_span();
        let value = if is_inserted(part.written()) { Secret::new(written(start, length)) } else { read.value };
        ReadParameter { value, ..read }
    };
    AuthorizeReading {
        base: Secret::new(written(address.base_start, address.base.chars().count())),
        parameters: address.parts.iter().map(parameter).collect(),
        findings: all_findings(marked, &address, habits),
    }
}

/// Whether a finding is gone once its fix is applied. A longer text would take too long to be read that often.
fn is_fixed(finding: &Finding, text: &str, fix: &Fix, habits: &AuthorizeHabits<'_>) -> bool {
    if text.len() > READ_AGAIN {
        return true;
    }
    let after = apply(text, fix);
    !all_findings(&after, &PastedAddress::split(&after), habits).contains(finding)
}

/// In bytes.
const READ_AGAIN: usize = 16_384;

fn all_findings(text: &str, address: &PastedAddress<'_>, habits: &AuthorizeHabits<'_>) -> Vec<Finding> {
    if is_encoded_whole(address) {
        return vec![Finding::over(FindingKind::EncodedTwice, address.base_start, address.base.chars().count())];
    }
    if address.parts.is_empty() && Base::split(address).scheme.is_none() && !address.base.contains('.') {
        return vec![Finding::whole(FindingKind::NoAddress)];
    }
    let server = server(address, habits);
    let mut check = Check { address, habits, server, is_other: server.is_other(), found: Vec::new() };
    if !check.text(text) {
        check.found.extend(base_findings(address, habits));
        check.separators();
        check.parameters();
        check.scope();
        check.client_id();
        check.redirect();
        check.state();
        check.challenge();
        check.found.sort_by_key(|finding| finding.span.map_or(0, |span| span.start));
    }
    check.found.insert(0, Finding::whole(FindingKind::AuthorizeUrlRead));
    check.found
}

impl ReadParameter {
    /// Whether its value must not be shown by accident: a secret, a token, or a code, which is not a secret but works
    /// once.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        is_secret_name(&self.name)
    }

    fn decode(part: &QueryPart<'_>) -> ReadParameter {
        let span = Span { within: Within::Pasted, start: part.start, length: part.length };
        ReadParameter { name: decoded(part.name), value: Secret::new(part.decoded()), span }
    }
}

struct Check<'c, 't> {
    address: &'c PastedAddress<'t>,
    habits: &'c AuthorizeHabits<'c>,
    server: Server,
    /// Of the provider's rules, none applies to a different server.
    is_other: bool,
    found: Vec<Finding>,
}

impl<'t> Check<'_, 't> {
    fn add(&mut self, finding: Finding) {
        self.found.push(finding);
    }

    fn add_value(&mut self, kind: FindingKind, part: &QueryPart<'_>) {
        let (start, length) = part.value_span();
        self.add(Finding::over(kind, start, length));
    }

    fn add_named(&mut self, kind: FindingKind, part: &QueryPart<'_>, name: &'static str) {
        let (start, length) = part.value_span();
        self.add(Finding::over(kind, start, length).naming(Detail::Name(name)));
    }

    /// The first parameter with this name, if it has a value.
    fn value(&self, name: &str) -> Option<&QueryPart<'t>> {
        self.address.part(name).filter(|part| !part.written().is_empty())
    }

    /// Quotes, whitespace and a fragment. Returns whether a program wrapped the URL: then its parts say little until
    /// they are joined.
    fn text(&mut self, text: &str) -> bool {
        let PastedAddress { base_start: start, length, .. } = *self.address;
        if self.address.quoted {
            let in_front = text.chars().take(start).position(|ch| !ch.is_whitespace());
            let behind = || text.chars().skip(start + length).position(|ch| !ch.is_whitespace());
            let at = in_front.or_else(|| behind().map(|at| start + length + at));
            self.found.extend(at.map(|at| Finding::at(FindingKind::QuotesLeftOut, at)));
        }
        let mut is_wrapped = false;
        let mut inside = text.chars().enumerate().skip(start).take(length);
        if let Some(first) = inside.find(|(_, ch)| is_space_or_invisible(*ch)) {
            let run: String = inside.map_while(|(_, ch)| is_space_or_invisible(ch).then_some(ch)).collect();
            let length = 1 + run.chars().count();
            self.add(Finding::over(FindingKind::BlankInAddress, first.0, length));
            is_wrapped = is_line_break(first.1) || run.contains(is_line_break);
        }
        if let Some(at) = self.address.fragment {
            self.add(Finding::at(FindingKind::FragmentInAddress, at));
        }
        is_wrapped
    }

    /// `&amp;` and a second `?`, each at its first place.
    fn separators(&mut self) {
        let first = |joint: Joint| self.address.parts.iter().find(|part| part.joint == joint);
        let ampersand = first(Joint::HtmlAmpersand)
            .map(|part| Finding::over(FindingKind::HtmlAmpersand, part.joint_start, part.start - part.joint_start));
        let question =
            first(Joint::QuestionMark).map(|part| Finding::at(FindingKind::SecondQuestionMark, part.joint_start));
        self.found.extend(ampersand);
        self.found.extend(question);
    }

    /// Missing, empty, repeated, secret and unknown parameters, and those that are wrong regardless of the rest.
    fn parameters(&mut self) {
        let misnamed = misnamed(self.address, self.habits);
        for (part, meant) in &misnamed {
            let finding = Finding::over(FindingKind::ParameterMisnamed, part.start, part.length);
            self.add(finding.naming(Detail::Name(meant)));
        }
        let is_authorize = !is_other_page(self.address);
        for (name, is_needed) in [
            ("response_type", is_authorize && !self.server.leeway().implied_code),
            ("client_id", is_authorize),
            ("redirect_uri", self.habits.needs_redirect && !self.is_other),
        ] {
            match self.address.part(name).map(|part| (part.written().is_empty(), *part)) {
                None if misnamed.iter().any(|(_, meant)| *meant == name) => {}
                None if is_needed => {
                    self.add(Finding::whole(FindingKind::ParameterMissing).naming(Detail::Name(name)));
                }
                Some((true, part)) => {
                    let empty = Finding::over(FindingKind::ParameterEmpty, part.start, part.length);
                    self.add(empty.naming(Detail::Name(name)));
                }
                _ => {}
            }
        }
        let is_known_type = |part: &&QueryPart<'_>| {
            let value = part.decoded();
            value == "code"
                || is_inserted(&value)
                || self.is_other && value.split(['+', ' ']).all(|word| RESPONSE_TYPES.contains(&word))
        };
        if let Some(part) = self.value("response_type").filter(|part| !is_known_type(part)).copied() {
            self.add_value(FindingKind::ResponseTypeNotCode, &part);
        }
        if let Some(part) = self.address.part("scope").filter(|_| !self.habits.wants_scope && !self.is_other) {
            self.add(Finding::over(FindingKind::ScopeUnwanted, part.start, part.length));
        }
        for name in SECRETS {
            if let Some(part) = self.address.part(name) {
                let secret = Finding::over(FindingKind::SecretInAddress, part.start, part.length);
                self.add(secret.naming(Detail::Name(name)));
            }
        }
        if let Some(part) = self.address.part("grant_type") {
            let other = Finding::over(FindingKind::ParameterOfOtherRequest, part.start, part.length);
            self.add(other.naming(Detail::Name("grant_type")));
        }
        let cut_off = cut_off(self.address, self.habits);
        let kept = || self.address.parts.iter().filter(|part| !cut_off.is_some_and(|cut| cut.holds(part)));
        let unknown = kept()
            .filter(|part| !self.is_other && !is_known(part, self.habits) && !part.is("grant_type"))
            .filter(|part| !misnamed.iter().any(|(named, _)| named.start == part.start))
            .take(ENOUGH)
            .map(|part| Finding::over(FindingKind::ParameterUnknown, part.start, part.length));
        self.found.extend(unknown);
        self.found.extend(repeated(kept()));
        if let Some(part) = self.address.parts.iter().find(|part| bytes_text(&part.decoded()).is_some()).copied() {
            self.add_value(FindingKind::BytesAsText, &part);
        }
    }

    /// Scopes that are joined by a comma, where the server wants spaces.
    fn scope(&mut self) {
        let Some(part) = self.value("scope").copied() else { return };
        let is_unwanted = !self.habits.wants_scope && !self.is_other;
        let is_joined = matches!(joined(&part.decoded()), Joined::ByComma { .. });
        if is_joined && !is_unwanted && !takes_commas(self.address.base) {
            self.add_value(FindingKind::ScopesByComma, &part);
        }
    }

    fn client_id(&mut self) {
        let Some(part) = self.value("client_id").copied() else { return };
        self.space_ends(&part);
        let value = part.decoded();
        if is_placeholder(&value) || is_all_inserted(&value) {
            return self.add_value(FindingKind::PlaceholderWords, &part);
        }
        if is_unset(&value) {
            return self.add_named(FindingKind::ValueNotSet, &part, "client_id");
        }
        let is_entered = self.habits.client_id.is_empty() || value == self.habits.client_id;
        if !self.is_other && !is_entered && !is_inserted(&value) {
            self.add_value(FindingKind::ClientIdDiffers, &part);
        }
    }

    /// Encoded whitespace at an end of a value, unless whitespace was already reported.
    fn space_ends(&mut self, part: &QueryPart<'_>) {
        if self.found.iter().any(|finding| finding.kind == FindingKind::BlankInAddress) {
            return;
        }
        let (start, length) = part.value_span();
        let (before, behind) = encoded_space_ends(part.written());
        if before > 0 {
            self.add(Finding::over(FindingKind::BlankInAddress, start, before));
        } else if behind > 0 {
            self.add(Finding::over(FindingKind::BlankInAddress, start + length - behind, behind));
        }
    }

    fn state(&mut self) {
        match self.value("state").copied() {
            None => self.add(Finding::whole(FindingKind::StateMissing)),
            Some(part) if !self.is_other && !part.decoded().chars().all(stays_in_a_query) => {
                self.add_value(FindingKind::StateNotUrlSafe, &part);
            }
            Some(_) => {}
        }
    }

    /// RFC 7636 §4.2 and §4.3: the default method is `plain`.
    fn challenge(&mut self) {
        let method = self.address.part("code_challenge_method").copied();
        let Some(challenge) = self.value("code_challenge").copied() else {
            if let Some(empty) = self.address.part("code_challenge") {
                let empty = Finding::over(FindingKind::ParameterEmpty, empty.start, empty.length);
                self.add(empty.naming(Detail::Name("code_challenge")));
            } else if method.is_some() {
                self.add(Finding::whole(FindingKind::ParameterMissing).naming(Detail::Name("code_challenge")));
            }
            return;
        };
        let is_sha_256 = is_hash(&challenge.decoded()) || is_inserted(challenge.written());
        match (method, method.map(|method| method.decoded()).as_deref()) {
            (_, Some("S256")) if is_sha_256 || bytes_text(&challenge.decoded()).is_some() => {}
            (_, Some("S256")) => self.add_value(FindingKind::ChallengeShape, &challenge),
            (Some(method), Some("" | "plain")) => {
                self.add(Finding::over(FindingKind::PkcePlain, method.start, method.length));
            }
            (Some(method), _) if is_inserted(method.written()) => {}
            (Some(method), _) => self.add_value(FindingKind::ChallengeMethodUnknown, &method),
            (None, _) => self.add(Finding::over(FindingKind::PkcePlain, challenge.start, challenge.length)),
        }
    }
}

/// RFC 6749 §3.1.1 and §4.2.1, OAuth 2.0 Multiple Response Type Encoding Practices.
const RESPONSE_TYPES: [&str; 4] = ["code", "token", "id_token", "none"];

/// The length of a SHA-256 hash in base64url without padding, in characters.
const SHA_256: usize = 43;

/// Whether a text has the form of a SHA-256 hash in base64url (RFC 7636 §4.2). What its last bits are is not looked at:
/// people change values before they show them.
pub(in crate::reading) fn is_hash(text: &str) -> bool {
    text.len() == SHA_256 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Whether a client ID is placeholder text: `CLIENT_ID`, `{clientId}`, `<your client id>`.
fn is_placeholder(client_id: &str) -> bool {
    let words: String = client_id.chars().filter(char::is_ascii_alphabetic).collect();
    let words = words.to_ascii_lowercase();
    words.strip_prefix("your").unwrap_or(&words) == "clientid"
}

/// Whether a character survives a query unchanged: RFC 3986 §3.4 without `+`, `&`, `;` and `?`.
fn stays_in_a_query(ch: char) -> bool {
    ch.is_ascii_alphanumeric() || "-._~=:@/,!$'()*".contains(ch)
}
