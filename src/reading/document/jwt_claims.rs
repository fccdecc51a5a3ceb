//! Whether what is called like a claim is in a JSON Web Token that a program signs, and not in something beside it.

use core::ops::Range;

use crate::chars::{end_of, front_of};
use crate::reading::variables::{is_of_name, target};

/// Calls that sign what they are given, in lowercase.
const SIGNING: [&str; 10] = [
    "sign(",
    "signjwt(",
    "jwt.encode(",
    "jwt::encode(",
    "encoder.encode(",
    "newwithclaims(",
    "setclaims(",
    "setpayload(",
    "withpayload(",
    "withclaims(",
];
/// Words that end so are not about signatures.
const OTHER_WORDS: [&str; 2] = ["as", "de"];
/// Claims (RFC 7519 §4.1), and those of Zoom's SDK.
const CLAIMS: [&str; 14] = [
    "iss",
    "sub",
    "aud",
    "iat",
    "nbf",
    "exp",
    "jti",
    "appKey",
    "app_key",
    "sdkKey",
    "tokenExp",
    "tpc",
    "role_type",
    "mn",
];

/// In bytes: no literal with claims, and no call that signs them, is longer.
const LONGEST: usize = 1500;
/// In bytes: what is before a literal and belongs to it.
const LEAD: usize = 120;
/// How many places of a word are looked at.
const MOST: usize = 16;

/// What a program signs.
pub(super) struct Signed {
    /// The arguments of the calls, in bytes.
    calls: Vec<Range<usize>>,
}

impl Signed {
    pub(super) fn of(text: &str) -> Signed {
        let lower = text.to_ascii_lowercase();
        let places = SIGNING.iter().flat_map(|call| lower.match_indices(call).take(MOST));
        let is_signing = |(at, _): &(usize, &str)| {
            let before = lower.get(..*at).unwrap_or_default();
            !OTHER_WORDS.iter().any(|word| before.ends_with(word))
        };
        let calls = places.filter(is_signing).map(|(at, call)| inside(text, at + call.len())).collect();
        Signed { calls }
    }

    /// Whether a claim is in what is signed, or beside another claim.
    pub(super) fn has_claim(&self, text: &str, at: usize, claim: &str) -> bool {
        if self.calls.iter().any(|call| call.contains(&at)) {
            return true;
        }
        let before = end_of(text.get(..at).unwrap_or_default(), LONGEST);
        let behind = text.get(at + claim.len()..).unwrap_or_default().trim_start_matches(['"', '\'']);
        let lead = before.trim_end_matches(['"', '\'']);
        let is_of_owner =
            lead.ends_with(['.', '(']) && !lead.ends_with("array(") || lead.ends_with('[') && behind.starts_with(']');
        if is_of_owner {
            let owner = lead.get(..lead.len() - 1).unwrap_or_default();
            return self.is_signed(text, chain(owner)) || sets_other(text, chain(owner), claim);
        }
        let Some(mut open) = opening(before) else { return false };
        // In C#, each claim of a dictionary has its own braces.
        let is_pair = behind.starts_with(',')
            && before.get(open + 1..).is_some_and(|inner| inner.trim_matches([' ', '"']).is_empty());
        if is_pair && let Some(outer) = before.get(..open).and_then(opening) {
            open = outer;
        }
        let start = at - before.len() + open;
        let literal = text.get(inside(text, start + 1)).unwrap_or_default();
        let lead = end_of(before.get(..open).unwrap_or_default(), LEAD);
        let lead = lead.rsplit([';', '\n']).next().unwrap_or_default();
        has_other(literal, claim, usize::from(is_pair))
            || self.is_signed(text, chain(lead.trim_end()))
            || target(lead).is_some_and(|name| self.is_signed(text, name))
    }

    /// Whether that is signed, or is called like what is and nothing else is signed by a call.
    fn is_signed(&self, text: &str, owner: &str) -> bool {
        let lower = owner.to_ascii_lowercase();
        if ["claim", "jwt"].iter().any(|word| lower.contains(word)) {
            return true;
        }
        let name = owner.split(|ch| !is_of_name(ch)).find(|word| word.len() > 1).unwrap_or_default();
        let names =
            |word: &str| self.calls.iter().any(|call| has_word(text.get(call.clone()).unwrap_or_default(), word));
        // What is signed may be made of it first.
        let is_in_other = || {
            text.match_indices(name).take(MOST).any(|(at, _)| {
                let before = end_of(text.get(..at).unwrap_or_default(), LEAD);
                target(before.rsplit([';', '\n']).next().unwrap_or_default()).is_some_and(names)
            })
        };
        self.calls.is_empty() && lower.contains("payload") || !name.is_empty() && (names(name) || is_in_other())
    }
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|ch| !is_of_name(ch)).any(|one| one == word)
}

/// The names and dots that a text ends with.
fn chain(text: &str) -> &str {
    let rest = text.trim_end_matches(|ch| is_of_name(ch) || matches!(ch, '.' | ':'));
    text.get(rest.len()..).unwrap_or_default()
}

/// Up to the bracket that closes what begins there, as far as it is near.
fn inside(text: &str, start: usize) -> Range<usize> {
    let behind = front_of(text.get(start..).unwrap_or_default(), LONGEST);
    let mut depth = 0_usize;
    let end = behind.find(|ch: char| {
        match ch {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => return true,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        false
    });
    start..start + end.unwrap_or(behind.len())
}

/// The last bracket that is still open, in bytes.
fn opening(before: &str) -> Option<usize> {
    let mut depth = 0_usize;
    before.rfind(|ch: char| {
        match ch {
            ')' | ']' | '}' => depth += 1,
            '(' | '[' | '{' if depth == 0 => return true,
            '(' | '[' | '{' => depth -= 1,
            _ => {}
        }
        false
    })
}

/// Whether a literal has another claim, so deep in it.
fn has_other(literal: &str, claim: &str, deepest: usize) -> bool {
    CLAIMS.iter().filter(|other| **other != claim).any(|other| {
        literal.match_indices(other).take(MOST).any(|(at, _)| {
            let before = literal.get(..at).unwrap_or_default();
            let behind = literal.get(at + other.len()..).unwrap_or_default();
            let open = before.matches(['(', '[', '{']).count();
            let depth = open.saturating_sub(before.matches([')', ']', '}']).count());
            let lead = before.trim_end_matches(['"', '\'']).trim_end();
            let is_key = lead.is_empty() || lead.ends_with([',', '{', '[', '(']);
            is_key && depth <= deepest && !behind.starts_with(|ch| is_of_name(ch) || matches!(ch, '.' | '('))
        })
    })
}

/// Whether another claim is set of the same variable, in the same way: `payload.put("iss", …)`.
fn sets_other(text: &str, owner: &str, claim: &str) -> bool {
    let forms = |other: &str| {
        [
            format!("{owner}.{other} "),
            format!("{owner}(\"{other}\""),
            format!("{owner}[\"{other}\""),
            format!("{owner}['{other}'"),
        ]
    };
    let others = CLAIMS.iter().filter(|other| **other != claim);
    !owner.is_empty() && others.flat_map(|other| forms(other)).any(|form| text.contains(&form))
}
