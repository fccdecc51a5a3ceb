//! A command: its text, its lines, and why there can be none.

use super::Line;
use crate::oauth::Secret;

/// A text to copy into a terminal, or a file. It is a secret because it can contain an authorization code.
#[derive(Clone, Debug)]
pub struct Command {
    pub(super) text: Secret,
    pub(super) lines: Vec<Line>,
}

impl Command {
    /// The whole text, with a line break at its end; only that of raw HTTP ends where its body ends.
    #[must_use]
    pub fn text(&self) -> &Secret {
        &self.text
    }

    /// Its lines in their order, each with its purpose. Joined, with a line break after each, they are the text.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }
}

/// Why there is no command. Positions are characters from 0. A Rust string contains no lone surrogate (RFC 8259 §8.2);
/// what a browser puts in its place, U+FFFD, is a character like any other here, and the desk rejects it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandError {
    /// The client ID is empty.
    MissingIdentifier,
    /// The client ID contains a colon, at which the server would split too early (RFC 7617 §2).
    ColonInIdentifier {
        /// Where the first one is.
        at: usize,
    },
    /// A value has a line break or another control character: no shell passes all of them unchanged.
    ControlCharacter {
        /// `client_id`, `client_secret`, or the name of the header or the field of the form.
        part: &'static str,
        /// Where in the value the first one is.
        at: usize,
    },
    /// A value has a character that this format cannot contain there, and a different format can.
    Character {
        /// `client_id`, `client_secret`, or the name of the header or the field of the form.
        part: &'static str,
        /// Where in the value it is.
        at: usize,
    },
    /// The server wants client ID and secret form-encoded, and the program that this format is for sends them as they
    /// are.
    PairEncoding,
    /// This format does not prompt, and the value was not given; or it cannot prompt for more.
    NotKnown {
        /// `client_secret`, or the name of the header or the field of the form.
        part: &'static str,
    },
    /// This format can prompt for one value besides the client secret, and this is a second one.
    SecondQuestion {
        /// The name of the header or the field of the form.
        part: &'static str,
    },
    /// The whole is longer than this format takes.
    TooLong {
        /// The maximum, in characters.
        most: usize,
    },
}

/// The value, if no control character is in it.
pub(super) fn carried<'v>(part: &'static str, value: &'v str) -> Result<&'v str, CommandError> {
    match value.chars().position(char::is_control) {
        Some(at) => Err(CommandError::ControlCharacter { part, at }),
        None => Ok(value),
    }
}

/// The value, if it is printable ASCII.
pub(super) fn ascii<'v>(part: &'static str, value: &'v str) -> Result<&'v str, CommandError> {
    match carried(part, value)?.chars().position(|ch| !ch.is_ascii()) {
        Some(at) => Err(CommandError::Character { part, at }),
        None => Ok(value),
    }
}
