//! Authorization URLs, redirect URLs, returned URLs, and URLs that wrap others.

use std::net::IpAddr;

use authdesk::oauth::{Endpoint, Outcome, Secret, StateCheck, StateVerdict, read_redirect};
use authdesk::reading::{
    AuthorizeHabits, FindingKind, LandingContext, ModeRule, RedirectMode, RedirectText, RedirectTexts, Shape, Verdict,
    compare_redirects, endpoint_findings, landed, read_authorize_url, redirect_findings, unwrapped,
};
use url::{Host, Url};

use crate::rules::{
    fixed, fixes_lead_on, lies_in, parameters, places, plain_address, prints_no_secret, shown, with_secrets,
};

/// An authorization URL.
pub fn authorize(text: &str) {
    let text = &with_secrets(text);
    let endpoint = Endpoint::parse("https://zoom.us/oauth/authorize").expect("an endpoint");
    let habits = AuthorizeHabits {
        endpoint: Some(&endpoint),
        wants_scope: false,
        needs_redirect: true,
        disputes_localhost: true,
        takes_loopback_with_pkce: true,
        api_hosts: &["api.zoom.us"],
        vanity_suffix: ".zoom.us",
        government_hosts: &["zoomgov.com"],
        more_parameters: &["optional_scope"],
        own_pages: &["zoom.us/oauth/signin"],
        client_id: "DemoClientId0000000001",
        redirect_url: "https://example.com/callback",
    };
    let reading = read_authorize_url(text, &habits);
    assert_eq!(format!("{reading:?}"), format!("{:?}", read_authorize_url(text, &habits)));
    prints_no_secret(&reading, &[]);
    places(&reading.findings, text, None);
    reading.parameters.iter().for_each(|parameter| lies_in(&parameter.span, text));
    let findings = |text: &str| read_authorize_url(text, &habits).findings;
    fixes_lead_on(text, findings);
    if let Some(url) = plain_address(text)
        && let Some(theirs) = parameters(&url)
    {
        let ours: Vec<(String, String)> = reading
            .parameters
            .iter()
            .map(|parameter| (parameter.name.clone(), shown(&parameter.value).to_owned()))
            .collect();
        assert_eq!(ours, theirs);
        assert!(text.starts_with(shown(&reading.base)));
    }
}

/// An endpoint, and a redirect URL by itself.
pub fn endpoint(text: &str) {
    let text = &with_secrets(text);
    places(&endpoint_findings(text), text, None);
    places(&redirect_findings(text, true), text, None);
    fixes_lead_on(text, endpoint_findings);
    fixes_lead_on(text, |text| redirect_findings(text, true));
    let Ok(endpoint) = Endpoint::parse(text) else { return };
    assert_eq!(endpoint.as_str(), text);
    // A browser rejects some hosts that cannot exist, such as `a..b` or `1.2.3.4.5`.
    let Ok(url) = Url::parse(text) else { return };
    let host = url.host().expect("a host");
    if let Host::Domain(domain) = &host {
        assert!(domain.eq_ignore_ascii_case(endpoint.host()), "{domain} is not {}", endpoint.host());
    }
    assert!(url.username().is_empty() && url.password().is_none() && url.fragment().is_none());
    let is_here = match host {
        Host::Domain(domain) => domain == "localhost",
        Host::Ipv4(address) => IpAddr::V4(address).is_loopback(),
        Host::Ipv6(address) => IpAddr::V6(address).is_loopback(),
    };
    // Where TLS is not required, the browser connects to this computer.
    assert!(url.scheme() == "https" || is_here, "{url} is not secure");
    assert!(!endpoint.is_this_computer() || is_here, "{url} is elsewhere");
}

/// Redirect URLs side by side: registered, requested, returned.
pub fn comparison(text: &str) {
    let text = &with_secrets(text);
    let mut texts = text.splitn(3, '¦');
    let mut next = || texts.next().unwrap_or_default();
    let texts = RedirectTexts { registered: next(), requested: next(), received: next() };
    let rule = |kinds, shape, verdict| ModeRule { kinds, shape, verdict };
    let rules = [
        rule(&[FindingKind::SlashDiffers], Shape::Longer, Verdict::Accepted),
        rule(&[], Shape::Loopback, Verdict::AcceptedReported),
        rule(&[], Shape::BaseOnly, Verdict::Refused),
    ];
    let modes = [RedirectMode { name: "strict", rules: &rules }];
    let all = compare_redirects(&texts, &modes);
    assert_eq!(format!("{all:?}"), format!("{:?}", compare_redirects(&texts, &modes)));
    prints_no_secret(&all, &[]);
    for comparison in &all {
        let text_of = |which: RedirectText| match which {
            RedirectText::Registered => texts.registered,
            RedirectText::Requested => texts.requested,
            RedirectText::Received => texts.received,
        };
        let (left, right) = (text_of(comparison.left), text_of(comparison.right));
        for difference in &comparison.differences {
            lies_in(&difference.left, left);
            lies_in(&difference.right, right);
        }
        places(&comparison.findings(), right, None);
        let joined =
            |pieces: &[authdesk::reading::Piece]| -> String { pieces.iter().map(|piece| shown(&piece.text)).collect() };
        assert_eq!(joined(&comparison.left_pieces), left);
        assert!(right.starts_with(&joined(&comparison.right_pieces)));
        let is_sent = comparison.right == RedirectText::Requested;
        assert!(!is_sent || comparison.differences.is_empty() == (left == right), "{left:?}, {right:?}");
        differs_as_url_says(left, right, comparison);
        for finding in comparison.findings().iter().filter(|_| is_sent) {
            if let Some(after) = fixed(finding, right) {
                assert_ne!(after, right);
            }
        }
    }
}

/// Where a different parser sees a different scheme, host or port, there is a finding.
fn differs_as_url_says(left: &str, right: &str, comparison: &authdesk::reading::Comparison) {
    let (Some(one), Some(two)) = (plain_address(left), plain_address(right)) else { return };
    let tells = |kinds: &[FindingKind]| comparison.differences.iter().any(|one| kinds.contains(&one.kind));
    assert!(one.scheme() == two.scheme() || tells(&[FindingKind::SchemeDiffers]));
    let host = [FindingKind::HostDiffers, FindingKind::WwwDiffers];
    assert!(one.host_str() == two.host_str() || tells(&host), "{one} {two}");
    assert!(one.username() == two.username() && one.password() == two.password() || tells(&host));
    let is_port = tells(&[FindingKind::PortDiffers, FindingKind::SchemeDiffers]);
    assert!(one.port_or_known_default() == two.port_or_known_default() || is_port);
}

/// A returned URL in every form.
pub fn landing(text: &str) {
    let text = &with_secrets(text);
    let state = Secret::new("xyz");
    let context = LandingContext {
        redirect_url: "https://example.com/callback",
        code_age_ms: Some(400_000),
        code_lifetime_s: Some(300),
        code_was_used: true,
        now_ms: None,
    };
    let read = |text: &str| landed(text, Some(StateCheck::Exact(&state)), &context);
    let found = read(text);
    assert_eq!(format!("{found:?}"), format!("{:?}", read(text)));
    let mut public = vec![found.landing.address.as_deref().unwrap_or_default()];
    if let Outcome::Refused(refusal) = &found.landing.outcome {
        public.extend([refusal.error.as_str(), refusal.description.as_deref().unwrap_or_default()]);
        public.push(refusal.uri.as_deref().unwrap_or_default());
    }
    prints_no_secret(&found, &public);
    prints_no_secret(&found.findings, &[]);
    places(&found.findings, text, None);
    let inner = found.unwrapped.as_ref().map_or(text.as_str(), |unwrapped| shown(&unwrapped.inner));
    assert!(found.landing.notes.iter().all(|note| note.at < inner.chars().count()));
    assert!(found.landing.notes.is_sorted_by_key(|note| note.at));
    fixes_lead_on(text, |text| read(text).findings);
    landed_as_url_says(text, &state);
}

/// What was read is what a different parser finds under `code`, `error` and `state`.
fn landed_as_url_says(text: &str, state: &Secret) {
    // Even without a `?`, our reader looks for parameters.
    let Some(url) = plain_address(text).filter(|url| url.query().is_some() && url.fragment().is_none()) else { return };
    let Some(parameters) = parameters(&url) else { return };
    let filled = |name: &str| -> Vec<&str> {
        let named = parameters.iter().filter(|(other, value)| other == name && !value.is_empty());
        named.map(|(_, value)| value.as_str()).collect()
    };
    let (codes, errors, states) = (filled("code"), filled("error"), filled("state"));
    let landing = read_redirect(text, Some(StateCheck::Exact(state)));
    let is_one = |all: &[&str]| all.iter().all(|one| *one == all[0]);
    match &landing.outcome {
        Outcome::Refused(refusal) => assert_eq!(errors.first().copied(), Some(refusal.error.as_str())),
        Outcome::Code(code) => {
            assert!(errors.is_empty() && is_one(&codes));
            assert_eq!(codes.first().copied(), Some(shown(code)));
        }
        Outcome::Missing(_) => assert!(errors.is_empty() && (codes.is_empty() || !is_one(&codes)), "{codes:?}"),
    }
    let is_ours = !states.is_empty() && states.iter().all(|one| *one == "xyz");
    assert_eq!(landing.state == StateVerdict::Same, is_ours, "{states:?}");
}

/// A URL that wraps another one.
pub fn wrapped(text: &str) {
    let text = &with_secrets(text);
    let found = unwrapped(text);
    assert_eq!(format!("{found:?}"), format!("{:?}", unwrapped(text)));
    prints_no_secret(&found, &[]);
    if let Some(found) = &found {
        lies_in(&found.span, text);
        let inner = shown(&found.inner).to_ascii_lowercase();
        assert!(inner.starts_with("https://") || inner.starts_with("http://"), "{inner:?}");
    }
    // One layer, as a different parser unwraps it.
    let Some(url) = plain_address(text) else { return };
    if !url.host_str().is_some_and(|host| host.ends_with(".safelinks.protection.outlook.com")) || url.path() != "/" {
        return;
    }
    let Some(inner) = parameters(&url).and_then(|all| Some(all.into_iter().find(|(name, _)| name == "url")?.1)) else {
        return;
    };
    if url.port().is_none() && plain_address(&inner).is_some() && unwrapped(&inner).is_none() {
        assert_eq!(found.as_ref().map(|found| shown(&found.inner)), Some(inner.as_str()));
    }
}
