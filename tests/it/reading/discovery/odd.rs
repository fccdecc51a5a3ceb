//! What is odd in a document, and what only looks so.

use authdesk::reading::{MetadataContext, MetadataEndpoint, NamedList, RequestGrant};

use super::{document, found, metadata};

/// The document with a part of it replaced.
#[track_caller]
fn with(part: &str, other: &str) -> String {
    let text = document("");
    assert!(text.contains(part), "{part}");
    text.replacen(part, other, 1)
}

#[track_caller]
fn says(text: &str, expected: &str) {
    assert_eq!(found(text, &MetadataContext::default()), expected, "{text}");
}

#[test]
fn the_issuer() {
    for (issuer, expected) in [
        ("\"https://a.example/\"", ""),
        ("\"https://A.example:443/tenant\"", ""),
        ("\"https://login.a.example\"", ""),
        ("\"http://a.example\"", "issuer-not-https"),
        ("\"a.example\"", "issuer-not-https"),
        ("\"urn:example:issuer\"", "issuer-not-https"),
        ("\"https://a.example?tenant=1\"", "issuer-has-query"),
        ("\"https://a.example/#x\"", "issuer-has-query"),
        ("\"http://a.example?x\"", "issuer-has-query issuer-not-https"),
        ("\"https://a.example/{tenantid}/v2.0\"", "issuer-placeholder"),
        ("\"https://a.example/<tenant>\"", "issuer-placeholder"),
        ("\"https://b.example\"", "issuer-other-host=authorization_endpoint"),
        ("\"https://notexample.example\"", "issuer-other-host=authorization_endpoint"),
        ("\"\"", "issuer-missing"),
        ("null", "issuer-missing"),
        ("7", "issuer-missing"),
    ] {
        says(&with("\"https://a.example\"", issuer), expected);
    }
    // On this computer, `http` is what servers under development have.
    let local = document("").replace("https://a.example", "http://localhost:4444");
    says(&local, "");
}

#[test]
fn the_issuer_and_the_url_of_the_document() {
    let address = |address: &'static str| MetadataContext { address: Some(address), ..MetadataContext::default() };
    for (url, expected) in [
        ("https://a.example/.well-known/openid-configuration", ""),
        ("https://a.example/.well-known/oauth-authorization-server", ""),
        ("https://A.EXAMPLE:443/.well-known/openid-configuration", ""),
        ("https://a.example/tenant/.well-known/openid-configuration", "issuer-other-address"),
        ("https://login.a.example/.well-known/openid-configuration", "issuer-other-address"),
        ("https://b.example/.well-known/openid-configuration", "endpoints-other-address"),
        ("https://10.0.0.7:8443/.well-known/openid-configuration", "endpoints-other-address"),
    ] {
        assert_eq!(found(&document(""), &address(url)), expected, "{url}");
    }
    // The issuer alone is elsewhere: the endpoints are where the document was.
    let other = with("\"https://a.example\"", "\"https://sts.b.example/tenant/\"");
    assert_eq!(found(&other, &address("https://a.example/.well-known/openid-configuration")), "issuer-other-address");
    // Both ways to build the URL of an issuer with a path.
    let tenant = with("\"https://a.example\"", "\"https://a.example/realms/x\"");
    for url in [
        "https://a.example/realms/x/.well-known/openid-configuration",
        "https://a.example/.well-known/oauth-authorization-server/realms/x",
        "https://a.example/.well-known/openid-configuration/realms/x",
    ] {
        assert_eq!(found(&tenant, &address(url)), "", "{url}");
    }
}

#[test]
fn endpoints() {
    for (endpoint, expected) in [
        ("\"https://a.example/token?tenant=1\"", ""),
        ("\"HTTPS://a.example/token\"", ""),
        ("\"http://127.0.0.1:8080/token\"", "issuer-other-host=token_endpoint"),
        ("\"http://a.example/token\"", "not-https"),
        ("\"/oauth/token\"", "endpoint-not-a-url=token_endpoint"),
        ("\"oauth/token\"", "endpoint-not-a-url=token_endpoint"),
        ("\"//a.example/token\"", "endpoint-not-a-url=token_endpoint"),
        ("\"a.example/token\"", "endpoint-not-a-url=token_endpoint"),
        ("\"urn:kubernetes:programmatic_authorization\"", "endpoint-not-a-url=token_endpoint"),
        ("\"ftp://a.example/token\"", "endpoint-not-a-url=token_endpoint"),
        ("[\"https://a.example/token\"]", "endpoint-not-a-url=token_endpoint"),
        ("false", "endpoint-not-a-url=token_endpoint"),
        ("\"https://a.example/{tenant}/token\"", "endpoint-placeholder=token_endpoint"),
        ("\"https://a.example/%7Btenant%7D/token\"", "endpoint-placeholder=token_endpoint"),
        ("\"https://<host>/token\"", "endpoint-placeholder=token_endpoint"),
        ("\"https://me:word@a.example/token\"", "user-in-address"),
        ("\"https://a.example/token#x\"", "fragment-in-address"),
        ("\"https://a.example/to ken\"", "blank-in-address"),
        ("\"\"", "endpoint-missing=token_endpoint"),
        ("null", "endpoint-missing=token_endpoint"),
    ] {
        let text = with("\"https://a.example/token\"", endpoint);
        says(&text, expected);
        let is_taken = metadata(&text).endpoint(MetadataEndpoint::Token).is_some();
        assert_eq!(is_taken, expected.is_empty() || expected.starts_with("issuer"), "{text}");
    }
}

#[test]
fn lists() {
    const NAME: &str = "grant_types_supported";
    for (list, expected, names) in [
        ("[\"a\",\"b\",\"a\"]", "", "a b"),
        ("[ ]", "list-empty=grant_types_supported", ""),
        ("\"a b\"", "not-a-list=grant_types_supported", "a b"),
        ("\"a,b\"", "not-a-list=grant_types_supported", "a b"),
        ("[\"a\",null,\"b\"]", "not-a-list=grant_types_supported", "a b"),
        ("[[\"a\"]]", "not-a-list=grant_types_supported", ""),
        ("{\"a\":true}", "not-a-list=grant_types_supported", ""),
        ("null", "not-a-list=grant_types_supported", ""),
        ("true", "not-a-list=grant_types_supported", ""),
    ] {
        let text = document(&format!(",\"{NAME}\":{list}"));
        // A list that names no code needs no authorization endpoint; this document has one.
        says(&text, expected);
        assert_eq!(metadata(&text).grants.names().join(" "), names, "{text}");
    }
    // What cannot be read says nothing about what is missing.
    let text = document(",\"grant_types_supported\":7");
    assert_eq!(metadata(&text).grants, NamedList::Unreadable);
}

#[test]
fn pkce() {
    let list = "[\"S256\"]";
    says(&with(list, "[\"plain\",\"S256\"]"), "");
    says(&with(list, "[\"plain\"]"), "pkce-without-s256");
    says(&with(list, "[\"s256\"]"), "pkce-without-s256");
    says(&with(list, "[]"), "list-empty=code_challenge_methods_supported pkce-left-out");
    says(&with(",\"code_challenge_methods_supported\":[\"S256\"]", ""), "pkce-left-out");
    says(&with(list, "7"), "not-a-list=code_challenge_methods_supported");
}

#[test]
fn client_authentication() {
    let of = |list: &str| document(&format!(",\"token_endpoint_auth_methods_supported\":{list}"));
    for list in ["[\"client_secret_post\"]", "[\"private_key_jwt\",\"client_secret_basic\"]", "[\"none\"]"] {
        says(&of(list), "");
    }
    for list in ["[\"private_key_jwt\"]", "[\"tls_client_auth\",\"client_secret_jwt\"]"] {
        says(&of(list), "authentication-out-of-reach");
    }
}

#[test]
fn pushed_requests() {
    let of = |value: &str| document(&format!(",\"require_pushed_authorization_requests\":{value}"));
    says(&of("true"), "pushed-requests-only");
    for value in ["false", "null", "\"no\""] {
        says(&of(value), "");
    }
    // A request without a code is no matter of it.
    let machines = MetadataContext { grant: Some(RequestGrant::ClientCredentials), ..MetadataContext::default() };
    assert_eq!(found(&of("true"), &machines), "grants-left-out=client_credentials");
}

#[test]
fn names_that_are_there_twice() {
    let text = document(",\"token_endpoint\":\"https://a.example/second\"");
    says(&text, "member-repeated=token_endpoint");
    assert_eq!(metadata(&text).endpoint(MetadataEndpoint::Token).unwrap().as_str(), "https://a.example/second");
    // Of what is not read, it does not matter.
    says(&document(",\"acr_values_supported\":[],\"acr_values_supported\":[]"), "");
}

#[test]
fn documents_that_only_tell_how_to_verify_tokens() {
    let text = "{\"issuer\":\"https://ci.a.example\",\"jwks_uri\":\"https://ci.a.example/keys\",\
                \"response_types_supported\":[\"id_token\"],\"subject_types_supported\":[\"public\"]}";
    says(text, "endpoint-missing=authorization_endpoint endpoint-missing=token_endpoint");
}
