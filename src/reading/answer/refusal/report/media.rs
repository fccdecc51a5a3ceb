//! Content types that a text only mentions: that of a request in a log, or the value of a header.

use core::ops::Range;

use super::super::scan::METHODS;

/// Where a content type is that nobody rejected, so that the words of it are none of an error.
pub(super) fn mentioned_types(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let types = line.match_indices(FORM).map(|(at, form)| at..at + form.len());
        let is_wanted = line.len() > LONGEST || types.clone().next().is_some() && says_what_is_wanted(line);
        let mentioned = types.filter(|place| !is_wanted && is_mentioned(line, place));
        found.extend(mentioned.map(|place| start + place.start..start + place.end));
        start += line.len();
    }
    found
}

/// In bytes: a longer line is no entry of a log.
const LONGEST: usize = 4000;
const FORM: &str = "application/x-www-form-urlencoded";

fn says_what_is_wanted(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    WANTS.iter().any(|word| lower.contains(word))
}

/// Whether the content type in a line is the value of its header, or behind the target of a request.
fn is_mentioned(line: &str, place: &Range<usize>) -> bool {
    let Some(before) = line.get(..place.start) else { return false };
    let lead = before.trim_end_matches(|ch: char| ch.is_whitespace() || "\"'`\\:=>[(".contains(ch));
    let from = lead.len().saturating_sub(HEADER.len());
    let is_header = lead.len() < before.len() && lead.get(from..).is_some_and(|name| name.eq_ignore_ascii_case(HEADER));
    is_header || is_behind_target(before)
}

const HEADER: &str = "content-type";

/// `POST https://client.example.com/cb application/x-www-form-urlencoded 1849`.
fn is_behind_target(before: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    let target = words.next().unwrap_or_default();
    (target.contains("://") || target.starts_with('/')) && words.next().is_some_and(|word| METHODS.contains(&word))
}

/// In lowercase: words of a sentence about what a server takes.
const WANTS: [&str; 12] = [
    "must", "require", "expect", "only", "support", "invalid", "missing", " not ", "allow", "should", "wrong",
    "instead",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_mentioned() {
        for line in [
            "Request starting HTTP/1.1 POST http://localhost:31005/signin-oidc application/x-www-form-urlencoded 1849",
            "2026-03-12 POST /token application/x-www-form-urlencoded",
            "Content-Type: application/x-www-form-urlencoded",
            "> content-type: application/x-www-form-urlencoded; charset=utf-8",
            "      'Content-Type': 'application/x-www-form-urlencoded',",
            "\"content-type\"=>\"application/x-www-form-urlencoded\"",
        ] {
            let places = mentioned_types(line);
            assert_eq!(places.len(), 1, "{line}");
            assert_eq!(line.get(places[0].clone()), Some(FORM), "{line}");
        }
        for line in [
            "",
            "The body must be application/x-www-form-urlencoded",
            "Content-Type: application/x-www-form-urlencoded is required",
            "POST /token application/x-www-form-urlencoded is not supported",
            "Only application/x-www-form-urlencoded content-type bodies are supported",
            "Invalid Content-Type: application/x-www-form-urlencoded",
            "send it as application/x-www-form-urlencoded",
            "see http://localhost application/x-www-form-urlencoded",
        ] {
            assert!(mentioned_types(line).is_empty(), "{line}");
        }
    }
}
