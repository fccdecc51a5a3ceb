//! The level of a line in a log, and what a line of the level for errors says.

use super::bare::{first_line, sentence_of};
use super::report::begins_entry;
use crate::chars::front_of;

/// Whether a level is that of an error, in words or in the numbers of pino.
pub(super) fn is_bad_level(level: &str) -> bool {
    const LEVELS: [&str; 12] =
        ["error", "err", "fatal", "critical", "crit", "panic", "severe", "emerg", "emergency", "alert", "50", "60"];
    level.len() <= LONGEST_LEVEL && LEVELS.iter().any(|bad| bad.len() == level.len() && level.eq_ignore_ascii_case(bad))
}

/// In bytes.
const LONGEST_LEVEL: usize = 9;

/// Whether a level is one of what went well.
pub(super) fn is_calm_level(level: &str) -> bool {
    ["info", "debug", "trace", "notice", "verbose", "10", "20", "30"]
        .iter()
        .any(|calm| level.eq_ignore_ascii_case(calm))
}

/// How far from the start of its line a level is, in bytes: behind the time.
const LONGEST_TIME: usize = 48;
/// What a line is about, in lowercase; any other line may be about anything.
const TOPICS: [&str; 13] = [
    "oauth",
    "token",
    "redirect",
    "client_id",
    "client id",
    "client secret",
    "client_secret",
    "authoriz",
    "authoris",
    "authentic",
    "openid",
    "oidc",
    "scope",
];

/// In bytes.
const LONGEST_MESSAGE: usize = 2000;

/// Whether a line of a log is about what this page is about.
pub(super) fn is_on_topic(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    TOPICS.iter().any(|topic| lower.contains(topic))
}

/// What a line of a log says.
pub(super) struct LoggedError {
    pub sentence: String,
    /// The program always writes its own faults in this form.
    pub is_certain: bool,
}

/// The message of a line whose level is the word from `start` to `end`: behind a time, in brackets or not.
pub(super) fn logged_error(text: &str, start: usize, end: usize) -> Option<LoggedError> {
    let word =
        text.get(start..end).filter(|word| is_bad_level(word) && !word.starts_with(|ch: char| ch.is_ascii_digit()))?;
    let line_start = text.get(..start)?.rfind('\n').map_or(0, |at| at + 1);
    let before = text.get(line_start..start).filter(|before| before.len() <= LONGEST_TIME)?;
    let is_dated = || before.trim_start_matches(['[', ' ']).starts_with(|ch: char| ch.is_ascii_digit());
    // `Mar 12 10:00:00 host program[12]: ERROR …`
    let has_time = before.contains(':') && (is_dated() || begins_entry(text.get(line_start..)?));
    let rest = first_line(text.get(end..)?);
    let is_bracketed = before.ends_with('[') && rest.starts_with(']');
    let is_spaced =
        before.ends_with([' ', '\t']) && rest.starts_with([' ', '\t', ':']) && !word.starts_with(char::is_lowercase);
    // Apache: `[auth_openidc:error] [pid 12] …`
    let of_module = rest.starts_with(']') && before.ends_with(':') && before.rsplit('[').next().is_some_and(is_module);
    if !of_module && !(has_time && (is_bracketed || is_spaced)) {
        return None;
    }
    let rest = rest.strip_prefix(']').unwrap_or(rest).trim_start_matches([' ', '\t', ':', '-']);
    // nginx: `252#252: *210 upstream sent …, client: 203.0.113.1, server: …`
    let process = rest.bytes().take(24).take_while(|byte| byte.is_ascii_digit() || *byte == b'#').count();
    let of_nginx = rest
        .get(process..)
        .and_then(|rest| rest.strip_prefix(": "))
        .filter(|_| rest.get(..process).is_some_and(|ids| ids.contains('#')));
    if let Some(message) = of_nginx {
        let message = message.trim_start_matches(|ch: char| ch == '*' || ch.is_ascii_digit() || ch == ' ');
        let sentence = message.split(", client: ").next()?.trim().to_owned();
        return Some(LoggedError { sentence, is_certain: true });
    }
    let sentence = sentence_of(rest).filter(|_| is_on_topic(front_of(rest, LONGEST_MESSAGE)))?;
    Some(LoggedError { sentence, is_certain: false })
}

/// The module of Apache in front of a level.
fn is_module(name: &str) -> bool {
    name.strip_suffix(':').is_some_and(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'))
}
