//! A token response as a program shows it: PHP's `print_r`, `var_dump` and `var_export`, and the literal of Python, Ruby
//! or JavaScript.

use crate::chars::front_of;
use crate::pasted_json::{Json, Kind, Member};

/// A name of a response, and what League's `AccessToken` calls it, which has properties in place of names.
const NAMES: [(&str, &[&str]); 10] = [
    ("access_token", &["access_token", "accessToken"]),
    ("refresh_token", &["refresh_token", "refreshToken"]),
    ("id_token", &["id_token", "idToken"]),
    ("token_type", &["token_type"]),
    ("expires_in", &["expires_in"]),
    ("scope", &["scope"]),
    ("device_code", &["device_code"]),
    ("user_code", &["user_code"]),
    ("verification_uri", &["verification_uri"]),
    ("interval", &["interval"]),
];

/// Of a name that is there more often, no further place is looked at, so that a long text costs little.
const MOST_PLACES: usize = 32;

/// In bytes. Between a name and its value are at most the class that a private property belongs to, and spaces.
const LONGEST_GAP: usize = 120;

/// What a program printed.
#[derive(Clone, Copy)]
enum Notation {
    /// Of `print_r` and `var_dump`: `[name] => value` up to the end of its line.
    Printed,
    /// The same without its line breaks, as a browser shows it.
    PrintedInLine,
    /// Strings in quotes.
    Literal,
}

/// The names and values of a dump, if it is that of a response. All values are strings, and a list is joined by spaces.
pub(super) fn members(text: &str) -> Option<Vec<Member>> {
    let notation = notation(text)?;
    // Who has these prepares a request.
    if ["client_secret", "clientSecret", "grant_type"].iter().any(|name| text.contains(name)) {
        return None;
    }
    let member = |(name, spellings): &(&str, &[&str])| {
        let value = spellings.iter().find_map(|spelling| value_of(text, spelling, notation))?;
        Some(Member { end: 0, name: (*name).to_owned(), value: Json { end: 0, kind: Kind::Text(value) } })
    };
    let members: Vec<Member> = NAMES.iter().filter_map(member).collect();
    let has = |name: &str| members.iter().any(|member| member.name == name);
    // Settings of a program may have a token of their own, and nothing else.
    (has("access_token") && members.len() > 1 || has("device_code") && has("user_code")).then_some(members)
}

/// Whether a text is a response that a program printed.
pub(crate) fn is_dumped_answer(text: &str) -> bool {
    ["access_token", "accessToken", "user_code"].iter().any(|name| text.contains(name)) && members(text).is_some()
}

fn notation(text: &str) -> Option<Notation> {
    if is_literal(text) {
        return Some(Notation::Literal);
    }
    let is_type = |line: &str| line == "Array" || line.ends_with(" Object");
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
    while let Some(line) = lines.next() {
        // Of `[token] => Array` and `Response: Array`.
        let last = line.rsplit(['=', '>', ':']).next().unwrap_or_default().trim_start();
        let is_sized = |name: &str| last.strip_prefix(name).is_some_and(|rest| rest.ends_with('{'));
        if is_type(last) && lines.peek() == Some(&"(") || is_sized("array(") || is_sized("object(") {
            return Some(Notation::Printed);
        }
        if line.contains("Array ( [") || line.contains(" Object ( [") {
            return Some(Notation::PrintedInLine);
        }
    }
    None
}

/// Whether the text is one literal, with at most a label before it; a program has something around it.
fn is_literal(text: &str) -> bool {
    let bare = text.split_once(['{', '[']).filter(|(label, _)| !label.trim().contains('\n'));
    let bare = bare.filter(|(label, _)| label.trim_end().ends_with(':')).and_then(|(label, _)| text.get(label.len()..));
    let text = bare.unwrap_or(text);
    let open = ["{", "[", "array ("].iter().find_map(|open| text.strip_prefix(open));
    let is_name = |ch: char| matches!(ch, '\'' | '"' | ':' | '_') || ch.is_ascii_lowercase();
    open.is_some_and(|inner| inner.trim_start().starts_with(is_name))
        && text.ends_with(['}', ']', ')'])
        && !text.contains(';')
}

/// The value of a name.
fn value_of(text: &str, name: &str, notation: Notation) -> Option<String> {
    text.match_indices(name).take(MOST_PLACES).find_map(|(at, _)| {
        let before = text.get(..at)?.chars().next_back()?;
        let rest = text.get(at + name.len()..)?;
        match notation {
            Notation::Printed => printed(behind_bracket(before, rest)?),
            Notation::PrintedInLine => in_line(behind_bracket(before, rest)?),
            Notation::Literal => literal(behind_name(before, rest)?),
        }
    })
}

/// What follows `[name] =>`, or `["name":protected]=>`.
fn behind_bracket(before: char, rest: &str) -> Option<&str> {
    let arrow = front_of(rest, LONGEST_GAP).find("=>")?;
    let inner = rest.get(..arrow)?.trim_end().strip_suffix(']')?;
    let is_end = inner.is_empty() || inner.starts_with(['"', ':']);
    let behind = rest.get(arrow + "=>".len()..)?;
    (matches!(before, '[' | '"') && is_end).then(|| behind.trim_start_matches(' '))
}

/// What follows the name of a literal: `'name':`, `"name" =>`, `:name=>`, `name:`.
fn behind_name(before: char, rest: &str) -> Option<&str> {
    let behind = match before {
        '\'' | '"' => rest.strip_prefix(before)?.trim_start(),
        ':' => rest.trim_start().strip_prefix("=>").map(str::trim_start)?,
        '{' | ',' => rest,
        _ if before.is_whitespace() => rest,
        _ => return None,
    };
    let sign = if before == ':' { behind } else { behind.strip_prefix(':').or_else(|| behind.strip_prefix("=>"))? };
    Some(sign.trim_start())
}

/// `value` to the end of the line; of `var_dump`, in the next line, `string(5) "value"` or `int(3600)`.
fn printed(behind: &str) -> Option<String> {
    let line = behind.trim_start_matches(['\r', '\n']).lines().next()?.trim();
    if let Some((kind, rest)) = line.split_once('(') {
        match kind {
            "string" => return rest.split_once(") ").and_then(|(_, text)| quoted(text)).map(str::to_owned),
            "int" => return rest.split_once(')').map(|(digits, _)| digits.to_owned()),
            _ => {}
        }
    }
    // An empty value is followed by the next name, or the end.
    let is_value =
        !line.is_empty() && !line.starts_with(['[', '(', ')']) && line != "Array" && !line.ends_with(" Object");
    is_value.then(|| line.to_owned())
}

/// `value` up to the next name, or the end.
fn in_line(behind: &str) -> Option<String> {
    let line = behind.lines().next()?;
    let end = [" [", " )"].iter().filter_map(|sign| line.find(sign)).min().unwrap_or(line.len());
    let value = line.get(..end)?.trim();
    (!value.is_empty() && !value.starts_with(['[', '(', ')'])).then(|| value.to_owned())
}

/// A string in quotes, a list of them, or digits.
fn literal(behind: &str) -> Option<String> {
    if let Some(list) = behind.strip_prefix('[') {
        let (list, _) = list.split_once(']')?;
        let names: Vec<&str> = list.split(',').filter_map(|name| quoted(name.trim())).collect();
        return Some(names.join(" "));
    }
    let digits = behind.find(|ch: char| !ch.is_ascii_digit()).and_then(|end| behind.get(..end));
    quoted(behind).or(digits.filter(|digits| !digits.is_empty())).map(str::to_owned)
}

fn quoted(text: &str) -> Option<&str> {
    let mark = text.chars().next().filter(|mark| matches!(mark, '\'' | '"'))?;
    text.get(1..)?.split_once(mark).map(|(inner, _)| inner)
}
