//! The text of a report as entries, parts and words, whatever an email has done to it.
//!
//! Spaces, line breaks and marks of a quotation only separate words: an entry begins with a key and its colon, and ends
//! where the next one begins. So it does not matter how the text was wrapped, quoted or indented.

use core::iter::Peekable;
use core::str::CharIndices;

use crate::reading::retyped;

/// How much of a report is read, in bytes.
const LONGEST: usize = 64 * 1024;
/// A quotation that is longer, in bytes, has lost its end.
const LONGEST_QUOTED: usize = 4 * 1024;

/// A key, and what follows it.
pub(super) struct Entry {
    pub(super) key: String,
    words: Vec<Word>,
}

/// A word, or a text between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Plain(String),
    Quoted(String),
}

/// What is between two commas.
pub(super) type Item = Vec<Word>;
/// What is between two semicolons.
pub(super) type Part = Vec<Item>;

/// The entries of a report; the last one is [`END`], if it is there.
pub(super) fn entries(body: &str, keys: &[&str]) -> Vec<Entry> {
    let text = cleaned(body);
    let mut chars = text.char_indices().peekable();
    let mut entries: Vec<Entry> = Vec::new();
    let mut is_first_of_line = true;
    while let Some((at, ch)) = chars.next() {
        if ch.is_whitespace() {
            is_first_of_line |= ch == '\n';
            continue;
        }
        let is_first = core::mem::take(&mut is_first_of_line);
        let word = match ch {
            '"' => match quoted(&text, at, &mut chars) {
                Some(inside) => Word::Quoted(inside),
                None => continue,
            },
            _ => Word::Plain(plain(&text, at, &mut chars)),
        };
        let key = match &word {
            Word::Plain(word) => key_of(word, keys, is_first),
            Word::Quoted(_) => None,
        };
        match (key, entries.last_mut()) {
            (Some(key), _) if key == END => {
                let number = text.get(at..).unwrap_or_default();
                let words =
                    number.split_whitespace().skip(1).take(1).map(|word| Word::Plain(word.to_owned())).collect();
                entries.push(Entry { key, words });
                break;
            }
            (Some(key), _) => entries.push(Entry { key, words: Vec::new() }),
            (None, Some(entry)) => entry.words.push(word),
            // Something between the first line and the first entry.
            (None, None) => {}
        }
    }
    entries
}

/// The key of the last entry.
pub(super) const END: &str = "end";

impl Entry {
    /// Its parts. A comma and a semicolon are the last character of a word.
    pub(super) fn parts(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = vec![vec![Vec::new()]];
        for word in &self.words {
            let (word, end) = match word {
                Word::Plain(text) => {
                    let bare = text.trim_end_matches([',', ';']);
                    (Word::Plain(bare.to_owned()), text.chars().next_back().filter(|_| bare.len() < text.len()))
                }
                Word::Quoted(_) => (word.clone(), None),
            };
            let is_empty = matches!(&word, Word::Plain(text) if text.is_empty());
            let last = parts.last_mut().and_then(|part| part.last_mut());
            if let Some(item) = last.filter(|_| !is_empty) {
                item.push(word);
            }
            match (end, parts.last_mut()) {
                (Some(';'), _) => parts.push(vec![Vec::new()]),
                (Some(_), Some(part)) => part.push(Vec::new()),
                _ => {}
            }
        }
        for part in &mut parts {
            part.retain(|item| !item.is_empty());
        }
        parts.retain(|part| !part.is_empty());
        parts
    }
}

/// A key that is known, wherever it is; or what looks like one at the beginning of a line.
fn key_of(word: &str, keys: &[&str], is_first: bool) -> Option<String> {
    let key = word.strip_suffix(':')?;
    let is_key = |ch: char| ch.is_ascii_alphabetic() || ch == '-';
    let may_be = is_first && !key.is_empty() && key.len() <= LONGEST_KEY && key.chars().all(is_key);
    (key == END || keys.contains(&key) || may_be).then(|| key.to_owned())
}

/// In bytes.
const LONGEST_KEY: usize = 30;

fn plain(text: &str, start: usize, chars: &mut Peekable<CharIndices<'_>>) -> String {
    while chars.next_if(|(_, ch)| !ch.is_whitespace() && *ch != '"').is_some() {}
    let end = chars.peek().map_or(text.len(), |(at, _)| *at);
    text.get(start..end).unwrap_or_default().to_owned()
}

/// What is between quotation marks; `None` if the second one is missing, and then the first one says nothing.
fn quoted(text: &str, start: usize, chars: &mut Peekable<CharIndices<'_>>) -> Option<String> {
    let inside = text.get(start + 1..)?;
    let length = inside.bytes().take(LONGEST_QUOTED).position(|byte| byte == b'"')?;
    let end = start + 1 + length;
    while chars.next_if(|(at, _)| *at <= end).is_some() {}
    inside.get(..length).map(str::to_owned)
}

/// The beginning of the text without marks of quotations, and with the characters that programs replace put back.
fn cleaned(body: &str) -> String {
    let mut cleaned = String::new();
    let mut is_start = true;
    for ch in retyped(body, LONGEST).chars() {
        if ch == '\n' {
            is_start = true;
        } else if is_start && (ch == '>' || ch == '|') {
            cleaned.push(' ');
            continue;
        } else if !ch.is_whitespace() {
            is_start = false;
        }
        cleaned.push(ch);
    }
    cleaned
}
