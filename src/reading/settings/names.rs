//! What settings are called: `client-id`, `clientId`, `GITHUB_CLIENT_ID`, `spring.….client-id`.

use super::SettingRole;

/// The longest name, in bytes.
pub(super) const LONGEST: usize = 160;

/// The last words of a name, without what separates them, and what the value is.
const ENDINGS: [(&str, SettingRole); 33] = [
    ("clientid", SettingRole::ClientId),
    ("clientidentifier", SettingRole::ClientId),
    ("consumerkey", SettingRole::ClientId),
    ("clientsecret", SettingRole::ClientSecret),
    ("consumersecret", SettingRole::ClientSecret),
    ("credentialssecret", SettingRole::ClientSecret),
    ("redirecturi", SettingRole::Redirect),
    ("redirecturl", SettingRole::Redirect),
    ("redirecturitemplate", SettingRole::Redirect),
    ("callbackuri", SettingRole::Redirect),
    ("callbackurl", SettingRole::Redirect),
    ("authorizationuri", SettingRole::Authorize),
    ("authorizationurl", SettingRole::Authorize),
    ("authorizationendpoint", SettingRole::Authorize),
    ("authorizeuri", SettingRole::Authorize),
    ("authorizeurl", SettingRole::Authorize),
    ("authorizeendpoint", SettingRole::Authorize),
    ("userauthorizationuri", SettingRole::Authorize),
    ("authuri", SettingRole::Authorize),
    ("authurl", SettingRole::Authorize),
    ("authendpoint", SettingRole::Authorize),
    ("tokenuri", SettingRole::Token),
    ("tokenurl", SettingRole::Token),
    ("tokenendpoint", SettingRole::Token),
    ("redeemurl", SettingRole::Token),
    ("issuer", SettingRole::Issuer),
    ("issueruri", SettingRole::Issuer),
    ("issuerurl", SettingRole::Issuer),
    ("authority", SettingRole::Issuer),
    ("realmpublickey", SettingRole::PublicKey),
    ("rsapublickey", SettingRole::PublicKey),
    ("scope", SettingRole::Scopes),
    ("scopes", SettingRole::Scopes),
];

/// Names that end so, and are those of something else.
const OTHERS: [&str; 11] = [
    "oauthurl",
    "oauthuri",
    "oauthendpoint",
    "logoutredirecturi",
    "logoutredirecturl",
    "logoutcallbackurl",
    "requesttokenurl",
    "verifytokenurl",
    "certificateauthority",
    "adminclientid",
    "adminclientsecret",
];

/// What a setting of that name is; `None` for any other.
pub(super) fn role(name: &str) -> Option<SettingRole> {
    if name.len() > LONGEST {
        return None;
    }
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).map(|ch| ch.to_ascii_lowercase()).collect();
    if OTHERS.iter().any(|other| plain.ends_with(other)) && !plain.ends_with("oauthauthurl") {
        return None;
    }
    let ending = ENDINGS.iter().find(|(ending, _)| plain.ends_with(ending)).map(|(_, role)| *role);
    ending.or_else(|| of_environment(name))
}

/// Django's `SOCIAL_AUTH_<NAME>_KEY` (Python Social Auth, "Django Framework") and Auth.js' `AUTH_<NAME>_ID` (its
/// "Environment Variables"), with `_SECRET`.
fn of_environment(name: &str) -> Option<SettingRole> {
    let has_provider =
        |rest: &str, ending: &str| rest.strip_suffix(ending).is_some_and(|provider| !provider.is_empty());
    let pair = [("SOCIAL_AUTH_", "_KEY"), ("AUTH_", "_ID")].into_iter().find_map(|(start, id)| {
        let rest = name.strip_prefix(start)?;
        if has_provider(rest, "_SECRET") {
            return Some(SettingRole::ClientSecret);
        }
        has_provider(rest, id).then_some(SettingRole::ClientId)
    });
    let pair = pair.or_else(|| of_provider(name));
    pair.filter(|_| name.bytes().all(|ch| ch.is_ascii_uppercase() || ch.is_ascii_digit() || ch == b'_'))
}

/// `GITHUB_ID` and `GITHUB_SECRET`, as NextAuth.js has them.
fn of_provider(name: &str) -> Option<SettingRole> {
    const PROVIDERS: [&str; 14] = [
        "APPLE", "AUTH0", "AZURE_AD", "COGNITO", "DISCORD", "FACEBOOK", "GITHUB", "GITLAB", "GOOGLE", "KEYCLOAK",
        "LINKEDIN", "OKTA", "SLACK", "TWITCH",
    ];
    match PROVIDERS.iter().find_map(|provider| name.strip_prefix(provider))? {
        "_ID" => Some(SettingRole::ClientId),
        "_SECRET" => Some(SettingRole::ClientSecret),
        _ => None,
    }
}

/// Names that only a request, a response or the metadata of a server has; what is called like a setting there is none.
pub(super) fn is_of_message(name: &str) -> bool {
    const NAMES: [&str; 10] = [
        "grant_type",
        "response_type",
        "code_challenge",
        "code_verifier",
        "access_token",
        "refresh_token",
        "id_token",
        "expires_in",
        "client_id_issued_at",
        "registration_access_token",
    ];
    NAMES.contains(&name) || is_of_metadata(name)
}

/// OpenID Connect Discovery 1.0 §3, RFC 8414 §2.
pub(super) fn is_of_metadata(name: &str) -> bool {
    name.ends_with("_supported")
}
