//! The URL of the discovery document in a setting, a field, an option or a table, where another URL of the server was
//! entered (OpenID Connect Discovery 1.0 §4).

use core::ops::Range;

use crate::chars::{end_of, front_of};

/// What it is called, in lowercase and without what separates the words.
const NAMES: [&str; 7] = [
    "discoveryendpoint",
    "discoveryuri",
    "discoveryurl",
    "discoverydocument",
    "discoverydocumenturl",
    "wellknownurl",
    "wellknownuri",
];

/// In bytes: the longest label.
const LONGEST: usize = 48;
/// In bytes: the longest row of a table.
const LONGEST_ROW: usize = 4000;
/// How many places are looked at.
const MOST: usize = 64;

/// An endpoint in the place of that URL.
pub(super) fn endpoint_as_discovery(text: &str) -> Option<Range<usize>> {
    let urls = text.match_indices("://").take(MOST * 4).filter_map(|(at, _)| url_around(text, at));
    urls.filter(|place| text.get(place.clone()).is_some_and(is_endpoint)).find(|place| {
        let near = end_of(text.get(..place.start).unwrap_or_default(), LONGEST_ROW);
        let before = near.rsplit('\n').next().unwrap_or_default();
        let line_start = place.start - before.len();
        is_label(before) || column(text, line_start, before).is_some_and(is_name)
    })
}

/// The URL that is around its `://`.
fn url_around(text: &str, at: usize) -> Option<Range<usize>> {
    let start =
        ["https", "http"].iter().find_map(|scheme| text.get(..at)?.ends_with(scheme).then(|| at - scheme.len()))?;
    let rest = front_of(text.get(start..)?, LONGEST_ROW);
    let ends = |ch: char| ch.is_whitespace() || "\"'`<>|,;)".contains(ch);
    Some(start..start + rest.find(ends).unwrap_or(rest.len()))
}

/// Whether a path is one of an authorization or a token endpoint, as servers name them in their metadata. `/auth` alone
/// is where Keycloak used to be.
fn is_endpoint(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/').to_ascii_lowercase();
    let last = path.rsplit('/').next().unwrap_or_default();
    let is_of_server = || ["/openid-connect/", "/oauth", "/oidc/"].iter().any(|part| path.contains(part));
    let is_known = matches!(last, "authorize" | "authorization" | "token") || last == "auth" && is_of_server();
    is_known && !path.contains("/.well-known/")
}

/// Whether what is before a URL in its line is such a name and a sign.
fn is_label(before: &str) -> bool {
    let front = before.trim_end().trim_end_matches(['"', '\'', '`', '<', '*', ' ']);
    let word = || front.rsplit(char::is_whitespace).next().unwrap_or_default();
    match front.strip_suffix([':', '=', '>']) {
        // `occ … --discoveryuri=`, `docker run -e OIDC_DISCOVERY_URL=`
        Some(label) => is_name(label) || front.ends_with('=') && is_name(word().trim_end_matches('=')),
        None => word().starts_with("--") && is_name(word()),
    }
}

/// Whether a label is such a name, alone or with what belongs to it: `OIDC_DISCOVERY_URL`, `- Discovery URL (OIDC)`. One
/// that only ends in it may be a sentence.
fn is_name(label: &str) -> bool {
    let label = label.trim_end_matches(['=', '"', '\'', '`', '*', ' ']);
    // What is in parentheses only explains it.
    let label = label.strip_suffix(')').and_then(|label| label.rsplit_once('(')).map_or(label, |(label, _)| label);
    // Before it, there may be other members of an object.
    let label = label.rsplit(['{', ',', '[', ']', '(', ';', '<', '|']).next().unwrap_or_default();
    let mut plain = String::new();
    let mut words = end_of(label, LONGEST).split_whitespace().rev();
    for word in words.by_ref() {
        let letters: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        plain.insert_str(0, &letters.to_ascii_lowercase());
        // Only in one word, letters before the name belong to it.
        if NAMES.iter().any(|name| plain == *name || plain.ends_with(name) && letters.len() >= name.len()) {
            let is_of_name = |word: &str| {
                let word = word.trim_matches(|ch: char| !ch.is_ascii_alphanumeric()).to_ascii_lowercase();
                word.chars().all(|ch| ch.is_ascii_digit()) || BEFORE.contains(&word.as_str())
            };
            return words.all(is_of_name);
        }
    }
    false
}

/// Words before it: what is set, and where.
const BEFORE: [&str; 17] = [
    "oidc",
    "openid",
    "openid-connect",
    "connect",
    "oauth",
    "oauth2",
    "sso",
    "idp",
    "provider",
    "server",
    "issuer",
    "export",
    "set",
    "env",
    "const",
    "let",
    "var",
];

/// The heading of the column of a table that a place is in.
fn column<'t>(text: &'t str, line_start: usize, before: &str) -> Option<&'t str> {
    if !before.trim_start().starts_with('|') {
        return None;
    }
    let number = before.matches('|').count();
    let above = text.get(..line_start)?.lines().rev().take(MOST);
    let rows = above.take_while(|line| line.trim_start().starts_with(['|', '+']));
    let heading = rows.filter(|line| line.trim_start().starts_with('|')).last()?;
    heading.split('|').nth(number)
}
