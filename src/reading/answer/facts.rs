//! What a token response contains besides its tokens, for display.

use crate::oauth::{Moment, Tokens};

/// What a token response contains besides its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerFacts {
    /// Inferred from whether there is a refresh token.
    pub grant: AnswerGrant,
    /// When the access token expires, where that is known.
    pub expiry: Option<Expiry>,
    /// The API host for the account's region.
    pub region_host: Option<String>,
}

/// Who a response was issued for. Only likely, because a server may omit the refresh token (RFC 6749 §5.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerGrant {
    /// There is a refresh token: a person authorized the app (RFC 6749 §4.1), or a token was refreshed (§6).
    Person,
    /// There is no refresh token: the client acts on its own behalf (RFC 6749 §4.4.3).
    Client,
}

/// When an access token expires, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expiry {
    /// From this time on it is not accepted.
    pub at: Moment,
    /// How reliable the time is.
    pub from: ExpirySource,
}

/// How the expiry of an access token is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpirySource {
    /// The token is a JSON Web Token with an `exp` claim (RFC 7519 §4.1.4); not verified.
    Token,
    /// The response contains `expires_in` (RFC 6749 §5.1), counted from when it was pasted: the latest possible time.
    Pasted,
}

/// Reads these facts. `pasted_ms` is when the response was pasted, in milliseconds since the Unix epoch.
///
/// ```
/// use authdesk::oauth::{TokenAnswer, read_token_answer};
/// use authdesk::reading::{AnswerGrant, ExpirySource, answer_facts};
///
/// // RFC 6749 §5.1, without the refresh token, pasted on 2011-03-22 at 18:43 UTC.
/// let text = r#"{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"example","expires_in":3600}"#;
/// let Ok(TokenAnswer::Tokens(tokens)) = read_token_answer(text) else { panic!("no tokens") };
/// let facts = answer_facts(&tokens, 1_300_819_380_000);
/// assert_eq!(facts.grant, AnswerGrant::Client);
/// let expiry = facts.expiry.unwrap();
/// assert_eq!((expiry.at.utc().as_str(), expiry.from), ("2011-03-22 19:43 UTC", ExpirySource::Pasted));
/// ```
#[must_use]
pub fn answer_facts(tokens: &Tokens, pasted_ms: u64) -> AnswerFacts {
    AnswerFacts {
        grant: if tokens.refresh_token.is_some() { AnswerGrant::Person } else { AnswerGrant::Client },
        expiry: expiry(tokens, pasted_ms),
        region_host: tokens.api_url.as_deref().and_then(host).map(str::to_owned),
    }
}

fn expiry(tokens: &Tokens, pasted_ms: u64) -> Option<Expiry> {
    let said = tokens.jwt.as_ref().and_then(|jwt| jwt.expires);
    let said = said.map(|at| Expiry { at, from: ExpirySource::Token });
    said.or_else(|| {
        let at = Moment::from_ms(pasted_ms).later(tokens.expires_in?);
        Some(Expiry { at, from: ExpirySource::Pasted })
    })
}

/// The part between `//` and the next `/`, `?` or `#`; for a text without a scheme, from its beginning.
fn host(address: &str) -> Option<&str> {
    let behind = address.split_once("://").map_or(address, |(_, behind)| behind);
    behind.split(['/', '?', '#']).next().filter(|host| !host.is_empty())
}
