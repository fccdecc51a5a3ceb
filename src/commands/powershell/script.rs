//! The parts that every command for PowerShell is built from.

use crate::commands::command::{ascii, carried};
use crate::commands::lines::Lines;
use crate::commands::{Command, CommandError, Purpose, SecretUse};
use crate::oauth::{
    Authorization, CLIENT_SECRET_PROMPT, FormField, FormValue, HttpRequest, Method, PairEncoding, form_encoded,
};
use crate::quoting::powershell_quoted;

/// The parts of a command that come from the request.
pub(super) struct PowerShellScript<'a> {
    /// Whether secrets are written.
    secrets: SecretUse<'a>,
    /// Whether it prompts for something.
    asks: bool,
    /// Whether something is form-encoded when the command runs.
    encodes: bool,
    /// What sets the headers and the fields.
    values: Lines,
    /// What says where the request goes, and how.
    call: String,
}

/// What a command does besides sending the request. No text has a line break at its end.
pub(super) struct Ending<'t> {
    /// What it defines for itself.
    pub(super) functions: &'t [(Purpose, &'t str)],
    /// What it does before any prompt.
    pub(super) first: Option<(Purpose, &'t str)>,
    /// What it does with a successful response, in `$answer`.
    pub(super) answer: &'t [(Purpose, &'t str)],
    /// What it does without one.
    pub(super) refusal: (Purpose, &'t str),
}

/// A stricter mode of the session would stop at a property that only one version has.
const STRICTNESS: &str = "  Set-StrictMode -Off
  $ErrorActionPreference = 'Stop'";

/// `NetworkCredential` is the way to the text of a `SecureString` that is the same on every system. Windows' old console
/// writes Ctrl+V as a control character instead of pasting.
const ASK: &str = "  function Ask($name) {
    $typed = [Net.NetworkCredential]::new('', (Read-Host -AsSecureString $name)).Password
    if (-not $typed) { throw \"$name is empty; nothing was sent.\" }
    if ($typed -cmatch '[\\x00-\\x1f\\x7f-\\x9f]') { throw \"$name has a control character; paste with the right mouse button. Nothing was sent.\" }
    $typed
  }";

/// The same as [`form_encoded`], byte by byte; `[Uri]::EscapeDataString` has other rules in each .NET.
const FORM_ENCODED: &str = "  function FormEncoded($text) {
    -join ([Text.Encoding]::UTF8.GetBytes($text) | ForEach-Object {
      if ($_ -eq 32) { '+' }
      elseif ([string][char]$_ -cmatch '^[A-Za-z0-9*._-]$') { [string][char]$_ }
      else { '%{0:X2}' -f $_ }
    })
  }";

/// Zero is `SystemDefault`, where Windows chooses, and better than what we could say. 3072 is TLS 1.2.
const TLS: &str = "  $tls = [Net.ServicePointManager]::SecurityProtocol
  if ($PSVersionTable.PSVersion.Major -lt 6 -and [int]$tls -ne 0) {
    [Net.ServicePointManager]::SecurityProtocol = [int]$tls -bor 3072
  }";

/// It puts the text of an error response into `$answer`. Both versions put it into `ErrorDetails`, Windows PowerShell
/// not always; then it is still in the stream, which was read to its end.
pub(super) const READ_REFUSAL: &str = "  } catch {
    $answer = \"$($_.ErrorDetails.Message)\"
    $response = $_.Exception.Response
    if (-not $answer -and $response -is [Net.HttpWebResponse]) {
      $stream = $response.GetResponseStream()
      if ($stream.CanSeek) { $stream.Position = 0 }
      $answer = [IO.StreamReader]::new($stream, [Text.Encoding]::UTF8).ReadToEnd()
    }";

const RESTORE: &str = "  } finally {
    [Net.ServicePointManager]::SecurityProtocol = $tls
  }";

impl<'a> PowerShellScript<'a> {
    pub(super) fn new(request: &HttpRequest, secrets: SecretUse<'a>) -> Result<PowerShellScript<'a>, CommandError> {
        let mut script =
            PowerShellScript { secrets, asks: false, encodes: false, values: Lines::new(), call: String::new() };
        script.authorization(&request.authorization)?;
        let mut content_type = None;
        for (name, value) in &request.headers {
            let value = ascii(name, value)?;
            // Windows PowerShell does not accept it in the headers of a request without a body.
            if name.eq_ignore_ascii_case("Content-Type") {
                content_type = Some(powershell_quoted(value));
            } else {
                script.header(Purpose::Header(name), name, &powershell_quoted(value));
            }
        }
        for field in &request.form {
            script.field(field)?;
        }
        let url = request.url.as_str();
        script.call = match request.method {
            Method::Get if request.form.is_empty() => format!("-Method Get -Uri {}", powershell_quoted(url)),
            Method::Get => {
                let joint = if url.contains('?') { '&' } else { '?' };
                format!("-Method Get -Uri ({} + ($form -join '&'))", powershell_quoted(&format!("{url}{joint}")))
            }
            Method::Post => {
                let kind = content_type.map_or_else(String::new, |kind| format!(" -ContentType {kind}"));
                format!("-Method Post -Uri {}{kind} -Body ($form -join '&')", powershell_quoted(url))
            }
        };
        Ok(script)
    }

    fn authorization(&mut self, authorization: &Authorization) -> Result<(), CommandError> {
        let (client_id, encoding) = match authorization {
            Authorization::None => return Ok(()),
            Authorization::Bearer(prompt) => {
                let (purpose, token) = match self.secrets.answer(prompt) {
                    None => (Purpose::Asks(prompt), self.ask(prompt)),
                    // EXPOSE: it goes into the command, which is a secret again.
                    Some(token) => (Purpose::Holds(prompt), powershell_quoted(ascii(AUTHORIZATION, token.expose())?)),
                };
                self.header(purpose, AUTHORIZATION, &format!("'Bearer ' + {token}"));
                return Ok(());
            }
            Authorization::Basic { client_id, encoding } => (client_id, *encoding),
        };
        if client_id.is_empty() {
            return Err(CommandError::MissingIdentifier);
        }
        let id = carried("client_id", client_id)?;
        let id = match encoding {
            PairEncoding::Raw => match id.chars().position(|ch| ch == ':') {
                Some(at) => return Err(CommandError::ColonInIdentifier { at }),
                None => id.to_owned(),
            },
            PairEncoding::FormEncoded => form_encoded(id),
        };
        let (purpose, secret) = match (self.secrets.client_secret(), encoding) {
            (None, PairEncoding::Raw) => (Purpose::Asks(CLIENT_SECRET_PROMPT), self.ask(CLIENT_SECRET_PROMPT)),
            (None, PairEncoding::FormEncoded) => {
                (Purpose::Asks(CLIENT_SECRET_PROMPT), self.ask_encoded(CLIENT_SECRET_PROMPT))
            }
            (Some(secret), _) => {
                // EXPOSE: it goes into the command, which is a secret again.
                let secret = carried("client_secret", secret.expose())?;
                let written = match encoding {
                    PairEncoding::Raw => powershell_quoted(secret),
                    PairEncoding::FormEncoded => powershell_quoted(&form_encoded(secret)),
                };
                (Purpose::Holds(CLIENT_SECRET_PROMPT), written)
            }
        };
        let start = powershell_quoted(&format!("{id}:"));
        self.header(
            purpose,
            AUTHORIZATION,
            &format!("'Basic ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes({start} + {secret}))"),
        );
        Ok(())
    }

    fn field(&mut self, field: &FormField) -> Result<(), CommandError> {
        let name = form_encoded(field.name);
        let (purpose, value) = match &field.value {
            FormValue::Plain(value) => (Purpose::Field(field.name), value.as_str()),
            // EXPOSE: it goes into the command, which is a secret again.
            FormValue::Secret(value) => (Purpose::Field(field.name), value.expose()),
            FormValue::AskedFor(prompt) => match self.secrets.answer(prompt) {
                None => {
                    let answer = self.ask_encoded(prompt);
                    let start = powershell_quoted(&format!("{name}="));
                    self.values.add(Purpose::Asks(prompt), format!("    $form += {start} + {answer}"));
                    return Ok(());
                }
                // EXPOSE: the same.
                Some(answer) => (Purpose::Holds(prompt), answer.expose()),
            },
        };
        let pair = format!("{name}={}", form_encoded(carried(field.name, value)?));
        self.values.add(purpose, format!("    $form += {}", powershell_quoted(&pair)));
        Ok(())
    }

    fn header(&mut self, purpose: Purpose, name: &str, value: &str) {
        self.values.add(purpose, format!("    $headers[{}] = {value}", powershell_quoted(name)));
    }

    fn ask(&mut self, prompt: &str) -> String {
        self.asks = true;
        format!("(Ask {})", powershell_quoted(prompt))
    }

    fn ask_encoded(&mut self, prompt: &str) -> String {
        self.encodes = true;
        format!("(FormEncoded {})", self.ask(prompt))
    }

    /// The whole command.
    pub(super) fn command(self, ending: &Ending<'_>) -> Command {
        let mut lines = Lines::new();
        lines.add(Purpose::Frame, "& {");
        lines.add(Purpose::Strictness, STRICTNESS);
        if self.asks {
            lines.add(Purpose::HidesTyping, ASK);
        }
        if self.encodes {
            lines.add(Purpose::FormEncodes, FORM_ENCODED);
        }
        for (purpose, text) in ending.functions {
            lines.add(*purpose, *text);
        }
        lines.add(Purpose::OldTls, TLS);
        lines.add(Purpose::Frame, "  try {");
        if let Some((purpose, text)) = ending.first {
            lines.add(purpose, text);
        }
        lines.add(Purpose::Frame, "    $headers = @{}\n    $form = @()");
        lines.append(self.values);
        let call = self.call;
        let call = format!("    $answer = Invoke-RestMethod {call} -Headers $headers -MaximumRedirection 0");
        lines.add(Purpose::Sends, call);
        for (purpose, text) in ending.answer {
            lines.add(*purpose, *text);
        }
        let (purpose, text) = ending.refusal;
        lines.add(purpose, text);
        lines.add(Purpose::Restores, RESTORE);
        lines.add(Purpose::Frame, "}");
        lines.command()
    }
}

const AUTHORIZATION: &str = "Authorization";
