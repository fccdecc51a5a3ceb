//! The requests that a text names.

use super::found::Request;
use super::scan::{METHODS, Scanner};
use crate::chars::{end_of, is_quote};

impl Scanner<'_, '_> {
    /// `http://…`: a request, if what is before it says so.
    pub fn address(&mut self, start: usize, end: usize) {
        let rest = self.rest(start);
        let is_end = |ch: char| ch.is_whitespace() || is_quote(ch) || "<>(){}[],\\|?#".contains(ch);
        let base = rest.get(..rest.find(is_end).unwrap_or(rest.len())).unwrap_or_default();
        self.at = (start + base.len()).max(end);
        let before = end_of(self.text.get(..start).unwrap_or_default(), 40);
        let lead = before.trim_end_matches(|ch: char| ch.is_whitespace() || is_quote(ch) || ":=<(\\".contains(ch));
        let lower = lead.to_ascii_lowercase();
        let ends = |words: &[&str]| words.iter().any(|word| lower.ends_with(word));
        if ends(&[
            "redirect",
            "redirect_uri",
            "redirect_url",
            "uri in the request",
            "visit",
            "see",
            "docs",
            "documentation_url",
            "error_uri",
            "help",
            "more info",
            "information",
            "referer",
            "origin",
            "location",
            "xmlns",
            "schema",
            "issuer",
            "aud",
            "callback",
        ]) {
            return;
        }
        // Go's `url.Error` writes `Post "https://…"`.
        let of_go = |method: &&str| {
            let word = lead.rsplit([' ', '"', '\\', '=', ':']).next().unwrap_or_default();
            word.starts_with(|ch: char| ch.is_ascii_uppercase()) && word.eq_ignore_ascii_case(method)
        };
        let method = METHODS.into_iter().find(|method| lead.ends_with(method) || of_go(method));
        let is_certain = method.is_some()
            || ends(&[
                "for url",
                "with url",
                "url",
                "request to",
                "requested url",
                "-uri",
                "resulted in",
                "fetch",
                "call to",
                "calling",
                "connect to",
                "requesting",
                "response from",
                "error from",
                "returned from",
            ]);
        let is_likely =
            ["/token", "/oauth", "/authorize", "/api", "/v1", "/v2", "/connect"].iter().any(|part| base.contains(part));
        if is_certain || is_likely {
            let place = self.place(start);
            self.add_request(place, base, method, is_certain);
        }
    }

    pub fn add_request(&mut self, place: usize, url: &str, method: Option<&str>, is_certain: bool) {
        let base = url.split(['?', '#']).next().unwrap_or(url).trim_end_matches(['.', ':', ';']);
        let (scheme, behind) = base.split_once("://").unwrap_or(("https", base));
        let (host, path) = behind.split_at(behind.find('/').unwrap_or(behind.len()));
        let host = host.rsplit('@').next().unwrap_or(host);
        if host.is_empty() {
            return;
        }
        let url = format!("{scheme}://{host}{path}");
        self.found.requests.push((place, Request { method: method.map(str::to_owned), url, is_certain }));
    }

    /// `POST /oauth/token HTTP/1.1`; the host follows in a header line.
    pub fn request_line(&mut self, start: usize, end: usize) {
        let rest = self.rest(end);
        let Some(path) = rest.strip_prefix(' ').filter(|path| path.starts_with('/')) else { return };
        let length = path.find(char::is_whitespace).unwrap_or(path.len());
        let url = path.get(..length).unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
        if path.get(length..).unwrap_or_default().trim_start_matches(' ').starts_with("HTTP/") {
            let place = self.place(start);
            let method = self.text.get(start..end).map(str::to_owned);
            self.found.requests.push((place, Request { method, url: url.to_owned(), is_certain: true }));
        }
    }
}
