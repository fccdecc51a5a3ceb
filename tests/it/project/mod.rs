//! What holds for the sources, the documents and the sentences as a whole.

mod documents;
mod findings_list;
mod sources;
mod texts;
mod walls;
mod words;
