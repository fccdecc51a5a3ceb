//! A file of environment variables, as python-dotenv and dotenv read it (see `src/blocks/env.rs`).

use super::draft::{BlockDraft, Issue};
use super::line::{bare, check_quoted, rest_of_line, skip_line};
use super::literal::{Escapes, QuoteRules, quoted};
use super::variables::{Shell, loose_dollar};
use crate::reading::FindingKind;
use crate::reading::request::piece::{ByteSpan, Cursor, Fragment};

/// The escapes of python-dotenv.
const DOUBLE: QuoteRules = QuoteRules { quote: "\"", escapes: Escapes::Lenient("\\'\"abfnrtv"), many_lines: true };
const SINGLE: QuoteRules = QuoteRules { quote: "'", escapes: Escapes::Lenient("\\'"), many_lines: true };
const BACKTICK: QuoteRules = QuoteRules { quote: "`", escapes: Escapes::None, many_lines: true };

pub(super) fn read(text: &str) -> BlockDraft {
    let mut draft = BlockDraft::default();
    let mut chars = Cursor { text, at: 0 };
    while !chars.rest().is_empty() {
        line(&mut chars, &mut draft);
        skip_line(&mut chars);
    }
    draft
}

fn line(chars: &mut Cursor<'_>, draft: &mut BlockDraft) {
    chars.skip_spaces();
    let whole = rest_of_line(chars);
    if whole.trim().is_empty() || whole.starts_with('#') {
        return;
    }
    let prefix = whole.strip_prefix("export ").map_or(0, |rest| whole.len() - rest.trim_start().len());
    let named = whole.get(prefix..).and_then(|rest| rest.split_once('='));
    let Some((name, _)) = named.filter(|(name, _)| is_name(name.trim_end())) else {
        draft.issue(FindingKind::LineNotRead, ByteSpan::new(chars.at, chars.at + whole.trim_end().len()));
        return;
    };
    chars.at += prefix + name.len() + 1;
    chars.skip_spaces();
    let value = value(chars, draft);
    draft.text(name.trim_end(), value);
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|ch| ch.is_alphanumeric() || matches!(ch, '_' | '.' | '-'))
}

fn value(chars: &mut Cursor<'_>, draft: &mut BlockDraft) -> Fragment {
    let rules = match chars.peek() {
        Some('"') => DOUBLE,
        Some('\'') => SINGLE,
        Some('`') => BACKTICK,
        _ => return unquoted(chars, draft),
    };
    let read = quoted(chars, rules, draft);
    check_quoted(chars, &read, &["#"], draft);
    if rules.quote == "\"" && read.is_closed {
        draft.issues.extend(dollar(chars.text, &read.value));
    }
    read.value
}

fn unquoted(chars: &Cursor<'_>, draft: &mut BlockDraft) -> Fragment {
    let line = rest_of_line(chars);
    let hash = line.char_indices().find(|(_, ch)| *ch == '#').map(|(at, _)| at);
    let is_comment =
        |at: usize| line.get(..at).is_some_and(|before| before.is_empty() || before.ends_with([' ', '\t']));
    let comment = line.match_indices('#').map(|(at, _)| at).find(|at| is_comment(*at));
    let value = bare(chars, comment.unwrap_or(line.len()));
    if let Some(at) = hash.filter(|at| Some(*at) != comment) {
        let place = ByteSpan::new(chars.at + at, chars.at + at + 1);
        draft.issues.push(Issue::new(FindingKind::HashInValue, place).fixed(in_single_quotes(&value)));
    } else {
        draft.issues.extend(dollar(chars.text, &value));
    }
    value
}

/// Some readers of such files expand variables.
fn dollar(text: &str, value: &Fragment) -> Option<Issue> {
    let place = loose_dollar(text, value.span, Shell::Posix)?;
    Some(Issue::new(FindingKind::DollarInEnv, place).fixed(in_single_quotes(value)))
}

fn in_single_quotes(value: &Fragment) -> Vec<(ByteSpan, String)> {
    let is_plain = !value.text.contains(['\'', '\\', '\n', '\r']) && !value.text.contains("${");
    if is_plain { vec![(value.span, format!("'{}'", value.text))] } else { Vec::new() }
}
