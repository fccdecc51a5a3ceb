//! A time of day that a program takes for one of another time zone.

use crate::chars::front_of;
use crate::reading::variables::{is_of_name, target};

/// Whether Python's `utcnow()` is taken for local time (its documentation, `datetime.timestamp`), or local time for UTC in
/// .NET.
pub(super) fn has_time_without_zone(lower: &str) -> bool {
    const ZONES: [&str; 4] = ["timezone.utc", "tzinfo=", "pytz.utc", "datetime.utc)"];
    let is_dotnet = ["datetime.now - ", "datetime.now.subtract(", "datetime]::now - "].iter().any(|part| {
        lower.match_indices(part).any(|(at, _)| {
            let operand = front_of(lower.get(at + part.len()..).unwrap_or_default(), LONGEST_OPERAND);
            operand.lines().next().is_some_and(|operand| operand.contains("1970") || operand.contains("epoch"))
        })
    });
    makes_seconds_of_utc(lower) && !ZONES.iter().any(|part| lower.contains(part)) || is_dotnet
}

/// Whether a statement of Python makes seconds of `utcnow()`, or of a variable that has it.
fn makes_seconds_of_utc(lower: &str) -> bool {
    const TIMES: [&str; 2] = ["utcnow()", "utcfromtimestamp("];
    if !TIMES.iter().any(|time| lower.contains(time)) {
        return false;
    }
    let mut variables: Vec<&str> = Vec::new();
    for statement in statements(lower) {
        let time = TIMES.iter().filter_map(|time| Some((statement.find(time)?, *time))).min();
        let has_seconds = |part: &str| {
            let ends = [".timestamp()", "strftime('%s')", "strftime(\"%s\")"].iter().filter_map(|end| part.find(end));
            // Seconds of another time are sound.
            ends.min().is_some_and(|end| part.get(..end).is_some_and(|before| !before.contains("now(")))
        };
        let has_call = |part: &str| part.rsplit_once("mktime(").is_some_and(|(_, inner)| !inner.contains(')'));
        let is_of = |at: usize, length: usize| {
            let (before, behind) = statement.split_at_checked(at).unwrap_or_default();
            has_call(before) || has_seconds(behind.get(length..).unwrap_or_default())
        };
        let is_of_variable = |name: &&str| {
            statement.match_indices(*name).take(MOST_VARIABLES).any(|(at, _)| {
                let (before, behind) = statement.split_at_checked(at).unwrap_or_default();
                let is_whole = !before.ends_with(is_of_name) && !before.ends_with('.');
                is_whole
                    && !behind.get(name.len()..).unwrap_or_default().starts_with(is_of_name)
                    && is_of(at, name.len())
            })
        };
        if time.is_some_and(|(at, time)| is_of(at, time.len())) || variables.iter().any(is_of_variable) {
            return true;
        }
        let set = time.and_then(|(at, _)| target(statement.get(..at)?));
        variables.extend(set.filter(|_| variables.len() < MOST_VARIABLES));
    }
    false
}

/// How many variables have the time, and how many places of one are looked at in a statement.
const MOST_VARIABLES: usize = 16;

/// The statements of a program: a line, or several that brackets hold together.
fn statements(text: &str) -> impl Iterator<Item = &str> {
    let (mut depth, mut length) = (0_usize, 0_usize);
    text.split(move |ch| {
        length += 1;
        match ch {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let is_end = ch == ';' || ch == '\n' && (depth == 0 || length > LONGEST_STATEMENT);
        if is_end {
            (depth, length) = (0, 0);
        }
        is_end
    })
}

/// In characters: a line behind so many begins a statement in any case.
const LONGEST_STATEMENT: usize = 400;

/// In bytes.
const LONGEST_OPERAND: usize = 80;
