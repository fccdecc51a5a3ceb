//! How a finding is fixed: decided by the reader that found it, applied by whoever shows the text.

use core::ops::Range;

use crate::oauth::Secret;

/// Edits of the text that was read. They are there only where nothing has to be guessed, and are never applied silently.
#[derive(Clone, Debug)]
pub struct Fix {
    /// In the order of the text; they may touch, and what two of them remove may overlap.
    edits: Vec<Edit>,
}

/// One place of a fix.
#[derive(Clone, Debug)]
pub struct Edit {
    /// What is removed, in characters of the text from 0; empty where something is only inserted.
    pub range: Range<usize>,
    /// What is inserted there. It may be a part of what was typed.
    pub text: Secret,
}

impl Edit {
    /// Inserts a text in the place of a range.
    pub(super) fn new(range: Range<usize>, text: impl Into<String>) -> Edit {
        Edit { range, text: Secret::new(text) }
    }
}

impl Fix {
    /// All of these edits at once.
    pub(super) fn new(edits: impl IntoIterator<Item = Edit>) -> Fix {
        let mut edits: Vec<Edit> = edits.into_iter().collect();
        edits.sort_by_key(|edit| edit.range.start);
        Fix { edits }
    }

    /// Inserts a text in the place of a range.
    pub(super) fn replacement(range: Range<usize>, text: impl Into<String>) -> Fix {
        Fix { edits: vec![Edit::new(range, text)] }
    }

    /// Inserts a text in the place of the whole text, however long that is.
    pub(super) fn whole(text: impl Into<String>) -> Fix {
        Fix::replacement(0..usize::MAX, text)
    }

    /// Removes some ranges.
    pub(super) fn deletion(ranges: impl IntoIterator<Item = Range<usize>>) -> Fix {
        Fix::new(ranges.into_iter().map(|range| Edit { range, text: Secret::EMPTY }))
    }

    /// Turns one text into another: what both begin and end with stays.
    pub(super) fn between(before: &str, after: &str) -> Fix {
        let same = |(one, other): &(char, char)| one == other;
        let start = before.chars().zip(after.chars()).take_while(same).count();
        let (old, new) = (before.chars().count(), after.chars().count());
        let end = before.chars().rev().zip(after.chars().rev()).take_while(same).count().min(old.min(new) - start);
        let inserted: String = after.chars().skip(start).take(new - end - start).collect();
        Fix::replacement(start..old - end, inserted)
    }

    /// The same fix with this many more characters before the text; `None` for one that replaces the whole text.
    pub(super) fn moved(self, by: usize) -> Option<Fix> {
        let is_whole = self.edits.iter().any(|edit| edit.range.end == usize::MAX);
        let moved = |edit: Edit| Edit { range: edit.range.start + by..edit.range.end.saturating_add(by), ..edit };
        (!is_whole).then(|| Fix { edits: self.edits.into_iter().map(moved).collect() })
    }

    /// The edits, in the order of the text.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }
}

/// A text with a fix applied. What lies outside of the text, because it is not the one that was read, is ignored.
///
/// ```
/// use authdesk::reading::{ValueShape, apply, value_findings};
///
/// let text = "Demo\u{200b}ClientId";
/// let findings = value_findings(text, &ValueShape::default());
/// assert_eq!(apply(text, findings[0].fix.as_ref().unwrap()), "DemoClientId");
/// ```
#[must_use]
pub fn apply(text: &str, fix: &Fix) -> String {
    let mut fixed = String::with_capacity(text.len());
    let mut rest = text.chars();
    let mut at = 0;
    for Edit { range, text } in &fix.edits {
        fixed.extend(rest.by_ref().take(range.start.saturating_sub(at)));
        // EXPOSE: the result is as secret as the text, and goes to where that came from.
        fixed.push_str(text.expose());
        at = at.max(range.start);
        let removed = range.end.saturating_sub(at);
        rest.by_ref().take(removed).for_each(drop);
        at += removed;
    }
    fixed.extend(rest);
    fixed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is_fixed(text: &str, edits: &[(Range<usize>, &str)], expected: &str) {
        let fix = Fix::new(edits.iter().map(|(range, text)| Edit::new(range.clone(), *text)));
        assert_eq!(apply(text, &fix), expected);
    }

    #[test]
    fn characters_are_removed_and_inserted() {
        is_fixed("äöü", &[(1..2, "")], "äü");
        is_fixed("abcdef", &[(4..6, ""), (0..1, "-"), (0..2, "")], "-cd");
        is_fixed("abc", &[(3..3, "=")], "abc=");
        is_fixed("abc", &[(0..0, "=")], "=abc");
        is_fixed("", &[(0..0, "=")], "=");
        is_fixed("abc", &[(1..2, "xyz"), (2..3, "")], "axyz");
        is_fixed("abc", &[(7..9, "")], "abc");
        assert_eq!(apply("äbc", &Fix::whole("x")), "x");
    }

    #[test]
    fn two_texts_differ_in_the_middle() {
        for (before, after, range) in [
            ("a&amp;b", "a&b", 2..6),
            ("abc", "abc", 3..3),
            ("", "abc", 0..0),
            ("abc", "", 0..3),
            ("aaa", "aa", 2..3),
            ("aa", "aaa", 2..2),
            ("xäy", "xöy", 1..2),
        ] {
            let fix = Fix::between(before, after);
            assert_eq!(fix.edits()[0].range, range, "{before:?} {after:?}");
            assert_eq!(apply(before, &fix), after);
        }
    }

    #[test]
    fn a_fix_prints_nothing_of_the_text() {
        assert!(!format!("{:?}", Fix::between("hunter 2", "hunter2q")).contains('q'));
    }
}
