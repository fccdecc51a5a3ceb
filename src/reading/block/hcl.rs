//! Attributes and blocks of HCL, as Terraform reads them. Expressions are left out.

use super::draft::{BlockDraft, Issue, below};
use super::line::{bare, check_quoted, curly_quoted, rest_of_line, skip_line};
use super::literal::{Escapes, QuoteRules, quoted};
use super::unquoted::{is_literal, lacks_quotes};
use crate::quoting::hcl_quoted;
use crate::reading::FindingKind;
use crate::reading::request::piece::{ByteSpan, Cursor, Fragment};

/// "HCL Native Syntax Specification", "Template Expressions".
const DOUBLE: QuoteRules = QuoteRules { quote: "\"", escapes: Escapes::Strict("\"\\nrtuU"), many_lines: false };
const SINGLE: QuoteRules = QuoteRules { quote: "'", escapes: Escapes::None, many_lines: false };

/// How deep blocks may be nested.
const DEEPEST: usize = 64;

pub(super) fn read(text: &str) -> BlockDraft {
    let mut draft = BlockDraft::default();
    let mut chars = Cursor { text, at: 0 };
    // The paths of the blocks around, each with a dot at its end.
    let mut places: Vec<String> = Vec::new();
    while !chars.rest().is_empty() {
        line(&mut chars, &mut places, &mut draft);
        skip_line(&mut chars);
    }
    draft
}

fn line(chars: &mut Cursor<'_>, places: &mut Vec<String>, draft: &mut BlockDraft) {
    chars.skip_spaces();
    let line = rest_of_line(chars);
    let inner = line.trim_end();
    if inner.is_empty() || inner.starts_with('#') || inner.starts_with("//") {
        return;
    }
    if inner.starts_with('}') || inner.starts_with(']') {
        places.pop();
        return;
    }
    let around = places.last().cloned().unwrap_or_default();
    if let Some(header) = inner.strip_suffix(['{', '[']) {
        if places.len() < DEEPEST {
            let words = header.trim_end().trim_end_matches(['=', ':']);
            let words: Vec<&str> = words.split_whitespace().map(|word| word.trim_matches('"')).collect();
            places.push(below(&around, &words.join(".")) + ".");
        }
        return;
    }
    // `source = "a" { b = "c" }` and the like in one line is not read.
    let Some((name, rest)) = inner.split_once('=').filter(|(name, _)| is_name(name.trim())) else { return };
    if rest.starts_with('=') {
        return;
    }
    let key = below(&around, name.trim().trim_matches('"'));
    chars.at += name.len() + 1;
    chars.skip_spaces();
    value(chars, key, draft);
}

fn is_name(name: &str) -> bool {
    let name = name.trim_matches('"');
    !name.is_empty() && name.chars().all(|ch| ch.is_alphanumeric() || matches!(ch, '_' | '-'))
}

fn value(chars: &mut Cursor<'_>, key: String, draft: &mut BlockDraft) {
    if chars.peek() == Some('"') {
        let read = quoted(chars, DOUBLE, draft);
        check_quoted(chars, &read, &["#", "//", ",", "}"], draft);
        let mut value = read.value;
        if let Some((at, sign)) = insertion(&value.text) {
            value.expands = true;
            if !value.text.get(at..).is_some_and(|rest| rest.contains('}')) {
                let place = value.part(at, at + 2);
                let fix = value.at.map(|_| (ByteSpan::new(place.start, place.start), sign.to_string()));
                let issue = Issue::new(FindingKind::InsertionNotClosed, place);
                draft.issues.push(issue.fixed(fix.into_iter().collect()));
            }
        }
        let plain = value.text.replace("$${", "${").replace("%%{", "%{");
        return draft.text(key, Fragment::new(chars.text, plain, value.span, value.expands));
    }
    if chars.peek() == Some('\'') {
        let read = quoted(chars, SINGLE, draft);
        let fix = read.is_closed.then(|| (read.value.span, hcl_quoted(&read.value.text)));
        let place = ByteSpan::new(read.value.span.start, read.value.span.start + 1);
        draft.issues.push(Issue::new(FindingKind::QuotesOfOtherFormat, place).fixed(fix.into_iter().collect()));
        return draft.text(key, read.value);
    }
    unquoted(chars, key, draft);
}

/// The first `${` or `%{` that is not doubled.
fn insertion(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(at, ch)| {
        let is_one = matches!(ch, '$' | '%') && text.get(at + 1..).is_some_and(|rest| rest.starts_with('{'));
        is_one && !text.get(..*at).is_some_and(|before| before.ends_with(*ch))
    })
}

fn unquoted(chars: &Cursor<'_>, key: String, draft: &mut BlockDraft) {
    let line = rest_of_line(chars);
    let end = [line.find('#'), line.find("//")].into_iter().flatten().min().unwrap_or(line.len());
    let value: Fragment = bare(chars, end);
    if let Some((inner, issue)) = curly_quoted(&value) {
        draft.issues.push(issue);
        draft.text(key, inner);
    } else if lacks_quotes(&value.text) {
        draft.issues.push(Issue::new(FindingKind::QuotesMissing, value.span).replaced_by(hcl_quoted(&value.text)));
        draft.text(key, value);
    } else if is_literal(&value.text) {
        draft.literal(key, value);
    }
}
