//! Whether a text tells of a failure at all, whatever of it was read: then it cannot be said that nothing is wrong.

use super::own_answers::without_own_answers;
use super::own_sentences::without_own_sentences;
use crate::chars::{end_of, front_of};
use crate::oauth::Secret;
use crate::reading::answer::{is_calm_entry, reported, tells_of_failure};

/// What a text tells of a failure.
#[derive(Debug, Default)]
pub struct Failure {
    /// Somebody says so, or a program does.
    pub is_told: bool,
    /// The last sentence that a program or a server has for it: what follows `Error:`, or the name of an exception.
    pub sentence: Option<Secret>,
}

/// What a text tells, apart from the sentences that a program in it has for what may happen. Runs in linear time.
pub(super) fn failure(text: &str) -> Failure {
    let text = if text.len() > LONGEST { end_of(text, LONGEST) } else { text };
    let report = reported(text);
    let said = without_own_sentences(without_own_answers(&report));
    let mut found = Failure::default();
    let mut last = None;
    let mut is_traced = false;
    for line in said.lines().filter(|line| line.len() <= LONGEST_LINE) {
        let (is_indented, line) = (line.starts_with(' '), without_frame(line));
        // The last line of a trace is what was raised, and Python's warnings can be.
        let raised = if is_traced && !is_indented { of_warning(line) } else { None };
        is_traced = line.starts_with("Traceback (") || is_traced && is_indented;
        // A program that prints an object behind such a sign says what went wrong.
        let is_marked = line.starts_with(['\u{274c}', '\u{2716}', '\u{2717}', '\u{2718}']);
        if raised.is_none() && !is_marked && (is_code(line) || is_calm_entry(line)) {
            continue;
        }
        let sentence = raised.or_else(|| sentence_of(line));
        found.is_told |= sentence.is_some() || tells_of_failure(line);
        last = sentence.or(last);
    }
    found.sentence = last.map(Secret::new);
    found
}

/// In bytes: what happened is at the end of a longer text.
const LONGEST: usize = 200_000;
/// In bytes.
const LONGEST_LINE: usize = 1000;

/// The line without what Compose writes in front of it, and without the marks of a list.
fn without_frame(line: &str) -> &str {
    let line = line.trim();
    let behind = line.split_once(" | ").filter(|(name, _)| !name.trim().contains(' ') && !name.is_empty());
    behind.map_or(line, |(_, behind)| behind.trim())
}

/// What a line says behind a word that only errors begin with. One word is no sentence.
fn sentence_of(line: &str) -> Option<&str> {
    let rest = MARKS.iter().find_map(|mark| line.strip_prefix(mark)).or_else(|| of_class(line))?;
    let rest = rest.trim_start_matches([':', ' ', '\u{fe0f}']);
    let is_sentence = rest.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).nth(1).is_some();
    is_sentence.then_some(rest)
}

const MARKS: [&str; 12] = [
    "Error: ",
    "ERROR: ",
    "error: ",
    "Error - ",
    "Fehler: ",
    "fatal: ",
    "Fatal: ",
    "Exception: ",
    "\u{274c}",
    "\u{2717}",
    "\u{2718}",
    "\u{2716}",
];

/// What follows the class of an exception, `requests.exceptions.HTTPError: …`.
fn of_class(line: &str) -> Option<&str> {
    let line = line.strip_prefix("Uncaught ").or_else(|| line.strip_prefix("Caused by: ")).unwrap_or(line);
    let (class, rest) = front_of(line, LONGEST_LINE).split_once(": ")?;
    let is_name = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '.' | '_' | '\\' | '$');
    let is_class = class.starts_with(|ch: char| ch.is_ascii_alphabetic())
        && class.chars().all(is_name)
        && ["Error", "Exception"].iter().any(|end| class.ends_with(end) && class.len() > end.len());
    is_class.then(|| line.get(line.len() - rest.len()..)).flatten()
}

/// What follows the class of a warning, `UserWarning: …`.
fn of_warning(line: &str) -> Option<&str> {
    let (class, rest) = line.split_once(": ")?;
    let is_class = class.ends_with("Warning") && class.chars().all(|ch| ch.is_ascii_alphanumeric() || ch == '.');
    is_class.then_some(rest)
}

/// Whether a line is one of a program, of data or of settings, or a comment in them: what may fail is in it too.
fn is_code(line: &str) -> bool {
    const COMMENTS: [&str; 6] = ["//", "#", "*", "/*", "--", "<!--"];
    COMMENTS.iter().any(|mark| line.starts_with(mark))
        || line.ends_with([';', '{', '}', '(', '[', ',', ')', ']', '\\'])
        || line.starts_with(['"', '\'', '<', '}', ')'])
        || [" = ", " => ", "->", "::", "()"].iter().any(|part| line.contains(part)) && of_class(line).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_of_a_failure() {
        for text in [
            "URL validation failed. Try again later.",
            "POST https://id.example.com/token\n\nand then it does not work",
            "app-1  | Error: something is wrong with the thing",
            "\u{274c} Zoom could not be linked",
            "java.lang.IllegalStateException: no bean of this type",
            "Uncaught TypeError: x is not a function",
            "Das Anmelden schl\u{e4}gt fehl",
        ] {
            assert!(failure(text).is_told, "{text}");
        }
    }

    #[test]
    fn what_may_fail_in_a_program() {
        for text in [
            "",
            "throw new Error('the request failed');",
            "// fails if the token is old",
            "# this failed before",
            "raise RuntimeError(\"login failed\")",
            "{\"failed\": 0, \"message\": \"nothing failed\"}",
            "console.error(\"Error: it failed\")",
            "logger.error(\"Error: %s\", e);",
            "10:00:00 INFO 0 of 12 jobs done",
            "catch (err) { setError('an error') }",
            "If the request fails, the server returns 400.",
        ] {
            assert!(!failure(text).is_told, "{text}");
        }
    }

    #[test]
    fn the_sentence_of_it() {
        let said = |text: &str| failure(text).sentence.map(|sentence| sentence.expose().to_owned());
        let sentence = "the directory cannot be read";
        for text in [
            "Error: the directory cannot be read",
            "web-1  | ERROR: the directory cannot be read",
            "\u{274c} the directory cannot be read",
            "x.y.DirectoryException: the directory cannot be read",
            "Error: one thing\nError: the directory cannot be read\ngoodbye",
            "Traceback (most recent call last):\n  File \"a.py\", line 1\n    raise w\nWarning: the directory cannot be read",
            "Traceback (most recent call last):\n  File \"a.py\", line 1\na.b.UserWarning: the directory cannot be read\nINFO: done",
        ] {
            assert_eq!(said(text).as_deref(), Some(sentence), "{text}");
        }
        for text in [
            "Error: 1",
            "Error",
            "I get an error",
            "Errors: several things",
            "Warning: the directory cannot be read",
            "  indented\nWarning: the directory cannot be read",
            "Traceback (most recent call last):\n  File \"a.py\"\nKeyError: 1\nWarning: the directory cannot be read",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }
}
