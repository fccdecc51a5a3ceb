//! The words of a cmd.exe command, as curl receives them.
//!
//! Two programs read it. First cmd.exe: `^` outside double quotes escapes the next character, and joins lines
//! (Microsoft, `cmd`, "Remarks"). Then the C runtime: spaces separate, double quotes group, `\"` is a quote (Microsoft,
//! "Parsing C command-line arguments").

use super::draft::SyntaxIssue;
use super::piece::{ByteSpan, Cursor, Fragment, is_space_or_tab};
use super::shell_words::CommandLine;
use crate::chars::{is_curly_double, is_curly_single};

/// Whether a text shows that it was written for cmd.exe: `^"`, a `^` at the end of a line, or its prompt.
pub(super) fn is_cmd(text: &str) -> bool {
    // A server marks a place in what it quotes with a `^` too.
    let escapes = |line: &str| line.contains("^\"") && line.contains("curl");
    text.lines().any(|line| escapes(line) || line.trim_end().ends_with(" ^") || has_prompt(line))
}

/// `C:\…>` before curl.
fn has_prompt(line: &str) -> bool {
    let mut chars = line.trim_start().chars();
    let drive = chars.next().is_some_and(|ch| ch.is_ascii_alphabetic());
    drive && chars.as_str().starts_with(":\\") && line.contains('>')
}

/// The words from a byte on, up to the end of the line, `&` or `|`.
///
/// `%NAME%` stays as it is. Single quotes and curly ones do not quote here; they are read as they were meant, which is
/// a syntax issue. So are an `&` inside a URL and a line break before an option.
pub(super) fn cmd_line(text: &str, start: usize) -> CommandLine {
    let mut shell = CmdReader { chars: Cursor { text, at: start }, passed: Vec::new(), issues: Vec::new() };
    shell.pass();
    let CmdReader { chars, passed, mut issues } = shell;
    let words = arguments(text, &passed, &mut issues);
    CommandLine { words, end: chars.at, issues }
}

/// A character that cmd.exe passes to the program.
#[derive(Clone, Copy)]
struct PassedChar {
    ch: char,
    span: ByteSpan,
    /// Between quotes that were meant as such: the C runtime must not treat it as a space or a quote.
    is_plain: bool,
}

struct CmdReader<'t> {
    chars: Cursor<'t>,
    passed: Vec<PassedChar>,
    issues: Vec<SyntaxIssue>,
}

impl CmdReader<'_> {
    fn pass(&mut self) {
        let mut quote: Option<usize> = None;
        let mut has_ampersand = false;
        let mut in_query = false;
        loop {
            let start = self.chars.at;
            if self.chars.takes_line_break() {
                if let Some(open) = quote {
                    self.issues.push(SyntaxIssue::CutOff(ByteSpan::new(open, open + 1)));
                    return;
                }
                if !self.chars.goes_on_with_option() {
                    return;
                }
                self.issues.push(SyntaxIssue::LineBreak(ByteSpan::new(start, self.chars.at)));
                self.push(' ', start, false);
                continue;
            }
            let Some(ch) = self.chars.next() else { return };
            let begins_word = self.passed.last().is_none_or(|last| is_space_or_tab(last.ch));
            if begins_word {
                (in_query, has_ampersand) = (false, false);
            }
            in_query |= matches!(ch, '?' | '=');
            match ch {
                '"' => {
                    quote = if quote.is_some() { None } else { Some(start) };
                    self.push(ch, start, false);
                }
                _ if quote.is_some() => self.push(ch, start, false),
                '^' => {
                    if !self.caret(start) {
                        return;
                    }
                }
                '&' | '|' => {
                    let behind = self.chars.peek().unwrap_or(' ');
                    if ch == '|' || !in_query || behind == '&' || behind.is_whitespace() {
                        return;
                    }
                    if !has_ampersand {
                        self.issues.push(SyntaxIssue::Ampersand(ByteSpan::new(start, self.chars.at)));
                    }
                    has_ampersand = true;
                    self.push(ch, start, false);
                }
                '<' | '>' => self.push(' ', start, false),
                '\\' if begins_word && self.ends_line() => {
                    self.issues.push(SyntaxIssue::Backslash(ByteSpan::new(start, self.chars.at)));
                    let is_last = self.chars.rest().is_empty();
                    if is_last || !self.chars.takes_spaces_and_line_break() || !self.goes_on() {
                        return;
                    }
                    self.push(' ', start, false);
                }
                _ if begins_word && (ch == '\'' || is_curly_double(ch) || is_curly_single(ch)) => {
                    self.foreign_quotes(ch, start);
                }
                _ => self.push(ch, start, false),
            }
        }
    }

    /// Whether only spaces are left in this line.
    fn ends_line(&self) -> bool {
        let mut ahead = self.chars;
        ahead.rest().is_empty() || ahead.takes_spaces_and_line_break()
    }

    /// Whether the next line is the rest of a command, not what the command printed.
    fn goes_on(&self) -> bool {
        let mut ahead = self.chars;
        ahead.skip_spaces();
        self.chars.goes_on_with_option() || ahead.rest().starts_with(['"', '\'']) || ahead.rest().starts_with("http")
    }

    fn push(&mut self, ch: char, start: usize, is_plain: bool) {
        self.passed.push(PassedChar { ch, span: ByteSpan::new(start, self.chars.at), is_plain });
    }

    /// `false` if nothing follows.
    fn caret(&mut self, start: usize) -> bool {
        if self.chars.takes_line_break() {
            // The first character of the next line is escaped, even if it is a line break.
            let at = self.chars.at;
            if self.chars.takes_line_break() {
                self.push('\n', at, false);
            }
            return true;
        }
        if self.chars.takes_spaces_and_line_break() && !self.chars.rest().is_empty() {
            self.issues.push(SyntaxIssue::LineBreak(ByteSpan::new(start, self.chars.at)));
            self.push(' ', start, false);
            return true;
        }
        match self.chars.next() {
            Some(ch) => self.push(ch, start, false),
            None => {
                self.issues.push(SyntaxIssue::CutOff(ByteSpan::new(start, start + 1)));
                return false;
            }
        }
        true
    }

    fn foreign_quotes(&mut self, first: char, start: usize) {
        let is_same: fn(char) -> bool = match first {
            '\'' => |ch| ch == '\'',
            _ if is_curly_double(first) => is_curly_double,
            _ => is_curly_single,
        };
        let rest = self.chars.rest();
        let line = rest.get(..rest.find('\n').unwrap_or(rest.len())).unwrap_or_default();
        let close = line.find(is_same).map(|at| self.chars.at + at);
        let close = close.map(|at| ByteSpan::new(at, at + first.len_utf8()));
        self.issues.push(SyntaxIssue::OtherQuotes { open: ByteSpan::new(start, self.chars.at), close });
        let Some(close) = close else { return self.push(first, start, true) };
        // The word's place includes its quotes.
        let mut from = start;
        while self.chars.at < close.start {
            let Some(ch) = self.chars.next() else { break };
            self.push(ch, from, true);
            from = self.chars.at;
        }
        self.chars.at = close.end;
        if let Some(last) = self.passed.last_mut() {
            last.span.end = close.end;
        }
    }
}

fn arguments(text: &str, passed: &[PassedChar], issues: &mut Vec<SyntaxIssue>) -> Vec<Fragment> {
    let mut words = Vec::new();
    let mut word: Option<(String, ByteSpan)> = None;
    let mut quote: Option<ByteSpan> = None;
    let mut backslashes = 0_usize;
    let mut all = passed.iter().peekable();
    while let Some(one) = all.next() {
        if !one.is_plain && quote.is_none() && (is_space_or_tab(one.ch) || one.ch == '\n') {
            words.extend(word.take().map(|(argument, span)| finished(text, argument, span)));
            backslashes = 0;
            continue;
        }
        let (argument, span) = word.get_or_insert_with(|| (String::new(), one.span));
        span.end = one.span.end;
        if one.is_plain || one.ch != '"' {
            argument.push(one.ch);
            backslashes = if one.ch == '\\' { backslashes + 1 } else { 0 };
            continue;
        }
        // 2n backslashes before a quote mean n; with one more, the quote is literal.
        let is_escaped = backslashes % 2 == 1;
        argument.truncate(argument.len().saturating_sub(backslashes.div_ceil(2)));
        backslashes = 0;
        let doubled = quote.is_some() && all.peek().is_some_and(|next| next.ch == '"' && !next.is_plain);
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
        && !issues.iter().any(|issue| matches!(issue, SyntaxIssue::CutOff(_)))
    {
        issues.push(SyntaxIssue::CutOff(open));
    }
    words.extend(word.map(|(argument, span)| finished(text, argument, span)));
    words
}

fn finished(text: &str, argument: String, span: ByteSpan) -> Fragment {
    let expands = has_variable(&argument);
    Fragment::new(text, argument, span, expands)
}

/// `%NAME%`; percent-encoding begins with a digit instead.
fn has_variable(argument: &str) -> bool {
    let is_name = |part: &str| {
        part.starts_with(|ch: char| ch.is_ascii_alphabetic() || ch == '_')
            && part.chars().all(|ch| ch.is_ascii_alphanumeric() || ch == '_')
    };
    let mut parts = argument.split('%').skip(1).peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_some() && is_name(part) {
            return true;
        }
    }
    false
}
