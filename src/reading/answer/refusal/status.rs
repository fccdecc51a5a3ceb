//! The HTTP status in a text (RFC 9110 §15), where what is around the number leaves no doubt.

use super::scan::METHODS;
use crate::chars::end_of;

/// How much of the text before a number is looked at, in bytes.
const BEFORE: usize = 32;

/// The status that the three digits at `start` are; `None` for a port, a line number, or any other number.
pub(super) fn status_at(text: &str, start: usize) -> Option<u32> {
    let digits = text.get(start..start + 3)?;
    let status: u32 = digits.parse().ok().filter(|status| (400..600).contains(status) || *status == 200)?;
    let behind = text.get(start + 3..)?;
    let is_longer = behind.starts_with(|ch: char| ch.is_alphanumeric() || ch == '_')
        || behind.strip_prefix([':', '.', ',']).is_some_and(|more| more.starts_with(|ch: char| ch.is_ascii_digit()));
    if is_longer {
        return None;
    }
    let before = end_of(text.get(..start)?, BEFORE);
    // `400 {"error":…}`, as a program prints both.
    let is_alone = before.trim_end_matches([' ', '\t']).chars().next_back().is_none_or(|ch| ch == '\n');
    let is_before_object = status != 200 && is_alone && behind.trim_start_matches([' ', ':', '-']).starts_with('{');
    let is_status = is_before_object
        || is_logged(text.get(..start)?, behind)
        || is_led(before, behind)
        || is_bracketed(before, behind) && status != 200
        || is_named(behind, status);
    is_status.then_some(status)
}

/// `status code 404`, `HTTP/1.1 400`, `status=400`, `Error: 401`, `response 400`.
fn is_led(before: &str, behind: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or(before);
    let line = line.trim_end_matches(|ch: char| ch.is_whitespace() || "\"'`:=([{<>#*\\".contains(ch));
    let joint = before.get(line.len()..).unwrap_or_default();
    // `if response.status_code >= 400`: nothing that a server has returned.
    let is_compared = joint.contains(">=") || joint.contains("<=") || matches!(joint.trim(), "<" | ">");
    if joint.is_empty() || is_compared {
        return false;
    }
    // `host:404` is a port.
    let is_port = before.ends_with(':') && line.ends_with(|ch: char| ch.is_ascii_digit());
    let lower = line.to_ascii_lowercase();
    let word = lower.rsplit(|ch: char| !ch.is_ascii_alphanumeric() && !"._-/".contains(ch)).next().unwrap_or_default();
    let word = word.rsplit(['.', '-']).next().filter(|_| !word.starts_with("http/")).unwrap_or(word);
    let has = |words: &str| lower.ends_with(words);
    let is_code = word == "code"
        && (has("status code")
            || has("response code")
            || has("error code")
            || has("http code")
            || behind.trim_start_matches(',').trim_start().starts_with("message"));
    let is_word = matches!(
        word,
        "http"
            | "status"
            | "statuscode"
            | "status_code"
            | "httpstatus"
            | "http_status"
            | "http_code"
            | "httpcode"
            | "http_status_code"
            | "response_code"
            | "responsecode"
            | "returned"
            | "error"
            | "response"
            | "fehler"
    );
    let is_version = word.starts_with("http/") || word.starts_with("https/");
    // ` 1.282 ms - 1126`, as in the log of Express.
    let time = behind.bytes().take(12).take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b' ')).count();
    let is_access_log = time > 3 && behind.get(time..).is_some_and(|unit| unit.starts_with("ms "));
    !is_port && (is_code || is_word || is_version || has("responded with") || is_access_log)
}

/// `GET /callback?code=abc 400`, at the end of a line or before a time.
fn is_logged(before: &str, behind: &str) -> bool {
    if !before.ends_with(' ') || !(behind.is_empty() || behind.starts_with([' ', '\n', '\r'])) {
        return false;
    }
    let from = (before.len().saturating_sub(LONGEST_LINE)..).find(|at| before.is_char_boundary(*at));
    let line = from.and_then(|from| before.get(from..)).and_then(|near| near.rsplit('\n').next()).unwrap_or_default();
    let mut words = line.rsplit(' ').skip(1);
    let target = words.next().unwrap_or_default();
    let is_target = target.starts_with('/') || target.contains("://");
    is_target && words.next().is_some_and(|method| METHODS.contains(&method.trim_start_matches(['"', '['])))
}

/// In bytes.
const LONGEST_LINE: usize = 4000;

/// `(401)`, `[401]`.
fn is_bracketed(before: &str, behind: &str) -> bool {
    before.ends_with('(') && behind.starts_with(')') || before.ends_with('[') && behind.starts_with(']')
}

/// `400 Bad Request`, `404 Client Error`.
fn is_named(behind: &str, status: u32) -> bool {
    const PHRASES: [&str; 20] = [
        "bad request",
        "unauthorized",
        "forbidden",
        "not found",
        "method not",
        "not acceptable",
        "conflict",
        "gone",
        "length required",
        "unsupported media",
        "too many requests",
        "internal server error",
        "bad gateway",
        "service unavailable",
        "gateway time",
        "client error",
        "server error",
        "unprocessable",
        "precondition",
        "error",
    ];
    let behind = behind.trim_start_matches([' ', '\t', ')', ']', ':', '-', '\u{2013}', '"', '\'', '(', '\\', '.']);
    let is = |phrase: &str| behind.get(..phrase.len()).is_some_and(|front| front.eq_ignore_ascii_case(phrase));
    if status == 200 { is("ok") } else { PHRASES.into_iter().any(is) }
}

/// Whether a text is a reason phrase alone, or another sentence that says nothing but the status.
pub(super) fn is_reason_phrase(text: &str) -> bool {
    const PHRASES: [&str; 16] = [
        "bad request",
        "unauthorized",
        "forbidden",
        "not found",
        "method not allowed",
        "not acceptable",
        "conflict",
        "length required",
        "unsupported media type",
        "too many requests",
        "internal server error",
        "bad gateway",
        "service unavailable",
        "gateway timeout",
        "error",
        "invalid request",
    ];
    let text = text.trim_matches(|ch: char| ch.is_ascii_digit() || ch.is_whitespace() || ".!-:()".contains(ch));
    let lower = text.to_ascii_lowercase();
    PHRASES.contains(&lower.as_str())
        || lower.starts_with("request failed with status code")
        || PHRASES.iter().any(|phrase| lower.strip_suffix(phrase).is_some_and(is_before_phrase))
}

/// What clients write before the phrase: `HTTP Error 400: ` (Python's urllib), `400 Client Error: ` (requests),
/// `Status code was 400 and not [200]: HTTP Error 400: ` (Ansible's uri).
fn is_before_phrase(front: &str) -> bool {
    const WORDS: [&str; 14] = [
        "http", "https", "error", "status", "code", "was", "and", "not", "client", "server", "request", "failed",
        "with", "response",
    ];
    let mut words = front.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some()
        && words.all(|word| WORDS.contains(&word) || word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The last status of an error in a text, else the last one at all.
pub(in crate::reading::answer) fn status_in(text: &str) -> Option<u32> {
    let mut last = None;
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(|ch: char| ch.is_ascii_digit())) {
        let start = at + start;
        let digits = text.get(start..).unwrap_or_default().bytes().take_while(u8::is_ascii_digit).count();
        at = start + digits;
        let is_word = text.get(..start).is_some_and(|before| before.ends_with(|ch: char| ch.is_alphanumeric()));
        if digits == 3
            && !is_word
            && let Some(status) = status_at(text, start)
            && (status != 200 || last.is_none())
        {
            last = Some(status);
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_the_number_is_certain() {
        for (text, status) in [
            ("Request failed with status code 400", 400),
            ("[401] {'code': 124}", 401),
            ("returned an error: (401) Unauthorized.", 401),
            ("401 Unauthorized Response: {}", 401),
            ("Token request failed with status=400, body={}", 400),
            ("HTTP 400", 400),
            ("(HTTP 400)", 400),
            ("HTTP/1.1 400\n", 400),
            ("< HTTP/2 403", 403),
            ("Error: 401,", 401),
            ("Error 411 (Length Required)!!1", 411),
            ("Error: 400 {\"code\":4711}", 400),
            ("status: 401", 401),
            ("statusCode=400", 400),
            ("\"statusCode\": 400,", 400),
            ("response 400", 400),
            ("400 error : {'code': 200}", 400),
            ("404 Client Error: Not Found for url", 404),
            ("GET /cb 400 1.282 ms - 1126", 400),
            ("\"POST /token HTTP/1.1\" 401 54", 401),
            ("code 401, message Unauthorized", 401),
            ("The requested URL returned error: 405 Not Allowed", 405),
            ("HTTP/1.1 100 Continue\nHTTP/1.0 401 UNAUTHORIZED", 401),
            ("`400 Bad Request` response:", 400),
            ("Fehler 500", 500),
            ("HTTP Error 503", 503),
            ("HTTP/1.1 200 OK", 200),
        ] {
            assert_eq!(status_in(text), Some(status), "{text}");
        }
    }

    #[test]
    fn other_numbers() {
        for text in [
            "client-oauth2.js:401:15",
            "at line 401",
            "localhost:404",
            "127.0.0.1:500",
            "since 2019, 400 people",
            "Meeting 401 123 4567",
            "error: 4711",
            "4001 Bad Request",
            "{'code': 400}",
            "if r.status_code >= 400:",
            "if (res.status > 400) {",
            "port 443",
            "expires_in: 599",
            "(123-401)",
            "401.5",
            "controller.js:173:404)",
        ] {
            assert_eq!(status_in(text), None, "{text}");
        }
    }
}
