//! Values that a server names as invalid, in a list of its own or beside the list of those that it takes.

use core::ops::Range;

use super::named::{Name, Named};
use crate::chars::front_of;
use crate::oauth::percent_encoded;
use crate::reading::FindingKind;

/// A value that the server does not take.
#[derive(Debug, PartialEq)]
pub(super) struct Listed {
    pub kind: FindingKind,
    /// In bytes: the value in the request, if it is there, or in the error.
    pub place: Range<usize>,
    /// A value that the server takes, and that is nearly the same.
    pub near: Option<Range<usize>>,
}

/// The first value that an error in the text names as invalid: `invalid=[a, b]`, `Invalid scopes: a b`, `a is not in [b, c]`.
/// Words after a colon count only if they were requested as scopes, and a list beside the value only of a parameter, or
/// where the error has a code: any program writes such words. Linear.
pub(super) fn listed(text: &str, values: &[Named<'_>], has_code: bool) -> Option<Listed> {
    let lower = text.to_ascii_lowercase();
    let refused = in_brackets(text, &lower)
        .or_else(|| after_colon(text, &lower, values))
        .or_else(|| beside_list(text, &lower, has_code))?;
    let value = text.get(refused.clone())?;
    // Not the end of `invalid`.
    let is_word = |at: usize| !lower.get(..at).is_some_and(|before| before.ends_with(|ch: char| ch.is_alphabetic()));
    let taken = || {
        let all = TAKEN.iter().flat_map(|words| lower.match_indices(words));
        all.filter(|(at, _)| is_word(*at)).map(|(at, words)| at + words.len())
    };
    let beside = text.get(refused.end..).and_then(|rest| beside(rest, &lower, refused.end));
    let lists = taken().chain(beside).take(MOST);
    let valid: Vec<Range<usize>> = lists.flat_map(|at| items(text, at)).take(MOST).collect();
    let word = |place: &Range<usize>| text.get(place.clone()).unwrap_or_default();
    if valid.iter().any(|place| word(place) == value) {
        return None;
    }
    let near = valid.iter().find(|place| plain(word(place)) == plain(value)).cloned();
    let has_sibling = |place: &Range<usize>| {
        let sibling = word(place);
        !sibling.ends_with('/') && parent(sibling) == parent(value.trim_end_matches('/'))
    };
    let is_slash = value.len() > 1
        && value.ends_with('/')
        && (near.as_ref().is_some_and(|place| word(place) == value.trim_end_matches('/'))
            || valid.iter().any(has_sibling));
    let kind = if is_slash { FindingKind::RefusedForSlash } else { FindingKind::RefusedByName };
    let place = in_request(&lower, value, &refused).unwrap_or(refused);
    Some(Listed { kind, place, near })
}

/// How many values are looked at.
const MOST: usize = 200;
/// In bytes: no list is longer.
const LONGEST: usize = 4096;

/// Words before the values that a server takes.
const TAKEN: [&str; 8] = [
    "valid=[",
    "valid scopes: ",
    "valid scopes are: ",
    "valid values: ",
    "valid values are: ",
    "allowed scopes: ",
    "allowed values: ",
    "supported scopes: ",
];

/// The scopes of a request, decoded.
fn scopes(named: &Named<'_>) -> Vec<String> {
    named.value().split([' ', '+', ',']).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// `invalid=[a, b]`, as Google writes it.
fn in_brackets(text: &str, lower: &str) -> Option<Range<usize>> {
    const WORDS: [&str; 4] = ["invalid=[", "invalid_scopes=[", "unknown=[", "unsupported=["];
    let mut starts = WORDS.iter().filter_map(|words| lower.find(words).map(|at| at + words.len()));
    starts.find_map(|at| items(text, at).into_iter().next())
}

/// `Invalid scopes: a b`.
fn after_colon(text: &str, lower: &str, values: &[Named<'_>]) -> Option<Range<usize>> {
    const WORDS: [&str; 8] = [
        "invalid scope: ",
        "invalid scopes: ",
        "unknown scope: ",
        "unknown scopes: ",
        "unsupported scope: ",
        "unsupported scopes: ",
        "invalid_scope: ",
        "scopes not allowed: ",
    ];
    let ends = WORDS.iter().flat_map(|words| lower.match_indices(words).map(|(at, words)| at + words.len()));
    let starts: Vec<usize> = ends.take(MOST).collect();
    // The words of the error have the form of a name with its value too.
    let is_of_request = |one: &&Named<'_>| one.name == Name::Scope && !starts.contains(&one.place.start);
    let requested: Vec<String> = values.iter().filter(is_of_request).flat_map(scopes).collect();
    let all: Vec<Range<usize>> = starts.iter().flat_map(|at| items(text, *at)).take(MOST).collect();
    let is_requested = |place: &&Range<usize>| {
        text.get(Range::clone(place)).is_some_and(|value| requested.iter().any(|one| one == value))
    };
    let named: Vec<&Range<usize>> = all.iter().filter(is_requested).collect();
    // All of them: the server does not say which.
    let tells = named.len() < requested.len() || requested.len() == 1;
    named.first().filter(|_| tells).map(|place| Range::clone(place))
}

/// `a is not in [b, c]`.
fn beside_list(text: &str, lower: &str, has_code: bool) -> Option<Range<usize>> {
    lower.match_indices(" not ").take(MOST).find_map(|(at, _)| {
        let list = beside(text.get(at..)?, lower, at)?;
        items(text, list).first()?;
        let before = text.get(..at)?;
        let line = lower.get(..at)?.rsplit('\n').next()?;
        if !has_code && !PARAMETERS.iter().any(|name| line.contains(name)) {
            return None;
        }
        let end = if lower.get(..at)?.ends_with(" is") { at - " is".len() } else { at };
        let inner = before.get(..end)?.trim_end_matches(['"', '\'', '`']);
        let start = inner.rfind(|ch: char| ch.is_whitespace() || "\"'`=".contains(ch)).map_or(0, |at| at + 1);
        let is_value = inner.get(start..)?.chars().all(|ch| !"()[]{},".contains(ch)) && start < inner.len();
        is_value.then_some(start..inner.len())
    })
}

const PARAMETERS: [&str; 6] = ["scope", "redirect", "response_type", "grant_type", "audience", "response_mode"];

/// Where the list of ` is not in [` begins, directly behind a value.
fn beside(rest: &str, lower: &str, at: usize) -> Option<usize> {
    const WORDS: [&str; 4] = ["not in [", "not one of [", "not one of: [", "not in the list ["];
    let behind = rest.trim_start_matches(['"', '\'', '`', ' ']);
    let behind = behind.strip_prefix("is ").unwrap_or(behind);
    let start = at + rest.len() - behind.len();
    let words = WORDS.iter().find(|words| lower.get(start..).is_some_and(|lower| lower.starts_with(**words)))?;
    Some(start + words.len())
}

/// The values of a list that begins at a byte, in brackets or up to the end of the sentence.
fn items(text: &str, at: usize) -> Vec<Range<usize>> {
    let rest = text.get(at..).unwrap_or_default();
    let list = front_of(rest, LONGEST).split([']', '}', '\n', '\r', ';']).next().unwrap_or_default();
    let mut found = Vec::new();
    let mut start = 0;
    for part in list.split_inclusive([',', ' ']) {
        let trimmed = part.trim_matches(|ch: char| "\"'`, ".contains(ch)).trim_end_matches('.');
        let inner = part.find(trimmed).filter(|_| !trimmed.is_empty());
        found.extend(inner.map(|inner| at + start + inner..at + start + inner + trimmed.len()));
        start += part.len();
        if part.trim_end().ends_with('.') {
            break;
        }
    }
    found
}

/// Without what people get wrong: the slash at the end, letter case, `http` for `https`.
fn plain(value: &str) -> String {
    let lower = value.to_ascii_lowercase();
    let plain = lower.strip_prefix("http://").map_or_else(|| lower.clone(), |rest| ["https://", rest].concat());
    plain.trim_end_matches('/').to_owned()
}

/// What is before the last part of a path; `None` without a path.
fn parent(value: &str) -> Option<&str> {
    let (_, path) = value.split_once("://")?;
    let (parent, _) = path.rsplit_once('/')?;
    Some(parent)
}

/// The value in the request, as it is or percent-encoded: between other values, not a part of a longer one.
fn in_request(lower: &str, value: &str, refused: &Range<usize>) -> Option<Range<usize>> {
    [percent_encoded(value).to_ascii_lowercase(), value.to_ascii_lowercase()].iter().find_map(|written| {
        let mut places = lower.match_indices(written.as_str()).take(MOST).map(|(at, written)| at..at + written.len());
        places.find(|place| {
            let before = lower.get(..place.start).unwrap_or_default();
            let behind = lower.get(place.end..).unwrap_or_default();
            let is_begun = before.ends_with(['=', '+', ' ', ',', '"', '\'']) || before.ends_with("%20");
            let is_ended = behind.is_empty()
                || behind.starts_with(['+', '&', ' ', ',', '"', '\'', '\n', '\r', '#'])
                || behind.starts_with("%20");
            let list = before.rfind(['[', '{', '?', '\n']).and_then(|at| before.get(at..)).unwrap_or(before);
            place.start != refused.start && is_begun && is_ended && list.contains("scope")
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::named::named_values;
    use super::*;

    #[track_caller]
    fn names(text: &str, kind: FindingKind, value: &str, near: Option<&str>) {
        let found = listed(text, &named_values(text), true).unwrap_or_else(|| panic!("nothing: {text}"));
        let near_found = found.near.map(|place| text.get(place).unwrap());
        assert_eq!((found.kind, text.get(found.place), near_found), (kind, Some(value), near), "{text}");
    }

    #[test]
    fn values_that_an_error_names() {
        use FindingKind::{RefusedByName, RefusedForSlash};
        names(
            "https://a.example/auth?scope=https%3A%2F%2Fg.example%2Fauth%2Femail+https%3A%2F%2Fg.example%2Fauth%2Ffile%2F&x=1\ninvalid_scope {valid=[https://g.example/auth/email], invalid=[https://g.example/auth/file/]}",
            RefusedForSlash,
            "https%3A%2F%2Fg.example%2Fauth%2Ffile%2F",
            None,
        );
        names("{invalid=[a.read]}", RefusedByName, "a.read", None);
        names("scope=a+b\nInvalid scopes: b", RefusedByName, "b", None);
        names(
            "\"scope\": \"openid User\"\nInvalid scope: User. Valid scopes: openid, user",
            RefusedByName,
            "User",
            Some("user"),
        );
        names("scope=drive\nUnknown scope: drive", RefusedByName, "drive", None);
        names(
            "https://a.example/cb/ is not in [https://a.example/cb, https://b.example/cb]",
            RefusedForSlash,
            "https://a.example/cb/",
            Some("https://a.example/cb"),
        );
        names("'Code' is not one of ['code', 'token']", RefusedByName, "Code", Some("code"));
        names(
            "redirect_uri=http://a.example/cb not in [https://a.example/cb]",
            RefusedByName,
            "http://a.example/cb",
            Some("https://a.example/cb"),
        );
        names("scope \"x:write\" is not in [\"x:read\"]", RefusedByName, "x:write", None);
    }

    #[test]
    fn what_names_none() {
        for text in [
            "",
            "scope=a+b\nInvalid scopes: a b",
            "scope=a+b\nInvalid scope: the scope is unknown",
            "invalid_scope",
            "Valid scopes: a, b",
            "a is not in [a, b]",
            "the user is not in the list",
            "it is not in [",
            "valid=[a, b]",
            "{valid=[a], invalid=[]}",
        ] {
            assert_eq!(listed(text, &named_values(text), true), None, "{text}");
        }
        let other = "ValueError: 'c' is not in ['a', 'b']";
        assert_eq!(listed(other, &[], false), None);
        assert!(listed(&other.replace("'c'", "scope 'c'"), &[], false).is_some());
    }
}
