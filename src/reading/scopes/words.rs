//! The words of a text, and which of them are scope names.

use super::Region;
use crate::chars::is_invisible;

/// A word with the place of each of its characters.
pub struct Word(Vec<ReadChar>);

/// A character of a word, and the characters of the text that it was written with.
#[derive(Clone, Copy)]
struct ReadChar {
    ch: char,
    start: usize,
    end: usize,
}

/// The maximum length of a name; the longest of any known provider has 61 characters.
const LONGEST: usize = 200;
/// The minimum length of a text that counts as random.
const SHORTEST_CHANCE: usize = 16;

/// The words of a part of the text; `start` is its first character in the text.
pub fn words<'t>(region: &Region<'t>, start: usize) -> impl Iterator<Item = Word> + use<'t> {
    let mut chars = DecodedChars { rest: region.text, at: start, is_encoded: region.is_encoded };
    core::iter::from_fn(move || {
        let mut word = Vec::new();
        loop {
            let next = chars.next();
            match next {
                Some(next) if is_invisible(next.ch) => continue,
                Some(next) if !separates(next.ch) => {
                    // A word that is far too long is not a name and need not be kept in full.
                    if (!word.is_empty() || !is_bullet(next.ch)) && word.len() < 2 * LONGEST {
                        word.push(next);
                    }
                    continue;
                }
                _ => {}
            }
            while word.last().is_some_and(|last: &ReadChar| is_full_stop(last.ch)) {
                word.pop();
            }
            if !word.is_empty() {
                return Some(Word(word));
            }
            next?;
        }
    })
}

impl Word {
    /// Its first character in the text.
    pub fn start(&self) -> usize {
        self.0.first().map_or(0, |first| first.start)
    }

    /// The place after its last character.
    pub fn end(&self) -> usize {
        self.0.last().map_or(0, |last| last.end)
    }

    /// The word as a text.
    pub fn text(&self) -> String {
        self.0.iter().map(|ch| ch.ch).collect()
    }

    /// The name in this word, if it is one; `is_named` means that the context calls it one.
    pub fn name(self, is_named: bool, is_known: &dyn Fn(&str) -> bool) -> Option<Word> {
        if self.0.len() > LONGEST || !self.0.iter().all(|ch| is_scope_char(ch.ch)) {
            return None;
        }
        let text = self.text();
        if is_known(&text) {
            return Some(self);
        }
        let name = ["scopes:", "scope:"].iter().find_map(|label| text.strip_prefix(label)).unwrap_or(&text);
        let is_name = is_known(name) || (!is_made_by_chance(name) && (is_named || has_shape(name)));
        let label = text.len() - name.len();
        is_name.then(|| Word(self.0.get(label..).unwrap_or_default().to_vec()))
    }
}

/// RFC 6749 §3.3: a scope-token consists of %x21 / %x23-5B / %x5D-7E.
fn is_scope_char(ch: char) -> bool {
    matches!(ch, '\x21' | '\x23'..='\x5b' | '\x5d'..='\x7e')
}

/// Several words with `:` between them, none of them empty or a number: not a time of day, a port or `https://`.
fn has_shape(name: &str) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|first: char| first.is_ascii_alphabetic())
            && part.chars().all(|ch| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '-' | '.'))
    };
    name.contains(':') && name.split(':').all(is_part)
}

/// Whether a part of it is as mixed as IDs and secrets are.
fn is_made_by_chance(name: &str) -> bool {
    name.split([':', '.', '/', '=', '&']).any(|part| {
        part.len() >= SHORTEST_CHANCE
            && part.contains(|ch: char| ch.is_ascii_uppercase())
            && part.contains(|ch: char| ch.is_ascii_lowercase())
            && part.contains(|ch: char| ch.is_ascii_digit())
    })
}

/// A non-ASCII letter does not separate: it is part of a word, which is then not a name.
fn separates(ch: char) -> bool {
    ch.is_whitespace()
        || ch.is_control()
        || matches!(ch, ',' | ';' | '"' | '\'' | '`' | '\\' | '[' | ']' | '(' | ')' | '{' | '}' | '<' | '>' | '|')
        || !(ch.is_ascii() || ch.is_alphanumeric())
}

/// What may come before a word without being part of it.
fn is_bullet(ch: char) -> bool {
    matches!(ch, '-' | '*' | '+' | ':' | '.' | '#' | '~')
}

/// What may come after a word without being part of it.
fn is_full_stop(ch: char) -> bool {
    matches!(ch, '.' | ':' | '!' | '?' | '*' | '~')
}

/// The characters of a text, decoded where it is percent-encoded. What was encoded more than once, such as `%2520`, is
/// decoded completely.
struct DecodedChars<'t> {
    rest: &'t str,
    at: usize,
    is_encoded: bool,
}

impl Iterator for DecodedChars<'_> {
    type Item = ReadChar;

    fn next(&mut self) -> Option<ReadChar> {
        let start = self.at;
        let mut chars = self.rest.chars();
        let mut ch = chars.next()?;
        self.rest = chars.as_str();
        self.at += 1;
        if self.is_encoded && ch == '+' {
            ch = ' ';
        }
        if self.is_encoded && ch == '%' {
            while let Some(rest) = self.rest.strip_prefix("25") {
                self.rest = rest;
                self.at += 2;
            }
            if let Some((byte, rest)) = hex_pair(self.rest) {
                // A non-ASCII byte is never part of a name, so its value does not matter.
                ch = if byte.is_ascii() { char::from(byte) } else { char::REPLACEMENT_CHARACTER };
                self.rest = rest;
                self.at += 2;
            }
        }
        Some(ReadChar { ch, start, end: self.at })
    }
}

fn hex_pair(text: &str) -> Option<(u8, &str)> {
    let mut chars = text.chars();
    let high = chars.next()?.to_digit(16)?;
    let low = chars.next()?.to_digit(16)?;
    Some((u8::try_from(high * 16 + low).ok()?, chars.as_str()))
}
