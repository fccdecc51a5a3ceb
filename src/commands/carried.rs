//! Checks of values that some formats cannot contain.

use super::CommandError;
use super::command::carried;
use crate::oauth::PairEncoding;

/// The value, if it contains neither a control character nor `{{`, which would begin a variable.
pub(super) fn without_braces<'v>(part: &'static str, value: &'v str) -> Result<&'v str, CommandError> {
    carried(part, value)?;
    let next = value.chars().skip(1);
    match value.chars().zip(next).position(|pair| pair == ('{', '{')) {
        Some(at) => Err(CommandError::Character { part, at }),
        None => Ok(value),
    }
}

/// The client ID, if it is not empty and contains neither a control character nor, with [`PairEncoding::Raw`], a colon.
pub(super) fn checked_identifier(client_id: &str, encoding: PairEncoding) -> Result<&str, CommandError> {
    if client_id.is_empty() {
        return Err(CommandError::MissingIdentifier);
    }
    carried("client_id", client_id)?;
    match client_id.chars().position(|ch| ch == ':') {
        Some(at) if encoding == PairEncoding::Raw => Err(CommandError::ColonInIdentifier { at }),
        _ => Ok(client_id),
    }
}
