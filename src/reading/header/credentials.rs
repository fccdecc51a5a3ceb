//! Findings about client ID and secret as an `Authorization` header.

use crate::oauth::{BasicAuthError, PairEncoding, Secret, authorization_header, form_encoded};
use crate::reading::{Finding, FindingKind};

/// Findings about client ID and secret in one header; empty while the client ID is missing. An empty secret is allowed,
/// and told: whoever is still typing has no result yet.
///
/// ```
/// use authdesk::oauth::{PairEncoding, Secret};
/// use authdesk::reading::{Finding, FindingKind, header_findings};
///
/// // RFC 7617 §2; the space is what form-encoding changes (RFC 6749 §2.3.1).
/// let secret = Secret::new("open sesame");
/// let findings = header_findings("Aladdin", &secret, PairEncoding::Raw);
/// assert_eq!(findings, [Finding::whole(FindingKind::EncodingsDiffer)]);
/// let findings = header_findings("Ala:ddin", &secret, PairEncoding::Raw);
/// assert_eq!(findings, [Finding::at(FindingKind::ColonInIdentifier, 3)]);
/// ```
#[must_use]
pub fn header_findings(client_id: &str, client_secret: &Secret, encoding: PairEncoding) -> Vec<Finding> {
    match authorization_header(client_id, client_secret, encoding) {
        Ok(_) => {
            // EXPOSE: compared with its own encoding; nothing of it is kept.
            let plain = client_secret.expose();
            let agree = form_encoded(client_id) == client_id && form_encoded(plain) == plain;
            let empty = plain.is_empty().then_some(FindingKind::SecretEmpty);
            let encodings = match (agree, empty) {
                (false, _) => Some(FindingKind::EncodingsDiffer),
                (true, None) => Some(FindingKind::EncodingsAgree),
                (true, Some(_)) => None,
            };
            empty.into_iter().chain(encodings).map(Finding::whole).collect()
        }
        Err(BasicAuthError::ColonInIdentifier { at }) => vec![Finding::at(FindingKind::ColonInIdentifier, at)],
        Err(BasicAuthError::ControlCharacter { at, .. }) => vec![Finding::at(FindingKind::ControlCharacter, at)],
        Err(BasicAuthError::MissingIdentifier) => Vec::new(),
    }
}
