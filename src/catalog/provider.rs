//! An authorization server: its endpoints and habits.

use super::{Api, ComparisonMode, FirstCall, Grant, Source, Sure, Task};
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
    /// How the client ID and secret are joined for the `Authorization` header.
    pub client_authentication: ClientAuthentication,
    /// Whether the authorization URL contains `scope` (RFC 6749 §3.3); Zoom takes the scopes from the app.
    pub scope_in_authorize_url: bool,
    /// The lifetime of an authorization code, in seconds, where the provider documents it.
    pub code_lifetime: Option<u32>,
    /// Whether it is in dispute if redirect URLs on this computer work: documented, and reported to be rejected.
    pub disputes_localhost: bool,
    /// The table of its scopes: the name of a file in `www/catalog/scopes/`.
    pub scope_table: Option<String>,
    /// The table of its error responses: the name of a file in `www/catalog/errors/`.
    pub error_table: Option<String>,
    /// The questions that tell its app types apart: the name of a file in `www/catalog/choosers/`.
    pub chooser: Option<String>,
    /// Its API, and the test calls for a token; absent: none is known.
    pub api: Option<Api>,
    /// The hosts of its API, the one that always serves first.
    pub api_hosts: Vec<String>,
    /// How the host names end that customers have for themselves, such as `.zoom.us`; no token is issued there.
    pub vanity_suffix: Option<String>,
    /// The hosts of its service for governments.
    pub government_hosts: Vec<String>,
    /// Whether the authorization URL must contain `redirect_uri`; RFC 6749 §4.1.1 leaves it open.
    pub needs_redirect: bool,
    /// Whether `http://127.0.0.1` is accepted all the same in a request with a code challenge (RFC 8252 §7.3).
    pub takes_loopback_with_pkce: bool,
    /// The parameters of its authorization URL in addition to those of the RFCs.
    pub more_parameters: Vec<String>,
    /// How it compares redirect URLs, by the settings of the app; its sentences are in the prose.
    pub redirect_modes: Vec<ComparisonMode>,
    /// What its values look like.
    pub values: Option<ValueShapes>,
    /// Whether each use of a refresh token invalidates it and returns a new one (RFC 6749 §6).
    pub rotates_refresh_token: bool,
    /// Where each of the optional facts above was read, by the name of its key.
    pub facts: Named<ProviderFact>,
    /// Where facts were read.
    pub sources: Named<Source>,
    /// The app types it offers, by name.
    pub apps: Named<AppKind>,
    /// Lines that every product's guide can use.
    pub tasks: Named<Task>,
}

impl Provider {
    /// The path of a provider's facts, below `www/`.
    #[must_use]
    pub fn file(id: &str) -> String {
        format!("catalog/providers/{id}.json")
    }

    /// The best test call for a token of this grant type that one of these scopes allows; see [`Api::first_call`].
    #[must_use]
    pub fn first_call(&self, grant: Option<Grant>, scopes: &[&str]) -> Option<&FirstCall> {
        self.api.as_ref()?.first_call(grant, scopes)
    }
}

/// The provider's endpoints.
#[derive(Debug, PartialEq)]
pub struct Endpoints {
    /// The authorization endpoint (RFC 6749 §3.1).
    pub authorize: String,
    /// The token endpoint (RFC 6749 §3.2).
    pub token: String,
    /// The revocation endpoint (RFC 7009 §2).
    pub revoke: Option<String>,
    /// The device authorization endpoint (RFC 8628 §3.1).
    pub device: Option<String>,
}

/// What samples of its values look like: hints, never enforced. A length is a number of characters.
#[derive(Debug, PartialEq)]
pub struct ValueShapes {
    /// The length of a client ID.
    pub client_id: Option<u32>,
    /// The length of a client secret.
    pub client_secret: Option<u32>,
    /// The length of an Account ID.
    pub account_id: Option<u32>,
    /// Whether they contain only `A-Z a-z 0-9 - _`.
    pub plain_alphabet: bool,
}

/// Where a fact was read.
#[derive(Debug, PartialEq)]
pub struct ProviderFact {
    /// How sure it is.
    pub sure: Sure,
    /// Names in `sources`.
    pub source: Vec<String>,
}

/// How the credentials are put into the `Authorization` header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientAuthentication {
    /// Client ID and secret as they are (RFC 7617 §2).
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

/// An app type.
#[derive(Debug, PartialEq)]
pub struct AppKind {
    /// Its name in the provider's own words.
    pub name: String,
    /// The grant type with which it gets its tokens, where there is only one.
    pub grant: Option<Grant>,
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
            disputes_localhost: fields.may("disputes_localhost"),
            scope_table: fields.may("scope_table"),
            error_table: fields.may("error_table"),
            chooser: fields.may("chooser"),
            api: fields.may("api"),
            api_hosts: fields.may("api_hosts"),
            vanity_suffix: fields.may("vanity_suffix"),
            government_hosts: fields.may("government_hosts"),
            needs_redirect: fields.may("needs_redirect"),
            takes_loopback_with_pkce: fields.may("takes_loopback_with_pkce"),
            more_parameters: fields.may("more_parameters"),
            redirect_modes: fields.may("redirect_modes"),
            values: fields.may("values"),
            rotates_refresh_token: fields.may("rotates_refresh_token"),
            facts: fields.may("facts"),
            sources: fields.need("sources"),
            apps: fields.need("apps"),
            tasks: fields.may("tasks"),
        })
    }
}

impl FromJson for Endpoints {
    fn of(value: Json, misfits: &mut Misfits) -> Endpoints {
        object(value, misfits, |fields| Endpoints {
            authorize: fields.need("authorize"),
            token: fields.need("token"),
            revoke: fields.may("revoke"),
            device: fields.may("device"),
        })
    }
}

impl FromJson for ValueShapes {
    fn of(value: Json, misfits: &mut Misfits) -> ValueShapes {
        object(value, misfits, |fields| ValueShapes {
            client_id: fields.may("client_id"),
            client_secret: fields.may("client_secret"),
            account_id: fields.may("account_id"),
            plain_alphabet: fields.may("plain_alphabet"),
        })
    }
}

impl FromJson for ProviderFact {
    fn of(value: Json, misfits: &mut Misfits) -> ProviderFact {
        object(value, misfits, |fields| ProviderFact { sure: fields.may("sure"), source: fields.need("source") })
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
        object(value, misfits, |fields| AppKind {
            name: fields.need("name"),
            grant: fields.may("grant"),
            source: fields.may("source"),
        })
    }
}
