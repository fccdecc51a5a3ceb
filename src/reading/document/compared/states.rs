//! The state that was sent, and the one that came back (RFC 6749 §4.1.2, §10.12).

use super::Found;
use super::steps::{Authorization, ReturnedUrl, Steps};
use super::value::{Value, host_of, is_random_state};
use crate::reading::{Finding, FindingKind};

pub(super) fn compare(steps: &Steps, found: &mut Found) {
    let mut said: Vec<&Value> = Vec::new();
    for returned in &steps.returns {
        let Some(state) = returned.state.known().filter(|state| is_random_state(&state.text)) else { continue };
        // A log has a returned URL several times.
        if said.iter().any(|known| known.text == state.text) {
            continue;
        }
        if let Some(sent) = sent_before(steps, returned) {
            said.push(state);
            let finding = Finding { span: Some(state.span), ..Finding::whole(FindingKind::TwoStates) };
            found.push((returned.piece, finding.compared_with(sent.span)));
        }
    }
}

/// The state of the request before it, if it is not the one that came back, and nothing tells that the response belongs
/// to a different request.
fn sent_before<'s>(steps: &'s Steps, returned: &ReturnedUrl) -> Option<&'s Value> {
    let is_of_state = |one: &Authorization| one.state.known().is_none() || one.state.is(&returned.state);
    if steps.authorizations.iter().any(is_of_state) {
        return None;
    }
    let before = steps.authorizations.iter().rev().find(|one| one.span.start < returned.span.start)?;
    let state = before.state.known().filter(|state| is_random_state(&state.text))?;
    let came_there = before.redirect_uri.known().zip(returned.address.as_deref());
    let leads_there =
        came_there.is_none_or(|(sent, came)| host_of(came).is_none() || host_of(&sent.text) == host_of(came));
    leads_there.then_some(state)
}
