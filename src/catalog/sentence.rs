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

    /// What comes first of several sentences.
    #[must_use]
    pub fn first(&self) -> Sentence {
        Sentence { text: first(&self.text).to_owned(), is_foreign: self.is_foreign }
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

/// Up to a dot that is in no mark, in front of what can begin a sentence.
fn first(text: &str) -> &str {
    let mut ends = text.match_indices(['.', '。']).filter_map(|(at, dot)| text.split_at_checked(at + dot.len()));
    let end = ends.find(|(head, rest)| {
        // Japanese has no space between sentences, and no abbreviations with a dot.
        let is_wide = head.ends_with('。');
        let goes_on = if is_wide { rest } else { rest.strip_prefix(' ').unwrap_or_default() };
        let word = head.rsplit(char::is_whitespace).next().unwrap_or_default();
        let is_open = |sign: &str| head.matches(sign).count() % 2 == 1;
        goes_on.starts_with(|ch: char| !ch.is_lowercase())
            && (is_wide || word.chars().count() > 2)
            && !is_open("**")
            && !is_open("`")
    });
    end.map_or(text, |(head, _)| head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_sentence_ends_at_a_dot_and_nowhere_else() {
        for (text, expected) in [
            ("Read users.", "Read users."),
            ("", ""),
            ("Version 2.3 of `a.b`. More.", "Version 2.3 of `a.b`."),
            ("Nutzer lesen, z. B. Gäste. Dann mehr.", "Nutzer lesen, z. B. Gäste."),
            ("Under **Meeting. All** and `a. B`. More.", "Under **Meeting. All** and `a. B`."),
            ("ユーザーを読む。任意。", "ユーザーを読む。"),
            ("Ends with e.g. this one. More.", "Ends with e.g. this one."),
        ] {
            assert_eq!(first(text), expected);
        }
    }
}
