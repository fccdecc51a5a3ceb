//! The list of all findings, with a search.

use super::{Subject, files, says, title};
use crate::desk::Desk;
use crate::reading::FindingKind;
use crate::texts::unmarked;

/// The findings about one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingGroup {
    /// The heading is its title.
    pub subject: Subject,
    /// In the order of the file.
    pub rows: Vec<FindingRow>,
}

/// A finding in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingRow {
    /// Its stable name and its severity are in it.
    pub kind: FindingKind,
    /// What it is.
    pub title: String,
}

/// The findings that the search finds, by subject: every word of it is in the name, in the sentence or in the meaning.
/// `None` while the files are loading.
#[must_use]
pub fn listed(desk: &Desk) -> Option<Vec<FindingGroup>> {
    let (files, texts) = (files(desk)?, desk.finding_texts.as_ref()?);
    let query = desk.finding_query.to_lowercase();
    let words: Vec<&str> = query.split_whitespace().collect();
    let is_found = |kind: &FindingKind| {
        let says = texts.text(*kind).map(|text| says(desk, text)).unwrap_or_default();
        let all = unmarked(&[kind.name(), &says, files.meaning(*kind)].join("\n")).to_lowercase();
        words.iter().all(|word| all.contains(word))
    };
    let group = |(subject, kinds): (Subject, _)| FindingGroup { subject, rows: rows(desk, kinds, is_found) };
    let groups = files.examples().subjects().map(group);
    Some(groups.filter(|group| !group.rows.is_empty()).collect())
}

fn rows(
    desk: &Desk,
    kinds: impl Iterator<Item = FindingKind>,
    is_found: impl Fn(&FindingKind) -> bool,
) -> Vec<FindingRow> {
    kinds.filter(is_found).filter_map(|kind| Some(FindingRow { kind, title: title(desk, kind)? })).collect()
}
