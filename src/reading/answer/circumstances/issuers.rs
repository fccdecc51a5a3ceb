//! One issuer under two host names, one of which only a container or this computer knows.

use crate::reading::addresses_in;
use crate::reading::hosts::is_internal_host;
use crate::reading::variables::is_of_name;

/// How many issuers are compared; a log repeats them.
const MOST: usize = 32;
/// In bytes.
const LONGEST_LINE: usize = 2000;

/// Whether a text names an issuer under two hosts with the same path, at least one of them internal. A token has the host
/// that it was requested from (OpenID Connect Core 1.0 §3.1.3.7).
pub(super) fn has_two_hosts(text: &str) -> bool {
    let has_claim = |lower: &str| lower.split(|ch| !is_of_name(ch)).any(|word| word == "iss");
    let is_named = |line: &&str| {
        let lower = line.to_ascii_lowercase();
        lower.contains("issuer") || has_claim(&lower)
    };
    // Without a token, it is the metadata of the server that differs.
    let is_of_token = |lower: String| lower.contains("token") || has_claim(&lower);
    if !is_of_token(text.to_ascii_lowercase()) {
        return false;
    }
    let lines = text.lines().filter(|line| line.len() < LONGEST_LINE).filter(is_named);
    let issuers: Vec<(&str, &str)> = lines.flat_map(addresses_in).filter_map(parts).take(MOST).collect();
    issuers.iter().any(|(host, path)| {
        is_internal(host) && issuers.iter().any(|(other, same)| path == same && !host.eq_ignore_ascii_case(other))
    })
}

/// The host with its port, and the path of a realm or a tenant.
fn parts(address: &str) -> Option<(&str, &str)> {
    let (_, rest) = address.split_once("://")?;
    let (host, path) = rest.split_once('/')?;
    let path = path.trim_end_matches('/');
    let path = path.split("/.well-known").next().unwrap_or_default();
    (!host.is_empty() && !path.is_empty() && !host.contains(['$', '{', '<'])).then_some((host, path))
}

fn is_internal(host: &str) -> bool {
    let name = host.split(':').next().unwrap_or_default();
    is_internal_host(&name.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::super::tells_apart;
    use super::*;

    #[test]
    fn one_issuer_under_two_hosts() {
        tells_apart(
            has_two_hosts,
            &[
                "Invalid token issuer. Expected 'http://keycloak:8080/realms/dev', but was 'http://localhost:8180/realms/dev'",
                "\"iss\": \"https://sso.example.com/realms/shop\"\nspring.security.oauth2.resourceserver.jwt.issuer-uri=http://keycloak:8080/realms/shop",
                "iss=http://127.0.0.1:9000/o/app/\nOIDC_ISSUER=http://authentik-server:9000/o/app/",
                "token: expected issuer http://auth.internal/realms/a/, got http://localhost/realms/a",
            ],
            &[
                "",
                "issuer: http://keycloak:8080/realms/dev\niss: http://keycloak:8080/realms/dev",
                "issuer: http://keycloak:8080/realms/dev\niss: http://keycloak:8080/realms/prod",
                "issuer: https://a.example.com/realms/dev\nissuer: https://b.example.com/realms/dev",
                "issuer: https://a.example.com/realms/dev\nproxy_pass http://keycloak:8080/realms/dev",
                "token issuer: http://localhost:8080\nissuer: http://keycloak:8080",
                "The Issuer \"https://a.example.com/b\" did not match the requested issuer \"http://keycloak:8080/b\"",
            ],
        );
    }
}
