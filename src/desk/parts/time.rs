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
    let amount = i64::try_from(span.count).unwrap_or(i64::MAX);
    let amount = if span.is_ahead { amount } else { -amount };
    let words = match span.unit {
        // Nobody waits for a second.
        TimeUnit::Second if span.count < 2 => desk.texts.say(Text::TimeNow).to_owned(),
        TimeUnit::Second => desk.texts.formats().relative(amount, "second"),
        TimeUnit::Minute => desk.texts.formats().relative(amount, "minute"),
        TimeUnit::Hour => desk.texts.formats().relative(amount, "hour"),
        TimeUnit::Day => desk.texts.formats().relative(amount, "day"),
    };
    TimeView { words, local: (desk.minutes_ahead != 0).then(|| moment.local(desk.minutes_ahead)), utc: moment.utc() }
}
