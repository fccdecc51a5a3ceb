//! A program that still checks Zoom's events with the verification token.

use core::ops::Range;

use crate::chars::{end_of, front_of};
use crate::reading::variables::{is_of_name, target};

/// What the value is called in programs.
const NAMES: [&str; 4] = ["verification_token", "verificationtoken", "verification-token", "verifytoken"];

/// How programs read the header, in lowercase and without quotes.
const HEADERS: [&str; 9] = [
    "header(authorization)",
    "headers.authorization",
    "headers[authorization]",
    "headers.get(authorization)",
    "getheader(authorization)",
    "get(authorization)",
    "http_authorization",
    "header.get(authorization)",
    "headerline(authorization)",
];

/// What compares two values, and calls that do, in lowercase.
const SIGNS: [&str; 2] = ["==", "!="];
const CALLS: [&str; 8] =
    ["equals(", "equal(", "equalsignorecase(", "compare(", "compare_digest(", "strcmp(", "compareto(", "eql?("];
/// What separates two conditions.
const JOINTS: [&str; 5] = ["&&", "||", " and ", " or ", " ? "];

/// In bytes: how far from its name a header is read.
const LONGEST: usize = 40;
/// How many places of a word are looked at.
const MOST: usize = 64;
/// In bytes: no statement is longer.
const LONGEST_STATEMENT: usize = 300;
/// How many variables have the same value.
const MOST_VARIABLES: usize = 16;
/// How many comparisons of a program are looked at.
const MOST_COMPARED: usize = 256;

/// The name of the token, where it, or a variable that has it, is compared with the header `Authorization` and no
/// signature is computed.
pub(super) fn verification_token(text: &str) -> Option<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    if !lower.contains("zoom") || lower.contains("hmac") || !lower.contains("authorization") {
        return None;
    }
    let headers: Vec<usize> =
        lower.match_indices("authorization").take(MOST).map(|(at, _)| at).filter(|at| is_read(&lower, *at)).collect();
    let mut names: Vec<Range<usize>> = NAMES
        .iter()
        .flat_map(|name| lower.match_indices(name).take(MOST))
        .map(|(at, name)| at..at + name.len())
        .filter(|name| !is_called(&lower, name.end))
        .collect();
    names.sort_unstable_by_key(|name| name.start);
    let read = Value::new(&lower, headers);
    let kept = Value::new(&lower, names.iter().map(|name| name.start).collect());
    let are_two = |one: &Range<usize>, other: &Range<usize>| {
        read.is_in(&lower, one) && kept.is_in(&lower, other) || kept.is_in(&lower, one) && read.is_in(&lower, other)
    };
    let compared = compared(&lower).find(|(one, other)| are_two(one, other))?;
    let is_near = |name: &&Range<usize>| compared.0.contains(&name.start) || compared.1.contains(&name.start);
    // It may be in the statement that sets a variable.
    names.iter().find(is_near).or(names.first()).cloned()
}

/// A function that is called so takes an argument, and is no value.
fn is_called(lower: &str, end: usize) -> bool {
    let behind = lower.get(end..).unwrap_or_default();
    behind.starts_with('(') && !behind.starts_with("()")
}

/// Where a value is, and the variables that have it.
struct Value<'t> {
    places: Vec<usize>,
    variables: Vec<&'t str>,
}

impl<'t> Value<'t> {
    fn new(lower: &'t str, places: Vec<usize>) -> Value<'t> {
        let variable = |at: &usize| target(lower.get(statement(lower, *at).start..*at)?);
        let mut variables: Vec<&str> = places.iter().filter_map(variable).collect();
        variables.sort_unstable();
        variables.dedup();
        variables.truncate(MOST_VARIABLES);
        Value { places, variables }
    }

    fn is_in(&self, lower: &str, part: &Range<usize>) -> bool {
        let text = lower.get(part.clone()).unwrap_or_default();
        let is_variable = |(at, name): (usize, &str)| {
            let (before, behind) = text.split_at_checked(at).unwrap_or_default();
            // A member of something else may have the same name.
            let is_own = !before.ends_with('.') || before.ends_with("self.") || before.ends_with("this.");
            is_own
                && !before.ends_with(is_of_name)
                && !behind.get(name.len()..).unwrap_or_default().starts_with(is_of_name)
        };
        let is_named = || self.variables.iter().any(|name| text.match_indices(name).any(is_variable));
        self.places.iter().any(|at| part.contains(at)) || is_named()
    }
}

/// What is compared with what, in bytes.
fn compared(lower: &str) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    let signs = SIGNS.iter().flat_map(|sign| lower.match_indices(sign).take(MOST_COMPARED)).map(|(at, sign)| {
        let whole = condition(lower, at);
        (whole.start..at, at + sign.len()..whole.end)
    });
    let calls = CALLS.iter().flat_map(|call| lower.match_indices(call).take(MOST_COMPARED)).map(|(at, call)| {
        let (whole, open) = (condition(lower, at), at + call.len());
        match lower.get(open..whole.end).and_then(|arguments| arguments.find(',')) {
            Some(comma) => (open..open + comma, open + comma..whole.end),
            None => (whole.start..at, open..whole.end),
        }
    });
    signs.chain(calls)
}

/// The condition around a place.
fn condition(lower: &str, at: usize) -> Range<usize> {
    let whole = statement(lower, at);
    let before = lower.get(whole.start..at).unwrap_or_default();
    let behind = lower.get(at..whole.end).unwrap_or_default();
    let start = JOINTS.iter().filter_map(|joint| Some(before.rfind(joint)? + joint.len())).max().unwrap_or(0);
    let end = JOINTS.iter().filter_map(|joint| behind.find(joint)).min().unwrap_or(behind.len());
    whole.start + start..at + end
}

/// The statement around a place, as far as it is near.
fn statement(lower: &str, at: usize) -> Range<usize> {
    let ends = |ch: char| matches!(ch, ';' | '\n' | '{' | '}');
    let before = end_of(lower.get(..at).unwrap_or_default(), LONGEST_STATEMENT);
    let behind = front_of(lower.get(at..).unwrap_or_default(), LONGEST_STATEMENT);
    let start = before.rfind(ends).map_or(0, |end| end + 1);
    at - before.len() + start..at + behind.find(ends).unwrap_or(behind.len())
}

/// Whether a program reads the header whose name is at that byte.
fn is_read(lower: &str, at: usize) -> bool {
    let start = at - end_of(lower.get(..at).unwrap_or_default(), LONGEST).len();
    let around: String = lower
        .get(start..)
        .unwrap_or_default()
        .chars()
        .take(2 * LONGEST)
        .filter(|ch| !ch.is_whitespace() && !matches!(ch, '"' | '\'' | '`'))
        .collect();
    HEADERS.iter().any(|form| around.contains(form))
}
