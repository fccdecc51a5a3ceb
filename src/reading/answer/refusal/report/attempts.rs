//! Attempts of a program that tried something else after the first one failed.

use core::iter;
use std::borrow::Cow;

use crate::reading::blanked::blanked;

/// The text with spaces in place of what is before the last attempt; `None` where it tells of none.
pub(in crate::reading::answer::refusal) fn last_attempt(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let told = FALLING_BACK.iter().filter_map(|words| lower.rfind(words)).max()?;
    let end = text.get(told..)?.find('\n').map(|end| told + end)?;
    (!text.get(end..)?.trim().is_empty())
        .then(|| blanked(Cow::Borrowed(text), iter::once(0..end).collect()).into_owned())
}

/// In bytes.
const LONGEST: usize = 200_000;

/// In lowercase.
const FALLING_BACK: [&str; 9] = [
    "falling back",
    "falling-back",
    "falls back to",
    "fall back to",
    "fallback to",
    "trying alternat",
    "trying the next",
    "trying another",
    "trying instead",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_behind_the_last_one() {
        for (text, kept) in [
            ("a: 405\nfalling back to sse\nb", "\nb"),
            ("a: 405\nReconnecting for reason: falling-back-to-alternate-transport\nb\nc", "\nb\nc"),
            ("a\nFalling back\nb\nTrying alternative\nc", "\nc"),
        ] {
            let last = last_attempt(text).unwrap();
            assert_eq!((last.len(), last.trim_start_matches([' ', '\n'])), (text.len(), kept.trim_start()), "{text}");
        }
        for text in ["", "a: 405", "falling back", "a\nfalling back to sse\n \n"] {
            assert_eq!(last_attempt(text), None, "{text}");
        }
    }
}
