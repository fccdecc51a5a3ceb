//! Every sentence of the page, by language.
//!
//! English is built in; any other language is a file `www/texts/<code>.json` that has a translation for each English
//! sentence and nothing else, loaded when it is chosen. `{name}` is filled in, `**label**` and `` `text` `` are marked
//! ([`marked()`]).

mod english;
mod finding_texts;
mod language;
mod lazy_text;
mod marked;

pub use english::Text;
pub use finding_texts::{FindingText, FindingTexts};
pub use language::Language;
pub use lazy_text::LazyText;
pub use marked::{Mark, MarkedText, marked};

use crate::named::Named;

/// The sentences in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    language: Language,
    /// In the order of `Text::VARIANTS`; empty for English, which is built in.
    loaded: Vec<String>,
}

/// Why a file of sentences cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextsError {
    /// Not a JSON object of texts.
    Unreadable,
    /// This sentence, or this finding, is not in it.
    Missing(&'static str),
    /// It has something that is no sentence of the page, or no finding.
    Unknown(String),
}

impl core::fmt::Display for TextsError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            TextsError::Unreadable => f.write_str("not a JSON object of texts"),
            TextsError::Missing(name) => write!(f, "\"{name}\" is missing"),
            TextsError::Unknown(name) => write!(f, "\"{name}\" is no sentence of the page"),
        }
    }
}

impl Texts {
    /// The English sentences.
    #[must_use]
    pub fn english() -> Texts {
        Texts { language: Language::English, loaded: Vec::new() }
    }

    /// The path of the file of a language other than English, below `www/`.
    #[must_use]
    pub fn file(language: Language) -> String {
        format!("texts/{}.json", language.code())
    }

    /// The path of the paragraphs of "How this page handles secrets", below `www/`. They are long and few people read
    /// them, so nobody else has to load them.
    #[must_use]
    pub fn secrets_file(language: Language) -> String {
        format!("texts/secrets.{}.json", language.code())
    }

    /// Reads the file of a language other than English.
    ///
    /// # Errors
    ///
    /// A file that is no JSON object of texts, lacks a sentence, or has one too many.
    pub fn read(language: Language, json: &str) -> Result<Texts, TextsError> {
        let translated: Named<String> = serde_json::from_str(json).map_err(|_| TextsError::Unreadable)?;
        let mut loaded = Vec::new();
        for sentence in Text::sentences() {
            loaded.push(translated.get(sentence).ok_or(TextsError::Missing(sentence))?.clone());
        }
        match translated.keys().find(|known| Text::sentences().all(|sentence| sentence != *known)) {
            Some(unknown) => Err(TextsError::Unknown(unknown.clone())),
            None => Ok(Texts { language, loaded }),
        }
    }

    /// The language of these sentences.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// A sentence in this language, with its `{names}` and marks.
    #[must_use]
    pub fn say(&self, text: Text) -> &str {
        self.loaded.get(text as usize).map_or_else(|| text.english(), String::as_str)
    }

    /// A sentence in this language with its names filled in, see [`filled`].
    #[must_use]
    pub fn fill(&self, text: Text, values: &[(&str, &str)]) -> String {
        filled(self.say(text), values)
    }
}

/// A sentence with its names filled in; a name without a value becomes nothing.
///
/// ```
/// use authdesk::texts::filled;
///
/// assert_eq!(filled("Copy {label}", &[("label", "Client ID")]), "Copy Client ID");
/// ```
#[must_use]
pub fn filled(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            filled.push_str(value);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use strum::VariantArray;

    use super::*;

    #[test]
    fn names_are_filled_in() {
        let texts = Texts::english();
        assert_eq!(texts.fill(Text::CopyLabel, &[("label", "Client ID")]), "Copy Client ID");
        assert_eq!(texts.fill(Text::CopyLabel, &[]), "Copy ");
    }

    #[test]
    fn every_sentence_is_one_line_and_stands_once() {
        assert_eq!(Text::sentences().count(), Text::VARIANTS.len());
        let sentences: BTreeMap<&str, Text> = Text::VARIANTS.iter().map(|text| (text.english(), *text)).collect();
        assert_eq!(
            sentences.len(),
            Text::VARIANTS.len(),
            "no sentence stands twice: it is the name in other languages"
        );
        assert!(!sentences.contains_key("") && sentences.get("Try again") == Some(&Text::TryAgain));
    }

    #[test]
    fn a_file_must_have_every_sentence_and_no_other() {
        assert_eq!(Texts::read(Language::German, "[]"), Err(TextsError::Unreadable));
        let first = Text::sentences().next().unwrap();
        assert_eq!(Texts::read(Language::German, "{}"), Err(TextsError::Missing(first)));
        let mut all: BTreeMap<&str, &str> = Text::sentences().map(|sentence| (sentence, "x")).collect();
        assert!(Texts::read(Language::German, &serde_json::to_string(&all).unwrap()).is_ok());
        all.insert("More", "x");
        let more = Texts::read(Language::German, &serde_json::to_string(&all).unwrap());
        assert_eq!(more, Err(TextsError::Unknown("More".into())));
    }
}
