//! What the requests of a workflow say together.

use super::ByteFinding;
use crate::reading::FindingKind;
use crate::reading::request::RequestHabits;
use crate::reading::request::draft::{Asks, Draft, host_and_path};

/// Calls of an API without any authentication, where another node requests a token from the same server: each with the
/// number of its draft.
pub(in crate::reading::request) fn calls_without_token(
    drafts: &[Draft],
    habits: &RequestHabits<'_>,
) -> Vec<(usize, ByteFinding)> {
    let mut hosts: Vec<String> = Vec::new();
    let mut calls = Vec::new();
    for (number, draft) in drafts.iter().enumerate().filter(|(_, draft)| draft.is_of_workflow) {
        let asks = draft.asks(habits);
        let Some(host) = host(draft) else { continue };
        if asks.is_for_token {
            hosts.push(host);
        } else if !authenticates(draft, &asks) {
            calls.push((number, host, draft.head));
        }
    }
    let is_of_server = |host: &str| hosts.iter().any(|token| is_same(token, host));
    let calls = calls.into_iter().filter(|(_, host, _)| is_of_server(host));
    calls.map(|(number, _, head)| (number, ByteFinding::over(FindingKind::CallWithoutToken, head))).collect()
}

/// The host, if it is written out; n8n writes `=` before an expression.
fn host(draft: &Draft) -> Option<String> {
    let address = draft.address();
    let (host, path) = host_and_path(address.trim_start_matches('='));
    let is_host = host.contains('.') && host.chars().all(|ch| ch.is_ascii_alphanumeric() || ".-:".contains(ch));
    // What belongs to a sign-in needs no token.
    let is_of_oauth = ["oauth", "openid", ".well-known"].iter().any(|part| path.contains(part));
    (is_host && (!is_of_oauth || path.contains("token"))).then(|| host.to_ascii_lowercase())
}

fn authenticates(draft: &Draft, asks: &Asks) -> bool {
    const NAMES: [&str; 5] = ["auth", "key", "token", "secret", "cookie"];
    let is_named = |name: &str| {
        let name = name.to_ascii_lowercase();
        NAMES.iter().any(|part| name.contains(part))
    };
    draft.user.is_some()
        || draft.has_hidden_authentication
        || draft.has_unknown_headers
        || draft.user_name().is_some()
        || draft.headers.iter().any(|header| is_named(&header.name))
        || asks.all().any(|field| is_named(&field.name))
}

/// Servers whose tokens are for the APIs of a different domain.
const APIS: [(&str, &str); 4] = [
    ("google.com", "googleapis.com"),
    ("microsoftonline.com", "microsoft.com"),
    ("microsoftonline.com", "dynamics.com"),
    ("microsoftonline.com", "azure.com"),
];

/// Whether a token of one host is for an API at the other: both are of the same domain, or known to belong together.
fn is_same(token: &str, api: &str) -> bool {
    let (token, api) = (domain(token), domain(api));
    token == api || APIS.contains(&(token, api))
}

/// The last two labels, or three below a top-level domain with parts such as `co.uk`.
fn domain(host: &str) -> &str {
    let host = host.split(':').next().unwrap_or(host);
    let mut dots = host.rmatch_indices('.').map(|(at, _)| at);
    let (last, second) = (dots.next(), dots.next());
    let is_part = |from: usize, to: usize| {
        host.get(from + 1..to).is_some_and(|label| ["co", "com", "org", "net", "gov", "ac", "edu"].contains(&label))
    };
    let start = match (last, second) {
        (Some(last), Some(second)) if is_part(second, last) => dots.next().map_or(0, |third| third + 1),
        (_, Some(second)) => second + 1,
        _ => 0,
    };
    host.get(start..).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn servers_and_their_apis() {
        for (token, api) in [
            ("zoom.us", "api.zoom.us"),
            ("oauth2.googleapis.com", "www.googleapis.com"),
            ("accounts.google.com", "gmail.googleapis.com"),
            ("login.microsoftonline.com", "graph.microsoft.com"),
            ("id.example.co.uk", "api.example.co.uk"),
        ] {
            assert!(is_same(token, api), "{token} {api}");
        }
        for (token, api) in [("zoom.us", "hooks.slack.com"), ("a.co.uk", "b.co.uk"), ("id.example.com", "example.org")]
        {
            assert!(!is_same(token, api), "{token} {api}");
        }
    }
}
