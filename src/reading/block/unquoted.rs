//! Values without quotes, in formats where a text has some.

use crate::reading::bare_value;

/// Whether it is a number, a date or a time, as TOML, HCL, YAML and Python write them, or `true` and `false`.
pub(super) fn is_literal(text: &str) -> bool {
    let is_word = matches!(text, "true" | "false" | "null" | "inf" | "nan" | "+inf" | "-inf");
    let digits = text.replace('_', "");
    let is_number = digits.starts_with(|ch: char| ch.is_ascii_digit() || matches!(ch, '+' | '-' | '.'))
        && digits.parse::<f64>().is_ok();
    let based = ["0x", "0o", "0b"].iter().any(|base| digits.starts_with(base));
    is_word || is_number || (based && digits.chars().skip(2).all(|ch| ch.is_ascii_hexdigit())) || is_date(text)
}

/// RFC 3339, or a part of it.
fn is_date(text: &str) -> bool {
    let is_of_date = |ch: char| ch.is_ascii_digit() || "-:.+TZtz ".contains(ch);
    let is_group = |sign: char| text.split(sign).count() == 3 && text.starts_with(|ch: char| ch.is_ascii_digit());
    text.chars().all(is_of_date) && (is_group('-') || is_group(':') || text.matches(['-', ':']).count() > 3)
}

/// Whether an expression is a text whose quotes were forgotten: one value, such as a client ID, and no name of a variable.
pub(super) fn lacks_quotes(text: &str) -> bool {
    bare_value(text).is_some() && !text.contains('.') && !is_literal(text)
}
