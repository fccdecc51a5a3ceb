//! A file of a card as a tree: what the form does not know of it stays in it, in the order of the file.

use core::cell::{Cell, RefCell};
use core::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::refusal::CardRefusal;

/// A value of JSON. The members of an object keep their order, and each name is there once.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// An object.
    Object(Vec<(String, Tree)>),
}

/// A step from a value to one in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// The member of that name.
    Name(String),
    /// The item at that place of a list.
    At(usize),
}

impl From<&str> for Key {
    fn from(name: &str) -> Key {
        Key::Name(name.to_owned())
    }
}

impl From<&String> for Key {
    fn from(name: &String) -> Key {
        Key::Name(name.clone())
    }
}

impl From<usize> for Key {
    fn from(at: usize) -> Key {
        Key::At(at)
    }
}

/// A way from the whole to a value in it.
pub type Path = Vec<Key>;

/// A path of names and places.
macro_rules! way {
    ($($key:expr),* $(,)?) => { ::std::vec![$($crate::desk::card::Key::from($key)),*] };
}
pub(in crate::desk) use way;

/// How many objects and lists can be in each other. Those of the catalog have eight.
pub const DEEPEST: usize = 16;

/// How many values there can be. The largest product of the catalog has 700.
pub const MOST: usize = 5_000;

/// The members of all objects in the order in which the files of the catalog have them: no two objects disagree.
const ORDER: [&str; 68] = [
    "$schema",
    "schema",
    "id",
    "app",
    "app_name",
    "name",
    "when",
    "vendor",
    "category",
    "words",
    "provider",
    "checked",
    "minutes",
    "labels_language",
    "title",
    "url",
    "date",
    "summary",
    "flow",
    "grant",
    "by_hand",
    "redundant_pair",
    "redirect",
    "offered",
    "allow_list",
    "endpoint",
    "from_product",
    "events",
    "pair",
    "second_app",
    "sources",
    "inputs",
    "tasks",
    "corrections",
    "variants",
    "scope_sets",
    "scopes",
    "choice",
    "required",
    "names",
    "unlisted",
    "optional",
    "order",
    "classic",
    "classic_sure",
    "create",
    "credentials",
    "subscribe",
    "enter",
    "kind",
    "of",
    "page",
    "step",
    "about",
    "shows",
    "group",
    "label",
    "example",
    "note",
    "place",
    "place_sure",
    "template",
    "choose",
    "press",
    "leave",
    "values",
    "blocks",
    "no_app",
];

/// Those at the end of an object.
const LAST: [&str; 9] = ["file", "format", "lines", "command", "before", "after", "needed", "sure", "source"];

fn rank(name: &str) -> usize {
    ORDER.iter().chain(&LAST).position(|known| *known == name).unwrap_or(usize::MAX)
}

impl Tree {
    /// An object without members.
    #[must_use]
    pub fn object() -> Tree {
        Tree::Object(Vec::new())
    }

    /// A text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Tree {
        Tree::Text(text.into())
    }

    /// A list of texts.
    #[must_use]
    pub fn texts<T: Into<String>>(all: impl IntoIterator<Item = T>) -> Tree {
        Tree::List(all.into_iter().map(Tree::text).collect())
    }

    /// Reads JSON, within the limits of a card.
    ///
    /// # Errors
    ///
    /// No JSON, a name twice in one object, or more than [`DEEPEST`] or [`MOST`].
    pub fn read(text: &str) -> Result<Tree, CardRefusal> {
        let limits = Limits { left: Cell::new(MOST), refusal: RefCell::new(None) };
        let mut reader = serde_json::Deserializer::from_str(text);
        let read = Within { limits: &limits, depth: 0 }.deserialize(&mut reader);
        let read = read.and_then(|tree| reader.end().map(|()| tree));
        read.map_err(|error| {
            let known = limits.refusal.take();
            known.unwrap_or(CardRefusal::NotJson { line: error.line(), column: error.column() })
        })
    }

    /// The value at the end of a path.
    #[must_use]
    pub fn at(&self, path: &[Key]) -> Option<&Tree> {
        let Some((key, rest)) = path.split_first() else { return Some(self) };
        self.child(key)?.at(rest)
    }

    fn child(&self, key: &Key) -> Option<&Tree> {
        match (self, key) {
            (Tree::Object(members), Key::Name(name)) => {
                members.iter().find(|(known, _)| known == name).map(|(_, value)| value)
            }
            (Tree::List(items), Key::At(at)) => items.get(*at),
            _ => None,
        }
    }

    /// The same, mutable.
    pub fn at_mut(&mut self, path: &[Key]) -> Option<&mut Tree> {
        let Some((key, rest)) = path.split_first() else { return Some(self) };
        let child = match (self, key) {
            (Tree::Object(members), Key::Name(name)) => {
                members.iter_mut().find(|(known, _)| known == name).map(|(_, value)| value)
            }
            (Tree::List(items), Key::At(at)) => items.get_mut(*at),
            _ => None,
        };
        child?.at_mut(rest)
    }

    /// The text at the end of a path; empty where there is none.
    #[must_use]
    pub fn text_at(&self, path: &[Key]) -> &str {
        self.at(path).and_then(Tree::as_text).unwrap_or_default()
    }

    /// The list at the end of a path; empty where there is none.
    #[must_use]
    pub fn list_at(&self, path: &[Key]) -> &[Tree] {
        match self.at(path) {
            Some(Tree::List(items)) => items,
            _ => &[],
        }
    }

    /// The members of the object at the end of a path; none where there is none.
    #[must_use]
    pub fn members_at(&self, path: &[Key]) -> &[(String, Tree)] {
        match self.at(path) {
            Some(Tree::Object(members)) => members,
            _ => &[],
        }
    }

    /// The texts of the list at the end of a path.
    pub fn texts_at<'t>(&'t self, path: &[Key]) -> impl Iterator<Item = &'t str> + use<'t> {
        self.list_at(path).iter().filter_map(Tree::as_text)
    }

    /// It as a text.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Tree::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Puts a value at the end of a path, with the objects on the way to it. A new member gets its place among the others.
    pub fn set(&mut self, path: &[Key], value: Tree) {
        let Some((last, way)) = path.split_last() else {
            *self = value;
            return;
        };
        if self.at(way).is_none() {
            self.set(way, Tree::object());
        }
        match (self.at_mut(way), last) {
            (Some(Tree::Object(members)), Key::Name(name)) => {
                if let Some((_, known)) = members.iter_mut().find(|(known, _)| known == name) {
                    *known = value;
                } else {
                    members.insert(place_for(members, name), (name.clone(), value));
                }
            }
            (Some(Tree::List(items)), Key::At(at)) => {
                if let Some(item) = items.get_mut(*at) {
                    *item = value;
                }
            }
            _ => {}
        }
    }

    /// Takes away what is at the end of a path, and returns it.
    pub fn take(&mut self, path: &[Key]) -> Option<Tree> {
        let (last, way) = path.split_last()?;
        match (self.at_mut(way)?, last) {
            (Tree::Object(members), Key::Name(name)) => {
                let at = members.iter().position(|(known, _)| known == name)?;
                Some(members.remove(at).1)
            }
            (Tree::List(items), Key::At(at)) if *at < items.len() => Some(items.remove(*at)),
            _ => None,
        }
    }

    /// Gives a member another name, at its place.
    pub fn rename(&mut self, path: &[Key], name: &str, new: &str) {
        if let Some(Tree::Object(members)) = self.at_mut(path)
            && !members.iter().any(|(known, _)| known == new)
            && let Some((known, _)) = members.iter_mut().find(|(known, _)| known == name)
        {
            new.clone_into(known);
        }
    }

    /// Puts an item at the end of the list at the end of a path.
    pub fn push(&mut self, path: &[Key], item: Tree) {
        if !matches!(self.at(path), Some(Tree::List(_))) {
            self.set(path, Tree::List(Vec::new()));
        }
        if let Some(Tree::List(items)) = self.at_mut(path) {
            items.push(item);
        }
    }

    /// Moves an item or a member by one place; whether it could be moved.
    pub fn shift(&mut self, path: &[Key], at: usize, up: bool) -> bool {
        let Some(other) = (if up { at.checked_sub(1) } else { at.checked_add(1) }) else { return false };
        match self.at_mut(path) {
            Some(Tree::List(items)) if at.max(other) < items.len() => items.swap(at, other),
            Some(Tree::Object(members)) if at.max(other) < members.len() => members.swap(at, other),
            _ => return false,
        }
        true
    }

    /// Calls a function with each text in it, names included but for those that the files of a product have anyway: these
    /// are nobody's own, and a secret that contains one of them is no less one.
    pub fn each_text(&self, see: &mut dyn FnMut(&str)) {
        match self {
            Tree::Null | Tree::Bool(_) | Tree::Number(_) => {}
            Tree::Text(text) => see(text),
            Tree::List(items) => items.iter().for_each(|item| item.each_text(see)),
            Tree::Object(members) => members.iter().for_each(|(name, value)| {
                if rank(name) == usize::MAX {
                    see(name);
                }
                value.each_text(see);
            }),
        }
    }
}

/// Before the first member that comes after it in the files of the catalog; at the end where none does.
fn place_for(members: &[(String, Tree)], name: &str) -> usize {
    let own = rank(name);
    members.iter().position(|(known, _)| rank(known) > own).unwrap_or(members.len())
}

struct Limits {
    left: Cell<usize>,
    refusal: RefCell<Option<CardRefusal>>,
}

impl Limits {
    fn refuse<E: Error>(&self, refusal: CardRefusal) -> E {
        self.refusal.replace(Some(refusal));
        E::custom("")
    }
}

#[derive(Clone, Copy)]
struct Within<'l> {
    limits: &'l Limits,
    depth: usize,
}

impl<'l> Within<'l> {
    fn deeper<E: Error>(self) -> Result<Within<'l>, E> {
        if self.depth == DEEPEST {
            return Err(self.limits.refuse(CardRefusal::TooDeep));
        }
        Ok(Within { depth: self.depth + 1, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Within<'_> {
    type Value = Tree;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        match self.limits.left.get().checked_sub(1) {
            Some(left) => self.limits.left.set(left),
            None => return Err(self.limits.refuse(CardRefusal::TooMany)),
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Within<'_> {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Number(number.into()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Number(number.into()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Tree, E> {
        Ok(Number::from_f64(number).map_or(Tree::Null, Tree::Number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let inner = self.deeper()?;
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(inner)? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let inner = self.deeper()?;
        let mut members: Vec<(String, Tree)> = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            if members.iter().any(|(known, _)| *known == name) {
                return Err(self.limits.refuse(CardRefusal::Twice(name)));
            }
            members.push((name, map.next_value_seed(inner)?));
        }
        Ok(Tree::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::*;

    /// The names of all members in a schema.
    fn members(schema: &Tree, found: &mut BTreeSet<String>) {
        match schema {
            Tree::Object(all) => {
                for (name, value) in all {
                    if name == "properties" {
                        found.extend(value.members_at(&[]).iter().map(|(name, _)| name.clone()));
                    }
                    members(value, found);
                }
            }
            Tree::List(items) => items.iter().for_each(|item| members(item, found)),
            _ => {}
        }
    }

    #[test]
    fn every_member_that_a_file_of_a_product_can_have_has_its_place_and_no_other() {
        let mut wanted = BTreeSet::new();
        for name in ["product", "product-prose"] {
            let path = format!("{}/www/catalog/schema/{name}.json", env!("CARGO_MANIFEST_DIR"));
            members(&Tree::read(&fs::read_to_string(path).unwrap()).unwrap(), &mut wanted);
        }
        assert!(wanted.len() > 50);
        let known: BTreeSet<String> = ORDER.iter().chain(&LAST).map(|name| (*name).to_owned()).collect();
        assert_eq!(known, wanted);
    }
}
