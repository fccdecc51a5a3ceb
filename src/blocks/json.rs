//! A JSON object: RFC 8259, indented by two spaces. Every text can be written, see [`json_quoted`].

use super::tree::{Map, Node, tree};
use super::writer::{TRUE_FALSE, Writer};
use super::{Block, BlockError};
use crate::quoting::json_quoted;

pub(super) fn write(block: &Block<'_>, out: &mut Writer) -> Result<(), BlockError> {
    let map = tree(block.lines)?;
    out.start_line();
    object(&map, "\n", out)
}

fn object(map: &Map<'_>, line_break: &str, out: &mut Writer) -> Result<(), BlockError> {
    let inner = format!("{line_break}  ");
    out.add("{");
    for (at, (name, value)) in map.iter().enumerate() {
        out.add(if at > 0 { "," } else { "" });
        out.add(&format!("{inner}{}: ", json_quoted(name)));
        node(value, &inner, out)?;
    }
    out.add(line_break);
    out.add("}");
    Ok(())
}

fn node(value: &Node<'_>, line_break: &str, out: &mut Writer) -> Result<(), BlockError> {
    match value {
        Node::Leaf(line) => out.value(line, TRUE_FALSE, |text| Ok(json_quoted(text))),
        Node::Map(map) => object(map, line_break, out),
        Node::List(items) => {
            let inner = format!("{line_break}  ");
            out.add("[");
            for (at, item) in items.iter().enumerate() {
                out.add(if at > 0 { "," } else { "" });
                out.add(&inner);
                node(item, &inner, out)?;
            }
            out.add(line_break);
            out.add("]");
            Ok(())
        }
    }
}
