//! What a reader gets from a text, before values are hidden. There is no `Debug`.

use crate::reading::FindingKind;
use crate::reading::request::draft::SyntaxIssue;
use crate::reading::request::piece::{ByteSpan, Fragment};

/// The values of a text, and what is wrong with how they are written.
#[derive(Default)]
pub(super) struct BlockDraft {
    pub entries: Vec<Entry>,
    pub issues: Vec<Issue>,
    /// How many bytes were looked at in vain for the end of a text.
    pub in_vain: usize,
}

/// A key with its value.
pub(super) struct Entry {
    pub key: String,
    /// The place is that of the value with its quotes.
    pub value: Fragment,
    /// A number, a truth value or an expression, and no text.
    pub is_literal: bool,
}

/// A finding with its place in bytes, and how it is fixed.
pub(super) struct Issue {
    pub kind: FindingKind,
    pub span: ByteSpan,
    pub fix: Vec<(ByteSpan, String)>,
}

impl Issue {
    pub(super) fn new(kind: FindingKind, span: ByteSpan) -> Issue {
        Issue { kind, span, fix: Vec::new() }
    }

    /// The same, fixed by another text in its place.
    pub(super) fn replaced_by(self, text: impl Into<String>) -> Issue {
        let fix = vec![(self.span, text.into())];
        Issue { fix, ..self }
    }

    /// The same, fixed by these.
    pub(super) fn fixed(self, fix: Vec<(ByteSpan, String)>) -> Issue {
        Issue { fix, ..self }
    }

    /// What a shell does differently from what was meant.
    pub(super) fn of_syntax(issue: &SyntaxIssue) -> Issue {
        match issue {
            SyntaxIssue::CutOff(span) => Issue::new(FindingKind::CommandCutOff, *span),
            SyntaxIssue::LineBreak(span) => Issue::new(FindingKind::LineNotJoined, *span),
            SyntaxIssue::Ampersand(span) => Issue::new(FindingKind::AmpersandNotQuoted, *span),
            SyntaxIssue::OtherQuotes { open, close } => {
                let straight = |span: ByteSpan| (span, "\"".to_owned());
                let fix = close.map(|close| vec![straight(*open), straight(close)]);
                Issue::new(FindingKind::CurlyQuotes, *open).fixed(fix.unwrap_or_default())
            }
            SyntaxIssue::OtherCurl(span)
            | SyntaxIssue::NoBlankLine(span)
            | SyntaxIssue::PasteMark(span)
            | SyntaxIssue::Backslash(span) => Issue::new(FindingKind::LineNotRead, *span),
        }
    }
}

/// A name below a path, which ends with a dot. A path that is longer than any real one is left out, so that it is not
/// repeated with every name.
pub(super) fn below(path: &str, name: &str) -> String {
    if path.len() > LONGEST_PATH { name.to_owned() } else { format!("{path}{name}") }
}

const LONGEST_PATH: usize = 256;

impl BlockDraft {
    pub(super) fn text(&mut self, key: impl Into<String>, value: Fragment) {
        self.entries.push(Entry { key: key.into(), value, is_literal: false });
    }

    pub(super) fn literal(&mut self, key: impl Into<String>, value: Fragment) {
        self.entries.push(Entry { key: key.into(), value, is_literal: true });
    }

    pub(super) fn issue(&mut self, kind: FindingKind, span: ByteSpan) {
        self.issues.push(Issue::new(kind, span));
    }
}
