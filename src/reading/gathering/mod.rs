//! What is taken of a file, which comes in parts: a recording or a log of many megabytes has a few places that matter, and
//! nobody can look at the rest in a text area.

mod lines;
mod recording;

use self::lines::Lines;
use self::recording::Recording;
use crate::oauth::Secret;

/// A text of up to so many bytes is taken as it is.
const WHOLE: usize = 500_000;

/// A file that is being read.
#[derive(Default)]
pub struct Gathering {
    kind: Kind,
}

enum Kind {
    /// As long as it is short.
    Whole(String),
    Recording(Recording),
    Lines(Lines),
}

impl Default for Kind {
    fn default() -> Kind {
        Kind::Whole(String::new())
    }
}

/// What was taken.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// The text; empty if there is nothing in it that the page reads.
    pub text: Secret,
    /// How much of the file it is.
    pub share: Share,
}

/// How much of a file was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// All of it.
    Whole,
    /// Of a HAR file, the requests of OAuth.
    Requests {
        /// So many.
        taken: usize,
        /// Of so many.
        all: usize,
    },
    /// Of any other text, lines that may matter, those around them, and the last ones.
    Lines {
        /// So many.
        taken: usize,
        /// Of so many.
        all: usize,
    },
}

impl Gathering {
    /// The next part of the text.
    pub fn push(&mut self, part: &str) {
        match &mut self.kind {
            Kind::Whole(text) => {
                text.push_str(part);
                if text.len() > WHOLE {
                    self.kind = Kind::of_long(text);
                }
            }
            Kind::Recording(recording) => recording.push(part),
            Kind::Lines(lines) => lines.push(part),
        }
    }

    /// What was taken, once all of it came.
    #[must_use]
    pub fn finish(self) -> Gathered {
        match self.kind {
            Kind::Whole(text) => Gathered { text: Secret::new(text), share: Share::Whole },
            Kind::Recording(recording) => recording.finish(),
            Kind::Lines(lines) => lines.finish(),
        }
    }
}

impl Kind {
    fn of_long(text: &str) -> Kind {
        if let Some(entries) = recording::entries(text) {
            let mut recording = Recording::default();
            recording.push(entries);
            return Kind::Recording(recording);
        }
        let mut lines = Lines::default();
        lines.push(text);
        Kind::Lines(lines)
    }
}
