//! What the command formats, the requests and the lines of a command are called and what they do.

use crate::catalog::Source;
use crate::commands::{Format, Purpose};
use crate::desk::{Desk, Field, RequestKind};
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

impl Desk {
    /// The texts about a command format.
    #[must_use]
    pub fn format_texts(format: Format) -> FormatTexts {
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

    /// What a request is called.
    #[must_use]
    pub fn request_title(kind: RequestKind) -> Text {
        match kind {
            RequestKind::AuthorizationCode => Text::GrantAuthorizationCode,
            RequestKind::RefreshToken => Text::GrantRefreshToken,
            RequestKind::AccountCredentials => Text::GrantAccountCredentials,
            RequestKind::ClientCredentials => Text::GrantClientCredentials,
            RequestKind::DeviceCode => Text::RequestDeviceCode,
            RequestKind::DeviceToken => Text::RequestDeviceToken,
            RequestKind::Revocation => Text::RequestRevocation,
            RequestKind::FirstCall => Text::RequestFirstCall,
        }
    }

    /// What to know before a request is run, if there is anything.
    #[must_use]
    pub fn request_warning(kind: RequestKind) -> Option<Text> {
        match kind {
            RequestKind::RefreshToken => Some(Text::RefreshVoids),
            RequestKind::DeviceToken => Some(Text::DeviceWaits),
            RequestKind::Revocation => Some(Text::RevocationVoids),
            _ => None,
        }
    }

    /// What the provider requires of an app before a request of that kind works, and where that was read.
    #[must_use]
    pub fn request_condition(&self, kind: RequestKind) -> Option<(&str, Vec<&Source>)> {
        const DEVICE: &str = "device-flow";
        if !kind.is_for_devices() {
            return None;
        }
        let (provider, prose) = (self.provider()?, self.provider_prose()?);
        let names = &provider.tasks.get(DEVICE)?.source;
        let sources = names.iter().filter_map(|name| provider.sources.get(name)).collect();
        Some((prose.tasks.get(DEVICE)?, sources))
    }

    /// Why this format has no command, and which format has one.
    pub(in crate::desk) fn cannot_sentence(
        &self,
        character: Option<(Field, usize)>,
        instead: Option<Format>,
    ) -> String {
        let name = |format| self.texts.say(Desk::format_texts(format).name);
        let format = name(self.command.format());
        let mut sentence = match character {
            // The content of any other field may be a secret, and so may each of its characters.
            Some((field, at)) if SHOWN.contains(&field) => {
                let label = self.label(field);
                // EXPOSE: one character of a field that is no secret.
                let letter = self.session().entry(field).expose().chars().nth(at).map(String::from).unwrap_or_default();
                let place = (at + 1).to_string();
                let values = [("format", format), ("field", &*label), ("character", &*letter), ("place", &*place)];
                self.texts.fill(Text::CannotCharacter, &values)
            }
            _ => self.texts.fill(Text::CannotRequest, &[("format", format)]),
        };
        if let Some(other) = instead {
            sentence.push(' ');
            sentence.push_str(&self.texts.fill(Text::CanInstead, &[("format", name(other))]));
        }
        sentence
    }

    /// What a line of a command does.
    pub(in crate::desk) fn purpose_sentence(&self, purpose: Purpose) -> String {
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
        self.texts.fill(text, &[("name", name)])
    }
}

/// The fields of which a character may be quoted.
const SHOWN: [Field; 4] = [Field::ClientId, Field::AccountId, Field::RedirectUrl, Field::Scopes];
