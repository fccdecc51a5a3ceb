//! Goes through a text once, from word to word.

use core::ops::Range;

use super::composed::{Before, Looked, alone, in_assignment, in_call, is_variable, second_value};
use super::names::{LONGEST, Named, named};
use super::notation::Sign;
use super::unit::{Unit, skip, unit};
use super::value::{Ends, is_number, is_of_token, is_placeholder, is_unencoded_password, is_words, token};
use crate::chars::{CharClass, is_quote, is_space};

/// The way through a text.
pub(super) struct Scan<'t> {
    pub text: &'t str,
    pub ends: Ends,
    spans: Vec<Range<usize>>,
    /// The unit before this place, if it is no part of a word.
    before: Option<Unit>,
    /// A program that sends requests was named.
    pub is_command: bool,
    /// Since the last whitespace or quote there was `://`.
    pub is_in_url: bool,
    /// What is on this line before this place can be a part of a label: `Zoom Client Secret: …`.
    pub is_label: bool,
    /// The end of the line, if it was searched for.
    pub line_end: usize,
    /// The text is about an authorization code, so what it calls a code is no error.
    is_about_code: bool,
    /// Up to here the calls and the pairs of a program were looked at, so that calls inside of calls take no more time.
    looked: [usize; 3],
}

/// A run of letters, digits, `_` and `-`.
pub(super) struct Word {
    pub start: usize,
    pub end: usize,
    /// The quote right before it.
    pub quote: Option<Unit>,
    /// In lowercase, without `_` and `-`; empty if it is too long for a name.
    name: String,
    /// How many hyphens it starts with.
    pub hyphens: usize,
    /// How often it is encoded.
    pub depth: usize,
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str) -> Scan<'t> {
        Scan {
            text,
            ends: Ends::default(),
            spans: Vec::new(),
            before: None,
            is_command: false,
            is_in_url: false,
            is_label: true,
            line_end: 0,
            is_about_code: text.contains("authorization_code"),
            looked: [0; 3],
        }
    }

    /// The secrets in the order in which they are found, in bytes; they may overlap. Stops after so many.
    pub(super) fn up_to(mut self, count: usize) -> Vec<Range<usize>> {
        let mut at = 0;
        while let Some(next) = unit(self.text, at) {
            if self.spans.len() >= count {
                break;
            }
            at = if next.is_of_word() { self.word(&next) } else { self.sign(&next) };
        }
        self.spans
    }

    /// Past a character that belongs to no word.
    fn sign(&mut self, sign: &Unit) -> usize {
        let class = CharClass::of(sign.ch);
        let is_quote = matches!(class, Some(CharClass::StraightQuote | CharClass::TypographicQuote));
        let is_apart = is_quote || class.is_some_and(|class| class.is_breaking_space() || class == CharClass::NoBreak);
        if class == Some(CharClass::LineBreak) {
            self.is_label = true;
        } else if !is_apart && !sign.ch.is_alphabetic() && !matches!(sign.ch, '•' | '*' | '#' | '>' | '$' | '{' | ',')
        {
            self.is_label = false;
        }
        if is_apart || matches!(sign.ch, '<' | '>') {
            self.is_in_url = false;
        }
        if sign.ch == ':' {
            self.authority(sign);
        }
        if is_quote && let Some(secret) = alone(self.text, sign) {
            self.add(secret);
        }
        self.before = Some(*sign);
        sign.end
    }

    /// The credentials between `://` and `@`: all but the user name.
    fn authority(&mut self, colon: &Unit) {
        let slash = |at: usize| unit(self.text, at).filter(|next| next.ch == '/');
        let Some(start) = slash(colon.end).and_then(|first| slash(first.end)).map(|second| second.end) else { return };
        self.is_in_url = true;
        let (mut at, mut password, mut end, mut slash) = (start, None, None, None);
        while let Some(next) = unit(self.text, at) {
            if next.depth <= colon.depth {
                match next.ch {
                    // A password that nobody encoded goes on behind it.
                    '/' if end.is_none() && password.is_some() && next.end - start < LONGEST_AUTHORITY => {
                        slash = slash.or(Some(next.start));
                    }
                    '/' | '?' | '#' | '\\' | '<' | '>' => break,
                    _ if next.is_space() || next.is_quote() => break,
                    ':' => password = password.or(Some(next.end)),
                    '@' if slash.is_some() && !self.is_password(password, next.start) => break,
                    '@' => end = Some(next.start),
                    _ => {}
                }
            }
            at = next.end;
        }
        if let Some(end) = end {
            let start = password.filter(|password| *password < end).unwrap_or(start);
            let is_variable = self.text.get(start..end).is_none_or(|value| is_placeholder(value, self.is_command));
            if !is_variable && !self.is_in_braces(start, end) {
                self.add(start..end);
            }
        }
    }

    /// Whether what ends there is the beginning of a name in braces: `https://{name@x}.example.com/`.
    fn is_in_braces(&self, start: usize, end: usize) -> bool {
        let is_opened = self.text.get(start..end).is_some_and(|value| value.starts_with('{') && !value.contains('}'));
        let rest = self.text.get(end..).unwrap_or_default();
        is_opened && rest.chars().find(|ch| matches!(ch, '}' | '/') || ch.is_whitespace()) == Some('}')
    }

    fn is_password(&self, start: Option<usize>, end: usize) -> bool {
        start.and_then(|start| self.text.get(start..end)).is_some_and(is_unencoded_password)
    }

    /// A word and the value that it names; returns where to go on.
    fn word(&mut self, first: &Unit) -> usize {
        let word = self.read_word(first);
        self.composed(&word);
        let end = self.value_of(&word);
        self.is_label = self.is_label && (word.name.is_empty() || LABEL_WORDS.contains(&word.name.as_str()));
        self.before = None;
        end.unwrap_or(word.end)
    }

    fn read_word(&self, first: &Unit) -> Word {
        let (mut name, mut hyphens, mut length) = (String::new(), 0, 0);
        let end = skip(self.text, first.start, |next| {
            let is_in = next.is_of_word();
            if is_in {
                length += 1;
                if next.ch == '-' && hyphens + 1 == length {
                    hyphens += 1;
                }
                if !matches!(next.ch, '-' | '_') && name.len() <= LONGEST {
                    name.push(next.ch.to_ascii_lowercase());
                }
            }
            is_in
        });
        if name.len() > LONGEST {
            name.clear();
        }
        let quote = self.before.filter(Unit::is_quote);
        Word { start: first.start, end, quote, name, hyphens, depth: first.depth }
    }

    fn value_of(&mut self, word: &Word) -> Option<usize> {
        let raw = self.text.get(word.start..word.end).unwrap_or_default();
        if raw.starts_with("eyJ") && raw.len() >= LEAST_JWT {
            return Some(self.add(token(self.text, word.start)));
        }
        let is_followed_by_space = || unit(self.text, word.end).is_some_and(|next| next.is_space_in_line());
        match word.name.as_str() {
            "basic" | "bearer" => self.credentials(word),
            "curl" | "wget" | "invokerestmethod" | "invokewebrequest" | "iwr" | "irm" => {
                self.is_command = true;
                None
            }
            "http" | "https" | "xh" if is_followed_by_space() => {
                self.is_command = true;
                None
            }
            "u" | "user" | "proxyuser" | "auth" | "a" if self.is_command && word.hyphens > 0 => self.pair(word),
            _ if self.is_command && word.hyphens == 1 && raw.starts_with("-u") => {
                // `-uid:secret`: the option and the user name are one word.
                let colon = unit(self.text, word.end).filter(|next| next.ch == ':')?;
                let end = skip(self.text, colon.end, |next| !next.is_space() && !next.is_quote());
                Some(self.add(colon.end..end))
            }
            "converttosecurestring" => {
                let open = unit(self.text, self.past_spaces(word.end)).filter(Unit::is_quote)?;
                let value = self.ends.quoted(self.text, &open);
                self.keep(value, Named::Secret, Sign::Equals)
            }
            // The rest of `Schlüssel`, whose `ü` is no part of a word here.
            "ssel" if self.text.get(..word.start).is_some_and(|before| before.ends_with("chlü")) => {
                self.named_value(word, Named::Secret)
            }
            name => named(name).and_then(|kind| self.named_value(word, kind)),
        }
    }

    /// Client ID and secret as a program has them: the scan goes on behind the word all the same.
    fn composed(&mut self, word: &Word) {
        let Some(before) = Before::of(&word.name, self.text.get(..word.start).unwrap_or_default()) else { return };
        if self.looked.get(before as usize).is_none_or(|until| *until > word.start) {
            return;
        }
        let looked = match before {
            Before::Encoder => in_call(self.text, word.end),
            Before::Pair => second_value(self.text, &word.name, word.end),
            Before::Joined => in_assignment(self.text, word.end),
        };
        let Some(Looked { secrets, end }) = looked else { return };
        if let Some(until) = self.looked.get_mut(before as usize) {
            *until = end;
        }
        for secret in secrets {
            self.keep(secret, Named::Secret, Sign::Equals);
        }
    }

    /// What is behind `Basic` and `Bearer`, unless it is prose or a parameter of a challenge.
    fn credentials(&mut self, word: &Word) -> Option<usize> {
        // A word processor's quotes and invisible characters may have been copied along.
        let start = skip(self.text, word.end, |next| next.is_space_in_line() || next.is_quote() || next.is_invisible());
        let between = self.text.get(word.end..start)?;
        let start = if between.is_empty() {
            unit(self.text, start).filter(|next| next.ch == '+' && next.depth == 0)?.end
        } else {
            start
        };
        let sign = unit(self.text, start).filter(|next| matches!(next.ch, '+' | '.'));
        if let Some(sign) = sign.filter(|_| between.contains(is_quote)) {
            // A program puts something behind the scheme.
            let open = unit(self.text, self.past_spaces(sign.end)).filter(Unit::is_quote)?;
            let value = self.ends.quoted(self.text, &open);
            return self.keep(value, Named::Secret, Sign::Equals);
        }
        let mut value = token(self.text, start);
        if unit(self.text, value.end).is_some_and(|next| next.ch == ':') {
            // Credentials that were not encoded.
            value.end = skip(self.text, value.end, |next| next.ch == ':' || is_of_token(next));
        }
        let text = self.text.get(value.clone())?;
        (!is_words(text.trim_end_matches('='))).then(|| self.add(value))
    }

    /// What is behind the first colon of `id:secret`.
    fn pair(&mut self, word: &Word) -> Option<usize> {
        let mut start = self.past_spaces(word.end);
        if let Some(equals) = unit(self.text, start).filter(|next| next.ch == '=') {
            start = equals.end;
        }
        let pair = match unit(self.text, start).filter(Unit::is_quote) {
            Some(open) => self.ends.quoted(self.text, &open),
            None => start..skip(self.text, start, |next| !next.is_space()),
        };
        let colon = skip(self.text, pair.start, |next| next.start < pair.end && next.ch != ':');
        let secret = unit(self.text, colon).filter(|next| next.start < pair.end)?.end;
        self.keep(secret..pair.end, Named::Secret, Sign::Equals)
    }

    pub fn past_spaces(&self, at: usize) -> usize {
        skip(self.text, at, Unit::is_space_in_line)
    }

    /// Keeps a value unless it is none, and returns where it ends.
    pub fn keep(&mut self, value: Range<usize>, kind: Named, sign: Sign) -> Option<usize> {
        let text = self.text.get(value.clone())?.trim();
        if kind == Named::Header && is_composed(text) {
            return None;
        }
        let is_error =
            kind == Named::Code && (is_number(text) || sign == Sign::Colon && !self.is_about_code && is_words(text));
        let is_none = text.is_empty()
            || is_error
            || is_placeholder(text, self.is_command)
            || matches!(text, "null" | "true" | "false" | "None" | "undefined");
        if is_none { None } else { Some(self.add(value)) }
    }

    fn add(&mut self, span: Range<usize>) -> usize {
        let end = span.end;
        if span.start < end {
            self.spans.push(span);
        }
        end
    }
}

/// What may be on a line before the name in a label.
const LABEL_WORDS: [&str; 26] = [
    "access",
    "anwendung",
    "api",
    "app",
    "application",
    "auth",
    "authorization",
    "bearer",
    "client",
    "clientschl",
    "current",
    "das",
    "der",
    "device",
    "geheimer",
    "id",
    "mein",
    "my",
    "neues",
    "new",
    "refresh",
    "schl",
    "the",
    "unser",
    "your",
    "zoom",
];

/// Whether a header ends with its scheme, because a program puts the rest behind it, or continues with a variable.
fn is_composed(header: &str) -> bool {
    let schemes = ["Basic", "Bearer"];
    let behind = |scheme: &str| {
        let (start, rest) = header.split_at_checked(scheme.len())?;
        let is_scheme = start.eq_ignore_ascii_case(scheme) && (rest.is_empty() || rest.starts_with(is_space));
        is_scheme.then_some(rest.trim_start())
    };
    match schemes.into_iter().find_map(behind) {
        Some(rest) => rest.is_empty() || is_variable(rest) || rest.starts_with(is_quote),
        None => is_variable(header),
    }
}

/// The shortest header of a token, in bytes.
const LEAST_JWT: usize = 8;

/// In bytes: the user name and the password of a URL.
const LONGEST_AUTHORITY: usize = 400;
