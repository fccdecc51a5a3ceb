//! A command for Windows PowerShell 5.1 and PowerShell 7, one text for both.

use super::command::{ascii, carried};
use super::{Command, CommandError};
use crate::oauth::{Authorization, FormValue, HttpRequest, Method, PairEncoding, Secret, form_encoded};

/// The request as a command for PowerShell, at its prompt or in a script.
///
/// It prints the server's answer as JSON, also the answer of a refusal, which is followed by an error with the HTTP
/// status. It asks for the client secret or the token of the header and for each [`FormValue::AskedFor`], in this order,
/// without showing what is typed. These are never an argument of a process: `Invoke-RestMethod` runs inside PowerShell.
/// A code is in the text itself and so in PSReadLine's history file. All happens between `& {` and `}`: no variable,
/// function or preference of the session changes, and the prompt does not read the rest of what was pasted.
///
/// With Windows PowerShell on an older .NET, TLS 1.2 is switched on while it runs. No redirect is followed.
///
/// Limits: what .NET does with an address it does here too (`/a/../b` becomes `/b`). PowerShell makes objects of JSON and
/// writes them again, so the answer's spacing, and with PowerShell 7 the form of dates, can differ from what was sent.
/// Where only signed scripts may run freely (constrained language mode), this may not. What was typed stays in the
/// memory of PowerShell until .NET reuses it: its texts cannot be wiped.
///
/// # Errors
///
/// What [`bash`](super::bash) refuses, and [`CommandError::Character`] for a letter beyond ASCII in a header.
pub fn powershell(request: &HttpRequest) -> Result<Command, CommandError> {
    let mut script = Script::default();
    script.authorization(&request.authorization)?;
    let mut content_type = None;
    for (name, value) in &request.headers {
        let value = ascii(name, value)?;
        // Windows PowerShell refuses it among the headers of a request without a body.
        if name.eq_ignore_ascii_case("Content-Type") {
            content_type = Some(single_quoted(value));
        } else {
            script.lines.push(format!("$headers[{}] = {}", single_quoted(name), single_quoted(value)));
        }
    }
    for field in &request.form {
        let name = form_encoded(field.name);
        let value = match &field.value {
            FormValue::Plain(value) => carried(field.name, value)?,
            // EXPOSE: it goes into the command, which is a secret again.
            FormValue::Secret(value) => carried(field.name, value.expose())?,
            FormValue::AskedFor(prompt) => {
                script.encodes = true;
                script.asks = true;
                let prompt = single_quoted(prompt);
                script
                    .lines
                    .push(format!("$form += {} + (FormEncoded (Ask {prompt}))", single_quoted(&format!("{name}="))));
                continue;
            }
        };
        script.lines.push(format!("$form += {}", single_quoted(&format!("{name}={}", form_encoded(value)))));
    }
    let url = request.url.as_str();
    let call = match request.method {
        Method::Get if request.form.is_empty() => format!("-Method Get -Uri {}", single_quoted(url)),
        Method::Get => {
            let joint = if url.contains('?') { '&' } else { '?' };
            format!("-Method Get -Uri ({} + ($form -join '&'))", single_quoted(&format!("{url}{joint}")))
        }
        Method::Post => {
            let kind = content_type.map_or_else(String::new, |kind| format!(" -ContentType {kind}"));
            format!("-Method Post -Uri {}{kind} -Body ($form -join '&')", single_quoted(url))
        }
    };
    Ok(Command { text: Secret::new(script.text(&call)) })
}

/// The parts of the command, as they come up.
#[derive(Default)]
struct Script {
    /// Whether something is asked for.
    asks: bool,
    /// Whether something is form-encoded when the command runs.
    encodes: bool,
    /// The lines before the call.
    lines: Vec<String>,
}

/// `NetworkCredential` is the way to the text of a `SecureString` that is the same on every system. Windows' old console
/// writes Ctrl+V as a control character instead of pasting. `$null` is on the left, where an empty list cannot fool it.
const ASK: &str = "  function Ask($name) {
    $typed = [Net.NetworkCredential]::new('', (Read-Host -AsSecureString $name)).Password
    if (-not $typed) { throw \"$name is empty; nothing was sent.\" }
    if ($typed -cmatch '[\\x00-\\x1f\\x7f-\\x9f]') { throw \"$name has a control character; paste with the right mouse button. Nothing was sent.\" }
    $typed
  }
";

/// The same as [`form_encoded`], byte by byte; `[Uri]::EscapeDataString` has other rules in each .NET.
const FORM_ENCODED: &str = "  function FormEncoded($text) {
    -join ([Text.Encoding]::UTF8.GetBytes($text) | ForEach-Object {
      if ($_ -eq 32) { '+' }
      elseif ([string][char]$_ -cmatch '^[A-Za-z0-9*._-]$') { [string][char]$_ }
      else { '%{0:X2}' -f $_ }
    })
  }
";

/// What comes before all else: a stricter mode of the session would stop at a property that only one version has.
const START: &str = "& {
  Set-StrictMode -Off
  $ErrorActionPreference = 'Stop'
";

/// Zero is `SystemDefault`, where Windows chooses, and better than what we could say. 3072 is TLS 1.2.
const TLS: &str = "  $tls = [Net.ServicePointManager]::SecurityProtocol
  if ($PSVersionTable.PSVersion.Major -lt 6 -and [int]$tls -ne 0) {
    [Net.ServicePointManager]::SecurityProtocol = [int]$tls -bor 3072
  }
";

/// Both versions put the answer of a refusal into `ErrorDetails`, Windows PowerShell not always; then it is still in the
/// stream, which was read to its end.
const CATCH: &str = "  } catch {
    $answer = \"$($_.ErrorDetails.Message)\"
    $response = $_.Exception.Response
    if (-not $answer -and $response -is [Net.HttpWebResponse]) {
      $stream = $response.GetResponseStream()
      if ($stream.CanSeek) { $stream.Position = 0 }
      $answer = [IO.StreamReader]::new($stream, [Text.Encoding]::UTF8).ReadToEnd()
    }
    if ($answer) { $answer }
    $why = if ($response) { \"HTTP $([int]$response.StatusCode)\" } else { $_.Exception.Message }
    Write-Error \"No success: $why\" -ErrorAction Continue
  } finally {
    [Net.ServicePointManager]::SecurityProtocol = $tls
  }
}
";

impl Script {
    fn authorization(&mut self, authorization: &Authorization) -> Result<(), CommandError> {
        let (client_id, encoding) = match authorization {
            Authorization::None => return Ok(()),
            Authorization::Bearer(prompt) => {
                self.asks = true;
                self.lines.push(format!("$headers['Authorization'] = 'Bearer ' + (Ask {})", single_quoted(prompt)));
                return Ok(());
            }
            Authorization::Basic { client_id, encoding } => (client_id, encoding),
        };
        if client_id.is_empty() {
            return Err(CommandError::MissingIdentifier);
        }
        let id = carried("client_id", client_id)?;
        self.asks = true;
        let (id, secret) = match encoding {
            PairEncoding::Raw => match id.chars().position(|letter| letter == ':') {
                Some(at) => return Err(CommandError::ColonInIdentifier { at }),
                None => (id.to_owned(), "(Ask 'Client Secret')"),
            },
            PairEncoding::FormEncoded => {
                self.encodes = true;
                (form_encoded(id), "(FormEncoded (Ask 'Client Secret'))")
            }
        };
        let start = single_quoted(&format!("{id}:"));
        self.lines.push(format!(
            "$headers['Authorization'] = 'Basic ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes({start} + {secret}))"
        ));
        Ok(())
    }

    fn text(self, call: &str) -> String {
        let mut text = START.to_owned();
        if self.asks {
            text.push_str(ASK);
        }
        if self.encodes {
            text.push_str(FORM_ENCODED);
        }
        text.push_str(TLS);
        text.push_str("  try {\n    $headers = @{}\n    $form = @()\n");
        for line in &self.lines {
            text.push_str(&format!("    {line}\n"));
        }
        text.push_str(&format!("    $answer = Invoke-RestMethod {call} -Headers $headers -MaximumRedirection 0\n"));
        text.push_str(
            "    if ($answer -is [string]) { $answer } else { ConvertTo-Json -Depth 9 -InputObject $answer }\n",
        );
        text.push_str(CATCH);
        text
    }
}

/// A text that PowerShell reads as it is: `about_Quoting_Rules`, "Single-quoted strings", where nothing but a single quote
/// ends it, and two of them are one. The typographic ones count as single quotes too (the note there): U+2018 to U+201B
/// (the language specification §2.3.5.2, `single-quote-character`). Doubled, each is itself once: the first of the two is
/// kept.
fn single_quoted(text: &str) -> String {
    let mut quoted = String::from("'");
    for letter in text.chars() {
        if matches!(letter, '\'' | '\u{2018}'..='\u{201b}') {
            quoted.push(letter);
        }
        quoted.push(letter);
    }
    quoted.push('\'');
    quoted
}
