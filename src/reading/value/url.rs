//! Findings about a URL that has a field of its own: an endpoint, or a redirect URL.

use core::ops::Range;

use crate::oauth::{Endpoint, EndpointError};
use crate::reading::spelling::is_near;
use crate::reading::value::scan;
use crate::reading::wrapping::{Inside, part, unwrapped};
use crate::reading::{Finding, FindingKind, Fix};

/// Findings about an endpoint; empty for an empty text.
///
/// ```
/// use authdesk::reading::{Finding, FindingKind, apply, endpoint_findings};
///
/// // RFC 6749 §3.2: an endpoint has no fragment.
/// let findings = endpoint_findings("https://server.example.com/token#x");
/// assert_eq!(findings, [Finding::at(FindingKind::FragmentInAddress, 32)]);
///
/// let quoted = "\"https://server.example.com/token\"";
/// let findings = endpoint_findings(quoted);
/// assert_eq!(findings, [Finding::at(FindingKind::QuotesAround, 0)]);
/// assert_eq!(apply(quoted, findings[0].fix.as_ref().unwrap()), "https://server.example.com/token");
/// ```
#[must_use]
pub fn endpoint_findings(text: &str) -> Vec<Finding> {
    url_findings(text, |url| Endpoint::parse(url).err().map(|error| without_scheme(url, error, endpoint_finding)))
}

/// Reads an endpoint.
///
/// # Errors
///
/// The first finding, if the text is not an endpoint.
///
/// ```
/// use authdesk::reading::{Finding, FindingKind, read_endpoint};
///
/// assert_eq!(read_endpoint("https://server.example.com/token").unwrap().host(), "server.example.com");
/// // RFC 6749 §3.2 requires TLS.
/// let rejected = read_endpoint("http://server.example.com/token").unwrap_err();
/// assert_eq!(rejected, Finding::whole(FindingKind::NotHttps));
/// ```
pub fn read_endpoint(text: &str) -> Result<Endpoint, Finding> {
    Endpoint::parse(text).map_err(|error| first(endpoint_findings(text), endpoint_finding(error)))
}

/// Findings about a redirect URL; empty for an empty text. `disputes_localhost`: whether it is in dispute if the
/// provider accepts redirect URLs on this computer.
///
/// RFC 6749 §3.1.2 requires an absolute URI without a fragment; anything more is up to the provider, and the URL is
/// never rewritten.
///
/// ```
/// use authdesk::reading::{Finding, FindingKind, apply, redirect_findings};
///
/// assert_eq!(redirect_findings("https://client.example.com/cb", false), []);
/// let typed = "client.example.com/cb";
/// let findings = redirect_findings(typed, false);
/// assert_eq!(findings, [Finding::whole(FindingKind::NoAddress)]);
/// assert_eq!(apply(typed, findings[0].fix.as_ref().unwrap()), "https://client.example.com/cb");
/// // RFC 8252 §7.1: a scheme of an app.
/// assert_eq!(redirect_findings("com.example.app:/oauth2redirect/example-provider", false), []);
/// let local = redirect_findings("http://127.0.0.1:51004/", true);
/// assert_eq!(local, [Finding::whole(FindingKind::LocalhostRefused)]);
/// ```
#[must_use]
pub fn redirect_findings(text: &str, disputes_localhost: bool) -> Vec<Finding> {
    url_findings(text, |url| match Endpoint::parse(url) {
        Ok(endpoint) if disputes_localhost && endpoint.is_this_computer() => {
            Some(Finding::whole(FindingKind::LocalhostRefused))
        }
        Ok(_) => None,
        Err(EndpointError::Scheme) if has_own_scheme(url) => None,
        Err(EndpointError::Scheme) => {
            Some(without_scheme(url, EndpointError::Scheme, |_| Finding::whole(FindingKind::NoAddress)))
        }
        // RFC 6749 §3.1.2.1 recommends TLS but does not require it.
        Err(EndpointError::NotSecure) => Some(Finding::whole(FindingKind::RedirectNotHttps)),
        Err(error) => Some(endpoint_finding(error)),
    })
}

/// Why no request can have this redirect URL: it is not an absolute URI without a fragment (RFC 6749 §3.1.2).
///
/// ```
/// use authdesk::reading::{Finding, FindingKind, redirect_fault};
///
/// // RFC 6749 §3.1.2.1 only recommends TLS.
/// assert_eq!(redirect_fault("http://client.example.com/cb"), None);
/// let fragment = Finding::at(FindingKind::FragmentInAddress, 29);
/// assert_eq!(redirect_fault("https://client.example.com/cb#x"), Some(fragment));
/// ```
#[must_use]
pub fn redirect_fault(text: &str) -> Option<Finding> {
    match Endpoint::parse(text) {
        // A user name in a URI is unusual, but allowed.
        Ok(_) | Err(EndpointError::NotSecure | EndpointError::UserInfo { .. }) => None,
        Err(EndpointError::Scheme) if has_own_scheme(text) => None,
        Err(error) => Some(first(redirect_findings(text, false), endpoint_finding(error))),
    }
}

fn first(findings: Vec<Finding>, otherwise: Finding) -> Finding {
    findings.into_iter().next().unwrap_or(otherwise)
}

pub(super) fn endpoint_finding(error: EndpointError) -> Finding {
    match error {
        EndpointError::Empty | EndpointError::MissingHost => Finding::whole(FindingKind::NoAddress),
        EndpointError::Scheme | EndpointError::NotSecure => Finding::whole(FindingKind::NotHttps),
        EndpointError::Character { at } | EndpointError::Port { at } => Finding::at(FindingKind::NoAddress, at),
        EndpointError::Blank { at } => Finding::at(FindingKind::BlankInAddress, at),
        EndpointError::UserInfo { at } => Finding::at(FindingKind::UserInAddress, at),
        EndpointError::Fragment { at } => Finding::at(FindingKind::FragmentInAddress, at),
    }
}

/// Whether it begins with a scheme other than http: that of an app on the same device (RFC 8252 §7.1), or `urn`. A host
/// with its port, as in `localhost:8080/callback`, only looks like one, and so do `https:/` and `htps://`.
fn has_own_scheme(url: &str) -> bool {
    url.split_once(':').is_some_and(|(scheme, rest)| {
        let port = rest.split(['/', '?']).next().unwrap_or_default();
        let is_port = !port.is_empty() && port.bytes().all(|digit| digit.is_ascii_digit());
        !scheme.is_empty() && !is_port && !is_like_http(scheme)
    })
}

/// What is said of a URL that has no scheme of the web: that it needs one, with a fix, where a host follows.
fn without_scheme(url: &str, error: EndpointError, otherwise: impl Fn(EndpointError) -> Finding) -> Finding {
    match (error, with_scheme(url)) {
        (EndpointError::Scheme, Some(whole)) => {
            Finding::whole(FindingKind::NoAddress).with_fix(Some(Fix::between(url, &whole)))
        }
        _ => otherwise(error),
    }
}

/// The URL with `https://` before its host, where that was left out or mistyped (`https:/`, `https//`, `htps://`).
fn with_scheme(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_at(url.find([':', '/', ';']).unwrap_or_default());
    let is_left_out = !is_like_http(scheme) && !rest.starts_with("//");
    let rest = if is_left_out { url } else { rest.trim_start_matches([':', '/', ';']) };
    let whole = format!("https://{rest}");
    let endpoint = Endpoint::parse(&whole).ok()?;
    let (_, ending) = endpoint.host().rsplit_once('.')?;
    let is_domain = ending.len() > 1 && ending.bytes().all(|letter| letter.is_ascii_alphabetic());
    (is_domain && !FILE_ENDINGS.contains(&ending.to_ascii_lowercase().as_str())).then_some(whole)
}

/// Also `htps`, which no app has for a scheme of its own.
fn is_like_http(scheme: &str) -> bool {
    is_near(&scheme.to_ascii_lowercase(), "https", 1)
}

/// What `callback.php` ends with: a file is no host.
const FILE_ENDINGS: [&str; 8] = ["asp", "aspx", "cgi", "htm", "html", "js", "jsp", "php"];

/// Findings about what was copied with the URL, then about the URL itself.
pub(super) fn url_findings(text: &str, judge: impl Fn(&str) -> Option<Finding>) -> Vec<Finding> {
    if text.is_empty() {
        return Vec::new();
    }
    let chars: Vec<char> = text.chars().collect();
    let UrlText { around, inside, core } = UrlText::read(&chars);
    // Once an unusual character inside is reported, the rest would be about the same character again.
    let judged = if inside.is_empty() { judge(&part(&chars, &core).iter().collect::<String>()) } else { None };
    let judged = judged.map(|finding| finding.moved(core.start));
    around.into_iter().chain(inside).chain(judged).collect()
}

struct UrlText {
    around: Vec<Finding>,
    inside: Vec<Finding>,
    core: Range<usize>,
}

impl UrlText {
    fn read(chars: &[char]) -> UrlText {
        let mut around = Vec::new();
        let core = unwrapped(chars, 0..chars.len(), Inside::Value, &mut around);
        if core.is_empty() {
            // Spaces alone: there is nothing to keep.
            return UrlText { around: Vec::new(), inside: Vec::new(), core };
        }
        let mut inside = Vec::new();
        scan(chars, &core, false, &mut inside);
        for finding in inside.iter_mut().filter(|finding| finding.kind == FindingKind::BlankInside) {
            // A space inside may belong there as `%20`, so it must not be removed.
            finding.kind = FindingKind::BlankInAddress;
            finding.fix = None;
        }
        UrlText { around, inside, core }
    }
}
