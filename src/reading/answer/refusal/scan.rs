//! The one pass over a text that sees names with values, codes, statuses, requests and programs, whatever syntax they
//! are in: JSON, a dump of any language, headers, a query, XML, the lines of a log.

use super::bare::{begins_with_error, first_line, first_word, front_of, is_code_like, sentence_of, spaced};
use super::level::{is_bad_level, is_on_topic, logged_error};
use super::name::Role;
use super::record::{Found, Record};
use super::status::status_at;
use super::syntax::{Form, Value, separator, value_of};
use super::value::{quoted, without_entities};
use super::word::{exception, is_class, is_cmdlet, is_entra_code, is_error_code, known_error, phrase};
use crate::chars::is_quote;

/// Reads a text from its start to its end.
pub(super) fn scan(text: &str) -> Found {
    let mut found = Found::default();
    let mut scanner = Scanner::new(text, &mut found);
    scanner.run();
    scanner.end();
    found
}

/// How many strings inside of strings are read.
const MOST_LAYERS: usize = 3;
/// The longest value without quotes, in bytes.
const LONGEST_BARE: usize = 1000;
/// The longest one inside of another, in bytes: a code.
const LONGEST_OVERLAPPED: usize = 80;
/// How much of an entry of a log tells what it is about, in bytes.
const MOST_OF_ENTRY: usize = 2000;
/// How far behind a separator a string begins, in bytes.
const LONGEST_LEAD: usize = 20;
/// How many lines may be between two lines that belong together.
const MOST_LINES_BETWEEN: usize = 2;

pub(super) struct Scanner<'t, 'f> {
    pub text: &'t str,
    pub at: usize,
    depth: usize,
    line: usize,
    /// The object that is open, and how many there were.
    root: Option<u32>,
    roots: u32,
    /// Bare sentences do not overlap.
    bare_until: usize,
    layer: usize,
    /// A sentence: what is like a name and a value in it is none.
    is_sentence: bool,
    /// The method that is named before its URL.
    method: Option<String>,
    /// The place of the whole string, if this text is inside of one.
    outer: Option<usize>,
    /// A list of errors that is open: its depth, and the name of the error.
    errors: Option<(usize, Option<String>)>,
    pub found: &'f mut Found,
}

/// A name with a text as its value, apart from that text.
struct Member {
    role: Role,
    form: Form,
    start: usize,
    /// It is between quotes or brackets, or in an object.
    is_structured: bool,
    /// The value has quotes.
    is_quoted: bool,
    is_cut: bool,
    /// A response was found in the value.
    is_inside: bool,
}

impl<'t, 'f> Scanner<'t, 'f> {
    fn new(text: &'t str, found: &'f mut Found) -> Scanner<'t, 'f> {
        Scanner {
            text,
            at: 0,
            depth: 0,
            line: 0,
            root: None,
            roots: 0,
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

    fn run(&mut self) {
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
                    if byte == b'{' || self.depth > 0 || is_map || spaced(self.rest(self.at)).starts_with('{') {
                        self.open();
                    }
                }
                b'}' | b']' => {
                    self.at += 1;
                    self.depth = self.depth.saturating_sub(usize::from(byte == b'}' || self.depth > 0));
                    if self.depth == 0 && self.layer == 0 {
                        self.root = None;
                    }
                }
                b'a'..=b'z' | b'A'..=b'Z' | b'_' => self.word(),
                b'0'..=b'9' => self.digits(),
                _ => self.at += 1,
            }
        }
    }

    fn open(&mut self) {
        if self.depth == 0 && self.layer == 0 {
            self.roots += 1;
            self.root = Some(self.roots);
        }
        self.depth += 1;
    }

    /// An open bracket ends where a line of a log begins with its time.
    fn begin_line(&mut self) {
        let rest = self.rest(self.at);
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

    /// A text that ends inside of an object is cut off.
    fn end(&mut self) {
        let root = self.root.filter(|_| self.depth > 0);
        if let Some(record) = self.found.records.last_mut()
            && root.is_some()
            && record.root == root
            && record.is_structured
        {
            record.is_cut = true;
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
        let length = self.rest(start).bytes().take_while(is_of_word).count();
        let whole = self.rest(start).get(..length).unwrap_or_default();
        let word = whole.trim_end_matches(['.', '-']);
        let end = start + word.len();
        self.at = end.max(self.at + 1);
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
        if METHODS.contains(&word) {
            return self.request_line(start, end);
        }
        if self.layer == 0
            && self.depth <= 1
            && let Some(logged) = logged_error(self.text, start, end)
        {
            let mut record =
                Record { is_message: !logged.is_certain, is_bad: logged.is_certain, ..self.line_record(start) };
            record.add_sentence(if logged.is_certain { 3 } else { 7 }, &logged.sentence);
            self.found.records.push(record);
        }
        self.known_word(word, start, end);
    }

    /// A word that is not the name of a value.
    fn known_word(&mut self, word: &str, start: usize, end: usize) {
        let place = self.place(start);
        if let Some(error) = known_error(word) {
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
        let is_program = is_cmdlet(word) && self.is_line_start(start);
        let class = word.rsplit('.').next().unwrap_or(word);
        let behind = self.rest(end);
        let is_numbered = self
            .text
            .get(..start.saturating_sub(1))
            .is_some_and(|before| before.ends_with(|ch: char| ch.is_ascii_digit()));
        if let Some(name) = phrase(word, behind).filter(|name| *name != "requests" || is_numbered) {
            self.found.exceptions.push((place, name, true));
            return;
        }
        let Some(name) = exception(word).or_else(|| is_program.then_some("powershell")) else { return };
        let is_record = matches!(class, "CategoryInfo" | "FullyQualifiedErrorId");
        let is_named = !matches!(name, "exception" | "powershell") || is_record;
        // `new ValueError(…)` and `catch (ValueError e)` are code.
        let prints = behind.strip_prefix(' ').unwrap_or(behind).strip_prefix(':').filter(|text| !text.starts_with(':'));
        if self.is_code_before(start) || behind.starts_with('(') || !is_named && prints.is_none() {
            return;
        }
        if class == "GuzzleHttp" && !behind.starts_with('\\') {
            return;
        }
        self.found.exceptions.push((place, name, is_record || prints.is_some() && is_class(class)));
        if is_record {
            // What else is in the line has been shortened by PowerShell.
            self.at = end + first_line(behind).len();
            return;
        }
        if self.is_sentence || start < self.bare_until || !is_class(class) && !is_program {
            return;
        }
        let Some(message) = prints.and_then(sentence_of).filter(|message| !begins_with_error(message)) else { return };
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
        let text =
            ["): ", ") - ", ") ", "] ", ": ", " - ", ", "].into_iter().find_map(|lead| text.strip_prefix(lead))?;
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

    /// A sentence of a list of errors, with the name that it is under.
    fn listed_error(&mut self, start: usize, form: Form, value_at: usize) {
        self.depth = self.depth.saturating_sub(1);
        self.at = value_at;
        let Some((_, name)) = self.errors.take() else { return };
        if let Value::Text { text, end, .. } = value_of(self.text, form, value_at, LONGEST_BARE, self.depth > 0) {
            self.at = end;
            self.add_listed(start, name.as_deref().unwrap_or_default(), &text);
        }
    }

    fn add_listed(&mut self, start: usize, name: &str, text: &str) {
        let sentence = if name.is_empty() { text.to_owned() } else { [name, text].join(": ") };
        let record = self.record(start, Some(Role::Errors), true);
        record.is_bad = true;
        record.add_sentence(3, &sentence);
    }

    fn member(&mut self, name: &str, start: usize, form: Form, value_at: usize) {
        // The bracket around a name is no list.
        if matches!(form, Form::Quoted | Form::Bracket)
            && self.text.get(start..value_at).is_some_and(|name| name.contains(']'))
        {
            self.depth = self.depth.saturating_sub(1);
        }
        // The last part: `error.message`, `data.error`.
        let name = name.rsplit('.').next().unwrap_or(name);
        let role = Role::of(name);
        let is_bare = matches!(form, Form::Colon | Form::Equals);
        if role == Role::Other && is_bare && (self.depth == 0 || exception(name).is_some()) {
            return self.other_line(name, start, value_at);
        }
        let is_structured = !is_bare || self.depth > 0;
        let is_string = |text: &str| text.contains(is_quote) || text.contains(['{', '[']);
        if role == Role::Other && is_bare && !is_string(front_of(self.rest(value_at), LONGEST_LEAD)) {
            self.record(start, None, true).others += 1;
            self.at = value_at;
            return;
        }
        let errors = self.errors.take().filter(|(depth, _)| self.depth > *depth || form == Form::Bracket);
        // A sentence is read once, whatever is like a name in it.
        let longest = if value_at < self.bare_until { LONGEST_OVERLAPPED } else { LONGEST_BARE };
        let value = value_of(self.text, form, value_at, longest, self.depth > 0);
        match value {
            Value::Open => {
                self.at = value_at;
                let is_empty =
                    || spaced(self.rest(value_at)).get(1..).is_some_and(|rest| spaced(rest).starts_with([']', '}']));
                match (role, errors) {
                    (Role::Errors, _) if is_structured && !is_empty() => self.errors = Some((self.depth, None)),
                    (Role::Other, Some((depth, None))) => self.errors = Some((depth, Some(name.to_owned()))),
                    _ => {}
                }
                if matches!(role, Role::Error | Role::File) {
                    let record = self.record(start, Some(role), is_structured);
                    record.is_bad |= role == Role::Error;
                    record.is_file |= role == Role::File && form == Form::Quoted;
                } else if is_structured {
                    self.record(start, None, true).others += usize::from(role == Role::Other);
                }
            }
            Value::None => {
                self.at = value_at;
            }
            Value::Text { text, end, is_quoted, is_cut } => {
                self.at = if is_quoted || form == Form::Query { end } else { value_at.max(self.at) };
                if is_quoted {
                    self.line += self.text.get(value_at..end).unwrap_or_default().matches('\n').count();
                }
                let is_listed = role == Role::Errors && is_structured || role == Role::Other && errors.is_some();
                if is_listed && is_quoted && text.contains(' ') {
                    return self.add_listed(start, if role == Role::Errors { "" } else { name }, &text);
                }
                let is_inside = is_quoted && self.inside(&text, start, role);
                self.add(&text, &Member { role, form, start, is_structured, is_quoted, is_cut, is_inside });
            }
        }
    }

    /// A line such as `ValueError: …` or `Invoke-RestMethod : …`, or `Response: {…}`.
    fn other_line(&mut self, name: &str, start: usize, value_at: usize) {
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

    /// Reads a string that contains a response or is a sentence; whether there was a response in it.
    fn inside(&mut self, text: &str, start: usize, role: Role) -> bool {
        let is_response = text.contains('{')
            || text.contains("</")
            || matches!(role, Role::Sentence(_) | Role::Error)
                && begins_with_error(text.strip_prefix("oauth2: ").unwrap_or(text));
        let is_sentence = !is_response && matches!(role, Role::Sentence(_) | Role::Error);
        if self.layer >= MOST_LAYERS
            || matches!(role, Role::Token | Role::Url | Role::Method)
            || !(is_response || is_sentence)
        {
            return false;
        }
        self.roots += 1;
        let (place, root, layer, roots) = (self.place(start), self.root.or(Some(self.roots)), self.layer, self.roots);
        let before = self.found.content();
        let mut inner = Scanner::new(text, self.found);
        inner.layer = layer + 1;
        inner.is_sentence = is_sentence;
        inner.outer = Some(place);
        inner.root = root;
        inner.roots = roots;
        inner.run();
        let after = self.found.content();
        after > before
    }

    fn add(&mut self, text: &str, member: &Member) {
        let Member { role, form, start, is_structured, is_quoted, is_cut, is_inside } = *member;
        let place = self.place(start);
        let text = without_entities(text.trim());
        match role {
            Role::Other | Role::Errors => {
                if let Some(name) = exception(&text) {
                    self.found.exceptions.push((place, name, is_class(&text)));
                }
                if is_structured {
                    self.record(start, None, true).others += 1;
                }
                return;
            }
            Role::Url => {
                if text.contains("://") {
                    let method = self.method.take();
                    self.add_request(place, &text, method.as_deref(), true);
                }
                if is_structured {
                    self.record(start, None, true);
                }
                return;
            }
            Role::Method => {
                let method = METHODS.into_iter().find(|method| method.eq_ignore_ascii_case(&text)).map(str::to_owned);
                match self.found.requests.last_mut() {
                    Some((_, request)) if request.method.is_none() => request.method = method,
                    _ => self.method = method,
                }
                return;
            }
            Role::Host => {
                if let Some((_, request)) =
                    self.found.requests.last_mut().filter(|(_, request)| request.url.starts_with('/'))
                {
                    let host = text.split_whitespace().next().unwrap_or_default();
                    request.url = format!("https://{host}{}", request.url);
                }
                return;
            }
            _ => {}
        }
        let is_bare_prose = !is_quoted && form == Form::Colon;
        let is_overlapped = is_bare_prose && start < self.bare_until;
        let prose = match is_bare_prose {
            true if is_overlapped => None,
            true => sentence_of(&text),
            false => Some(text.clone()),
        };
        let mut status = None;
        let is_about_errors = role == Role::Level && is_bad_level(&text) && {
            let around = front_of(self.rest(start), MOST_OF_ENTRY);
            is_on_topic(if is_structured { around } else { first_line(around) })
        };
        let record = self.record(start, Some(role), is_structured);
        record.is_cut |= is_cut && !matches!(role, Role::Token);
        match role {
            Role::Error => {
                let value = if is_quoted || form == Form::Query { text.as_str() } else { first_word(&text) };
                match value.to_ascii_lowercase().as_str() {
                    "" | "null" | "none" | "undefined" | "nil" | "false" | "0" | "{}" | "[]" => {}
                    "true" | "1" => record.is_bad = true,
                    _ if !is_quoted && form != Form::Query && text.contains(' ') => {
                        if !is_code_like(value)
                            && !is_overlapped
                            && let Some(prose) = prose.filter(|_| !is_inside)
                        {
                            record.add_sentence(3, &prose);
                        } else if is_code_like(value) {
                            record.add_error(value);
                        }
                    }
                    _ if is_inside && text.contains(' ') => {}
                    _ if !is_quoted
                        && form == Form::Colon
                        && !is_code_like(value)
                        && !value.starts_with(char::is_uppercase) => {}
                    _ => record.add_error(&text),
                }
            }
            Role::Sentence(rank) => {
                if let Some(prose) = prose.filter(|_| !is_inside && !is_overlapped) {
                    record.add_sentence(rank, &prose);
                }
            }
            Role::Code => record.add_code(if is_quoted { &text } else { first_word(&text) }),
            Role::Subcode => {
                record.code.get_or_insert_with(|| text.clone());
            }
            Role::Status => status = record.add_status(&text),
            Role::Success => match text.to_ascii_lowercase().as_str() {
                "true" | "1" => record.is_good = true,
                "false" | "0" => record.is_bad = true,
                _ => {}
            },
            Role::Level => record.is_bad |= is_about_errors,
            Role::Token => {
                record.has_token |= text.len() > 2 && !matches!(text.as_str(), "null" | "None" | "undefined")
            }
            Role::File => record.is_file |= form == Form::Quoted,
            Role::Url | Role::Method | Role::Host | Role::Errors | Role::Other => {}
        }
        if is_bare_prose {
            self.bare_until = self.bare_until.max(start + 1 + text.len());
        }
        if let Some(status) = status {
            self.found.statuses.push((place, status));
        }
        for word in text.split(|ch: char| !ch.is_ascii_alphanumeric()).filter(|word| is_entra_code(word)).take(1) {
            self.found.codes.push((place, word.to_owned()));
        }
    }

    /// The record that a member belongs to: that of its object, or of the lines around it.
    fn record(&mut self, start: usize, role: Option<Role>, is_structured: bool) -> &mut Record {
        let (root, line, at) = (self.root, self.line, self.place(start));
        let repeats = |record: &Record| {
            let is_single = matches!(role, Some(Role::Error | Role::Code)) && root.is_none();
            is_single && role.is_some_and(|role| record.names.contains(&role))
        };
        let is_same = |record: &Record| {
            // Each line of a log that names its level is about something else.
            let is_other_line =
                line != record.line && (role == Some(Role::Level) || record.names.contains(&Role::Level));
            let is_near =
                root.is_some() || line <= record.line + MOST_LINES_BETWEEN && !repeats(record) && !is_other_line;
            record.root == root && !record.is_line && is_near
        };
        let Found { records, spare, .. } = &mut *self.found;
        let known =
            records.iter().enumerate().rev().take(3).find(|(_, record)| is_same(record)).map(|(index, _)| index);
        let index = known.unwrap_or(records.len());
        if known.is_none() {
            records.push(Record { at, root, line, ..Record::default() });
        }
        let record = records.get_mut(index).unwrap_or(spare);
        record.line = line;
        record.is_structured |= is_structured;
        if let Some(role) = role
            && record.names.len() < 32
        {
            record.names.push(role);
        }
        record
    }
}

pub(super) const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// Whether what follows is the end of a string in program code: `console.error("refresh error:", text)`.
fn ends_string(rest: &str) -> bool {
    let behind = rest.strip_prefix(is_quote).map(str::trim_start);
    behind.is_some_and(|behind| behind.starts_with([',', ')', ';', '+']))
}
