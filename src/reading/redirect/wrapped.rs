//! URLs that a mail filter or an email program wrapped into one of its own.

use base64::Engine as _;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use percent_encoding::percent_decode_str;

use crate::chars::{is_quote_or_angle, is_space_or_invisible};
use crate::oauth::Secret;
use crate::reading::{Span, Within};

/// A URL that was inside another one.
#[derive(Clone, Debug)]
pub struct Unwrapped {
    /// The innermost URL, as it was before it was wrapped. It may contain a code.
    pub inner: Secret,
    /// The name of the program that wrapped it; the outermost, if there were several.
    pub by: &'static str,
    /// Its place in the pasted text, where it is still encoded.
    pub span: Span,
}

/// How many layers are unwrapped at most.
const DEEPEST: usize = 5;

/// The URL inside a wrapped one; `None` if the text does not begin with a wrapper that contains the URL.
///
/// Spaces, quotes and brackets may come before the URL, and line breaks may be inside it, as in emails. Up to five
/// nested wrappers are unwrapped, and nothing that would require a network request: where a wrapper contains only an ID
/// for the URL, the result is `None`. The result is an `http` or `https` URL, decoded once for each wrapper.
///
/// | wrapper | form | known from |
/// |---|---|---|
/// | Microsoft Safe Links | host below `safelinks.protection.outlook.com`, `url=`, percent-encoded | as seen in mails |
/// | Proofpoint URL Defense v1 | `/v1/url?u=`, percent-encoded | Proofpoint's published decoder |
/// | Proofpoint URL Defense v2 | `/v2/url?u=`, with `-` for `%` and `_` for `/` | Proofpoint's published decoder |
/// | Proofpoint URL Defense v3 | `/v3/__…__;…!`, see below | Proofpoint's published decoder |
/// | Barracuda Link Protection | `linkprotect.cudasvc.com/url?a=`, percent-encoded | Barracuda's manual, "Understanding Link Protection" |
/// | Google redirect | `google.com/url?q=` (or `url=`), percent-encoded | as seen in mails |
///
/// In the third form of Proofpoint, each `*` replaces one character, and `**` with a letter replaces a run of 2 (`A`)
/// to 65 (`_`, in the order of base64url); the characters themselves follow after `__;`, in base64url. It is unwrapped
/// only if they are ASCII and their number matches exactly.
#[must_use]
pub fn unwrapped(text: &str) -> Option<Unwrapped> {
    let outermost = Layer::of(text)?;
    let start = text.get(..outermost.start)?.chars().count();
    let length = text.get(outermost.start..outermost.end)?.chars().count();
    let mut inner = outermost.inner;
    for _ in 1..DEEPEST {
        match Layer::of(&inner) {
            Some(deeper) => inner = deeper.inner,
            None => break,
        }
    }
    let span = Span { within: Within::Pasted, start, length };
    Some(Unwrapped { inner: Secret::new(inner), by: outermost.by, span })
}

/// One wrapper and the URL in it; places are in bytes.
struct Layer {
    inner: String,
    by: &'static str,
    start: usize,
    end: usize,
}

/// How the inner URL is encoded.
#[derive(Clone, Copy)]
enum Written {
    Percent,
    DashesAndLines,
}

impl Layer {
    fn of(text: &str) -> Option<Layer> {
        let address =
            text.trim_start_matches(|ch| is_space_or_invisible(ch) || is_quote_or_angle(ch) || "([".contains(ch));
        let rest = ["https://", "http://"].iter().find_map(|scheme| behind(address, scheme))?;
        let length = rest.bytes().take(LONGEST_HOST + 1).position(|byte| matches!(byte, b'/' | b'?' | b'#'))?;
        let (host, rest) = rest.split_at_checked(length)?;
        let host = host.to_ascii_lowercase();
        let host = host.strip_suffix(":443").unwrap_or(&host);
        let query = |path: &str| rest.strip_prefix(path).and_then(|rest| rest.strip_prefix('?'));
        let (by, written, query, names): (_, _, _, &[&str]) = match host {
            "urldefense.com" | "urldefense.proofpoint.com" => {
                let by = "Proofpoint URL Defense";
                if let Some(rest) = rest.strip_prefix("/v3/__") {
                    return third_form(text, rest, by);
                }
                match query("/v2/url") {
                    Some(query) => (by, Written::DashesAndLines, query, &["u"]),
                    None => (by, Written::Percent, query("/v1/url")?, &["u"]),
                }
            }
            "linkprotect.cudasvc.com" => ("Barracuda Link Protection", Written::Percent, query("/url")?, &["a"]),
            "www.google.com" | "google.com" => ("Google redirect", Written::Percent, query("/url")?, &["q", "url"]),
            _ if host
                .strip_suffix("safelinks.protection.outlook.com")
                .is_some_and(|before| before.is_empty() || before.ends_with('.')) =>
            {
                let query = query("/").or_else(|| query(""))?;
                ("Microsoft Safe Links", Written::Percent, query, &["url"])
            }
            _ => return None,
        };
        let query = query.split('#').next()?;
        let pair = names.iter().find_map(|name| value(query, name))?;
        let pair = pair.trim_end_matches(|ch| is_space_or_invisible(ch) || is_quote_or_angle(ch));
        let start = place_of(text, pair)?;
        let bare = pair.chars().filter(|ch| !is_space_or_invisible(*ch));
        let encoded: String = match written {
            Written::Percent => bare.collect(),
            Written::DashesAndLines => bare.map(plain_sign).collect(),
        };
        let inner = percent_decode_str(&encoded).decode_utf8().ok()?;
        is_address(&inner).then(|| Layer { inner: inner.into_owned(), by, start, end: start + pair.len() })
    }
}

/// RFC 1035 §2.3.4, plus a port.
const LONGEST_HOST: usize = 261;

/// What follows `start`, ignoring capitalization.
fn behind<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    let (front, rest) = text.split_at_checked(start.len())?;
    front.eq_ignore_ascii_case(start).then_some(rest)
}

/// The value of the first parameter with that name; an email may contain `&amp;` for `&`.
fn value<'t>(query: &'t str, name: &str) -> Option<&'t str> {
    query.split('&').find_map(|pair| {
        let (written, value) = pair.trim_start_matches("amp;").split_once('=')?;
        written.chars().filter(|ch| !is_space_or_invisible(*ch)).eq(name.chars()).then_some(value)
    })
}

/// Where a part of a text begins in it, in bytes.
fn place_of(text: &str, part: &str) -> Option<usize> {
    let at = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    (at + part.len() <= text.len()).then_some(at)
}

fn plain_sign(ch: char) -> char {
    match ch {
        '-' => '%',
        '_' => '/',
        other => other,
    }
}

fn is_address(text: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| behind(text, scheme).is_some_and(|rest| !rest.is_empty()))
}

/// The text between `__` and `__;`, with each `*` replaced by its character.
fn third_form(text: &str, rest: &str, by: &'static str) -> Option<Layer> {
    let (part, behind_it) = rest.split_once("__;")?;
    let replaced: String = behind_it.split('!').next()?.chars().filter(|ch| !is_space_or_invisible(*ch)).collect();
    let lenient = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let replaced = GeneralPurpose::new(&URL_SAFE, lenient).decode(replaced).ok()?;
    let mut replaced = replaced.iter().map(|byte| char::from(*byte));
    let mut inner = String::with_capacity(part.len());
    let mut chars = part.chars().filter(|ch| !is_space_or_invisible(*ch)).peekable();
    while let Some(ch) = chars.next() {
        if ch != '*' {
            inner.push(ch);
            continue;
        }
        let many = if chars.next_if_eq(&'*').is_some() { row_length(chars.next()?)? } else { 1 };
        for _ in 0..many {
            inner.push(replaced.next().filter(char::is_ascii)?);
        }
    }
    if replaced.next().is_some() {
        return None;
    }
    // Some programs on the way turn two slashes into one.
    if let Some((scheme, rest)) = inner.split_once(":/")
        && !rest.starts_with('/')
    {
        inner = format!("{scheme}://{rest}");
    }
    let start = place_of(text, part)?;
    is_address(&inner).then(|| Layer { inner, by, start, end: start + part.len() })
}

fn row_length(ch: char) -> Option<usize> {
    let from = |first: char, length: usize| u32::from(ch).abs_diff(u32::from(first)) as usize + length;
    match ch {
        'A'..='Z' => Some(from('A', 2)),
        'a'..='z' => Some(from('a', 28)),
        '0'..='9' => Some(from('0', 54)),
        '-' => Some(64),
        '_' => Some(65),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn gives(text: &str, by: &str, inner: &str, start: usize, length: usize) {
        let found = unwrapped(text).unwrap_or_else(|| panic!("{text}"));
        // EXPOSE: the tests compare the whole text.
        assert_eq!(found.inner.expose(), inner);
        assert_eq!((found.by, found.span.start, found.span.length), (by, start, length));
    }

    #[track_caller]
    fn shows_nothing(text: &str) {
        assert!(unwrapped(text).is_none(), "{text}");
    }

    const SAFE: &str = "Microsoft Safe Links";
    const DEFENSE: &str = "Proofpoint URL Defense";

    #[test]
    fn pitfall_11_safe_links() {
        let text = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2F%3Fcode%3DobBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB&data=05%7C02&reserved=0";
        let inner = "https://example.com/?code=obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB";
        gives(text, SAFE, inner, 52, 71);
        gives(&format!(" <{text}>"), SAFE, inner, 54, 71);
        gives(&text.replace('&', "&amp;"), SAFE, inner, 52, 71);
        gives(&text.replace("%2Fexample", "%2\r\nFexample"), SAFE, inner, 52, 73);
        let (front, _) = text.split_once('&').unwrap();
        gives(&format!("\u{201e}{front}\u{201c}"), SAFE, inner, 53, 71);
        gives("HTTPS://EUR01.SafeLinks.Protection.Outlook.com/?URL=x&url=http%3A%2F%2Fa%2F", SAFE, "http://a/", 58, 17);
    }

    #[test]
    fn proofpoint_in_three_forms() {
        let first =
            "https://urldefense.proofpoint.com/v1/url?u=http://www.bouncycastle.org/&k=oIvRg1%2BdGAgOoM1BIlLLqw%3D";
        gives(first, DEFENSE, "http://www.bouncycastle.org/", 43, 28);
        let second = "https://urldefense.proofpoint.com/v2/url?u=https-3A__a-2Db.example_-3Fcode-3DA-5FB-26state-3Dx&d=DwMFAg&c=x";
        gives(second, DEFENSE, "https://a-b.example/?code=A_B&state=x", 43, 51);
        let plain =
            "https://urldefense.com/v3/__https://swiggy.onelink.me/888564224/Creative1__;!!BeGeivfSdT4o5A!hsxs5F$";
        gives(plain, DEFENSE, "https://swiggy.onelink.me/888564224/Creative1", 28, 45);
        // From a public mailing list: the `%` was replaced.
        let starred = "https://urldefense.com/v3/__https://lore.kernel.org/linux-scsi/Ykqg0kr0F*2Fyzk2XW@infradead.org/__;JQ!!ACWV5N9M2RV99hQ!MwAZFX$";
        gives(starred, DEFENSE, "https://lore.kernel.org/linux-scsi/Ykqg0kr0F%2Fyzk2XW@infradead.org/", 28, 68);
        // A run of two: `**A`.
        let row = "https://urldefense.com/v3/__https://a.example/?code=x**Ay*z__;W11d!!Org!sig$";
        gives(row, DEFENSE, "https://a.example/?code=x[]y]z", 28, 31);
        gives("https://urldefense.com/v3/__https:/a.example/__;!!x!y$", DEFENSE, "https://a.example/", 28, 17);
        for not_sure in ["__;!!", "__;JSU!!", "__;w7w!!", "__;?!!"] {
            shows_nothing(&format!("https://urldefense.com/v3/__https://a.example/*{not_sure}x$"));
        }
        shows_nothing("https://urldefense.com/v3/__https://a.example/**?__;JSU!!x$");
        shows_nothing("https://urldefense.com/v3/__https://a.example/");
    }

    #[test]
    fn other_wrappers() {
        gives(
            "https://www.google.com/url?q=https://example.com/?code%3DABC%26state%3Dx&sa=D&source=docs",
            "Google redirect",
            "https://example.com/?code=ABC&state=x",
            29,
            43,
        );
        gives(
            "https://www.google.com/url?sa=t&url=https%3A%2F%2Fa.example",
            "Google redirect",
            "https://a.example",
            36,
            23,
        );
        gives(
            "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fa.example%2f%3fcode%3dA&c=E,1,5b&typo=1",
            "Barracuda Link Protection",
            "https://a.example/?code=A",
            38,
            37,
        );
    }

    #[test]
    fn one_in_the_other() {
        let encoded =
            |text: &str| percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string();
        let mut text = "https://example.com/?code=ABC%3D&state=x".to_owned();
        for depth in 1..=5 {
            text = match depth % 2 {
                0 => format!("https://www.google.com/url?q={}", encoded(&text)),
                _ => format!("https://eur01.safelinks.protection.outlook.com/?url={}&data=x", encoded(&text)),
            };
            let found = unwrapped(&text).unwrap();
            // EXPOSE: the tests compare the whole text.
            assert_eq!(found.inner.expose(), "https://example.com/?code=ABC%3D&state=x", "{depth}");
        }
    }

    #[test]
    fn what_shows_nothing_is_left() {
        for text in [
            "",
            "https://",
            "https://example.com/?url=https%3A%2F%2Fa.example",
            "https://safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fa.example",
            "https://evilsafelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example",
            "https://eur01.safelinks.protection.outlook.com/?data=x",
            "https://eur01.safelinks.protection.outlook.com/?url=javascript%3Aalert",
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2F",
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2F%FF",
            "https://www.google.com/search?q=https%3A%2F%2Fa.example",
            "https://protect-eu.mimecast.com/s/F6rYCAW0hl6wn3CQg3QZ?domain=example.com",
            "https://url.uk.m.mimecastprotect.com/s/F6rYCAW0hl6wn3CQg3QZ",
        ] {
            shows_nothing(text);
        }
    }

    #[test]
    fn debug_does_not_show_the_code() {
        let found = unwrapped("https://www.google.com/url?q=https://a.example/?code%3Dhidden").unwrap();
        assert!(!format!("{found:?}").contains("hidden"));
    }
}
