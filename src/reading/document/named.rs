//! Values that a text gives a name, in any notation: `code_verifier=…` in a URL, `"codeVerifier": "…"` in JSON and
//! programs, `Code Verifier:` with the value in the next line.

use core::ops::Range;

use crate::chars::front_of;
use crate::reading::query::decoded;

/// What a value is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// `code_verifier` (RFC 7636 §4.5).
    Verifier,
    /// `code_challenge` (RFC 7636 §4.3).
    Challenge,
    /// `scope` (RFC 6749 §3.3).
    Scope,
    /// `redirect_uri` (RFC 6749 §3.1.2), also as a setting.
    Redirect,
}

/// A value with its name. There is no `Debug`: it may be a secret.
pub(super) struct Named<'t> {
    pub name: Name,
    /// As it was written, without quotes.
    pub written: &'t str,
    /// In bytes: the place of the value.
    pub place: Range<usize>,
    /// How it is set off from what follows.
    pub form: Form,
}

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Quoted,
    /// As a parameter of a query or a form.
    Query,
    /// As a word, which may be the name of a variable.
    Bare,
}

impl Named<'_> {
    /// The value, decoded if it is a parameter.
    pub(super) fn value(&self) -> String {
        match self.form {
            Form::Query => decoded(self.written),
            Form::Quoted | Form::Bare => self.written.to_owned(),
        }
    }
}

/// How many values are looked at; a log repeats them.
const MOST: usize = 256;
/// In bytes: between a name and its value.
const LONGEST_LEAD: usize = 60;
/// In bytes: no value is longer.
const LONGEST: usize = 4096;
/// In bytes: no name is longer before and behind its word.
const LONGEST_NAME: usize = 40;

/// Words in the names, each with what it is part of.
const WORDS: [(&str, Name); 5] = [
    ("verifier", Name::Verifier),
    ("challenge", Name::Challenge),
    ("scope", Name::Scope),
    ("redirect", Name::Redirect),
    ("callback", Name::Redirect),
];

/// The named values of a text, in its order.
pub(super) fn named_values(text: &str) -> Vec<Named<'_>> {
    let lower = text.to_ascii_lowercase();
    let mut all: Vec<Named<'_>> = Vec::new();
    for (word, name) in WORDS {
        let values = lower.match_indices(word).filter_map(|(at, _)| value_at(text, &lower, at, name));
        all.extend(values.take(MOST));
    }
    all.sort_by_key(|value| value.place.start);
    all
}

/// The value behind a name with a word at that byte.
fn value_at<'t>(text: &'t str, lower: &str, at: usize, name: Name) -> Option<Named<'t>> {
    let is_of_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let bytes = lower.as_bytes();
    let before = bytes.get(..at)?.iter().rev().take(LONGEST_NAME).take_while(|byte| is_of_name(byte)).count();
    let behind = bytes.get(at..)?.iter().take(LONGEST_NAME).take_while(|byte| is_of_name(byte)).count();
    if before.max(behind) == LONGEST_NAME {
        return None;
    }
    let (start, end) = (at - before, at + behind);
    let word: String = lower.get(start..end)?.chars().filter(char::is_ascii_alphanumeric).collect();
    let is_after_code = || lower.get(..start).is_some_and(|before| before.ends_with("code "));
    let is_name = match name {
        Name::Verifier => word.ends_with("codeverifier") || word == "verifier" && is_after_code(),
        Name::Challenge => word.ends_with("codechallenge") || word == "challenge" && is_after_code(),
        Name::Scope => word == "scope",
        Name::Redirect => {
            ["redirecturi", "redirecturl", "callbackurl", "callbackuri"].iter().any(|ending| word.ends_with(ending))
        }
    };
    if !is_name {
        return None;
    }
    let is_query = lower.get(end..)?.starts_with('=')
        && lower.get(..start).is_some_and(|before| before.is_empty() || before.ends_with(['?', '&', '"', '\'', ' ']));
    let from = end + joint(text.get(end..)?, name)?;
    let value = front_of(text.get(from..)?, LONGEST);
    let quote = value.chars().next().filter(|ch| matches!(ch, '"' | '\'' | '`' | '\u{201c}' | '\u{2018}'));
    let (from, length, form) = match quote {
        Some(quote) => {
            let fence = value.len() - value.trim_start_matches(quote).len();
            let inner = value.get(fence..)?;
            let close = match quote {
                '\u{201c}' => '\u{201d}',
                '\u{2018}' => '\u{2019}',
                other => other,
            };
            // An escaped quote ends a value too: what is inside of JSON in a log.
            let length = inner.find([close, '\n', '\\'])?;
            (from + fence, length, Form::Quoted)
        }
        None => {
            // What lists in a program and in JSON have between their values may be in one of these.
            let takes_comma = is_query || name == Name::Scope;
            let ends = |ch: char| ch.is_whitespace() || ";)}]<>\"'`&|\\".contains(ch) || ch == ',' && !takes_comma;
            let length = value.find(ends).unwrap_or(value.len());
            // The end of a sentence is none of the value.
            let inner = value.get(..length)?;
            let is_shortened = inner.ends_with("..");
            let length = if is_shortened { length } else { inner.trim_end_matches([',', '.']).len() };
            (from, length, if is_query { Form::Query } else { Form::Bare })
        }
    };
    let written = text.get(from..from + length).filter(|written| !written.is_empty() && written.len() <= LONGEST)?;
    Some(Named { name, written, place: from..from + length, form })
}

/// In bytes: what is between a name and its value.
fn joint(rest: &str, name: Name) -> Option<usize> {
    let line = front_of(rest, 2 * LONGEST_LEAD).split('\n').next().unwrap_or_default();
    // What closes the name, and words before the colon, such as `from the request`.
    let sign = line.find([':', '=']).filter(|sign| *sign <= LONGEST_LEAD)?;
    let lead = line.get(..sign)?;
    let has_words = lead.contains(char::is_alphabetic);
    let is_lead = lead.chars().all(|ch| ch.is_alphabetic() || " \"'`\\])>*_".contains(ch));
    let takes_words = match name {
        Name::Verifier | Name::Challenge => true,
        Name::Redirect => lead.trim().eq_ignore_ascii_case("mismatch"),
        Name::Scope => false,
    };
    if !is_lead || has_words && !takes_words {
        return None;
    }
    let behind = front_of(rest.get(sign..)?, LONGEST);
    let value = behind.trim_start_matches([':', '=', '>', ' ', '\t', '\\', '*']);
    if value.starts_with(['\n', '\r']) {
        // Only a name alone has its value in the next line.
        let value = behind.trim_start_matches(|ch: char| ch.is_whitespace() || matches!(ch, ':' | '=' | '*'));
        let lines = behind.get(..behind.len() - value.len())?.matches('\n').count();
        return (lines <= 2 && takes_words).then_some(sign + behind.len() - value.len());
    }
    Some(sign + behind.len() - value.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn has(text: &str, expected: &[(Name, &str)]) {
        let found: Vec<(Name, String)> = named_values(text).iter().map(|one| (one.name, one.value())).collect();
        let found: Vec<(Name, &str)> = found.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(found, expected, "{text}");
        for one in named_values(text) {
            assert_eq!(text.get(one.place.clone()), Some(one.written));
        }
    }

    #[test]
    fn values_in_every_notation() {
        has("?code_challenge=a%2Bb&code_verifier=cd", &[(Name::Challenge, "a+b"), (Name::Verifier, "cd")]);
        has(
            "{\"code_verifier\":\"abc\",\"codeChallenge\" : \"d e\"}",
            &[(Name::Verifier, "abc"), (Name::Challenge, "d e")],
        );
        has("{\\\"code_verifier\\\":\\\"abc\\\"}", &[(Name::Verifier, "abc")]);
        has("const codeVerifier = 'abc';", &[(Name::Verifier, "abc")]);
        has("  PKCE_CODE_VERIFIER: abc", &[(Name::Verifier, "abc")]);
        has(
            "Code Verifier:\n```/0a+b```\n\nCode Challenge from the request:\n```k s=```",
            &[(Name::Verifier, "/0a+b"), (Name::Challenge, "k s=")],
        );
        has("[code_verifier] => abc\n", &[(Name::Verifier, "abc")]);
        has("> \"scope\": \"a,b\"", &[(Name::Scope, "a,b")]);
        has("Redirect_uri mismatch: http://a.example/cb?code=x.", &[(Name::Redirect, "http://a.example/cb?code=x")]);
        has("CallbackUrl = \"http://a.example/cb\"", &[(Name::Redirect, "http://a.example/cb")]);
        has(
            "curl -d 'code_verifier=abc' -d redirect_uri=https%3A%2F%2Fa.example",
            &[(Name::Verifier, "abc"), (Name::Redirect, "https://a.example")],
        );
    }

    #[test]
    fn no_values() {
        for text in [
            "",
            "code_challenge_method=S256",
            "the code verifier is missing",
            "code_verifier",
            "a challenge: try it",
            "scopes: a,b",
            "scope of the work: all",
            "redirecting to: https://a.example",
        ] {
            has(text, &[]);
        }
    }
}
