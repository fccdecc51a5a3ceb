//! The scopes to select.

use crate::catalog::ScopeSet;
use crate::desk::Desk;

/// The scopes of the variant shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopesView<'d> {
    /// The sets of granular scopes, each with whether it is selected.
    pub sets: Vec<SetOf<'d>>,
    /// The classic scopes of the vendor's guide.
    pub classic: Vec<ClassicRow<'d>>,
    /// The selected scopes and everything that the classic ones became, in order of name, where that list is open.
    pub migrated: Vec<&'d str>,
    /// How many there are in that list, open or not.
    pub migrated_count: usize,
}

/// A set of scopes.
#[derive(Clone, Debug, PartialEq)]
pub struct SetOf<'d> {
    /// As the product's file has it.
    pub facts: &'d ScopeSet,
    /// Whether it is selected.
    pub taken: bool,
    /// Whether there is a choice at all.
    pub is_choice: bool,
    /// Its scopes, in the order of the product's file; those that the provider's list lacks come last.
    pub rows: Vec<ScopeRow<'d>>,
}

/// A classic scope of the vendor's guide.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassicRow<'d> {
    /// Its name.
    pub name: &'d str,
    /// What the provider calls it; empty if that is not known.
    pub says: &'d str,
    /// Those of the listed granular ones that it became.
    pub became: Vec<&'d str>,
}

/// A granular scope.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopeRow<'d> {
    /// Today's name.
    pub granular: &'d str,
    /// Whether it is in the provider's list; the vendor may print names that are not.
    pub is_listed: bool,
}

impl ScopesView<'_> {
    /// How many scopes are to be selected.
    #[must_use]
    pub fn taken_count(&self) -> usize {
        self.sets.iter().filter(|set| set.taken).map(|set| set.rows.len()).sum()
    }
}

/// The names of the scopes that this way to connect the product requires: the selected sets, or the classic scopes
/// of the vendor's guide where there are no sets.
pub(in crate::desk) fn needed_scopes(desk: &Desk) -> Vec<&str> {
    match desk.variant() {
        Some(variant) if variant.scopes.is_empty() => variant.classic.iter().map(String::as_str).collect(),
        Some(variant) => desk.session().scopes(variant),
        None => Vec::new(),
    }
}

/// The scopes to select, in sets as the product's file has them.
#[must_use]
pub fn scopes_view(desk: &Desk) -> Option<ScopesView<'_>> {
    let (guide, variant) = (desk.guide()?, desk.variant()?);
    let table = guide.scopes.as_ref();
    let sets = variant.scopes.iter().map(|set| {
        let listed = set.names.iter().map(|name| ScopeRow { granular: name, is_listed: true });
        let unlisted = set.unlisted.iter().map(|name| ScopeRow { granular: name, is_listed: false });
        SetOf {
            facts: set,
            taken: desk.session().takes(variant, &set.id),
            is_choice: set.is_choice(),
            rows: listed.chain(unlisted).collect(),
        }
    });
    let classic = variant.classic.iter().map(|name| {
        let known = table.and_then(|table| table.classic(name));
        let names = variant.scopes.iter().flat_map(|set| &set.names).map(String::as_str);
        let is_led_to = |granular: &&str| known.is_some_and(|known| known.granular.iter().any(|one| one == granular));
        ClassicRow {
            name,
            says: known.map_or("", |known| known.name.as_str()),
            became: names.filter(is_led_to).collect(),
        }
    });
    let mut migrated = table.map(|table| table.migrated(&variant.classic)).unwrap_or_default();
    if !migrated.is_empty() {
        // The provider's lists leave some of it out, and "all" must not be less than a part.
        let taken = variant.scopes.iter().filter(|set| desk.session().takes(variant, &set.id));
        migrated.extend(taken.flat_map(|set| &set.names).map(String::as_str));
        migrated.sort_unstable();
        migrated.dedup();
    }
    Some(ScopesView {
        sets: sets.collect(),
        classic: classic.collect(),
        migrated_count: migrated.len(),
        migrated: if desk.session().shows_all_scopes() { migrated } else { Vec::new() },
    })
}
