//! The notations of settings: properties, YAML, INI, environment variables, options of a command, JSON, objects and
//! calls of programs, XML.
//!
//! All of them are read the same way: a name that is known, a sign, and a value in quotes or up to the end of its line.
//! What a program puts together, or takes from somewhere else, is a reference.

use core::ops::Range;

use super::SettingRole;
use super::arguments::{arguments, by_place};
use super::names::{LONGEST, is_of_message, is_of_metadata, role};

/// A setting where it stands. Places are bytes.
pub(super) struct Entry<'t> {
    pub role: SettingRole,
    pub name: &'t str,
    pub start: usize,
    /// What is known of the value.
    pub value: Written,
    /// The value without its quotes.
    pub place: Range<usize>,
    /// The quotes are a part of the value.
    pub keeps_quotes: bool,
    /// Whatever is behind the value in its line is a part of it.
    pub keeps_spaces: bool,
    /// The spaces around the `=` of an assignment of a shell.
    pub spaces: Option<Range<usize>>,
}

/// What is known of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Literal,
    Empty,
    /// A variable, a call, something that is put together.
    Reference,
}

/// What was found in a text, in its order.
#[derive(Default)]
pub(super) struct Notes<'t> {
    pub entries: Vec<Entry<'t>>,
    /// Where names of a request or a response are.
    pub messages: Vec<usize>,
    /// Where names of a server's metadata are.
    pub metadata: Vec<usize>,
}

/// The shortest name is `scope`.
const SHORTEST: usize = 5;
/// The longest value, in bytes.
const LONGEST_VALUE: usize = 4096;
/// The maximum number of settings; a longer list is not read to its end.
const MOST: usize = 400;

/// All settings of a text.
pub(super) fn entries(text: &str) -> Notes<'_> {
    let mut notes = Notes::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if !is_of_name(*byte) {
            at += 1;
            continue;
        }
        let end = at + bytes.iter().skip(at).take_while(|byte| is_of_name(**byte)).count();
        let (start, from) = (at, end);
        at = from;
        let is_long = (SHORTEST..=LONGEST).contains(&(end - start));
        let Some(name) = text.get(start..end).filter(|_| is_long && !byte.is_ascii_digit()) else { continue };
        // Options begin with it.
        let own = name.trim_start_matches('-');
        let start = end - own.len();
        if let Some(arguments) = arguments(text, start, own) {
            notes.entries.extend(by_place(text, own, start, arguments));
            continue;
        }
        // Most words of a text are names of nothing.
        if separator(text, start, end).is_none() {
            continue;
        }
        if is_of_message(own) {
            let places = if is_of_metadata(own) { &mut notes.metadata } else { &mut notes.messages };
            places.push(start);
            continue;
        }
        let Some(role) = role(own).or_else(|| by_place_of(text, start, own)) else { continue };
        if let Some(entry) = entry(text, role, own, start) {
            at = entry.place.end.max(end);
            notes.entries.push(entry);
            if notes.entries.len() >= MOST {
                return notes;
            }
        }
    }
    notes
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}

/// Names that say what they are only where they stand: `secret` in `credentials`, as the adapters of Keycloak have it,
/// and `redirect` in the services of Laravel.
fn by_place_of(text: &str, start: usize, name: &str) -> Option<SettingRole> {
    if name == "redirect" {
        let is_laravel = text.get(..start)?.ends_with('\'') && text.get(start + name.len()..)?.starts_with("' =>");
        return is_laravel.then_some(SettingRole::Redirect);
    }
    let before = text.get(..start)?.trim_end_matches(['"', '\'']).trim_end().trim_end_matches('{').trim_end();
    let parent = before.strip_suffix(':')?.trim_end_matches(['"', '\'']);
    (name == "secret" && parent.ends_with("credentials")).then_some(SettingRole::ClientSecret)
}

/// The sign between a name and its value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Equals,
    Colon,
    /// `=>`, `:=`, a comma in a call, a tag of XML.
    Other,
    /// A space after an option.
    Space,
}

/// The sign after a name, and the byte behind it.
fn separator(text: &str, start: usize, end: usize) -> Option<(Sign, usize)> {
    let before = text.get(..start)?.chars().next_back();
    // A parameter of a query, or a part of an expression.
    if matches!(before, Some('?' | '&' | '%' | '/' | ')' | '\\')) {
        return None;
    }
    let rest = text.get(end..)?;
    let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\'' | '`') && before == Some(*quote));
    let mut at = end + quote.map_or(0, char::len_utf8);
    if text.get(at..)?.starts_with(']') {
        at += 1;
    }
    let spaces = |at: usize| text.get(at..).map_or(0, |rest| rest.len() - rest.trim_start_matches([' ', '\t']).len());
    let gap = spaces(at);
    let rest = text.get(at + gap..)?;
    let signs =
        [("=>", Sign::Other), (":=", Sign::Other), ("==", Sign::Space), ("=~", Sign::Space), ("::", Sign::Space)];
    let two = signs.into_iter().find(|(sign, _)| rest.starts_with(sign));
    match (two, rest.chars().next()?) {
        (Some((_, Sign::Space)), _) => None,
        (Some((sign, kind)), _) => Some((kind, at + gap + sign.len())),
        (None, '=') => Some((Sign::Equals, at + gap + 1)),
        // `$ID:$SECRET` of a shell.
        (None, ':') if before == Some('$') => None,
        (None, ':') => Some((Sign::Colon, at + gap + 1)),
        (None, ',') if quote.is_some() => beside(text, at + gap + 1).or_else(|| of_call(text, start, at + gap + 1)),
        // A builder: `.clientId("…")`.
        (None, '(') if text.get(start..)?.starts_with('.') && rest.get(1..)?.starts_with(['"', '\'']) => {
            Some((Sign::Other, at + gap + 1))
        }
        (None, '>') if before == Some('<') => Some((Sign::Other, at + gap + 1)),
        // `- name: X` with `value:` below it, and attributes of XML.
        (None, _) if gap > 0 && text.get(..start)?.trim_end_matches('-').len() + 2 == start => {
            Some((Sign::Space, at + gap))
        }
        (None, _) => beside(text, at),
    }
}

/// `define('NAME', 'value')`, `System.setProperty("name", "value")`.
fn of_call(text: &str, start: usize, at: usize) -> Option<(Sign, usize)> {
    let before = text.get(..start)?.trim_end_matches(['"', '\'']).trim_end().strip_suffix('(')?;
    let is_setter =
        ["define", "setProperty", "setenv", "Setenv", "put", "set", "Set"].iter().any(|name| before.ends_with(name));
    is_setter.then_some((Sign::Other, at))
}

/// The value is that of the next name: `name: X`, `value: Y`.
fn beside(text: &str, at: usize) -> Option<(Sign, usize)> {
    let rest = text.get(at..)?;
    let next = rest.trim_start_matches([' ', '\t', '\r', '\n', ',', '"', '\'']);
    let skipped = rest.len() - next.len();
    let value = next.strip_prefix("value")?.trim_start_matches(['"', '\'']).trim_start_matches([' ', '\t']);
    let inner = value.strip_prefix([':', '='])?;
    // Only the next line, and nothing but the end of the name before it.
    let is_near = rest.get(..skipped)?.matches('\n').count() <= 1;
    is_near.then(|| (Sign::Other, at + rest.len() - inner.len()))
}

fn entry<'t>(text: &'t str, role: SettingRole, name: &'t str, start: usize) -> Option<Entry<'t>> {
    let end = start + name.len();
    let (sign, at) = separator(text, start, end)?;
    let line_start = text.get(..start)?.rfind('\n').map_or(0, |at| at + 1);
    let before = text.get(line_start..start)?.trim_start();
    if ["#", "//", ";"].iter().any(|comment| before.starts_with(comment)) {
        return None;
    }
    let line_end = at + text.get(at..)?.find('\n').unwrap_or(text.len() - at);
    let rest = text.get(at..line_end)?.trim_end_matches('\r');
    let gap = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let from = at + gap;
    let value = rest.get(gap..)?;
    let shell = shell_of(before);
    let has_spaces = gap > 0 || text.get(end..at).is_some_and(|sign| sign.starts_with(' '));
    let spaces = (shell.is_some() && sign == Sign::Equals && has_spaces).then_some(end..from);
    let first = value.chars().next();
    if let Some(quote) = first.filter(|first| matches!(first, '"' | '\'' | '`')) {
        let inner = closing(value.get(1..)?, quote)?;
        let place = from + 1..from + 1 + inner;
        let behind = value.get(inner + 2..)?.trim_start();
        let is_joined = ["+", ".", "%", "||", "?", "??", "&"].iter().any(|sign| behind.starts_with(sign));
        let written = match text.get(place.clone())? {
            _ if is_joined => Written::Reference,
            "" => Written::Empty,
            inner if is_reference(inner) => Written::Reference,
            _ => Written::Literal,
        };
        let is_list = before == "- " || before == "-";
        let keeps_quotes = sign == Sign::Equals
            && behind.is_empty()
            && (is_java(name, before) && !has_spaces || is_list || shell == Some(Shell::Cmd));
        return Some(Entry { role, name, start, value: written, place, keeps_quotes, keeps_spaces: false, spaces });
    }
    let is_option = before.ends_with('-') || before.ends_with("--");
    let is_tag = text.get(at - 1..at) == Some(">");
    let length = match () {
        () if is_tag => value.find('<')?,
        () if is_option => value.find(char::is_whitespace).unwrap_or(value.len()),
        () if sign == Sign::Space => return None,
        () if sign == Sign::Other => {
            let length = value.find([',', ')', ';']).unwrap_or(value.len());
            return Some(reference(role, name, start, from..from + length));
        }
        () => uncommented(value, is_java(name, before)),
    };
    let raw = value.get(..length.min(LONGEST_VALUE))?;
    let inner = raw.trim_end();
    // A form, and the fields of a log.
    if sign == Sign::Equals && !is_option && (is_form(inner) || is_log(inner)) {
        return None;
    }
    let is_line = is_option || is_tag || is_start(before);
    if !is_line || (!is_option && !is_tag && !is_config(text, line_start, line_end)) {
        return Some(reference(role, name, start, from..from + inner.len()));
    }
    let written = match inner {
        "" if sign == Sign::Colon && is_parent(text, line_end, line_start) => return None,
        "" | "~" | "null" => Written::Empty,
        value if is_expression(value) => Written::Reference,
        _ => Written::Literal,
    };
    let keeps_spaces = is_java(name, before) && sign == Sign::Equals && raw.len() > inner.len();
    let place = from..from + if keeps_spaces { raw.len() } else { inner.len() };
    Some(Entry { role, name, start, value: written, place, keeps_quotes: false, keeps_spaces, spaces })
}

fn is_form(value: &str) -> bool {
    value.split('&').skip(1).any(|pair| pair.contains('='))
}

fn is_log(value: &str) -> bool {
    value.split_whitespace().skip(1).any(|word| {
        let name = word.split('=').next().unwrap_or_default();
        name.len() < word.len() && !name.is_empty() && name.bytes().all(is_of_name)
    })
}

pub(super) fn reference<'t>(role: SettingRole, name: &'t str, start: usize, place: Range<usize>) -> Entry<'t> {
    Entry {
        role,
        name,
        start,
        value: Written::Reference,
        place,
        keeps_quotes: false,
        keeps_spaces: false,
        spaces: None,
    }
}

/// How long a text in quotes is.
pub(super) fn closing(text: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    for (at, ch) in text.char_indices().take(LONGEST_VALUE) {
        match ch {
            '\n' => return None,
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if ch == quote => return Some(at),
            _ => {}
        }
    }
    None
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shell {
    /// bash and the like, where nothing may be around the `=` (POSIX XCU 2.9.1).
    Posix,
    /// cmd.exe, where everything behind the `=` is the value (Microsoft, `set`).
    Cmd,
}

/// What assigns a variable, by the words before its name.
fn shell_of(before: &str) -> Option<Shell> {
    let before = before.trim_start_matches(['$', '#', '>']).trim_start();
    match before {
        "export " => Some(Shell::Posix),
        _ if before.eq_ignore_ascii_case("set ") || before.to_ascii_lowercase().ends_with(">set ") => Some(Shell::Cmd),
        _ => None,
    }
}

/// Whether a name is one of Java's `.properties`, where quotes and spaces at the end are parts of the value
/// (`java.util.Properties`, `load`).
fn is_java(name: &str, before: &str) -> bool {
    const STARTS: [&str; 6] = ["spring.", "quarkus.", "micronaut.", "keycloak.", "security.oauth2.", "server."];
    before.is_empty() && STARTS.iter().any(|start| name.starts_with(start))
}

/// Whether nothing but what begins a setting is before a name.
fn is_start(before: &str) -> bool {
    let before = before.trim();
    ["", "-", "export", "set", "ENV", "-e", "-D", "env", "@"].contains(&before)
        || before.eq_ignore_ascii_case("$env:")
        || before.eq_ignore_ascii_case("environment=")
        || before.to_ascii_lowercase().ends_with(">set")
        || before.ends_with("$ export")
}

/// Up to a comment.
fn uncommented(value: &str, is_java: bool) -> usize {
    if is_java {
        return value.len();
    }
    [" #", "\t#", " ;"].iter().filter_map(|sign| value.find(sign)).min().unwrap_or(value.len())
}

/// How many lines around a value show whether it is one of a program.
const AROUND: usize = 12;

/// Whether the lines around are no program: nothing in brackets goes on over several of them.
fn is_config(text: &str, start: usize, end: usize) -> bool {
    let is_of_program = |line: &str| {
        let line = line.trim();
        line.ends_with(['{', '(', ',', ';'])
            || line.starts_with(['}', ')', ']'])
            || line.ends_with("=>")
            || line.ends_with(" do")
    };
    let before = text.get(..start).unwrap_or_default().trim_end_matches('\n');
    let own = text.get(start..end).unwrap_or_default();
    let behind = text.get(end..).unwrap_or_default().trim_start_matches('\n');
    let is_line = |line: &&str| !line.trim().is_empty();
    !is_of_program(own)
        && !before.rsplit('\n').take(AROUND).take_while(is_line).any(is_of_program)
        && !behind.split('\n').take(AROUND).take_while(is_line).any(is_of_program)
}

/// Whether the lines below belong to a name without a value.
fn is_parent(text: &str, line_end: usize, line_start: usize) -> bool {
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let own = indent(text.get(line_start..line_end).unwrap_or_default());
    let below = text.get(line_end..).unwrap_or_default().trim_start_matches('\n');
    let next = below.lines().next().unwrap_or_default();
    !next.trim().is_empty() && (indent(next) > own || next.trim_start().starts_with("- "))
}

/// Whether a text in quotes has a variable in it.
pub(super) fn is_reference(text: &str) -> bool {
    let is_variable = |start: &str, end: &str| {
        text.split_once(start).is_some_and(|(_, rest)| rest.contains(end) && !rest.starts_with("baseUrl"))
    };
    is_variable("${", "}")
        || is_variable("{{", "}}")
        || is_variable("#{", "}")
        || is_variable("$(", ")")
        || is_variable("<%", "%>")
        || (text.starts_with('$')
            && text.get(1..).is_some_and(|name| name.chars().all(|ch| ch.is_alphanumeric() || ch == '_')))
        || (text.len() > 2 && text.starts_with('%') && text.ends_with('%'))
}

/// How a program gets a value from its environment.
pub(super) fn is_of_environment(value: &str) -> bool {
    const STARTS: [&str; 8] = [
        "process.env",
        "import.meta.env",
        "os.environ",
        "os.getenv(",
        "os.Getenv(",
        "System.getenv(",
        "ENV[",
        "Environment.Get",
    ];
    STARTS.iter().any(|start| value.starts_with(start))
}

/// Whether a value without quotes is an expression, or says where the value is.
fn is_expression(value: &str) -> bool {
    const STARTS: [&str; 7] = ["env(", "env.", "ENC(", "vault:", "config.", "settings.", "op://"];
    is_reference(value)
        || STARTS.iter().any(|start| value.starts_with(start))
        || is_of_environment(value)
        || value.starts_with(['$', '!', '&', '|', '('])
        || (value.starts_with('{') && !value.starts_with("{baseUrl"))
        || (value.starts_with('[') && (value.contains([',', '"', '\'']) || !value.contains(' ')))
        || value == ">"
        || value.ends_with(['(', '{', ','])
}
