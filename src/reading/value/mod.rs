//! Findings about a single value copied from the provider, and about two of them side by side.

mod hashed;
mod input;
mod labeled;
mod url;

pub(in crate::reading) use hashed::{hash_in, is_secret_hash};
pub use input::{InputShape, input_findings};
pub use labeled::labeled_values;
pub use url::{endpoint_findings, read_endpoint, redirect_fault, redirect_findings};

use core::ops::Range;

use crate::chars::{CharClass, is_breaking_space, is_dot};
use crate::reading::wrapping::{Inside, part, plain, run, same_run, unwrapped};
use crate::reading::{Detail, Finding, FindingKind, Fix, MOST_FINDINGS};

/// What is known about a provider's values. The default knows nothing.
///
/// All of it is a hint, never a rule: providers change the format of their values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ValueShape {
    /// Decides which findings there can be; see [`ValueRole`].
    pub role: ValueRole,
    /// The length of the values seen so far, in characters.
    pub length: Option<usize>,
    /// Whether the values seen so far consist of `A-Z a-z 0-9 - _` only.
    pub plain_alphabet: bool,
}

/// The meaning of a value, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ValueRole {
    /// The client ID.
    Identifier,
    /// The client secret.
    Secret,
    /// The Account ID of a Server-to-Server app.
    Account,
    /// Any other value, about which nothing is known.
    #[default]
    Other,
}

impl ValueShape {
    /// Only the role is known.
    #[must_use]
    pub const fn new(role: ValueRole) -> ValueShape {
        ValueShape { role, length: None, plain_alphabet: false }
    }
}

/// Findings about a value copied from the provider: client ID, secret, Account ID.
///
/// No findings for whitespace alone. At most about forty findings, from the outside in; a run of similar characters is
/// one.
///
/// ```
/// use authdesk::reading::{Detail, Finding, FindingKind, ValueShape, apply, value_findings};
///
/// let text = "Demo\u{200b}ClientId\n";
/// let findings = value_findings(text, &ValueShape::default());
/// let invisible = Finding::at(FindingKind::InvisibleCharacter, 4).naming(Detail::Character('\u{200b}'));
/// assert_eq!(findings, [Finding::at(FindingKind::BlanksAround, 13), invisible]);
/// assert_eq!(apply(text, findings[0].fix.as_ref().unwrap()), "Demo\u{200b}ClientId");
/// ```
#[must_use]
pub fn value_findings(text: &str, shape: &ValueShape) -> Vec<Finding> {
    if !labeled_values(text).is_empty() {
        return vec![Finding::whole(FindingKind::MessageInstead)];
    }
    let chars: Vec<char> = text.chars().collect();
    findings_in(&chars, 0..chars.len(), shape).0
}

/// Findings about two values side by side: the same twice, or perhaps swapped. None while one is missing.
///
/// Swapped is a hint from known lengths: each value has the length of the other one and not its own; beside an Account ID,
/// whose length may be unknown, it is that of the secret alone.
///
/// ```
/// use authdesk::reading::{Finding, FindingKind, ValueRole, ValueShape, two_value_findings};
///
/// let identifier = ValueShape { length: Some(12), ..ValueShape::new(ValueRole::Identifier) };
/// let secret = ValueShape { length: Some(10), ..ValueShape::new(ValueRole::Secret) };
/// let findings = two_value_findings(("DemoSecret", &identifier), ("DemoClientId", &secret));
/// assert_eq!(findings, [Finding::whole(FindingKind::MaybeSwapped)]);
/// let findings = two_value_findings(("DemoSecret", &identifier), (" DemoSecret", &secret));
/// assert_eq!(findings, [Finding::whole(FindingKind::SameValueTwice)]);
/// ```
#[must_use]
pub fn two_value_findings(one: (&str, &ValueShape), other: (&str, &ValueShape)) -> Vec<Finding> {
    let bare = |text: &str, shape: &ValueShape| -> Vec<char> {
        let chars: Vec<char> = text.chars().collect();
        let (_, core) = findings_in(&chars, 0..chars.len(), shape);
        part(&chars, &core).to_vec()
    };
    let (first, second) = (bare(one.0, one.1), bare(other.0, other.1));
    side_by_side((&first, one.1), (&second, other.1)).map(Finding::whole).into_iter().collect()
}

/// The findings about a range of the text, and the range of the value itself.
pub(in crate::reading) fn findings_in(
    chars: &[char],
    range: Range<usize>,
    shape: &ValueShape,
) -> (Vec<Finding>, Range<usize>) {
    let mut found = Vec::new();
    let whole = part(chars, &range);
    if whole.iter().all(|ch| is_breaking_space(*ch)) {
        return (found, range.end..range.end);
    }
    if let Some(dots) = dots_alone(whole) {
        found.push(Finding::in_range(FindingKind::MaskedDots, &shifted(dots, range.start)));
        return (found, range);
    }
    let core = unwrapped(chars, range, Inside::Value, &mut found);
    match verdict(part(chars, &core), shape) {
        Some((kind, span)) => {
            let places = shifted(span, core.start);
            let finding = Finding::in_range(kind, &places);
            found.push(if kind == FindingKind::PairInstead {
                finding.with_fix(Fix::deletion(Some(places.start..core.end)))
            } else {
                finding
            });
        }
        None => scan(chars, &core, shape.plain_alphabet, &mut found),
    }
    (found, core)
}

/// Findings about two values without what surrounds them.
pub(in crate::reading) fn side_by_side(
    one: (&[char], &ValueShape),
    other: (&[char], &ValueShape),
) -> Option<FindingKind> {
    let ((first, shape), (second, other_shape)) = (one, other);
    if first.is_empty() || second.is_empty() {
        return None;
    }
    if first == second {
        return Some(FindingKind::SameValueTwice);
    }
    let length = shape.length?;
    // How long an Account ID is, nobody says; that of a secret is enough.
    let is_account = shape.role == ValueRole::Secret && other_shape.role == ValueRole::Account;
    let is_like_other = match other_shape.length {
        Some(other_length) => length != other_length && first.len() == other_length,
        None => is_account && first.len() != length,
    };
    (is_like_other && second.len() == length).then_some(FindingKind::MaybeSwapped)
}

fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// A finding about the value as a whole, and the part to show for it; it is reported instead of unusual characters.
fn verdict(core: &[char], shape: &ValueShape) -> Option<(FindingKind, Range<usize>)> {
    if let Some(dots) = dots_inside(core) {
        return Some((FindingKind::MaskedDots, dots));
    }
    if is_placeholder(core) {
        return Some((FindingKind::PlaceholderWords, 0..core.len()));
    }
    if shape.role == ValueRole::Other {
        return None;
    }
    if is_jwt(core) {
        return Some((FindingKind::JwtInstead, 0..3));
    }
    if shape.role == ValueRole::Secret && is_secret_hash(&core.iter().collect::<String>()) {
        return Some((FindingKind::SecretHashed, 0..core.len()));
    }
    if let Some(length) = scheme_length(core) {
        return Some((FindingKind::AddressInstead, 0..length));
    }
    if let Some(at) = at_sign(core) {
        return Some((FindingKind::EmailInstead, at..at + 1));
    }
    if let Some(colon) = colon_of_pair(core).filter(|_| shape.role == ValueRole::Account) {
        // What follows it may be a secret, and the place of a finding is shown.
        return Some((FindingKind::PairInstead, colon..colon + 1));
    }
    let is_number = shape.role == ValueRole::Account
        && core.iter().any(char::is_ascii_digit)
        && core.iter().all(|ch| ch.is_ascii_digit() || matches!(ch, ' ' | '-'));
    is_number.then_some((FindingKind::AccountNumber, 0..core.len()))
}

/// The place of the only colon, if what is on both sides of it may be a value.
fn colon_of_pair(core: &[char]) -> Option<usize> {
    let is_value =
        |part: &[char]| part.len() >= SHORTEST_OF_PAIR && !part.iter().any(|ch| *ch == ':' || ch.is_whitespace());
    let at = core.iter().position(|ch| *ch == ':')?;
    let (before, after) = core.split_at_checked(at)?;
    (is_value(before) && is_value(after.get(1..)?)).then_some(at)
}

/// Shorter is a label.
const SHORTEST_OF_PAIR: usize = 8;

/// Unusual characters within a value, one finding for each run.
pub(super) fn scan(chars: &[char], core: &Range<usize>, plain_alphabet: bool, found: &mut Vec<Finding>) {
    let most = found.len() + MOST_FINDINGS;
    let mut at = core.start;
    while at < core.end && found.len() < most {
        let rest = part(chars, &(at..core.end));
        let Some(first) = rest.first().copied() else { return };
        let Some(odd) = CharClass::of(first).filter(|odd| *odd != CharClass::StraightQuote) else {
            let is_foreign = |ch: char| plain_alphabet && is_foreign(ch);
            let length = run(rest, is_foreign);
            if length > 0 {
                let foreign = Finding::in_range(FindingKind::ForeignLetter, &(at..at + length));
                found.push(foreign.naming(Detail::Character(first)));
            }
            at += length.max(1);
            continue;
        };
        let length = run(rest, |ch| same_run(odd, ch));
        found.push(inner_finding(odd, part(rest, &(0..length)), at..at + length));
        at += length;
    }
}

fn inner_finding(odd: CharClass, run: &[char], range: Range<usize>) -> Finding {
    let has = |odd: CharClass| run.iter().any(|ch| CharClass::of(*ch) == Some(odd));
    let named =
        |kind: FindingKind| Finding::removing(kind, range.clone()).naming(run.first().map(|ch| Detail::Character(*ch)));
    match odd {
        _ if has(CharClass::LineBreak) => Finding::removing(FindingKind::LineBreakInside, range),
        // A tab may separate two values, so they must not be joined.
        CharClass::Control => Finding::in_range(FindingKind::ControlCharacter, &range),
        _ if has(CharClass::Tab) => Finding::in_range(FindingKind::ControlCharacter, &range),
        CharClass::NoBreak => named(FindingKind::NoBreakSpace),
        CharClass::ByteOrderMark => named(FindingKind::ByteOrderMark),
        CharClass::Invisible => named(FindingKind::InvisibleCharacter),
        CharClass::TypographicQuote | CharClass::StraightQuote => named(FindingKind::TypographicQuotes),
        CharClass::Space | CharClass::Tab | CharClass::LineBreak => Finding::removing(FindingKind::BlankInside, range),
    }
}

/// Whether a character is outside the plain alphabet and not reported in a different way.
fn is_foreign(ch: char) -> bool {
    let is_plain = ch.is_ascii_alphanumeric() || matches!(ch, '-' | '_');
    let is_told = CharClass::of(ch).is_some_and(|odd| odd != CharClass::StraightQuote);
    !is_plain && !is_told
}

/// Three or more dots or asterisks and nothing else, possibly with whitespace between them.
fn dots_alone(chars: &[char]) -> Option<Range<usize>> {
    let is_masked = |ch: char| is_dot(ch) || matches!(ch, '*' | '.' | '…');
    let dots = chars.iter().filter(|ch| is_masked(**ch)).count();
    let all = chars.iter().all(|ch| is_masked(*ch) || is_breaking_space(*ch));
    let start = run(chars, is_breaking_space);
    let spaces = crate::reading::wrapping::run_back(chars, is_breaking_space);
    (all && (dots > 2 || chars.contains(&'…'))).then(|| start..chars.len() - spaces)
}

/// Four or more dots or asterisks in a row, or the ellipsis with which a display shortens a value.
fn dots_inside(core: &[char]) -> Option<Range<usize>> {
    let mut start = 0;
    for run in core.chunk_by(|one, other| one == other) {
        let is_masked = match run.first() {
            Some('…') => true,
            Some('.') => run.len() > 2 && start + run.len() == core.len(),
            Some('*') => run.len() > 3,
            Some(ch) => is_dot(*ch) && run.len() > 3,
            None => false,
        };
        if is_masked {
            return Some(start..start + run.len());
        }
        start += run.len();
    }
    None
}

const PLACEHOLDERS: [&str; 7] =
    ["clientid", "clientsecret", "clientgeheimnis", "accountid", "kontoid", "apikey", "apisecret"];
const BEFORE_PLACEHOLDERS: [&str; 10] = ["", "your", "my", "the", "ihre", "ihr", "deine", "dein", "meine", "mein"];
const LONGEST_PLACEHOLDER: usize = 60;

/// Placeholder text, a name in brackets, or a variable that was not replaced.
pub(in crate::reading) fn is_placeholder(core: &[char]) -> bool {
    if core.is_empty() || core.len() > LONGEST_PLACEHOLDER {
        return false;
    }
    let words = plain(core);
    let is_known = BEFORE_PLACEHOLDERS
        .iter()
        .any(|before| words.strip_prefix(before).is_some_and(|rest| PLACEHOLDERS.contains(&rest)));
    let is_filler = core.len() > 3 && core.iter().all(|ch| matches!(ch, 'x' | 'X'));
    let in_brackets = match core {
        ['<', name @ .., '>']
        | ['{', '{', name @ .., '}', '}']
        | ['$', '{', name @ .., '}']
        | ['{', name @ .., '}']
        | ['[', name @ .., ']']
        | ['%', name @ .., '%'] => is_name(name),
        _ => false,
    };
    is_known || is_filler || in_brackets
}

/// What programs write where a variable had no value: JavaScript, Python, Java, Go, Ruby, .NET.
pub(in crate::reading) fn is_unset(value: &str) -> bool {
    const WRITTEN: [&str; 10] =
        ["undefined", "null", "None", "NaN", "nil", "[object Object]", "(null)", "<nil>", "<null>", "%!s(<nil>)"];
    WRITTEN.contains(&value.trim())
}

/// Whether somebody or a program made a value unreadable before it was pasted: `[FILTERED]`, `***`, `xxxxxxxx`, `#`.
pub(in crate::reading) fn is_masked(value: &str) -> bool {
    if value.len() > LONGEST_MASK {
        return false;
    }
    let lower = value.to_ascii_lowercase();
    let is_word = MASKS.iter().any(|mask| lower.contains(mask)) || MASKING_WORDS.contains(&lower.trim());
    let is_sign = |ch: char| is_dot(ch) || matches!(ch, '*' | 'x' | 'X' | '#' | '█' | '…' | '▒' | '_');
    let signs = value.chars().filter(|ch| is_sign(*ch)).count();
    let has_run = ["****", "xxxx", "XXXX", "####", "••••", "████"].iter().any(|run| value.contains(run));
    let others = value.chars().filter(|ch| !is_sign(*ch) && !matches!(ch, '-' | '=' | '.')).count();
    is_word || has_run || (others == 0 && signs > 0 && (signs > 2 || value.contains(['#', '…', '█'])))
}

const LONGEST_MASK: usize = 2_000;

/// Rails, Sentry, and people.
const MASKS: [&str; 9] = [
    "[filtered]",
    "[redacted]",
    "<redacted>",
    "(redacted)",
    "[hidden]",
    "<hidden>",
    "[masked]",
    "<masked>",
    "<removed>",
];

/// The same as whole values.
const MASKING_WORDS: [&str; 8] =
    ["redacted", "sanitized", "sanitised", "hidden", "masked", "removed", "censored", "anonymized"];

fn is_name(chars: &[char]) -> bool {
    chars.iter().any(|ch| ch.is_alphabetic())
        && chars.iter().all(|ch| ch.is_alphanumeric() || matches!(ch, ' ' | '_' | '-'))
}

/// A JSON object in base64url begins with `eyJ` (RFC 7515 §3.1: three parts with two dots between them).
pub(in crate::reading) fn is_jwt(core: &[char]) -> bool {
    let is_part = |part: &[char]| part.iter().all(|ch| !is_foreign(*ch) && CharClass::of(*ch).is_none());
    let mut parts = core.split(|ch| *ch == '.');
    core.starts_with(&['e', 'y', 'J'])
        && parts.by_ref().take(3).filter(|part| is_part(part)).count() == 3
        && parts.next().is_none()
}

fn scheme_length(core: &[char]) -> Option<usize> {
    let starts = |with: &str| {
        core.len() > with.len() && core.iter().zip(with.chars()).all(|(one, other)| one.eq_ignore_ascii_case(&other))
    };
    ["https://", "http://", "www."].into_iter().find(|scheme| starts(scheme)).map(str::len)
}

/// Whether a value is an email address.
pub(in crate::reading) fn is_email(text: &str) -> bool {
    text.len() <= LONGEST_EMAIL && at_sign(&text.chars().collect::<Vec<_>>()).is_some()
}

/// In bytes (RFC 5321 §4.5.3.1).
const LONGEST_EMAIL: usize = 320;

/// The place of the `@` of an email address.
fn at_sign(core: &[char]) -> Option<usize> {
    let at = core.iter().position(|ch| *ch == '@')?;
    let is_word = |ch: &char| ch.is_alphanumeric() || matches!(ch, '.' | '-' | '_' | '+');
    let (user, host) = (core.get(..at)?, core.get(at + 1..)?);
    let point = host.iter().rposition(|ch| *ch == '.')?;
    let domain = host.get(point + 1..)?;
    let is_email = !user.is_empty()
        && user.iter().chain(host).all(is_word)
        && point > 0
        && domain.len() > 1
        && domain.iter().all(|ch| ch.is_alphabetic());
    is_email.then_some(at)
}
