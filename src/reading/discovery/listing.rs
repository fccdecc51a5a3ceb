//! A document as a program, a shell or a browser prints it: names and values without the quotes of JSON.

use super::names::{is_known, is_metadata};
use crate::chars::front_of;
use crate::pasted_json::{Json, Kind, Member};

/// The members of a document that is printed as anything but JSON: the list of PowerShell, a dictionary of Python, an
/// object of JavaScript, YAML, the tree of a browser. A list that the program shortened is left out.
///
/// Places mean nothing in them.
pub(super) fn members(text: &str) -> Option<Vec<Member>> {
    let mut members: Vec<Member> = Vec::new();
    let mut names = Vec::new();
    let mut at = 0;
    while let Some((name, behind)) = next_name(text, at) {
        at = behind;
        let Some(rest) = text.get(behind..).and_then(value_after) else { continue };
        names.push(name);
        let Some((kind, length)) = value(rest) else { continue };
        at = text.len() - rest.len() + length;
        if is_known(name) {
            members.push(Member { end: 0, name: name.to_owned(), value: Json { end: 0, kind } });
        }
    }
    let has_url = members.iter().any(|member| member.value.text().is_some_and(|text| text.contains("://")));
    (has_url && is_metadata(names)).then_some(members)
}

/// The next word that can be a name, and the byte after it.
fn next_name(text: &str, from: usize) -> Option<(&str, usize)> {
    let is_of_name = |ch: char| ch.is_ascii_alphanumeric() || ch == '_';
    let rest = text.get(from..)?;
    // In the middle of a word, the rest of it is no name.
    let inside = text.get(..from)?.ends_with(is_of_name);
    let skipped = if inside { rest.find(|ch| !is_of_name(ch))? } else { 0 };
    let start = from + skipped + rest.get(skipped..)?.find(|ch: char| ch.is_ascii_lowercase())?;
    let word = text.get(start..)?;
    let end = start + word.find(|ch| !is_of_name(ch)).unwrap_or(word.len());
    let is_whole = !text.get(..start)?.ends_with(is_of_name);
    Some((text.get(start..end).filter(|_| is_whole).unwrap_or_default(), end))
}

/// The text from the value on, if what follows a name separates it from one.
fn value_after(text: &str) -> Option<&str> {
    let text = text.strip_prefix(['"', '\'']).unwrap_or(text);
    let inner = text.trim_start_matches([' ', '\t']);
    let has_tab = text.get(..text.len() - inner.len()).is_some_and(|spaces| spaces.contains('\t'));
    let behind = inner.strip_prefix("=>").or_else(|| inner.strip_prefix([':', '=']));
    let behind = behind.or_else(|| Some(inner).filter(|_| has_tab))?;
    // `name://` is the scheme of a URL.
    (!behind.starts_with("//")).then(|| behind.trim_start_matches([' ', '\t']))
}

/// A value and its length in bytes; `None` for one that is shortened or has no end.
fn value(text: &str) -> Option<(Kind, usize)> {
    let first = text.chars().next()?;
    let close = match first {
        '"' | '\'' => {
            let inner = text.get(1..)?;
            let end = inner.find(first)?;
            return Some((Kind::Text(inner.get(..end)?.to_owned()), end + 2));
        }
        '[' => ']',
        '{' => '}',
        '(' => ')',
        _ => return Some(bare(text)),
    };
    let end = front_of(text, LONGEST_LIST).find(close)?;
    let items: Vec<&str> = text.get(1..end)?.split(',').map(bare_item).filter(|item| !item.is_empty()).collect();
    let is_shortened = items.iter().any(|item| item.ends_with("...") || item.ends_with('\u{2026}'));
    (!is_shortened).then(|| (Kind::List(items.into_iter().map(json_text).collect()), end + 1))
}

/// In bytes: a bracket that is not closed must not be searched for over and over.
const LONGEST_LIST: usize = 20_000;

/// A value without quotes: the rest of the line with what was wrapped onto the next ones, or a list below it.
fn bare(text: &str) -> (Kind, usize) {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let mut length = first.len();
    let mut whole = first.trim().trim_end_matches(',').to_owned();
    if whole.is_empty() {
        let items: Vec<&str> = lines.map_while(list_item).take(MOST_ITEMS).collect();
        return (Kind::List(items.into_iter().map(json_text).collect()), length);
    }
    for line in lines.take(MOST_WRAPPED) {
        let inner = line.trim();
        let is_wrapped = line.starts_with("    ") && !inner.is_empty() && !inner.contains([' ', '=', '"', '\'']);
        if !is_wrapped || inner.ends_with(':') || inner.starts_with(['-', '}', ']']) {
            break;
        }
        whole.push_str(inner);
        length += line.len();
    }
    (Kind::Text(whole), length)
}

const MOST_ITEMS: usize = 500;
const MOST_WRAPPED: usize = 4;

/// The item on a line: `- item` of YAML, or the number of a tree before it.
fn list_item(line: &str) -> Option<&str> {
    let inner = line.trim();
    let item = inner.strip_prefix("- ").or_else(|| {
        let behind = inner.trim_start_matches(|ch: char| ch.is_ascii_digit());
        (behind.len() < inner.len()).then(|| behind.strip_prefix([' ', '\t', ':'])).flatten()
    });
    item.map(bare_item).filter(|item| !item.is_empty())
}

fn bare_item(item: &str) -> &str {
    item.trim_matches(|ch: char| ch.is_whitespace() || matches!(ch, '"' | '\''))
}

fn json_text(text: &str) -> Json {
    Json { end: 0, kind: Kind::Text(text.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `name=value` and `name=[a b]`.
    fn shown(text: &str) -> Option<String> {
        let one = |member: &Member| {
            let value = match &member.value.kind {
                Kind::List(items) => format!("[{}]", items.iter().filter_map(Json::text).collect::<Vec<_>>().join(" ")),
                _ => member.value.text().unwrap_or_default().to_owned(),
            };
            format!("{}={value}", member.name)
        };
        Some(members(text)?.iter().map(one).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn as_programs_print_it() {
        let expected =
            "issuer=https://a.example token_endpoint=https://a.example/token scopes_supported=[openid email]";
        for text in [
            "issuer           : https://a.example\ntoken_endpoint   : https://a.example/token\nscopes_supported : {openid, email}\nother : x",
            "{'issuer': 'https://a.example', 'token_endpoint': 'https://a.example/token', 'scopes_supported': ['openid', 'email'], 'x': True}",
            "{\n  issuer: 'https://a.example',\n  token_endpoint: 'https://a.example/token',\n  scopes_supported: [ 'openid', 'email' ],\n}",
            "issuer: https://a.example\ntoken_endpoint: https://a.example/token\nscopes_supported:\n  - openid\n  - email\n",
            "issuer\t\"https://a.example\"\ntoken_endpoint\t\"https://a.example/token\"\nscopes_supported\t\n0\t\"openid\"\n1\t\"email\"\n",
        ] {
            assert_eq!(shown(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_a_console_wrapped_or_shortened() {
        assert_eq!(
            shown("issuer         : https://a.example/0123456789/\n                 v2.0\ntoken_endpoint : https://a.example/token\nscopes_supported : {openid, email, profile, a...}\n").as_deref(),
            Some("issuer=https://a.example/0123456789/v2.0 token_endpoint=https://a.example/token")
        );
    }

    #[test]
    fn what_is_no_document() {
        for text in [
            "",
            "issuer: me",
            "The token_endpoint and the issuer are wrong.",
            "issuer: https://a.example\nclient_id: abc\ntoken_endpoint: https://a.example/token",
            "my_issuer: https://a.example\nold_token_endpoint: https://a.example/token",
        ] {
            assert_eq!(shown(text), None, "{text}");
        }
    }
}
