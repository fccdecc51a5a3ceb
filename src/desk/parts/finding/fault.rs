//! What must be fixed before anything is built from a field.

use crate::desk::{Desk, Field};
use crate::reading::{Finding, FindingKind, Severity, redirect_fault};

impl Desk {
    /// Why nothing is built from a field until it is fixed: a character was lost, the redirect URL is no URI, or there is
    /// something in a value that will fail (RFC 6749 appendix A allows only printable ASCII). A secret may be anything.
    pub(in crate::desk) fn fault(&self, field: Field) -> Option<Finding> {
        if let Some(at) = self.lost_character(field) {
            return Some(Finding::at(FindingKind::LostCharacter, at));
        }
        // EXPOSE: only what is wrong with the redirect URL is used.
        let text = self.session().entry(field).expose();
        match field {
            Field::RedirectUrl if text.is_empty() => None,
            Field::RedirectUrl => redirect_fault(text),
            Field::ClientId | Field::AccountId | Field::Code => self.failing(field),
            // It becomes a part of URLs and values.
            _ if field.input().is_some() => self.failing(field),
            _ => None,
        }
    }

    /// What will fail in a value. Nobody's client ID begins or ends with a space or a quotation mark: both were copied along.
    fn failing(&self, field: Field) -> Option<Finding> {
        let fails = |kind: FindingKind| {
            kind.severity() == Severity::Error || matches!(kind, FindingKind::BlanksAround | FindingKind::QuotesAround)
        };
        self.field_findings(field).into_iter().find(|finding| fails(finding.kind))
    }

    /// Where a character was lost. No request is built with the character in its place: no server ever issued it.
    pub(in crate::desk) fn lost_character(&self, field: Field) -> Option<usize> {
        // EXPOSE: only the place of one character is computed.
        self.session().entry(field).expose().chars().position(|ch| ch == char::REPLACEMENT_CHARACTER)
    }
}
