//! An `Authorization` header, read back: client ID and secret after `Basic`, or a token after `Bearer`.

mod bearer;
mod credentials;
mod pair;
mod text;

pub(super) use bearer::bearer_fault;
pub use credentials::header_findings;

use core::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::percent_decode_str;

use crate::oauth::{PairEncoding, Secret, authorization_header};
use crate::reading::wrapping::part;
use crate::reading::{Finding, FindingKind, Fix, Severity, ValueRole, ValueShape, Within, apply};
use pair::{PairParts, cleaned, encoded_again, pair_parts, pair_text};
use text::{Content, HeaderText, header_text};

/// What is known about the two values in a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairShape {
    /// What is known about client IDs.
    pub identifier: ValueShape,
    /// What is known about client secrets.
    pub secret: ValueShape,
}

impl Default for PairShape {
    fn default() -> PairShape {
        PairShape { identifier: ValueShape::new(ValueRole::Identifier), secret: ValueShape::new(ValueRole::Secret) }
    }
}

/// What a header contains.
#[derive(Clone, Debug, Default)]
pub struct HeaderReading {
    /// Places are in the pasted text, or in [`decoded`](HeaderReading::decoded).
    ///
    /// [`FindingKind::HeaderRead`] comes first where nothing is likely to fail and the secret is not empty; then there is
    /// also a finding about whether the header is the same with and without form-encoding.
    pub findings: Vec<Finding>,
    /// The credentials as they stand in the pasted text, encoded or not, where they can be read.
    pub written: Option<Secret>,
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
    /// The token of a `Bearer` header (RFC 6750 §2.1), where a server can read it or it is known what it should be.
    pub token: Option<Secret>,
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
///
/// ```
/// use authdesk::oauth::Secret;
/// use authdesk::reading::{Finding, FindingKind, PairShape, read_header};
///
/// // RFC 7617 §2.
/// let reading = read_header("Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", &PairShape::default());
/// let pair = reading.pair.unwrap();
/// assert!(pair.identifier == "Aladdin" && pair.secret.same_as(&Secret::new("open sesame")));
///
/// // The same without its padding (RFC 4648 §3.2).
/// let reading = read_header("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ", &PairShape::default());
/// assert_eq!(reading.findings[0], Finding::over(FindingKind::PaddingMissing, 32, 0));
/// assert!(reading.corrected.unwrap().same_as(&Secret::new("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")));
/// ```
#[must_use]
pub fn read_header(text: &str, shape: &PairShape) -> HeaderReading {
    let chars: Vec<char> = text.chars().collect();
    let HeaderText { mut found, payload, content, token } = header_text(&chars);
    let inner = inner_pair(content, &mut found);
    let outside = Outside { chars: &chars, payload };
    let Some(inner) = inner else {
        outside.fix_alphabet(&mut found);
        return HeaderReading { findings: found, written: token.clone(), token, ..HeaderReading::default() };
    };
    let shapes = (&shape.identifier, &shape.secret);
    let pair_chars: Vec<char> = inner.chars().collect();
    let PairParts { found: inside, parts } = pair_parts(&pair_chars, shapes);
    let pair = parts.map(|(identifier, secret)| DecodedPair {
        identifier: part(&pair_chars, &identifier).iter().collect(),
        secret: Secret::new(part(&pair_chars, &secret).iter().collect::<String>()),
    });
    let is_whole = !found.iter().any(|finding| finding.kind == FindingKind::LetterLost);
    let is_odd = found.iter().any(|finding| finding.kind.severity() > Severity::Info);
    outside.fix_alphabet(&mut found);
    outside.fix_encoding(&mut found, &inner);
    found.extend(inside.into_iter().map(|finding| outside.with_encoded_fix(finding, &inner)));
    let is_form_encoded = found.iter().any(|finding| finding.kind == FindingKind::PairFormEncoded);
    let before_form = pair.as_ref().filter(|_| is_form_encoded).and_then(DecodedPair::before_form);
    let other = pair.as_ref().and_then(|pair| other_form(pair, before_form.as_ref()));
    let is_good = pair.is_some() && found.iter().all(|finding| finding.kind.severity() <= Severity::Info);
    if is_good {
        // An empty secret is allowed, but it is all that there is to say about such a header.
        let is_full = !found.iter().any(|finding| finding.kind == FindingKind::SecretEmpty);
        if is_full {
            found.insert(0, Finding::whole(FindingKind::HeaderRead));
        }
        if !is_form_encoded && other.is_some() {
            found.push(Finding::whole(FindingKind::EncodingsDiffer));
        } else if !is_form_encoded && is_full {
            found.push(Finding::whole(FindingKind::EncodingsAgree));
        }
    }
    // Credentials never contain a control character (RFC 7617 §2), even where a different fault was reported instead.
    let corrected = cleaned(&inner, shapes).filter(|pair| is_whole && !pair.contains(char::is_control));
    let corrected = corrected.map(|pair| format!("Basic {}", STANDARD.encode(pair)));
    let corrected = corrected.filter(|corrected| is_odd || !outside.ends_with(corrected));
    let corrected = corrected.map(Secret::new);
    HeaderReading {
        findings: found,
        written: Some(outside.written()),
        decoded: Some(Secret::new(inner)),
        pair,
        before_form,
        other,
        corrected,
        token,
    }
}

/// The text around the credentials.
struct Outside<'c> {
    chars: &'c [char],
    /// Where the base64 text is.
    payload: Range<usize>,
}

impl Outside<'_> {
    fn written(&self) -> Secret {
        Secret::new(part(self.chars, &self.payload).iter().collect::<String>())
    }

    /// Whether the pasted text already is the corrected header.
    fn ends_with(&self, corrected: &str) -> bool {
        let start = self.payload.end.saturating_sub(corrected.len());
        part(self.chars, &(start..self.payload.end)).iter().copied().eq(corrected.chars())
    }

    /// Credentials in the place of the base64 text, encoded in UTF-8 and the standard alphabet; name and scheme stay.
    fn encoded(&self, pair: &str) -> Fix {
        Fix::replacement(self.payload.clone(), STANDARD.encode(pair))
    }

    /// The fix for the alphabet for URLs, which needs no decoding.
    fn fix_alphabet(&self, found: &mut [Finding]) {
        let standard = |ch: &char| match ch {
            '-' => '+',
            '_' => '/',
            other => *other,
        };
        for finding in found.iter_mut().filter(|finding| finding.kind == FindingKind::UrlAlphabet) {
            let text: String = part(self.chars, &self.payload).iter().map(standard).collect();
            finding.fix = Some(Fix::replacement(self.payload.clone(), text));
        }
    }

    /// The fixes for how the credentials are encoded.
    fn fix_encoding(&self, found: &mut [Finding], pair: &str) {
        for finding in found {
            match finding.kind {
                FindingKind::PairNotEncoded
                | FindingKind::Utf16Pair
                | FindingKind::Latin1Pair
                | FindingKind::Base64Twice => finding.fix = Some(self.encoded(pair)),
                _ => {}
            }
        }
    }

    /// A finding about the credentials, with its place in them and its fix in the whole text.
    fn with_encoded_fix(&self, finding: Finding, pair: &str) -> Finding {
        let fixed = match (&finding.fix, finding.kind) {
            (Some(fix), _) => Some(apply(pair, fix)),
            (None, FindingKind::MaybeSwapped) => {
                pair.split_once(':').map(|(identifier, secret)| format!("{secret}:{identifier}"))
            }
            (None, _) => None,
        };
        finding.within(Within::Pair).with_fix(fixed.map(|pair| self.encoded(&pair)))
    }
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

/// The text of the credentials; findings about their encoding are added to `found`.
fn inner_pair(content: Content, found: &mut Vec<Finding>) -> Option<String> {
    let bytes = match content {
        Content::Unreadable => return None,
        Content::Unencoded(pair) => return Some(pair),
        Content::Bytes(bytes) => bytes,
    };
    let Some((text, encoding)) = pair_text(&bytes) else {
        // Where characters are missing, the bytes after them are meaningless.
        if !found.iter().any(|finding| finding.kind == FindingKind::LetterLost) {
            found.push(Finding::whole(FindingKind::PairNotText));
        }
        return None;
    };
    found.extend(encoding.map(Finding::whole));
    if !text.contains(':')
        && let Some(inner) = encoded_again(&text)
    {
        found.push(Finding::whole(FindingKind::Base64Twice));
        return Some(inner);
    }
    Some(text)
}
