//! The members of a document, and where their values are in the pasted text.

use core::ops::Range;

use crate::pasted_json::{Json, Kind, Member};
use crate::reading::{Finding, FindingKind};

/// A document that was found in a text.
pub(super) struct Located {
    pub members: Vec<Member>,
    /// The JSON that the places of the members are counted in.
    pub json: String,
    /// How many characters are before it in the pasted text; `None` where it was put together from that text.
    pub before: Option<usize>,
}

/// A member and where its value is, in bytes of the JSON.
#[derive(Clone)]
pub(super) struct Placed<'m> {
    pub member: &'m Member,
    pub range: Range<usize>,
}

impl Located {
    /// The member of that name that counts: the last one, as for most readers of JSON (RFC 8259 §4).
    pub(super) fn member(&self, name: &str) -> Option<Placed<'_>> {
        let member = self.members.iter().rfind(|member| member.name == name)?;
        let colon = self.json.get(member.end + 1..)?.find(':')?;
        Some(Placed { member, range: self.value(member.end + 1 + colon + 1, &member.value) })
    }

    /// The texts of a list with their places.
    pub(super) fn elements<'m>(&self, list: &Placed<'m>) -> Vec<(&'m Json, Range<usize>)> {
        let Kind::List(values) = &list.member.value.kind else { return Vec::new() };
        let mut at = list.range.start + 1;
        let mut all = Vec::with_capacity(values.len());
        for value in values {
            let range = self.value(at, value);
            at = range.end;
            all.push((value, range));
        }
        all
    }

    /// The place of a value that begins somewhere after `at`, where only spaces and a comma can be before it.
    fn value(&self, at: usize, value: &Json) -> Range<usize> {
        let front = self.json.get(at..).unwrap_or_default();
        let spaces = front.len() - front.trim_start_matches(|ch: char| ch.is_ascii_whitespace() || ch == ',').len();
        at + spaces..value.end + 1
    }

    /// A finding about a part of the JSON.
    pub(super) fn finding(&self, kind: FindingKind, range: &Range<usize>) -> Finding {
        let Some(before) = self.before else { return Finding::whole(kind) };
        let count = |range: Range<usize>| self.json.get(range).map_or(0, |part| part.chars().count());
        Finding::over(kind, before + count(0..range.start), count(range.clone()))
    }

    /// The place inside of its quotes, if the text of the JSON is the value itself and no escape is in it.
    pub(super) fn inside(&self, placed: &Placed<'_>, text: &str) -> Option<Range<usize>> {
        let range = placed.range.start + 1..placed.range.end.checked_sub(1)?;
        (self.json.get(range.clone()) == Some(text)).then_some(range)
    }
}
