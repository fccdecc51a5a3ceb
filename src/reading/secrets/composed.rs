//! Client ID and secret in program code, where no name says which of them is the secret: joined by a colon and perhaps
//! encoded, or as two arguments of a call.

use core::ops::Range;

use super::unit::{Unit, skip, unit};
use super::value::{is_of_token, is_words};

/// How far one of these is followed, in bytes.
const LONGEST_CALL: usize = 800;

/// What was found, and up to where the text was looked at, in bytes.
#[derive(Debug, Default)]
pub(super) struct Looked {
    pub secrets: Vec<Range<usize>>,
    pub end: usize,
}

/// What a word is that stands before such a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// A function that encodes its argument.
    Encoder,
    /// A function or an option that takes client ID and secret separately.
    Pair,
    /// A variable or an option with both in one text.
    Joined,
}

impl Before {
    /// The name is in lowercase, without the signs between its words; `before` is the text in front of it.
    pub(super) fn of(name: &str, before: &str) -> Option<Before> {
        let is_listed = |list: &[&str]| list.iter().any(|known| known.len() == name.len() && *known == name);
        if is_listed(&ENCODERS) || name == "from" && before.ends_with("Buffer.") {
            return Some(Before::Encoder);
        }
        if is_listed(&PAIRS) {
            return Some(Before::Pair);
        }
        let last = name.as_bytes().last();
        let mut endings = JOINED.iter().filter(|ending| ending.as_bytes().last() == last);
        endings.any(|ending| name.ends_with(ending)).then_some(Before::Joined)
    }
}

/// JavaScript, Python, PHP, Ruby, .NET with PowerShell, Go and Java.
const ENCODERS: [&str; 13] = [
    "b64encode",
    "base64encode",
    "btoa",
    "encode64",
    "encodebytes",
    "encodestring",
    "encodetostring",
    "getbytes",
    "standardb64encode",
    "strictencode64",
    "tobase64",
    "tobase64string",
    "urlsafeb64encode",
];

/// requests and httpx, aiohttp, .NET, RestSharp, OkHttp, Go, Ruby, Spring, Apache HttpClient, axios and Guzzle.
const PAIRS: [&str; 13] = [
    "auth",
    "authenticationheadervalue",
    "basic",
    "basicauth",
    "basicauthentication",
    "httpbasicauth",
    "httpbasicauthenticator",
    "networkcredential",
    "passwordauthentication",
    "setbasicauth",
    "usernamepasswordcredentials",
    "withbasicauth",
    "setbasicauthentication",
];

/// `CURLOPT_USERPWD` of libcurl, and what programs call it.
const JOINED: [&str; 8] =
    ["pair", "credentials", "creds", "credential", "userpass", "userpwd", "authstring", "authstr"];

/// Behind the name of an encoder: what is behind the colon in its argument. `None` if it is not called.
pub(super) fn in_call(text: &str, at: usize) -> Option<Looked> {
    let at = skip(text, at, Unit::is_space_in_line);
    let open = unit(text, at).filter(|next| next.ch == '(' || next.is_quote())?;
    Some(joined(text, if open.ch == '(' { open.end } else { open.start }))
}

/// Behind the name of a variable or an option with both in one text.
pub(super) fn in_assignment(text: &str, at: usize) -> Option<Looked> {
    let start = skip(text, at, |next| next.is_space_in_line() || next.is_quote() || next.ch == ']');
    let sign = unit(text, start).filter(|next| matches!(next.ch, '=' | ':' | ','))?;
    let start = skip(text, sign.end, |next| next.is_space_in_line() || matches!(next.ch, '=' | '>' | '('));
    Some(joined(text, start))
}

/// Goes through an expression to its end: what its texts have behind the first colon.
fn joined(text: &str, start: usize) -> Looked {
    let mut looked = Looked { secrets: Vec::new(), end: start };
    let (mut depth, mut has_colon) = (0_usize, false);
    // Behind a template or a sign between two values: how many values are to come before the secret.
    let mut to_skip = 0_usize;
    // Inside of a call or an index behind the colon a text is the name of a value: `os.environ["SECRET"]`.
    let mut named_at = None;
    while let Some(next) = unit(text, looked.end).filter(|next| next.end - start <= LONGEST_CALL) {
        looked.end = next.end;
        match next.ch {
            '(' | '[' | '{' => {
                depth += 1;
                if has_colon && is_behind_name(text, start, next.start) {
                    named_at = named_at.or(Some(depth));
                }
            }
            ')' | ']' | '}' if depth == 0 => break,
            ')' | ']' | '}' => {
                named_at = named_at.filter(|named| *named < depth);
                depth -= 1;
            }
            ',' if depth == 0 && to_skip == 0 => break,
            ',' => to_skip = to_skip.saturating_sub(1),
            ';' => break,
            _ if next.is_line_break() && depth == 0 && !goes_on(text, start, &next) => break,
            _ if next.is_quote() => {
                let Some((value, end)) = literal(text, &next) else { continue };
                looked.end = end;
                if has_colon {
                    let is_name = named_at.is_some() || is_argument(text, start, next.start);
                    if to_skip == 0 && !is_name && is_literal(text, &value) {
                        looked.secrets.push(value);
                    }
                    continue;
                }
                let Some(secret) = behind_colon(text, &value) else { continue };
                has_colon = true;
                if is_literal(text, &secret) {
                    looked.secrets.push(secret);
                    continue;
                }
                let after = skip(text, end, Unit::is_space_in_line);
                let is_join = text.get(after..).is_some_and(|rest| FILLS.iter().any(|fill| rest.starts_with(fill)));
                let is_template = unit(text, after).is_some_and(|next| next.ch == ',' && depth > 0);
                to_skip = if is_template { 2 } else { usize::from(is_join) };
            }
            _ => {}
        }
    }
    looked
}

/// What puts values into the text in front of it, or between.
const FILLS: [&str; 4] = [".join", ".format", "%", "-f"];

/// Whether a bracket belongs to what is called or looked up, and not to a list of values.
fn is_behind_name(text: &str, start: usize, bracket: usize) -> bool {
    let before = text.get(start..bracket).unwrap_or_default();
    let is_fill = FILLS.iter().any(|fill| before.ends_with(fill));
    !is_fill && before.ends_with(|ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '_' | ']'))
}

/// Whether a text is the argument of a command: `(Read-Host 'Client Secret')`.
fn is_argument(text: &str, start: usize, quote: usize) -> bool {
    let before = text.get(start..quote).unwrap_or_default();
    let name = before.trim_end();
    name.len() < before.len() && name.ends_with(|ch: char| ch.is_ascii_alphanumeric())
}

/// Whether an expression goes on behind a line break: its first value comes there, or a sign that joins two.
fn goes_on(text: &str, start: usize, line_break: &Unit) -> bool {
    let before = text.get(start..line_break.start).unwrap_or_default().trim_end();
    let after = || unit(text, skip(text, line_break.end, Unit::is_space));
    before.is_empty()
        || before.ends_with(['+', '.', '&', '\\'])
        || after().is_some_and(|next| matches!(next.ch, '+' | '.'))
}

/// Behind the name of a call or an option with two values: the second one, if it is a text.
pub(super) fn second_value(text: &str, name: &str, at: usize) -> Option<Looked> {
    let after_name = skip(text, at, |next| next.is_quote() || next.ch == ']');
    let is_apart = unit(text, after_name).is_some_and(|next| next.is_space_in_line());
    let start = skip(text, after_name, |next| next.is_space_in_line() || matches!(next.ch, '=' | '>' | ':'));
    let open = unit(text, start)?;
    let is_command = name == "basicauth" && is_apart && open.is_quote();
    if !is_command && !matches!(open.ch, '(' | '[') {
        return None;
    }
    let mut looked = Looked { secrets: Vec::new(), end: if is_command { open.start } else { open.end } };
    let (mut depth, mut number) = (0_usize, 0_usize);
    while let Some(next) = unit(text, looked.end).filter(|next| next.end - start <= LONGEST_CALL) {
        looked.end = next.end;
        match next.ch {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 && number == 1 => break,
            ',' if depth == 0 => number = 1,
            ';' => break,
            _ if next.is_line_break() && is_command => break,
            _ if next.is_quote() => {
                let Some((value, end)) = literal(text, &next) else { continue };
                looked.end = end;
                if number == 1 && depth == 0 {
                    if is_literal(text, &value) {
                        looked.secrets.push(value);
                    }
                    break;
                }
            }
            _ => {}
        }
    }
    Some(looked)
}

/// The secret in a text between quotes that is client ID and secret, whatever is in front of it: both look as if a
/// program made them, or the ID is a variable.
pub(super) fn alone(text: &str, open: &Unit) -> Option<Range<usize>> {
    let end = skip(text, open.end, |next| {
        !next.is_quote() && !next.is_space() && next.end - open.end <= LONGEST_CALL && !matches!(next.ch, '/' | ',')
    });
    // A slash may be a part of the secret, never of the ID.
    let colon = behind_colon(text, &(open.end..end))?;
    let end = skip(text, colon.start, |next| is_of_token(next) && next.end - open.end <= LONGEST_CALL);
    let secret = colon.start..end;
    unit(text, end).filter(Unit::is_quote)?;
    let id = text.get(open.end..colon.start)?.trim_end_matches(':');
    let value = text.get(secret.clone())?;
    let is_made = |text: &str| text.len() >= LEAST_MADE && !is_words(text) && text.bytes().all(is_of_id);
    let is_pair = is_made(id) || is_variable(id) && id.ends_with(['}', ')']);
    (is_pair && value.len() >= LEAST_MADE && !is_words(value)).then_some(secret)
}

/// Shorter ones are names, numbers and times.
const LEAST_MADE: usize = 10;

fn is_of_id(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.')
}

/// Whether a text begins with a variable or a place for a value.
pub(super) fn is_variable(text: &str) -> bool {
    let is_begin = |ch: char| ch.is_ascii_alphabetic() || matches!(ch, '{' | '(' | '_');
    match text.strip_prefix(['$', '#', '\\']) {
        Some(rest) => rest.starts_with(is_begin),
        None => text.starts_with('{') || ["%s", "%v", "%@"].iter().any(|place| text.starts_with(place)),
    }
}

fn is_literal(text: &str, range: &Range<usize>) -> bool {
    text.get(range.clone()).is_some_and(|text| !text.trim().is_empty() && !is_variable(text))
}

/// A text between quotes on one line, and where it ends with its quote.
fn literal(text: &str, open: &Unit) -> Option<(Range<usize>, usize)> {
    let mut at = open.end;
    // The parentheses of a variable in it may contain quotes.
    while let Some(next) = unit(text, at).filter(|next| next.end - open.end <= LONGEST_CALL) {
        if next.is_line_break() && next.slashes == 0 {
            return None;
        }
        if next.ch == open.ch && next.slashes <= open.slashes {
            return Some((open.end..next.start, next.end));
        }
        at = next.end;
    }
    None
}

/// What is behind the colon in client ID and secret, which is none in a variable: `$($env:ID):secret`.
fn behind_colon(text: &str, pair: &Range<usize>) -> Option<Range<usize>> {
    let mut depth = 0_usize;
    let mut at = pair.start;
    while let Some(next) = unit(text, at).filter(|next| next.end <= pair.end) {
        match next.ch {
            '(' | '{' => depth += 1,
            ')' | '}' => depth = depth.saturating_sub(1),
            ':' if depth == 0 => {
                let before = text.get(pair.start..next.start).unwrap_or_default();
                let is_url = text.get(next.end..pair.end).is_some_and(|rest| rest.starts_with("//"));
                // A URN (RFC 8141), such as that of a grant type, is the name of something.
                if is_url || before.eq_ignore_ascii_case("urn") {
                    return None;
                }
                if !before.ends_with("$env") {
                    return Some(next.end..pair.end);
                }
            }
            _ => {}
        }
        at = next.end;
    }
    None
}
