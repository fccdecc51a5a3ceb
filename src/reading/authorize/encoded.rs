//! What is percent-encoded as a whole, or at its ends.

use crate::reading::query::PastedAddress;

/// Whether even the `://` of the URL is encoded.
pub(super) fn is_encoded_whole(address: &PastedAddress<'_>) -> bool {
    address.parts.is_empty() && !address.base.contains("://") && is_encoded_address(address.base)
}

/// Whether a text is a percent-encoded URL.
pub(in crate::reading) fn is_encoded_address(text: &str) -> bool {
    let scheme = text.trim_start_matches(|ch: char| ch.is_ascii_alphanumeric() || "+-.".contains(ch));
    let sign: String = scheme.chars().take(ENCODED_SIGN.len()).collect();
    scheme.len() < text.len() && sign.eq_ignore_ascii_case(ENCODED_SIGN)
}

/// `://`, percent-encoded.
const ENCODED_SIGN: &str = "%3A%2F%2F";

/// How many characters of encoded whitespace begin and end a value.
pub(super) fn encoded_space_ends(written: &str) -> (usize, usize) {
    const SPACES: [&str; 6] = ["%20", "%09", "%0A", "%0D", "%0a", "%0d"];
    let mut rest = written;
    while let Some(behind) = SPACES.iter().chain(&["+"]).find_map(|space| rest.strip_prefix(space)) {
        rest = behind;
    }
    let before = written.len() - rest.len();
    let inner = rest;
    while let Some(front) = SPACES.iter().chain(&["+"]).find_map(|space| rest.strip_suffix(space)) {
        rest = front;
    }
    (before, inner.len() - rest.len())
}
