//! The authorization code where it came, and where it is exchanged.

use super::Found;
use super::steps::{Exchange, Outcome, ReturnedUrl, Steps};
use super::value::{Value, host_of, is_random};
use crate::reading::{Finding, FindingKind};

pub(super) fn compare(steps: &Steps, found: &mut Found) {
    for (number, exchange) in steps.exchanges.iter().enumerate().filter(|(_, one)| one.outcome != Outcome::Worked) {
        let Some(code) = exchange.code.known() else { continue };
        let before = steps.exchanges.get(..number).unwrap_or_default();
        let finding = used_before(before, exchange, code).or_else(|| not_the_one(steps, exchange, code));
        found.extend(finding.map(|finding| (exchange.piece, finding)));
    }
}

/// RFC 6749 §4.1.2: a code must not be used more than once.
fn used_before(before: &[Exchange], exchange: &Exchange, code: &Value) -> Option<Finding> {
    let is_used = |earlier: &&Exchange| {
        let has_same = is_random(&code.text) && earlier.code.is(&exchange.code);
        // The same request in two notations is one request, as are two examples of how it may look.
        let was_sent =
            earlier.outcome != Outcome::Unknown || exchange.outcome == Outcome::Failed && earlier.form == exchange.form;
        has_same && was_sent && reached(earlier)
    };
    let earlier = before.iter().rev().find(is_used)?.code.known()?;
    Some(over(FindingKind::CodeSentTwice, code).compared_with(earlier.span))
}

/// Whether the token endpoint can have read the code.
fn reached(exchange: &Exchange) -> bool {
    !exchange.status.is_some_and(|status| (300..400).contains(&status) || matches!(status, 404 | 405 | 415 | 500..))
}

/// The code of the returned URL, and the one that is sent.
fn not_the_one(steps: &Steps, exchange: &Exchange, code: &Value) -> Option<Finding> {
    if exchange.is_misread || steps.returns.iter().any(|one| one.code.is(&exchange.code)) {
        return None;
    }
    let before = || steps.returns.iter().rev().filter(|one| one.span.start < exchange.span.start);
    let of_code = |one: &ReturnedUrl| one.code.known().cloned();
    if let Some(whole) =
        before().chain(&steps.returns).filter_map(of_code).find(|whole| is_altered(&whole.text, &code.text))
    {
        return Some(over(FindingKind::CodeAltered, code).compared_with(whole.span));
    }
    // Those of two attempts are different too.
    let returned = before().find(|one| one.code.known().is_some())?;
    let other = returned.code.known()?;
    let is_last = exchange.outcome == Outcome::Failed || steps.has_later_error();
    let came_there = exchange.redirect_uri.known().zip(returned.address.as_deref());
    let is_there =
        came_there.is_none_or(|(sent, came)| host_of(&sent.text).is_none() || host_of(&sent.text) == host_of(came));
    let is_other = is_last && is_there && is_random(&code.text) && is_random(&other.text);
    is_other.then(|| over(FindingKind::TwoCodes, code).compared_with(other.span))
}

/// Whether a part of the code is missing in what is sent, or there is more.
fn is_altered(whole: &str, sent: &str) -> bool {
    let (whole, sent) = (super::value::plain(whole), super::value::plain(sent));
    let (shorter, longer) = if sent.len() < whole.len() { (&sent, &whole) } else { (&whole, &sent) };
    // What a log shortened is no code with something behind it.
    let is_front = |rest: &str| sent.len() < whole.len() || !rest.starts_with(|ch: char| ch.is_ascii_alphanumeric());
    let is_part = longer.strip_prefix(shorter.as_str()).is_some_and(is_front) || longer.ends_with(shorter.as_str());
    let is_in_other_case = whole != sent && whole.eq_ignore_ascii_case(&sent) && is_random(&whole);
    shorter.len() >= LEAST_IN_COMMON && shorter.len() < longer.len() && is_part || is_in_other_case
}

/// In bytes: fewer may be the same by chance.
const LEAST_IN_COMMON: usize = 8;

fn over(kind: FindingKind, value: &Value) -> Finding {
    Finding { span: Some(value.span), ..Finding::whole(kind) }
}
