//! The one pass over a text that sees names with values, codes, statuses, requests and programs, whatever syntax they
//! are in: JSON, a dump of any language, headers, a query, XML, the lines of a log.

use super::bare::{begins_with_error, first_line, sentence_of, spaced};
use super::found::Found;
use super::level::logged_error;
use super::name::Role;
use super::network::network_fault;
use super::record::Record;
use super::status::status_at;
use super::syntax::separator;
use super::value::quoted;
use super::word::{is_class, is_cmdlet, is_entra_code, is_error_code, is_phrase, is_program, known_error};
use crate::chars::{end_of, front_of, is_quote};

/// Reads a text from its start to its end.
pub(super) fn scan(text: &str) -> Found {
    let mut found = Found::default();
    Scanner::new(text, &mut found).run();
    found
}

pub(super) struct Scanner<'t, 'f> {
    pub text: &'t str,
    pub at: usize,
    pub depth: usize,
    pub line: usize,
    /// The object that is open, and how many there were.
    pub root: Option<u32>,
    pub roots: u32,
    /// The object in the message of an error, while its stack trace follows.
    pub told: Option<u32>,
    /// Bare sentences do not overlap.
    pub bare_until: usize,
    pub layer: usize,
    /// A sentence: what is like a name and a value in it is none.
    pub is_sentence: bool,
    /// The method that is named before its URL.
    pub method: Option<String>,
    /// The place of the whole string, if this text is inside of one.
    pub outer: Option<usize>,
    /// A list of errors that is open: its depth, and the name of the error.
    pub errors: Option<(usize, Option<String>)>,
    pub found: &'f mut Found,
}

impl<'t, 'f> Scanner<'t, 'f> {
    pub fn new(text: &'t str, found: &'f mut Found) -> Scanner<'t, 'f> {
        Scanner {
            text,
            at: 0,
            depth: 0,
            line: 0,
            root: None,
            roots: 0,
            told: None,
            bare_until: 0,
            layer: 0,
            is_sentence: false,
            method: None,
            outer: None,
            errors: None,
            found,
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    pub fn rest(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or_default()
    }

    pub fn run(&mut self) {
        while let Some(byte) = self.byte(self.at) {
            match byte {
                b'\n' => {
                    self.line += 1;
                    self.at += 1;
                    self.begin_line();
                }
                b'{' | b'[' => {
                    self.at += 1;
                    let is_map = self.text.get(..self.at - 1).is_some_and(|before| before.ends_with("map"));
                    if byte == b'{'
                        || self.depth > 0
                        || is_map
                        || self.is_java_object()
                        || spaced(self.rest(self.at)).starts_with('{')
                    {
                        self.open();
                    }
                }
                b'}' | b']' => {
                    self.at += 1;
                    self.depth = self.depth.saturating_sub(usize::from(byte == b'}' || self.depth > 0));
                    if self.depth == 0 && self.layer == 0 {
                        self.told = self.root.take().or(self.told);
                    }
                }
                b'a'..=b'z' | b'A'..=b'Z' | b'_' => self.word(),
                b'0'..=b'9' => self.digits(),
                _ => self.at += 1,
            }
        }
    }

    /// Behind the bracket of `Output@1d0c7fb3[status=failed,message=…]`, as Java prints an object.
    fn is_java_object(&self) -> bool {
        let before = self.text.get(..self.at.saturating_sub(1)).unwrap_or_default();
        let is_named = before.ends_with(|ch: char| ch.is_ascii_alphanumeric());
        let rest = self.rest(self.at);
        let name = rest.bytes().take(40).take_while(u8::is_ascii_alphanumeric).count();
        is_named && name > 1 && rest.get(name..).is_some_and(|rest| rest.starts_with('=') && !rest.starts_with("=="))
    }

    fn open(&mut self) {
        if self.depth == 0 && self.layer == 0 {
            self.root = self.told.filter(|_| self.is_frame());
            if self.root.is_none() {
                self.roots += 1;
                self.root = Some(self.roots);
            }
        }
        self.depth += 1;
    }

    /// Whether this line is one of a stack trace: Node prints the members of an error behind the last of them.
    fn is_frame(&self) -> bool {
        let before = end_of(self.text.get(..self.at).unwrap_or_default(), LONGEST_FRAME);
        let line = before.rfind('\n').map_or(before.len(), |end| before.len() - end - 1);
        front_of(self.rest(self.at.saturating_sub(line)), LONGEST_INDENT).trim_start().starts_with("at ")
    }

    /// An open bracket ends where a line of a log begins with its time.
    fn begin_line(&mut self) {
        let rest = self.rest(self.at);
        if self.depth == 0 && self.layer == 0 && !self.is_frame() {
            self.told = None;
        }
        let line = rest.trim_start_matches('[');
        let is_dated = line.get(..5).is_some_and(|front| {
            let digits = front.bytes().take_while(u8::is_ascii_digit).count();
            matches!((digits, front.as_bytes().get(digits)), (4, Some(b'-' | b'/')) | (2, Some(b':' | b'/' | b'-')))
        });
        if is_dated && self.layer == 0 {
            self.depth = 0;
            self.root = None;
        }
    }

    /// The place in the whole text.
    pub fn place(&self, at: usize) -> usize {
        self.outer.unwrap_or(at)
    }

    fn word(&mut self) {
        let mut start = self.at;
        // The letter of an escape: `\nerror`.
        if start > 0 && self.byte(start - 1) == Some(b'\\') && matches!(self.byte(start), Some(b'n' | b'r' | b't')) {
            start += 1;
        }
        let is_of_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
        let bytes = self.rest(start).as_bytes();
        let length = bytes.iter().take_while(|byte| is_of_word(byte)).count();
        let last = bytes.iter().take(length).rposition(|byte| !matches!(byte, b'.' | b'-'));
        let end = start + last.map_or(0, |last| last + 1);
        let word = self.text.get(start..end).unwrap_or_default();
        self.at = end.max(self.at + 1);
        if !self.is_sentence && word.eq_ignore_ascii_case("error") && self.code_in_brackets(start, end) {
            return;
        }
        // `.error=` or `data.error:` is a name too, but `error.message` is not.
        if !self.is_sentence
            && let Some((form, value_at)) = separator(self.text, start, end)
            && !ends_string(self.rest(value_at))
        {
            self.member(word, start, form, value_at);
            return;
        }
        if matches!(word, "http" | "https") && self.rest(end).starts_with("://") {
            self.address(start, end);
            return;
        }
        // Most words of prose.
        if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            if self.layer == 0 {
                self.log_line(start, end);
            }
            return self.plain_word(word, start, end);
        }
        if METHODS.contains(&word) {
            return self.request_line(start, end);
        }
        if self.layer == 0 {
            self.log_line(start, end);
        }
        self.known_word(word, start, end);
    }

    /// `ERROR (invalid-token): Invalid token.`, as plugins of WordPress show an error with its code.
    fn code_in_brackets(&mut self, start: usize, end: usize) -> bool {
        let Some((code, behind)) =
            self.rest(end).strip_prefix(" (").and_then(|rest| front_of(rest, LONGEST_FRAME).split_once("): "))
        else {
            return false;
        };
        let Some(sentence) = sentence_of(behind).filter(|_| is_error_code(code) && code.contains(['-', '_'])) else {
            return false;
        };
        let mut record = Record { error: Some(code.to_owned()), ..self.line_record(start) };
        record.add_sentence(3, &sentence);
        self.found.records.push(record);
        self.at = end + " (): ".len() + code.len();
        self.bare_until = self.at + sentence.len();
        true
    }

    /// The line of a log, if the word is its level.
    fn log_line(&mut self, start: usize, end: usize) {
        if self.depth <= 1
            && let Some(logged) = logged_error(self.text, start, end)
        {
            let mut record =
                Record { is_message: !logged.is_certain, is_bad: logged.is_certain, ..self.line_record(start) };
            record.add_sentence(if logged.is_certain { 3 } else { 7 }, &logged.sentence);
            self.found.records.push(record);
        }
    }

    /// A word of lowercase letters alone: no code, no class.
    fn plain_word(&mut self, word: &str, start: usize, end: usize) {
        let place = self.place(start);
        let behind = self.rest(end);
        if let Some(fault) = network_fault(word, behind) {
            self.found.networks.push((place, fault));
        }
        if is_phrase(word, behind, || false) {
            self.found.exceptions.push((place, true));
        }
    }

    /// A word that is not the name of a value.
    fn known_word(&mut self, word: &str, start: usize, end: usize) {
        let place = self.place(start);
        let behind = self.rest(end);
        if let Some(fault) = network_fault(word, behind) {
            self.found.networks.push((place, fault));
        }
        if let Some(error) = known_error(word) {
            if is_switch(behind) {
                return;
            }
            self.found.errors.push((place, error));
            if !self.is_sentence
                && let Some(sentence) = self.words_behind_error(end)
            {
                let mut record = Record { error: Some(error.to_owned()), ..self.line_record(start) };
                record.add_sentence(3, &sentence);
                self.found.records.push(record);
            }
            return;
        }
        if is_entra_code(word) {
            self.found.codes.push((place, word.to_owned()));
            return;
        }
        let is_command = is_cmdlet(word) && self.is_line_start(start);
        let class = word.rsplit('.').next().unwrap_or(word);
        let is_numbered = || {
            let before = self.text.get(..start.saturating_sub(1));
            before.is_some_and(|before| before.ends_with(|ch: char| ch.is_ascii_digit()))
        };
        if is_phrase(word, behind, is_numbered) {
            self.found.exceptions.push((place, true));
            return;
        }
        let is_record = matches!(class, "CategoryInfo" | "FullyQualifiedErrorId");
        let is_named = is_program(word) || is_record;
        if !(is_named || is_class(class) || is_command) {
            return;
        }
        // `new ValueError(…)` and `catch (ValueError e)` are code.
        let prints = behind.strip_prefix(' ').unwrap_or(behind).strip_prefix(':').filter(|text| !text.starts_with(':'));
        if self.is_code_before(start) || behind.starts_with('(') || !is_named && prints.is_none() {
            return;
        }
        if class == "GuzzleHttp" && !behind.starts_with('\\') {
            return;
        }
        self.found.exceptions.push((place, is_record || prints.is_some() && is_class(class)));
        if is_record {
            // What else is in the line has been shortened by PowerShell.
            self.at = end + first_line(behind).len();
            return;
        }
        if self.is_sentence || start < self.bare_until || !is_class(class) && !is_command {
            return;
        }
        let Some(message) =
            prints.and_then(sentence_of).filter(|message| !begins_with_error(message) && !is_place(message))
        else {
            return;
        };
        self.bare_until = end + message.len();
        let mut record = Record { is_message: true, ..self.line_record(start) };
        record.add_sentence(7, &message);
        self.found.records.push(record);
    }

    /// A record of its own for the rest of a line.
    fn line_record(&self, start: usize) -> Record {
        Record { at: self.place(start), root: self.root, line: self.line, is_line: true, ..Record::default() }
    }

    fn is_line_start(&self, start: usize) -> bool {
        let before = self.text.get(..start).unwrap_or_default();
        before.trim_end_matches([' ', '\t', '>', '|']).chars().next_back().is_none_or(|ch| ch == '\n')
    }

    fn is_code_before(&self, start: usize) -> bool {
        let before = self.text.get(..start).unwrap_or_default().trim_end_matches([' ', '(']);
        ["new", "throw", "catch", "except", "class", "instanceof", "raise", "extends", "import"]
            .iter()
            .any(|word| before.ends_with(word))
    }

    /// `(invalid_grant) Bad Request`, `invalid_grant: The code has expired`, `"invalid_grant" "Bad Request"`.
    fn words_behind_error(&mut self, end: usize) -> Option<String> {
        if end < self.bare_until {
            return None;
        }
        let rest = self.rest(end);
        let (text, quote) = match rest.strip_prefix(['"', '\'', '`']) {
            Some(behind) => (behind, behind.trim_start().strip_prefix(['"', '\''])),
            None => (rest, None),
        };
        if let Some(quote) = quote {
            let start = self.text.len() - quote.len() - 1;
            return quoted(self.text, start).map(|value| value.text).filter(|text| text.contains(char::is_alphabetic));
        }
        let text = ["): ", ") - ", ") ", "] ", ": ", " : ", " - ", ", "]
            .into_iter()
            .find_map(|lead| text.strip_prefix(lead))?;
        let sentence = sentence_of(text)?;
        // A list of codes is no sentence.
        let first = sentence.split([' ', ',']).next().unwrap_or_default();
        if is_error_code(first) && first.contains('_') || first.contains(['=', ':']) || !sentence.contains(' ') {
            return None;
        }
        self.bare_until = end + sentence.len();
        let is_bracketed = sentence.ends_with(')') && !sentence.contains('(');
        Some(if is_bracketed { sentence.trim_end_matches(')').to_owned() } else { sentence })
    }

    /// A line such as `ValueError: …` or `Invoke-RestMethod : …`, or `Response: {…}`.
    pub fn other_line(&mut self, name: &str, start: usize, value_at: usize) {
        let end = self.at;
        let word = self.text.get(start..end).unwrap_or(name);
        self.known_word(word, start, end);
        // A string may contain a response.
        let front = self.rest(value_at);
        let front = front.strip_prefix(' ').unwrap_or(front);
        let is_prefixed = ["b'", "b\""].iter().any(|prefix| front.starts_with(prefix));
        let at = self.text.len() - front.len() + usize::from(is_prefixed);
        if front_of(front, 4).contains('{')
            && let Some(value) = quoted(self.text, at)
        {
            self.inside(&value.text, start, Role::Other);
            self.at = value.end;
        }
    }

    fn digits(&mut self) {
        let start = self.at;
        let length = self.rest(start).bytes().take_while(u8::is_ascii_digit).count();
        self.at += length;
        // `[0]=> string(14) "Missing state."`, in PHP.
        if self.errors.is_some()
            && start > 0
            && self.byte(start - 1) == Some(b'[')
            && let Some((form, value_at)) = separator(self.text, start, self.at)
        {
            return self.listed_error(start, form, value_at);
        }
        if length == 3
            && let Some(status) = status_at(self.text, start)
        {
            let place = self.place(start);
            self.found.statuses.push((place, status));
        }
    }
}

/// Whether a name is one of a setting that is on or off: `login_required: true`.
fn is_switch(behind: &str) -> bool {
    let value = behind.trim_start_matches(['"', '\'', ' ']);
    let Some(value) = value.strip_prefix(['=', ':']) else { return false };
    let value = value.trim_start_matches(['"', '\'', ' ']);
    ["true", "false"].iter().any(|state| {
        value
            .strip_prefix(state)
            .is_some_and(|rest| !rest.starts_with(|ch: char| ch.is_ascii_alphanumeric() || ch == '_'))
    })
}

/// In bytes: no line of a stack trace is longer.
const LONGEST_FRAME: usize = 1000;
/// In bytes: how far a line of a stack trace is indented, with the `at` that it begins with.
const LONGEST_INDENT: usize = 40;

pub(super) const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// Whether what follows is the end of a string in program code: `console.error("refresh error:", text)`.
fn ends_string(rest: &str) -> bool {
    let behind = rest.strip_prefix(is_quote).map(str::trim_start);
    behind.is_some_and(|behind| behind.starts_with([',', ')', ';', '+']))
}
/// Whether a text is a place in a script, as PowerShell names it before what happened there: `C:\\a.ps1:154:25`.
fn is_place(text: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = text.trim().rsplit(':');
    let numbers = [parts.next(), parts.next()];
    numbers.into_iter().all(|part| part.is_some_and(is_number)) && parts.next().is_some_and(|rest| !rest.contains(". "))
}
