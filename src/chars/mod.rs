//! Classes of characters that copied texts contain and values do not: the one place that lists them.

/// A character with its place in the text, in characters from 0.
pub(crate) type PlacedChar = (usize, char);

/// The class of a character, from the point of view of copying errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CharClass {
    /// A space of any width that allows a line break.
    Space,
    /// A tab.
    Tab,
    /// A line break, including a word processor's line break within a paragraph (U+000B).
    LineBreak,
    /// A non-breaking space.
    NoBreak,
    /// The byte order mark, U+FEFF.
    ByteOrderMark,
    /// An invisible character: zero-width characters, joiners, soft hyphens, direction marks, variation selectors,
    /// tags.
    Invisible,
    /// A curly quotation mark.
    TypographicQuote,
    /// A straight quotation mark, or a backtick.
    StraightQuote,
    /// Any other control character.
    Control,
}

impl CharClass {
    /// The class of a character; `None` for an ordinary one.
    pub(crate) fn of(ch: char) -> Option<CharClass> {
        // Most of any text.
        if ch.is_ascii_alphanumeric() {
            return None;
        }
        Some(match ch {
            ' ' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => {
                CharClass::Space
            }
            '\t' => CharClass::Tab,
            '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => CharClass::LineBreak,
            '\u{a0}' | '\u{2007}' | '\u{202f}' => CharClass::NoBreak,
            '\u{feff}' => CharClass::ByteOrderMark,
            '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e01ef}' => CharClass::Invisible,
            '\u{2018}'..='\u{201f}' | '\u{2032}' | '\u{2033}' | '\u{2039}' | '\u{203a}' | '«' | '»' => {
                CharClass::TypographicQuote
            }
            '"' | '\'' | '`' => CharClass::StraightQuote,
            _ if ch.is_control() => CharClass::Control,
            _ => return None,
        })
    }

    /// Whether it is a space, a tab or a line break at which a text may be wrapped.
    pub(crate) fn is_breaking_space(self) -> bool {
        matches!(self, CharClass::Space | CharClass::Tab | CharClass::LineBreak)
    }
}

/// The beginning of a text: so many bytes, less where that would be inside of a character.
pub(crate) fn front_of(text: &str, most: usize) -> &str {
    (0..4).find_map(|less| text.get(..most.min(text.len()).saturating_sub(less))).unwrap_or_default()
}

/// The end of a text: so many bytes, less where that would be inside of a character.
pub(crate) fn end_of(text: &str, most: usize) -> &str {
    let start = text.len().saturating_sub(most);
    (start..start + 4).find_map(|start| text.get(start..)).unwrap_or_default()
}

/// Whether a character is a space, a tab or a line break at which a text may be wrapped.
pub(crate) fn is_breaking_space(ch: char) -> bool {
    CharClass::of(ch).is_some_and(CharClass::is_breaking_space)
}

/// Whether a character is whitespace of any kind: a [`is_breaking_space`] or a non-breaking one.
pub(crate) fn is_space(ch: char) -> bool {
    CharClass::of(ch).is_some_and(|class| class.is_breaking_space() || class == CharClass::NoBreak)
}

/// Whether a character is a space or a tab of any width, so that it does not end a line.
pub(crate) fn is_space_in_line(ch: char) -> bool {
    matches!(CharClass::of(ch), Some(CharClass::Space | CharClass::Tab | CharClass::NoBreak))
}

/// Whether a character ends a line.
pub(crate) fn is_line_break(ch: char) -> bool {
    CharClass::of(ch) == Some(CharClass::LineBreak)
}

/// Whether nothing is to be seen of a character, and nothing of it takes space either.
pub(crate) fn is_invisible(ch: char) -> bool {
    matches!(CharClass::of(ch), Some(CharClass::Invisible | CharClass::ByteOrderMark))
}

/// Whether a character is whitespace, a control character or invisible: what a URL, a code or a token never contains.
pub(crate) fn is_space_or_invisible(ch: char) -> bool {
    CharClass::of(ch).is_some_and(|class| !matches!(class, CharClass::TypographicQuote | CharClass::StraightQuote))
}

/// Whether a character is a quotation mark, straight or typographic, or a backtick.
pub(crate) fn is_quote(ch: char) -> bool {
    matches!(CharClass::of(ch), Some(CharClass::TypographicQuote | CharClass::StraightQuote))
}

/// The same or an angle bracket, which texts put around URLs (RFC 3986 appendix C).
pub(crate) fn is_quote_or_angle(ch: char) -> bool {
    is_quote(ch) || matches!(ch, '<' | '>')
}

/// What texts put around a URL, a code or a token.
pub(crate) fn is_around_value(ch: char) -> bool {
    is_space_or_invisible(ch) || is_quote_or_angle(ch)
}

/// The double quotes that PowerShell treats as straight ones, and no other shell does.
pub(crate) fn is_curly_double(ch: char) -> bool {
    matches!(ch, '\u{201c}'..='\u{201f}')
}

/// The single quotes that PowerShell treats as straight ones, and no other shell does.
pub(crate) fn is_curly_single(ch: char) -> bool {
    matches!(ch, '\u{2018}'..='\u{201b}')
}

/// Whether a character is a bullet or a dot, as in lists and masked fields.
pub(crate) fn is_dot(ch: char) -> bool {
    matches!(ch, '•' | '‣' | '◦' | '∙' | '·' | '●' | '○' | '■' | '▪' | '▫' | '⬤' | '█' | '\u{f0b7}' | '\u{f0a7}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_classes_differ_in_these_characters() {
        type Is = fn(char) -> bool;
        let classes: [(&str, Is); 10] = [
            ("breaking", is_breaking_space),
            ("space", is_space),
            ("in-line", is_space_in_line),
            ("line-break", is_line_break),
            ("invisible", is_invisible),
            ("space-or-invisible", is_space_or_invisible),
            ("quote", is_quote),
            ("quote-or-angle", is_quote_or_angle),
            ("curly-double", is_curly_double),
            ("curly-single", is_curly_single),
        ];
        for (chars, expected) in [
            (" \u{2003}\u{3000}\t", "breaking space in-line space-or-invisible"),
            ("\n\r\u{b}\u{c}\u{85}\u{2028}", "breaking space line-break space-or-invisible"),
            ("\u{a0}\u{202f}\u{2007}", "space in-line space-or-invisible"),
            ("\u{200b}\u{ad}\u{2060}\u{feff}\u{202e}", "invisible space-or-invisible"),
            ("\0\u{1b}\u{7f}", "space-or-invisible"),
            ("\"'`«»‹›\u{2032}", "quote quote-or-angle"),
            ("\u{201c}\u{201d}\u{201e}", "quote quote-or-angle curly-double"),
            ("\u{2018}\u{2019}\u{201a}", "quote quote-or-angle curly-single"),
            ("<>", "quote-or-angle"),
            ("aä-_.:/1\u{fffd}", ""),
        ] {
            for ch in chars.chars() {
                let names: Vec<&str> = classes.iter().filter(|(_, is)| is(ch)).map(|(name, _)| *name).collect();
                assert_eq!(names.join(" "), expected, "{ch:?}");
            }
        }
    }

    #[test]
    fn unicode_agrees_about_whitespace_and_control_characters() {
        for ch in '\0'..=char::MAX {
            assert_eq!(is_space(ch), ch.is_whitespace(), "{ch:?}");
            assert!(!ch.is_control() || is_space_or_invisible(ch), "{ch:?}");
        }
    }
}
