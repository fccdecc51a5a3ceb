//! The readers of blocks.

use authdesk::blocks::{Block, BlockFormat, BlockLine, BlockValue};
use authdesk::oauth::Secret;
use authdesk::reading::{block_formats, read_block};

use crate::rules::{fixes_lead_on, lies_in, places, prints_no_secret, shown, with_secrets};

const FORMATS: [&str; 13] = [
    "env",
    "docker_run",
    "shell",
    "shell_command",
    "powershell_command",
    "ini",
    "python",
    "json",
    "yaml",
    "toml",
    "hcl",
    "connection_string",
    "url",
];

/// A block in every format: what is read can be written, and is then read again.
pub fn block(text: &str) {
    let text = &with_secrets(text);
    assert_eq!(block_formats(text), block_formats(text));
    for format in FORMATS.map(|name| name.parse::<BlockFormat>().expect("a format")) {
        let read = read_block(text, format);
        prints_no_secret(&read, &[]);
        places(&read.findings, text, None);
        read.values.iter().for_each(|one| lies_in(&one.span, text));
        let again = read_block(text, format);
        assert_eq!(read.findings, again.findings);
        fixes_lead_on(text, |text| read_block(text, format).findings);
        for one in &read.values {
            is_read_again(format, &one.key, &one.value);
        }
    }
}

/// A value alone, with a key that every format has.
fn is_read_again(format: BlockFormat, key: &str, value: &Secret) {
    let is_of_name = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '-');
    let key = if key.len() < 40 && key.chars().all(is_of_name) { key } else { "Key" };
    let command = match format {
        BlockFormat::Url => "https://a.example/",
        BlockFormat::DockerRun => "docker run",
        _ => "command sub",
    };
    let text = BlockValue::Text { text: value.clone(), is_masked: true };
    let lines = [BlockLine { key: key.to_owned(), value: text }];
    let block = Block { format, command, before: &[], lines: &lines, after: &[] };
    let Ok(written) = block.write() else { return };
    let read = read_block(shown(written.text()), format);
    // PowerShell and others have a hyphen before a name.
    if let [one] = read.values.as_slice() {
        assert!(one.value.same_as(value), "{format:?}: {:?}, {:?}", shown(&one.value), shown(value));
    } else {
        assert!(
            format == BlockFormat::PowerShellCommand && !key.starts_with('-'),
            "{format:?}: {}",
            shown(written.text())
        );
    }
}
