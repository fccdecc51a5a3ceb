//! The JSON objects in a text of any kind.

use crate::pasted_json::{Json, Kind, Member, parse_front};

/// An object in a text, with its place in bytes.
pub(super) struct Object {
    /// Their places are in bytes from the beginning of the object.
    pub members: Vec<Member>,
    pub start: usize,
    pub end: usize,
}

/// Where a text looks like an object and is none, in bytes.
#[derive(Clone, Copy)]
pub(super) struct Broken {
    /// Its brace.
    pub start: usize,
    /// Where it stops being JSON: the length of the text if it is cut off.
    pub at: usize,
}

/// The objects of a text that are not inside others, in their order. All of them are found in linear time.
pub(super) struct ObjectsIn<'t> {
    text: &'t str,
    at: usize,
    broken: Option<Broken>,
}

impl<'t> ObjectsIn<'t> {
    pub(super) fn new(text: &'t str) -> ObjectsIn<'t> {
        ObjectsIn { text, at: 0, broken: None }
    }

    /// The first of those passed that look like JSON and are none.
    pub(super) fn broken(&self) -> Option<Broken> {
        self.broken
    }
}

impl Iterator for ObjectsIn<'_> {
    type Item = Object;

    fn next(&mut self) -> Option<Object> {
        loop {
            let start = self.at + self.text.get(self.at..)?.find('{')?;
            let front = self.text.get(start..)?;
            match parse_front(front) {
                Ok((Json { kind: Kind::Object(members), .. }, behind)) => {
                    self.at = self.text.len() - behind.len();
                    return Some(Object { members, start, end: self.at });
                }
                Ok((_, behind)) => self.at = self.text.len() - behind.len(),
                Err(error) => {
                    let inside = front.strip_prefix('{').unwrap_or(front).trim_start();
                    if inside.starts_with('"') || inside.is_empty() {
                        self.broken.get_or_insert(Broken { start, at: start + error.at });
                    }
                    self.at = start + error.at.max(1);
                }
            }
        }
    }
}
