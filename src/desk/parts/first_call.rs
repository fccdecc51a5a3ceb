//! The test call, which shows whether a token works.

use crate::catalog::{FirstCall, Grant, Source};
use crate::desk::{Desk, Field, Needs, RequestKind};
use crate::oauth::{Endpoint, api_request};
use crate::reading::read_endpoint;

/// A call that shows whether a token works.
#[derive(Clone, Debug)]
pub struct KnownCall<'d> {
    /// Its URL.
    pub address: Endpoint,
    /// The app types with whose tokens it works.
    pub apps: Vec<&'d str>,
    /// The call, with the scopes of which it needs one.
    pub call: &'d FirstCall,
}

impl Desk {
    /// All test calls of the provider, the best first.
    #[must_use]
    pub fn known_calls(&self) -> Vec<KnownCall<'_>> {
        let Some((provider, api)) = self.provider().and_then(|provider| Some((provider, provider.api.as_ref()?)))
        else {
            return Vec::new();
        };
        let apps = |call: &FirstCall| {
            let is_for = |grant: &Grant| call.grants.is_empty() || call.grants.contains(grant);
            let all = provider.apps.values().filter(|app| app.grant.as_ref().is_some_and(is_for));
            all.map(|app| self.app_type(app)).collect()
        };
        let known = |call| Some(KnownCall { address: self.address_of(call)?, apps: apps(call), call });
        api.calls.iter().filter_map(known).collect()
    }

    /// The URL of the test call: as it was typed, or the one that the provider and the scopes allow, at the host that
    /// the response names.
    ///
    /// # Errors
    ///
    /// Nothing is typed and the provider has no test call, or what is typed is no URL.
    pub(in crate::desk) fn call_address(&self) -> Result<Endpoint, Needs> {
        // EXPOSE: the URL is a part of the command.
        let typed = self.session().entry(Field::CallAddress).expose();
        if !typed.is_empty() {
            return read_endpoint(typed).map_err(|finding| Needs::Mended(Field::CallAddress, finding));
        }
        self.known_call_address().ok_or_else(|| Needs::Fields(vec![Field::CallAddress]))
    }

    /// The provider's test call for the grant type and the scopes of this view.
    #[must_use]
    pub fn known_call(&self) -> Option<&FirstCall> {
        let grant = match self.variant() {
            Some(variant) => Some(variant.flow.grant),
            None => match self.command.kind {
                RequestKind::AccountCredentials => Some(Grant::AccountCredentials),
                RequestKind::ClientCredentials => Some(Grant::ClientCredentials),
                _ => None,
            },
        };
        let granted = self.answered_tokens().map(|tokens| tokens.scopes).unwrap_or_default();
        let mut scopes: Vec<&str> = granted.iter().map(String::as_str).collect();
        if scopes.is_empty() {
            scopes = self.needed_names();
        }
        self.provider()?.first_call(grant, &scopes)
    }

    /// The sources of that call.
    #[must_use]
    pub fn call_sources(&self, call: &FirstCall) -> Vec<&Source> {
        let Some(provider) = self.provider() else { return Vec::new() };
        call.source.iter().filter_map(|name| provider.sources.get(name)).collect()
    }

    /// Its URL, at the host that the response names if that is one of the provider's: a token is sent nowhere else.
    pub(in crate::desk) fn known_call_address(&self) -> Option<Endpoint> {
        self.address_of(self.known_call()?)
    }

    fn address_of(&self, call: &FirstCall) -> Option<Endpoint> {
        let provider = self.provider()?;
        let named = self.answered_tokens().and_then(|tokens| Endpoint::parse(&tokens.api_url?).ok());
        let known = |host: &Endpoint| provider.api_hosts.iter().any(|known| known == host.host());
        let base = match named.filter(known) {
            Some(base) => base,
            None => Endpoint::parse(&provider.api.as_ref()?.url).ok()?,
        };
        api_request(&base, &call.path).ok().map(|request| request.url)
    }
}
