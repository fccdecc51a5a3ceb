//! A command for bash (from 3.2, the one of macOS) and zsh, with curl.

use super::{Command, CommandError};
use crate::oauth::{Authorization, FormValue, HttpRequest, Method, PairEncoding, Secret, form_encoded};

/// The request as a command for bash and zsh.
///
/// It prints the server's answer and a line break to standard output, and the prompts to standard error; its status is
/// curl's. It asks for the client secret and for each [`FormValue::AskedFor`], in this order, without showing what is
/// typed. These, and each [`FormValue::Secret`], reach curl through a pipe, so that no list of processes and no file has
/// them; a code is still in the text itself and so in the shell's history. The user's shell stays as it was: all
/// happens between `(` and `)`, which also keeps the prompt from reading the rest of what was pasted. The user's
/// `.curlrc` counts, because a proxy may be set there.
///
/// # Errors
///
/// The first value that cannot be carried, see [`CommandError`].
pub fn bash(request: &HttpRequest) -> Result<Command, CommandError> {
    let mut script = Script::default();
    script.authorization(&request.authorization)?;
    for (name, value) in &request.headers {
        script.option("--header", &format!("{name}: {}", carried(name, value)?));
    }
    for field in &request.form {
        // A name is no secret and needs no asking; curl encodes the value alone.
        let name = form_encoded(field.name);
        match &field.value {
            FormValue::Plain(value) => {
                script.option("--data-urlencode", &format!("{name}={}", carried(field.name, value)?));
            }
            FormValue::Secret(value) => {
                // EXPOSE: it goes into the command, which is a secret again.
                let value = carried(field.name, value.expose())?;
                script.config("data-urlencode", &format!("{name}="), &single_quoted(&config_escaped(value)));
            }
            FormValue::AskedFor(prompt) => {
                let variable = script.ask(prompt);
                script.config("data-urlencode", &format!("{name}="), &script_escaped(&variable));
            }
        }
    }
    match request.method {
        Method::Get => script.options.push("--get".to_owned()),
        Method::Post if request.form.is_empty() => script.option("--data", ""),
        Method::Post => {}
    }
    script.options.push(single_quoted(request.url.as_str()));
    Ok(Command { text: Secret::new(script.text()) })
}

/// The parts of the command, as they come up.
#[derive(Default)]
struct Script {
    /// Whether the function that form-encodes is needed.
    encodes: bool,
    /// The lines that ask.
    prompts: Vec<String>,
    /// The lines that print curl's configuration into the pipe.
    config: Vec<String>,
    /// curl's arguments.
    options: Vec<String>,
}

/// curl's configuration has values between double quotes, in which `\` and `"` are written with a `\` before them
/// (curl's manual, `--config`). A pipe and no here-document: bash before 5.1 and zsh keep those in a file.
const ESCAPED: &str = r#"escaped() { printf '%s' "$1" | LC_ALL=C sed 's/[\\"]/\\&/g'; }"#;

/// The same as [`form_encoded`], byte by byte: `printf` with `"'x"` would do without od and awk, but bash 3.2 gives
/// negative numbers for bytes above 127.
const FORM_ENCODED: &str = r#"form_encoded() {
    printf '%s' "$1" | od -An -v -tx1 | LC_ALL=C awk '
      BEGIN {
        for (n = 33; n < 127; n++) {
          c = sprintf("%c", n)
          if (c ~ /[A-Za-z0-9*._-]/) safe[sprintf("%02x", n)] = c
        }
        safe["20"] = "+"
      }
      { for (i = 1; i <= NF; i++) printf "%s", (($i in safe) ? safe[$i] : ("%" toupper($i))) }'
  }"#;

impl Script {
    fn authorization(&mut self, authorization: &Authorization) -> Result<(), CommandError> {
        let Authorization::Basic { client_id, encoding } = authorization else { return Ok(()) };
        if client_id.is_empty() {
            return Err(CommandError::MissingIdentifier);
        }
        let id = carried("client_id", client_id)?;
        let variable = self.ask("Client Secret");
        // curl splits the pair at its first colon and joins it again with one.
        let (id, secret) = match encoding {
            PairEncoding::Raw => match id.chars().position(|letter| letter == ':') {
                Some(at) => return Err(CommandError::ColonInIdentifier { at }),
                None => (config_escaped(id), script_escaped(&variable)),
            },
            PairEncoding::FormEncoded => {
                self.encodes = true;
                (form_encoded(id), format!("\"$(form_encoded \"${variable}\")\""))
            }
        };
        self.config.push(format!("printf 'user = \"%s:%s\"\\n' {} {secret}", single_quoted(&id)));
        Ok(())
    }

    /// Adds a question; the answer is in the variable that is returned.
    fn ask(&mut self, prompt: &str) -> String {
        let variable = format!("answer_{}", self.prompts.len() + 1);
        let prompt = single_quoted(&format!("{prompt}: "));
        self.prompts.push(format!("printf '%s' {prompt} >&2; IFS= read -rs {variable}; printf '\\n' >&2"));
        variable
    }

    /// Adds a line of curl's configuration: a fixed start, and a word of the shell.
    fn config(&mut self, option: &str, start: &str, word: &str) {
        self.config.push(format!("printf '{option} = \"%s%s\"\\n' {} {word}", single_quoted(start)));
    }

    fn option(&mut self, name: &str, value: &str) {
        self.options.push(format!("{name} {}", single_quoted(value)));
    }

    fn text(self) -> String {
        // Without `set +x` a shell that traces would print the secret.
        let mut text = String::from("(\n  set +x\n");
        let mut line = |line: &str| {
            text.push_str("  ");
            text.push_str(line);
            text.push('\n');
        };
        if self.config.iter().any(|one| one.contains("$(escaped ")) {
            line(ESCAPED);
        }
        if self.encodes {
            line(FORM_ENCODED);
        }
        for prompt in &self.prompts {
            line(prompt);
        }
        let mut curl = "curl --silent --show-error --globoff".to_owned();
        if !self.config.is_empty() {
            line("{");
            for one in &self.config {
                line(&format!("  {one}"));
            }
            curl = format!("}} | {curl} --config -");
        }
        for option in &self.options {
            line(&format!("{curl} \\"));
            curl = format!("  {option}");
        }
        line(&curl);
        // `status` would be read-only in zsh.
        line("result=$?");
        line("printf '\\n'");
        line("exit \"$result\"");
        text.push_str(")\n");
        text
    }
}

/// A word of the shell that is exactly this text: POSIX XCU 2.2.2, where nothing but a single quote ends a text between
/// single quotes. So it ends there, has the quote behind a backslash (2.2.1) and begins again. It holds for bash and zsh,
/// with `!` too, and with zsh's option `RC_QUOTES`.
fn single_quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

fn config_escaped(text: &str) -> String {
    text.replace('\\', r"\\").replace('"', "\\\"")
}

/// The answer in a variable, escaped for curl's configuration when the command runs.
fn script_escaped(variable: &str) -> String {
    format!("\"$(escaped \"${variable}\")\"")
}

fn carried<'v>(part: &'static str, value: &'v str) -> Result<&'v str, CommandError> {
    match value.chars().position(char::is_control) {
        Some(at) => Err(CommandError::ControlCharacter { part, at }),
        None => Ok(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oauth::{Authentication, Client, Endpoint, FormField, Grant, token_request};

    fn request(authentication: Authentication, grant: &Grant<'_>) -> HttpRequest {
        let endpoint = Endpoint::parse("https://zoom.us/oauth/token").unwrap();
        token_request(&endpoint, &Client { id: "DemoClientId0000000001", authentication }, grant).unwrap()
    }

    #[track_caller]
    fn printed(request: &HttpRequest) -> String {
        // EXPOSE: the test compares the whole command.
        bash(request).unwrap().text().expose().to_owned()
    }

    const RAW: Authentication = Authentication::Basic(PairEncoding::Raw);

    #[test]
    fn a_code_is_exchanged() {
        let code = Secret::new("obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB");
        let grant =
            Grant::AuthorizationCode { code: &code, redirect_uri: Some("https://example.com/cb"), code_verifier: None };
        assert_eq!(
            printed(&request(RAW, &grant)),
            r#"(
  set +x
  escaped() { printf '%s' "$1" | LC_ALL=C sed 's/[\\"]/\\&/g'; }
  printf '%s' 'Client Secret: ' >&2; IFS= read -rs answer_1; printf '\n' >&2
  {
    printf 'user = "%s:%s"\n' 'DemoClientId0000000001' "$(escaped "$answer_1")"
    printf 'data-urlencode = "%s%s"\n' 'code=' 'obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB'
  } | curl --silent --show-error --globoff --config - \
    --header 'Content-Type: application/x-www-form-urlencoded' \
    --header 'Accept: application/json' \
    --data-urlencode 'grant_type=authorization_code' \
    --data-urlencode 'redirect_uri=https://example.com/cb' \
    'https://zoom.us/oauth/token'
  result=$?
  printf '\n'
  exit "$result"
)
"#
        );
    }

    #[test]
    fn a_refresh_asks_twice_and_a_public_client_once() {
        let text = printed(&request(RAW, &Grant::RefreshToken));
        let prompts: Vec<&str> = text.lines().filter(|line| line.contains("read -rs")).collect();
        assert_eq!(
            prompts,
            [
                r"  printf '%s' 'Client Secret: ' >&2; IFS= read -rs answer_1; printf '\n' >&2",
                r"  printf '%s' 'Refresh Token: ' >&2; IFS= read -rs answer_2; printf '\n' >&2",
            ]
        );
        assert!(text.contains(r#"    printf 'data-urlencode = "%s%s"\n' 'refresh_token=' "$(escaped "$answer_2")""#));
        let text = printed(&request(Authentication::Public, &Grant::RefreshToken));
        assert_eq!(text.matches("read -rs").count(), 1);
        assert!(!text.contains("user = "), "{text}");
    }

    #[test]
    fn one_quoting_for_all() {
        assert_eq!(single_quoted(""), "''");
        assert_eq!(single_quoted("a b$c`d`\"\\!%"), "'a b$c`d`\"\\!%'");
        assert_eq!(single_quoted("it's"), r"'it'\''s'");
        assert_eq!(single_quoted("''"), r"''\'''\'''");
        assert_eq!(config_escaped(r#"a\"b"#), r#"a\\\"b"#);
    }

    #[test]
    fn nothing_asked_needs_no_pipe() {
        let endpoint = Endpoint::parse("https://a.example/x?[1-3]").unwrap();
        let mut request = HttpRequest {
            method: Method::Post,
            url: endpoint,
            authorization: Authorization::None,
            headers: Vec::new(),
            form: Vec::new(),
        };
        let end = "  result=$?\n  printf '\\n'\n  exit \"$result\"\n)\n";
        assert_eq!(
            printed(&request),
            format!(
                "(\n  set +x\n  curl --silent --show-error --globoff \\\n    --data '' \\\n    'https://a.example/x?[1-3]'\n{end}"
            )
        );
        request.method = Method::Get;
        assert!(printed(&request).contains("--get \\\n    'https://a.example/x?[1-3]'\n"));
    }

    #[test]
    fn names_the_value_that_cannot_be_carried() {
        let good = request(RAW, &Grant::ClientCredentials { scope: None });
        for control in ['\0', '\n', '\r', '\t', '\u{1b}', '\u{7f}', '\u{85}'] {
            let value = format!("é{control}");
            let mut broken = good.clone();
            broken.form.push(FormField { name: "scope", value: FormValue::Plain(value.clone()) });
            assert_eq!(bash(&broken).unwrap_err(), CommandError::ControlCharacter { part: "scope", at: 1 });
            let mut broken = good.clone();
            broken.form.push(FormField { name: "code", value: FormValue::Secret(Secret::new(value.clone())) });
            assert_eq!(bash(&broken).unwrap_err(), CommandError::ControlCharacter { part: "code", at: 1 });
            let mut broken = good.clone();
            broken.headers.push(("X-Test", value.clone()));
            assert_eq!(bash(&broken).unwrap_err(), CommandError::ControlCharacter { part: "X-Test", at: 1 });
            let mut broken = good.clone();
            broken.authorization = Authorization::Basic { client_id: value, encoding: PairEncoding::FormEncoded };
            assert_eq!(bash(&broken).unwrap_err(), CommandError::ControlCharacter { part: "client_id", at: 1 });
        }
    }

    #[test]
    fn refuses_an_identifier_that_would_be_split() {
        let mut broken = request(RAW, &Grant::RefreshToken);
        broken.authorization = Authorization::Basic { client_id: "ab:c".into(), encoding: PairEncoding::Raw };
        assert_eq!(bash(&broken).unwrap_err(), CommandError::ColonInIdentifier { at: 2 });
        broken.authorization = Authorization::Basic { client_id: String::new(), encoding: PairEncoding::Raw };
        assert_eq!(bash(&broken).unwrap_err(), CommandError::MissingIdentifier);
    }

    #[test]
    fn debug_shows_no_code() {
        let code = Secret::new("hidden-code");
        let grant = Grant::AuthorizationCode { code: &code, redirect_uri: None, code_verifier: None };
        assert!(!format!("{:?}", bash(&request(RAW, &grant)).unwrap()).contains("hidden"));
    }
}
