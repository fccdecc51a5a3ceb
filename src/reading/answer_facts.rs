//! What a token answer tells besides its tokens, to be shown.

use crate::oauth::{Moment, Tokens, read_jwt};

/// What a token answer tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerFacts {
    /// Which kind of grant it came from.
    pub grant: AnswerGrant,
    /// When the access token ends, where that can be said.
    pub expiry: Option<Expiry>,
    /// The host of the API for the account's region.
    pub region_host: Option<String>,
}

/// Which kind of grant an answer came from; a likely one, as a server may withhold a refresh token (RFC 6749 §5.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerGrant {
    /// There is a refresh token: a person authorized (RFC 6749 §4.1), or a token was refreshed (§6).
    Person,
    /// There is none: the client acts for itself (RFC 6749 §4.4.3).
    Client,
}

/// When an access token ends, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expiry {
    /// From then on it is not accepted.
    pub at: Moment,
    /// How that is known.
    pub from: ExpirySource,
}

/// How the end of an access token is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpirySource {
    /// The token is a JSON Web Token and says so (`exp`, RFC 7519 §4.1.4); not verified.
    Token,
    /// The answer says how long (`expires_in`, RFC 6749 §5.1), counted from when it was pasted: the latest it can be.
    Pasted,
}

/// What an answer tells. `pasted_ms` is when it was pasted, in milliseconds of the Unix epoch.
#[must_use]
pub fn answer_facts(tokens: &Tokens, pasted_ms: u64) -> AnswerFacts {
    AnswerFacts {
        grant: if tokens.refresh_token.is_some() { AnswerGrant::Person } else { AnswerGrant::Client },
        expiry: expiry(tokens, pasted_ms),
        region_host: tokens.api_url.as_deref().and_then(host).map(str::to_owned),
    }
}

fn expiry(tokens: &Tokens, pasted_ms: u64) -> Option<Expiry> {
    // EXPOSE: it is taken apart for its `exp`; nothing else of it is kept.
    let said = read_jwt(tokens.access_token.expose()).ok().and_then(|jwt| jwt.expires);
    let said = said.map(|at| Expiry { at, from: ExpirySource::Token });
    said.or_else(|| {
        let at = Moment::from_ms(pasted_ms).later(tokens.expires_in?);
        Some(Expiry { at, from: ExpirySource::Pasted })
    })
}

/// What stands between `//` and the next slash; the whole, if it has no scheme.
fn host(address: &str) -> Option<&str> {
    let behind = address.split_once("://").map_or(address, |(_, behind)| behind);
    behind.split(['/', '?', '#']).next().filter(|host| !host.is_empty())
}
