//! How the tests write findings: `kind@start+length=detail`, one after the other with a space between.
//!
//! `no-break-space@12+1=U+00A0` is a finding about the one character after the first twelve of the pasted text, which is
//! U+00A0. A place in the decoded credentials of a header is `kind@pair:12+1`; a finding about a text as a whole has no
//! place, and one whose sentence names nothing has no detail. The detail is a character (`=U+00A0`), a number (`=3`) or a
//! name (`=client_id`).
//!
//! What a finding consists of is taken apart here alone.

use std::fmt::Debug;

use authdesk::reading::{Detail, Finding, FindingKind, Span, Within};

/// The findings in the notation of the tests.
pub fn said<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> String {
    findings.into_iter().map(one).collect::<Vec<_>>().join(" ")
}

fn one(finding: &Finding) -> String {
    let detail = match finding.detail {
        Some(Detail::Character(ch)) => format!("=U+{:04X}", u32::from(ch)),
        Some(Detail::Count(count)) => format!("={count}"),
        Some(Detail::Name(name)) => format!("={name}"),
        Some(Detail::Differences(kinds)) => {
            format!("={}", kinds.into_iter().flatten().map(FindingKind::name).collect::<Vec<_>>().join(","))
        }
        None => String::new(),
    };
    format!("{}{}{detail}", finding.kind.name(), place_of(finding).map(span).unwrap_or_default())
}

fn span(span: &Span) -> String {
    let within = match span.within {
        Within::Pasted => "",
        Within::Pair => "pair:",
    };
    format!("@{within}{}+{}", span.start, span.length)
}

/// These findings, in this order, and no others.
#[track_caller]
pub fn assert_said<'f>(findings: impl IntoIterator<Item = &'f Finding>, expected: &str, about: impl Debug) {
    assert_eq!(said(findings), expected, "{about:?}");
}

/// The kinds alone, where places depend on chance or are of no concern.
pub fn kinds<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> String {
    findings.into_iter().map(|finding| finding.kind.name()).collect::<Vec<_>>().join(" ")
}

/// The finding of a kind.
#[track_caller]
pub fn the(kind: FindingKind, findings: &[Finding]) -> &Finding {
    findings
        .iter()
        .find(|finding| finding.kind == kind)
        .unwrap_or_else(|| panic!("{} is not in {}", kind.name(), said(findings)))
}

/// Whether two findings are of one kind and in one place.
pub fn is_alike(one: &Finding, other: &Finding) -> bool {
    one.kind == other.kind && place_of(one) == place_of(other)
}

/// The place of a part that a text contains once, in the notation: `@start+length`.
#[track_caller]
pub fn at(text: &str, part: &str) -> String {
    assert_eq!(text.matches(part).count(), 1, "{part:?} in {text:?}");
    let (before, _) = text.split_once(part).unwrap();
    format!("@{}+{}", before.chars().count(), part.chars().count())
}

/// For what takes a place, such as an excerpt.
pub fn place_of(finding: &Finding) -> Option<&Span> {
    finding.span.as_ref()
}

/// Whether the place of a finding, if it has one, is in the text that it is counted in.
pub fn is_inside(finding: &Finding, text: &str, decoded: &str) -> bool {
    place_of(finding).is_none_or(|span| {
        let counted = match span.within {
            Within::Pasted => text,
            Within::Pair => decoded,
        };
        span.start + span.length <= counted.chars().count()
    })
}
