//! Whose server a URL names: the provider's or a different one, and what the documentation of some others allows.

use super::spelling::is_near;

/// Whose server a host is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Server {
    /// The provider's, or one that is easily taken for it.
    Provider,
    /// The host is missing or a variable, or no provider is known.
    Unknown,
    /// A different one: of the provider's rules, none applies.
    Other(Leeway),
}

impl Server {
    /// Whose server a host is, with or without its port. `own` are the provider's hosts.
    pub(super) fn new<'h>(host: &str, own: impl IntoIterator<Item = &'h str>) -> Server {
        let host = without_port(host);
        let mut own = own.into_iter().map(without_port).filter(|own| !own.is_empty()).peekable();
        let is_unknown = host.is_empty() || own.peek().is_none() || host.contains(['$', '{', '<', '%', '`', '(']);
        if is_unknown {
            return Server::Unknown;
        }
        if own.any(|own| is_mistaken_for(host, own)) { Server::Provider } else { Server::Other(Leeway::of(host)) }
    }

    pub(super) fn is_other(self) -> bool {
        matches!(self, Server::Other(_))
    }

    /// What this server accepts beyond RFC 6749; of the provider, nothing is known.
    pub(super) fn leeway(self) -> Leeway {
        match self {
            Server::Provider | Server::Unknown => Leeway::NONE,
            Server::Other(leeway) => leeway,
        }
    }
}

/// What a server accepts although RFC 6749 §3.1.1, §3.2 and §4.1.3 do not provide for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leeway {
    pub json: bool,
    /// Parameters in the URL.
    pub query: bool,
    pub multipart: bool,
    pub get: bool,
    /// At the authorization endpoint, `response_type=code` need not be sent.
    pub implied_code: bool,
}

impl Leeway {
    const NONE: Leeway = Leeway { json: false, query: false, multipart: false, get: false, implied_code: false };

    fn of(host: &str) -> Leeway {
        let found = DOCUMENTED.iter().find(|(known, _)| is_or_is_below(host, known));
        found.map_or(Leeway::NONE, |(_, leeway)| *leeway)
    }
}

/// What a server's own documentation or library shows; where both leave the place of the parameters open, what many
/// public programs do.
const DOCUMENTED: [(&str, Leeway); 14] = [
    // docs.github.com, Authorizing OAuth apps (has no response_type); octokit/oauth-methods.js (JSON); public programs (URL).
    ("github.com", Leeway { json: true, query: true, implied_code: true, ..Leeway::NONE }),
    // auth0.com/docs/api/authentication.
    ("auth0.com", Leeway { json: true, ..Leeway::NONE }),
    // developer.atlassian.com, Implementing OAuth 2.0 (3LO).
    ("auth.atlassian.com", Leeway { json: true, ..Leeway::NONE }),
    // developers.notion.com, Authorization.
    ("api.notion.com", Leeway { json: true, ..Leeway::NONE }),
    // developers.facebook.com, Manually Build a Login Flow.
    ("graph.facebook.com", Leeway { query: true, get: true, ..Leeway::NONE }),
    // developers.facebook.com, Instagram Platform: Access Token.
    ("graph.instagram.com", Leeway { query: true, get: true, ..Leeway::NONE }),
    // developers.facebook.com, Instagram Platform: Business Login.
    ("api.instagram.com", Leeway { multipart: true, ..Leeway::NONE }),
    // docs.slack.dev, Installing with OAuth; public programs (URL).
    ("slack.com", Leeway { query: true, multipart: true, implied_code: true, ..Leeway::NONE }),
    // developers.facebook.com, Manually Build a Login Flow: "the default behaviour if this parameter is not specified".
    ("www.facebook.com", Leeway { implied_code: true, ..Leeway::NONE }),
    // shopify.dev, Implement authorization code grant manually (has no response_type); public programs (JSON, URL).
    ("myshopify.com", Leeway { json: true, query: true, implied_code: true, ..Leeway::NONE }),
    // supabase/auth, README: POST /token.
    ("supabase.co", Leeway { json: true, query: true, ..Leeway::NONE }),
    // developer.allegro.pl, Authentication and authorization.
    ("allegro.pl", Leeway { query: true, ..Leeway::NONE }),
    ("allegrosandbox.pl", Leeway { query: true, ..Leeway::NONE }),
    // Public programs, and the guides that came with them (URL).
    ("id.twitch.tv", Leeway { query: true, ..Leeway::NONE }),
];

/// Servers that document a comma between scopes, or accept it, where RFC 6749 §3.3 has a space: Slack (installing with
/// OAuth), Strava (authentication), Facebook, Instagram and Threads (manually build a login flow), Linear and Nylas
/// (authentication), TikTok, Withings, and those for which the libraries python-social-auth, grant, arctic or Laravel's
/// Socialite join by a comma.
const BY_COMMA: [&str; 38] = [
    "slack.com",
    "strava.com",
    "facebook.com",
    "instagram.com",
    "threads.net",
    "github.com",
    "linear.app",
    "nylas.com",
    "tiktok.com",
    "tiktokapis.com",
    "withings.com",
    "withings.net",
    "pinterest.com",
    "todoist.com",
    "zoho.com",
    "zoho.eu",
    "zoho.in",
    "zoho.jp",
    "zoho.com.au",
    "zohocloud.ca",
    "myshopify.com",
    "wakatime.com",
    "wrike.com",
    "kakao.com",
    "vk.com",
    "weibo.com",
    "coinbase.com",
    "reddit.com",
    "box.com",
    "deezer.com",
    "disqus.com",
    "dribbble.com",
    "grafana.com",
    "live.com",
    "meetup.com",
    "soundcloud.com",
    "stackexchange.com",
    "vimeo.com",
];

/// The paths of servers that run under any host: GitHub Enterprise and Gitea, Shopify.
const PATHS_BY_COMMA: [&str; 2] = ["/login/oauth/", "/admin/oauth/"];

/// Whether a comma may be between the scopes of a request to this URL.
pub(super) fn takes_commas(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (host, path) = rest.split_at_checked(end).unwrap_or((rest, ""));
    BY_COMMA.iter().any(|known| is_or_is_below(without_port(host), known))
        || PATHS_BY_COMMA.iter().any(|known| path.contains(known))
}

/// The provider's own host, one below it, or one that is easily taken for it: `zoom.com`, `zoom-us.com`, `zom.us`,
/// `zoom.us.example`, `myzoom.us`.
fn is_mistaken_for(host: &str, own: &str) -> bool {
    let (host, own) = (host.to_ascii_lowercase(), own.to_ascii_lowercase());
    // `api.zoom.us` and `zoom.us` are of the same domain.
    let domain = domain(&own);
    let name = domain.split('.').next().unwrap_or_default();
    let is_extended = domain.rsplit_once('.').is_some_and(|(_, top)| {
        host.rsplit_once('.').is_some_and(|(before, own_top)| own_top == top && before.contains(name))
    });
    let labels = || host.rsplit('.').take(2).chain(host.split('.').take(1));
    is_or_is_below(&host, domain)
        || host.starts_with(&format!("{domain}."))
        || is_extended
        || is_near(&host, domain, 1)
        || (host.split('.').count() <= 2
            && labels()
                .any(|label| label == name || label.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'))))
}

/// The last two labels.
pub(super) fn domain(host: &str) -> &str {
    let second = host.rmatch_indices('.').nth(1);
    second.and_then(|(at, _)| host.get(at + 1..)).unwrap_or(host)
}

fn is_or_is_below(host: &str, parent: &str) -> bool {
    let below = host.len().checked_sub(parent.len()).and_then(|cut| Some((host.get(..cut)?, host.get(cut..)?)));
    below.is_some_and(|(below, end)| end.eq_ignore_ascii_case(parent) && (below.is_empty() || below.ends_with('.')))
}

fn without_port(host: &str) -> &str {
    if host.starts_with('[') {
        return host.split_inclusive(']').next().unwrap_or(host);
    }
    host.split(':').next().unwrap_or(host)
}

/// Whether a host can be reached only from its own network, where TLS may end before it: a name without a dot, a private
/// address (RFC 1918, RFC 4193), or a top-level domain for that (RFC 6761, RFC 6762, ICANN's `internal`).
pub(super) fn is_of_own_network(host: &str) -> bool {
    let host = without_port(host);
    let lower = host.to_ascii_lowercase();
    let ends = [".local", ".internal", ".test", ".lan", ".localhost", ".svc", ".home.arpa"];
    let is_private = host.parse().is_ok_and(|ip: core::net::Ipv4Addr| ip.is_private() || ip.is_loopback());
    is_private
        || lower.starts_with("[::1")
        || lower.starts_with("[fd")
        || !host.contains('.') && !host.starts_with('[')
        || ends.iter().any(|end| lower.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_other(host: &str) -> bool {
        Server::new(host, ["zoom.us", "api.zoom.us", "zoomgov.com"]).is_other()
    }

    #[test]
    fn the_provider_and_what_is_taken_for_it() {
        for host in [
            "zoom.us",
            "ZOOM.us:443",
            "api.zoom.us",
            "acme.zoom.us",
            "zoomgov.com",
            "zoom.com",
            "zoom-us.com",
            "zom.us",
            "zoomm.us",
            "zoom.us.example.com",
            "",
            "$HOST",
            "{{host}}",
            "zoom",
        ] {
            assert!(!is_other(host), "{host}");
        }
    }

    #[test]
    fn other_servers() {
        for host in [
            "github.com",
            "localhost:8080",
            "127.0.0.1",
            "zoominfo.com",
            "api.zoominfo.com",
            "zoom.example.com",
            "login.microsoftonline.com",
            "[::1]:80",
            "auth",
        ] {
            assert!(is_other(host), "{host}");
        }
        assert!(!Server::new("github.com", []).is_other(), "nothing is known of a provider");
        assert!(Server::new("acme.eu.auth0.com", ["zoom.us"]).leeway().json);
        assert!(!Server::new("notgithub.com", ["zoom.us"]).leeway().json);
    }

    #[test]
    fn commas_between_scopes() {
        let takes = [
            "https://slack.com/oauth/v2/authorize",
            "https://ghe.example.com/login/oauth/authorize?x",
            "www.strava.com",
        ];
        assert!(takes.into_iter().all(takes_commas));
        assert!(
            !["https://accounts.google.com/o/oauth2/v2/auth", "https://myslack.com/", ""].into_iter().any(takes_commas)
        );
    }

    #[test]
    fn networks_of_ones_own() {
        assert!(["keycloak:8080", "10.0.0.5", "auth.local", "[::1]:80"].into_iter().all(is_of_own_network));
        assert!(!["id.example.com", "8.8.8.8", "[2001:db8::1]"].into_iter().any(is_of_own_network));
    }
}
