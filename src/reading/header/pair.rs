//! The credentials inside a header: their bytes as text, and findings about client ID and secret.

use core::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::reading::value::{ValueShape, findings_in, is_unset, side_by_side};
use crate::reading::wrapping::{Inside, part, unwrapped};
use crate::reading::{Detail, Finding, FindingKind, Fix, Severity, apply};

/// The text of decoded bytes, and how it was encoded if not as UTF-8. `None` if the bytes are not text.
///
/// Tried in this order: UTF-8, UTF-16 where there are zero bytes, Latin-1 where that results in no control characters.
pub(super) fn pair_text(bytes: &[u8]) -> Option<(String, Option<FindingKind>)> {
    if !bytes.contains(&0)
        && let Ok(text) = core::str::from_utf8(bytes)
    {
        let is_binary = !text.contains(':') && text.chars().any(|ch| ch.is_control() && !ch.is_whitespace());
        return (!is_binary).then(|| (text.to_owned(), None));
    }
    if bytes.contains(&0) {
        return utf16(bytes).map(|text| (text, Some(FindingKind::Utf16Pair)));
    }
    let text: String = bytes.iter().copied().map(char::from).collect();
    let is_text = text.contains(':') && !text.chars().any(|ch| ch.is_control() && !ch.is_ascii_whitespace());
    is_text.then_some((text, Some(FindingKind::Latin1Pair)))
}

/// UTF-16 in the byte order for which the zero bytes are the high bytes of Latin letters.
fn utf16(bytes: &[u8]) -> Option<String> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let zeros = |second: usize| pairs.iter().filter(|pair| pair.get(second) == Some(&0)).count();
    let from = if zeros(1) >= zeros(0) { u16::from_le_bytes } else { u16::from_be_bytes };
    let text: String = char::decode_utf16(pairs.iter().map(|pair| from(*pair))).collect::<Result<_, _>>().ok()?;
    (odd.is_empty() && !text.contains('\0')).then_some(text)
}

/// The credentials within a text that is base64 once more, with or without the word `Basic`.
pub(super) fn encoded_again(text: &str) -> Option<String> {
    let inner = text.trim();
    let inner = inner.strip_prefix("Basic ").unwrap_or(inner).trim();
    let bytes = STANDARD.decode(inner).ok()?;
    let (pair, _) = pair_text(&bytes)?;
    pair.contains(':').then_some(pair)
}

/// The parts of the credentials, with their findings. Places are characters of the credentials.
pub(super) struct PairParts {
    pub(super) found: Vec<Finding>,
    /// Client ID and secret as they are, before and after the first colon (RFC 7617 §2).
    pub(super) parts: Option<(Range<usize>, Range<usize>)>,
}

/// Reads decoded credentials.
pub(super) fn pair_parts(chars: &[char], shapes: (&ValueShape, &ValueShape)) -> PairParts {
    let mut found = Vec::new();
    let whole = unwrapped(chars, 0..chars.len(), Inside::Pair, &mut found);
    let core = part(chars, &whole);
    let Some(colon) = core.iter().position(|ch| *ch == ':').map(|at| whole.start + at) else {
        found.push(match core.windows(3).position(|window| matches!(window, ['%', '3', 'A' | 'a'])) {
            Some(at) => {
                let at = whole.start + at;
                let colon = at..at + 3;
                Finding::in_range(FindingKind::ColonEncoded, &colon).with_fix(Fix::replacement(colon, ":"))
            }
            None if is_not_set(chars, &whole) => named(FindingKind::ValueNotSet, &whole, "client_id"),
            None => Finding::whole(FindingKind::ColonMissing),
        });
        return PairParts { found, parts: None };
    };
    let (identifier, secret) = (whole.start..colon, colon + 1..whole.end);
    let (mut more, one) = findings_in(chars, identifier.clone(), shapes.0);
    found.append(&mut more);
    let (mut more, other) = findings_in(chars, secret.clone(), shapes.1);
    found.append(&mut more);
    match (one.is_empty(), other.is_empty()) {
        (false, false) => {}
        (false, true) => found.push(Finding::over(FindingKind::SecretEmpty, secret.start, 0)),
        (true, false) => found.push(Finding::over(FindingKind::PartMissing, identifier.start, 0)),
        (true, true) => {
            found.extend([identifier.start, secret.start].map(|at| Finding::over(FindingKind::PartMissing, at, 0)))
        }
    }
    let unset =
        [(&one, "client_id"), (&other, "client_secret")].into_iter().filter(|(core, _)| is_not_set(chars, core));
    found.extend(unset.map(|(core, name)| named(FindingKind::ValueNotSet, core, name)));
    if let Some(at) = part(chars, &other).iter().position(|ch| *ch == ':') {
        found.push(Finding::at(FindingKind::SeveralColons, other.start + at));
    }
    if let Some(at) = form_encoded_at(part(chars, &(whole.start..whole.end))) {
        found.push(Finding::at(FindingKind::PairFormEncoded, whole.start + at));
    }
    let both = ((part(chars, &one), shapes.0), (part(chars, &other), shapes.1));
    if !found.iter().any(|finding| finding.kind == FindingKind::ValueNotSet) {
        found.extend(side_by_side(both.0, both.1).map(Finding::whole));
    }
    // What was unwrapped is included, because nothing is trimmed here.
    PairParts { found, parts: Some((0..colon, colon + 1..chars.len())) }
}

fn named(kind: FindingKind, place: &Range<usize>, name: &'static str) -> Finding {
    Finding::in_range(kind, place).naming(Detail::Name(name))
}

fn is_not_set(chars: &[char], place: &Range<usize>) -> bool {
    let core = part(chars, place);
    core.len() <= LONGEST_WORD && is_unset(&core.iter().collect::<String>())
}

/// Of what programs write for a variable without a value.
const LONGEST_WORD: usize = 20;

/// The place that shows form-encoding (RFC 6749 appendix B): an escape or a `+`, where the rest contains nothing that
/// form-encoding would escape.
fn form_encoded_at(pair: &[char]) -> Option<usize> {
    let is_free = |ch: &char| ch.is_ascii_alphanumeric() || matches!(ch, '*' | '-' | '.' | '_' | ':' | '+');
    let mut rest = pair;
    let mut first = None;
    while let Some((ch, behind)) = rest.split_first() {
        let at = pair.len() - rest.len();
        rest = match behind {
            [high, low, behind @ ..] if *ch == '%' && high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                first = first.or(Some(at));
                behind
            }
            _ if is_free(ch) => {
                first = first.or((*ch == '+').then_some(at));
                behind
            }
            _ => return None,
        };
    }
    first
}

/// The credentials without their faults, as far as that needs no guessing; `None` if a fault remains that will fail.
///
/// A space inside a value is removed only where values are known to contain none.
pub(super) fn cleaned(pair: &str, shapes: (&ValueShape, &ValueShape)) -> Option<String> {
    let mut pair = pair.to_owned();
    let has_no_spaces = shapes.0.plain_alphabet && shapes.1.plain_alphabet;
    // Removing one layer may uncover the next; more than three have never been seen.
    for _ in 0..3 {
        let chars: Vec<char> = pair.chars().collect();
        let found = pair_parts(&chars, shapes).found;
        let is_fixed =
            |finding: &&Finding| finding.fix.is_some() && (has_no_spaces || finding.kind != FindingKind::BlankInside);
        if found.iter().any(|finding| !is_fixed(&finding) && finding.kind.severity() == Severity::Error) {
            return None;
        }
        let fix = Fix::new(found.iter().filter(is_fixed).flat_map(Finding::edits).cloned());
        if fix.edits().is_empty() {
            return Some(pair);
        }
        pair = apply(&pair, &fix);
    }
    Some(pair)
}
