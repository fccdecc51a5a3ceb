//! The words of a command of bash or zsh: POSIX.1-2024, Shell Command Language (XCU 2.2 and 2.3).

use super::draft::SyntaxIssue;
use super::piece::{ByteSpan, Cursor, Fragment, is_space_or_tab};
use crate::chars::{is_curly_double, is_curly_single};

/// The words of one command.
pub(in crate::reading) struct CommandLine {
    pub words: Vec<Fragment>,
    /// The byte after the command.
    pub end: usize,
    pub issues: Vec<SyntaxIssue>,
}

/// The words from a byte on, up to the end of the command (XCU 2.9: a line break, `;`, `|`, `&` or a closing bracket).
///
/// Escapes and quotes follow XCU 2.2.1 to 2.2.4, including `$'…'`; `$NAME`, `${…}`, `$(…)` and backticks (XCU 2.6) stay
/// as they are. Deviations: a line that begins with an option belongs to the command, and so does an `&` inside a URL
/// or a form; `<code>` is a part of its word, not two redirections; curly quotation marks quote, as they were meant. Each of these is a syntax issue.
pub(in crate::reading) fn shell_line(text: &str, start: usize) -> CommandLine {
    let mut reader = ShellReader { chars: Cursor { text, at: start }, words: Vec::new(), issues: Vec::new() };
    while reader.word_follows() {
        reader.word();
    }
    CommandLine { words: reader.words, end: reader.chars.at, issues: reader.issues }
}

struct ShellReader<'t> {
    chars: Cursor<'t>,
    words: Vec<Fragment>,
    issues: Vec<SyntaxIssue>,
}

/// In characters.
const LONGEST_BLANK: usize = 40;

/// A word while it is read.
#[derive(Default)]
struct ShellWord {
    text: String,
    expands: bool,
}

impl ShellReader<'_> {
    /// Skips what separates words; returns `false` at the end of the command.
    fn word_follows(&mut self) -> bool {
        loop {
            self.chars.skip_spaces();
            let start = self.chars.at;
            if self.chars.takes_line_break() {
                if !self.chars.goes_on_with_option() {
                    return false;
                }
                self.issues.push(SyntaxIssue::LineBreak(ByteSpan::new(start, self.chars.at)));
                continue;
            }
            match self.chars.peek() {
                None => return false,
                Some('\\') => {
                    self.chars.next();
                    if self.chars.rest().is_empty() {
                        self.issues.push(SyntaxIssue::CutOff(ByteSpan::new(start, self.chars.at)));
                        return false;
                    }
                    if self.chars.takes_line_break() {
                        self.chars.skip_second_prompt();
                        continue;
                    }
                    if self.chars.takes_spaces_and_line_break() {
                        let issue =
                            if self.chars.rest().is_empty() { SyntaxIssue::CutOff } else { SyntaxIssue::LineBreak };
                        self.issues.push(issue(ByteSpan::new(start, self.chars.at)));
                        continue;
                    }
                    self.chars.at = start;
                    return true;
                }
                Some(';' | '|' | '&' | ')') => {
                    self.chars.next();
                    return false;
                }
                Some('#') => {
                    let line = self.chars.rest().find('\n').unwrap_or(self.chars.rest().len());
                    self.chars.at += line;
                }
                Some('<' | '>') if self.blank_to_fill().is_none() => self.redirection(),
                Some(_) => return true,
            }
        }
    }

    /// In bytes, how long `<your code>` is, which somebody has left to be filled in: no redirection.
    fn blank_to_fill(&self) -> Option<usize> {
        let is_of_name = |ch: char| ch.is_alphanumeric() || matches!(ch, '_' | '-' | ' ');
        let name = self.chars.rest().strip_prefix('<')?;
        let length = name.char_indices().take(LONGEST_BLANK).find(|(_, ch)| !is_of_name(*ch)).map(|(at, _)| at)?;
        let (name, behind) = name.split_at_checked(length)?;
        let is_name = !name.is_empty() && name.trim() == name && behind.starts_with('>');
        is_name.then_some(length + "<>".len())
    }

    /// XCU 2.7: the word after `<` or `>` is a file, not an argument.
    fn redirection(&mut self) {
        while matches!(self.chars.peek(), Some('<' | '>' | '&' | '|')) {
            self.chars.next();
        }
        self.chars.skip_spaces();
        let ends = |ch: char| ch.is_whitespace() || matches!(ch, ';' | '|' | '&' | ')' | '<' | '>');
        while self.chars.peek().is_some_and(|ch| !ends(ch)) {
            self.chars.next();
        }
    }

    fn word(&mut self) {
        let start = self.chars.at;
        let mut word = ShellWord::default();
        let mut has_ampersand = false;
        while let Some(ch) = self.chars.peek() {
            let at = self.chars.at;
            match ch {
                '<' if let Some(length) = self.blank_to_fill() => {
                    let end = at + length;
                    while self.chars.at < end {
                        self.take_plain(&mut word);
                    }
                }
                '\n' | ';' | '|' | ')' | '<' | '>' => break,
                '\r' if self.chars.rest().starts_with("\r\n") => break,
                _ if is_space_or_tab(ch) => break,
                '&' => {
                    let behind = self.chars.rest().chars().nth(1).unwrap_or(' ');
                    let in_value = has_ampersand || word.text.contains(['?', '=']);
                    if behind.is_whitespace() || behind == '&' || !in_value {
                        break;
                    }
                    if !has_ampersand {
                        self.issues.push(SyntaxIssue::Ampersand(ByteSpan::new(at, at + 1)));
                    }
                    has_ampersand = true;
                    self.take_plain(&mut word);
                }
                '\\' => {
                    self.chars.next();
                    if self.chars.rest().is_empty() {
                        self.issues.push(SyntaxIssue::CutOff(ByteSpan::new(at, at + 1)));
                    } else if !self.chars.takes_line_break() {
                        self.take_plain(&mut word);
                    }
                }
                '\'' => self.single_quoted(&mut word),
                '"' => self.double_quoted(&mut word),
                '$' | '`' => self.expansion(&mut word, true),
                _ if word.text.is_empty() && (is_curly_double(ch) || is_curly_single(ch)) => {
                    self.curly_quoted(ch, &mut word);
                }
                _ => self.take_plain(&mut word),
            }
        }
        let span = ByteSpan::new(start, self.chars.at);
        self.words.push(Fragment::new(self.chars.text, word.text, span, word.expands));
    }

    fn take_plain(&mut self, word: &mut ShellWord) {
        word.text.extend(self.chars.next());
    }

    /// Takes the text up to an end, which is not included.
    fn take_until(&mut self, end: &str, word: &mut ShellWord) {
        let start = self.chars.at;
        let closes = self.chars.skip_past(end);
        let behind = self.chars.at - if closes { end.len() } else { 0 };
        word.text.push_str(self.chars.text.get(start..behind).unwrap_or_default());
        if !closes {
            self.issues.push(SyntaxIssue::CutOff(ByteSpan::new(start.saturating_sub(1), start)));
        }
    }

    /// XCU 2.2.2.
    fn single_quoted(&mut self, word: &mut ShellWord) {
        self.chars.next();
        self.take_until("'", word);
    }

    /// XCU 2.2.3: a backslash escapes only `$`, a backtick, `"`, `\` and a line break.
    fn double_quoted(&mut self, word: &mut ShellWord) {
        let open = self.chars.at;
        self.chars.next();
        loop {
            match self.chars.peek() {
                None => {
                    self.issues.push(SyntaxIssue::CutOff(ByteSpan::new(open, open + 1)));
                    return;
                }
                Some('"') => {
                    self.chars.next();
                    return;
                }
                Some('$' | '`') => self.expansion(word, false),
                Some('\\') => {
                    self.chars.next();
                    match self.chars.peek() {
                        Some('$' | '`' | '"' | '\\') => self.take_plain(word),
                        Some('\n' | '\r') if self.chars.takes_line_break() => {}
                        _ => word.text.push('\\'),
                    }
                }
                Some(_) => self.take_plain(word),
            }
        }
    }

    /// What begins with `$` or a backtick; `$'…'` and `$"…"` quote only outside double quotes.
    fn expansion(&mut self, word: &mut ShellWord, quotes: bool) {
        let start = self.chars.at;
        if quotes && self.chars.takes("$'") {
            return self.dollar_quoted(word);
        }
        if quotes && self.chars.rest().starts_with("$\"") {
            self.chars.next();
            return self.double_quoted(word);
        }
        let first = self.chars.next();
        let closes = match self.chars.peek() {
            _ if first == Some('`') => self.chars.skip_past("`"),
            Some('(') => skip_substitution(&mut self.chars),
            Some('{') => self.chars.skip_past("}"),
            Some(ch) if ch.is_ascii_alphanumeric() || ch == '_' => {
                while self.chars.peek().is_some_and(|ch| ch.is_ascii_alphanumeric() || ch == '_') {
                    self.chars.next();
                }
                true
            }
            _ => {
                word.text.push('$');
                return;
            }
        };
        if !closes {
            self.issues.push(SyntaxIssue::CutOff(ByteSpan::new(start, start + 1)));
        }
        word.expands = true;
        word.text.push_str(self.chars.text.get(start..self.chars.at).unwrap_or_default());
    }

    /// XCU 2.2.4, with the `\u` of bash and zsh, which Chrome writes.
    fn dollar_quoted(&mut self, word: &mut ShellWord) {
        let open = self.chars.at.saturating_sub(2);
        loop {
            match self.chars.next() {
                None => {
                    self.issues.push(SyntaxIssue::CutOff(ByteSpan::new(open, open + 2)));
                    return;
                }
                Some('\'') => return,
                Some('\\') => match self.chars.next() {
                    Some('n') => word.text.push('\n'),
                    Some('r') => word.text.push('\r'),
                    Some('t') => word.text.push('\t'),
                    Some('x') => self.code(word, 16, 2),
                    Some('u') => self.code(word, 16, 4),
                    Some('U') => self.code(word, 16, 8),
                    Some('0'..='7') => {
                        self.chars.at -= 1;
                        self.code(word, 8, 3);
                    }
                    Some(ch) => word.text.push(ch),
                    None => {}
                },
                Some(ch) => word.text.push(ch),
            }
        }
    }

    fn code(&mut self, word: &mut ShellWord, radix: u32, most: usize) {
        let mut code: u32 = 0;
        for _ in 0..most {
            let Some(digit) = self.chars.peek().and_then(|ch| ch.to_digit(radix)) else { break };
            code = code.wrapping_mul(radix).wrapping_add(digit);
            self.chars.next();
        }
        word.text.extend(char::from_u32(code));
    }

    /// Curly quotation marks, which the shell treats as ordinary characters; read as they were meant.
    fn curly_quoted(&mut self, first: char, word: &mut ShellWord) {
        let start = self.chars.at;
        self.chars.next();
        let is_same: fn(char) -> bool = if is_curly_double(first) { is_curly_double } else { is_curly_single };
        let close = self.chars.rest().find(is_same);
        let close = close.map(|close| ByteSpan::new(self.chars.at + close, self.chars.at + close + first.len_utf8()));
        self.issues.push(SyntaxIssue::OtherQuotes { open: ByteSpan::new(start, self.chars.at), close });
        if let Some(close) = close {
            let inner = self.chars.text.get(self.chars.at..close.start).unwrap_or_default();
            word.expands |= is_curly_double(first) && inner.contains(['$', '`']);
            word.text.push_str(inner);
            self.chars.at = close.end;
        }
    }
}

/// Moves to after the bracket that closes the next one; quotes inside may contain brackets.
pub(super) fn skip_substitution(chars: &mut Cursor<'_>) -> bool {
    let mut depth = 0_usize;
    while let Some(ch) = chars.next() {
        match ch {
            '(' => depth += 1,
            ')' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return true;
                }
            }
            '\\' => {
                chars.next();
            }
            '\'' => {
                chars.skip_past("'");
            }
            '"' => loop {
                match chars.next() {
                    None | Some('"') => break,
                    Some('\\') => {
                        chars.next();
                    }
                    Some(_) => {}
                }
            },
            _ => {}
        }
    }
    false
}
