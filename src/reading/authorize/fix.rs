//! Fixes for the findings about an authorization URL.

use core::ops::Range;

use super::base::{Base, endpoint_parts};
use super::encoded::{encoded_space_ends, is_encoded_whole};
use super::names::{cut_off, misnamed, standard_name};
use crate::chars::{is_line_break, is_space_or_invisible};
use crate::oauth::percent_encoded;
use crate::reading::query::{Joint, PastedAddress, QueryPart, decoded, with_plain_ampersands};
use crate::reading::wrapping::bytes_text;
use crate::reading::{AuthorizeHabits, Edit, Finding, FindingKind, Fix, Span};

/// How a finding about an authorization URL is fixed; `None` where that would be a guess. Host, path and scheme are taken
/// from the provider's endpoint.
pub(super) fn fix(
    finding: &Finding,
    text: &str,
    address: &PastedAddress<'_>,
    habits: &AuthorizeHabits<'_>,
) -> Option<Fix> {
    let Span { start, length, .. } = finding.span?;
    let here = start..start + length;
    match finding.kind {
        FindingKind::ApiHost | FindingKind::AuthorizePath | FindingKind::NotHttps => {
            base_fix(finding, &Base::split(address), habits)
        }
        FindingKind::HtmlAmpersand => Some(Fix::between(text, &with_plain_ampersands(text))),
        FindingKind::SecondQuestionMark => {
            let separators = address.parts.iter().filter(|part| is_glued(part));
            Some(Fix::new(separators.map(|part| Edit::new(part.joint_start..part.start, "&"))))
        }
        FindingKind::BytesAsText => {
            Some(Fix::replacement(here, percent_encoded(&bytes_text(&part_of_value(address, start)?.decoded())?)))
        }
        FindingKind::ParameterMisnamed => {
            let part = part_at(address, start)?;
            let (_, meant) = misnamed(address, habits).into_iter().find(|(named, _)| named.start == part.start)?;
            Some(Fix::replacement(start..start + part.name.chars().count(), meant))
        }
        FindingKind::ScopesByComma => {
            let written: String = text.chars().skip(start).take(length).collect();
            let plain = written.replace("%20", " ").replace("%2C", ",").replace("%2c", ",");
            let words: Vec<&str> = plain.split([',', '+', ' ']).filter(|word| !word.is_empty()).collect();
            Some(Fix::replacement(here, words.join("%20")))
        }
        FindingKind::ResponseTypeNotCode => Some(Fix::replacement(here, "code")),
        FindingKind::ScopeUnwanted | FindingKind::SecretInAddress => {
            let name = decoded(part_at(address, start)?.name);
            let parts: Vec<_> = address.parts.iter().filter(|part| part.is(&name)).collect();
            Some(without(address, &parts))
        }
        FindingKind::RepeatedParameter => {
            let name = decoded(part_at(address, start)?.name);
            let mut same = address.parts.iter().filter(|part| part.is(&name));
            let first = same.next()?.decoded();
            let later: Vec<_> = same.collect();
            later.iter().all(|part| part.decoded() == first).then(|| without(address, &later))
        }
        FindingKind::RedirectNotEncoded => {
            let part = redirect(address)?;
            let whole = whole_redirect(part, text, address);
            // A `%` can belong to the redirect URL itself or to an incomplete encoding.
            // Where its own parameters were cut off, only all of it together is what was meant.
            let is_whole = cut_off(address, habits).is_none();
            let is_plain = part.value_span() == (start, length) && is_whole && !whole.contains(['%', '+']);
            is_plain.then(|| Fix::replacement(start..start + whole.chars().count(), percent_encoded(&whole)))
        }
        FindingKind::RedirectCutOff => {
            let part = redirect(address)?;
            let (from, _) = part.value_span();
            let whole: String = text.chars().skip(from).take(here.end.checked_sub(from)?).collect();
            let whole = with_plain_ampersands(&whole);
            let is_plain = part.end() == start && !whole.contains(['%', '+']);
            is_plain.then(|| Fix::replacement(from..here.end, percent_encoded(&whole)))
        }
        FindingKind::EncodedTwice if is_encoded_whole(address) => {
            // What does not decode to text stays as it is.
            let plain = Some(decoded(address.base)).filter(|plain| plain != address.base)?;
            Some(Fix::replacement(here, plain))
        }
        FindingKind::EncodedTwice => {
            let part = redirect(address).filter(|part| part.value_span() == (start, length))?;
            Some(Fix::replacement(here, part.decoded()))
        }
        FindingKind::ChallengeMethodUnknown => {
            let part = address.part("code_challenge_method")?;
            part.decoded().eq_ignore_ascii_case("S256").then(|| Fix::replacement(here, "S256"))
        }
        FindingKind::BlankInAddress => without_space(text, here),
        _ => None,
    }
}

/// The redirect URL up to the next parameter, even if there is a `#` in it, which would end the whole URL.
fn whole_redirect(part: &QueryPart<'_>, text: &str, address: &PastedAddress<'_>) -> String {
    let (start, _) = part.value_span();
    if address.fragment != Some(part.end()) {
        return part.written().to_owned();
    }
    let length = (address.base_start + address.length).saturating_sub(start);
    let rest: String = text.chars().skip(start).take(length).collect();
    let is_parameter = |at: usize| {
        let behind = rest.get(at + 1..).unwrap_or_default();
        let end = behind.bytes().take(LONGEST_NAME).position(|byte| byte == b'=');
        end.and_then(|end| behind.get(..end)).is_some_and(|name| standard_name(name).is_some())
    };
    let end = rest.match_indices('&').map(|(at, _)| at).find(|at| is_parameter(*at)).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default().to_owned()
}

/// The longest name of a parameter, in bytes.
const LONGEST_NAME: usize = 40;

fn base_fix(finding: &Finding, base: &Base<'_>, habits: &AuthorizeHabits<'_>) -> Option<Fix> {
    let (scheme, authority, path) = habits.endpoint.and_then(endpoint_parts)?;
    let Span { start, length, .. } = finding.span?;
    match finding.kind {
        FindingKind::ApiHost => Some(Fix::replacement(start..start + length, authority)),
        FindingKind::AuthorizePath => Some(Fix::replacement(start..start + length, path)),
        FindingKind::NotHttps if base.authority.eq_ignore_ascii_case(authority) => {
            Some(Fix::replacement(base.start..base.authority_start, format!("{scheme}://")))
        }
        _ => None,
    }
}

fn redirect<'a, 't>(address: &'a PastedAddress<'t>) -> Option<&'a QueryPart<'t>> {
    address.part("redirect_uri")
}

fn part_at<'a, 't>(address: &'a PastedAddress<'t>, start: usize) -> Option<&'a QueryPart<'t>> {
    address.parts.iter().find(|part| part.start == start)
}

fn part_of_value<'a, 't>(address: &'a PastedAddress<'t>, start: usize) -> Option<&'a QueryPart<'t>> {
    address.parts.iter().find(|part| part.value_span().0 == start)
}

fn is_glued(part: &QueryPart<'_>) -> bool {
    part.joint == Joint::QuestionMark
}

/// Removes some parameters, each with the separator before it; the first one with the separator after it.
fn without(address: &PastedAddress<'_>, parts: &[&QueryPart<'_>]) -> Fix {
    let mut gone = parts.iter().map(|part| part.start).peekable();
    let mut keeps_one = false;
    let mut cuts = Vec::new();
    for (part, next) in address.parts.iter().zip(address.parts.iter().skip(1).map(Some).chain([None])) {
        if gone.next_if_eq(&part.start).is_none() {
            keeps_one = true;
            continue;
        }
        // No parameter before it is kept: the separator after the base stays, the one before the next parameter goes.
        cuts.push(match next {
            Some(next) if !keeps_one => part.start..next.start,
            None if !keeps_one => part.start..part.end(),
            _ => part.joint_start..part.end(),
        });
    }
    Fix::deletion(cuts)
}

/// Encoded whitespace at an end of a value is removed. So are the line breaks of a program that wrapped the URL, with
/// the whitespace next to them, all at once. A space alone could stand for anything, so it stays.
fn without_space(text: &str, here: Range<usize>) -> Option<Fix> {
    let at: String = text.chars().skip(here.start).take(here.len()).collect();
    if encoded_space_ends(&at).0 == here.len() {
        return Some(Fix::deletion([here]));
    }
    if !at.contains(is_line_break) {
        return None;
    }
    let mut cuts: Vec<(Range<usize>, bool)> = Vec::new();
    for (at, ch) in text.chars().enumerate().filter(|(_, ch)| is_space_or_invisible(*ch)) {
        match cuts.last_mut().filter(|(run, _)| run.end == at) {
            Some((run, has_break)) => {
                run.end += 1;
                *has_break |= is_line_break(ch);
            }
            None => cuts.push((at..at + 1, is_line_break(ch))),
        }
    }
    let length = text.chars().count();
    let wrapped = cuts.into_iter().filter(|(run, has_break)| *has_break || run.end == length);
    Some(Fix::deletion(wrapped.map(|(run, _)| run)))
}
