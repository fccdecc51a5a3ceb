//! Whether the response of an authorization page that a text mentions has a state.

use crate::chars::end_of;
use crate::reading::query::decoded;
use crate::reading::value::is_unset;

/// Whether the last authorization response in a text (RFC 6749 §4.1.2) has a `state` with a value: in a URL, in the
/// request line of a log, or as an object of its parameters. Without any of these, `Some(false)` where a program prints
/// an empty one. `None` for a text without such a response. Runs in linear time.
///
/// ```
/// use authdesk::reading::has_state;
///
/// assert_eq!(has_state("GET /cb?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz HTTP/1.1"), Some(true));
/// assert_eq!(has_state("GET /cb?code=SplxlOBeZQQYbYS6WxSbIA&state= HTTP/1.1"), Some(false));
/// assert_eq!(has_state("GET /login HTTP/1.1"), None);
/// ```
#[must_use]
pub fn has_state(text: &str) -> Option<bool> {
    let mut queries = text.rmatch_indices("code=").take(MOST);
    let of_query = queries.find_map(|(at, _)| Some((at, in_query(text, at)?)));
    let mut objects = text.rmatch_indices(OBJECT).take(MOST);
    let of_object = objects.find_map(|(at, _)| Some((at, in_object(text.get(at..)?)?)));
    let last = of_query.into_iter().chain(of_object).max_by_key(|(at, _)| *at).map(|(_, has)| has);
    last.or_else(|| is_printed_empty(text).then_some(false))
}

/// Whether a program prints a state without a value: `msg="invalid state, state:"`, `state=""`, `received state: `.
fn is_printed_empty(text: &str) -> bool {
    text.match_indices("state").take(MOST).any(|(at, word)| {
        let before = text.get(..at).unwrap_or_default();
        let behind = text.get(at + word.len()..).unwrap_or_default();
        let is_word = !before.ends_with(|ch: char| ch.is_alphanumeric() || "_-.$?&;".contains(ch));
        let Some(value) = behind.strip_prefix([':', '=']).filter(|_| is_word) else { return false };
        let value = value.split(['\n', '\r']).next().unwrap_or_default().trim();
        let line = before.rsplit('\n').next().unwrap_or_default();
        // The name of a member in YAML, with its own members below.
        let is_member = line.chars().all(|ch| ch.is_whitespace() || ch == '-');
        let ends = |rest: &str| rest.trim_start().is_empty() || rest.trim_start().starts_with([',', '}', ')', ']']);
        match value.strip_prefix("\"\"").or_else(|| value.strip_prefix("''")) {
            Some(rest) => ends(rest),
            // What closes the quotes around the whole message.
            None => value.strip_prefix(['"', '\'']).map_or_else(|| ends(value), ends) && !is_member,
        }
    })
}

/// How many are looked at.
const MOST: usize = 20;

/// What a program says before it prints the parameters that it got.
const OBJECT: &str = "query parameters";

/// Whether the query with a code at this place has a state; `None` for a request, which has parameters of its own.
fn in_query(text: &str, code: usize) -> Option<bool> {
    let before = end_of(text.get(..code)?, LONGEST);
    let is_end = |ch: char| ch.is_whitespace() || "\"'`<>()[]{}\\".contains(ch);
    let front = before.rsplit(is_end).next()?;
    let word = text.get(code - front.len()..)?;
    let word = word.split(is_end).next()?;
    if !(front.ends_with(['?', '&', '#']) || front.ends_with("&amp;")) || word.len() > LONGEST {
        return None;
    }
    let of_request = ["client_id=", "grant_type=", "redirect_uri=", "response_type="];
    if of_request.iter().any(|name| word.contains(name)) {
        return None;
    }
    let mut parts = word.split(['?', '&', '#']).map(|part| part.trim_start_matches("amp;"));
    let state = parts.find_map(|part| part.strip_prefix("state=")).map(decoded);
    Some(state.is_some_and(|state| is_value(&state)))
}

/// `{"code":"…","state":"…"}`.
fn in_object(text: &str) -> Option<bool> {
    let object = text.split_once('{')?.1.split('}').next()?;
    if text.find('{')? > OBJECT.len() + LONGEST_JOINT || !object.contains("code\"") {
        return None;
    }
    let state = object.split_once("state\"").map(|(_, rest)| rest.trim_start_matches([':', ' ', '\\', '"']));
    let state = state.map(|state| state.split(['"', ',', '\\']).next().unwrap_or_default());
    Some(state.is_some_and(is_value))
}

/// In bytes: a longer URL is no response.
const LONGEST: usize = 8000;
/// In bytes: what is between the words and the object.
const LONGEST_JOINT: usize = 40;

fn is_value(state: &str) -> bool {
    !state.trim().is_empty() && !is_unset(state)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_every_form() {
        for (text, has) in [
            ("https://a.example/cb?code=abc&state=xyz", Some(true)),
            ("https://a.example/cb?state=xyz&code=abc", Some(true)),
            ("https://a.example/cb?code=abc", Some(false)),
            ("https://a.example/cb?code=abc&state=", Some(false)),
            ("https://a.example/cb?code=abc&amp;state=", Some(false)),
            ("https://a.example/cb?code=abc&state=undefined", Some(false)),
            ("Started GET \"/auth/cb?code=4%2F0A&scope=email\" for 127.0.0.1", Some(false)),
            ("/cb?code=a 400\nlater /cb?code=b&state=c 200", Some(true)),
            ("query parameters: {\"code\":\"4/0AX\",\"state\":\"\"}", Some(false)),
            ("query parameters: {\"code\":\"4/0AX\",\"scope\":\"a\"}", Some(false)),
            ("query parameters: {\"code\":\"4/0AX\",\"state\":\"abc\"}", Some(true)),
            ("query parameters: {\"error\":\"invalid_request\"}", None),
            ("https://id.example/token?grant_type=authorization_code&code=abc", None),
            ("https://id.example/authorize?client_id=a&response_type=code&state=", None),
            ("{\"msg\":\"stateComponents: [], state:\",\"plugin\":\"a\"}", Some(false)),
            ("level=error msg=\"invalid state, state:\"", Some(false)),
            ("received state: \nexpected: abc", Some(false)),
            ("invalid callback, state=\"\"", Some(false)),
            ("{\"msg\":\"state: abc\",\"plugin\":\"a\"}", None),
            ("received state: abc", None),
            ("state:\n  running: true", None),
            ("<input name=\"state\" value=\"\">", None),
            ("const { state = \"idle\" } = options", None),
            ("next_state:\"", None),
            ("error_code=12", None),
            ("code=abc", None),
            ("", None),
        ] {
            assert_eq!(has_state(text), has, "{text}");
        }
    }
}
