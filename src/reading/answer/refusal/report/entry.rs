//! The entries of a log, and what each is about.

use core::ops::Range;

use super::super::level::{is_calm_level, is_on_topic};
use super::super::word::known_error;
use crate::chars::{end_of, front_of};

/// The entries of a log that are about something else than OAuth (a database, mail, a plugin), and the attempts after
/// which a later one succeeded. None in a text that is no log.
pub(super) fn idle_entries(text: &str) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = Vec::new();
    // What is before that is of interest only if nothing happened after it.
    let mut at = text.len() - end_of(text, MOST_OF_LOG).len();
    for line in text.get(at..).unwrap_or_default().split_inclusive('\n') {
        if begins_entry(line) {
            starts.push(at);
        }
        at += line.len();
    }
    if starts.len() < LEAST_ENTRIES {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let entries: Vec<Range<usize>> = starts.iter().zip(ends).map(|(start, end)| *start..end).collect();
    let of = |entry: &Range<usize>| text.get(entry.clone()).unwrap_or_default();
    let got = entries.iter().rposition(|entry| tells_success(of(entry)));
    let is_idle = |(at, entry): &(usize, Range<usize>)| {
        is_foreign(of(entry)) || got.is_some_and(|got| *at < got) && tells_attempt(of(entry))
    };
    entries.into_iter().enumerate().filter(is_idle).map(|(_, entry)| entry).collect()
}

/// Whether an entry says that a token was requested, and that this was tried again.
fn tells_attempt(entry: &str) -> bool {
    has_any(entry, &["retry", "retrying", "attempt", "versuch"])
}

/// Whether an entry says that a token was received.
fn tells_success(entry: &str) -> bool {
    has_any(entry, &["token", "tokens"])
        && has_any(entry, &["received", "successfully", "refreshed", "obtained", "acquired"])
}

fn has_any(entry: &str, words: &[&str]) -> bool {
    let front = front_of(entry, MOST_OF_ENTRY);
    let mut all = front.split(|ch: char| !ch.is_ascii_alphanumeric());
    all.any(|word| words.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

const LEAST_ENTRIES: usize = 2;

/// How much of the end of a log is looked at, in bytes.
const MOST_OF_LOG: usize = 200_000;

/// Whether a line begins an entry: with a time, a level, or the object that a program logs. Lines of a stack trace or
/// of a dump do not.
pub(in crate::reading::answer::refusal) fn begins_entry(line: &str) -> bool {
    let text = line.trim_start_matches(['[', '(']);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let behind = text.as_bytes().get(digits).copied();
    if let (4, Some(b'-' | b'/')) | (2, Some(b':' | b'/' | b'-' | b'.')) = (digits, behind) {
        return true;
    }
    // The address at the start of a line in the log of a web server.
    if (1..=3).contains(&digits) && behind == Some(b'.') && text.contains(" [") && text.contains(" - ") {
        return true;
    }
    let word = text.bytes().take(LONGEST_WORD).take_while(u8::is_ascii_alphabetic).count();
    let (word, behind) = (text.get(..word).unwrap_or_default(), text.get(word..).unwrap_or_default());
    let is_separate = behind.starts_with([' ', ':', ']', '\t', ',']);
    let is_number = |text: &str| text.trim_start().starts_with(|ch: char| ch.is_ascii_digit());
    if MONTHS_AND_DAYS.contains(&word) {
        return is_number(behind) || MONTHS_AND_DAYS.iter().any(|month| behind.trim_start().starts_with(month));
    }
    let is_level = LEVELS.contains(&word)
        || text.len() < line.len() && LEVELS.iter().any(|level| level.eq_ignore_ascii_case(word));
    // `E, [2026-01-01T…`, `E0101 10:00:00`, and the object or the pairs of a logger.
    let is_letter = word.len() == 1 && "EWIDF".contains(word) && (behind.starts_with(", [") || digits_of(behind) == 4);
    let is_pair = matches!(word, "time" | "ts" | "level" | "lvl" | "t") && behind.starts_with('=');
    let is_object = line.starts_with("{\"") && line.trim_end().ends_with('}');
    is_level && is_separate || is_letter || is_pair || is_object
}

fn digits_of(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

const LONGEST_WORD: usize = 12;
const LEVELS: [&str; 13] = [
    "ERROR", "ERR", "WARN", "WARNING", "INFO", "DEBUG", "TRACE", "FATAL", "CRITICAL", "CRIT", "NOTICE", "SEVERE",
    "VERBOSE",
];
const MONTHS_AND_DAYS: [&str; 19] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Mon", "Tue", "Wed", "Thu",
    "Fri", "Sat", "Sun",
];

/// Whether a line is an entry of a log about what went well: of a calm level, or an event that succeeded, and without a
/// word of a failure.
pub(in crate::reading) fn is_calm_entry(line: &str) -> bool {
    if !begins_entry(line) {
        return false;
    }
    let front = front_of(line, MOST_OF_ENTRY);
    let lower = front.to_ascii_lowercase();
    // The numbers of a time are none of the numbers that pino has for levels.
    let mut words = front.split(|ch: char| !ch.is_ascii_alphabetic());
    let is_calm = words.any(is_calm_level) || ["success", "succeeded"].iter().any(|word| lower.contains(word));
    is_calm && !FAILURES.iter().any(|part| lower.contains(part))
}

/// Whether a text is a log of what this page is about, and everything in it went well.
pub(in crate::reading) fn is_sound_log(text: &str) -> bool {
    let mut entries = text.lines().map(str::trim_start).filter(|line| begins_entry(line)).peekable();
    let mut is_on_topic_once = false;
    entries.peek().is_some()
        && entries.all(|entry| {
            is_on_topic_once |= is_on_topic(front_of(entry, MOST_OF_ENTRY));
            is_calm_entry(entry)
        })
        && is_on_topic_once
}

/// Parts of the words by which an entry tells a failure.
const FAILURES: [&str; 25] = [
    "cannot",
    "could not",
    "couldn't",
    "denied",
    "does not",
    "doesn't",
    "error",
    "exception",
    "expired",
    "fail",
    "fehl",
    "forbidden",
    "incorrect",
    "invalid",
    "mismatch",
    "missing",
    "not allowed",
    "not found",
    "not match",
    "refused",
    "reject",
    "unable",
    "unauthorized",
    "unknown",
    "wrong",
];

/// In bytes: what an entry is about is in its front.
const MOST_OF_ENTRY: usize = 2000;

/// Whether a place is in an entry of a log that has several, and that entry says nothing of what this page is about, nor
/// of any request.
pub(in crate::reading::answer::refusal) fn is_of_other_entry(text: &str, at: usize) -> bool {
    let (mut start, mut entry, mut count) = (0, None, 0);
    for line in text.split_inclusive('\n') {
        if begins_entry(line) {
            count += 1;
            match entry {
                None => {}
                Some((_, Some(_))) if count >= LEAST_ENTRIES => break,
                Some((first, None)) if start > at => entry = Some((first, Some(start))),
                Some(_) => {}
            }
            if start <= at {
                entry = Some((start, None));
            }
        }
        start += line.len();
    }
    let Some((start, end)) = entry.filter(|_| count >= LEAST_ENTRIES) else { return false };
    let entry = front_of(text.get(start..end.unwrap_or(text.len())).unwrap_or_default(), MOST_OF_ENTRY);
    !is_on_topic(entry) && !entry.to_ascii_lowercase().contains("http")
}

/// Whether an entry names something else, and nothing that this page is about.
fn is_foreign(entry: &str) -> bool {
    let front = front_of(entry, MOST_OF_ENTRY);
    let words = || front.split(|ch: char| !ch.is_ascii_alphanumeric());
    let is_other = words().any(is_of_other) || words().zip(words().skip(1)).any(is_php_notice);
    let is_known =
        || front.split(|ch: char| !ch.is_ascii_alphanumeric() && ch != '_').any(|word| known_error(word).is_some());
    is_other && !is_known() && !is_on_topic(front)
}

/// What logs are full of besides: stores, queues, mail, measurements.
fn is_of_other(word: &str) -> bool {
    let first = word.bytes().next().map(|byte| byte.to_ascii_lowercase());
    let from = OTHERS.partition_point(|known| known.bytes().next() < first);
    let same = OTHERS.get(from..).unwrap_or_default().iter().take_while(|known| known.bytes().next() == first);
    first.is_some()
        && same.copied().any(|known| word.get(..known.len()).is_some_and(|front| front.eq_ignore_ascii_case(known)))
}

fn is_php_notice((word, next): (&str, &str)) -> bool {
    word == "PHP" && matches!(next, "Warning" | "Notice" | "Deprecated")
}

/// Beginnings of words, sorted.
const OTHERS: [&str; 29] = [
    "amqp",
    "backup",
    "cron",
    "database",
    "db",
    "deprecat",
    "disk",
    "elasticsearch",
    "heartbeat",
    "jdbc",
    "kafka",
    "mariadb",
    "memcached",
    "metric",
    "migration",
    "mongo",
    "mysql",
    "pg",
    "plugin",
    "postgres",
    "pq",
    "prometheus",
    "psql",
    "queue",
    "rabbitmq",
    "redis",
    "smtp",
    "sql",
    "telemetry",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_can_be_searched() {
        assert!(OTHERS.is_sorted());
    }

    #[test]
    fn where_an_entry_begins() {
        for line in [
            "2026-03-12 10:00:00 ERROR x",
            "[2026-03-12T10:00:00Z] x",
            "10:00:00 x",
            "12/Mar/2026 x",
            "12.03.2026 x",
            "Mar 12 10:00:00 host x",
            "[Mon Mar 12 10:00:00 2026] x",
            "10.0.0.1 - - [12/Mar/2026:10:00:01 +0000] \"GET / HTTP/1.1\" 200",
            "ERROR:root:x",
            "[error] x",
            "level=error msg=x",
            "time=\"2026\" level=x",
            "E, [2026-03-12T10:00:00] ERROR",
            "E0312 10:00:00.000 x",
            "{\"level\":\"error\",\"msg\":\"x\"}\n",
        ] {
            assert!(begins_entry(line), "{line}");
        }
        for line in [
            "",
            "    at x (y.js:1:2)",
            "Caused by: java.net.ConnectException",
            "Error: invalid_grant",
            "error: x",
            "401 Unauthorized",
            "{",
            "  \"error\": \"x\",",
            "March was cold",
            "127.0.0.1",
        ] {
            assert!(!begins_entry(line), "{line}");
        }
    }

    #[test]
    fn what_went_well() {
        for entry in [
            "2026-03-12 10:00:00 INFO [events] type=\"LOGIN\", consent=\"no_consent_required\"",
            "time=\"2026\" level=info msg=\"token issued\"",
            "[2026-03-12 10:00:00] audit: sign-in succeeded",
        ] {
            assert!(is_calm_entry(entry), "{entry}");
        }
        for entry in [
            "2026-03-12 10:00:00 WARN [events] type=\"LOGIN\"",
            "2026-03-12 10:00:00 INFO login failed: invalid client secret",
            "2026-03-12 10:00:00 INFO no access: the client is unknown",
            "consent is required, by the INFO of the app",
        ] {
            assert!(!is_calm_entry(entry), "{entry}");
        }
        let log = "10:00:00 INFO token issued\n10:00:01 INFO started";
        assert!(is_sound_log(log));
        let failed = format!("{log}\n10:00:02 INFO login failed");
        for other in ["", "token issued", "10:00:00 INFO started", "10:00:00 WARN token issued", &failed] {
            assert!(!is_sound_log(other), "{other}");
        }
    }

    #[test]
    fn what_an_entry_is_about() {
        for entry in [
            "ERROR [db] could not connect",
            "PHP Warning:  x in /var/www/wp-content/plugins/seo/main.php",
            "level=error msg=\"failed to push metrics\"",
            "ERROR pg: ECONNREFUSED 10.0.0.7:5432",
        ] {
            assert!(is_foreign(entry), "{entry}");
        }
        for entry in [
            "ERROR [oauth] could not store the token in the database",
            "ERROR db: invalid_grant",
            "ERROR x failed",
            "INFO started",
            "",
        ] {
            assert!(!is_foreign(entry), "{entry}");
        }
    }
}
