//! The lines of a command, each with what it is there for, so that a cautious person can be told before it is run.

use super::Command;
use crate::oauth::Secret;

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
    /// It holds the secret that was typed on the page; this is the name it is asked by elsewhere.
    Holds(&'static str),
    /// It takes the answer apart.
    ReadsAnswer,
    /// It says in a sentence why there is no token.
    Explains,
    /// It asks whether to go on, and sends nothing without a yes.
    Confirms,
    /// It tells what a person needs of the answer, and no more.
    Tells,
    /// It asks for something by this name, and what is typed can be seen.
    AsksVisibly(&'static str),
    /// It defines how the command asks: nothing of what is typed is shown, and nothing is sent without it.
    HidesTyping,
    /// It sets how strict the language is, for this command alone.
    Strictness,
    /// It switches TLS 1.2 on where an old system has it off.
    OldTls,
    /// It puts back what was switched for the command.
    Restores,
    /// It names a value, which stands in its place elsewhere and can be changed here.
    Variable(&'static str),
    /// It ends in a shell that would show what is typed, or keep it.
    ChecksShell,
    /// It defines how a value is escaped for the configuration of the program that sends.
    EscapesConfig,
    /// It starts the pipe through which the program that sends gets what no list of processes may show.
    StartsPipe,
    /// It waits as long as the server wants, and asks again until there is an end.
    Waits,
    /// It keeps the exit status of the program that sends.
    KeepsStatus,
}

/// A command in the making, line by line.
#[derive(Debug)]
pub(super) struct Lines {
    lines: Vec<Line>,
    /// What stands after each line.
    ending: &'static str,
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

    /// What was made elsewhere goes behind what is there.
    pub(super) fn append(&mut self, more: Lines) {
        self.lines.extend(more.lines);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The whole, each line with its line break. The body of raw HTTP has none after it.
    pub(super) fn command(self) -> Command {
        let mut text = String::new();
        for line in &self.lines {
            // EXPOSE: the whole command is a secret again.
            text.push_str(line.text.expose());
            if !(self.ending == "\r\n" && line.purpose == Purpose::Body) {
                text.push_str(self.ending);
            }
        }
        Command { text: Secret::new(text), lines: self.lines }
    }
}
