//! The value of `grant_type`: mistyped, or something else altogether.

use super::ByteFinding;
use crate::reading::request::draft::{Asks, Param};
use crate::reading::request::{RequestGrant, RequestHabits};
use crate::reading::server::Server;
use crate::reading::spelling::is_near;
use crate::reading::{Detail, FindingKind};

/// The grant type, as far as a rule depends on it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum GrantWord {
    AuthorizationCode,
    RefreshToken,
    ClientCredentials,
    AccountCredentials,
    /// RFC 6749 §4.3.
    Password,
    /// Any other one, or a mistyped one.
    Other,
}

impl GrantWord {
    /// `None` if there is none, or a variable.
    pub(super) fn of(asks: &Asks) -> Option<GrantWord> {
        let grant = asks.grant()?;
        Some(match grant {
            RequestGrant::AuthorizationCode => GrantWord::AuthorizationCode,
            RequestGrant::RefreshToken => GrantWord::RefreshToken,
            RequestGrant::ClientCredentials => GrantWord::ClientCredentials,
            RequestGrant::AccountCredentials => GrantWord::AccountCredentials,
            _ if asks.field("grant_type").is_some_and(|field| field.value.text == "password") => GrantWord::Password,
            _ => GrantWord::Other,
        })
    }
}

/// The grant types of the RFCs, of OpenID Connect (CIBA) and of Zoom. An unknown one may be an extension (RFC 6749
/// §4.5).
const KNOWN: [&str; 12] = [
    "authorization_code",
    "refresh_token",
    "client_credentials",
    "account_credentials",
    "password",
    "urn:ietf:params:oauth:grant-type:device_code",
    "urn:ietf:params:oauth:grant-type:jwt-bearer",
    "urn:ietf:params:oauth:grant-type:saml2-bearer",
    "urn:ietf:params:oauth:grant-type:token-exchange",
    "urn:ietf:params:oauth:grant-type:uma-ticket",
    "urn:ietf:params:oauth:grant-type:pre-authorized_code",
    "urn:openid:params:grant-type:ciba",
];

/// What is written in the place of a grant type, without its separators.
const SHORT: [(&str, &str); 9] = [
    ("code", "authorization_code"),
    ("authcode", "authorization_code"),
    ("authorization", "authorization_code"),
    ("refresh", "refresh_token"),
    ("client", "client_credentials"),
    ("clientcredentialsgrant", "client_credentials"),
    ("clientsecret", "client_credentials"),
    ("servertoserver", "account_credentials"),
    ("s2s", "account_credentials"),
];

/// Shorter words resemble too many others.
const SHORTEST: usize = 7;
/// How many mistakes a word may have.
const MISTAKES: usize = 2;

/// What is wrong with the grant type by itself.
pub(super) fn grant_type(asks: &Asks, habits: &RequestHabits<'_>, server: Server, found: &mut Vec<ByteFinding>) {
    let Some(field) = asks.field("grant_type").filter(|field| !field.value.expands) else { return };
    if is_code(asks, field) {
        return found.push(ByteFinding::over(FindingKind::GrantIsCode, field.span));
    }
    if let Some(meant) = meant_by(&field.value.text) {
        return found.push(ByteFinding::over(FindingKind::GrantMistyped, field.span).naming(meant));
    }
    if let Some(grant) = asks.grant().filter(|grant| habits.narrow_grants.contains(grant))
        && server == Server::Provider
    {
        let finding = ByteFinding::over(FindingKind::GrantNarrow, field.span);
        found.push(ByteFinding { detail: Some(Detail::Name(grant.name())), ..finding });
    }
}

/// The grant type that a mistyped one stands for.
pub(in crate::reading) fn meant_by(grant: &str) -> Option<&'static str> {
    if KNOWN.contains(&grant) || grant.len() > LONGEST {
        return None;
    }
    // `client_credentials,scope=a`: the next parameter after a different separator.
    let first = grant.split([',', ';', ' ', '\n', '|']).next().unwrap_or_default();
    if grant.contains('=') {
        return KNOWN.into_iter().find(|known| *known == first && first.len() < grant.len());
    }
    let plain = plain(grant);
    let same = KNOWN.into_iter().find(|known| self::plain(known) == plain);
    let short = || SHORT.into_iter().find(|(short, _)| *short == plain).map(|(_, known)| known);
    let is_urn = grant.trim_start().get(..4).is_some_and(|start| start.eq_ignore_ascii_case("urn:"));
    // A URL is an extension of its own.
    let is_compared = plain.len() >= SHORTEST && (is_urn || !grant.contains([':', '/']));
    let near = || {
        let of_one_kind = |known: &&str| known.starts_with("urn:") == is_urn;
        KNOWN
            .into_iter()
            .filter(of_one_kind)
            .find(|known| is_compared && is_near(&self::plain(known), &plain, MISTAKES))
    };
    same.or_else(short).or_else(near)
}

/// The longest grant type that is compared, in bytes.
const LONGEST: usize = 80;

/// Only letters and digits, in lowercase.
fn plain(grant: &str) -> String {
    grant.chars().filter(char::is_ascii_alphanumeric).map(|ch| ch.to_ascii_lowercase()).collect()
}

/// The authorization code, or something of the form of one, in the place of the grant type.
fn is_code(asks: &Asks, field: &Param) -> bool {
    let value = &field.value.text;
    let is_the_code = asks.field("code").is_some_and(|code| code.value.text == *value && value.len() >= SHORTEST);
    let has = |is: fn(&char) -> bool| value.chars().any(|ch| is(&ch));
    let is_random = (16..=LONGEST).contains(&value.len())
        && value.chars().all(|ch| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '_' | '/' | '.'))
        && has(char::is_ascii_digit)
        && has(char::is_ascii_uppercase)
        && has(char::is_ascii_lowercase);
    is_the_code || is_random
}
