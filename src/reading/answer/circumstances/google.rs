//! What the refresh tokens of Google and Dropbox depend on.

use crate::chars::front_of;

/// How many places are looked at.
const MOST: usize = 32;
/// In seconds: the seven days that a refresh token of an app in testing lasts, and a little less.
const WEEK: core::ops::RangeInclusive<u32> = 604_000..=604_800;

/// Whether a response has a refresh token that lasts for a week. `lower` is in lowercase.
pub(super) fn has_token_of_a_week(lower: &str) -> bool {
    lower.match_indices("refresh_token_expires_in").take(MOST).any(|(at, name)| {
        let behind = front_of(lower.get(at + name.len()..).unwrap_or_default(), 24);
        let value = behind.trim_start_matches(|ch: char| ch == ' ' || "\"'\\:=>]".contains(ch));
        let end = value.find(|ch: char| !ch.is_ascii_digit()).unwrap_or(value.len());
        value.get(..end).and_then(|value| value.parse().ok()).is_some_and(|seconds: u32| WEEK.contains(&seconds))
    })
}

/// Whether a sign-in at Google or Dropbox is begun, and without asking for offline access. `lower` is in lowercase.
pub(super) fn is_offline_left_out(lower: &str) -> bool {
    // Dropbox has a parameter of its own for that (dropbox.tech, Using OAuth 2.0 with offline access).
    if lower.contains("dropbox.com/oauth2/authorize") && !lower.contains("token_access_type") {
        return true;
    }
    const BEGINS: [&str; 5] = [
        ".authorization_url(",
        "generateauthurl(",
        "createauthurl(",
        "accounts.google.com/o/oauth2/v2/auth?",
        "accounts.google.com/o/oauth2/auth?",
    ];
    lower.contains("google") && BEGINS.iter().any(|call| lower.contains(call)) && !lower.contains("offline")
}

#[cfg(test)]
mod tests {
    use super::super::tells_apart;
    use super::*;

    #[test]
    fn a_refresh_token_of_a_week() {
        tells_apart(
            has_token_of_a_week,
            &[
                "\"refresh_token_expires_in\":604799",
                "\"refresh_token_expires_in\": 604799,",
                "'refresh_token_expires_in': 604798}",
                "[refresh_token_expires_in] => 604799",
                "refresh_token_expires_in=604800",
            ],
            &[
                "",
                "\"refresh_token_expires_in\":15552000",
                "\"expires_in\":604799",
                "refresh_token_expires_in",
                "\"refresh_token_expires_in\":3600",
            ],
        );
    }

    #[test]
    fn a_sign_in_without_offline_access() {
        tells_apart(
            is_offline_left_out,
            &[
                "from google_auth_oauthlib.flow import flow\nurl, state = flow.authorization_url(include_granted_scopes='true')",
                "https://accounts.google.com/o/oauth2/v2/auth?client_id=a&scope=openid",
                "google.auth.oauth2; client.generateauthurl({ scope: scopes })",
                "$client = new google_client(); $client->createauthurl();",
                "https://www.dropbox.com/oauth2/authorize?client_id=a&response_type=code&access_type=offline",
            ],
            &[
                "",
                "google flow.authorization_url(access_type='offline')",
                "https://accounts.google.com/o/oauth2/v2/auth?access_type=offline",
                "oauth.authorization_url('https://id.example.com')",
                "google.com",
                "https://www.dropbox.com/oauth2/authorize?client_id=a&token_access_type=offline",
            ],
        );
    }
}
