//! The tokens of PowerShell: Microsoft's about_Quoting_Rules, about_Special_Characters and about_Parsing.

use super::draft::SyntaxIssue;
use super::piece::{ByteSpan, Cursor, Fragment, is_space_or_tab};
use super::shell_words::skip_substitution;
use crate::chars::{is_curly_double, is_curly_single};

/// The type of a token.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::reading) enum Token {
    /// An unquoted word.
    Bare,
    /// A quoted string.
    Quoted,
    /// One of `{ } ( ) = ; | , +`, `@{` or a line break.
    Sign,
}

/// A token with its text.
#[derive(Clone)]
pub(in crate::reading) struct Lexeme {
    pub token: Token,
    pub piece: Fragment,
}

impl Lexeme {
    pub(in crate::reading) fn is_sign(&self, sign: &str) -> bool {
        self.token == Token::Sign && self.piece.text == sign
    }
}

/// The tokens of a text.
///
/// A backtick escapes the next character and joins lines. A curly quotation mark counts as a straight one (PowerShell
/// Language Specification, 2.3.5.2), and two quotes inside quotes mean one. `$name`, `$env:NAME` and `$(…)` stay as
/// they are. Deviations: `=` splits a word unless the word has a slash, as a URL does; a line that begins with an
/// option belongs to the command before it, and an `&` inside a URL belongs to the URL; both are syntax issues.
pub(in crate::reading) fn lexemes(text: &str) -> (Vec<Lexeme>, Vec<SyntaxIssue>) {
    let mut reader = PowerShellReader { chars: Cursor { text, at: 0 }, found: Vec::new(), issues: Vec::new() };
    while reader.token() {}
    (reader.found, reader.issues)
}

struct PowerShellReader<'t> {
    chars: Cursor<'t>,
    found: Vec<Lexeme>,
    issues: Vec<SyntaxIssue>,
}

fn is_double(ch: char) -> bool {
    ch == '"' || is_curly_double(ch)
}

fn is_single(ch: char) -> bool {
    ch == '\'' || is_curly_single(ch)
}

impl PowerShellReader<'_> {
    fn token(&mut self) -> bool {
        self.chars.skip_spaces();
        let start = self.chars.at;
        if self.chars.takes_line_break() {
            if self.chars.goes_on_with_option() {
                self.issues.push(SyntaxIssue::LineBreak(ByteSpan::new(start, self.chars.at)));
            } else {
                self.push(Token::Sign, "\n".to_owned(), start, false);
            }
            return true;
        }
        let Some(ch) = self.chars.peek() else { return false };
        match ch {
            '#' => self.chars.at += self.chars.rest().find('\n').unwrap_or(self.chars.rest().len()),
            '<' if self.chars.takes("<#") => {
                self.chars.skip_past("#>");
            }
            '@' if self.chars.takes("@{") => self.push(Token::Sign, "@{".to_owned(), start, false),
            '@' if self.is_here_text() => self.here_text(start),
            '{' | '}' | '(' | ')' | '=' | ';' | '|' | ',' | '+' => {
                self.chars.next();
                self.push(Token::Sign, ch.to_string(), start, false);
            }
            '`' if self.joins_lines(start) => {}
            _ if is_double(ch) || is_single(ch) => {
                let (mut text, mut expands) = (String::new(), false);
                self.quoted(&mut text, &mut expands);
                self.push(Token::Quoted, text, start, expands);
            }
            _ => self.bare(start),
        }
        true
    }

    fn push(&mut self, token: Token, text: String, start: usize, expands: bool) {
        let span = ByteSpan::new(start, self.chars.at);
        self.found.push(Lexeme { token, piece: Fragment::new(self.chars.text, text, span, expands) });
    }

    /// A backtick and a line break. Spaces between them prevent the joining, and at the end of the text nothing is
    /// joined.
    fn joins_lines(&mut self, start: usize) -> bool {
        let mut ahead = self.chars;
        ahead.next();
        if ahead.takes_line_break() {
            self.chars = ahead;
            return true;
        }
        if ahead.rest().is_empty() || ahead.takes_spaces_and_line_break() {
            self.chars = ahead;
            let issue = if ahead.rest().is_empty() { SyntaxIssue::CutOff } else { SyntaxIssue::LineBreak };
            self.issues.push(issue(ByteSpan::new(start, self.chars.at)));
            return true;
        }
        false
    }

    fn quoted(&mut self, text: &mut String, expands: &mut bool) {
        let open = self.chars.at;
        let Some(first) = self.chars.next() else { return };
        let is_same: fn(char) -> bool = if is_double(first) { is_double } else { is_single };
        loop {
            let start = self.chars.at;
            let Some(ch) = self.chars.next() else {
                self.issues.push(SyntaxIssue::CutOff(ByteSpan::new(open, open + first.len_utf8())));
                return;
            };
            match ch {
                _ if is_same(ch) => {
                    if !self.chars.peek().is_some_and(is_same) {
                        return;
                    }
                    text.extend(self.chars.next());
                }
                '`' if is_double(first) => match self.chars.next() {
                    Some('n') => text.push('\n'),
                    Some('r') => text.push('\r'),
                    Some('t') => text.push('\t'),
                    Some('0') => text.push('\0'),
                    Some(escaped) => text.push(escaped),
                    None => {}
                },
                '$' if is_double(first) => {
                    self.chars.at = start;
                    *expands |= self.variable();
                    text.push_str(self.chars.text.get(start..self.chars.at).unwrap_or_default());
                }
                _ => text.push(ch),
            }
        }
    }

    /// Skips `$name`, `${…}` or `$(…)`; returns `false` for a `$` alone.
    fn variable(&mut self) -> bool {
        let start = self.chars.at;
        self.chars.next();
        match self.chars.peek() {
            Some('(') => {
                if !skip_substitution(&mut self.chars) {
                    self.issues.push(SyntaxIssue::CutOff(ByteSpan::new(start, start + 1)));
                }
                true
            }
            Some('{') => self.chars.skip_past("}"),
            Some(ch) if ch.is_alphanumeric() || ch == '_' => {
                while let Some(ch) = self.chars.peek() {
                    let is_scope = ch == ':' && {
                        let behind = self.chars.rest().chars().nth(1);
                        behind.is_some_and(|behind| behind.is_alphanumeric() || behind == '_')
                    };
                    if !(ch.is_alphanumeric() || ch == '_' || is_scope) {
                        break;
                    }
                    self.chars.next();
                }
                true
            }
            _ => false,
        }
    }

    fn is_here_text(&self) -> bool {
        let mut ahead = self.chars;
        ahead.next();
        ahead.next().is_some_and(|ch| is_double(ch) || is_single(ch)) && {
            ahead.skip_spaces();
            ahead.takes_line_break()
        }
    }

    /// `@"`, lines, and `"@` at the start of a line.
    fn here_text(&mut self, start: usize) {
        self.chars.next();
        let is_literal = self.chars.next().is_some_and(is_single);
        self.chars.skip_spaces();
        self.chars.takes_line_break();
        let inner = self.chars.rest();
        let end = if is_literal { "\n'@" } else { "\n\"@" };
        if !self.chars.skip_past(end) {
            self.issues.push(SyntaxIssue::CutOff(ByteSpan::new(start, start + 2)));
        }
        let text = inner.split(end).next().unwrap_or_default();
        let text = text.strip_suffix('\r').unwrap_or(text).to_owned();
        let expands = !is_literal && text.contains('$');
        self.push(Token::Quoted, text, start, expands);
    }

    fn bare(&mut self, start: usize) {
        let (mut text, mut expands) = (String::new(), false);
        let (mut has_slash, mut in_query, mut has_ampersand) = (false, false, false);
        while let Some(ch) = self.chars.peek() {
            let at = self.chars.at;
            has_slash |= ch == '/';
            in_query |= matches!(ch, '?' | '=');
            match ch {
                _ if is_space_or_tab(ch) => break,
                '\n' | '{' | '}' | '(' | ')' | ';' | '|' | ',' => break,
                '\r' if self.chars.rest().starts_with("\r\n") => break,
                '=' if !has_slash => break,
                '[' if text.starts_with('$') => {
                    self.chars.skip_past("]");
                    text.push_str(self.chars.text.get(at..self.chars.at).unwrap_or_default());
                }
                '`' => {
                    self.chars.next();
                    match self.chars.peek() {
                        None | Some('\n' | '\r') => {
                            self.chars.at = at;
                            break;
                        }
                        Some(_) => text.extend(self.chars.next()),
                    }
                }
                '$' => {
                    expands |= self.variable();
                    text.push_str(self.chars.text.get(at..self.chars.at).unwrap_or_default());
                }
                _ if is_double(ch) || is_single(ch) => {
                    if text.ends_with(':') || text.starts_with('$') {
                        break;
                    }
                    self.quoted(&mut text, &mut expands);
                }
                '&' if in_query => {
                    if !has_ampersand {
                        self.issues.push(SyntaxIssue::Ampersand(ByteSpan::new(at, at + 1)));
                    }
                    has_ampersand = true;
                    text.extend(self.chars.next());
                }
                _ => text.extend(self.chars.next()),
            }
        }
        if self.chars.at == start {
            // A backtick that joins nothing.
            self.chars.next();
            return;
        }
        self.push(Token::Bare, text, start, expands);
    }
}
