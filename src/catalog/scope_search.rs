//! Whether a scope is among given ones, in any of its forms.

use super::scope_standing::{OneOf, Standing, insert};
use super::{KnownScope, ScopeIndex, ScopeLevel};

/// Given names in every form: as they are, and the granular ones that the classic of them became.
pub struct GivenNames<'g> {
    /// Each form without its level.
    bases: Vec<String>,
    /// The forms, as many as bases.
    forms: Vec<Form<'g>>,
}

struct Form<'g> {
    name: &'g str,
    level: ScopeLevel,
    /// The place of the given name.
    at: usize,
    by_classic: bool,
}

impl<'g> GivenNames<'g> {
    /// Determines the forms of each given name.
    pub fn new<'n: 'g>(index: &ScopeIndex<'n>, given: &[&'g str]) -> GivenNames<'g> {
        let mut found = GivenNames { bases: Vec::new(), forms: Vec::new() };
        for (name, at) in given.iter().zip(0..) {
            found.push(index, name, at, false);
            let classic = index.find(name).and_then(|known| known.classic);
            for granular in classic.iter().flat_map(|classic| classic.granular.iter().chain(&classic.supplement)) {
                found.push(index, granular, at, true);
            }
        }
        found
    }

    fn push(&mut self, index: &ScopeIndex<'_>, name: &'g str, at: usize, by_classic: bool) {
        self.bases.push(index.without_level(name));
        self.forms.push(Form { name, level: index.level(name), at, by_classic });
    }
}

/// Given names in order, so that each lookup is a binary search.
pub struct Search<'g, 'n> {
    index: &'g ScopeIndex<'n>,
    app_levels: &'g [ScopeLevel],
    forms: &'g [Form<'g>],
    /// The bases in order, each with the place of its form.
    bases: Vec<(&'g str, usize)>,
}

impl<'g, 'n> Search<'g, 'n> {
    /// Puts the given names in order of their bases.
    pub fn new(index: &'g ScopeIndex<'n>, given: &'g GivenNames<'g>, app_levels: &'g [ScopeLevel]) -> Search<'g, 'n> {
        let mut bases: Vec<_> = given.bases.iter().map(String::as_str).zip(0..).collect();
        bases.sort_unstable();
        Search { index, app_levels, forms: &given.forms, bases }
    }

    /// Whether that scope is granted by the given ones, and by which.
    pub fn standing(&self, name: &str) -> Standing {
        if let Some(form) = self.exactly(name) {
            return if form.by_classic { Standing::ByClassic(form.at) } else { Standing::Granted(form.at) };
        }
        if let Some(at) = self.all_granular(name) {
            return Standing::ByGranular(at);
        }
        let level = self.index.level(name);
        let others = || self.forms_of(name).filter(|form| form.level != level);
        let mut admin = others().filter(|form| form.level == ScopeLevel::Admin);
        match admin.next() {
            Some(admin) if level == ScopeLevel::User && self.fits_app(ScopeLevel::Admin) => Standing::ByAdmin(admin.at),
            _ => others().next().map_or(Standing::Missing, |form| Standing::OtherLevel(form.at)),
        }
    }

    /// The place of a granular scope in the order of the table.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.index.find(name)?.granular
    }

    /// Which of these is granted, where one is enough, and which of them the app can have.
    pub fn one_of(&self, names: &[&str]) -> OneOf<'n> {
        let granted = names.iter().find_map(|name| self.exactly(name)).map(|form| form.at);
        let mut one_of = OneOf { granted, granular: Vec::new(), classic: Vec::new(), others: 0 };
        let mut places = Vec::new();
        for name in names {
            match self.index.find(name).filter(|known| self.fits_app(known.level)) {
                Some(KnownScope { name, granular: Some(place), .. }) => {
                    insert(&mut places, &mut one_of.granular, Some(place), name);
                }
                Some(known) => one_of.classic.push(known.name),
                None => one_of.others += 1,
            }
        }
        one_of
    }

    fn fits_app(&self, level: ScopeLevel) -> bool {
        self.app_levels.is_empty() || self.app_levels.contains(&level)
    }

    /// The form of exactly that name; the given one before one that a classic scope became.
    fn exactly(&self, name: &str) -> Option<&'g Form<'g>> {
        self.forms_of(name).filter(|form| form.name == name).min_by_key(|form| form.by_classic)
    }

    /// The first given name of those that replace a classic one, if all are given.
    fn all_granular(&self, name: &str) -> Option<usize> {
        let classic = self.index.find(name).filter(KnownScope::is_classic_only)?.classic?;
        let first = self.exactly(classic.granular.first()?)?.at;
        classic.granular.iter().all(|granular| self.exactly(granular).is_some()).then_some(first)
    }

    /// The forms of a name at every level.
    fn forms_of(&self, name: &str) -> impl Iterator<Item = &'g Form<'g>> {
        let base = self.index.without_level(name);
        let start = self.bases.partition_point(|(known, _)| *known < base.as_str());
        let rest = self.bases.get(start..).unwrap_or_default();
        let same = rest.get(..rest.partition_point(|(known, _)| *known == base)).unwrap_or_default();
        same.iter().filter_map(|(_, place)| self.forms.get(*place))
    }
}
