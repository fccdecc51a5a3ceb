//! Blocks: their texts, and what real readers of each format get from them.

mod errors;
#[cfg(unix)]
mod files;
mod made;
mod read;
#[cfg(unix)]
mod shells;
mod texts;
