//! Findings about scope names.

use super::{ScopeForm, ScopeList};
use crate::reading::{Detail, Finding, FindingKind, Span, Within};

/// What the provider's table and the product say about one name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScopeFacts {
    /// It is in the table.
    pub is_known: bool,
    /// It is in the table only with different capitalization.
    pub differs_in_case: bool,
    /// It is a classic name, and not a granular one too.
    pub is_classic: bool,
    /// It is a granular name.
    pub is_granular: bool,
    /// A different level of it is required, or this app type cannot have its level.
    pub is_other_level: bool,
    /// It is not required; `false` where that was not compared.
    pub is_extra: bool,
}

/// Findings about a list. `facts` has one entry for each name in the list, in the same order; it is empty where the
/// provider has no table. `missing` is how many required scopes are missing; `None` where that was not compared.
///
/// Each kind is reported once, with how many names it applies to and the place of the first of them. What an error
/// requires was not granted, so for an error only its own finding, repeats and unknown names are reported.
///
/// ```
/// use authdesk::reading::{Detail, Finding, FindingKind, ScopeFacts, apply, read_scopes, scope_findings};
///
/// let text = "user:read user:write user:read";
/// let list = read_scopes(text, &|_| true);
/// let facts = [ScopeFacts { is_known: true, ..ScopeFacts::default() }, ScopeFacts::default()];
/// let findings = scope_findings(&list, &facts, None);
/// let read = Finding::whole(FindingKind::ScopesRead).naming(Detail::Count(2));
/// let unknown = Finding::over(FindingKind::ScopeUnknown, 10, 10).naming(Detail::Count(1));
/// let repeated = Finding::over(FindingKind::ScopeRepeated, 21, 9).naming(Detail::Count(1));
/// assert_eq!(findings, [read, unknown, repeated]);
/// assert_eq!(apply(text, findings[2].fix.as_ref().unwrap()), "user:read user:write");
/// ```
#[must_use]
pub fn scope_findings(list: &ScopeList, facts: &[ScopeFacts], missing: Option<usize>) -> Vec<Finding> {
    let Some(count) = Some(list.names.len()).filter(|count| *count > 0) else { return Vec::new() };
    let mut found = vec![Finding::whole(FindingKind::ScopesRead).naming(Detail::Count(count))];
    let mut say = |kind: FindingKind, count: usize, span: Option<Span>| {
        if count > 0 {
            found.push(Finding { span, ..Finding::whole(kind) }.naming(Detail::Count(count)));
        }
    };
    let where_true = |is: &dyn Fn(&ScopeFacts) -> bool| {
        let mut places = list.names.iter().zip(facts).filter(|(_, facts)| is(facts)).map(|(scope, _)| scope.span);
        let first = places.next();
        (first.map_or(0, |_| places.count() + 1), first)
    };
    if let Some((count, span)) = one_of_several(list) {
        say(FindingKind::OneIsEnough, count, Some(span));
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
    if let Some(repeated) = found.last_mut().filter(|finding| finding.kind == FindingKind::ScopeRepeated) {
        repeated.fix = list.without_repeats();
    }
    found
}

/// The first error that contains more than one scope: how many, and where they are.
fn one_of_several(list: &ScopeList) -> Option<(usize, Span)> {
    if list.form != ScopeForm::ErrorText {
        return None;
    }
    let mut messages = list.names.chunk_by(|one, next| one.message == next.message);
    let names = messages.find(|names| names.len() > 1)?;
    let (first, last) = (names.first()?.span, names.last()?.span);
    let length = (last.start + last.length).saturating_sub(first.start);
    Some((names.len(), Span { within: Within::Pasted, start: first.start, length }))
}
