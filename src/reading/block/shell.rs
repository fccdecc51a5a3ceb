//! Lines for bash, zsh and other shells: `export`, a command for each value, and `docker run`.

use super::draft::{BlockDraft, Issue};
use super::line::curly_quoted;
use super::variables::{Shell, history, loose_dollar};
use crate::quoting::shell_quoted;
use crate::reading::FindingKind;
use crate::reading::request::piece::{ByteSpan, Cursor, Fragment};
use crate::reading::request::shell_words::shell_line;

/// Variables, with `export` or without.
pub(super) fn read_exports(text: &str) -> BlockDraft {
    read(text, exports)
}

/// A command for each value: its last two words are key and value.
pub(super) fn read_commands(text: &str) -> BlockDraft {
    read(text, |text, words, draft| {
        for word in words {
            draft.issues.extend(long_dash(word));
        }
        if let [_, .., key, value] = words {
            add(text, &key.text, value, draft);
        }
    })
}

/// Starting a container.
pub(super) fn read_docker(text: &str) -> BlockDraft {
    read(text, docker)
}

/// The words of each command of a text.
fn read(text: &str, command: impl Fn(&str, &[Fragment], &mut BlockDraft)) -> BlockDraft {
    let mut draft = BlockDraft::default();
    let mut chars = Cursor { text, at: 0 };
    loop {
        while chars.takes_line_break() || chars.takes("\r") || chars.takes(" ") || chars.takes("\t") {}
        // The prompt of a manual.
        for prompt in ["$ ", "% "] {
            chars.takes(prompt);
        }
        if chars.rest().is_empty() {
            return draft;
        }
        let line = shell_line(text, chars.at);
        chars.at = line.end.max(chars.at + chars.peek().map_or(1, char::len_utf8));
        draft.issues.extend(line.issues.iter().map(Issue::of_syntax));
        command(text, &line.words, &mut draft);
    }
}

fn exports(text: &str, words: &[Fragment], draft: &mut BlockDraft) {
    let is_export = words.first().is_some_and(|word| word.text == "export");
    let rest = if is_export { words.get(1..).unwrap_or_default() } else { words };
    let mut rest = rest.iter().skip_while(|word| word.text.starts_with('-')).peekable();
    let mut has_value = false;
    while let Some(word) = rest.next() {
        if let Some((name, value)) = assignment(text, word) {
            has_value = true;
            // What comes after a space is no part of the value any more.
            let next = rest.next_if(|next| value.text.is_empty() && is_export && is_value(next));
            if let Some(next) = next {
                draft.issues.push(joined(FindingKind::SpaceAtEquals, word, next));
                add(text, name, next, draft);
                continue;
            }
            add(text, name, &value, draft);
            continue;
        }
        let equals = rest.next_if(|next| is_name(&word.text) && next.text.starts_with('='));
        if let Some(equals) = equals {
            has_value = true;
            let value = if equals.text == "=" { rest.next() } else { None };
            let mut issue = joined(FindingKind::SpaceAtEquals, word, equals);
            if let Some(value) = value {
                issue.fix.push((ByteSpan::new(equals.span.end, value.span.start), String::new()));
            }
            draft.issues.push(issue);
            add(text, &word.text, value.unwrap_or(&equals.tail(1)), draft);
        } else if has_value && !is_name(&word.text) {
            draft.issue(FindingKind::SpaceNotQuoted, word.span);
        }
    }
}

/// A word that can only be a value: not another variable.
fn is_value(word: &Fragment) -> bool {
    !word.text.contains('=') && !word.text.chars().all(|ch| ch.is_ascii_uppercase() || ch == '_')
}

/// The finding about a space between two words, which is fixed by removing it.
fn joined(kind: FindingKind, one: &Fragment, other: &Fragment) -> Issue {
    Issue::new(kind, ByteSpan::new(one.span.end, other.span.start)).replaced_by("")
}

/// `NAME=value`, with the value as it is written.
fn assignment<'w>(text: &str, word: &'w Fragment) -> Option<(&'w str, Fragment)> {
    let (name, value) = word.text.split_once('=').filter(|(name, _)| is_name(name))?;
    let raw = text.get(word.span.start..word.span.end)?;
    let is_plain = raw.strip_prefix(name).is_some_and(|rest| rest.starts_with('='));
    let value = match is_plain {
        true => {
            let span = ByteSpan::new(word.span.start + name.len() + 1, word.span.end);
            Fragment::new(text, value.to_owned(), span, word.expands)
        }
        // Quotes around all of it.
        false => word.tail(name.len() + 1),
    };
    Some((name, value))
}

fn is_name(name: &str) -> bool {
    name.starts_with(|ch: char| ch.is_ascii_alphabetic() || ch == '_')
        && name.chars().all(|ch| ch.is_ascii_alphanumeric() || ch == '_')
}

fn add(text: &str, key: &str, value: &Fragment, draft: &mut BlockDraft) {
    let quoted = || {
        let raw = text.get(value.span.start..value.span.end).unwrap_or_default();
        let inner = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')).unwrap_or(raw);
        let is_plain = !inner.contains(['\'', '"', '\\', '`']) && !inner.contains("$(");
        if is_plain { vec![(value.span, shell_quoted(inner))] } else { Vec::new() }
    };
    if let Some((inner, issue)) = curly_quoted(value) {
        draft.issues.push(issue);
        return draft.text(key, inner);
    }
    if let Some(place) = loose_dollar(text, value.span, Shell::Posix) {
        draft.issues.push(Issue::new(FindingKind::VariableInValue, place).fixed(quoted()));
    } else if let Some(place) = history(text, value.span) {
        draft.issues.push(Issue::new(FindingKind::HistoryInValue, place).fixed(quoted()));
    }
    draft.text(key, value.clone());
}

/// Options of `docker run` without an argument (docker's manual, "docker container run", "Options"), besides the short
/// ones.
const FLAGS: [&str; 15] = [
    "detach",
    "disable-content-trust",
    "help",
    "init",
    "interactive",
    "no-healthcheck",
    "oom-kill-disable",
    "privileged",
    "publish-all",
    "quiet",
    "read-only",
    "rm",
    "sig-proxy",
    "tty",
    "use-api-socket",
];

/// The short ones, alone or together as in `-it`.
const SHORT_FLAGS: &str = "ditPq";

fn docker(text: &str, words: &[Fragment], draft: &mut BlockDraft) {
    let Some(run) = words.iter().position(|word| word.text == "run") else { return };
    let mut rest = words.iter().skip(run + 1).peekable();
    while let Some(word) = rest.next() {
        draft.issues.extend(long_dash(word));
        let Some(option) = option(&word.text) else {
            // No name of an image contains `=`.
            let Some((name, value)) = assignment(text, word) else { return };
            let place = ByteSpan::new(word.span.start, word.span.start);
            draft.issues.push(Issue::new(FindingKind::OptionMissing, word.span).fixed(vec![(place, "-e ".to_owned())]));
            add(text, name, &value, draft);
            continue;
        };
        if matches!(option, "e" | "env") {
            variable(text, &mut rest, draft);
        } else if let Some(value) = option.strip_prefix("env=") {
            let value = word.tail(word.text.len() - value.len());
            if let Some((name, value)) = assignment(text, &value) {
                add(text, name, &value, draft);
            }
        } else if takes_argument(option) {
            rest.next();
        }
    }
}

/// An option without its hyphens, or what a text program made of these.
fn option(word: &str) -> Option<&str> {
    let name = word.trim_start_matches(is_dash);
    (name.len() < word.len()).then_some(name)
}

fn is_dash(ch: char) -> bool {
    matches!(ch, '-' | '\u{2013}' | '\u{2014}')
}

/// What comes after `-e`.
fn variable<'w>(
    text: &str,
    rest: &mut core::iter::Peekable<impl Iterator<Item = &'w Fragment>>,
    draft: &mut BlockDraft,
) {
    let Some(word) = rest.next() else { return };
    if let Some((name, value)) = assignment(text, word) {
        add(text, name, &value, draft);
        return;
    }
    if let Some(equals) = rest.next_if(|next| next.text.starts_with('=')) {
        let mut issue = joined(FindingKind::SpaceAtEquals, word, equals);
        if let Some(value) = rest.next_if(|next| equals.text == "=" && !next.text.starts_with('-')) {
            issue.fix.push((ByteSpan::new(equals.span.end, value.span.start), String::new()));
            add(text, &word.text, value, draft);
        }
        draft.issues.push(issue);
    }
}

fn takes_argument(option: &str) -> bool {
    let is_flag = match option.chars().count() {
        0 | 1 => SHORT_FLAGS.contains(option),
        _ => option.contains('=') || option.chars().all(|ch| SHORT_FLAGS.contains(ch)) || FLAGS.contains(&option),
    };
    !is_flag
}

/// A dash of a text program where an option has one or two hyphens.
fn long_dash(word: &Fragment) -> Option<Issue> {
    let name = option(&word.text).filter(|name| name.starts_with(|ch: char| ch.is_ascii_alphabetic()))?;
    let dashes = word.text.get(..word.text.len() - name.len())?;
    if dashes.chars().all(|ch| ch == '-') {
        return None;
    }
    let hyphens = if name.chars().count() == 1 { "-" } else { "--" };
    Some(Issue::new(FindingKind::DashNotHyphen, word.part(0, dashes.len())).replaced_by(hyphens))
}
