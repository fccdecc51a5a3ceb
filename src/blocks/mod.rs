//! Blocks: lines of key and value for a file, a command line or a field, written in the format of their reader.
//!
//! One file a format; each says which grammar it follows, and which values it cannot contain. A value is a text that a
//! template gave, escaped as a whole, or a number or a truth value, written as it is.

mod block;
mod block_error;
mod block_format;
mod connection_string;
mod docker_run;
mod env;
mod hcl;
mod ini;
mod json;
mod powershell_command;
mod python;
mod shell;
mod toml;
mod tree;
mod url;
mod words;
mod writer;
mod yaml;

pub use block::{Block, BlockLine, BlockLiteral, BlockPiece, BlockValue, WrittenBlock};
pub use block_error::{BlockError, ValueFault};
pub use block_format::BlockFormat;
