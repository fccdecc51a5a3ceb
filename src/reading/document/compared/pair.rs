//! A token request next to the authorization request that it belongs to.

use super::Found;
use super::steps::{Authorization, Exchange, Outcome, Steps};
use super::tenant::{is_of_other_tenant, is_same_folder, is_same_site};
use super::value::{Field, Value, host_of, is_made_up_host, same};
use crate::oauth::{CodeVerifier, RefusalPlace};
use crate::reading::redirect::sent_differences;
use crate::reading::{Detail, Finding, FindingKind, Span};

pub(super) fn compare(steps: &Steps, found: &mut Found) {
    for exchange in steps.exchanges.iter().filter(|one| one.outcome != Outcome::Worked) {
        let mut add = |finding: Finding| found.push((exchange.piece, finding));
        if let Some(finding) = two_ids_in_one(exchange) {
            add(finding);
            continue;
        }
        if !exchange.has_code() {
            continue;
        }
        let linked = linked(steps, exchange);
        let Some(nearest) = linked.first() else {
            two_clients(steps, exchange).into_iter().for_each(&mut add);
            continue;
        };
        let pair = Pair { exchange, nearest, linked: &linked };
        let found = [pair.client(), pair.redirect(), pair.redirect_left_out(steps), pair.proof(), pair.tenant()];
        found.into_iter().flatten().for_each(add);
    }
}

/// The client ID of the header is a different one from that of the body.
fn two_ids_in_one(exchange: &Exchange) -> Option<Finding> {
    // With a secret in the body, the header may be for a proxy.
    let is_client = exchange.secret.is_absent() && exchange.client_id.differs(&exchange.basic_id);
    let (one, other) = (exchange.client_id.known()?, exchange.basic_id.known()?);
    is_client.then(|| at(FindingKind::TwoClientIds, one.span).compared_with(other.span))
}

/// The authorization requests that a token request can belong to, the most probable first: those of the same client, or
/// the only one there is.
fn linked<'s>(steps: &'s Steps, exchange: &Exchange) -> Vec<&'s Authorization> {
    let all = || by_nearness(&steps.authorizations, exchange.span);
    let of_code: Vec<&Authorization> = all().into_iter().filter(|one| is_same_attempt(steps, one, exchange)).collect();
    if !of_code.is_empty() {
        return of_code;
    }
    let client = exchange.client();
    if all().iter().any(|one| one.client_id.is(client)) {
        return all().into_iter().filter(|one| one.client_id.is(client)).collect();
    }
    let is_open =
        all().iter().all(|one| !one.client_id.differs(client) && is_same_site(&one.address, &exchange.address));
    if is_open && is_only(&steps.authorizations) { all() } else { Vec::new() }
}

/// The steps before a place, the nearest first; then those behind it.
fn by_nearness(all: &[Authorization], span: Span) -> Vec<&Authorization> {
    let before = all.iter().rev().filter(|one| one.span.start <= span.start);
    before.chain(all.iter().filter(|one| one.span.start > span.start)).collect()
}

/// Whether the code came back with the state of that request.
fn is_same_attempt(steps: &Steps, authorization: &Authorization, exchange: &Exchange) -> bool {
    steps.returns.iter().any(|one| one.code.is(&exchange.code) && one.state.is(&authorization.state))
}

/// Whether all are the same request, as when a log has it several times.
fn is_only(all: &[Authorization]) -> bool {
    let is_same = |one: &Authorization, other: &Authorization| {
        !one.client_id.differs(&other.client_id) && !one.redirect_uri.differs(&other.redirect_uri)
    };
    all.first().is_some_and(|first| all.iter().all(|one| is_same(first, one)))
}

/// The token request is of a different client from every authorization request, and still of the same attempt.
fn two_clients(steps: &Steps, exchange: &Exchange) -> Option<Finding> {
    let id = exchange.client().known()?;
    let nearest = by_nearness(&steps.authorizations, exchange.span).into_iter().next()?;
    let other = nearest.client_id.known()?;
    let is_alone = is_only(&steps.authorizations) && is_only_exchange(steps, exchange);
    let has_same_redirect = nearest.redirect_uri.is(&exchange.redirect_uri);
    let belongs = has_same_redirect && is_same_site(&nearest.address, &exchange.address)
        || exchange.outcome == Outcome::Failed
            && !nearest.redirect_uri.differs(&exchange.redirect_uri)
            && is_same_folder(&nearest.address, &exchange.address);
    // An example has the host of examples, and no error.
    let redirect = nearest.redirect_uri.known().and_then(|redirect| host_of(&redirect.text));
    let is_example = steps.errors.is_empty() && redirect.as_deref().is_none_or(is_made_up_host);
    let is_fault = is_alone && belongs && !is_example && !same(&id.text, &other.text);
    is_fault.then(|| at(FindingKind::TwoClientIds, id.span).compared_with(other.span))
}

/// Whether there is no token request of a different client.
fn is_only_exchange(steps: &Steps, exchange: &Exchange) -> bool {
    let of_code = steps.exchanges.iter().filter(|one| one.has_code());
    of_code.into_iter().all(|one| !one.client().differs(exchange.client()))
}

struct Pair<'s> {
    exchange: &'s Exchange,
    nearest: &'s Authorization,
    linked: &'s [&'s Authorization],
}

impl Pair<'_> {
    /// The code is of the same attempt, and the client is another.
    fn client(&self) -> Option<Finding> {
        let id = self.exchange.client();
        let other = self.nearest.client_id.known()?;
        let is_other = self.linked.iter().all(|one| one.client_id.differs(id));
        is_other.then(|| Some(at(FindingKind::TwoClientIds, id.known()?.span).compared_with(other.span))).flatten()
    }

    /// RFC 6749 §4.1.3: both must be identical.
    fn redirect(&self) -> Option<Finding> {
        let sent = self.exchange.redirect_uri.known().filter(|_| !self.exchange.is_misread)?;
        let other = self.nearest.redirect_uri.known()?;
        let differs = |one: &&Authorization| {
            one.redirect_uri.known().is_some_and(|other| !same_redirect(sent, other) && is_comparable(sent, other))
        };
        if !self.linked.iter().all(differs) {
            return None;
        }
        let detail = of_differences(sent_differences(&other.text, &sent.text));
        Some(at(FindingKind::TwoRedirectUrls, sent.span).naming(detail).compared_with(other.span))
    }

    /// RFC 6749 §4.1.3: required if it was sent before. Some servers do without, so it takes an error.
    fn redirect_left_out(&self, steps: &Steps) -> Option<Finding> {
        let other = self.nearest.redirect_uri.known()?;
        let is_sent = self.linked.iter().all(|one| !one.redirect_uri.is_absent());
        let has_failed = self.exchange.outcome == Outcome::Failed || steps.errors.contains(&Some(RefusalPlace::Token));
        // GitHub's is optional (docs.github.com, "Authorizing OAuth apps").
        let has_failed = has_failed && !self.exchange.address.ends_with("/login/oauth/access_token");
        (is_sent && has_failed && self.exchange.redirect_uri.is_absent())
            .then(|| at(FindingKind::RedirectUrlLeftOut, self.exchange.head).compared_with(other.span))
    }

    /// RFC 7636 §4.5 and §4.6.
    fn proof(&self) -> Option<Finding> {
        let all = |is: fn(&Field) -> bool| self.linked.iter().all(|one| is(&one.challenge));
        match &self.exchange.verifier {
            Field::Absent if all(|challenge| challenge.known().is_some()) => {
                let challenge = self.nearest.challenge.known()?;
                Some(at(FindingKind::VerifierLeftOut, self.exchange.head).compared_with(challenge.span))
            }
            Field::Known(verifier) if all(Field::is_absent) => {
                Some(at(FindingKind::ChallengeLeftOut, verifier.span).compared_with(self.nearest.span))
            }
            Field::Known(verifier) if self.linked.iter().all(|one| is_wrong(verifier, one)) => {
                let challenge = self.nearest.challenge.known()?;
                let method = if is_plain(self.nearest) { "plain" } else { "S256" };
                let finding = at(FindingKind::VerifierDiffers, verifier.span).compared_with(challenge.span);
                Some(finding.naming(Detail::Name(method)))
            }
            _ => None,
        }
    }

    fn tenant(&self) -> Option<Finding> {
        let is_other = self.linked.iter().all(|one| is_of_other_tenant(&one.address, &self.exchange.address));
        is_other.then(|| at(FindingKind::TwoTenants, self.exchange.head).compared_with(self.nearest.span))
    }
}

/// Without a method, it is `plain` (RFC 7636 §4.3).
fn is_plain(authorization: &Authorization) -> bool {
    match &authorization.method {
        Field::Absent => true,
        Field::Known(method) => method.text == "plain",
        Field::Hidden => false,
    }
}

/// Whether a verifier certainly does not match the challenge (RFC 7636 §4.6).
fn is_wrong(verifier: &Value, authorization: &Authorization) -> bool {
    let Some(challenge) = authorization.challenge.known() else { return false };
    // One that is none is said by the reader of the request.
    let Ok(verified) = CodeVerifier::parse(&verifier.text) else { return false };
    let method = authorization.method.known().map(|method| method.text.as_str());
    match method {
        Some("S256") => challenge.text.trim_end_matches('=') != verified.challenge(),
        Some("plain") => challenge.text != verifier.text,
        None if authorization.method.is_absent() => challenge.text != verifier.text,
        _ => false,
    }
}

/// The first differences, for the sentence.
pub(super) fn of_differences(kinds: Vec<FindingKind>) -> Detail {
    let mut kinds = kinds.into_iter();
    Detail::Differences([kinds.next(), kinds.next(), kinds.next()])
}

fn same_redirect(one: &Value, other: &Value) -> bool {
    one.text == other.text || one.text.replace('+', " ") == other.text.replace('+', " ")
}

/// Whether both are what was sent: whoever hides a host does not do it everywhere in the same way. For a window that
/// Google's script opens, the token request has the word `postmessage` (developers.google.com, "Use code model").
pub(super) fn is_comparable(one: &Value, other: &Value) -> bool {
    if [one, other].iter().any(|value| !value.text.contains(":/") && !value.text.starts_with("urn:")) {
        return false;
    }
    let (one_host, other_host) = (host_of(&one.text), host_of(&other.text));
    let is_real = |host: &Option<String>| !host.as_deref().is_some_and(is_made_up_host);
    is_real(&one_host) && is_real(&other_host) || is_same_site(&one.text, &other.text)
}

fn at(kind: FindingKind, span: Span) -> Finding {
    Finding { span: Some(span), ..Finding::whole(kind) }
}
