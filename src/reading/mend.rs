//! Fixes for findings.

use super::{Finding, answer, authorize_mend, header, landing, request, scopes, url_field, value};

/// Which reader reported a finding: the fix for a kind depends on what the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// A single value.
    Value,
    /// A URL with a field of its own.
    Url,
    /// The `Authorization` header.
    Header,
    /// An authorization URL.
    AuthorizeUrl,
    /// A returned URL.
    Landing,
    /// The response of a token endpoint.
    Answer,
    /// A list of scopes.
    Scopes,
    /// A request.
    Request,
    /// A text that has no fixes.
    Other,
}

/// The text with the fix for a finding applied, where that is possible without guessing.
///
/// Only a button applies it, never silently, and it can be undone.
#[must_use]
pub fn mended(reader: Reader, finding: &Finding, text: &str) -> Option<String> {
    match reader {
        Reader::Value => value::mended(finding, text),
        Reader::Url => url_field::mended(finding, text),
        Reader::Header => header::mended(finding, text),
        Reader::AuthorizeUrl => authorize_mend::mended(finding, text),
        Reader::Landing => landing::mended(finding, text),
        Reader::Answer => answer::mended(finding, text),
        Reader::Scopes => scopes::mended(finding, text),
        Reader::Request => request::mended(finding, text),
        Reader::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::FindingKind;

    #[test]
    fn a_mend_belongs_to_its_reader() {
        let blanks = Finding::at(FindingKind::BlanksAround, 0);
        assert_eq!(mended(Reader::Value, &blanks, " \tid one\n").as_deref(), Some("id one"));
        assert_eq!(mended(Reader::Other, &blanks, " id"), None);
        assert_eq!(mended(Reader::Value, &Finding::at(FindingKind::ControlCharacter, 1), "a\tb"), None);
    }
}
