//! Values without quotes, and the prose of a line.

use super::syntax::Form;
use super::value::unescaped;
use super::word::{is_error_code, known_error};
use crate::chars::{front_of, is_quote};

/// How many spaces may be next to a separator: the columns of a list.
pub(super) const MOST_SPACES: usize = 200;
/// The longest sentence of a line, in bytes.
const LONGEST_BARE: usize = 1000;

pub(super) fn spaced(text: &str) -> &str {
    let spaces = text.bytes().take(MOST_SPACES).take_while(u8::is_ascii_whitespace).count();
    text.get(spaces..).unwrap_or_default()
}

/// PHP writes the type of a value before it: `string(13) "…"`, `int(400)`.
pub(super) fn behind_type(text: &str) -> &str {
    if let Some(rest) = text.strip_prefix("string(") {
        let length = rest.bytes().take(12).position(|byte| byte == b')').unwrap_or_default();
        return rest.get(length..).and_then(|rest| rest.strip_prefix(") ")).unwrap_or(text);
    }
    text.strip_prefix("int(").or_else(|| text.strip_prefix("bool(")).unwrap_or(text)
}

/// A value without quotes, up to what ends it in this form.
pub(super) fn bare_value(text: &str, form: Form, is_in_object: bool) -> &str {
    let until = |ends: &[char]| text.split(ends).next().unwrap_or(text);
    match form {
        Form::Query => until(&['&', '#', ' ', '\t', '\n', '\r', '"', '\'', '<', '>', '`', ')', '\\', ';']),
        Form::Tag => until(&['<']),
        Form::Bracket => first_line(text).split(" [").next().unwrap_or_default().trim_end().trim_end_matches(" )"),
        Form::Equals if !is_in_object => until(&[' ', '\t', '\n', '\r', ',', ';', ')', ']', '&']),
        Form::Colon if !is_in_object => first_line(text),
        // A literal: `null`, `True`, `400`.
        Form::Quoted => until(&[',', '}', ']', '\n', '\r', '"', '\'']),
        Form::Equals | Form::Colon => in_object(first_line(text)),
    }
}

/// Up to the bracket that closes the object, or to the next name.
fn in_object(line: &str) -> &str {
    let end = line.char_indices().find(|(at, ch)| match ch {
        '}' | ']' => true,
        ',' | ' ' => {
            let next = line.get(at + 1..).unwrap_or_default().trim_start_matches([' ', '"', '\'']);
            let name = next.bytes().take(40).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
            let behind = next.get(name..).unwrap_or_default().trim_start_matches(['"', '\'']);
            let is_name =
                name > 0 && (behind.starts_with('=') || behind.starts_with(':') && !behind.starts_with("://"));
            *ch == ',' && (next.is_empty() || is_name) || *ch == ' ' && is_name && !behind.starts_with(": ")
        }
        _ => false,
    });
    end.map_or(line, |(at, _)| line.get(..at).unwrap_or(line))
}

/// Whether a sentence is an error code with words after it: `invalid_grant: …`, `(invalid_grant) …`.
pub(super) fn begins_with_error(text: &str) -> bool {
    let word = text.trim_start_matches(['(', '[', '"', '\'']);
    let end = word.find(|ch: char| !ch.is_ascii_alphanumeric() && ch != '_').unwrap_or(word.len());
    word.get(..end).and_then(known_error).is_some() && end < word.len()
}

pub(super) fn first_line(text: &str) -> &str {
    let line = text.split('\n').next().unwrap_or(text);
    line.strip_suffix('\r').unwrap_or(line)
}

pub(super) fn first_word(text: &str) -> &str {
    let word = text.split([' ', ',', '}', ']', ')', ';']).next().unwrap_or(text);
    word.trim_end_matches([':', '.'])
}

/// A code or a status, and no variable of a program.
pub(super) fn is_code_like(word: &str) -> bool {
    known_error(word).is_some()
        || is_error_code(word) && word.contains('_') && !word.contains('.')
        || word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The prose at the start of a line: what a program says before it prints an object. `None` for code.
pub(super) fn sentence_of(line: &str) -> Option<String> {
    let line = first_line(front_of(line, LONGEST_BARE));
    let prose = line.split(['{']).next().unwrap_or(line).trim();
    let prose = prose.trim_matches(|ch: char| is_quote(ch) || matches!(ch, ',' | '[')).trim_end_matches(" b").trim();
    let is_code = ["=>", "function", "()", ";", "==", "$", "->"].iter().any(|part| prose.contains(part));
    let has_words = prose.contains(' ') || prose.starts_with(char::is_uppercase);
    let letters = prose.chars().filter(|ch| ch.is_alphabetic()).count();
    (!is_code && has_words && letters >= 4).then(|| unescaped(prose, 1))
}
