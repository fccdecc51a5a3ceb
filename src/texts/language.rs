//! The languages there are.

use core::fmt;
use core::str::FromStr;

/// A language of the page.
#[derive(Clone, Copy)]
pub struct Language(&'static Listed);

/// What is known of a language.
#[derive(Debug)]
pub struct Listed {
    /// Its code (BCP 47), as in file names and in `lang`.
    pub code: &'static str,
    /// What its speakers call it.
    pub own_name: &'static str,
    /// Whether every product has its sentences in it; of a product without them the page shows the English ones.
    pub every_product: bool,
}

/// A text that is the code of no language.
#[derive(Debug, PartialEq, Eq)]
pub struct NoLanguage;

/// All of them, in the order in which they are offered. English, which is built in, is the first; any other is a line
/// here and the files that `www/texts/README.md` lists.
static LIST: &[Listed] = &[
    Listed { code: "en", own_name: "English", every_product: true },
    Listed { code: "de", own_name: "Deutsch", every_product: true },
    Listed { code: "es", own_name: "Español", every_product: false },
    Listed { code: "fr", own_name: "Français", every_product: false },
    Listed { code: "pt-BR", own_name: "Português (Brasil)", every_product: false },
    Listed { code: "ja", own_name: "日本語", every_product: false },
];

impl Language {
    /// English.
    #[expect(clippy::indexing_slicing, reason = "the compiler would say it")]
    pub const ENGLISH: Language = Language(&LIST[0]);

    /// All of them.
    pub fn all() -> impl Iterator<Item = Language> + Clone {
        LIST.iter().map(Language)
    }

    /// A language that is not in the list: what needs no list works with it too.
    #[must_use]
    pub const fn unlisted(known: &'static Listed) -> Language {
        Language(known)
    }

    /// Its code (BCP 47), as in file names and in `lang`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// What its speakers call it.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        self.0.own_name
    }

    /// Whether every product has its sentences in it.
    #[must_use]
    pub fn has_every_product(self) -> bool {
        self.0.every_product
    }

    /// The language for a tag (BCP 47), if there is one: the one of that code, or else the first whose code begins as the
    /// tag does, so `de-AT` is for `de`, and `pt` for `pt-BR`. Capitalization does not matter. `www/boot.js` does the same.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Language> {
        Language::best(Language::all(), tag)
    }

    /// The same among some languages.
    #[must_use]
    pub fn best(among: impl Iterator<Item = Language> + Clone, tag: &str) -> Option<Language> {
        let begins_alike = |one: &Language| main_part(one.code()).eq_ignore_ascii_case(main_part(tag));
        let exact = among.clone().find(|one| one.code().eq_ignore_ascii_case(tag));
        exact.or_else(|| among.clone().find(begins_alike))
    }
}

/// What comes before the first `-`.
fn main_part(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

impl Default for Language {
    fn default() -> Language {
        Language::ENGLISH
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Language) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Language {}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = NoLanguage;

    fn from_str(code: &str) -> Result<Language, NoLanguage> {
        Language::all().find(|one| one.code().eq_ignore_ascii_case(code)).ok_or(NoLanguage)
    }
}
