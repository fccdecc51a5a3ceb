//! Keys with dots as a tree: `a.b` is `b` in the group `a`, and `a.0` the first of a list.

use super::{BlockError, BlockLine};

/// A value, or values below it.
pub(super) enum Node<'l> {
    Leaf(&'l BlockLine),
    Map(Map<'l>),
    List(Vec<Node<'l>>),
}

/// Names with what is below each, in the order of the lines.
pub(super) type Map<'l> = Vec<(&'l str, Node<'l>)>;

/// The lines by the parts of their keys.
pub(super) fn tree(lines: &[BlockLine]) -> Result<Map<'_>, BlockError> {
    let mut map = Map::new();
    for line in lines {
        let parts: Vec<&str> = line.key.split('.').collect();
        match parts.split_first() {
            Some((first, rest)) if parts.iter().all(|part| !part.is_empty()) => {
                insert_named(&mut map, first, rest, line)?;
            }
            _ => return Err(BlockError::Key { key: line.key.clone() }),
        }
    }
    Ok(map)
}

fn insert_named<'l>(map: &mut Map<'l>, name: &'l str, rest: &[&'l str], line: &'l BlockLine) -> Result<(), BlockError> {
    match map.iter_mut().find(|(known, _)| *known == name) {
        Some((_, node)) => insert_below(node, rest, line),
        None => {
            map.push((name, branch(rest, line)?));
            Ok(())
        }
    }
}

fn insert_below<'l>(node: &mut Node<'l>, rest: &[&'l str], line: &'l BlockLine) -> Result<(), BlockError> {
    match (node, rest) {
        (Node::Map(map), [name, rest @ ..]) if place(name).is_none() => insert_named(map, name, rest, line),
        (Node::List(list), [number, rest @ ..]) => {
            let place = place(number).ok_or_else(|| BlockError::Key { key: line.key.clone() })?;
            let length = list.len();
            match list.get_mut(place) {
                Some(node) => insert_below(node, rest, line),
                None if place == length => {
                    list.push(branch(rest, line)?);
                    Ok(())
                }
                None => Err(BlockError::Key { key: line.key.clone() }),
            }
        }
        (Node::Map(_), [_, ..]) => Err(BlockError::Key { key: line.key.clone() }),
        (Node::Leaf(_), _) | (_, []) => Err(BlockError::KeyTwice { key: line.key.clone() }),
    }
}

/// What is below a name that is new.
fn branch<'l>(rest: &[&'l str], line: &'l BlockLine) -> Result<Node<'l>, BlockError> {
    Ok(match rest {
        [] => Node::Leaf(line),
        [first, rest @ ..] => match place(first) {
            None => Node::Map(vec![(first, branch(rest, line)?)]),
            Some(0) => Node::List(vec![branch(rest, line)?]),
            Some(_) => return Err(BlockError::Key { key: line.key.clone() }),
        },
    })
}

/// The place in a list that a part of a key stands for.
fn place(part: &str) -> Option<usize> {
    part.parse().ok().filter(|_| part.bytes().all(|digit| digit.is_ascii_digit()))
}
