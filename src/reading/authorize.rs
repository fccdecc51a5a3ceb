//! An authorize URL that somebody pasted: RFC 6749 §4.1.1, RFC 7636 §4.3.

use core::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::authorize_base::{Base, base_findings};
use super::authorize_names::{SECRETS, cut_off, is_known, repeated, standard_name};
use super::query::{Joint, PastedAddress, QueryPart, decoded, is_blank, is_line_break};
use super::{Detail, Finding, FindingKind, Place, Within, redirect_findings};
use crate::oauth::{Endpoint, Secret};

/// What is known of a provider's authorize endpoint, and what was entered on the page. Nothing here is changed.
#[derive(Clone, Copy, Debug)]
pub struct AuthorizeHabits<'a> {
    /// The authorize endpoint; `None` where it is not known, and then address and path are not judged.
    pub endpoint: Option<&'a Endpoint>,
    /// Whether the authorize URL carries `scope` (RFC 6749 §3.3 leaves it open).
    pub wants_scope: bool,
    /// Whether `redirect_uri` is needed; RFC 6749 §4.1.1 leaves it open.
    pub needs_redirect: bool,
    /// Whether redirect URLs on the own machine are refused.
    pub refuses_localhost: bool,
    /// Whether `http://127.0.0.1` is taken all the same in a request with a code challenge (RFC 8252 §7.3).
    pub takes_loopback_with_pkce: bool,
    /// Hosts of the API, which have no authorize page.
    pub api_hosts: &'a [&'a str],
    /// How the hosts of single customers end, with the dot in front: `.zoom.us`. Empty where there are none.
    pub vanity_suffix: &'a str,
    /// Hosts for governments; the hosts below them count too.
    pub government_hosts: &'a [&'a str],
    /// Parameters that the provider knows beside those of the RFCs.
    pub more_parameters: &'a [&'a str],
    /// The client identifier on the page; empty if there is none.
    pub client_id: &'a str,
    /// The redirect URL on the page; empty if there is none.
    pub redirect_url: &'a str,
}

/// What a pasted authorize URL says.
#[derive(Clone, Debug)]
pub struct AuthorizeReading {
    /// The address without its query, letter by letter. A secret, because a password can stand in it.
    pub base: Secret,
    /// The parameters in the order of the text; a repeated one is there several times.
    pub parameters: Vec<ReadParameter>,
    /// What is to be said, in the order of the text; what has no place comes first.
    pub findings: Vec<Finding>,
}

/// A parameter of a pasted address.
#[derive(Clone)]
pub struct ReadParameter {
    /// Its name, decoded once.
    pub name: String,
    /// Its value, decoded once; a `+` is left as it is.
    pub value: Secret,
    /// Name and value in the pasted text.
    pub place: Place,
}

/// A name that is not known can be a piece of a secret, so it is not printed.
impl fmt::Debug for ReadParameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = standard_name(&self.name).unwrap_or("[redacted]");
        f.debug_struct("ReadParameter").field("name", &name).field("place", &self.place).finish_non_exhaustive()
    }
}

/// So many findings of one kind are enough.
pub(super) const ENOUGH: usize = 8;

/// Reads a pasted authorize URL. Blanks and quotes around it are left out; a text without `?` whose first `=` comes
/// before any `://` is taken for a query alone. Percent-encoding is decoded once. It takes time in proportion to the
/// text, but for the sorting of repeated parameters.
///
/// An unknown parameter is reported up to eight times, and a repeated one too. Of an address with a line break inside
/// only that is said, and quotes and fragment: it is mended first.
#[must_use]
pub fn read_authorize_url(text: &str, habits: &AuthorizeHabits<'_>) -> AuthorizeReading {
    let address = PastedAddress::of(text);
    let reading = AuthorizeReading {
        base: Secret::new(address.base),
        parameters: address.parts.iter().map(ReadParameter::of).collect(),
        findings: Vec::new(),
    };
    if text.trim().is_empty() {
        return reading;
    }
    if is_encoded_whole(&address) {
        let whole = Finding::over(FindingKind::EncodedTwice, address.base_start, address.base.chars().count());
        return AuthorizeReading { findings: vec![whole], ..reading };
    }
    if address.parts.is_empty() && Base::of(&address).scheme.is_none() && !address.base.contains('.') {
        return AuthorizeReading { findings: vec![Finding::whole(FindingKind::NoAddress)], ..reading };
    }
    let mut check = Check { address: &address, habits, found: Vec::new() };
    if check.text(text) {
        check.found.insert(0, Finding::whole(FindingKind::AuthorizeUrlRead));
        return AuthorizeReading { findings: check.found, ..reading };
    }
    check.found.extend(base_findings(&address, habits));
    check.separators();
    check.parameters();
    check.client_id();
    check.redirect();
    check.state();
    check.challenge();
    let mut findings = check.found;
    findings.sort_by_key(|finding| finding.place.map_or(0, |place| place.start));
    findings.insert(0, Finding::whole(FindingKind::AuthorizeUrlRead));
    AuthorizeReading { findings, ..reading }
}

impl ReadParameter {
    /// Whether its value must not be shown by accident: a secret, a token, or a code, which is none but works once.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        self.name == "code" || SECRETS.contains(&self.name.as_str())
    }

    fn of(part: &QueryPart<'_>) -> ReadParameter {
        let place = Place { within: Within::Pasted, start: part.start, length: part.length };
        ReadParameter { name: decoded(part.name), value: Secret::new(part.decoded()), place }
    }
}

struct Check<'c, 't> {
    address: &'c PastedAddress<'t>,
    habits: &'c AuthorizeHabits<'c>,
    found: Vec<Finding>,
}

impl<'t> Check<'_, 't> {
    fn add(&mut self, finding: Finding) {
        self.found.push(finding);
    }

    fn add_value(&mut self, kind: FindingKind, part: &QueryPart<'_>) {
        let (start, length) = part.value_place();
        self.add(Finding::over(kind, start, length));
    }

    /// The first parameter of a name, if it has a value.
    fn value(&self, name: &str) -> Option<&QueryPart<'t>> {
        self.address.part(name).filter(|part| !part.written().is_empty())
    }

    /// Quotes, blanks and a fragment. Whether a program wrapped the address: then its pieces say little before they are
    /// put together.
    fn text(&mut self, text: &str) -> bool {
        let PastedAddress { base_start: start, length, .. } = *self.address;
        if self.address.quoted {
            let in_front = text.chars().take(start).position(|letter| !letter.is_whitespace());
            let behind = || text.chars().skip(start + length).position(|letter| !letter.is_whitespace());
            let at = in_front.or_else(|| behind().map(|at| start + length + at));
            self.found.extend(at.map(|at| Finding::at(FindingKind::QuotesLeftOut, at)));
        }
        let mut is_wrapped = false;
        let mut inside = text.chars().enumerate().skip(start).take(length);
        if let Some(first) = inside.find(|(_, letter)| is_blank(*letter)) {
            let run: String = inside.map_while(|(_, letter)| is_blank(letter).then_some(letter)).collect();
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

    /// Missing, empty, repeated, secret and unknown ones, and those that say the wrong thing by themselves.
    fn parameters(&mut self) {
        for (name, is_needed) in
            [("response_type", true), ("client_id", true), ("redirect_uri", self.habits.needs_redirect)]
        {
            match self.address.part(name).map(|part| (part.written().is_empty(), *part)) {
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
        if let Some(part) = self.value("response_type").filter(|part| part.decoded() != "code").copied() {
            self.add_value(FindingKind::ResponseTypeNotCode, &part);
        }
        if let Some(part) = self.address.part("scope").filter(|_| !self.habits.wants_scope) {
            self.add(Finding::over(FindingKind::ScopeUnwanted, part.start, part.length));
        }
        for name in SECRETS {
            if let Some(part) = self.address.part(name) {
                let secret = Finding::over(FindingKind::SecretInAddress, part.start, part.length);
                self.add(secret.naming(Detail::Name(name)));
            }
        }
        let cut_off = cut_off(self.address, self.habits);
        let kept = || self.address.parts.iter().filter(|part| !cut_off.is_some_and(|cut| cut.holds(part)));
        let unknown = kept()
            .filter(|part| !is_known(part, self.habits))
            .take(ENOUGH)
            .map(|part| Finding::over(FindingKind::ParameterUnknown, part.start, part.length));
        self.found.extend(unknown);
        self.found.extend(repeated(kept()));
    }

    fn client_id(&mut self) {
        let Some(part) = self.value("client_id").copied() else { return };
        self.blank_ends(&part);
        if is_placeholder(&part.decoded()) {
            return self.add_value(FindingKind::PlaceholderWords, &part);
        }
        if !self.habits.client_id.is_empty() && part.decoded() != self.habits.client_id {
            self.add_value(FindingKind::ClientIdDiffers, &part);
        }
    }

    /// Encoded blanks at an end of a value, where no other blank was found before.
    fn blank_ends(&mut self, part: &QueryPart<'_>) {
        if self.found.iter().any(|finding| finding.kind == FindingKind::BlankInAddress) {
            return;
        }
        let (start, length) = part.value_place();
        let (before, behind) = encoded_blank_ends(part.written());
        if before > 0 {
            self.add(Finding::over(FindingKind::BlankInAddress, start, before));
        } else if behind > 0 {
            self.add(Finding::over(FindingKind::BlankInAddress, start + length - behind, behind));
        }
    }

    fn redirect(&mut self) {
        let Some(part) = self.value("redirect_uri").copied() else { return };
        let value = part.decoded();
        if is_encoded_address(&value) {
            // What is no text when it is decoded stayed as it was written, and that may be encoded once.
            let is_decoded = value != part.written();
            let kind = if is_decoded { FindingKind::EncodedTwice } else { FindingKind::NoAddress };
            return self.add_value(kind, &part);
        }
        if part.written().contains("://") {
            self.add_value(FindingKind::RedirectNotEncoded, &part);
        }
        let cut_off = cut_off(self.address, self.habits);
        if let Some(cut) = cut_off {
            self.add(Finding::over(FindingKind::RedirectCutOff, cut.start, cut.end - cut.start));
        }
        self.blank_ends(&part);
        let takes_loopback = self.habits.takes_loopback_with_pkce && self.value("code_challenge").is_some();
        let refuses = self.habits.refuses_localhost && !(takes_loopback && is_loopback_literal(&value));
        // What is wrong inside the value is shown at the whole of it: its letters may be written in three each.
        for finding in redirect_findings(value.trim(), refuses) {
            match finding.kind {
                FindingKind::NotHttps => self.add_value(FindingKind::RedirectNotHttps, &part),
                kind => self.add_value(kind, &part),
            }
        }
        if cut_off.is_none() && !self.habits.redirect_url.is_empty() && value != self.habits.redirect_url {
            self.add_value(FindingKind::RedirectDiffers, &part);
        }
    }

    fn state(&mut self) {
        match self.value("state").copied() {
            None => self.add(Finding::whole(FindingKind::StateMissing)),
            Some(part) if !part.decoded().chars().all(stays_in_a_query) => {
                self.add_value(FindingKind::StateNotUrlSafe, &part);
            }
            Some(_) => {}
        }
    }

    /// RFC 7636 §4.2 and §4.3: without a method it is `plain`.
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
        let is_sha_256 = URL_SAFE_NO_PAD.decode(challenge.decoded()).is_ok_and(|bytes| bytes.len() == SHA_256);
        match (method, method.map(|method| method.decoded()).as_deref()) {
            (_, Some("S256")) if is_sha_256 => {}
            (_, Some("S256")) => self.add_value(FindingKind::ChallengeShape, &challenge),
            (Some(method), Some("" | "plain")) => {
                self.add(Finding::over(FindingKind::PkcePlain, method.start, method.length));
            }
            (Some(method), _) => self.add_value(FindingKind::ChallengeMethodUnknown, &method),
            (None, _) => self.add(Finding::over(FindingKind::PkcePlain, challenge.start, challenge.length)),
        }
    }
}

/// How many bytes a SHA-256 has.
const SHA_256: usize = 32;

/// Whether not even the `://` of the address is readable.
pub(super) fn is_encoded_whole(address: &PastedAddress<'_>) -> bool {
    address.parts.is_empty() && !address.base.contains("://") && is_encoded_address(address.base)
}

/// Whether a text is an address that is percent-encoded.
fn is_encoded_address(text: &str) -> bool {
    let scheme = text.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || "+-.".contains(letter));
    let sign: String = scheme.chars().take(ENCODED_SIGN.len()).collect();
    scheme.len() < text.len() && sign.eq_ignore_ascii_case(ENCODED_SIGN)
}

/// `://`, encoded.
const ENCODED_SIGN: &str = "%3A%2F%2F";

/// Whether a client identifier is the words of a guide: `CLIENT_ID`, `{clientId}`, `<your client id>`.
fn is_placeholder(client_id: &str) -> bool {
    let words: String = client_id.chars().filter(char::is_ascii_alphabetic).collect();
    let words = words.to_ascii_lowercase();
    words.strip_prefix("your").unwrap_or(&words) == "clientid"
}

/// The address that RFC 8252 §7.3 names; `localhost` is not meant.
fn is_loopback_literal(redirect: &str) -> bool {
    Endpoint::parse(redirect).is_ok_and(|endpoint| endpoint.host() == "127.0.0.1")
}

/// How many characters of encoded blanks are in front of a value and behind it.
pub(super) fn encoded_blank_ends(written: &str) -> (usize, usize) {
    const BLANKS: [&str; 6] = ["%20", "%09", "%0A", "%0D", "%0a", "%0d"];
    let mut rest = written;
    while let Some(behind) = BLANKS.iter().chain(&["+"]).find_map(|blank| rest.strip_prefix(blank)) {
        rest = behind;
    }
    let before = written.len() - rest.len();
    let inner = rest;
    while let Some(front) = BLANKS.iter().chain(&["+"]).find_map(|blank| rest.strip_suffix(blank)) {
        rest = front;
    }
    (before, inner.len() - rest.len())
}

/// Whether a character comes back from a query as it was: RFC 3986 §3.4 without `+`, `&`, `;` and `?`.
fn stays_in_a_query(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "-._~=:@/,!$'()*".contains(letter)
}
