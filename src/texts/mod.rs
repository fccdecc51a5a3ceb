//! Every sentence of the page, by language.
//!
//! Those that the first part of the program says are [`Texts`], all others [`LaterTexts`], which come with its lazy part.
//! English is built in; any other language is two files, `www/texts/<code>.json` and `www/texts/later.<code>.json`. Each
//! has a translation for each of its English sentences and nothing else. `{name}` is filled in, `**label**` and
//! `` `text` `` are marked ([`marked()`]). Numbers, dates, lists and plurals are written as the language does
//! ([`Formats`]).

mod english;
mod filling;
mod finding_texts;
mod formats;
mod language;
mod later_texts;
mod marked;

use std::rc::Rc;

pub use english::Text;
pub use finding_texts::{FindingText, FindingTexts};
pub use formats::{Dated, Formats, Plain};
pub use language::{Language, Listed, NoLanguage};
pub use later_texts::{LaterTexts, english_words};
pub use marked::{Mark, MarkedText, marked, unmarked};

use self::filling::Filling;
use crate::named::Named;

/// The sentences in one language.
#[derive(Clone, Debug)]
pub struct Texts {
    language: Language,
    /// Those of the first part, in the order of `Text::VARIANTS`; empty for English, which is built in.
    loaded: Vec<String>,
    /// The others, once they are there.
    later: Option<Rc<LaterTexts>>,
    /// How the language writes numbers, dates and lists; [`Plain`] if that is not known.
    formats: Option<Rc<dyn Formats>>,
}

impl PartialEq for Texts {
    /// Formats are those of their language, but for what the library writes in place of them.
    fn eq(&self, other: &Texts) -> bool {
        self.language == other.language
            && self.loaded == other.loaded
            && self.later == other.later
            && self.formats.is_some() == other.formats.is_some()
    }
}

impl Eq for Texts {}

/// What is shown in place of a sentence that is not there, which no view should say: better than nothing, which nobody
/// would see.
const NOT_THERE: &str = "…";

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
            TextsError::Unknown(name) => write!(f, "\"{name}\" is none of its sentences"),
        }
    }
}

impl Texts {
    /// The English sentences of the first part.
    #[must_use]
    pub fn english() -> Texts {
        Texts { language: Language::ENGLISH, loaded: Vec::new(), later: None, formats: None }
    }

    /// The same, and the others.
    #[must_use]
    pub fn with_later(self, later: Option<Rc<LaterTexts>>) -> Texts {
        Texts { later, ..self }
    }

    /// The same, with how their language writes numbers, dates and lists.
    #[must_use]
    pub fn with_formats(self, formats: Option<Rc<dyn Formats>>) -> Texts {
        Texts { formats, ..self }
    }

    /// The path of the file of a language other than English, below `www/`.
    #[must_use]
    pub fn file(language: Language) -> String {
        format!("texts/{}.json", language.code())
    }

    /// The path of the paragraphs of a page about this page, by its name, below `www/`. They are long and few people read
    /// them, so nobody else has to load them.
    #[must_use]
    pub fn about_file(name: &str, language: Language) -> String {
        format!("texts/{name}.{}.json", language.code())
    }

    /// Reads the file of a language other than English.
    ///
    /// # Errors
    ///
    /// A file that is no JSON object of texts, lacks a sentence, or has one too many.
    pub fn read(language: Language, json: &str) -> Result<Texts, TextsError> {
        Ok(Texts { language, loaded: translations(Text::FIRST_ENGLISH, json)?, later: None, formats: None })
    }

    /// The language of these sentences.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentences that the first part of the program does not say, once they are there: they may still be those of the
    /// language before.
    #[must_use]
    pub fn later(&self) -> Option<&Rc<LaterTexts>> {
        self.later.as_ref()
    }

    /// A sentence in this language, with its `{names}` and marks.
    #[must_use]
    pub fn say(&self, text: Text) -> &str {
        let Some(place) = text.later_place() else {
            let english = || Text::FIRST_ENGLISH.lines().nth(text as usize).unwrap_or_default();
            return self.loaded.get(text as usize).map_or_else(english, String::as_str);
        };
        let later = self.later.as_ref().and_then(|later| later.sentence(place));
        debug_assert!(later.is_some(), "{text:?} is said before it is there");
        later.unwrap_or(NOT_THERE)
    }

    /// A sentence in this language with its names filled in, see [`filled`].
    #[must_use]
    pub fn fill(&self, text: Text, values: &[(&str, &str)]) -> String {
        self.count(text, &[], values)
    }

    /// The same with numbers of things, which choose the word for the things.
    #[must_use]
    pub fn count(&self, text: Text, numbers: &[(&str, usize)], values: &[(&str, &str)]) -> String {
        self.filled(self.say(text), numbers, values)
    }

    /// The same for a sentence of this language that is in another file.
    #[must_use]
    pub fn filled(&self, sentence: &str, numbers: &[(&str, usize)], values: &[(&str, &str)]) -> String {
        Filling { formats: self.formats.as_deref(), numbers, values }.of(sentence)
    }

    /// [`Formats::list`].
    #[must_use]
    pub fn list(&self, items: &[impl AsRef<str>]) -> String {
        self.formats().list(&items.iter().map(AsRef::as_ref).collect::<Vec<_>>())
    }

    /// [`Formats::names`].
    #[must_use]
    pub fn names(&self, items: &[impl AsRef<str>]) -> String {
        self.formats().names(&items.iter().map(AsRef::as_ref).collect::<Vec<_>>())
    }

    /// How the language writes numbers, dates and lists.
    // The first part of the program has no call of this: it would have all of `Plain`.
    #[must_use]
    pub fn formats(&self) -> &dyn Formats {
        self.formats.as_deref().unwrap_or(&Plain)
    }
}

/// The translations of these sentences in their order: a file has all of them and no other.
fn translations(english: &'static str, json: &str) -> Result<Vec<String>, TextsError> {
    let translated: Named<String> = serde_json::from_str(json).map_err(|_| TextsError::Unreadable)?;
    let mut all = Vec::new();
    for sentence in english.lines() {
        all.push(translated.get(sentence).ok_or(TextsError::Missing(sentence))?.clone());
    }
    match translated.keys().find(|known| english.lines().all(|sentence| sentence != *known)) {
        Some(unknown) => Err(TextsError::Unknown(unknown.clone())),
        None => Ok(all),
    }
}

/// Puts a sentence after another one. After a full-width period there is no space.
///
/// ```
/// use authdesk::texts::add_sentence;
///
/// let (mut german, mut japanese) = ("Der Code ist abgelaufen.".to_owned(), "コードの有効期限が切れました。".to_owned());
/// add_sentence(&mut german, "Er gilt fünf Minuten.");
/// add_sentence(&mut japanese, "有効期間は5分です。");
/// assert_eq!(german, "Der Code ist abgelaufen. Er gilt fünf Minuten.");
/// assert_eq!(japanese, "コードの有効期限が切れました。有効期間は5分です。");
/// ```
pub fn add_sentence(text: &mut String, next: &str) {
    if !text.ends_with('。') {
        text.push(' ');
    }
    text.push_str(next);
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
    Filling { formats: None, numbers: &[], values }.of(sentence)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use strum::VariantArray;

    use super::*;

    fn english() -> Texts {
        Texts::english().with_later(Some(Rc::new(LaterTexts::english())))
    }

    #[test]
    fn names_are_filled_in() {
        let texts = Texts::english();
        assert_eq!(texts.fill(Text::Show, &[("label", "Client ID")]), "Show Client ID");
        assert_eq!(texts.fill(Text::Show, &[]), "Show ");
    }

    #[test]
    fn every_sentence_is_one_line_and_stands_once() {
        let lines = Text::FIRST_ENGLISH.lines().chain(Text::LATER_ENGLISH.lines());
        assert_eq!(lines.count(), Text::VARIANTS.len());
        let texts = english();
        let sentences: BTreeMap<&str, Text> = Text::VARIANTS.iter().map(|text| (texts.say(*text), *text)).collect();
        assert_eq!(
            sentences.len(),
            Text::VARIANTS.len(),
            "no sentence stands twice: it is the name in other languages"
        );
        assert!(!sentences.contains_key(""));
        assert_eq!(sentences.get("Try again"), Some(&Text::TryAgain), "one of the first part");
        assert_eq!(sentences.get("Command"), Some(&Text::CommandLabel), "one of the others");
    }

    #[test]
    fn a_file_must_have_every_sentence_and_no_other() {
        let read = |json: &str| Texts::read(Language::of_tag("de").unwrap(), json).map(drop);
        a_file_has_all(Text::FIRST_ENGLISH, read);
        let read = |json: &str| LaterTexts::read(Language::of_tag("de").unwrap(), json).map(drop);
        a_file_has_all(Text::LATER_ENGLISH, read);
    }

    #[track_caller]
    fn a_file_has_all(english: &'static str, read: impl Fn(&str) -> Result<(), TextsError>) {
        assert_eq!(read("[]"), Err(TextsError::Unreadable));
        let first = english.lines().next().unwrap();
        assert_eq!(read("{}"), Err(TextsError::Missing(first)));
        let mut all: BTreeMap<&str, &str> = english.lines().map(|sentence| (sentence, "x")).collect();
        assert_eq!(read(&serde_json::to_string(&all).unwrap()), Ok(()));
        all.insert("More", "x");
        assert_eq!(read(&serde_json::to_string(&all).unwrap()), Err(TextsError::Unknown("More".into())));
    }

    #[test]
    #[should_panic(expected = "CommandLabel is said before it is there")]
    fn a_sentence_that_is_not_there_is_no_empty_text() {
        let _ = Texts::english().say(Text::CommandLabel);
    }
}
