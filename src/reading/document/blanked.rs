//! A text without some of its parts, in which everything else stays where it is.

use core::ops::Range;
use std::borrow::Cow;

/// The text with a space in place of each character of these parts, in bytes and in any order; lines stay lines.
pub(super) fn blanked(text: Cow<'_, str>, mut gone: Vec<Range<usize>>) -> Cow<'_, str> {
    if gone.is_empty() {
        return text;
    }
    gone.sort_unstable_by_key(|part| (part.start, part.end));
    let (mut shown, mut from) = (String::with_capacity(text.len()), 0);
    for part in gone {
        let start = part.start.max(from);
        shown.push_str(text.get(from..start).unwrap_or_default());
        let hidden = text.get(start..part.end).unwrap_or_default();
        shown.extend(hidden.chars().map(|ch| if ch == '\n' { ch } else { ' ' }));
        from = part.end.max(start);
    }
    shown.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(shown)
}
