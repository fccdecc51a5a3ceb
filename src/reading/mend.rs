//! What takes a finding away.

use super::{Finding, answer, authorize_mend, header, landing, request, scopes, value};

/// Which reader noticed a finding: the same kind is mended in another way in another kind of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// A single value.
    Value,
    /// The `Authorization` header.
    Header,
    /// An authorize URL.
    AuthorizeUrl,
    /// The address one landed on.
    Landing,
    /// The answer of a token endpoint.
    Answer,
    /// A list of scopes.
    Scopes,
    /// A request.
    Request,
    /// Texts that no mend is known for.
    Other,
}

/// The text with what a finding complains of put right, where the page can do that without guessing.
///
/// It is applied by a button, never silently, and can be undone.
#[must_use]
pub fn mended(reader: Reader, finding: &Finding, text: &str) -> Option<String> {
    match reader {
        Reader::Value => value::mended(finding, text),
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
