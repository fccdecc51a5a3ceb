//! What is odd about a single value, and about the pair of the `Authorization` header.

use super::{Finding, FindingKind};
use crate::oauth::{BasicAuthError, Endpoint, EndpointError, PairEncoding, Secret, authorization_header, form_encoded};

/// What is odd about a value that is copied from the provider: client identifier, secret, Account ID.
#[must_use]
pub fn value_findings(value: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let inner = value.trim();
    if inner.len() != value.len() && !inner.is_empty() {
        let at = if value.starts_with(char::is_whitespace) { 0 } else { inner.chars().count() };
        found.push(Finding::at(FindingKind::BlanksAround, at));
    }
    let start = value.chars().take_while(|letter| letter.is_whitespace()).count();
    if let Some(at) = inner.chars().position(char::is_control) {
        found.push(Finding::at(FindingKind::ControlCharacter, start + at));
    }
    found
}

/// What is odd about a pair as one header; nothing while either value is missing.
#[must_use]
pub fn header_findings(client_id: &str, client_secret: &Secret, encoding: PairEncoding) -> Vec<Finding> {
    match authorization_header(client_id, client_secret, encoding) {
        Ok(_) => {
            // EXPOSE: compared with its own encoding; nothing of it is kept.
            let plain = client_secret.expose();
            let agree = form_encoded(client_id) == client_id && form_encoded(plain) == plain;
            let kind = if agree { FindingKind::EncodingsAgree } else { FindingKind::EncodingsDiffer };
            vec![Finding::whole(kind)]
        }
        Err(BasicAuthError::ColonInIdentifier { at }) => vec![Finding::at(FindingKind::ColonInIdentifier, at)],
        Err(BasicAuthError::ControlCharacter { at, .. }) => vec![Finding::at(FindingKind::ControlCharacter, at)],
        Err(BasicAuthError::MissingIdentifier | BasicAuthError::MissingSecret) => Vec::new(),
    }
}

/// What is odd about an endpoint; nothing while it is empty.
#[must_use]
pub fn endpoint_findings(text: &str) -> Vec<Finding> {
    if text.is_empty() {
        return Vec::new();
    }
    match Endpoint::parse(text) {
        Ok(_) => Vec::new(),
        Err(error) => vec![endpoint_finding(error)],
    }
}

/// The finding that says why a text is no endpoint.
#[must_use]
pub fn endpoint_finding(error: EndpointError) -> Finding {
    match error {
        EndpointError::Empty | EndpointError::MissingHost => Finding::whole(FindingKind::NoAddress),
        EndpointError::Scheme | EndpointError::NotSecure => Finding::whole(FindingKind::NotHttps),
        EndpointError::Character { at } | EndpointError::Port { at } => Finding::at(FindingKind::NoAddress, at),
        EndpointError::Blank { at } => Finding::at(FindingKind::BlankInAddress, at),
        EndpointError::UserInfo { at } => Finding::at(FindingKind::UserInAddress, at),
        EndpointError::Fragment { at } => Finding::at(FindingKind::FragmentInAddress, at),
    }
}

/// What is odd about a redirect URL; nothing while it is empty. `refuses_localhost` is the provider's habit.
///
/// RFC 6749 §3.1.2 wants an absolute URI without a fragment; more is the provider's to say, and it is never rewritten.
#[must_use]
pub fn redirect_findings(text: &str, refuses_localhost: bool) -> Vec<Finding> {
    if text.is_empty() {
        return Vec::new();
    }
    match Endpoint::parse(text) {
        Ok(endpoint) if refuses_localhost && endpoint.is_this_computer() => {
            vec![Finding::whole(FindingKind::LocalhostRefused)]
        }
        // A scheme of an app on the own machine is a redirect URL too (RFC 8252 §7.1).
        Err(EndpointError::Scheme) if text.contains(':') => Vec::new(),
        Ok(_) => Vec::new(),
        Err(error) => vec![endpoint_finding(error)],
    }
}
