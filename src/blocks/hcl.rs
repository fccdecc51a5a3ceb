//! Attributes and blocks of HCL, as Terraform reads them: "HCL Native Syntax Specification", "Structural Elements".
//!
//! The last part of a key is the name of an attribute, the first one the type of the block that contains it, and what is
//! between them are its labels: `provider.zoom.client_id` is `client_id` in `provider "zoom" { … }`. A key without dots is an
//! attribute of the file. Equals signs are aligned, as `terraform fmt` does it. A text is a quoted template that inserts
//! nothing ([`hcl_quoted`]), and every text can be written; Terraform then changes it to Unicode's normalization form C (the
//! documentation of Go's `cty/ctystrings`), so that `e` and a combining accent become one character.

use super::words::allowed;
use super::writer::{TRUE_FALSE, Writer};
use super::{Block, BlockError, BlockLine};
use crate::quoting::hcl_quoted;

pub(super) fn write(block: &Block<'_>, out: &mut Writer) -> Result<(), BlockError> {
    for line in block.lines {
        allowed(line, is_key)?;
    }
    let mut places: Vec<&str> = Vec::new();
    for line in block.lines {
        let (place, _) = split(&line.key);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.sort_by_key(|place| !place.is_empty());
    for place in places {
        let inside: Vec<&BlockLine> = block.lines.iter().filter(|line| split(&line.key).0 == place).collect();
        if place.is_empty() {
            attributes(&inside, "", out)?;
            continue;
        }
        out.start_line();
        out.add(&header(place));
        attributes(&inside, "  ", out)?;
        out.start_line();
        out.add("}");
    }
    Ok(())
}

fn attributes(lines: &[&BlockLine], indent: &str, out: &mut Writer) -> Result<(), BlockError> {
    let width = lines.iter().map(|line| split(&line.key).1.len()).max().unwrap_or_default();
    for line in lines {
        let (_, name) = split(&line.key);
        out.start_line();
        out.add(&format!("{indent}{name:width$} = "));
        out.value(line, TRUE_FALSE, |text| Ok(hcl_quoted(text)))?;
    }
    Ok(())
}

/// `provider "zoom" {`.
fn header(place: &str) -> String {
    let mut parts = place.split('.');
    let mut header = parts.next().unwrap_or_default().to_owned();
    for label in parts {
        header.push(' ');
        header.push_str(&hcl_quoted(label));
    }
    header + " {"
}

/// The block that a key is in, and its name there.
fn split(key: &str) -> (&str, &str) {
    key.rsplit_once('.').unwrap_or(("", key))
}

/// "Identifiers" within ASCII; labels are quoted and may be any text.
fn is_key(key: &str) -> bool {
    let is_identifier = |word: &str| {
        let is_of_word = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '-');
        word.starts_with(|ch: char| ch.is_ascii_alphabetic() || ch == '_') && word.chars().all(is_of_word)
    };
    let (place, name) = split(key);
    let mut parts = place.split('.');
    let is_block = parts.next().is_some_and(|first| place.is_empty() || is_identifier(first));
    is_identifier(name) && is_block && parts.all(|label| !label.is_empty())
}
