//! The sentences that only the lazy part of the program says.

use super::{Language, Text, TextsError, translations};

/// What the lazy part of the program says in one language: the file `www/texts/later.<code>.json`, or for English a text
/// of that part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaterTexts {
    language: Language,
    /// In the order of `Text::VARIANTS`.
    all: Vec<String>,
}

/// The words of all English sentences, as they are written in them. Only the lazy part may call this.
pub fn english_words() -> impl Iterator<Item = &'static str> {
    let sentences = [Text::FIRST_ENGLISH, Text::LATER_ENGLISH].into_iter();
    let words = sentences.flat_map(|text| text.split(|ch: char| !ch.is_ascii_alphabetic()));
    words.filter(|word| !word.is_empty())
}

impl LaterTexts {
    /// The English ones. Only the lazy part may call this.
    #[must_use]
    pub fn english() -> LaterTexts {
        let all = Text::LATER_ENGLISH.lines().map(str::to_owned).collect();
        LaterTexts { language: Language::ENGLISH, all }
    }

    /// The path of the file of a language other than English, below `www/`.
    #[must_use]
    pub fn file(language: Language) -> String {
        format!("texts/later.{}.json", language.code())
    }

    /// Reads the file of a language other than English. Only the lazy part may call this.
    ///
    /// # Errors
    ///
    /// A file that is no JSON object of texts, lacks a sentence, or has one too many.
    pub fn read(language: Language, json: &str) -> Result<LaterTexts, TextsError> {
        Ok(LaterTexts { language, all: translations(Text::LATER_ENGLISH, json)? })
    }

    /// The language of these sentences.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    pub(super) fn sentence(&self, place: usize) -> Option<&str> {
        self.all.get(place).map(String::as_str)
    }
}
