//! How programs and servers write a name with its value.

use super::bare::{MOST_SPACES, bare_value, behind_type, spaced};
use super::value::{backslashes, query_decoded, quoted};
use crate::chars::{front_of, is_quote};

/// How a name is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `"error": …`, with quotes of any kind.
    Quoted,
    /// `[error] => …`
    Bracket,
    /// `<error>…`
    Tag,
    /// `?error=…`
    Query,
    /// `error=…`
    Equals,
    /// `error: …`
    Colon,
}

/// A value, with its end in bytes.
pub(super) enum Value {
    Text {
        text: String,
        end: usize,
        is_quoted: bool,
    },
    /// An object or a list that begins here.
    Open,
    None,
}

/// What is between a name and its value; `None` where the word is not a name.
pub(super) fn separator(text: &str, start: usize, end: usize) -> Option<(Form, usize)> {
    // A word of prose: between spaces, and another word follows.
    let bytes = text.as_bytes();
    let is_apart = start == 0 || matches!(bytes.get(start - 1), Some(b' ' | b'\n'));
    if is_apart && bytes.get(end) == Some(&b' ') && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let before = text.get(..start)?;
    let opened = before.chars().next_back();
    let rest = text.get(end..)?;
    match opened {
        Some(quote) if is_quote(quote) => {
            let depth = backslashes(rest);
            let closed = rest.get(depth..)?;
            let quote = closed.chars().next().filter(|ch| is_quote(*ch))?;
            let behind = closed.get(quote.len_utf8()..)?;
            let behind = behind.strip_prefix(quote).unwrap_or(behind);
            let behind = spaced(behind.strip_prefix(']').unwrap_or(behind));
            let value = behind.strip_prefix("=>").or_else(|| behind.strip_prefix(':'))?;
            (!value.starts_with(':')).then(|| (Form::Quoted, text.len() - value.len()))
        }
        Some('[') if rest.starts_with(']') => {
            let value = spaced(rest.get(1..)?).strip_prefix("=>")?;
            Some((Form::Bracket, text.len() - value.len()))
        }
        Some('<' | ':')
            if rest.starts_with(['>', ' '])
                && (opened == Some('<') || before.ends_with("<:") || rest.starts_with('>')) =>
        {
            let tag = front_of(rest, MOST_SPACES);
            let close = tag.find(['>', '<', '\n'])?;
            let value = rest.get(close..)?.strip_prefix('>')?;
            Some((Form::Tag, text.len() - value.len()))
        }
        Some(':') if rest.starts_with("=>") => Some((Form::Quoted, end + 2)),
        Some('?' | '&' | '#') if rest.starts_with('=') => Some((Form::Query, end + 1)),
        Some(';') if rest.starts_with('=') && before.ends_with("amp;") => Some((Form::Query, end + 1)),
        _ => {
            if let Some(value) = rest.strip_prefix('=') {
                let is_name = !value.starts_with(['=', '>', ' ', '\n']) && !before.ends_with(['$', '.', '-']);
                return is_name.then_some((Form::Equals, end + 1));
            }
            let spaces = rest.bytes().take(MOST_SPACES).take_while(|byte| *byte == b' ').count();
            let value = rest.get(spaces..)?.strip_prefix(':')?;
            // `Client error: …` and `Server Error: …` name the class of the status.
            if ["Client ", "Server "].iter().any(|class| before.ends_with(class)) {
                return None;
            }
            let is_name = !value.starts_with([':', '/', '=']) && opened != Some('\\');
            is_name.then_some((Form::Colon, end + spaces + 1))
        }
    }
}

/// The value at a place, as it is written after a name of this form; without quotes, it has `longest` bytes at most.
pub(super) fn value_of(text: &str, form: Form, at: usize, longest: usize, is_in_object: bool) -> Value {
    let rest = text.get(at..).unwrap_or_default();
    let front =
        if form == Form::Colon || form == Form::Equals { rest.trim_start_matches([' ', '\t']) } else { spaced(rest) };
    let front = behind_type(front);
    let start = text.len() - front.len();
    // A list of sentences counts by its first one.
    let listed = front.strip_prefix('[').map(spaced).filter(|inner| inner.starts_with(is_quote));
    let front = listed.unwrap_or(front);
    let start = if listed.is_some() { text.len() - front.len() } else { start };
    let is_prefixed = ["b'", "b\"", "u'", "u\"", "r'"].iter().any(|prefix| front.starts_with(prefix));
    if form != Form::Query
        && form != Form::Tag
        && let Some(value) = quoted(text, start + usize::from(is_prefixed))
    {
        return Value::Text { text: value.text, end: value.end, is_quoted: true };
    }
    if front.starts_with(['{', '['])
        || front.starts_with("map[")
        || front.starts_with("array")
        || front.starts_with("Array")
    {
        return Value::Open;
    }
    let bare = bare_value(front_of(front, longest), form, is_in_object);
    let end = start + bare.len();
    let bare = if bare.contains('(') { bare } else { bare.trim_end_matches(')') };
    let bare = bare.trim().trim_end_matches([',', ';']).trim_end_matches(is_quote);
    let value = match form {
        Form::Query => query_decoded(bare),
        _ => bare.to_owned(),
    };
    if value.is_empty() { Value::None } else { Value::Text { text: value, end, is_quoted: false } }
}
