//! A file of environment variables.
//!
//! There is no standard. What is written here is read alike by python-dotenv 1.2 (`src/dotenv/parser.py`) and dotenv 16 to
//! 18 for Node.js (its `LINE` expression), which agree about this much of their grammars:
//!
//! ```text
//! line  = name "=" value
//! value = single / double / bare
//! single = "'" *( any character but "'" ) "'"    ; no variables in most readers
//! double = '"' *( any character but '"' ) '"'    ; \r is a carriage return
//! bare   = any characters of one line but "#"    ; spaces at the ends are dropped
//! ```
//!
//! They differ about backslashes (`\\`, `\'` and `\"` are one character for python-dotenv and two for dotenv; `\n` is a
//! line break between double quotes), about `#` (dotenv begins a comment anywhere in a bare value) and about backticks. So
//! a value is bare if nobody gives any of its characters a meaning: then docker's `--env-file`, systemd and shells read
//! the file too, of which the first keeps quotes. Otherwise it is between the quotes in which both read each of its
//! characters as itself, or bare as a last way.
//!
//! Limits: no U+0000; no `${`, which python-dotenv replaces between any quotes; and some combinations, such as both quotes
//! and a line break. A program that expands variables after reading (dotenv-expand, docker compose between double quotes)
//! may still take a `$` for one. docker's `--env-file` reads only bare values right, and no line breaks.

use super::block_error::without_zero;
use super::words::variable_name;
use super::writer::{TRUE_FALSE, Writer};
use super::{Block, BlockError, ValueFault};

pub(super) fn write(block: &Block<'_>, out: &mut Writer) -> Result<(), BlockError> {
    for line in block.lines {
        out.start_line();
        out.add(variable_name(line)?);
        out.add("=");
        out.value(line, TRUE_FALSE, quoted)?;
    }
    Ok(())
}

fn quoted(text: &str) -> Result<String, ValueFault> {
    without_zero(text)?;
    if text.contains("${") {
        return Err(ValueFault::Variable);
    }
    if text.chars().all(is_plain) {
        return Ok(text.to_owned());
    }
    if fits_single_quotes(text) {
        return Ok(format!("'{text}'"));
    }
    if fits_double_quotes(text) {
        // Every reader makes a bare carriage return a line feed.
        return Ok(format!("\"{}\"", text.replace('\r', r"\r")));
    }
    if fits_bare(text) { Ok(text.to_owned()) } else { Err(ValueFault::Quoting) }
}

/// What no reader of such files gives a meaning, shells and docker included.
fn is_plain(ch: char) -> bool {
    ch.is_ascii_alphanumeric() || "_-./:@%+,=".contains(ch)
}

fn fits_single_quotes(text: &str) -> bool {
    !text.contains(['\'', '\r']) && !text.contains(r"\\") && !text.ends_with('\\')
}

fn fits_double_quotes(text: &str) -> bool {
    let mut followers = text.chars().skip(1);
    let has_escape = text.chars().any(|ch| {
        let next = followers.next();
        ch == '\\' && next.is_none_or(|next| "\\'abfnrtv\r".contains(next))
    });
    !text.contains('"') && !has_escape
}

/// JavaScript's `trim` drops U+FEFF and Python's `rstrip` U+001C to U+001F; and JavaScript's `^` begins a line after U+2028
/// and U+2029 too, where dotenv would remove quotes.
fn fits_bare(text: &str) -> bool {
    let is_dropped = |ch: char| ch.is_whitespace() || matches!(ch, '\u{1c}'..='\u{1f}' | '\u{feff}');
    let is_quote = |ch: char| matches!(ch, '\'' | '"' | '`');
    let mut lines = text.split(['\u{2028}', '\u{2029}']);
    !text.contains(['#', '\n', '\r'])
        && !text.starts_with(is_dropped)
        && !text.ends_with(is_dropped)
        && !lines.any(|line| line.starts_with(is_quote))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is_written(text: &str, written: &str) {
        assert_eq!(quoted(text).as_deref(), Ok(written));
    }

    #[test]
    fn the_plainest_way_that_all_read_alike() {
        is_written("", "");
        is_written("bX3hG4UYSRyJWQ3zGn8otg", "bX3hG4UYSRyJWQ3zGn8otg");
        is_written("https://example.com/cb?x=1", "'https://example.com/cb?x=1'");
        is_written("a b#c\"d$e`f\\g!h\n", "'a b#c\"d$e`f\\g!h\n'");
        is_written("it's", "\"it's\"");
        is_written("a\r\nb", "\"a\\r\nb\"");
        is_written("it's a \\ slash", "\"it's a \\ slash\"");
        is_written(r"C:\\x\", r"C:\\x\");
        is_written("both ' and \"", "both ' and \"");
    }

    #[test]
    fn what_readers_disagree_about_is_named() {
        assert_eq!(quoted("a\0"), Err(ValueFault::ControlCharacter { at: 1 }));
        assert_eq!(quoted("a${b}"), Err(ValueFault::Variable));
        for text in ["'\"\n", r"'\n#", "'\"#", " '\"", r"\' x #", "`'\""] {
            assert_eq!(quoted(text), Err(ValueFault::Quoting), "{text:?}");
        }
    }
}
