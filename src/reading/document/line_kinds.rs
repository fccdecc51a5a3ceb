//! What a line between the requests is: words about an error, a header, a setting, an advice.

use crate::chars::is_quote;
use crate::reading::answer::known_error;
use crate::reading::variables::is_of_name;

/// Whether a line is a header of a request, or an object with its headers: the words in it are no error.
pub(super) fn is_of_request(line: &str) -> bool {
    let line = line.trim_start();
    let name = line.split(':').next().unwrap_or_default();
    // `2026-03-12T10:00:00Z` is a time.
    let is_name = name.len() < line.len()
        && name.starts_with(|ch: char| ch.is_ascii_alphabetic())
        && name.bytes().all(|ch| ch.is_ascii_alphanumeric() || ch == b'-');
    let is_header = is_name && (name.contains('-') || HEADERS.iter().any(|known| known.eq_ignore_ascii_case(name)));
    is_header || is_object(line)
}

/// Whether a line begins as an object or a list with quoted names does. A log's `[2026-03-12 …]` does not.
fn is_object(line: &str) -> bool {
    let inner = line.trim_start_matches(|ch: char| ch.is_whitespace() || matches!(ch, '{' | '['));
    inner.len() < line.len() && (inner.is_empty() || inner.starts_with(['"', '\'']))
}

/// Whether a line sets an option, `token_endpoint_auth_method: client_secret_basic`: its name may be in an error too. Names
/// of a single word, as in `Result: forbidden`, are those that people write; and several words are a value only among
/// other settings, `rejected_msg: too many requests`.
pub(super) fn is_setting(line: &str, has_settings: bool) -> bool {
    let is_nested = has_settings && line.starts_with([' ', '\t']);
    let line = line.trim_matches(|ch: char| ch.is_whitespace() || ch == '-' || is_quote(ch));
    let lower = line.to_ascii_lowercase();
    // The names of what tells an error.
    if tells_failure(line) || ["reason", "message"].iter().any(|part| lower.contains(part)) {
        return false;
    }
    if line.ends_with(';') && is_code(line) {
        return true;
    }
    let length = line.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(byte)).count();
    let (name, behind) = line.split_at_checked(length).unwrap_or_default();
    let Some(value) = behind.trim_start_matches(|ch: char| ch == ' ' || is_quote(ch)).strip_prefix([':', '=']) else {
        return false;
    };
    let value = value.trim_matches(|ch: char| ch.is_whitespace() || ">,".contains(ch) || is_quote(ch));
    let is_inner_capital = |(at, byte): (usize, u8)| at > 0 && byte.is_ascii_uppercase();
    let is_camel =
        name.starts_with(|ch: char| ch.is_ascii_lowercase()) && name.bytes().enumerate().any(is_inner_capital);
    (is_camel || name.contains(['_', '.', '-']))
        && (is_nested || !value.is_empty() && !value.contains(char::is_whitespace))
        && [name, value].into_iter().all(|word| known_error(word).is_none())
}

/// Whether a line that ends in a semicolon is a directive of nginx, `add_header Access-Control-Allow-Origin *;`, or a
/// statement of a program. A sentence may have one too.
fn is_code(line: &str) -> bool {
    let length = line.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"_.$:>-".contains(byte)).count();
    let (name, behind) = line.split_at_checked(length).unwrap_or_default();
    let is_assigned =
        || line.split_once(" = ").is_some_and(|(left, _)| left.split_whitespace().count() <= MOST_OF_LEFT);
    if behind.starts_with('(') || is_assigned() || name.is_empty() && line.starts_with(['}', ')', ']', '#', '/', '@']) {
        return true;
    }
    if line.split(|ch| !is_of_name(ch)).any(|word| known_error(word).is_some()) {
        return false;
    }
    // The value of a directive, or of a keyword, is no word alone: `listen 443 ssl;`, `return res.json(user);`
    let value = behind.trim_end_matches(';').split_whitespace().next().unwrap_or_default();
    let is_lower = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    is_lower && (name.contains('_') || !value.chars().all(char::is_alphabetic))
}

/// How many words a program has before the sign of an assignment: `private String token = …`.
const MOST_OF_LEFT: usize = 3;

const HEADERS: [&str; 12] = [
    "accept",
    "authorization",
    "connection",
    "cookie",
    "date",
    "expires",
    "host",
    "location",
    "origin",
    "pragma",
    "referer",
    "server",
];

/// Whether a line has a word of a failure, in one of the languages that programs speak.
pub(super) fn tells_failure(line: &str) -> bool {
    const WORDS: [&str; 8] = ["fail", "error", "exception", "fehler", "fehlgeschlagen", "fehlt", "denied", "fallo"];
    let lower = line.to_ascii_lowercase();
    let is_apart = |(at, word): (usize, &str)| {
        let (before, behind) = lower.split_at_checked(at).unwrap_or_default();
        let behind = behind.get(word.len()..).unwrap_or_default();
        match word {
            // `err_msg`, and no `referrer`.
            "err" => !before.ends_with(|ch: char| ch.is_ascii_alphanumeric()),
            // No `rejected_code`, which a setting is called.
            _ => !behind.starts_with(is_of_name),
        }
    };
    WORDS.iter().any(|word| lower.contains(word))
        || ["err", "rejected"].iter().any(|word| lower.match_indices(word).any(is_apart))
}

/// Whether a line says what happens under a condition or what somebody has to do, as documentation does.
pub(super) fn is_instruction(line: &str) -> bool {
    const WORDS: [&str; 18] = [
        "if ",
        "when ",
        "please ",
        "you can ",
        "you must ",
        "you should ",
        "make sure",
        "before you",
        "can only ",
        "after that",
        "for example",
        "e.g.",
        "wenn ",
        "falls ",
        "bitte ",
        "how to ",
        "what am i ",
        "note that",
    ];
    // `resulted invalid when verified` tells what was done.
    let is_done = |behind: &str| behind.split(' ').next().is_some_and(|word| word.ends_with("ed"));
    let lower = line.trim_start().to_ascii_lowercase();
    WORDS.iter().any(|word| {
        let is_inside = |(at, found): (usize, &str)| {
            lower.get(..at).is_some_and(|before| before.ends_with(' '))
                && (found != "when " || !lower.get(at + found.len()..).is_some_and(is_done))
        };
        lower.starts_with(word) || lower.match_indices(word).any(is_inside)
    })
}
