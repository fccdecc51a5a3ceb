//! The scopes that a person has, next to the required ones.

use std::rc::Rc;

use super::Listed;
use crate::catalog::{KnownScope, NeededScope, NeededScopes, OneOf, ScopeComparison, ScopeIndex, ScopeLevel, Standing};
use crate::desk::tools::token_answer;
use crate::desk::{Desk, Field, NameList, guide};
use crate::oauth::Secret;
use crate::reading::{Finding, FindingKind, ScopeFacts, ScopeForm, ScopeList, read_scopes, scope_findings};
use crate::texts::Text;

pub(super) const LISTED: Listed = Listed { title: Text::ToolScopes, lead: Text::ToolScopesLead, reads: true };

/// None besides the two lists, which the view of the tool shows itself.
pub(super) fn fields(_: &Desk) -> Vec<Field> {
    Vec::new()
}

/// The scopes of both fields, compared with each other and with the provider's table.
#[derive(Clone, Debug)]
pub struct GivenScopesView {
    /// Places are in [`Field::PastedScopes`].
    pub findings: Vec<Finding>,
    /// Places are in [`Field::NeededScopes`].
    pub needed_findings: Vec<Finding>,
    /// Whether required scopes are entered and the granted ones are still missing.
    pub waits: bool,
    /// Every required scope, and whether it is granted; without required ones every granted scope, and its level.
    pub table: ScopeRows,
    /// What is missing, in the order in which the provider lists it.
    pub to_tick: Option<NameList>,
    /// The granted scopes that are not required.
    pub extra: Option<NameList>,
    /// The names that are not in the provider's table.
    pub unknown: Option<NameList>,
    /// For each error that requires scopes, those of which one may be enough.
    pub one_of: Vec<OneOfView>,
}

/// A table of scopes.
#[derive(Clone, Debug, Default)]
pub struct ScopeRows {
    /// Whether the rows are required scopes that were compared; otherwise granted ones.
    pub is_compared: bool,
    /// The rows that are shown.
    pub rows: Vec<NamedScope>,
    /// How many are not shown.
    pub left_out: usize,
}

/// A scope by its names of both kinds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedScope {
    /// As it was pasted.
    pub name: String,
    /// Its granular names; empty where it has none.
    pub granular: Vec<String>,
    /// The classic names that lead to it; empty where there are none.
    pub classic: Vec<String>,
    /// Whether it is granted, or its level.
    pub says: String,
    /// Whether it is not granted in any form that is known to be enough.
    pub is_missing: bool,
    /// Whether that is only inferred.
    pub is_inferred: bool,
}

/// Scopes of which one may be enough.
#[derive(Clone, Debug)]
pub struct OneOfView {
    /// The granular ones; `None` if there are none.
    pub granular: Option<NameList>,
    /// The classic ones; `None` if there are none.
    pub classic: Option<NameList>,
    /// A sentence that one of them is granted; `None` if none is.
    pub had: Option<String>,
}

/// The limit of errors shown for one text: more help nobody.
const MOST_ERRORS: usize = 10;

/// What the two lists of scopes say.
#[must_use]
pub fn view(desk: &Desk) -> Rc<GivenScopesView> {
    let session = desk.session();
    // Which names are scopes depends on the table; there is one, or none yet.
    let key = (desk.scope_table.is_some(), session.revision(Field::NeededScopes), desk.texts.language());
    session.readings.of(Field::PastedScopes, key, || compared(desk))
}

/// The findings about a list of scopes that was pasted elsewhere; none for a list that is not the provider's. `is_elsewhere`:
/// the text is about a different server, which may have a few scopes of the same name; then most must be known.
pub(in crate::desk) fn findings_in(desk: &Desk, text: &str, is_elsewhere: bool) -> Vec<Finding> {
    let index = desk.scope_table.as_deref().map(ScopeIndex::new).unwrap_or_default();
    let list = read_scopes(text, &|name| index.find(name).is_some());
    let names = list.texts();
    let known = names.iter().filter(|name| index.find(name).is_some()).count();
    if known == 0 || is_elsewhere && known * 2 < names.len() {
        return Vec::new();
    }
    let compared = ScopeComparison::new(&index, &names, &NeededScopes::default());
    scope_findings(&list, &facts_of(desk, &compared), None)
}

fn compared(desk: &Desk) -> GivenScopesView {
    let session = desk.session();
    let index = desk.scope_table.as_deref().map(ScopeIndex::new).unwrap_or_default();
    let read = |field| {
        session.readings.of(field, desk.scope_table.is_some(), || {
            // EXPOSE: only names of scopes are taken out of the text, and it is shown where it was pasted.
            read_scopes(session.entry(field).expose(), &|name| index.find(name).is_some())
        })
    };
    let (given, needed) = (read(Field::PastedScopes), read(Field::NeededScopes));
    // An error names what is required and missing, whichever field it was pasted into.
    let asked = |list: &ScopeList| list.form == ScopeForm::ErrorText;
    let (given_names, needed_names) = (given.texts(), needed.texts());
    let one_of: Vec<Vec<&str>> = given.asked().into_iter().chain(needed.asked()).take(MOST_ERRORS).collect();
    let all = if asked(&given) || asked(&needed) { &[] } else { needed_names.as_slice() };
    let wanted = NeededScopes { all, ..NeededScopes::default() };
    let compared = ScopeComparison::new(&index, &given_names, &wanted);
    let is_compared = !compared.needed.is_empty() && !given_names.is_empty();
    let missing = is_compared.then(|| compared.missing().count());
    let text = |at: usize| given_names.get(at).copied().unwrap_or_default();
    let pick = |places: Vec<usize>| NameList::unless_empty(&places.into_iter().map(text).collect::<Vec<_>>());
    let is_unknown = |facts: &ScopeFacts| !facts.is_known && !facts.differs_in_case;
    let facts = facts_of(desk, &compared);
    let unknown = (0..).zip(&facts).filter(|(_, facts)| is_unknown(facts)).map(|(at, _)| at).collect();
    let table =
        if is_compared { compared_rows(desk, &index, &compared, &text) } else { given_rows(desk, &index, &given) };
    // What an error asks for is missing; only the other field can have it.
    let there = if asked(&given) { &[] } else { given_names.as_slice() };
    let chosen = ScopeComparison::new(&index, there, &NeededScopes { one_of: &one_of, ..NeededScopes::default() });
    let one_of = chosen.one_of.iter().map(|one_of| one_of_view(desk, one_of, &text));
    GivenScopesView {
        findings: or_no_scope(desk, Field::PastedScopes, scope_findings(&given, &facts, missing)),
        needed_findings: or_no_scope(desk, Field::NeededScopes, needed_findings(desk, &index, &needed)),
        waits: given_names.is_empty() && !all.is_empty(),
        to_tick: if is_compared { NameList::unless_empty(&compared.to_tick) } else { None },
        extra: if is_compared { pick(compared.extra().collect()) } else { None },
        unknown: pick(unknown),
        one_of: one_of.collect(),
        table,
    }
}

/// What was found, or that a text that was entered contains no scope.
fn or_no_scope(desk: &Desk, field: Field, found: Vec<Finding>) -> Vec<Finding> {
    // EXPOSE: only whether there is a text is computed.
    let is_blank = desk.session().entry(field).expose().trim().is_empty();
    if found.is_empty() && !is_blank { vec![Finding::whole(FindingKind::NoScopeFound)] } else { found }
}

/// What the table and the comparison say of each granted name; empty where there is no table.
fn facts_of(desk: &Desk, compared: &ScopeComparison<'_>) -> Vec<ScopeFacts> {
    if desk.scope_table.is_some() { facts(compared) } else { Vec::new() }
}

/// The same with a table.
#[must_use]
pub fn facts(compared: &ScopeComparison<'_>) -> Vec<ScopeFacts> {
    let facts = compared.given.iter().map(|given| ScopeFacts {
        is_known: given.known.is_some(),
        differs_in_case: given.in_lower_case.is_some(),
        is_classic: given.known.is_some_and(|known| known.is_classic_only()),
        is_granular: given.known.is_some_and(|known| known.granular.is_some()),
        is_other_level: given.is_other_level(),
        is_extra: given.is_extra(),
    });
    facts.collect()
}

/// What can be wrong with the required scopes: nothing is reported about their kinds and levels, because nobody has
/// them yet.
fn needed_findings(desk: &Desk, index: &ScopeIndex<'_>, needed: &ScopeList) -> Vec<Finding> {
    let compared = ScopeComparison::new(index, &needed.texts(), &NeededScopes::default());
    let facts = facts_of(desk, &compared).into_iter();
    let facts = facts.map(|facts| ScopeFacts { is_classic: false, is_granular: false, ..facts });
    scope_findings(needed, &facts.collect::<Vec<_>>(), None)
}

fn compared_rows<'g>(
    desk: &Desk,
    index: &ScopeIndex<'_>,
    compared: &ScopeComparison<'_>,
    text: &dyn Fn(usize) -> &'g str,
) -> ScopeRows {
    let row = |scope: &NeededScope<'_>| {
        let (says, at) = match scope.standing {
            Standing::Granted(at) => (Text::StandingGranted, at),
            Standing::ByClassic(at) => (Text::StandingByClassic, at),
            Standing::ByGranular(at) => (Text::StandingByGranular, at),
            Standing::ByAdmin(at) => (Text::StandingByAdmin, at),
            Standing::OtherLevel(at) => (Text::StandingOtherLevel, at),
            Standing::Missing => (Text::StandingMissing, usize::MAX),
        };
        NamedScope {
            says: desk.texts.fill(says, &[("name", text(at))]),
            is_missing: scope.standing.granted_by().is_none(),
            is_inferred: match scope.standing {
                Standing::ByAdmin(_) => true,
                Standing::ByClassic(at) => is_supplement(index, text(at), scope.name),
                _ => false,
            },
            ..named(index, scope.name, scope.known)
        }
    };
    let rows: Vec<NamedScope> = compared.needed.iter().take(NameList::MOST).map(row).collect();
    ScopeRows { is_compared: true, left_out: compared.needed.len() - rows.len(), rows }
}

/// Whether the provider's lists do not have a granular scope beside the classic one.
fn is_supplement(index: &ScopeIndex<'_>, classic: &str, granular: &str) -> bool {
    let classic = index.find(classic).and_then(|known| known.classic);
    classic.is_some_and(|classic| classic.supplement.iter().any(|name| name == granular))
}

fn given_rows(desk: &Desk, index: &ScopeIndex<'_>, given: &ScopeList) -> ScopeRows {
    let row = |name: &&str| {
        let level = match index.level(name) {
            ScopeLevel::User => Text::LevelUser,
            ScopeLevel::Admin => Text::LevelAdmin,
            ScopeLevel::Master => Text::LevelMaster,
        };
        NamedScope { says: desk.texts.say(level).to_owned(), ..named(index, name, index.find(name)) }
    };
    // What an error asks for is in its own list.
    let names = if given.form == ScopeForm::ErrorText { Vec::new() } else { given.texts() };
    let rows: Vec<NamedScope> = names.iter().take(NameList::MOST).map(row).collect();
    ScopeRows { is_compared: false, left_out: names.len() - rows.len(), rows }
}

fn one_of_view<'g>(desk: &Desk, one_of: &OneOf<'_>, text: &dyn Fn(usize) -> &'g str) -> OneOfView {
    let had = one_of.granted.map(|at| desk.texts.fill(Text::ScopesOneOfHad, &[("name", text(at))]));
    OneOfView {
        granular: NameList::unless_empty(&one_of.granular),
        classic: NameList::unless_empty(&one_of.classic),
        had,
    }
}

/// A scope by its names of both kinds.
fn named(index: &ScopeIndex<'_>, name: &str, known: Option<KnownScope<'_>>) -> NamedScope {
    let classic_only = known.filter(KnownScope::is_classic_only).and_then(|known| known.classic);
    let (granular, classic) = match classic_only {
        Some(classic) => (classic.granular.clone(), vec![name.to_owned()]),
        None => (vec![name.to_owned()], index.leading_to(name).map(|classic| classic.classic.clone()).collect()),
    };
    NamedScope { name: name.to_owned(), granular, classic, says: String::new(), is_missing: false, is_inferred: false }
}

/// What the tool that compares scopes can start with: the scopes that this view requires, and those that a pasted
/// response granted.
#[must_use]
pub fn to_compare(desk: &Desk) -> Vec<(Field, Secret)> {
    let mut entries = Vec::new();
    let mut enter = |field, names: Vec<&str>| {
        if !names.is_empty() {
            entries.push((field, Secret::new(names.join("\n"))));
        }
    };
    enter(Field::NeededScopes, guide::needed_scopes(desk));
    if let Some(tokens) = token_answer::tokens(desk) {
        enter(Field::PastedScopes, tokens.scopes.iter().map(String::as_str).collect());
    }
    entries
}
