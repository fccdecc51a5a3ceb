//! Texts as programs read them back: one function for each language in which we write strings.

/// A word of the shell that is exactly this text: POSIX XCU 2.2.2, where nothing but a single quote ends a text between
/// single quotes. So it ends there, contains the quote after a backslash (2.2.1) and begins again. This applies to bash
/// and zsh, with `!` too, and with zsh's option `RC_QUOTES`.
pub(crate) fn shell_quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// A text that PowerShell reads as it is: `about_Quoting_Rules`, "Single-quoted strings", where nothing but a single quote
/// ends it, and two of them are one. The typographic ones count as single quotes too (the note there): U+2018 to U+201B
/// (the language specification §2.3.5.2, `single-quote-character`). Doubled, each is itself once: the first of the two is
/// kept.
pub(crate) fn powershell_quoted(text: &str) -> String {
    let mut quoted = String::from("'");
    for ch in text.chars() {
        if matches!(ch, '\'' | '\u{2018}'..='\u{201b}') {
            quoted.push(ch);
        }
        quoted.push(ch);
    }
    quoted.push('\'');
    quoted
}

/// A string of Python that is exactly this text: "The Python Language Reference", 2.4.1 "String and Bytes literals".
/// Between single quotes `\` and `'` are escaped by a `\`, and a line break is not allowed. Everything that is not
/// printable ASCII is written by its number, so that it arrives in whatever encoding the file is saved, and nothing in
/// it is invisible or reverses the direction of the line.
pub(crate) fn python_quoted(text: &str) -> String {
    let mut quoted = String::from("'");
    for ch in text.chars() {
        let number = u32::from(ch);
        match ch {
            '\\' | '\'' => quoted.extend(['\\', ch]),
            ' '..='~' => quoted.push(ch),
            _ if number < 0x100 => quoted.push_str(&format!("\\x{number:02x}")),
            _ => quoted.push_str(&by_number(ch)),
        }
    }
    quoted.push('\'');
    quoted
}

/// A string of JSON (RFC 8259 §7). Writing a text cannot fail.
pub(crate) fn json_quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// A string of YAML (1.2.2 §5.7 and §7.3.1) and of TOML (1.0.0, "String"), whose escapes are the same as far as these are
/// used. What is not printable ASCII is written by its number, for the same reasons as in [`python_quoted`], and because
/// YAML allows only printable characters otherwise (§5.1).
pub(crate) fn escaped_quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for ch in text.chars() {
        match ch {
            '\\' | '"' => quoted.extend(['\\', ch]),
            ' '..='~' => quoted.push(ch),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            _ => quoted.push_str(&by_number(ch)),
        }
    }
    quoted.push('"');
    quoted
}

/// A quoted template of HCL (its native syntax specification, "Template Expressions") that inserts nothing: `${` and `%{`
/// would, and are written `$${` and `%%{`. The escapes are those of [`escaped_quoted`].
pub(crate) fn hcl_quoted(text: &str) -> String {
    escaped_quoted(text).replace("${", "$${").replace("%{", "%%{")
}

fn by_number(ch: char) -> String {
    let number = u32::from(ch);
    if number < 0x1_0000 { format!("\\u{number:04x}") } else { format!("\\U{number:08x}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_the_shell() {
        assert_eq!(shell_quoted(""), "''");
        assert_eq!(shell_quoted("a b$c`d`\"\\!%"), "'a b$c`d`\"\\!%'");
        assert_eq!(shell_quoted("it's"), r"'it'\''s'");
        assert_eq!(shell_quoted("''"), r"''\'''\'''");
    }

    #[test]
    fn a_text_of_powershell() {
        assert_eq!(powershell_quoted("it's $x"), "'it''s $x'");
        assert_eq!(powershell_quoted("\u{2019}\u{201c}"), "'\u{2019}\u{2019}\u{201c}'");
    }

    #[test]
    fn a_string_of_python() {
        assert_eq!(python_quoted(""), "''");
        assert_eq!(python_quoted("it's \"a\" \\ {x} %s"), r#"'it\'s "a" \\ {x} %s'"#);
        assert_eq!(python_quoted("\n\t\0\u{7f}"), r"'\x0a\x09\x00\x7f'");
        assert_eq!(python_quoted("é\u{202e}😀"), r"'\xe9\u202e\U0001f600'");
    }

    #[test]
    fn strings_between_double_quotes() {
        assert_eq!(json_quoted("a\"\\\n\u{1}é"), "\"a\\\"\\\\\\n\\u0001é\"");
        assert_eq!(escaped_quoted("a'\"\\\n\r\t\u{0}é😀"), "\"a'\\\"\\\\\\n\\r\\t\\u0000\\u00e9\\U0001f600\"");
        assert_eq!(escaped_quoted("${a}%{b}"), "\"${a}%{b}\"");
        assert_eq!(hcl_quoted("${a}%{b}$${c}$ {"), "\"$${a}%%{b}$$${c}$ {\"");
    }
}
