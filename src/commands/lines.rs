//! A command as its lines, each with what it is there for.

use super::Command;
use crate::oauth::Secret;

/// A command, line by line, so that a cautious person can be told what each line does before it is run.
#[derive(Clone, Debug)]
pub struct Lines {
    lines: Vec<Line>,
    /// What stands after each line.
    ending: &'static str,
}

/// One line, or a few that belong together.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its text, without the line break at its end. A secret, because it can carry a code.
    pub text: Secret,
    /// What it does.
    pub purpose: Purpose,
}

/// What a line does; the sentence is no matter of this room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// It belongs to the language or the file format and does nothing by itself.
    Frame,
    /// It loads parts of the language's own library.
    Loads,
    /// It keeps the user's shell from showing what the command does, and so the secret.
    HidesTrace,
    /// It defines how a value is form-encoded.
    FormEncodes,
    /// It keeps the secret from going to another address that the server may name.
    StaysAtAddress,
    /// It asks for something without showing what is typed; this is the name it asks by.
    Asks(&'static str),
    /// It says where the request goes, and by which method.
    Address,
    /// It sets the header of this name.
    Header(&'static str),
    /// It makes the `Authorization` header out of identifier and secret.
    Pair,
    /// It sets the field of this name of the form.
    Field(&'static str),
    /// It makes the body out of the fields.
    Body,
    /// It tells the server how many bytes the body has.
    Length,
    /// It sends the request.
    Sends,
    /// It prints the answer.
    Prints,
    /// It says what went wrong, and sets the exit status.
    Fails,
    /// It tells a program how to treat the file, or a person what to do.
    Note,
}

impl Lines {
    pub(super) fn new() -> Lines {
        Lines { lines: Vec::new(), ending: "\n" }
    }

    /// The line break of HTTP: RFC 9112 §2.1.
    pub(super) fn of_http() -> Lines {
        Lines { lines: Vec::new(), ending: "\r\n" }
    }

    pub(super) fn add(&mut self, purpose: Purpose, text: impl Into<String>) {
        self.lines.push(Line { text: Secret::new(text), purpose });
    }

    /// The lines in their order. Put together they are the [`Lines::command`].
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The whole text, each line with its line break. The body of raw HTTP has none after it.
    #[must_use]
    pub fn command(&self) -> Command {
        let mut text = String::new();
        for line in &self.lines {
            // EXPOSE: the whole command is a secret again.
            text.push_str(line.text.expose());
            if !(self.ending == "\r\n" && line.purpose == Purpose::Body) {
                text.push_str(self.ending);
            }
        }
        Command { text: Secret::new(text) }
    }
}
