//! The first call with a token, which shows that it works.

use super::{Desk, Field, Needs, RequestKind};
use crate::catalog::{FirstCall, Grant, Source};
use crate::oauth::{Endpoint, api_request};
use crate::reading::endpoint_finding;

impl Desk {
    /// The address of the first call: as it was typed, or the one that the provider and the scopes allow, at the host that
    /// the answer names.
    ///
    /// # Errors
    ///
    /// Nothing is typed and the provider names no call, or it is no address.
    pub(super) fn call_address(&self) -> Result<Endpoint, Needs> {
        let typed = self.work().plain(Field::CallAddress);
        if !typed.is_empty() {
            return Endpoint::parse(typed).map_err(|error| Needs::Mended(Field::CallAddress, endpoint_finding(error)));
        }
        self.known_call_address().ok_or_else(|| Needs::Fields(vec![Field::CallAddress]))
    }

    /// The call that the provider knows for the grant and the scopes of this view.
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

    /// Its address, at the host that the answer names if that is one of the provider's: a token goes nowhere else.
    pub(super) fn known_call_address(&self) -> Option<Endpoint> {
        let path = &self.known_call()?.path;
        let provider = self.provider()?;
        let named = self.answered_tokens().and_then(|tokens| Endpoint::parse(&tokens.api_url?).ok());
        let known = |host: &Endpoint| provider.api_hosts.iter().any(|known| known == host.host());
        let base = match named.filter(known) {
            Some(base) => base,
            None => Endpoint::parse(&provider.api.as_ref()?.url).ok()?,
        };
        api_request(&base, path).ok().map(|request| request.url)
    }
}
