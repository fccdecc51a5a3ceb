//! Findings about what an admin enters besides the credentials: a host name, a base URL, a tenant.

use super::url::{endpoint_finding, url_findings};
use super::{ValueShape, findings_in};
use crate::oauth::{Endpoint, EndpointError};
use crate::reading::wrapping::part;
use crate::reading::{Detail, Finding, FindingKind, Fix};

/// What an input must look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputShape {
    /// A host name, perhaps with a port (RFC 3986 §3.2.2, §3.2.3).
    Host,
    /// A base URL: scheme, host, perhaps port and path, and no slash at the end, because something is appended to it.
    Site,
    /// A whole URL.
    Url,
    /// Letters, digits, `.`, `-` and `_`.
    Word,
    /// The number of a port, from 1 to 65535.
    Port,
    /// An email address.
    Email,
}

impl InputShape {
    /// All of them.
    pub const ALL: [InputShape; 6] =
        [InputShape::Host, InputShape::Site, InputShape::Url, InputShape::Word, InputShape::Port, InputShape::Email];
}

/// Findings about an input; empty for an empty text. It becomes a part of URLs, so whatever does not belong there is one.
///
/// ```
/// use authdesk::reading::{Finding, FindingKind, InputShape, apply, input_findings};
///
/// assert_eq!(input_findings("chat.example.com:8443", InputShape::Host), []);
/// let pasted = "https://chat.example.com/login";
/// let findings = input_findings(pasted, InputShape::Host);
/// assert_eq!(findings, [Finding::whole(FindingKind::InputWholeUrl)]);
/// assert_eq!(apply(pasted, findings[0].fix.as_ref().unwrap()), "chat.example.com");
/// ```
#[must_use]
pub fn input_findings(text: &str, shape: InputShape) -> Vec<Finding> {
    match shape {
        InputShape::Host => url_findings(text, host_finding),
        InputShape::Site => url_findings(text, site_finding),
        InputShape::Url => url_findings(text, whole_finding),
        InputShape::Word => word_findings(text, word_finding),
        InputShape::Port => word_findings(text, port_finding),
        InputShape::Email => word_findings(text, email_finding),
    }
}

const HTTPS: &str = "https://";

/// What follows the base of a URL.
const BEYOND_HOST: [char; 3] = ['/', '?', '#'];

fn host_finding(host: &str) -> Option<Finding> {
    if let Some((_, rest)) = host.split_once("://") {
        let inner = rest.split(BEYOND_HOST).next().unwrap_or_default();
        let fix = is_host(inner).then(|| Fix::whole(inner));
        return Some(Finding::whole(FindingKind::InputWholeUrl).with_fix(fix));
    }
    if let Some(beyond) = beyond(host, &BEYOND_HOST) {
        return Some(beyond);
    }
    match Endpoint::parse(&[HTTPS, host].concat()).err()? {
        EndpointError::Character { at } | EndpointError::Port { at } | EndpointError::UserInfo { at } => {
            let at = at.saturating_sub(HTTPS.len());
            Some(Finding::at(FindingKind::InputNoHost, at).naming(host.chars().nth(at).map(Detail::Character)))
        }
        _ => Some(Finding::whole(FindingKind::InputNoHost)),
    }
}

fn is_host(text: &str) -> bool {
    Endpoint::parse(&[HTTPS, text].concat()).is_ok()
}

/// The rest of a text from one of these characters on; it is cut off where that leaves a host or a base URL.
fn beyond(text: &str, signs: &[char]) -> Option<Finding> {
    let start = text.chars().position(|ch| signs.contains(&ch))?;
    let (front, _) = text.split_once(signs)?;
    let with_scheme = if front.contains("://") { front.to_owned() } else { [HTTPS, front].concat() };
    let range = start..text.chars().count();
    let is_right = matches!(Endpoint::parse(&with_scheme), Ok(_) | Err(EndpointError::NotSecure));
    let finding = Finding::in_range(FindingKind::InputBeyondBase, &range);
    Some(finding.with_fix(is_right.then(|| Fix::deletion([range]))))
}

fn site_finding(site: &str) -> Option<Finding> {
    if let Some(finding) = scheme_finding(site).or_else(|| beyond(site, &['?', '#'])) {
        return Some(finding);
    }
    let slashes = site.chars().rev().take_while(|ch| *ch == '/').count();
    let length = site.chars().count();
    whole_finding(site)
        .or_else(|| (slashes > 0).then(|| Finding::removing(FindingKind::InputSlashAtEnd, length - slashes..length)))
}

fn whole_finding(url: &str) -> Option<Finding> {
    scheme_finding(url).or_else(|| match Endpoint::parse(url).err()? {
        // Whether that is enough is said of the URL that is built from it.
        EndpointError::NotSecure => None,
        EndpointError::Scheme => Some(Finding::whole(FindingKind::NoAddress)),
        error => Some(endpoint_finding(error)),
    })
}

fn scheme_finding(url: &str) -> Option<Finding> {
    let fix = is_host(url.split(BEYOND_HOST).next().unwrap_or_default()).then(|| Fix::replacement(0..0, HTTPS));
    (!url.contains("://")).then(|| Finding::whole(FindingKind::InputNoScheme).with_fix(fix))
}

/// Findings about what was copied with a word, then about the word itself.
fn word_findings(text: &str, judge: impl Fn(&str) -> Option<Finding>) -> Vec<Finding> {
    let chars: Vec<char> = text.chars().collect();
    let (mut found, core) = findings_in(&chars, 0..chars.len(), &ValueShape::default());
    let is_inside = |finding: &Finding| finding.span.is_some_and(|span| core.contains(&span.start));
    // Once an unusual character inside is reported, the rest would be about the same character again.
    if !core.is_empty() && !found.iter().any(is_inside) {
        let judged = judge(&part(&chars, &core).iter().collect::<String>());
        found.extend(judged.map(|finding| finding.moved(core.start)));
    }
    found
}

fn word_finding(word: &str) -> Option<Finding> {
    let is_of_a_word = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '.' | '-' | '_');
    let (at, ch) = word.chars().enumerate().find(|(_, ch)| !is_of_a_word(*ch))?;
    Some(Finding::at(FindingKind::InputNoWord, at).naming(Detail::Character(ch)))
}

fn port_finding(port: &str) -> Option<Finding> {
    let is_port = port.bytes().all(|digit| digit.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0);
    (!is_port).then(|| Finding::whole(FindingKind::InputNoPort))
}

fn email_finding(address: &str) -> Option<Finding> {
    let is_address =
        address.split_once('@').is_some_and(|(user, host)| !user.is_empty() && !host.is_empty() && !host.contains('@'))
            && !address.contains(['/', ':']);
    (!is_address).then(|| Finding::whole(FindingKind::InputNoEmail))
}
