//! Single values, the header, scopes, excerpts, and pasted text of unknown kind.

use authdesk::oauth::{PairEncoding, Secret, authorization_header};
use authdesk::reading::{
    InputShape, PairShape, PastedKind, ScopeFacts, Severity, Span, ValueRole, ValueShape, Within, dotted, has_secret,
    input_findings, read_header, read_scopes, scope_findings, secret_spans, two_value_findings, value_findings,
    what_is,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::rules::{fixed, fixes_lead_on, lies_in, places, prints_no_secret, shown, with_secrets};

/// A single value, and two of them side by side.
pub fn value(text: &str) {
    let text = &with_secrets(text);
    for (role, length) in [
        (ValueRole::Identifier, Some(22)),
        (ValueRole::Secret, Some(32)),
        (ValueRole::Account, None),
        (ValueRole::Other, None),
    ] {
        let shape = ValueShape { role, length, plain_alphabet: length.is_some() };
        let findings = value_findings(text, &shape);
        assert_eq!(findings, value_findings(text, &shape));
        prints_no_secret(&findings, &[]);
        places(&findings, text, None);
        fixes_lead_on(text, |text| value_findings(text, &shape));
    }
    for shape in InputShape::ALL {
        let findings = input_findings(text, shape);
        prints_no_secret(&findings, &[]);
        places(&findings, text, None);
        fixes_lead_on(text, |text| input_findings(text, shape));
    }
    if let Some((one, other)) = text.split_once('¦') {
        let shape = ValueShape { length: Some(22), ..ValueShape::new(ValueRole::Identifier) };
        let swapped = ValueShape { length: Some(32), ..ValueShape::new(ValueRole::Secret) };
        let findings = two_value_findings((one, &shape), (other, &swapped));
        assert_eq!(findings, two_value_findings((other, &swapped), (one, &shape)));
    }
}

/// The `Authorization` header.
pub fn header(text: &str) {
    let text = &with_secrets(text);
    let plain = |role| ValueShape { plain_alphabet: true, ..ValueShape::new(role) };
    let strict = PairShape { identifier: plain(ValueRole::Identifier), secret: plain(ValueRole::Secret) };
    for shape in [PairShape::default(), strict] {
        let reading = read_header(text, &shape);
        let before_form = reading.before_form.as_ref().map_or("", |pair| &pair.identifier);
        let identifier = reading.pair.as_ref().map_or("", |pair| &pair.identifier);
        prints_no_secret(&reading, &[identifier, before_form]);
        assert_eq!(format!("{reading:?}"), format!("{:?}", read_header(text, &shape)));
        places(&reading.findings, text, reading.decoded.as_ref().map(shown));
        if let Some(corrected) = &reading.corrected {
            let again = read_header(shown(corrected), &shape);
            let bad = again.findings.iter().find(|finding| finding.kind.severity() == Severity::Error);
            assert!(bad.is_none(), "{:?} is not corrected: {bad:?}", shown(corrected));
        }
        fixes_lead_on(text, |text| read_header(text, &shape).findings);
    }
    header_as_base64_says(text);
    if let Some((id, secret)) = text.split_once('¦') {
        header_is_read_back(id, secret);
    }
}

/// What was read is what a different decoder returns for the same base64.
fn header_as_base64_says(text: &str) {
    let Some(payload) = text.strip_prefix("Basic ") else { return };
    let Some(pair) = STANDARD.decode(payload).ok().and_then(|bytes| String::from_utf8(bytes).ok()) else { return };
    // Zeros indicate UTF-16; without a colon it may be base64 once more.
    if pair.contains('\0') || !pair.contains(':') {
        return;
    }
    let reading = read_header(text, &PairShape::default());
    assert_eq!(reading.decoded.as_ref().map(shown), Some(pair.as_str()));
}

/// A header created from client ID and secret is read back as the same two values.
fn header_is_read_back(id: &str, secret: &str) {
    let secret = Secret::new(secret);
    let Ok(header) = authorization_header(id, &secret, PairEncoding::Raw) else { return };
    if id.contains('\0') {
        return;
    }
    let pair = read_header(shown(&header), &PairShape::default()).pair.expect("a pair");
    assert_eq!((pair.identifier.as_str(), shown(&pair.secret)), (id, shown(&secret)));
}

/// Scope names.
pub fn scopes(text: &str) {
    let text = &with_secrets(text);
    let is_known = |name: &str| matches!(name, "user:read" | "user:read:user:admin" | "meeting:write");
    let list = read_scopes(text, &is_known);
    assert_eq!(list, read_scopes(text, &is_known));
    prints_no_secret(&list, &[]);
    let all = list.names.iter().map(|scope| &scope.span).chain(&list.repeats);
    all.for_each(|span| lies_in(span, text));
    assert!(list.names.iter().all(|scope| !scope.name.is_empty()));
    let facts: Vec<ScopeFacts> = list
        .names
        .iter()
        .map(|scope| ScopeFacts { is_known: is_known(&scope.name), is_classic: true, ..ScopeFacts::default() })
        .collect();
    let findings = |text: &str| scope_findings(&read_scopes(text, &is_known), &[], Some(1));
    places(&scope_findings(&list, &facts, Some(1)), text, None);
    fixes_lead_on(text, findings);
    for finding in findings(text) {
        let Some(after) = fixed(&finding, text) else { continue };
        let again = read_scopes(&after, &is_known);
        assert!(again.repeats.is_empty(), "{after:?} has repeats");
        assert_eq!(again.texts(), list.texts(), "the fix takes nothing but repeats");
    }
}

/// A text pasted into the field for any text.
pub fn pasted(text: &str) {
    let text = &with_secrets(text);
    let found = what_is(text);
    prints_no_secret(&found, &[]);
    places(&found.findings, text, None);
    let again = what_is(text);
    assert_eq!((&found.kinds, &found.findings), (&again.kinds, &again.findings));
    assert!(found.text.same_as(&again.text));
    assert!(found.kinds.len() < 5, "{:?}", found.kinds);
    assert!(found.kinds.iter().enumerate().all(|(at, kind)| !found.kinds[..at].contains(kind)), "{:?}", found.kinds);
    for kind in &found.kinds {
        assert!(!found.text_for(*kind).is_empty(), "{kind:?} has no text");
    }
    assert!(!found.kinds.contains(&PastedKind::TooLong));
}

/// What is masked in a text of any kind: the places are in order and within the text, and everything else stays.
pub fn secrets(text: &str) {
    let text = &with_secrets(text);
    let spans = secret_spans(text);
    let length = text.chars().count();
    let mut end = None;
    for span in &spans {
        assert!(span.start < span.end && span.end <= length, "{span:?} is outside of {length} characters");
        assert!(end.is_none_or(|end| end < span.start), "{spans:?} are not in order, or touch");
        end = Some(span.end);
    }
    assert_eq!(has_secret(text), !spans.is_empty());
    let is_hidden = |at: usize| spans.iter().any(|span| span.contains(&at));
    let lines = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
    assert_eq!(dotted(text, &[]), lines(text));
    if !text.contains('\r') {
        for (at, (before, after)) in text.chars().zip(dotted(text, &spans).chars()).enumerate() {
            let expected = if is_hidden(at) && !before.is_whitespace() { '•' } else { before };
            assert_eq!(after, expected, "at {at}");
        }
    }
}

/// The part of a text that a finding is about. The first two characters give the place, counted from `0`.
pub fn excerpt(text: &str) {
    let mut letters = text.chars();
    let mut number = || letters.next().map_or(0, |letter| u32::from(letter).wrapping_sub(48) as usize % 256);
    let (start, length) = (number(), number());
    let rest = with_secrets(letters.as_str());
    shows(&rest, &Span { within: Within::Pasted, start, length });
    shows(&rest, &Span { within: Within::Pair, start: usize::MAX - start, length: usize::MAX - length });
}

/// An excerpt is short and marks one piece; if masked, it shows no letter outside that piece.
pub(crate) fn shows(text: &str, span: &Span) {
    for masked in [false, true] {
        let pieces = authdesk::reading::excerpt(text, span, masked);
        prints_no_secret(&pieces, &[]);
        assert_eq!(pieces.iter().filter(|piece| piece.is_marked).count(), 1);
        for piece in pieces {
            let piece_text = shown(&piece.text);
            // An unusual character becomes at most `[U+E0001]`.
            assert!(piece_text.chars().count() <= 24 * 9 + 1, "{piece_text:?} is long");
            if masked && !piece.is_marked {
                let rest = without_code_points(piece_text);
                let letter = rest.chars().find(|letter| letter.is_alphanumeric());
                assert!(letter.is_none(), "{piece_text:?} shows {letter:?} of {text:?}");
            }
        }
    }
}

/// The text without any `[U+…]`.
fn without_code_points(text: &str) -> String {
    let mut parts = text.split("[U+");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once(']').map_or("", |(_, behind)| behind))
}
