//! What is odd about the pair of the `Authorization` header, about endpoints and redirect URLs.

use super::{Finding, FindingKind};
use crate::oauth::{BasicAuthError, Endpoint, EndpointError, PairEncoding, Secret, authorization_header, form_encoded};

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
