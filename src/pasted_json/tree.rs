//! What a JSON text says, and where it says it.

/// A value and its place. There is no `Debug`: a pasted response contains tokens.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Json {
    /// The place of its last byte in the text, from 0.
    pub end: usize,
    /// The value itself.
    pub kind: Kind,
}

/// The kinds of value.
#[derive(Clone, Default, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it is written; no size is too large.
    Number(String),
    /// A string, without its escapes.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object: every member in the order of the text, those of the same name too.
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Clone, PartialEq, Eq)]
pub struct Member {
    /// The place of the quote that closes the name, in bytes of the text from 0.
    pub end: usize,
    /// The name, without its escapes.
    pub name: String,
    /// The value.
    pub value: Json,
}

/// Where a text is no JSON, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// The place in the text, in bytes from 0; the length of the text if it ends too early.
    pub at: usize,
    /// What is wrong there, without any of the text.
    pub reason: &'static str,
}

impl Json {
    /// The text of a string; `None` for every other kind.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }
}
