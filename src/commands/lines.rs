//! The lines of a command, each with its purpose, so that a cautious person can read it before running the command.

use super::Command;
use crate::oauth::Secret;

/// One line, or a few that belong together.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its text, without the line break at its end. A secret, because it can contain a code.
    pub text: Secret,
    /// What it does.
    pub purpose: Purpose,
}

/// What a line does; this module does not choose the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// It belongs to the language or the file format and does nothing by itself.
    Frame,
    /// It loads parts of the language's own library.
    Loads,
    /// It keeps the user's shell from showing what the command does, and thereby the secret.
    HidesTrace,
    /// It defines how a value is form-encoded.
    FormEncodes,
    /// It keeps the secret from going to a different URL that the server may name.
    StaysAtAddress,
    /// It prompts for something without showing what is typed; this is the name in the prompt.
    Asks(&'static str),
    /// It says where the request goes, and by which method.
    Address,
    /// It sets the header of this name.
    Header(&'static str),
    /// It builds the `Authorization` header from client ID and secret.
    Pair,
    /// It sets the form field of this name.
    Field(&'static str),
    /// It builds the body from the fields.
    Body,
    /// It tells the server how many bytes the body has.
    Length,
    /// It sends the request.
    Sends,
    /// It prints the response.
    Prints,
    /// It says what went wrong, and sets the exit status.
    Fails,
    /// It tells a program how to handle the file, or a person what to do.
    Note,
    /// It contains the secret that was typed on the page; this is its name in a prompt.
    Holds(&'static str),
    /// It parses the response.
    ReadsAnswer,
    /// It says in a sentence why there is no token.
    Explains,
    /// It asks whether to go on, and sends nothing without a yes.
    Confirms,
    /// It prints only the part of the response that a person needs.
    Tells,
    /// It prompts for something by this name, and what is typed is visible.
    AsksVisibly(&'static str),
    /// It defines the prompt: what is typed is not shown, and nothing is sent without it.
    HidesTyping,
    /// It sets how strict the language is, for this command alone.
    Strictness,
    /// It turns on TLS 1.2 where an old system has it off.
    OldTls,
    /// It restores what was changed for the command.
    Restores,
    /// It gives a value a name that is used elsewhere; the value can be changed here.
    Variable(&'static str),
    /// It ends the command in a shell that would show or record what is typed.
    ChecksShell,
    /// It defines how a value is escaped for the configuration of the program that sends.
    EscapesConfig,
    /// It starts the pipe through which the program that sends gets what must not be in a process list.
    StartsPipe,
    /// It waits as long as the server wants, and polls again until there is a result.
    Waits,
    /// It keeps the exit status of the program that sends.
    KeepsStatus,
}

/// A command being built, line by line.
#[derive(Debug)]
pub(super) struct Lines {
    lines: Vec<Line>,
    /// What comes after each line.
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

    /// Appends lines that were built elsewhere.
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
