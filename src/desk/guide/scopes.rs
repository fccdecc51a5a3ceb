//! The scopes to select.

use super::{lines, steps};
use crate::catalog::{ClassicScope, Confidence, ScopeSet, ScopeTable, Shows, TaskKind};
use crate::desk::{Desk, Step};
use crate::texts::Text;

/// The scopes of the variant shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopesView<'d> {
    /// The sets of granular scopes, each with whether it is selected.
    pub sets: Vec<SetOf<'d>>,
    /// The scopes of the selected sets, each once, as one goes through the provider's picker.
    pub groups: Vec<ScopeGroup<'d>>,
    /// What stands above the checkboxes, if there are any.
    pub lead: Option<Text>,
    /// How sure the least sure of the sets is.
    pub sure: Confidence,
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
    /// It can be left out, and the vendor's guide requires it all the same.
    pub is_required: bool,
    /// Its scopes, in the order of the product's file; those that the provider's list lacks come last.
    pub rows: Vec<ScopeRow<'d>>,
}

/// Scopes that the provider shows together.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopeGroup<'d> {
    /// What the provider calls it; none if there is no list of its scopes.
    pub name: Option<&'d str>,
    /// Its scopes, in the order of the product's file.
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
    /// Those of them that it stands for by inference only.
    pub supplement: Vec<&'d str>,
}

/// A granular scope.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopeRow<'d> {
    /// Today's name.
    pub granular: &'d str,
    /// Whether it is in the provider's list; the vendor may print names that are not.
    pub is_listed: bool,
    /// Whether it is checked off.
    pub is_checked: bool,
}

impl SetOf<'_> {
    /// Whether it was cleared although the vendor's guide requires it.
    #[must_use]
    pub fn is_missed(&self) -> bool {
        self.is_required && !self.taken
    }
}

impl<'d> ScopesView<'d> {
    /// The scopes to select, in the order of the groups.
    pub fn rows(&self) -> impl Iterator<Item = &ScopeRow<'d>> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    /// How many scopes are to be selected.
    #[must_use]
    pub fn taken_count(&self) -> usize {
        self.rows().count()
    }

    /// How many of them are checked off.
    #[must_use]
    pub fn checked_count(&self) -> usize {
        self.rows().filter(|row| row.is_checked).count()
    }

    /// The one to look for now: the first that is not checked off.
    #[must_use]
    pub fn next(&self) -> Option<&'d str> {
        self.rows().find(|row| !row.is_checked).map(|row| row.granular)
    }

    /// Whether all of them are checked off, and there are any.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.next().is_none() && !self.groups.is_empty()
    }

    /// All of them as a text for somebody else, a line each.
    #[must_use]
    pub fn as_text(&self) -> String {
        self.rows().map(|row| row.granular).collect::<Vec<_>>().join("\n")
    }
}

/// The lines to check off that the scopes are shown in, each with its step.
pub(in crate::desk) fn scope_lines(desk: &Desk) -> Vec<(Step, String)> {
    let of_step = |step: Step| {
        let lines = lines(desk, step).into_iter();
        let lines = lines.filter(|line| line.task.shows == Some(Shows::Scopes) && line.task.kind == TaskKind::Do);
        lines.map(move |line| (step, line.name.to_owned()))
    };
    steps(desk).into_iter().flat_map(of_step).collect()
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
pub fn scopes_view<'d>(desk: &'d Desk) -> Option<ScopesView<'d>> {
    let (guide, variant) = (desk.guide()?, desk.variant()?);
    let table = guide.scopes.as_deref();
    let row = |name: &'d String, is_listed: bool| ScopeRow {
        granular: name,
        is_listed,
        is_checked: desk.session().checked_scopes.contains(name),
    };
    let sets = variant.scopes.iter().map(|set| {
        let listed = set.names.iter().map(|name| row(name, true));
        let unlisted = set.unlisted.iter().map(|name| row(name, false));
        SetOf {
            facts: set,
            taken: desk.session().takes(variant, &set.id),
            is_choice: set.is_choice(),
            is_required: set.required,
            rows: listed.chain(unlisted).collect(),
        }
    });
    let classic = variant.classic.iter().map(|name| {
        let known = table.and_then(|table| table.classic(name));
        let of = |list: fn(&ClassicScope) -> &Vec<String>| {
            let names = variant.scopes.iter().flat_map(|set| &set.names).map(String::as_str);
            names.filter(|name| known.is_some_and(|known| list(known).iter().any(|one| one == name))).collect()
        };
        ClassicRow {
            name,
            says: known.map_or("", |known| known.name.as_str()),
            became: of(|known| &known.granular),
            supplement: of(|known| &known.supplement),
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
    let sets: Vec<SetOf<'d>> = sets.collect();
    Some(ScopesView {
        lead: lead(&sets),
        sure: sets.iter().map(|set| set.facts.sure).max().unwrap_or_default(),
        groups: grouped(table, sets.iter().filter(|set| set.taken).flat_map(|set| &set.rows)),
        sets,
        classic: classic.collect(),
        migrated_count: migrated.len(),
        migrated: if desk.session().shows_all_scopes() { migrated } else { Vec::new() },
    })
}

/// What stands above the checkboxes: an optional set must not look as one that the vendor requires, nor the other way round.
fn lead(sets: &[SetOf<'_>]) -> Option<Text> {
    let mut choices = sets.iter().filter(|set| set.is_choice).peekable();
    choices.peek()?;
    Some(if choices.all(|set| set.is_required) { Text::ScopesRequired } else { Text::ScopesChoose })
}

/// A sentence about the sets of scopes, with who requires them of whom.
#[must_use]
pub fn scopes_sentence(desk: &Desk, text: Text) -> String {
    let vendor = desk.guide().map_or("", |guide| guide.product.vendor.as_str());
    let parties = [("vendor", vendor), ("product", desk.product_name()), ("provider", desk.provider_name())];
    desk.texts.fill(text, &parties)
}

/// Each scope once, in groups in the order of their names.
fn grouped<'d: 'r, 'r>(
    table: Option<&'d ScopeTable>,
    rows: impl Iterator<Item = &'r ScopeRow<'d>>,
) -> Vec<ScopeGroup<'d>> {
    let mut groups: Vec<ScopeGroup<'d>> = Vec::new();
    // The table is long, and few names begin differently.
    let mut known: Vec<(&'d str, Option<&'d str>)> = Vec::new();
    for row in rows {
        let subject = ScopeTable::subject(row.granular);
        let name = match known.iter().find(|(one, _)| *one == subject) {
            Some((_, name)) => *name,
            None => {
                let name = table.map(|table| table.group(row.granular).unwrap_or(subject));
                known.push((subject, name));
                name
            }
        };
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) if group.rows.iter().any(|one| one.granular == row.granular) => {}
            Some(group) => group.rows.push(row.clone()),
            None => groups.push(ScopeGroup { name, rows: vec![row.clone()] }),
        }
    }
    groups.sort_by_key(|group| group.name.map(str::to_ascii_lowercase));
    groups
}
