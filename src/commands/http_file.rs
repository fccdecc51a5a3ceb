//! A file for VS Code's REST Client and for the HTTP Client of JetBrains.

use super::carried::{checked_identifier, without_braces};
use super::command::{ascii, carried};
use super::form_body::{form_body, with_query};
use super::lines::Lines;
use super::secret_use::{AUTHORIZATION, CLIENT_SECRET};
use super::{Command, CommandError, Purpose, SecretUse};
use crate::oauth::{
    Authorization, CLIENT_SECRET_PROMPT, FormValue, HttpRequest, Method, PairEncoding, Secret, authorization_header,
    form_encoded,
};

/// The request as an `.http` file.
///
/// REST Client prompts for the client secret and for each [`FormValue::AskedFor`] when the request is sent, hides what
/// is typed and shows the response next to the file. The HTTP Client of JetBrains has no prompts: there the variables
/// get their values from a private environment file, as a comment in the text says. A code is in the text itself.
///
/// With [`SecretUse::Written`] what is known needs no prompt: client ID and secret are in the header in base64, which
/// can contain every client ID and secret, and a token is form-encoded if it is in the form.
///
/// Limits, for what is prompted for: both programs split client ID and secret at spaces, so a client secret with spaces
/// at an end, or with two in a row, does not arrive. What is prompted for in the form is sent as it is typed, so it
/// must need no form-encoding; tokens of letters, digits, `-`, `.` and `_` need none, and for a client secret a comment
/// in the text says it. In any case REST Client does not
/// check the certificate of the server, and keeps the requests that were sent, form and all, in a history file of its
/// own (both read in its sources, `httpClient.ts` and `requestController.ts`).
///
/// # Errors
///
/// The first value that the file cannot contain, see [`CommandError`]: with a secret that is prompted for, a client ID
/// with a space or with `{{`, and [`CommandError::PairEncoding`], because neither program form-encodes client ID and
/// secret; a written token of the header with a space at an end, with `{{`, or with a non-ASCII character.
pub fn http_file(request: &HttpRequest, secrets: SecretUse<'_>) -> Result<Command, CommandError> {
    let mut asked = Asked { names: HIDDEN.iter(), lines: Lines::new() };
    let authorization = match &request.authorization {
        Authorization::None => None,
        Authorization::Bearer(prompt) => Some(match secrets.answer(prompt) {
            Some(token) => format!("Bearer {}", written_token(token)?),
            None => format!("Bearer {}", asked.ask(prompt, AUTHORIZATION)?),
        }),
        Authorization::Basic { client_id, encoding } => {
            let id = checked_identifier(client_id, *encoding)?;
            Some(match secrets.client_secret() {
                Some(secret) => written_pair(id, secret, *encoding)?,
                None => {
                    format!("Basic {} {}", asked_pair(id, *encoding)?, asked.ask(CLIENT_SECRET_PROMPT, CLIENT_SECRET)?)
                }
            })
        }
    };
    let body = form_body(&request.form, |field| match &field.value {
        FormValue::Plain(value) => Ok(form_encoded(value)),
        // EXPOSE: it goes into the file, which is a secret again.
        FormValue::Secret(value) => Ok(form_encoded(value.expose())),
        FormValue::AskedFor(prompt) => match secrets.answer(prompt) {
            // EXPOSE: the same.
            Some(answer) => Ok(form_encoded(carried(field.name, answer.expose())?)),
            None => asked.ask(prompt, field.name),
        },
    })?;
    let mut lines = asked.lines;
    if !lines.is_empty() {
        lines.add(Purpose::Note, "# JetBrains: set these in http-client.private.env.json and select that environment.");
    }
    if request.asks_for(CLIENT_SECRET_PROMPT) && secrets.client_secret().is_none() {
        lines.add(Purpose::Note, SENT_AS_TYPED);
    }
    lines.add(Purpose::Note, "# @no-redirect");
    lines.add(Purpose::Note, "# @no-auto-encoding");
    let address = with_query(request.url.as_str(), request, &body);
    lines.add(Purpose::Address, format!("{} {address}", request.method.name()));
    for (name, value) in &request.headers {
        lines.add(Purpose::Header(name), format!("{name}: {}", without_braces(name, value)?));
    }
    if let Some(value) = authorization {
        lines.add(Purpose::Pair, format!("Authorization: {value}"));
    }
    if request.method == Method::Post && !body.is_empty() {
        lines.add(Purpose::Frame, "");
        lines.add(Purpose::Body, body);
    }
    Ok(lines.command())
}

/// The client ID, where these programs split the credentials at the space and join them themselves.
fn asked_pair(id: &str, encoding: PairEncoding) -> Result<&str, CommandError> {
    if encoding == PairEncoding::FormEncoded {
        return Err(CommandError::PairEncoding);
    }
    match without_braces(ID, id)?.chars().position(is_javascript_space) {
        Some(at) => Err(CommandError::Character { part: ID, at }),
        None => Ok(id),
    }
}

/// Client ID and secret in base64, which has no space, no colon and no brace, so they send it as it is: read in REST
/// Client's `httpClient.ts`; for JetBrains inferred.
fn written_pair(id: &str, secret: &Secret, encoding: PairEncoding) -> Result<String, CommandError> {
    // EXPOSE: it is searched for control characters.
    carried(CLIENT_SECRET, secret.expose())?;
    let header = authorization_header(id, secret, encoding).map_err(|_| CommandError::MissingIdentifier)?;
    // EXPOSE: it goes into the file, which is a secret again.
    Ok(header.expose().to_owned())
}

/// A token that stays as it is in a header line of the file.
fn written_token(token: &Secret) -> Result<&str, CommandError> {
    // EXPOSE: it goes into the file, which is a secret again.
    let token = without_braces(AUTHORIZATION, ascii(AUTHORIZATION, token.expose())?)?;
    let last = token.chars().count() - 1;
    match token.chars().enumerate().find(|(at, ch)| *ch == ' ' && (*at == 0 || *at == last)) {
        Some((at, _)) => Err(CommandError::Character { part: AUTHORIZATION, at }),
        None => Ok(token),
    }
}

const SENT_AS_TYPED: &str =
    "# The client secret is sent as it is typed: form-encode it first if it has a space, +, & or %.";

const ID: &str = "client_id";

/// What these programs treat as a space: whitespace, and in JavaScript's `\s` the byte order mark too.
fn is_javascript_space(ch: char) -> bool {
    ch.is_whitespace() || ch == '\u{feff}'
}

/// The names by which REST Client knows that the input must not be shown (its manual, "Prompt Variables").
const HIDDEN: [&str; 3] = ["password", "passwd", "pass"];

struct Asked {
    names: core::slice::Iter<'static, &'static str>,
    lines: Lines,
}

impl Asked {
    /// Adds a prompt, and returns its `{{name}}`, which the program replaces by the input.
    fn ask(&mut self, prompt: &'static str, part: &'static str) -> Result<String, CommandError> {
        let name = self.names.next().ok_or(CommandError::NotKnown { part })?;
        self.lines.add(Purpose::Asks(prompt), format!("# @prompt {name} {prompt}"));
        Ok(format!("{{{{{name}}}}}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::{Typed, sample};
    use crate::oauth::{Endpoint, api_request};

    #[test]
    fn a_token_is_refreshed() {
        // EXPOSE: the test compares the whole file.
        let file = http_file(&sample::refresh(), SecretUse::Asked).unwrap().text().expose().to_owned();
        assert_eq!(
            file,
            "# @prompt password Client Secret
# @prompt passwd Refresh Token
# JetBrains: set these in http-client.private.env.json and select that environment.
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

    #[track_caller]
    fn written(
        request: &HttpRequest,
        secret: &str,
        answers: &[(&'static str, &Secret)],
    ) -> Result<String, CommandError> {
        let secret = Secret::new(secret);
        let typed = Typed { client_secret: Some(&secret), answers };
        // EXPOSE: the test compares the whole file.
        http_file(request, SecretUse::Written(typed)).map(|file| file.text().expose().to_owned())
    }

    #[test]
    fn what_was_typed_stands_in_the_place_of_its_question() {
        let token = Secret::new("a b&{{c");
        assert_eq!(
            // RFC 7617 §2 has this client ID, this secret and this result.
            written(
                &HttpRequest {
                    authorization: sample::with_id("Aladdin", PairEncoding::Raw).authorization,
                    ..sample::refresh()
                },
                "open sesame",
                &[("Refresh Token", &token)]
            )
            .unwrap(),
            "# @no-redirect
# @no-auto-encoding
POST https://zoom.us/oauth/token
Content-Type: application/x-www-form-urlencoded
Accept: application/json
Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==

grant_type=refresh_token&refresh_token=a+b%26%7B%7Bc
"
        );
        // It prompts for what is not known.
        let half = written(&sample::refresh(), "", &[("Refresh Token", &token)]).unwrap();
        assert!(half.starts_with("# @prompt password Client Secret\n# JetBrains: "), "{half}");
        assert!(half.ends_with("&refresh_token=a+b%26%7B%7Bc\n"), "{half}");
        // Written credentials need no encoding by the program, and have no space.
        assert!(written(&sample::with_id("my id:x", PairEncoding::FormEncoded), "s", &[]).is_ok());
        assert!(written(&sample::with_id("my {{id}}", PairEncoding::Raw), "s", &[]).is_ok());
    }

    #[test]
    fn names_what_was_typed_and_cannot_be_carried() {
        let (bad, control) = (Secret::new("é{{x"), CommandError::ControlCharacter { part: "client_secret", at: 1 });
        assert_eq!(written(&sample::exchange(), "é\n", &[]).unwrap_err(), control);
        let control = CommandError::ControlCharacter { part: "refresh_token", at: 1 };
        let token = Secret::new("é\t");
        assert_eq!(written(&sample::refresh(), "s", &[("Refresh Token", &token)]).unwrap_err(), control);
        let call = api_request(&Endpoint::parse("https://a.example").unwrap(), "/v2").unwrap();
        for (token, at) in [(&bad, 0), (&Secret::new("a{{"), 1), (&Secret::new("ab "), 2), (&Secret::new(" ab"), 0)] {
            let refusal = written(&call, "", &[("Access Token", token)]).unwrap_err();
            assert_eq!(refusal, CommandError::Character { part: "Authorization", at });
        }
        let text = written(&call, "", &[("Access Token", &Secret::new("a.b"))]).unwrap();
        assert!(text.ends_with("\nAuthorization: Bearer a.b\n"), "{text}");
    }

    #[test]
    fn names_the_value_that_cannot_be_carried() {
        sample::refuses_what_no_format_carries(http_file);
        let refused = |id| http_file(&sample::with_id(id, PairEncoding::Raw), SecretUse::Asked).unwrap_err();
        for id in ["é x", "é\u{a0}", "é\u{feff}", "é{{x}}"] {
            assert_eq!(refused(id), CommandError::Character { part: "client_id", at: 1 });
        }
        let request = sample::with_id("x", PairEncoding::FormEncoded);
        assert_eq!(http_file(&request, SecretUse::Asked).unwrap_err(), CommandError::PairEncoding);
    }
}
