//! Discovery documents.

use authdesk::reading::{
    FindingKind, MetadataContext, MetadataEndpoint, MetadataReading, RequestGrant, ServerMetadata, read_metadata,
};
use serde_json::Value;

use crate::rules::{fixes_lead_on, places, prints_no_secret, with_secrets};

const ENDPOINTS: [MetadataEndpoint; 4] = [
    MetadataEndpoint::Authorization,
    MetadataEndpoint::Token,
    MetadataEndpoint::DeviceAuthorization,
    MetadataEndpoint::Revocation,
];

/// A discovery document, or what was pasted in its place.
pub fn discovery(text: &str) {
    let text = &with_secrets(text);
    let context = MetadataContext {
        grant: Some(RequestGrant::ClientCredentials),
        endpoints: Some(&ENDPOINTS),
        address: Some("https://a.example/.well-known/openid-configuration"),
        scopes: "openid x",
    };
    for context in [MetadataContext::default(), context] {
        let read = |text: &str| read_metadata(text, &context);
        let MetadataReading { metadata, findings } = read(text);
        assert_eq!(read(text).findings, findings);
        places(&findings, text, None);
        prints_no_secret(&findings, &[]);
        fixes_lead_on(text, |text| read(text).findings);
        let is_read = findings.first().is_some_and(|finding| finding.kind == FindingKind::MetadataRead);
        assert_eq!(metadata.is_some(), is_read);
        if let Some(metadata) = metadata {
            as_serde_says(text, &metadata);
        }
    }
}

/// A text that is a document and nothing else has the endpoints that a different reader finds in it.
fn as_serde_says(text: &str, metadata: &ServerMetadata) {
    let Ok(Value::Object(members)) = serde_json::from_str::<Value>(text) else { return };
    for which in ENDPOINTS {
        let theirs = members.get(which.name()).and_then(Value::as_str);
        if let Some(endpoint) = metadata.endpoint(which) {
            assert_eq!(Some(endpoint.as_str()), theirs);
        }
    }
}
