//! A block before and after it is written.

use core::fmt;
use core::ops::Range;

use serde::Deserialize;

use super::writer::Writer;
use super::{BlockError, BlockFormat};
use crate::oauth::Secret;

/// What a block consists of.
#[derive(Clone, Copy, Debug)]
pub struct Block<'b> {
    /// How it is written.
    pub format: BlockFormat,
    /// The command that the lines belong to, or the address before a query; empty for all other formats, see
    /// [`BlockFormat::needs_command`].
    pub command: &'b str,
    /// Fixed lines above, written as they are.
    pub before: &'b [String],
    /// The keys with their values, in their order.
    pub lines: &'b [BlockLine],
    /// Fixed lines below, written as they are. Those of `docker run` are the rest of the command: the image, and what
    /// follows it.
    pub after: &'b [String],
}

/// A key with its value.
#[derive(Clone, Debug)]
pub struct BlockLine {
    /// The name. Where the format nests, dots separate the levels, and a number is a place in a list, from 0.
    pub key: String,
    /// The value.
    pub value: BlockValue,
}

/// The value of a key.
#[derive(Clone, Debug)]
pub enum BlockValue {
    /// A text; its reader gets exactly this one.
    Text {
        /// The text, not escaped.
        text: Secret,
        /// Whether it is masked where the block is shown.
        is_masked: bool,
    },
    /// A number or a truth value.
    Literal(BlockLiteral),
    /// A text that is not there yet.
    Missing {
        /// What is shown in its place.
        shown: String,
    },
}

/// A value that is no text, as JSON writes it.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(untagged)]
pub enum BlockLiteral {
    /// A truth value, in the words of the format.
    Bool(bool),
    /// A number.
    Number(serde_json::Number),
}

/// A block as it is copied, saved and shown.
#[derive(Clone)]
pub struct WrittenBlock {
    pub(super) text: Secret,
    pub(super) masked: String,
    /// Where in it something stands for a value that is missing.
    pub(super) missing: Vec<Range<usize>>,
}

/// A part of a block as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockPiece<'w> {
    /// The text, with masks.
    pub text: &'w str,
    /// Whether it stands for a value that is missing.
    pub is_missing: bool,
}

impl WrittenBlock {
    /// The whole text, with a line break at its end; without one if it is a single value, see
    /// [`BlockFormat::is_single_value`]. Values that are missing are empty in it.
    #[must_use]
    pub fn text(&self) -> &Secret {
        &self.text
    }

    /// Whether no value is missing.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty()
    }

    /// The same with [`Secret::masked`] in place of each value that is masked.
    #[must_use]
    pub fn masked(&self) -> &str {
        &self.masked
    }

    /// The same in parts, none of them empty.
    #[must_use]
    pub fn pieces(&self) -> Vec<BlockPiece<'_>> {
        let mut pieces = Vec::new();
        let mut add = |range: Range<usize>, is_missing| {
            let text = self.masked.get(range).unwrap_or_default();
            if !text.is_empty() {
                pieces.push(BlockPiece { text, is_missing });
            }
        };
        let mut end = 0;
        for range in &self.missing {
            add(end..range.start, false);
            add(range.clone(), true);
            end = range.end;
        }
        add(end..self.masked.len(), false);
        pieces
    }
}

impl fmt::Debug for WrittenBlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl Block<'_> {
    /// Writes the block.
    ///
    /// # Errors
    ///
    /// The first key or value that the format cannot contain, see [`BlockError`].
    ///
    /// ```
    /// use authdesk::blocks::{Block, BlockFormat, BlockLine, BlockValue};
    /// use authdesk::oauth::Secret;
    ///
    /// let text = |text: &str, is_masked| BlockValue::Text { text: Secret::new(text), is_masked };
    /// let lines = [
    ///     BlockLine { key: "ZOOM_CLIENT_ID".to_owned(), value: text("s6BhdRkqt3", false) },
    ///     BlockLine { key: "ZOOM_CLIENT_SECRET".to_owned(), value: text("it's a DemoSecret", true) },
    /// ];
    /// let block = Block { format: BlockFormat::Shell, command: "", before: &[], lines: &lines, after: &[] };
    /// let written = block.write().unwrap();
    /// let expected = "export ZOOM_CLIENT_ID='s6BhdRkqt3'\nexport ZOOM_CLIENT_SECRET='it'\\''s a DemoSecret'\n";
    /// assert!(written.text().same_as(&Secret::new(expected)));
    /// let shown = "export ZOOM_CLIENT_ID='s6BhdRkqt3'\nexport ZOOM_CLIENT_SECRET='••••••••ret'\n";
    /// assert_eq!(written.masked(), shown);
    /// ```
    pub fn write(&self) -> Result<WrittenBlock, BlockError> {
        if self.format.needs_command() && self.command.is_empty() {
            return Err(BlockError::CommandMissing);
        }
        let mut out = Writer::default();
        out.lines(self.before);
        self.format.write(self, &mut out)?;
        if self.format != BlockFormat::DockerRun {
            out.lines(self.after);
        }
        Ok(out.finish(!self.format.is_single_value()))
    }
}
