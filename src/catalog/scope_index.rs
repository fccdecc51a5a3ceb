//! A provider's scopes, to be looked up by name.

use super::{ClassicScope, ScopeTable};

/// Every name of a [`ScopeTable`] in order, created once for many lookups. The empty one contains no name.
#[derive(Clone, Debug, Default)]
pub struct ScopeIndex<'t> {
    levels: &'t [String],
    classic: &'t [ClassicScope],
    /// Each name with its number: below the count of classic scopes that of a classic one; from there on the place of a
    /// granular name in the table, which occurs as often as classic scopes lead to it.
    names: Vec<(&'t str, usize)>,
    /// For each place of a granular name the number of the classic scope that leads to it; none after the last.
    leading: Vec<usize>,
}

/// What the table has under a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KnownScope<'t> {
    /// The name as the table writes it.
    pub name: &'t str,
    /// The classic scope of that name.
    pub classic: Option<&'t ClassicScope>,
    /// The place of the granular scope of that name in the order of the table. The table goes by the provider's groups,
    /// so one who follows it goes through each group once.
    pub granular: Option<usize>,
    /// Its level, see [`ScopeIndex::level`].
    pub level: ScopeLevel,
}

/// Whose data a scope opens. The name says it; the words are those of Zoom's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScopeLevel {
    /// That of the user who authorizes the app: no word.
    User,
    /// That of the whole account: `:admin`.
    Admin,
    /// That of its sub-accounts: `:master`.
    Master,
}

impl KnownScope<'_> {
    /// Whether it is classic and not granular; a few names are both.
    #[must_use]
    pub fn is_classic_only(&self) -> bool {
        self.classic.is_some() && self.granular.is_none()
    }
}

impl<'t> ScopeIndex<'t> {
    /// Puts the names of a table in order, once for many lookups.
    #[must_use]
    pub fn new(table: &'t ScopeTable) -> ScopeIndex<'t> {
        let mut names: Vec<_> = table.classic.iter().zip(0..).map(|(scope, at)| (scope.classic.as_str(), at)).collect();
        let mut leading = Vec::new();
        for (scope, at) in table.classic.iter().zip(0..) {
            for name in &scope.granular {
                names.push((name.as_str(), table.classic.len() + leading.len()));
                leading.push(at);
            }
        }
        // They come last: the place of a name is the one beside the classic scope that the provider has it with.
        for (scope, at) in table.classic.iter().zip(0..) {
            for name in &scope.supplement {
                names.push((name.as_str(), table.classic.len() + leading.len()));
                leading.push(at);
            }
        }
        let behind = table.classic.len() + leading.len();
        names.extend(table.granular_without_classic.iter().zip(behind..).map(|(name, at)| (name.as_str(), at)));
        names.sort_unstable();
        ScopeIndex { levels: &table.levels, classic: &table.classic, names, leading }
    }

    /// What the table has under exactly that name (RFC 6749 §3.3: scopes are case-sensitive).
    #[must_use]
    pub fn find(&self, name: &str) -> Option<KnownScope<'t>> {
        let all = self.all_of(name);
        let (name, number) = *all.first()?;
        // A classic scope has the lower number, so it comes first.
        let granular = all.iter().find_map(|(_, number)| number.checked_sub(self.classic.len()));
        Some(KnownScope { name, classic: self.classic.get(number), granular, level: self.level(name) })
    }

    /// The table's name for one that differs from it only in capitalization; the names in the table are in lowercase.
    #[must_use]
    pub fn find_in_lower_case(&self, name: &str) -> Option<KnownScope<'t>> {
        let lower = name.to_ascii_lowercase();
        if lower == name { None } else { self.find(&lower) }
    }

    /// The classic scopes that lead to a granular one, in the order of the table.
    pub fn leading_to(&self, granular: &str) -> impl Iterator<Item = &'t ClassicScope> {
        let numbers = self.all_of(granular).iter().filter_map(|(_, number)| number.checked_sub(self.classic.len()));
        numbers.filter_map(|place| self.classic.get(*self.leading.get(place)?))
    }

    /// The level of a scope of that name, whether it is in the table or not. It is read from the name: the table's
    /// words for levels are at its end, in some classic names before the end.
    #[must_use]
    pub fn level(&self, name: &str) -> ScopeLevel {
        let part = name.split(':').skip(1).find_map(|part| self.levels.iter().position(|level| level == part));
        match part {
            None => ScopeLevel::User,
            Some(0) => ScopeLevel::Admin,
            Some(_) => ScopeLevel::Master,
        }
    }

    /// The name without its level: what its user, account and sub-account levels have in common.
    pub(super) fn without_level(&self, name: &str) -> String {
        let mut left = String::new();
        for (part, at) in name.split(':').zip(0..) {
            if at == 0 {
                left.push_str(part);
            } else if !self.levels.iter().any(|level| level == part) {
                left.push(':');
                left.push_str(part);
            }
        }
        left
    }

    fn all_of(&self, name: &str) -> &[(&'t str, usize)] {
        let start = self.names.partition_point(|(known, _)| *known < name);
        let rest = self.names.get(start..).unwrap_or_default();
        rest.get(..rest.partition_point(|(known, _)| *known == name)).unwrap_or_default()
    }
}
