//! Where in a text a fault is: from a path of keys to a line and column, and back.

use authdesk::pasted_json::{Json, Kind, Member, parse};

/// A line and a column, in characters from 1, as editors count them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column in it.
    pub column: usize,
}

impl Position {
    fn at(text: &str, byte: usize) -> Position {
        let before = text.get(..byte).unwrap_or(text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        Position { line: before.matches('\n').count() + 1, column: line.chars().count() + 1 }
    }

    /// The place of a fault that the reader of JSON has found.
    pub fn parse(place: &str) -> Option<Position> {
        let (line, column) = place.strip_prefix("line ")?.split_once(", column ")?;
        Some(Position { line: line.parse().ok()?, column: column.parse().ok()? })
    }

    fn byte(self, text: &str) -> usize {
        let before: usize = text.split_inclusive('\n').take(self.line.saturating_sub(1)).map(str::len).sum();
        let rest = text.get(before..).unwrap_or_default();
        before + rest.char_indices().nth(self.column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
    }
}

/// Where a path of keys is: the last of its keys that the text has. `name` is what the fault is about; if it is there, it
/// is the place. `None` if the text is no JSON or has not even the first key.
pub fn position(text: &str, path: &str, name: Option<&str>) -> Option<Position> {
    let json = parse(text).ok()?;
    let mut node = Node { byte: None, value: &json };
    let mut rest = path;
    while let Some((next, after)) = node.step(text, rest) {
        (node, rest) = (next, after);
    }
    if let Some((named, "")) = name.and_then(|name| node.step(text, name)) {
        node = named;
    }
    Some(Position::at(text, node.byte?))
}

/// The path of keys to what is at a position; empty if the text is no JSON or the position is outside of every member.
pub fn path(text: &str, position: Position) -> String {
    let byte = position.byte(text);
    let mut path = String::new();
    let Ok(json) = parse(text) else { return path };
    let mut value = Some(&json);
    while let Some(outer) = value {
        value = match &outer.kind {
            Kind::Object(members) => {
                let member = members.iter().find(|member| byte <= member.value.end);
                member.filter(|member| byte >= name_start(text, member)).map(|member| {
                    path += if path.is_empty() { "" } else { "." };
                    path += &member.name;
                    &member.value
                })
            }
            Kind::List(items) => {
                let item = items.iter().enumerate().find(|(_, item)| byte <= item.end);
                let item = item.filter(|(_, item)| byte >= start(text, item)).map(|(at, item)| {
                    path += &names(item).pop().map_or_else(|| format!("[{at}]"), |name| format!(".{name}"));
                    item
                });
                // A line of a block is called by its key, and has no more names in it.
                item.filter(|item| !matches!(item.kind, Kind::List(_)))
            }
            _ => None,
        };
    }
    path
}

/// A value, and where the key or the item of the list begins.
#[derive(Clone, Copy)]
struct Node<'j> {
    byte: Option<usize>,
    value: &'j Json,
}

impl<'j> Node<'j> {
    /// The member or item that a path begins with, and the rest of the path. Keys can contain dots, so the longest one
    /// that fits is meant; of several of one name the last, because that is the one that is there already.
    fn step<'p>(self, text: &str, path: &'p str) -> Option<(Node<'j>, &'p str)> {
        let mut best: Option<(Node<'j>, &'p str)> = None;
        let mut offer = |byte: usize, value: &'j Json, key: &str| {
            let Some(rest) = path.strip_prefix(key).filter(|_| !key.is_empty()) else { return };
            let rest = match rest.strip_prefix('.') {
                Some(rest) => rest,
                None if rest.is_empty() || rest.starts_with('[') => rest,
                None => return,
            };
            if best.is_none_or(|(_, known)| rest.len() <= known.len()) {
                best = Some((Node { byte: Some(byte), value }, rest));
            }
        };
        match &self.value.kind {
            Kind::Object(members) => {
                members.iter().for_each(|member| offer(name_start(text, member), &member.value, &member.name));
            }
            Kind::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    let begin = start(text, item);
                    offer(begin, item, &format!("[{at}]"));
                    names(item).iter().for_each(|name| offer(begin, item, name));
                }
            }
            _ => {}
        }
        best
    }
}

/// What an item of a list is called in a path of keys, the best name last.
fn names(item: &Json) -> Vec<String> {
    let member = |members: &[Member], name: &str| {
        members.iter().find(|member| member.name == name).and_then(|member| member.value.text()).map(str::to_owned)
    };
    match &item.kind {
        Kind::Text(text) => vec![text.clone()],
        // A line of a block is called by its key.
        Kind::List(items) => items.first().and_then(Json::text).map(str::to_owned).into_iter().collect(),
        Kind::Object(members) => {
            let label = member(members, "label");
            let grouped = member(members, "group").zip(label.as_ref()).map(|(group, label)| format!("{group}/{label}"));
            [label, grouped, member(members, "id")].into_iter().flatten().collect()
        }
        _ => Vec::new(),
    }
}

/// Where the name of a member begins.
fn name_start(text: &str, member: &Member) -> usize {
    opening_quote(text, member.end)
}

/// Where a value begins; of an object or a list, where the first thing in it does.
fn start(text: &str, value: &Json) -> usize {
    let first = match &value.kind {
        Kind::Text(_) => return opening_quote(text, value.end),
        Kind::Object(members) => members.first().map(|member| name_start(text, member)),
        Kind::List(items) => items.first().map(|item| start(text, item)),
        _ => None,
    };
    first.unwrap_or(value.end)
}

/// The quotation mark that begins the string that ends with this one.
fn opening_quote(text: &str, closing: usize) -> usize {
    let mut before = text.get(..closing).unwrap_or_default();
    while let Some(at) = before.rfind('"') {
        before = before.get(..at).unwrap_or_default();
        let escapes = before.len() - before.trim_end_matches('\\').len();
        if escapes % 2 == 0 {
            return at;
        }
    }
    closing
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{
  "id": "ä", "sources": { "a.b": {}, "a": { "b": 1 } },
  "variants": [
    { "id": "one", "names": ["x", "y", "x"],
      "values": [ { "label": "Key", "template": "1" }, { "group": "Ünder", "label": "Key", "template": "2" } ],
      "blocks": [ { "id": "file", "lines": [ ["zoom.id", "{client_id}"], ["zoom.key", 2] ] } ] },
    { "id": "say \"hi\"", "names": [] }
  ],
  "api": { "calls": [ { "path": "/a" }, { "path": "b" } ] }
}"#;

    #[track_caller]
    fn is_at(path: &str, name: Option<&str>, line: usize, column: usize) {
        let found = position(TEXT, path, name);
        assert_eq!(found, Some(Position { line, column }), "{path} {name:?}");
    }

    #[test]
    fn a_path_of_keys_has_a_line_and_a_column() {
        is_at("id", None, 2, 3);
        is_at("sources", None, 2, 14);
        is_at("sources.a.b", None, 2, 27);
        is_at("sources.a", None, 2, 38);
        is_at("sources", Some("a.b"), 2, 27);
        is_at("variants.one.names", None, 4, 20);
        is_at("variants.one.names", Some("y"), 4, 35);
        is_at("variants.one.names.x", None, 4, 40);
        is_at("variants.one.values.Key.template", None, 5, 92);
        is_at("variants.one.values.Ünder/Key", None, 5, 58);
        is_at("variants.one.blocks.file.lines.zoom.key", None, 6, 75);
        is_at("variants.say \"hi\".names", None, 7, 27);
        is_at("api.calls[1].path", None, 9, 43);
    }

    #[test]
    fn of_a_path_that_is_not_there_the_last_key_that_is_counts() {
        is_at("variants.one.redirect", None, 4, 7);
        is_at("variants.two.app", None, 3, 3);
        is_at("variants.one", Some("none"), 4, 7);
        assert_eq!(position(TEXT, "tasks.a", None), None);
        assert_eq!(position("{", "tasks.a", None), None);
    }

    #[test]
    fn a_line_and_a_column_have_a_path_of_keys() {
        let path = |line, column| path(TEXT, Position { line, column });
        assert_eq!(path(2, 3), "id");
        assert_eq!(path(2, 11), "id");
        assert_eq!(path(2, 50), "sources.a.b");
        assert_eq!(path(4, 36), "variants.one.names.y");
        assert_eq!(path(5, 103), "variants.one.values.Ünder/Key.template");
        assert_eq!(path(6, 62), "variants.one.blocks.file.lines.zoom.id");
        assert_eq!(path(9, 50), "api.calls[1].path");
        assert_eq!(path(10, 1), "");
        assert_eq!(super::path("{ \"a\": ", Position { line: 1, column: 4 }), "");
    }
}
