//! The endpoints in a form, as people copy its fields: `Token URL: https://…`, or the URL in the line below.
//!
//! A page that explains a form has such lines too, so only what is certainly wrong is told.

use core::ops::Range;

use super::SettingRole;
use super::findings::{Found, misplaced};
use super::names::role;

/// The longest label, in bytes.
const LONGEST_LABEL: usize = 40;

/// The fields with another URL of the server, each with its place from the label on, in bytes.
pub(super) fn misplaced_fields(text: &str) -> Vec<(SettingRole, Range<usize>, Found)> {
    let mut found = Vec::new();
    let mut label: Option<(SettingRole, usize)> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let here = start;
        start += line.len();
        let url_at = url_start(line);
        let before = line.get(..url_at.unwrap_or(line.len())).unwrap_or_default();
        let own = endpoint_of(before).map(|role| (role, here + line.len() - line.trim_start().len()));
        let field = own.or(label.filter(|_| is_bare(before)));
        label = match url_at {
            None if before.trim().is_empty() => label,
            None => own,
            Some(_) => None,
        };
        let Some(((role, from), at)) = field.zip(url_at) else { continue };
        let rest = line.get(at..).unwrap_or_default();
        let url = rest.split(|ch: char| ch.is_whitespace() || "\"'`<>)*,;".contains(ch)).next().unwrap_or_default();
        let url = url.trim_end_matches(['.', ':']);
        // Words behind it make a sentence of it.
        let is_alone = rest.get(url.len()..).is_some_and(|rest| !rest.contains(char::is_alphanumeric));
        let place = here + at..here + at + url.len();
        found.extend(misplaced(url, &place).filter(|_| is_alone).map(|one| (role, from..place.end, one)));
    }
    found
}

fn url_start(line: &str) -> Option<usize> {
    ["https://", "http://"].iter().filter_map(|scheme| line.find(scheme)).min()
}

fn is_bare(before: &str) -> bool {
    !before.contains(char::is_alphanumeric)
}

/// What the field is, if the label of several words is that of an endpoint; a name of one word is read as a setting.
fn endpoint_of(label: &str) -> Option<SettingRole> {
    let label = label.trim_matches(|ch: char| !ch.is_alphanumeric());
    let is_label = label.len() <= LONGEST_LABEL
        && label.contains([' ', '-'])
        && label.chars().all(|ch| ch.is_alphanumeric() || " -_./".contains(ch));
    role(label).filter(|role| is_label && matches!(role, SettingRole::Authorize | SettingRole::Token))
}
