//! The box for anything: its content, before anything reads it.
//!
//! The box is on the start view, which works without the lazy part of the program; `parts::pasted` detects what it is
//! and which tool reads it, once that part is loaded.

use std::rc::Rc;

use crate::desk::{Desk, Route};
use crate::oauth::Secret;
use crate::reading::{Finding, PastedKind, TEXT_LIMIT};

/// The content of the box for anything. It belongs to no product, and is never kept over a reload.
#[derive(Clone, Debug, Default)]
pub(in crate::desk) struct Anything {
    pub(in crate::desk) text: Secret,
    /// It was pasted, so the reader may open automatically.
    pub(in crate::desk) is_pasted: bool,
    /// More was pasted than is read; the box keeps its previous content.
    pub(in crate::desk) is_refused: bool,
    /// What it is, once it was read.
    pub(in crate::desk) kinds: Vec<PastedKind>,
    pub(in crate::desk) findings: Vec<Finding>,
    /// What it was last opened as, and in which view the box was.
    pub(in crate::desk) opened: Option<(PastedKind, Route)>,
}

/// This many bytes at once are a paste. A keyboard that completes words can insert as many, but not a text whose kind
/// is clear.
const LEAST_PASTED: usize = 8;

impl Desk {
    /// The content of the box for anything.
    #[must_use]
    pub fn anything(&self) -> &Secret {
        &self.anything.text
    }

    /// Whether there is anything to say about it.
    #[must_use]
    pub fn has_anything(&self) -> bool {
        // EXPOSE: only whether there is more than whitespace.
        self.anything.is_refused || self.anything.text.expose().contains(|letter: char| !letter.is_whitespace())
    }

    /// Whether this view has the box.
    pub(in crate::desk) fn shows_box(&self) -> bool {
        matches!(self.route, Route::Start | Route::Tools)
    }

    /// Puts a text into the box.
    pub(in crate::desk) fn take_anything(&mut self, text: Secret) -> bool {
        // EXPOSE: only how much of it is new is computed.
        let (before, after) = (self.anything.text.expose(), text.expose());
        if after.len() > TEXT_LIMIT {
            Rc::make_mut(&mut self.anything).is_refused = true;
            return true;
        }
        let is_pasted = brought(before.as_bytes(), after.as_bytes()) >= LEAST_PASTED;
        self.anything = Rc::new(Anything { text, is_pasted, ..Anything::default() });
        if let Some(lazy) = self.lazy() {
            (lazy.read_anything)(self);
        }
        true
    }
}

/// How many bytes a single change added.
fn brought(before: &[u8], after: &[u8]) -> usize {
    let front = before.iter().zip(after).take_while(|(one, two)| one == two).count();
    let (before, after) = (before.get(front..).unwrap_or_default(), after.get(front..).unwrap_or_default());
    let end = before.iter().rev().zip(after.iter().rev()).take_while(|(one, two)| one == two).count();
    after.len().saturating_sub(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_change_brought_is_what_differs() {
        let brought = |before: &str, after: &str| brought(before.as_bytes(), after.as_bytes());
        assert_eq!(brought("", ""), 0);
        assert_eq!(brought("", "pasted text"), 11);
        assert_eq!(brought("abc", "abcd"), 1);
        assert_eq!(brought("abcd", "abc"), 0);
        assert_eq!(brought("aaa", "aaaa"), 1);
        assert_eq!(brought("one two", "one and two"), 4);
        assert_eq!(brought("a long text that is replaced", "another one"), 10);
    }
}
