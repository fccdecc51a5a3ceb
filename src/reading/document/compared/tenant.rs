//! Whether two endpoints are of one server, and of one tenant of it.

use super::value::host_of;
use crate::reading::guid::is_guid;
use crate::reading::server::domain;

/// Whether both hosts have the same last two labels, or one of them is not known.
pub(super) fn is_same_site(one: &str, other: &str) -> bool {
    match (host_of(one), host_of(other)) {
        (Some(one), Some(other)) => domain(&one) == domain(&other),
        _ => true,
    }
}

/// Whether only the last part of the paths differs: `/realms/a/protocol/openid-connect/auth` and `…/token`.
pub(super) fn is_same_folder(one: &str, other: &str) -> bool {
    let folder =
        |address: &str| address.trim_end_matches('/').rsplit_once('/').map(|(folder, _)| folder.to_ascii_lowercase());
    folder(one).is_some_and(|one| one.contains("://") && Some(one) == folder(other))
}

/// Whether two endpoints of one host are of different tenants: their paths differ in the part that names one, and only
/// there. A tenant has a code that it did not issue for invalid.
pub(super) fn is_of_other_tenant(authorize: &str, token: &str) -> bool {
    let host = host_of(authorize);
    if host.is_none() || host != host_of(token) {
        return false;
    }
    let (one, other) = (folders(authorize), folders(token));
    if let (Some(one), Some(other)) = (okta_server(&one), okta_server(&other)) {
        return one != other;
    }
    if one.len() != other.len() {
        return false;
    }
    let mut differing = one.iter().zip(&other).enumerate().filter(|(_, (one, other))| !one.eq_ignore_ascii_case(other));
    let (Some((at, (first, second))), None) = (differing.next(), differing.next()) else { return false };
    let before = at.checked_sub(1).and_then(|before| one.get(before)).copied();
    is_tenant(before, first) && is_tenant(before, second)
}

/// One host of Okta has several authorization servers: `/oauth2/v1/…` is that of the organization, and
/// `/oauth2/default/v1/…` another one (developer.okta.com, "Authorization servers").
fn okta_server<'p>(folders: &[&'p str]) -> Option<&'p str> {
    match folders {
        ["oauth2", "v1"] => Some(""),
        ["oauth2", id, "v1"] if !has_variable(id) => Some(id),
        _ => None,
    }
}

fn has_variable(part: &str) -> bool {
    part.contains(['$', '{', '<', ':', '*', '%', '['])
}

/// The parts of the path without the last one.
fn folders(address: &str) -> Vec<&str> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let mut parts: Vec<&str> = path.trim_end_matches('/').split('/').skip(1).take(MOST_PARTS).collect();
    parts.pop();
    parts
}

const MOST_PARTS: usize = 16;

/// Whether a part of a path names a tenant. Keycloak: server administration guide, "Realms"; Entra ID and Azure AD B2C:
/// learn.microsoft.com, "OAuth 2.0 authorization code flow".
fn is_tenant(before: Option<&str>, part: &str) -> bool {
    let is_policy = |part: &str| part.get(..5).is_some_and(|front| front.eq_ignore_ascii_case("b2c_1"));
    let is_in_realms = before.is_some_and(|before| matches!(before, "realms" | "realm" | "tenants" | "tenant"));
    !has_variable(part) && !part.is_empty() && (is_in_realms || is_guid(part) || is_policy(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";
    const B: &str = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

    #[test]
    fn other_tenants() {
        for (one, other) in [
            (
                "https://id.example.com/realms/a/protocol/openid-connect/auth",
                "https://id.example.com/realms/b/protocol/openid-connect/token",
            ),
            (
                "https://id.example.com/auth/realms/a/protocol/openid-connect/auth",
                "https://id.example.com/auth/realms/master/protocol/openid-connect/token",
            ),
            (
                &format!("https://login.microsoftonline.com/{A}/oauth2/v2.0/authorize"),
                &format!("https://login.microsoftonline.com/{B}/oauth2/v2.0/token"),
            ),
            ("https://a.okta.com/oauth2/v1/authorize", "https://a.okta.com/oauth2/default/v1/token"),
            ("https://a.okta.com/oauth2/aus1/v1/authorize", "https://a.okta.com/oauth2/default/v1/token"),
            (
                "https://a.b2clogin.com/a.onmicrosoft.com/B2C_1_in/oauth2/v2.0/authorize",
                "https://a.b2clogin.com/a.onmicrosoft.com/B2C_1_up/oauth2/v2.0/token",
            ),
        ] {
            assert!(is_of_other_tenant(one, other), "{one} {other}");
            assert!(!is_of_other_tenant(one, one), "{one}");
        }
    }

    #[test]
    fn the_same_tenant_and_what_is_none() {
        for (one, other) in [
            ("https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token"),
            (
                "https://id.example.com/realms/a/protocol/openid-connect/auth",
                "https://id.example.com/realms/a/protocol/openid-connect/token",
            ),
            (
                "https://id.example.com/realms/a/protocol/openid-connect/auth",
                "https://id.example.com/realms/{realm}/protocol/openid-connect/token",
            ),
            (
                "https://public.example.com/realms/a/protocol/openid-connect/auth",
                "http://keycloak:8080/realms/b/protocol/openid-connect/token",
            ),
            // `common` is no tenant, and a tenant has more than one name.
            (
                "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
                &format!("https://login.microsoftonline.com/{A}/oauth2/v2.0/token"),
            ),
            (
                "https://login.microsoftonline.com/a.onmicrosoft.com/oauth2/v2.0/authorize",
                &format!("https://login.microsoftonline.com/{A}/oauth2/v2.0/token"),
            ),
            (
                "https://login.microsoftonline.com/a.onmicrosoft.com/oauth2/authorize",
                "https://login.microsoftonline.com/a.de/oauth2/token",
            ),
            ("https://a.okta.com/oauth2/default/v1/authorize", "https://a.okta.com/oauth2/{id}/v1/token"),
            ("https://zoom.us/oauth/authorize", "https://zoom.us/oauth/token"),
            ("https://id.example.com/v1/authorize", "https://id.example.com/v2/token"),
            ("https://github.com/login/oauth/authorize", "https://github.com/api/oauth/access_token"),
            ("/realms/a/x/auth", "/realms/b/x/token"),
        ] {
            assert!(!is_of_other_tenant(one, other), "{one} {other}");
        }
    }

    #[test]
    fn folders_and_sites() {
        assert!(is_same_folder("https://a.example/oauth2/authorize", "https://a.example/oauth2/token/"));
        assert!(!is_same_folder("https://a.example/oauth2/authorize", "https://b.example/oauth2/token"));
        assert!(!is_same_folder("/authorize", "/token"));
        assert!(
            is_same_site("https://accounts.a.example/x", "https://api.a.example/y")
                && is_same_site("/x", "https://a.example")
        );
        assert!(!is_same_site("https://a.example", "https://b.example"));
    }
}
