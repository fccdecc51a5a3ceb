//! Single values: a header, a token, base64, client ID and secret, a code.

use base64::Engine as _;
use base64::engine::general_purpose::GeneralPurpose;
use base64::engine::{DecodePaddingMode, GeneralPurposeConfig};

use super::{Detected, PastedKind, behind, command, find, has, head, sentence};
use crate::chars::{is_around_value, is_space_or_invisible};
use crate::reading::wrapping::bytes_text;

/// A header, alone or among others, with or without its name.
pub(super) fn header(text: &str) -> Option<Detected> {
    let start = head(text);
    let inner = start.trim_start_matches(is_around_value);
    for scheme in ["basic", "bearer"] {
        if let Some(rest) = behind(inner, scheme).filter(|rest| rest.starts_with(char::is_whitespace))
            && is_credential(rest)
            && !is_challenge(rest)
        {
            return Some(with_token(Detected::one(PastedKind::AuthorizationHeader), rest));
        }
    }
    // Among other headers: only lines of the form `Name: value` may come before it.
    let mut before = 0;
    for line in start.split_inclusive('\n') {
        let name = line.trim_start_matches(|ch| is_around_value(ch) || ch == '-').trim_start_matches("H ");
        let name = name.trim_start_matches(is_around_value);
        if let Some(rest) = behind(name, "authorization").map(|rest| rest.trim_start_matches(is_around_value))
            && rest.starts_with([':', '='])
        {
            return Some(with_token(among_others(start, before), rest));
        }
        if line.split_once(':').is_none_or(|(name, _)| name.trim().contains(' ')) {
            return None;
        }
        before += line.len();
    }
    None
}

/// The header from a place on, with the lines over which its value was wrapped.
fn among_others(text: &str, start: usize) -> Detected {
    let found = Detected::one(PastedKind::AuthorizationHeader);
    let rest = text.get(start..).unwrap_or_default();
    let mut end = 0;
    for (number, line) in rest.split_inclusive('\n').enumerate() {
        if number > 0 && (line.contains(':') || line.trim().is_empty()) {
            break;
        }
        end += line.len();
    }
    let whole = start == 0 && end == rest.len();
    match command::header_in(rest) {
        Some(value) if !whole && has(value, "authorization") => found.with(rest.get(..end).unwrap_or_default().trim()),
        Some(value) if !whole => found.with(value),
        _ => found,
    }
}

/// A header may contain a token that can be decoded.
fn with_token(found: Detected, value: &str) -> Detected {
    match find(value, " eyj").and_then(|at| value.get(at..)).and_then(|rest| rest.split_whitespace().next()) {
        Some(jwt) if is_token(jwt) => found.or(PastedKind::Jwt).with(jwt.trim_end_matches(is_around_value)),
        _ => found,
    }
}

/// Whether the text is a credential after a scheme, and not the next word of a sentence such as "Basic Information".
fn is_credential(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    let _ = words.next_if(|word| word.eq_ignore_ascii_case("basic"));
    let Some(first) = words.next() else { return false };
    let looks_made = first.len() >= 16 || first.bytes().any(|byte| byte.is_ascii_digit() || byte == b'=');
    looks_made && words.all(|word| is_base64(word) || word.len() >= 16)
        // Placeholder text, `Basic Client ID:Client Secret`.
        || text.contains(':') && text.len() < 80
}

/// Whether the text is what a server wants, as in `Bearer realm="a", error="invalid_token"`: the name of a parameter, `=`,
/// and a quoted text or, of a known one, a word (RFC 9110 §11.2).
fn is_challenge(text: &str) -> bool {
    let Some((name, value)) = text.split_once('=') else { return false };
    let (name, value) = (name.trim(), value.trim_start_matches([' ', '\t']));
    let is_known = PARAMETERS.iter().any(|known| known.eq_ignore_ascii_case(name));
    let is_name = name.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-')) && !name.is_empty();
    match value.strip_prefix('"') {
        Some(_) if is_known => true,
        // The quote behind a credential that ends in `=` has nothing in it, or is not closed.
        Some(inner) => is_name && inner.split_once('"').is_some_and(|(quoted, _)| is_quoted(quoted)),
        None => is_known && value.starts_with(|ch: char| ch.is_ascii_alphanumeric() || ch == '/'),
    }
}

/// Whether it can be between the quotes of a parameter, and is not what is between those of two arguments.
fn is_quoted(text: &str) -> bool {
    !text.is_empty() && !text.starts_with(char::is_whitespace)
}

/// The parameters of challenges: RFC 6750 §3, RFC 7617 §2.1, RFC 9470 §3, RFC 9728 §5.1; the URL is Microsoft's.
const PARAMETERS: [&str; 10] = [
    "realm",
    "scope",
    "error",
    "error_description",
    "error_uri",
    "charset",
    "acr_values",
    "max_age",
    "resource_metadata",
    "authorization_uri",
];

/// A JSON Web Token; it begins with the base64url text of `{"`.
pub(super) fn token(text: &str) -> Option<Detected> {
    let inner = text.trim_matches(is_around_value);
    is_token(inner).then(|| Detected::one(PastedKind::Jwt).with(inner))
}

fn is_token(text: &str) -> bool {
    let is_allowed = |ch: char| ch.is_ascii_alphanumeric() || "-_.=".contains(ch) || is_space_or_invisible(ch);
    let text = head(text).trim_end_matches('\u{2026}');
    text.starts_with("eyJ") && text.len() > 10 && text.chars().all(is_allowed)
}

/// A value alone: base64, client ID and secret, or a code.
pub(super) fn single(text: &str) -> Option<Detected> {
    if let Some(inner) = bytes_text(head(text).trim()) {
        return single(&inner);
    }
    let inner = head(text).trim_matches(is_around_value);
    let code = is_code(inner);
    if is_base64(inner) && inner.split_whitespace().rev().skip(1).all(|line| line.len() >= 16) {
        let base64 = Detected::one(PastedKind::Base64);
        let padding = inner.trim_end_matches('=').len() < inner.len();
        let length = inner.chars().filter(|ch| !is_space_or_invisible(*ch)).count();
        if holds_text(inner) {
            return Some(if code && !padding { base64.or(PastedKind::Code) } else { base64 });
        }
        if padding || inner.contains('+') {
            let is_whole = length >= 24 && length % 4 == 0;
            let code = Detected::one(PastedKind::Code).or(PastedKind::Base64);
            return Some(if is_whole { base64.or(PastedKind::Code) } else { code });
        }
    }
    if is_pair(inner) {
        return Some(Detected::one(PastedKind::ClientPair));
    }
    (code || is_code_with_more(inner)).then(|| Detected::one(PastedKind::Code))
}

/// Either alphabet of RFC 4648, possibly over several lines.
fn is_base64(text: &str) -> bool {
    let is_allowed = |ch: char| ch.is_ascii_alphanumeric() || "+/-_".contains(ch) || is_space_or_invisible(ch);
    let text = text.trim_end_matches('=');
    !text.is_empty() && text.chars().all(is_allowed)
}

/// How much of a value is decoded, in characters.
const ENOUGH: usize = 1024;
/// The maximum number of bytes that are text by accident.
const NO_ACCIDENT: usize = 6;

/// Whether it decodes to a text, as client ID and secret would: with a colon, as ASCII, or as UTF-16.
fn holds_text(base64: &str) -> bool {
    let chars = base64.chars().filter(|ch| !is_space_or_invisible(*ch) && *ch != '=').take(ENOUGH);
    let mut chars: String = chars.map(|ch| if ch == '-' { '+' } else { ch }).collect();
    chars = chars.replace('_', "/");
    // One character too many or too few: the rest is still enough to decide.
    if chars.len() % 4 == 1 {
        chars.pop();
    }
    let lenient = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let Ok(bytes) = GeneralPurpose::new(&base64::alphabet::STANDARD, lenient).decode(chars) else { return false };
    let odd = bytes.iter().skip(1).step_by(2);
    if bytes.len() > NO_ACCIDENT && odd.clone().filter(|byte| **byte == 0).count() * 3 > odd.count() * 2 {
        return true;
    }
    let is_text = |byte: u8| !byte.is_ascii_control() || b"\t\r\n".contains(&byte);
    let has_colon = bytes.contains(&b':') || has(&String::from_utf8_lossy(&bytes), "%3a");
    // In Latin-1, 128 to 159 are control characters, and a text is mostly ASCII.
    let is_latin = bytes.iter().all(|byte| is_text(*byte) && !(128..160).contains(byte))
        && bytes.iter().filter(|byte| byte.is_ascii()).count() * 5 >= bytes.len() * 4;
    let is_utf8 =
        core::str::from_utf8(&bytes).is_ok_and(|text| text.chars().all(|ch| ch as u32 > 127 || is_text(ch as u8)));
    let is_ascii = bytes.iter().all(|byte| byte.is_ascii() && is_text(*byte));
    has_colon && (is_utf8 || is_latin) || is_ascii && bytes.len() >= NO_ACCIDENT
}

/// Two values with a colon between them, in one or two words.
fn is_pair(text: &str) -> bool {
    let Some((id, secret)) = text.split_once(':') else { return false };
    let words = text.split_whitespace().count();
    let is_value = |value: &str| {
        let value = value.trim_matches(is_around_value);
        let is_long = value.len() >= 16;
        value.len() >= 5 && (is_long || value.bytes().any(|byte| byte.is_ascii_digit()))
    };
    // Placeholder text, `Client_ID:Client_Secret`.
    let are_words = has(id, "client") && secret.len() < 20 && has(secret, "client") && has(secret, "secret");
    let has_blank_at_colon =
        words == 2 && (id.ends_with(is_space_or_invisible) || secret.starts_with(is_space_or_invisible));
    let is_one = words == 1 || has_blank_at_colon || words == 2 && text.contains('\n');
    let is_address = secret.starts_with("//") || id.contains('/');
    let is_json = id.starts_with(['{', '[']) && id.contains('"');
    are_words || is_one && !is_address && !is_json && !sentence::is_scope(text) && is_value(id) && is_value(secret)
}

/// A code alone: without whitespace, of characters that are common in URLs, and not a word.
fn is_code(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~/%+".contains(&byte);
    let text = text.trim_end_matches('=');
    let has = |is: fn(&u8) -> bool| text.bytes().any(|byte| is(&byte));
    let is_mixed = has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic)
        || has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && text.len() >= 20;
    text.len() >= LEAST_CODE && text.bytes().all(is_allowed) && is_mixed
}

/// In characters: the minimum length of a code that is alone.
const LEAST_CODE: usize = 12;

/// "Everything after code=": a code and the parameters after it.
fn is_code_with_more(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~/%+=".contains(&byte);
    let Some((code, more)) = text.split_once(['&', '#']) else { return false };
    let is_parameter = more.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-;".contains(&byte))
    });
    !code.is_empty() && code.bytes().all(is_allowed) && (is_parameter || is_code(code)) && !text.contains(' ')
}
