//! The token of a `Bearer` header (RFC 6750 §2.1).

use core::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::chars::is_line_break;
use crate::reading::FindingKind;
use crate::reading::value::{is_masked, is_placeholder, is_unset};
use crate::reading::wrapping::run;

/// What is wrong with a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::reading) struct BearerFault {
    pub(in crate::reading) kind: FindingKind,
    /// Its place, in characters of what follows the scheme.
    pub(in crate::reading) place: Range<usize>,
    /// Where the token itself is, if that is known.
    pub(in crate::reading) token: Option<Range<usize>>,
}

/// The first fault of what follows the word `Bearer`; `None` if a server can read it.
pub(in crate::reading) fn bearer_fault(credentials: &str) -> Option<BearerFault> {
    let chars: Vec<char> = credentials.chars().collect();
    let start = run(&chars, char::is_whitespace);
    let end = chars.len() - chars.iter().rev().take_while(|ch| ch.is_whitespace()).count();
    let whole = start.min(end)..end;
    let core = chars.get(whole.clone()).unwrap_or_default();
    let text: String = core.iter().collect();
    let fault = |kind, place: Range<usize>, token| Some(BearerFault { kind, place, token });
    if text.is_empty() || is_unset(&text) || is_unset(text.trim_matches(['\'', '"'])) {
        return fault(FindingKind::BearerEmpty, whole, None);
    }
    if text.get(.."bearer".len()).is_some_and(|word| word.eq_ignore_ascii_case("bearer")) {
        let spaces = run(core.get("bearer".len()..).unwrap_or_default(), |ch| ch.is_whitespace() || ch == ':');
        if spaces > 0 {
            let again = whole.start..whole.start + "bearer".len() + spaces;
            return fault(FindingKind::BearerTwice, again.clone(), Some(again.end..whole.end));
        }
    }
    // `\n` as a program prints it; a line break itself ends the header.
    let escapes = ["\\r\\n", "\\n", "\\r"].into_iter().find(|escape| text.ends_with(escape));
    if let Some(escape) = escapes {
        let end = whole.end - escape.len();
        return fault(FindingKind::LineBreakInHeader, end..whole.end, Some(whole.start..end));
    }
    if let Some(at) = core.iter().position(|ch| is_line_break(*ch)) {
        let at = whole.start + at;
        return fault(FindingKind::LineBreakInHeader, at..at + 1, None);
    }
    if is_placeholder(core) || is_word(&text) {
        return fault(FindingKind::PlaceholderWords, whole, None);
    }
    if is_masked(&text) {
        return fault(FindingKind::MaskedDots, whole, None);
    }
    let inner = inner_token(core);
    if inner.len() < core.len() {
        let token = whole.start + inner.start..whole.start + inner.end;
        return fault(FindingKind::BearerWrapped, whole, Some(token));
    }
    if is_pair(&text) {
        return fault(FindingKind::PairAsBearer, whole, None);
    }
    None
}

/// `access_token`, `YOUR_TOKEN`, `ACCESS-TOKEN`: the name of the value instead of the value.
fn is_word(text: &str) -> bool {
    let plain: String = text.chars().filter(|ch| !matches!(ch, '_' | '-' | ' ' | '<' | '>' | '{' | '}')).collect();
    let plain = plain.to_ascii_lowercase();
    let plain = plain.strip_prefix("your").or_else(|| plain.strip_prefix("my")).unwrap_or(&plain);
    matches!(plain, "token" | "accesstoken" | "jwt" | "jwttoken" | "bearertoken" | "apitoken" | "oauthtoken")
}

/// The token inside of what a program wrote around it: `('…',)`, `b'…'`, `"…"`, `['…']`, `{"access_token": "…"}`.
fn inner_token(core: &[char]) -> Range<usize> {
    let is_mark = |ch: char| matches!(ch, '(' | ')' | '[' | ']' | '\'' | '"' | ',' | '`' | '“' | '”' | '‘' | '’');
    let has_mark = core.first().is_some_and(|ch| is_mark(*ch)) || matches!(core, ['b' | 'u' | 'r', '\'' | '"', ..]);
    let object = matches!(core, ['{', ..]).then(|| member(core)).flatten();
    if let Some(object) = object {
        return object;
    }
    if !has_mark && !core.last().is_some_and(|ch| is_mark(*ch)) {
        return 0..core.len();
    }
    let mut start = run(core, is_mark);
    if matches!(core.get(start..), Some(['b' | 'u' | 'r', '\'' | '"', ..])) {
        start += 1 + run(core.get(start + 1..).unwrap_or_default(), is_mark);
    }
    let end = core.len() - core.iter().rev().take_while(|ch| is_mark(**ch)).count();
    let is_token =
        core.get(start..end).is_some_and(|token| !token.is_empty() && token.iter().copied().all(is_of_token));
    if is_token { start..end } else { 0..core.len() }
}

/// The value of `access_token` in an object.
fn member(core: &[char]) -> Option<Range<usize>> {
    const NAME: [char; 12] = ['a', 'c', 'c', 'e', 's', 's', '_', 't', 'o', 'k', 'e', 'n'];
    let name = core.windows(NAME.len()).position(|window| window == NAME)? + NAME.len();
    let start = name + run(core.get(name..)?, |ch| matches!(ch, '"' | '\'' | ':' | ' '));
    let length = run(core.get(start..)?, is_of_token);
    (length > 0).then(|| start..start + length)
}

/// RFC 7235 §2.1, `token68`.
fn is_of_token(ch: char) -> bool {
    ch.is_ascii_alphanumeric() || matches!(ch, '-' | '.' | '_' | '~' | '+' | '/' | '=')
}

/// Client ID and secret in base64, as after `Basic`.
fn is_pair(text: &str) -> bool {
    let decoded = STANDARD.decode(text).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    decoded.is_some_and(|pair| {
        let is_part = |part: &str| !part.is_empty() && part.chars().all(|ch| ch.is_ascii_graphic());
        pair.split_once(':').is_some_and(|(identifier, secret)| is_part(identifier) && is_part(secret))
            && !pair.starts_with('{')
    })
}
