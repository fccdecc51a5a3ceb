//! A sentence of a file of prose, and the language that it is in.

use serde::Deserialize;

use crate::named::Named;

/// A sentence in the language of its file, or the English one where that file has none.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(from = "String")]
pub struct Sentence {
    text: String,
    is_foreign: bool,
}

impl Sentence {
    /// The sentence, with the marks of the prose.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether it is the English one, in the place of one that is missing.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        self.is_foreign
    }
}

impl From<String> for Sentence {
    fn from(text: String) -> Sentence {
        Sentence { text, is_foreign: false }
    }
}

/// Prose in which sentences can be missing.
pub(super) trait Completed: Default {
    /// Puts the English sentences in the places of those that are missing, and returns how many these were.
    fn complete(&mut self, english: &Self) -> usize;
}

impl Completed for Sentence {
    fn complete(&mut self, english: &Sentence) -> usize {
        let is_missing = self.is_empty() && !english.is_empty();
        if is_missing {
            *self = Sentence { text: english.text.clone(), is_foreign: true };
        }
        usize::from(is_missing)
    }
}

impl<T: Completed> Completed for Named<T> {
    fn complete(&mut self, english: &Named<T>) -> usize {
        let mut count = 0;
        for (name, sentence) in english {
            if !self.contains_key(name) {
                self.insert(name, T::default());
            }
            count += self.get_mut(name).map_or(0, |own| own.complete(sentence));
        }
        count
    }
}
