//! A part of a text with its place in bytes.

/// A range in bytes of the pasted text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::reading) struct ByteSpan {
    pub start: usize,
    pub end: usize,
}

impl ByteSpan {
    pub(in crate::reading) const fn new(start: usize, end: usize) -> ByteSpan {
        ByteSpan { start, end }
    }

    pub(in crate::reading) fn holds(self, byte: usize) -> bool {
        self.start <= byte && byte <= self.end
    }
}

/// A word or a value as it was read. There is no `Debug`: it may be a secret.
#[derive(Clone)]
pub(in crate::reading) struct Fragment {
    /// Without quotes and escapes; variables stay as they were written.
    pub text: String,
    /// The place of the whole word, with its quotes.
    pub span: ByteSpan,
    /// Whether the shell would insert a variable or the output of a command.
    pub expands: bool,
    /// The byte where the text appears unchanged; `None` where it contains an escape.
    pub at: Option<usize>,
}

/// The length of the longest opening quote, such as `$"`, `^"`, or `@"` and a line break.
const LONGEST_QUOTE: usize = 4;

impl Fragment {
    pub(in crate::reading) fn new(source: &str, text: String, span: ByteSpan, expands: bool) -> Fragment {
        let stands_at = |at: &usize| source.get(*at..span.end).is_some_and(|rest| rest.starts_with(&text));
        let at = (span.start..=span.end.min(span.start.saturating_add(LONGEST_QUOTE))).find(stands_at);
        Fragment { text, span, expands, at }
    }

    /// The place of a part of `text`, given in bytes of `text`; the place of the whole word where the part's is not
    /// known.
    pub(in crate::reading) fn part(&self, start: usize, end: usize) -> ByteSpan {
        self.at.map_or(self.span, |at| ByteSpan::new(at + start, at + end))
    }

    /// The part between two bytes of `text`.
    pub(in crate::reading) fn slice(&self, start: usize, end: usize) -> Fragment {
        let text = self.text.get(start..end).unwrap_or_default().to_owned();
        let at = self.at.map(|at| at + start);
        Fragment { text, span: self.part(start, end), expands: self.expands, at }
    }

    pub(in crate::reading) fn tail(&self, start: usize) -> Fragment {
        self.slice(start, self.text.len())
    }
}

/// A cursor over a text.
#[derive(Clone, Copy)]
pub(in crate::reading) struct Cursor<'t> {
    pub text: &'t str,
    /// The next byte.
    pub at: usize,
}

impl<'t> Cursor<'t> {
    pub(in crate::reading) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(in crate::reading) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(in crate::reading) fn next(&mut self) -> Option<char> {
        let ch = self.peek()?;
        self.at += ch.len_utf8();
        Some(ch)
    }

    pub(in crate::reading) fn takes(&mut self, start: &str) -> bool {
        let is_next = self.rest().starts_with(start);
        self.at += if is_next { start.len() } else { 0 };
        is_next
    }

    pub(in crate::reading) fn takes_line_break(&mut self) -> bool {
        self.takes("\r\n") || self.takes("\n")
    }

    pub(in crate::reading) fn skip_spaces(&mut self) {
        while self.peek().is_some_and(is_space_or_tab) {
            self.next();
        }
    }

    /// Moves to after the next occurrence of `end`; to the end of the text, and returns `false`, if there is none.
    pub(in crate::reading) fn skip_past(&mut self, end: &str) -> bool {
        let found = self.rest().find(end);
        self.at = found.map_or(self.text.len(), |found| self.at + found + end.len());
        found.is_some()
    }

    /// Whether only spaces are left in this line. If so, moves to after its line break.
    pub(in crate::reading) fn takes_spaces_and_line_break(&mut self) -> bool {
        let mut ahead = *self;
        ahead.skip_spaces();
        let ends = ahead.takes_line_break() || ahead.rest().is_empty();
        if ends && ahead.at > self.at {
            *self = ahead;
            return true;
        }
        false
    }

    /// Skips the prompt with which a shell asks for the rest of a command (`PS2`, XCU 2.5.3), copied together with it. What
    /// follows tells it from a redirection, whose word is the name of a file.
    pub(in crate::reading) fn skip_second_prompt(&mut self) {
        let mut ahead = *self;
        if ahead.takes("> ") {
            ahead.skip_spaces();
            if ["-", "'", "\"", "http"].iter().any(|start| ahead.rest().starts_with(start)) {
                *self = ahead;
            }
        }
    }

    /// Whether the next line continues with an option, so that the line break before it was not meant to end the
    /// command.
    pub(in crate::reading) fn goes_on_with_option(&self) -> bool {
        let mut ahead = *self;
        ahead.skip_spaces();
        // More dashes are the line below the head of a table.
        let is_option =
            ahead.takes("-") && (ahead.takes("-") || ahead.peek().is_some_and(|ch| ch.is_ascii_alphabetic()));
        is_option && ahead.peek() != Some('-')
    }
}

pub(in crate::reading) fn is_space_or_tab(ch: char) -> bool {
    matches!(ch, ' ' | '\t')
}
