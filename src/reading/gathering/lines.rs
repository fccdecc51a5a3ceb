use std::collections::VecDeque;

use super::{Gathered, Share, WHOLE};
use crate::oauth::Secret;

/// In a line that has one of these, in lowercase, something may have gone wrong.
const SIGNS: [&str; 14] = [
    "oauth",
    "openid",
    "token",
    "client_id",
    "redirect_uri",
    "grant",
    "code=",
    "scope",
    "authoriz",
    "unauth",
    "denied",
    "error",
    "exception",
    "invalid",
];

/// So many lines before such a line belong to it.
const BEFORE: usize = 5;

/// And so many after it: a stack trace, a response.
const AFTER: usize = 20;

/// So many lines at the end are taken, whatever they are: a log ends with what stopped the program.
const LAST: usize = 50;

/// Of a longer line only so many bytes are taken.
const LONGEST: usize = 50_000;

/// The lines of a text, as it comes in.
#[derive(Default)]
pub(super) struct Lines {
    /// The line that has begun.
    line: String,
    all: usize,
    taken: VecDeque<String>,
    taken_bytes: usize,
    /// The last lines that were not taken so far.
    recent: VecDeque<String>,
    /// How many more are taken because of one before them.
    after: usize,
    /// There are lines between the last one taken and the next.
    has_gap: bool,
}

impl Lines {
    pub fn push(&mut self, part: &str) {
        let mut rest = part;
        while let Some((line, after)) = rest.split_once('\n') {
            self.add(line);
            self.end_line();
            rest = after;
        }
        self.add(rest);
    }

    fn add(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.line.len()).min(text.len());
        let end = (0..=room).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
        self.line.push_str(text.get(..end).unwrap_or_default());
    }

    fn end_line(&mut self) {
        self.all += 1;
        let line = core::mem::take(&mut self.line);
        let lower = line.to_ascii_lowercase();
        if SIGNS.iter().any(|sign| lower.contains(sign)) {
            let left_out = self.recent.len().saturating_sub(BEFORE);
            self.has_gap |= left_out > 0;
            for before in core::mem::take(&mut self.recent).into_iter().skip(left_out) {
                self.take(before);
            }
            self.take(line);
            self.after = AFTER;
        } else if self.after > 0 {
            self.after -= 1;
            self.take(line);
        } else {
            self.recent.push_back(line);
            if self.recent.len() > LAST {
                self.recent.pop_front();
                self.has_gap = true;
            }
        }
    }

    /// Of too many, the first ones go.
    fn take(&mut self, line: String) {
        if core::mem::take(&mut self.has_gap) && !self.taken.is_empty() {
            self.taken.push_back(String::new());
        }
        self.taken_bytes += line.len() + 1;
        self.taken.push_back(line);
        while self.taken_bytes > WHOLE {
            let Some(first) = self.taken.pop_front() else { break };
            self.taken_bytes = self.taken_bytes.saturating_sub(first.len() + 1);
        }
    }

    pub fn finish(mut self) -> Gathered {
        if !self.line.is_empty() {
            self.end_line();
        }
        for line in core::mem::take(&mut self.recent) {
            self.take(line);
        }
        let taken = Vec::from(self.taken);
        let count = taken.iter().filter(|line| !line.is_empty()).count();
        Gathered { text: Secret::new(taken.join("\n")), share: Share::Lines { taken: count, all: self.all } }
    }
}
