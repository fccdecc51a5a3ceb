//! An `Authorization: Basic` header, read back.

use core::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::percent_decode_str;

use super::header_text::{Content, HeaderText, header_text};
use super::mark::Mark;
use super::pair::{cleaned, encoded_again, pair_marks, pair_text};
use super::wrapping::part;
use super::{Finding, FindingKind, Severity, ValueRole, ValueShape, Within};
use crate::oauth::{PairEncoding, Secret, authorization_header};

/// What is known about the two values in a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairShape {
    /// The client ID.
    pub identifier: ValueShape,
    /// The client secret.
    pub secret: ValueShape,
}

impl Default for PairShape {
    fn default() -> PairShape {
        PairShape { identifier: ValueShape::of(ValueRole::Identifier), secret: ValueShape::of(ValueRole::Secret) }
    }
}

/// What a header contains.
#[derive(Clone, Debug, Default)]
pub struct HeaderReading {
    /// Places are in the pasted text, or in [`decoded`](HeaderReading::decoded).
    ///
    /// [`FindingKind::HeaderRead`] comes first where nothing is likely to fail; then there is also a finding about
    /// whether the header is the same with and without form-encoding.
    pub findings: Vec<Finding>,
    /// The decoded text, in which the places [`Within::Pair`] are counted.
    pub decoded: Option<Secret>,
    /// The credentials as they are, split at the first colon (RFC 7617 §2); nothing is trimmed.
    pub pair: Option<DecodedPair>,
    /// The credentials before form-encoding (RFC 6749 §2.3.1), where they seem to be form-encoded.
    pub before_form: Option<DecodedPair>,
    /// The header for the same values in the other form, with or without form-encoding, where it differs.
    pub other: Option<Secret>,
    /// The corrected header, `Basic` and the credentials without their faults, where it differs from what was pasted.
    /// Also `None` where a fault cannot be fixed without guessing.
    pub corrected: Option<Secret>,
}

/// Client ID and secret of a header.
#[derive(Clone, Debug)]
pub struct DecodedPair {
    /// The text before the first colon.
    pub identifier: String,
    /// The text after the first colon.
    pub secret: Secret,
}

/// Reads a header: `Authorization: Basic x`, `Basic x` or the base64 text alone, with quotes, in a command such as
/// curl's or among the lines of a request. An empty text has no findings.
///
/// Deviations from RFC 7617 and RFC 4648, each with a finding: either alphabet, missing padding, line breaks, UTF-16
/// and Latin-1, two layers of base64, and credentials without base64.
#[must_use]
pub fn read_header(text: &str, shape: &PairShape) -> HeaderReading {
    let letters: Vec<char> = text.chars().collect();
    let header = header_text(&letters);
    let mut marks = header.marks;
    let Some(inner) = inner_pair(header.content, &mut marks) else {
        let findings = marks.into_iter().map(|mark| mark.finding).collect();
        return HeaderReading { findings, ..HeaderReading::default() };
    };
    let shapes = (&shape.identifier, &shape.secret);
    let pair_letters: Vec<char> = inner.chars().collect();
    let found = pair_marks(&pair_letters, shapes);
    let mut findings: Vec<Finding> = marks.iter().map(|mark| mark.finding).collect();
    findings.extend(found.marks.iter().map(|mark| mark.finding.within(Within::Pair)));
    let pair = found.parts.map(|(identifier, secret)| DecodedPair {
        identifier: part(&pair_letters, &identifier).iter().collect(),
        secret: Secret::new(part(&pair_letters, &secret).iter().collect::<String>()),
    });
    let is_form_encoded = findings.iter().any(|finding| finding.kind == FindingKind::PairFormEncoded);
    let before_form = pair.as_ref().filter(|_| is_form_encoded).and_then(DecodedPair::before_form);
    let other = pair.as_ref().and_then(|pair| other_form(pair, before_form.as_ref()));
    let is_good = pair.is_some() && findings.iter().all(|finding| finding.kind.severity() <= Severity::Info);
    if is_good {
        findings.insert(0, Finding::whole(FindingKind::HeaderRead));
        if !is_form_encoded {
            let differs = other.is_some();
            let kind = if differs { FindingKind::EncodingsDiffer } else { FindingKind::EncodingsAgree };
            findings.push(Finding::whole(kind));
        }
    }
    let is_whole = !marks.iter().any(|mark| mark.finding.kind == FindingKind::LetterLost);
    // Credentials never contain a control character (RFC 7617 §2), even where a different fault was reported instead.
    let corrected = cleaned(&inner, shapes).filter(|pair| is_whole && !pair.contains(char::is_control));
    let corrected = corrected.map(|pair| format!("Basic {}", STANDARD.encode(pair)));
    let is_odd = marks.iter().any(|mark| mark.finding.kind.severity() > Severity::Info);
    let corrected = corrected.filter(|corrected| is_odd || !stands_there(&letters, &header.payload, corrected));
    let corrected = corrected.map(Secret::new);
    HeaderReading { findings, decoded: Some(Secret::new(inner)), pair, before_form, other, corrected }
}

impl DecodedPair {
    fn before_form(&self) -> Option<DecodedPair> {
        let decoded =
            |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8().ok().map(|text| text.into_owned());
        // EXPOSE: decoded into a secret again.
        let secret = decoded(self.secret.expose())?;
        Some(DecodedPair { identifier: decoded(&self.identifier)?, secret: Secret::new(secret) })
    }

    fn header(&self, encoding: PairEncoding) -> Option<Secret> {
        authorization_header(&self.identifier, &self.secret, encoding).ok()
    }
}

fn other_form(pair: &DecodedPair, before_form: Option<&DecodedPair>) -> Option<Secret> {
    let raw = pair.header(PairEncoding::Raw);
    let other = match before_form {
        Some(before) => before.header(PairEncoding::Raw),
        None => pair.header(PairEncoding::FormEncoded),
    };
    other.filter(|other| raw.as_ref().is_none_or(|raw| !raw.same_as(other)))
}

/// Whether the pasted text already is the corrected header.
fn stands_there(letters: &[char], payload: &Range<usize>, corrected: &str) -> bool {
    let start = payload.end.saturating_sub(corrected.len());
    part(letters, &(start..payload.end)).iter().copied().eq(corrected.chars())
}

/// The text of the credentials; findings about their encoding are added to `marks`.
fn inner_pair(content: Content, marks: &mut Vec<Mark>) -> Option<String> {
    let told = |kind: FindingKind| Mark::told(Finding::whole(kind));
    let bytes = match content {
        Content::Unreadable => return None,
        Content::Unencoded(pair) => return Some(pair),
        Content::Bytes(bytes) => bytes,
    };
    let Some((text, encoding)) = pair_text(&bytes) else {
        // Where characters are missing, the bytes after them are meaningless.
        if !marks.iter().any(|mark| mark.finding.kind == FindingKind::LetterLost) {
            marks.push(told(FindingKind::PairNotText));
        }
        return None;
    };
    marks.extend(encoding.map(told));
    if !text.contains(':')
        && let Some(inner) = encoded_again(&text)
    {
        marks.push(told(FindingKind::Base64Twice));
        return Some(inner);
    }
    Some(text)
}

/// The text after the fix of a header's finding. What is fixed inside the credentials is encoded again, in UTF-8 and
/// the standard alphabet, in the place of the base64 text; name and scheme stay.
pub(super) fn mended(finding: &Finding, text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let HeaderText { mut marks, payload, content } = header_text(&letters);
    let in_pair = finding.place.is_some_and(|place| place.within == Within::Pair);
    match finding.kind {
        FindingKind::UrlAlphabet => {
            let inside = |at: usize| payload.contains(&at);
            let standard = |(at, letter): (usize, &char)| match letter {
                '-' if inside(at) => '+',
                '_' if inside(at) => '/',
                other => *other,
            };
            return marks
                .iter()
                .any(|mark| mark.is(finding))
                .then(|| letters.iter().enumerate().map(standard).collect());
        }
        FindingKind::PairNotEncoded
        | FindingKind::Utf16Pair
        | FindingKind::Latin1Pair
        | FindingKind::Base64Twice
        | FindingKind::MaybeSwapped => {}
        _ if in_pair => {}
        _ => return marks.iter().filter(|mark| mark.is(finding)).find_map(|mark| mark.mended(text)),
    }
    let pair = inner_pair(content, &mut marks)?;
    let pair = match finding.kind {
        FindingKind::MaybeSwapped => swapped(&pair)?,
        _ if in_pair => {
            let pair_letters: Vec<char> = pair.chars().collect();
            let shape = PairShape::default();
            let found = pair_marks(&pair_letters, (&shape.identifier, &shape.secret)).marks;
            found.iter().filter(|mark| mark.is(finding)).find_map(|mark| mark.mended(&pair))?
        }
        _ => marks.iter().any(|mark| mark.is(finding)).then_some(pair)?,
    };
    let mut whole: String = part(&letters, &(0..payload.start)).iter().collect();
    whole.push_str(&STANDARD.encode(pair));
    whole.extend(part(&letters, &(payload.end..letters.len())));
    Some(whole)
}

fn swapped(pair: &str) -> Option<String> {
    let (identifier, secret) = pair.split_once(':')?;
    Some(format!("{secret}:{identifier}"))
}
