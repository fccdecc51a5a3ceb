//! Where in a pasted text the header is, and its base64 text.

use core::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::bearer::bearer_fault;
use crate::chars::{CharClass, is_breaking_space, is_quote, is_space, is_space_in_line};
use crate::oauth::Secret;
use crate::reading::spelling::is_near;
use crate::reading::value::{is_jwt, is_masked, is_unset};
use crate::reading::wrapping::{Inside, inside_bytes, part, run, run_back, unwrapped};
use crate::reading::{Detail, Finding, FindingKind, Fix, MOST_FINDINGS};

/// What is in the place of the credentials.
pub(super) enum Content {
    /// Nothing, or nothing readable; `found` says why.
    Unreadable,
    /// The decoded base64 text.
    Bytes(Vec<u8>),
    /// Credentials that were not encoded.
    Unencoded(String),
}

/// A header in a pasted text.
pub(super) struct HeaderText {
    /// Findings about the text outside the credentials.
    pub(super) found: Vec<Finding>,
    /// The place of the base64 text, in characters of the whole text.
    pub(super) payload: Range<usize>,
    pub(super) content: Content,
    /// The token of a Bearer header.
    pub(super) token: Option<Secret>,
}

impl HeaderText {
    fn unreadable(found: Vec<Finding>, payload: Range<usize>) -> HeaderText {
        HeaderText { found, payload, content: Content::Unreadable, token: None }
    }
}

/// Finds and reads a header: with or without name and scheme, in a command or among the lines of a request.
pub(super) fn header_text(chars: &[char]) -> HeaderText {
    let mut found = Vec::new();
    let (mut value, is_named) = value_range(chars, &mut found);
    if is_named && let Some(again) = name_again(chars, &value) {
        value.start = again.end;
        found.push(Finding::removing(FindingKind::HeaderNameTwice, again));
    }
    let mut words = Words::visible(chars, &value);
    let schemes = words.schemes(&mut found);
    let kept = words.rest();
    let payload = match (kept.first(), kept.last()) {
        (Some((first, _)), Some((last, _))) => *first..last + 1,
        _ => value.end..value.end,
    };
    if schemes == Schemes::Bearer {
        let token = bearer_token(chars, &payload, &mut found);
        return HeaderText { token, ..HeaderText::unreadable(found, payload) };
    }
    if schemes == Schemes::Other || payload.is_empty() {
        // `Basic` alone, as with a variable that was not set.
        let is_empty = schemes == Schemes::Basic && is_named;
        found.extend(is_empty.then(|| Finding::over(FindingKind::PartMissing, payload.start, 0)));
        return HeaderText::unreadable(found, payload);
    }
    let outer = payload.start;
    let (kept, payload) = without_bytes(kept, payload, &mut found);
    let whole = part(chars, &payload);
    let text: String = whole.iter().collect();
    if schemes == Schemes::Missing && is_named && is_jwt(whole) {
        found.push(Finding::inserting(FindingKind::BearerMissing, outer, "Bearer "));
        return HeaderText { token: Some(Secret::new(text)), ..HeaderText::unreadable(found, payload) };
    }
    if schemes == Schemes::Missing {
        // Some products add the word to the value; to a header with its name, nothing is added.
        let kind = if is_named { FindingKind::BasicMissing } else { FindingKind::SchemeMissing };
        found.push(Finding::inserting(kind, outer, "Basic "));
    }
    if is_recipe(&text) || crate::reading::value::is_placeholder(whole) || is_unset(&text) {
        found.push(Finding::in_range(FindingKind::PlaceholderWords, &payload));
        return HeaderText::unreadable(found, payload);
    }
    // Base64 has no dots, so somebody has left out the rest.
    if is_masked(&text) || text.ends_with('…') || text.ends_with("...") {
        found.push(Finding::in_range(FindingKind::MaskedDots, &payload));
        return HeaderText::unreadable(found, payload);
    }
    if let Some(escape) = ["\\r\\n", "\\n"].into_iter().find(|escape| text.ends_with(escape)) {
        // As a program prints the line break that an encoder added.
        let broken = payload.end - escape.len()..payload.end;
        found.push(Finding::removing(FindingKind::LineBreakInHeader, broken));
        return HeaderText::unreadable(found, payload);
    }
    if let Some(colon) = whole.iter().position(|ch| *ch == ':') {
        found.push(Finding::at(FindingKind::PairNotEncoded, payload.start + colon));
        return HeaderText { found, content: Content::Unencoded(text), payload, token: None };
    }
    odd_marks(chars, &value, &payload, &mut found);
    let content = base64_text(kept, &payload, &mut found);
    HeaderText { found, payload, content, token: None }
}

/// What is inside of `b'…'`, and where that is.
fn without_bytes<'w>(
    kept: &'w [(usize, char)],
    payload: Range<usize>,
    found: &mut Vec<Finding>,
) -> (&'w [(usize, char)], Range<usize>) {
    let chars: Vec<char> = kept.iter().map(|(_, ch)| *ch).collect();
    let Some(inner) = inside_bytes(&chars).and_then(|inner| kept.get(inner)) else { return (kept, payload) };
    let (Some((start, _)), Some((last, _))) = (inner.first(), inner.last()) else { return (kept, payload) };
    let fix = Fix::deletion([payload.start..*start, last + 1..payload.end]);
    found.push(Finding::in_range(FindingKind::BytesAsText, &(payload.start..*start)).with_fix(fix));
    (inner, *start..last + 1)
}

/// `base64(client_id:client_secret)`, `<base64 of …>`, `Base64.encode("id:secret")`: how to make the value.
fn is_recipe(text: &str) -> bool {
    if text.len() > LONGEST_RECIPE {
        return false;
    }
    let lower = text.to_ascii_lowercase();
    let is_call = text.contains(['(', '<', '{', '[']);
    is_call && RECIPES.iter().any(|word| lower.contains(word))
}

const LONGEST_RECIPE: usize = 100;
const RECIPES: [&str; 7] = ["base64", "btoa", "encode", "client_id", "clientid", "client id", "credentials"];

/// The token of a Bearer header; what is wrong with it is added to `found`.
fn bearer_token(chars: &[char], payload: &Range<usize>, found: &mut Vec<Finding>) -> Option<Secret> {
    let text: String = part(chars, payload).iter().collect();
    let shifted = |range: &Range<usize>| range.start + payload.start..range.end + payload.start;
    let Some(fault) = bearer_fault(&text) else {
        found.push(Finding::whole(FindingKind::BearerRead));
        return Some(Secret::new(text));
    };
    let token = fault.token.as_ref().map(shifted);
    let fix = token.as_ref().map(|token| Fix::deletion([payload.start..token.start, token.end..payload.end]));
    found.push(Finding::in_range(fault.kind, &shifted(&fault.place)).with_fix(fix));
    token.map(|token| Secret::new(part(chars, &token).iter().collect::<String>()))
}

/// The place of the header's value. Findings about the text around it are added to `found`, where the text is only the
/// header. Whether the header has its name.
fn value_range(chars: &[char], found: &mut Vec<Finding>) -> (Range<usize>, bool) {
    let all = 0..chars.len();
    let mut around = Vec::new();
    let core = unwrapped(chars, all.clone(), Inside::Header, &mut around);
    let Some(named) = NamedHeader::find(chars) else {
        found.append(&mut around);
        return (core, false);
    };
    if named.start == core.start && named.value.end >= core.end {
        let value = named.value.start.min(core.end)..core.end;
        found.append(&mut around);
        return (unwrapped(chars, value, Inside::Header, found), true);
    }
    // These quotes belong to the syntax of a command or a program.
    (named.value, true)
}

/// The header's name at the start of its value, with what follows it.
fn name_again(chars: &[char], value: &Range<usize>) -> Option<Range<usize>> {
    let start = value.start + run(part(chars, value), is_space);
    let named = NamedHeader::at(chars, start).filter(|_| is_name(part(chars, &(start..start + NAME.len()))))?;
    (named.value.start < value.end).then_some(start..named.value.start)
}

fn is_name(chars: &[char]) -> bool {
    chars.len() == NAME.len() && chars.iter().zip(NAME).all(|(one, other)| one.eq_ignore_ascii_case(&other))
}

const NAME: [char; 13] = ['a', 'u', 't', 'h', 'o', 'r', 'i', 'z', 'a', 't', 'i', 'o', 'n'];

/// A header with its name.
struct NamedHeader {
    start: usize,
    value: Range<usize>,
}

impl NamedHeader {
    fn find(chars: &[char]) -> Option<NamedHeader> {
        chars
            .windows(NAME.len())
            .enumerate()
            .filter(|(_, window)| is_name(window))
            .find_map(|(start, _)| NamedHeader::at(chars, start))
    }

    /// `Authorization: x`, `"Authorization: x"`, `"Authorization": "x"`, `Authorization = 'x'`.
    fn at(chars: &[char], start: usize) -> Option<NamedHeader> {
        let mut at = start + NAME.len();
        let mut skip = |is_so: fn(char) -> bool| {
            let length = run(chars.get(at..).unwrap_or_default(), is_so);
            at += length;
            length
        };
        let escapes = |ch: char| ch == '\\' || is_quote(ch);
        let closing = skip(escapes);
        skip(is_space_in_line);
        if skip(|ch| matches!(ch, ':' | '=' | '>')) == 0 {
            return None;
        }
        skip(is_space_in_line);
        let opening = skip(escapes);
        let before = start.checked_sub(1).and_then(|before| chars.get(before)).copied().filter(|one| is_quote(*one));
        let quote = match opening {
            0 => before.filter(|_| closing == 0),
            _ => at.checked_sub(1).and_then(|last| chars.get(last)).copied(),
        };
        let rest = chars.get(at..)?;
        let length = match quote {
            Some(quote) => {
                let straight = CharClass::of(quote) == Some(CharClass::StraightQuote);
                let ends = |ch: &char| if straight { *ch == quote } else { is_quote(*ch) };
                let length = rest.iter().position(ends).unwrap_or(rest.len());
                length - run_back(rest.get(..length)?, |ch| ch == '\\')
            }
            None => unquoted_length(rest),
        };
        Some(NamedHeader { start, value: at..at + length })
    }
}

/// To the end of the line, and on over the next lines that contain nothing but base64 text.
fn unquoted_length(rest: &[char]) -> usize {
    let mut length = 0;
    for line in rest.split_inclusive(|ch| *ch == '\n') {
        let spaces = run(line, is_breaking_space);
        let text = line.get(spaces..line.len().saturating_sub(run_back(line, is_breaking_space))).unwrap_or_default();
        let goes_on = !text.is_empty() && text.iter().all(|ch| is_base64(*ch) || *ch == '=');
        if length > 0 && !goes_on {
            break;
        }
        length += line.len();
    }
    length
}

fn is_base64(ch: char) -> bool {
    ch.is_ascii_alphanumeric() || matches!(ch, '+' | '/' | '-' | '_')
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Schemes {
    Basic,
    Missing,
    Bearer,
    Other,
}

/// The visible characters of a header's value, with their places.
struct Words {
    chars: Vec<(usize, char)>,
    at: usize,
}

impl Words {
    fn visible(chars: &[char], value: &Range<usize>) -> Words {
        let seen = |ch: char| {
            !matches!(
                CharClass::of(ch),
                Some(CharClass::Invisible | CharClass::ByteOrderMark | CharClass::TypographicQuote)
            )
        };
        let placed = (value.start..).zip(part(chars, value).iter().copied());
        let mut words = Words { chars: placed.filter(|(_, ch)| seen(*ch)).collect(), at: 0 };
        words.skip(is_space);
        let behind = words.chars.iter().rev().take_while(|(_, ch)| is_space(*ch)).count();
        words.chars.truncate(words.chars.len() - behind);
        words
    }

    fn rest(&self) -> &[(usize, char)] {
        self.chars.get(self.at..).unwrap_or_default()
    }

    fn skip(&mut self, is_so: fn(char) -> bool) -> usize {
        let length = self.rest().iter().take_while(|(_, ch)| is_so(*ch)).count();
        self.at += length;
        length
    }

    /// The next word, in lowercase, if it is short enough for a scheme; with its length including the whitespace after
    /// it.
    fn word(&self) -> Option<(String, usize)> {
        let rest = self.rest();
        let length = rest.iter().take_while(|(_, ch)| !is_space(*ch)).take(LONGEST_SCHEME + 1).count();
        let spaces = rest.iter().skip(length).take_while(|(_, ch)| is_space(*ch)).count();
        let word = rest.iter().take(length).map(|(_, ch)| ch.to_ascii_lowercase()).collect();
        (length <= LONGEST_SCHEME && (spaces > 0 || length == rest.len())).then_some((word, length + spaces))
    }

    /// Reads the words before the base64 text.
    fn schemes(&mut self, found: &mut Vec<Finding>) -> Schemes {
        let Some((first, length)) = self.word() else { return Schemes::Missing };
        let start = self.rest().first().map_or(0, |(at, _)| *at);
        if first != "basic" {
            // A short word of letters followed by base64 text is a scheme too, although a wrong one.
            let is_word = first.len() < 8 && first.bytes().all(|byte| byte.is_ascii_lowercase());
            let behind = self.rest().get(length..).unwrap_or_default();
            let is_scheme = is_word && behind.len() > 15 && !behind.iter().any(|(_, ch)| *ch == ':');
            let kind = match first.as_str() {
                "bearer" => {
                    self.at += length;
                    return Schemes::Bearer;
                }
                known if OTHER_SCHEMES.contains(&known) => FindingKind::OtherScheme,
                _ if is_scheme && is_near(&first, "basic", 2) => FindingKind::SchemeMistyped,
                _ if is_scheme => FindingKind::OtherScheme,
                _ => return Schemes::Missing,
            };
            let length = first.chars().count();
            let finding = Finding::over(kind, start, length);
            let is_typo = kind == FindingKind::SchemeMistyped;
            found.push(finding.with_fix(is_typo.then(|| Fix::replacement(start..start + length, "Basic"))));
            return Schemes::Other;
        }
        self.at += length;
        let again = self.rest().first().map_or(0, |(at, _)| *at);
        while let Some((_, length)) = self.word().filter(|(word, _)| word == "basic") {
            self.at += length;
        }
        match self.rest().first() {
            Some((behind, _)) if *behind > again => {
                found.push(Finding::removing(FindingKind::BasicTwice, again..*behind));
            }
            _ => {}
        }
        Schemes::Basic
    }
}

const LONGEST_SCHEME: usize = 20;
/// The names in IANA's HTTP Authentication Scheme Registry, and a few that are in use without being registered.
const OTHER_SCHEMES: [&str; 14] = [
    "apikey",
    "aws4-hmac-sha256",
    "digest",
    "dpop",
    "gnap",
    "hawk",
    "hoba",
    "mutual",
    "negotiate",
    "ntlm",
    "oauth",
    "scram-sha-1",
    "scram-sha-256",
    "token",
];

/// Characters that do not belong in a header at all; each run of them is one finding.
fn odd_marks(chars: &[char], value: &Range<usize>, payload: &Range<usize>, found: &mut Vec<Finding>) {
    let most = found.len() + MOST_FINDINGS;
    let mut at = value.start;
    for run in part(chars, value).chunk_by(|one, other| CharClass::of(*one) == CharClass::of(*other)) {
        let range = at..at + run.len();
        at = range.end;
        let Some(first) = run.first().copied() else { continue };
        let kind = match CharClass::of(first) {
            Some(CharClass::NoBreak) => FindingKind::NoBreakSpace,
            Some(CharClass::Invisible) => FindingKind::InvisibleCharacter,
            Some(CharClass::ByteOrderMark) => FindingKind::ByteOrderMark,
            Some(CharClass::TypographicQuote) => FindingKind::TypographicQuotes,
            _ => continue,
        };
        if found.len() < most {
            // One space must remain after `Basic`.
            let parts_words = kind == FindingKind::NoBreakSpace && range.end <= payload.start;
            let finding = Finding::in_range(kind, &range).naming(Detail::Character(first));
            found.push(finding.with_fix(Fix::replacement(range, if parts_words { " " } else { "" })));
        }
    }
}

/// Base64 as people paste it: trailing bits and the padding are checked here, not by the decoder.
const TOLERANT: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone),
);

/// Reads base64 text in either alphabet, with or without padding, over any number of lines.
fn base64_text(kept: &[(usize, char)], payload: &Range<usize>, found: &mut Vec<Finding>) -> Content {
    let mut text = String::with_capacity(kept.len());
    let mut gaps = Vec::new();
    let (mut padding, mut other_alphabet) = (0, None);
    for (at, ch) in kept.iter().copied() {
        match ch {
            _ if CharClass::of(ch) == Some(CharClass::NoBreak) => {}
            _ if is_breaking_space(ch) => gaps.push(at..at + 1),
            '=' if padding < 2 => padding += 1,
            _ if padding > 0 || !is_base64(ch) => {
                let finding = Finding::at(FindingKind::NotBase64, at);
                found.push(finding.naming(Detail::Character(ch)));
                return Content::Unreadable;
            }
            '-' | '_' => {
                other_alphabet = other_alphabet.or(Some(at));
                text.push(if ch == '-' { '+' } else { '/' });
            }
            _ => text.push(ch),
        }
    }
    if let Some(first) = gaps.first() {
        let length = gaps.iter().zip(first.start..).take_while(|(gap, at)| gap.start == *at).count();
        let finding = Finding::over(FindingKind::WrappedLines, first.start, length);
        found.push(finding.with_fix(Fix::deletion(gaps)));
    }
    if let Some(at) = other_alphabet {
        found.push(Finding::at(FindingKind::UrlAlphabet, at));
    }
    let lost = Finding::over(FindingKind::LetterLost, payload.end, 0);
    let Ok(bytes) = TOLERANT.decode(&text) else {
        found.push(lost);
        return Content::Unreadable;
    };
    let missing = (4 - text.len() % 4) % 4;
    if padding > missing || STANDARD_NO_PAD.encode(&bytes) != text {
        // More padding than fits, or trailing bits that no encoder writes: there was a further character at the end.
        found.push(lost);
    } else if padding < missing {
        let rest = if missing - padding == 1 { "=" } else { "==" };
        found.push(Finding::inserting(FindingKind::PaddingMissing, payload.end, rest));
    }
    Content::Bytes(bytes)
}
