//! One command of PowerShell: `Command -Name 'value' -Other 'value'`.
//!
//! `about_Command_Syntax` and `about_Quoting_Rules`: a value is a text between single quotes ([`powershell_quoted`]), in
//! which nothing is replaced, read alike by Windows PowerShell 5.1 and PowerShell 7. A truth value follows its parameter
//! after a colon, which both a switch and a parameter of the type `[bool]` need or allow (`about_Functions_Advanced_Parameters`,
//! "Switch parameters").
//!
//! Limits: no control characters, for the reasons in [`shell`](super::shell).

use super::block_error::without_control_characters;
use super::words::bare_word;
use super::writer::Writer;
use super::{Block, BlockError, BlockLiteral, BlockValue};
use crate::quoting::powershell_quoted;

pub(super) fn write(block: &Block<'_>, out: &mut Writer) -> Result<(), BlockError> {
    out.start_line();
    out.add(block.command);
    for line in block.lines {
        let is_truth = matches!(line.value, BlockValue::Literal(BlockLiteral::Bool(_)));
        out.add(" ");
        out.add(bare_word(line)?);
        out.add(if is_truth { ":" } else { " " });
        out.value(line, ["$true", "$false"], |text| Ok(powershell_quoted(without_control_characters(text)?)))?;
    }
    Ok(())
}
