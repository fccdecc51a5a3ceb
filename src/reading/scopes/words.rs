//! The words of a text, and which of them are names of scopes.

use super::Region;

/// A word and where each of its characters stood.
pub struct Word(Vec<Letter>);

/// A character of a word, and the characters of the text that it was written with.
#[derive(Clone, Copy)]
struct Letter {
    letter: char,
    start: usize,
    end: usize,
}

/// The longest name; the longest of any provider known has 61 characters.
const LONGEST: usize = 200;
/// How long a text made by chance is at least.
const SHORTEST_CHANCE: usize = 16;

/// The words of a part of the text that begins at that character.
pub fn words<'t>(region: &Region<'t>, start: usize) -> impl Iterator<Item = Word> + use<'t> {
    let mut letters = Letters { rest: region.text, at: start, is_encoded: region.is_encoded };
    core::iter::from_fn(move || {
        let mut word = Vec::new();
        loop {
            let next = letters.next();
            match next {
                Some(next) if is_invisible(next.letter) => continue,
                Some(next) if !separates(next.letter) => {
                    // One that is far too long is no name, and need not be kept whole.
                    if (!word.is_empty() || !is_bullet(next.letter)) && word.len() < 2 * LONGEST {
                        word.push(next);
                    }
                    continue;
                }
                _ => {}
            }
            while word.last().is_some_and(|last: &Letter| is_full_stop(last.letter)) {
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
    /// The first character of the text that belongs to it.
    pub fn start(&self) -> usize {
        self.0.first().map_or(0, |first| first.start)
    }

    /// The character behind it.
    pub fn end(&self) -> usize {
        self.0.last().map_or(0, |last| last.end)
    }

    /// What it says.
    pub fn text(&self) -> String {
        self.0.iter().map(|letter| letter.letter).collect()
    }

    /// The name in this word, if it is one; `is_named` says that the text calls it one.
    pub fn name(self, is_named: bool, is_known: &dyn Fn(&str) -> bool) -> Option<Word> {
        if self.0.len() > LONGEST || !self.0.iter().all(|letter| is_scope_letter(letter.letter)) {
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

/// RFC 6749 §3.3: a scope-token is made of %x21 / %x23-5B / %x5D-7E.
fn is_scope_letter(letter: char) -> bool {
    matches!(letter, '\x21' | '\x23'..='\x5b' | '\x5d'..='\x7e')
}

/// Several words with `:` between, none of them empty or a number: no time of day, no port and no `https://`.
fn has_shape(name: &str) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|first: char| first.is_ascii_alphabetic())
            && part.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.'))
    };
    name.contains(':') && name.split(':').all(is_part)
}

/// Whether a part of it is such a mixture as identifiers and secrets are.
fn is_made_by_chance(name: &str) -> bool {
    name.split([':', '.', '/', '=', '&']).any(|part| {
        part.len() >= SHORTEST_CHANCE
            && part.contains(|letter: char| letter.is_ascii_uppercase())
            && part.contains(|letter: char| letter.is_ascii_lowercase())
            && part.contains(|letter: char| letter.is_ascii_digit())
    })
}

/// A letter of another alphabet is part of a word, which then is no name.
fn separates(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, ',' | ';' | '"' | '\'' | '`' | '\\' | '[' | ']' | '(' | ')' | '{' | '}' | '<' | '>' | '|')
        || !(letter.is_ascii() || letter.is_alphanumeric())
}

/// What has no width: soft hyphen, zero-width blanks and joiners, marks of direction, byte order mark.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// What stands before a word and is none of it.
fn is_bullet(letter: char) -> bool {
    matches!(letter, '-' | '*' | '+' | ':' | '.' | '#' | '~')
}

/// What stands behind a word and is none of it.
fn is_full_stop(letter: char) -> bool {
    matches!(letter, '.' | ':' | '!' | '?' | '*' | '~')
}

/// The characters of a text, decoded once where it is percent-encoded. What was encoded several times, as `%2520`, is
/// read like what was encoded once.
struct Letters<'t> {
    rest: &'t str,
    at: usize,
    is_encoded: bool,
}

impl Iterator for Letters<'_> {
    type Item = Letter;

    fn next(&mut self) -> Option<Letter> {
        let start = self.at;
        let mut letters = self.rest.chars();
        let mut letter = letters.next()?;
        self.rest = letters.as_str();
        self.at += 1;
        if self.is_encoded && letter == '+' {
            letter = ' ';
        }
        if self.is_encoded && letter == '%' {
            while let Some(rest) = self.rest.strip_prefix("25") {
                self.rest = rest;
                self.at += 2;
            }
            if let Some((byte, rest)) = hex_pair(self.rest) {
                // What is not ASCII is no part of a name, whatever it is.
                letter = if byte.is_ascii() { char::from(byte) } else { char::REPLACEMENT_CHARACTER };
                self.rest = rest;
                self.at += 2;
            }
        }
        Some(Letter { letter, start, end: self.at })
    }
}

fn hex_pair(text: &str) -> Option<(u8, &str)> {
    let mut letters = text.chars();
    let high = letters.next()?.to_digit(16)?;
    let low = letters.next()?.to_digit(16)?;
    Some((u8::try_from(high * 16 + low).ok()?, letters.as_str()))
}
