//! Finds a discovery document in what was pasted, or says what that is instead.

use super::address::well_known_in;
use super::listing;
use super::names::{is_known, is_metadata, is_of_resource};
use super::places::Located;
use crate::chars::{is_quote_or_angle, is_space_or_invisible};
use crate::oauth::{NotAnAnswer, TokenAnswer, read_pasted_answer, without_layer};
use crate::pasted_json::Member;
use crate::reading::objects::{Broken, Object, ObjectsIn};
use crate::reading::pasted::first_names;
use crate::reading::{Finding, FindingKind, Fix};

/// What a text is.
pub(super) enum Found {
    Document {
        located: Located,
        /// What is unusual about how it was pasted.
        form: Vec<Finding>,
        /// Whether it is no JSON, so that a program may have left something out.
        is_listing: bool,
    },
    /// No document, and why.
    Other(Finding),
}

/// The maximum number of layers of quotes that are removed.
const MOST_LAYERS: usize = 3;

/// `None` for a text without anything in it.
pub(super) fn find(text: &str) -> Option<Found> {
    if text.chars().all(is_space_or_invisible) {
        return None;
    }
    let mut objects = ObjectsIn::new(text);
    let object = objects.by_ref().find(is_document);
    let broken = objects.broken().filter(|broken| looks_like_document(text, broken));
    // What follows a place that is not JSON may be a part of the same object.
    if let Some(object) = object.filter(|object| broken.is_none_or(|broken| object.start < broken.start)) {
        return Some(in_place(text, object));
    }
    if let Some(broken) = broken {
        return Some(joined(text, broken).unwrap_or_else(|| Found::Other(break_finding(text, broken))));
    }
    let found = quoted(text).or_else(|| printed(text));
    Some(found.unwrap_or_else(|| Found::Other(instead(text))))
}

/// Whether a text may contain a document: most do not, and must cost nothing.
pub(in crate::reading) fn may_have_document(text: &str) -> bool {
    ["_endpoint\"", "_supported\"", "\"jwks_uri\""].iter().any(|part| text.contains(part))
}

/// The place of the first document in a text, in bytes. What is behind it is not looked at.
pub(in crate::reading) fn first_document(text: &str) -> Option<(usize, usize)> {
    let mut objects = ObjectsIn::new(text);
    let object = objects.by_ref().find(|object| is_metadata(names(object)))?;
    let broken = objects.broken().filter(|broken| looks_like_document(text, broken));
    broken.is_none_or(|broken| object.start < broken.start).then_some((object.start, object.end))
}

fn names(object: &Object) -> impl Iterator<Item = &str> {
    object.members.iter().map(|member| member.name.as_str())
}

/// Here anything that has one of its endpoints is read; only of a text of which nothing is known more is required.
fn is_document(object: &Object) -> bool {
    is_metadata(names(object)) || names(object).any(|name| is_known(name) && name.ends_with("_endpoint"))
}

fn looks_like_document(text: &str, broken: &Broken) -> bool {
    let front = text.get(broken.start..).unwrap_or_default();
    is_metadata(first_names(front).iter().map(String::as_str))
}

fn in_place(text: &str, object: Object) -> Found {
    let json = text.get(object.start..object.end).unwrap_or_default();
    let before = text.get(..object.start).unwrap_or_default();
    let count = before.chars().count();
    let mut form = Vec::new();
    if let Some(mark) = before.strip_suffix('\u{feff}').map(|before| before.chars().count()) {
        form.push(Finding::removing(FindingKind::MetadataByteOrderMark, mark..mark + 1));
    }
    form.extend(text_around(text, before, &object, json));
    let located = Located { members: object.members, json: json.to_owned(), before: Some(count) };
    Found::Document { located, form, is_listing: false }
}

/// That there is other text, at the first of it.
fn text_around(text: &str, before: &str, object: &Object, json: &str) -> Option<Finding> {
    let behind = text.get(object.end..).unwrap_or_default();
    let is_text = |part: &str| part.chars().any(|ch| !is_space_or_invisible(ch));
    let (skipped, part) = match (is_text(before), is_text(behind)) {
        (true, _) => (0, before),
        (false, true) => (object.end, behind),
        (false, false) => return None,
    };
    let start = part.len() - part.trim_start_matches(is_space_or_invisible).len();
    let chars = |part: &str| part.chars().count();
    let at = chars(text.get(..skipped + start).unwrap_or_default());
    let finding = Finding::over(FindingKind::TextAroundAnswer, at, chars(part.trim_matches(is_space_or_invisible)));
    Some(finding.with_fix(Fix::whole(json)))
}

/// The document that line breaks within a value have broken, as a narrow window adds them.
fn joined(text: &str, broken: Broken) -> Option<Found> {
    let (before, behind) = (text.get(..broken.at)?, text.get(broken.at..)?);
    if !before.ends_with(['\r', '\n']) && !behind.starts_with(['\r', '\n']) {
        return None;
    }
    let joined = text.get(broken.start..)?.replace(['\r', '\n'], "");
    let form = vec![Finding::at(FindingKind::BlanksLeftOut, before.chars().count())];
    rewritten(&joined, form)
}

/// The document in a string of its own, with a backslash before each quote.
fn quoted(text: &str) -> Option<Found> {
    let start = text.find("{\\").or_else(|| text.find("\"{")).or_else(|| text.find("'{"))?;
    let at = text.get(..start)?.chars().count();
    let mut inner = text.get(start..)?.trim_end_matches(is_space_or_invisible).to_owned();
    for _ in 0..MOST_LAYERS {
        inner = without_layer(&inner)?;
        let form = Finding::at(FindingKind::AnswerQuoted, at);
        if let Some(Found::Document { located, is_listing, .. }) = rewritten(&inner, Vec::new()) {
            let form = vec![form.with_fix(Fix::whole(located.json.as_str()))];
            return Some(Found::Document { located, form, is_listing });
        }
    }
    None
}

/// The document in a text that was put together from the pasted one.
fn rewritten(text: &str, form: Vec<Finding>) -> Option<Found> {
    let object = ObjectsIn::new(text).find(is_document)?;
    let json = text.get(object.start..object.end)?.to_owned();
    Some(Found::Document { located: Located { members: object.members, json, before: None }, form, is_listing: false })
}

fn printed(text: &str) -> Option<Found> {
    let members: Vec<Member> = listing::members(text)?;
    let form = vec![Finding::whole(FindingKind::MetadataIsListing)];
    Some(Found::Document { located: Located { members, json: String::new(), before: None }, form, is_listing: true })
}

fn break_finding(text: &str, broken: Broken) -> Finding {
    match text.get(..broken.at) {
        Some(before) if broken.at < text.trim_end().len() => {
            Finding::at(FindingKind::MetadataBroken, before.chars().count())
        }
        _ => Finding::whole(FindingKind::AnswerCutOff),
    }
}

/// What a text is that contains no document.
fn instead(text: &str) -> Finding {
    let bare = text.trim_matches(|ch| is_space_or_invisible(ch) || is_quote_or_angle(ch));
    if !bare.contains(char::is_whitespace)
        && let Some(finding) = address(text)
    {
        return finding;
    }
    if ObjectsIn::new(text).any(|object| is_of_resource(names(&object))) {
        return Finding::whole(FindingKind::MetadataOfResource);
    }
    match read_pasted_answer(text).answer {
        Err(NotAnAnswer::Html) => return Finding::whole(FindingKind::AnswerIsPage),
        Err(NotAnAnswer::Truncated) => return Finding::whole(FindingKind::AnswerCutOff),
        Err(NotAnAnswer::NotAnObject | NotAnAnswer::NoKnownKey)
        | Ok(TokenAnswer::Tokens(_) | TokenAnswer::DeviceCodes) => {
            return Finding::whole(FindingKind::MetadataUnknown);
        }
        Ok(TokenAnswer::Refused(_)) => return Finding::whole(FindingKind::MetadataIsError),
        Ok(TokenAnswer::Printed(_)) | Err(NotAnAnswer::Empty | NotAnAnswer::NotJson { .. }) => {}
    }
    address(text).unwrap_or(Finding::whole(FindingKind::MetadataNotJson))
}

/// The URL of a document, in place of the document.
fn address(text: &str) -> Option<Finding> {
    let address = well_known_in(text)?;
    let before = text.get(..text.find(address)?)?.chars().count();
    Some(Finding::over(FindingKind::MetadataAddress, before, address.chars().count()))
}
