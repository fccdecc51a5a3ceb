//! Assignments of Python: `NAME = 'value'`.
//!
//! "The Python Language Reference", 7.2 "Assignment statements" and 2.4.1 "String and Bytes literals", see
//! [`python_quoted`]; every text can be written. Keys are identifiers (2.3) of ASCII, and nothing nests.

use super::words::variable_name;
use super::writer::Writer;
use super::{Block, BlockError};
use crate::quoting::python_quoted;

pub(super) fn write(block: &Block<'_>, out: &mut Writer) -> Result<(), BlockError> {
    for line in block.lines {
        out.start_line();
        out.add(variable_name(line)?);
        out.add(" = ");
        out.value(line, ["True", "False"], |text| Ok(python_quoted(text)))?;
    }
    Ok(())
}
