//! What takes a finding away.

use super::{Finding, FindingKind, Within, scopes};

/// The text with what a finding complains of put right, where the page can do that without guessing.
///
/// It is applied by a button, never silently, and can be undone.
#[must_use]
pub fn mended(finding: &Finding, text: &str) -> Option<String> {
    match finding.place.map(|place| place.within) {
        Some(Within::Pair) => None,
        _ => (finding.kind == FindingKind::BlanksAround)
            .then(|| text.trim().to_owned())
            .or_else(|| scopes::mended(finding, text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_around_a_value_can_be_taken_away() {
        let blanks = Finding::at(FindingKind::BlanksAround, 0);
        assert_eq!(mended(&blanks, " \tid one\n").as_deref(), Some("id one"));
        assert_eq!(mended(&Finding::at(FindingKind::ControlCharacter, 1), "a\tb"), None);
    }
}
