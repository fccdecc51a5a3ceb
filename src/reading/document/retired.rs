//! A program that still checks Zoom's events with the verification token.

use crate::chars::end_of;
use core::ops::Range;

/// What the value is called in programs.
const NAMES: [&str; 4] = ["verification_token", "verificationtoken", "verification-token", "verifytoken"];

/// How programs read the header, in lowercase and without quotes.
const HEADERS: [&str; 9] = [
    "header(authorization)",
    "headers.authorization",
    "headers[authorization]",
    "headers.get(authorization)",
    "getheader(authorization)",
    "get(authorization)",
    "http_authorization",
    "header.get(authorization)",
    "headerline(authorization)",
];

/// In bytes: the two are in one function.
const NEAR: usize = 800;
/// In bytes: how far from its name a header is read.
const LONGEST: usize = 40;
/// How many places of a word are looked at.
const MOST: usize = 64;

/// The name of the token, where it is compared with the header `Authorization` and no signature is computed.
pub(super) fn verification_token(text: &str) -> Option<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    if !lower.contains("zoom") || lower.contains("hmac") || !lower.contains("authorization") {
        return None;
    }
    let headers: Vec<usize> =
        lower.match_indices("authorization").take(MOST).map(|(at, _)| at).filter(|at| is_read(&lower, *at)).collect();
    let mut names = NAMES.iter().flat_map(|name| lower.match_indices(name).take(MOST));
    names.find_map(|(at, name)| {
        let is_near = headers.iter().any(|header| header.abs_diff(at) < NEAR);
        is_near.then(|| at..at + name.len())
    })
}

/// Whether a program reads the header whose name is at that byte.
fn is_read(lower: &str, at: usize) -> bool {
    let start = at - end_of(lower.get(..at).unwrap_or_default(), LONGEST).len();
    let around: String = lower
        .get(start..)
        .unwrap_or_default()
        .chars()
        .take(2 * LONGEST)
        .filter(|ch| !ch.is_whitespace() && !matches!(ch, '"' | '\'' | '`'))
        .collect();
    HEADERS.iter().any(|form| around.contains(form))
}
