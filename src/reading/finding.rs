//! What was noticed in a text: what it is, where it is, and how severe.

use strum::IntoStaticStr;

use super::FindingKind;

/// Something noticed in a text. Never contains what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Decides the sentence and the level.
    pub kind: FindingKind,
    /// Where in the text, if it has a place.
    pub place: Option<Place>,
    /// What the sentence names, if it names something.
    pub detail: Option<Detail>,
}

/// A place in a text, counted in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The text in which the place is counted.
    pub within: Within,
    /// The first character, from 0.
    pub start: usize,
    /// How many characters; 0 for a place between two characters.
    pub length: usize,
}

/// Which text a place refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// The pasted text, unchanged.
    Pasted,
    /// The decoded credentials of an `Authorization` header.
    Pair,
}

/// What a finding's sentence names; nothing that was typed, except a single unusual character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// An unusual character: `{character}`.
    Character(char),
    /// A number: `{count}`.
    Count(usize),
    /// A name that is a constant of this program, such as that of a parameter: `{name}`.
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

    /// The same finding, with its place in a different text.
    #[must_use]
    pub fn within(mut self, within: Within) -> Finding {
        self.place = self.place.map(|place| Place { within, ..place });
        self
    }

    /// The same finding, with what its sentence names.
    #[must_use]
    pub const fn naming(mut self, detail: Detail) -> Finding {
        self.detail = Some(detail);
        self
    }
}

/// How severe a finding is, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Severity {
    /// As it should be.
    Good,
    /// Worth knowing; nothing to do.
    #[strum(serialize = "note")]
    Info,
    /// Likely to fail.
    #[strum(serialize = "warn")]
    Warning,
    /// Will fail.
    #[strum(serialize = "bad")]
    Error,
}

impl Severity {
    /// The value of `data-level` in the markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}
