//! Notes: lines that are nothing but a value.

use core::ops::Range;

use super::value::is_words;
use crate::chars::{is_around_value, is_invisible};

/// The values that stand alone on their lines, in bytes, if there are at least two: which of them is the secret cannot be
/// known.
pub(super) fn values_alone(text: &str) -> Vec<Range<usize>> {
    let mut values = Vec::new();
    let mut start = 0;
    for line in text.split('\n').flat_map(|line| line.split('\r')) {
        let value = line.trim_matches(is_around_value);
        if is_made(value) {
            let indent = line.len() - line.trim_start_matches(is_around_value).len();
            values.push(start + indent..start + indent + value.len());
        }
        start += line.len() + 1;
    }
    if values.len() < 2 { Vec::new() } else { values }
}

/// Whether a program made it: long, of letters and digits, no words.
fn is_made(value: &str) -> bool {
    let is_of_value = |ch: char| {
        ch.is_ascii_alphanumeric() || is_invisible(ch) || matches!(ch, '-' | '.' | '_' | '~' | '+' | '/' | '=')
    };
    value.len() >= LEAST
        && value.chars().all(is_of_value)
        && value.contains(|ch: char| ch.is_ascii_digit())
        && value.contains(|ch: char| ch.is_ascii_alphabetic())
        && !is_words(value)
}

/// Shorter ones are names and numbers, in bytes.
const LEAST: usize = 20;
