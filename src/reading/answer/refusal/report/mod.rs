//! What of a text is a report: without the sentences that explain errors, without the entries of a log that are about
//! something else, and without the content types that nobody rejected.

mod attempts;
mod entry;
mod lists;
mod media;
mod phrases;
mod prose;

use std::borrow::Cow;

pub(super) use self::attempts::last_attempt;
pub(super) use self::entry::{begins_entry, is_of_other_entry};
pub(in crate::reading) use self::entry::{is_calm_entry, is_sound_log};

use self::entry::idle_entries;
use self::media::mentioned_types;
use self::phrases::{reports, speaks_of_one};
use self::prose::explanations;
use crate::chars::front_of;
use crate::reading::blanked::blanked;

/// The text with spaces in place of what is no report, so that everything else stays where it is, in bytes.
pub(in crate::reading) fn reported(text: &str) -> Cow<'_, str> {
    let mut gone = idle_entries(text);
    gone.extend(explanations(text));
    gone.extend(mentioned_types(text));
    blanked(Cow::Borrowed(text), gone)
}

/// The text with spaces in place of the content types that nobody rejected.
pub(super) fn without_mentioned_types(text: String) -> String {
    let gone = mentioned_types(&text);
    blanked(Cow::Owned(text), gone).into_owned()
}

/// Whether somebody tells what happened, in prose.
#[must_use]
pub fn tells(text: &str) -> bool {
    reports(&text.to_lowercase())
}

/// Whether a text says these words, in lowercase, of one thing: not of a kind, as documentation does.
#[must_use]
pub fn tells_of_one(text: &str, words: &str) -> bool {
    speaks_of_one(&text.to_lowercase(), words)
}

/// Whether somebody says that a request does not work.
#[must_use]
pub fn tells_of_failure(text: &str) -> bool {
    const WORDS: [&str; 10] = [
        "fails",
        "failed",
        "does not work",
        "doesn't work",
        "not working",
        "an error",
        "schlägt fehl",
        "fehlgeschlagen",
        "funktioniert nicht",
        "geht nicht",
    ];
    let lower = front_of(text, LONGEST_TOLD).to_lowercase();
    WORDS.iter().any(|word| lower.contains(word))
}

/// In bytes: what somebody tells is not longer.
const LONGEST_TOLD: usize = 20_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_else_stays_in_its_place() {
        for text in [
            "",
            "Error: invalid_grant",
            "If the server returns invalid_grant, the c\u{f6}de is old.\nError: invalid_grant",
        ] {
            let kept = reported(text);
            assert_eq!(kept.len(), text.len());
            assert_eq!(kept.rfind("Error:"), text.rfind("Error:"), "{text}");
        }
    }
}
