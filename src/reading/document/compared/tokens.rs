//! The tokens that were returned, and the one that a later request sends.

use super::Found;
use super::steps::{Call, Exchange, Issued, Outcome, Steps};
use super::value::{Field, Value, is_random, same};
use crate::reading::{Detail, Finding, FindingKind};

pub(super) fn compare(steps: &Steps, found: &mut Found) {
    for call in steps.calls.iter().filter(|call| call.outcome != Outcome::Worked) {
        let finding = other_value(steps, call).or_else(|| other_token(steps, call));
        found.extend(finding.map(|finding| (call.piece, finding)));
    }
    for exchange in steps.exchanges.iter().filter(|one| one.outcome != Outcome::Worked) {
        found.extend(not_a_refresh_token(steps, exchange).map(|finding| (exchange.piece, finding)));
    }
}

fn is(field: &Field, value: &Value) -> bool {
    field.known().is_some_and(|known| same(&known.text, &value.text))
}

/// What was returned or sent for a different purpose, in the place of the access token.
fn other_value(steps: &Steps, call: &Call) -> Option<Finding> {
    let token = &call.token;
    if steps.issued.iter().any(|issued| is(&issued.access_token, token)) {
        return None;
    }
    let issued = |of: fn(&Issued) -> &Field, name| {
        let field = steps.issued.iter().map(of).find(|field| is(field, token))?;
        Some((field.known()?.span, name))
    };
    let sent = |of: fn(&Exchange) -> &Field, name| {
        let field = steps.exchanges.iter().map(of).find(|field| is(field, token))?;
        Some((field.known()?.span, name))
    };
    let returned = || {
        let field = steps.returns.iter().map(|one| &one.code).find(|field| is(field, token))?;
        Some((field.known()?.span, "code"))
    };
    let kind = FindingKind::OtherValueAsToken;
    let (span, name) = issued(|one| &one.refresh_token, "refresh_token")
        .or_else(|| issued(|one| &one.id_token, "id_token"))
        .or_else(|| sent(|one| &one.refresh_token, "refresh_token"))
        .or_else(|| sent(|one| &one.code, "code"))
        .or_else(returned)
        .or_else(|| sent(|one| &one.secret, "client_secret"))
        .or_else(|| sent(Exchange::client, "client_id"))?;
    // There are APIs for ID tokens, such as that of Kubernetes.
    let kind = if name == "id_token" { FindingKind::IdTokenAsToken } else { kind };
    let finding = Finding { span: Some(token.span), ..Finding::whole(kind) }.compared_with(span);
    Some(if kind == FindingKind::IdTokenAsToken { finding } else { finding.naming(Detail::Name(name)) })
}

/// An access token that was not returned before, or not all of it.
fn other_token(steps: &Steps, call: &Call) -> Option<Finding> {
    let is_known = |issued: &Issued| issued.access_token.known().is_none() || is(&issued.access_token, &call.token);
    if call.outcome != Outcome::Failed || !is_random(&call.token.text) || steps.issued.iter().any(is_known) {
        return None;
    }
    let before = steps.issued.iter().rev().find(|issued| issued.span.start < call.span.start)?;
    let token = before.access_token.known().filter(|token| is_random(&token.text))?;
    // With a token that came from elsewhere, the same call may come before the request.
    let was_sent_before =
        |other: &Call| other.span.start < before.span.start && same(&other.token.text, &call.token.text);
    if steps.calls.iter().any(was_sent_before) {
        return None;
    }
    Some(
        Finding { span: Some(call.token.span), ..Finding::whole(FindingKind::TwoAccessTokens) }
            .compared_with(token.span),
    )
}

/// The access token in the place of the refresh token (RFC 6749 §6).
fn not_a_refresh_token(steps: &Steps, exchange: &Exchange) -> Option<Finding> {
    let sent = exchange.refresh_token.known()?;
    let is_refresh = |issued: &Issued| is(&issued.refresh_token, sent);
    let issued = steps.issued.iter().find(|issued| is(&issued.access_token, sent))?;
    let finding = Finding { span: Some(sent.span), ..Finding::whole(FindingKind::OtherValueAsRefreshToken) };
    (!steps.issued.iter().any(is_refresh)).then(|| finding.compared_with(issued.span))
}
