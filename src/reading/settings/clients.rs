//! Which settings of a group are those of one client, and what of a text is about it.

use core::ops::Range;

use super::SettingRole;
use super::notation::Entry;

/// The settings of one client.
pub(super) struct Client<'g, 't> {
    pub entries: &'g [Entry<'t>],
    /// What of the text is about it.
    part: Range<usize>,
}

impl Client<'_, '_> {
    /// Whether one of these words, in lowercase, is in what is about it.
    pub(super) fn is_called(&self, text: &str, words: &[&str]) -> bool {
        let part = text.get(self.part.clone()).filter(|part| !words.is_empty() && part.len() < LONGEST);
        let part = part.unwrap_or_default().to_ascii_lowercase();
        words.iter().any(|word| part.contains(word))
    }
}

/// The clients of a group: the next one begins where a setting is there again. Where the group is the only one of the
/// text and has one client, all of the text is about it.
pub(super) fn clients<'g, 't>(text: &str, group: &'g [Entry<'t>], is_only: bool) -> Vec<Client<'g, 't>> {
    let (mut all, mut rest, mut before) = (Vec::new(), group, 0);
    while let Some(first) = rest.first() {
        let mut roles: Vec<SettingRole> = Vec::new();
        let is_again = |entry: &Entry<'_>| {
            let is_of_client =
                matches!(entry.role, SettingRole::ClientId | SettingRole::ClientSecret | SettingRole::Issuer);
            let is_again = is_of_client && roles.contains(&entry.role);
            roles.push(entry.role);
            is_again
        };
        let (entries, next) = rest.split_at(rest.iter().position(is_again).unwrap_or(rest.len()));
        let end = entries.last().map_or(first.start, |last| last.place.end);
        let start = first.start - lead(text.get(before..first.start).unwrap_or_default());
        all.push(Client { entries, part: start..end });
        (rest, before) = (next, end);
    }
    if let ([one], true) = (all.as_mut_slice(), is_only) {
        one.part = 0..text.len();
    }
    all
}

/// In bytes: how much of what is before the settings of a client is about it, such as a heading.
fn lead(before: &str) -> usize {
    let (mut length, mut count) = (0, 0);
    for line in before.split_inclusive('\n').rev() {
        let has_words = line.contains(char::is_alphabetic);
        let is_end = line.trim().is_empty() && count > 0 || line.trim_start().starts_with(['}', ']']);
        if is_end || count == MOST_LINES {
            break;
        }
        count += usize::from(has_words);
        length += line.len();
    }
    length
}

/// How many lines are a heading.
const MOST_LINES: usize = 3;
/// What is about one client is not longer, in bytes.
const LONGEST: usize = 16_384;
