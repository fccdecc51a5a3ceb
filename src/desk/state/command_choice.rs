//! How commands are shown: what a person chose for all of them.

use crate::commands::Format;
use crate::desk::RequestKind;

/// The choices that apply to every command of the page.
#[derive(Clone, Debug, Default)]
pub struct CommandChoice {
    suggested: Format,
    chosen: Option<Format>,
    /// What the token request tool requests.
    pub kind: RequestKind,
    /// Whether one command does all of it and prints only what is needed, where the format has such a command.
    pub does_all: bool,
    /// Whether the secrets that were typed are written into the text.
    pub writes_secrets: bool,
}

impl CommandChoice {
    /// The format of commands: the chosen one, or the one for this computer.
    #[must_use]
    pub fn format(&self) -> Format {
        self.chosen.unwrap_or(self.suggested)
    }

    /// The format that was chosen; the browser remembers it.
    #[must_use]
    pub fn chosen(&self) -> Option<Format> {
        self.chosen
    }

    pub(in crate::desk) fn choose(&mut self, format: Format) {
        self.chosen = Some(format);
    }

    /// Suggests the format for the computer on which a browser of this `User-Agent` runs.
    pub(in crate::desk) fn suggest(&mut self, user_agent: &str) {
        self.suggested = Format::for_system(user_agent);
    }

    /// Resets the choices that a person would not expect to find again after everything was cleared.
    pub(in crate::desk) fn clear(&mut self) {
        *self = CommandChoice { suggested: self.suggested, chosen: self.chosen, ..CommandChoice::default() };
    }
}
