//! The whole device flow in one program: RFC 8628.

use super::program::{FORM_ENCODED, NO_ANSWER, NO_REDIRECT, Program};
use crate::commands::lines::Lines;
use crate::commands::refusal::{NOTHING_THERE, OTHER_REFUSAL, REFUSALS};
use crate::commands::{Command, CommandError, Purpose, SecretUse};
use crate::oauth::HttpRequest;
use crate::quoting::python_quoted;

/// A device flow as a Python program: 3.6 or later, nothing to install, on every system.
///
/// It does what [`bash_device`](crate::commands::bash_device) does: it requests a code (`ask`, of
/// [`device_request`](crate::oauth::device_request)), prints on standard error which page to open and what to enter
/// there, and polls for the token (`poll`, of [`Grant::DeviceCode`](crate::oauth::Grant::DeviceCode)) until there is a
/// result. It polls as RFC 8628 §3.5 requires: it waits the interval before each poll, five seconds more after each
/// `slow_down`, twice as long after each poll without a response, and stops when the device code has expired.
///
/// It prompts for the client secret once, as [`python`](super::python) does. The whole response with the token goes to
/// standard output. The exit status is 0 then, and 1 with a sentence on standard error after an error response, or if
/// the first request got no response.
///
/// # Errors
///
/// The first value that the program cannot contain, see [`CommandError`].
pub fn python_device(ask: &HttpRequest, poll: &HttpRequest, secrets: SecretUse<'_>) -> Result<Command, CommandError> {
    let mut program = Program::new(secrets);
    let ask = program.request(ask, "    ")?;
    program.knows("Device Code", "device_code");
    let poll = program.request(poll, "        ")?;
    let mut lines = Lines::new();
    lines.add(Purpose::Loads, IMPORTS);
    lines.add(Purpose::Frame, "\ndef main():");
    lines.add(Purpose::FormEncodes, FORM_ENCODED);
    lines.add(Purpose::StaysAtAddress, NO_REDIRECT);
    lines.add(Purpose::Sends, SENT);
    lines.add(Purpose::ReadsAnswer, VALUE);
    lines.add(Purpose::Explains, explain());
    lines.append(program.answers);
    lines.append(ask);
    lines.add(Purpose::Sends, "    try:\n        status, text, known = sent(request)");
    lines.add(Purpose::Fails, NO_ANSWER);
    lines.add(Purpose::ReadsAnswer, READ);
    lines.add(Purpose::Fails, "    if not device_code or not user_code:\n        explain(status, known)");
    lines.add(Purpose::Tells, TELL);
    lines.add(Purpose::Waits, WAIT);
    lines.append(poll);
    lines.add(Purpose::Sends, "        try:\n            status, text, known = sent(request)");
    lines.add(Purpose::Waits, SLOWER);
    lines.add(Purpose::Prints, "        if value(known, 'access_token'):\n            print(text)\n            return");
    lines.add(Purpose::Waits, NEXT);
    lines.add(Purpose::Fails, "    sys.exit('The device code has expired. Start again.')");
    lines.add(Purpose::Frame, "\nmain()");
    Ok(lines.command())
}

const IMPORTS: &str = "import base64
import getpass
import http.client
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request";

const SENT: &str = "    def sent(request):
        try:
            answer = urllib.request.build_opener(Stay).open(request)
        except urllib.error.HTTPError as refusal:
            answer = refusal
        text = answer.read().decode('utf-8', 'replace')
        try:
            known = json.loads(text)
        except ValueError:
            known = None
        return answer.code, text, known if isinstance(known, dict) else {}";

/// No part of a response may control the terminal.
const VALUE: &str = "    def value(known, name):
        found = known.get(name)
        if not isinstance(found, (str, int)):
            return ''
        return ''.join(letter if letter.isprintable() else ' ' for letter in str(found))
    def number(known, name, otherwise):
        found = value(known, name)
        if not (found.isdecimal() and len(found) < 7):
            return otherwise
        return int(found) or otherwise";

/// It ends the program. RFC 6749 does not define what the numbers mean, so they are shown and not explained.
fn explain() -> String {
    let mut text = String::from(
        "    def explain(status, known):
        code = value(known, 'error') or value(known, 'errorCode') or value(known, 'code')
        said = value(known, 'error_description') or value(known, 'reason')
        said = said or value(known, 'errorMessage') or value(known, 'message')
        hints = {\n",
    );
    for (code, sentence) in REFUSALS {
        text.push_str(&format!("            {}: {},\n", python_quoted(code), python_quoted(sentence)));
    }
    let (nothing, other) = (python_quoted(NOTHING_THERE), python_quoted(OTHER_REFUSAL));
    text.push_str(&format!(
        "        }}
        hint = {nothing} if status == 404 and not code else hints.get(code, {other})
        sys.exit('No token (HTTP %s%s%s). %s' % (status, code and ', ' + code, said and ': ' + said, hint))"
    ));
    text
}

/// The names of RFC 8628 §3.2, and the one that servers have used before it.
const READ: &str = "    device_code = str(known.get('device_code') or '')
    user_code = value(known, 'user_code')
    page = value(known, 'verification_uri') or value(known, 'verification_url')
    complete = value(known, 'verification_uri_complete')
    interval = number(known, 'interval', 5)
    left = number(known, 'expires_in', 900)";

const TELL: &str = "    print('Open %s and enter the code %s' % (page, user_code), file=sys.stderr)
    if complete:
        print('Or open %s' % complete, file=sys.stderr)
    print('Waiting. Press Ctrl-C to stop.', file=sys.stderr, flush=True)";

const WAIT: &str = "    while left > 0:
        time.sleep(interval)
        left -= interval";

const SLOWER: &str = "        except (OSError, http.client.HTTPException):
            interval *= 2
            continue";

const NEXT: &str = "        error = value(known, 'error')
        if error == 'slow_down':
            interval += 5
        elif error != 'authorization_pending':
            explain(status, known)";
