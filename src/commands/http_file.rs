//! A file for VS Code's REST Client and for the HTTP Client of JetBrains.

use super::carried::{checked_identifier, without_braces};
use super::form_body::{form_body, method_name, with_query};
use super::{Command, CommandError, Lines, Purpose};
use crate::oauth::{Authorization, FormValue, HttpRequest, Method, PairEncoding, form_encoded};

/// The request as an `.http` file.
///
/// REST Client asks for the client secret and for each [`FormValue::AskedFor`] when the request is sent, hides what is
/// typed and shows the answer beside the file. The HTTP Client of JetBrains has no questions: there the variables get
/// their values in a private environment file, as a comment in the text says. A code is in the text itself.
///
/// Limits: both programs split the pair at blanks, so a client secret with blanks at an end, or with two in a row, does
/// not arrive. What is asked for in the form is sent as it is typed, so it must need no form-encoding; tokens of letters,
/// digits, `-`, `.` and `_` need none. REST Client does not check the certificate of the server, and keeps the requests
/// that were sent, form and all, in a history file of its own (both read in its sources, `httpClient.ts` and
/// `requestController.ts`).
///
/// # Errors
///
/// The first value that cannot be carried, see [`CommandError`]: an identifier with a blank or with `{{`; and
/// [`CommandError::PairEncoding`], because neither program form-encodes a pair.
pub fn http_file(request: &HttpRequest) -> Result<Command, CommandError> {
    http_file_lines(request).map(|lines| lines.command())
}

/// The same, line by line.
///
/// # Errors
///
/// As [`http_file`].
pub fn http_file_lines(request: &HttpRequest) -> Result<Lines, CommandError> {
    let mut asked = Asked { names: HIDDEN.iter(), lines: Lines::new() };
    let authorization = match &request.authorization {
        Authorization::None => None,
        Authorization::Bearer(prompt) => Some(format!("Authorization: Bearer {}", asked.ask(prompt, "Authorization")?)),
        Authorization::Basic { encoding: PairEncoding::FormEncoded, .. } => return Err(CommandError::PairEncoding),
        Authorization::Basic { client_id, encoding } => {
            let id = without_braces(ID, checked_identifier(client_id, *encoding)?)?;
            if let Some(at) = id.chars().position(is_blank) {
                return Err(CommandError::Character { part: ID, at });
            }
            Some(format!("Authorization: Basic {id} {}", asked.ask("Client Secret", ID)?))
        }
    };
    let body = form_body(&request.form, |field| match &field.value {
        FormValue::Plain(value) => Ok(form_encoded(value)),
        // EXPOSE: it goes into the file, which is a secret again.
        FormValue::Secret(value) => Ok(form_encoded(value.expose())),
        FormValue::AskedFor(prompt) => asked.ask(prompt, field.name),
    })?;
    let mut lines = asked.lines;
    if !lines.lines().is_empty() {
        lines.add(
            Purpose::Note,
            "# JetBrains: give these a value in http-client.private.env.json, and choose that environment.",
        );
    }
    lines.add(Purpose::Note, "# @no-redirect");
    lines.add(Purpose::Note, "# @no-auto-encoding");
    let address = with_query(request.url.as_str(), request, &body);
    lines.add(Purpose::Address, format!("{} {address}", method_name(request.method)));
    for (name, value) in &request.headers {
        lines.add(Purpose::Header(name), format!("{name}: {}", without_braces(name, value)?));
    }
    if let Some(line) = authorization {
        lines.add(Purpose::Pair, line);
    }
    if request.method == Method::Post && !body.is_empty() {
        lines.add(Purpose::Frame, "");
        lines.add(Purpose::Body, body);
    }
    Ok(lines)
}

const ID: &str = "client_id";

/// What these programs take for a blank: white space, and for JavaScript's `\s` the byte order mark too.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{feff}'
}

/// The names by which REST Client knows that an answer must not be shown (its manual, "Prompt Variables").
const HIDDEN: [&str; 3] = ["password", "passwd", "pass"];

struct Asked {
    names: core::slice::Iter<'static, &'static str>,
    lines: Lines,
}

impl Asked {
    /// Asks; what is returned is replaced by the answer.
    fn ask(&mut self, prompt: &'static str, part: &'static str) -> Result<String, CommandError> {
        let name = self.names.next().ok_or(CommandError::NotKnown { part })?;
        self.lines.add(Purpose::Asks(prompt), format!("# @prompt {name} {prompt}"));
        Ok(format!("{{{{{name}}}}}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::sample;

    #[test]
    fn a_token_is_refreshed() {
        // EXPOSE: the test compares the whole file.
        let file = http_file(&sample::refresh()).unwrap().text().expose().to_owned();
        assert_eq!(
            file,
            "# @prompt password Client Secret
# @prompt passwd Refresh Token
# JetBrains: give these a value in http-client.private.env.json, and choose that environment.
# @no-redirect
# @no-auto-encoding
POST https://zoom.us/oauth/token
Content-Type: application/x-www-form-urlencoded
Accept: application/json
Authorization: Basic DemoClientId0000000001 {{password}}

grant_type=refresh_token&refresh_token={{passwd}}
"
        );
    }

    #[test]
    fn names_the_value_that_cannot_be_carried() {
        sample::refuses_what_no_format_carries(http_file);
        let refused = |id| http_file(&sample::with_id(id, PairEncoding::Raw)).unwrap_err();
        for id in ["é x", "é\u{a0}", "é\u{feff}", "é{{x}}"] {
            assert_eq!(refused(id), CommandError::Character { part: "client_id", at: 1 });
        }
        let request = sample::with_id("x", PairEncoding::FormEncoded);
        assert_eq!(http_file(&request).unwrap_err(), CommandError::PairEncoding);
    }
}
