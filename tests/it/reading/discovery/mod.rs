//! Discovery documents: RFC 8414 and OpenID Connect Discovery 1.0.
//!
//! The files have the shape of what servers publish; their hosts and values are made up.

mod odd;
mod pasted;

use authdesk::reading::{
    MetadataContext, MetadataEndpoint, MetadataReading, NamedList, RequestGrant, ServerMetadata, read_metadata,
};
use strum::VariantArray;

use crate::notation::{assert_said, said};

/// Each file with what is found in it: nothing that must be done.
pub const SOUND: [(&str, &str, &str); 9] = [
    ("Keycloak", include_str!("keycloak.json"), ""),
    ("Entra", include_str!("entra.json"), "pkce-left-out"),
    ("Google", include_str!("google.json"), "issuer-other-host=token_endpoint"),
    ("Auth0", include_str!("auth0.json"), ""),
    ("Okta", include_str!("okta.json"), ""),
    ("GitLab", include_str!("gitlab.json"), ""),
    ("ORY Hydra", include_str!("hydra.json"), ""),
    ("AD FS", include_str!("adfs.json"), "pkce-left-out"),
    ("like Zoom", include_str!("zoom-like.json"), ""),
];

pub fn read(text: &str) -> MetadataReading {
    read_metadata(text, &MetadataContext::default())
}

#[track_caller]
pub fn metadata(text: &str) -> ServerMetadata {
    read(text).metadata.unwrap_or_else(|| panic!("no document in {text}"))
}

/// What is found besides that the document was read, without its places.
#[track_caller]
pub fn found(text: &str, context: &MetadataContext<'_>) -> String {
    let read = read_metadata(text, context);
    let findings = said(&read.findings);
    let mut each = findings.split(' ').map(|one| {
        let (kind, detail) = (one.split(['@', '=']).next().unwrap(), one.split_once('=').map(|(_, detail)| detail));
        detail.map_or(kind.to_owned(), |detail| format!("{kind}={detail}"))
    });
    assert_eq!(each.next().as_deref(), Some("metadata-read"), "{findings}");
    each.collect::<Vec<_>>().join(" ")
}

/// A document with these members after those that every document has.
pub fn document(more: &str) -> String {
    format!(
        "{{\"issuer\":\"https://a.example\",\"authorization_endpoint\":\"https://a.example/authorize\",\
         \"token_endpoint\":\"https://a.example/token\",\"code_challenge_methods_supported\":[\"S256\"]{more}}}"
    )
}

#[test]
fn the_documents_of_servers_are_sound() {
    for (server, text, expected) in SOUND {
        assert_eq!(found(text, &MetadataContext::default()), expected, "{server}");
        for which in [MetadataEndpoint::Authorization, MetadataEndpoint::Token] {
            assert!(metadata(text).endpoint(which).is_some(), "{server} {which:?}");
        }
    }
}

#[test]
fn every_value_is_taken_as_it_is_written() {
    let read = metadata(include_str!("okta.json"));
    let endpoints = MetadataEndpoint::VARIANTS.iter().map(|which| read.endpoint(*which).unwrap().as_str());
    let base = "https://acme.identity.example/oauth2/default";
    let expected = ["/v1/authorize", "/v1/token", "/v1/device/authorize", "/v1/revoke"];
    assert!(endpoints.eq(expected.map(|path| format!("{base}{path}"))));
    assert_eq!(read.issuer.as_deref(), Some(base));
    assert!(read.grants.has("client_credentials") && read.challenges.has("S256") && !read.challenges.has("plain"));
    assert_eq!(read.authentication.names().len(), 5);
    assert_eq!(read.scopes.names().last().map(String::as_str), Some("device_sso"));
    // The slashes of this one are escaped, as PHP and .NET write them.
    let read = metadata(include_str!("adfs.json"));
    let token = read.endpoint(MetadataEndpoint::Token).unwrap();
    assert_eq!(token.as_str(), "https://fs.firm.example/adfs/oauth2/token/");
    // What is nested, such as `mtls_endpoint_aliases`, is something else.
    let text = document(",\"mtls_endpoint_aliases\":{\"token_endpoint\":\"https://mtls.a.example/token\"}");
    assert_eq!(metadata(&text).endpoint(MetadataEndpoint::Token).unwrap().as_str(), "https://a.example/token");
}

/// RFC 8414 §2.
#[test]
fn what_is_left_out_has_a_default() {
    let read = metadata(&document(""));
    assert_eq!(read.authentication_methods(), ["client_secret_basic"]);
    assert_eq!((&read.grants, &read.scopes), (&NamedList::LeftOut, &NamedList::LeftOut));
    let read = metadata(&document(",\"token_endpoint_auth_methods_supported\":[\"none\"]"));
    assert_eq!(read.authentication_methods(), ["none"]);
}

#[test]
fn what_is_wanted_decides_what_is_missing() {
    let context = |grant, endpoints| MetadataContext { grant: Some(grant), endpoints, ..MetadataContext::default() };
    let said = |text: &str, grant, endpoints| found(text, &context(grant, endpoints));
    let token: Option<&[MetadataEndpoint]> = Some(&[MetadataEndpoint::Token]);
    let listed = document(",\"grant_types_supported\":[\"authorization_code\",\"refresh_token\"]");
    assert_eq!(said(&listed, RequestGrant::AuthorizationCode, token), "");
    assert_eq!(said(&listed, RequestGrant::RefreshToken, token), "");
    assert_eq!(
        said(&listed, RequestGrant::ClientCredentials, token),
        "grant-not-listed=client_credentials",
        "PKCE is of no concern without a code"
    );
    let device = Some(&[MetadataEndpoint::DeviceAuthorization][..]);
    assert_eq!(
        said(&listed, RequestGrant::DeviceCode, device),
        "endpoint-missing=device_authorization_endpoint \
         grant-not-listed=urn:ietf:params:oauth:grant-type:device_code"
    );
    assert_eq!(said(include_str!("gitlab.json"), RequestGrant::DeviceCode, token), "", "the short name");
    assert_eq!(said(&document(""), RequestGrant::AuthorizationCode, token), "");
    assert_eq!(said(&document(""), RequestGrant::AccountCredentials, token), "grants-left-out=account_credentials");
    assert_eq!(said(include_str!("zoom-like.json"), RequestGrant::AccountCredentials, token), "");
    // A server for machines needs no authorization endpoint, and none is missing.
    let machines = "{\"issuer\":\"https://a.example\",\"token_endpoint\":\"https://a.example/token\",\
                    \"grant_types_supported\":[\"client_credentials\"]}";
    assert_eq!(found(machines, &MetadataContext::default()), "");
    assert_eq!(
        said(machines, RequestGrant::AuthorizationCode, Some(&[MetadataEndpoint::Authorization])),
        "endpoint-missing=authorization_endpoint grant-not-listed=authorization_code pkce-left-out"
    );
}

#[test]
fn scopes_that_were_entered_are_compared() {
    let text = document(",\"scopes_supported\":[\"openid\",\"email\"]");
    let with = |scopes| found(&text, &MetadataContext { scopes, ..MetadataContext::default() });
    assert_eq!(with("email openid"), "");
    assert_eq!(with("openid Email, e-mail"), "scopes-not-listed=2");
    let context = MetadataContext { scopes: "anything", ..MetadataContext::default() };
    assert_eq!(found(&document(""), &context), "", "without a list nothing is known");
}

#[test]
fn places_are_those_of_the_pasted_text() {
    let text = "Größe ✓\n{\n  \"issuer\": \"https://a.example\",\n  \"token_endpoint\": \"/token\",\n  \
                \"authorization_endpoint\": \"https://a.example/authorize\",\n  \
                \"code_challenge_methods_supported\": [ \"S256\", 1 ]\n}";
    let place = |part: &str| crate::notation::at(text, part);
    let expected = format!(
        "metadata-read text-around-answer{} endpoint-not-a-url{}=token_endpoint not-a-list{}=code_challenge_methods_supported",
        place("Größe ✓"),
        place("\"/token\""),
        // The first character of the number in the list.
        format_args!("@{}+1", text.chars().position(|ch| ch == '1').unwrap())
    );
    assert_said(&read(text).findings, &expected, text);
}
