//! What is to be said of the names of scopes.

use super::{ScopeForm, ScopeList, read_scopes};
use crate::reading::{Detail, Finding, FindingKind, Place, Within};

/// What the provider's table and the product say of one name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScopeFacts {
    /// The table has it.
    pub is_known: bool,
    /// The table has it in another case only.
    pub differs_in_case: bool,
    /// It is a name of the older kind, and not of the newer kind too.
    pub is_classic: bool,
    /// It is a name of the newer kind.
    pub is_granular: bool,
    /// It stands where another level of it is needed, or at a level that this kind of app cannot have.
    pub is_other_level: bool,
    /// Nothing needs it; `false` where that was not compared.
    pub is_extra: bool,
}

/// What is to be said of them. `facts` has one for each name of the list, in its order; it is empty where the provider
/// has no table. `missing` is how many needed scopes are not there; `None` where nothing was compared.
///
/// Each kind comes once, with how many names it is about and the place of the first of them. What an error asks for
/// was not granted, so only its own remark, the repeats and the unknown names are told of it.
#[must_use]
pub fn scope_findings(list: &ScopeList, facts: &[ScopeFacts], missing: Option<usize>) -> Vec<Finding> {
    let Some(count) = Some(list.names.len()).filter(|count| *count > 0) else { return Vec::new() };
    let mut found = vec![Finding::whole(FindingKind::ScopesRead).naming(Detail::Count(count))];
    let mut say = |kind: FindingKind, count: usize, place: Option<Place>| {
        if count > 0 {
            found.push(Finding { kind, place, detail: Some(Detail::Count(count)) });
        }
    };
    let where_true = |is: &dyn Fn(&ScopeFacts) -> bool| {
        let mut places = list.names.iter().zip(facts).filter(|(_, facts)| is(facts)).map(|(scope, _)| scope.place);
        let first = places.next();
        (first.map_or(0, |_| places.count() + 1), first)
    };
    if let Some((count, place)) = one_of_several(list) {
        say(FindingKind::OneIsEnough, count, Some(place));
    }
    let (in_other_case, first) = where_true(&|facts| facts.differs_in_case);
    say(FindingKind::ScopeCase, in_other_case, first);
    let (unknown, first) = where_true(&|facts| !facts.is_known && !facts.differs_in_case);
    say(FindingKind::ScopeUnknown, unknown, first);
    if list.form != ScopeForm::ErrorText {
        say(FindingKind::ScopesMissing, missing.unwrap_or(0), None);
        let (other_level, first) = where_true(&|facts| facts.is_other_level);
        say(FindingKind::ScopeLevel, other_level, first);
        let (classic, first) = where_true(&|facts| facts.is_classic);
        say(FindingKind::ScopeClassic, classic, first);
        if classic > 0 && where_true(&|facts| facts.is_granular).0 > 0 {
            say(FindingKind::ScopesMixed, classic, first);
        }
        let (extra, first) = where_true(&|facts| facts.is_extra);
        say(FindingKind::ScopesExtra, extra, first);
    }
    say(FindingKind::ScopeRepeated, list.repeats.len(), list.repeats.first().copied());
    found
}

/// The first error that names more than one scope: how many, and where they stand.
fn one_of_several(list: &ScopeList) -> Option<(usize, Place)> {
    if list.form != ScopeForm::ErrorText {
        return None;
    }
    let mut messages = list.names.chunk_by(|one, next| one.message == next.message);
    let names = messages.find(|names| names.len() > 1)?;
    let (first, last) = (names.first()?.place, names.last()?.place);
    let length = (last.start + last.length).saturating_sub(first.start);
    Some((names.len(), Place { within: Within::Pasted, start: first.start, length }))
}

/// A list in which names stand several times, with each once. Of any other text it would take more away than that.
pub fn mended(finding: &Finding, text: &str) -> Option<String> {
    if finding.kind != FindingKind::ScopeRepeated {
        return None;
    }
    let list = read_scopes(text, &|_| false);
    let between = if text.trim().contains('\n') { "\n" } else { " " };
    (list.form == ScopeForm::List).then(|| list.texts().join(between))
}
