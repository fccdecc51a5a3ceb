//! The words of a command of bash or zsh: POSIX.1-2024, Shell Command Language (XCU 2.2 and 2.3).

use super::draft::SyntaxIssue;
use super::piece::{Letters, Piece, Span, is_space_or_tab};
use crate::chars::{is_curly_double, is_curly_single};

/// The words of one command.
pub(super) struct CommandLine {
    pub words: Vec<Piece>,
    /// The byte after the command.
    pub end: usize,
    pub slips: Vec<SyntaxIssue>,
}

/// The words from a byte on, up to the end of the command (XCU 2.9: a line break, `;`, `|`, `&` or a closing bracket).
///
/// Escapes and quotes follow XCU 2.2.1 to 2.2.4, including `$'…'`; `$NAME`, `${…}`, `$(…)` and backticks (XCU 2.6) stay
/// as they are. Deviations: a line that begins with an option belongs to the command, and so does an `&` inside a URL
/// or a form; curly quotation marks quote, as they were meant. Each of these is a syntax issue.
pub(super) fn shell_line(text: &str, start: usize) -> CommandLine {
    let mut reader = Reader { letters: Letters { text, at: start }, words: Vec::new(), slips: Vec::new() };
    while reader.word_follows() {
        reader.word();
    }
    CommandLine { words: reader.words, end: reader.letters.at, slips: reader.slips }
}

struct Reader<'t> {
    letters: Letters<'t>,
    words: Vec<Piece>,
    slips: Vec<SyntaxIssue>,
}

/// A word while it is read.
#[derive(Default)]
struct Word {
    text: String,
    expands: bool,
}

impl Reader<'_> {
    /// Skips what separates words; returns `false` at the end of the command.
    fn word_follows(&mut self) -> bool {
        loop {
            self.letters.skip_blanks();
            let start = self.letters.at;
            if self.letters.takes_line_break() {
                if !self.letters.goes_on_with_option() {
                    return false;
                }
                self.slips.push(SyntaxIssue::LineBreak(Span::new(start, self.letters.at)));
                continue;
            }
            match self.letters.peek() {
                None => return false,
                Some('\\') => {
                    self.letters.next();
                    if self.letters.rest().is_empty() {
                        self.slips.push(SyntaxIssue::CutOff(Span::new(start, self.letters.at)));
                        return false;
                    }
                    if self.letters.takes_line_break() {
                        continue;
                    }
                    if self.letters.takes_blanks_and_line_break() {
                        let slip =
                            if self.letters.rest().is_empty() { SyntaxIssue::CutOff } else { SyntaxIssue::LineBreak };
                        self.slips.push(slip(Span::new(start, self.letters.at)));
                        continue;
                    }
                    self.letters.at = start;
                    return true;
                }
                Some(';' | '|' | '&' | ')') => {
                    self.letters.next();
                    return false;
                }
                Some('#') => {
                    let line = self.letters.rest().find('\n').unwrap_or(self.letters.rest().len());
                    self.letters.at += line;
                }
                Some('<' | '>') => self.redirection(),
                Some(_) => return true,
            }
        }
    }

    /// XCU 2.7: the word after `<` or `>` is a file, not an argument.
    fn redirection(&mut self) {
        while matches!(self.letters.peek(), Some('<' | '>' | '&' | '|')) {
            self.letters.next();
        }
        self.letters.skip_blanks();
        let ends = |letter: char| letter.is_whitespace() || matches!(letter, ';' | '|' | '&' | ')' | '<' | '>');
        while self.letters.peek().is_some_and(|letter| !ends(letter)) {
            self.letters.next();
        }
    }

    fn word(&mut self) {
        let start = self.letters.at;
        let mut word = Word::default();
        let mut has_ampersand = false;
        while let Some(letter) = self.letters.peek() {
            let at = self.letters.at;
            match letter {
                '\n' | ';' | '|' | ')' | '<' | '>' => break,
                '\r' if self.letters.rest().starts_with("\r\n") => break,
                _ if is_space_or_tab(letter) => break,
                '&' => {
                    let behind = self.letters.rest().chars().nth(1).unwrap_or(' ');
                    let in_value = has_ampersand || word.text.contains(['?', '=']);
                    if behind.is_whitespace() || behind == '&' || !in_value {
                        break;
                    }
                    if !has_ampersand {
                        self.slips.push(SyntaxIssue::Ampersand(Span::new(at, at + 1)));
                    }
                    has_ampersand = true;
                    self.take_plain(&mut word);
                }
                '\\' => {
                    self.letters.next();
                    if self.letters.rest().is_empty() {
                        self.slips.push(SyntaxIssue::CutOff(Span::new(at, at + 1)));
                    } else if !self.letters.takes_line_break() {
                        self.take_plain(&mut word);
                    }
                }
                '\'' => self.single_quoted(&mut word),
                '"' => self.double_quoted(&mut word),
                '$' | '`' => self.expansion(&mut word, true),
                _ if word.text.is_empty() && (is_curly_double(letter) || is_curly_single(letter)) => {
                    self.curly_quoted(letter, &mut word);
                }
                _ => self.take_plain(&mut word),
            }
        }
        let span = Span::new(start, self.letters.at);
        self.words.push(Piece::new(self.letters.text, word.text, span, word.expands));
    }

    fn take_plain(&mut self, word: &mut Word) {
        word.text.extend(self.letters.next());
    }

    /// Takes the text up to an end, which is not included.
    fn take_until(&mut self, end: &str, word: &mut Word) {
        let start = self.letters.at;
        let closes = self.letters.skip_past(end);
        let behind = self.letters.at - if closes { end.len() } else { 0 };
        word.text.push_str(self.letters.text.get(start..behind).unwrap_or_default());
        if !closes {
            self.slips.push(SyntaxIssue::CutOff(Span::new(start.saturating_sub(1), start)));
        }
    }

    /// XCU 2.2.2.
    fn single_quoted(&mut self, word: &mut Word) {
        self.letters.next();
        self.take_until("'", word);
    }

    /// XCU 2.2.3: a backslash escapes only `$`, a backtick, `"`, `\` and a line break.
    fn double_quoted(&mut self, word: &mut Word) {
        let open = self.letters.at;
        self.letters.next();
        loop {
            match self.letters.peek() {
                None => {
                    self.slips.push(SyntaxIssue::CutOff(Span::new(open, open + 1)));
                    return;
                }
                Some('"') => {
                    self.letters.next();
                    return;
                }
                Some('$' | '`') => self.expansion(word, false),
                Some('\\') => {
                    self.letters.next();
                    match self.letters.peek() {
                        Some('$' | '`' | '"' | '\\') => self.take_plain(word),
                        Some('\n' | '\r') if self.letters.takes_line_break() => {}
                        _ => word.text.push('\\'),
                    }
                }
                Some(_) => self.take_plain(word),
            }
        }
    }

    /// What begins with `$` or a backtick; `$'…'` and `$"…"` quote only outside double quotes.
    fn expansion(&mut self, word: &mut Word, quotes: bool) {
        let start = self.letters.at;
        if quotes && self.letters.takes("$'") {
            return self.dollar_quoted(word);
        }
        if quotes && self.letters.rest().starts_with("$\"") {
            self.letters.next();
            return self.double_quoted(word);
        }
        let first = self.letters.next();
        let closes = match self.letters.peek() {
            _ if first == Some('`') => self.letters.skip_past("`"),
            Some('(') => skip_substitution(&mut self.letters),
            Some('{') => self.letters.skip_past("}"),
            Some(letter) if letter.is_ascii_alphanumeric() || letter == '_' => {
                while self.letters.peek().is_some_and(|letter| letter.is_ascii_alphanumeric() || letter == '_') {
                    self.letters.next();
                }
                true
            }
            _ => {
                word.text.push('$');
                return;
            }
        };
        if !closes {
            self.slips.push(SyntaxIssue::CutOff(Span::new(start, start + 1)));
        }
        word.expands = true;
        word.text.push_str(self.letters.text.get(start..self.letters.at).unwrap_or_default());
    }

    /// XCU 2.2.4, with the `\u` of bash and zsh, which Chrome writes.
    fn dollar_quoted(&mut self, word: &mut Word) {
        let open = self.letters.at.saturating_sub(2);
        loop {
            match self.letters.next() {
                None => {
                    self.slips.push(SyntaxIssue::CutOff(Span::new(open, open + 2)));
                    return;
                }
                Some('\'') => return,
                Some('\\') => match self.letters.next() {
                    Some('n') => word.text.push('\n'),
                    Some('r') => word.text.push('\r'),
                    Some('t') => word.text.push('\t'),
                    Some('x') => self.code(word, 16, 2),
                    Some('u') => self.code(word, 16, 4),
                    Some('U') => self.code(word, 16, 8),
                    Some('0'..='7') => {
                        self.letters.at -= 1;
                        self.code(word, 8, 3);
                    }
                    Some(letter) => word.text.push(letter),
                    None => {}
                },
                Some(letter) => word.text.push(letter),
            }
        }
    }

    fn code(&mut self, word: &mut Word, radix: u32, most: usize) {
        let mut code: u32 = 0;
        for _ in 0..most {
            let Some(digit) = self.letters.peek().and_then(|letter| letter.to_digit(radix)) else { break };
            code = code.wrapping_mul(radix).wrapping_add(digit);
            self.letters.next();
        }
        word.text.extend(char::from_u32(code));
    }

    /// Curly quotation marks, which the shell treats as ordinary characters; read as they were meant.
    fn curly_quoted(&mut self, first: char, word: &mut Word) {
        let start = self.letters.at;
        self.letters.next();
        let is_same: fn(char) -> bool = if is_curly_double(first) { is_curly_double } else { is_curly_single };
        let close = self.letters.rest().find(is_same);
        let close = close.map(|close| Span::new(self.letters.at + close, self.letters.at + close + first.len_utf8()));
        self.slips.push(SyntaxIssue::OtherQuotes { open: Span::new(start, self.letters.at), close });
        if let Some(close) = close {
            let inner = self.letters.text.get(self.letters.at..close.start).unwrap_or_default();
            word.expands |= is_curly_double(first) && inner.contains(['$', '`']);
            word.text.push_str(inner);
            self.letters.at = close.end;
        }
    }
}

/// Moves to after the bracket that closes the next one; quotes inside may contain brackets.
pub(super) fn skip_substitution(letters: &mut Letters<'_>) -> bool {
    let mut depth = 0_usize;
    while let Some(letter) = letters.next() {
        match letter {
            '(' => depth += 1,
            ')' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return true;
                }
            }
            '\\' => {
                letters.next();
            }
            '\'' => {
                letters.skip_past("'");
            }
            '"' => loop {
                match letters.next() {
                    None | Some('"') => break,
                    Some('\\') => {
                        letters.next();
                    }
                    Some(_) => {}
                }
            },
            _ => {}
        }
    }
    false
}
