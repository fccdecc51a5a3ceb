//! Which parameters of an authorization URL are known, which are repeated, and which belong to the redirect URL.

use super::base::server;
use crate::reading::parameter_names::{is_own, meant_by};
use crate::reading::query::{Joint, PastedAddress, QueryPart, decoded};
use crate::reading::{AuthorizeHabits, Detail, Finding, FindingKind};

/// The most findings of one kind.
pub(super) const ENOUGH: usize = 8;

/// The parameters of an authorization request: those of RFC 6749 §4.1.1 and RFC 7636 §4.3 are checked; of the others
/// only the names are known.
const STANDARD: [&str; 24] = [
    "response_type",
    "client_id",
    "redirect_uri",
    "scope",
    "state",
    "code_challenge",
    "code_challenge_method",
    "response_mode",
    "nonce",
    "display",
    "prompt",
    "max_age",
    "ui_locales",
    "claims_locales",
    "id_token_hint",
    "login_hint",
    "acr_values",
    "claims",
    "registration",
    "request",
    "request_uri",
    "authorization_details",
    "dpop_jkt",
    RESOURCE,
];

/// The only parameter that may be repeated (RFC 8707 §2).
const RESOURCE: &str = "resource";

/// What must never be in a URL.
pub(super) const SECRETS: [&str; 7] =
    ["client_secret", "code_verifier", "access_token", "refresh_token", "client_assertion", "assertion", "password"];

/// Where the query of an unencoded redirect URL was cut off: from the `&` to the end of its last parameter.
#[derive(Clone, Copy)]
pub(super) struct CutOff {
    /// The place of the `&`.
    pub start: usize,
    /// The place after the last character.
    pub end: usize,
}

impl CutOff {
    /// Whether a parameter is in this range.
    pub fn holds(self, part: &QueryPart<'_>) -> bool {
        (self.start..self.end).contains(&part.start)
    }
}

/// Unknown parameters after an unencoded redirect URL with a `?` are treated as a part of it.
pub(super) fn cut_off(address: &PastedAddress<'_>, habits: &AuthorizeHabits<'_>) -> Option<CutOff> {
    let redirect = address.parts.iter().position(|part| part.is("redirect_uri"))?;
    let mut parts = address.parts.iter().skip(redirect);
    let (_, own) = parts.next()?.written().split_once("://")?;
    if !own.contains('?') {
        return None;
    }
    let is_its_own = |part: &&QueryPart<'_>| part.joint != Joint::QuestionMark && !is_known(part, habits);
    let mut cut = parts.take_while(is_its_own);
    let first = cut.next()?;
    Some(CutOff { start: first.joint_start, end: cut.last().unwrap_or(first).end() })
}

/// The parameters of an authorization request.
const MEANT: [&str; 6] =
    ["response_type", "client_id", "redirect_uri", "scope", "code_challenge", "code_challenge_method"];

/// The parameters whose name is nearly right, each with the one that was meant.
pub(super) fn misnamed<'t>(
    address: &PastedAddress<'t>,
    habits: &AuthorizeHabits<'_>,
) -> Vec<(QueryPart<'t>, &'static str)> {
    let wants = |name: &str| name != "scope" || habits.wants_scope || server(address, habits).is_other();
    let rest = address.base.split_once("://").map_or(address.base, |(_, rest)| rest);
    let (host, path) = rest.split_at_checked(rest.find('/').unwrap_or(rest.len())).unwrap_or((rest, ""));
    // The URL after which a person is signed out is a parameter of its own.
    if path.contains("logout") || path.contains("signout") {
        return Vec::new();
    }
    let cut_off = cut_off(address, habits);
    let mut found: Vec<(QueryPart<'t>, &'static str)> = Vec::new();
    for part in address.parts.iter().filter(|part| !part.written().is_empty() && !is_known(part, habits)) {
        let name = decoded(part.name);
        let Some(meant) = meant_by(&name).filter(|meant| MEANT.contains(&meant.name) && wants(meant.name)) else {
            continue;
        };
        let is_free = address.part(meant.name).is_none() && !found.iter().any(|(_, known)| *known == meant.name);
        let is_meant = meant.is_sure || meant.name == "redirect_uri" && part.decoded().contains("://");
        if is_free && is_meant && !is_own(host, &name) && !cut_off.is_some_and(|cut| cut.holds(part)) {
            found.push((*part, meant.name));
        }
    }
    found
}

/// Each repeated name once, at its second place.
pub(super) fn repeated<'c, 't: 'c>(parts: impl Iterator<Item = &'c QueryPart<'t>>) -> Vec<Finding> {
    let mut named: Vec<(String, &QueryPart<'_>)> = parts.map(|part| (decoded(part.name), part)).collect();
    // The sort is stable, so parameters with the same name stay in the order of the text.
    named.sort_by(|(one, _), (other, _)| one.cmp(other));
    let of_one_name = named.chunk_by(|(one, _), (other, _)| one == other);
    let mut found: Vec<Finding> = of_one_name
        .filter_map(|group| {
            let (name, part) = group.get(1)?;
            let finding = Finding::over(FindingKind::RepeatedParameter, part.start, part.length);
            let detail = standard_name(name).map(Detail::Name);
            (name != RESOURCE).then_some(Finding { detail, ..finding })
        })
        .collect();
    found.sort_by_key(|finding| finding.span.map(|span| span.start));
    found.truncate(ENOUGH);
    found
}

/// The name as a constant of this program, which is safe to print.
pub(super) fn standard_name(name: &str) -> Option<&'static str> {
    STANDARD.iter().chain(&SECRETS).find(|known| **known == name).copied()
}

/// Whether an RFC or the provider defines a parameter, or it is a secret, which has its own finding.
pub(super) fn is_known(part: &QueryPart<'_>, habits: &AuthorizeHabits<'_>) -> bool {
    STANDARD.iter().chain(&SECRETS).chain(habits.more_parameters).any(|name| part.is(name)) || is_internal(part, habits)
}

/// A parameter that the provider's own pages add to the URL: `_rnd`, `_x_zm_rtaid`. No RFC has a name like that.
fn is_internal(part: &QueryPart<'_>, habits: &AuthorizeHabits<'_>) -> bool {
    !habits.own_pages.is_empty() && part.name.starts_with('_')
}
