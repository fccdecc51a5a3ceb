//! The date of a log line in which a code was found.

use crate::oauth::Moment;

/// Whether the line with the code is of a day before yesterday, by this computer's clock: codes live for minutes (RFC 6749
/// §4.1.2), and yesterday may be today elsewhere.
pub(super) fn is_of_an_earlier_day(text: &str, now_ms: u64) -> bool {
    let yesterday = Moment::from_ms(now_ms.saturating_sub(DAY)).utc();
    let line = text.lines().find(|line| line.contains("code="));
    let prefix = line.and_then(|line| line.split("code=").next()).unwrap_or_default();
    date(prefix).is_some_and(|date| yesterday.get(..date.len()).is_some_and(|yesterday| *date < *yesterday))
}

const DAY: u64 = 24 * 60 * 60 * 1000;

/// How much of a line is searched, in bytes.
const LONGEST_PREFIX: usize = 4096;

/// The first timestamp of a line, as `2021-04-20`: ISO 8601, also with slashes, or `20/Apr/2021` of web servers.
fn date(prefix: &str) -> Option<String> {
    let bytes = prefix.as_bytes();
    let bytes = bytes.get(..bytes.len().min(LONGEST_PREFIX))?;
    (0..bytes.len()).find_map(|at| {
        let is_begun =
            at.checked_sub(1).and_then(|before| bytes.get(before)).is_none_or(|byte| !byte.is_ascii_alphanumeric());
        let rest = bytes.get(at..).filter(|_| is_begun)?;
        iso(rest).or_else(|| of_web_server(rest))
    })
}

fn iso(rest: &[u8]) -> Option<String> {
    let [y1, y2, y3, y4, sign @ (b'-' | b'/'), m1, m2, other, d1, d2, end, ..] = rest else { return None };
    let digits = [*y1, *y2, *y3, *y4, *m1, *m2, *d1, *d2];
    let is_date = sign == other && digits.iter().all(u8::is_ascii_digit) && matches!(y1, b'1' | b'2') && ends(*end);
    let [y1, y2, y3, y4, m1, m2, d1, d2] = digits.map(char::from);
    is_date.then(|| format!("{y1}{y2}{y3}{y4}-{m1}{m2}-{d1}{d2}"))
}

fn of_web_server(rest: &[u8]) -> Option<String> {
    let [d1, d2, b'/', a, b, c, b'/', y1, y2, y3, y4, end, ..] = rest else { return None };
    let digits = [*y1, *y2, *y3, *y4, *d1, *d2];
    let month = MONTHS.iter().position(|month| month.as_bytes() == [*a, *b, *c])? + 1;
    let is_date = digits.iter().all(u8::is_ascii_digit) && ends(*end);
    let [y1, y2, y3, y4, d1, d2] = digits.map(char::from);
    is_date.then(|| format!("{y1}{y2}{y3}{y4}-{month:02}-{d1}{d2}"))
}

/// Whether a time can follow.
fn ends(byte: u8) -> bool {
    matches!(byte, b'T' | b' ' | b':' | b']' | b'_' | b',')
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

#[cfg(test)]
mod tests {
    use super::is_of_an_earlier_day;

    /// 2026-11-29 12:00 UTC.
    const NOW: u64 = 1_795_953_600_000;

    #[test]
    fn lines_of_logs() {
        for line in [
            "2021-04-20 10:48:07.535 DEBUG 12772 --- Received [GET /login/oauth2/code/?code=7.LIj&state=x HTTP/1.1",
            "2026-11-27T10:00:00Z GET /cb?code=abc",
            "127.0.0.1 - - [20/Apr/2021:10:48:07 +0000] \"GET /cb?code=abc HTTP/1.1\" 200",
            "2021/04/20 10:48:07 [error] GET /cb?code=abc",
            "first line\n[2025-01-01 00:00:00] callback https://a.example/cb?code=abc",
        ] {
            assert!(is_of_an_earlier_day(line, NOW), "{line}");
        }
        for line in [
            "2026-11-29 10:48:07 GET /cb?code=abc",
            "2026-11-28T23:59:59Z GET /cb?code=abc",
            "2027-01-01 00:00:00 GET /cb?code=abc",
            "https://a.example/cb?code=abc",
            "https://a.example/2021-04-20/cb?code=abc",
            "https://a.example/cb?code=abc&at=2021-04-20 10:00",
            "code=abc",
            "",
        ] {
            assert!(!is_of_an_earlier_day(line, NOW), "{line}");
        }
    }
}
