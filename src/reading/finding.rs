//! What was noticed in a text: what it is, where, and how bad.

use super::FindingKind;

/// Something noticed in a text. It never holds what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// The place, where one can be named.
    pub place: Option<Place>,
    /// What the sentence has to name, where it names something.
    pub detail: Option<Detail>,
}

/// A place in a text. Positions and lengths are counted in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which text is counted.
    pub within: Within,
    /// The first character, from 0.
    pub start: usize,
    /// How many characters; 0 for a place between two.
    pub length: usize,
}

/// Which text a place is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// The text as it was pasted.
    Pasted,
    /// The decoded pair of an `Authorization` header.
    Pair,
}

/// What a finding's sentence names; nothing that was typed except a single odd character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// An odd character: `{character}`.
    Character(char),
    /// How many: `{count}`.
    Count(usize),
    /// A name that the program itself knows, such as that of a parameter: `{name}`.
    Name(&'static str),
}

impl Finding {
    /// A finding about a text as a whole.
    #[must_use]
    pub const fn whole(kind: FindingKind) -> Finding {
        Finding { kind, place: None, detail: None }
    }

    /// A finding at one character.
    #[must_use]
    pub const fn at(kind: FindingKind, at: usize) -> Finding {
        Finding::over(kind, at, 1)
    }

    /// A finding about several characters.
    #[must_use]
    pub const fn over(kind: FindingKind, start: usize, length: usize) -> Finding {
        Finding { kind, place: Some(Place { within: Within::Pasted, start, length }), detail: None }
    }

    /// The same, within another text.
    #[must_use]
    pub fn within(mut self, within: Within) -> Finding {
        self.place = self.place.map(|place| Place { within, ..place });
        self
    }

    /// The same, with what its sentence names.
    #[must_use]
    pub const fn naming(mut self, detail: Detail) -> Finding {
        self.detail = Some(detail);
        self
    }
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// As it should be.
    Good,
    /// Worth knowing; nothing to do.
    Note,
    /// Likely to fail.
    Warn,
    /// Will fail.
    Bad,
}

impl Level {
    /// Its name in the markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Level::Good => "good",
            Level::Note => "note",
            Level::Warn => "warn",
            Level::Bad => "bad",
        }
    }
}
