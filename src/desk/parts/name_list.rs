//! A list of names to be shown and copied.

use crate::oauth::Secret;

/// Names, of which a long list shows only the first: nobody reads on, and a browser would need long for it.
#[derive(Clone, Debug)]
pub struct NameList {
    /// The first [`NameList::MOST`].
    pub shown: Vec<String>,
    /// How many more there are.
    pub left_out: usize,
    /// All of them, one on a line.
    pub all: Secret,
}

impl NameList {
    /// How many lines a list shows at most.
    pub const MOST: usize = 200;

    /// Of these names; nothing if there are none.
    #[must_use]
    pub fn unless_empty(names: &[&str]) -> Option<NameList> {
        (!names.is_empty()).then(|| NameList {
            shown: names.iter().take(NameList::MOST).map(|name| (*name).to_owned()).collect(),
            left_out: names.len().saturating_sub(NameList::MOST),
            all: Secret::new(names.join("\n")),
        })
    }

    /// How many there are, shown or not.
    #[must_use]
    pub fn count(&self) -> usize {
        self.shown.len() + self.left_out
    }
}
