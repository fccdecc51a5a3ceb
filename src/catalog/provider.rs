//! An authorization server: its endpoints and habits.

use super::{Source, Task};
use crate::json::{FromJson, Json, Misfits, Named, object, word};
use crate::oauth::PairEncoding;

/// The file `www/catalog/providers/<id>.json`.
#[derive(Debug, PartialEq)]
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
    pub refuses_localhost: bool,
    /// The table of its scopes: the name of a file in `www/catalog/scopes/`.
    pub scope_table: Option<String>,
    /// Where facts were read.
    pub sources: Named<Source>,
    /// The kinds of app it offers, by name.
    pub apps: Named<AppKind>,
    /// Lines that every product's guide can use.
    pub tasks: Named<Task>,
}

impl Provider {
    /// Where the facts of a provider lie, below `www/`.
    #[must_use]
    pub fn file(id: &str) -> String {
        format!("catalog/providers/{id}.json")
    }
}

/// Where the provider is asked.
#[derive(Debug, PartialEq)]
pub struct Endpoints {
    /// The authorization endpoint (RFC 6749 §3.1).
    pub authorize: String,
    /// The token endpoint (RFC 6749 §3.2).
    pub token: String,
}

/// How the pair of the `Authorization` header is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Debug, PartialEq)]
pub struct AppKind {
    /// Its name in the provider's own words.
    pub name: String,
    /// Names in `sources`.
    pub source: Vec<String>,
}

impl FromJson for Provider {
    fn of(value: Json, misfits: &mut Misfits) -> Provider {
        object(value, misfits, |fields| Provider {
            id: fields.need("id"),
            name: fields.need("name"),
            endpoints: fields.may("endpoints"),
            client_authentication: fields.need("client_authentication"),
            scope_in_authorize_url: fields.need("scope_in_authorize_url"),
            code_lifetime: fields.may("code_lifetime"),
            refuses_localhost: fields.may("refuses_localhost"),
            scope_table: fields.may("scope_table"),
            sources: fields.need("sources"),
            apps: fields.need("apps"),
            tasks: fields.may("tasks"),
        })
    }
}

impl FromJson for Endpoints {
    fn of(value: Json, misfits: &mut Misfits) -> Endpoints {
        object(value, misfits, |fields| Endpoints { authorize: fields.need("authorize"), token: fields.need("token") })
    }
}

impl FromJson for ClientAuthentication {
    fn of(value: Json, misfits: &mut Misfits) -> ClientAuthentication {
        const WORDS: [(&str, ClientAuthentication); 2] = [
            ("basic_raw", ClientAuthentication::BasicRaw),
            ("basic_form_encoded", ClientAuthentication::BasicFormEncoded),
        ];
        word(&value, misfits, &WORDS, ClientAuthentication::BasicRaw)
    }
}

impl FromJson for AppKind {
    fn of(value: Json, misfits: &mut Misfits) -> AppKind {
        object(value, misfits, |fields| AppKind { name: fields.need("name"), source: fields.may("source") })
    }
}
