//! What is wrong with a file of the catalog: the file, the place and the fix.

use core::fmt;

use super::File;

/// A fault of a catalog file. Its text is for whoever writes the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, below `www/`.
    pub file: String,
    /// Where in the file: a path of keys, or a line and column.
    pub place: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// The kinds of fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Not JSON, an unknown or missing key, or a value of the wrong kind; the text is the reader's own and names what
    /// it expected.
    Unreadable(String),
    /// A name that refers to nothing, and where it would have to be listed.
    Unknown {
        /// The name as it is written.
        name: String,
        /// Where the known names are listed, such as `` `sources` ``.
        listed_in: String,
    },
    /// A name of the facts that has no sentence, or vice versa.
    Unmatched {
        /// The name as it is written.
        name: String,
        /// Where its partner is missing.
        missing_in: String,
    },
    /// Something that must be there is not.
    Missing(What),
    /// Something is in a place where it has no meaning.
    Superfluous(What),
    /// Something that is there and has no line that shows it.
    NotShown {
        /// What is there.
        what: What,
        /// The provider's line for it, and the list that it goes into.
        line: &'static str,
    },
    /// A text that is no month.
    NoMonth(String),
    /// A name that a list has already.
    Twice,
    /// A field that has the label of another one, and no group that tells them apart.
    SameLabel,
    /// A template names a value that its variant never has.
    NeverFilled {
        /// The name in the template.
        name: &'static str,
        /// What the variant would need for it.
        needs: &'static str,
    },
}

/// What a fault is about. The form for a card of one's own says some of them in words of its own, which go by the kind, so
/// that the texts here can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A sentence of the prose.
    Sentence,
    /// Any scope of a set.
    Scope,
    /// The list of scopes.
    Scopes,
    /// Any line of a block.
    BlockLine,
    /// What a block of that format is the arguments of.
    Command,
    /// The same for a format that has none.
    CommandOfFormat,
    /// A grant, or events.
    FlowOrEvents,
    /// Where the server sends the code.
    CodeRedirect,
    /// The redirect URL of a variant.
    Redirect,
    /// One with a secret in it.
    SecretRedirect,
    /// The name of the app.
    AppName,
    /// The texts of a choice.
    Choices,
    /// A name of an input that can be in a template.
    InputName,
    /// An input that is for nothing.
    UnusedInput,
    /// More inputs than there can be.
    ManyInputs,
    /// What an earlier line shows.
    SameLine,
    /// Anything else.
    Other(&'static str),
}

impl From<&'static str> for What {
    fn from(text: &'static str) -> What {
        What::Other(text)
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            What::Sentence => "the sentence",
            What::Scope => "a scope",
            What::Scopes => "a list of scopes",
            What::BlockLine => "a line",
            What::Command => "`command`",
            What::CommandOfFormat => "`command`, for this format,",
            What::FlowOrEvents => "`flow` or `events`",
            What::CodeRedirect => "the redirect URL of a code flow",
            What::Redirect => "`redirect`",
            What::SecretRedirect => "a secret in a redirect URL",
            What::AppName => "`app_name`",
            What::Choices => "`of` with the texts to choose from",
            What::InputName => {
                "a name such as `host_name`, of lowercase letters, digits and `_`, that no value of a template has,"
            }
            What::UnusedInput => "an input that no template names",
            What::ManyInputs => "more than eight inputs",
            What::SameLine => "a second line that shows the same",
            What::Other(text) => text,
        })
    }
}

/// Where the scopes of a provider are listed.
pub const SCOPE_TABLE: &str = "the provider's scope table";

impl Fault {
    /// An error of the reader. It counts columns in bytes and repeats the place at the end of its text; a fault counts
    /// characters, as editors do, and has the place once.
    pub(super) fn unreadable(file: File<'_>, error: &serde_json::Error) -> Fault {
        let (line, end) = (error.line(), error.column());
        let text = error.to_string();
        let reason = text.strip_suffix(&format!(" at line {line} column {end}")).unwrap_or(&text);
        let before = file.text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
        let column = before.char_indices().take_while(|(at, _)| *at < end).count().max(1);
        Fault {
            file: file.name.to_owned(),
            place: format!("line {line}, column {column}"),
            problem: Problem::Unreadable(reason.to_owned()),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.file, self.place, self.problem)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Unreadable(reason) => f.write_str(reason),
            Problem::Unknown { name, listed_in } => {
                write!(f, "`{name}` is not known; use a name of {listed_in}, or add it there")
            }
            Problem::Unmatched { name, missing_in } => {
                write!(f, "`{name}` is missing in {missing_in}; add it there, or take it out here")
            }
            Problem::Missing(what) => write!(f, "{what} is missing; add it"),
            Problem::Superfluous(what) => write!(f, "{what} has no meaning here; take it out"),
            Problem::NotShown { what, line } => {
                write!(f, "{what}, and no line shows it; add {line}, or a task of your own that `shows` it")
            }
            Problem::NoMonth(text) => write!(f, "`{text}` is no month; write it as `2026-11`"),
            Problem::Twice => f.write_str("it is listed twice; take one of them out"),
            Problem::SameLabel => {
                f.write_str("a `group` that tells this field from the other with its label is missing; add it")
            }
            Problem::NeverFilled { name, needs } => {
                write!(f, "nothing fills `{{{name}}}` here, which needs {needs}; take it out, or add that")
            }
        }
    }
}
