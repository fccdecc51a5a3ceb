//! What each finding says, by language.

use serde::Deserialize;
use strum::VariantArray;

use super::{Language, TextsError};
use crate::named::Named;
use crate::reading::FindingKind;

/// What every finding says in one language: the file `www/texts/findings.<code>.json`, where each is under its name.
///
/// They are many, the start view says none of them, and so they come with the first guide or tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingTexts {
    language: Language,
    /// In the order of [`FindingKind::VARIANTS`].
    all: Vec<FindingText>,
}

/// What a finding says in one language; sentences have the marks of [`marked`](super::marked()).
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct FindingText {
    /// What it is, why it matters, what to do. `{character}`, `{count}`, `{name}` and `{difference}` are filled in.
    pub says: String,
    /// What is known of that at one provider, by its id: added where the text is not about a different server.
    #[serde(default)]
    pub at: Named<String>,
    /// The label of the button that fixes it; absent where no text can be fixed.
    pub fix: Option<String>,
    /// What two URLs differ in, where another finding names that: `{difference}`.
    pub difference: Option<String>,
}

impl FindingTexts {
    /// The path of the file, below `www/`.
    #[must_use]
    pub fn file(language: Language) -> String {
        format!("texts/findings.{}.json", language.code())
    }

    /// Reads the file of a language.
    ///
    /// # Errors
    ///
    /// A file that is not of this shape, lacks a finding, or has one that does not exist.
    pub fn read(language: Language, json: &str) -> Result<FindingTexts, TextsError> {
        let mut written: Named<FindingText> = serde_json::from_str(json).map_err(|_| TextsError::Unreadable)?;
        let mut all = Vec::new();
        for kind in FindingKind::VARIANTS {
            all.push(written.remove(kind.name()).ok_or(TextsError::Missing(kind.name()))?);
        }
        match written.keys().next() {
            Some(unknown) => Err(TextsError::Unknown(unknown.clone())),
            None => Ok(FindingTexts { language, all }),
        }
    }

    /// The language of these sentences.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// What a finding of this kind says.
    #[must_use]
    pub fn text(&self, kind: FindingKind) -> Option<&FindingText> {
        self.all.get(kind as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_must_have_every_finding_and_no_other() {
        let read = |json: &str| FindingTexts::read(Language::of_tag("de").unwrap(), json);
        assert_eq!(read("[]"), Err(TextsError::Unreadable));
        assert_eq!(read("{}"), Err(TextsError::Missing("blanks-around")));
        let all = FindingKind::VARIANTS.iter().map(|kind| format!("\"{}\":{{\"says\":\"x\"}}", kind.name()));
        let all = all.collect::<Vec<_>>().join(",");
        assert!(read(&format!("{{{all}}}")).is_ok());
        assert_eq!(read(&format!("{{{all},\"more\":{{\"says\":\"x\"}}}}")), Err(TextsError::Unknown("more".into())));
    }
}
