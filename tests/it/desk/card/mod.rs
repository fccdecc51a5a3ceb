//! A card of one's own.

mod files;
