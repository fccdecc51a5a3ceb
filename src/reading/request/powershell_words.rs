//! The tokens of PowerShell: Microsoft's about_Quoting_Rules, about_Special_Characters and about_Parsing.

use super::draft::SyntaxIssue;
use super::piece::{Letters, Piece, Span, is_space_or_tab};
use super::shell_words::skip_substitution;
use crate::chars::{is_curly_double, is_curly_single};

/// The type of a token.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// An unquoted word.
    Bare,
    /// A quoted string.
    Quoted,
    /// One of `{ } ( ) = ; | , +`, `@{` or a line break.
    Sign,
}

/// A token with its text.
#[derive(Clone)]
pub(super) struct Lexeme {
    pub token: Token,
    pub piece: Piece,
}

impl Lexeme {
    pub(super) fn is_sign(&self, sign: &str) -> bool {
        self.token == Token::Sign && self.piece.text == sign
    }
}

/// The tokens of a text.
///
/// A backtick escapes the next character and joins lines. A curly quotation mark counts as a straight one (PowerShell
/// Language Specification, 2.3.5.2), and two quotes inside quotes mean one. `$name`, `$env:NAME` and `$(…)` stay as
/// they are. Deviations: `=` splits a word unless the word has a slash, as a URL does; a line that begins with an
/// option belongs to the command before it, and an `&` inside a URL belongs to the URL; both are syntax issues.
pub(super) fn lexemes(text: &str) -> (Vec<Lexeme>, Vec<SyntaxIssue>) {
    let mut reader = Reader { letters: Letters { text, at: 0 }, found: Vec::new(), slips: Vec::new() };
    while reader.token() {}
    (reader.found, reader.slips)
}

struct Reader<'t> {
    letters: Letters<'t>,
    found: Vec<Lexeme>,
    slips: Vec<SyntaxIssue>,
}

fn is_double(letter: char) -> bool {
    letter == '"' || is_curly_double(letter)
}

fn is_single(letter: char) -> bool {
    letter == '\'' || is_curly_single(letter)
}

impl Reader<'_> {
    fn token(&mut self) -> bool {
        self.letters.skip_blanks();
        let start = self.letters.at;
        if self.letters.takes_line_break() {
            if self.letters.goes_on_with_option() {
                self.slips.push(SyntaxIssue::LineBreak(Span::new(start, self.letters.at)));
            } else {
                self.push(Token::Sign, "\n".to_owned(), start, false);
            }
            return true;
        }
        let Some(letter) = self.letters.peek() else { return false };
        match letter {
            '#' => self.letters.at += self.letters.rest().find('\n').unwrap_or(self.letters.rest().len()),
            '<' if self.letters.takes("<#") => {
                self.letters.skip_past("#>");
            }
            '@' if self.letters.takes("@{") => self.push(Token::Sign, "@{".to_owned(), start, false),
            '@' if self.is_here_text() => self.here_text(start),
            '{' | '}' | '(' | ')' | '=' | ';' | '|' | ',' | '+' => {
                self.letters.next();
                self.push(Token::Sign, letter.to_string(), start, false);
            }
            '`' if self.joins_lines(start) => {}
            _ if is_double(letter) || is_single(letter) => {
                let (mut text, mut expands) = (String::new(), false);
                self.quoted(&mut text, &mut expands);
                self.push(Token::Quoted, text, start, expands);
            }
            _ => self.bare(start),
        }
        true
    }

    fn push(&mut self, token: Token, text: String, start: usize, expands: bool) {
        let span = Span::new(start, self.letters.at);
        self.found.push(Lexeme { token, piece: Piece::new(self.letters.text, text, span, expands) });
    }

    /// A backtick and a line break. Spaces between them prevent the joining, and at the end of the text nothing is
    /// joined.
    fn joins_lines(&mut self, start: usize) -> bool {
        let mut ahead = self.letters;
        ahead.next();
        if ahead.takes_line_break() {
            self.letters = ahead;
            return true;
        }
        if ahead.rest().is_empty() || ahead.takes_blanks_and_line_break() {
            self.letters = ahead;
            let slip = if ahead.rest().is_empty() { SyntaxIssue::CutOff } else { SyntaxIssue::LineBreak };
            self.slips.push(slip(Span::new(start, self.letters.at)));
            return true;
        }
        false
    }

    fn quoted(&mut self, text: &mut String, expands: &mut bool) {
        let open = self.letters.at;
        let Some(first) = self.letters.next() else { return };
        let is_same: fn(char) -> bool = if is_double(first) { is_double } else { is_single };
        loop {
            let start = self.letters.at;
            let Some(letter) = self.letters.next() else {
                self.slips.push(SyntaxIssue::CutOff(Span::new(open, open + first.len_utf8())));
                return;
            };
            match letter {
                _ if is_same(letter) => {
                    if !self.letters.peek().is_some_and(is_same) {
                        return;
                    }
                    text.extend(self.letters.next());
                }
                '`' if is_double(first) => match self.letters.next() {
                    Some('n') => text.push('\n'),
                    Some('r') => text.push('\r'),
                    Some('t') => text.push('\t'),
                    Some('0') => text.push('\0'),
                    Some(escaped) => text.push(escaped),
                    None => {}
                },
                '$' if is_double(first) => {
                    self.letters.at = start;
                    *expands |= self.variable();
                    text.push_str(self.letters.text.get(start..self.letters.at).unwrap_or_default());
                }
                _ => text.push(letter),
            }
        }
    }

    /// Skips `$name`, `${…}` or `$(…)`; returns `false` for a `$` alone.
    fn variable(&mut self) -> bool {
        let start = self.letters.at;
        self.letters.next();
        match self.letters.peek() {
            Some('(') => {
                if !skip_substitution(&mut self.letters) {
                    self.slips.push(SyntaxIssue::CutOff(Span::new(start, start + 1)));
                }
                true
            }
            Some('{') => self.letters.skip_past("}"),
            Some(letter) if letter.is_alphanumeric() || letter == '_' => {
                while let Some(letter) = self.letters.peek() {
                    let is_scope = letter == ':' && {
                        let behind = self.letters.rest().chars().nth(1);
                        behind.is_some_and(|behind| behind.is_alphanumeric() || behind == '_')
                    };
                    if !(letter.is_alphanumeric() || letter == '_' || is_scope) {
                        break;
                    }
                    self.letters.next();
                }
                true
            }
            _ => false,
        }
    }

    fn is_here_text(&self) -> bool {
        let mut ahead = self.letters;
        ahead.next();
        ahead.next().is_some_and(|letter| is_double(letter) || is_single(letter)) && {
            ahead.skip_blanks();
            ahead.takes_line_break()
        }
    }

    /// `@"`, lines, and `"@` at the start of a line.
    fn here_text(&mut self, start: usize) {
        self.letters.next();
        let is_literal = self.letters.next().is_some_and(is_single);
        self.letters.skip_blanks();
        self.letters.takes_line_break();
        let inner = self.letters.rest();
        let end = if is_literal { "\n'@" } else { "\n\"@" };
        if !self.letters.skip_past(end) {
            self.slips.push(SyntaxIssue::CutOff(Span::new(start, start + 2)));
        }
        let text = inner.split(end).next().unwrap_or_default();
        let text = text.strip_suffix('\r').unwrap_or(text).to_owned();
        let expands = !is_literal && text.contains('$');
        self.push(Token::Quoted, text, start, expands);
    }

    fn bare(&mut self, start: usize) {
        let (mut text, mut expands) = (String::new(), false);
        let (mut has_slash, mut in_query, mut has_ampersand) = (false, false, false);
        while let Some(letter) = self.letters.peek() {
            let at = self.letters.at;
            has_slash |= letter == '/';
            in_query |= matches!(letter, '?' | '=');
            match letter {
                _ if is_space_or_tab(letter) => break,
                '\n' | '{' | '}' | '(' | ')' | ';' | '|' | ',' => break,
                '\r' if self.letters.rest().starts_with("\r\n") => break,
                '=' if !has_slash => break,
                '[' if text.starts_with('$') => {
                    self.letters.skip_past("]");
                    text.push_str(self.letters.text.get(at..self.letters.at).unwrap_or_default());
                }
                '`' => {
                    self.letters.next();
                    match self.letters.peek() {
                        None | Some('\n' | '\r') => {
                            self.letters.at = at;
                            break;
                        }
                        Some(_) => text.extend(self.letters.next()),
                    }
                }
                '$' => {
                    expands |= self.variable();
                    text.push_str(self.letters.text.get(at..self.letters.at).unwrap_or_default());
                }
                _ if is_double(letter) || is_single(letter) => {
                    if text.ends_with(':') || text.starts_with('$') {
                        break;
                    }
                    self.quoted(&mut text, &mut expands);
                }
                '&' if in_query => {
                    if !has_ampersand {
                        self.slips.push(SyntaxIssue::Ampersand(Span::new(at, at + 1)));
                    }
                    has_ampersand = true;
                    text.extend(self.letters.next());
                }
                _ => text.extend(self.letters.next()),
            }
        }
        if self.letters.at == start {
            // A backtick that joins nothing.
            self.letters.next();
            return;
        }
        self.push(Token::Bare, text, start, expands);
    }
}
