//! The time.

pub use gloo_timers::callback::{Interval, Timeout};

/// Milliseconds of the Unix epoch.
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float holds this whole number exactly")]
pub fn now() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}

/// How many minutes this computer's clock is ahead of UTC now, or behind it if that is negative.
#[must_use]
#[allow(clippy::cast_possible_truncation, reason = "less than a day")]
pub fn minutes_ahead() -> i32 {
    -(js_sys::Date::new_0().get_timezone_offset() as i32)
}
