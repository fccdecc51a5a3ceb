//! The causes that a program lists below an error, the innermost last, as Java prints them.

use super::bare::first_line;
use super::report::begins_entry;
use super::status::status_in;
use super::word::is_class;
use crate::chars::front_of;

/// The words of the innermost cause below an error that is itself a cause: a library made that error up because of it.
pub(super) fn innermost_cause(text: &str, at: usize) -> Option<&str> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let behind = text.get(start..)?;
    let (own, rest) = behind.split_once('\n')?;
    if !own.trim_start().starts_with(CAUSED) {
        return None;
    }
    let lines = front_of(rest, MOST).lines().map(str::trim_start).take_while(|line| !begins_entry(line));
    let last = lines.filter_map(|line| line.strip_prefix(CAUSED)).last()?;
    // Behind the name of its class.
    let (class, words) = first_line(last).trim().split_once(": ")?;
    let is_named = is_class(class.rsplit(['.', '$']).next().unwrap_or(class));
    // The status of the response that the error itself is from.
    let is_status = status_in(words).is_some();
    (is_named && !is_status && words.contains(' ')).then(|| words.trim())
}

const CAUSED: &str = "Caused by: ";
/// In bytes: a stack trace is between them.
const MOST: usize = 40_000;

#[cfg(test)]
mod tests {
    use super::*;

    const TOP: &str = "Caused by: error=\"access_denied\", error_description=\"Error requesting access token.\"\n\tat a.b.C.d(C.java:1)\n";

    #[track_caller]
    fn is_innermost(behind: &str, expected: Option<&str>) {
        let text = format!("x.Y: z\n{TOP}{behind}");
        assert_eq!(innermost_cause(&text, text.find("error=").unwrap()), expected, "{text}");
    }

    #[test]
    fn the_last_of_several() {
        is_innermost(
            "Caused by: a.b.RestException: no converter found\n\tat a.b.C.e(C.java:2)",
            Some("no converter found"),
        );
        is_innermost(
            "\t... 1 more\nCaused by: a.b.RestException: outer words\nCaused by: java.io.IOException: inner words",
            Some("inner words"),
        );
        is_innermost("Caused by: a.b.RestException", None);
        is_innermost("Caused by: a.b.HttpClientException: 401 Unauthorized", None);
        is_innermost("2026-03-12 10:00:00 ERROR x\nCaused by: a.b.RestException: of another entry", None);
        is_innermost("", None);
        assert_eq!(innermost_cause("error=\"access_denied\"\nCaused by: a.b.RestException: no converter", 0), None);
    }
}
