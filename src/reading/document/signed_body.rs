//! The signature of an event, `v0:time:body`, computed over a body that a program has written anew.

use core::ops::Range;

use crate::reading::variables::{is_of_name, target};

/// What writes JSON, and the option without which it changes bytes: PHP escapes slashes, Python adds spaces (their
/// manuals). JavaScript does neither, so it is not listed.
const WRITERS: [(&str, &str); 2] = [("json_encode(", "UNESCAPED_SLASHES"), ("json.dumps(", "separators")];

/// How what is signed begins, for Zoom and Slack.
const VERSION: &str = "v0:";
/// In bytes: what is signed is put together in so much.
const LONGEST: usize = 300;
/// How many calls are looked at.
const MOST: usize = 16;

/// The call that writes the body which is signed.
pub(super) fn rewritten(text: &str) -> Option<Range<usize>> {
    if !text.to_ascii_lowercase().contains("hmac") {
        return None;
    }
    let signed = signed(text)?;
    let calls = WRITERS.iter().flat_map(|(call, option)| {
        text.match_indices(call).take(MOST).filter_map(move |(at, _)| {
            let rest = text.get(at..)?;
            let statement = rest.get(..statement_length(rest))?;
            (!statement.contains(option)).then_some(at..at + call.len() - 1)
        })
    });
    let mut calls = calls.filter(|call| signed.contains(&call.start) || is_named_in(text, call.start, &signed));
    calls.next()
}

/// Where what is signed is put together.
fn signed(text: &str) -> Option<Range<usize>> {
    let at = ["\"", "'"].iter().find_map(|quote| text.find(&format!("{quote}{VERSION}")))?;
    Some(at..at + statement_length(text.get(at..)?))
}

/// Up to the end of a statement, as far as it is near.
fn statement_length(text: &str) -> usize {
    let ends = |(at, ch): &(usize, char)| *at >= LONGEST || *ch == ';' || *ch == '\n';
    text.char_indices().find(ends).map_or(text.len(), |(at, _)| at)
}

/// Whether the variable that gets a value at this place is in what is signed.
fn is_named_in(text: &str, at: usize, signed: &Range<usize>) -> bool {
    let line = text.get(..at).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
    let Some(name) = target(line).filter(|_| line.trim_end().ends_with('=')) else { return false };
    let parts = text.get(signed.clone()).unwrap_or_default();
    // A single letter may be one of a format.
    name.len() > 1 && parts.split(|ch| !is_of_name(ch)).any(|word| word == name)
}
