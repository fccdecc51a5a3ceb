//! The values of an app in a message, each after its label, as people send them to each other.

use super::ValueRole;
use crate::oauth::Secret;

/// The values of an app that a text has, each after its label (`Client ID: …`) or below it; none unless there are at
/// least two, and each once. Labels are written as for people: `client_id=…` is a setting. Runs in linear time.
///
/// ```
/// use authdesk::reading::{ValueRole, labeled_values};
///
/// let text = "Here they are.\nClient ID: DemoClientId\nClient Secret: DemoSecret\nBest regards";
/// let roles: Vec<ValueRole> = labeled_values(text).into_iter().map(|(role, _)| role).collect();
/// assert_eq!(roles, [ValueRole::Identifier, ValueRole::Secret]);
/// ```
#[must_use]
pub fn labeled_values(text: &str) -> Vec<(ValueRole, Secret)> {
    let mut found: Vec<(ValueRole, Secret)> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['A', 'C', 'K']) {
        let before = rest.get(..at).unwrap_or_default();
        rest = rest.get(at..).unwrap_or_default();
        let is_begun = !before.ends_with(char::is_alphanumeric);
        if let Some((role, value, behind)) = labeled(rest).filter(|_| is_begun) {
            let value = Secret::new(value);
            match found.iter().find(|(known, _)| *known == role) {
                Some((_, known)) if known.same_as(&value) => {}
                // Of two apps, nothing tells which one is meant.
                Some(_) => return Vec::new(),
                None => found.push((role, value)),
            }
            rest = behind;
        } else {
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    if found.len() > 1 { found } else { Vec::new() }
}

/// The words of the labels, as Zoom writes them and as they are translated in guides.
const LABELS: [(&str, &str, ValueRole); 6] = [
    ("Account", "ID", ValueRole::Account),
    ("Konto", "ID", ValueRole::Account),
    ("Client", "ID", ValueRole::Identifier),
    ("Client", "Secret", ValueRole::Secret),
    ("Client", "Geheimnis", ValueRole::Secret),
    ("Client", "Schlüssel", ValueRole::Secret),
];

/// The label that a text begins with, its value, and what follows.
fn labeled(text: &str) -> Option<(ValueRole, &str, &str)> {
    let after = |label: &(&str, &str, ValueRole)| {
        let rest = text.strip_prefix(label.0)?;
        let rest = rest.strip_prefix([' ', '-', '\u{a0}'])?;
        let (word, behind) = rest.split_at_checked(label.1.len())?;
        let is_word = word.to_lowercase() == label.1.to_lowercase() && !behind.starts_with(char::is_alphanumeric);
        is_word.then_some((label.2, behind))
    };
    let (role, behind) = LABELS.iter().find_map(after)?;
    let value = behind.trim_start_matches(|ch: char| ch.is_whitespace() || ":=\"'`*_".contains(ch));
    let between = behind.get(..behind.len() - value.len())?;
    if between.len() > LONGEST_GAP || !between.contains([':', '=', '\n', '\t']) {
        return None;
    }
    let end = value.find(|ch: char| ch.is_whitespace() || "\"'`<>,;*".contains(ch)).unwrap_or(value.len());
    let (value, behind) = value.split_at_checked(end)?;
    let is_value = value.len() >= SHORTEST && value.bytes().all(|byte| byte.is_ascii_graphic());
    is_value.then(|| (role, value.trim_end_matches('.'), behind))
}

/// The most that is between a label and its value, in bytes.
const LONGEST_GAP: usize = 16;

/// Shorter is a word.
const SHORTEST: usize = 8;
