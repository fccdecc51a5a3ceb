//! A name with its value: what it says about an error, and which record it belongs to.

use super::bare::{begins_with_error, first_line, first_word, is_code_like, sentence_of, spaced};
use super::found::Found;
use super::level::{is_bad_level, is_calm_level, is_on_topic};
use super::name::Role;
use super::record::Record;
use super::scan::{METHODS, Scanner};
use super::syntax::{Form, Value, value_of};
use super::value::without_entities;
use super::word::{is_class, is_entra_code, is_exception};
use crate::chars::{front_of, is_quote};

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

/// A name with a text as its value, apart from that text.
struct Member {
    role: Role,
    form: Form,
    start: usize,
    /// It is between quotes or brackets, or in an object.
    is_structured: bool,
    /// The value has quotes.
    is_quoted: bool,
    /// A response was found in the value.
    is_inside: bool,
}

impl Scanner<'_, '_> {
    /// A sentence of a list of errors, with the name that it is under.
    pub fn listed_error(&mut self, start: usize, form: Form, value_at: usize) {
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

    pub fn member(&mut self, name: &str, start: usize, form: Form, value_at: usize) {
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
        if role == Role::Other && is_bare && (self.depth == 0 || is_exception(name)) {
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
            Value::Text { text, end, is_quoted } => {
                self.at = if is_quoted || form == Form::Query { end } else { value_at.max(self.at) };
                if is_quoted {
                    self.line += self.text.get(value_at..end).unwrap_or_default().matches('\n').count();
                }
                let is_listed = role == Role::Errors && is_structured || role == Role::Other && errors.is_some();
                if is_listed && is_quoted && text.contains(' ') {
                    return self.add_listed(start, if role == Role::Errors { "" } else { name }, &text);
                }
                let is_inside = is_quoted && self.inside(&text, start, role);
                self.add(&text, &Member { role, form, start, is_structured, is_quoted, is_inside });
            }
        }
    }

    /// Reads a string that contains a response or is a sentence; whether there was a response in it.
    pub fn inside(&mut self, text: &str, start: usize, role: Role) -> bool {
        let is_response = text.contains('{')
            || text.contains("</")
            || matches!(role, Role::Sentence(_) | Role::Error)
                && begins_with_error(text.strip_prefix("oauth2: ").unwrap_or(text));
        let is_sentence = !is_response && matches!(role, Role::Sentence(_) | Role::Error | Role::Trace);
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
        let Member { role, form, start, is_structured, is_quoted, is_inside } = *member;
        let place = self.place(start);
        let text = without_entities(text.trim());
        match role {
            Role::Other | Role::Errors | Role::Trace => {
                if is_exception(&text) {
                    self.found.exceptions.push((place, is_class(&text)));
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
                            let behind = text.get(value.len()..).unwrap_or_default();
                            let words = behind.trim_start_matches([' ', ':', '-']);
                            if behind.trim_start().starts_with(':') && words.contains(' ') && !is_overlapped {
                                record.add_sentence(3, words);
                            }
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
            Role::Level => {
                record.is_bad |= is_about_errors;
                record.is_calm |= is_calm_level(&text);
            }
            Role::Token => {
                record.has_token |= text.len() > 2 && !matches!(text.as_str(), "null" | "None" | "undefined")
            }
            Role::File => record.is_file |= form == Form::Quoted,
            Role::Url | Role::Method | Role::Host | Role::Errors | Role::Trace | Role::Other => {}
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
