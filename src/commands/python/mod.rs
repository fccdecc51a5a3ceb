//! Programs for Python 3, with its own library alone.

mod device;
mod program;

pub use device::python_device;

use program::{FORM_ENCODED, NO_ANSWER, NO_REDIRECT, Program};

use super::lines::Lines;
use super::{Command, CommandError, Purpose, SecretUse};
use crate::oauth::HttpRequest;

/// The request as a Python program: 3.6 or later, nothing to install, on every system.
///
/// It is saved as a file and run (`python3 token.py`), or pasted into a running Python. It prompts for the client
/// secret, or the token of the header, and for each [`AskedFor`](crate::oauth::FormValue::AskedFor), in this order,
/// with `getpass`, which shows nothing and reads from the terminal. They are in no argument, no file and no history; a
/// code is in the text itself, and with [`SecretUse::Written`] so is what is known. It prints the server's response and
/// a line break to standard output. The exit status is 0 for a successful response, and 1 with a sentence on standard
/// error for an error response (which is printed too) or for no response. It goes through the proxy that the system or
/// the environment names, and never to a different URL that the server names.
///
/// Limits: a terminal takes a line of 4095 bytes at most (1023 on macOS), and so does `getpass`. The text is ASCII, so
/// that no editor damages it.
///
/// # Errors
///
/// The first value that the program cannot contain, see [`CommandError`]. A form can contain every character; a header
/// of Python's library can contain only ASCII without control characters. A written secret can contain every character.
pub fn python(request: &HttpRequest, secrets: SecretUse<'_>) -> Result<Command, CommandError> {
    let mut program = Program::new(secrets);
    let request = program.request(request, "    ")?;
    let mut lines = Lines::new();
    lines.add(Purpose::Loads, IMPORTS);
    // A blank line would end a function that is pasted into a running Python; so there is none except after a function.
    lines.add(Purpose::Frame, "\ndef main():");
    lines.add(Purpose::FormEncodes, FORM_ENCODED);
    lines.add(Purpose::StaysAtAddress, NO_REDIRECT);
    lines.append(program.answers);
    lines.append(request);
    lines.add(Purpose::Sends, "    try:\n        answer = urllib.request.build_opener(Stay).open(request)");
    lines.add(Purpose::Fails, REFUSED);
    lines.add(Purpose::Fails, NO_ANSWER);
    lines.add(Purpose::Prints, "    print(answer.read().decode('utf-8', 'replace'))");
    lines.add(Purpose::Fails, STATUS);
    lines.add(Purpose::Frame, "\nmain()");
    Ok(lines.command())
}

const IMPORTS: &str = "import base64\nimport getpass\nimport http.client\nimport sys\nimport urllib.error\nimport urllib.parse\nimport urllib.request";

const REFUSED: &str = "    except urllib.error.HTTPError as refusal:
        answer = refusal";

const STATUS: &str = "    if answer.code >= 300:
        sys.exit('The server returned the status %s.' % answer.code)";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::{Typed, sample};
    use crate::oauth::{Endpoint, FormValue, Secret, api_request};

    #[test]
    fn a_code_is_exchanged() {
        // EXPOSE: the test compares the whole program.
        let program = python(&sample::exchange(), SecretUse::Asked).unwrap().text().expose().to_owned();
        assert_eq!(
            program,
            r#"import base64
import getpass
import http.client
import sys
import urllib.error
import urllib.parse
import urllib.request

def main():
    def form_encoded(text):
        return urllib.parse.quote_plus(text, safe='*').replace('~', '%7E')
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *ignored):
            return None
    answer_1 = getpass.getpass('Client Secret: ')
    form = [
        ('grant_type', 'authorization_code'),
        ('code', 'obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB'),
        ('redirect_uri', 'https://example.com/cb'),
    ]
    form = '&'.join(form_encoded(name) + '=' + form_encoded(value) for name, value in form)
    request = urllib.request.Request('https://zoom.us/oauth/token', data=form.encode('ascii'), method='POST')
    request.add_header('Content-Type', 'application/x-www-form-urlencoded')
    request.add_header('Accept', 'application/json')
    pair = 'DemoClientId0000000001' + ':' + answer_1
    pair = base64.b64encode(pair.encode('utf-8')).decode('ascii')
    request.add_header('Authorization', 'Basic ' + pair)
    try:
        answer = urllib.request.build_opener(Stay).open(request)
    except urllib.error.HTTPError as refusal:
        answer = refusal
    except (OSError, http.client.HTTPException) as error:
        sys.exit('There was no response: %s' % getattr(error, 'reason', error))
    print(answer.read().decode('utf-8', 'replace'))
    if answer.code >= 300:
        sys.exit('The server returned the status %s.' % answer.code)

main()
"#
        );
    }

    /// The lines that give a variable its value.
    fn written(
        request: &HttpRequest,
        client_secret: Option<&Secret>,
        answers: &[(&'static str, &Secret)],
    ) -> Result<Vec<String>, CommandError> {
        let program = python(request, SecretUse::Written(Typed { client_secret, answers }))?;
        // EXPOSE: the test compares lines.
        let lines = program.text().expose().lines().filter(|line| line.starts_with("    answer_"));
        Ok(lines.map(|line| line.trim().to_owned()).collect())
    }

    #[test]
    fn what_was_typed_stands_in_the_place_of_its_question() {
        let (secret, token) = (Secret::new("it's\n"), Secret::new("é"));
        let answers = [("Refresh Token", &token)];
        assert_eq!(
            written(&sample::refresh(), Some(&secret), &answers).unwrap(),
            [r"answer_1 = 'it\'s\x0a'", r"answer_2 = '\xe9'"]
        );
        let half = written(&sample::refresh(), Some(&Secret::new("")), &answers).unwrap();
        assert_eq!(half, ["answer_1 = getpass.getpass('Client Secret: ')", r"answer_2 = '\xe9'"]);
        let call = api_request(&Endpoint::parse("https://a.example").unwrap(), "/v2").unwrap();
        for (token, error) in [
            ("aé", CommandError::Character { part: "Authorization", at: 1 }),
            ("a\n", CommandError::ControlCharacter { part: "Authorization", at: 1 }),
        ] {
            let refused = written(&call, None, &[("Access Token", &Secret::new(token))]);
            assert_eq!(refused.unwrap_err(), error);
        }
    }

    #[test]
    fn names_the_value_that_cannot_be_carried() {
        sample::refuses_what_no_format_carries(python);
        let mut request = sample::exchange();
        request.headers.push(("X-Test", "é".into()));
        assert_eq!(python(&request, SecretUse::Asked).unwrap_err(), CommandError::Character { part: "X-Test", at: 0 });
    }

    #[test]
    fn a_form_carries_a_line_break() {
        let mut request = sample::exchange();
        request.form.push(crate::oauth::FormField { name: "x", value: FormValue::Plain("a\nb".into()) });
        // EXPOSE: the test looks for a line.
        assert!(python(&request, SecretUse::Asked).unwrap().text().expose().contains(r"('x', 'a\x0ab'),"));
    }
}
