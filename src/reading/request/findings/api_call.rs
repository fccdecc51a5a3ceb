//! The token of a call to an API: RFC 6750 §2.1.

use super::authentication::name_in_value;
use super::{ByteFinding, server};
use crate::oauth::read_jwt;
use crate::reading::FindingKind;
use crate::reading::header::bearer_fault;
use crate::reading::request::RequestHabits;
use crate::reading::request::draft::{Draft, Header, host_and_path, scheme_is};
use crate::reading::server::{Server, is_of_own_network};
use crate::reading::value::is_jwt;

/// In bytes; a longer text is no token.
const LONGEST_TOKEN: usize = 65_536;

/// The findings about the `Authorization` header of a call.
pub(super) fn of_api_call(draft: &Draft, habits: &RequestHabits<'_>, found: &mut Vec<ByteFinding>) {
    let Some(Header { value, .. }) = draft.header("Authorization") else { return };
    if let Some(length) = name_in_value(&value.text) {
        return found.push(ByteFinding::over(FindingKind::HeaderNameTwice, value.part(0, length)));
    }
    let is_bearer = scheme_is(&value.text, "bearer");
    let token = value.text.split_once(char::is_whitespace).map_or("", |(_, token)| token).trim();
    if is_bearer || scheme_is(&value.text, "token") {
        let name = other_value(token, draft);
        found.extend(name.map(|name| ByteFinding::over(FindingKind::NotAnAccessToken, value.span).naming(name)));
    }
    if value.expands {
        return;
    }
    let is_token = |text: &str| text.len() < LONGEST_TOKEN && is_jwt(&text.trim().chars().collect::<Vec<_>>());
    if is_token(&value.text) {
        return found.push(ByteFinding::over(FindingKind::BearerMissing, value.span));
    }
    if !is_bearer {
        return;
    }
    if is_token(token) && habits.ended_signed_tokens && server(draft, habits) == Server::Provider && is_signed(token) {
        return found.push(ByteFinding::over(FindingKind::SelfSignedToken, value.span));
    }
    let fault = value.text.get("bearer".len()..).and_then(bearer_fault);
    // The line break is said of any header.
    let fault = fault.filter(|fault| fault.kind != FindingKind::LineBreakInHeader);
    found.extend(fault.map(|fault| match fault.kind {
        FindingKind::PlaceholderWords | FindingKind::MaskedDots => {
            ByteFinding::over(FindingKind::ValueMasked, value.span)
        }
        kind => ByteFinding::over(kind, value.span),
    }));
}

/// A token that an application signs with a secret that it shares with the server (HS256, RFC 7518 §3.2), for itself:
/// with an issuer, and for no audience.
fn is_signed(token: &str) -> bool {
    let Ok(jwt) = read_jwt(token) else { return false };
    // EXPOSE: only whether it is there is computed.
    let has = |name: &str| {
        jwt.claims.iter().any(|claim| claim.name == name && !matches!(claim.value.expose(), "null" | "\"\""))
    };
    jwt.algorithm.as_deref() == Some("HS256") && has("iss") && has("exp") && !has("aud")
}

/// What else a token is by the name of its variable. A server of one's own may want any of these.
fn other_value(token: &str, draft: &Draft) -> Option<&'static str> {
    let name = variable(token)?;
    let address = draft.address();
    let (host, path) = host_and_path(&address);
    let is_known = host.contains('.') && !host.contains(['$', '{', '<', '%', '`', '(']) && !is_of_own_network(host);
    let path = path.to_ascii_lowercase();
    let is_of_sign_in = ["auth", "login", "logout", "refresh", "revoke", "session", "token", "userinfo"];
    if !is_known || is_of_sign_in.iter().any(|part| path.contains(part)) {
        return None;
    }
    let is_code = matches!(name.as_str(), "code" | "authcode" | "authorizationcode" | "oauthcode");
    let takes_access_tokens = || ACCESS_TOKENS.iter().any(|known| host.eq_ignore_ascii_case(known));
    match name.as_str() {
        _ if is_code => Some("code"),
        name if name.ends_with("refreshtoken") => Some("refresh_token"),
        name if name.ends_with("clientsecret") => Some("client_secret"),
        name if name.ends_with("idtoken") && takes_access_tokens() => Some("id_token"),
        _ => None,
    }
}

/// APIs whose documentation wants an access token: Microsoft identity platform (ID tokens), Google (OpenID Connect),
/// Spotify (access token). Others accept ID tokens, as gateways and functions do.
const ACCESS_TOKENS: [&str; 8] = [
    "graph.microsoft.com",
    "www.googleapis.com",
    "gmail.googleapis.com",
    "people.googleapis.com",
    "sheets.googleapis.com",
    "docs.googleapis.com",
    "api.spotify.com",
    "api.zoom.us",
];

/// The last name in a variable, in lowercase and without signs: `refreshtoken` in `${session.refreshToken}`.
pub(super) fn variable(token: &str) -> Option<String> {
    let inner = ["${", "{{", "$", "%"].iter().find_map(|sign| token.strip_prefix(sign))?;
    let inner = inner.trim_end_matches(['}', '%', '"', '\'', ' ']).trim_start();
    // `params.get("code")`, `$_GET['code']`: the name is the text in the brackets.
    let quoted = inner.rsplit_once(['"', '\'']).map_or("", |(before, _)| before).rsplit(['"', '\'']).next();
    let in_brackets = inner.trim_end_matches([')', ']', '"', '\'']).len() < inner.len();
    let last = match quoted.filter(|quoted| in_brackets && !quoted.is_empty() && inner.contains(['"', '\''])) {
        Some(quoted) => quoted,
        // A call returns something else.
        None if inner.ends_with(')') => return None,
        None => inner.rsplit(['.', '>', ':', '$', '[']).next()?,
    };
    let is_name = last.chars().all(|ch| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '-'));
    let plain: String = last.chars().filter(char::is_ascii_alphanumeric).collect();
    (is_name && !plain.is_empty()).then(|| plain.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::variable;

    #[test]
    fn the_last_name_counts() {
        for (token, name) in [
            ("$CODE", "code"),
            ("${code}", "code"),
            ("${req.query.code}", "code"),
            ("${params.get(\"code\")}", "code"),
            ("${$_GET['code']}", "code"),
            ("{{refresh_token}}", "refreshtoken"),
            ("%REFRESH_TOKEN%", "refreshtoken"),
            ("${this->refreshToken}", "refreshtoken"),
            ("${tokens.access_token}", "accesstoken"),
        ] {
            assert_eq!(variable(token).as_deref(), Some(name), "{token}");
        }
        for token in ["abc", "", "${…}", "${refreshToken()}", "$(cat code)"] {
            assert_eq!(variable(token), None, "{token}");
        }
    }
}
