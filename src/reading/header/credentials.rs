//! Findings about client ID and secret as an `Authorization` header.

use crate::oauth::{BasicAuthError, PairEncoding, Secret, authorization_header, form_encoded};
use crate::reading::{Finding, FindingKind};

/// Findings about client ID and secret in one header; empty while either value is missing.
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
            let kind = if agree { FindingKind::EncodingsAgree } else { FindingKind::EncodingsDiffer };
            vec![Finding::whole(kind)]
        }
        Err(BasicAuthError::ColonInIdentifier { at }) => vec![Finding::at(FindingKind::ColonInIdentifier, at)],
        Err(BasicAuthError::ControlCharacter { at, .. }) => vec![Finding::at(FindingKind::ControlCharacter, at)],
        Err(BasicAuthError::MissingIdentifier | BasicAuthError::MissingSecret) => Vec::new(),
    }
}
