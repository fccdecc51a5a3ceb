//! Code verifiers and code challenges in a text: RFC 7636 §4.1 and §4.2.

use super::named::{Form, Name, Named};
use crate::oauth::CodeVerifier;
use crate::reading::FindingKind;
use crate::reading::authorize::is_hash;
use crate::reading::value::{is_masked, is_placeholder, is_unset};

/// A finding, and the value that it is about.
type Fault<'n, 't> = (FindingKind, &'n Named<'t>);

/// Values that cannot be right, and a challenge that is not that of the verifier. `is_read`: a reader of its own has
/// looked at the value.
pub(super) fn faults<'n, 't>(
    text: &str,
    values: &'n [Named<'t>],
    is_read: impl Fn(&Named<'_>) -> bool,
) -> Vec<Fault<'n, 't>> {
    let is_hashed = text.contains("S256");
    let of = |name: Name| values.iter().filter(move |one| one.name == name && is_literal(one));
    let (verifiers, challenges): (Vec<_>, Vec<_>) = (of(Name::Verifier).collect(), of(Name::Challenge).collect());
    let mut found: Vec<Fault<'n, 't>> = Vec::new();
    for one in verifiers.iter().filter(|one| !is_read(one)) {
        if CodeVerifier::parse(&one.value()).is_err() {
            found.push((FindingKind::NotAVerifier, one));
            break;
        }
    }
    for one in challenges.iter().filter(|one| !is_read(one)) {
        if !is_challenge(&one.value(), is_hashed) {
            found.push((FindingKind::ChallengeShape, one));
            break;
        }
    }
    if let (Some(verifier), Some(challenge)) = (only(&verifiers), only(&challenges))
        && is_hashed
        && found.is_empty()
        && let Ok(parsed) = CodeVerifier::parse(&verifier.value())
    {
        let written = challenge.value();
        if written == verifier.value() {
            found.push((FindingKind::ChallengeIsVerifier, challenge));
        } else if is_challenge(&written, true) && written != parsed.challenge() {
            found.push((FindingKind::VerifierDiffers, verifier));
        }
    }
    found
}

/// The only one, however often it is repeated.
fn only<'n, 't>(all: &[&'n Named<'t>]) -> Option<&'n Named<'t>> {
    let first = all.first()?;
    all.iter().all(|one| one.value() == first.value()).then_some(*first)
}

/// In characters: a shorter text is no value, but a word.
const SHORTEST: usize = 8;

/// Whether the value itself is there, and not a variable, a mask, a placeholder or a word about it.
fn is_literal(one: &Named<'_>) -> bool {
    let value = one.value();
    let chars: Vec<char> = value.chars().take(256).collect();
    let has = |is: fn(&char) -> bool| chars.iter().any(is);
    let is_made = has(char::is_ascii_digit) && chars.len() >= 2 * SHORTEST;
    let is_mixed = has(char::is_ascii_uppercase) && has(char::is_ascii_lowercase);
    let is_set_off = match one.form {
        Form::Quoted => is_made || is_mixed && !has(char::is_ascii_whitespace),
        Form::Query => is_made || is_mixed,
        // A name, a call, or a member of something.
        Form::Bare => is_made && has(char::is_ascii_alphabetic),
    };
    let is_shortened = ["..", "\u{2026}", "***"].iter().any(|sign| value.contains(sign));
    chars.len() >= SHORTEST
        && is_set_off
        && !value.contains(['(', '$', '{', '<', '[', '%', '\u{2022}'])
        && !is_shortened
        && !is_masked(&value)
        && !is_unset(&value)
        && !is_placeholder(&chars)
}

/// Whether a text may be a challenge. With the method `plain` it is the verifier.
fn is_challenge(value: &str, is_hashed: bool) -> bool {
    if is_hashed { is_hash(value) } else { value.chars().all(|ch| ch.is_ascii_alphanumeric() || "-._~".contains(ch)) }
}
