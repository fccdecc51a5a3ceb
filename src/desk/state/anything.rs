//! The box for anything: its content, before anything reads it.
//!
//! The box is on the start view, which works without the lazy part of the program; `parts::pasted` detects what it is
//! and which tool reads it, once that part is loaded.

use std::rc::Rc;

use crate::desk::parts::cover::Cover;
use crate::desk::state::readings::Readings;
use crate::desk::{Desk, Route};
use crate::oauth::Secret;
use crate::reading::{Finding, PastedKind};

/// The content of the box for anything. It belongs to no product, and is never kept over a reload.
#[derive(Clone, Debug, Default)]
pub(in crate::desk) struct Anything {
    pub(in crate::desk) text: Secret,
    /// When it came, in milliseconds of the Unix epoch: a code in it is at least that old.
    pub(in crate::desk) came_at: u64,
    /// More was pasted than is read; the box keeps its previous content.
    pub(in crate::desk) is_refused: bool,
    /// What it was before each fix that can be undone.
    pub(in crate::desk) before: Vec<Secret>,
    /// What it is, the likeliest first, once it was read.
    pub(in crate::desk) kinds: Vec<PastedKind>,
    /// Shared, because the first part of the program copies it and knows no reader.
    pub(in crate::desk) findings: Rc<[Finding]>,
    /// What of it is masked; all of it until it was read.
    pub(in crate::desk) cover: Cover,
    /// What was read from it.
    pub(in crate::desk) readings: Readings,
    /// What it was last opened as, and in which view the box was.
    pub(in crate::desk) opened: Option<(PastedKind, Route)>,
}

impl Anything {
    /// Calls a function on each text that is or was in it, always in the same order. Whoever changes them has it read
    /// again.
    pub(in crate::desk) fn each_text(&mut self, each: &mut dyn FnMut(&mut Secret)) {
        each(&mut self.text);
        self.before.iter_mut().for_each(each);
        self.kinds.clear();
        self.findings = Rc::default();
        self.cover = Cover::Nothing;
        self.readings = Readings::default();
    }
}

impl Desk {
    /// The text in the box; up to [`TEXT_LIMIT`](crate::reading::TEXT_LIMIT) bytes.
    #[must_use]
    pub fn anything(&self) -> &Secret {
        &self.anything.text
    }

    /// Whether there is anything to say about it.
    #[must_use]
    pub fn has_anything(&self) -> bool {
        // EXPOSE: only whether there is more than whitespace.
        self.anything.is_refused || self.anything.text.expose().contains(|ch: char| !ch.is_whitespace())
    }

    /// Whether a fix there can be undone.
    #[must_use]
    pub fn can_undo_in_box(&self) -> bool {
        !self.anything.before.is_empty()
    }

    /// Whether this view has the box.
    pub(in crate::desk) fn shows_box(&self) -> bool {
        matches!(self.route, Route::Start | Route::Tools)
    }
}
