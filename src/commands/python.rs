//! A program for Python 3, with its own library alone.

use super::carried::checked_identifier;
use super::command::ascii;
use super::form_body::method_name;
use super::{Command, CommandError, Lines, Purpose};
use crate::oauth::{Authorization, FormValue, HttpRequest, Method, PairEncoding};

/// The request as a Python program: 3.6 or later, nothing to install, on every system.
///
/// It is saved as a file and run (`python3 token.py`), or pasted into a running Python. It asks for the client secret, or
/// the token of the header, and for each [`FormValue::AskedFor`], in this order, with `getpass`, which shows nothing and reads from the terminal. They
/// are in no argument, no file and no history; a code is in the text itself. It prints the server's answer and a line
/// break to standard output. The exit status is 0 for a good answer, and 1 with a sentence on standard error for a
/// refusal (whose answer is printed too) or for no answer. It goes through the proxy that the system or the environment
/// names, and never to another address that the server names.
///
/// Limits: a terminal takes a line of 4095 bytes at most (1023 on macOS), and so does `getpass`. The text is ASCII, so
/// that no editor harms it.
///
/// # Errors
///
/// The first value that cannot be carried, see [`CommandError`]. A form carries every character; a header of Python's
/// library carries ASCII alone.
pub fn python(request: &HttpRequest) -> Result<Command, CommandError> {
    python_lines(request).map(|lines| lines.command())
}

/// The same, line by line.
///
/// # Errors
///
/// As [`python`].
pub fn python_lines(request: &HttpRequest) -> Result<Lines, CommandError> {
    let mut program = Program { lines: Lines::new(), asked: 0 };
    program.lines.add(Purpose::Loads, IMPORTS);
    // A blank line would end a function that is pasted into a running Python; so there is none but after one.
    program.lines.add(Purpose::Frame, "\ndef main():");
    program.lines.add(Purpose::FormEncodes, FORM_ENCODED);
    program.lines.add(Purpose::StaysAtAddress, NO_REDIRECT);
    let pair = program.pair(&request.authorization)?;
    program.form(request);
    program.request(request)?;
    if let Some(pair) = pair {
        program.lines.add(Purpose::Pair, pair);
    }
    program.lines.add(Purpose::Sends, "    try:\n        answer = urllib.request.build_opener(Stay).open(request)");
    program.lines.add(Purpose::Fails, REFUSED);
    program.lines.add(Purpose::Prints, "    print(answer.read().decode('utf-8', 'replace'))");
    program.lines.add(Purpose::Fails, STATUS);
    program.lines.add(Purpose::Frame, "\nmain()");
    Ok(program.lines)
}

struct Program {
    lines: Lines,
    asked: usize,
}

const IMPORTS: &str =
    "import base64\nimport getpass\nimport sys\nimport urllib.error\nimport urllib.parse\nimport urllib.request";

/// The same as [`form_encoded`](crate::oauth::form_encoded). Before 3.7 the library escaped `~`, since then it does not.
const FORM_ENCODED: &str = "    def form_encoded(text):
        return urllib.parse.quote_plus(text, safe='*').replace('~', '%7E')";

/// The library would follow, and take the `Authorization` header along.
const NO_REDIRECT: &str = "    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *ignored):
            return None";

const REFUSED: &str = "    except urllib.error.HTTPError as refusal:
        answer = refusal
    except urllib.error.URLError as error:
        sys.exit('There was no answer: %s' % error.reason)";

const STATUS: &str = "    if answer.code >= 300:
        sys.exit('The server answered with the status %s.' % answer.code)";

impl Program {
    /// Asks for the secret; gives back the lines that make the header.
    fn pair(&mut self, authorization: &Authorization) -> Result<Option<String>, CommandError> {
        let (client_id, encoding) = match authorization {
            Authorization::None => return Ok(None),
            Authorization::Bearer(prompt) => {
                let answer = self.ask(prompt);
                return Ok(Some(format!("    request.add_header('Authorization', 'Bearer ' + {answer})")));
            }
            Authorization::Basic { client_id, encoding } => (client_id, *encoding),
        };
        let id = quoted(checked_identifier(client_id, encoding)?);
        let answer = self.ask("Client Secret");
        let pair = match encoding {
            PairEncoding::Raw => format!("{id} + ':' + {answer}"),
            PairEncoding::FormEncoded => format!("form_encoded({id}) + ':' + form_encoded({answer})"),
        };
        Ok(Some(format!(
            "    pair = {pair}\n    pair = base64.b64encode(pair.encode('utf-8')).decode('ascii')\n    \
             request.add_header('Authorization', 'Basic ' + pair)"
        )))
    }

    /// Asks; the answer is in the variable that is returned.
    fn ask(&mut self, prompt: &'static str) -> String {
        self.asked += 1;
        let variable = format!("answer_{}", self.asked);
        let question = quoted(&format!("{prompt}: "));
        self.lines.add(Purpose::Asks(prompt), format!("    {variable} = getpass.getpass({question})"));
        variable
    }

    fn form(&mut self, request: &HttpRequest) {
        let mut fields = Vec::new();
        for field in &request.form {
            let value = match &field.value {
                FormValue::Plain(value) => quoted(value),
                // EXPOSE: it goes into the program, which is a secret again.
                FormValue::Secret(value) => quoted(value.expose()),
                FormValue::AskedFor(prompt) => self.ask(prompt),
            };
            fields.push((field.name, format!("        ({}, {value}),", quoted(field.name))));
        }
        self.lines.add(Purpose::Frame, "    form = [");
        for (name, line) in fields {
            self.lines.add(Purpose::Field(name), line);
        }
        self.lines.add(Purpose::Frame, "    ]");
        let body = "    form = '&'.join(form_encoded(name) + '=' + form_encoded(value) for name, value in form)";
        self.lines.add(Purpose::Body, body);
    }

    fn request(&mut self, request: &HttpRequest) -> Result<(), CommandError> {
        let address = quoted(request.url.as_str());
        let rest = match request.method {
            Method::Post => format!("{address}, data=form.encode('ascii')"),
            Method::Get if request.form.is_empty() => address,
            Method::Get => {
                format!("{address} + {} + form", if request.url.as_str().contains('?') { "'&'" } else { "'?'" })
            }
        };
        let method = method_name(request.method);
        self.lines.add(Purpose::Address, format!("    request = urllib.request.Request({rest}, method='{method}')"));
        for (name, value) in &request.headers {
            let value = ascii(name, value)?;
            let line = format!("    request.add_header({}, {})", quoted(name), quoted(value));
            self.lines.add(Purpose::Header(name), line);
        }
        Ok(())
    }
}

/// A string of Python that is exactly this text: "The Python Language Reference", 2.4.1 "String and Bytes literals".
/// Between single quotes `\` and `'` are escaped by a `\`, and a line break cannot stand. Everything that is not printable
/// ASCII is written by its number, so that it arrives in whatever encoding the file is kept, and nothing in it is invisible
/// or turns the line around.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("'");
    for letter in text.chars() {
        let number = u32::from(letter);
        match letter {
            '\\' | '\'' => quoted.extend(['\\', letter]),
            ' '..='~' => quoted.push(letter),
            _ if number < 0x100 => quoted.push_str(&format!("\\x{number:02x}")),
            _ if number < 0x1_0000 => quoted.push_str(&format!("\\u{number:04x}")),
            _ => quoted.push_str(&format!("\\U{number:08x}")),
        }
    }
    quoted.push('\'');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::sample;

    #[test]
    fn a_code_is_exchanged() {
        // EXPOSE: the test compares the whole program.
        let program = python(&sample::exchange()).unwrap().text().expose().to_owned();
        assert_eq!(
            program,
            r#"import base64
import getpass
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
    except urllib.error.URLError as error:
        sys.exit('There was no answer: %s' % error.reason)
    print(answer.read().decode('utf-8', 'replace'))
    if answer.code >= 300:
        sys.exit('The server answered with the status %s.' % answer.code)

main()
"#
        );
    }

    #[test]
    fn one_quoting_for_all() {
        assert_eq!(quoted(""), "''");
        assert_eq!(quoted("it's \"a\" \\ {x} %s"), r#"'it\'s "a" \\ {x} %s'"#);
        assert_eq!(quoted("\n\t\0\u{7f}"), r"'\x0a\x09\x00\x7f'");
        assert_eq!(quoted("é\u{202e}😀"), r"'\xe9\u202e\U0001f600'");
    }

    #[test]
    fn names_the_value_that_cannot_be_carried() {
        sample::refuses_what_no_format_carries(python);
        let mut request = sample::exchange();
        request.headers.push(("X-Test", "é".into()));
        assert_eq!(python(&request).unwrap_err(), CommandError::Character { part: "X-Test", at: 0 });
    }

    #[test]
    fn a_form_carries_a_line_break() {
        let mut request = sample::exchange();
        request.form.push(crate::oauth::FormField { name: "x", value: FormValue::Plain("a\nb".into()) });
        // EXPOSE: the test looks for a line.
        assert!(python(&request).unwrap().text().expose().contains(r"('x', 'a\x0ab'),"));
    }
}
