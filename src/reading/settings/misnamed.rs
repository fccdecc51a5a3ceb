//! A setting whose name is nearly right: `issue` beside `client-id` and `client-secret`.

use core::ops::Range;

use super::SettingRole;
use super::names::role;
use super::notation::Entry;
use crate::reading::spelling::is_near;

/// Names without what separates their words, as they are shown, and what they are.
const NAMES: [(&str, &str, SettingRole); 8] = [
    ("issuer", "issuer", SettingRole::Issuer),
    ("issueruri", "issuer-uri", SettingRole::Issuer),
    ("issuerurl", "issuer-url", SettingRole::Issuer),
    ("clientid", "client-id", SettingRole::ClientId),
    ("clientsecret", "client-secret", SettingRole::ClientSecret),
    ("redirecturi", "redirect-uri", SettingRole::Redirect),
    ("authorizationuri", "authorization-uri", SettingRole::Authorize),
    ("tokenendpoint", "token-endpoint", SettingRole::Token),
];

/// How many lines before and behind the settings belong to them.
const AROUND: usize = 4;
/// In bytes.
const LONGEST: usize = 400;

/// The name of a setting beside the others that is one mistake away from one that is missing, and that one.
pub(super) fn misnamed(text: &str, group: &[Entry<'_>]) -> Option<(Range<usize>, &'static str)> {
    let client =
        group.iter().find(|entry| entry.role == SettingRole::ClientId || entry.role == SettingRole::ClientSecret)?;
    let (first, last) = (group.first()?, group.last()?);
    let line_start = |at: usize| text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let own = text.get(line_start(client.start)..)?;
    let indent = own.len() - own.trim_start().len();
    let mut at = line_start(first.start);
    for _ in 0..AROUND {
        at = line_start(at.saturating_sub(1));
    }
    let mut behind = 0;
    for line in text.get(at..)?.split_inclusive('\n') {
        let start = at;
        at += line.len();
        behind += usize::from(start > last.place.end);
        if behind > AROUND {
            return None;
        }
        let inner = line.trim_start();
        let sign = inner.find([':', '=']).filter(|_| line.len() - inner.len() == indent && inner.len() < LONGEST);
        let Some(name) = sign.and_then(|sign| inner.get(..sign)).map(str::trim_end) else { continue };
        if inner.get(name.len()..).is_some_and(|rest| rest.trim().len() < 2) {
            continue;
        }
        if let Some(meant) = meant(name, group) {
            let from = start + indent;
            return Some((from..from + name.len(), meant));
        }
    }
    None
}

fn meant(name: &str, group: &[Entry<'_>]) -> Option<&'static str> {
    let word = name.trim_matches(['"', '\'']).rsplit('.').next()?;
    let is_name = !word.is_empty() && word.chars().all(|ch| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '_'));
    if !is_name || role(word).is_some() {
        return None;
    }
    let plain: String = word.chars().filter(char::is_ascii_alphanumeric).map(|ch| ch.to_ascii_lowercase()).collect();
    let is_missing = |wanted: SettingRole| group.iter().all(|entry| entry.role != wanted);
    // A list of them is called so.
    let is_plural = |known: &str| plain.strip_suffix('s') == Some(known);
    let mut known = NAMES.into_iter();
    let found = known.find(|(known, _, role)| is_missing(*role) && !is_plural(known) && is_near(known, &plain, 1));
    found.map(|(_, shown, _)| shown)
}
