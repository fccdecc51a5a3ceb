//! The box for anything: its content, before anything reads it.
//!
//! The box is on the start view, which works without the lazy part of the program; `parts::pasted` detects what it is
//! and which tool reads it, once that part is loaded.

use std::rc::Rc;

use crate::desk::parts::cover::Cover;
use crate::desk::{Desk, Route};
use crate::oauth::Secret;
use crate::reading::{Finding, PastedKind};

/// The content of the box for anything. It belongs to no product, and is never kept over a reload.
#[derive(Clone, Debug, Default)]
pub(in crate::desk) struct Anything {
    pub(in crate::desk) text: Secret,
    /// It was pasted, so the reader may open automatically.
    pub(in crate::desk) is_pasted: bool,
    /// More was pasted than is read; the box keeps its previous content.
    pub(in crate::desk) is_refused: bool,
    /// What it is, the likeliest first, once it was read.
    pub(in crate::desk) kinds: Vec<PastedKind>,
    /// Shared, because the first part of the program copies it and knows no reader.
    pub(in crate::desk) findings: Rc<[Finding]>,
    /// What of it is masked; all of it until it was read.
    pub(in crate::desk) cover: Cover,
    /// What it was last opened as, and in which view the box was.
    pub(in crate::desk) opened: Option<(PastedKind, Route)>,
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

    /// Whether this view has the box.
    pub(in crate::desk) fn shows_box(&self) -> bool {
        matches!(self.route, Route::Start | Route::Tools)
    }
}
