//! A TOML document: TOML 1.0.0.

use std::collections::BTreeMap;

use super::draft::{BlockDraft, Issue, below};
use super::line::{bare, check_quoted, curly_quoted, rest_of_line, skip_line};
use super::literal::{Escapes, QuoteRules, quoted};
use super::unquoted::is_literal;
use crate::quoting::escaped_quoted;
use crate::reading::FindingKind;
use crate::reading::request::piece::{ByteSpan, Cursor, Fragment};

const ESCAPES: Escapes = Escapes::Strict("\"\\btnfruU");
/// Between three quotes a backslash also joins lines.
const MORE_ESCAPES: Escapes = Escapes::Strict("\n\"\\btnfruU");

const QUOTES: [QuoteRules; 4] = [
    QuoteRules { quote: "\"\"\"", escapes: MORE_ESCAPES, many_lines: true },
    QuoteRules { quote: "'''", escapes: Escapes::None, many_lines: true },
    QuoteRules { quote: "\"", escapes: ESCAPES, many_lines: false },
    QuoteRules { quote: "'", escapes: Escapes::None, many_lines: false },
];

/// How deep arrays and inline tables may be nested.
const DEEPEST: usize = 32;
/// The longest name in an inline table, in characters.
const LONGEST_NAME: usize = 256;

pub(super) fn read(text: &str) -> BlockDraft {
    let (table, items) = (String::new(), BTreeMap::new());
    let mut reader = TomlReader { chars: Cursor { text, at: 0 }, table, items, draft: BlockDraft::default() };
    while !reader.chars.rest().is_empty() {
        reader.line();
        skip_line(&mut reader.chars);
    }
    reader.draft
}

struct TomlReader<'t> {
    chars: Cursor<'t>,
    /// The path of the table, with a dot at its end.
    table: String,
    /// How many tables each array of tables has so far.
    items: BTreeMap<String, usize>,
    draft: BlockDraft,
}

impl TomlReader<'_> {
    fn line(&mut self) {
        self.chars.skip_spaces();
        let line = rest_of_line(&self.chars);
        if line.is_empty() || line.starts_with('#') {
            return;
        }
        if let Some(header) = line.strip_prefix('[') {
            let name = plain_key(header.trim_start_matches('[').split(']').next().unwrap_or_default());
            self.table = match header.starts_with('[') {
                false => format!("{name}."),
                true => {
                    let place = self.items.entry(name.clone()).or_default();
                    *place += 1;
                    format!("{name}.{}.", *place - 1)
                }
            };
            return;
        }
        let Some((name, _)) = line.split_once('=') else {
            let place = ByteSpan::new(self.chars.at, self.chars.at + line.trim_end().len());
            return self.draft.issue(FindingKind::LineNotRead, place);
        };
        let key = below(&self.table, &plain_key(name));
        self.chars.at += name.len() + 1;
        self.value(key, 0);
    }

    /// The value that comes next.
    fn value(&mut self, key: String, depth: usize) {
        self.chars.skip_spaces();
        let rules = QUOTES.into_iter().find(|rules| self.chars.rest().starts_with(rules.quote));
        if let Some(rules) = rules {
            let read = quoted(&mut self.chars, rules, &mut self.draft);
            let comments: &[&str] = if depth > 0 { &["#", ",", "]", "}"] } else { &["#"] };
            check_quoted(&self.chars, &read, comments, &mut self.draft);
            // A line break after the three quotes is no part of the text.
            let text = read.value.text.strip_prefix('\n').filter(|_| rules.quote.len() > 1);
            let value = text.map(|text| Fragment::new(self.chars.text, text.to_owned(), read.value.span, false));
            return self.draft.text(key, value.unwrap_or(read.value));
        }
        match self.chars.peek() {
            Some('[') if depth < DEEPEST => self.list(&key, depth + 1),
            Some('{') if depth < DEEPEST => self.inline_table(&key, depth + 1),
            _ => self.unquoted(key, depth),
        }
    }

    /// `[value, value]`, over several lines.
    fn list(&mut self, key: &str, depth: usize) {
        self.chars.next();
        for place in 0.. {
            self.skip_to_content();
            if self.chars.takes("]") || self.chars.rest().is_empty() {
                return;
            }
            let before = self.chars.at;
            self.value(below(&format!("{key}."), &place.to_string()), depth);
            self.skip_to_content();
            if !self.chars.takes(",") && (self.chars.takes("]") || self.chars.at == before) {
                return;
            }
        }
    }

    /// `{ name = value, name = value }`.
    fn inline_table(&mut self, key: &str, depth: usize) {
        self.chars.next();
        loop {
            self.skip_to_content();
            if self.chars.takes("}") {
                return;
            }
            let rest = self.chars.rest();
            let is_end = |(_, ch): &(usize, char)| matches!(ch, '=' | '\n' | '}');
            let Some((length, '=')) = rest.char_indices().take(LONGEST_NAME).find(is_end) else { return };
            let name = plain_key(rest.get(..length).unwrap_or_default());
            self.chars.at += length + 1;
            self.value(below(&format!("{key}."), &name), depth);
            self.skip_to_content();
            if !self.chars.takes(",") {
                self.chars.takes("}");
                return;
            }
        }
    }

    fn skip_to_content(&mut self) {
        loop {
            self.chars.skip_spaces();
            if self.chars.rest().starts_with('#') {
                skip_line(&mut self.chars);
            } else if !self.chars.takes_line_break() {
                return;
            }
        }
    }

    fn unquoted(&mut self, key: String, depth: usize) {
        let rest = self.chars.rest();
        let ends = |ch: char| matches!(ch, '#' | '\n' | '\r') || (depth > 0 && matches!(ch, ',' | ']' | '}'));
        let length = rest.find(ends).unwrap_or(rest.len());
        let value: Fragment = bare(&self.chars, length);
        self.chars.at += length;
        if let Some((inner, issue)) = curly_quoted(&value) {
            self.draft.issues.push(issue);
            self.draft.text(key, inner);
        } else if is_literal(&value.text) {
            self.draft.literal(key, value);
        } else {
            let issue = Issue::new(FindingKind::QuotesMissing, value.span);
            self.draft.issues.push(issue.replaced_by(escaped_quoted(&value.text)));
            self.draft.text(key, value);
        }
    }
}

/// "Keys": without spaces and quotes.
fn plain_key(name: &str) -> String {
    name.split('.').map(|part| part.trim().trim_matches(['"', '\''])).collect::<Vec<_>>().join(".")
}
