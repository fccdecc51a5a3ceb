//! Blocks for the tests.

use crate::commands::cases::{Chance, PIECES};
use authdesk::blocks::{Block, BlockError, BlockFormat, BlockLine, BlockLiteral, BlockValue, ValueFault, WrittenBlock};
use authdesk::oauth::Secret;
use serde_json::Value;

/// What breaks a file besides what breaks a command.
const MORE: [&str; 36] = [
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\0",
    "\u{1}",
    "\u{b}",
    "\u{1b}",
    "\u{1f}",
    "\u{7f}",
    "\u{85}",
    "\u{9b}",
    "\u{2029}",
    "\u{2018}",
    "\u{2019}",
    "\u{201c}",
    "\u{201d}",
    "\\n",
    "\\'",
    "\\\"",
    "\\a",
    "$$",
    "${",
    "${a:-b}",
    "$${a}",
    "%{",
    "%(a)s",
    "%%{a}",
    ": ",
    " #",
    " ;",
    "---\n",
    "\n\n",
    "\n# a",
    "\nZ=1",
    "''' \"\"\"",
];

/// A value that breaks careless quoting. Half of them have no control characters, as no command has any.
pub fn value(chance: &mut Chance) -> String {
    let pieces: Vec<&str> = PIECES.into_iter().chain(MORE).collect();
    match chance.below(16) {
        0 => String::new(),
        1..9 => chance.value_of(&pieces).chars().filter(|ch| !ch.is_control()).collect(),
        _ => chance.value_of(&pieces),
    }
}

/// A line with a text, masked if that is said.
pub fn text(key: &str, value: &str, is_masked: bool) -> BlockLine {
    BlockLine { key: key.to_owned(), value: BlockValue::Text { text: Secret::new(value), is_masked } }
}

/// A line with a number or a truth value.
pub fn literal(key: &str, json: &str) -> BlockLine {
    let value: BlockLiteral = serde_json::from_str(json).unwrap();
    BlockLine { key: key.to_owned(), value: BlockValue::Literal(value) }
}

pub fn lines_of(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

/// The block of these lines, with nothing around them.
pub fn write(format: BlockFormat, command: &str, lines: &[BlockLine]) -> Result<WrittenBlock, BlockError> {
    Block { format, command, before: &[], lines, after: &[] }.write()
}

/// The whole text.
pub fn whole(written: &WrittenBlock) -> String {
    // EXPOSE: the tests compare it and have it read.
    written.text().expose().to_owned()
}

/// A block of random values with these keys, that could be written.
pub struct Case {
    pub text: String,
    pub values: Vec<(String, String)>,
}

/// So many blocks that could be written. Each error goes to `is_excused`, with the value that it is about.
pub fn cases(
    format: BlockFormat,
    command: &str,
    keys: &[&str],
    mut is_excused: impl FnMut(ValueFault, &str) -> bool,
) -> Vec<Case> {
    let mut chance = Chance::new();
    let mut cases = Vec::new();
    while cases.len() < crate::commands::cases::count() {
        let values: Vec<(String, String)> = keys.iter().map(|key| ((*key).to_owned(), value(&mut chance))).collect();
        let lines: Vec<BlockLine> = values.iter().map(|(key, value)| text(key, value, true)).collect();
        match write(format, command, &lines) {
            Ok(written) => {
                let known = values.iter().map(|(_, value)| value).filter(|value| value.chars().count() > 8);
                for value in known {
                    assert!(!written.masked().contains(value.as_str()), "{}", written.masked());
                }
                cases.push(Case { text: whole(&written), values });
            }
            Err(BlockError::Value { key, fault }) => {
                let (_, value) = values.iter().find(|(known, _)| *known == key).unwrap();
                assert!(is_excused(fault, value), "{fault:?}: {value:?}");
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    cases
}

/// What a program read: keys and values, in any order.
#[track_caller]
pub fn same(case: &Case, read: &Value) {
    let mut expected: Vec<Value> = case.values.iter().map(|(key, value)| serde_json::json!([key, value])).collect();
    let mut values = read["values"].as_array().unwrap_or_else(|| panic!("{read}\n{}", case.text)).clone();
    let by_key = |pair: &Value| pair[0].as_str().unwrap().to_owned();
    expected.sort_by_key(by_key);
    values.sort_by_key(by_key);
    assert_eq!(values, expected, "{}", case.text);
}
