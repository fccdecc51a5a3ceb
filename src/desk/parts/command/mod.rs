//! A request built from what is entered, as something to run.

mod request;
pub mod texts;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use strum::VariantArray;

pub(in crate::desk) use self::request::{asks_client_secret, code_in_command};
use crate::commands::{Command, CommandError, Format, Purpose, SecretUse, Typed};
use crate::desk::tools::token_answer;
use crate::desk::{Desk, Field, Needs, RequestKind, Route, Tool};
use crate::oauth::{Authorization, HttpRequest, Secret};
use crate::reading::{Finding, FindingKind};
use crate::texts::Text;

/// A command, ready to be run.
#[derive(Clone, Debug)]
pub struct CommandView {
    /// The text with its parts, in the chosen format.
    pub command: Command,
    /// Whether a secret that was typed is in it.
    pub holds_secret: bool,
    /// The file that it is saved as, where programs open it as one.
    pub file: Option<CommandFile>,
}

/// A command as a file.
#[derive(Clone, Debug)]
pub struct CommandFile {
    /// The name that the browser suggests.
    pub name: &'static str,
    /// See [`data_address`].
    pub address: Secret,
}

/// Lines of a command, and what they do.
#[derive(Clone, Debug)]
pub struct ExplainedLines {
    /// The lines, one below the other.
    pub text: Secret,
    /// A sentence on what they do.
    pub says: String,
}

/// The request of that kind as a command.
///
/// # Errors
///
/// What must be entered first, or which value no command of this format can contain.
pub fn view(desk: &Desk, kind: RequestKind) -> Result<CommandView, Needs> {
    let request = request::build(desk, kind)?;
    let poll = match kind {
        RequestKind::DeviceCode if does_whole(desk, kind) => Some(request::build(desk, RequestKind::DeviceToken)?),
        _ => None,
    };
    let tokens = token_answer::returned_tokens(desk);
    let named = [("Access Token", &tokens.access_token), ("Refresh Token", &tokens.refresh_token)];
    let answers: Vec<_> = named.into_iter().filter_map(|(name, token)| Some((name, token.as_ref()?))).collect();
    let client_secret = Some(desk.session().entry(Field::ClientSecret)).filter(|secret| !secret.is_empty());
    let asks = |prompt: &str| match request.authorization {
        Authorization::Bearer(name) if name == prompt => true,
        _ => request.asks_for(prompt),
    };
    let is_known = request.has_client_secret() && client_secret.is_some() || answers.iter().any(|(name, _)| asks(name));
    let mut secrets = match desk.command.writes_secrets && is_known {
        true => SecretUse::Written(Typed { client_secret, answers: &answers }),
        false => SecretUse::Asked,
    };
    let mut rendered = render(desk, kind, &request, poll.as_ref(), secrets);
    // A text that is only read cannot prompt: if not every value is known, all of them are masked.
    if matches!(rendered, Err(CommandError::NotKnown { .. })) {
        secrets = SecretUse::Asked;
        rendered = render(desk, kind, &request, poll.as_ref(), secrets);
    }
    match rendered {
        Ok(command) => {
            let name = file_name(desk.command.format());
            let file = name.map(|name| CommandFile { name, address: data_address(command.text()) });
            Ok(CommandView { command, holds_secret: matches!(secrets, SecretUse::Written(_)), file })
        }
        Err(error) => Err(cannot(desk, error, &request, secrets)),
    }
}

/// The command in the chosen format; the one that does all of it, where that is chosen and the format has one.
fn render(
    desk: &Desk,
    kind: RequestKind,
    request: &HttpRequest,
    poll: Option<&HttpRequest>,
    secrets: SecretUse<'_>,
) -> Result<Command, CommandError> {
    let format = desk.command.format();
    let whole = match poll {
        Some(poll) => format.device(request, poll, secrets),
        None if does_whole(desk, kind) => format.exchange(request, secrets),
        None => None,
    };
    whole.unwrap_or_else(|| format.command(request, secrets))
}

/// What the command that does all of it does, if there is one for this kind in the chosen format.
#[must_use]
pub fn whole_text(desk: &Desk, kind: RequestKind) -> Option<Text> {
    let format = desk.command.format();
    match kind {
        RequestKind::AuthorizationCode | RequestKind::RefreshToken => {
            format.has_exchange().then_some(Text::WholeExchange)
        }
        RequestKind::DeviceCode => format.has_device().then_some(Text::WholeDevice),
        _ => None,
    }
}

/// Whether one command does all of it.
#[must_use]
pub fn does_whole(desk: &Desk, kind: RequestKind) -> bool {
    desk.command.does_all && whole_text(desk, kind).is_some()
}

/// The lines of a command with what they do, those that do the same together. What is only syntax goes with the
/// lines next to it.
#[must_use]
pub fn explained_lines(desk: &Desk, command: &Command) -> Vec<ExplainedLines> {
    let mut all: Vec<(Purpose, String)> = Vec::new();
    for line in command.lines() {
        // EXPOSE: the lines of a command are a secret again below.
        let text = line.text.expose();
        match all.last_mut() {
            Some((purpose, lines))
                if line.purpose == Purpose::Frame || [Purpose::Frame, line.purpose].contains(purpose) =>
            {
                if *purpose == Purpose::Frame {
                    *purpose = line.purpose;
                }
                lines.push('\n');
                lines.push_str(text);
            }
            _ => all.push((line.purpose, text.to_owned())),
        }
    }
    let explained =
        |(purpose, text)| ExplainedLines { text: Secret::new(text), says: texts::purpose_sentence(desk, purpose) };
    all.into_iter().map(explained).collect()
}

/// Why this format has no command for the request, and which format has one.
fn cannot(desk: &Desk, error: CommandError, request: &HttpRequest, secrets: SecretUse<'_>) -> Needs {
    let field = |part: &str| match part {
        "redirect_uri" => Field::RedirectUrl,
        "account_id" => Field::AccountId,
        "scope" => Field::Scopes,
        "code" => code_field(desk),
        "code_verifier" => Field::CodeVerifier,
        "client_secret" => Field::ClientSecret,
        "Authorization" | "refresh_token" => Field::Answer,
        _ => Field::ClientId,
    };
    let instead = || {
        let mut others = Format::VARIANTS.iter().copied().filter(|other| *other != desk.command.format());
        others.find(|other| other.command(request, secrets).is_ok())
    };
    match error {
        CommandError::MissingIdentifier => Needs::Fields(vec![Field::ClientId]),
        CommandError::ColonInIdentifier { at } => {
            Needs::Fix(Field::ClientId, Finding::at(FindingKind::ColonInIdentifier, at))
        }
        CommandError::ControlCharacter { part, at } => {
            Needs::Fix(field(part), Finding::at(FindingKind::ControlCharacter, at))
        }
        CommandError::Character { part, at } => {
            Needs::OtherFormat { character: Some((field(part), at)), instead: instead() }
        }
        _ => Needs::OtherFormat { character: None, instead: instead() },
    }
}

pub(in crate::desk) fn code_field(desk: &Desk) -> Field {
    if desk.route == Route::Tool(Tool::TokenRequest) { Field::Code } else { Field::Landed }
}

/// A text as a `data:` URL (RFC 2397), which a browser saves without fetching anything.
#[must_use]
pub fn data_address(text: &Secret) -> Secret {
    // EXPOSE: it is written in a different way, and is a secret again.
    let text = utf8_percent_encode(text.expose(), NON_ALPHANUMERIC);
    Secret::new(format!("data:application/octet-stream,{text}"))
}

/// The file name under which a format is saved, where it is a file.
fn file_name(format: Format) -> Option<&'static str> {
    match format {
        Format::Python => Some("request.py"),
        Format::Postman => Some("request.postman_collection.json"),
        Format::HttpFile => Some("request.http"),
        Format::Bash | Format::PowerShell | Format::Cmd | Format::Httpie | Format::Raw => None,
    }
}
