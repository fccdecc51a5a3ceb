//! A report for support, which this page writes and somebody pastes.

use super::{Detected, PastedKind};
use crate::chars::is_space_or_invisible;

/// The line that a report begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportHead {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where what it says begins, in bytes.
    pub body: usize,
    /// The version of its form.
    pub version: u32,
}

impl ReportHead {
    /// As it is written, before the number of the version.
    pub const WRITTEN: &str = "Authdesk report, version";

    /// The first one in a text, from this byte on, also if an email has wrapped or quoted it.
    #[must_use]
    pub fn find(text: &str, from: usize) -> Option<ReportHead> {
        let mut words = ReportHead::WRITTEN.split(' ');
        let first = words.next()?;
        text.get(from..)?.match_indices(first).find_map(|(at, _)| {
            let start = from + at;
            let mut rest = text.get(start + first.len()..)?;
            for word in words.clone() {
                rest = apart(rest)?.strip_prefix(word)?;
            }
            let rest = apart(rest)?;
            let digits = rest.len() - rest.trim_start_matches(|ch: char| ch.is_ascii_digit()).len();
            let version = rest.get(..digits.min(LONGEST_VERSION))?.parse().ok()?;
            Some(ReportHead { start, body: text.len() - rest.len() + digits, version })
        })
    }
}

/// In digits.
const LONGEST_VERSION: usize = 6;

/// What comes after the space, the line break or the mark of a quotation between two words.
fn apart(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|ch: char| is_space_or_invisible(ch) || ch == '>' || ch == '|');
    (rest.len() < text.len()).then_some(rest)
}

pub(super) fn report(text: &str) -> Option<Detected> {
    ReportHead::find(text, 0).map(|_| Detected::one(PastedKind::Report))
}
