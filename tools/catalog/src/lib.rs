//! What whoever writes files of the catalog needs beside an editor: a check of a product with the code of the page, and
//! the files that are made from others, which are the list of products and the JSON Schemas.
//!
//! It is a package of its own, because it reads and writes files, which the library does not, and because it is compiled
//! with the library alone.

mod checked;
mod folder;
mod index;
mod local;
mod made;
mod place;
mod rules;

pub use checked::{Found, check};
pub use folder::{Folder, ids};
pub use index::{card, index};
pub use local::{check_local, is_local};
pub use made::made;
pub use place::Position;
pub use rules::{Broken, says_the_same, sentences, unplain};
