//! Rules for all readers.

use std::fmt::Debug;

use authdesk::oauth::Secret;
use authdesk::reading::{Finding, Span, Within, apply};
use url::Url;

/// The secret that must not appear in what is printed.
const SECRET: &str = "Hunter2Hunter2";

/// The text with the secrets inserted.
pub(crate) fn with_secrets(text: &str) -> String {
    text.replace('§', SECRET)
}

/// The content of a secret, for comparison.
pub(crate) fn shown(secret: &Secret) -> &str {
    secret.expose()
}

/// Nothing of a secret is printed, except in fields that are not secret by their nature: those are given as `public`.
pub(crate) fn prints_no_secret(read: &dyn Debug, public: &[&str]) {
    let has = |text: &str| text.to_ascii_lowercase().contains("unter2");
    let printed = format!("{read:?}");
    assert!(!has(&printed) || public.iter().any(|text| has(text)), "a secret is printed: {printed}");
}

/// A place is within its text.
pub(crate) fn lies_in(span: &Span, text: &str) {
    let length = text.chars().count();
    assert!(span.start + span.length <= length, "{span:?} is outside of {length} characters");
}

/// The places of findings are within their texts, and their excerpts can be shown.
pub(crate) fn places(findings: &[Finding], pasted: &str, pair: Option<&str>) {
    for finding in findings {
        let Some(span) = &finding.span else { continue };
        let text = match span.within {
            Within::Pasted => pasted,
            Within::Pair => pair.expect("a place in the pair, and no pair"),
        };
        lies_in(span, text);
        crate::values::shows(text, span);
    }
}

/// Each fix that a reader decides changes the text, and applying one after the other never leads back to an earlier text.
pub(crate) fn fixes_lead_on(text: &str, findings: impl Fn(&str) -> Vec<Finding>) {
    for finding in findings(text) {
        if let Some(after) = fixed(&finding, text) {
            assert_ne!(after, text, "the fix of {finding:?} changes nothing");
        }
    }
    let mut seen = vec![text.to_owned()];
    let mut now = text.to_owned();
    for _ in 0..PRESSES {
        let Some((finding, after)) =
            findings(&now).into_iter().find_map(|finding| fixed(&finding, &now).map(|after| (finding, after)))
        else {
            return;
        };
        assert!(!seen.contains(&after), "the fix of {finding:?} leads back to {after:?} ({seen:?})");
        seen.push(after.clone());
        now = after;
    }
}

/// The text with the fix of a finding applied, where it has one.
pub(crate) fn fixed(finding: &Finding, text: &str) -> Option<String> {
    finding.fix.as_ref().map(|fix| apply(text, fix))
}

/// How many fixes are applied in a row.
const PRESSES: usize = 4;

/// The text as a URL, read by a different parser, where both must agree: only characters of RFC 3986, no HTML
/// ampersand, and only one `?`, because our readers treat these as copying errors.
pub(crate) fn plain_address(text: &str) -> Option<Url> {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~:/?#[]@!$&()*+,;=%".contains(letter);
    let sent = text.split('#').next()?;
    let (scheme, rest) = text.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let is_odd = text.contains("&amp;") || text.contains("&#38;") || sent.matches('?').count() > 1;
    if !is_web || is_odd || rest.starts_with(['/', '\\']) || !text.chars().all(is_plain) {
        return None;
    }
    Url::parse(text).ok()
}

/// The parameters of the query, decoded once, with a `+` left as it is; `None` where one does not decode to text.
pub(crate) fn parameters(url: &Url) -> Option<Vec<(String, String)>> {
    let query = url.query().unwrap_or_default();
    percent_encoding::percent_decode_str(query).decode_utf8().ok()?;
    let query = query.replace('+', "%2B");
    let decoded: Vec<(String, String)> = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    // A character can be split over two parameters, and then neither is text.
    (!decoded.iter().any(|(name, value)| name.contains('\u{fffd}') || value.contains('\u{fffd}'))).then_some(decoded)
}
