//! An INI file.
//!
//! There is no standard; the reader is Python's `configparser` (The Python Standard Library, "Supported INI File
//! Structure"): `name = value` below `[section]`, the value up to the end of the line, and no quotes. What comes before the
//! last dot of a key is its section; keys without a dot come first, so that the block can be put into a section that a
//! file has already. `before` may have the line with that section's name.
//!
//! Limits: no line breaks and control characters; no spaces at the ends, which are dropped; and no `%`. With its default,
//! `BasicInterpolation`, a `%` begins the insertion of another value and is written twice to be itself; a `RawConfigParser`
//! reads both as they are, so there is no way for both. `${` is special only with `ExtendedInterpolation`, which a program
//! must choose. Other readers begin a comment at ` ;` or ` #` inside of a line, and remove quotes around a value.

use super::block_error::without_control_characters;
use super::words::allowed;
use super::writer::{TRUE_FALSE, Writer};
use super::{Block, BlockError, BlockLine, ValueFault};

pub(super) fn write(block: &Block<'_>, out: &mut Writer) -> Result<(), BlockError> {
    for section in sections(block.lines) {
        if !section.is_empty() {
            out.start_line();
            out.add(&format!("[{section}]"));
        }
        for line in block.lines.iter().filter(|line| split(&line.key).0 == section) {
            let (_, name) = split(allowed(line, is_key)?);
            out.start_line();
            out.add(name);
            out.add(" = ");
            out.value(line, TRUE_FALSE, plain)?;
        }
    }
    Ok(())
}

/// The names of the sections in the order of the lines, that of no section first.
fn sections(lines: &[BlockLine]) -> Vec<&str> {
    let mut sections: Vec<&str> = Vec::new();
    for line in lines {
        let (section, _) = split(&line.key);
        if !sections.contains(&section) {
            sections.push(section);
        }
    }
    sections.sort_by_key(|section| !section.is_empty());
    sections
}

fn split(key: &str) -> (&str, &str) {
    key.rsplit_once('.').unwrap_or(("", key))
}

fn is_key(key: &str) -> bool {
    let (section, name) = split(key);
    let is_trimmed = section.trim() == section && name.trim() == name;
    let has_other = |ch: char| ch.is_control() || "=:[]".contains(ch);
    is_trimmed && !name.is_empty() && !name.starts_with(['#', ';']) && !key.contains(has_other)
}

fn plain(text: &str) -> Result<String, ValueFault> {
    if without_control_characters(text)?.trim() != text {
        return Err(ValueFault::SpaceAround);
    }
    if text.contains('%') { Err(ValueFault::Percent) } else { Ok(text.to_owned()) }
}
