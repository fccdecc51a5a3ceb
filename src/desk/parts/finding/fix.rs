//! What the fix of a finding changes.

use crate::desk::parts::{discovery, test_call};
use crate::desk::tools::{
    compare_redirects, credential_string, jwt, read_authorize_url, read_header, redirect, request, scopes, token_answer,
};
use crate::desk::{Desk, Field};
use crate::oauth::Secret;
use crate::reading::{Finding, FindingKind, ValueRole, apply, labeled_values};

/// The field for a value of that role, as it is labeled in a message.
pub(in crate::desk) fn field_of(role: ValueRole) -> Option<Field> {
    match role {
        ValueRole::Identifier => Some(Field::ClientId),
        ValueRole::Secret => Some(Field::ClientSecret),
        ValueRole::Account => Some(Field::AccountId),
        ValueRole::Other => None,
    }
}

impl Desk {
    /// Whether a finding about a field can be fixed without guessing.
    #[must_use]
    pub fn can_fix(&self, field: Field, finding: &Finding) -> bool {
        finding.fix.is_some() || self.swapped_with(field, finding).is_some() || self.is_message(field, finding)
    }

    /// The fields that a fix changes, and their new texts. Only what is found in the text now is fixed.
    pub(in crate::desk) fn fixed(&self, field: Field, finding: &Finding) -> Vec<(Field, Secret)> {
        let entry = |field| self.session().entry(field);
        if let Some(other) = self.swapped_with(field, finding) {
            return vec![(field, entry(other).clone()), (other, entry(field).clone())];
        }
        if self.is_message(field, finding) {
            // EXPOSE: each value goes into its field.
            let values = labeled_values(entry(field).expose());
            let changes = values.into_iter().filter_map(|(role, value)| Some((field_of(role)?, value)));
            let mut changes: Vec<_> = changes.filter(|(field, _)| self.asks_for(*field)).collect();
            if changes.iter().all(|(changed, _)| *changed != field) {
                changes.push((field, Secret::EMPTY));
            }
            return changes;
        }
        let current = self.findings_about(field);
        let fix = current.iter().find(|known| *known == finding).and_then(|known| known.fix.as_ref());
        // EXPOSE: the fix works on the text itself; the result goes back into the same field.
        fix.map(|fix| (field, Secret::new(apply(entry(field).expose(), fix)))).into_iter().collect()
    }

    /// Whether it is about a message whose values can be put into their fields.
    fn is_message(&self, field: Field, finding: &Finding) -> bool {
        finding.kind == FindingKind::MessageInstead
            && matches!(field, Field::AccountId | Field::ClientId | Field::ClientSecret)
    }

    /// The field whose value seems to be in this one; both are fixed at once.
    fn swapped_with(&self, field: Field, finding: &Finding) -> Option<Field> {
        let is_swapped = matches!(
            finding.kind,
            FindingKind::MaybeSwapped | FindingKind::SecretTokenMaybeSwapped | FindingKind::SecretInstead
        ) && field.is_one_value();
        self.like(field, finding.kind).filter(|_| is_swapped)
    }

    /// The findings about the content of a field, whichever reader it has.
    pub(in crate::desk) fn findings_about(&self, field: Field) -> Vec<Finding> {
        match field {
            Field::Header => read_header::view(self).map(|reading| reading.findings.clone()),
            Field::AuthorizeUrl => read_authorize_url::view(self).map(|view| view.findings),
            Field::Landed => redirect::view(self).map(|view| view.findings),
            Field::Answer => token_answer::view(self).map(|view| view.findings),
            Field::Requested => compare_redirects::pairs(self).into_iter().next().map(|pair| pair.findings),
            Field::PastedScopes => Some(scopes::view(self).findings.clone()),
            Field::NeededScopes => Some(scopes::view(self).needed_findings.clone()),
            Field::Request => request::view(self).map(|view| view.findings),
            Field::Discovery => discovery::view(self).map(|view| view.findings),
            Field::Block => credential_string::reading(self)
                .and_then(|reading| reading.read.as_ref().map(|read| read.findings.clone())),
            Field::AccountId
            | Field::ClientId
            | Field::ClientSecret
            | Field::RedirectUrl
            | Field::State
            | Field::Code
            | Field::AuthorizeEndpoint
            | Field::TokenEndpoint
            | Field::RevocationEndpoint
            | Field::DeviceEndpoint
            | Field::CallAddress
            | Field::SecretToken
            | Field::EventUrl
            | Field::SecondClientId
            | Field::SecondClientSecret
            | Field::Input1
            | Field::Input2
            | Field::Input3
            | Field::Input4
            | Field::Input5
            | Field::Input6
            | Field::Input7
            | Field::Input8 => Some(self.field_findings(field)),
            Field::CallAnswer => test_call::view(self).map(|view| view.findings),
            Field::Jwt => jwt::view(self).map(|view| view.findings),
            // The findings about these have no fix, or are about two of them.
            Field::CodeVerifier
            | Field::Scopes
            | Field::Template
            | Field::BlockLines
            | Field::Registered
            | Field::Received
            | Field::Error
            | Field::Report => None,
        }
        .unwrap_or_default()
    }
}
