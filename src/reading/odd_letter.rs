//! Characters that a copied value should not contain.

/// The class of a character, from the point of view of copying errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OddLetter {
    /// A space of any width that allows a line break.
    Blank,
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

impl OddLetter {
    /// The class of a character; `None` for an ordinary one.
    pub(super) fn of(letter: char) -> Option<OddLetter> {
        Some(match letter {
            ' ' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => {
                OddLetter::Blank
            }
            '\t' => OddLetter::Tab,
            '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => OddLetter::LineBreak,
            '\u{a0}' | '\u{2007}' | '\u{202f}' => OddLetter::NoBreak,
            '\u{feff}' => OddLetter::ByteOrderMark,
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
            | '\u{e0000}'..='\u{e01ef}' => OddLetter::Invisible,
            '\u{2018}'..='\u{201f}' | '\u{2032}' | '\u{2033}' | '\u{2039}' | '\u{203a}' | '«' | '»' => {
                OddLetter::TypographicQuote
            }
            '"' | '\'' | '`' => OddLetter::StraightQuote,
            _ if letter.is_control() => OddLetter::Control,
            _ => return None,
        })
    }

    /// Whether it is a space, a tab or a line break.
    pub(super) fn is_white(self) -> bool {
        matches!(self, OddLetter::Blank | OddLetter::Tab | OddLetter::LineBreak)
    }

    /// Whether it is a quotation mark of any kind.
    pub(super) fn is_quote(self) -> bool {
        matches!(self, OddLetter::TypographicQuote | OddLetter::StraightQuote)
    }
}

/// Whether a character is a space, a tab or a line break.
pub(super) fn is_white(letter: char) -> bool {
    OddLetter::of(letter).is_some_and(OddLetter::is_white)
}

/// Whether a character is a quotation mark of any kind.
pub(super) fn is_quote(letter: char) -> bool {
    OddLetter::of(letter).is_some_and(OddLetter::is_quote)
}

/// Whether a character is a bullet or dot, as in lists and masked fields.
pub(super) fn is_dot(letter: char) -> bool {
    matches!(letter, '•' | '‣' | '◦' | '∙' | '·' | '●' | '○' | '■' | '▪' | '▫' | '⬤' | '█' | '\u{f0b7}' | '\u{f0a7}')
}
