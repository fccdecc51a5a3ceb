//! What a product must be beyond what the page needs to show it: facts with sources, labels as they are quoted, sentences
//! that are plain text and say the same in every language.
//!
//! The page has none of this, because nothing of it keeps a guide from being shown.

mod facts;
mod sentences;
mod sources;
mod writing;

pub use sentences::{says_the_same, sentences, unplain};

use authdesk::catalog::Guide;
use serde_json::Value;

/// What is wrong, and the fix.
#[derive(Debug, PartialEq, Eq)]
pub struct Broken {
    /// The path of keys.
    pub path: String,
    /// What is wrong there, and the fix.
    pub says: String,
}

impl Broken {
    fn new(path: impl Into<String>, says: impl Into<String>) -> Broken {
        Broken { path: path.into(), says: says.into() }
    }
}

/// What is wrong with the facts of a product. `text` is the same file as JSON.
pub fn of_facts(guide: &Guide, text: &Value) -> Vec<Broken> {
    let mut all = sources::broken(guide);
    all.extend(writing::broken(&guide.product, text));
    all.extend(facts::broken(guide));
    all
}
