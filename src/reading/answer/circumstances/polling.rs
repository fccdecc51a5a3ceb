//! How often a device asks for its token (RFC 8628 §3.5).

/// Whether two requests that a log dates are closer together than the interval that it has before the second one.
pub(super) fn is_early(lower: &str) -> bool {
    let (mut interval, mut last) = (None, None);
    for line in lower.lines() {
        if let Some(now) = request_time(line) {
            let is_early = |(interval, before): (f64, f64)| now > before && now - before < interval;
            if interval.zip(last).is_some_and(is_early) {
                return true;
            }
            last = Some(now);
        }
        interval = seconds_of_interval(line).or(interval);
    }
    false
}

/// The time of day, in seconds, of a line that tells of a request.
fn request_time(line: &str) -> Option<f64> {
    if !["request at", "post ", "poll"].iter().any(|part| line.contains(part)) {
        return None;
    }
    line.match_indices(':').find_map(|(at, _)| {
        let hours: f64 = line.get(at.checked_sub(2)?..at)?.parse().ok()?;
        let rest = line.get(at + 1..)?;
        let minutes: f64 = rest.get(..2)?.parse().ok()?;
        let behind = rest.get(2..)?.strip_prefix(':')?;
        let length = behind.bytes().take(12).take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        let seconds: f64 = behind.get(..length)?.trim_end_matches('.').parse().ok()?;
        (hours < 24.0 && minutes < 60.0 && seconds < 61.0).then_some(hours * 3600.0 + minutes * 60.0 + seconds)
    })
}

/// The number behind the last `interval` of a line.
fn seconds_of_interval(line: &str) -> Option<f64> {
    let (_, behind) = line.rsplit_once("interval")?;
    let digits = behind.trim_start_matches(|ch: char| "\"':= \\".contains(ch));
    let length = digits.bytes().take(6).take_while(u8::is_ascii_digit).count();
    digits.get(..length)?.parse().ok().filter(|_| digits.len() < behind.len())
}
