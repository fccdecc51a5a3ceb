//! A command for Windows' `cmd`, with the `curl.exe` that Windows has had since 2018 (Windows 10 1803).

use super::command::{ascii, carried};
use super::lines::Lines;
use super::{Command, CommandError, Purpose, SecretUse};
use crate::oauth::{
    Authorization, CLIENT_SECRET_PROMPT, FormField, FormValue, HttpRequest, Method, PairEncoding, form_encoded,
};

/// The request as a command for the prompt of Windows `cmd`. A batch file reads `%` differently; there a value with a
/// `%` arrives broken.
///
/// It prints the server's response and a line break. curl itself prompts for the client secret of the header and shows
/// nothing of what is typed; `set /p`, the only way of `cmd` to prompt, would show it and leave it in a variable. Only
/// what curl cannot prompt for ([`FormValue::AskedFor`] and the header `Bearer`) is read that way, in a `cmd` of its own,
/// and the prompt says that it is visible. It goes to curl through a pipe. So neither is in a process list; a
/// [`FormValue::Secret`], which is a code that works once, is an argument there, because `cmd` has no way around it.
/// Nothing is in a file: `cmd` keeps its history in memory. The status is curl's.
///
/// With [`SecretUse::Written`] the secret and the tokens that are known are arguments of curl too. So while it runs,
/// every program of this user and of an administrator can read them in the process list: the price of this format. It
/// prompts only for what is not known; an empty value counts as not known.
///
/// All of the text is ASCII, so that no code page can change it: other characters of a field are form-encoded.
///
/// Limits: a secret or a token that is prompted for must be ASCII, as RFC 6749 appendix A requires; a token that is
/// prompted for has up to 1,023 characters, and `set /p` silently drops the rest; as a field it must not begin with a
/// space, `=` or `"`, which `set /p` does not print there (no token does: RFC 6750 §2.1); where the client secret is a
/// field, neither may have a space, at which curl's configuration ends a value; the whole command has up to 8,191. The prompt must not have been started with delayed expansion (`cmd /v:on`), which removes every `!`.
///
/// # Errors
///
/// [`CommandError::Character`] for a non-ASCII character in a header, in the client ID or in the client secret (part
/// `client_secret`), [`CommandError::PairEncoding`] for [`PairEncoding::FormEncoded`] with a secret that is prompted
/// for, because curl sends what is typed as it is, [`CommandError::SecondQuestion`] if two tokens must be prompted for,
/// [`CommandError::TooLong`], and the errors of [`bash`](super::bash()).
pub fn cmd(request: &HttpRequest, secrets: SecretUse<'_>) -> Result<Command, CommandError> {
    let has_secret_field = request.asks_for(CLIENT_SECRET_PROMPT) && secrets.client_secret().is_none();
    let mut line = OneLine { secrets, asks: Vec::new(), fills_config: has_secret_field, arguments: Vec::new() };
    line.authorization(&request.authorization)?;
    for (name, value) in &request.headers {
        line.option(Purpose::Header(name), "--header", &format!("{name}: {}", ascii(name, value)?));
    }
    for field in &request.form {
        line.field(field)?;
    }
    match request.method {
        Method::Get => line.arguments.push((Purpose::Address, "--get".to_owned())),
        Method::Post if request.form.is_empty() => line.option(Purpose::Body, "--data", ""),
        Method::Post => {}
    }
    // curl makes the `\n` a line break.
    line.arguments.push((Purpose::Prints, r#"--write-out "\n""#.to_owned()));
    line.arguments.push((Purpose::Address, quoted(request.url.as_str())));
    line.finished()
}

/// "Command prompt line string limitation", Microsoft's support article 830473.
const LONGEST_LINE: usize = 8191;

/// The parts of the one line.
struct OneLine<'a> {
    /// Whether secrets are written.
    secrets: SecretUse<'a>,
    /// What is prompted for: the name in the prompt, and the text before the input where it is printed into the pipe.
    asks: Vec<(&'static str, String)>,
    /// Whether curl reads the fields that are prompted for as lines of its configuration. It can read several of them,
    /// and whatever a value begins with; a value ends at a space there.
    fills_config: bool,
    /// curl's arguments.
    arguments: Vec<(Purpose, String)>,
}

impl OneLine<'_> {
    fn authorization(&mut self, authorization: &Authorization) -> Result<(), CommandError> {
        let (client_id, encoding) = match authorization {
            Authorization::None => return Ok(()),
            Authorization::Bearer(prompt) => return self.bearer(prompt),
            Authorization::Basic { client_id, encoding } => (client_id, *encoding),
        };
        if client_id.is_empty() {
            return Err(CommandError::MissingIdentifier);
        }
        let secret = self.secrets.client_secret();
        let id = match encoding {
            PairEncoding::FormEncoded => {
                let Some(secret) = secret else { return Err(CommandError::PairEncoding) };
                let id = form_encoded(carried("client_id", client_id)?);
                // EXPOSE: it goes into the command, which is a secret again.
                let secret = form_encoded(carried("client_secret", secret.expose())?);
                self.option(Purpose::Holds(CLIENT_SECRET_PROMPT), "--user", &format!("{id}:{secret}"));
                return Ok(());
            }
            PairEncoding::Raw => ascii("client_id", client_id)?,
        };
        // curl prompts for a password when the name has no colon, unless it begins with a semicolon (curl's
        // tool_operate.c or tool_paramhlp.c, checkpasswd).
        if secret.is_none() && id.starts_with(';') {
            return Err(CommandError::Character { part: "client_id", at: 0 });
        }
        if let Some(at) = id.find(':') {
            return Err(CommandError::ColonInIdentifier { at });
        }
        match secret {
            None => self.option(Purpose::Asks(CLIENT_SECRET_PROMPT), "--user", id),
            Some(secret) => {
                // EXPOSE: it goes into the command, which is a secret again.
                let secret = ascii("client_secret", secret.expose())?;
                self.option(Purpose::Holds(CLIENT_SECRET_PROMPT), "--user", &format!("{id}:{secret}"));
            }
        }
        Ok(())
    }

    fn bearer(&mut self, prompt: &'static str) -> Result<(), CommandError> {
        const NAME: &str = "Authorization";
        if let Some(token) = self.secrets.answer(prompt) {
            // EXPOSE: it goes into the command, which is a secret again.
            let token = ascii(NAME, token.expose())?;
            self.option(Purpose::Holds(prompt), "--header", &format!("{NAME}: Bearer {token}"));
        } else {
            self.ask(NAME, prompt, "Authorization: Bearer ")?;
            // From curl 7.55 on, which is the first that came with Windows.
            self.option(Purpose::Header(NAME), "--header", "@-");
        }
        Ok(())
    }

    /// A field with a known value: as it is, if its characters are safe in every `cmd` and curl, otherwise
    /// form-encoded.
    fn field(&mut self, field: &FormField) -> Result<(), CommandError> {
        let name = form_encoded(field.name);
        let (purpose, value) = match &field.value {
            FormValue::Plain(value) => (Purpose::Field(field.name), value.as_str()),
            // EXPOSE: it goes into the command, which is a secret again.
            FormValue::Secret(value) => (Purpose::Field(field.name), value.expose()),
            FormValue::AskedFor(prompt) => match self.secrets.answer(prompt) {
                None if self.fills_config => {
                    if self.asks.is_empty() {
                        self.arguments.push((Purpose::Field(field.name), "--config -".to_owned()));
                    }
                    return self.ask(field.name, prompt, &format!("data-urlencode {name}="));
                }
                None => {
                    self.ask(field.name, prompt, "")?;
                    self.option(Purpose::Field(field.name), "--data-urlencode", &format!("{name}@-"));
                    return Ok(());
                }
                // EXPOSE: the same.
                Some(answer) => (Purpose::Holds(prompt), answer.expose()),
            },
        };
        carried(field.name, value)?;
        if value.is_ascii() {
            self.option(purpose, "--data-urlencode", &format!("{name}={value}"));
        } else {
            self.option(purpose, "--data", &format!("{name}={}", form_encoded(value)));
        }
        Ok(())
    }

    fn option(&mut self, purpose: Purpose, name: &str, value: &str) {
        self.arguments.push((purpose, format!("{name} {}", quoted(value))));
    }

    fn ask(&mut self, part: &'static str, prompt: &'static str, start: &str) -> Result<(), CommandError> {
        if !self.fills_config && !self.asks.is_empty() {
            return Err(CommandError::SecondQuestion { part });
        }
        if let Some(at) = prompt.chars().position(|ch| !ch.is_ascii_alphanumeric() && ch != ' ') {
            return Err(CommandError::Character { part, at });
        }
        self.asks.push((prompt, start.to_owned()));
        Ok(())
    }

    fn finished(self) -> Result<Command, CommandError> {
        let mut lines = Lines::new();
        prompts(&self.asks, &mut lines);
        // Each line except the last ends with a `^`, which removes the line break.
        let mut ahead = (Purpose::Sends, "curl.exe --silent --show-error --globoff".to_owned());
        for (purpose, argument) in self.arguments {
            let (its_purpose, line) = core::mem::replace(&mut ahead, (purpose, format!("  {argument}")));
            lines.add(its_purpose, format!("{line} ^"));
        }
        lines.add(ahead.0, ahead.1);
        let command = lines.command();
        // EXPOSE: only its length is read.
        if command.text.expose().len() > LONGEST_LINE {
            return Err(CommandError::TooLong { most: LONGEST_LINE });
        }
        Ok(command)
    }
}

/// A second `cmd` prompts for each of these and then prints each after its fixed text and without a line break, as
/// `set /p` does with a prompt that gets no input; there is a line break between two.
///
/// It is started with delayed expansion (`/v:on`): `!answer!` is inserted after everything else in the line was parsed,
/// where `%answer%` would be parsed as a part of the command. `/d` runs no AutoRun, and `/s` removes exactly the first
/// and the last quote (`cmd /?`). For the outer `cmd` these two reverse the others: what is between quotes for the inner
/// one is outside for the outer one, so there must be nothing special there, and there a line can be continued by `^`.
fn prompts(asks: &[(&'static str, String)], lines: &mut Lines) {
    let variable = |at: usize| if asks.len() == 1 { "answer".to_owned() } else { format!("answer_{}", at + 1) };
    let mut line = "cmd.exe /v:on /d /s /c \"".to_owned();
    let mut before = None;
    for (at, (prompt, _)) in asks.iter().enumerate() {
        let variable = variable(at);
        line.push_str(&format!("set \"{variable}=\" & set /p \"{variable}="));
        // A line for each prompt, because each line says what it does.
        if let Some(before) = before.replace(*prompt) {
            lines.add(Purpose::AsksVisibly(before), format!("{line}^"));
            line.clear();
        }
        line.push_str(&format!("{prompt}, visible here: \" 1>&2 & "));
    }
    let Some(last) = before else { return };
    let printed = asks.iter().enumerate().map(|(at, (_, start))| format!("set /p \"={start}!{}!\" <nul", variable(at)));
    let printed: Vec<String> = printed.collect();
    lines.add(Purpose::AsksVisibly(last), format!("{line}{}\" | ^", printed.join(" & echo: & ")));
}

/// An argument that is exactly this printable ASCII text.
///
/// First the program's rules ("Parsing C command-line arguments", Microsoft's C runtime): between quotes only `"` is
/// special, and `\` before one; both are written with a `\` before them. Then those of `cmd` at its prompt ("How does the
/// Windows Command Interpreter (CMD.EXE) parse scripts?"):
///
/// - Between quotes nothing is special but `%` (phase 2). That is enough for most values.
/// - Otherwise every quote follows a `^`, so that `cmd` is never between quotes, and so does every special character.
/// - `%name%` is replaced first of all (phase 1), and stays as it is if there is no such variable. A `^` after each `%`
///   makes it the first character of the name, so that there is no such variable; it is removed later, like any `^`.
fn quoted(text: &str) -> String {
    let argument = program_argument(text);
    if text.chars().all(|ch| ch != '"' && ch != '%') {
        return argument;
    }
    let mut careted = String::new();
    let mut behind_percent = false;
    for ch in argument.chars() {
        if behind_percent || "\"&|<>()^".contains(ch) {
            careted.push('^');
        }
        careted.push(ch);
        behind_percent = ch == '%';
    }
    careted
}

/// Backslashes are doubled before a quote and at the end, where the closing quote is.
fn program_argument(text: &str) -> String {
    let mut argument = String::from("\"");
    let mut backslashes = 0;
    for ch in text.chars() {
        if ch == '"' {
            argument.extend(core::iter::repeat_n('\\', backslashes + 1));
        }
        backslashes = if ch == '\\' { backslashes + 1 } else { 0 };
        argument.push(ch);
    }
    argument.extend(core::iter::repeat_n('\\', backslashes));
    argument.push('"');
    argument
}
