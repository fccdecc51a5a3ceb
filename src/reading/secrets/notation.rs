//! A name and its value in every notation in which programs write them.

use super::names::Named;
use super::scan::{Scan, Word};
use super::unit::{Unit, skip, unit};
use super::value::{Bounds, is_placeholder, is_words};
use crate::chars::is_quote;

/// What is between a name and its value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// `name=value`.
    Equals,
    /// `"name": value`, `name: "value"` or `name => value`.
    Colon,
    /// `name value`, of an option.
    Space,
}

impl Scan<'_> {
    /// The value of a name, in whatever notation.
    pub fn named_value(&mut self, word: &Word, kind: Named) -> Option<usize> {
        let behind = unit(self.text, word.end);
        let closing = behind.filter(|next| word.quote.is_some() && next.is_quote());
        let after = closing.map_or(word.end, |quote| quote.end);
        let at = self.past_spaces(after);
        let sign = unit(self.text, at);
        let is_apart = at > after;
        match sign.map(|sign| (sign, sign.ch)) {
            Some((sign, '=')) => self.behind_equals(word, kind, &sign, is_apart),
            Some((sign, ':')) if closing.is_some() => self.behind_colon(word, kind, sign.end, true),
            Some((sign, ':')) => {
                let next = unit(self.text, sign.end);
                let is_separate = is_apart || next.is_some_and(|next| next.is_space() || next.is_quote());
                let is_header = kind == Named::Header;
                if is_separate || is_header { self.behind_colon(word, kind, sign.end, false) } else { None }
            }
            Some((_, '>')) if kind != Named::Code && closing.is_none() && self.is_after_bracket(word) => {
                let start = word.end + 1;
                let end = skip(self.text, start, |next| next.ch != '<' && !next.is_line_break());
                self.keep(start..end, kind, Sign::Equals)
            }
            Some((sign, ',')) if closing.is_some() => self.value_member(sign.end, kind),
            Some((sign, _)) if closing.is_some() && sign.is_line_break() => self.part_of_form(sign.start, kind),
            Some((sign, 'v' | 'V')) if closing.is_some() && is_apart => self.value_member(sign.start, kind),
            Some((sign, _)) if word.hyphens == 2 && is_apart && sign.ch != '-' => {
                self.plain_value(word, kind, sign.start, sign.depth, Sign::Space)
            }
            _ => None,
        }
    }

    fn is_after_bracket(&self, word: &Word) -> bool {
        word.start > 0 && self.text.get(..word.start).is_some_and(|before| before.ends_with(['<', ':']))
    }

    fn behind_equals(&mut self, word: &Word, kind: Named, sign: &Unit, is_apart: bool) -> Option<usize> {
        let next = unit(self.text, sign.end)?;
        match next.ch {
            '>' => return self.behind_colon(word, kind, next.end, true),
            // A comparison, unless HTTPie is meant.
            '=' if is_apart || unit(self.text, next.end).is_none_or(|next| next.is_space()) => return None,
            '=' => return self.plain_value(word, kind, next.end, sign.depth, Sign::Equals),
            _ => {}
        }
        let start = self.past_spaces(sign.end);
        if start > sign.end {
            // A program: what is not quoted is an expression, unless it is one word.
            let first = unit(self.text, start)?;
            let end = skip(self.text, start, |next| !next.is_space());
            let value = self.text.get(start..end)?;
            if !first.is_quote() && (value.contains('(') || value.starts_with('$') || is_cmdlet(value)) {
                return None;
            }
        }
        self.plain_value(word, kind, start, sign.depth, Sign::Equals)
    }

    /// `is_certain`: the name is quoted, as in JSON, so what is behind the colon is its value.
    fn behind_colon(&mut self, word: &Word, kind: Named, at: usize, is_certain: bool) -> Option<usize> {
        let start = if is_certain { skip(self.text, at, Unit::is_space) } else { self.past_spaces(at) };
        let first = unit(self.text, start)?;
        if first.is_quote() {
            if !is_certain && !self.opens(&first) {
                return None;
            }
            let value = self.ends.quoted(self.text, &first);
            return self.keep(value, kind, Sign::Colon);
        }
        let list = Bounds { depth: first.depth, quote: None, is_in_url: false, is_in_list: true };
        if is_certain {
            let value = self.ends.unquoted(self.text, start, &list);
            let is_value =
                self.text.get(value.clone()).is_some_and(|text| !text.contains(['{', '[']) && !is_words(text));
            return if is_value { self.keep(value, kind, Sign::Colon) } else { None };
        }
        if kind == Named::Header {
            let end = match word.quote {
                Some(quote) => skip(self.text, start, |next| !next.is_line_break() && next.ch != quote.ch),
                None => self.end_of_line(start),
            };
            if self.text.get(start..end).is_some_and(is_expression) {
                return None;
            }
            let scheme = skip(self.text, start, Unit::is_of_word);
            let has_scheme = unit(self.text, scheme).is_some_and(|next| next.is_space_in_line());
            let start = if has_scheme { self.past_spaces(scheme) } else { start };
            // A quote here closes a text that ends with the scheme or with a variable.
            let first = skip(self.text, start, |next| !next.is_quote() && !next.is_space());
            let is_variable = self.text.get(start..first).is_some_and(|text| is_placeholder(text, self.is_command));
            if unit(self.text, first).is_some_and(|next| next.is_quote()) && (first == start || is_variable) {
                return None;
            }
            let value = start..end.max(start);
            // REST Client writes `Basic id {{password}}`.
            let is_filled_later = self.text.get(value.clone()).is_some_and(|text| text.trim_end().ends_with("}}"));
            return if is_filled_later { Some(end) } else { self.keep(value, kind, Sign::Colon) };
        }
        let value = self.ends.unquoted(self.text, start, &Bounds { is_in_list: false, ..list });
        let text = self.text.get(value.clone())?;
        let is_alone = unit(self.text, self.past_spaces(value.end)).is_none_or(|next| next.is_line_break());
        // In a sentence the next word is one, and on a line of its own only a code can be that of an error.
        let is_prose = !(self.is_label && is_alone) && is_words(text);
        if is_prose { None } else { self.keep(value, kind, Sign::Colon) }
    }

    fn plain_value(&mut self, word: &Word, kind: Named, start: usize, depth: usize, sign: Sign) -> Option<usize> {
        let first = unit(self.text, start)?;
        if first.is_quote() && first.depth <= depth && word.quote.is_none_or(|quote| quote.ch != first.ch) {
            if !self.opens(&first) {
                return None;
            }
            let value = self.ends.quoted(self.text, &first);
            return self.keep(value, kind, sign);
        }
        let quote = word.quote.filter(|_| sign == Sign::Equals && word.depth == 0);
        let bounds = Bounds { depth, quote, is_in_url: self.is_in_url, is_in_list: false };
        let value = self.ends.unquoted(self.text, start, &bounds);
        self.keep(value, kind, sign)?;
        // There may be more inside: what ends a value is not certain.
        Some(start)
    }

    /// `"name": "code", "value": "…"` of a HAR file or a collection, `name="code" value="…"` of a form in HTML.
    fn value_member(&mut self, at: usize, kind: Named) -> Option<usize> {
        let at = skip(self.text, at, Unit::is_space);
        let at = unit(self.text, at).filter(Unit::is_quote).map_or(at, |quote| quote.end);
        let end = skip(self.text, at, Unit::is_of_word);
        if !self.text.get(at..end).is_some_and(|name| name.eq_ignore_ascii_case("value")) {
            return None;
        }
        let at = unit(self.text, end).filter(Unit::is_quote).map_or(end, |quote| quote.end);
        let sign = unit(self.text, self.past_spaces(at)).filter(|sign| matches!(sign.ch, ':' | '='))?;
        let open = unit(self.text, self.past_spaces(sign.end)).filter(Unit::is_quote)?;
        let value = self.ends.quoted(self.text, &open);
        self.keep(value, kind, Sign::Equals)
    }

    /// `name="code"`, an empty line, and the value, as in a body of several parts (RFC 7578 §4.2).
    fn part_of_form(&mut self, at: usize, kind: Named) -> Option<usize> {
        let mut start = at;
        let mut breaks = 0;
        while let Some(next) = unit(self.text, start).filter(|next| next.is_line_break() && breaks < 2) {
            breaks += usize::from(next.ch != '\r');
            start = next.end;
        }
        let end = skip(self.text, start, |next| !next.is_line_break());
        if breaks == 2 { self.keep(start..end, kind, Sign::Equals) } else { None }
    }

    /// Whether a value can begin behind this quote; one that closes a text is followed by a space or a bracket.
    fn opens(&self, quote: &Unit) -> bool {
        unit(self.text, quote.end).is_some_and(|next| !next.is_space() && !matches!(next.ch, ';' | ')' | ',' | '>'))
    }

    fn end_of_line(&mut self, at: usize) -> usize {
        if self.line_end <= at {
            self.line_end = skip(self.text, at, |next| !next.is_line_break());
        }
        self.line_end
    }
}

/// Whether what is behind the name of a header is no text but a part of a program: `f"…`, `header,`, `create(id)`.
fn is_expression(text: &str) -> bool {
    let rest = text.trim_start_matches(|ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '.' | '$' | '@'));
    let name = text.strip_suffix(rest).unwrap_or_default();
    if name.len() <= LONGEST_PREFIX && rest.starts_with(is_quote) {
        return true;
    }
    let is_end =
        |text: &str| !text.is_empty() && text.chars().all(|ch| matches!(ch, ',' | ')' | '}' | ']' | ';' | ' '));
    let is_member = rest.starts_with(',') || is_end(rest.trim());
    !name.is_empty() && (rest.starts_with('(') || is_member && is_words(name.trim_matches(['$', '@'])))
}

/// Of a text between quotes: `f"…"`, `rb"…"`, `$@"…"`.
const LONGEST_PREFIX: usize = 2;

/// `Read-Host`: a verb and a noun, each with a capital.
fn is_cmdlet(text: &str) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|ch: char| ch.is_ascii_uppercase()) && part.bytes().all(|ch| ch.is_ascii_alphabetic())
    };
    text.split_once('-').is_some_and(|(verb, noun)| is_part(verb) && is_part(noun))
}
