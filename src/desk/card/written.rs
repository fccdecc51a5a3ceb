//! A file of a card as a text, in the form of those in the catalog, and which value is where in it.

use core::ops::Range;

use super::tree::{Key, Path, Tree};

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// It, with a line break at its end.
    pub text: String,
    /// Where each value is, with its name, in bytes: what is inside of another comes after it.
    places: Vec<(Range<usize>, Path)>,
}

/// How long a line can be, in characters.
const WIDTH: usize = 120;

impl Written {
    /// Writes a file.
    #[must_use]
    pub fn of(tree: &Tree) -> Written {
        let mut writer = Writer { text: String::new(), places: Vec::new(), path: Vec::new(), line: 0 };
        writer.value(tree, 0, false);
        writer.text.push('\n');
        Written { text: writer.text, places: writer.places }
    }

    /// The path of the innermost value at a place that the reader of JSON names, both from 1 and in characters.
    #[must_use]
    pub fn path_at(&self, line: usize, column: usize) -> Option<Path> {
        let before: usize = self.text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
        let rest = self.text.get(before..)?;
        let at = before + rest.char_indices().nth(column.checked_sub(1)?)?.0;
        self.places.iter().rev().find(|(range, _)| range.contains(&at)).map(|(_, path)| path.clone())
    }
}

/// On one line and as short as it can be, as for a link.
#[must_use]
pub fn packed(tree: &Tree) -> String {
    let mut text = String::new();
    pack(tree, ["", ":", ","], &mut text);
    text
}

fn pack(tree: &Tree, marks: [&str; 3], text: &mut String) {
    let [space, colon, comma] = marks;
    match tree {
        Tree::Null => text.push_str("null"),
        Tree::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
        Tree::Number(number) => text.push_str(&number.to_string()),
        Tree::Text(value) => text.push_str(&quoted(value)),
        Tree::List(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { comma });
                pack(item, marks, text);
            }
            text.push(']');
        }
        Tree::Object(members) => {
            text.push('{');
            for (at, (name, value)) in members.iter().enumerate() {
                text.push_str(if at == 0 { space } else { comma });
                text.push_str(&quoted(name));
                text.push_str(colon);
                pack(value, marks, text);
            }
            text.push_str(if members.is_empty() { "" } else { space });
            text.push('}');
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

struct Writer {
    text: String,
    places: Vec<(Range<usize>, Path)>,
    path: Path,
    /// Where the line begins.
    line: usize,
}

impl Writer {
    /// `inline`: it goes into the line of what it is in.
    fn value(&mut self, tree: &Tree, start: usize, inline: bool) {
        // Its end is not known yet, and what is in it comes after it.
        let own = self.places.len();
        self.places.push((start..start, self.path.clone()));
        match tree {
            Tree::List(items) => {
                let inline = inline || self.fits(tree);
                let keys = (0..items.len()).map(Key::At);
                self.all(['[', ']'], inline, keys.zip(items));
            }
            Tree::Object(members) => {
                let inline = inline || self.fits(tree);
                self.all(['{', '}'], inline, members.iter().map(|(name, value)| (Key::from(name), value)));
            }
            leaf => pack(leaf, ["", "", ""], &mut self.text),
        }
        let end = self.text.len();
        if let Some((range, _)) = self.places.get_mut(own) {
            range.end = end;
        }
    }

    fn all<'t>(&mut self, [open, close]: [char; 2], inline: bool, children: impl Iterator<Item = (Key, &'t Tree)>) {
        self.text.push(open);
        let mut is_first = true;
        for (key, value) in children {
            if !is_first {
                self.text.push(',');
            }
            match (inline, open) {
                (false, _) => self.break_line(self.path.len() + 1),
                (true, '[') if is_first => {}
                (true, _) => self.text.push(' '),
            }
            is_first = false;
            let start = self.text.len();
            if let Key::Name(name) = &key {
                self.text.push_str(&quoted(name));
                self.text.push_str(": ");
            }
            self.path.push(key);
            self.value(value, start, inline);
            self.path.pop();
        }
        match (inline, open) {
            _ if is_first => {}
            (false, _) => self.break_line(self.path.len()),
            (true, '{') => self.text.push(' '),
            (true, _) => {}
        }
        self.text.push(close);
    }

    fn break_line(&mut self, depth: usize) {
        self.text.push('\n');
        self.line = self.text.len();
        (0..depth).for_each(|_| self.text.push_str("  "));
    }

    /// Whether it is written on the rest of the line; a comma may follow. The whole, what it is made of, a source and a way
    /// to connect never are.
    fn fits(&self, tree: &Tree) -> bool {
        let is_plain = |item: &Tree| !matches!(item, Tree::List(_) | Tree::Object(_));
        let is_long = match self.path.as_slice() {
            [] => true,
            [_] => !matches!(tree, Tree::List(items) if items.iter().all(is_plain)),
            [Key::Name(list), Key::Name(_)] => list == "sources",
            [Key::Name(list), Key::At(_)] => list == "variants",
            _ => false,
        };
        let is_empty = matches!(tree, Tree::List(items) if items.is_empty())
            || matches!(tree, Tree::Object(members) if members.is_empty());
        if is_empty {
            return true;
        }
        if is_long {
            return false;
        }
        let mut text = String::new();
        pack(tree, [" ", ": ", ", "], &mut text);
        let before = self.text.get(self.line..).unwrap_or_default().chars().count();
        before + text.chars().count() < WIDTH
    }
}
