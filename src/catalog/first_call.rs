//! The test call with a token: a simple `GET` of the provider's API that proves that the token works.

use serde::Deserialize;

use super::{Confidence, GrantType};

/// The provider's API, as far as a new token is tried on it.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Api {
    /// Its URL, with `https` and without a path. An `api_url` of the token response counts more.
    pub url: String,
    /// The calls, the best first.
    pub calls: Vec<FirstCall>,
}

/// A `GET` without a body.
#[derive(Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FirstCall {
    /// What comes after the URL of the API, such as `/v2/users/me`; it may have a query.
    pub path: String,
    /// The grant types whose tokens it is for; empty: all.
    #[serde(default)]
    pub grants: Vec<GrantType>,
    /// Scopes of which any one allows it.
    pub any_of: Vec<String>,
    /// How sure it is that it works with these grant types too.
    #[serde(default)]
    pub sure: Confidence,
    /// Names in `sources`.
    pub source: Vec<String>,
}

impl Api {
    /// The best call for a token of this grant type that one of these scopes allows. A grant type or scopes that are
    /// not known (`None`, an empty list) rule nothing out.
    #[must_use]
    pub fn first_call(&self, grant: Option<GrantType>, scopes: &[&str]) -> Option<&FirstCall> {
        self.calls.iter().find(|call| call.is_for(grant) && (scopes.is_empty() || call.is_allowed_by(scopes)))
    }
}

impl FirstCall {
    fn is_for(&self, grant: Option<GrantType>) -> bool {
        self.grants.is_empty() || grant.is_none_or(|grant| self.grants.contains(&grant))
    }

    fn is_allowed_by(&self, scopes: &[&str]) -> bool {
        self.any_of.iter().any(|name| scopes.contains(&name.as_str()))
    }
}
