//! JSON (RFC 8259), read strictly and written for our own use.
//!
//! A text becomes a tree of [`Json`] values that know their place; a type says by [`FromJson`] what it takes from it.
//! One small reader serves every type; a generated one for each would make the page that a person loads a quarter
//! larger.

mod fields;
mod named;
mod reader;
mod tree;
mod writer;

pub use fields::{Fields, FromJson, Misfits, object, read, word};
pub use named::Named;
pub use reader::{parse, parse_front};
pub use tree::{Json, Kind, Member, Misfit};
pub use writer::quote;
