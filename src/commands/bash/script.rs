//! The parts that every command for bash is made of.

use crate::commands::command::carried;
use crate::commands::{Command, CommandError};
use crate::oauth::{Authorization, FormValue, HttpRequest, Method, PairEncoding, Secret, form_encoded};

/// What stands around the calls of curl: functions and questions.
#[derive(Default)]
pub(super) struct Script {
    /// Whether the function that form-encodes is needed.
    encodes: bool,
    /// Whether the function that escapes for curl's configuration is needed.
    escapes: bool,
    /// What is asked for, each with the variable that has the answer.
    known: Vec<(String, String)>,
    /// The lines that ask.
    prompts: Vec<String>,
}

/// One call of curl.
pub(super) struct Call {
    /// The lines that print curl's configuration into the pipe.
    config: Vec<String>,
    /// curl's arguments.
    options: Vec<String>,
}

const GUARD: &str =
    r#"[ -n "${BASH_VERSION-}${ZSH_VERSION-}" ] || { printf 'This is written for bash and zsh.\n' >&2; exit 2; }"#;

/// curl's configuration has values between double quotes, in which `\` and `"` are written with a `\` before them
/// (curl's manual, `--config`). A pipe and no here-document: bash before 5.1 and zsh keep those in a file.
const ESCAPED: &str = r#"escaped() { printf '%s' "$1" | LC_ALL=C sed 's/[\\"]/\\&/g'; }"#;

/// The same as [`form_encoded`], byte by byte: `printf` with `"'x"` would do without od and awk, but bash 3.2 gives
/// negative numbers for bytes above 127.
pub(in crate::commands) const FORM_ENCODED: &str = r#"form_encoded() {
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
    /// The call of curl that sends the request; what must be asked for is asked for before.
    pub(super) fn call(&mut self, request: &HttpRequest) -> Result<Call, CommandError> {
        let mut call = Call { config: Vec::new(), options: Vec::new() };
        self.authorization(&request.authorization, &mut call)?;
        for (name, value) in &request.headers {
            call.option("--header", &format!("{name}: {}", carried(name, value)?));
        }
        for field in &request.form {
            // A name is no secret and needs no asking; curl encodes the value alone.
            let name = form_encoded(field.name);
            match &field.value {
                FormValue::Plain(value) => {
                    call.option("--data-urlencode", &format!("{name}={}", carried(field.name, value)?));
                }
                FormValue::Secret(value) => {
                    // EXPOSE: it goes into the command, which is a secret again.
                    let value = carried(field.name, value.expose())?;
                    call.config("data-urlencode", &format!("{name}="), &single_quoted(&config_escaped(value)));
                }
                FormValue::AskedFor(prompt) => {
                    let answer = self.ask(prompt);
                    call.config("data-urlencode", &format!("{name}="), &self.escaped(&answer));
                }
            }
        }
        match request.method {
            Method::Get => call.options.push("--get".to_owned()),
            Method::Post if request.form.is_empty() => call.option("--data", ""),
            Method::Post => {}
        }
        call.options.push(single_quoted(request.url.as_str()));
        Ok(call)
    }

    fn authorization(&mut self, authorization: &Authorization, call: &mut Call) -> Result<(), CommandError> {
        let (client_id, encoding) = match authorization {
            Authorization::None => return Ok(()),
            Authorization::Bearer(prompt) => {
                let answer = self.ask(prompt);
                call.config("header", "Authorization: Bearer ", &self.escaped(&answer));
                return Ok(());
            }
            Authorization::Basic { client_id, encoding } => (client_id, encoding),
        };
        if client_id.is_empty() {
            return Err(CommandError::MissingIdentifier);
        }
        let id = carried("client_id", client_id)?;
        let answer = self.ask("Client Secret");
        // curl splits the pair at its first colon and joins it again with one.
        let (id, secret) = match encoding {
            PairEncoding::Raw => match id.chars().position(|letter| letter == ':') {
                Some(at) => return Err(CommandError::ColonInIdentifier { at }),
                None => (config_escaped(id), self.escaped(&answer)),
            },
            PairEncoding::FormEncoded => {
                self.encodes = true;
                (form_encoded(id), format!("\"$(form_encoded \"${answer}\")\""))
            }
        };
        call.config.push(format!("printf 'user = \"%s:%s\"\\n' {} {secret}", single_quoted(&id)));
        Ok(())
    }

    /// What would be asked for by this name is in a variable already.
    pub(super) fn knows(&mut self, prompt: &str, variable: &str) {
        self.known.push((prompt.to_owned(), variable.to_owned()));
    }

    /// Something is asked before all else.
    pub(super) fn asks_first(&mut self, lines: &str) {
        self.prompts.insert(0, lines.to_owned());
    }

    /// The variable that has the answer; it is asked for once.
    fn ask(&mut self, prompt: &str) -> String {
        if let Some((_, variable)) = self.known.iter().find(|(known, _)| known == prompt) {
            return variable.clone();
        }
        let variable = format!("answer_{}", self.known.len() + 1);
        self.knows(prompt, &variable);
        let prompt = single_quoted(&format!("{prompt}: "));
        self.prompts.push(format!("printf '%s' {prompt} >&2; IFS= read -rs {variable}; printf '\\n' >&2"));
        variable
    }

    /// The answer in a variable, escaped for curl's configuration when the command runs.
    fn escaped(&mut self, variable: &str) -> String {
        self.escapes = true;
        format!("\"$(escaped \"${variable}\")\"")
    }

    /// The whole command: functions and questions first, and then these lines.
    pub(super) fn finished(self, parts: &[&[String]]) -> Command {
        // Without `set +x` a shell that traces would print the secret.
        let mut text = String::from("(\n  set +x\n");
        let functions = [(true, GUARD), (self.escapes, ESCAPED), (self.encodes, FORM_ENCODED)];
        let functions = functions.iter().filter(|(is_needed, _)| *is_needed).map(|(_, text)| *text);
        let rest = parts.iter().copied().flatten();
        for line in functions.chain(self.prompts.iter().chain(rest).map(String::as_str)) {
            text.push_str("  ");
            text.push_str(line);
            text.push('\n');
        }
        text.push_str(")\n");
        Command { text: Secret::new(text) }
    }
}

impl Call {
    /// Adds a line of curl's configuration: a fixed start, and a word of the shell.
    fn config(&mut self, option: &str, start: &str, word: &str) {
        self.config.push(format!("printf '{option} = \"%s%s\"\\n' {} {word}", single_quoted(start)));
    }

    fn option(&mut self, name: &str, value: &str) {
        self.options.push(format!("{name} {}", single_quoted(value)));
    }

    /// The lines of the call, each behind this much room.
    pub(super) fn lines(&self, room: &str) -> Vec<String> {
        let mut lines = Vec::new();
        let mut curl = format!("{room}curl --silent --show-error --globoff");
        if !self.config.is_empty() {
            lines.push(format!("{room}{{"));
            lines.extend(self.config.iter().map(|line| format!("{room}  {line}")));
            curl = format!("{room}}} | curl --silent --show-error --globoff --config -");
        }
        for option in &self.options {
            lines.push(format!("{curl} \\"));
            curl = format!("{room}  {option}");
        }
        lines.push(curl);
        lines
    }

    /// After the answer curl prints a line break and the number of the HTTP status.
    pub(super) fn with_status(mut self) -> Call {
        // curl itself makes the `\n` a line break.
        self.options.insert(0, format!("--write-out {}", single_quoted(r"\n%{http_code}")));
        self
    }
}

/// A word of the shell that is exactly this text: POSIX XCU 2.2.2, where nothing but a single quote ends a text between
/// single quotes. So it ends there, has the quote behind a backslash (2.2.1) and begins again. It holds for bash and zsh,
/// with `!` too, and with zsh's option `RC_QUOTES`.
pub(in crate::commands) fn single_quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

pub(super) fn config_escaped(text: &str) -> String {
    text.replace('\\', r"\\").replace('"', "\\\"")
}
