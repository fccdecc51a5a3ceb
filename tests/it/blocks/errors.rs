//! What a format cannot contain, and what is said about it.

use super::made::{literal, text, write};
use crate::desk::person::read;
use authdesk::blocks::{BlockError, BlockFormat, ValueFault};
use authdesk::desk::parts::block::cannot_sentence;
use authdesk::texts::{FindingTexts, Language};
use strum::VariantArray as _;

#[track_caller]
fn error(format: BlockFormat, command: &str, lines: &[(&str, &str)]) -> BlockError {
    let lines: Vec<_> = lines.iter().map(|(key, value)| text(key, value, true)).collect();
    write(format, command, &lines).unwrap_err()
}

#[test]
fn a_command_or_an_address_must_be_there() {
    for &format in BlockFormat::VARIANTS {
        let is_written = write(format, "", &[literal("A", "1")]).is_ok();
        assert_eq!(is_written, !format.needs_command(), "{format:?}");
    }
}

#[test]
fn keys_are_names_of_the_format() {
    let wrong: [(BlockFormat, &[&str]); 12] = [
        (BlockFormat::Env, &["", "A B", "1A", "A-B", "a.b", "Ä", "A=B"]),
        (BlockFormat::DockerRun, &["A B", "A-B", ""]),
        (BlockFormat::Shell, &["A B", "$A", "A-B", ""]),
        (BlockFormat::ShellCommand, &["a b", "$a", "'a'", "a;b", "a=b", "~a", ""]),
        (BlockFormat::PowerShellCommand, &["-a b", "$a", "-a(b)", "-a;b", ""]),
        (BlockFormat::Ini, &["a=b", "a:b", "[a]", "#a", ";a", "a.", "a. b", " a", "a]b.c", "a\nb", ""]),
        (BlockFormat::Python, &["a.b", "a b", "1a", "a-b", ""]),
        (BlockFormat::Json, &["", "a.", ".a", "a..b", "a.1", "a.0.2"]),
        (BlockFormat::Yaml, &["", "a.", "a.7.b"]),
        (BlockFormat::Toml, &["", "a..b", "a.3"]),
        (BlockFormat::Hcl, &["", "a.", "a b", "1.b", "a.1", "a..b", "provider.zoom.client id"]),
        (BlockFormat::ConnectionString, &["", "a=b", "a;b", " a", "a\"b"]),
    ];
    for (format, keys) in wrong {
        for key in keys {
            let expected = BlockError::Key { key: (*key).to_owned() };
            assert_eq!(error(format, "x", &[(key, "value")]), expected, "{format:?}");
        }
    }
}

#[test]
fn a_key_is_a_value_or_a_group_and_there_once() {
    let twice = |keys: [&str; 2]| {
        let lines = keys.map(|key| (key, "value"));
        [BlockFormat::Json, BlockFormat::Yaml, BlockFormat::Toml].map(|format| error(format, "", &lines))
    };
    for (keys, named) in [
        (["a", "a"], "a"),
        (["a.b", "a"], "a"),
        (["a", "a.b"], "a.b"),
        (["a.0", "a.0"], "a.0"),
        (["a.0.b", "a.0.b"], "a.0.b"),
    ] {
        for error in twice(keys) {
            assert_eq!(error, BlockError::KeyTwice { key: named.to_owned() });
        }
    }
    for (keys, named) in [(["a.0", "a.b"], "a.b"), (["a.b", "a.0"], "a.0"), (["a.0", "a.2"], "a.2")] {
        for error in twice(keys) {
            assert_eq!(error, BlockError::Key { key: named.to_owned() });
        }
    }
}

#[test]
fn values_name_what_is_in_the_way() {
    let line_break = ValueFault::LineBreak { at: 2 };
    let control = ValueFault::ControlCharacter { at: 2 };
    for (format, value, fault) in [
        (BlockFormat::Env, "é \0", control),
        (BlockFormat::Env, "a${b}", ValueFault::Variable),
        (BlockFormat::Env, "'\"\n", ValueFault::Quoting),
        (BlockFormat::DockerRun, "é \n", line_break),
        (BlockFormat::Shell, "é \r", line_break),
        (BlockFormat::ShellCommand, "é \t", control),
        (BlockFormat::PowerShellCommand, "é \u{9b}", control),
        (BlockFormat::Ini, "é \n", line_break),
        (BlockFormat::Ini, " a", ValueFault::SpaceAround),
        (BlockFormat::Ini, "a\u{a0}", ValueFault::SpaceAround),
        (BlockFormat::Ini, "100%", ValueFault::Percent),
        (BlockFormat::ConnectionString, "é \0", control),
    ] {
        let expected = BlockError::Value { key: "B".to_owned(), fault };
        assert_eq!(error(format, "x", &[("A", "good"), ("B", value)]), expected, "{format:?}");
    }
}

#[test]
fn a_sentence_says_which_key_and_why() {
    let file = FindingTexts::file(Language::English);
    let texts = FindingTexts::read(Language::English, &read(&file)).unwrap();
    let said = |error: BlockError| cannot_sentence(&texts, &error);
    let value = |fault| said(BlockError::Value { key: "ZOOM_SECRET".to_owned(), fault });
    for (sentence, reason) in [
        (value(ValueFault::LineBreak { at: 2 }), "contains a line break** at position 3"),
        (value(ValueFault::ControlCharacter { at: 2 }), "contains a control character** at position 3"),
        (value(ValueFault::SpaceAround), "begins or ends with a space"),
        (value(ValueFault::Variable), "contains `${`"),
        (value(ValueFault::Percent), "contains `%`"),
        (value(ValueFault::Quoting), "cannot be quoted"),
        (said(BlockError::Key { key: "ZOOM_SECRET".to_owned() }), "cannot be a name"),
        (said(BlockError::KeyTwice { key: "ZOOM_SECRET".to_owned() }), "is there twice"),
    ] {
        assert!(sentence.contains("`ZOOM_SECRET`") && sentence.contains(reason), "{sentence}");
    }
    assert!(said(BlockError::CommandMissing).contains("A command or a URL is missing"));
}
