//! Why a block cannot be written.

/// What the format cannot contain. Keys are those of the catalog; nothing here contains a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockError {
    /// The format needs a command or an address before its lines.
    CommandMissing,
    /// A key that the format does not allow.
    Key {
        /// The whole key.
        key: String,
    },
    /// A key that occurs twice, or is both a value and a group of values.
    KeyTwice {
        /// The whole key.
        key: String,
    },
    /// A value that cannot be written so that every reader of the format gets the same text.
    Value {
        /// The whole key.
        key: String,
        /// What is in the way.
        fault: ValueFault,
    },
}

/// What is in the way of a value. Positions are characters from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueFault {
    /// A line break, which would end the value or run a command.
    LineBreak {
        /// Where the first one is.
        at: usize,
    },
    /// Another control character.
    ControlCharacter {
        /// Where the first one is.
        at: usize,
    },
    /// A space at the beginning or the end, where readers drop it.
    SpaceAround,
    /// `${`, which some readers take for a variable, however it is quoted.
    Variable,
    /// `%`, which some readers take for the beginning of an insertion.
    Percent,
    /// Quotes, backslashes, `#` or line breaks in a combination that readers do not agree about, however it is quoted.
    Quoting,
}

/// The text, if it has no control character: what is typed at a prompt obeys them before a shell reads it.
pub(super) fn without_control_characters(text: &str) -> Result<&str, ValueFault> {
    match text.chars().enumerate().find(|(_, ch)| ch.is_control()) {
        None => Ok(text),
        Some((at, '\n' | '\r')) => Err(ValueFault::LineBreak { at }),
        Some((at, _)) => Err(ValueFault::ControlCharacter { at }),
    }
}

/// The text, if it has no U+0000, which ends a text in most programs.
pub(super) fn without_zero(text: &str) -> Result<&str, ValueFault> {
    match text.chars().position(|ch| ch == '\0') {
        None => Ok(text),
        Some(at) => Err(ValueFault::ControlCharacter { at }),
    }
}
