//! What is said about a block that cannot be written.

use crate::blocks::{BlockError, ValueFault};
use crate::texts::{Text, Texts};

/// Which key or value is in the way, and why. Nothing in it is a part of a value but a character that the sentence names.
#[must_use]
pub fn cannot_sentence(texts: &Texts, error: &BlockError) -> String {
    let (text, key, at) = match error {
        BlockError::CommandMissing => (Text::BlockNeedsCommand, "", 0),
        BlockError::Key { key } => (Text::BlockKey, key.as_str(), 0),
        BlockError::KeyTwice { key } => (Text::BlockKeyTwice, key.as_str(), 0),
        BlockError::Value { key, fault } => {
            let (text, at) = match fault {
                ValueFault::LineBreak { at } => (Text::BlockLineBreak, *at),
                ValueFault::ControlCharacter { at } => (Text::BlockControl, *at),
                ValueFault::SpaceAround => (Text::BlockSpaces, 0),
                ValueFault::Variable => (Text::BlockVariable, 0),
                ValueFault::Percent => (Text::BlockPercent, 0),
                ValueFault::Quoting => (Text::BlockQuoting, 0),
            };
            (text, key.as_str(), at)
        }
    };
    texts.fill(text, &[("key", key), ("place", &(at + 1).to_string())])
}
