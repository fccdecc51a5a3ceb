//! Recognizes what was pasted into the field for any text.

mod address;
mod command;
mod json;
mod report;
mod sentence;
mod value;

pub use report::ReportHead;
use strum::{IntoStaticStr, VariantArray};

use super::discovery::well_known_in;
use super::header::bearer_fault;
use super::{Detail, Finding, FindingKind, Unwrapped, labeled_values, read_settings, unwrapped};
use crate::chars::{front_of, is_space_or_invisible};
use crate::oauth::Secret;

/// The maximum length of a text, in bytes.
pub const TEXT_LIMIT: usize = 20_000_000;

/// What a text is, judging by its form.
#[derive(Clone, Debug)]
pub struct Pasted {
    /// The kinds, the likeliest first. More than one where the form leaves it open, or where the text contains a second
    /// one. Empty for an empty text.
    pub kinds: Vec<PastedKind>,
    /// The text for the reader of the first kind: unwrapped, and without what is certainly not part of it. Nothing is
    /// corrected, because the reader has to report it.
    pub text: Secret,
    /// A wrapped URL, a text that is too long, or an unknown one. Places are in the pasted text.
    pub findings: Vec<Finding>,
    /// The texts for the kinds that need a different one from the first.
    parts: Vec<(PastedKind, Secret)>,
}

/// What a pasted text can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum PastedKind {
    /// An `Authorization` header, with or without its name (RFC 9110 §11.6.2).
    AuthorizationHeader,
    /// The base64 text of client ID and secret alone (RFC 7617 §2).
    Base64,
    /// A client ID and its secret with a colon between them.
    ClientPair,
    /// A message with client ID, secret or Account ID, each after its label.
    LabeledValues,
    /// An authorization URL, or its query (RFC 6749 §4.1.1).
    AuthorizeUrl,
    /// A returned URL, its query, fragment or form body (RFC 6749 §4.1.2).
    RedirectAddress,
    /// An authorization code alone, or with what followed it.
    Code,
    /// The response of a token endpoint (RFC 6749 §5.1), or a web page in its place.
    TokenAnswer,
    /// An error as JSON, or as the text of a page (RFC 6749 §5.2).
    ErrorAnswer,
    /// A JSON Web Token (RFC 7519).
    Jwt,
    /// A list of scopes (RFC 6749 §3.3), or a table with them.
    Scopes,
    /// A `curl` command.
    CurlCommand,
    /// A PowerShell command.
    #[strum(serialize = "powershell-command")]
    PowerShellCommand,
    /// A request or response as sent over the network (RFC 9112).
    HttpExchange,
    /// A HAR file (HTTP Archive).
    Har,
    /// A program that sends a request, or what a program printed of its request.
    ProgramCode,
    /// A collection of Postman, or an export of Insomnia.
    PostmanFile,
    /// A discovery document (RFC 8414, OpenID Connect Discovery 1.0), or its URL.
    Discovery,
    /// A report for support, which this page writes.
    Report,
    /// The text is too long to be read.
    TooLong,
    /// Settings of a product: client ID, secret, endpoints.
    Settings,
    /// Nothing that the page recognizes.
    Unknown,
}

impl PastedKind {
    /// The stable name in kebab-case.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl Pasted {
    /// The text for the reader of a kind; the whole text for a kind that is not in [`Pasted::kinds`].
    #[must_use]
    pub fn text_for(&self, kind: PastedKind) -> &Secret {
        self.parts.iter().find(|(other, _)| *other == kind).map_or(&self.text, |(_, part)| part)
    }
}

/// Says what a text is, judging only by its form.
///
/// The beginning decides: at most the first 64 KiB are read. Of a text longer than [`TEXT_LIMIT`], only the length
/// counts. Whitespace around the text is left out, except where it could be part of a value (a header, base64, client
/// ID and secret).
///
/// ```
/// use authdesk::oauth::Secret;
/// use authdesk::reading::{PastedKind, what_is};
///
/// // RFC 7617 §2.
/// let pasted = what_is("curl -u Aladdin:opensesame https://server.example.com/token");
/// assert_eq!(pasted.kinds, [PastedKind::CurlCommand, PastedKind::ClientPair]);
/// assert!(pasted.text_for(PastedKind::ClientPair).same_as(&Secret::new("Aladdin:opensesame")));
///
/// // RFC 6749 §4.1.2: a returned URL.
/// assert_eq!(what_is("https://client.example.com/cb?code=DemoCode").kinds, [PastedKind::RedirectAddress]);
/// ```
#[must_use]
pub fn what_is(text: &str) -> Pasted {
    if text.len() > TEXT_LIMIT {
        return Pasted::only(PastedKind::TooLong, Secret::EMPTY, Some(FindingKind::TextTooLong));
    }
    let inner = text.trim_matches(is_space_or_invisible);
    if inner.is_empty() {
        return Pasted { kinds: Vec::new(), text: Secret::EMPTY, findings: Vec::new(), parts: Vec::new() };
    }
    if let Some(wrapped) = unwrapped(text) {
        return Pasted::wrapped(wrapped, 0);
    }
    if let Some(found) = FORMS.iter().chain(&WORDS).find_map(|look| look(inner)) {
        return Pasted::detected(found, text, inner);
    }
    if !labeled_values(head(inner)).is_empty() {
        return Pasted::detected(Detected::one(PastedKind::LabeledValues), text, inner);
    }
    if !read_settings(head(inner)).is_empty() {
        return Pasted::detected(Detected::one(PastedKind::Settings), text, inner);
    }
    // It may be in a sentence, as in an email.
    let Some(address) = address::in_sentence(inner) else {
        if !inner.contains('\n') && well_known_in(inner).is_some() {
            return Pasted::detected(Detected::one(PastedKind::Discovery), text, inner);
        }
        return Pasted::only(PastedKind::Unknown, Secret::new(inner), Some(FindingKind::NothingKnown));
    };
    if let Some(wrapped) = unwrapped(address.text) {
        let before = text.len() - text.trim_start_matches(is_space_or_invisible).len() + address.start;
        return Pasted::wrapped(wrapped, text.get(..before).unwrap_or_default().chars().count());
    }
    let found = Detected::one(address.kind).with(address.text);
    Pasted::detected(found, text, inner)
}

/// The kind of a text by its form alone, whatever words it contains.
pub(super) fn form_of(text: &str) -> Option<PastedKind> {
    let found =
        FORMS.iter().find_map(|look| look(text)).or_else(|| sentence::scopes(text)).or_else(|| sentence::page(text))?;
    found.kinds.first().map(|(kind, _)| *kind)
}

/// The first relevant URL of a line, with the byte where it begins, and what it is.
pub(super) fn address_in_line(line: &str) -> Option<(usize, &str, PastedKind)> {
    address::in_sentence(line).map(|spotted| (spotted.start, spotted.text, spotted.kind))
}

/// The first names of an object, even if it is cut off.
pub(super) use json::{described, first_names};

/// Whether a line is an `Authorization` header.
pub(super) fn is_header_line(line: &str) -> bool {
    let name = line.trim_start_matches(|ch: char| ch.is_whitespace() || "<>|*-".contains(ch));
    behind(name, "authorization").is_some_and(|rest| rest.trim_start().starts_with(':')) || is_printed_header(line)
}

/// Whether an object in a line has the header with a whole value: `{'Authorization': 'Basic …', …}`. A program that puts
/// it together has an operator behind the quotes, or a variable inside.
fn is_printed_header(line: &str) -> bool {
    let quoted = |quote: char| {
        let at = find(line, &format!("{quote}authorization{quote}"))?;
        let opens = line.get(..at)?.contains(['{', '[', '(']);
        let rest = line.get(at + "authorization".len() + 2..)?.trim_start();
        let rest = rest.strip_prefix("=>").or_else(|| rest.strip_prefix(':'))?.trim_start();
        let mark = rest.chars().next().filter(|mark| matches!(mark, '\'' | '"') && opens)?;
        let (value, behind) = rest.get(1..)?.split_once(mark)?;
        let is_whole = behind.trim_start().starts_with([',', '}', ']', ')']);
        let credential = ["basic ", "bearer "].iter().find_map(|scheme| self::behind(value, scheme))?;
        // What is hidden, or only shows what belongs there, may be of an example.
        let is_hidden = |kind| matches!(kind, FindingKind::PlaceholderWords | FindingKind::MaskedDots);
        let is_real = bearer_fault(credential).is_none_or(|fault| !is_hidden(fault.kind));
        Some(is_whole && is_real && !value.contains(['{', '$', '<']))
    };
    (line.contains("uthorization") || line.contains("UTHORIZATION"))
        && quoted('\'').or_else(|| quoted('"')).unwrap_or(false)
}

/// Each one recognizes a group of kinds, the most reliable first.
const FORMS: [fn(&str) -> Option<Detected>; 14] = [
    report::report,
    command::powershell,
    command::program,
    command::curl,
    command::exchange,
    json::archive,
    json::object,
    value::header,
    address::address,
    address::parameters,
    json::table,
    json::dump,
    value::token,
    value::single,
];

/// The same for what people read.
const WORDS: [fn(&str) -> Option<Detected>; 4] = [sentence::error, json::listing, sentence::scopes, sentence::page];

/// How much of a text is read, in bytes.
const HEAD: usize = 65_536;

/// The part of a text that is read.
fn head(text: &str) -> &str {
    front_of(text, HEAD)
}

/// What was recognized: the kinds, the likeliest first, each with its part of the text where that is not the whole.
struct Detected {
    kinds: Vec<(PastedKind, Option<String>)>,
}

impl Detected {
    fn one(kind: PastedKind) -> Detected {
        Detected { kinds: vec![(kind, None)] }
    }

    /// The last kind needs only this part.
    fn with(mut self, part: &str) -> Detected {
        if let Some((_, last)) = self.kinds.last_mut() {
            *last = Some(part.to_owned());
        }
        self
    }

    /// The text may also be this kind, or contains it.
    fn or(mut self, kind: PastedKind) -> Detected {
        self.kinds.push((kind, None));
        self
    }
}

impl Pasted {
    fn only(kind: PastedKind, text: Secret, finding: Option<FindingKind>) -> Pasted {
        let findings = finding.map(Finding::whole).into_iter().collect();
        Pasted { kinds: vec![kind], text, findings, parts: Vec::new() }
    }

    fn detected(found: Detected, text: &str, inner: &str) -> Pasted {
        let kinds: Vec<PastedKind> = found.kinds.iter().map(|(kind, _)| *kind).collect();
        let keeps_blanks = kinds.iter().all(|kind| KEEPS_BLANKS.contains(kind));
        let whole = if keeps_blanks { text } else { inner };
        let mut parts = found.kinds.into_iter();
        let first = parts.next().and_then(|(_, part)| part);
        // Every further kind without a part of its own gets the whole text, if the first has a part.
        let other = |part: Option<String>| part.or_else(|| first.is_some().then(|| whole.to_owned()));
        let parts = parts.filter_map(|(kind, part)| Some((kind, Secret::new(other(part)?)))).collect();
        let text = Secret::new(first.clone().unwrap_or_else(|| whole.to_owned()));
        Pasted { kinds, text, findings: Vec::new(), parts }
    }

    /// The result for the URL inside a wrapped one, which begins at `before` in the pasted text, in characters.
    fn wrapped(wrapped: Unwrapped, before: usize) -> Pasted {
        // EXPOSE: the inner URL is read like a pasted one, and kept as a secret again.
        let inner = wrapped.inner.expose();
        let kind = address::kind_of(inner);
        let finding = Finding::over(FindingKind::WrappedAddress, before + wrapped.span.start, wrapped.span.length);
        let finding = finding.naming(Detail::Name(wrapped.by));
        Pasted { findings: vec![finding], ..Pasted::detected(Detected::one(kind), inner, inner) }
    }
}

/// Kinds that are compared character by character: a space before one may be the error that the user is looking for.
const KEEPS_BLANKS: [PastedKind; 3] = [PastedKind::AuthorizationHeader, PastedKind::Base64, PastedKind::ClientPair];

/// What follows `start`, ignoring capitalization.
fn behind<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    let (front, rest) = text.split_at_checked(start.len())?;
    front.eq_ignore_ascii_case(start).then_some(rest)
}

/// Whether the text contains the word, ignoring capitalization.
fn has(text: &str, word: &str) -> bool {
    find(text, word).is_some()
}

/// The place of that word, in bytes.
fn find(text: &str, word: &str) -> Option<usize> {
    text.as_bytes().windows(word.len().max(1)).position(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}
