//! A text to run.

use crate::oauth::Secret;

/// A text to copy into a terminal. It is a secret because it can carry an authorization code.
#[derive(Clone, Debug)]
pub struct Command {
    pub(super) text: Secret,
}

impl Command {
    /// The whole text, with a line break at its end.
    #[must_use]
    pub fn text(&self) -> &Secret {
        &self.text
    }
}

/// Why there is no command. Positions are characters from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandError {
    /// The client identifier is empty.
    MissingIdentifier,
    /// The client identifier has a colon, at which the server would split too early (RFC 7617 §2).
    ColonInIdentifier {
        /// Where the first one is.
        at: usize,
    },
    /// A value has a line break or another control character: no shell carries all of them unharmed.
    ControlCharacter {
        /// `client_id`, or the name of the header or the field of the form.
        part: &'static str,
        /// Where in the value the first one is.
        at: usize,
    },
}
