//! An exchange that prints only what is needed.

use super::answer::READS;
use super::script::{BashScript, fixed};
use crate::commands::{Command, CommandError, Purpose, SecretUse};
use crate::oauth::{FormValue, HttpRequest};

/// What the command does with a successful response. `date` has one syntax in GNU and a different one in BSD and macOS.
const REPORT: &str = r#"token=$(value refresh_token)
  seconds=$(number expires_in)
  if [ -n "$token" ]; then
    printf 'Refresh token: %s\n' "$token"
  else
    printf 'The response contains no refresh token.\n'
  fi
  if [ -n "$seconds" ]; then
    at=$(date -d "+$seconds seconds" '+%H:%M' 2>/dev/null || date -v "+${seconds}S" '+%H:%M' 2>/dev/null)
    printf 'The access token expires in %s seconds%s.\n' "$seconds" "${at:+, at $at}"
  fi"#;

/// A new refresh token invalidates the old one, and a product that uses the old one stops working.
const GO_ON: &str = r#"printf 'Refreshing can invalidate the refresh token in use; you must then enter the new one in the product. Continue? [y/N] ' >&2
  IFS= read -r go_on
  case $go_on in y | Y | yes) ;; *) printf 'Nothing was sent.\n' >&2; exit 1 ;; esac"#;

/// A token request as a command for bash and zsh that prints the refresh token, and when the access token expires, to
/// standard output, and nothing else of the response. For a person who wants to put the refresh token somewhere.
///
/// It prompts as [`bash`](super::bash) does. Before a refresh it asks whether the token in use may be invalidated;
/// everything except `y` and `yes` ends it with nothing sent. It writes no file. An error response is explained in one
/// line on standard error.
///
/// The status is 0 with a token, 1 without one, or curl's if there was no response.
///
/// # Errors
///
/// The first value that the command cannot contain, see [`CommandError`].
pub fn bash_exchange(request: &HttpRequest, secrets: SecretUse<'_>) -> Result<Command, CommandError> {
    let mut script = BashScript::new(secrets);
    let call = script.call(request)?.with_status();
    let voids = request.form.iter().any(|field| {
        field.name == "grant_type" && matches!(&field.value, FormValue::Plain(value) if value == "refresh_token")
    });
    if voids {
        script.confirms_first(GO_ON);
    }
    let mut parts = fixed(&READS);
    parts.extend(fixed(&[(Purpose::ReadsAnswer, "answer=$(")]));
    parts.extend(call.parts("  "));
    parts.extend(fixed(&[
        (Purpose::Frame, ")"),
        (Purpose::KeepsStatus, "result=$?\n  [ \"$result\" -eq 0 ] || exit \"$result\""),
        (Purpose::ReadsAnswer, "split_status"),
        (Purpose::Fails, "if [ -z \"$(value access_token)\" ]; then explain; exit 1; fi"),
        (Purpose::Tells, REPORT),
    ]));
    Ok(script.finished(parts))
}
