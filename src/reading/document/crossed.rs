//! Access and refresh token that a program stores in each other's place.

use core::ops::Range;

use crate::chars::{end_of, front_of};
use crate::reading::variables::is_of_name;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Token {
    Access,
    Refresh,
}

/// How many names are looked at.
const MOST: usize = 256;
/// In bytes: so near each other are the two places.
const NEAR: usize = 400;
/// In bytes: no value is longer.
const LONGEST: usize = 160;

/// A name that is one of a token.
struct Name {
    token: Token,
    place: Range<usize>,
}

/// The first of the two places.
pub(super) fn crossed(text: &str) -> Option<Range<usize>> {
    let names = names(text);
    let wrong: Vec<&Name> =
        names.iter().filter(|name| stored(text, name).is_some_and(|token| token != name.token)).collect();
    let pair = wrong.windows(2).find_map(|pair| {
        let [one, other] = pair else { return None };
        let is_near = other.place.start - one.place.end < NEAR;
        (one.token != other.token && is_near).then(|| one.place.clone())
    });
    pair.or_else(|| by_place(text, &names))
}

/// The names that end in `access_token` or `refresh_token`, however they are written.
fn names(text: &str) -> Vec<Name> {
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<Name> = Vec::new();
    for (word, token) in [("access", Token::Access), ("refresh", Token::Refresh)] {
        let places = lower.match_indices(word).filter_map(|(at, _)| {
            let rest = lower.get(at + word.len()..)?;
            let inner = rest.strip_prefix(['_', '-']).unwrap_or(rest).strip_prefix("token")?;
            let is_whole = !inner.starts_with(|ch: char| ch.is_ascii_alphanumeric() || ch == '_');
            is_whole.then(|| Name { token, place: at..text.len() - inner.len() })
        });
        found.extend(places.take(MOST));
    }
    found.sort_by_key(|name| name.place.start);
    found
}

/// Which token is stored under a name: `access_token = …`, `'access_token' => …`, `setAccessToken(…)`.
fn stored(text: &str, name: &Name) -> Option<Token> {
    let behind = text.get(name.place.end..)?;
    let joint = behind.trim_start_matches(['"', '\'', ']', ' ']);
    let is_setter =
        || text.get(..name.place.start).is_some_and(|before| before.ends_with("set") || before.ends_with("set_"));
    let value = match joint.strip_prefix("=>").or_else(|| joint.strip_prefix([':', '='])) {
        Some(value) if !value.starts_with(['=', ':']) => value,
        Some(_) => return None,
        None if is_setter() => behind.strip_prefix('(')?,
        None => return None,
    };
    let value = front_of(value, LONGEST).split([',', ';', '\n', '}']).next()?.trim();
    let end = value.trim_end_matches(|ch: char| "()[]'\" ".contains(ch));
    let own = names(end).pop().filter(|last| last.place.end == end.len())?;
    // The argument of a call is what it was got with, also one that has a name: `f(token=refresh_token)`.
    let before = end.get(..own.place.start)?;
    let owner = before.trim_end_matches(is_of_name);
    let chain = owner.trim_end_matches(|ch: char| is_of_name(ch) || ".->['\" ".contains(ch));
    let is_argument = owner.ends_with('(') || before.contains('(') && chain.ends_with(['=', ':']);
    (!is_argument && !owner.contains('?')).then_some(own.token)
}

/// Columns and values in two lists, `SET access_token = ?, refresh_token = ?` and `[$t->refresh, $t->access]`.
fn by_place(text: &str, names: &[Name]) -> Option<Range<usize>> {
    names.windows(4).find_map(|four| {
        let [first, second, third, fourth] = four else { return None };
        let is_swapped = first.token == fourth.token && second.token == third.token && first.token != second.token;
        let between = |one: &Name, other: &Name| text.get(one.place.end..other.place.start).unwrap_or_default();
        let (columns, gap, values) = (between(first, second), between(second, third), between(third, fourth));
        if !is_swapped || gap.len() > NEAR || columns.len() > LONGEST || values.len() > LONGEST {
            return None;
        }
        let statement = end_of(text.get(..first.place.start)?, NEAR).to_ascii_lowercase();
        let is_statement = ["update ", "insert into "].iter().any(|word| statement.contains(word));
        let has_marks = ["?", "%s", "$1", "@p"].iter().any(|mark| columns.contains(mark) || gap.contains(mark));
        // The statement ends between the two lists, and neither of them is more than a list.
        let is_list = |part: &str| !part.contains([';', '{', '}']);
        let is_whole = is_given(gap) && !values.contains(['?', '=']) && is_list(columns) && is_list(values);
        (is_statement && has_marks && is_whole).then(|| third.place.clone())
    })
}

/// Whether what is behind a part of a statement gives it the values that follow: it ends between quotes, and the values
/// are arguments of the same call, or of one that runs it.
fn is_given(gap: &str) -> bool {
    let Some((_, behind)) = gap.split_once(is_straight_quote) else { return false };
    // Otherwise, what follows is a part of another text.
    if behind.matches(is_straight_quote).count() % 2 != 0 || behind.contains(['{', '}']) {
        return false;
    }
    let is_other = |(at, ch): &(usize, char)| {
        let before = behind.get(..*at).unwrap_or_default().trim_end();
        *ch == ';' || *ch == '\n' && !before.is_empty() && !before.ends_with([',', '(', '['])
    };
    let Some((at, _)) = behind.char_indices().rfind(is_other) else { return !behind.contains('=') };
    let call = behind.get(at + 1..).unwrap_or_default();
    let Some((callee, _)) = call.split_once('(') else { return false };
    let name = callee.rsplit(|ch| !is_of_name(ch)).next().unwrap_or_default().to_ascii_lowercase();
    let is_open = call.matches('(').count() > call.matches(')').count();
    is_open && RUNNING.iter().any(|word| name.starts_with(word))
}

/// How calls begin that run a statement or give it its values, in lowercase: PHP, Python, JavaScript, Go, Java.
const RUNNING: [&str; 5] = ["exec", "run", "query", "bind", "all"];

fn is_straight_quote(ch: char) -> bool {
    matches!(ch, '"' | '\'' | '`')
}
