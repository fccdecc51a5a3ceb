//! The words of a cmd.exe command, as curl receives them.
//!
//! Two programs read it. First cmd.exe: `^` outside double quotes escapes the next character, and joins lines
//! (Microsoft, `cmd`, "Remarks"). Then the C runtime: spaces separate, double quotes group, `\"` is a quote (Microsoft,
//! "Parsing C command-line arguments").

use super::draft::SyntaxIssue;
use super::piece::{Letters, Piece, Span, is_space_or_tab};
use super::shell_words::CommandLine;
use crate::chars::{is_curly_double, is_curly_single};

/// Whether a text shows that it was written for cmd.exe: `^"`, a `^` at the end of a line, or its prompt.
pub(super) fn is_cmd(text: &str) -> bool {
    text.contains("^\"") || text.lines().any(|line| line.trim_end().ends_with(" ^") || has_prompt(line))
}

/// `C:\…>` before curl.
fn has_prompt(line: &str) -> bool {
    let mut letters = line.trim_start().chars();
    let drive = letters.next().is_some_and(|letter| letter.is_ascii_alphabetic());
    drive && letters.as_str().starts_with(":\\") && line.contains('>')
}

/// The words from a byte on, up to the end of the line, `&` or `|`.
///
/// `%NAME%` stays as it is. Single quotes and curly ones do not quote here; they are read as they were meant, which is
/// a syntax issue. So are an `&` inside a URL and a line break before an option.
pub(super) fn cmd_line(text: &str, start: usize) -> CommandLine {
    let mut shell = Shell { letters: Letters { text, at: start }, passed: Vec::new(), slips: Vec::new() };
    shell.pass();
    let Shell { letters, passed, mut slips } = shell;
    let words = arguments(text, &passed, &mut slips);
    CommandLine { words, end: letters.at, slips }
}

/// A character that cmd.exe passes to the program.
#[derive(Clone, Copy)]
struct Passed {
    letter: char,
    span: Span,
    /// Between quotes that were meant as such: the C runtime must not treat it as a space or a quote.
    is_plain: bool,
}

struct Shell<'t> {
    letters: Letters<'t>,
    passed: Vec<Passed>,
    slips: Vec<SyntaxIssue>,
}

impl Shell<'_> {
    fn pass(&mut self) {
        let mut quote: Option<usize> = None;
        let mut has_ampersand = false;
        let mut in_query = false;
        loop {
            let start = self.letters.at;
            if self.letters.takes_line_break() {
                if let Some(open) = quote {
                    self.slips.push(SyntaxIssue::CutOff(Span::new(open, open + 1)));
                    return;
                }
                if !self.letters.goes_on_with_option() {
                    return;
                }
                self.slips.push(SyntaxIssue::LineBreak(Span::new(start, self.letters.at)));
                self.push(' ', start, false);
                continue;
            }
            let Some(letter) = self.letters.next() else { return };
            let begins_word = self.passed.last().is_none_or(|last| is_space_or_tab(last.letter));
            if begins_word {
                (in_query, has_ampersand) = (false, false);
            }
            in_query |= matches!(letter, '?' | '=');
            match letter {
                '"' => {
                    quote = if quote.is_some() { None } else { Some(start) };
                    self.push(letter, start, false);
                }
                _ if quote.is_some() => self.push(letter, start, false),
                '^' => {
                    if !self.caret(start) {
                        return;
                    }
                }
                '&' | '|' => {
                    let behind = self.letters.peek().unwrap_or(' ');
                    if letter == '|' || !in_query || behind == '&' || behind.is_whitespace() {
                        return;
                    }
                    if !has_ampersand {
                        self.slips.push(SyntaxIssue::Ampersand(Span::new(start, self.letters.at)));
                    }
                    has_ampersand = true;
                    self.push(letter, start, false);
                }
                '<' | '>' => self.push(' ', start, false),
                _ if begins_word && (letter == '\'' || is_curly_double(letter) || is_curly_single(letter)) => {
                    self.foreign_quotes(letter, start);
                }
                _ => self.push(letter, start, false),
            }
        }
    }

    fn push(&mut self, letter: char, start: usize, is_plain: bool) {
        self.passed.push(Passed { letter, span: Span::new(start, self.letters.at), is_plain });
    }

    /// `false` if nothing follows.
    fn caret(&mut self, start: usize) -> bool {
        if self.letters.takes_line_break() {
            // The first character of the next line is escaped, even if it is a line break.
            let at = self.letters.at;
            if self.letters.takes_line_break() {
                self.push('\n', at, false);
            }
            return true;
        }
        if self.letters.takes_blanks_and_line_break() && !self.letters.rest().is_empty() {
            self.slips.push(SyntaxIssue::LineBreak(Span::new(start, self.letters.at)));
            self.push(' ', start, false);
            return true;
        }
        match self.letters.next() {
            Some(letter) => self.push(letter, start, false),
            None => {
                self.slips.push(SyntaxIssue::CutOff(Span::new(start, start + 1)));
                return false;
            }
        }
        true
    }

    fn foreign_quotes(&mut self, first: char, start: usize) {
        let is_same: fn(char) -> bool = match first {
            '\'' => |letter| letter == '\'',
            _ if is_curly_double(first) => is_curly_double,
            _ => is_curly_single,
        };
        let rest = self.letters.rest();
        let line = rest.get(..rest.find('\n').unwrap_or(rest.len())).unwrap_or_default();
        let close = line.find(is_same).map(|at| self.letters.at + at);
        let close = close.map(|at| Span::new(at, at + first.len_utf8()));
        self.slips.push(SyntaxIssue::OtherQuotes { open: Span::new(start, self.letters.at), close });
        let Some(close) = close else { return self.push(first, start, true) };
        // The word's place includes its quotes.
        let mut from = start;
        while self.letters.at < close.start {
            let Some(letter) = self.letters.next() else { break };
            self.push(letter, from, true);
            from = self.letters.at;
        }
        self.letters.at = close.end;
        if let Some(last) = self.passed.last_mut() {
            last.span.end = close.end;
        }
    }
}

fn arguments(text: &str, passed: &[Passed], slips: &mut Vec<SyntaxIssue>) -> Vec<Piece> {
    let mut words = Vec::new();
    let mut word: Option<(String, Span)> = None;
    let mut quote: Option<Span> = None;
    let mut backslashes = 0_usize;
    let mut all = passed.iter().peekable();
    while let Some(one) = all.next() {
        if !one.is_plain && quote.is_none() && (is_space_or_tab(one.letter) || one.letter == '\n') {
            words.extend(word.take().map(|(argument, span)| finished(text, argument, span)));
            backslashes = 0;
            continue;
        }
        let (argument, span) = word.get_or_insert_with(|| (String::new(), one.span));
        span.end = one.span.end;
        if one.is_plain || one.letter != '"' {
            argument.push(one.letter);
            backslashes = if one.letter == '\\' { backslashes + 1 } else { 0 };
            continue;
        }
        // 2n backslashes before a quote mean n; with one more, the quote is literal.
        let is_escaped = backslashes % 2 == 1;
        argument.truncate(argument.len().saturating_sub(backslashes.div_ceil(2)));
        backslashes = 0;
        let doubled = quote.is_some() && all.peek().is_some_and(|next| next.letter == '"' && !next.is_plain);
        if is_escaped || doubled {
            argument.push('"');
            if doubled && !is_escaped {
                all.next();
            }
        } else {
            quote = if quote.is_some() { None } else { Some(one.span) };
        }
    }
    if let Some(open) = quote
        && !slips.iter().any(|slip| matches!(slip, SyntaxIssue::CutOff(_)))
    {
        slips.push(SyntaxIssue::CutOff(open));
    }
    words.extend(word.map(|(argument, span)| finished(text, argument, span)));
    words
}

fn finished(text: &str, argument: String, span: Span) -> Piece {
    let expands = has_variable(&argument);
    Piece::new(text, argument, span, expands)
}

/// `%NAME%`; percent-encoding begins with a digit instead.
fn has_variable(argument: &str) -> bool {
    let is_name = |part: &str| {
        part.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '_')
            && part.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
    };
    let mut parts = argument.split('%').skip(1).peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_some() && is_name(part) {
            return true;
        }
    }
    false
}
