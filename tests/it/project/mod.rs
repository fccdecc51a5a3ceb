//! What holds for the sources, the documents and the sentences as a whole.

mod documents;
mod findings_list;
mod first_part;
mod languages;
mod plurals;
mod sources;
mod texts;
mod translations;
mod walls;
mod words;

pub use texts::english;
