//! The parts that every program for Python is built from.

use crate::commands::carried::checked_identifier;
use crate::commands::command::ascii;
use crate::commands::lines::Lines;
use crate::commands::secret_use::AUTHORIZATION;
use crate::commands::{CommandError, Purpose, SecretUse};
use crate::oauth::{
    Authorization, CLIENT_SECRET_PROMPT, FormField, FormValue, HttpRequest, Method, PairEncoding, Secret,
};
use crate::quoting::python_quoted;

/// What the requests of a program have in common.
pub(super) struct Program<'a> {
    secrets: SecretUse<'a>,
    /// The lines that prompt, or contain what was typed.
    pub(super) answers: Lines,
    /// What is prompted for or written, each with the variable that contains it.
    known: Vec<(&'static str, String)>,
}

/// The same as [`form_encoded`](crate::oauth::form_encoded). Before 3.7 the library escaped `~`, since then it does not.
pub(super) const FORM_ENCODED: &str = "    def form_encoded(text):
        return urllib.parse.quote_plus(text, safe='*').replace('~', '%7E')";

/// The library would follow a redirect and send the `Authorization` header along.
pub(super) const NO_REDIRECT: &str = "    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *ignored):
            return None";

/// A server that closes the connection before it responds is no `URLError`, and a system's error has no `reason`.
pub(super) const NO_ANSWER: &str = "    except (OSError, http.client.HTTPException) as error:
        sys.exit('There was no response: %s' % getattr(error, 'reason', error))";

impl<'a> Program<'a> {
    pub(super) fn new(secrets: SecretUse<'a>) -> Program<'a> {
        Program { secrets, answers: Lines::new(), known: Vec::new() }
    }

    /// The value with this prompt is in a variable already.
    pub(super) fn knows(&mut self, prompt: &'static str, variable: &str) {
        self.known.push((prompt, variable.to_owned()));
    }

    /// The lines that create the variable `request`, each with this indentation.
    pub(super) fn request(&mut self, request: &HttpRequest, indent: &str) -> Result<Lines, CommandError> {
        let mut lines = Lines::new();
        let pair = self.pair(&request.authorization)?;
        self.form(&request.form, indent, &mut lines);
        let address = python_quoted(request.url.as_str());
        let rest = match request.method {
            Method::Post => format!("{address}, data=form.encode('ascii')"),
            Method::Get if request.form.is_empty() => address,
            Method::Get => {
                format!("{address} + {} + form", if request.url.as_str().contains('?') { "'&'" } else { "'?'" })
            }
        };
        let method = request.method.name();
        lines.add(Purpose::Address, format!("{indent}request = urllib.request.Request({rest}, method='{method}')"));
        for (name, value) in &request.headers {
            let value = ascii(name, value)?;
            let line = format!("{indent}request.add_header({}, {})", python_quoted(name), python_quoted(value));
            lines.add(Purpose::Header(name), line);
        }
        if !pair.is_empty() {
            let pair: Vec<String> = pair.iter().map(|line| format!("{indent}{line}")).collect();
            lines.add(Purpose::Pair, pair.join("\n"));
        }
        Ok(lines)
    }

    /// Prompts for the secret, or writes it; returns the lines that build the header.
    fn pair(&mut self, authorization: &Authorization) -> Result<Vec<String>, CommandError> {
        let (client_id, encoding) = match authorization {
            Authorization::None => return Ok(Vec::new()),
            Authorization::Bearer(prompt) => {
                let typed = self.secrets.answer(prompt);
                // EXPOSE: it is searched for what a header cannot contain.
                typed.map(|token| ascii(AUTHORIZATION, token.expose())).transpose()?;
                let answer = self.answer(prompt, typed);
                return Ok(vec![format!("request.add_header('Authorization', 'Bearer ' + {answer})")]);
            }
            Authorization::Basic { client_id, encoding } => (client_id, *encoding),
        };
        let id = python_quoted(checked_identifier(client_id, encoding)?);
        let answer = self.answer(CLIENT_SECRET_PROMPT, self.secrets.client_secret());
        let pair = match encoding {
            PairEncoding::Raw => format!("{id} + ':' + {answer}"),
            PairEncoding::FormEncoded => format!("form_encoded({id}) + ':' + form_encoded({answer})"),
        };
        Ok(vec![
            format!("pair = {pair}"),
            "pair = base64.b64encode(pair.encode('utf-8')).decode('ascii')".to_owned(),
            "request.add_header('Authorization', 'Basic ' + pair)".to_owned(),
        ])
    }

    /// The variable that contains what was typed, or what is prompted for; once for each name.
    fn answer(&mut self, prompt: &'static str, typed: Option<&Secret>) -> String {
        if let Some((_, variable)) = self.known.iter().find(|(known, _)| *known == prompt) {
            return variable.clone();
        }
        let variable = format!("answer_{}", self.known.len() + 1);
        self.knows(prompt, &variable);
        let (purpose, value) = match typed {
            // EXPOSE: it goes into the program, which is a secret again.
            Some(secret) => (Purpose::Holds(prompt), python_quoted(secret.expose())),
            None => (Purpose::Asks(prompt), format!("getpass.getpass({})", python_quoted(&format!("{prompt}: ")))),
        };
        self.answers.add(purpose, format!("    {variable} = {value}"));
        variable
    }

    fn form(&mut self, form: &[FormField], indent: &str, lines: &mut Lines) {
        lines.add(Purpose::Frame, format!("{indent}form = ["));
        for field in form {
            let value = match &field.value {
                FormValue::Plain(value) => python_quoted(value),
                // EXPOSE: it goes into the program, which is a secret again.
                FormValue::Secret(value) => python_quoted(value.expose()),
                FormValue::AskedFor(prompt) => self.answer(prompt, self.secrets.answer(prompt)),
            };
            lines.add(Purpose::Field(field.name), format!("{indent}    ({}, {value}),", python_quoted(field.name)));
        }
        lines.add(Purpose::Frame, format!("{indent}]"));
        let body = "form = '&'.join(form_encoded(name) + '=' + form_encoded(value) for name, value in form)";
        lines.add(Purpose::Body, format!("{indent}{body}"));
    }
}
