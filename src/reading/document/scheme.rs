//! A scheme without a space behind it: `"Bearer" + token` (RFC 9110 §11.4).

use core::ops::Range;

use crate::chars::{end_of, front_of, is_quote};
use crate::reading::variables::is_of_name;

/// How many places of a word are looked at.
const MOST: usize = 64;
/// In bytes: between the name of the header and its value.
const LONGEST_LEAD: usize = 60;
/// The name of the header in one text with its value.
const NAME: &str = "authorization: ";
/// In bytes: what joins the scheme with a value.
const LONGEST_JOINT: usize = 40;

/// The first scheme of a header to which a program joins its value without a space.
pub(super) fn glued(text: &str) -> Option<Range<usize>> {
    ["Bearer", "Basic", "bearer", "basic"].iter().find_map(|scheme| {
        let mut places = text.match_indices(scheme).take(MOST).map(|(at, _)| at);
        places.find(|at| is_glued(text, *at, scheme)).map(|at| at..at + scheme.len())
    })
}

fn is_glued(text: &str, at: usize, scheme: &str) -> bool {
    let (before, from) = text.split_at_checked(at).unwrap_or_default();
    let behind = front_of(from.get(scheme.len()..).unwrap_or_default(), LONGEST_JOINT);
    // `'Authorization: Bearer' . $token` is one text with its name.
    let is_begun = before.ends_with(is_quote) || end_of(before, NAME.len()).eq_ignore_ascii_case(NAME);
    let is_header = || end_of(before, LONGEST_LEAD).to_ascii_lowercase().contains("authorization");
    is_begun && is_header() && (is_inserted(behind) || is_joined(behind))
}

/// `Bearer${token}`, `Bearer{token}`, `Bearer#{token}`, `Bearer%s`: a value inside of the text.
fn is_inserted(behind: &str) -> bool {
    ["${", "{", "#{", "%s", "$"].iter().any(|begin| {
        behind
            .strip_prefix(begin)
            .is_some_and(|value| *begin == "%s" || value.starts_with(|ch| is_of_name(ch) || ch == '}'))
    })
}

/// `Bearer" + token`, `Bearer' . $token`, `Bearer" & token`: a value behind the text.
fn is_joined(behind: &str) -> bool {
    let Some(behind) = behind.strip_prefix(is_quote) else { return false };
    let value = behind.trim_start();
    let Some(value) = value.strip_prefix(['+', '.', '&']).map(str::trim_start) else { return false };
    if value.starts_with(is_quote) || !value.starts_with(|ch: char| is_of_name(ch) || matches!(ch, '$' | '@' | '(')) {
        return false;
    }
    // A variable may be the space.
    let name = value.get(..value.find(|ch| !is_of_name(ch)).unwrap_or(value.len())).unwrap_or_default();
    let name = name.to_ascii_lowercase();
    !["space", "blank", "sep", "delim"].iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheme_without_a_space() {
        for text in [
            "header(\"Authorization\", \"Bearer\" + token)",
            "'Authorization': 'Bearer'+token",
            "headers: { Authorization: `Bearer${token}` }",
            "headers = {\"Authorization\": f\"Bearer{token}\"}",
            "'Authorization: Bearer' . $token",
            "req.Headers.Add(\"Authorization\", $\"Bearer{token}\")",
            "\"Authorization\" => \"Bearer#{token}\"",
            "req.Header.Set(\"Authorization\", \"Basic\"+encoded)",
            "http.setRequestHeader \"Authorization\", \"Bearer\" & token",
            "fmt.Sprintf(\"Authorization: Bearer%s\", token)",
            "headers.put(\"Authorization\",\n    \"Basic\" + Base64.getEncoder().encodeToString(pair))",
        ] {
            assert!(glued(text).is_some(), "{text}");
        }
        for text in [
            "",
            "header(\"Authorization\", \"Bearer \" + token)",
            "header(\"Authorization\", \"Bearer\" + \" \" + token)",
            "new AuthenticationHeaderValue(\"Bearer\", token); // Authorization",
            "Authorization: `${type} ${token}`",
            "Authorization: \"Bearer\" + SPACE + token",
            "token_type + \"Bearer\"",
            "if (authorization.startsWith(\"Bearer\")) token = a + b",
            "{\"authorization\": {\"type\": \"Bearer\"}}",
        ] {
            assert_eq!(glued(text), None, "{text}");
        }
    }
}
