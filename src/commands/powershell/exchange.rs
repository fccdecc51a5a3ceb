//! An exchange that prints only what is needed.

use super::script::{Ending, PowerShellScript, READ_REFUSAL};
use crate::commands::refusal::{NOTHING_THERE, OTHER_REFUSAL, REFUSALS};
use crate::commands::{Command, CommandError, Purpose, SecretUse};
use crate::oauth::{FormValue, HttpRequest};
use crate::quoting::powershell_quoted;

/// A token request as a command for PowerShell that prints the refresh token, and in how many seconds and at what time
/// the access token expires, and nothing else of the response. For a person who wants to put the refresh token
/// somewhere.
///
/// It prompts as [`powershell`](super::powershell()) does. Before a refresh it first asks whether the token in use may
/// be invalidated; everything except `y`, `Y` and `yes` ends it with nothing sent. It writes no file. An error response
/// is explained in one line of PowerShell's error output, and so is what went wrong before there was a response.
///
/// It prints no control character and no invisible character of the response. There is no exit status: `exit` would
/// close the window it is pasted into. For a response without a token whose status is no error, that line has the
/// status `2xx`, because Windows PowerShell does not tell which of these it was.
///
/// # Errors
///
/// Those of [`powershell`](super::powershell()).
pub fn powershell_exchange(request: &HttpRequest, secrets: SecretUse<'_>) -> Result<Command, CommandError> {
    let voids = request.form.iter().any(|field| {
        field.name == "grant_type" && matches!(&field.value, FormValue::Plain(value) if value == "refresh_token")
    });
    let explain = explain();
    let refusal = format!("{READ_REFUSAL}\n{REFUSED}");
    Ok(PowerShellScript::new(request, secrets)?.command(&Ending {
        functions: &[(Purpose::ReadsAnswer, READ), (Purpose::Explains, &explain)],
        first: voids.then_some((Purpose::Confirms, CONFIRM)),
        answer: &[(Purpose::ReadsAnswer, TOKEN), (Purpose::Tells, REPORT)],
        refusal: (Purpose::Fails, &refusal),
    }))
}

/// `FromJson` returns nothing for what is no JSON. `Plain` returns a text or a number without what could change the
/// screen (Unicode's categories C, Zl and Zp), and nothing for everything else.
const READ: &str = "  function FromJson($text) {
    try { ConvertFrom-Json -InputObject $text } catch { $null }
  }
  function Plain($value) {
    if ($value -is [string] -or $value -is [ValueType]) { \"$value\" -replace '[\\p{C}\\p{Zl}\\p{Zp}]', ' ' } else { '' }
  }";

/// A new refresh token invalidates the old one, and a product that uses the old one stops working. `Read-Host` adds a
/// colon after the prompt.
const CONFIRM: &str = "    $go_on = Read-Host 'Refreshing can invalidate the refresh token in use; you must then enter the new one in the product. Continue? [y/N]'
    if ($go_on -cnotmatch '^([yY]|yes)\\z') { throw 'Nothing was sent.' }";

/// A response of a type other than JSON is still a text here.
const TOKEN: &str = "    if ($answer -is [string]) { $answer = FromJson $answer }
    if (-not (Plain ($answer.access_token))) { throw (Explain '2xx' $answer) }
    $token = Plain ($answer.refresh_token)
    $seconds = Plain ($answer.expires_in)";

/// The backslash keeps the colon, where some languages would have a period.
const REPORT: &str = "    if ($token) { \"Refresh token: $token\" } else { 'The response contains no refresh token.' }
    if ($seconds -cmatch '^[1-9][0-9]{0,5}\\z') {
      $at = (Get-Date).AddSeconds([int]$seconds).ToString('HH\\:mm')
      \"The access token expires in $seconds seconds, at $at.\"
    }";

/// `Write-Error` would print several lines.
const REFUSED: &str = "    $why = if ($response) { Explain ([int]$response.StatusCode) (FromJson $answer) } else { Plain ($_.Exception.Message) }
    $Host.UI.WriteErrorLine($why)";

/// `Explain` says in one line why there is no token, by the same rules as in bash. A variable of the session could have
/// the name `said`, so it is set before it is read.
fn explain() -> String {
    let mut text = String::from(
        "  function Explain($status, $answer) {
    $code = ''
    foreach ($name in 'error', 'errorCode', 'code') {
      if (-not $code) { $code = Plain ($answer.$name) }
    }
    $said = ''
    foreach ($name in 'error_description', 'reason', 'errorMessage', 'message') {
      if (-not $said) { $said = Plain ($answer.$name) }
    }
    $cause = $code
    if ($said -match 'invalid authorization code|redirect URI mismatch') { $cause = 'invalid_grant' }
    if (\"$code$status\" -eq '404') { $cause = 'nothing_there' }
    $hints = @{\n",
    );
    for (code, sentence) in REFUSALS {
        text.push_str(&format!("      {code} = {}\n", powershell_quoted(sentence)));
    }
    text.push_str(&format!("      nothing_there = {}\n", powershell_quoted(NOTHING_THERE)));
    text.push_str(&format!(
        "    }}
    $hint = if ($hints[$cause]) {{ $hints[$cause] }} else {{ {} }}
    if ($code) {{ $status = \"$status, $code\" }}
    if ($said) {{ $status = \"${{status}}: $said\" }}
    \"No token (HTTP $status). $hint\"
  }}",
        powershell_quoted(OTHER_REFUSAL)
    ));
    text
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;
    use crate::commands::{Format, bash_exchange, sample};

    #[track_caller]
    fn printed(request: &HttpRequest) -> String {
        // EXPOSE: the test compares the whole command.
        powershell_exchange(request, SecretUse::Asked).unwrap().text().expose().to_owned()
    }

    #[test]
    fn a_token_is_refreshed() {
        assert_eq!(
            printed(&sample::refresh()),
            r#"& {
  Set-StrictMode -Off
  $ErrorActionPreference = 'Stop'
  function Ask($name) {
    $typed = [Net.NetworkCredential]::new('', (Read-Host -AsSecureString $name)).Password
    if (-not $typed) { throw "$name is empty; nothing was sent." }
    if ($typed -cmatch '[\x00-\x1f\x7f-\x9f]') { throw "$name has a control character; paste with the right mouse button. Nothing was sent." }
    $typed
  }
  function FormEncoded($text) {
    -join ([Text.Encoding]::UTF8.GetBytes($text) | ForEach-Object {
      if ($_ -eq 32) { '+' }
      elseif ([string][char]$_ -cmatch '^[A-Za-z0-9*._-]$') { [string][char]$_ }
      else { '%{0:X2}' -f $_ }
    })
  }
  function FromJson($text) {
    try { ConvertFrom-Json -InputObject $text } catch { $null }
  }
  function Plain($value) {
    if ($value -is [string] -or $value -is [ValueType]) { "$value" -replace '[\p{C}\p{Zl}\p{Zp}]', ' ' } else { '' }
  }
  function Explain($status, $answer) {
    $code = ''
    foreach ($name in 'error', 'errorCode', 'code') {
      if (-not $code) { $code = Plain ($answer.$name) }
    }
    $said = ''
    foreach ($name in 'error_description', 'reason', 'errorMessage', 'message') {
      if (-not $said) { $said = Plain ($answer.$name) }
    }
    $cause = $code
    if ($said -match 'invalid authorization code|redirect URI mismatch') { $cause = 'invalid_grant' }
    if ("$code$status" -eq '404') { $cause = 'nothing_there' }
    $hints = @{
      invalid_client = 'Client ID and Client Secret do not match, or one of them is outdated or incomplete.'
      invalid_grant = 'The code or token has expired, was already used or revoked, or belongs to a different app, redirect URL or verifier.'
      invalid_request = 'A parameter is missing, repeated or wrong, such as the Account ID.'
      unauthorized_client = 'This app type may not use this grant type.'
      unsupported_grant_type = 'This app type may not use this grant type, or the server does not support it.'
      invalid_scope = 'A scope is unknown or not allowed for this app.'
      access_denied = 'The user denied the request.'
      expired_token = 'The device code has expired. Start again.'
      nothing_there = 'Nothing was found at this URL.'
    }
    $hint = if ($hints[$cause]) { $hints[$cause] } else { 'This command does not recognize the response.' }
    if ($code) { $status = "$status, $code" }
    if ($said) { $status = "${status}: $said" }
    "No token (HTTP $status). $hint"
  }
  $tls = [Net.ServicePointManager]::SecurityProtocol
  if ($PSVersionTable.PSVersion.Major -lt 6 -and [int]$tls -ne 0) {
    [Net.ServicePointManager]::SecurityProtocol = [int]$tls -bor 3072
  }
  try {
    $go_on = Read-Host 'Refreshing can invalidate the refresh token in use; you must then enter the new one in the product. Continue? [y/N]'
    if ($go_on -cnotmatch '^([yY]|yes)\z') { throw 'Nothing was sent.' }
    $headers = @{}
    $form = @()
    $headers['Authorization'] = 'Basic ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('DemoClientId0000000001:' + (Ask 'Client Secret')))
    $headers['Accept'] = 'application/json'
    $form += 'grant_type=refresh_token'
    $form += 'refresh_token=' + (FormEncoded (Ask 'Refresh Token'))
    $answer = Invoke-RestMethod -Method Post -Uri 'https://zoom.us/oauth/token' -ContentType 'application/x-www-form-urlencoded' -Body ($form -join '&') -Headers $headers -MaximumRedirection 0
    if ($answer -is [string]) { $answer = FromJson $answer }
    if (-not (Plain ($answer.access_token))) { throw (Explain '2xx' $answer) }
    $token = Plain ($answer.refresh_token)
    $seconds = Plain ($answer.expires_in)
    if ($token) { "Refresh token: $token" } else { 'The response contains no refresh token.' }
    if ($seconds -cmatch '^[1-9][0-9]{0,5}\z') {
      $at = (Get-Date).AddSeconds([int]$seconds).ToString('HH\:mm')
      "The access token expires in $seconds seconds, at $at."
    }
  } catch {
    $answer = "$($_.ErrorDetails.Message)"
    $response = $_.Exception.Response
    if (-not $answer -and $response -is [Net.HttpWebResponse]) {
      $stream = $response.GetResponseStream()
      if ($stream.CanSeek) { $stream.Position = 0 }
      $answer = [IO.StreamReader]::new($stream, [Text.Encoding]::UTF8).ReadToEnd()
    }
    $why = if ($response) { Explain ([int]$response.StatusCode) (FromJson $answer) } else { Plain ($_.Exception.Message) }
    $Host.UI.WriteErrorLine($why)
  } finally {
    [Net.ServicePointManager]::SecurityProtocol = $tls
  }
}
"#
        );
    }

    #[test]
    fn only_a_refresh_is_confirmed() {
        let purposes = |request: &HttpRequest| -> Vec<Purpose> {
            let command = powershell_exchange(request, SecretUse::Asked).unwrap();
            command.lines().iter().map(|line| line.purpose).collect()
        };
        let refresh = purposes(&sample::refresh());
        let place = |wanted| refresh.iter().position(|purpose| *purpose == wanted);
        assert!(place(Purpose::Confirms) < place(Purpose::Asks("Client Secret")));
        assert!(place(Purpose::Asks("Refresh Token")) < place(Purpose::Sends));
        assert!(place(Purpose::Confirms).is_some());
        assert!(!purposes(&sample::exchange()).contains(&Purpose::Confirms));
    }

    /// Both say the same.
    #[test]
    fn the_sentences_are_those_of_bash() {
        let command = bash_exchange(&sample::refresh(), SecretUse::Asked).unwrap();
        // EXPOSE: it is compared.
        let bash = command.text().expose();
        let powershell = printed(&sample::refresh());
        let explained = REFUSALS.iter().map(|(_, says)| *says).chain([NOTHING_THERE, OTHER_REFUSAL]);
        for sentence in explained.chain([
            "'Refreshing can invalidate the refresh token in use; you must then enter the new one in the product. Continue? [y/N]",
            "'The response contains no refresh token.",
            "Nothing was sent.",
            "Refresh token: ",
            "The access token expires in ",
            "No token (HTTP ",
        ]) {
            assert!(bash.contains(sentence) && powershell.contains(sentence), "{sentence}");
        }
    }

    #[test]
    fn the_forms_that_have_it() {
        let has = |format: Format| format.exchange(&sample::refresh(), SecretUse::Asked).is_some();
        let all: Vec<Format> = Format::VARIANTS.iter().copied().filter(|format| has(*format)).collect();
        assert_eq!(all, [Format::Bash, Format::PowerShell]);
        let command = Format::PowerShell.exchange(&sample::refresh(), SecretUse::Asked).unwrap().unwrap();
        // EXPOSE: it is compared.
        assert_eq!(command.text().expose(), printed(&sample::refresh()));
    }
}
