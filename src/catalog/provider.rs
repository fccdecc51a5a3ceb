//! An authorization server: its endpoints and habits.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Source, Task};
use crate::oauth::PairEncoding;

/// The file `www/catalog/providers/<id>.json`.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// Equal to the file's name.
    pub id: String,
    /// The name on the page: "Zoom".
    pub name: String,
    /// Its endpoints; absent: the admin enters them.
    pub endpoints: Option<Endpoints>,
    /// How the client identifier and secret are joined for the `Authorization` header.
    pub client_authentication: ClientAuthentication,
    /// Whether the authorize URL carries `scope` (RFC 6749 §3.3); Zoom takes the scopes from the app.
    pub scope_in_authorize_url: bool,
    /// How long an authorization code lives, in seconds, where the provider says so.
    pub code_lifetime: Option<u32>,
    /// Whether `http://localhost` is refused as redirect URL.
    #[serde(default)]
    pub refuses_localhost: bool,
    /// The table of its scopes: the name of a file in `www/catalog/scopes/`.
    pub scope_table: Option<String>,
    /// Where facts were read.
    pub sources: BTreeMap<String, Source>,
    /// The kinds of app it offers, by name.
    pub apps: BTreeMap<String, AppKind>,
    /// Lines that every product's guide can use.
    #[serde(default)]
    pub tasks: BTreeMap<String, Task>,
}

impl Provider {
    /// Where the facts of a provider lie, below `www/`.
    #[must_use]
    pub fn file(id: &str) -> String {
        format!("catalog/providers/{id}.json")
    }
}

/// Where the provider is asked.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endpoints {
    /// The authorization endpoint (RFC 6749 §3.1).
    pub authorize: String,
    /// The token endpoint (RFC 6749 §3.2).
    pub token: String,
}

/// How the pair of the `Authorization` header is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClientAuthentication {
    /// Identifier and secret as they are (RFC 7617 §2).
    BasicRaw,
    /// Each form-encoded first (RFC 6749 §2.3.1).
    BasicFormEncoded,
}

impl From<ClientAuthentication> for PairEncoding {
    fn from(authentication: ClientAuthentication) -> PairEncoding {
        match authentication {
            ClientAuthentication::BasicRaw => PairEncoding::Raw,
            ClientAuthentication::BasicFormEncoded => PairEncoding::FormEncoded,
        }
    }
}

/// A kind of app.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppKind {
    /// Its name in the provider's own words.
    pub name: String,
    /// Names in `sources`.
    #[serde(default)]
    pub source: Vec<String>,
}
