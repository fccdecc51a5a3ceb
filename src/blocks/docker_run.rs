//! A command for bash, zsh and other shells of POSIX that starts a container: `docker run -e NAME='value' image`.
//!
//! docker's manual, "docker container run", "Set environment variables (-e, --env, --env-file)": `-e NAME=value` sets a
//! variable, each with an option of its own; without `=` it is the variable of that name in the user's own environment,
//! and a word without an option is the image. Values are quoted as in [`shell`](super::shell), with the same limits.

use super::shell::word;
use super::words::variable_name;
use super::writer::{TRUE_FALSE, Writer};
use super::{Block, BlockError};

pub(super) fn write(block: &Block<'_>, out: &mut Writer) -> Result<(), BlockError> {
    out.start_line();
    out.add(block.command);
    for line in block.lines {
        next_line(out);
        out.add("-e ");
        out.add(variable_name(line)?);
        out.add("=");
        out.value(line, TRUE_FALSE, word)?;
    }
    for rest in block.after {
        next_line(out);
        out.add(rest);
    }
    Ok(())
}

/// POSIX XCU 2.2.1: a backslash joins the next line to this one.
fn next_line(out: &mut Writer) {
    out.add(" \\\n  ");
}
