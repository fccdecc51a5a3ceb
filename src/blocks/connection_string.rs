//! `Name=value;Other=value;`, as drivers of databases read it.
//!
//! Microsoft, "Connection Strings in ADO.NET", "Connection string syntax": a value with a semicolon, a control character or
//! a space at an end must be between single or double quotes, and the enclosing quote is written twice inside of them.
//! CData, "Connection String Options": a value with "special characters such as semicolons, single quotes, spaces, etc."
//! must be quoted "using either single or double quotes"; so every value is that is not plain. The double quote is taken
//! unless the value has one and no single quote. That a doubled quote is one is said by Microsoft alone.
//!
//! Limits: no U+0000. A name has letters, digits, spaces, `_`, `-` and dots; a driver ignores its case.

use super::block_error::without_zero;
use super::words::allowed;
use super::writer::{TRUE_FALSE, Writer};
use super::{Block, BlockError, ValueFault};

pub(super) fn write(block: &Block<'_>, out: &mut Writer) -> Result<(), BlockError> {
    let is_of_name = |ch: char| ch.is_ascii_alphanumeric() || " _-.".contains(ch);
    out.start_line();
    for line in block.lines {
        out.add(allowed(line, |key| key.chars().all(is_of_name) && key.trim() == key)?);
        out.add("=");
        out.value(line, TRUE_FALSE, quoted)?;
        out.add(";");
    }
    Ok(())
}

fn quoted(text: &str) -> Result<String, ValueFault> {
    let is_plain = |ch: char| ch.is_ascii_alphanumeric() || "_-./:@%+,&?~".contains(ch);
    if !text.is_empty() && text.chars().all(is_plain) {
        return Ok(text.to_owned());
    }
    let text = without_zero(text)?;
    Ok(match text.contains('"') && !text.contains('\'') {
        true => format!("'{text}'"),
        false => format!("\"{}\"", text.replace('"', "\"\"")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quote_that_is_not_in_the_value() {
        for (text, written) in [
            ("", "\"\""),
            ("https://a.example/cb?x", "https://a.example/cb?x"),
            ("a=b", "\"a=b\""),
            ("a;b", "\"a;b\""),
            (" a ", "\" a \""),
            ("it's", "\"it's\""),
            ("say \"a\"", "'say \"a\"'"),
            ("'\"", "\"'\"\"\""),
            ("{a}", "\"{a}\""),
        ] {
            assert_eq!(quoted(text).as_deref(), Ok(written));
        }
        assert_eq!(quoted("é\0"), Err(ValueFault::ControlCharacter { at: 1 }));
    }
}
