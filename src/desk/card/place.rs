//! Where in a file of a card something is.

use super::tree::{Key, Path, Tree, way};
use crate::catalog::name_among;

/// One of the two kinds of files of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The facts.
    Facts,
    /// The sentences in the language that the form shows.
    Prose,
}

/// A value in a file of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub part: Part,
    /// The way to it.
    pub path: Path,
}

impl Place {
    /// Among the facts.
    #[must_use]
    pub fn fact(path: Path) -> Place {
        Place { part: Part::Facts, path }
    }

    /// Among the sentences.
    #[must_use]
    pub fn prose(path: Path) -> Place {
        Place { part: Part::Prose, path }
    }
}

/// A path in the words of the check of the catalog: what is in a list is called by its name, its label or its text.
#[must_use]
pub fn named(tree: &Tree, path: &[Key]) -> String {
    let mut words: Vec<String> = Vec::new();
    for (at, key) in path.iter().enumerate() {
        let (way, _) = path.split_at(at);
        words.push(match key {
            Key::Name(name) => name.clone(),
            Key::At(place) => item_name(tree.list_at(way), *place),
        });
    }
    words.join(".")
}

fn item_name(items: &[Tree], at: usize) -> String {
    match items.get(at) {
        Some(Tree::Text(text)) => text.clone(),
        Some(Tree::List(line)) => line.first().and_then(Tree::as_text).unwrap_or_default().to_owned(),
        Some(item) if item.at(&[Key::from("id")]).is_some() => item.text_at(&[Key::from("id")]).to_owned(),
        Some(item) => value_name(items, item),
        None => String::new(),
    }
}

/// What a field is called where its label alone would not do, as in [`Variant::value_name`](crate::catalog::Variant).
#[must_use]
pub fn value_name(values: &[Tree], value: &Tree) -> String {
    let group = Some(value.text_at(&way!["group"])).filter(|group| !group.is_empty());
    name_among(value.text_at(&way!["label"]), group, values.iter().map(|value| value.text_at(&way!["label"])))
}
