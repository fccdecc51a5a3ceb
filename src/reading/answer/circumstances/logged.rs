//! What the times of a log show.

use crate::chars::front_of;

/// In bytes: what is at the front of a line, or behind a name.
const LONGEST: usize = 60;
/// How many lines are looked at.
const MOST_LINES: usize = 20_000;

/// A time as a log writes it.
#[derive(Clone, Copy)]
struct Time {
    /// Seconds since 1970, or since midnight where there is no date.
    seconds: i64,
    has_date: bool,
    is_utc: bool,
}

impl Time {
    /// Whether this is later, as far as both can be compared.
    fn is_after(self, other: Time) -> bool {
        self.has_date == other.has_date && self.is_utc == other.is_utc && self.seconds > other.seconds
    }
}

/// Whether a request was rejected at a time at which the token that the log names before was no longer valid, by
/// `expires_in` (RFC 6749 §5.1) or by the time of expiry. `lower` is in lowercase.
pub(super) fn is_token_aged(lower: &str) -> bool {
    if !lower.contains("expires") {
        return false;
    }
    let (mut now, mut end): (Option<Time>, Option<Time>) = (None, None);
    for line in lower.lines().take(MOST_LINES) {
        let line = front_of(line, MOST_OF_LINE);
        now = time_in(front_of(line, LONGEST)).or(now);
        if let Some(known) = end_of_token(line, now) {
            end = Some(known);
            continue;
        }
        if RENEWED.iter().any(|part| line.contains(part)) {
            end = None;
        }
        let is_over = now.zip(end).is_some_and(|(now, end)| now.is_after(end));
        if is_over && REJECTED.iter().any(|part| has_word(line, part)) {
            return true;
        }
    }
    false
}

/// In bytes.
const MOST_OF_LINE: usize = 1000;
/// What tells of a newer token.
const RENEWED: [&str; 6] =
    ["refreshed", "new token", "new access token", "token obtained", "token received", "\"access_token\""];
const REJECTED: [&str; 4] = ["401", "unauthorized", "invalid_token", "invalid access token"];

fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let (before, behind) = (line.get(..at).unwrap_or_default(), line.get(at + word.len()..).unwrap_or_default());
        !before.ends_with(|ch: char| ch.is_alphanumeric() || ch == '.') && !behind.starts_with(char::is_alphanumeric)
    })
}

/// When the token of a line ends, which came at that time.
fn end_of_token(line: &str, now: Option<Time>) -> Option<Time> {
    let value = |name: &str| {
        let at = line.find(name).filter(|at| !line.get(..*at).is_some_and(|before| before.ends_with("refresh_")))?;
        let behind = line.get(at + name.len()..)?;
        let value = behind.trim_start_matches(|ch: char| ch == ' ' || "\"'\\:=>".contains(ch));
        (value.len() < behind.len()).then_some(value)
    };
    let number = |text: &str| {
        let end = text.find(|ch: char| !ch.is_ascii_digit()).unwrap_or(text.len());
        text.get(..end)?.parse::<i64>().ok()
    };
    if let Some(seconds) = value("expires_in").and_then(number) {
        return now.map(|now| Time { seconds: now.seconds.saturating_add(seconds), ..now });
    }
    let names = ["expires_at", "expiresat", "expires at", "expires"];
    time_in(front_of(names.into_iter().find_map(value)?, LONGEST)).filter(|time| time.has_date)
}

/// The first time in a text: `2026-11-20T10:00:00Z`, `2026-11-20 10:00:00`, `10:00:00`.
fn time_in(text: &str) -> Option<Time> {
    let at = text.as_bytes().windows(8).position(|part| {
        part.iter().enumerate().all(|(at, byte)| if at % 3 == 2 { *byte == b':' } else { byte.is_ascii_digit() })
    })?;
    let (before, clock) = text.split_at_checked(at)?;
    if before.ends_with(|ch: char| ch.is_ascii_digit() || ch == ':') {
        return None;
    }
    let number = |part: Option<&str>| part?.parse::<i64>().ok();
    let (hours, minutes, seconds) = (number(clock.get(..2))?, number(clock.get(3..5))?, number(clock.get(6..8))?);
    let of_day = hours * 3600 + minutes * 60 + seconds;
    let date = before.strip_suffix(['t', ' ']).and_then(|before| before.get(before.len().checked_sub(10)?..));
    let days = date.and_then(|date| {
        let is_date = date.as_bytes().get(4) == Some(&b'-') && date.as_bytes().get(7) == Some(&b'-');
        let parts = (number(date.get(..4))?, number(date.get(5..7))?, number(date.get(8..))?);
        is_date.then(|| days(parts))
    });
    let zone = clock.get(8..)?.trim_start_matches(|ch: char| ch.is_ascii_digit() || matches!(ch, '.' | ','));
    Some(Time {
        seconds: days.map_or(of_day, |days| days * 86_400 + of_day),
        has_date: days.is_some(),
        is_utc: zone.starts_with(['z', '+']) || zone.starts_with(" utc"),
    })
}

/// Days since 1970-01-01 in the Gregorian calendar.
fn days((year, month, day): (i64, i64, i64)) -> i64 {
    // The year begins in March, so that the leap day is its last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 719_469
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_calendar() {
        assert_eq!(days((1970, 1, 1)), 0);
        assert_eq!(days((2000, 3, 1)), 11_017);
        assert_eq!(days((2026, 11, 29)), 20_786);
    }

    #[test]
    fn a_token_that_was_kept_too_long() {
        for text in [
            "2026-11-20 10:00:00 token received, expires_in=3600\n2026-11-20 11:12:40 get /v1/items 401",
            "10:00:00 got token {\"expires_in\":3599}\n10:30:00 get /me 200\n11:00:01 get /me -> 401",
            "[2026-11-20t12:00:03z] expires_at=2026-11-20t13:00:03z\n[2026-11-20t13:15:44z] 401 unauthorized",
            "2026-11-20 23:50:00 expires_in: 3600\n2026-11-21 01:00:00 {\"error\":\"unauthorized\"}",
            "2026-12-31t23:30:00z expires_in=60\nresponse:\n2027-01-01t00:00:00z http 401",
        ] {
            assert!(is_token_aged(text), "{text}");
        }
        for text in [
            "",
            "2026-11-20 10:00:00 expires_in=3600\n2026-11-20 10:12:40 get /v1/items 401",
            "2026-11-20 10:00:00 expires_in=3600\n2026-11-20 11:12:40 get /v1/items 200",
            "2026-11-20 10:00:00 expires_in=3600\n2026-11-20 11:00:30 token refreshed\n2026-11-20 11:12:40 get 401",
            "2026-11-20 10:00:00 expires_in=3600\n2026-11-20 11:00:30 expires_in=3600\n2026-11-20 11:12:40 get 401",
            "10:00:00 refresh_expires_in=60\n10:12:40 get 401",
            "10:00:00 expires_in=60\n2026-11-20 11:12:40 get 401",
            "expires_in=60\n11:12:40 get 401",
            "10:00:00 expires_in=60\n10:12:40 item 140123",
        ] {
            assert!(!is_token_aged(text), "{text}");
        }
    }
}
