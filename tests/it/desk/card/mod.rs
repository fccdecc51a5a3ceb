//! A card of one's own.

mod files;
mod form;
mod hostile;
mod maker;
mod pair;
mod random;
mod scopes;
mod secrets;
mod templates;
