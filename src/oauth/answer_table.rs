//! A token response without JSON: the list or table that PowerShell prints, or a form.

use crate::pasted_json::{Json, Kind, Member};

/// More columns than a response has, so that a long line of dashes costs little.
const MOST_COLUMNS: usize = 32;

/// The names and values of a list (`access_token : eyJ…`, wrapped lines are indented) or of a table (names, a line of
/// dashes, one line of values), if it is that of a response. All values are strings.
pub(super) fn members(text: &str) -> Option<Vec<Member>> {
    let is_answer = |members: &Vec<Member>| {
        let has = |name: &str| members.iter().any(|member| member.name == name);
        has("access_token") || (has("reason") && has("error"))
    };
    Some(list(text)).filter(is_answer).or_else(|| Some(table(text)).filter(is_answer))
}

/// The names and values of a form.
pub(super) fn form(text: &[u8]) -> Vec<Member> {
    form_urlencoded::parse(text).take(MOST_COLUMNS).map(|(name, value)| member(&name, &value)).collect()
}

fn list(text: &str) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    let mut indent = None;
    let mut is_open = false;
    for line in text.lines() {
        let inner = line.trim();
        let spaces = line.len() - line.trim_start().len();
        if is_open && !inner.is_empty() && indent.is_some_and(|indent| spaces > indent) {
            if let Some(Member { name, value: Json { kind: Kind::Text(value), .. }, .. }) = members.last_mut() {
                // Scopes are wrapped between two names; a token contains no place to wrap at, so it is split anywhere.
                if name == "scope" {
                    value.push(' ');
                }
                value.push_str(inner);
            }
            continue;
        }
        let named = named(inner);
        is_open = named.is_some();
        if let Some((name, value)) = named {
            indent.get_or_insert(spaces);
            members.push(member(name, value));
        }
    }
    members
}

fn named(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim_end();
    let is_name = !name.is_empty() && name.bytes().all(|ch| ch.is_ascii_alphanumeric() || ch == b'_');
    (is_name && (value.is_empty() || value.starts_with(' '))).then_some((name, value.trim()))
}

fn table(text: &str) -> Vec<Member> {
    let mut names = "";
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim_start().starts_with("--") && line.bytes().all(|sign| sign == b'-' || sign == b' ') {
            return columns(names, line, lines.next().unwrap_or_default());
        }
        names = line;
    }
    Vec::new()
}

fn columns(names: &str, dashes: &str, values: &str) -> Vec<Member> {
    let mut starts = Vec::new();
    let mut before = ' ';
    for (at, sign) in dashes.chars().enumerate() {
        if sign == '-' && before != '-' && starts.len() < MOST_COLUMNS {
            starts.push(at);
        }
        before = sign;
    }
    let is_between = |at: &usize| values.chars().nth(at.saturating_sub(1)).is_none_or(char::is_whitespace);
    if !starts.iter().skip(1).all(is_between) {
        // The columns were moved, so the end of a value is unknown.
        return Vec::new();
    }
    let ends = starts.iter().skip(1).copied().chain([usize::MAX]);
    let column = |(start, end): (&usize, usize)| {
        let of = |line: &str| line.chars().skip(*start).take(end - start).collect::<String>();
        member(of(names).trim(), of(values).trim())
    };
    starts.iter().zip(ends).map(column).collect()
}

fn member(name: &str, value: &str) -> Member {
    Member { end: 0, name: name.to_owned(), value: Json { end: 0, kind: Kind::Text(value.to_owned()) } }
}
