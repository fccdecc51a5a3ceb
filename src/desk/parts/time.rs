//! A point in time in words, by this computer's clock and in UTC.

use crate::desk::Desk;
use crate::oauth::{Moment, TimeUnit};
use crate::texts::Text;

/// A point in time as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeView {
    /// Relative to now: "in 59 minutes", "3 hours ago".
    pub words: String,
    /// In this computer's time zone, with its offset from UTC; absent where it is UTC.
    pub local: Option<String>,
    /// In UTC.
    pub utc: String,
}

/// A point in time, seen from now.
#[must_use]
pub fn view(desk: &Desk, moment: Moment) -> TimeView {
    let span = moment.seen_from(Moment::from_ms(desk.now));
    let words = match (span.unit, span.is_ahead) {
        // Nobody waits for a second, and so no sentence has to say "1 seconds".
        (TimeUnit::Second, _) if span.count < 2 => Text::TimeNow,
        (TimeUnit::Second, true) => Text::InSeconds,
        (TimeUnit::Minute, true) => Text::InMinutes,
        (TimeUnit::Hour, true) => Text::InHours,
        (TimeUnit::Day, true) => Text::InDays,
        (TimeUnit::Second, false) => Text::SecondsAgo,
        (TimeUnit::Minute, false) => Text::MinutesAgo,
        (TimeUnit::Hour, false) => Text::HoursAgo,
        (TimeUnit::Day, false) => Text::DaysAgo,
    };
    TimeView {
        words: desk.texts.fill(words, &[("count", &span.count.to_string())]),
        local: (desk.minutes_ahead != 0).then(|| moment.local(desk.minutes_ahead)),
        utc: moment.utc(),
    }
}
