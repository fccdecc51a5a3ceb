//! A text without some of its parts, in which everything else stays where it is.

use core::ops::Range;
use std::borrow::Cow;

/// The text with a space in place of each byte of these parts, which are in bytes and in any order; lines stay lines.
pub(in crate::reading) fn blanked(text: Cow<'_, str>, mut gone: Vec<Range<usize>>) -> Cow<'_, str> {
    if gone.is_empty() {
        return text;
    }
    gone.sort_unstable_by_key(|part| (part.start, part.end));
    let (mut shown, mut from) = (String::with_capacity(text.len()), 0);
    for part in gone {
        let start = part.start.max(from);
        shown.push_str(text.get(from..start).unwrap_or_default());
        let hidden = text.get(start..part.end).unwrap_or_default();
        shown.extend(hidden.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        from = part.end.max(start);
    }
    shown.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_else_stays_in_its_place() {
        for (text, gone, shown) in [
            ("", &[][..], ""),
            ("abc", &[], "abc"),
            ("abc", &[(1, 2)], "a c"),
            ("a\nb\r\nc", &[(0, 5)], " \n  \nc"),
            ("c\u{f6}de d", &[(1, 3)], "c  de d"),
            ("abcdef", &[(3, 5), (1, 4), (2, 3)], "a    f"),
        ] {
            let gone = gone.iter().map(|(start, end)| *start..*end).collect();
            assert_eq!(blanked(Cow::Borrowed(text), gone), shown, "{text}");
            assert_eq!(shown.len(), text.len());
        }
    }
}
