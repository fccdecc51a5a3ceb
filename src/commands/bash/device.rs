//! The whole device flow in one command: RFC 8628.

use super::answer::READS;
use super::script::{BashScript, fixed};
use crate::commands::{Command, CommandError, Purpose, SecretUse};
use crate::oauth::HttpRequest;

/// What to tell the user (§3.3). If the server names no interval, it is five seconds (§3.2).
const TELL: &str = r#"device_code=$(value device_code)
  user_code=$(value user_code)
  page=$(value verification_uri)
  [ -n "$page" ] || page=$(value verification_url)
  if [ -z "$device_code" ] || [ -z "$user_code" ]; then explain; exit 1; fi
  printf 'Open %s and enter the code %s\n' "$page" "$user_code" >&2
  complete=$(value verification_uri_complete)
  [ -z "$complete" ] || printf 'Or open %s\n' "$complete" >&2
  interval=$(number interval)
  left=$(number expires_in)
  : "${interval:=5}" "${left:=900}"
  printf 'Waiting. Press Ctrl-C to stop.\n' >&2"#;

/// What an error response means for the next poll (§3.5).
const NEXT: &str = r#"  case $(value error) in
      authorization_pending) ;;
      slow_down) interval=$((interval + 5)) ;;
      *) explain; exit 1 ;;
    esac"#;

/// A device flow as one command for bash and zsh: it requests a code (`ask`, of
/// [`device_request`](crate::oauth::device_request)), prints on standard error which page to open and what to enter
/// there, and polls for the token (`poll`, of [`Grant::DeviceCode`](crate::oauth::Grant::DeviceCode)) until there is a
/// result.
///
/// It polls as RFC 8628 §3.5 requires: it waits the interval before each poll, five seconds more after each
/// `slow_down`, twice as long after each poll without a response, and stops when the device code has expired.
///
/// It prompts for the client secret once, as [`bash`](super::bash) does. The whole response with the token goes to
/// standard output. The status is 0 then, 1 after an error response, or curl's if the first request got no response.
///
/// # Errors
///
/// The first value that the command cannot contain, see [`CommandError`].
pub fn bash_device(ask: &HttpRequest, poll: &HttpRequest, secrets: SecretUse<'_>) -> Result<Command, CommandError> {
    let mut script = BashScript::new(secrets);
    let ask = script.call(ask)?.with_status();
    script.knows("Device Code", "device_code");
    let poll = script.call(poll)?.with_status();
    let mut parts = fixed(&READS);
    parts.extend(fixed(&[(Purpose::ReadsAnswer, "answer=$(")]));
    parts.extend(ask.parts("  "));
    parts.extend(fixed(&[
        (Purpose::Frame, ")"),
        (Purpose::KeepsStatus, "result=$?\n  [ \"$result\" -eq 0 ] || exit \"$result\""),
        (Purpose::ReadsAnswer, "split_status"),
        (Purpose::Tells, TELL),
        (Purpose::Waits, "while [ \"$left\" -gt 0 ]; do\n    sleep \"$interval\"\n    left=$((left - interval))"),
        (Purpose::ReadsAnswer, "  answer=$("),
    ]));
    parts.extend(poll.parts("    "));
    parts.extend(fixed(&[
        (Purpose::Waits, "  ) || { interval=$((interval * 2)); continue; }"),
        (Purpose::ReadsAnswer, "  split_status"),
        (Purpose::Prints, "  if [ -n \"$(value access_token)\" ]; then printf '%s\\n' \"$answer\"; exit 0; fi"),
        (Purpose::Waits, NEXT),
        (Purpose::Frame, "done"),
        (Purpose::Fails, "printf 'The device code has expired. Start again.\\n' >&2\n  exit 1"),
    ]));
    Ok(script.finished(parts))
}
