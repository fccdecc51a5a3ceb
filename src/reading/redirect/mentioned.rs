//! Redirect URLs that a text about an error mentions: the one that was sent, the registered one, the one that is meant.

use crate::chars::{end_of, is_quote_or_angle};
use crate::reading::hosts::is_internal_host;
use crate::reading::query;

/// How two redirect URLs in a text differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MentionedRedirect {
    /// Two are the same but for `http://` and `https://`.
    Http,
    /// Two are the same but for the slash at the end.
    Slash,
    /// Two are the same but for the query, which one of them does not have.
    Query,
    /// Two are the same but for the port, and neither is that of a proxy.
    Port,
    /// Two are the same but for capital letters in the path.
    Case,
    /// Two have the same path: one a public address, the other an internal host or port.
    Internal,
}

/// What the redirect URLs in a text show. Runs in linear time.
///
/// ```
/// use authdesk::reading::{MentionedRedirect, mentioned_redirects};
///
/// let text = "registered callback: https://client.example.com/cb\n?redirect_uri=http%3A%2F%2Fclient.example.com%2Fcb";
/// assert_eq!(mentioned_redirects(text), [MentionedRedirect::Http]);
/// ```
#[must_use]
pub fn mentioned_redirects(text: &str) -> Vec<MentionedRedirect> {
    let all = addresses(text);
    let mut found = Vec::new();
    for (at, one) in all.iter().enumerate().filter(|(_, one)| one.is_redirect) {
        for other in all.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other) {
            if let Some(difference) = one.difference(other).filter(|one| !found.contains(one)) {
                found.push(difference);
            }
        }
    }
    found
}

/// Whether a text has a redirect URL without TLS that is not on an internal host.
pub(in crate::reading) fn has_open_redirect_url(text: &str) -> bool {
    addresses(text).iter().any(|one| one.is_redirect && one.scheme == "http" && !one.is_internal())
}

/// How many different URLs are compared.
const MOST: usize = 60;
/// How many places are looked at: a longer text repeats the same ones.
const MOST_LOOKED_AT: usize = 1000;
/// In bytes: a longer URL is not a redirect URL.
const LONGEST: usize = 400;
/// In bytes: how far before a URL the word is that tells that it is a redirect URL.
const LONGEST_LEAD: usize = 60;
const LABELS: [&str; 6] = ["redirect", "callback", "reply url", "reply address", "return url", "return_url"];

#[derive(Debug, PartialEq)]
struct Mentioned {
    scheme: &'static str,
    host: String,
    port: String,
    path: String,
    query: String,
    is_redirect: bool,
}

impl Mentioned {
    fn is_internal(&self) -> bool {
        is_internal_host(&self.host)
    }

    fn difference(&self, other: &Mentioned) -> Option<MentionedRedirect> {
        // What is behind a proxy writes `http` and its public port: `http://…:443`.
        let is_of_proxy =
            |one: &Mentioned, other: &Mentioned| one.scheme == "http" && one.port == "443" && other.port.is_empty();
        let is_one_port = self.port == other.port || is_of_proxy(self, other) || is_of_proxy(other, self);
        let same_place = self.host == other.host && self.port == other.port;
        let same_path = self.path == other.path;
        let is_public = |one: &Mentioned| !one.is_internal() && one.port.is_empty() && one.scheme == "https";
        let is_one_host = self.host == other.host && is_one_port;
        if is_one_host && same_path && self.query == other.query && self.scheme != other.scheme {
            return (!self.is_internal()).then_some(MentionedRedirect::Http);
        }
        if same_path
            && self.path.len() > 1
            && self.query == other.query
            && [(self, other), (other, self)].iter().any(|(one, other)| {
                is_public(one) && (other.is_internal() || one.host == other.host && !other.port.is_empty())
            })
        {
            return Some(MentionedRedirect::Internal);
        }
        let is_of_port =
            self.host == other.host && same_path && self.scheme == other.scheme && self.query == other.query;
        if is_of_port && !same_place && other.path.len() > 1 {
            return Some(MentionedRedirect::Port);
        }
        if !same_place || self.scheme != other.scheme || !other.is_redirect && other.path.len() == 1 {
            return None;
        }
        if !same_path && self.query == other.query && self.path.eq_ignore_ascii_case(&other.path) {
            return Some(MentionedRedirect::Case);
        }
        let bare = |path: &str| path.strip_suffix('/').unwrap_or(path).to_owned();
        if !same_path && self.query == other.query && bare(&self.path) == bare(&other.path) {
            return Some(MentionedRedirect::Slash);
        }
        let is_extended = self.query.is_empty() != other.query.is_empty();
        let is_returned = [&self.query, &other.query].iter().any(|query| {
            query.split('&').any(|part| ["code=", "error=", "state="].iter().any(|name| part.starts_with(name)))
        });
        (same_path && is_extended && !is_returned).then_some(MentionedRedirect::Query)
    }
}

/// The URLs of a text, each once, those inside of a query too.
fn addresses(text: &str) -> Vec<Mentioned> {
    let mut all: Vec<Mentioned> = Vec::new();
    for (at, _) in text.match_indices("http").take(MOST_LOOKED_AT) {
        let Some(one) = address_at(text, at) else { continue };
        match all.iter_mut().find(|known| {
            (known.scheme, &known.host, &known.port, &known.path, &known.query)
                == (one.scheme, &one.host, &one.port, &one.path, &one.query)
        }) {
            Some(known) => known.is_redirect |= one.is_redirect,
            None => all.push(one),
        }
        if all.len() == MOST {
            break;
        }
    }
    all
}

fn address_at(text: &str, at: usize) -> Option<Mentioned> {
    let rest = text.get(at..)?;
    let behind = rest.strip_prefix("http").map(|behind| behind.strip_prefix('s').unwrap_or(behind))?;
    if !["://", "%3A%2F%2F", "%3a%2f%2f"].iter().any(|joint| behind.starts_with(joint)) {
        return None;
    }
    let end = rest
        .char_indices()
        .take(LONGEST)
        .find(|(_, ch)| ch.is_whitespace() || is_quote_or_angle(*ch) || "`,;()[]{}|\\".contains(*ch))
        .map(|(end, _)| end);
    let whole = rest.get(..end.unwrap_or(if rest.len() <= LONGEST { rest.len() } else { 0 }))?;
    let lead = lead_of(text, at);
    let is_value = lead.ends_with('=') || lead.ends_with("%3d");
    let whole = if is_value { whole.split('&').next().unwrap_or(whole) } else { whole };
    let is_encoded = whole.get(..12).is_some_and(|front| front.to_ascii_lowercase().contains("%3a%2f"));
    let whole = if is_encoded { query::decoded(whole) } else { whole.to_owned() };
    let whole = whole.trim_end_matches(['.', ':', '!']);
    let (scheme, behind) = match (whole.strip_prefix("https://"), whole.strip_prefix("http://")) {
        (Some(behind), _) => ("https", behind),
        (None, Some(behind)) => ("http", behind),
        (None, None) => return None,
    };
    let behind = behind.split('#').next().unwrap_or(behind);
    let (before, query) = behind.split_once('?').unwrap_or((behind, ""));
    let (authority, path) = before.split_at(before.find('/').unwrap_or(before.len()));
    let (host, port) = authority.rsplit_once(':').unwrap_or((authority, ""));
    if host.is_empty() || host.contains(['$', '{', '<', '@']) || query.contains("redirect_uri") {
        return None;
    }
    // What is next to the label, and not another URL behind it.
    let is_redirect = LABELS
        .iter()
        .filter_map(|label| lead.rfind(label))
        .max()
        .is_some_and(|label| !lead.get(label..).unwrap_or_default().contains("://"));
    let port = if matches!((scheme, port), ("https", "443") | ("http", "80")) { "" } else { port };
    let path = if path.is_empty() { "/" } else { path };
    Some(Mentioned {
        scheme,
        host: host.to_ascii_lowercase(),
        port: port.to_owned(),
        path: path.to_owned(),
        query: query.to_owned(),
        is_redirect,
    })
}

/// What is before a URL, in lowercase.
fn lead_of(text: &str, at: usize) -> String {
    end_of(text.get(..at).unwrap_or_default(), LONGEST_LEAD).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::MentionedRedirect::{Case, Http, Internal, Port, Query, Slash};
    use super::*;

    #[test]
    fn what_two_of_them_show() {
        for (text, expected) in [
            // Registered and sent, in any order and form.
            ("callback: https://a.example/cb\n?redirect_uri=http%3A%2F%2Fa.example%2Fcb&x=1", &[Http][..]),
            ("redirect_uri=http://a.example/cb&state=x, registered redirect https://a.example/cb", &[Http]),
            ("Redirect URL: https://a.example/cb/\nredirect_uri=https%3A%2F%2Fa.example%2Fcb", &[Slash]),
            ("callback https://a.example/cb, callback https://a.example/cb?from=%2F", &[Query]),
            (
                "Redirect URL is\nhttp://localhost:5678/rest/callback\nshould be\nhttps://a.example/rest/callback",
                &[Internal],
            ),
            ("registered callback URL: http://localhost/cb\nsent: http://localhost/cb?from=%2F", &[Query]),
            ("redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fcb\nregistered: http://localhost:3000/cb", &[Port]),
            ("redirect http://localhost:3000/cb\nhttp://localhost/cb", &[Port]),
            ("redirect_uri=http://a.example:443/cb&x=1\nregistered is https://a.example/cb", &[Http]),
            (
                "Invalid redirect: https://a.example/OAuth/Zoom\nOAuth Redirect URL  https://a.example/oauth/zoom",
                &[Case],
            ),
            ("redirect https://a.example:5678/cb\nregistered callback https://a.example/cb", &[Internal]),
        ] {
            assert_eq!(mentioned_redirects(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_difference() {
        for text in [
            "",
            "http",
            "redirect_uri=https%3A%2F%2Fa.example%2Fcb",
            "redirect_uri=http://localhost:8080/cb",
            "\"redirect_uri\":\"http://a.example/cb\"",
            "redirect_uri=http://127.0.0.1/cb",
            // Two that differ in more than that.
            "callback http://a.example/one, redirect http://a.example/two",
            // Two programs.
            "callback http://localhost:3000/, http://localhost:8080/",
            "callback http://localhost:3000/cb, token http://localhost:8080/token",
            // No redirect URLs.
            "POST http://a.example/token\nsee https://a.example/token",
            "http://a.example and https://a.example/",
            // A returned URL.
            "callback https://a.example/cb\ncallback https://a.example/cb?code=abc&state=x",
            // The authorization URL is none.
            "https://id.example/authorize?client_id=a&redirect_uri=https%3A%2F%2Fa.example%2Fcb",
        ] {
            assert!(mentioned_redirects(text).is_empty(), "{text}: {:?}", mentioned_redirects(text));
        }
    }
}
