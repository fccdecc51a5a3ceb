//! A scope that an app has, by the words of somebody, and that its token lacks.

use crate::chars::front_of;

/// What Zoom writes before the scopes that a token lacks, in lowercase.
const LACKED: &str = "does not contain scopes:";
/// In bytes: no list of them is longer.
const LONGEST: usize = 600;
/// In bytes: no sentence is longer.
const LONGEST_LINE: usize = 2000;
/// How many scopes are looked for.
const MOST_SCOPES: usize = 64;
/// How many such errors are looked at: a log repeats them.
const MOST: usize = 16;

/// How people say that they have added something, in lowercase.
const ADDED: [&str; 28] = [
    "added",
    "already",
    "is there",
    "is in the app",
    "is in there",
    "is set",
    "are set",
    "selected",
    "ticked",
    "checked",
    "enabled",
    "assigned",
    "activated",
    "nachgetragen",
    "hinzugef\u{fc}gt",
    "eingetragen",
    "angehakt",
    "vorhanden",
    " drin",
    "ajout\u{e9}",
    "coch\u{e9}",
    "agregu",
    "agregad",
    "a\u{f1}ad",
    "adicion",
    "marcad",
    "\u{8ffd}\u{52a0}",
    "\u{8a2d}\u{5b9a}\u{6e08}\u{307f}",
];

/// Whether a line says that the app has a scope that an error in the text wants. `lower` is in lowercase.
pub(super) fn has_one(lower: &str) -> bool {
    let lacked: Vec<&str> = lower
        .match_indices(LACKED)
        .take(MOST)
        .filter_map(|(at, lead)| front_of(lower.get(at + lead.len()..)?, LONGEST).split_once(']').map(|(list, _)| list))
        .flat_map(|list| list.split([',', '[', ' ']))
        .map(str::trim)
        .filter(|scope| scope.contains(':'))
        .take(MOST_SCOPES)
        .collect();
    let is_sentence = |line: &&str| {
        let asks = line.contains('?') || line.contains(LACKED) || line.contains("\"scope\"");
        !asks && line.len() < LONGEST_LINE && ADDED.iter().any(|word| line.contains(word))
    };
    lower.lines().filter(is_sentence).any(|line| {
        let words = line.split(|ch: char| ch.is_whitespace() || "\"'`()[],;\u{201e}\u{201c}\u{201d}".contains(ch));
        words.map(|word| word.trim_end_matches(['.', '!', ':'])).any(|word| lacked.contains(&word))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tells_apart;
    use super::*;

    #[test]
    fn a_scope_that_was_added() {
        tells_apart(
            has_one,
            &[
                "{\"code\":4711,\"message\":\"invalid access token, does not contain scopes:[meeting:write:meeting:admin, meeting:write:meeting].\"}\nhab ich um 13:58 nachgetragen, steht in der app (meeting:write:meeting:admin)",
                "i have added user:read:user:admin to the app.\ninvalid access token, does not contain scopes:[user:read:user:admin].",
                "does not contain scopes:[user:read:admin]\nthe scope `user:read:admin` is ticked",
            ],
            &[
                "",
                "invalid access token, does not contain scopes:[user:read:admin].",
                "does not contain scopes:[user:read:admin]\nmust user:read:admin be added?",
                "does not contain scopes:[user:read:admin]\ni have added meeting:read:admin",
                "does not contain scopes:[user:read:admin]\n{\"scope\":\"user:read:admin\",\"added\":1}",
                "i have added user:read:admin",
            ],
        );
    }
}
