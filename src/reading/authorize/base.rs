//! Scheme, host and path of a pasted authorization URL.

use crate::oauth::Endpoint;
use crate::reading::insertions::is_inserted;
use crate::reading::query::PastedAddress;
use crate::reading::server::{Server, is_of_own_network};
use crate::reading::{AuthorizeHabits, Finding, FindingKind};

/// The parts of the URL before the query, unchanged. Starts are counted in characters of the pasted text.
pub(super) struct Base<'t> {
    /// Before `://`; `None` where that is missing.
    pub scheme: Option<&'t str>,
    /// The first character of the whole.
    pub start: usize,
    /// Host and port, with any user information before them.
    pub authority: &'t str,
    /// The first character of the authority.
    pub authority_start: usize,
    /// From the first slash after the authority; may be empty.
    pub path: &'t str,
    /// The first character of the path.
    pub path_start: usize,
}

impl<'t> Base<'t> {
    /// Splits the base of a URL.
    pub fn split(address: &PastedAddress<'t>) -> Base<'t> {
        let start = address.base_start;
        let (scheme, rest) = match address.base.split_once("://") {
            Some((scheme, rest)) => (Some(scheme), rest),
            None => (None, address.base),
        };
        let authority = rest.split('/').next().unwrap_or_default();
        let path = rest.strip_prefix(authority).unwrap_or_default();
        let authority_start = start + scheme.map_or(0, |scheme| scheme.chars().count() + "://".len());
        let path_start = authority_start + authority.chars().count();
        Base { scheme, start, authority, authority_start, path, path_start }
    }
}

/// Whether the path is that of a page which has parameters of the same names, and gives no code: Microsoft's admin consent
/// (learn.microsoft.com, "Admin consent on the Microsoft identity platform"), or one to sign out (OpenID Connect
/// RP-Initiated Logout 1.0 §2).
pub(super) fn is_other_page(address: &PastedAddress<'_>) -> bool {
    const PAGES: [&str; 6] = ["adminconsent", "logout", "logoff", "signout", "endsession", "end_session"];
    let path = Base::split(address).path.trim_end_matches('/');
    let last = path.rsplit('/').next().unwrap_or_default();
    PAGES.iter().any(|page| last.eq_ignore_ascii_case(page))
}

/// Scheme, authority and path of an endpoint, unchanged.
pub(super) fn endpoint_parts(endpoint: &Endpoint) -> Option<(&str, &str, &str)> {
    let (scheme, rest) = endpoint.as_str().split('?').next()?.split_once("://")?;
    let authority = rest.split('/').next()?;
    Some((scheme, authority, rest.strip_prefix(authority)?))
}

/// Findings about the URL before the query.
pub(super) fn base_findings(address: &PastedAddress<'_>, habits: &AuthorizeHabits<'_>) -> Vec<Finding> {
    let base = Base::split(address);
    if is_inserted(base.authority) {
        return Vec::new();
    }
    if base.authority.is_empty() {
        return vec![Finding::over(FindingKind::NoAddress, base.start, address.base.chars().count())];
    }
    let mut found = Vec::new();
    let known = habits.endpoint.and_then(endpoint_parts);
    let scheme = base.scheme.unwrap_or_default();
    let is_known = known.is_some_and(|(known, ..)| scheme.eq_ignore_ascii_case(known));
    // `http` on this computer, or in a network of one's own, may be meant.
    let is_meant = scheme.eq_ignore_ascii_case("http") && is_of_own_network(base.authority);
    if !is_known && !is_meant && !scheme.eq_ignore_ascii_case("https") && Endpoint::parse(address.base).is_err() {
        found.push(Finding::over(FindingKind::NotHttps, base.start, scheme.chars().count()));
    }
    let mut authority = base.authority;
    if let Some((user, host)) = base.authority.rsplit_once('@') {
        found.push(Finding::at(FindingKind::UserInAddress, base.authority_start + user.chars().count()));
        authority = host;
    }
    let Some((_, own, path)) = known else { return found };
    let host = without_default_port(authority);
    let authority_span = base.path_start - authority.chars().count();
    let whole =
        Finding::over(FindingKind::OwnPage, authority_span, authority.chars().count() + base.path.chars().count());
    // Customers and regions have hosts of their own for the same pages.
    let is_vanity = !habits.vanity_suffix.is_empty() && ends_with(host, habits.vanity_suffix);
    let is_own = |page: &&str| is_page(page, host, base.path) || is_vanity && is_page(page, own, base.path);
    if habits.own_pages.iter().any(is_own) {
        found.push(whole);
        return found;
    }
    let odd_host = if host.eq_ignore_ascii_case(without_default_port(own)) {
        None
    } else if habits.api_hosts.iter().any(|api| host.eq_ignore_ascii_case(api)) {
        Some(FindingKind::ApiHost)
    } else if habits.government_hosts.iter().any(|government| is_or_is_below(host, government)) {
        Some(FindingKind::GovernmentHost)
    } else if !habits.vanity_suffix.is_empty() && ends_with(host, habits.vanity_suffix) {
        Some(FindingKind::VanityHost)
    } else if server(address, habits).is_other() {
        return found;
    } else {
        Some(FindingKind::OtherHost)
    };
    found.extend(odd_host.map(|kind| Finding::over(kind, authority_span, authority.chars().count())));
    // Which paths a different server has is not known.
    if odd_host != Some(FindingKind::OtherHost) && base.path != path {
        found.push(Finding::over(FindingKind::AuthorizePath, base.path_start, base.path.chars().count()));
    }
    found
}

/// Whose server the URL names.
pub(super) fn server(address: &PastedAddress<'_>, habits: &AuthorizeHabits<'_>) -> Server {
    let authority = Base::split(address).authority;
    let host = authority.rsplit('@').next().unwrap_or_default();
    let own = habits.endpoint.and_then(endpoint_parts).map(|(_, own, _)| own);
    let known = own.into_iter().chain(habits.api_hosts.iter().chain(habits.government_hosts).copied());
    Server::new(host, known)
}

/// Whether a page, as host and path, is this one.
fn is_page(page: &str, host: &str, path: &str) -> bool {
    let (own_host, own_path) = page.split_at_checked(page.find('/').unwrap_or(page.len())).unwrap_or((page, ""));
    host.eq_ignore_ascii_case(own_host) && path.trim_end_matches('/') == own_path
}

/// RFC 9110 §4.2.2: the port of https is 443 where none is written.
fn without_default_port(authority: &str) -> &str {
    authority.strip_suffix(":443").unwrap_or(authority)
}

fn is_or_is_below(host: &str, parent: &str) -> bool {
    let below = host.len().checked_sub(parent.len()).and_then(|cut| host.get(..cut));
    ends_with(host, parent) && below.is_some_and(|below| below.is_empty() || below.ends_with('.'))
}

/// Hosts are case-insensitive (RFC 3986 §3.2.2).
fn ends_with(host: &str, end: &str) -> bool {
    let cut = host.len().checked_sub(end.len());
    cut.and_then(|cut| host.get(cut..)).is_some_and(|last| last.eq_ignore_ascii_case(end))
}
