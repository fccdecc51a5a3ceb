//! An authorization server: its endpoints and habits.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{
    Api, CardLines, ComparisonMode, Confidence, FileName, FirstCall, GrantType, SchemaVersion, Sketch, Source, Task,
};
use crate::named::Named;
use crate::oauth::{Authentication, Endpoint, PairEncoding};

/// The file `www/catalog/providers/<id>.json`.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// The JSON Schema that an editor completes the file with; the page does not read it.
    #[serde(rename = "$schema")]
    pub schema_file: Option<String>,
    /// Which version of this shape the file has.
    pub schema: Option<SchemaVersion>,
    /// Equal to the file's name.
    pub id: String,
    /// The name on the page, such as "Zoom".
    pub name: String,
    /// Its endpoints; absent: the admin enters them.
    pub endpoints: Option<Endpoints>,
    /// How a client authenticates where it requests tokens.
    pub client_authentication: ClientAuthentication,
    /// Whether the authorization URL contains `scope` (RFC 6749 §3.3); Zoom takes the scopes from the app.
    pub scope_in_authorize_url: bool,
    /// The lifetime of an authorization code, in seconds, where the provider documents it.
    pub code_lifetime: Option<u32>,
    /// Whether it is in dispute if redirect URLs on this computer work: documented, and reported to be rejected.
    #[serde(default)]
    pub disputes_localhost: bool,
    /// Whether redirect URLs with capitals are reported to be rejected.
    #[serde(default)]
    pub lowercase_redirects: bool,
    /// The table of its scopes: the name of a file in `www/catalog/scopes/`.
    pub scope_table: Option<FileName>,
    /// The table of its error responses: the name of a file in `www/catalog/errors/`.
    pub error_table: Option<FileName>,
    /// The questions that tell its app types apart: the name of a file in `www/catalog/choosers/`.
    pub chooser: Option<FileName>,
    /// Its API, and the test calls for a token; absent: none is known.
    pub api: Option<Api>,
    /// The hosts of its API, the one that always serves first.
    #[serde(default)]
    pub api_hosts: Vec<String>,
    /// How the host names end that customers have for themselves, such as `.zoom.us`; no token is issued there.
    pub vanity_suffix: Option<String>,
    /// The hosts of its service for governments.
    #[serde(default)]
    pub government_hosts: Vec<String>,
    /// Whether the authorization URL must contain `redirect_uri`; RFC 6749 §4.1.1 leaves it open.
    #[serde(default)]
    pub needs_redirect: bool,
    /// Whether `http://127.0.0.1` is accepted all the same in a request with a code challenge (RFC 8252 §7.3).
    #[serde(default)]
    pub takes_loopback_with_pkce: bool,
    /// The parameters of its authorization URL in addition to those of the RFCs.
    #[serde(default)]
    pub more_parameters: Vec<String>,
    /// The pages to which its authorization URL leads, each as host and path: to sign in, and to consent.
    #[serde(default)]
    pub own_pages: Vec<String>,
    /// The grant types whose tokens serve a narrow purpose only, such as that of chatbots.
    #[serde(default)]
    pub narrow_grants: Vec<GrantType>,
    /// Words of that purpose, in lowercase: where one is in a text, such a token is meant.
    #[serde(default)]
    pub narrow_words: Vec<String>,
    /// The grant types whose parameters may be in the URL, as its documentation has them; RFC 6749 §3.2 has a body.
    #[serde(default)]
    pub query_grants: Vec<GrantType>,
    /// Whether its API once took tokens that a client signs itself, and takes them no longer.
    #[serde(default)]
    pub ended_signed_tokens: bool,
    /// How it compares redirect URLs, by the settings of the app; its sentences are in the prose.
    #[serde(default)]
    pub redirect_modes: Vec<ComparisonMode>,
    /// What its values look like.
    pub values: Option<ValueShapes>,
    /// Whether each use of a refresh token invalidates it and returns a new one (RFC 6749 §6).
    #[serde(default)]
    pub rotates_refresh_token: bool,
    /// Where each of the optional facts above was read, by the name of its key.
    #[serde(default)]
    pub facts: Named<ProviderFact>,
    /// Where facts were read, by the name that `source` lists use.
    pub sources: Named<Source>,
    /// The app types it offers, by the name that variants use.
    pub apps: Named<AppKind>,
    /// Lines that every product's guide can use.
    #[serde(default)]
    pub tasks: Named<Task>,
    /// Sketches of its pages, each shown with the lines that it is for.
    #[serde(default)]
    pub sketches: Vec<Sketch>,
    /// The lines that the form for a card begins with, by app type.
    #[serde(default)]
    pub card_lines: Named<CardLines>,
}

impl Provider {
    /// The path of a provider's facts, below `www/`.
    #[must_use]
    pub fn file(id: &str) -> String {
        format!("catalog/providers/{id}.json")
    }

    /// Whether a host is the provider's: of its endpoints, its API or its service for governments, or below one of these,
    /// or a customer's.
    #[must_use]
    pub fn serves(&self, host: &str) -> bool {
        let endpoints = self.endpoints.iter().flat_map(|known| [&known.authorize, &known.token]);
        let own = endpoints.filter_map(|url| Endpoint::parse(url).ok()).map(|url| url.host().to_owned());
        let host = host.to_ascii_lowercase();
        let is_below = |own: &str| host == own || host.strip_suffix(own).is_some_and(|rest| rest.ends_with('.'));
        own.chain(self.api_hosts.iter().chain(&self.government_hosts).cloned()).any(|own| is_below(&own))
            || self.vanity_suffix.as_deref().is_some_and(|suffix| host.ends_with(suffix))
    }

    /// The best test call for a token of this grant type that one of these scopes allows; see [`Api::first_call`].
    #[must_use]
    pub fn first_call(&self, grant: Option<GrantType>, scopes: &[&str]) -> Option<&FirstCall> {
        self.api.as_ref()?.first_call(grant, scopes)
    }
}

/// The URLs of the provider's endpoints.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
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
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ValueShapes {
    /// The length of a client ID.
    pub client_id: Option<u32>,
    /// The length of a client secret.
    pub client_secret: Option<u32>,
    /// The length of an Account ID.
    pub account_id: Option<u32>,
    /// Whether they contain only `A-Z a-z 0-9 - _`.
    #[serde(default)]
    pub plain_alphabet: bool,
}

/// Where an optional fact of a provider was read.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProviderFact {
    /// How sure it is.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    pub source: Vec<String>,
}

/// How a client authenticates where it requests tokens. A server that publishes its metadata names the ways that it
/// accepts in `token_endpoint_auth_methods_supported` (RFC 8414 §2); without that key it is `client_secret_basic`.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ClientAuthentication {
    /// `client_secret_basic`, with client ID and secret as they are (RFC 7617 §2).
    BasicRaw,
    /// `client_secret_basic`, with each form-encoded first (RFC 6749 §2.3.1).
    BasicFormEncoded,
    /// `client_secret_post`: client ID and secret as fields of the body (RFC 6749 §2.3.1).
    Body,
    /// `none`: a public client, with its ID as a field of the body (RFC 6749 §3.2.1).
    None,
}

impl ClientAuthentication {
    /// Its name in files and in the markup, in snake_case.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether client ID and secret are in the `Authorization` header.
    #[must_use]
    pub fn is_in_header(self) -> bool {
        matches!(self, ClientAuthentication::BasicRaw | ClientAuthentication::BasicFormEncoded)
    }

    /// The same for a request that only a client with a secret may send (RFC 6749 §4.4): for a public client the way that
    /// every server must support for one with a secret (RFC 6749 §2.3.1).
    #[must_use]
    pub fn with_secret(self) -> ClientAuthentication {
        match self {
            ClientAuthentication::None => ClientAuthentication::BasicFormEncoded,
            way => way,
        }
    }
}

impl From<ClientAuthentication> for Authentication {
    fn from(authentication: ClientAuthentication) -> Authentication {
        match authentication {
            ClientAuthentication::BasicRaw => Authentication::Basic(PairEncoding::Raw),
            ClientAuthentication::BasicFormEncoded => Authentication::Basic(PairEncoding::FormEncoded),
            ClientAuthentication::Body => Authentication::Body,
            ClientAuthentication::None => Authentication::Public,
        }
    }
}

/// An app type.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AppKind {
    /// What the provider itself calls it, in English.
    pub name: String,
    /// The grant type with which it gets its tokens, where there is only one.
    pub grant: Option<GrantType>,
    /// Whether only an admin can authorize it, for the whole account.
    #[serde(default)]
    pub by_admin: bool,
    /// Names in `sources`.
    #[serde(default)]
    pub source: Vec<String>,
}
