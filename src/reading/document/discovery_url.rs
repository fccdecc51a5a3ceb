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
    let is_option = || front.rsplit(char::is_whitespace).next().is_some_and(|word| word.starts_with("--"));
    front.strip_suffix([':', '=', '>']).or_else(|| is_option().then_some(front)).is_some_and(is_name)
}

/// Whether a text ends in such a name.
fn is_name(label: &str) -> bool {
    let label = label.trim_end_matches(['=', '"', '\'', '`', '*', ' ']);
    // What is in parentheses only explains it.
    let label = label.strip_suffix(')').and_then(|label| label.rsplit_once('(')).map_or(label, |(label, _)| label);
    let plain =
        end_of(label, LONGEST).chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    NAMES.iter().any(|name| plain.ends_with(name))
}

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
