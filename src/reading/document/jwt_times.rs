//! The times of a JSON Web Token that a program makes itself (RFC 7519 §2: in seconds).

use core::ops::Range;

use super::jwt_claims::Signed;
use crate::reading::FindingKind;

/// The claims that are times, as programs write them; `tokenExp` is one of Zoom's SDK.
const TIMES: [&str; 5] = ["iat", "exp", "nbf", "tokenExp", "token_exp"];

/// What only a program has that makes tokens.
const MAKES: [&str; 10] = [
    "HS256",
    "RS256",
    "ES256",
    "HmacSHA256",
    "hash_hmac",
    "jwt.sign",
    "jwt.encode",
    "JWT.encode",
    "JWT::encode",
    "SignJWT",
];

/// What returns the current time in milliseconds: JavaScript, Java, C#, Go.
const MILLISECONDS: [&str; 7] = [
    "Date.now()",
    ".getTime()",
    "currentTimeMillis()",
    ".toEpochMilli()",
    "ToUnixTimeMilliseconds()",
    ".UnixMilli()",
    "new Date().valueOf()",
];

/// What returns it in seconds: PHP, Python, Go, Ruby.
const SECONDS: [&str; 4] = ["time()", ".timestamp()", ".Unix()", "Time.now.to_"];

/// Calls that leave a number in its unit, in lowercase and without what they belong to.
const ROUNDING: [&str; 21] = [
    "math.floor",
    "math.round",
    "math.ceil",
    "math.trunc",
    "math.tointexact",
    "floor",
    "round",
    "ceil",
    "int",
    "int64",
    "int32",
    "uint64",
    "uint",
    "long",
    "long.valueof",
    "integer",
    "intval",
    "number",
    "number.parseint",
    "parseint",
    "bigint",
];
/// The same behind it.
const ROUNDED: [&str; 12] = [
    ".to_i()",
    ".to_i",
    ".to_int",
    ".toInt()",
    ".toLong()",
    ".floor()",
    ".floor",
    ".round()",
    ".round",
    ".longValue()",
    ".intValue()",
    ".toFixed()",
];

/// What makes a `float` of 24 bits: Java, C# and C, Go, Kotlin, Rust.
const SINGLES: [&str; 4] = ["(float)", "float32(", ".toFloat()", " as f32"];

/// How many places of a word are looked at.
const MOST: usize = 16;
/// In bytes: no program that somebody shows is longer.
const LONGEST_PROGRAM: usize = 1 << 16;
/// In bytes: no expression is longer.
const LONGEST: usize = 160;

/// A time that is not what a claim takes, with its place.
pub(super) fn faults(text: &str) -> Option<(FindingKind, Range<usize>)> {
    if text.len() > LONGEST_PROGRAM || !MAKES.iter().any(|word| text.contains(word)) {
        return None;
    }
    let rounded = || rounded(text).map(|place| (FindingKind::JwtTimeRounded, place));
    in_milliseconds(text).map(|place| (FindingKind::JwtInMilliseconds, place)).or_else(rounded)
}

fn in_milliseconds(text: &str) -> Option<Range<usize>> {
    let signed = Signed::of(text);
    TIMES.iter().find_map(|claim| {
        let places = text.match_indices(claim).take(MOST);
        let mut values = places.filter_map(|(at, _)| Some((at, value_of(text, at, claim)?)));
        let found = values.find(|(at, place)| {
            let expression = text.get(place.clone()).unwrap_or_default();
            let is_wrong = is_in_milliseconds(expression) || assigned(text, expression).is_some_and(is_in_milliseconds);
            is_wrong && signed.has_claim(text, *at, claim)
        });
        found.map(|(_, place)| place)
    })
}

/// The value of a claim: `iat: …`, `"iat" => …`, `put("iat", …)`, `{ "iat", … }`, `claims["iat"] = …`, `payload.iat = …`.
fn value_of(text: &str, at: usize, claim: &str) -> Option<Range<usize>> {
    let before = text.get(..at)?;
    let behind = text.get(at + claim.len()..)?;
    let is_quoted = before.ends_with(['"', '\'']);
    let inner = if is_quoted { behind.strip_prefix(['"', '\''])? } else { behind };
    let open = before.trim_end_matches(['"', '\'']);
    let is_key = !open.ends_with(|ch: char| ch.is_alphanumeric() || matches!(ch, '_' | '.' | '$' | '-'));
    let is_member = || ["payload.", "claims.", "Payload.", "Claims."].iter().any(|owner| open.ends_with(owner));
    let joint = inner.trim_start_matches([']', ' ']);
    // `{ role: 0, iat, exp }` takes the variables of these names.
    let is_listed = open.trim_end().ends_with([',', '{']) && joint.trim_start().starts_with([',', '}']);
    if is_listed && is_key && !is_quoted {
        return Some(at..at + claim.len());
    }
    let value = match joint.strip_prefix("=>").or_else(|| joint.strip_prefix(':')) {
        Some(value) if is_key && !value.starts_with([':', '=']) => value,
        Some(_) => return None,
        None if is_quoted && open.trim_end().ends_with(['(', '{']) => joint.strip_prefix(',')?,
        None if is_quoted && open.ends_with('[') || !is_quoted && is_member() => {
            joint.strip_prefix('=').filter(|rest| !rest.starts_with(['=', '>']))?
        }
        None => return None,
    };
    let value = value.trim_start_matches([' ', '\t']);
    let start = text.len() - value.len();
    Some(start..start + expression(value).len())
}

/// Up to what ends an expression, outside of parentheses.
fn expression(text: &str) -> &str {
    let mut depth = 0_usize;
    let end = text.char_indices().find(|(at, ch)| {
        match ch {
            '(' | '[' => depth += 1,
            ')' | ']' if depth > 0 => depth -= 1,
            ')' | ']' | '}' | ';' | '\n' | '\r' => return true,
            ',' => return depth == 0,
            '/' => return text.get(at + 1..).is_some_and(|rest| rest.starts_with('/')),
            _ => {}
        }
        *at >= LONGEST
    });
    text.get(..end.map_or(text.len(), |(at, _)| at)).unwrap_or_default().trim_end()
}

/// Whether it is the current time in milliseconds, and not one that is converted: only parentheses, what rounds, and what
/// is added may be around it.
fn is_in_milliseconds(expression: &str) -> bool {
    let plain: String = expression.chars().filter(|ch| !ch.is_whitespace()).collect();
    if plain.contains('/') || plain.replace("newDate()", "").contains("newDate(") {
        return false;
    }
    let is_whole = |words: &[&str], is_multiplied: bool| {
        words.iter().any(|word| {
            let word = word.replace(' ', "");
            plain.match_indices(&word).take(MOST).any(|(at, _)| {
                let (before, behind) = plain.split_at_checked(at).unwrap_or_default();
                let behind = behind.get(word.len()..).unwrap_or_default();
                is_only_rounded(before, word.starts_with('.')) && is_time(behind, is_multiplied)
            })
        })
    };
    is_whole(&MILLISECONDS, false) || is_whole(&SECONDS, true)
}

/// Whether each parenthesis that is open before a time is one alone, or that of a call that rounds.
fn is_only_rounded(before: &str, has_owner: bool) -> bool {
    // `DateTimeOffset.UtcNow.AddHours(1)`, `time.`
    let owner = owner_length(before);
    let mut left = before.get(..before.len() - owner).unwrap_or_default();
    if has_owner && owner == 0 {
        return false;
    }
    loop {
        // `(long)`, `60000 +`
        let cast = ["(long)", "(int)", "(double)", "(uint)"].iter().find_map(|cast| left.strip_suffix(cast));
        left = cast.unwrap_or(left);
        if let Some(added) = left.strip_suffix('+') {
            let operand = added.trim_end_matches(|ch: char| ch.is_ascii_alphanumeric() || "_.*$".contains(ch));
            left = operand;
        }
        if left.is_empty() {
            return true;
        }
        let Some(outer) = left.strip_suffix('(') else { return false };
        let rest = outer.trim_end_matches(|ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '.' | ':' | '$'));
        let callee = outer.get(rest.len()..).unwrap_or_default();
        if !callee.is_empty() && !ROUNDING.contains(&callee.to_ascii_lowercase().as_str()) {
            return false;
        }
        left = rest;
    }
}

/// In bytes: the chain of names and calls that a text ends with.
fn owner_length(before: &str) -> usize {
    let mut depth = 0_usize;
    let start = before.char_indices().rev().find(|(_, ch)| match ch {
        ')' => {
            depth += 1;
            false
        }
        '(' if depth > 0 => {
            depth -= 1;
            false
        }
        '-' | '>' => depth == 0 && !before.contains("->"),
        _ => depth == 0 && !ch.is_ascii_alphanumeric() && !matches!(ch, '_' | '.' | '$'),
    });
    before.len() - start.map_or(0, |(at, ch)| at + ch.len_utf8())
}

/// Whether what is behind a time leaves it one: what closes, rounds or adds. Seconds are multiplied by 1000.
fn is_time(mut behind: &str, mut is_multiplied: bool) -> bool {
    if is_multiplied && behind.starts_with(['f', 'i', 'r']) {
        // The rest of Ruby's `Time.now.to_i`.
        behind = behind.trim_start_matches(|ch: char| ch.is_ascii_lowercase());
    }
    loop {
        let rounded = ROUNDED.iter().find_map(|call| behind.strip_prefix(call));
        behind = match (rounded, ["*1000", "*1e3", "*1_000"].iter().find_map(|times| behind.strip_prefix(times))) {
            (Some(rest), _) => rest,
            (_, Some(rest)) if is_multiplied && !rest.starts_with(|ch: char| ch.is_ascii_digit() || ch == '.') => {
                is_multiplied = false;
                rest
            }
            _ => match behind.chars().next() {
                None => return !is_multiplied,
                Some(')') => behind.get(1..).unwrap_or_default(),
                // What is added, and the base of `parseInt(…, 10)`.
                Some('+' | '-' | ',') => closing(behind),
                Some(_) => return false,
            },
        };
    }
}

/// From the parenthesis that closes what a text is inside of.
fn closing(text: &str) -> &str {
    let mut depth = 0_usize;
    let end = text.char_indices().find(|(_, ch)| {
        match ch {
            '(' => depth += 1,
            ')' if depth == 0 => return true,
            ')' => depth -= 1,
            _ => {}
        }
        false
    });
    end.and_then(|(at, _)| text.get(at..)).unwrap_or_default()
}

/// What the variable is set to that an expression begins with, as `now` and `now + 3600`.
fn assigned<'t>(text: &'t str, value: &str) -> Option<&'t str> {
    let is_of_name = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '$');
    let name = value.split(|ch| !is_of_name(ch)).next().filter(|name| name.len() > 1)?;
    let is_plain = value.chars().all(|ch| is_of_name(ch) || " +-*".contains(ch));
    if !is_plain || name.starts_with(|ch: char| ch.is_ascii_digit()) {
        return None;
    }
    text.match_indices(name).take(MOST).find_map(|(at, _)| {
        let is_whole = !text.get(..at)?.ends_with(|ch| is_of_name(ch) || ch == '.');
        let joint = text.get(at + name.len()..)?.trim_start_matches(' ').trim_start_matches(':');
        let value = joint.strip_prefix('=').filter(|value| is_whole && !value.starts_with(['=', '>']))?;
        Some(expression(value.trim_start()))
    })
}

/// A current time that a `float` of 24 bits has rounded. What PHP and Python call so has 53.
fn rounded(text: &str) -> Option<Range<usize>> {
    let now = MILLISECONDS.iter().chain(&[".Unix()", "DateTime.UtcNow", "TotalSeconds", "time(NULL)", "time(nullptr)"]);
    let mut places = now.flat_map(|word| text.match_indices(*word).take(MOST));
    places.find_map(|(at, word)| {
        let line_start = text.get(..at)?.rfind(['\n', ';']).map_or(0, |end| end + 1);
        let behind = text.get(at..)?;
        let end = at + behind.find(['\n', ';']).unwrap_or(behind.len());
        let statement = text.get(line_start..end).filter(|one| one.len() <= LONGEST * 2)?;
        let is_php = statement.contains("->") || statement.contains('$');
        let is_single = SINGLES.iter().any(|mark| statement.contains(mark)) || has_single_number(statement);
        (is_single && !is_php && is_of_token(text, statement)).then_some(at..at + word.len())
    })
}

/// Whether a statement has a number such as `1000f` or `1000.0F`.
fn has_single_number(statement: &str) -> bool {
    let is_of_word = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '.');
    statement.split(|ch| !is_of_word(ch)).any(|word| {
        let digits = word.strip_suffix(['f', 'F']).unwrap_or_default();
        digits.starts_with(|ch: char| ch.is_ascii_digit()) && digits.chars().all(|ch| ch.is_ascii_digit() || ch == '.')
    })
}

/// Whether the statement sets a time of a token, or a variable that is one.
fn is_of_token(text: &str, statement: &str) -> bool {
    let is_of_name = |ch: char| ch.is_ascii_alphanumeric() || ch == '_';
    let is_claim = |name: &str| TIMES.contains(&name);
    if statement.split(|ch| !is_of_name(ch)).any(is_claim) {
        return true;
    }
    let target = statement.split('=').next().unwrap_or_default().trim_end().trim_end_matches(':').trim_end();
    let name = target.rsplit(|ch| !is_of_name(ch)).next().filter(|name| name.len() > 1).unwrap_or_default();
    let uses = |claim: &&str| {
        let mut places = text.match_indices(*claim).take(MOST).filter_map(|(at, claim)| value_of(text, at, claim));
        places.any(|place| text.get(place).unwrap_or_default().split(|ch| !is_of_name(ch)).any(|word| word == name))
    };
    !name.is_empty() && TIMES.iter().any(uses)
}
