//! The values of a document, and what is wrong with each of them.

use core::ops::Range;
use std::collections::BTreeSet;

use strum::VariantArray;

use super::names::{AUTHENTICATION, CHALLENGES, GRANTS, ISSUER, PUSHED_ONLY, SCOPES, read_names};
use super::places::{Located, Placed};
use super::{MetadataEndpoint, NamedList, ServerMetadata};
use crate::oauth::{Endpoint, EndpointError};
use crate::pasted_json::{Json, Kind};
use crate::reading::{Detail, Finding, FindingKind, endpoint_findings};

/// What a document says, and what is wrong with its values, in the order of the names that are read.
pub(super) fn read(located: &Located, is_listing: bool) -> (ServerMetadata, Vec<Finding>) {
    let mut reader = Reader { located, is_listing, findings: repeated(located) };
    let mut metadata = ServerMetadata { issuer: reader.text(ISSUER), ..ServerMetadata::default() };
    let slots = metadata.endpoints.iter_mut().zip(&mut metadata.unusable);
    for (endpoint, (slot, unusable)) in MetadataEndpoint::VARIANTS.iter().zip(slots) {
        *slot = reader.endpoint(*endpoint);
        *unusable = slot.is_none() && reader.has_value(endpoint.name());
    }
    metadata.grants = reader.list(GRANTS);
    metadata.authentication = reader.list(AUTHENTICATION);
    metadata.challenges = reader.list(CHALLENGES);
    metadata.scopes = reader.list(SCOPES);
    metadata.pushed_only = reader.is_true(PUSHED_ONLY);
    (metadata, reader.findings)
}

/// Names that appear more than once, at the last one: it is the one that counts.
fn repeated(located: &Located) -> Vec<Finding> {
    let is_repeated = |name: &&str| {
        let mut count = 0;
        for member in &located.members {
            count += usize::from(member.name == **name);
        }
        count > 1
    };
    let finding = |name: &'static str| {
        let range = located.member(name).map_or(0..0, |placed| placed.range);
        located.finding(FindingKind::MemberRepeated, &range).naming(Detail::Name(name))
    };
    read_names().filter(is_repeated).map(finding).collect()
}

/// Whether a value is the pattern of a URL, with a place for something to be filled in.
pub(super) fn has_placeholder(url: &str) -> bool {
    url.contains(['{', '}', '<', '>']) || url.contains("%7B") || url.contains("%7b")
}

struct Reader<'l> {
    located: &'l Located,
    is_listing: bool,
    findings: Vec<Finding>,
}

impl<'l> Reader<'l> {
    fn member(&self, name: &str) -> Option<Placed<'l>> {
        // In a list that a program printed, nothing has a place.
        match self.is_listing {
            true => {
                let member = self.located.members.iter().rfind(|member| member.name == name)?;
                Some(Placed { member, range: 0..0 })
            }
            false => self.located.member(name),
        }
        .filter(|placed| placed.member.value.kind != Kind::Null || name.ends_with("_supported"))
    }

    fn text(&self, name: &str) -> Option<String> {
        let placed = self.member(name)?;
        placed.member.value.text().filter(|text| !text.trim().is_empty()).map(str::to_owned)
    }

    fn is_true(&self, name: &str) -> bool {
        self.member(name).is_some_and(|placed| placed.member.value.kind == Kind::Bool(true))
    }

    /// Whether a member is there and not empty.
    fn has_value(&self, name: &str) -> bool {
        self.member(name).is_some_and(|placed| placed.member.value.text().is_none_or(|text| !text.trim().is_empty()))
    }

    fn add(&mut self, kind: FindingKind, range: &Range<usize>, name: &'static str) {
        self.findings.push(self.located.finding(kind, range).naming(Detail::Name(name)));
    }

    fn endpoint(&mut self, endpoint: MetadataEndpoint) -> Option<Endpoint> {
        let name = endpoint.name();
        let placed = self.member(name)?;
        let Some(text) = placed.member.value.text() else {
            self.add(FindingKind::EndpointNotAUrl, &placed.range, name);
            return None;
        };
        if text.trim().is_empty() {
            return None;
        }
        if has_placeholder(text) {
            self.add(FindingKind::EndpointPlaceholder, &placed.range, name);
            return None;
        }
        match Endpoint::parse(text) {
            Ok(endpoint) => return Some(endpoint),
            Err(EndpointError::Scheme | EndpointError::MissingHost) => {
                self.add(FindingKind::EndpointNotAUrl, &placed.range, name);
            }
            Err(_) => self.fault(text, &placed),
        }
        None
    }

    /// What is wrong with an endpoint, as in a field of its own.
    fn fault(&mut self, text: &str, placed: &Placed<'_>) {
        let inside = self.located.inside(placed, text);
        let Some(finding) = endpoint_findings(text).into_iter().next() else { return };
        let place = self.located.finding(finding.kind, inside.as_ref().unwrap_or(&placed.range));
        let span = match (place.span, finding.span, inside) {
            (Some(whole), Some(inner), Some(_)) => {
                Some(crate::reading::Span { start: whole.start + inner.start, length: inner.length, ..whole })
            }
            (whole, ..) => whole,
        };
        self.findings.push(Finding { span, fix: None, ..finding });
    }

    fn list(&mut self, name: &'static str) -> NamedList {
        let Some(placed) = self.member(name) else {
            // A program may have left it out.
            return if self.is_listing { NamedList::Unreadable } else { NamedList::LeftOut };
        };
        let mut names: Vec<String> = Vec::new();
        let mut seen = BTreeSet::new();
        let mut add = |name: &'l str| {
            if !name.is_empty() && seen.insert(name) {
                names.push(name.to_owned());
            }
        };
        match &placed.member.value.kind {
            Kind::List(values) if values.is_empty() => {
                self.add(FindingKind::ListEmpty, &placed.range, name);
                return NamedList::LeftOut;
            }
            Kind::List(values) => {
                values.iter().filter_map(Json::text).for_each(&mut add);
                let elements = self.located.elements(&placed);
                if let Some((_, range)) = elements.iter().find(|(value, _)| value.text().is_none()) {
                    self.add(FindingKind::NotAList, &range.clone(), name);
                }
            }
            Kind::Text(text) => {
                text.split(|ch: char| ch.is_whitespace() || ch == ',').for_each(&mut add);
                if !self.is_listing || names.len() > 1 {
                    self.add(FindingKind::NotAList, &placed.range, name);
                }
            }
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::Object(_) => {
                self.add(FindingKind::NotAList, &placed.range, name);
            }
        }
        if names.is_empty() { NamedList::Unreadable } else { NamedList::Names(names) }
    }
}
