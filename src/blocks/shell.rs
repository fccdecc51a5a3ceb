//! Lines for bash, zsh and every other shell of POSIX: variables, or a command for each value.
//!
//! A value is a word between single quotes ([`shell_quoted`]), in which nothing is special, `!` at a prompt included. The
//! grammar is POSIX XCU 2.2.2 and 2.10: `export` and its operands (2.14), or a simple command (2.9.1).
//!
//! Limits: no control characters, as these lines are pasted at a prompt, where a line break runs what is there so far, a
//! tab completes a name, and others edit the line. In fish, where a backslash between single quotes escapes, they are not
//! the same lines.

use super::block_error::without_control_characters;
use super::words::{bare_word, variable_name};
use super::writer::{TRUE_FALSE, Writer};
use super::{Block, BlockError, ValueFault};
use crate::quoting::shell_quoted;

/// `export NAME='value'`.
pub(super) fn write_exports(block: &Block<'_>, out: &mut Writer) -> Result<(), BlockError> {
    for line in block.lines {
        out.start_line();
        out.add("export ");
        out.add(variable_name(line)?);
        out.add("=");
        out.value(line, TRUE_FALSE, word)?;
    }
    Ok(())
}

/// `command name 'value'`.
pub(super) fn write_commands(block: &Block<'_>, out: &mut Writer) -> Result<(), BlockError> {
    for line in block.lines {
        out.start_line();
        out.add(block.command);
        out.add(" ");
        out.add(bare_word(line)?);
        out.add(" ");
        out.value(line, TRUE_FALSE, word)?;
    }
    Ok(())
}

/// A word of the shell that is this text.
pub(super) fn word(text: &str) -> Result<String, ValueFault> {
    Ok(shell_quoted(without_control_characters(text)?))
}
