//! What is needed and not loaded.

use super::{NotRead, Reason, Resource};
use crate::desk::{Desk, Route};

impl Desk {
    /// What is needed and not loaded.
    #[must_use]
    pub fn wanted(&self) -> Vec<Resource> {
        let mut wanted = Vec::new();
        if self.language != self.texts.language() {
            wanted.push(Resource::Texts(self.language));
        }
        if self.needs_lazy() && !self.is_complete() {
            wanted.push(Resource::Lazy);
        }
        if self.index.is_none() {
            wanted.push(Resource::Index);
        }
        let is_there = |(language, _): &(_, _)| *language == self.language;
        if self.route == Route::Secrets && !self.secrets.as_ref().is_some_and(is_there) {
            wanted.push(Resource::Secrets(self.language));
        }
        if let Some(lazy) = self.lazy() {
            wanted.extend((lazy.wanted)(self));
        }
        wanted
    }

    /// Whether the view needs the lazy part of the program.
    pub(super) fn needs_lazy(&self) -> bool {
        let is_guide_or_tool = matches!(self.route, Route::Product { .. } | Route::Tool(_)) && !self.leads_nowhere();
        is_guide_or_tool || self.landing_waits || self.shows_box() && self.has_anything()
    }

    /// Whether the URL leads nowhere.
    #[must_use]
    pub fn leads_nowhere(&self) -> bool {
        match (&self.route, &self.index) {
            (Route::Nowhere, _) => true,
            (Route::Product { id, .. }, Some(index)) => index.card(id).is_none(),
            (Route::Start | Route::Product { .. } | Route::Tools | Route::Tool(_) | Route::Secrets, _) => false,
        }
    }

    /// Whether something that the view needs is still loading.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.wanted().iter().any(|wanted| !self.has_failed(wanted))
    }

    /// Whether it is known not to arrive, unless it is requested again.
    #[must_use]
    pub fn has_failed(&self, wanted: &Resource) -> bool {
        self.failures.iter().any(|(failed, not_read)| failed == wanted && not_read.reason != Reason::Late)
    }

    /// Which files of those that the view needs are missing, each once.
    #[must_use]
    pub fn failures(&self) -> Vec<&NotRead> {
        let wanted = self.wanted();
        let mut all: Vec<&NotRead> = Vec::new();
        for (_, not_read) in self.failures.iter().filter(|(failed, _)| wanted.contains(failed)) {
            if !all.contains(&not_read) {
                all.push(not_read);
            }
        }
        all
    }
}
