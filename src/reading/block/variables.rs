//! A `$` in a value that a shell would replace although it was not meant so.

use crate::reading::request::piece::ByteSpan;

/// Whose rules.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shell {
    /// bash and zsh: a backslash escapes.
    Posix,
    /// PowerShell: a backtick escapes.
    PowerShell,
}

/// The place of the first `$` with a name after it, outside of single quotes, in a word that looks like a value and not like
/// a text with a variable in it: no braces around the name, which is neither the whole word nor all uppercase, and no space
/// or slash in the word.
pub(super) fn loose_dollar(text: &str, word: ByteSpan, shell: Shell) -> Option<ByteSpan> {
    let raw = text.get(word.start..word.end)?;
    let inner = raw.trim_matches(['"', '\'', '\u{201c}', '\u{201d}']);
    let is_whole = inner.strip_prefix('$').is_some_and(|name| name.chars().all(is_of_name));
    if is_whole || inner.contains(|ch: char| ch.is_whitespace() || ch == '/') {
        return None;
    }
    unquoted(raw, shell)
        .find(|(at, ch, _)| *ch == '$' && is_loose(raw.get(at + 1..).unwrap_or_default(), shell))
        .map(|(at, _, _)| ByteSpan::new(word.start + at, word.start + at + 1))
}

/// The place of the first `!` between double quotes where bash and zsh replace it at a prompt ("History Expansion").
pub(super) fn history(text: &str, word: ByteSpan) -> Option<ByteSpan> {
    let raw = text.get(word.start..word.end)?;
    let is_event = |rest: &str| rest.starts_with(|ch: char| !ch.is_whitespace() && !matches!(ch, '=' | '(' | '"'));
    unquoted(raw, Shell::Posix)
        .find(|(at, ch, is_double)| *ch == '!' && *is_double && is_event(raw.get(at + 1..).unwrap_or_default()))
        .map(|(at, _, _)| ByteSpan::new(word.start + at, word.start + at + 1))
}

fn is_loose(rest: &str, shell: Shell) -> bool {
    let end = rest.find(|ch| !is_of_name(ch)).unwrap_or(rest.len());
    let name = rest.get(..end).unwrap_or_default();
    let is_variable = name.len() > 2
        && name.starts_with(|ch: char| ch.is_ascii_uppercase() || ch == '_')
        && !name.contains(|ch: char| ch.is_ascii_lowercase());
    // `$env:NAME` of PowerShell.
    let is_scoped = shell == Shell::PowerShell && rest.get(end..).is_some_and(|behind| behind.starts_with(':'));
    !name.is_empty() && !is_variable && !is_scoped
}

fn is_of_name(ch: char) -> bool {
    ch.is_ascii_alphanumeric() || ch == '_'
}

/// The characters outside of single quotes that are not escaped, each with its place and whether it is between double
/// quotes.
fn unquoted(raw: &str, shell: Shell) -> impl Iterator<Item = (usize, char, bool)> {
    let escape = if shell == Shell::PowerShell { '`' } else { '\\' };
    let (mut single, mut double, mut escaped) = (false, false, false);
    raw.char_indices().filter_map(move |(at, ch)| {
        let is_escaped = escaped;
        escaped = !is_escaped && ch == escape && !single;
        match ch {
            _ if is_escaped => return None,
            '\'' if !double => single = !single,
            '"' if !single => double = !double,
            _ => {}
        }
        (!single && ch != escape).then_some((at, ch, double))
    })
}
