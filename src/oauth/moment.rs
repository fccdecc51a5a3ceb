//! Points in time: the NumericDate of RFC 7519 §2, and how a date is formatted.
//!
//! They are next to the protocol, because tokens and responses contain them and every other module may depend on this
//! one. Words are not in this file; `texts` has them.

/// A point in time, in whole milliseconds since the Unix epoch; negative before 1970.
///
/// As in a browser, the range is 100,000,000 days in either direction, to the year 275760. What is beyond becomes the
/// nearest limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(i64);

/// The distance between two moments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeSpan {
    /// The number of whole units.
    pub count: u64,
    /// The unit of `count`.
    pub unit: TimeUnit,
    /// Whether it is in the future; the same moment is not.
    pub is_ahead: bool,
}

/// The unit of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeUnit {
    /// Seconds, below two minutes.
    Second,
    /// Minutes, below two hours.
    Minute,
    /// Hours, below two days.
    Hour,
    /// Days.
    Day,
}

/// The last moment of a browser (ECMA-262, "Time Values and Time Range").
const LAST: i64 = 8_640_000_000_000_000;
const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

impl Moment {
    /// The moment of a clock, in milliseconds since the Unix epoch.
    #[must_use]
    pub fn from_ms(ms: u64) -> Moment {
        Moment(i64::try_from(ms).map_or(LAST, |ms| ms.min(LAST)))
    }

    /// A NumericDate (RFC 7519 §2): seconds since the Unix epoch in the notation of a JSON number, with or without a
    /// fraction, of which three digits are kept; `None` for anything else. Deviation: exponents are not read.
    ///
    /// ```
    /// use authdesk::oauth::Moment;
    ///
    /// // RFC 7519 §3.1: the `exp` of the example.
    /// assert_eq!(Moment::from_numeric_date("1300819380").unwrap().utc(), "2011-03-22 18:43 UTC");
    /// assert_eq!(Moment::from_numeric_date("1300819380.5").unwrap().ms(), 1_300_819_380_500);
    /// assert_eq!(Moment::from_numeric_date("1.3e9"), None);
    /// ```
    #[must_use]
    pub fn from_numeric_date(number: &str) -> Option<Moment> {
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        if !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let seconds: i64 = whole.parse().ok()?;
        let mut part = 0;
        let mut digits = fraction.chars();
        for _ in 0..3 {
            let digit = digits.next().and_then(|digit| digit.to_digit(10));
            part = part * 10 + i64::from(digit.unwrap_or(0));
        }
        let part = if whole.starts_with('-') { -part } else { part };
        Some(Moment(seconds.saturating_mul(SECOND).saturating_add(part).clamp(-LAST, LAST)))
    }

    /// Milliseconds since the Unix epoch.
    #[must_use]
    pub fn ms(self) -> i64 {
        self.0
    }

    /// The moment this many seconds later.
    #[must_use]
    pub fn later(self, seconds: u64) -> Moment {
        let more = i64::try_from(seconds).unwrap_or(LAST).saturating_mul(SECOND);
        Moment(self.0.saturating_add(more).min(LAST))
    }

    /// `YYYY-MM-DD HH:MM UTC`; seconds are left out. From 10000 on, the year has more digits.
    #[must_use]
    pub fn utc(self) -> String {
        format!("{} UTC", written(self.0))
    }

    /// `YYYY-MM-DD HH:MM UTC+HH:MM` on a clock that is this many minutes ahead of UTC, or behind it if negative; ends
    /// in `UTC` alone for 0. A browser's `getTimezoneOffset` has the opposite sign.
    ///
    /// ```
    /// use authdesk::oauth::Moment;
    ///
    /// assert_eq!(Moment::from_ms(1_300_819_380_000).local(345), "2011-03-23 00:28 UTC+05:45");
    /// ```
    #[must_use]
    pub fn local(self, minutes_ahead: i32) -> String {
        if minutes_ahead == 0 {
            return self.utc();
        }
        let sign = if minutes_ahead < 0 { '-' } else { '+' };
        let offset = minutes_ahead.unsigned_abs();
        let shown = written(self.0 + i64::from(minutes_ahead) * MINUTE);
        format!("{shown} UTC{sign}{:02}:{:02}", offset / 60, offset % 60)
    }

    /// The distance as seen from a different moment: "in 59 minutes", "3 hours ago". Incomplete units are not counted;
    /// each unit is used until there would be two of the next.
    ///
    /// ```
    /// use authdesk::oauth::{Moment, TimeSpan, TimeUnit};
    ///
    /// let now = Moment::from_ms(1_300_819_380_000);
    /// let span = now.later(3599).seen_from(now);
    /// assert_eq!(span, TimeSpan { count: 59, unit: TimeUnit::Minute, is_ahead: true });
    /// ```
    #[must_use]
    pub fn seen_from(self, now: Moment) -> TimeSpan {
        let ms = self.0 - now.0;
        let far = ms.unsigned_abs();
        let units =
            [(TimeUnit::Day, DAY), (TimeUnit::Hour, HOUR), (TimeUnit::Minute, MINUTE), (TimeUnit::Second, SECOND)];
        let fits = |(_, length): &(TimeUnit, i64)| far >= 2 * length.unsigned_abs();
        let (unit, length) = units.into_iter().find(fits).unwrap_or((TimeUnit::Second, SECOND));
        TimeSpan { count: far / length.unsigned_abs(), unit, is_ahead: ms > 0 }
    }
}

/// The proleptic Gregorian calendar, counted in eras of 400 years that begin on 1 March, so that a leap day is the last
/// day of its year (days to civil date, after Howard Hinnant).
fn written(ms: i64) -> String {
    let days = ms.div_euclid(DAY) + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    let minutes = ms.rem_euclid(DAY) / MINUTE;
    format!("{year:04}-{month:02}-{day:02} {:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn utc(seconds: &str, shown: &str) {
        assert_eq!(Moment::from_numeric_date(seconds).unwrap().utc(), shown);
    }

    #[test]
    fn dates() {
        utc("0", "1970-01-01 00:00 UTC");
        utc("-1", "1969-12-31 23:59 UTC");
        utc("86399", "1970-01-01 23:59 UTC");
        utc("951782400", "2000-02-29 00:00 UTC");
        utc("951868799", "2000-02-29 23:59 UTC");
        utc("951868800", "2000-03-01 00:00 UTC");
        utc("1709164800", "2024-02-29 00:00 UTC");
        utc("1740787200", "2025-03-01 00:00 UTC");
        utc("1767225599", "2025-12-31 23:59 UTC");
        // 2100 is not a leap year.
        utc("4107542399", "2100-02-28 23:59 UTC");
        utc("4107542400", "2100-03-01 00:00 UTC");
        utc("4133980800", "2101-01-01 00:00 UTC");
        utc("253402300800", "10000-01-01 00:00 UTC");
        // RFC 7519 §3.1: the example's `exp`.
        utc("1300819380", "2011-03-22 18:43 UTC");
    }

    #[test]
    fn the_ends_of_time_are_kept() {
        utc("9223372036854775807", "275760-09-13 00:00 UTC");
        assert_eq!(Moment::from_ms(u64::MAX).ms(), LAST);
        assert_eq!(Moment::from_ms(0).later(u64::MAX).ms(), LAST);
        assert!(Moment::from_ms(u64::MAX).local(i32::MIN).starts_with("271677-"));
        assert_eq!(Moment::from_ms(u64::MAX).seen_from(Moment::from_ms(0)).count, 100_000_000);
    }

    #[test]
    fn local_time_says_how_far_it_is_from_utc() {
        let moment = Moment::from_numeric_date("1709251140").unwrap();
        assert_eq!(moment.utc(), "2024-02-29 23:59 UTC");
        assert_eq!(moment.local(0), "2024-02-29 23:59 UTC");
        assert_eq!(moment.local(60), "2024-03-01 00:59 UTC+01:00");
        assert_eq!(moment.local(345), "2024-03-01 05:44 UTC+05:45");
        assert_eq!(moment.local(-210), "2024-02-29 20:29 UTC-03:30");
        assert_eq!(moment.local(-1440), "2024-02-28 23:59 UTC-24:00");
        assert_eq!(Moment::from_ms(0).local(-1), "1969-12-31 23:59 UTC-00:01");
    }

    #[test]
    fn numeric_dates() {
        let ms = |text: &str| Moment::from_numeric_date(text).map(Moment::ms);
        assert_eq!(ms("1300819380"), Some(1_300_819_380_000));
        assert_eq!(ms("1300819380.5"), Some(1_300_819_380_500));
        assert_eq!(ms("1.0019"), Some(1001));
        assert_eq!(ms("-1.5"), Some(-1500));
        for odd in ["", "soon", "1.x", "1e9", "1.5e9", "9223372036854775808", "true"] {
            assert_eq!(ms(odd), None, "{odd}");
        }
    }

    #[test]
    fn spans() {
        let now = Moment::from_ms(1_000_000_000_000);
        let span = |seconds: i64| {
            let span = Moment(now.ms() + seconds * SECOND).seen_from(now);
            (span.count, span.unit, span.is_ahead)
        };
        assert_eq!(span(0), (0, TimeUnit::Second, false));
        assert_eq!(span(1), (1, TimeUnit::Second, true));
        assert_eq!(span(119), (119, TimeUnit::Second, true));
        assert_eq!(span(120), (2, TimeUnit::Minute, true));
        assert_eq!(span(3599), (59, TimeUnit::Minute, true));
        assert_eq!(span(-7199), (119, TimeUnit::Minute, false));
        assert_eq!(span(-3 * 3600), (3, TimeUnit::Hour, false));
        assert_eq!(span(2 * 86_400 - 1), (47, TimeUnit::Hour, true));
        assert_eq!(span(-90 * 86_400), (90, TimeUnit::Day, false));
    }
}
