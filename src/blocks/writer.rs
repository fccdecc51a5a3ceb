//! A block while it is written: the text, and next to it what is shown.

use core::ops::Range;

use super::{BlockError, BlockLine, BlockLiteral, BlockValue, ValueFault, WrittenBlock};
use crate::oauth::Secret;

#[derive(Default)]
pub(super) struct Writer {
    text: String,
    masked: String,
    missing: Vec<Range<usize>>,
}

/// The words for `true` and `false`.
pub(super) type TruthWords = [&'static str; 2];

/// As JSON, YAML, TOML, HCL and most configuration files have them.
pub(super) const TRUE_FALSE: TruthWords = ["true", "false"];

impl Writer {
    /// Adds what is not a value.
    pub(super) fn add(&mut self, text: &str) {
        self.text.push_str(text);
        self.masked.push_str(text);
    }

    /// Begins a line: ends the one before, if there is one.
    pub(super) fn start_line(&mut self) {
        if !self.text.is_empty() {
            self.add("\n");
        }
    }

    /// Adds lines as they are.
    pub(super) fn lines(&mut self, lines: &[String]) {
        for line in lines {
            self.start_line();
            self.add(line);
        }
    }

    /// Adds a value, as `quoted` writes a text.
    pub(super) fn value(
        &mut self,
        line: &BlockLine,
        truth: TruthWords,
        quoted: impl Fn(&str) -> Result<String, ValueFault>,
    ) -> Result<(), BlockError> {
        let (text, is_masked) = match &line.value {
            BlockValue::Literal(BlockLiteral::Bool(value)) => {
                let [yes, no] = truth;
                self.add(if *value { yes } else { no });
                return Ok(());
            }
            BlockValue::Literal(BlockLiteral::Number(number)) => {
                self.add(&number.to_string());
                return Ok(());
            }
            BlockValue::Text { text, is_masked } => (text, *is_masked && !text.is_empty()),
            BlockValue::Missing { shown } => {
                // It has the quotes that a text has in this format.
                let empty = quoted("").unwrap_or_default();
                self.text.push_str(&empty);
                let written = between_quotes(&empty, shown);
                let start = self.masked.len() + usize::from(written.len() > shown.len());
                self.masked.push_str(&written);
                self.missing.push(start..start + shown.len());
                return Ok(());
            }
        };
        // EXPOSE: it goes into the block, which is a secret again.
        let written = quoted(text.expose()).map_err(|fault| BlockError::Value { key: line.key.clone(), fault })?;
        self.text.push_str(&written);
        self.masked.push_str(&if is_masked { between_quotes(&written, &text.masked()) } else { written });
        Ok(())
    }

    pub(super) fn finish(mut self, ends_line: bool) -> WrittenBlock {
        if ends_line && !self.text.is_empty() {
            self.add("\n");
        }
        WrittenBlock { text: Secret::new(self.text), masked: self.masked, missing: self.missing }
    }
}

/// The mask between the quotes of what is written.
fn between_quotes(written: &str, mask: &str) -> String {
    match written.chars().next() {
        Some(quote @ ('\'' | '"')) => format!("{quote}{mask}{quote}"),
        _ => mask.to_owned(),
    }
}
