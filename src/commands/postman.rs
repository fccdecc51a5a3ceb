//! A collection for Postman, and for the programs that import one.

use super::carried::{checked_identifier, without_braces};
use super::lines::Lines;
use super::{Command, CommandError, Purpose, SecretUse};
use crate::oauth::{
    Authorization, CLIENT_SECRET_PROMPT, FormField, FormValue, HttpRequest, Method, PairEncoding, Secret,
};
use crate::quoting::json_quoted;

/// The request as a Postman collection v2.1, to be imported by Postman, Bruno, Hoppscotch or Insomnia.
///
/// URL, client ID and values are variables of the collection. With [`SecretUse::Asked`] the client secret, a code and
/// everything else that is secret are variables of the type `secret` without a value, because a file stays where it was
/// downloaded. They are entered in the program, in the column that it does not share (in Postman, "Current value").
/// With [`SecretUse::Written`] they have their values. The form is rows, never a query.
///
/// Limits: these programs replace `{{` and a name by the value of that variable, in values too; so no value can contain
/// `{{`. They send client ID and secret as they are.
///
/// # Errors
///
/// The first value that the collection cannot contain, see [`CommandError`].
pub fn postman(request: &HttpRequest, secrets: SecretUse<'_>) -> Result<Command, CommandError> {
    let mut variables = Variables { rows: Vec::new(), secrets };
    let (base, path) = address(request.url.as_str());
    variables.plain("base_url", "The server", base)?;
    let authorization = authorization(&request.authorization, &mut variables)?;
    let mut fields = Vec::new();
    for field in &request.form {
        fields.push((field.name, row(field.name, &variables.field(field)?)));
    }
    let mut lines = Lines::new();
    let title = format!("Token from {}", request.url.host());
    lines.add(
        Purpose::Frame,
        format!("{{\n  \"info\": {{ \"name\": {}, \"schema\": {} }},", json_quoted(&title), json_quoted(SCHEMA)),
    );
    let name = json_quoted("Request a token");
    lines.add(Purpose::Frame, format!("  \"item\": [{{ \"name\": {name}, \"request\": {{"));
    lines.add(Purpose::Address, format!("    \"method\": \"{}\",", request.method.name()));
    let query = match request.method {
        Method::Get => &*fields,
        Method::Post => &[],
    };
    lines.add(Purpose::Address, format!("    \"url\": {},", url(path, query)));
    lines.add(Purpose::Pair, format!("    \"auth\": {authorization},"));
    let mut headers = Vec::new();
    for (name, value) in &request.headers {
        headers.push((*name, row(name, without_braces(name, value)?)));
    }
    let is_last = request.method == Method::Get;
    list(&mut lines, "header", headers, Purpose::Header, if is_last { "" } else { "," });
    if request.method == Method::Post {
        lines.add(Purpose::Body, "    \"body\": { \"mode\": \"urlencoded\",");
        list(&mut lines, "urlencoded", fields, Purpose::Field, " }");
    }
    lines.add(Purpose::Frame, "  } }],");
    list(&mut lines, "variable", variables.rows, Purpose::Variable, "");
    lines.add(Purpose::Frame, "}");
    Ok(lines.command())
}

const SCHEMA: &str = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

/// The field with the grant type: a word of the protocol, and nothing to be changed.
const GRANT_TYPE: &str = "grant_type";

struct Variables<'a> {
    rows: Vec<(&'static str, String)>,
    secrets: SecretUse<'a>,
}

impl Variables<'_> {
    /// Adds a variable that anyone may see, and returns its `{{name}}`, which the program replaces by the value.
    fn plain(&mut self, name: &'static str, description: &str, value: &str) -> Result<String, CommandError> {
        Ok(self.add(name, "string", description, without_braces(name, value)?))
    }

    /// The same for a variable that must not be shown; it has its value only if that is to be written.
    fn secret(
        &mut self,
        name: &'static str,
        description: &str,
        value: Option<&Secret>,
    ) -> Result<String, CommandError> {
        // EXPOSE: it goes into the file, which is a secret again.
        let value = without_braces(name, value.map_or("", Secret::expose))?;
        Ok(self.add(name, "secret", description, value))
    }

    fn add(&mut self, name: &'static str, kind: &str, description: &str, value: &str) -> String {
        let [key, value, kind, description] = [name, value, kind, description].map(json_quoted);
        let row = format!("{{ \"key\": {key}, \"value\": {value}, \"type\": {kind}, \"description\": {description} }}");
        self.rows.push((name, row));
        format!("{{{{{name}}}}}")
    }

    /// The content of a field's row.
    fn field(&mut self, field: &FormField) -> Result<String, CommandError> {
        match &field.value {
            FormValue::Plain(value) if field.name == GRANT_TYPE => without_braces(field.name, value).map(str::to_owned),
            FormValue::Plain(value) => self.plain(field.name, "", value),
            FormValue::Secret(value) => {
                let value = matches!(self.secrets, SecretUse::Written(_)).then_some(value);
                self.secret(field.name, "", value)
            }
            FormValue::AskedFor(prompt) => self.secret(field.name, prompt, self.secrets.answer(prompt)),
        }
    }
}

fn authorization(authorization: &Authorization, variables: &mut Variables<'_>) -> Result<String, CommandError> {
    let (client_id, encoding) = match authorization {
        Authorization::None => return Ok("{ \"type\": \"noauth\" }".to_owned()),
        Authorization::Bearer(prompt) => {
            let token = variables.secret("access_token", prompt, variables.secrets.answer(prompt))?;
            return Ok(format!("{{ \"type\": \"bearer\", \"bearer\": [{}] }}", row("token", &token)));
        }
        Authorization::Basic { encoding: PairEncoding::FormEncoded, .. } => return Err(CommandError::PairEncoding),
        Authorization::Basic { client_id, encoding } => (client_id, *encoding),
    };
    let user = variables.plain("client_id", "Client ID", checked_identifier(client_id, encoding)?)?;
    let password = variables.secret("client_secret", CLIENT_SECRET_PROMPT, variables.secrets.client_secret())?;
    let (user, password) = (row("username", &user), row("password", &password));
    Ok(format!("{{ \"type\": \"basic\", \"basic\": [{user}, {password}] }}"))
}

/// The server, and the path with its query.
fn address(address: &str) -> (&str, &str) {
    let start = address.find("://").map_or(0, |at| at + "://".len());
    let end = address.bytes().skip(start).position(|byte| byte == b'/' || byte == b'?');
    address.split_at(end.map_or(address.len(), |at| start + at))
}

/// The URL in its parts, because not every program accepts it as one text.
fn url(rest: &str, fields: &[(&'static str, String)]) -> String {
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let path: Vec<String> = path.split('/').skip(1).map(json_quoted).collect();
    let mut rows: Vec<String> = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        rows.push(row(name, value));
    }
    rows.extend(fields.iter().map(|(_, row)| row.clone()));
    let raw = json_quoted(&format!("{{{{base_url}}}}{rest}"));
    let host = json_quoted("{{base_url}}");
    let mut url = format!("{{ \"raw\": {raw}, \"host\": [{host}], \"path\": [{}]", path.join(", "));
    if !rows.is_empty() {
        url.push_str(&format!(", \"query\": [{}]", rows.join(", ")));
    }
    url.push_str(" }");
    url
}

/// A list of rows, each on a line of its own.
fn list(
    lines: &mut Lines,
    name: &str,
    rows: Vec<(&'static str, String)>,
    purpose: impl Fn(&'static str) -> Purpose,
    after: &str,
) {
    lines.add(Purpose::Frame, format!("    \"{name}\": ["));
    let last = rows.len();
    for (at, (part, row)) in rows.into_iter().enumerate() {
        let comma = if at + 1 == last { "" } else { "," };
        lines.add(purpose(part), format!("      {row}{comma}"));
    }
    lines.add(Purpose::Frame, format!("    ]{after}"));
}

fn row(key: &str, value: &str) -> String {
    format!("{{ \"key\": {}, \"value\": {} }}", json_quoted(key), json_quoted(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::{Typed, sample};
    use crate::oauth::Endpoint;
    use serde_json::{Value, json};

    #[track_caller]
    fn read(request: &HttpRequest, secrets: SecretUse<'_>) -> Value {
        // EXPOSE: the test reads the whole file.
        serde_json::from_str(postman(request, secrets).unwrap().text().expose()).unwrap()
    }

    #[test]
    fn a_code_is_exchanged() {
        let row = |key: &str, value: &str| json!({"key": key, "value": value});
        let variable = |key: &str, value: &str, kind: &str, description: &str| json!({"key": key, "value": value, "type": kind, "description": description});
        assert_eq!(
            read(&sample::exchange(), SecretUse::Asked),
            json!({
                "info": {"name": "Token from zoom.us", "schema": SCHEMA},
                "item": [{"name": "Request a token", "request": {
                    "method": "POST",
                    "url": {"raw": "{{base_url}}/oauth/token", "host": ["{{base_url}}"], "path": ["oauth", "token"]},
                    "auth": {"type": "basic", "basic": [
                        row("username", "{{client_id}}"), row("password", "{{client_secret}}"),
                    ]},
                    "header": [
                        row("Content-Type", "application/x-www-form-urlencoded"), row("Accept", "application/json"),
                    ],
                    "body": {"mode": "urlencoded", "urlencoded": [
                        row("grant_type", "authorization_code"),
                        row("code", "{{code}}"),
                        row("redirect_uri", "{{redirect_uri}}"),
                    ]},
                }}],
                "variable": [
                    variable("base_url", "https://zoom.us", "string", "The server"),
                    variable("client_id", "DemoClientId0000000001", "string", "Client ID"),
                    variable("client_secret", "", "secret", "Client Secret"),
                    variable("code", "", "secret", ""),
                    variable("redirect_uri", "https://example.com/cb", "string", ""),
                ],
            })
        );
    }

    #[test]
    fn secrets_are_written_by_choice_alone() {
        let (secret, token) = (Secret::new("hidden"), Secret::new("token"));
        let typed = Typed { client_secret: Some(&secret), answers: &[("Refresh Token", &token)] };
        let values = |secrets| {
            let file = read(&sample::refresh(), secrets);
            let rows = file["variable"].as_array().unwrap().iter();
            let of_secrets = rows.filter(|row| row["type"] == "secret");
            of_secrets.map(|row| row["value"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(values(SecretUse::Asked), ["", ""]);
        assert_eq!(values(SecretUse::Written(typed)), ["hidden", "token"]);
    }

    #[test]
    fn an_address_keeps_its_query() {
        let request = HttpRequest { url: Endpoint::parse("https://a.example/t?x=1&y").unwrap(), ..sample::refresh() };
        let file = read(&request, SecretUse::Asked);
        let query = json!([{"key": "x", "value": "1"}, {"key": "y", "value": ""}]);
        assert_eq!(file["item"][0]["request"]["url"]["query"], query);
    }

    #[test]
    fn names_the_value_that_cannot_be_carried() {
        sample::refuses_what_no_format_carries(postman);
        let request = sample::with_id("é{{x}}", PairEncoding::Raw);
        let refusal = postman(&request, SecretUse::Asked).unwrap_err();
        assert_eq!(refusal, CommandError::Character { part: "client_id", at: 1 });
        let request = sample::with_id("x", PairEncoding::FormEncoded);
        assert_eq!(postman(&request, SecretUse::Asked).unwrap_err(), CommandError::PairEncoding);
    }
}
