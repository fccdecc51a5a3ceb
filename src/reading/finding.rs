//! What was noticed in a text: what it is, where it is, and how severe.

use core::ops::Range;

use strum::IntoStaticStr;

use super::{Edit, FindingKind, Fix};

/// Something noticed in a text. Nothing in it but its fix contains what was typed, and that only as a secret.
///
/// Two of them are equal if kind, places and detail are: the fix follows from these and from the text.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Decides the sentence and the severity.
    pub kind: FindingKind,
    /// Where in the text, if it has a place.
    pub span: Option<Span>,
    /// The other place, of a finding about two that do not fit together.
    pub other: Option<Span>,
    /// What the sentence names, if it names something.
    pub detail: Option<Detail>,
    /// How the text that was read is fixed, where nothing has to be guessed.
    pub fix: Option<Fix>,
}

impl PartialEq for Finding {
    fn eq(&self, other: &Finding) -> bool {
        (self.kind, self.span, self.other, self.detail) == (other.kind, other.span, other.other, other.detail)
    }
}

impl Eq for Finding {}

/// A place in a text, counted in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
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
    /// A number, of scopes or of minutes: `{count}`.
    Count(usize),
    /// A name that is a constant of this program, such as that of a parameter: `{name}`.
    Name(&'static str),
    /// In which ways two redirect URLs differ, the first three: `{difference}`.
    Differences([Option<FindingKind>; 3]),
}

impl Finding {
    /// A finding about a text as a whole.
    #[must_use]
    pub const fn whole(kind: FindingKind) -> Finding {
        Finding { kind, span: None, other: None, detail: None, fix: None }
    }

    /// A finding at one character.
    #[must_use]
    pub const fn at(kind: FindingKind, at: usize) -> Finding {
        Finding::over(kind, at, 1)
    }

    /// A finding about several characters.
    #[must_use]
    pub const fn over(kind: FindingKind, start: usize, length: usize) -> Finding {
        let span = Span { within: Within::Pasted, start, length };
        Finding { kind, span: Some(span), other: None, detail: None, fix: None }
    }

    /// A finding about characters that its fix removes.
    pub(super) fn removing(kind: FindingKind, range: Range<usize>) -> Finding {
        Finding::in_range(kind, &range).with_fix(Fix::deletion([range]))
    }

    /// A finding at a place where its fix inserts something.
    pub(super) fn inserting(kind: FindingKind, at: usize, text: &'static str) -> Finding {
        Finding::over(kind, at, 0).with_fix(Fix::replacement(at..at, text))
    }

    /// A finding about a range of characters.
    pub(super) fn in_range(kind: FindingKind, range: &Range<usize>) -> Finding {
        Finding::over(kind, range.start, range.len())
    }

    /// The same finding, with how it is fixed.
    pub(super) fn with_fix(self, fix: impl Into<Option<Fix>>) -> Finding {
        Finding { fix: fix.into(), ..self }
    }

    /// The same finding with this many more characters before the text; a fix of the whole text is left out then.
    pub(super) fn moved(mut self, by: usize) -> Finding {
        if by > 0 {
            self.span = self.span.map(|span| Span { start: span.start + by, ..span });
            self.fix = self.fix.and_then(|fix| fix.moved(by));
        }
        self
    }

    /// The same finding without its fix, to name it where it may outlive the text.
    #[must_use]
    pub fn without_fix(&self) -> Finding {
        Finding { fix: None, ..*self }
    }

    /// What its fix removes and inserts; nothing where there is none.
    pub(super) fn edits(&self) -> &[Edit] {
        self.fix.as_ref().map_or(&[], Fix::edits)
    }

    /// The same finding, with its place in a different text.
    #[must_use]
    pub fn within(mut self, within: Within) -> Finding {
        self.span = self.span.map(|span| Span { within, ..span });
        self
    }

    /// The same finding, with the other place that it is about.
    pub(super) fn compared_with(self, other: Span) -> Finding {
        Finding { other: Some(other), ..self }
    }

    /// The same finding, with what its sentence names.
    #[must_use]
    pub fn naming(self, detail: impl Into<Option<Detail>>) -> Finding {
        Finding { detail: detail.into(), ..self }
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
