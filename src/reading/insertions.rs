//! What a program inserts into a URL: `${id}`, `{{ id }}`, `#{id}`, `' + id + '`, `%s`, `<id>`.

/// What stands for an insertion: no value has it, and it needs no encoding (RFC 3986 §2.3).
const MARK: u8 = b'~';

/// In bytes; a longer one is something else.
const LONGEST: usize = 200;

/// The text with a mark for each character of an insertion, so that places stay the same; `None` if it has none.
pub(super) fn marked(text: &str) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    let (mut at, mut is_any) = (0, false);
    while let Some(rest) = text.as_bytes().get(at..).filter(|rest| !rest.is_empty()) {
        let before = at.checked_sub(1).and_then(|before| text.as_bytes().get(before).copied()).unwrap_or_default();
        let (short, _) = rest.split_at_checked(LONGEST).unwrap_or((rest, &[]));
        let length = insertion(before, short);
        if let Some(inserted) = bytes.get_mut(at..at + length) {
            // A character of several bytes stays, so that the text stays one.
            inserted.iter_mut().filter(|byte| byte.is_ascii()).for_each(|byte| *byte = MARK);
        }
        is_any |= length > 0;
        at += length.max(1);
    }
    String::from_utf8(bytes).ok().filter(|_| is_any)
}

/// Whether a value has an insertion in it.
pub(super) fn is_inserted(value: &str) -> bool {
    value.contains("~~")
}

/// Whether a value is nothing but an insertion.
pub(super) fn is_all_inserted(value: &str) -> bool {
    is_inserted(value) && value.chars().all(|ch| ch == '~' || !ch.is_ascii())
}

/// How many bytes the insertion has with which a text begins; 0 if there is none.
fn insertion(before: u8, rest: &[u8]) -> usize {
    match rest {
        [b'$' | b'#', b'{', ..] => braces(1, rest),
        [b'{', next, ..] if is_name(*next) || matches!(next, b'{' | b'}' | b'$' | b' ' | b'%') => braces(0, rest),
        [b'%', b's' | b'v', ..] => 2,
        [b'%', b'd', ..] if rest.get(2).is_none_or(|next| !next.is_ascii_hexdigit()) => 2,
        [b'%', b'(', ..] => until(rest, b")s", is_name),
        [b'%', next, ..] if is_capital(*next) => {
            let length = until(rest, b"%", is_capital);
            // The `%` of `%AB%20` begins an encoded character.
            let is_end = |byte: Option<&u8>| byte.is_none_or(|byte| matches!(byte, b'&' | b'"' | b'\'' | b'`'));
            if length > 3 && is_end(rest.get(length)) { length } else { 0 }
        }
        [b'<', next, ..] if matches!(before, b'=' | b'/') && next.is_ascii_alphabetic() => {
            until(rest, b">", |byte| is_name(byte) || matches!(byte, b' ' | b'-' | b'.'))
        }
        [b'[', next, ..] if before == b'=' && next.is_ascii_alphabetic() => {
            until(rest, b"]", |byte| is_name(byte) || matches!(byte, b' ' | b'-'))
        }
        [b'$' | b':', next, ..] if before == b'=' && is_name(*next) && !next.is_ascii_digit() => {
            rest.iter().skip(1).take_while(|byte| is_name(**byte)).count() + 1
        }
        [b'"' | b'\'' | b'`', ..] => joined(rest),
        _ => 0,
    }
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn is_capital(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte == b'_'
}

/// What begins with an opening brace after `skipped` bytes, up to the one that closes it.
fn braces(skipped: usize, rest: &[u8]) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in rest.iter().enumerate().skip(skipped) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return at + 1,
            b'}' => depth -= 1,
            b'\n' => return 0,
            _ => {}
        }
    }
    0
}

/// What begins with a sign and ends with `end`, and has only such bytes in between.
fn until(rest: &[u8], end: &[u8], is_inside: impl Fn(u8) -> bool) -> usize {
    let from = if rest.get(1) == Some(&b'(') { 2 } else { 1 };
    let inside = rest.iter().skip(from).take_while(|byte| is_inside(**byte)).count();
    let ends = rest.get(from + inside..).is_some_and(|behind| behind.starts_with(end));
    if inside > 0 && ends { from + inside + end.len() } else { 0 }
}

/// `' + id + '`, `" . $id . "`, or up to the end of the statement.
fn joined(rest: &[u8]) -> usize {
    let spaces = |from: usize| rest.iter().skip(from).take_while(|byte| **byte == b' ').count();
    let (Some(quote), sign) = (rest.first(), 1 + spaces(1)) else { return 0 };
    let Some(sign_byte) = rest.get(sign).filter(|byte| matches!(byte, b'+' | b'.' | b'&')) else { return 0 };
    let start = sign + 1 + spaces(sign + 1);
    let begins = rest.get(start).is_some_and(|byte| match sign_byte {
        // Of a sentence, or of the parameters themselves.
        b'.' => *byte == b'$' || byte.is_ascii_lowercase() && start > sign + 1,
        b'&' => is_name(*byte) && start > sign + 1,
        _ => is_name(*byte) || matches!(byte, b'$' | b'(' | b'@'),
    });
    if !begins {
        return 0;
    }
    let mut depth = 0_usize;
    for (at, byte) in rest.iter().enumerate().skip(start) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' if depth == 0 => return at,
            b')' | b']' | b'}' => depth -= 1,
            b';' | b',' | b'\n' if depth == 0 => return at,
            b'\n' => return 0,
            byte if byte == sign_byte && depth == 0 => {
                let next = at + 1 + spaces(at + 1);
                if rest.get(next) == Some(quote) {
                    return next + 1;
                }
            }
            _ => {}
        }
    }
    // A longer one has no end here.
    if rest.len() < LONGEST { rest.len() } else { 0 }
}
