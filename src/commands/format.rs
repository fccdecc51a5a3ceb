//! The formats of a command.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{
    Command, CommandError, SecretUse, bash, bash_device, bash_exchange, cmd, http_file, http_text, httpie, postman,
    powershell, powershell_exchange, python, python_device,
};
use crate::oauth::HttpRequest;

/// A format, by the program that reads it. They are offered in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Format {
    /// bash and zsh, with curl.
    #[default]
    Bash,
    /// Windows PowerShell 5.1 and PowerShell 7.
    #[strum(serialize = "powershell")]
    PowerShell,
    /// The prompt of Windows (`cmd`), with the curl that comes with it.
    Cmd,
    /// HTTPie 3, in bash and zsh.
    Httpie,
    /// Python 3.6 or later, its standard library alone.
    Python,
    /// A Postman collection, which Bruno, Hoppscotch and Insomnia import too.
    Postman,
    /// A file for the REST Client of VS Code and the HTTP client of JetBrains.
    HttpFile,
    /// As it goes over the wire, the secrets masked.
    Raw,
}

impl Format {
    /// Its name in the markup and in what the browser remembers.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The format for the computer on which a browser of this `User-Agent` runs: PowerShell on Windows, which has had
    /// it since Windows 7, and bash or zsh elsewhere.
    #[must_use]
    pub fn for_system(user_agent: &str) -> Format {
        if user_agent.contains("Windows") { Format::PowerShell } else { Format::Bash }
    }

    /// Whether this format has a command for a whole exchange, see [`Format::exchange`].
    #[must_use]
    pub fn has_exchange(self) -> bool {
        matches!(self, Format::Bash | Format::PowerShell)
    }

    /// Whether this format has a command for the whole device flow, see [`Format::device`].
    #[must_use]
    pub fn has_device(self) -> bool {
        matches!(self, Format::Bash | Format::Python)
    }

    /// The whole device flow, from the request for a code (`ask`) to the token (`poll`); see [`bash_device`] and
    /// [`python_device`]. `None` for the formats that have no such command.
    #[must_use]
    pub fn device(
        self,
        ask: &HttpRequest,
        poll: &HttpRequest,
        secrets: SecretUse<'_>,
    ) -> Option<Result<Command, CommandError>> {
        match self {
            Format::Bash => Some(bash_device(ask, poll, secrets)),
            Format::Python => Some(python_device(ask, poll, secrets)),
            _ => None,
        }
    }

    /// The request in this format. With [`SecretUse::Asked`] it contains no secret, except a code in most
    /// formats: it prompts when it runs.
    ///
    /// # Errors
    ///
    /// The first value that this format cannot contain, see [`CommandError`].
    ///
    /// ```
    /// use authdesk::commands::{Format, SecretUse};
    /// use authdesk::oauth::{Endpoint, Secret, api_call};
    ///
    /// let request = api_call(Endpoint::parse("https://api.zoom.us/v2/users/me").unwrap());
    /// let command = Format::Raw.command(&request, SecretUse::Asked).unwrap();
    /// assert!(command.text().same_as(&Secret::new(
    ///     "GET /v2/users/me HTTP/1.1\r\nHost: api.zoom.us\r\nAuthorization: Bearer ********\r\n\
    ///      Accept: application/json\r\n\r\n",
    /// )));
    /// ```
    pub fn command(self, request: &HttpRequest, secrets: SecretUse<'_>) -> Result<Command, CommandError> {
        match self {
            Format::Bash => bash(request, secrets),
            Format::PowerShell => powershell(request, secrets),
            Format::Cmd => cmd(request, secrets),
            Format::Httpie => httpie(request, secrets),
            Format::Python => python(request, secrets),
            Format::Postman => postman(request, secrets),
            Format::HttpFile => http_file(request, secrets),
            Format::Raw => http_text(request, secrets),
        }
    }

    /// The token request as a command that does it all: it prints only the refresh token, and in how many seconds and
    /// at what time the access token expires, asks before a refresh invalidates the refresh token in use, and explains
    /// an error response in one line. See [`bash_exchange`] and [`powershell_exchange`]; `None` for the formats that
    /// have no such command.
    #[must_use]
    pub fn exchange(self, request: &HttpRequest, secrets: SecretUse<'_>) -> Option<Result<Command, CommandError>> {
        match self {
            Format::Bash => Some(bash_exchange(request, secrets)),
            Format::PowerShell => Some(powershell_exchange(request, secrets)),
            Format::Cmd | Format::Httpie | Format::Python | Format::Postman | Format::HttpFile | Format::Raw => None,
        }
    }
}
