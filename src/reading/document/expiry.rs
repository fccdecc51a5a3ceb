//! When a program takes a token for expired.

use core::ops::Range;

use crate::chars::{end_of, front_of};

/// How programs name the current time, in lowercase.
const NOW: [&str; 12] = [
    "time()",
    "time.time()",
    "date.now()",
    "now()",
    "utcnow()",
    "utcnow",
    ".gettime()",
    "currenttimemillis()",
    "time.now",
    "time.now.to_i",
    "time.now().unix()",
    "unixtime",
];
/// In bytes: what is between the name of the time of expiry and the current time, and how long an operand is.
const LONGEST: usize = 60;

/// The minus with which a program computes the time of expiry: `expires_at = time() - token['expires_in']`. The lifetime
/// counts from the response on (RFC 6749 §5.1), so that time is in the past.
pub(super) fn expiry_in_past(text: &str) -> Option<Range<usize>> {
    if !text.contains("xpires") {
        return None;
    }
    let mut start = 0;
    text.split_inclusive('\n').find_map(|line| {
        let from = start;
        start += line.len();
        let lower = line.to_ascii_lowercase();
        lower.match_indices('-').take(MOST).find_map(|(at, _)| {
            let (before, behind) = lower.split_at_checked(at)?;
            is_lifetime(behind.get(1..)?).then_some(())?;
            is_set_to_now(before.trim_end()).then(|| from + at..from + at + 1)
        })
    })
}

/// How many minuses of a line are looked at.
const MOST: usize = 20;

/// Whether the operand behind a minus is the lifetime of a token.
fn is_lifetime(behind: &str) -> bool {
    let operand = behind.trim_start_matches([' ', '(']);
    let operand = front_of(operand.strip_prefix("timedelta(seconds=").unwrap_or(operand), LONGEST);
    // PHP's arrow is no minus.
    let operand = operand.replace("->", ".");
    let end = operand.find(['+', '-', '*', ')', ',', ';', '<', '>']).unwrap_or(operand.len());
    let names: String = operand.get(..end).unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).collect();
    names.ends_with("expiresin")
}

/// Whether a variable or a member with the time of expiry gets the current time, up to the minus.
fn is_set_to_now(before: &str) -> bool {
    let Some(now) = NOW.iter().filter_map(|now| before.strip_suffix(now)).min_by_key(|rest| rest.len()) else {
        return false;
    };
    let lead = end_of(now, LONGEST);
    let Some(joint) = lead.rfind(['=', ':']) else { return false };
    let (name, call) = lead.split_at_checked(joint).unwrap_or_default();
    let is_call =
        call.get(1..).unwrap_or_default().chars().all(|ch| ch.is_ascii_alphanumeric() || " .()_:\\$".contains(ch));
    let word = name.trim_end().trim_end_matches(['"', '\'', ']', ':', '=', ' ', '>']);
    let word = word.rsplit(|ch: char| !(ch.is_ascii_alphanumeric() || ch == '_')).next().unwrap_or_default();
    is_call && (word.contains("expir") || word.contains("valid_until") || word.contains("validuntil"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_in_the_past() {
        for text in [
            "'access_token_expires': time() - token['expires_in'] - cls.expiry_buffer_seconds,",
            "expires_at = time.time() - token[\"expires_in\"]",
            "this.expiresAt = Date.now() - data.expires_in * 1000;",
            "const expiry = Date.now() - (res.data.expires_in * 1000)",
            "$expires = time() - $token->expires_in;",
            "self.expires_at = datetime.utcnow() - timedelta(seconds=token['expires_in'])",
            "expiresAt: new Date().getTime() - response.expires_in,",
            "token.ExpiresAt = DateTime.UtcNow - tokens.ExpiresIn;",
            "@expires_at = Time.now - response['expires_in']",
            "long expiresAt = System.currentTimeMillis() - token.expiresIn * 1000;",
        ] {
            let place = expiry_in_past(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(text.get(place), Some("-"), "{text}");
        }
    }

    #[test]
    fn sound_times() {
        let long = "expires = time() -".repeat(10_000);
        for text in [
            "",
            "expires_at = time() + token['expires_in'] - 60",
            "expires_at = time.time() + expires_in",
            "if (Date.now() - issuedAt > expires_in * 1000) refresh();",
            "const age = Date.now() - token.created_at;",
            "expires_in = exp - time()",
            "left = expires_at - time.time()",
            "expires_in: 3600 - margin",
            "issued_at = expires_at - expires_in",
            "issued_at = time() - expires_in_cache",
            "$age = time() - $token->expires_in;",
            "expires = now() - margin",
            long.as_str(),
        ] {
            assert_eq!(expiry_in_past(text), None, "{text}");
        }
    }
}
