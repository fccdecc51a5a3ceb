//! What can be read from an error message: its number, and the scopes that it requires.

use serde::Deserialize;

use crate::chars::front_of;

/// Where an error was shown.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RefusalPlace {
    /// The token endpoint (RFC 6749 §5.2).
    Token,
    /// The authorization page (RFC 6749 §4.1.2.1).
    Authorize,
    /// The provider's API, called with a token.
    Api,
    /// The provider's API for app manifests, which creates and exports apps.
    Manifest,
    /// The token requests of a device that waits for approval (RFC 8628 §3.5).
    Device,
}

/// The scopes that a message requires, and where they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedScopes<'t> {
    /// The names, in the order of the text; if the text is cut off, the last one may be too.
    pub names: Vec<&'t str>,
    /// The first character after the opening bracket, in characters from 0.
    pub start: usize,
    /// How many characters are in the brackets.
    pub length: usize,
}

/// The scopes of a message such as `does not contain scopes:[a:read, b:write]`; `None` where there are none.
///
/// ```
/// use authdesk::oauth::asked_scopes;
///
/// let asked = asked_scopes("Invalid access token, does not contain scopes:[meeting:read, user:read].").unwrap();
/// assert_eq!(asked.names, ["meeting:read", "user:read"]);
/// assert_eq!((asked.start, asked.length), (47, 23));
/// ```
#[must_use]
pub fn asked_scopes(text: &str) -> Option<AskedScopes<'_>> {
    const BEFORE: &str = "does not contain scopes";
    let at = text.to_ascii_lowercase().find(BEFORE)? + BEFORE.len();
    let behind = text.get(at..)?;
    let opened = behind.trim_start_matches(|ch: char| ch == ':' || ch.is_whitespace()).strip_prefix('[')?;
    let before = text.get(..text.len() - opened.len())?;
    let list = opened.split(']').next()?;
    let names: Vec<&str> = list.split([',', ' ', '\n', '\t']).filter(|name| is_scope(name)).collect();
    (!names.is_empty()).then(|| AskedScopes { names, start: before.chars().count(), length: list.chars().count() })
}

fn is_scope(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|ch| ch.is_ascii_alphanumeric() || matches!(ch, ':' | '_' | '-'))
}

/// The number of an error in the form that a page or a log uses: `(4,702)`, `(4700)`, `code 4711`, `"code": 124`.
///
/// The last one in parentheses counts, otherwise the first one after the word "code". An HTTP status (400 to 599) is
/// not such a number.
///
/// ```
/// use authdesk::oauth::refusal_number;
///
/// assert_eq!(refusal_number("Invalid redirect: https://client.example.com/cb (4,700)"), Some(4700));
/// assert_eq!(refusal_number("status code 404"), None);
/// assert_eq!(refusal_number("#3 /var/www/lib/cronlib.php(263): cron_run()"), None);
/// ```
#[must_use]
pub fn refusal_number(text: &str) -> Option<u32> {
    let mut bracketed = text.match_indices('(').filter_map(|(at, bracket)| {
        let behind = text.get(at + bracket.len()..).filter(|_| !is_of_frame(text.get(..at).unwrap_or_default()))?;
        // A German page separates thousands by a period.
        let rest = behind.trim_start_matches(|ch| is_of_number(ch) || ch == '.');
        let plain = behind.get(..behind.len() - rest.len()).filter(|_| rest.starts_with(')'));
        let grouped = || grouped_number(front_of(behind, LONGEST_GROUPED).split_once(')')?.0);
        plain.and_then(|plain| number(&plain.replace('.', ","))).or_else(grouped)
    });
    bracketed.next_back().or_else(|| {
        let lower = text.to_ascii_lowercase();
        lower.match_indices("code").find_map(|(at, word)| {
            let behind = lower.get(at + word.len()..)?;
            let behind = behind.trim_start_matches(['"', '\'', ':', '=', ' ', ']', '>']);
            let rest = behind.trim_start_matches(is_of_number);
            let is_word = !rest.starts_with(|ch: char| ch.is_alphanumeric() || ch == '_' || ch == '-');
            number(behind.get(..behind.len() - rest.len()).filter(|_| is_word)?.trim_end_matches(','))
        })
    })
}

/// A number as Zoom's pages write it: `4,700`, and in other languages `4.700` or `4 700`. As nothing else, those are numbers
/// of anything, so only Zoom's own count (4,7xx).
///
/// ```
/// use authdesk::oauth::grouped_number;
///
/// assert_eq!(grouped_number("4,700"), Some(4700));
/// assert_eq!(grouped_number("4 700"), Some(4700));
/// assert_eq!(grouped_number("1.500"), None);
/// ```
#[must_use]
pub fn grouped_number(written: &str) -> Option<u32> {
    const SEPARATORS: [char; 6] = [',', '.', ' ', '\u{a0}', '\u{202f}', '\u{2019}'];
    let (thousands, rest) = written.split_once(SEPARATORS)?;
    let is_group = thousands.len() == 1
        && rest.len() == 3
        && thousands.bytes().chain(rest.bytes()).all(|byte| byte.is_ascii_digit());
    let number = [thousands, rest].concat().parse().ok().filter(|_| is_group)?;
    (written.contains(',') || (4700..4800).contains(&number)).then_some(number)
}

/// In bytes, with what closes it.
const LONGEST_GROUPED: usize = 8;

/// Whether a number in parentheses that follows is that of a line: `#3 /var/www/lib/cronlib.php(263): f()`.
fn is_of_frame(before: &str) -> bool {
    [".php", ".inc", ".phtml", ".cs", ".vb", ".cpp", ".ts"].iter().any(|ending| before.ends_with(ending))
}

fn is_of_number(ch: char) -> bool {
    ch.is_ascii_digit() || ch == ','
}

/// Three to five digits, with or without a thousands separator.
fn number(written: &str) -> Option<u32> {
    let digits: String = match written.split_once(',') {
        Some((thousands, rest)) if rest.len() == 3 && !thousands.is_empty() => [thousands, rest].concat(),
        Some(_) => return None,
        None => written.to_owned(),
    };
    let number = digits.parse().ok().filter(|_| (3..=5).contains(&digits.len()))?;
    (!(400..600).contains(&number)).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scopes_in_the_bracket() {
        let text = "Invalid access token, does not contain scopes:[meeting:read:admin, meeting:read].";
        let asked = asked_scopes(text).unwrap();
        assert_eq!(asked.names, ["meeting:read:admin", "meeting:read"]);
        let inside: String = text.chars().skip(asked.start).take(asked.length).collect();
        assert_eq!(inside, "meeting:read:admin, meeting:read");
        let cut = asked_scopes("Ü: Does not contain scopes: [a:b,c_d:e (truncated...)").unwrap();
        assert_eq!((cut.names, cut.start), (vec!["a:b", "c_d:e"], 29));
        for none in ["", "does not contain scopes", "does not contain scopes:[]", "contains scopes:[a]", "scopes:[a]"] {
            assert_eq!(asked_scopes(none), None, "{none}");
        }
    }

    #[test]
    fn the_number_of_a_page_and_of_a_log() {
        for (text, expected) in [
            ("Invalid redirect: https://a.example/(x) (4,700)", Some(4700)),
            ("Invalid client_id: your_client_id (4,702)", Some(4702)),
            ("Ung\u{fc}ltige Umleitung: https://a.example/x (4.700)", Some(4700)),
            ("Redirection non valide : https://a.example/x (4\u{202f}700)", Some(4700)),
            ("(12 345)", None),
            ("Oops ... (300)", Some(300)),
            ("(4700)", Some(4700)),
            ("Error code: 4,711", Some(4711)),
            ("404, code 1500, You can only export", Some(1500)),
            ("{\"code\":124,\"message\":\"x\"}", Some(124)),
            ("'code' => 3001,", Some(3001)),
            ("The remote server returned an error: (400) Bad Request.", None),
            ("status code 404", None),
            ("Invalid authorization code 12345abc", None),
            ("(4,7)", None),
            ("(47,0012)", None),
            ("(", None),
            ("code", None),
            ("", None),
        ] {
            assert_eq!(refusal_number(text), expected, "{text}");
        }
    }
}
