//! A YAML mapping: YAML 1.2.2, block style (§8.2), indented by two spaces.
//!
//! A text is always between double quotes (§7.3.1), so that none is taken for a number, a truth value or a date, in YAML 1.1
//! either; every text can be written. A name is plain where no version reads it as anything but a text.

use super::tree::{Map, Node, tree};
use super::writer::{TRUE_FALSE, Writer};
use super::{Block, BlockError};
use crate::quoting::escaped_quoted;

pub(super) fn write(block: &Block<'_>, out: &mut Writer) -> Result<(), BlockError> {
    mapping(&tree(block.lines)?, "", false, out)
}

/// `continues`: the first name comes after the `- ` of a list.
fn mapping(map: &Map<'_>, indent: &str, continues: bool, out: &mut Writer) -> Result<(), BlockError> {
    for (at, (name, value)) in map.iter().enumerate() {
        if at > 0 || !continues {
            out.start_line();
            out.add(indent);
        }
        out.add(&key(name));
        out.add(":");
        match value {
            Node::Leaf(line) => {
                out.add(" ");
                out.value(line, TRUE_FALSE, |text| Ok(escaped_quoted(text)))?;
            }
            Node::Map(map) => mapping(map, &format!("{indent}  "), false, out)?,
            Node::List(items) => sequence(items, &format!("{indent}  "), false, out)?,
        }
    }
    Ok(())
}

fn sequence(items: &[Node<'_>], indent: &str, continues: bool, out: &mut Writer) -> Result<(), BlockError> {
    for (at, item) in items.iter().enumerate() {
        if at > 0 || !continues {
            out.start_line();
            out.add(indent);
        }
        out.add("- ");
        let inner = format!("{indent}  ");
        match item {
            Node::Leaf(line) => out.value(line, TRUE_FALSE, |text| Ok(escaped_quoted(text)))?,
            Node::Map(map) => mapping(map, &inner, true, out)?,
            Node::List(items) => sequence(items, &inner, true, out)?,
        }
    }
    Ok(())
}

/// YAML 1.1 reads `yes`, `on` and `null` as something else than a text; a word with an `_` or of that length is none of
/// these.
fn key(name: &str) -> String {
    let is_of_word = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '-');
    let is_word = name.starts_with(|ch: char| ch.is_ascii_alphabetic()) && name.chars().all(is_of_word);
    let is_text = is_word && (name.contains('_') || !OTHER_WORDS.iter().any(|word| word.eq_ignore_ascii_case(name)));
    if is_text { name.to_owned() } else { escaped_quoted(name) }
}

/// YAML 1.1 types `bool` and `null` (yaml.org/type).
const OTHER_WORDS: [&str; 9] = ["y", "n", "yes", "no", "true", "false", "on", "off", "null"];
