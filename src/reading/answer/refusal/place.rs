//! Where an error was shown, from its code and from what a log mentions next to it.

use crate::oauth::RefusalPlace;

pub(super) fn place_of_error(error: Option<&str>) -> Option<RefusalPlace> {
    match error? {
        "authorization_pending" | "slow_down" | "expired_token" => Some(RefusalPlace::Device),
        "invalid_client" | "invalid_grant" | "unsupported_grant_type" => Some(RefusalPlace::Token),
        "invalid_manifest" => Some(RefusalPlace::Manifest),
        _ => None,
    }
}

/// The endpoint that a request went to.
pub(super) fn place_of_request(url: &str) -> Option<RefusalPlace> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/');
    let last = path.rsplit('/').next()?;
    match last {
        "token" | "access_token" | "token.oauth2" => Some(RefusalPlace::Token),
        "authorize" | "authorization" => Some(RefusalPlace::Authorize),
        _ => None,
    }
}

/// The endpoint that a log mentions next to the error; an error in a returned URL is one of the authorization page
/// (RFC 6749 §4.1.2.1).
pub(super) fn place_in(text: &str) -> Option<RefusalPlace> {
    if text.contains("://") && ["?error=", "&error=", "#error="].iter().any(|part| text.contains(part)) {
        return Some(RefusalPlace::Authorize);
    }
    const PATHS: [(&str, RefusalPlace); 5] = [
        ("/oauth/token", RefusalPlace::Token),
        ("/oauth/authorize", RefusalPlace::Authorize),
        ("/oauth/devicecode", RefusalPlace::Device),
        ("/marketplace/apps", RefusalPlace::Manifest),
        ("/v2/", RefusalPlace::Api),
    ];
    PATHS.into_iter().find(|(path, _)| text.contains(path)).map(|(_, place)| place)
}
