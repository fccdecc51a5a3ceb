//! What the command formats, the requests and the lines of a command are called and what they do.

use crate::commands::{Format, Purpose};
use crate::desk::{Desk, Field};
use crate::texts::Text;

/// The texts about a command format.
pub struct FormatTexts {
    /// Its name.
    pub name: Text,
    /// How to use it, and how it prompts for the secret.
    pub use_it: Text,
    /// Where a secret that is written into it ends up.
    pub written: Text,
}

/// The texts about a command format.
#[must_use]
pub fn of_format(format: Format) -> FormatTexts {
    let (name, use_it, written) = match format {
        Format::Bash => (Text::FormatBash, Text::CommandFor, Text::WrittenShell),
        Format::PowerShell => (Text::FormatPowerShell, Text::FormatPowerShellFor, Text::WrittenPowerShell),
        Format::Cmd => (Text::FormatCmd, Text::FormatCmdFor, Text::WrittenCmd),
        Format::Httpie => (Text::FormatHttpie, Text::FormatHttpieFor, Text::WrittenShell),
        Format::Python => (Text::FormatPython, Text::FormatPythonFor, Text::WrittenPython),
        Format::Postman => (Text::FormatPostman, Text::FormatPostmanFor, Text::WrittenPostman),
        Format::HttpFile => (Text::FormatHttpFile, Text::FormatHttpFileFor, Text::WrittenHttpFile),
        Format::Raw => (Text::FormatRaw, Text::FormatRawFor, Text::WrittenRaw),
    };
    FormatTexts { name, use_it, written }
}

/// Why this format has no command, and which format has one.
pub(in crate::desk) fn cannot_sentence(
    desk: &Desk,
    character: Option<(Field, usize)>,
    instead: Option<Format>,
) -> String {
    let name = |format| desk.texts.say(of_format(format).name);
    let format = name(desk.command.format());
    let mut sentence = match character {
        // The content of any other field may be a secret, and so may each of its characters.
        Some((field, at)) if SHOWN.contains(&field) => {
            let label = desk.label(field);
            // EXPOSE: one character of a field that is no secret.
            let letter = desk.session().entry(field).expose().chars().nth(at).map(String::from).unwrap_or_default();
            let place = (at + 1).to_string();
            let values = [("format", format), ("field", &*label), ("character", &*letter), ("place", &*place)];
            desk.texts.fill(Text::CannotCharacter, &values)
        }
        _ => desk.texts.fill(Text::CannotRequest, &[("format", format)]),
    };
    if let Some(other) = instead {
        sentence.push(' ');
        sentence.push_str(&desk.texts.fill(Text::CanInstead, &[("format", name(other))]));
    }
    sentence
}

/// What a line of a command does.
pub(in crate::desk) fn purpose_sentence(desk: &Desk, purpose: Purpose) -> String {
    let (text, name) = match purpose {
        Purpose::Frame => (Text::LineFrame, ""),
        Purpose::Loads => (Text::LineLoads, ""),
        Purpose::HidesTrace => (Text::LineHidesTrace, ""),
        Purpose::FormEncodes => (Text::LineFormEncodes, ""),
        Purpose::StaysAtAddress => (Text::LineStaysAtAddress, ""),
        Purpose::Asks(name) => (Text::LineAsks, name),
        Purpose::Address => (Text::LineAddress, ""),
        Purpose::Header(name) => (Text::LineHeader, name),
        Purpose::Pair => (Text::LinePair, ""),
        Purpose::Field(name) => (Text::LineField, name),
        Purpose::Body => (Text::LineBody, ""),
        Purpose::Length => (Text::LineLength, ""),
        Purpose::Sends => (Text::LineSends, ""),
        Purpose::Prints => (Text::LinePrints, ""),
        Purpose::Fails => (Text::LineFails, ""),
        Purpose::Note => (Text::LineNote, ""),
        Purpose::Holds(name) => (Text::LineHolds, name),
        Purpose::ReadsAnswer => (Text::LineReadsAnswer, ""),
        Purpose::Explains => (Text::LineExplains, ""),
        Purpose::Confirms => (Text::LineConfirms, ""),
        Purpose::Tells => (Text::LineTells, ""),
        Purpose::ChecksShell => (Text::LineChecksShell, ""),
        Purpose::EscapesConfig => (Text::LineEscapesConfig, ""),
        Purpose::StartsPipe => (Text::LineStartsPipe, ""),
        Purpose::Waits => (Text::LineWaits, ""),
        Purpose::KeepsStatus => (Text::LineKeepsStatus, ""),
        Purpose::AsksVisibly(name) => (Text::LineAsksVisibly, name),
        Purpose::HidesTyping => (Text::LineHidesTyping, ""),
        Purpose::Strictness => (Text::LineStrictness, ""),
        Purpose::OldTls => (Text::LineOldTls, ""),
        Purpose::Restores => (Text::LineRestores, ""),
        Purpose::Variable(name) => (Text::LineVariable, name),
    };
    desk.texts.fill(text, &[("name", name)])
}

/// The fields of which a character may be quoted.
const SHOWN: [Field; 4] = [Field::ClientId, Field::AccountId, Field::RedirectUrl, Field::Scopes];
