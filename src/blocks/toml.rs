//! A TOML document: TOML 1.0.0.
//!
//! A text is a basic string ("String"), and every text can be written. A group is a table with a header ("Table"), a list an
//! array with inline tables ("Array", "Inline Table"). Values come before the headers, below which they would belong to
//! that table.

use super::tree::{Map, Node, tree};
use super::writer::{TRUE_FALSE, Writer};
use super::{Block, BlockError};
use crate::quoting::escaped_quoted;

pub(super) fn write(block: &Block<'_>, out: &mut Writer) -> Result<(), BlockError> {
    table(&tree(block.lines)?, "", out)
}

/// `path`: the names of the tables around it, with a dot after each.
fn table(map: &Map<'_>, path: &str, out: &mut Writer) -> Result<(), BlockError> {
    let is_table = |value: &Node<'_>| matches!(value, Node::Map(_));
    for (name, value) in map.iter().filter(|(_, value)| !is_table(value)) {
        out.start_line();
        out.add(&format!("{} = ", key(name)));
        inline(value, out)?;
    }
    for (name, value) in map {
        if let Node::Map(inner) = value {
            let path = format!("{path}{}", key(name));
            if inner.iter().any(|(_, value)| !is_table(value)) {
                out.start_line();
                out.add(&format!("[{path}]"));
            }
            table(inner, &format!("{path}."), out)?;
        }
    }
    Ok(())
}

fn inline(value: &Node<'_>, out: &mut Writer) -> Result<(), BlockError> {
    match value {
        Node::Leaf(line) => out.value(line, TRUE_FALSE, |text| Ok(escaped_quoted(text))),
        Node::Map(map) => {
            out.add("{ ");
            for (at, (name, value)) in map.iter().enumerate() {
                out.add(if at > 0 { ", " } else { "" });
                out.add(&format!("{} = ", key(name)));
                inline(value, out)?;
            }
            out.add(" }");
            Ok(())
        }
        Node::List(items) => {
            out.add("[");
            for (at, item) in items.iter().enumerate() {
                out.add(if at > 0 { ", " } else { "" });
                inline(item, out)?;
            }
            out.add("]");
            Ok(())
        }
    }
}

/// "Keys": bare, or quoted.
fn key(name: &str) -> String {
    let is_bare = name.chars().all(|ch| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '-'));
    if is_bare { name.to_owned() } else { escaped_quoted(name) }
}
