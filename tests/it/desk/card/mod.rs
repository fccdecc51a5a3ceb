//! A card of one's own.

mod files;
mod form;
mod hostile;
mod maker;
mod pair;
mod random;
mod secrets;
mod templates;
