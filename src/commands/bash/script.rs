//! The parts that every command for bash is built from.

use crate::commands::command::carried;
use crate::commands::lines::Lines;
use crate::commands::secret_use::{AUTHORIZATION, CLIENT_SECRET};
use crate::commands::{Command, CommandError, Purpose, SecretUse};
use crate::oauth::{
    Authorization, CLIENT_SECRET_PROMPT, FormValue, HttpRequest, Method, PairEncoding, Secret, form_encoded,
};
use crate::quoting::shell_quoted;

/// One line, or a few that belong together, and the purpose. [`BashScript::finished`] puts functions and prompts before it.
pub(super) type ScriptPart = (Purpose, String);

/// What surrounds the calls of curl: functions and prompts.
pub(super) struct BashScript<'a> {
    /// Whether secrets are written.
    secrets: SecretUse<'a>,
    /// Whether the function that form-encodes is needed.
    encodes: bool,
    /// Whether the function that escapes for curl's configuration is needed.
    escapes: bool,
    /// What is prompted for or written, each with the variable that contains it.
    known: Vec<(&'static str, String)>,
    /// The lines that prompt, or contain what was typed.
    answers: Vec<ScriptPart>,
}

/// One call of curl.
pub(super) struct Call {
    /// The lines that print curl's configuration into the pipe.
    config: Vec<ScriptPart>,
    /// curl's arguments.
    options: Vec<ScriptPart>,
}

const GUARD: &str =
    r#"[ -n "${BASH_VERSION-}${ZSH_VERSION-}" ] || { printf 'This command requires bash or zsh.\n' >&2; exit 2; }"#;

/// curl's configuration has values between double quotes, in which `\` and `"` are written with a `\` before them
/// (curl's manual, `--config`). A pipe instead of a here-document: bash before 5.1 and zsh keep those in a file.
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

impl<'a> BashScript<'a> {
    pub(super) fn new(secrets: SecretUse<'a>) -> BashScript<'a> {
        BashScript { secrets, encodes: false, escapes: false, known: Vec::new(), answers: Vec::new() }
    }

    /// The call of curl that sends the request; the prompts come before it.
    pub(super) fn call(&mut self, request: &HttpRequest) -> Result<Call, CommandError> {
        let mut call = Call { config: Vec::new(), options: Vec::new() };
        self.authorization(&request.authorization, &mut call)?;
        for (name, value) in &request.headers {
            call.option(Purpose::Header(name), "--header", &format!("{name}: {}", carried(name, value)?));
        }
        for field in &request.form {
            // A name is no secret and needs no prompt; curl encodes only the value.
            let name = form_encoded(field.name);
            let purpose = Purpose::Field(field.name);
            match &field.value {
                FormValue::Plain(value) => {
                    call.option(purpose, "--data-urlencode", &format!("{name}={}", carried(field.name, value)?));
                }
                FormValue::Secret(value) => {
                    // EXPOSE: it goes into the command, which is a secret again.
                    let value = carried(field.name, value.expose())?;
                    let word = shell_quoted(&config_escaped(value));
                    call.config(purpose, "data-urlencode", &format!("{name}="), &word);
                }
                FormValue::AskedFor(prompt) => {
                    let answer = self.answer(prompt, field.name)?;
                    call.config(purpose, "data-urlencode", &format!("{name}="), &self.escaped(&answer));
                }
            }
        }
        match request.method {
            Method::Get => call.options.push((Purpose::Address, "--get".to_owned())),
            Method::Post if request.form.is_empty() => call.option(Purpose::Body, "--data", ""),
            Method::Post => {}
        }
        call.options.push((Purpose::Address, shell_quoted(request.url.as_str())));
        Ok(call)
    }

    fn authorization(&mut self, authorization: &Authorization, call: &mut Call) -> Result<(), CommandError> {
        let (client_id, encoding) = match authorization {
            Authorization::None => return Ok(()),
            Authorization::Bearer(prompt) => {
                let answer = self.answer(prompt, AUTHORIZATION)?;
                call.config(Purpose::Pair, "header", "Authorization: Bearer ", &self.escaped(&answer));
                return Ok(());
            }
            Authorization::Basic { client_id, encoding } => (client_id, encoding),
        };
        if client_id.is_empty() {
            return Err(CommandError::MissingIdentifier);
        }
        let id = carried("client_id", client_id)?;
        let answer = self.variable(CLIENT_SECRET_PROMPT, CLIENT_SECRET, self.secrets.client_secret())?;
        // curl splits client ID and secret at the first colon and joins them again with one.
        let (id, secret) = match encoding {
            PairEncoding::Raw => match id.chars().position(|ch| ch == ':') {
                Some(at) => return Err(CommandError::ColonInIdentifier { at }),
                None => (config_escaped(id), self.escaped(&answer)),
            },
            PairEncoding::FormEncoded => {
                self.encodes = true;
                (form_encoded(id), format!("\"$(form_encoded \"${answer}\")\""))
            }
        };
        let line = format!("printf 'user = \"%s:%s\"\\n' {} {secret}", shell_quoted(&id));
        call.config.push((Purpose::Pair, line));
        Ok(())
    }

    /// The value with this prompt is in a variable already.
    pub(super) fn knows(&mut self, prompt: &'static str, variable: &str) {
        self.known.push((prompt, variable.to_owned()));
    }

    /// The confirmation comes before everything else.
    pub(super) fn confirms_first(&mut self, lines: &str) {
        self.answers.insert(0, (Purpose::Confirms, lines.to_owned()));
    }

    /// The variable that contains the value with this prompt.
    fn answer(&mut self, prompt: &'static str, part: &'static str) -> Result<String, CommandError> {
        self.variable(prompt, part, self.secrets.answer(prompt))
    }

    /// The variable that contains the input; it is prompted for or written once.
    fn variable(
        &mut self,
        prompt: &'static str,
        part: &'static str,
        typed: Option<&Secret>,
    ) -> Result<String, CommandError> {
        if let Some((_, variable)) = self.known.iter().find(|(known, _)| *known == prompt) {
            return Ok(variable.clone());
        }
        let variable = format!("answer_{}", self.known.len() + 1);
        self.answers.push(answer(&variable, prompt, part, typed)?);
        self.knows(prompt, &variable);
        Ok(variable)
    }

    /// The value of a variable, escaped for curl's configuration when the command runs.
    fn escaped(&mut self, variable: &str) -> String {
        self.escapes = true;
        format!("\"$(escaped \"${variable}\")\"")
    }

    /// The whole command: functions and prompts first, and then these.
    pub(super) fn finished(self, parts: impl IntoIterator<Item = ScriptPart>) -> Command {
        let mut lines = Lines::new();
        // Without `set +x`, a shell that traces would print the secret.
        lines.add(Purpose::HidesTrace, "(\n  set +x");
        let functions = [
            (true, Purpose::ChecksShell, GUARD),
            (self.escapes, Purpose::EscapesConfig, ESCAPED),
            (self.encodes, Purpose::FormEncodes, FORM_ENCODED),
        ];
        let functions = functions.into_iter().filter(|(is_needed, ..)| *is_needed);
        let functions = functions.map(|(_, purpose, text)| (purpose, text.to_owned()));
        for (purpose, text) in functions.chain(self.answers).chain(parts) {
            lines.add(purpose, format!("  {text}"));
        }
        lines.add(Purpose::Frame, ")");
        lines.command()
    }
}

impl Call {
    /// Adds a line of curl's configuration: a fixed start, and a word of the shell.
    fn config(&mut self, purpose: Purpose, option: &str, start: &str, word: &str) {
        let line = format!("printf '{option} = \"%s%s\"\\n' {} {word}", shell_quoted(start));
        self.config.push((purpose, line));
    }

    fn option(&mut self, purpose: Purpose, name: &str, value: &str) {
        self.options.push((purpose, format!("{name} {}", shell_quoted(value))));
    }

    /// The lines of the call, each with this indentation.
    pub(super) fn parts(self, indent: &str) -> Vec<ScriptPart> {
        let mut parts = Vec::new();
        let mut line = (Purpose::Sends, format!("{indent}curl --silent --show-error --globoff"));
        if !self.config.is_empty() {
            parts.push((Purpose::StartsPipe, format!("{indent}{{")));
            parts.extend(self.config.into_iter().map(|(purpose, text)| (purpose, format!("{indent}  {text}"))));
            line.1 = format!("{indent}}} | curl --silent --show-error --globoff --config -");
        }
        for (purpose, option) in self.options {
            parts.push((line.0, format!("{} \\", line.1)));
            line = (purpose, format!("{indent}  {option}"));
        }
        parts.push(line);
        parts
    }

    /// After the response, curl prints a line break and the HTTP status code.
    pub(super) fn with_status(mut self) -> Call {
        // curl itself makes the `\n` a line break.
        let option = format!("--write-out {}", shell_quoted(r"\n%{http_code}"));
        self.options.insert(0, (Purpose::ReadsAnswer, option));
        self
    }
}

/// The line that gives a variable its value: what was typed on the page, or else what is typed when the command runs.
pub(in crate::commands) fn answer(
    variable: &str,
    prompt: &'static str,
    part: &'static str,
    typed: Option<&Secret>,
) -> Result<ScriptPart, CommandError> {
    if let Some(secret) = typed {
        // EXPOSE: it goes into the command, which is a secret again.
        let value = shell_quoted(carried(part, secret.expose())?);
        return Ok((Purpose::Holds(prompt), format!("{variable}={value}")));
    }
    let question = shell_quoted(&format!("{prompt}: "));
    let line = format!("printf '%s' {question} >&2; IFS= read -rs {variable}; printf '\\n' >&2");
    Ok((Purpose::Asks(prompt), line))
}

/// Parts that are always the same.
pub(super) fn fixed(parts: &[(Purpose, &str)]) -> Vec<ScriptPart> {
    parts.iter().map(|(purpose, text)| (*purpose, (*text).to_owned())).collect()
}

/// A text as it is between the double quotes of curl's configuration, see [`ESCAPED`].
pub(super) fn config_escaped(text: &str) -> String {
    text.replace('\\', r"\\").replace('"', "\\\"")
}
