//! What a card takes from the providers of the catalog.

use std::rc::Rc;

use crate::catalog::{AppKind, CardLines, Provider, ProviderProse, ScopeTable};

/// The providers that a card can be for.
#[derive(Debug, PartialEq)]
pub struct CardFiles {
    /// The first one is that of the tools.
    pub providers: Vec<ProviderFiles>,
}

/// A provider with what belongs to it.
#[derive(Debug, PartialEq)]
pub struct ProviderFiles {
    /// Its facts.
    pub provider: Rc<Provider>,
    /// Its sentences.
    pub prose: Rc<ProviderProse>,
    /// Its scopes, where it has a table.
    pub scopes: Option<Rc<ScopeTable>>,
}

impl CardFiles {
    /// The provider of that name.
    #[must_use]
    pub fn of(&self, id: &str) -> Option<&ProviderFiles> {
        self.providers.iter().find(|files| files.provider.id == id)
    }
}

impl ProviderFiles {
    /// Its app types, by name.
    pub fn apps(&self) -> impl Iterator<Item = &(String, AppKind)> {
        self.provider.apps.iter()
    }

    /// The lines that a card for this app type begins with.
    #[must_use]
    pub fn lines(&self, app: &str) -> Option<&CardLines> {
        self.provider.card_lines.get(app)
    }
}
