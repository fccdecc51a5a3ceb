//! The test call, which shows whether a token works, and what it printed.

use std::rc::Rc;

use super::Needs;
use crate::catalog::{FirstCall, GrantType, Source};
use crate::desk::tools::token_answer;
use crate::desk::{Desk, Field, PlainField, RequestKind, guide};
use crate::oauth::{Endpoint, Secret, api_request};
use crate::reading::{ApiAnswer, ApiFact, Finding, UserPlan, api_answer, read_endpoint};
use crate::texts::Text;

/// A call that shows whether a token works.
#[derive(Clone, Debug)]
pub struct KnownCall<'d> {
    /// Its URL, at the host that the response names if that is one of the provider's.
    pub address: Endpoint,
    /// The app types with whose tokens it works.
    pub apps: Vec<&'d str>,
    /// The call, with the scopes of which it needs one.
    pub call: &'d FirstCall,
}

/// The response to the test call, and the findings about it.
#[derive(Clone, Debug)]
pub struct CallView {
    /// Places are in [`Field::CallAnswer`].
    pub findings: Vec<Finding>,
    /// What a successful response says about the user or the account.
    pub facts: Vec<CallFact>,
}

/// A fact in the response.
#[derive(Clone, Debug)]
pub struct CallFact {
    /// The label of the row.
    pub name: Text,
    /// Its value; it can be an email address.
    pub value: Secret,
}

/// All test calls of the provider, the best first.
#[must_use]
pub fn all(desk: &Desk) -> Vec<KnownCall<'_>> {
    let Some((provider, api)) = desk.provider().and_then(|provider| Some((provider, provider.api.as_ref()?))) else {
        return Vec::new();
    };
    let apps = |call: &FirstCall| {
        let is_for = |grant: &GrantType| call.grants.is_empty() || call.grants.contains(grant);
        let all = provider.apps.iter().filter(|(_, kind)| kind.grant.as_ref().is_some_and(is_for));
        all.map(|(app, kind)| desk.app_type(app, kind)).collect()
    };
    let known = |call| Some(KnownCall { address: address_of(desk, call)?, apps: apps(call), call });
    api.calls.iter().filter_map(known).collect()
}

/// The provider's test call for the grant type and the scopes of this view.
#[must_use]
pub fn known(desk: &Desk) -> Option<&FirstCall> {
    let grant = match desk.variant() {
        Some(variant) => variant.grant(),
        None => match desk.command.kind {
            RequestKind::AccountCredentials => Some(GrantType::AccountCredentials),
            RequestKind::ClientCredentials => Some(GrantType::ClientCredentials),
            _ => None,
        },
    };
    let granted = token_answer::tokens(desk).map(|tokens| tokens.scopes).unwrap_or_default();
    let mut scopes: Vec<&str> = granted.iter().map(String::as_str).collect();
    if scopes.is_empty() {
        scopes = guide::needed_scopes(desk);
    }
    desk.provider()?.first_call(grant, &scopes)
}

/// The sources of that call.
#[must_use]
pub fn sources<'d>(desk: &'d Desk, call: &FirstCall) -> Vec<&'d Source> {
    let Some(provider) = desk.provider() else { return Vec::new() };
    call.source.iter().filter_map(|name| provider.sources.get(name)).collect()
}

/// The URL of the test call: as it was typed, or the one that the provider and the scopes allow, at the host that
/// the response names.
///
/// # Errors
///
/// Nothing is typed and the provider has no test call, or what is typed is no URL.
pub(in crate::desk) fn address(desk: &Desk) -> Result<Endpoint, Needs> {
    // EXPOSE: the URL is a part of the command.
    let typed = desk.session().entry(Field::CallAddress).expose();
    if !typed.is_empty() {
        return read_endpoint(typed).map_err(|finding| Needs::Fix(Field::CallAddress, finding));
    }
    known_address(desk).ok_or_else(|| Needs::Fields(vec![Field::CallAddress]))
}

/// Its URL, at the host that the response names if that is one of the provider's: a token is sent nowhere else.
pub(in crate::desk) fn known_address(desk: &Desk) -> Option<Endpoint> {
    address_of(desk, known(desk)?)
}

fn address_of(desk: &Desk, call: &FirstCall) -> Option<Endpoint> {
    let provider = desk.provider()?;
    let named = token_answer::tokens(desk).and_then(|tokens| Endpoint::parse(&tokens.api_url?).ok());
    let known = |host: &Endpoint| provider.api_hosts.iter().any(|known| known == host.host());
    let base = match named.filter(known) {
        Some(base) => base,
        None => Endpoint::parse(&provider.api.as_ref()?.url).ok()?,
    };
    api_request(&base, &call.path).ok().map(|request| request.url)
}

/// What the pasted response to the test call says; `None` while the field is empty.
#[must_use]
pub fn view(desk: &Desk) -> Option<CallView> {
    let answer = answer(desk)?;
    let facts = answer.facts.iter().map(|fact| call_fact(desk, fact)).collect();
    Some(CallView { findings: answer.findings.clone(), facts })
}

pub(in crate::desk) fn answer(desk: &Desk) -> Option<Rc<ApiAnswer>> {
    let session = desk.session();
    let pasted = session.entry(Field::CallAnswer);
    let account = Some(session.plain(PlainField::AccountId)).filter(|account| !account.is_empty());
    // EXPOSE: the reader works on the pasted text itself; what it returns contains personal data as secrets.
    let read = || api_answer(pasted.expose(), account);
    let key = session.revision(Field::AccountId);
    (!pasted.is_empty()).then(|| session.readings.of(Field::CallAnswer, key, read))
}

fn call_fact(desk: &Desk, fact: &ApiFact) -> CallFact {
    let say = |text: Text| Secret::new(desk.texts.say(text));
    let (name, value) = match fact {
        ApiFact::UserId(id) => (Text::CallUserId, id.clone()),
        ApiFact::Email(address) => (Text::CallEmail, address.clone()),
        ApiFact::AccountId(id) => (Text::FieldAccountId, id.clone()),
        ApiFact::RoleName(name) => (Text::CallRole, name.clone()),
        ApiFact::Plan(UserPlan::Basic) => (Text::CallPlan, say(Text::PlanBasic)),
        ApiFact::Plan(UserPlan::Licensed) => (Text::CallPlan, say(Text::PlanLicensed)),
        ApiFact::Plan(UserPlan::Unassigned) => (Text::CallPlan, say(Text::PlanUnassigned)),
        ApiFact::Users(count) => (Text::CallUsers, Secret::new(count.to_string())),
        ApiFact::Meetings(count) => (Text::CallMeetings, Secret::new(count.to_string())),
    };
    CallFact { name, value }
}
