//! A command for HTTPie 3, in bash and zsh.

use super::bash::{self, FORM_ENCODED};
use super::carried::checked_identifier;
use super::command::carried;
use super::lines::Lines;
use super::secret_use::{AUTHORIZATION, CLIENT_SECRET};
use super::{Command, CommandError, Purpose, SecretUse};
use crate::oauth::{
    Authorization, CLIENT_SECRET_PROMPT, FormValue, HttpRequest, Method, PairEncoding, Secret, form_encoded,
};
use crate::quoting::shell_quoted;

/// The request as a command for HTTPie 3, in bash (from 3.2) and zsh.
///
/// It prompts for the token of the header and for each [`FormValue::AskedFor`], without showing what is typed; then
/// HTTPie itself prompts for the client secret of the header ("password for …"). It prints the server's response and a line break to
/// standard output and the prompts to the terminal; the status is HTTPie's: 0 whenever there was a response, even an
/// error. No secret is an argument: HTTPie reads what the shell prompted for, and each [`FormValue::Secret`], from a
/// pipe (`name=@/dev/fd/…`). A code is in the text itself and so in the shell history. The user's shell stays as it
/// was.
///
/// With [`SecretUse::Written`] the known values are in the text in place of their prompts, and so in the shell history
/// too; HTTPie still gets them from a pipe.
///
/// Limits: the standard input must be the terminal, because HTTPie takes anything else for the body. If client ID and
/// secret must be form-encoded, the shell prompts for the secret and builds the header, with od, awk and base64. It
/// also builds the header from a written secret, with base64. A terminal takes a line of 4095 bytes at most (1023 on
/// macOS). HTTPie escapes `[` and `]` in a query, which means the same.
///
/// # Errors
///
/// The first value that the command cannot contain, see [`CommandError`].
pub fn httpie(request: &HttpRequest, secrets: SecretUse<'_>) -> Result<Command, CommandError> {
    let mut script = HttpieScript { secrets, lines: Lines::new(), answers: 0, items: Vec::new() };
    // Without `set +x` a shell that traces would print the secret.
    script.lines.add(Purpose::HidesTrace, "(\n  set +x");
    let options = script.authorization(&request.authorization)?;
    script.headers(request)?;
    script.form(request)?;
    let HttpieScript { mut lines, items, .. } = script;
    let form = if request.method == Method::Post { " --form" } else { "" };
    let continued = if items.is_empty() { "" } else { " \\" };
    lines.add(Purpose::Sends, format!("  https{form} --body{options} \\"));
    let address = shell_quoted(request.url.as_str());
    lines.add(Purpose::Address, format!("    {} {address}{continued}", request.method.name()));
    let last = items.len();
    for (at, (purpose, item)) in items.into_iter().enumerate() {
        let continued = if at + 1 == last { "" } else { " \\" };
        lines.add(purpose, format!("    {item}{continued}"));
    }
    // `status` would be read-only in zsh.
    lines.add(Purpose::KeepsStatus, "  result=$?\n  printf '\\n'\n  exit \"$result\"");
    lines.add(Purpose::Frame, ")");
    Ok(lines.command())
}

struct HttpieScript<'a> {
    secrets: SecretUse<'a>,
    lines: Lines,
    /// How many variables contain input.
    answers: usize,
    /// HTTPie's "request items".
    items: Vec<(Purpose, String)>,
}

impl HttpieScript<'_> {
    /// The options for the authentication. Without `--ignore-netrc` a line of that file would replace the header.
    fn authorization(&mut self, authorization: &Authorization) -> Result<String, CommandError> {
        let (client_id, encoding) = match authorization {
            Authorization::None => return Ok(" --ignore-stdin --ignore-netrc".to_owned()),
            Authorization::Bearer(prompt) => {
                let answer = self.answer(prompt, AUTHORIZATION, self.secrets.answer(prompt))?;
                self.items.push((Purpose::Pair, format!("'Authorization:@'<(printf 'Bearer %s' \"${answer}\")")));
                return Ok(" --ignore-stdin --ignore-netrc".to_owned());
            }
            Authorization::Basic { client_id, encoding } => (client_id, *encoding),
        };
        let id = checked_identifier(client_id, encoding)?;
        let typed = self.secrets.client_secret();
        let (id, word) = match encoding {
            // HTTPie prompts for a missing password; after a colon it would expect it in its arguments.
            PairEncoding::Raw if typed.is_none() => return Ok(format!(" --auth={}", shell_quoted(id))),
            PairEncoding::Raw => {
                let answer = self.answer(CLIENT_SECRET_PROMPT, CLIENT_SECRET, typed)?;
                (id.to_owned(), format!("\"${answer}\""))
            }
            PairEncoding::FormEncoded => {
                self.lines.add(Purpose::FormEncodes, format!("  {FORM_ENCODED}"));
                let answer = self.answer(CLIENT_SECRET_PROMPT, CLIENT_SECRET, typed)?;
                (form_encoded(id), format!("\"$(form_encoded \"${answer}\")\""))
            }
        };
        let pair = format!("printf '%s:%s' {} {word} | base64 | tr -d '\\n'", shell_quoted(&id));
        self.items.push((Purpose::Pair, format!("'Authorization:@'<(printf 'Basic '; {pair})")));
        Ok(" --ignore-stdin --ignore-netrc".to_owned())
    }

    /// The variable that contains what was typed, or what is prompted for.
    fn answer(
        &mut self,
        prompt: &'static str,
        part: &'static str,
        typed: Option<&Secret>,
    ) -> Result<String, CommandError> {
        self.answers += 1;
        let variable = format!("answer_{}", self.answers);
        let (purpose, line) = bash::answer(&variable, prompt, part, typed)?;
        self.lines.add(purpose, format!("  {line}"));
        Ok(variable)
    }

    fn headers(&mut self, request: &HttpRequest) -> Result<(), CommandError> {
        for (name, value) in &request.headers {
            let value = carried(name, value)?;
            self.item(Purpose::Header(name), name, ":", value)?;
        }
        Ok(())
    }

    fn form(&mut self, request: &HttpRequest) -> Result<(), CommandError> {
        let separator = match request.method {
            Method::Post => "=",
            Method::Get => "==",
        };
        for field in &request.form {
            let purpose = Purpose::Field(field.name);
            match &field.value {
                FormValue::Plain(value) => {
                    self.item(purpose, field.name, separator, carried(field.name, value)?)?;
                }
                FormValue::Secret(value) => {
                    // EXPOSE: it goes into the command, which is a secret again.
                    let value = carried(field.name, value.expose())?;
                    self.piped(purpose, field.name, separator, &shell_quoted(value))?;
                }
                FormValue::AskedFor(prompt) => {
                    let answer = self.answer(prompt, field.name, self.secrets.answer(prompt))?;
                    self.piped(purpose, field.name, separator, &format!("\"${answer}\""))?;
                }
            }
        }
        Ok(())
    }

    /// A value as it is, if HTTPie reads none of it as its own syntax: HTTPie's manual, "Request items" and "Escaping
    /// rules". There a `\` before one of its special characters is removed and cannot be written twice, and the first
    /// special characters of a value belong to the separator. All other values come through a pipe, as they are.
    fn item(&mut self, purpose: Purpose, name: &'static str, separator: &str, value: &str) -> Result<(), CommandError> {
        // A space at the end of a header, and an empty header value, have a meaning of their own.
        if value.is_empty() || value.starts_with(['=', '@', ':', '~', ';']) || value.contains('\\') {
            return self.piped(purpose, name, separator, &shell_quoted(value));
        }
        let item = shell_quoted(&format!("{}{separator}{value}", item_name(name)?));
        self.items.push((purpose, item));
        Ok(())
    }

    /// A word of the shell that HTTPie reads from a pipe.
    fn piped(&mut self, purpose: Purpose, name: &'static str, separator: &str, word: &str) -> Result<(), CommandError> {
        let start = shell_quoted(&format!("{}{separator}@", item_name(name)?));
        self.items.push((purpose, format!("{start}<(printf '%s' {word})")));
        Ok(())
    }
}

/// A name without HTTPie's special characters.
fn item_name(name: &'static str) -> Result<&'static str, CommandError> {
    match name.chars().position(|ch| !(ch.is_ascii_alphanumeric() || "_-.".contains(ch))) {
        Some(at) => Err(CommandError::Character { part: name, at }),
        None => Ok(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::{Typed, sample};
    use crate::oauth::FormField;

    #[track_caller]
    fn printed(request: &HttpRequest) -> String {
        // EXPOSE: the test compares the whole command.
        httpie(request, SecretUse::Asked).unwrap().text().expose().to_owned()
    }

    #[test]
    fn a_code_is_exchanged() {
        assert_eq!(
            printed(&sample::exchange()),
            r"(
  set +x
  https --form --body --auth='DemoClientId0000000001' \
    POST 'https://zoom.us/oauth/token' \
    'Content-Type:application/x-www-form-urlencoded' \
    'Accept:application/json' \
    'grant_type=authorization_code' \
    'code=@'<(printf '%s' 'obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB') \
    'redirect_uri=https://example.com/cb'
  result=$?
  printf '\n'
  exit $result
)
"
            .replace("exit $result", "exit \"$result\"")
        );
    }

    #[test]
    fn what_httpie_would_read_comes_through_a_pipe() {
        for value in ["=x", "@/etc/passwd", "", "a\\=b"] {
            let mut request = sample::refresh();
            request.form = vec![FormField { name: "x", value: FormValue::Plain(value.into()) }];
            let text = printed(&request);
            assert!(text.contains(&format!("    'x=@'<(printf '%s' '{value}')\n")), "{text}");
        }
    }

    #[test]
    fn a_pair_to_be_form_encoded_is_asked_for_by_the_shell() {
        let text = printed(&sample::with_id("my id:x", PairEncoding::FormEncoded));
        assert!(text.contains("printf '%s' 'Client Secret: ' >&2; IFS= read -rs answer_1"), "{text}");
        let pair =
            r#"'Authorization:@'<(printf 'Basic '; printf '%s:%s' 'my+id%3Ax' "$(form_encoded "$answer_1")" | base64"#;
        assert!(text.contains(pair), "{text}");
        assert!(!text.contains("--auth"), "{text}");
    }

    #[test]
    fn what_was_typed_stands_in_the_place_of_its_question() {
        let (secret, token) = (Secret::new("it's"), Secret::new("a b"));
        let answers = [("Refresh Token", &token)];
        fn written(
            client_secret: Option<&Secret>,
            answers: &[(&'static str, &Secret)],
        ) -> Result<String, CommandError> {
            let command = httpie(&sample::refresh(), SecretUse::Written(Typed { client_secret, answers }))?;
            // EXPOSE: the test compares the whole command.
            Ok(command.text().expose().to_owned())
        }
        assert_eq!(
            written(Some(&secret), &answers).unwrap(),
            r#"(
  set +x
  answer_1='it'\''s'
  answer_2='a b'
  https --form --body --ignore-stdin --ignore-netrc \
    POST 'https://zoom.us/oauth/token' \
    'Authorization:@'<(printf 'Basic '; printf '%s:%s' 'DemoClientId0000000001' "$answer_1" | base64 | tr -d '\n') \
    'Content-Type:application/x-www-form-urlencoded' \
    'Accept:application/json' \
    'grant_type=refresh_token' \
    'refresh_token=@'<(printf '%s' "$answer_2")
  result=$?
  printf '\n'
  exit "$result"
)
"#
        );
        // It prompts for what is not known.
        for unknown in [None, Some(&Secret::new(""))] {
            let text = written(unknown, &answers).unwrap();
            assert!(
                text.contains("  answer_1='a b'\n  https --form --body --auth='DemoClientId0000000001' \\\n"),
                "{text}"
            );
        }
        let refusal = written(Some(&Secret::new("é\n")), &answers).unwrap_err();
        assert_eq!(refusal, CommandError::ControlCharacter { part: "client_secret", at: 1 });
    }

    #[test]
    fn names_the_value_that_cannot_be_carried() {
        sample::refuses_what_no_format_carries(httpie);
        let mut request = sample::exchange();
        request.form.push(FormField { name: "x", value: FormValue::Plain("a\nb".into()) });
        assert_eq!(
            httpie(&request, SecretUse::Asked).unwrap_err(),
            CommandError::ControlCharacter { part: "x", at: 1 }
        );
        request.form = vec![FormField { name: "a:b", value: FormValue::Plain(String::new()) }];
        assert_eq!(httpie(&request, SecretUse::Asked).unwrap_err(), CommandError::Character { part: "a:b", at: 1 });
    }
}
