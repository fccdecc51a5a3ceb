//! A card of one's own: the form that makes the files of a product, and the link that contains them.
//!
//! A card is the same two files that the catalog has, as trees of JSON, and the form is a view of them: what it does not
//! show stays as it is. Whether they are right says the code that reads the catalog.

mod draft;
mod link;
mod refusal;
mod seen;
mod tree;
mod written;

pub use draft::{CardFile, Draft, LONGEST_FILE};
pub use link::{LONGEST as LONGEST_LINK, is_link, read as read_link, write as write_link};
pub use refusal::CardRefusal;
pub use seen::{refused, refused_in};
pub use tree::{DEEPEST, Key, MOST, Path, Tree};
pub use written::{Written, packed};
