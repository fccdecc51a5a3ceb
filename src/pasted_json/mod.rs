//! JSON that a person pasted (RFC 8259): a token response, a token's claims, a request's body, a HAR file.
//!
//! A text becomes a tree of [`Json`] values that know their place, repeated names are kept, and a number has the digits
//! that were written. `serde_json` has none of this, and reads our own files, where none of it is needed.

mod reader;
mod tree;

pub use reader::{parse, parse_front};
pub use tree::{Json, JsonError, Kind, Member};
