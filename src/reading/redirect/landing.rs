//! Findings about the returned URL.

use percent_encoding::percent_decode_str;

use super::dated::is_of_an_earlier_day;
use super::differences::leads_to;
use crate::chars::{is_around_value, is_space_or_invisible};
use crate::oauth::{
    Landing, MissingReason, NoteKind, Outcome, PastedForm, Secret, StateCheck, StateVerdict, read_redirect, unquoted,
};
use crate::reading::query::{PastedAddress, decoded, with_plain_ampersands};
use crate::reading::request::has_response;
use crate::reading::secrets::bare_value;
use crate::reading::value::{is_masked, is_placeholder, is_unset};
use crate::reading::{Detail, Finding, FindingKind, Fix, Unwrapped, unwrapped};

/// What is known besides the returned URL itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct LandingContext<'c> {
    /// The redirect URL that was sent; empty if it is not known.
    pub redirect_url: &'c str,
    /// The age of the code in milliseconds, counted from when it was pasted: its minimum age.
    pub code_age_ms: Option<u64>,
    /// How long a code of this provider is valid, in seconds.
    pub code_lifetime_s: Option<u64>,
    /// Whether this code was already put into a command.
    pub code_was_used: bool,
    /// This computer's clock, in milliseconds since the Unix epoch.
    pub now_ms: Option<u64>,
}

/// What was read from a returned URL.
#[derive(Clone, Debug)]
pub struct Landed {
    /// What the URL contains. The places of its notes are in the inner URL, if the pasted one was wrapped.
    pub landing: Landing,
    /// The inner URL, if the pasted one was wrapped.
    pub unwrapped: Option<Unwrapped>,
    /// All places are in the pasted text.
    pub findings: Vec<Finding>,
}

/// Reads a returned URL in all forms that [`read_redirect`] accepts, wrapped or not.
///
/// In a wrapped URL, only the wrapped part has a place; findings inside it have none until it is unwrapped.
///
/// ```
/// use authdesk::oauth::{Outcome, Secret};
/// use authdesk::reading::{Finding, FindingKind, LandingContext, apply, landed};
///
/// // RFC 6749 §4.1.2, pasted from HTML.
/// let text = "https://client.example.com/cb?code=SplxlOBeZQQYbYS6WxSbIA&amp;state=xyz";
/// let context = LandingContext { redirect_url: "https://client.example.com/cb", ..LandingContext::default() };
/// let read = landed(text, None, &context);
/// let Outcome::Code(code) = read.landing.outcome else { panic!("no code") };
/// assert!(code.same_as(&Secret::new("SplxlOBeZQQYbYS6WxSbIA")));
/// let [found, matches, ampersand] = read.findings.as_slice() else { panic!("{:?}", read.findings) };
/// assert_eq!(*found, Finding::whole(FindingKind::CodeFound));
/// assert_eq!(*matches, Finding::whole(FindingKind::AddressMatches));
/// assert_eq!(*ampersand, Finding::at(FindingKind::HtmlAmpersand, 57));
/// assert_eq!(apply(text, ampersand.fix.as_ref().unwrap()), text.replace("&amp;", "&"));
/// ```
#[must_use]
pub fn landed(text: &str, expected_state: Option<StateCheck<'_>>, context: &LandingContext<'_>) -> Landed {
    let unwrapped = unwrapped(text);
    // EXPOSE: the reader needs the URL itself; what it returns contains the code as a secret.
    let inner = unwrapped.as_ref().map_or(text, |unwrapped| unwrapped.inner.expose());
    let landing = read_redirect(inner, expected_state);
    let mut inside = verdicts(inner, &landing, context.redirect_url);
    match redirect_with_response(inner) {
        // The parameter of a request, not a returned URL.
        Some(0) => {
            inside.retain(|finding| !matches!(finding.kind, FindingKind::CodeFound | FindingKind::CodeMissing));
            inside.insert(0, Finding::whole(FindingKind::RedirectHasCode));
        }
        Some(_) => inside.push(Finding::whole(FindingKind::RedirectHasCode)),
        None => {}
    }
    inside.extend(circumstances(text, &landing, context));
    inside.extend(form_findings(inner, &landing));
    let is_twice = landing.notes.iter().any(|note| note.kind == NoteKind::EncodedTwice);
    let is_found = inside.iter().any(|finding| finding.kind == FindingKind::CodeFound) && !is_twice;
    inside.extend(encoded_code(inner).filter(|_| is_found));
    inside.extend(notes(&landing));
    inside.extend(encoded_redirect(inner, &landing));
    inside.extend(empty_state(inner, &landing));
    let mut findings = inside;
    if let Some(unwrapped) = &unwrapped {
        findings.iter_mut().for_each(|finding| finding.span = None);
        let wrapped = Finding { span: Some(unwrapped.span), ..Finding::whole(FindingKind::WrappedAddress) };
        findings.push(wrapped.naming(Detail::Name(unwrapped.by)).with_fix(Fix::between(text, inner)));
        if matches!(landing.outcome, Outcome::Code(_)) {
            findings.push(Finding::whole(FindingKind::ScannerMayHaveUsed));
        }
    } else {
        findings.iter_mut().for_each(|finding| finding.fix = fix(finding, text));
    }
    Landed { landing, unwrapped, findings }
}

/// How a finding about a URL that was not wrapped is fixed.
fn fix(finding: &Finding, text: &str) -> Option<Fix> {
    let at = finding.span?.start;
    let fixed = match finding.kind {
        FindingKind::QuotesLeftOut => unquoted(text),
        FindingKind::BlanksLeftOut => without_spaces(text, at),
        FindingKind::HtmlAmpersand => with_plain_ampersands(text),
        FindingKind::EncodedTwice => decoded_once(text, at)?,
        _ => return None,
    };
    Some(Fix::between(text, &fixed))
}

fn verdicts(text: &str, landing: &Landing, redirect_url: &str) -> Vec<Finding> {
    let mut found = vec![Finding::whole(match &landing.outcome {
        Outcome::Code(code) => return code_verdicts(text, code, landing, redirect_url),
        Outcome::Refused(_) => FindingKind::AuthorizationRefused,
        Outcome::Missing(MissingReason::NoCode) if asks_for_code(text) => FindingKind::AuthorizationUrlInstead,
        Outcome::Missing(MissingReason::Nothing | MissingReason::NoCode) => FindingKind::CodeMissing,
        Outcome::Missing(MissingReason::Words) => FindingKind::PageTextPasted,
        Outcome::Missing(MissingReason::EmptyCode) => FindingKind::CodeEmpty,
        Outcome::Missing(MissingReason::SeveralCodes) => FindingKind::SeveralCodes,
    })];
    if !matches!(landing.outcome, Outcome::Missing(_)) {
        found.extend(circumstance_findings(landing, redirect_url));
    }
    found
}

/// Whether it is a request for a code (RFC 6749 §4.1.1). A redirect URL may have a parameter of one of these names itself.
fn asks_for_code(text: &str) -> bool {
    let address = PastedAddress::split(text);
    let has = |name: &str| address.parts.iter().any(|part| part.name == name);
    has("response_type") || (has("client_id") && has("redirect_uri"))
}

fn circumstance_findings(landing: &Landing, redirect_url: &str) -> impl Iterator<Item = Finding> {
    let kinds = [state_finding(landing.state), address_finding(landing, redirect_url)];
    kinds.into_iter().flatten().map(Finding::whole)
}

/// What is in the place of a code is not always one: what a program writes for a variable that is not set, a mask, and
/// of a text alone any word.
fn code_verdicts(pasted: &str, code: &Secret, landing: &Landing, redirect_url: &str) -> Vec<Finding> {
    // EXPOSE: only what kind of text it is is kept.
    let text = code.expose();
    let is_alone = landing.form == PastedForm::BareCode && !pasted.contains(['&', '#']);
    let chars: Vec<char> = text.chars().take(LONGEST_PLACEHOLDER).collect();
    let first = if is_unset(text) {
        Finding::whole(FindingKind::ValueNotSet).naming(Detail::Name("code"))
    } else if is_masked(text) {
        Finding::whole(FindingKind::ValueMasked)
    } else if is_placeholder(&chars) || is_name_of_code(text) {
        Finding::whole(FindingKind::PlaceholderWords)
    } else if is_alone && bare_value(text).is_none() {
        Finding::whole(FindingKind::CodeMaybe)
    } else {
        Finding::whole(FindingKind::CodeFound)
    };
    [first].into_iter().chain(circumstance_findings(landing, redirect_url)).collect()
}

const LONGEST_PLACEHOLDER: usize = 100;

/// `AUTHORIZATION_CODE`, `your-code`, `THE_CODE`: the name of the value instead of the value.
fn is_name_of_code(text: &str) -> bool {
    let plain: String = text.chars().filter(char::is_ascii_alphanumeric).map(|ch| ch.to_ascii_lowercase()).collect();
    let plain = ["your", "the", "my"].iter().find_map(|before| plain.strip_prefix(before)).unwrap_or(&plain);
    matches!(plain, "code" | "authcode" | "authorizationcode" | "oauthcode" | "codehere" | "authorizationcodehere")
}

/// The place among the parameters of a request of a `redirect_uri` whose value contains a code.
fn redirect_with_response(text: &str) -> Option<usize> {
    let inner = text.trim_start_matches(is_around_value).trim_start_matches(['?', '&']);
    let found = inner.split('&').position(|pair| {
        let value = pair.trim_start_matches("amp;").strip_prefix("redirect_uri=");
        value.is_some_and(|value| has_response(value) || has_response(&decoded(value)))
    });
    // Only a request has both.
    found.filter(|at| *at == 0 || inner.contains("grant_type="))
}

fn notes(landing: &Landing) -> impl Iterator<Item = Finding> {
    landing.notes.iter().map(|note| Finding::at(note_finding(&note.kind), note.at))
}

/// The longest lifetime that RFC 6749 §4.1.2 recommends, in seconds.
const RECOMMENDED_S: u64 = 600;

/// Findings that depend on when and where the code arrived.
fn circumstances(text: &str, landing: &Landing, context: &LandingContext<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if !matches!(landing.outcome, Outcome::Code(_)) {
        return found;
    }
    let is_over =
        context.code_age_ms.zip(context.code_lifetime_s).is_some_and(|(age, lifetime)| age / 1000 >= lifetime);
    let is_dated = context.now_ms.is_some_and(|now| is_of_an_earlier_day(text, now));
    if is_over || is_dated {
        let lifetime = context.code_lifetime_s.unwrap_or(RECOMMENDED_S);
        let minutes = usize::try_from(lifetime.div_ceil(60)).unwrap_or(usize::MAX);
        found.push(Finding::whole(FindingKind::CodeTooOld).naming(Detail::Count(minutes)));
    }
    if context.code_was_used {
        found.push(Finding::whole(FindingKind::CodeUsedInCommand));
    }
    found
}

/// Findings that depend on how much was pasted, and in which form.
fn form_findings(text: &str, landing: &Landing) -> Vec<Finding> {
    let mut found = Vec::new();
    let has_code = matches!(landing.outcome, Outcome::Code(_));
    match landing.form {
        PastedForm::BareCode if has_code => {
            // A bare code ends at the first of these; `read_redirect` ignored the rest.
            if let Some(start) = text.chars().position(|ch| ch == '&' || ch == '#') {
                let length = text.trim_end_matches(is_around_value).chars().count().saturating_sub(start);
                found.push(Finding::over(FindingKind::MoreBehindCode, start, length.max(1)));
            }
        }
        PastedForm::FormBody if has_code => found.push(Finding::whole(FindingKind::FormBodyRead)),
        _ => {}
    }
    found.extend(decoded_char(text, landing.form).map(|at| Finding::at(FindingKind::AlreadyDecoded, at)));
    found
}

/// The code where it is percent-encoded.
fn encoded_code(text: &str) -> Option<Finding> {
    let (at, _) = text.match_indices("code=").find(|(at, _)| {
        let before = text.get(..*at).unwrap_or_default();
        before.is_empty() || before.ends_with(['?', '&', '#', ';'])
    })?;
    let start = at + "code=".len();
    let code = text.get(start..)?.split(|ch: char| matches!(ch, '&' | '#') || ch.is_whitespace()).next()?;
    let is_escape = |(_, rest): (&str, &str)| {
        rest.get(..2).is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
    };
    let before = text.get(..start)?.chars().count();
    code.split_once('%')
        .is_some_and(is_escape)
        .then(|| Finding::over(FindingKind::CodeDecoded, before, code.chars().count()))
}

/// The first character of the parameters that is never unencoded in a URL (RFC 3986 §2) and that no browser writes
/// there.
fn decoded_char(text: &str, form: PastedForm) -> Option<usize> {
    if form == PastedForm::BareCode {
        return None;
    }
    let body = text.trim_end_matches(is_around_value);
    let has_address = form == PastedForm::Address;
    let chars = body.chars().enumerate().skip_while(|(_, ch)| has_address && !"?#".contains(*ch));
    let mut inner = chars.skip_while(|(_, ch)| is_around_value(*ch));
    inner.find(|(_, ch)| "\"<>".contains(*ch) || (!ch.is_ascii() && !is_space_or_invisible(*ch))).map(|(at, _)| at)
}

/// The place where a redirect URL among the parameters is encoded twice; for codes, `read_redirect` checks that.
fn encoded_redirect(text: &str, landing: &Landing) -> Option<Finding> {
    if landing.notes.iter().any(|note| note.kind == NoteKind::EncodedTwice) {
        return None;
    }
    let (_, value) = text.split_once("redirect_uri=")?;
    let value = value.split(['&', '#']).next()?;
    let in_value = value.match_indices("%25").map(|(at, _)| at).find(|at| is_escaped_escape(value.get(*at..)))?;
    let before = text.get(..text.len() - text.split_once("redirect_uri=")?.1.len() + in_value)?;
    Some(Finding::at(FindingKind::EncodedTwice, before.chars().count()))
}

/// Whether the text begins with an encoded `%` and two hexadecimal digits.
fn is_escaped_escape(text: Option<&str>) -> bool {
    let digits = text.and_then(|text| text.strip_prefix("%25")).map(str::as_bytes);
    matches!(digits, Some([first, second, ..]) if first.is_ascii_hexdigit() && second.is_ascii_hexdigit())
}

/// The text without whitespace; an `error_description` keeps its spaces. `at` is the first character that was ignored,
/// so the parameter that contains it does not keep its spaces.
fn without_spaces(text: &str, at: usize) -> String {
    let space = text.char_indices().nth(at).filter(|(_, ch)| *ch == ' ').map(|(byte, _)| byte);
    let mut kept = String::with_capacity(text.len());
    let query = text.find('?').map_or(0, |mark| mark + 1);
    let mut end = 0;
    for pair in text.split_inclusive(['?', '#', '&']) {
        let start = end;
        end += pair.len();
        let holds_it = space.is_some_and(|byte| (start..end).contains(&byte));
        let is_sentence = pair.trim_start_matches(is_around_value).starts_with("error_description=");
        let is_sentence = is_sentence && start >= query && !holds_it;
        kept.extend(pair.chars().filter(|ch| !is_space_or_invisible(*ch) || (is_sentence && *ch == ' ')));
    }
    kept
}

/// The text decoded once, from the place where the double encoding was found; `at` is in characters.
fn decoded_once(text: &str, at: usize) -> Option<String> {
    let byte = text.char_indices().nth(at).map(|(byte, _)| byte)?;
    let (front, rest) = text.split_at_checked(byte)?;
    if is_escaped_escape(Some(rest)) {
        return Some(with_single_escapes(text));
    }
    // The colon of the scheme or the `=` after a parameter's name: everything after it was encoded with it.
    let sign = rest.get(..3)?.to_ascii_lowercase();
    if sign != "%3a" && sign != "%3d" {
        return None;
    }
    Some(format!("{front}{}", percent_decode_str(rest).decode_utf8().ok()?))
}

/// The text with `%XX` for `%25XX`, `%2525XX` and so on.
fn with_single_escapes(text: &str) -> String {
    let mut single = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((front, behind)) = rest.split_once('%') {
        single.push_str(front);
        single.push('%');
        rest = behind;
        while let Some(shorter) = rest.strip_prefix("25")
            && matches!(shorter.as_bytes(), [first, second, ..] if first.is_ascii_hexdigit() && second.is_ascii_hexdigit())
        {
            rest = shorter;
        }
    }
    single.push_str(rest);
    single
}

/// A `state` without a value, or with what a program writes for a variable that is not set. If one was expected, that
/// it is absent says more.
fn empty_state(text: &str, landing: &Landing) -> Option<Finding> {
    if landing.state != StateVerdict::NotExpected || matches!(landing.outcome, Outcome::Missing(_)) {
        return None;
    }
    let mut start = 0;
    for part in text.split_inclusive(['?', '&', '#']) {
        let at = start;
        start += part.len();
        let Some(value) = part.trim_end_matches(['?', '&', '#']).trim_start_matches("amp;").strip_prefix("state=")
        else {
            continue;
        };
        let value = value.trim_end_matches(is_around_value);
        if value.is_empty() || is_unset(&decoded(value)) {
            let before = text.get(..at)?.chars().count();
            return Some(Finding::over(FindingKind::StateEmpty, before, "state=".len() + value.chars().count()));
        }
    }
    None
}

fn state_finding(verdict: StateVerdict) -> Option<FindingKind> {
    match verdict {
        StateVerdict::NotExpected => None,
        StateVerdict::Same => Some(FindingKind::StateMatches),
        StateVerdict::Different => Some(FindingKind::StateDiffers),
        StateVerdict::Absent => Some(FindingKind::StateAbsent),
        StateVerdict::Repeated => Some(FindingKind::StateRepeated),
        StateVerdict::NotSeen => Some(FindingKind::StateNotSeen),
    }
}

/// An exact match is required, except for the query that the server added (RFC 6749 §4.1.2).
fn address_finding(landing: &Landing, redirect_url: &str) -> Option<FindingKind> {
    let address = landing.address.as_deref()?;
    let is_known = redirect_url.split(['?', '#']).next().is_some_and(|sent| !sent.is_empty());
    let same = is_known.then(|| leads_to(redirect_url, address))?;
    Some(if same { FindingKind::AddressMatches } else { FindingKind::AddressDiffers })
}

pub(in crate::reading) fn note_finding(kind: &NoteKind) -> FindingKind {
    match kind {
        NoteKind::Quotes => FindingKind::QuotesLeftOut,
        NoteKind::WhitespaceInside => FindingKind::BlanksLeftOut,
        NoteKind::HtmlAmpersand => FindingKind::HtmlAmpersand,
        NoteKind::RepeatedParameter(_) => FindingKind::RepeatedParameter,
        NoteKind::PlusInCode => FindingKind::PlusInCode,
        NoteKind::EncodedTwice => FindingKind::EncodedTwice,
        NoteKind::CodeAndError => FindingKind::CodeAndError,
        NoteKind::InFragment => FindingKind::InFragment,
    }
}
