//! The forms in which a request can be had.

use super::{Command, CommandError, SecretUse, bash, cmd, http_file, http_text, httpie, postman, powershell, python};
use crate::oauth::HttpRequest;

/// A form, by the program that takes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// bash and zsh, with curl.
    #[default]
    Bash,
    /// Windows PowerShell 5.1 and PowerShell 7.
    PowerShell,
    /// The prompt of Windows, with the curl that comes with it.
    Cmd,
    /// HTTPie.
    Httpie,
    /// Python, its standard library alone.
    Python,
    /// A Postman collection, which Bruno, Hoppscotch and Insomnia import too.
    Postman,
    /// A file for the REST Client of VS Code and the HTTP client of JetBrains.
    HttpFile,
    /// As it goes over the wire, the secrets masked.
    Raw,
}

impl Format {
    /// Every form with its name in the markup, in the order in which they are offered.
    pub const NAMES: [(Format, &'static str); 8] = [
        (Format::Bash, "bash"),
        (Format::PowerShell, "powershell"),
        (Format::Cmd, "cmd"),
        (Format::Httpie, "httpie"),
        (Format::Python, "python"),
        (Format::Postman, "postman"),
        (Format::HttpFile, "http-file"),
        (Format::Raw, "raw"),
    ];

    /// The form of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Format> {
        Format::NAMES.iter().find(|(_, known)| *known == name).map(|(format, _)| *format)
    }

    /// Its name in the markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        Format::NAMES.iter().find(|(format, _)| *format == self).map_or("", |(_, name)| *name)
    }

    /// The request in this form. No secret is in it: who runs it is asked.
    ///
    /// # Errors
    ///
    /// The first value that this form cannot carry, see [`CommandError`].
    pub fn of(self, request: &HttpRequest) -> Result<Command, CommandError> {
        match self {
            Format::Bash => bash(request),
            Format::PowerShell => powershell(request),
            Format::Cmd => cmd(request),
            Format::Httpie => httpie(request),
            Format::Python => python(request),
            Format::Postman => postman(request, SecretUse::Asked),
            Format::HttpFile => http_file(request),
            Format::Raw => http_text(request, SecretUse::Asked),
        }
    }
}
