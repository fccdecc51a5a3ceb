//! How long something takes, of the processor alone: what else a busy machine does is not counted.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// The time that a function takes.
pub fn spent(function: impl FnOnce()) -> Duration {
    let start = now();
    function();
    now().saturating_sub(start)
}

/// The time this thread has had of a processor, which other programs on a busy machine do not change; if the system
/// does not report it, the clock.
fn now() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.as_deref().and_then(|text| text.split(' ').next()?.parse().ok());
    let began = BEGAN.get_or_init(Instant::now);
    nanoseconds.map_or_else(|| began.elapsed(), Duration::from_nanos)
}

static BEGAN: OnceLock<Instant> = OnceLock::new();
