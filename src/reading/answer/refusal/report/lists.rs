//! Lists and tables of errors, which say what each of them means.

use core::ops::Range;

use super::super::word::is_product_code;
use super::prose::{Paragraph, is_code, is_data};

/// Where a text lists errors: with a mark, in a table, as questions and answers.
pub(super) struct Lists {
    has_items: bool,
    pub has_answers: bool,
}

impl Lists {
    pub fn of(paragraphs: &[Paragraph<'_>]) -> Lists {
        let begins = |lead: &[&str]| paragraphs.iter().any(|one| lead.iter().any(|lead| one.text.starts_with(lead)));
        Lists {
            has_items: paragraphs.iter().filter(|one| is_item(one)).count() > 1,
            has_answers: begins(&["Q:", "F:"]) && begins(&["A:"]),
        }
    }

    pub fn has(&self, one: &Paragraph<'_>) -> bool {
        // PowerShell has one bar before what it reports.
        let is_row = one.text.starts_with('|') && one.text.matches('|').count() > 1
            || one.code().is_some_and(|(_, behind)| behind.starts_with('\t'));
        is_row || self.has_items && is_item(one)
    }
}

/// `- invalid_grant: the code has expired`.
fn is_item(one: &Paragraph<'_>) -> bool {
    let is_marked = one.inner().len() < one.text.len() || is_numbered(one.text);
    is_marked
        && one.code().is_some_and(|(_, behind)| behind.trim_start().starts_with([':', '-', '\u{2013}', '\u{2014}']))
}

/// `1. …`, `2) …`.
pub(super) fn is_numbered(text: &str) -> bool {
    let behind = text.trim_start_matches(|ch: char| ch.is_ascii_digit());
    (1..3).contains(&(text.len() - behind.len())) && behind.starts_with(['.', ')']) && behind.get(1..2) == Some(" ")
}

/// The rows of a table that begin with the number or the code of an error, each with a different one. One error alone
/// is a report; nobody has that many at once.
pub(super) struct NumberedRows(Vec<Range<usize>>);

impl NumberedRows {
    pub fn of(text: &str) -> NumberedRows {
        let mut rows: Vec<Row<'_>> = Vec::new();
        let (mut at, mut is_open) = (0, false);
        for line in text.split_inclusive('\n') {
            let inner = line.trim();
            let end = at + line.trim_end().len();
            match number_of(inner) {
                Some((number, cell)) if cell.is_empty() || is_cell(cell) => {
                    rows.push(Row { number, place: at..end, says: is_cell(cell) });
                    is_open = cell.is_empty();
                }
                _ if is_open && !inner.is_empty() && !is_data(inner) => {
                    if let Some(row) = rows.last_mut() {
                        row.place.end = end;
                        row.says |= inner.split_whitespace().nth(2).is_some();
                    }
                }
                _ => is_open = false,
            }
            at += line.len();
        }
        rows.retain(|row| row.says);
        let mut numbers: Vec<&str> = rows.iter().map(|row| row.number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let is_table = numbers.len() >= LEAST_ROWS && numbers.len() == rows.len();
        NumberedRows(if is_table { rows.into_iter().map(|row| row.place).collect() } else { Vec::new() })
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn places(self) -> Vec<Range<usize>> {
        self.0
    }
}

const LEAST_ROWS: usize = 3;

/// A line that begins with a number, or a line of only that with the lines below it.
struct Row<'t> {
    number: &'t str,
    place: Range<usize>,
    /// There are words for it.
    says: bool,
}

/// The number or code that a line begins with, and what it says of it: behind a tab, a column or a dash, or nothing.
fn number_of(line: &str) -> Option<(&str, &str)> {
    let inner = line.trim_start_matches(['|', '-', '*', '\u{2022}', '`', '"', ' ']);
    let length = inner.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b',')).count();
    // `4702, 4704`
    let length = match inner.get(length..) {
        Some(rest) if inner.get(..length).is_some_and(|front| front.ends_with(',')) => {
            let more = rest.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b',')).count();
            let list = inner.get(..length + more).unwrap_or_default();
            list.trim_end_matches([' ', ',']).len()
        }
        _ => length,
    };
    let (numbers, behind) = inner.split_at_checked(length)?;
    let number = numbers.split(',').next().unwrap_or_default();
    let is_number = || (3..=6).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number() && !is_code(number) && !is_product_code(number) {
        return None;
    }
    let behind = behind.trim_start_matches(['`', '"', '*']);
    let is_separate =
        ["\t", " |", "|", "  ", ": ", " - ", " \u{2013} ", " \u{2014} "].iter().any(|sign| behind.starts_with(sign));
    let cell = behind.trim_start_matches(|ch: char| ch.is_whitespace() || "|:-\u{2013}\u{2014}".contains(ch));
    let is_alone = behind.is_empty() && number.len() > 3;
    (is_alone || is_separate && !cell.is_empty()).then_some((number, cell))
}

/// Whether what stands in a table is words, and no line of a log or of a file whose lines are numbered.
fn is_cell(text: &str) -> bool {
    text.split_whitespace().nth(1).is_some() && text.starts_with(char::is_alphabetic) && !is_data(text)
}
