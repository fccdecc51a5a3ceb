//! The types of what may be in a report.

use core::fmt;

/// A name of our own files or of a protocol: a product, a line of a guide, a scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(String);

impl Name {
    /// In bytes: an email wraps lines at 76 characters, and a name should stay whole.
    pub const LONGEST: usize = 70;

    /// `None` for what is too long, or has other characters than names have.
    #[must_use]
    pub fn new(text: &str) -> Option<Name> {
        let is_end = |ch: char| ch.is_ascii_alphanumeric();
        let is_inside = |ch: char| is_end(ch) || "-_./:".contains(ch);
        let is_name = text.len() <= Name::LONGEST
            && text.starts_with(is_end)
            && text.ends_with(is_end)
            && text.chars().all(is_inside);
        is_name.then(|| Name(text.to_owned()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A time in UTC, as `2026-11-29 23:55`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp(String);

impl Stamp {
    /// Of a date and a time.
    #[must_use]
    pub fn new(date: &str, time: &str) -> Option<Stamp> {
        let fits = |text: &str, form: &str| {
            text.len() == form.len()
                && text
                    .chars()
                    .zip(form.chars())
                    .all(|(ch, form)| if form == '0' { ch.is_ascii_digit() } else { ch == form })
        };
        (fits(date, "0000-00-00") && fits(time, "00:00")).then(|| Stamp(format!("{date} {time}")))
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} UTC", self.0)
    }
}

/// The last four characters of a Client ID.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastFour(String);

impl LastFour {
    const COUNT: usize = 4;
    /// Of a shorter value, four characters would be most of it.
    const SHORTEST: usize = 12;

    /// Those of a value; `None` if that is short, or does not end in letters and digits.
    #[must_use]
    pub fn of(value: &str) -> Option<LastFour> {
        let start = value.len().checked_sub(LastFour::COUNT).filter(|_| value.len() >= LastFour::SHORTEST)?;
        LastFour::new(value.get(start..)?)
    }

    /// From a report.
    #[must_use]
    pub fn new(text: &str) -> Option<LastFour> {
        let is_plain = |ch: char| ch.is_ascii_alphanumeric() || ch == '_';
        (text.len() == LastFour::COUNT && text.chars().all(is_plain)).then(|| LastFour(text.to_owned()))
    }

    /// The four characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Words of an error. What is not known to be a word is masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words(String);

impl Words {
    /// What is in the place of a word that is masked.
    pub const MASKED: &str = "[masked]";
    /// How many words are kept.
    const MOST: usize = 60;

    /// Of single words, of which those that are none are masked; of several masked ones in a row one is left.
    pub(super) fn new<'t>(words: impl Iterator<Item = &'t str>) -> Option<Words> {
        let mut all: Vec<&str> = Vec::new();
        for word in words.filter(|word| !word.is_empty()) {
            let word = if is_word(word) { word } else { Words::MASKED };
            if word != Words::MASKED || all.last() != Some(&word) {
                all.push(word);
            }
            if all.len() == Words::MOST {
                break;
            }
        }
        (!all.is_empty()).then(|| Words(all.join(" ")))
    }

    /// The words, with a space between two of them.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// In bytes.
const LONGEST_WORD: usize = 40;

fn is_word(word: &str) -> bool {
    let is_of_word = |ch: char| ch.is_ascii_alphanumeric() || "-_./:,;!?()'".contains(ch);
    word.len() <= LONGEST_WORD && word.chars().all(is_of_word)
}
