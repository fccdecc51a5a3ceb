//! Commands and HTTP messages.

use super::address::Names;
use super::{Detected, PastedKind, behind, find, has, head, json};
use crate::reading::request::without_paste_marks;
use crate::reading::{RequestForm, request_code};

/// A PowerShell command. Its error output begins with the same word and a colon, so that does not count.
pub(super) fn powershell(text: &str) -> Option<Detected> {
    let text = &without_paste_marks(head(text));
    let text = text.trim_start();
    let commands = ["Invoke-RestMethod", "Invoke-WebRequest"];
    if commands.iter().any(|command| behind(text, command).is_some_and(|rest| rest.trim_start().starts_with(':'))) {
        return None;
    }
    let by_name = commands.iter().any(|command| has(text, command));
    let by_word = text.lines().any(|line| {
        let mut words = line.trim_start_matches("PS ").split_whitespace();
        words.any(|word| word == "irm" || word == "iwr") && words.any(|word| has(word, "http") || word.starts_with('-'))
    });
    let has_table = text.starts_with('$') && (has(text, "= @{") || has(text, "=@{"));
    (by_name || by_word || has_table).then(|| with_credentials(Detected::one(PastedKind::PowerShellCommand), text))
}

/// A program that sends a request, or a record of one. A shell script is a command, and an error stays one even if the
/// request is in it.
pub(super) fn program(text: &str) -> Option<Detected> {
    let text = head(text);
    let is_shell = text.lines().any(|line| is_curl(line) && !line.contains('`'));
    let is_exchange = || exchange(text).is_some();
    if is_shell
        || json::archive(text).is_some()
        || (text.starts_with('{') && json::object(text).is_some())
        || is_exchange()
    {
        return None;
    }
    Some(Detected::one(match request_code(text)? {
        RequestForm::Postman => PastedKind::PostmanFile,
        _ => PastedKind::ProgramCode,
    }))
}

/// A `curl` command.
pub(super) fn curl(text: &str) -> Option<Detected> {
    let text = &without_paste_marks(head(text));
    text.lines().any(is_curl).then(|| with_credentials(Detected::one(PastedKind::CurlCommand), text))
}

/// Whether the line runs `curl`: at its start, after a prompt, or after `|`, `;`, `&&` or `$(`.
fn is_curl(line: &str) -> bool {
    let mut is_start = true;
    let mut words = line.split_whitespace();
    while let Some(word) = words.next() {
        let name = word.rsplit("$(").next().unwrap_or_default().trim_start_matches(['`', '(', '"']);
        let is_name = name.eq_ignore_ascii_case("curl") || name.eq_ignore_ascii_case("curl.exe");
        if is_name && (is_start || name.len() < word.len()) {
            return words.clone().any(|word| {
                has(word, "http") || word.starts_with('-') && word.len() > 1 || ["\\", "^", "`"].contains(&word)
            });
        }
        let goes_on = ["|", "&&", "||", "sudo", "$", "#", "%", ">", "time"].contains(&word);
        is_start = goes_on || word.ends_with([';', '|', '>', '$', '#', '%']) || word.contains("$(");
    }
    false
}

/// A request or response as sent over the network, or as `curl --verbose` prints it.
pub(super) fn exchange(text: &str) -> Option<Detected> {
    let start = head(text);
    if behind(start, "HTTP/").is_some_and(|rest| rest.starts_with(|ch: char| ch.is_ascii_digit())) {
        return Some(answer(start));
    }
    let first = start.lines().next().unwrap_or_default();
    if let Some(target) = request_target(first) {
        let found = Detected::one(PastedKind::RedirectAddress);
        let is_landing = Names::read(target.split_once('?').map_or("", |(_, query)| query)).answers;
        if first.starts_with("GET ") && is_landing {
            return Some(found.with(target).or(PastedKind::HttpExchange));
        }
        return Some(with_credentials(Detected::one(PastedKind::HttpExchange), start));
    }
    let is_traced = |line: &str| {
        line.strip_prefix("> ").is_some_and(|line| request_target(line).is_some()) || line.starts_with("< HTTP/")
    };
    start.lines().any(is_traced).then(|| with_credentials(Detected::one(PastedKind::HttpExchange), start))
}

/// What a response contains: a redirect target, or a body.
fn answer(text: &str) -> Detected {
    for line in text.lines() {
        if let Some(target) = behind(line, "location:").map(str::trim)
            && Names::read(target.split_once(['?', '#']).map_or("", |(_, query)| query)).answers
        {
            return Detected::one(PastedKind::RedirectAddress).with(target).or(PastedKind::HttpExchange);
        }
    }
    let body = text.find(['{', '<']).and_then(|at| text.get(at..)).unwrap_or_default();
    match json::kind_of(body) {
        Some(kind) => Detected::one(kind).or(PastedKind::HttpExchange),
        None if body.starts_with('<') => Detected::one(PastedKind::TokenAnswer).or(PastedKind::HttpExchange),
        None => Detected::one(PastedKind::HttpExchange),
    }
}

/// The target of a request line (RFC 9112 §3); the version may be missing, as in request files.
fn request_target(line: &str) -> Option<&str> {
    let mut words = line.split_whitespace();
    let method = words.next()?;
    let target = words.next().filter(|target| target.starts_with('/') || behind(target, "http").is_some())?;
    let is_version = words.next().is_none_or(|version| version.starts_with("HTTP/"));
    let is_method = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"].contains(&method);
    (is_method && is_version && words.next().is_none()).then_some(target)
}

/// Adds the header, or client ID and secret, that the text contains.
fn with_credentials(found: Detected, text: &str) -> Detected {
    let found = match header_in(text) {
        Some(header) => found.or(PastedKind::AuthorizationHeader).with(header),
        None => found,
    };
    match user_in(text) {
        Some(pair) => found.or(PastedKind::ClientPair).with(pair),
        None => found,
    }
}

/// The `Authorization` header of a command or request, without the quotes around it.
pub(super) fn header_in(text: &str) -> Option<&str> {
    let at = find(text, NAME)?;
    let (before, rest) = text.split_at_checked(at)?;
    let behind_name = rest.get(NAME.len()..)?;
    let quote = before.chars().next_back().filter(|sign| ['"', '\''].contains(sign));
    if behind_name.trim_start_matches([' ', '\t']).starts_with(':') {
        let line = rest.lines().next()?;
        return Some(quote.and_then(|quote| line.split(quote).next()).unwrap_or(line).trim_end());
    }
    // `Authorization = "Basic …"` or `"Authorization": "Basic …"`: only the value.
    let value = behind_name.trim_start_matches(['"', '\'', ' ', '\t']).strip_prefix([':', '='])?;
    let value = value.lines().next()?.trim_start_matches([' ', '\t', '>']);
    let quote = value.chars().next().filter(|sign| ['"', '\''].contains(sign));
    Some(match quote {
        Some(quote) => value.get(1..)?.split(quote).next()?,
        None => value.trim_end(),
    })
}

const NAME: &str = "authorization";

/// The value after `-u` or `--user`, if it contains a colon.
fn user_in(text: &str) -> Option<&str> {
    let option = [" -u ", " --user ", " --user="].iter().find_map(|option| Some((find(text, option)?, option.len())));
    let (at, length) = option?;
    let rest = text.get(at + length..)?.trim_start();
    let pair = match rest.chars().next()? {
        quote @ ('"' | '\'') => rest.get(1..)?.split(quote).next()?,
        _ => rest.split_whitespace().next()?,
    };
    pair.contains(':').then_some(pair)
}
