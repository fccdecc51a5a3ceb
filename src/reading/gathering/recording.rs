use super::{Gathered, Share};
use crate::oauth::Secret;
use crate::reading::request::har;

/// An entry of up to so many bytes is looked at. A request for a token is short.
const LONGEST: usize = 4_000_000;

/// So many bytes are taken in all.
const MOST: usize = 2_000_000;

/// The list `log.entries` of a HAR file (HTTP Archive 1.2), as it comes in.
#[derive(Default)]
pub(super) struct Recording {
    /// The entry that has begun.
    entry: String,
    /// How many brackets are open in it.
    depth: usize,
    is_in_string: bool,
    is_escaped: bool,
    /// The list has ended.
    is_over: bool,
    all: usize,
    taken: Vec<String>,
    taken_bytes: usize,
}

/// What follows the beginning of the list, if the text begins as a HAR file does.
pub(super) fn entries(text: &str) -> Option<&str> {
    har::is_begun(text).then_some(())?;
    let (_, rest) = text.split_once("\"entries\"")?;
    rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('[')
}

impl Recording {
    pub fn push(&mut self, part: &str) {
        let mut begins = 0;
        for (at, byte) in part.bytes().enumerate() {
            if self.is_over {
                return;
            }
            if self.is_in_string {
                match byte {
                    _ if self.is_escaped => self.is_escaped = false,
                    b'\\' => self.is_escaped = true,
                    b'"' => self.is_in_string = false,
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' => self.is_in_string = true,
                b'{' | b'[' => {
                    if self.depth == 0 {
                        begins = at;
                    }
                    self.depth += 1;
                }
                b'}' | b']' if self.depth == 0 => self.is_over = true,
                b'}' | b']' => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        self.add(part.get(begins..=at));
                        self.end_entry();
                    }
                }
                _ => {}
            }
        }
        if self.depth > 0 {
            self.add(part.get(begins..));
        }
    }

    fn add(&mut self, text: Option<&str>) {
        if self.entry.len() <= LONGEST {
            self.entry.push_str(text.unwrap_or_default());
        }
    }

    fn end_entry(&mut self) {
        self.all += 1;
        let entry = core::mem::take(&mut self.entry);
        let has_room = entry.len() <= LONGEST && self.taken_bytes + entry.len() <= MOST;
        if has_room && har::is_of_oauth(&entry) {
            self.taken_bytes += entry.len();
            self.taken.push(entry);
        }
    }

    pub fn finish(self) -> Gathered {
        let share = Share::Requests { taken: self.taken.len(), all: self.all };
        let text = if self.taken.is_empty() { String::new() } else { har::with_entries(&self.taken) };
        Gathered { text: Secret::new(text), share }
    }
}
