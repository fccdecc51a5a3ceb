//! Findings about client ID and secret as an `Authorization` header.

use crate::oauth::{BasicAuthError, PairEncoding, Secret, authorization_header, form_encoded};
use crate::reading::{Finding, FindingKind};

/// Findings about client ID and secret in one header; empty while either value is missing.
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
