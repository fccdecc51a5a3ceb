//! Blocks, filled with what is entered, and what is said about those that cannot be written.

use super::command;
use super::template::{Filling, is_secret};
use crate::blocks::{self, BlockError, BlockFormat, BlockLine, BlockValue, ValueFault, WrittenBlock};
use crate::catalog::{Block, BlockContent, Hole, Placeholder};
use crate::desk::Desk;
use crate::texts::{Text, Texts};

/// A block as it is shown, copied and saved.
#[derive(Clone, Debug)]
pub struct BlockView {
    /// What it is called.
    pub name: String,
    /// The block, with its secrets masked until they are shown; or a sentence on what its format cannot contain.
    pub state: Result<WrittenBlock, String>,
    /// Whether a secret is in it, which is masked until it is shown.
    pub has_secret: bool,
    /// The name under which it is saved, if it belongs into a file.
    pub file: Option<String>,
}

/// A block of a product, filled with what is entered. `missing` says what is shown in the place of a hole that is not.
pub(in crate::desk) fn filled(
    desk: &Desk,
    filling: &Filling<'_>,
    block: &Block,
    name: String,
    missing: impl Fn(&Hole) -> String,
) -> BlockView {
    let is_shown = desk.session().is_shown(&name);
    let mut has_secret = false;
    let mut value = |content: &BlockContent| match content {
        BlockContent::Literal(literal) => BlockValue::Literal(literal.clone()),
        BlockContent::Template(template) => match filling.fill(template) {
            Ok(text) => {
                let is_secret = is_secret(desk, template);
                has_secret |= is_secret;
                BlockValue::Text { text, is_masked: is_secret && !is_shown }
            }
            Err(hole) => BlockValue::Missing { shown: missing(hole) },
        },
    };
    let lines =
        shown_lines(desk, block).map(|line| BlockLine { key: line.key().to_owned(), value: value(line.content()) });
    let lines: Vec<BlockLine> = lines.collect();
    let written = blocks::Block {
        format: block.format,
        command: block.command.as_deref().unwrap_or_default(),
        before: &block.before,
        lines: &lines,
        after: &block.after,
    };
    let state = written.write().map_err(|error| cannot_sentence(&desk.texts, &error));
    // Never the name of the file itself: whoever saves it next to that would replace all that is in it.
    let file = block.file.as_deref().and_then(|path| path.rsplit(['/', '\\']).next());
    let file = file.map(|name| ["lines-for-", name.trim_start_matches('.')].concat());
    BlockView { name, state, has_secret, file }
}

/// The lines of a block that are entered: a public client has no secret.
pub(in crate::desk) fn shown_lines<'b>(
    desk: &Desk,
    block: &'b Block,
) -> impl Iterator<Item = &'b crate::catalog::BlockLine> + use<'b> {
    // Lines of one's own belong to no product.
    let has_secret = desk.variant().is_none() || command::asks_client_secret(desk, desk.request_kind());
    block.lines.iter().filter(move |line| {
        let mut needed = line.template().into_iter().flat_map(|template| template.placeholders());
        has_secret || !needed.any(Placeholder::has_client_secret)
    })
}

/// What a format is called.
#[must_use]
pub fn format_name(format: BlockFormat) -> Text {
    match format {
        BlockFormat::Env => Text::FormatEnv,
        BlockFormat::DockerRun => Text::FormatDockerRun,
        BlockFormat::Shell => Text::FormatShell,
        BlockFormat::ShellCommand => Text::FormatShellCommand,
        BlockFormat::PowerShellCommand => Text::KindPowerShell,
        BlockFormat::Ini => Text::FormatIni,
        BlockFormat::Python => Text::FormatPython,
        BlockFormat::Json => Text::FormatJson,
        BlockFormat::Yaml => Text::FormatYaml,
        BlockFormat::Toml => Text::FormatToml,
        BlockFormat::Hcl => Text::FormatHcl,
        BlockFormat::ConnectionString => Text::FormatConnectionString,
        BlockFormat::Url => Text::FormatUrl,
    }
}

/// What a block of a way to connect is called: its file; without one, or where several are for one file, what it is.
pub(in crate::desk) fn block_name(desk: &Desk, all: &[Block], block: &Block) -> String {
    let says = |one: &Block| match &one.file {
        Some(file) => file.clone(),
        None => desk.texts.say(format_name(one.format)).to_owned(),
    };
    let name = says(block);
    let is_shared = all.iter().filter(|other| says(other) == name).count() > 1;
    if is_shared { format!("{name} ({})", block.id) } else { name }
}

/// Which key or value is in the way, and why. Nothing in it is a part of a value.
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
