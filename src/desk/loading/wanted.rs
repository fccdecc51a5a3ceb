//! What is needed and not loaded.

use super::{NotRead, Reason, Resource};
use crate::catalog::FileName;
use crate::desk::{About, Desk, Route, Tool};

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
        if self.local.is_none() && self.needs_local() {
            wanted.push(Resource::Local);
        }
        if self.words.is_none() && self.route == Route::Start && !self.query.is_empty() {
            wanted.push(Resource::Words);
        }
        if let Route::About(about) = self.route
            && self.paragraphs(about).is_none_or(|(language, _)| language != self.language)
        {
            wanted.push(Resource::About(about, self.language));
        }
        if let Some(lazy) = self.lazy() {
            wanted.extend((lazy.wanted)(self));
        }
        wanted
    }

    /// What the view that is probably next will need. Nobody waits for it, and nobody is told if it does not arrive.
    #[must_use]
    pub fn foreseen(&self) -> Vec<Resource> {
        match &self.foreseen {
            Some(id) if self.route == Route::Start => {
                let mut next = self.clone();
                next.route = Route::Product { id: id.clone(), variant: None };
                next.wanted()
            }
            _ => Vec::new(),
        }
    }

    /// Whether the view needs the lazy part of the program.
    pub(super) fn needs_lazy(&self) -> bool {
        let is_lazy_view = matches!(
            self.route,
            Route::Product { .. }
                | Route::Card { .. }
                | Route::Tool(_)
                | Route::Findings
                | Route::Finding(_)
                | Route::About(About::Check)
        );
        let adds = !self.added_wanted().is_empty();
        is_lazy_view && !self.leads_nowhere()
            || adds
            || self.landing_waits
            || self.has_file()
            || self.shows_box() && self.has_anything()
    }

    /// Whether the view depends on what the host has added.
    fn needs_local(&self) -> bool {
        match &self.route {
            Route::Start | Route::Tool(Tool::CredentialString) => true,
            Route::Product { .. } | Route::Tool(Tool::Report) => {
                self.product().is_some_and(|id| self.index.as_ref().is_some_and(|index| index.card(id).is_none()))
            }
            _ => false,
        }
    }

    /// The products that the host has added and that the view needs, as long as they have not arrived.
    pub(super) fn added_wanted(&self) -> Vec<&FileName> {
        let (Some(_), Some(local)) = (&self.index, &self.local) else { return Vec::new() };
        let is_needed = |id: &&FileName| match &self.route {
            Route::Start | Route::Tool(Tool::CredentialString) => true,
            Route::Product { .. } | Route::Tool(Tool::Report) => self.product() == Some(&***id),
            _ => false,
        };
        let products = &local.products;
        // A list can have a name twice.
        let once = products.iter().enumerate().filter(|(at, id)| !products.iter().take(*at).any(|one| one == *id));
        once.map(|(_, id)| id).filter(|id| self.card(id).is_none()).filter(is_needed).collect()
    }

    /// Whether the URL leads nowhere.
    #[must_use]
    pub fn leads_nowhere(&self) -> bool {
        match &self.route {
            Route::Nowhere => true,
            Route::Product { id, .. } => {
                let is_known = self.index.is_some() && (self.local.is_some() || self.has_failed(&Resource::Local));
                is_known && self.card(id).is_none() && self.added_wanted().is_empty()
            }
            Route::Start
            | Route::Tools
            | Route::Tool(_)
            | Route::Card { .. }
            | Route::About(_)
            | Route::Findings
            | Route::Finding(_) => false,
        }
    }

    /// The view in which a code is entered that comes back to the page, once it is known to be one.
    #[must_use]
    pub fn way_back(&self) -> Option<&Route> {
        let is_there = match self.route {
            Route::Product { .. } => self.guide().is_some(),
            _ => matches!(self.route, Route::Card { .. } | Route::Tool(_)),
        };
        is_there.then_some(&self.route)
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
