//! The variables at the top of a request file: `@name = value` (REST Client of VS Code, "File Variables"; HTTP Client of
//! JetBrains, "In-place variables").

use super::draft::{BodyPart, Draft, scheme_is};
use super::piece::Fragment;

/// Variables that the file itself sets, with their values.
pub(super) struct FileVariables<'t> {
    known: Vec<(&'t str, &'t str)>,
    /// How many bytes they may still add: each may contain others.
    left: usize,
}

/// The maximum number of variables; no file has more.
const MOST: usize = 64;
/// How deep variables may contain each other.
const DEEPEST: usize = 4;
const MOST_ADDED: usize = 1 << 18;

impl<'t> FileVariables<'t> {
    /// `None` for a text that sets none.
    pub(super) fn read(text: &'t str) -> Option<FileVariables<'t>> {
        let known: Vec<_> = text.lines().filter_map(variable).take(MOST).collect();
        (!known.is_empty()).then_some(FileVariables { known, left: MOST_ADDED })
    }

    /// Puts the values in the place of the variables of a request.
    pub(super) fn fill(&mut self, draft: &mut Draft) {
        self.fill_in(&mut draft.url);
        for header in &mut draft.headers {
            self.fill_in(&mut header.value);
        }
        for part in &mut draft.body.parts {
            match part {
                BodyPart::Text(text) => self.fill_in(text),
                BodyPart::Param(field) => self.fill_in(&mut field.value),
            }
        }
        encodes(draft);
    }

    fn fill_in(&mut self, piece: &mut Fragment) {
        for _ in 0..DEEPEST {
            let Some(filled) = self.filled(&piece.text) else { return };
            piece.expands = filled.contains("{{");
            (piece.text, piece.at) = (filled, None);
        }
    }

    /// `None` where there is no variable that is known.
    fn filled(&mut self, text: &str) -> Option<String> {
        let mut filled = String::new();
        let mut rest = text;
        let mut is_changed = false;
        while let Some((before, behind)) = rest.split_once("{{") {
            filled.push_str(before);
            let known = behind.split_once("}}").and_then(|(name, behind)| Some((self.value(name.trim())?, behind)));
            match known {
                Some((value, behind)) => {
                    filled.push_str(value);
                    (rest, is_changed) = (behind, true);
                }
                None => {
                    filled.push_str("{{");
                    rest = behind;
                }
            }
        }
        filled.push_str(rest);
        is_changed.then_some(filled)
    }

    fn value(&mut self, name: &str) -> Option<&'t str> {
        // Of several with one name, the last counts.
        let (_, value) = self.known.iter().rev().find(|(known, _)| *known == name)?;
        self.left = self.left.checked_sub(value.len())?;
        Some(value)
    }
}

/// `@name = value`.
fn variable(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.strip_prefix('@')?.split_once('=')?;
    let name = name.trim();
    let is_name = !name.is_empty() && name.chars().all(|ch| ch.is_alphanumeric() || "_-.".contains(ch));
    is_name.then(|| (name, value.trim()))
}

/// These clients encode `Basic id:secret` and `Basic id secret` themselves (REST Client, "Basic Auth").
fn encodes(draft: &mut Draft) {
    let is_pair = |value: &Fragment| {
        scheme_is(&value.text, "basic")
            && value.text.trim().get("basic".len()..).is_some_and(|pair| pair.trim().contains([':', ' ']))
    };
    let at = draft
        .headers
        .iter()
        .position(|header| header.name.eq_ignore_ascii_case("Authorization") && is_pair(&header.value));
    let Some(header) = at.map(|at| draft.headers.remove(at)) else { return };
    let pair = header.value.text.get("basic".len()..).unwrap_or_default().trim();
    let pair = if pair.contains(':') { pair.to_owned() } else { pair.replacen(' ', ":", 1) };
    draft.user = Some(Fragment { text: pair, at: None, ..header.value });
}
