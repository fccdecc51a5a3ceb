//! A finding together with its fix.

use core::ops::Range;

use super::{Detail, Finding, FindingKind};

/// The most findings of one text; more would not help.
pub(super) const MOST: usize = 20;

/// A finding, what its fix removes from the text, and what it inserts instead.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) finding: Finding,
    /// Character ranges to remove; without any, there is no fix.
    pub(super) cuts: Vec<Range<usize>>,
    /// What the fix inserts in the place of the first cut.
    pub(super) instead: &'static str,
}

impl Mark {
    /// A finding without a fix.
    pub(super) fn told(finding: Finding) -> Mark {
        Mark { finding, cuts: Vec::new(), instead: "" }
    }

    /// A finding about characters that the fix removes.
    pub(super) fn cut(kind: FindingKind, range: Range<usize>) -> Mark {
        Mark { finding: over(kind, &range), cuts: vec![range], instead: "" }
    }

    /// A finding at a place where the fix inserts something.
    pub(super) fn put(kind: FindingKind, at: usize, instead: &'static str) -> Mark {
        Mark { finding: Finding::over(kind, at, 0), cuts: Vec::from([Range { start: at, end: at }]), instead }
    }

    /// The same finding, with a detail such as the first of its characters.
    pub(super) fn naming(mut self, detail: Option<Detail>) -> Mark {
        self.finding.detail = detail;
        self
    }

    /// Whether there is a fix.
    pub(super) fn can_be_mended(&self) -> bool {
        !self.cuts.is_empty()
    }

    /// Whether this is the given finding: the same kind at the same place.
    pub(super) fn is(&self, finding: &Finding) -> bool {
        let start = |finding: &Finding| finding.place.map(|place| place.start);
        self.finding.kind == finding.kind && start(&self.finding) == start(finding)
    }

    /// The text after the fix.
    pub(super) fn mended(&self, text: &str) -> Option<String> {
        self.can_be_mended().then(|| without(text, self.cuts.clone(), self.instead))
    }
}

/// A finding about a range.
pub(super) fn over(kind: FindingKind, range: &Range<usize>) -> Finding {
    Finding::over(kind, range.start, range.len())
}

/// The text without some of its characters, and with something in the place of the first of them.
pub(super) fn without(text: &str, mut cuts: Vec<Range<usize>>, instead: &str) -> String {
    cuts.sort_unstable_by_key(|cut| cut.start);
    let mut put = cuts.first().map(|cut| cut.start);
    let mut cuts = cuts.into_iter().peekable();
    let mut left = String::with_capacity(text.len() + instead.len());
    for (at, letter) in text.chars().enumerate() {
        if put == Some(at) {
            left.push_str(instead);
            put = None;
        }
        while cuts.next_if(|cut| cut.end <= at).is_some() {}
        if cuts.peek().is_none_or(|cut| cut.start > at) {
            left.push(letter);
        }
    }
    if put.is_some() {
        left.push_str(instead);
    }
    left
}

#[cfg(test)]
#[allow(clippy::single_range_in_vec_init)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_taken_out_and_something_is_put_in() {
        assert_eq!(without("äöü", vec![1..2], ""), "äü");
        assert_eq!(without("abcdef", vec![4..6, 0..1, 0..2], "-"), "-cd");
        assert_eq!(without("abc", vec![3..3], "="), "abc=");
        assert_eq!(without("abc", vec![0..0], "="), "=abc");
        assert_eq!(without("", vec![0..0], "="), "=");
    }
}
