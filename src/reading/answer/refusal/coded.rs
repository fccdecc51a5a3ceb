//! Sentences that end in the number of an error.

use crate::oauth::refusal_number;

/// The last line that ends in the number of an error, after saying so: `The following error code was returned: 1001.`
pub(super) fn coded_line(text: &str) -> Option<(u32, &str)> {
    let lines = text.lines().rev().take(MOST_LINES).map(str::trim).filter(|line| line.len() <= LONGEST_CODED);
    lines.into_iter().find_map(|line| {
        let (words, digits) = line.trim_end_matches('.').rsplit_once(": ")?;
        let lower = words.to_lowercase();
        let is_sentence = words.split_whitespace().nth(2).is_some();
        let is_coded =
            is_sentence && ["error code", "fehlercode", "code d'erreur"].iter().any(|part| lower.contains(part));
        let number = refusal_number(&format!("({digits})")).filter(|_| is_coded)?;
        Some((number, line))
    })
}

/// How many lines are looked at.
const MOST_LINES: usize = 2000;
/// In bytes: no line with the number of an error is longer.
const LONGEST_CODED: usize = 300;
