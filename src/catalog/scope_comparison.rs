//! The granted scopes next to the required ones.

use super::scope_search::{GivenNames, Search};
use super::scope_standing::{OneOf, Standing, insert};
use super::{KnownScope, ScopeIndex, ScopeLevel};

/// The required scopes, from a product's guide or from error messages.
#[derive(Clone, Copy, Debug, Default)]
pub struct NeededScopes<'l, 'n> {
    /// All of these, each once: the product's sets as they are selected.
    pub all: &'l [&'n str],
    /// None of these is required, and none is too much: the sets that were left out.
    pub optional: &'l [&'l str],
    /// One of each list, as errors ask for them. That one is enough is inferred from third-party sources.
    pub one_of: &'l [Vec<&'l str>],
    /// The levels that this app type can have; empty where that is not known.
    pub app_levels: &'l [ScopeLevel],
}

/// Given and required scopes side by side. A given name is identified by its place in the list of given names, never by
/// its text: nobody knows what was pasted there.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopeComparison<'n> {
    /// Each required scope, in the order of the list.
    pub needed: Vec<NeededScope<'n>>,
    /// Each list of which one is enough, in their order.
    pub one_of: Vec<OneOf<'n>>,
    /// Each given name, in the order of the list.
    pub given: Vec<GivenScope<'n>>,
    /// What is missing, to be selected: granular names in the order of the table, each once. If a classic scope without
    /// any granular one is missing, or a name that is not in the table, that name; these are at the end.
    pub to_tick: Vec<&'n str>,
}

/// A required scope.
#[derive(Clone, Debug, PartialEq)]
pub struct NeededScope<'n> {
    /// Its name as it was required.
    pub name: &'n str,
    /// What the table has under that name.
    pub known: Option<KnownScope<'n>>,
    /// Whether it is granted.
    pub standing: Standing,
}

/// A given name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GivenScope<'n> {
    /// What the table has under it; a classic scope has the granular ones that replace it.
    pub known: Option<KnownScope<'n>>,
    /// What the table has under it in lowercase, if it is not in the table as it is written.
    pub in_lower_case: Option<KnownScope<'n>>,
    /// Its level, read from the name.
    pub level: ScopeLevel,
    /// Whether this app type can have that level; `true` where that is not known.
    pub fits_app: bool,
    /// What it is good for.
    pub purpose: Purpose,
}

/// What a given scope is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// No required scopes were given.
    NotCompared,
    /// Nothing needs it.
    Extra,
    /// A different level of it is required.
    OtherLevel,
    /// A set that was left out has it.
    Optional,
    /// It is required, or is enough for one that is.
    Needed,
}

impl GivenScope<'_> {
    /// Whether it is more than required; not if it is unknown only because of its capitalization.
    #[must_use]
    pub fn is_extra(&self) -> bool {
        self.purpose == Purpose::Extra && self.in_lower_case.is_none()
    }

    /// Whether its level is not the required one, or not one that the app can have.
    #[must_use]
    pub fn is_other_level(&self) -> bool {
        self.purpose == Purpose::OtherLevel || (self.known.is_some() && !self.fits_app)
    }
}

impl<'n> ScopeComparison<'n> {
    /// Compares given names with the required ones. The time grows with the number of names, and hardly with the size
    /// of the table.
    #[must_use]
    pub fn of(index: &ScopeIndex<'n>, given: &[&str], needed: &NeededScopes<'_, 'n>) -> ScopeComparison<'n> {
        let forms = GivenNames::new(index, given);
        let search = Search::new(index, &forms, needed.app_levels);
        let mut comparison = ScopeComparison {
            needed: Vec::new(),
            one_of: Vec::new(),
            given: given.iter().map(|name| given_scope(index, name, needed)).collect(),
            to_tick: Vec::new(),
        };
        for name in needed.optional {
            comparison.take(search.standing(name), Purpose::Optional);
        }
        let mut places = Vec::new();
        for name in needed.all {
            let (known, standing) = (index.find(name), search.standing(name));
            comparison.take(standing, Purpose::Needed);
            if let (Standing::ByGranular(_), Some(classic)) = (standing, known.and_then(|known| known.classic)) {
                for granular in &classic.granular {
                    comparison.take(search.standing(granular), Purpose::Needed);
                }
            }
            if standing.granted_by().is_none() {
                comparison.tick(&mut places, &search, name, known);
            }
            comparison.needed.push(NeededScope { name, known, standing });
        }
        for names in needed.one_of {
            let one_of = search.one_of(names);
            if let Some(at) = one_of.granted {
                comparison.take(Standing::Granted(at), Purpose::Needed);
            }
            comparison.one_of.push(one_of);
        }
        comparison
    }

    /// The required scopes that are not granted in any form that is known to be enough.
    pub fn missing(&self) -> impl Iterator<Item = &NeededScope<'n>> {
        self.needed.iter().filter(|scope| scope.standing.granted_by().is_none())
    }

    /// What is more than required, as places in the list of given names. A provider may add some on its own, which
    /// cannot be removed.
    pub fn extra(&self) -> impl Iterator<Item = usize> {
        (0..).zip(&self.given).filter(|(_, given)| given.is_extra()).map(|(at, _)| at)
    }

    /// Notes what a given scope is good for; the better purpose counts.
    fn take(&mut self, standing: Standing, purpose: Purpose) {
        let (at, purpose) = match (standing, purpose) {
            (Standing::OtherLevel(at), Purpose::Needed) => (at, Purpose::OtherLevel),
            _ => match standing.granted_by() {
                Some(at) => (at, purpose),
                None => return,
            },
        };
        if let Some(given) = self.given.get_mut(at) {
            given.purpose = given.purpose.max(purpose);
        }
    }

    fn tick(&mut self, places: &mut Vec<usize>, search: &Search<'_, 'n>, name: &'n str, known: Option<KnownScope<'n>>) {
        let classic = known.filter(KnownScope::is_classic_only).and_then(|known| known.classic);
        let granular = classic.map(|classic| classic.granular.as_slice()).unwrap_or_default();
        for name in granular.iter().map(String::as_str) {
            if search.standing(name).granted_by().is_none() {
                insert(places, &mut self.to_tick, search.place(name), name);
            }
        }
        if granular.is_empty() {
            insert(places, &mut self.to_tick, search.place(name), name);
        }
    }
}

fn given_scope<'n>(index: &ScopeIndex<'n>, name: &str, needed: &NeededScopes<'_, '_>) -> GivenScope<'n> {
    let level = index.level(name);
    let known = index.find(name);
    GivenScope {
        known,
        in_lower_case: if known.is_none() { index.find_in_lower_case(name) } else { None },
        level,
        fits_app: needed.app_levels.is_empty() || needed.app_levels.contains(&level),
        purpose: if needed.all.is_empty() { Purpose::NotCompared } else { Purpose::Extra },
    }
}
