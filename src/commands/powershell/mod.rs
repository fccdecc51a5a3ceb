//! Commands for Windows PowerShell 5.1 and PowerShell 7, one text for both.

mod exchange;
mod script;

pub use exchange::powershell_exchange;

use script::{Ending, PowerShellScript, READ_REFUSAL};

use super::{Command, CommandError, Purpose, SecretUse};
use crate::oauth::HttpRequest;

/// The request as a command for PowerShell, at its prompt or in a script.
///
/// It prints the server's response as JSON, also an error response, which is followed by an error with the HTTP status.
/// It prompts for the client secret or the token of the header and for each
/// [`FormValue::AskedFor`](crate::oauth::FormValue::AskedFor), in this order, without showing what is typed. With
/// [`SecretUse::Written`] those that are known are in the text, and it prompts only for the others; an empty one counts
/// as not known. Neither is ever an argument of a process: `Invoke-RestMethod` runs inside PowerShell. What is in the
/// text, a code always, is in PSReadLine's history file too. All happens between `& {` and `}`: no variable, function
/// or preference of the session changes, and the prompt does not read the rest of what was pasted.
///
/// With Windows PowerShell on an older .NET, TLS 1.2 is turned on while it runs. No redirect is followed.
///
/// Limits: what .NET does with a URL it does here too (`/a/../b` becomes `/b`). PowerShell converts JSON to objects and
/// writes them again, so the spacing of the response, and with PowerShell 7 the format of dates, can differ from what
/// was sent. Where only signed scripts may run freely (constrained language mode), this may not. What was typed stays
/// in the memory of PowerShell until .NET reuses it: its texts cannot be wiped.
///
/// # Errors
///
/// The errors of [`bash`](super::bash()), and [`CommandError::Character`] for a non-ASCII character in a header. For
/// what is written the part is `client_secret`, the name of the field, or `Authorization`.
pub fn powershell(request: &HttpRequest, secrets: SecretUse<'_>) -> Result<Command, CommandError> {
    let refusal = format!("{READ_REFUSAL}\n{REFUSED}");
    Ok(PowerShellScript::new(request, secrets)?.command(&Ending {
        functions: &[],
        first: None,
        answer: &[(Purpose::Prints, PRINT)],
        refusal: (Purpose::Fails, &refusal),
    }))
}

const PRINT: &str = "    if ($answer -is [string]) { $answer } else { ConvertTo-Json -Depth 9 -InputObject $answer }";

const REFUSED: &str = "    if ($answer) { $answer }
    $why = if ($response) { \"HTTP $([int]$response.StatusCode)\" } else { $_.Exception.Message }
    Write-Error \"Request failed: $why\" -ErrorAction Continue";
