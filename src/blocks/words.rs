//! Which words formats allow as keys.

use super::{BlockError, BlockLine};

/// The key, if it is a name of a variable: letters, digits and `_`, and no digit first (POSIX XBD 3.216 "Name"; the
/// identifiers of Python within ASCII).
pub(super) fn variable_name(line: &BlockLine) -> Result<&str, BlockError> {
    let is_of_name = |ch: char| ch.is_ascii_alphanumeric() || ch == '_';
    allowed(line, |key| key.chars().all(is_of_name) && !key.starts_with(|ch: char| ch.is_ascii_digit()))
}

/// The key, if it is a word that no shell takes for anything else.
pub(super) fn bare_word(line: &BlockLine) -> Result<&str, BlockError> {
    let is_bare = |ch: char| ch.is_ascii_alphanumeric() || "_-+./:@,".contains(ch);
    allowed(line, |key| key.chars().all(is_bare))
}

/// The key, if it is not empty and such a one.
pub(super) fn allowed(line: &BlockLine, is_allowed: impl Fn(&str) -> bool) -> Result<&str, BlockError> {
    match !line.key.is_empty() && is_allowed(&line.key) {
        true => Ok(&line.key),
        false => Err(BlockError::Key { key: line.key.clone() }),
    }
}
