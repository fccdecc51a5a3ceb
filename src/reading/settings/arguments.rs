//! Client ID and secret as arguments of a call, which only their places tell apart.

use super::SettingRole;
use super::notation::{Entry, Written, closing, is_reference, reference};

/// The byte behind the bracket or the comma that begins client ID and secret as arguments: `provider :name, ID, SECRET`
/// (OmniAuth), `OAuth2::Client.new(ID, SECRET, …)` (Ruby).
pub(super) fn arguments(text: &str, start: usize, name: &str) -> Option<usize> {
    let end = start + name.len();
    let rest = text.get(end..)?;
    match name {
        "provider" => {
            let inner = rest.strip_prefix(" :").or_else(|| rest.strip_prefix("(:"))?;
            let length = inner.find(|ch: char| !(ch.is_alphanumeric() || ch == '_'))?;
            inner.get(length..)?.starts_with(',').then_some(end + 2 + length + 1)
        }
        "Client.new" => {
            let is_oauth = text.get(..start)?.ends_with("OAuth2::");
            (is_oauth && rest.starts_with('(')).then_some(end + 1)
        }
        _ => None,
    }
}

/// Client ID and secret by their places.
pub(super) fn by_place<'t>(text: &'t str, name: &'t str, start: usize, from: usize) -> Vec<Entry<'t>> {
    let mut entries = Vec::new();
    let mut at = from;
    for role in [SettingRole::ClientId, SettingRole::ClientSecret] {
        let rest = text.get(at..).unwrap_or_default();
        let inner = rest.trim_start();
        at += rest.len() - inner.len();
        let quote = inner.chars().next().filter(|first| matches!(first, '"' | '\''));
        let length = match quote.and_then(|quote| closing(inner.get(1..)?, quote)) {
            Some(length) => {
                let place = at + 1..at + 1 + length;
                let text = text.get(place.clone()).unwrap_or_default();
                let value = if text.is_empty() { Written::Empty } else { Written::Literal };
                let value = if is_reference(text) { Written::Reference } else { value };
                entries.push(Entry { value, ..reference(role, name, start, place) });
                length + 2
            }
            None => {
                let length = inner.find([',', ')', '\n']).unwrap_or(inner.len());
                // What has a name is no argument by its place.
                let argument = inner.get(..length).unwrap_or_default();
                if argument.trim().is_empty() || argument.contains(": ") || argument.contains("=>") {
                    break;
                }
                entries.push(reference(role, name, start, at..at + argument.trim_end().len()));
                length
            }
        };
        at += length;
        if !text.get(at..).is_some_and(|rest| rest.trim_start().starts_with(',')) {
            break;
        }
        at += text.get(at..).and_then(|rest| rest.find(',')).unwrap_or_default() + 1;
    }
    entries
}
